package privity.ai.walls_respected_test

import data.lib.testing
import data.privity.ai.walls_respected as control

_tool := {
	"id": "search",
	"grade": 3,
	"status": "active",
	"indexes_firm_content": true,
	"index_scope": ["M-1", "M-2"],
	"permission_trimming": false,
}

_wall := {"id": "W-1", "grade": 1, "status": "active", "matter_ids": ["M-2", "M-3"]}

_judged(tool, walls) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with data.inventory as {
		"firm": {},
		"ai_systems": {"search": tool},
		"ethical_walls": testing.by_id(walls),
	}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed, walls) := testing.verdicts(_judged(testing.changed(testing.without(_tool, removed), changes), walls).findings)

_crosses := {["search", "index-crosses-wall", "W-1"]}

_asked(path) := ["search", "not-declared", path]

test_crosses_a_wall if {
	_judged(_tool, [_wall, testing.changed(_wall, {"id": "W-2", "matter_ids": ["M-3"]})]).findings == {{
		"subject": {"collection": "ai_systems", "id": "search"},
		"reason": "index-crosses-wall",
		"by": "W-1",
		"args": {"tool": {"collection": "ai_systems", "id": "search"}},
		"relied_on": [
			{"collection": "ai_systems", "id": "search", "path": "permission_trimming"},
			{"collection": "ai_systems", "id": "search", "path": "index_scope"},
			{"collection": "ethical_walls", "id": "W-1", "path": "matter_ids"},
		],
	}}
	_verdicts({"index_scope": ["all"]}, [], [_wall]) == _crosses
	_verdicts({"status": "pilot"}, [], [_wall]) == _crosses
}

test_passes if {
	_verdicts({"permission_trimming": true}, [], [_wall]) == set()
	_verdicts({"index_scope": ["M-1"]}, [], [_wall]) == set()
	_verdicts({}, [], [testing.changed(_wall, {"status": "lifted"})]) == set()
	_verdicts({}, [], []) == set()
}

test_what_does_not_search_or_is_not_in_use_does_not_apply if {
	every changes in [{"indexes_firm_content": false}, {"status": "retired"}, {"status": "proposed"}] {
		_judged(testing.changed(_tool, changes), [_wall]) == {"examined": set(), "findings": set()}
	}
	_judged(testing.changed(testing.without(_tool, ["status"]), {"indexes_firm_content": false}), [_wall]).examined == set()
}

test_not_declared if {
	every path in ["status", "indexes_firm_content", "index_scope", "permission_trimming"] {
		_verdicts({}, [path], [_wall]) == {_asked(concat(".", ["ai_systems", path]))}
	}
	_verdicts({}, ["index_scope", "permission_trimming"], []) == set()
	_verdicts({"permission_trimming": true}, ["index_scope"], [_wall]) == set()
	_verdicts({"index_scope": ["M-1"]}, ["permission_trimming"], [_wall]) == set()
	_verdicts({}, ["status", "index_scope"], [_wall]) == {_asked("ai_systems.status")}
}

test_a_wall_that_says_too_little if {
	no_matters := testing.without(_wall, ["matter_ids"])
	_verdicts({"index_scope": ["M-1"]}, [], [no_matters]) == {_asked("ethical_walls.matter_ids")}
	_verdicts({"index_scope": ["M-1"]}, ["permission_trimming"], [no_matters]) == {_asked("ai_systems.permission_trimming")}
	_verdicts({"permission_trimming": true}, [], [no_matters]) == set()
	_verdicts({}, ["status"], [no_matters]) == {_asked("ai_systems.status")}
	no_status := testing.without(_wall, ["status"])
	_verdicts({}, [], [no_status]) == {_asked("ethical_walls.status")}
	_verdicts({"permission_trimming": true}, [], [no_status]) == set()
}

test_examined if {
	_judged(_tool, [_wall]).examined == {{"subject": {"collection": "ai_systems", "id": "search"}, "grade": 1}}
	_judged(testing.without(_tool, ["indexes_firm_content"]), []).examined == {{"subject": {"collection": "ai_systems", "id": "search"}, "grade": 3}}
}

test_a_firm_without_ai_tools if {
	reason := control.not_applicable with data.inventory as {"firm": {"no_ai_tools_on": testing.day("2026-02-02")}}
		with data.as_of as testing.end_of("2026-11-22")
	reason == "no-ai-tools"
}
