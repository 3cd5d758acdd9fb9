package privity.training.refresher_test

import data.lib.testing
import data.privity.training.refresher as control

_person := {
	"id": "S-1",
	"grade": 3,
	"role_id": "solicitor",
	"status": "active",
	"start_date": testing.day("2025-11-22"),
}

_record := {
	"id": "TR-1",
	"grade": 1,
	"staff_id": "S-1",
	"passed": true,
	"completed_on": testing.day("2025-11-22"),
}

_judged(rule, person, records, sessions) := found if {
	unit := {"staff_member": person, "training_records": testing.by_id(records)}
	inventory := {"training_sessions": testing.by_id(sessions), "roles": {"solicitor": {"id": "solicitor"}}}
	judged := {"findings": control.findings, "examined": control.examined} with input as unit
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"refresher_months": 12}
	found := judged[rule]
}

_findings(changes, removed, records, sessions) := _judged("findings", testing.changed(testing.without(_person, removed), changes), records, sessions)

_verdicts(changes, removed, records, sessions) := testing.verdicts(_findings(changes, removed, records, sessions))

_with(changes, removed) := _verdicts({}, [], [testing.changed(testing.without(_record, removed), changes)], [])

_old := testing.changed(_record, {"completed_on": testing.day("2025-11-21")})

test_on_the_last_day_a_training_is_recent if _verdicts({}, [], [_record], []) == set()

test_the_day_after_it_is_overdue if {
	_findings({}, [], [_old], []) == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "overdue",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"last_on": {"day": testing.day("2025-11-21")},
			"due_on": {"day": testing.day("2026-11-21")},
		},
		"relied_on": [
			{"collection": "staff", "id": "S-1", "path": "start_date"},
			{"collection": "training_records", "id": "TR-1", "path": "completed_on"},
		],
	}}
}

test_no_training_at_all if {
	_findings({}, [], [], []) == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "none-recorded",
		"args": {"person": {"collection": "staff", "id": "S-1"}, "start_date": {"day": testing.day("2025-11-22")}},
		"relied_on": [{"collection": "staff", "id": "S-1", "path": "start_date"}],
	}}
}

test_without_the_register_sessions_still_count if {
	found := control.findings with input as {"staff_member": _person}
		with data.inventory as {"training_sessions": {"t": {"id": "t", "held_on": testing.day("2026-04-01"), "attendees": ["all"]}}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"refresher_months": 12}
	found == set()
}

test_a_course_not_passed_or_still_ahead_does_not_count if {
	_with({"passed": false}, []) == {["S-1", "none-recorded", ""]}
	_with({"completed_on": testing.day("2026-11-23")}, []) == {["S-1", "none-recorded", ""]}
}

test_a_session_counts if {
	session := {"id": "spring", "held_on": testing.day("2026-04-01"), "attendees": ["solicitor"]}
	_verdicts({}, [], [_old], [session]) == set()
	_verdicts({}, [], [_old], [testing.changed(session, {"attendees": ["clerk"]})]) == {["S-1", "overdue", ""]}
	_verdicts({}, ["role_id"], [_old], [session]) == {["S-1", "not-declared", "staff.role_id"]}
	_verdicts({}, [], [_old], [testing.without(session, ["attendees"])]) == {["S-1", "not-declared", "training_sessions.attendees"]}
	_verdicts({}, [], [_old], [testing.without(session, ["held_on"])]) == {["S-1", "not-declared", "training_sessions.held_on"]}
}

test_an_old_session_is_shown if {
	session := {"id": "spring", "held_on": testing.day("2025-04-01"), "attendees": ["all"]}
	[finding.relied_on[1] | some finding in _findings({}, [], [], [session])] == [{
		"collection": "training_sessions",
		"id": "spring",
		"path": "held_on",
	}]
}

test_in_the_first_year_it_does_not_apply if {
	new := testing.changed(_person, {"start_date": testing.day("2025-11-23")})
	_judged("examined", new, [], []) == set()
	_judged("findings", new, [], []) == set()
	_judged("examined", testing.without(new, ["status"]), [], []) == set()
}

test_on_leave_or_left_does_not_apply if {
	every status in ["on-leave", "left"] {
		_judged("examined", testing.changed(_person, {"status": status}), [], []) == set()
		_judged("findings", testing.changed(_person, {"status": status}), [], []) == set()
	}
}

test_thirty_days_after_leave if {
	_findings({"return_on": testing.day("2026-10-23")}, [], [_old], []) == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "training-due",
		"args": {"person": {"collection": "staff", "id": "S-1"}, "due_on": {"day": testing.day("2026-11-22")}},
		"relied_on": [
			{"collection": "staff", "id": "S-1", "path": "return_on"},
			{"collection": "staff", "id": "S-1", "path": "start_date"},
		],
		"changes_on": testing.day("2026-11-23"),
	}}
	_verdicts({"return_on": testing.day("2026-11-22")}, [], [], []) == {["S-1", "training-due", ""]}
	_verdicts({"return_on": testing.day("2026-10-22")}, [], [_old], []) == {["S-1", "overdue", ""]}
	_verdicts({"return_on": testing.day("2026-10-22")}, [], [], []) == {["S-1", "none-recorded", ""]}
	_verdicts({"return_on": testing.day("2026-11-23")}, [], [_old], []) == {["S-1", "overdue", ""]}
	_verdicts({"return_on": testing.day("2026-10-23")}, [], [_record], []) == set()
}

test_not_declared_on_the_person if {
	_verdicts({}, ["start_date"], [_old], []) == {["S-1", "not-declared", "staff.start_date"]}
	_verdicts({}, ["start_date"], [_record], []) == {["S-1", "not-declared", "staff.start_date"]}
	_verdicts({}, ["status"], [_old], []) == {["S-1", "not-declared", "staff.status"]}
}

test_not_declared_on_a_record_that_would_count if {
	_with({}, ["passed"]) == {["S-1", "not-declared", "training_records.passed"]}
	_with({}, ["completed_on"]) == {["S-1", "not-declared", "training_records.completed_on"]}
	_with({"completed_on": testing.day("2025-11-21")}, ["passed"]) == {["S-1", "none-recorded", ""]}
	_verdicts({}, [], [_record, {"id": "TR-2"}], []) == set()
	_verdicts({}, ["start_date"], [{"id": "TR-2"}], []) == {["S-1", "not-declared", "staff.start_date"]}
}

test_examined if {
	_judged("examined", _person, [_record], []) == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	_judged("examined", testing.without(_person, ["status", "start_date"]), [], []) == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"grade": 3,
	}}
}

test_of_several_trainings_the_last_counts if {
	before := testing.changed(_record, {"id": "TR-0", "grade": 0, "completed_on": testing.day("2025-01-10")})
	[[fact.id | some fact in finding.relied_on] | some finding in _findings({}, [], [_old, before], [])] == [["S-1", "TR-1"]]
	[entry.grade | some entry in _judged("examined", _person, [_record, before], [])] == [1]
}

test_without_the_register_and_without_sessions_nothing_is_recorded if {
	found := control.findings with input as {"staff_member": _person}
		with data.inventory as {"training_sessions": {}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"refresher_months": 12}
	testing.verdicts(found) == {["S-1", "none-recorded", ""]}
}
