package privity.legal_profession.screened_people_kept_out_test

import data.lib.testing
import data.privity.legal_profession.screened_people_kept_out as control

_day(text) := testing.day(text)

_base := {
	"matter": {"id": "M-1", "grade": 3, "team_staff_ids": ["S-1"]},
	"wall": {
		"id": "W-1",
		"grade": 3,
		"status": "active",
		"matter_ids": ["M-1"],
		"established_on": testing.day("2026-09-01"),
		"screened_staff_ids": ["S-2"],
		"holding_system_ids": ["dms"],
		"enforced_system_ids": ["dms"],
	},
	"grants": [{"id": "G-1", "grade": 3, "holder_id": "S-1", "matter_id": "M-1"}],
	"systems": [
		{"id": "dms", "grade": 3, "supports_walls": true},
		{"id": "mail", "grade": 2, "supports_walls": false},
		{"id": "unsaid", "grade": 1},
	],
}

_findings(changes) := found if {
	case := testing.changed(_base, changes)
	found := control.findings with input as {"matter": case.matter, "access_grants": testing.by_id(case.grants)}
		with data.inventory as {"ethical_walls": testing.by_id([case.wall]), "systems": testing.by_id(case.systems)}
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(changes) := examined if {
	case := testing.changed(_base, changes)
	examined := control.examined with input as {"matter": case.matter, "access_grants": testing.by_id(case.grants)}
		with data.inventory as {"ethical_walls": testing.by_id([case.wall]), "systems": testing.by_id(case.systems)}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes) := testing.verdicts(_findings(changes))

_of_wall(changes, removed) := _verdicts({"wall": testing.changed(testing.without(_base.wall, removed), changes)})

_of_grant(changes) := _verdicts({"grants": [testing.changed(_base.grants[0], changes)]})

_missing(field) := {["M-1", "not-declared", field]}

test_nobody_screened_can_reach_it if _verdicts({}) == set()

test_examined_behind_a_wall_that_stands if {
	_examined({}) == {{"subject": {"collection": "matters", "id": "M-1"}, "grade": 3}}
	_examined({"wall": testing.changed(_base.wall, {"status": "pending"})}) == set()
	_examined({"wall": testing.changed(_base.wall, {"status": "lifted"})}) == set()
	_examined({"wall": testing.changed(_base.wall, {"matter_ids": ["M-2"]})}) == set()
	_examined({"wall": testing.without(_base.wall, ["matter_ids"])}) == set()
	testing.ids(_examined({"wall": testing.without(_base.wall, ["status"])})) == {"M-1"}
}

_grade(changes) := {entry.grade | some entry in _examined(changes)}

test_examined_rests_on_wall_rights_and_systems if {
	_grade({"wall": testing.changed(_base.wall, {"grade": 0})}) == {0}
	_grade({"grants": [testing.changed(_base.grants[0], {"grade": 1})]}) == {1}
	_grade({"wall": testing.changed(_base.wall, {"holding_system_ids": ["mail"]})}) == {2}
}

test_examined_changes_where_a_right_ends if {
	ends := {"grants": [testing.changed(_base.grants[0], {"revoked_on": _day("2026-12-01")})]}
	{entry.changes_on | some entry in _examined(ends)} == {_day("2026-12-01")}
}

_bad := {
	"matter": {"id": "M-1"},
	"grants": [{"id": "G-1", "holder_id": "S-2"}, {"id": "G-2", "holder_id": "S-2", "revoked_on": testing.day("2026-10-01")}, {"id": "G-3"}],
}

test_a_wall_that_does_not_stand_finds_nothing if {
	lifted := testing.changed(_base.wall, {"status": "lifted", "holding_system_ids": ["mail", "unsaid"]})
	_verdicts(object.union(_bad, {"wall": lifted})) == set()
	_verdicts({"wall": lifted, "matter": {"id": "M-1", "team_staff_ids": ["S-2"]}}) == set()
	_verdicts({"wall": testing.without(lifted, ["established_on", "screened_staff_ids"])}) == set()
}

test_in_the_team if {
	_findings({"matter": {"id": "M-1", "team_staff_ids": ["S-1", "S-2"]}}) == {{
		"subject": {"collection": "matters", "id": "M-1"},
		"reason": "in-team",
		"by": "W-1/S-2",
		"args": {"matter": {"collection": "matters", "id": "M-1"}},
		"relied_on": [
			{"collection": "matters", "id": "M-1", "path": "team_staff_ids"},
			{"collection": "ethical_walls", "id": "W-1", "path": "screened_staff_ids"},
		],
	}}
}

test_can_reach_it if {
	_of_grant({"holder_id": "S-2"}) == {["M-1", "can-reach", "W-1/G-1"]}
	_of_grant({"holder_id": "S-3"}) == set()
	_of_grant({"holder_id": "S-2", "revoked_on": _day("2026-11-23")}) == {["M-1", "can-reach", "W-1/G-1"]}
	{[finding.args, finding.changes_on, finding.relied_on] |
		some finding in _findings({"grants": [{"id": "G-1", "holder_id": "S-2", "revoked_on": _day("2026-11-23")}]})
	} == {[
		{"matter": {"collection": "matters", "id": "M-1"}},
		_day("2026-11-23"),
		[
			{"collection": "access_grants", "id": "G-1", "path": "revoked_on"},
			{"collection": "access_grants", "id": "G-1", "path": "holder_id"},
			{"collection": "ethical_walls", "id": "W-1", "path": "screened_staff_ids"},
		],
	]}
}

test_kept_access_after_the_barrier_began if {
	_of_grant({"holder_id": "S-2", "revoked_on": _day("2026-09-01")}) == set()
	_of_grant({"holder_id": "S-2", "revoked_on": _day("2026-09-02")}) == {["M-1", "remedied-late", "W-1/G-1"]}
	_of_grant({"holder_id": "S-2", "revoked_on": _day("2026-11-22")}) == {["M-1", "remedied-late", "W-1/G-1"]}
	_of_grant({"holder_id": "S-1", "revoked_on": _day("2026-09-02")}) == set()
	{finding.args | some finding in _findings({"grants": [{"id": "G-1", "holder_id": "S-2", "revoked_on": _day("2026-09-05")}]})} == {{
		"matter": {"collection": "matters", "id": "M-1"},
		"met_on": {"day": _day("2026-09-05")},
		"due_on": {"day": _day("2026-09-01")},
		"days_late": 4,
	}}
}

test_systems if {
	_of_wall({"holding_system_ids": ["dms", "mail"], "enforced_system_ids": ["dms"]}, []) == {
		["M-1", "system-outside-wall", "W-1/mail"],
		["M-1", "system-cannot-enforce", "mail"],
	}
	_of_wall({"enforced_system_ids": []}, []) == {["M-1", "system-outside-wall", "W-1/dms"]}
	_of_wall({"holding_system_ids": ["mail"], "enforced_system_ids": ["mail"]}, []) == {["M-1", "system-cannot-enforce", "mail"]}
	outside := testing.changed(_base.wall, {"enforced_system_ids": []})
	{[finding.args, finding.relied_on] | some finding in _findings({"wall": outside})} == {[
		{"matter": {"collection": "matters", "id": "M-1"}, "system": {"collection": "systems", "id": "dms"}},
		[
			{"collection": "ethical_walls", "id": "W-1", "path": "enforced_system_ids"},
			{"collection": "ethical_walls", "id": "W-1", "path": "holding_system_ids"},
		],
	]}
}

test_not_declared_whether_a_system_supports_walls if {
	both := {"holding_system_ids": ["unsaid", "unheard-of"], "enforced_system_ids": ["unsaid", "unheard-of"]}
	_of_wall(both, []) == _missing("systems.supports_walls")
	{fact.id | some finding in _findings({"wall": testing.changed(_base.wall, both)}); some fact in finding.relied_on} == {"unsaid", "unheard-of"}
}

test_not_declared_on_the_wall if {
	every path in ["established_on", "screened_staff_ids", "holding_system_ids", "enforced_system_ids"] {
		_of_wall({}, [path]) == _missing(concat(".", ["ethical_walls", path]))
	}
	_of_wall({}, ["status"]) == _missing("ethical_walls.status")
	_of_wall({"holding_system_ids": ["mail"]}, ["status"]) == _missing("ethical_walls.status")
}

test_not_declared_team_and_holder if {
	_verdicts({"matter": {"id": "M-1"}}) == _missing("matters.team_staff_ids")
	_verdicts({"grants": [{"id": "G-1"}]}) == _missing("access_grants.holder_id")
	_verdicts({"grants": [{"id": "G-1", "revoked_on": _day("2026-11-22")}]}) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("remedied-late", _findings({"grants": [{"holder_id": "S-2", "id": "G-1", "revoked_on": testing.day("2026-09-05")}]})) == {["revoked_on", "established_on", "screened_staff_ids"]}
	_paths("system-cannot-enforce", _findings({"wall": {"enforced_system_ids": ["mail"], "established_on": testing.day("2026-09-01"), "grade": 3, "holding_system_ids": ["mail"], "id": "W-1", "matter_ids": ["M-1"], "screened_staff_ids": ["S-2"], "status": "active"}})) == {["supports_walls"]}
}
