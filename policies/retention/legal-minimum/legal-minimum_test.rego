package privity.retention.legal_minimum_test

import data.lib.testing
import data.privity.retention.legal_minimum as control

_trust := {
	"id": "R-1",
	"status": "approved",
	"record_class": "trust-accounting",
	"regimes": ["sra"],
	"trigger_event": "last-entry",
	"period": {"years": 6},
	"grade": 1,
}

_checks := testing.changed(_trust, {
	"record_class": "aml-cdd",
	"regimes": ["uk-gdpr"],
	"trigger_event": "relationship-ended",
	"period": {"years": 5},
})

_log := testing.changed(_trust, {
	"record_class": "ccpa-request-log",
	"regimes": ["us-ca-ccpa"],
	"trigger_event": "collected",
	"period": {"months": 24},
})

# As shipped in tables/, less the row of end-of-trust.
_tables := {
	"minimum_retention": [
		{"record_class": "trust-accounting", "regime": "aba", "period": {"years": 5}, "from_event": "representation-ended", "status": "secondary"},
		{"record_class": "trust-accounting", "regime": "sra", "period": {"years": 6}, "from_event": "last-entry", "status": "secondary"},
		{"record_class": "aml-cdd", "regime": "uk-gdpr", "period": {"years": 5}, "from_event": "relationship-ended", "status": "secondary"},
		{"record_class": "aml-cdd", "regime": "sra", "period": {"years": 5}, "from_event": "relationship-ended", "status": "secondary"},
		{"record_class": "ccpa-request-log", "regime": "us-ca-ccpa", "period": {"months": 24}, "from_event": "collected", "status": "primary"},
		{"record_class": "ccpa-risk-assessment", "regime": "us-ca-ccpa", "period": {"years": 5}, "from_event": "collected", "status": "secondary"},
		{"record_class": "high-risk-ai-log", "regime": "eu-ai-act", "period": {"months": 6}, "from_event": "collected", "status": "primary"},
	],
	"trigger_order": {
		"relationship-ended": ["collected", "representation-ended"],
		"representation-ended": ["collected"],
		"matter-closed": ["collected"],
		"last-contact": ["collected"],
		"last-entry": ["collected"],
		"employment-ended": ["collected"],
		"death-of-testator": ["collected"],
		"collected": [],
		"consent-given": [],
		"consent-withdrawn": ["consent-given"],
		"mortgage-date": [],
	},
}

_found(rule) := found if {
	found := control.findings with input as {"retention_rule": rule}
		with data.inventory as {}
		with data.tables as _tables
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(rule) := examined if {
	examined := control.examined with input as {"retention_rule": rule}
		with data.inventory as {}
		with data.tables as _tables
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_less(record, fields) := testing.without(record, fields)

_wrong(cases) := {name: verdicts |
	some name, [rule, expected] in cases
	verdicts := testing.verdicts(_found(rule))
	not _as_expected(verdicts, expected, testing.ids(_examined(rule)))
}

_as_expected(verdicts, expected, {"R-1"}) if verdicts == expected

_too_short(row) := ["R-1", "too-short", row]

_too_early(row) := ["R-1", "starts-too-early", row]

_missing(field) := ["R-1", "not-declared", concat("", ["retention_rules.", field])]

_lengths := {
	"as long as the law asks": [_trust, set()],
	"the same in months": [testing.changed(_trust, {"period": {"months": 72}}), set()],
	"longer": [testing.changed(_trust, {"period": {"years": 7}}), set()],
	"a month short": [testing.changed(_trust, {"period": {"months": 71}}), {_too_short("sra/last-entry")}],
	"six years in days, a leap day short": [testing.changed(_trust, {"period": {"days": 2190}}), {_too_short("sra/last-entry")}],
	"six years in days, leap days and all": [testing.changed(_trust, {"period": {"days": 2191}}), set()],
	"731 days, for 24 months": [testing.changed(_log, {"period": {"days": 731}}), set()],
	"730 days, for 24 months": [testing.changed(_log, {"period": {"days": 730}}), set()],
	"729 days, for 24 months": [testing.changed(_log, {"period": {"days": 729}}), {_too_short("us-ca-ccpa/collected")}],
	"permanent": [testing.changed(_less(_trust, ["period"]), {"permanent": true}), set()],
	"permanent and a short period": [testing.changed(_trust, {"permanent": true, "period": {"years": 1}}), set()],
	"permanent is false": [testing.changed(_trust, {"permanent": false, "period": {"years": 1}}), {_too_short("sra/last-entry")}],
	"an age": [testing.changed(_less(_trust, ["period"]), {"until_age": {"whose": "client", "years": 25}}), {_too_short("sra/last-entry")}],
	"an age, with the minimum": [testing.changed(_less(_trust, ["period"]), {"until_age": {"whose": "client", "years": 25}, "min_period": {"years": 6}}), set()],
	"an age, with less than the minimum": [testing.changed(_less(_trust, ["period"]), {"until_age": {"whose": "client", "years": 25}, "min_period": {"years": 5}}), {_too_short("sra/last-entry")}],
	"an age, or a period that is long enough": [testing.changed(_trust, {"until_age": {"whose": "client", "years": 25}}), set()],
	"a short period with a long minimum": [testing.changed(_trust, {"period": {"years": 5}, "min_period": {"years": 6}}), {_too_short("sra/last-entry")}],
	"identity checks": [_checks, set()],
	"identity checks, too short": [testing.changed(_checks, {"period": {"years": 4}}), {_too_short("uk-gdpr/relationship-ended")}],
	"identity checks under both regimes": [testing.changed(_checks, {"period": {"years": 4}, "regimes": ["uk-gdpr", "sra"]}), {
		_too_short("uk-gdpr/relationship-ended"),
		_too_short("sra/relationship-ended"),
	}],
	"one of two regimes is met": [testing.changed(_trust, {"regimes": ["aba", "sra"], "trigger_event": "relationship-ended", "period": {"years": 5}}), {
		_too_short("sra/last-entry"),
		_too_early("sra/last-entry"),
	}],
	"logs of AI": [testing.changed(_log, {"record_class": "high-risk-ai-log", "regimes": ["eu-ai-act"], "period": {"days": 184}}), set()],
	"logs of AI, too short": [testing.changed(_log, {"record_class": "high-risk-ai-log", "regimes": ["eu-ai-act"], "period": {"days": 180}}), {_too_short("eu-ai-act/collected")}],
}

test_length if _wrong(_lengths) == {}

_starts := {
	"later than the law says": [testing.changed(_log, {"trigger_event": "matter-closed"}), set()],
	"never before the end of the representation": [testing.changed(_trust, {"regimes": ["aba"], "trigger_event": "relationship-ended"}), set()],
	"the closing of the matter may come before its end": [testing.changed(_trust, {"regimes": ["aba"], "trigger_event": "matter-closed"}), {_too_early("aba/representation-ended")}],
	"when collected": [testing.changed(_trust, {"trigger_event": "collected"}), {_too_early("sra/last-entry")}],
	"other": [testing.changed(_trust, {"trigger_event": "other"}), {["R-1", "trigger-not-comparable", ""]}],
	"an event without a row": [testing.changed(_trust, {"trigger_event": "end-of-trust"}), {["R-1", "trigger-not-comparable", ""]}],
	"an event without a row, under two regimes": [testing.changed(_trust, {"regimes": ["aba", "sra"], "trigger_event": "end-of-trust"}), {["R-1", "trigger-not-comparable", ""]}],
	"too short and too early": [testing.changed(_trust, {"trigger_event": "collected", "period": {"years": 5}}), {_too_short("sra/last-entry"), _too_early("sra/last-entry")}],
	"permanent, whatever it counts from": [testing.changed(_less(_trust, ["period"]), {"permanent": true, "trigger_event": "collected"}), set()],
	"permanent and other": [testing.changed(_less(_trust, ["period"]), {"permanent": true, "trigger_event": "other"}), set()],
}

test_start if _wrong(_starts) == {}

_absent := {
	"no period": [_less(_trust, ["period"]), {_missing("period")}],
	"criteria, with a minimum": [testing.changed(_less(_trust, ["period"]), {"criteria_text": "Until claims are over.", "min_period": {"years": 6}}), {_missing("period")}],
	"no trigger": [_less(_trust, ["trigger_event"]), {_missing("trigger_event")}],
	"no trigger, too short": [testing.changed(_less(_trust, ["trigger_event"]), {"period": {"years": 5}}), {_missing("trigger_event"), _too_short("sra/last-entry")}],
	"permanent, and no trigger": [testing.changed(_less(_trust, ["period", "trigger_event"]), {"permanent": true}), set()],
	"no status": [testing.changed(_less(_trust, ["status"]), {"period": {"years": 1}}), {_missing("status")}],
	"no status, and nothing else right": [testing.changed(_less(_trust, ["status"]), {"trigger_event": "collected"}), {_missing("status")}],
	"no status, and nothing to compare": [testing.changed(_less(_trust, ["status"]), {"trigger_event": "other"}), {_missing("status")}],
	"no status, period or trigger": [_less(_trust, ["status", "period", "trigger_event"]), {_missing("status")}],
	"no class": [_less(_trust, ["record_class"]), {_missing("record_class")}],
	"no regimes": [_less(_trust, ["regimes"]), {_missing("regimes")}],
	"neither class nor regimes": [_less(_trust, ["record_class", "regimes"]), {_missing("record_class"), _missing("regimes")}],
}

test_facts_that_are_absent if _wrong(_absent) == {}

_not_examined := {
	"a draft": testing.changed(_trust, {"status": "draft", "period": {"years": 1}}),
	"a retired rule": testing.changed(_trust, {"status": "retired", "period": {"years": 1}}),
	"a class of which the law says nothing": testing.changed(_trust, {"record_class": "hr", "period": {"years": 1}}),
	"that class, and no regimes": testing.changed(_less(_trust, ["regimes"]), {"record_class": "hr"}),
	"a regime that says nothing": testing.changed(_trust, {"regimes": ["eu-gdpr"], "period": {"years": 1}}),
	"that regime, and no class": testing.changed(_less(_trust, ["record_class"]), {"regimes": ["eu-gdpr"]}),
	"no regime": testing.changed(_trust, {"regimes": []}),
	"a regime that says nothing of that class": testing.changed(_trust, {"regimes": ["us-ca-ccpa"]}),
	"a draft, and no class": testing.changed(_less(_trust, ["record_class"]), {"status": "draft"}),
}

test_does_not_apply if {
	applied := {name | some name, rule in _not_examined; count(_examined(rule) | _found(rule)) > 0}
	applied == set()
}

test_examined if _examined(_trust) == {{"subject": {"collection": "retention_rules", "id": "R-1"}, "grade": 1}}

_subject := {"collection": "retention_rules", "id": "R-1"}

_value(field, value) := {"collection": "retention_rules", "field": field, "value": value}

_fact(path) := object.union(_subject, {"path": path})

test_too_short_whole if {
	_found(testing.changed(_trust, {"period": {"years": 5}})) == {{
		"subject": _subject,
		"reason": "too-short",
		"by": "sra/last-entry",
		"args": {
			"rule": _subject,
			"record_class": _value("record_class", "trust-accounting"),
			"period": {"period": {"years": 5}},
			"minimum": {"period": {"years": 6}},
			"regime": _value("regimes", "sra"),
		},
		"relied_on": [_fact("period"), _fact("record_class"), _fact("regimes")],
	}}
}

test_too_short_says_what_the_rule_keeps if {
	_kept_for({"min_period": {"years": 5}}) == {{"period": {"years": 5}}}
	_kept_for({}) == {{"until_age": {"whose": "client", "years": 25}}}
}

_kept_for(changes) := {finding.args.period |
	some finding in _found(testing.changed(_less(_trust, ["period"]), object.union({"until_age": {"whose": "client", "years": 25}}, changes)))
}

test_starts_too_early_whole if {
	_found(testing.changed(_trust, {"trigger_event": "matter-closed"})) == {{
		"subject": _subject,
		"reason": "starts-too-early",
		"by": "sra/last-entry",
		"args": {
			"rule": _subject,
			"trigger": _value("trigger_event", "matter-closed"),
			"from_event": _value("trigger_event", "last-entry"),
			"regime": _value("regimes", "sra"),
		},
		"relied_on": [_fact("trigger_event"), _fact("record_class"), _fact("regimes")],
	}}
}

test_the_event_that_the_law_names_needs_no_order if {
	found := control.findings with input as {"retention_rule": testing.changed(_trust, {"trigger_event": "end-of-trust"})}
		with data.inventory as {}
		with data.tables as testing.changed(_tables, {"minimum_retention": [testing.changed(_tables.minimum_retention[1], {"from_event": "end-of-trust"})]})
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	found == set()
}

test_trigger_not_comparable_whole if {
	_found(testing.changed(_trust, {"trigger_event": "other"})) == {{
		"subject": _subject,
		"reason": "trigger-not-comparable",
		"args": {"rule": _subject, "record_class": _value("record_class", "trust-accounting")},
		"relied_on": [_fact("trigger_event"), _fact("record_class"), _fact("regimes")],
	}}
}

test_one_minimum_that_cannot_be_compared_is_enough if {
	found := control.findings with input as {"retention_rule": testing.changed(_trust, {"regimes": ["aba", "sra"]})}
		with data.inventory as {}
		with data.tables as testing.changed(_tables, {"trigger_order": {}})
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	{finding.reason | some finding in found} == {"trigger-not-comparable"}
}

test_too_short_leads_to_an_age_and_its_minimum if {
	rule := testing.changed(_less(_trust, ["period"]), {"until_age": {"whose": "youngest-child", "years": 25}, "min_period": {"years": 5}})
	{finding.relied_on | some finding in _found(rule)} == {[_fact("until_age"), _fact("min_period"), _fact("record_class"), _fact("regimes")]}
}
