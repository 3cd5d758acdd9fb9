package privity.ai.uses_within_bounds_test

import data.lib.testing
import data.privity.ai.uses_within_bounds as control

_use := {
	"id": "U-1",
	"grade": 3,
	"ai_system_id": "reader",
	"staff_id": "S-1",
	"matter_id": "M-1",
	"used_on": testing.day("2026-11-22"),
}

_tool := {"id": "reader", "grade": 2, "status": "active", "approved_on": testing.day("2026-11-22")}

_wall := {
	"id": "W-1",
	"grade": 1,
	"status": "active",
	"matter_ids": ["M-1"],
	"screened_staff_ids": ["S-1"],
	"established_on": testing.day("2026-11-22"),
}

_judged(use, tools, walls) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with input as {"ai_use": use}
		with data.inventory as {
			"ai_systems": testing.by_id(tools),
			"ethical_walls": testing.by_id(walls),
			"incidents": {"I-1": {"id": "I-1"}},
		}
		with data.as_of as testing.end_of("2026-11-22")
}

_changed(changes, removed) := testing.changed(testing.without(_use, removed), changes)

_verdicts(use, tools, walls) := testing.verdicts(_judged(use, tools, walls).findings)

_tool_with(changes, removed) := _verdicts(_use, [testing.changed(testing.without(_tool, removed), changes)], [])

_wall_with(changes, removed) := _verdicts(_use, [_tool], [testing.changed(testing.without(_wall, removed), changes)])

_behind := {["U-1", "behind-wall", "W-1"]}

_not_approved := {["U-1", "not-approved-then", ""]}

_asked(path) := ["U-1", "not-declared", path]

_day := {"day": testing.day("2026-11-22")}

_path(collection, id, path) := {"collection": collection, "id": id, "path": path}

test_approved_on_that_day if _verdicts(_use, [_tool], []) == set()

test_unknown_tool if {
	_judged(_use, [], []).findings == {{
		"subject": {"collection": "ai_uses", "id": "U-1"},
		"reason": "unknown-tool",
		"args": {"used_on": _day},
		"relied_on": [_path("ai_uses", "U-1", "ai_system_id"), _path("ai_uses", "U-1", "used_on")],
	}}
}

test_not_approved if {
	late := testing.changed(_tool, {"approved_on": testing.day("2026-11-23")})
	_judged(_use, [late], []).findings == {{
		"subject": {"collection": "ai_uses", "id": "U-1"},
		"reason": "not-approved-then",
		"args": {"used_on": _day, "tool": {"collection": "ai_systems", "id": "reader"}},
		"relied_on": [
			_path("ai_uses", "U-1", "used_on"),
			_path("ai_systems", "reader", "approved_on"),
			_path("ai_systems", "reader", "status"),
			_path("ai_systems", "reader", "retired_on"),
		],
	}}
	_tool_with({}, ["approved_on"]) == _not_approved
	_tool_with({"status": "proposed"}, []) == _not_approved
	_tool_with({"status": "pilot"}, []) == set()
	_tool_with({"retired_on": testing.day("2026-11-22")}, []) == _not_approved
	_tool_with({"retired_on": testing.day("2026-11-23")}, []) == set()
}

test_behind_a_wall if {
	_judged(_use, [_tool], [_wall]).findings == {{
		"subject": {"collection": "ai_uses", "id": "U-1"},
		"reason": "behind-wall",
		"by": "W-1",
		"args": {"used_on": _day},
		"relied_on": [
			_path("ai_uses", "U-1", "staff_id"),
			_path("ai_uses", "U-1", "matter_id"),
			_path("ethical_walls", "W-1", "screened_staff_ids"),
			_path("ethical_walls", "W-1", "established_on"),
		],
	}}
	_wall_with({"established_on": testing.day("2026-11-23")}, []) == set()
	_wall_with({"lifted_on": testing.day("2026-11-22"), "status": "lifted"}, []) == set()
	_wall_with({"lifted_on": testing.day("2026-11-23"), "status": "lifted"}, []) == _behind
	_wall_with({"matter_ids": ["M-2"]}, []) == set()
	_wall_with({"screened_staff_ids": ["S-2"]}, []) == set()
	_verdicts(_use, [], [_wall]) == _behind | {["U-1", "unknown-tool", ""]}
}

test_dealt_with_as_an_incident if {
	_judged(_changed({"incident_id": "I-1"}, []), [], []).findings == {{
		"subject": {"collection": "ai_uses", "id": "U-1"},
		"reason": "handled-as-incident",
		"args": {"used_on": _day},
		"relied_on": [
			_path("ai_uses", "U-1", "incident_id"),
			_path("ai_uses", "U-1", "ai_system_id"),
			_path("ai_uses", "U-1", "used_on"),
		],
	}}
	_verdicts(_changed({"incident_id": "I-9"}, []), [], []) == {["U-1", "unknown-tool", ""]}
	_verdicts(_changed({"incident_id": "I-1"}, []), [_tool], []) == set()
}

test_not_declared if {
	_verdicts(_changed({}, ["used_on"]), [_tool], [_wall]) == {_asked("ai_uses.used_on")}
	_verdicts(_changed({}, ["ai_system_id"]), [_tool], []) == {_asked("ai_uses.ai_system_id")}
	_verdicts(_changed({}, ["ai_system_id"]), [_tool], [_wall]) == _behind | {_asked("ai_uses.ai_system_id")}
	_verdicts(_changed({}, ["staff_id"]), [_tool], [_wall]) == {_asked("ai_uses.staff_id")}
	_verdicts(_changed({}, ["matter_id"]), [_tool], [_wall]) == {_asked("ai_uses.matter_id")}
	_verdicts(_changed({}, ["staff_id", "matter_id"]), [_tool], [_wall]) == set()
	_verdicts(_changed({"matter_id": "M-2"}, ["staff_id"]), [_tool], [_wall]) == set()
	_verdicts(_changed({"staff_id": "S-2"}, ["matter_id"]), [_tool], [_wall]) == set()
	lifted := testing.changed(_wall, {"lifted_on": testing.day("2026-11-22")})
	_verdicts(_changed({}, ["staff_id"]), [_tool], [lifted]) == set()
	later := testing.changed(_wall, {"established_on": testing.day("2026-11-23")})
	_verdicts(_changed({}, ["matter_id"]), [_tool], [later]) == set()
}

test_not_declared_on_a_wall if {
	_wall_with({}, ["established_on"]) == {_asked("ethical_walls.established_on")}
	_wall_with({"status": "pending"}, ["established_on"]) == set()
	_wall_with({"lifted_on": testing.day("2026-11-22")}, ["established_on"]) == set()
	_wall_with({"status": "lifted"}, []) == {_asked("ethical_walls.lifted_on")}
	_wall_with({"status": "lifted", "established_on": testing.day("2026-11-23")}, []) == set()
}

test_a_use_that_lies_ahead_does_not_apply if {
	ahead := _changed({"used_on": testing.day("2026-11-23")}, [])
	_judged(ahead, [], [_wall]) == {"examined": set(), "findings": set()}
}

test_examined if {
	subject := {"collection": "ai_uses", "id": "U-1"}
	_judged(_use, [_tool], [_wall]).examined == {{"subject": subject, "grade": 1}}
	_judged(_use, [_tool], []).examined == {{"subject": subject, "grade": 2}}
	_judged(_changed({}, ["used_on"]), [], []).examined == {{"subject": subject, "grade": 3}}
}
