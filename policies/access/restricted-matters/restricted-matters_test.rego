package privity.access.restricted_matters_test

import data.lib.testing
import data.privity.access.restricted_matters as control

_matter := {
	"id": "M-1",
	"grade": 2,
	"confidentiality": "restricted",
	"team_staff_ids": ["S-team"],
	"responsible_lawyer_id": "S-lead",
	"oversight_staff_ids": ["S-supervisor"],
}

# By someone of the team, who may open the matter.
_grant := {
	"id": "G-1",
	"grade": 3,
	"matter_id": "M-1",
	"holder_id": "S-team",
	"holder_role_id": "lawyer",
	"level": "write",
}

_inventory := {
	"firm": {"oversight_staff_ids": ["S-compliance"]},
	"staff": {"S-other": {"id": "S-other"}},
	"roles": testing.by_id([
		{"id": "lawyer", "grade": 3},
		{"id": "records", "grade": 1, "records_admin": true},
		{"id": "it", "grade": 3, "records_admin": false},
	]),
}

_findings(matter, grant) := found if {
	found := control.findings with input as {"matter": matter, "access_grants": {"G-1": grant}}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
}

# verdicts: what the control finds in the right above, changed as said, on a restricted and on a walled matter.
_restricted(changes, removed) := testing.verdicts(_findings(_matter, grant)) if {
	grant := testing.changed(testing.without(_grant, removed), changes)
}

_walled(changes, removed) := testing.verdicts(_findings(testing.changed(_matter, {"confidentiality": "walled"}), grant)) if {
	grant := testing.changed(testing.without(_grant, removed), changes)
}

# The same for a matter less some of its facts.
_less(removed, changes) := testing.verdicts(_findings(testing.without(_matter, removed), testing.changed(_grant, changes)))

_examined(matter, grant) := examined if {
	examined := control.examined with input as {"matter": matter, "access_grants": {"G-1": grant}}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
}

_outside := {["G-1", "outside-team", "M-1"]}

test_the_team_the_responsible_lawyer_and_oversight_may_open_it if {
	every id in ["S-team", "S-lead", "S-supervisor"] {
		_restricted({"holder_id": id}, []) == set()
		_walled({"holder_id": id}, []) == set()
	}
}

test_firm_wide_oversight_ends_at_a_wall if {
	_restricted({"holder_id": "S-compliance"}, []) == set()
	_walled({"holder_id": "S-compliance"}, []) == _outside
}

test_records_administrators_pass_on_restricted_matters_only if {
	admin := {"holder_id": "S-other", "holder_role_id": "records", "level": "admin"}
	_restricted(admin, []) == set()
	_walled(admin, []) == _outside
}

test_neither_the_level_nor_the_role_is_enough_alone if {
	_restricted({"holder_id": "S-other", "holder_role_id": "records", "level": "write"}, []) == _outside
	_restricted({"holder_id": "S-other", "holder_role_id": "records", "level": "read"}, []) == _outside
	_restricted({"holder_id": "S-other", "holder_role_id": "it", "level": "admin"}, []) == _outside
	_restricted({"holder_id": "S-other", "holder_role_id": "lawyer", "level": "admin"}, []) == _outside
}

test_anyone_else_is_outside_the_team if {
	_findings(_matter, testing.changed(_grant, {"holder_id": "S-other"})) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "outside-team",
		"by": "M-1",
		"args": {
			"holder": {"collection": "staff", "id": "S-other"},
			"matter": {"collection": "matters", "id": "M-1"},
			"confidentiality": {"collection": "matters", "field": "confidentiality", "value": "restricted"},
		},
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "holder_id"},
			{"collection": "matters", "id": "M-1", "path": "team_staff_ids"},
			{"collection": "matters", "id": "M-1", "path": "responsible_lawyer_id"},
			{"collection": "matters", "id": "M-1", "path": "oversight_staff_ids"},
			{"collection": "matters", "id": "M-1", "path": "confidentiality"},
			{"collection": "access_grants", "id": "G-1", "path": "level"},
			{"collection": "access_grants", "id": "G-1", "path": "holder_role_id"},
			{"collection": "firm", "id": "firm", "path": "oversight_staff_ids"},
		],
	}}
}

test_a_walled_matter_does_not_ask_for_levels_and_roles if {
	_walled({"holder_id": "S-other", "level": "admin"}, ["holder_role_id"]) == _outside
	_walled({"holder_id": "S-other"}, ["level", "holder_role_id"]) == _outside
	walled := testing.changed(_matter, {"confidentiality": "walled"})
	paths := {fact.path |
		some finding in _findings(walled, testing.changed(_grant, {"holder_id": "S-other"}))
		some fact in finding.relied_on
	}
	paths == {"holder_id", "team_staff_ids", "responsible_lawyer_id", "oversight_staff_ids", "confidentiality"}
}

test_a_vendor_is_outside_the_team if {
	found := _findings(_matter, testing.changed(_grant, {"holder_id": "V-1"}))
	{finding.args.holder | some finding in found} == {{"collection": "vendors", "id": "V-1"}}
}

test_a_right_through_a_file_counts_as_one_on_the_matter if {
	_restricted({"holder_id": "S-other", "asset_id": "F-1"}, ["matter_id"]) == _outside
}

test_examined_rests_on_matter_and_role if {
	_examined(_matter, _grant) == {{"subject": {"collection": "access_grants", "id": "G-1"}, "grade": 2}}
	by_role := testing.changed(_grant, {"holder_role_id": "records"})
	_examined(_matter, by_role) == {{"subject": {"collection": "access_grants", "id": "G-1"}, "grade": 1}}
	walled := testing.changed(_matter, {"confidentiality": "walled"})
	_examined(walled, by_role) == {{"subject": {"collection": "access_grants", "id": "G-1"}, "grade": 2}}
}

test_a_standard_matter_does_not_apply if {
	standard := testing.changed(_matter, {"confidentiality": "standard"})
	_examined(standard, _grant) == set()
	_findings(standard, testing.changed(_grant, {"holder_id": "S-other"})) == set()
}

test_a_right_that_has_ended_does_not_apply if {
	ended := {"holder_id": "S-other", "revoked_on": testing.day("2026-11-22")}
	_examined(_matter, testing.changed(_grant, ended)) == set()
	_restricted(ended, []) == set()
}

test_an_end_that_lies_ahead_is_none_yet if {
	ends := testing.changed(_grant, {"holder_id": "S-other", "revoked_on": testing.day("2026-11-23")})
	testing.ids(_examined(_matter, ends)) == {"G-1"}
	{[finding.reason, finding.changes_on] | some finding in _findings(_matter, ends)} == {["outside-team", testing.day("2026-11-23")]}
}

test_not_declared_team if {
	found := _findings(testing.without(_matter, ["team_staff_ids"]), testing.changed(_grant, {"holder_id": "S-other"}))
	found == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "not-declared",
		"by": "matters.team_staff_ids",
		"args": {
			"subject": {"collection": "matters", "id": "M-1"},
			"fact": {"collection": "matters", "field": "team_staff_ids"},
		},
		"relied_on": [{"collection": "matters", "id": "M-1", "path": "team_staff_ids"}],
	}}
}

test_an_empty_team_is_declared if {
	nobody := testing.changed(_matter, {"team_staff_ids": []})
	testing.verdicts(_findings(nobody, _grant)) == _outside
}

test_not_declared_responsible_lawyer if {
	_less(["responsible_lawyer_id"], {"holder_id": "S-other"}) == {["G-1", "not-declared", "matters.responsible_lawyer_id"]}
}

test_who_passes_on_another_ground_leaves_nothing_to_ask if {
	_less(["responsible_lawyer_id"], {}) == set()
	_less(["team_staff_ids"], {"holder_id": "S-lead"}) == set()
	_less(["team_staff_ids"], {"holder_id": "S-compliance"}) == set()
	_less(["team_staff_ids"], {"holder_role_id": "records", "level": "admin"}) == set()
	_restricted({}, ["level", "holder_role_id"]) == set()
}

test_nobody_named_for_oversight_is_nobody if {
	_less(["oversight_staff_ids"], {"holder_id": "S-supervisor"}) == _outside
	found := control.findings with input as {"matter": _matter, "access_grants": {"G-1": testing.changed(_grant, {"holder_id": "S-compliance"})}}
		with data.inventory as testing.changed(_inventory, {"firm": {}})
		with data.as_of as testing.end_of("2026-11-22")
	testing.verdicts(found) == _outside
}

test_not_declared_role_of_an_administrator if {
	other := {"holder_id": "S-other", "level": "admin"}
	_restricted(other, ["holder_role_id"]) == {["G-1", "not-declared", "access_grants.holder_role_id"]}
	_restricted(testing.changed(other, {"level": "write"}), ["holder_role_id"]) == _outside
}

test_not_declared_level_asked_only_of_a_possible_records_administrator if {
	_restricted({"holder_id": "S-other", "holder_role_id": "records"}, ["level"]) == {["G-1", "not-declared", "access_grants.level"]}
	_restricted({"holder_id": "S-other", "holder_role_id": "it"}, ["level"]) == _outside
	_restricted({"holder_id": "S-other"}, ["level", "holder_role_id"]) == {
		["G-1", "not-declared", "access_grants.level"],
		["G-1", "not-declared", "access_grants.holder_role_id"],
	}
}

test_a_role_that_is_not_declared_may_administer_records if {
	other := {"holder_id": "S-other", "holder_role_id": "clerk", "level": "admin"}
	_restricted(other, []) == {["G-1", "not-declared", "roles.records_admin"]}
	_restricted(testing.changed(other, {"level": "read"}), []) == _outside
}

test_not_declared_holder if {
	_restricted({}, ["holder_id"]) == {["G-1", "not-declared", "access_grants.holder_id"]}
	_walled({}, ["holder_id"]) == {["G-1", "not-declared", "access_grants.holder_id"]}
	_restricted({"level": "admin", "holder_role_id": "records"}, ["holder_id"]) == set()
}

test_not_declared_whether_the_matter_is_restricted if {
	open := testing.without(_matter, ["confidentiality"])
	_examined(open, _grant) == {{"subject": {"collection": "access_grants", "id": "G-1"}, "grade": 2}}
	_less(["confidentiality"], {"holder_id": "S-other"}) == {["G-1", "not-declared", "matters.confidentiality"]}
	_less(["confidentiality"], {"holder_id": "S-other", "revoked_on": testing.day("2026-11-22")}) == set()
}

test_each_right_is_judged_by_itself if {
	unit := {"matter": _matter, "access_grants": {
		"G-1": _grant,
		"G-2": testing.changed(_grant, {"id": "G-2", "holder_id": "S-other"}),
	}}
	found := control.findings with input as unit
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
	testing.verdicts(found) == {["G-2", "outside-team", "M-1"]}
}
