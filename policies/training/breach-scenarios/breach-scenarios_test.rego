package privity.training.breach_scenarios_test

import data.lib.testing
import data.privity.training.breach_scenarios as control

_exercise := {
	"id": "X-1",
	"grade": 1,
	"format": "table-top",
	"held_on": testing.day("2025-11-22"),
	"participants": 8,
	"headcount": 10,
}

_judged(exercises, plans) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with data.inventory as {
		"firm": {"grade": 2},
		"exercises": testing.by_id(exercises),
		"incident_plans": testing.by_id(plans),
	}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"scenario_months": 12, "scenario_coverage_pct": 80}
}

_verdicts(exercises, plans) := testing.verdicts(_judged(exercises, plans).findings)

_changed(changes, removed) := testing.changed(testing.without(_exercise, removed), changes)

_none := {["firm", "no-exercise", ""]}

_few := {["firm", "too-few", ""]}

_plan := {"id": "P-1", "last_tested_on": testing.day("2025-11-22")}

test_held_on_the_last_good_day_with_enough_people if _verdicts([_exercise], []) == set()

test_no_recent_exercise if {
	_judged([_changed({"held_on": testing.day("2025-11-21")}, [])], []).findings == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-exercise",
		"args": {"months": 12},
		"relied_on": [{"collection": "exercises", "id": "X-1", "path": "held_on"}],
	}}
	_verdicts([], []) == _none
	_verdicts([_changed({"held_on": testing.day("2026-11-23")}, [])], []) == _none
	_verdicts([_changed({"held_on": testing.day("2026-11-22")}, [])], []) == set()
}

test_too_few_took_part if {
	_judged([_changed({"participants": 79, "headcount": 99}, []), _changed({"id": "X-2", "participants": 1}, [])], []).findings == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "too-few",
		"args": {"percent": 79, "limit": 80},
		"relied_on": [
			{"collection": "exercises", "id": "X-1", "path": "participants"},
			{"collection": "exercises", "id": "X-2", "path": "participants"},
		],
	}}
	_verdicts([_changed({"participants": 7}, []), _changed({"id": "X-2"}, [])], []) == set()
	_verdicts([_changed({"participants": 7}, []), _changed({"id": "X-2", "held_on": testing.day("2025-11-21")}, [])], []) == _few
}

_asked(path) := ["firm", "not-declared", concat(".", ["exercises", path])]

test_not_declared if {
	every path in ["format", "held_on", "participants", "headcount"] {
		_verdicts([_changed({}, [path])], []) == {_asked(path)}
		_verdicts([_exercise, _changed({"id": "X-2"}, [path])], []) == set()
		_verdicts([_changed({"id": "X-2", "participants": 7}, []), _changed({}, [path])], []) == {_asked(path)}
	}
	_verdicts([_changed({"held_on": testing.day("2025-11-21")}, ["format"])], []) == _none
	_verdicts([_changed({"held_on": testing.day("2026-11-23")}, ["format"])], []) == _none
}

test_a_tested_plan_is_an_exercise_of_unknown_size if {
	_verdicts([], [_plan]) == {_asked("participants")}
	_verdicts([_changed({"participants": 7}, [])], [_plan]) == {_asked("participants")}
	_verdicts([_changed({}, ["participants"])], [_plan]) == {_asked("participants")}
	_verdicts([_exercise], [_plan]) == set()
	_verdicts([], [testing.changed(_plan, {"last_tested_on": testing.day("2025-11-21")})]) == _none
	_verdicts([], [testing.changed(_plan, {"last_tested_on": testing.day("2026-11-22")})]) == {_asked("participants")}
	_verdicts([], [testing.changed(_plan, {"last_tested_on": testing.day("2026-11-23")})]) == _none
}

test_a_firm_of_no_people_has_no_share if _verdicts([_changed({"headcount": 0}, [])], []) == {_asked("headcount")}

test_examined if {
	_judged([_exercise, _changed({"id": "X-2", "held_on": testing.day("2026-01-10"), "participants": 1}, [])], []).examined == {{
		"subject": {"collection": "firm", "id": "firm"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	_judged([], []).examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
}

test_an_exercise_of_today_without_its_form_is_asked_for_it if {
	_verdicts([_changed({"held_on": testing.day("2026-11-22")}, ["format"])], []) == {_asked("format")}
}

test_a_firm_of_one if {
	_verdicts([_changed({"headcount": 1, "participants": 1}, [])], []) == set()
	_verdicts([_changed({"headcount": 1, "participants": 0}, [])], []) == _few
}

test_the_last_exercise_with_enough_people_counts if {
	later := _changed({"id": "X-2", "held_on": testing.day("2026-01-10"), "grade": 3}, [])
	_judged([_exercise, later], []).examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1, "changes_on": testing.day("2027-01-11")}}
	_judged([later], []).examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2, "changes_on": testing.day("2027-01-11")}}
}

test_the_size_of_a_tested_plan_is_asked_for_last if {
	_verdicts([_changed({}, ["headcount"])], [_plan]) == {_asked("headcount")}
}
