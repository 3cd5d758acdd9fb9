package privity.governance.everyone_has_a_role_test

import data.lib.testing
import data.privity.governance.everyone_has_a_role as control

_person := {
	"id": "S-1",
	"grade": 3,
	"status": "active",
	"role_id": "partner",
	"start_date": testing.day("2020-01-06"),
	"role_acknowledged_on": testing.day("2026-11-22"),
}

_inventory := {
	"firm": {"offices": {
		"privacy-lead": {"staff_id": "S-1", "deputy_id": "S-2"},
		"incident-lead": {"staff_id": "S-2", "deputy_id": "S-1"},
		"cofa": {},
	}},
	"roles": {"partner": {"id": "partner", "grade": 1}},
	"incident_plans": testing.by_id([
		{"id": "plan", "status": "approved", "roles": {"lead": "S-1", "second": "S-1", "press": "S-2"}},
		{"id": "calls", "escalation": [{"contact": "S-2", "deputy": "S-1"}, {"contact": "S-3", "deputy": "S-2"}]},
		{"id": "old", "status": "retired", "roles": {"lead": "S-1"}, "escalation": [{"contact": "S-1"}]},
	]),
	"systems": testing.by_id([{"id": "dms", "owner_id": "S-1"}, {"id": "mail", "owner_id": "S-2"}, {"id": "fax"}]),
	"policies": testing.by_id([
		{"id": "privacy", "status": "approved", "owner_id": "S-1"},
		{"id": "access", "owner_id": "S-2"},
		{"id": "old", "status": "retired", "owner_id": "S-1"},
	]),
}

_found(changes, removed, as_of) := found if {
	person := testing.changed(testing.without(_person, removed), changes)
	found := control.findings with input as {"staff_member": person}
		with data.inventory as _inventory
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed, "2026-11-22"))

_examined(changes, removed) := examined if {
	person := testing.changed(testing.without(_person, removed), changes)
	examined := control.examined with input as {"staff_member": person}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

test_in_order if {
	_verdicts({}, []) == set()
	_verdicts({"status": "on-leave"}, []) == set()
}

_places := {
	"offices/privacy-lead/staff_id",
	"offices/incident-lead/deputy_id",
	"incident_plans/plan/roles",
	"incident_plans/calls/escalation",
	"systems/dms/owner_id",
	"policies/privacy/owner_id",
}

_still_named := {["S-1", "office-held-by-leaver", place] | some place in _places}

test_a_leaver_is_still_named if {
	_verdicts({"status": "left"}, []) == _still_named
	_verdicts({"status": "left"}, ["role_id", "start_date", "role_acknowledged_on"]) == _still_named
	_verdicts({"end_date": testing.day("2026-11-21")}, []) == _still_named
	_verdicts({"end_date": testing.day("2026-11-21")}, ["status"]) == _still_named
	_verdicts({"end_date": testing.day("2026-11-22")}, []) == set()
}

test_what_is_said_of_a_leaver if {
	found := _found({"status": "left"}, [], "2026-11-22")
	{finding | some finding in found; finding.by in {"offices/privacy-lead/staff_id", "systems/dms/owner_id"}} == {
		{
			"subject": {"collection": "staff", "id": "S-1"},
			"reason": "office-held-by-leaver",
			"by": "offices/privacy-lead/staff_id",
			"args": {
				"person": {"collection": "staff", "id": "S-1"},
				"office": {"collection": "firm", "field": "offices.privacy-lead"},
			},
			"relied_on": [
				{"collection": "firm", "id": "firm", "path": "offices.privacy-lead.staff_id"},
				{"collection": "staff", "id": "S-1", "path": "end_date"},
				{"collection": "staff", "id": "S-1", "path": "status"},
			],
		},
		{
			"subject": {"collection": "staff", "id": "S-1"},
			"reason": "office-held-by-leaver",
			"by": "systems/dms/owner_id",
			"args": {
				"person": {"collection": "staff", "id": "S-1"},
				"office": {"collection": "systems", "field": "owner_id"},
			},
			"relied_on": [
				{"collection": "systems", "id": "dms", "path": "owner_id"},
				{"collection": "staff", "id": "S-1", "path": "end_date"},
				{"collection": "staff", "id": "S-1", "path": "status"},
			],
		},
	}
	{[finding.by, finding.args.office, finding.relied_on[0].path] | some finding in found; startswith(finding.by, "incident_plans/")} == {
		["incident_plans/plan/roles", {"collection": "incident_plans", "field": "roles"}, "roles"],
		["incident_plans/calls/escalation", {"collection": "incident_plans", "field": "escalation"}, "escalation"],
	}
}

test_a_leaver_who_is_named_nowhere_does_not_apply if {
	_verdicts({"id": "S-9", "status": "left"}, ["role_id"]) == set()
	_examined({"id": "S-9", "status": "left"}, []) == set()
	testing.ids(_examined({"status": "left"}, [])) == {"S-1"}
}

test_a_role_that_the_firm_does_not_have if {
	_found({"role_id": "pilot"}, ["role_acknowledged_on"], "2026-11-22") == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "unknown-role",
		"args": {"person": {"collection": "staff", "id": "S-1"}},
		"relied_on": [{"collection": "staff", "id": "S-1", "path": "role_id"}],
	}}
	_verdicts({}, ["role_id", "role_acknowledged_on"]) == {["S-1", "not-declared", "staff.role_id"]}
}

test_a_role_is_accepted_within_thirty_days if {
	_verdicts({"start_date": testing.day("2026-10-23")}, ["role_acknowledged_on"]) == set()
	_verdicts({"start_date": testing.day("2026-10-22")}, ["role_acknowledged_on"]) == {["S-1", "role-not-accepted", ""]}
	_verdicts({"status": "on-leave"}, ["role_acknowledged_on"]) == {["S-1", "role-not-accepted", ""]}
	_verdicts({}, ["role_acknowledged_on", "start_date"]) == {["S-1", "not-declared", "staff.start_date"]}
	_verdicts({}, ["start_date"]) == set()
}

test_an_acceptance_that_lies_ahead_is_none_yet if {
	_found({"role_acknowledged_on": testing.day("2026-11-23")}, [], "2026-11-22") == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "role-not-accepted",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"role": {"collection": "roles", "id": "partner"},
		},
		"relied_on": [
			{"collection": "staff", "id": "S-1", "path": "role_acknowledged_on"},
			{"collection": "staff", "id": "S-1", "path": "start_date"},
		],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_not_declared_whether_someone_is_here if {
	_verdicts({"role_id": "pilot"}, ["status"]) == {["S-1", "not-declared", "staff.status"]}
	testing.ids(_examined({}, ["status"])) == {"S-1"}
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "staff", "id": "S-1"}, "grade": 1}}
	_examined({"role_id": "pilot"}, []) == {{"subject": {"collection": "staff", "id": "S-1"}, "grade": 3}}
	{entry.changes_on | some entry in _examined({"start_date": testing.day("2026-11-01")}, ["role_acknowledged_on"])} == {testing.day("2026-12-02")}
	{entry.changes_on | some entry in _examined({"end_date": testing.day("2026-12-31")}, [])} == {testing.day("2027-01-01")}
	{entry.changes_on | some entry in _examined({"id": "S-9", "end_date": testing.day("2026-12-31")}, [])} == set()
}

test_a_leaver_is_asked_nothing_more if {
	left := {"id": "S-9", "status": "left", "role_id": "pilot"}
	_verdicts(left, ["role_acknowledged_on", "start_date"]) == set()
	_verdicts({"id": "S-9", "status": "left"}, ["role_acknowledged_on"]) == set()
	_verdicts({"id": "S-9", "status": "left"}, ["role_acknowledged_on", "start_date"]) == set()
	_verdicts({"id": "S-9", "end_date": testing.day("2026-11-01")}, ["status"]) == set()
	_verdicts({"id": "S-9", "end_date": testing.day("2026-11-01")}, ["role_acknowledged_on"]) == set()
	_examined({"id": "S-9", "end_date": testing.day("2026-11-01")}, ["status"]) == set()
}

test_one_place_is_enough if {
	_verdicts({"id": "S-3", "status": "left"}, []) == {["S-3", "office-held-by-leaver", "incident_plans/calls/escalation"]}
	testing.ids(_examined({"id": "S-3", "status": "left"}, [])) == {"S-3"}
	{entry.changes_on | some entry in _examined({"id": "S-3", "end_date": testing.day("2026-12-31")}, [])} == {testing.day("2027-01-01")}
}

test_days_on_which_the_verdict_may_turn if {
	_examined({"start_date": testing.day("2026-11-01")}, []) == {{"subject": {"collection": "staff", "id": "S-1"}, "grade": 1}}
	{entry.changes_on | some entry in _examined({"role_acknowledged_on": testing.day("2026-11-23")}, [])} == {testing.day("2026-11-23")}
}

test_of_a_role_that_the_firm_does_not_have_nothing_more_is_asked if {
	_verdicts({"role_id": "pilot"}, ["role_acknowledged_on", "start_date"]) == {["S-1", "unknown-role", ""]}
}
