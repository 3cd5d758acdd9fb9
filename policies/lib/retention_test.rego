package lib.retention_test

import data.lib.retention
import data.lib.testing

_day(text) := testing.day(text)

# Rules as firms publish them.

_rules := testing.by_id([
	{"id": "six-years", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}},
	{"id": "one-month", "status": "approved", "trigger_event": "matter-closed", "period": {"months": 1}},
	{"id": "ten-years-from-last-entry", "status": "approved", "trigger_event": "last-entry", "period": {"years": 10}},
	{"id": "till-25", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "youngest-child", "years": 25}},
	{"id": "till-25-and-six-years", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "youngest-child", "years": 25}, "period": {"years": 6}},
	{"id": "till-25-least-six-years", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "client", "years": 25}, "min_period": {"years": 6}},
	{"id": "wills", "status": "approved", "trigger_event": "matter-closed", "permanent": true, "criteria_text": "Until the client collects it."},
	{"id": "while-claims-run", "status": "approved", "trigger_event": "matter-closed", "criteria_text": "Until claims are over."},
	{"id": "claims-eight-years-at-most", "status": "approved", "trigger_event": "matter-closed", "criteria_text": "Until claims are over.", "max_period": {"years": 8}},
	{"id": "at-most-four-years", "status": "approved", "trigger_event": "matter-closed", "max_period": {"years": 4}},
	{"id": "at-least-five-years", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 2}, "min_period": {"years": 5}},
	{"id": "six-years-december", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}, "disposal_run": {"month": 12}},
	{"id": "six-years-15-june", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}, "disposal_run": {"month": 6, "day": 15}},
	{"id": "till-25-december", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "client", "years": 25}, "disposal_run": {"month": 12}},
	{"id": "two-years-from-consent", "status": "approved", "trigger_event": "consent-given", "period": {"years": 2}, "combine": "earliest"},
	{"id": "on-withdrawal", "status": "approved", "trigger_event": "consent-withdrawn", "period": {"days": 0}, "combine": "earliest"},
	{"id": "till-18-if-sooner", "status": "approved", "trigger_event": "collected", "until_age": {"whose": "client", "years": 18}, "combine": "earliest"},
	{"id": "trust", "status": "approved", "record_class": "trust-accounting", "regimes": ["sra"], "trigger_event": "matter-closed", "period": {"years": 2}},
	{"id": "end-of-trust", "status": "approved", "trigger_event": "end-of-trust", "period": {"days": 0}, "combine": "earliest"},
	{"id": "explained", "status": "approved", "trigger_event": "other", "period": {"years": 6}, "criteria_text": "From the end of the lease."},
	{"id": "on-withdrawal-december", "status": "approved", "trigger_event": "consent-withdrawn", "period": {"days": 0}, "combine": "earliest", "disposal_run": {"month": 12}},
	{"id": "year-from-withdrawal", "status": "approved", "trigger_event": "consent-withdrawn", "period": {"years": 1}},
	{"id": "another-class", "status": "approved", "record_class": "client-file", "regimes": ["sra"], "trigger_event": "matter-closed", "period": {"years": 2}},
	{"id": "another-law", "status": "approved", "record_class": "trust-accounting", "regimes": ["aba"], "trigger_event": "matter-closed", "period": {"years": 2}},
	{"id": "draft", "status": "draft", "trigger_event": "matter-closed", "period": {"years": 20}},
	{"id": "retired", "status": "retired", "trigger_event": "matter-closed", "period": {"years": 20}},
	{"id": "no-status", "trigger_event": "matter-closed", "period": {"years": 20}},
])

_minimum_retention := [{
	"record_class": "trust-accounting",
	"regime": "sra",
	"period": {"years": 6},
	"from_event": "last-entry",
	"status": "secondary",
}]

_schedule(asset, client_terms) := reckoned if {
	reckoned := retention.schedule(asset) with data.inventory.retention_rules as _rules
		with data.inventory.client_terms as client_terms
		with data.tables.minimum_retention as _minimum_retention
		with data.as_of as testing.end_of("2026-11-22")
}

# short: a schedule in two words, the day or the bounds, and what is missing.
_short(reckoned) := [_word(reckoned.no_sooner), _word(reckoned.no_later), (((reckoned.missing | reckoned.undated) | reckoned.unsettled) | reckoned.unplaced)]

_word(day) := "never" if day >= 1000000000

_word(day) := "unknown" if day <= -1000000000

_word(day) := day if {
	day > -1000000000
	day < 1000000000
}

_expected(word) := word if word in {"never", "unknown"}

_expected(word) := _day(word) if not word in {"never", "unknown"}

_closed := {"id": "A-1", "client_id": "K-1", "retention_trigger_on": testing.day("2020-02-29")}

_bare := {"id": "A-1", "client_id": "K-1"}

_at_25(text) := {"retention_age_reached_on": testing.day(text)}

_triggers(days) := {"retention_triggers": [{"event": event, "on": testing.day(on)} | some event, on in days]}

# wrong: the rows of a table whose schedule is another, or undefined. Each row: what it shows, the asset, its rules, no
# sooner than, no later than, what is missing.
_wrong(rows) := {name: object.get(reckoned, name, "undefined") |
	some [name, _, _, no_sooner, no_later, missing] in rows
	not _agree(object.get(reckoned, name, "undefined"), [_expected(no_sooner), _expected(no_later), {what | some what in missing}])
} if {
	reckoned := {name: _short(_schedule(object.union(asset, {"retention_rule_ids": rules}), {})) |
		some [name, asset, rules, _, _, _] in rows
	}
}

_agree(found, expected) if found == expected

_one_rule := [
	["trigger and period", _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["a month is clamped", object.union(_bare, {"retention_trigger_on": _day("2026-01-31")}), ["one-month"], "2026-02-28", "2026-02-28", []],
	["no trigger", _bare, ["six-years"], "unknown", "never", ["retention_trigger_on"]],
	["an age", object.union(_closed, _at_25("2031-05-04")), ["till-25"], "2031-05-04", "2031-05-04", []],
	["an age needs no trigger", object.union(_bare, _at_25("2031-05-04")), ["till-25"], "2031-05-04", "2031-05-04", []],
	["the day of the age is not declared", _closed, ["till-25"], "unknown", "never", ["retention_age_reached_on"]],
	["an age and a period: age later", object.union(_closed, _at_25("2031-05-04")), ["till-25-and-six-years"], "2031-05-04", "2031-05-04", []],
	["an age and a period: period later", object.union(_closed, _at_25("2021-05-04")), ["till-25-and-six-years"], "2026-02-28", "2026-02-28", []],
	["an age and a period: no age", _closed, ["till-25-and-six-years"], "2026-02-28", "never", ["retention_age_reached_on"]],
	["an age below the legal minimum", object.union(_closed, _at_25("2021-05-04")), ["till-25-least-six-years"], "2026-02-28", "2026-02-28", []],
	["an age, a minimum, and no trigger", object.union(_bare, _at_25("2021-05-04")), ["till-25-least-six-years"], "2021-05-04", "never", ["retention_trigger_on"]],
	["unlimited", _closed, ["wills"], "never", "never", []],
	["unlimited without a trigger", _bare, ["wills"], "never", "never", []],
	["criteria alone", _closed, ["while-claims-run"], "never", "never", []],
	["criteria with a legal maximum", _closed, ["claims-eight-years-at-most"], "2028-02-29", "2028-02-29", []],
	["criteria with a legal maximum, no trigger", _bare, ["claims-eight-years-at-most"], "unknown", "never", ["retention_trigger_on"]],
	["a maximum alone", _closed, ["at-most-four-years"], "2024-02-29", "2024-02-29", []],
	["a period below its own minimum", _closed, ["at-least-five-years"], "2025-02-28", "2025-02-28", []],
]

test_one_rule if _wrong(_one_rule) == {}

_once_a_year := [
	["the run of the same year", _closed, ["six-years-december"], "2026-12-31", "2026-12-31", []],
	["the run on the very day", object.union(_bare, {"retention_trigger_on": _day("2020-12-31")}), ["six-years-december"], "2026-12-31", "2026-12-31", []],
	["the run of the next year", object.union(_bare, {"retention_trigger_on": _day("2020-06-16")}), ["six-years-15-june"], "2027-06-15", "2027-06-15", []],
	["a run on a day", object.union(_bare, {"retention_trigger_on": _day("2020-06-15")}), ["six-years-15-june"], "2026-06-15", "2026-06-15", []],
	["a run after an age", object.union(_closed, _at_25("2031-05-04")), ["till-25-december"], "2031-12-31", "2031-12-31", []],
	["a run and no trigger", _bare, ["six-years-december"], "unknown", "never", ["retention_trigger_on"]],
	["a legal maximum waits for no run", _closed, ["six-years-december", "at-most-four-years"], "2024-02-29", "2024-02-29", []],
]

test_a_firm_that_destroys_once_a_year if _wrong(_once_a_year) == {}

_several := [
	["the later of two", object.union(_closed, _triggers({"last-entry": "2018-01-10"})), ["six-years", "ten-years-from-last-entry"], "2028-01-10", "2028-01-10", []],
	["the other way round", object.union(_closed, _triggers({"last-entry": "2015-01-10"})), ["six-years", "ten-years-from-last-entry"], "2026-02-28", "2026-02-28", []],
	["one date for all, where no event has its own", _closed, ["six-years", "ten-years-from-last-entry"], "2030-02-28", "2030-02-28", []],
	["an event's own date comes first", object.union(_closed, _triggers({"matter-closed": "2021-01-10"})), ["six-years"], "2027-01-10", "2027-01-10", []],
	[
		"several dates of one event: the last", object.union(_bare, {"retention_triggers": [
			{"event": "matter-closed", "on": _day("2019-01-10")},
			{"event": "matter-closed", "on": _day("2021-01-10")},
			{"event": "matter-closed", "on": _day("2020-01-10")},
		]}),
		["six-years"], "2027-01-10", "2027-01-10", [],
	],
	["one of two triggers is missing", object.union(_bare, _triggers({"matter-closed": "2021-01-10"})), ["six-years", "ten-years-from-last-entry"], "2027-01-10", "never", ["retention_trigger_on"]],
	["a period and an age", object.union(_closed, _at_25("2031-05-04")), ["six-years", "till-25"], "2031-05-04", "2031-05-04", []],
	["a period and an age not declared", _closed, ["six-years", "till-25"], "2026-02-28", "never", ["retention_age_reached_on"]],
	["unlimited beside a period", _closed, ["six-years", "wills"], "never", "never", []],
	["unlimited, and a legal maximum", _closed, ["wills", "at-most-four-years"], "2024-02-29", "2024-02-29", []],
	["criteria beside a period", _closed, ["six-years", "while-claims-run"], "2026-02-28", "never", ["while-claims-run"]],
	["criteria beside an unlimited rule", _closed, ["wills", "while-claims-run"], "never", "never", ["while-claims-run"]],
	["criteria beside a period, and a maximum", _closed, ["one-month", "claims-eight-years-at-most"], "2020-03-29", "2028-02-29", ["claims-eight-years-at-most"]],
	["a maximum before the period", _closed, ["six-years", "at-most-four-years"], "2024-02-29", "2024-02-29", []],
	["a maximum after the period", _closed, ["one-month", "at-most-four-years"], "2020-03-29", "2020-03-29", []],
	["a maximum before a legal minimum: the law that asks to keep", _closed, ["at-least-five-years", "at-most-four-years"], "2025-02-28", "2025-02-28", []],
	["drafts and retired rules say nothing", _closed, ["six-years", "draft", "retired"], "2026-02-28", "2026-02-28", []],
	["a rule without a status", _closed, ["six-years", "no-status"], "2026-02-28", "never", ["no-status"]],
	["nothing but a rule without a status", _closed, ["no-status"], "unknown", "never", ["no-status"]],
	["an unknown rule says nothing", _closed, ["six-years", "nowhere"], "2026-02-28", "2026-02-28", []],
]

test_of_several_rules_the_longest_wins if _wrong(_several) == {}

_first := [
	["consent, not withdrawn", object.union(_bare, _triggers({"consent-given": "2025-03-01"})), ["two-years-from-consent", "on-withdrawal"], "2027-03-01", "2027-03-01", []],
	["consent, not withdrawn, and a run", object.union(_bare, _triggers({"consent-given": "2025-03-01"})), ["two-years-from-consent", "on-withdrawal-december"], "2027-03-01", "2027-03-01", []],
	["consent, withdrawn before", object.union(_bare, _triggers({"consent-given": "2025-03-01", "consent-withdrawn": "2026-05-01"})), ["two-years-from-consent", "on-withdrawal"], "2026-05-01", "2026-05-01", []],
	["consent, withdrawn after", object.union(_bare, _triggers({"consent-given": "2023-03-01", "consent-withdrawn": "2026-05-01"})), ["two-years-from-consent", "on-withdrawal"], "2025-03-01", "2025-03-01", []],
	["consent, withdrawal today", object.union(_bare, _triggers({"consent-given": "2025-03-01", "consent-withdrawn": "2026-11-22"})), ["two-years-from-consent", "on-withdrawal"], "2026-11-22", "2026-11-22", []],
	["consent, withdrawal still to come", object.union(_bare, _triggers({"consent-given": "2025-03-01", "consent-withdrawn": "2026-11-23"})), ["two-years-from-consent", "on-withdrawal"], "2027-03-01", "2027-03-01", []],
	["a day that is fixed and lies ahead", object.union(_bare, _triggers({"consent-given": "2025-03-01", "end-of-trust": "2026-12-24"})), ["two-years-from-consent", "end-of-trust"], "2026-12-24", "2026-12-24", []],
	["the one date is that of the consent", object.union(_bare, {"retention_trigger_on": _day("2025-03-01")}), ["two-years-from-consent", "on-withdrawal"], "2027-03-01", "2027-03-01", []],
	["only the withdrawal is known", object.union(_bare, _triggers({"consent-withdrawn": "2026-05-01"})), ["two-years-from-consent", "on-withdrawal"], "2026-05-01", "2026-05-01", []],
	["neither is known", _bare, ["two-years-from-consent", "on-withdrawal"], "unknown", "never", ["retention_trigger_on"]],
	["a withdrawal alone runs from the one date", object.union(_bare, {"retention_trigger_on": _day("2026-05-01")}), ["on-withdrawal"], "2026-05-01", "2026-05-01", []],
	["a withdrawal beside a rule outside the group runs from the one date", object.union(_bare, {"retention_trigger_on": _day("2026-05-01")}), ["on-withdrawal", "six-years"], "2032-05-01", "2032-05-01", []],
	["outside the group a withdrawal to come counts", object.union(_bare, _triggers({"consent-withdrawn": "2026-11-23"})), ["year-from-withdrawal"], "2027-11-23", "2027-11-23", []],
	["outside the group a withdrawal runs from the one date", object.union(_bare, {"retention_trigger_on": _day("2026-05-01")}), ["year-from-withdrawal", "two-years-from-consent"], "2028-05-01", "2028-05-01", []],
	["the group is known, and a rule beside it is not", object.union(_bare, _triggers({"consent-given": "2025-03-01"})), ["two-years-from-consent", "six-years"], "2027-03-01", "never", ["retention_trigger_on"]],
	["a rule is known, and the group beside it is not", object.union(_bare, _triggers({"matter-closed": "2021-01-10"})), ["two-years-from-consent", "six-years"], "2027-01-10", "never", ["retention_trigger_on"]],
	["the group ends after a rule beside it", object.union(_closed, _triggers({"consent-given": "2025-03-01"})), ["two-years-from-consent", "six-years"], "2027-03-01", "2027-03-01", []],
	["an age that comes first", object.union(_bare, object.union(_triggers({"consent-given": "2025-03-01"}), _at_25("2026-02-01"))), ["two-years-from-consent", "till-18-if-sooner"], "2026-02-01", "2026-02-01", []],
	["the group counts as one rule among others", object.union(_closed, _triggers({"consent-given": "2025-03-01", "consent-withdrawn": "2025-06-01"})), ["two-years-from-consent", "on-withdrawal", "six-years"], "2026-02-28", "2026-02-28", []],
]

test_whichever_is_first if _wrong(_first) == {}

_law := [
	["a rule shorter than the law", _closed, ["trust"], "2026-02-28", "2026-02-28", []],
	["from the event that the law names", object.union(_closed, _triggers({"last-entry": "2021-01-10"})), ["trust"], "2027-01-10", "2027-01-10", []],
	[
		"from the last of several such events", object.union(_bare, {"retention_triggers": [
			{"event": "last-entry", "on": _day("2019-01-10")},
			{"event": "last-entry", "on": _day("2021-01-10")},
			{"event": "matter-closed", "on": _day("2022-01-10")},
		]}),
		["trust"], "2027-01-10", "2027-01-10", [],
	],
	["for another class of records", _closed, ["another-class"], "2022-02-28", "2022-02-28", []],
	["under another law", _closed, ["another-law"], "2022-02-28", "2022-02-28", []],
]

test_the_minimum_of_the_law if _wrong(_law) == {}

test_no_rule_of_the_schedule_no_schedule if {
	not _schedule(object.union(_closed, {"retention_rule_ids": []}), {})
	not _schedule(object.union(_closed, {"retention_rule_ids": ["draft", "nowhere"]}), {})
	not _schedule(_closed, {})
}

# What a client's terms change. Each row: the terms, the asset's rules, and the schedule.

_term(changes) := testing.changed(
	{
		"id": "T-1",
		"client_id": "K-1",
		"effective_on": testing.day("2024-01-01"),
		"retention": {"max_period": {"years": 5}},
	},
	changes,
)

_with_terms := [
	["cut at the same trigger", [_term({})], _closed, ["six-years"], "2025-02-28", "2025-02-28", []],
	["longer than the rule", [_term({"retention": {"max_period": {"years": 9}}})], _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["another client's", [_term({"client_id": "K-2"})], _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["without a limit", [_term({"retention": {"min_period": {"years": 9}}})], _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["in force from today", [_term({"effective_on": _day("2026-11-22")})], _closed, ["six-years"], "2025-02-28", "2025-02-28", []],
	["in force from tomorrow", [_term({"effective_on": _day("2026-11-23")})], _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["ended today", [_term({"ended_on": _day("2026-11-22")})], _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["ending tomorrow", [_term({"ended_on": _day("2026-11-23")})], _closed, ["six-years"], "2025-02-28", "2025-02-28", []],
	["no day of effect", [testing.without(_term({}), ["effective_on"])], _closed, ["six-years"], "2025-02-28", "2026-02-28", ["T-1"]],
	["no day of effect, and no limit", [testing.without(_term({"retention": {"min_period": {"years": 9}}}), ["effective_on"])], _closed, ["six-years"], "2026-02-28", "2026-02-28", []],
	["no day of effect, and no trigger", [testing.without(_term({}), ["effective_on"])], object.union(_bare, _at_25("2031-05-04")), ["till-25"], "unknown", "2031-05-04", ["retention_trigger_on", "T-1"]],
	["no day of effect, and a legal minimum", [testing.without(_term({"retention": {"max_period": {"years": 3}}}), ["effective_on"])], _closed, ["at-least-five-years"], "2025-02-28", "2025-02-28", ["T-1"]],
	["the shortest of several", [_term({}), _term({"id": "T-2", "retention": {"max_period": {"years": 3}}})], _closed, ["six-years"], "2023-02-28", "2023-02-28", []],
	["each rule from its own day", [_term({})], object.union(_closed, _triggers({"last-entry": "2021-01-10"})), ["six-years", "ten-years-from-last-entry"], "2026-01-10", "2026-01-10", []],
	["an unlimited rule is cut too", [_term({})], _closed, ["six-years", "wills"], "2025-02-28", "2025-02-28", []],
	["criteria are cut too", [_term({"retention": {"max_period": {"years": 7}}})], _closed, ["six-years", "while-claims-run"], "2026-02-28", "2027-02-28", ["while-claims-run"]],
	["an age is cut, and the trigger is then needed", [_term({})], object.union(_bare, _at_25("2031-05-04")), ["till-25"], "unknown", "2031-05-04", ["retention_trigger_on"]],
	["no run is waited for", [_term({})], _closed, ["six-years-december"], "2025-02-28", "2025-02-28", []],
	["a legal minimum stands", [_term({"retention": {"max_period": {"years": 3}}})], _closed, ["at-least-five-years"], "2023-02-28", "2025-02-28", []],
	["the law's minimum stands", [_term({})], _closed, ["trust"], "2025-02-28", "2026-02-28", []],
]

test_schedule_with_terms_of_the_client if {
	with_terms := {name: [short, object.get(reckoned, "cut_short", "no")] |
		some [name, listed, asset, rules, _, _, _] in _with_terms
		reckoned := _schedule(object.union(asset, {"retention_rule_ids": rules}), testing.by_id(listed))
		short := _short(reckoned)
	}
	with_terms == {name: expected |
		some [name, _, _, _, first, last, missing] in _with_terms
		expected := _expected_with_terms(name, first, last, missing)
	}
}

# Two rows fall below a minimum: first is what the client asks for, last what the law leaves.
_expected_with_terms(name, first, last, missing) := [[_day(last), _day(last), set()], _day(first)] if {
	name in {"a legal minimum stands", "the law's minimum stands"}
} else := [[_expected(first), _expected(last), {what | some what in missing}], "no"]

# Releases of holds.

_due_on(asset, holds) := day if {
	day := retention.due_on(asset) with data.inventory.retention_rules as _rules
		with data.inventory.client_terms as {}
		with data.inventory.legal_holds as testing.by_id(holds)
		with data.parameters as {"strict_hold": true}
		with data.as_of as testing.end_of("2026-11-22")
} else := "none"

_hold := {
	"id": "H-1",
	"status": "released",
	"triggered_on": testing.day("2026-02-01"),
	"released_on": testing.day("2026-07-01"),
	"asset_ids": ["A-1"],
}

test_due_on if {
	file := object.union(_closed, {"retention_rule_ids": ["six-years"]})
	_due_on(file, []) == _day("2026-02-28")
	_due_on(file, [_hold]) == _day("2026-07-01")
	_due_on(file, [testing.changed(_hold, {"released_on": _day("2026-02-28")})]) == _day("2026-02-28")
	_due_on(file, [testing.changed(_hold, {"triggered_on": _day("2026-03-01")})]) == _day("2026-02-28")
	_due_on(testing.changed(file, {"retention_rule_ids": ["wills"]}), []) == "none"
	_due_on(testing.without(file, ["retention_trigger_on"]), []) == "none"
	_due_on(testing.changed(file, {"retention_rule_ids": ["one-month", "claims-eight-years-at-most"]}), []) == "none"
}

# Where a start stands.

test_start_recorded if {
	retention.start_recorded(_closed, _rules["six-years"])
	retention.start_recorded(_triggers({"last-entry": "2020-01-01"}), _rules["ten-years-from-last-entry"])
	retention.start_recorded(_at_25("2031-05-04"), _rules["till-25"])
	not retention.start_recorded(_bare, _rules["six-years"])
	not retention.start_recorded(_bare, _rules["till-25"])
	not retention.start_recorded(_at_25("2031-05-04"), _rules["while-claims-run"])
	not retention.start_recorded(_triggers({"last-entry": "2020-01-01"}), _rules["six-years"])
	not retention.start_recorded(_at_25("2031-05-04"), _rules["six-years"])
	not retention.start_recorded(_at_25("2031-05-04"), _rules["till-25-and-six-years"])
}

test_whether_identity_checks_fall_under_the_regulations if {
	_laundering_rules({"mlr_regulated": true}) == "apply"
	_laundering_rules({"mlr_regulated": false, "regimes": ["sra"]}) == "do-not-apply"
	_laundering_rules({"regimes": ["aba"]}) == "do-not-apply"
	_laundering_rules({"regimes": ["sra"]}) == "undeclared"
	_laundering_rules({}) == "undeclared"
}

_laundering_rules(firm) := answer if {
	answer := retention.laundering_rules with data.inventory as {"firm": firm}
}

test_criteria_based if {
	criteria_based := {id | some id, rule in _rules; retention.criteria_based(rule)}
	criteria_based == {"while-claims-run", "claims-eight-years-at-most"}
	not retention.criteria_based({"criteria_text": " "})
	retention.criteria_based({"criteria_text": "Until claims are over.", "permanent": false})
}
