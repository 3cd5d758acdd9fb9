package privity.access.personal_and_approved_test

import data.lib.testing
import data.privity.access.personal_and_approved as control

# Given, approved and not ended; the day of judging is 2026-11-22.
_grant := {
	"id": "G-1",
	"grade": 1,
	"holder_id": "S-1",
	"system_id": "dms",
	"level": "write",
	"justification": "Works on the conveyancing files",
	"approved_by": "S-2",
	"approved_on": testing.day("2026-01-10"),
	"granted_on": testing.day("2026-01-10"),
	"shared_account": false,
}

_as_of := testing.end_of("2026-11-22")

_inventory := {"staff": testing.by_id([{"id": "S-1"}, {"id": "S-2"}]), "data_assets": {"workspace": {"id": "workspace"}}}

_findings(changes, removed, require_justification) := found if {
	record := testing.changed(testing.without(_grant, removed), changes)
	found := control.findings with input as {"access_grant": record}
		with data.inventory as _inventory
		with data.as_of as _as_of
		with data.parameters as {"require_justification": require_justification}
}

_verdicts(changes, removed) := testing.verdicts(_findings(changes, removed, true))

_verdicts_without_reasons(changes, removed) := testing.verdicts(_findings(changes, removed, false))

_examined(changes) := examined if {
	examined := control.examined with input as {"access_grant": testing.changed(_grant, changes)}
		with data.inventory as _inventory
		with data.as_of as _as_of
}

# What a finding says of {holder} and {target}.
_arguments := {
	"holder": {"collection": "staff", "id": "S-1"},
	"target": {"collection": "systems", "id": "dms"},
}

test_personal_approved_and_reasoned if _verdicts({}, []) == set()

test_examined_is_the_right_itself if {
	_examined({}) == {{"subject": {"collection": "access_grants", "id": "G-1"}, "grade": 1}}
}

test_a_right_that_has_ended_does_not_apply if {
	_examined({"revoked_on": testing.day("2026-11-21")}) == set()
	_examined({"revoked_on": testing.day("2026-11-22")}) == set()
	_verdicts({"shared_account": true, "revoked_on": testing.day("2026-11-22")}, []) == set()
}

test_an_end_that_lies_ahead_is_none_yet if {
	ends := {"shared_account": true, "revoked_on": testing.day("2026-11-23")}
	testing.ids(_examined(ends)) == {"G-1"}
	_findings(ends, [], true) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "shared-account",
		"args": _arguments,
		"relied_on": [{"collection": "access_grants", "id": "G-1", "path": "shared_account"}],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_shared_account if _verdicts({"shared_account": true}, []) == {["G-1", "shared-account", ""]}

test_self_approved if {
	_findings({"approved_by": "S-1"}, [], true) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "self-approved",
		"args": _arguments,
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "approved_by"},
			{"collection": "access_grants", "id": "G-1", "path": "holder_id"},
			{"collection": "access_grants", "id": "G-1", "path": "granted_through"},
		],
	}}
}

test_approved_before_or_on_the_day_it_was_given if {
	_verdicts({"approved_on": testing.day("2026-01-09")}, []) == set()
	_verdicts({"approved_on": testing.day("2026-01-10")}, []) == set()
}

test_approved_the_day_after if {
	_findings({"approved_on": testing.day("2026-01-11")}, [], true) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "remedied-late",
		"args": object.union(_arguments, {
			"due_on": {"day": testing.day("2026-01-10")},
			"met_on": {"day": testing.day("2026-01-11")},
			"days_late": 1,
		}),
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "approved_on"},
			{"collection": "access_grants", "id": "G-1", "path": "granted_on"},
			{"collection": "access_grants", "id": "G-1", "path": "granted_through"},
		],
	}}
}

test_an_approval_that_lies_ahead_is_none_yet if {
	_verdicts({"approved_on": testing.day("2026-11-22")}, []) == {["G-1", "remedied-late", ""]}
	_verdicts({"approved_on": testing.day("2026-11-23")}, []) == {["G-1", "dated-ahead", "access_grants.approved_on"]}
	{finding.args.dated | some finding in _findings({"approved_on": testing.day("2026-11-23")}, [], true)} == {{"day": testing.day("2026-11-23")}}
	{finding.changes_on | some finding in _findings({"approved_on": testing.day("2026-11-23")}, [], true)} == {testing.day("2026-11-23")}
}

test_no_reason_recorded if {
	_verdicts({}, ["justification"]) == {["G-1", "no-justification", ""]}
	_verdicts({"justification": "  "}, []) == {["G-1", "no-justification", ""]}
}

test_reasons_are_asked_only_where_the_firm_asks_for_them if {
	_verdicts_without_reasons({}, ["justification"]) == set()
	_verdicts_without_reasons({"justification": ""}, []) == set()
}

test_what_comes_with_a_group_needs_no_approval_of_its_own if {
	group := {"granted_through": "conveyancing-team"}
	_verdicts(group, ["approved_by", "approved_on", "granted_on", "holder_id"]) == set()
	_verdicts(object.union(group, {"approved_by": "S-1", "approved_on": testing.day("2026-02-01")}), []) == set()
	_verdicts(object.union(group, {"approved_on": testing.day("2026-11-23")}), []) == set()
}

test_what_comes_with_a_group_is_personal_and_reasoned_all_the_same if {
	group := {"granted_through": "conveyancing-team"}
	_verdicts(object.union(group, {"shared_account": true}), []) == {["G-1", "shared-account", ""]}
	_verdicts(group, ["shared_account"]) == {["G-1", "not-declared", "access_grants.shared_account"]}
	_verdicts(group, ["justification"]) == {["G-1", "no-justification", ""]}
}

test_a_group_without_a_name_is_none if {
	_verdicts({"granted_through": " "}, ["approved_by"]) == {["G-1", "not-declared", "access_grants.approved_by"]}
}

test_each_missing_fact_is_asked_for if {
	every path in ["shared_account", "approved_by", "approved_on", "granted_on", "holder_id"] {
		_verdicts({}, [path]) == {["G-1", "not-declared", concat(".", ["access_grants", path])]}
	}
}

test_holder_and_target_of_every_kind if {
	shown := {[kind, finding.args.holder, finding.args.target] |
		some kind, grant in {
			"system": {"system_id": "dms"},
			"store": {"asset_id": "workspace"},
			"file": {"asset_id": "F-9"},
			"matter": {"matter_id": "M-1"},
			"nothing": {},
			"vendor": {"holder_id": "V-1", "system_id": "dms"},
		}
		some finding in _findings(object.union(grant, {"shared_account": true}), ["system_id"], true)
	}
	staff := {"collection": "staff", "id": "S-1"}
	shown == {
		["system", staff, {"collection": "systems", "id": "dms"}],
		["store", staff, {"collection": "data_assets", "id": "workspace"}],
		["file", staff, {"collection": "client_files", "id": "F-9"}],
		["matter", staff, {"collection": "matters", "id": "M-1"}],
		["nothing", staff, {"collection": "access_grants", "id": "G-1"}],
		["vendor", {"collection": "vendors", "id": "V-1"}, {"collection": "systems", "id": "dms"}],
	}
}

test_without_a_holder_the_finding_is_not_lost if {
	found := _findings({"shared_account": true}, ["holder_id"], true)
	{finding.args.holder | some finding in found; finding.reason == "shared-account"} == {{"collection": "access_grants", "id": "G-1"}}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-justification", _findings({}, ["justification"], true)) == {["justification"]}
}
