package privity.retention.retention_rule_assigned_test

import data.lib.testing
import data.privity.retention.retention_rule_assigned as control

_store := {
	"id": "A-1",
	"status": "closed",
	"contains_personal_data": true,
	"retention_rule_ids": ["six-years"],
	"retention_trigger_on": testing.day("2024-05-10"),
	"grade": 2,
}

_rules := testing.by_id([
	{"id": "six-years", "status": "approved", "trigger_event": "matter-closed", "period": {"years": 6}, "grade": 1},
	{"id": "ten-years", "status": "approved", "trigger_event": "last-entry", "period": {"years": 10}},
	{"id": "till-25", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "client", "years": 25}},
	{"id": "till-25-or-six-years", "status": "approved", "trigger_event": "matter-closed", "until_age": {"whose": "client", "years": 25}, "period": {"years": 6}},
	{"id": "wills", "status": "approved", "trigger_event": "matter-closed", "permanent": true},
	{"id": "not-permanent", "status": "approved", "trigger_event": "matter-closed", "permanent": false, "period": {"years": 1}},
	{"id": "while-claims-run", "status": "approved", "trigger_event": "matter-closed", "criteria_text": "Until claims are over."},
	{"id": "explained-period", "status": "approved", "trigger_event": "other", "period": {"years": 6}, "criteria_text": "From the end of the lease."},
	{"id": "two-years-from-consent", "status": "approved", "trigger_event": "consent-given", "period": {"years": 2}, "combine": "earliest"},
	{"id": "on-withdrawal", "status": "approved", "trigger_event": "consent-withdrawn", "period": {"days": 0}, "combine": "earliest"},
	{"id": "draft", "status": "draft", "trigger_event": "matter-closed", "period": {"years": 6}},
	{"id": "retired", "status": "retired", "trigger_event": "matter-closed", "period": {"years": 6}},
	{"id": "no-status", "trigger_event": "matter-closed", "period": {"years": 6}},
])

_changed(case) := testing.changed(testing.without(_store, object.get(case, "less", [])), object.get(case, "change", {}))

_found(case) := found if {
	found := control.findings with input as {"collection": "data_assets", "data_asset": _changed(case)}
		with data.inventory as {"retention_rules": _rules}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(case) := examined if {
	examined := control.examined with input as {"collection": "data_assets", "data_asset": _changed(case)}
		with data.inventory as {"retention_rules": _rules}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_missing(field) := ["A-1", "not-declared", concat("", ["data_assets.", field])]

_no_trigger := {["A-1", "trigger-not-declared", ""]}

_triggers(days) := [{"event": event, "on": testing.day(on)} | some event, on in days]

_bare(rules) := {"less": ["retention_trigger_on"], "change": {"retention_rule_ids": rules}}

_with_triggers(rules, days) := {
	"less": ["retention_trigger_on"],
	"change": {"retention_rule_ids": rules, "retention_triggers": _triggers(days)},
}

_cases := {
	"in order": [{}, set()],
	"no rule": [{"change": {"retention_rule_ids": []}}, {["A-1", "no-rule", ""]}],
	"no rule on a live store": [{"change": {"retention_rule_ids": [], "status": "live"}}, {["A-1", "no-rule", ""]}],
	"rules not declared": [{"less": ["retention_rule_ids"]}, {_missing("retention_rule_ids")}],
	"a rule that nobody knows": [{"change": {"retention_rule_ids": ["nowhere"]}}, {["A-1", "unknown-rule", "nowhere"]}],
	"a draft": [{"change": {"retention_rule_ids": ["six-years", "draft"]}}, {["A-1", "unknown-rule", "draft"]}],
	"two that are not in the schedule": [{"change": {"retention_rule_ids": ["retired", "nowhere"]}}, {["A-1", "unknown-rule", "retired"], ["A-1", "unknown-rule", "nowhere"]}],
	"a rule without a status": [{"change": {"retention_rule_ids": ["no-status"]}}, {["A-1", "not-declared", "retention_rules.status"]}],
	# The day from which it runs.
	"closed and no trigger": [{"less": ["retention_trigger_on"]}, _no_trigger],
	"live and no trigger": [{"less": ["retention_trigger_on"], "change": {"status": "live"}}, set()],
	"the rule's own event": [_with_triggers(["six-years"], {"matter-closed": "2024-05-10"}), set()],
	"another event": [_with_triggers(["six-years"], {"last-entry": "2024-05-10"}), _no_trigger],
	"each rule its event": [_with_triggers(["six-years", "ten-years"], {"matter-closed": "2024-05-10", "last-entry": "2024-05-10"}), set()],
	"one of two events": [_with_triggers(["six-years", "ten-years"], {"matter-closed": "2024-05-10"}), _no_trigger],
	"an age": [testing.changed(_bare(["till-25"]), {"change": {"retention_rule_ids": ["till-25"], "retention_age_reached_on": testing.day("2031-05-04")}}), set()],
	"an age and no day": [_bare(["till-25"]), _no_trigger],
	"an age and a period": [testing.changed(_bare(["till-25-or-six-years"]), {"change": {"retention_rule_ids": ["till-25-or-six-years"], "retention_age_reached_on": testing.day("2031-05-04")}}), _no_trigger],
	"permanent": [_bare(["wills"]), set()],
	"permanent beside a period": [_bare(["wills", "six-years"]), set()],
	"permanent is false": [_bare(["not-permanent"]), _no_trigger],
	"criteria": [_bare(["while-claims-run"]), set()],
	"a period that criteria explain": [_bare(["explained-period"]), _no_trigger],
	"consent that was not withdrawn": [_with_triggers(["two-years-from-consent", "on-withdrawal"], {"consent-given": "2025-01-10"}), set()],
	"consent of which nothing is known": [_bare(["two-years-from-consent", "on-withdrawal"]), _no_trigger],
	"only a rule that nobody knows, and no trigger": [_bare(["nowhere"]), {["A-1", "unknown-rule", "nowhere"]}],
	# Whether it applies.
	"personal data not declared": [{"less": ["contains_personal_data"]}, {_missing("contains_personal_data")}],
	"status not declared": [{"less": ["status"]}, {_missing("status")}],
	"neither is declared, nor a rule": [{"less": ["contains_personal_data", "status", "retention_rule_ids"]}, {_missing("contains_personal_data"), _missing("status"), _missing("retention_rule_ids")}],
	"undecided, a rule that nobody knows": [{"less": ["contains_personal_data"], "change": {"retention_rule_ids": ["nowhere"]}}, {_missing("contains_personal_data")}],
	"undecided, a rule without a status": [{"less": ["contains_personal_data"], "change": {"retention_rule_ids": ["no-status"]}}, {_missing("contains_personal_data")}],
	"undecided, no trigger": [{"less": ["contains_personal_data", "retention_trigger_on"]}, {_missing("contains_personal_data")}],
	"undecided: no finding yet": [{"less": ["contains_personal_data"], "change": {"retention_rule_ids": []}}, {_missing("contains_personal_data")}],
}

test_cases if {
	wrong := {name: verdicts |
		some name, [case, expected] in _cases
		verdicts := testing.verdicts(_found(case))
		verdicts != expected
	}
	wrong == {}
}

test_every_case_is_examined if {
	examined := {name | some name, [case, _] in _cases; testing.ids(_examined(case)) == {"A-1"}}
	examined == object.keys(_cases)
}

_not_examined := {
	"no personal data": {"change": {"contains_personal_data": false, "retention_rule_ids": []}},
	"no personal data, and no status": {"change": {"contains_personal_data": false}, "less": ["status"]},
	"disposed of": {"change": {"status": "disposed", "retention_rule_ids": []}},
	"disposed of, and nothing said on personal data": {"change": {"status": "disposed"}, "less": ["contains_personal_data"]},
}

test_does_not_apply if {
	applied := {name | some name, case in _not_examined; count(_examined(case) | _found(case)) > 0}
	applied == set()
}

test_examined_with_its_rules if {
	_examined({}) == {{"subject": {"collection": "data_assets", "id": "A-1"}, "grade": 1}}
}

# The day was derived from a matter of which nobody has confirmed anything.
test_examined_with_the_matter_that_gave_the_day if {
	{entry.grade | some entry in _examined({"change": {"derived": {"retention_trigger_on": 0}}})} == {0}
}

_asset := {"collection": "data_assets", "id": "A-1"}

_fact(path) := object.union(_asset, {"path": path})

test_no_rule_whole if {
	_found({"change": {"retention_rule_ids": []}}) == {{
		"subject": _asset,
		"reason": "no-rule",
		"args": {"asset": _asset},
		"relied_on": [_fact("retention_rule_ids"), _fact("contains_personal_data")],
	}}
}

test_unknown_rule_whole if {
	_found({"change": {"retention_rule_ids": ["draft"]}}) == {{
		"subject": _asset,
		"reason": "unknown-rule",
		"by": "draft",
		"args": {"asset": _asset, "rule": {"collection": "retention_rules", "id": "draft"}},
		"relied_on": [_fact("retention_rule_ids"), {"collection": "retention_rules", "id": "draft", "path": "status"}],
	}}
}

test_trigger_not_declared_whole if {
	_found({"less": ["retention_trigger_on"]}) == {{
		"subject": _asset,
		"reason": "trigger-not-declared",
		"args": {"asset": _asset},
		"relied_on": [_fact("retention_trigger_on"), _fact("retention_triggers"), _fact("status"), _fact("retention_rule_ids")],
	}}
}

test_a_rule_without_a_status_is_where_to_look if {
	found := _found({"change": {"retention_rule_ids": ["no-status"]}})
	{finding.relied_on | some finding in found} == {[{"collection": "retention_rules", "id": "no-status", "path": "status"}]}
}

test_files_are_judged_as_stores_are if {
	found := control.findings with input as {"collection": "client_files", "data_asset": testing.changed(_store, {"retention_rule_ids": []})}
		with data.inventory as {"retention_rules": _rules}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	{finding.subject.collection | some finding in found} == {"client_files"}
}
