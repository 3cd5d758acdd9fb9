package privity.retention.complete_retention_rule_test

import data.lib.testing
import data.privity.retention.complete_retention_rule as control

_rule := {
	"id": "R-1",
	"status": "approved",
	"record_class": "client-file",
	"trigger_event": "matter-closed",
	"period": {"years": 6},
	"legal_basis_text": "Claims about our work can be brought for six years.",
	"disposal_method": "Deletion in the document system, shredding of paper.",
	"owner_id": "S-1",
	"approved_on": testing.day("2026-01-15"),
	"covers_backups": true,
	"grade": 1,
}

_changed(case) := testing.changed(testing.without(_rule, object.get(case, "less", [])), object.get(case, "change", {}))

_found(case) := found if {
	found := control.findings with input as {"retention_rule": _changed(case)}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(case) := examined if {
	examined := control.examined with input as {"retention_rule": _changed(case)}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_unsaid(field) := {["R-1", "incomplete-rule", field]}

_backups := {["R-1", "backups-not-covered", ""]}

_contradictory := {["R-1", "contradictory-period", ""]}

_cases := {
	"complete": [{}, set()],
	"no class": [{"less": ["record_class"]}, _unsaid("record_class")],
	"no trigger": [{"less": ["trigger_event"]}, _unsaid("trigger_event")],
	"no legal basis": [{"less": ["legal_basis_text"]}, _unsaid("legal_basis_text")],
	"a blank legal basis": [{"change": {"legal_basis_text": "  "}}, _unsaid("legal_basis_text")],
	"no method": [{"less": ["disposal_method"]}, _unsaid("disposal_method")],
	"a blank method": [{"change": {"disposal_method": ""}}, _unsaid("disposal_method")],
	"no owner": [{"less": ["owner_id"]}, _unsaid("owner_id")],
	"no day of approval": [{"less": ["approved_on"]}, _unsaid("approved_on")],
	"approved today": [{"change": {"approved_on": testing.day("2026-11-22")}}, set()],
	"approved tomorrow": [{"change": {"approved_on": testing.day("2026-11-23")}}, _unsaid("approved_on")],
	"several things": [{"less": ["owner_id", "record_class"]}, (_unsaid("owner_id") | _unsaid("record_class"))],
	# How long.
	"no period": [{"less": ["period"]}, _unsaid("period")],
	"an empty period": [{"change": {"period": {}}}, _unsaid("period")],
	"no time at all is a period": [{"change": {"period": {"days": 0}}}, set()],
	"an age": [{"less": ["period"], "change": {"until_age": {"whose": "client", "years": 25}}}, set()],
	"criteria": [{"less": ["period"], "change": {"criteria_text": "Until claims are over."}}, set()],
	"blank criteria": [{"less": ["period"], "change": {"criteria_text": " "}}, _unsaid("period")],
	"permanent with a reason": [{"less": ["period"], "change": {"permanent": true, "criteria_text": "Until the client collects it."}}, set()],
	"permanent without a reason": [{"less": ["period"], "change": {"permanent": true}}, _unsaid("criteria_text")],
	"permanent with a blank reason": [{"less": ["period"], "change": {"permanent": true, "criteria_text": ""}}, _unsaid("criteria_text")],
	"permanent is false": [{"less": ["period"], "change": {"permanent": false}}, _unsaid("period")],
	# Backups.
	"nothing on backups": [{"less": ["covers_backups"]}, _backups],
	"backups not covered": [{"change": {"covers_backups": false}}, _backups],
	# Minimum and maximum.
	"at its minimum": [{"change": {"min_period": {"months": 72}}}, set()],
	"a day below its minimum": [{"change": {"min_period": {"years": 6, "days": 1}}}, _contradictory],
	"at its maximum": [{"change": {"max_period": {"years": 6}}}, set()],
	"a day above its maximum": [{"change": {"period": {"years": 6, "days": 1}, "max_period": {"years": 6}}}, _contradictory],
	"between the two": [{"change": {"min_period": {"years": 5}, "max_period": {"years": 7}}}, set()],
	"a minimum above the maximum": [{"less": ["period"], "change": {"criteria_text": "Until claims are over.", "min_period": {"years": 7}, "max_period": {"years": 6}}}, _contradictory],
	"a month and 30 days: shorter from 31 January only by nothing": [{"change": {"period": {"months": 1}, "min_period": {"days": 28}}}, set()],
	"a month may be shorter than 29 days": [{"change": {"period": {"months": 1}, "min_period": {"days": 29}}}, _contradictory],
	"a month and a maximum of 29 days": [{"change": {"period": {"months": 1}, "max_period": {"days": 29}}}, set()],
	"a month and a maximum of 28 days": [{"change": {"period": {"months": 1}, "max_period": {"days": 28}}}, _contradictory],
	# Whether it applies.
	"no status": [{"less": ["status", "owner_id"]}, {["R-1", "not-declared", "retention_rules.status"]}],
	"no status, and much else amiss": [
		{"less": ["status", "covers_backups"], "change": {"approved_on": testing.day("2026-11-23"), "min_period": {"years": 7}}},
		{["R-1", "not-declared", "retention_rules.status"]},
	],
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
	examined := {name | some name, [case, _] in _cases; testing.ids(_examined(case)) == {"R-1"}}
	examined == object.keys(_cases)
}

test_drafts_and_retired_rules_are_not_examined if {
	every status in ["draft", "retired"] {
		case := {"change": {"status": status}, "less": ["owner_id", "period", "covers_backups"]}
		_examined(case) == set()
		_found(case) == set()
	}
}

test_examined if _examined({}) == {{"subject": {"collection": "retention_rules", "id": "R-1"}, "grade": 1}}

_subject := {"collection": "retention_rules", "id": "R-1"}

_fact(path) := object.union(_subject, {"path": path})

test_incomplete_rule_whole if {
	_found({"less": ["disposal_method"]}) == {{
		"subject": _subject,
		"reason": "incomplete-rule",
		"by": "disposal_method",
		"args": {"rule": _subject, "fact": {"collection": "retention_rules", "field": "disposal_method"}},
		"relied_on": [_fact("disposal_method")],
	}}
}

test_an_approval_to_come_changes_on_its_day if {
	_found({"change": {"approved_on": testing.day("2027-01-01")}}) == {{
		"subject": _subject,
		"reason": "incomplete-rule",
		"by": "approved_on",
		"args": {"rule": _subject, "fact": {"collection": "retention_rules", "field": "approved_on"}},
		"relied_on": [_fact("approved_on")],
		"changes_on": testing.day("2027-01-01"),
	}}
}

test_backups_not_covered_whole if {
	_found({"less": ["covers_backups"]}) == {{
		"subject": _subject,
		"reason": "backups-not-covered",
		"args": {"rule": _subject},
		"relied_on": [_fact("covers_backups")],
	}}
}

test_contradictory_period_whole if {
	_found({"change": {"min_period": {"years": 7}}}) == {{
		"subject": _subject,
		"reason": "contradictory-period",
		"args": {"rule": _subject},
		"relied_on": [_fact("period"), _fact("min_period")],
	}}
}

test_contradictory_period_leads_to_a_maximum if {
	found := _found({"change": {"max_period": {"years": 5}}})
	{finding.relied_on | some finding in found; finding.reason == "contradictory-period"} == {[_fact("period"), _fact("max_period")]}
}
