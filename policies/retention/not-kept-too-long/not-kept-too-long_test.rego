package privity.retention.not_kept_too_long_test

import data.lib.testing
import data.privity.retention.not_kept_too_long as control

_day(text) := testing.day(text)

# Closed on 10 May 2020 and kept six years: due on 10 May 2026, grace until 9 June 2026.
_file := {
	"id": "A-1",
	"status": "closed",
	"contains_personal_data": true,
	"record_class": "client-file",
	"client_id": "K-1",
	"matter_ids": ["M-1"],
	"retention_rule_ids": ["six-years"],
	"retention_trigger_on": testing.day("2020-05-10"),
	"grade": 2,
}

_rules := testing.by_id([
	{"id": "six-years", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}, "grade": 1},
	{"id": "ten-years-from-last-entry", "status": "approved", "trigger_event": "last-entry", "period": {"years": 10}},
	{"id": "till-25", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "youngest-child", "years": 25}},
	{"id": "wills", "status": "approved", "trigger_event": "matter-closed", "permanent": true, "criteria_text": "Until the client collects it."},
	{"id": "while-claims-run", "status": "approved", "trigger_event": "matter-closed", "criteria_text": "Until claims are over."},
	{"id": "claims-eight-years-at-most", "status": "approved", "trigger_event": "matter-closed", "criteria_text": "Until claims are over.", "max_period": {"years": 8}},
	{"id": "five-years-at-most", "status": "approved", "trigger_event": "matter-closed", "max_period": {"years": 5}},
	{"id": "at-least-four-years", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}, "min_period": {"years": 4}},
	{"id": "yearly-run", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}, "disposal_run": {"month": 6}},
	{"id": "two-years-from-consent", "status": "approved", "trigger_event": "consent-given", "period": {"years": 2}, "combine": "earliest"},
	{"id": "on-withdrawal", "status": "approved", "trigger_event": "consent-withdrawn", "period": {"days": 0}, "combine": "earliest"},
	{"id": "draft", "status": "draft", "trigger_event": "matter-closed", "period": {"years": 6}},
	{"id": "no-status", "trigger_event": "matter-closed", "period": {"years": 6}},
])

_hold := {"id": "H-1", "status": "active", "triggered_on": testing.day("2026-05-01"), "matter_ids": ["M-1"]}

_restriction := {"id": "Q-1", "right": "restriction", "status": "answered", "client_id": "K-1", "responded_on": testing.day("2026-05-01")}

_terms := {
	"id": "T-1",
	"client_id": "K-1",
	"effective_on": testing.day("2019-01-01"),
	"retention": {"max_period": {"years": 5}},
}

_extension := {"until": testing.day("2026-12-31"), "reason": "A claim is expected.", "approved_by": "S-1"}

# A case is judged on 22 November 2026 unless it says otherwise. change, less: of the file; holds, requests, terms: lists.
_found(case) := found if {
	found := control.findings with input as {"collection": "client_files", "data_asset": _changed(case)}
		with data.inventory as _inventory(case)
		with data.requests as testing.by_id(object.get(case, "requests", []))
		with data.as_of as testing.end_of(object.get(case, "on", "2026-11-22"))
		with data.parameters as {"disposal_grace_days": 30, "strict_hold": true}
		with data.tables as object.get(case, "tables", {})
}

_examined(case) := examined if {
	examined := control.examined with input as {"collection": "client_files", "data_asset": _changed(case)}
		with data.inventory as _inventory(case)
		with data.requests as testing.by_id(object.get(case, "requests", []))
		with data.as_of as testing.end_of(object.get(case, "on", "2026-11-22"))
		with data.parameters as {"disposal_grace_days": 30, "strict_hold": true}
		with data.tables as object.get(case, "tables", {})
}

_changed(case) := testing.changed(testing.without(_file, object.get(case, "less", [])), object.get(case, "change", {}))

_inventory(case) := {
	"firm": object.get(case, "firm", {"mlr_regulated": true}),
	"retention_rules": _rules,
	"legal_holds": testing.by_id(object.get(case, "holds", [])),
	"client_terms": testing.by_id(object.get(case, "terms", [])),
}

_kept_too_long := {["A-1", "kept-too-long", ""]}

_grace := {["A-1", "grace-running", ""]}

_under_hold := {["A-1", "kept-under-hold", "legal_holds/H-1"]}

_cut_below_minimum := ["A-1", "client-term-below-minimum", ""]

_missing(field) := {["A-1", "not-declared", field]}

# wrong: the cases of a table of which the verdicts are others, or which are not examined.
_wrong(cases) := {name: verdicts |
	some name, [case, expected] in cases
	verdicts := testing.verdicts(_found(case))
	not _as_expected(verdicts, expected, testing.ids(_examined(case)))
}

_as_expected(verdicts, expected, {"A-1"}) if verdicts == expected

_the_day := {
	"on the day": [{"on": "2026-05-10"}, set()],
	"the day after": [{"on": "2026-05-11"}, _grace],
	"the last day of grace": [{"on": "2026-06-09"}, _grace],
	"the day after the grace": [{"on": "2026-06-10"}, _kept_too_long],
	"29 February + 6 years, on the day": [{"on": "2026-02-28", "change": {"retention_trigger_on": _day("2020-02-29")}}, set()],
	"29 February + 6 years, the day after": [{"on": "2026-03-01", "change": {"retention_trigger_on": _day("2020-02-29")}}, _grace],
}

test_the_day_and_the_grace_after_it if _wrong(_the_day) == {}

_an_age := {
	"an age, on the day": [{"change": {"retention_rule_ids": ["till-25"], "retention_age_reached_on": _day("2026-11-22")}}, set()],
	"an age, the day after": [{"change": {"retention_rule_ids": ["till-25"], "retention_age_reached_on": _day("2026-11-21")}}, _grace],
	"an age not declared": [{"change": {"retention_rule_ids": ["till-25"]}}, _missing("client_files.retention_age_reached_on")],
	"an age needs no trigger": [{"change": {"retention_rule_ids": ["till-25"], "retention_age_reached_on": _day("2026-11-22")}, "less": ["retention_trigger_on"]}, set()],
	"an age later than the period": [{"change": {"retention_rule_ids": ["six-years", "till-25"], "retention_age_reached_on": _day("2031-05-04")}}, set()],
}

test_an_age if _wrong(_an_age) == {}

_several_rules := {
	"a longer rule": [{"change": {"retention_rule_ids": ["six-years", "ten-years-from-last-entry"]}}, set()],
	"a longer rule that started earlier": [{"change": {"retention_rule_ids": ["six-years", "ten-years-from-last-entry"], "retention_triggers": [{"event": "last-entry", "on": _day("2014-01-01")}]}}, _kept_too_long],
	"unlimited beside a period": [{"change": {"retention_rule_ids": ["six-years", "wills"]}}, set()],
	"criteria beside a period, on the day": [{"change": {"retention_rule_ids": ["six-years", "while-claims-run"]}, "on": "2026-05-10"}, set()],
	"criteria may outlast the period": [{"change": {"retention_rule_ids": ["six-years", "while-claims-run"]}, "on": "2026-05-11"}, _missing("retention_rules.period")],
	"a draft is no rule": [{"change": {"retention_rule_ids": ["six-years", "draft"]}}, _kept_too_long],
	"a rule without a status, before the other ends": [{"change": {"retention_rule_ids": ["six-years", "no-status"]}, "on": "2026-05-10"}, set()],
	"a rule without a status": [{"change": {"retention_rule_ids": ["six-years", "no-status"]}}, _missing("retention_rules.status")],
	"only a rule without a status": [{"change": {"retention_rule_ids": ["no-status"]}}, _missing("retention_rules.status")],
}

test_several_rules if _wrong(_several_rules) == {}

_a_maximum := {
	"a maximum before the period": [{"change": {"retention_rule_ids": ["six-years", "five-years-at-most"]}, "on": "2025-05-11"}, _grace],
	"a maximum, on the day": [{"change": {"retention_rule_ids": ["six-years", "five-years-at-most"]}, "on": "2025-05-10"}, set()],
	"a maximum ends an unlimited rule": [{"change": {"retention_rule_ids": ["wills", "five-years-at-most"]}}, _kept_too_long],
	"a maximum of criteria, on the day": [{"change": {"retention_rule_ids": ["claims-eight-years-at-most"]}, "on": "2028-05-10"}, set()],
	"a maximum of criteria, the day after": [{"change": {"retention_rule_ids": ["claims-eight-years-at-most"]}, "on": "2028-05-11"}, _grace],
	"on the last day that it may be": [{"change": {"retention_rule_ids": ["six-years", "claims-eight-years-at-most"]}, "on": "2028-05-10"}, _missing("retention_rules.period")],
	"a maximum settles what criteria leave open": [{"change": {"retention_rule_ids": ["six-years", "claims-eight-years-at-most"]}, "on": "2028-06-10"}, _kept_too_long],
}

test_a_legal_maximum if _wrong(_a_maximum) == {}

_whichever_is_first := {
	"consent not withdrawn": [{"change": {"retention_rule_ids": ["two-years-from-consent", "on-withdrawal"], "retention_triggers": [{"event": "consent-given", "on": _day("2025-01-10")}]}, "less": ["retention_trigger_on"]}, set()],
	"consent withdrawn": [{"change": {"retention_rule_ids": ["two-years-from-consent", "on-withdrawal"], "retention_triggers": [{"event": "consent-given", "on": _day("2025-01-10")}, {"event": "consent-withdrawn", "on": _day("2026-01-10")}]}}, _kept_too_long],
	"consent two years old": [{"change": {"retention_rule_ids": ["two-years-from-consent", "on-withdrawal"], "retention_triggers": [{"event": "consent-given", "on": _day("2024-10-01")}]}}, _kept_too_long],
}

test_whichever_is_first if _wrong(_whichever_is_first) == {}

_once_a_year := {
	"on the day of the run": [{"change": {"retention_rule_ids": ["yearly-run"]}, "on": "2026-06-30"}, set()],
	"the day after the run": [{"change": {"retention_rule_ids": ["yearly-run"]}, "on": "2026-07-01"}, _grace],
}

test_a_firm_that_destroys_once_a_year if _wrong(_once_a_year) == {}

_no_trigger := {
	"no trigger": [{"less": ["retention_trigger_on"]}, _missing("client_files.retention_trigger_on")],
	"one of two triggers is missing, the other is running": [{"less": ["retention_trigger_on"], "change": {"retention_rule_ids": ["six-years", "ten-years-from-last-entry"], "retention_triggers": [{"event": "last-entry", "on": _day("2020-01-01")}]}}, set()],
	"one of two triggers is missing, the other is over": [{"less": ["retention_trigger_on"], "change": {"retention_rule_ids": ["six-years", "ten-years-from-last-entry"], "retention_triggers": [{"event": "last-entry", "on": _day("2016-01-01")}]}}, _missing("client_files.retention_trigger_on")],
}

test_a_trigger_that_is_missing if _wrong(_no_trigger) == {}

_holds := {
	"a hold, on the day": [{"on": "2026-05-10", "holds": [_hold]}, set()],
	"a hold, the day after": [{"on": "2026-05-11", "holds": [_hold]}, _under_hold],
	"a hold, long after": [{"holds": [_hold]}, _under_hold],
	"a hold that began after the day": [{"holds": [testing.changed(_hold, {"triggered_on": _day("2026-11-22")})]}, _under_hold],
	"a hold that begins tomorrow": [{"holds": [testing.changed(_hold, {"triggered_on": _day("2026-11-23")})]}, _kept_too_long],
	"a draft hold": [{"holds": [testing.changed(_hold, {"status": "draft"})]}, _under_hold],
	"a hold on another matter": [{"holds": [testing.changed(_hold, {"matter_ids": ["M-2"]})]}, _kept_too_long],
	"two holds": [{"holds": [_hold, testing.changed(_hold, {"id": "H-2"})]}, (_under_hold | {["A-1", "kept-under-hold", "legal_holds/H-2"]})],
	"a hold and an extension": [{"holds": [_hold], "change": {"extension": _extension}}, _under_hold],
	"a restriction": [{"requests": [_restriction]}, {["A-1", "kept-under-hold", "rights_requests/Q-1"]}],
	"a restriction lifted": [{"requests": [testing.changed(_restriction, {"restriction_lifted_on": _day("2026-11-22")})]}, _kept_too_long],
	"an open request for access": [{"requests": [testing.changed(_restriction, {"right": "access", "status": "open"})]}, {["A-1", "kept-under-hold", "rights_requests/Q-1"]}],
}

test_holds_and_what_suspends_like_one if _wrong(_holds) == {}

_releases := {
	"released today": [{"holds": [testing.changed(_hold, {"released_on": _day("2026-11-22")})]}, set()],
	"released yesterday": [{"holds": [testing.changed(_hold, {"released_on": _day("2026-11-21")})]}, _grace],
	"released 30 days ago": [{"holds": [testing.changed(_hold, {"released_on": _day("2026-10-23")})]}, _grace],
	"released 31 days ago": [{"holds": [testing.changed(_hold, {"released_on": _day("2026-10-22")})]}, _kept_too_long],
	"released before the day": [{"on": "2026-06-10", "holds": [testing.changed(_hold, {"released_on": _day("2026-05-10")})]}, _kept_too_long],
	"began after the day, released yesterday": [{"holds": [testing.changed(_hold, {"triggered_on": _day("2026-05-11"), "released_on": _day("2026-11-21")})]}, _kept_too_long],
}

test_the_release_of_a_hold_that_covered_the_day if _wrong(_releases) == {}

_extensions := {
	"extended, last day": [{"change": {"extension": testing.changed(_extension, {"until": _day("2026-11-22")})}}, {["A-1", "extended", ""]}],
	"extended until yesterday": [{"change": {"extension": testing.changed(_extension, {"until": _day("2026-11-21")})}}, _kept_too_long],
	"extended within the grace": [{"on": "2026-05-20", "change": {"extension": _extension}}, {["A-1", "extended", ""]}],
	"extended before the day": [{"on": "2026-05-10", "change": {"extension": _extension}}, set()],
	"an extension without a reason": [{"change": {"extension": testing.without(_extension, ["reason"])}}, _kept_too_long],
	"an extension with a blank reason": [{"change": {"extension": testing.changed(_extension, {"reason": " "})}}, _kept_too_long],
	"an extension that nobody approved": [{"change": {"extension": testing.without(_extension, ["approved_by"])}}, _kept_too_long],
	"an extension without an end": [{"change": {"extension": testing.without(_extension, ["until"])}}, _kept_too_long],
}

test_an_extension if _wrong(_extensions) == {}

_client_terms := {
	"a client's term, on its day": [{"on": "2025-05-10", "terms": [_terms]}, set()],
	"a client's term, the day after": [{"on": "2025-05-11", "terms": [_terms]}, _grace],
	"a client's term that has ended": [{"on": "2025-05-11", "terms": [testing.changed(_terms, {"ended_on": _day("2025-05-11")})]}, set()],
	"another client's term": [{"on": "2025-05-11", "terms": [testing.changed(_terms, {"client_id": "K-2"})]}, set()],
	"a client's term without a day of effect": [{"on": "2025-05-11", "terms": [testing.without(_terms, ["effective_on"])]}, _missing("client_terms.effective_on")],
	"a client's term without a day of effect, before its day": [{"on": "2025-05-10", "terms": [testing.without(_terms, ["effective_on"])]}, set()],
	"a client's term at the legal minimum": [{"on": "2024-05-10", "change": {"retention_rule_ids": ["at-least-four-years"]}, "terms": [testing.changed(_terms, {"retention": {"max_period": {"years": 4}}})]}, set()],
	"a client's term below the legal minimum, early": [{"on": "2021-01-01", "change": {"retention_rule_ids": ["at-least-four-years"]}, "terms": [testing.changed(_terms, {"retention": {"max_period": {"years": 3}}})]}, {_cut_below_minimum}],
	"a client's term below the legal minimum, on the day": [{"on": "2024-05-10", "change": {"retention_rule_ids": ["at-least-four-years"]}, "terms": [testing.changed(_terms, {"retention": {"max_period": {"years": 3}}})]}, {_cut_below_minimum}],
	"a client's term below the legal minimum, the day after": [{"on": "2024-05-11", "change": {"retention_rule_ids": ["at-least-four-years"]}, "terms": [testing.changed(_terms, {"retention": {"max_period": {"years": 3}}})]}, ({_cut_below_minimum} | _grace)],
}

test_the_terms_of_the_client if _wrong(_client_terms) == {}

_applicability := {
	"personal data not declared": [{"less": ["contains_personal_data"]}, _missing("client_files.contains_personal_data")],
	"status not declared": [{"less": ["status"]}, _missing("client_files.status")],
	"rules not declared": [{"less": ["retention_rule_ids"]}, _missing("client_files.retention_rule_ids")],
	"class not declared": [{"less": ["record_class"]}, _missing("client_files.record_class")],
	"class not declared, and no identity checks here": [{"less": ["record_class"], "firm": {"mlr_regulated": false}}, _kept_too_long],
	"class not declared, and no client": [{"less": ["record_class", "client_id"]}, _kept_too_long],
	"identity checks where the regulations do not apply": [{"change": {"record_class": "aml-cdd"}, "firm": {"mlr_regulated": false}}, _kept_too_long],
	"identity checks of no one client": [{"change": {"record_class": "aml-cdd"}, "less": ["client_id"]}, _kept_too_long],
}

test_facts_without_which_it_cannot_be_told_whether_it_applies if _wrong(_applicability) == {}

_not_examined := {
	"live": {"change": {"status": "live"}},
	"live, and whether there is personal data is not declared": {"less": ["contains_personal_data"], "change": {"status": "live"}},
	"disposed of": {"change": {"status": "disposed"}},
	"no personal data": {"change": {"contains_personal_data": false}},
	"no rule": {"change": {"retention_rule_ids": []}},
	"only a draft": {"change": {"retention_rule_ids": ["draft"]}},
	"only a rule that nobody knows": {"change": {"retention_rule_ids": ["nowhere"]}},
	"only an unlimited rule": {"change": {"retention_rule_ids": ["wills"]}},
	"only criteria": {"change": {"retention_rule_ids": ["while-claims-run"]}},
	"identity checks": {"change": {"record_class": "aml-cdd"}},
	"identity checks, and the firm does not say whether it is regulated": {"change": {"record_class": "aml-cdd"}, "firm": {"regimes": ["sra"]}},
}

test_does_not_apply if {
	applied := {name | some name, case in _not_examined; count(_examined(case) | _found(case)) > 0}
	applied == set()
}

test_examined_until_the_day_after_it_is_due if {
	_examined({"on": "2026-05-10"}) == {{
		"subject": {"collection": "client_files", "id": "A-1"},
		"grade": 1,
		"changes_on": _day("2026-05-11"),
	}}
}

test_examined_between_two_possible_days if {
	rules := {"retention_rule_ids": ["six-years", "claims-eight-years-at-most"]}
	{entry.changes_on | some entry in _examined({"on": "2026-05-10", "change": rules})} == {_day("2026-05-11")}
	{entry.changes_on | some entry in _examined({"on": "2026-05-11", "change": rules})} == {_day("2028-05-11")}
}

test_no_trigger_whole if {
	_found({"less": ["retention_trigger_on"]}) == {{
		"subject": _asset,
		"reason": "not-declared",
		"by": "client_files.retention_trigger_on",
		"args": {"subject": _asset, "fact": {"collection": "client_files", "field": "retention_trigger_on"}},
		"relied_on": [{"collection": "client_files", "id": "A-1", "path": "retention_trigger_on"}],
	}}
}

test_examined_with_the_terms_of_the_client if {
	{entry.grade | some entry in _examined({"on": "2025-05-10", "terms": [_terms]})} == {0}
	{entry.changes_on | some entry in _examined({"on": "2025-05-10", "terms": [_terms]})} == {_day("2025-05-11")}
}

# The day was derived from a matter of which nobody has confirmed anything.
test_examined_with_the_matter_that_gave_the_day if {
	{entry.grade | some entry in _examined({"change": {"derived": {"retention_trigger_on": 0}}})} == {0}
}

test_examined_on_the_day_of_a_release if {
	holds := [testing.changed(_hold, {"released_on": _day("2026-11-22")})]
	{entry.changes_on | some entry in _examined({"holds": holds})} == {_day("2026-11-23")}
}

test_an_unlimited_rule_never_changes if {
	{entry | some entry in _examined({"change": {"retention_rule_ids": ["six-years", "wills"]}}); entry.changes_on} == set()
}

_asset := {"collection": "client_files", "id": "A-1"}

_day_facts := [
	{"collection": "client_files", "id": "A-1", "path": "retention_trigger_on"},
	{"collection": "client_files", "id": "A-1", "path": "retention_rule_ids"},
	{"collection": "retention_rules", "id": "six-years", "path": "period"},
]

test_kept_too_long_whole if {
	_found({}) == {{
		"subject": _asset,
		"reason": "kept-too-long",
		"args": {"asset": _asset, "due_on": {"day": _day("2026-05-10")}},
		"relied_on": array.concat([{"collection": "client_files", "id": "A-1", "path": "status"}], _day_facts),
	}}
}

test_kept_too_long_after_a_release_counts_from_it if {
	released := [testing.changed(_hold, {"released_on": _day("2026-10-01")})]
	{finding.args.due_on.day | some finding in _found({"holds": released})} == {_day("2026-10-01")}
}

test_grace_running_whole if {
	_found({"on": "2026-05-11"}) == {{
		"subject": _asset,
		"reason": "grace-running",
		"args": {"asset": _asset, "due_on": {"day": _day("2026-05-10")}, "limit_on": {"day": _day("2026-06-09")}},
		"relied_on": array.concat([{"collection": "client_files", "id": "A-1", "path": "status"}], _day_facts),
		"changes_on": _day("2026-06-10"),
	}}
}

test_extended_whole if {
	_found({"change": {"extension": _extension}}) == {{
		"subject": _asset,
		"reason": "extended",
		"args": {"asset": _asset, "due_on": {"day": _day("2026-05-10")}, "until": {"day": _day("2026-12-31")}},
		"relied_on": array.concat(
			[
				{"collection": "client_files", "id": "A-1", "path": "extension.until"},
				{"collection": "client_files", "id": "A-1", "path": "extension.approved_by"},
			],
			_day_facts,
		),
		"changes_on": _day("2027-01-01"),
	}}
}

test_kept_under_hold_whole if {
	_found({"holds": [_hold]}) == {{
		"subject": _asset,
		"reason": "kept-under-hold",
		"by": "legal_holds/H-1",
		"args": {"asset": _asset, "due_on": {"day": _day("2026-05-10")}, "hold": {"collection": "legal_holds", "id": "H-1"}},
		"relied_on": array.concat([{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"}], _day_facts),
	}}
}

test_a_hold_with_a_planned_release_changes_then if {
	planned := [testing.changed(_hold, {"released_on": _day("2026-12-01")})]
	{finding.changes_on | some finding in _found({"holds": planned})} == {_day("2026-12-01")}
}

_below := {
	"on": "2021-01-01",
	"change": {"retention_rule_ids": ["at-least-four-years"]},
	"terms": [testing.changed(_terms, {"retention": {"max_period": {"years": 3}}})],
}

test_client_term_below_minimum_whole if {
	_found(_below) == {{
		"subject": _asset,
		"reason": "client-term-below-minimum",
		"args": {
			"asset": _asset,
			"client": {"collection": "clients", "id": "K-1"},
			"client_due_on": {"day": _day("2023-05-10")},
			"due_on": {"day": _day("2024-05-10")},
		},
		"relied_on": [
			{"collection": "client_terms", "id": "T-1", "path": "retention.max_period"},
			{"collection": "client_files", "id": "A-1", "path": "retention_trigger_on"},
			{"collection": "client_files", "id": "A-1", "path": "retention_rule_ids"},
			{"collection": "retention_rules", "id": "at-least-four-years", "path": "period"},
			{"collection": "retention_rules", "id": "at-least-four-years", "path": "min_period"},
		],
	}}
}

test_client_term_below_minimum_until_the_terms_end if {
	ending := testing.changed(_below, {"terms": [testing.changed(_below.terms[0], {"ended_on": _day("2022-01-01")})]})
	{finding.changes_on | some finding in _found(ending)} == {_day("2022-01-01")}
}

test_client_term_below_minimum_until_the_first_of_the_terms_ends if {
	terms := [testing.changed(_below.terms[0], {"id": id, "ended_on": _day(on)}) | some id, on in {"T-1": "2022-01-01", "T-2": "2023-01-01"}]
	{finding.changes_on | some finding in _found(testing.changed(_below, {"terms": terms}))} == {_day("2022-01-01")}
}

test_client_term_below_minimum_after_a_release_counts_from_it if {
	released := testing.changed(_hold, {"triggered_on": _day("2024-01-01"), "released_on": _day("2024-08-01")})
	found := _found(testing.changed(_below, {"on": "2024-08-02", "holds": [released]}))
	{finding.args.due_on.day | some finding in found; finding.reason == "client-term-below-minimum"} == {_day("2024-08-01")}
}

test_examined_without_the_terms_where_it_may_not_apply if {
	{entry.grade | some entry in _examined({"less": ["contains_personal_data"], "terms": [_terms]})} == {1}
}

_relied_on(change) := {[fact.id, fact.path] | some finding in _found({"change": change, "on": "2040-01-01"}); some fact in finding.relied_on}

test_leads_to_all_that_makes_the_day if {
	triggers := {"retention_rule_ids": ["two-years-from-consent"], "retention_triggers": [{"event": "consent-given", "on": _day("2025-01-10")}]}
	{["A-1", "retention_triggers"], ["two-years-from-consent", "combine"]} - _relied_on(triggers) == set()
	age := {"retention_rule_ids": ["till-25"], "retention_age_reached_on": _day("2026-11-21")}
	{["A-1", "retention_age_reached_on"], ["till-25", "until_age"]} - _relied_on(age) == set()
	{["wills", "permanent"], ["five-years-at-most", "max_period"]} - _relied_on({"retention_rule_ids": ["wills", "five-years-at-most"]}) == set()
	{["yearly-run", "disposal_run"]} - _relied_on({"retention_rule_ids": ["yearly-run"]}) == set()
}

test_client_term_below_the_minimum_of_the_law if {
	trust := testing.changed(_below, {"tables": {"minimum_retention": [{
		"record_class": "trust-accounting",
		"regime": "sra",
		"period": {"years": 6},
		"from_event": "last-entry",
	}]}})
	rules := {"trust": {
		"id": "trust",
		"status": "approved",
		"record_class": "trust-accounting",
		"regimes": ["sra"],
		"trigger_event": "last-entry",
		"period": {"years": 6},
	}}
	found := control.findings with input as {"collection": "client_files", "data_asset": testing.changed(_file, {"retention_rule_ids": ["trust"]})}
		with data.inventory as object.union(testing.without(_inventory(trust), ["retention_rules"]), {"retention_rules": rules})
		with data.requests as {}
		with data.as_of as testing.end_of("2021-01-01")
		with data.parameters as {"disposal_grace_days": 30, "strict_hold": true}
		with data.tables as trust.tables
	{finding.args.due_on.day | some finding in found} == {_day("2026-05-10")}
}

test_what_is_missing_matters_until_the_last_possible_day if {
	case := {"on": "2026-05-11", "change": {"retention_rule_ids": ["six-years", "claims-eight-years-at-most"]}}
	_found(case) == {{
		"subject": _asset,
		"reason": "not-declared",
		"by": "retention_rules.period",
		"args": {
			"subject": {"collection": "retention_rules", "id": "claims-eight-years-at-most"},
			"fact": {"collection": "retention_rules", "field": "period"},
		},
		"relied_on": [{"collection": "retention_rules", "id": "claims-eight-years-at-most", "path": "period"}],
		"changes_on": _day("2028-05-11"),
	}}
}

test_stores_are_judged_as_files_are if {
	found := control.findings with input as {"collection": "data_assets", "data_asset": _file}
		with data.inventory as _inventory({})
		with data.requests as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"disposal_grace_days": 30, "strict_hold": true}
	{[finding.subject.collection, finding.reason] | some finding in found} == {["data_assets", "kept-too-long"]}
}

test_the_grace_is_a_parameter if {
	found := control.findings with input as {"collection": "client_files", "data_asset": _file}
		with data.inventory as _inventory({})
		with data.requests as {}
		with data.as_of as testing.end_of("2026-05-11")
		with data.parameters as {"disposal_grace_days": 0, "strict_hold": true}
	testing.verdicts(found) == _kept_too_long
}
