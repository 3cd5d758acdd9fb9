package privity.training.induction_test

import data.lib.testing
import data.privity.training.induction as control

_person := {"id": "S-1", "grade": 3, "status": "active", "start_date": testing.day("2026-11-02")}

_grant := {"id": "G-1", "grade": 3, "holder_id": "S-1", "system_id": "files", "granted_on": testing.day("2026-11-16")}

_record := {
	"id": "TR-1",
	"grade": 1,
	"staff_id": "S-1",
	"passed": true,
	"completed_on": testing.day("2026-11-16"),
	"topics": ["privacy-principles", "consent"],
}

_systems := {
	"files": {"id": "files", "holds_privileged": true},
	"mail": {"id": "mail", "holds_privileged": false},
	"old": {"id": "old"},
}

_judged_on(day, person, granted, records, starts) := judged if {
	unit := {
		"staff_member": person,
		"access_grants": testing.by_id(granted),
		"training_records": testing.by_id(records),
	}
	judged := {"findings": control.findings, "examined": control.examined} with input as unit
		with data.inventory as {"systems": _systems}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"induction_days": 14, "control_start_dates": starts}
}

_judged(person, granted, records) := _judged_on("2026-11-22", person, granted, records, {})

_verdicts(person, granted, records) := testing.verdicts(_judged(person, granted, records).findings)

_changed(record, changes, removed) := testing.changed(testing.without(record, removed), changes)

_on(day, granted, records) := testing.verdicts(_judged_on(day, _person, granted, records, {}).findings)

_mail := _changed(_grant, {"system_id": "mail"}, [])

_path(collection, id, path) := {"collection": collection, "id": id, "path": path}

_reason(code) := {["S-1", code, ""]}

_asked(path) := {["S-1", "not-declared", path]}

test_trained_on_the_last_day if _verdicts(_person, [_grant], [_record]) == set()

test_trained_after_the_days_of_induction if {
	late := _changed(_record, {"completed_on": testing.day("2026-11-17")}, [])
	_judged(_person, [_mail], [late]).findings == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "remedied-late",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"met_on": {"day": testing.day("2026-11-17")},
			"due_on": {"day": testing.day("2026-11-16")},
		},
		"relied_on": [_path("training_records", "TR-1", "completed_on"), _path("staff", "S-1", "start_date")],
	}}
	other := _changed(_record, {"id": "TR-2"}, [])
	_verdicts(_person, [_mail], [late, other]) == set()
}

test_trained_after_privileged_material_was_open if {
	early := _changed(_grant, {"granted_on": testing.day("2026-11-15")}, [])
	found := _judged(_person, [early, _changed(_grant, {"id": "G-2"}, [])], [_record]).findings
	{[finding.reason, finding.args.due_on, finding.relied_on[1]] | some finding in found} == {[
		"remedied-late",
		{"day": testing.day("2026-11-15")},
		_path("access_grants", "G-1", "granted_on"),
	]}
	_verdicts(_person, [_changed(early, {"system_id": "mail"}, [])], [_record]) == set()
	_verdicts(_person, [_changed(early, {"asset_id": "A-1"}, ["system_id"])], [_record]) == set()
}

test_access_that_has_ended_still_counts_for_the_day if {
	ended := _changed(_grant, {"granted_on": testing.day("2026-11-03"), "revoked_on": testing.day("2026-11-04")}, [])
	_verdicts(_person, [ended, _changed(_mail, {"id": "G-2"}, [])], [_record]) == _reason("remedied-late")
}

test_never_trained if {
	_judged(_person, [_grant], []).findings == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "never-trained",
		"args": {"person": {"collection": "staff", "id": "S-1"}, "start_date": {"day": testing.day("2026-11-02")}},
		"relied_on": [_path("staff", "S-1", "start_date")],
	}}
	_on("2026-11-17", [_grant], []) == _reason("never-trained")
	_on("2026-11-16", [_grant], []) == _reason("training-due")
	_verdicts(_person, [_grant], [_changed(_record, {"passed": false}, [])]) == _reason("never-trained")
	_verdicts(_person, [_grant], [_changed(_record, {"topics": ["consent"]}, [])]) == _reason("never-trained")
	_verdicts(_person, [_grant], [_changed(_record, {"completed_on": testing.day("2026-11-23")}, [])]) == _reason("never-trained")
}

test_without_the_register_nothing_is_recorded if {
	found := control.findings with input as {"staff_member": _person, "access_grants": {"G-1": _grant}}
		with data.inventory as {"systems": _systems}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"induction_days": 14, "control_start_dates": {}}
	testing.verdicts(found) == _reason("never-trained")
}

test_training_is_due_in_the_last_quarter_of_the_time if {
	mail := _changed(_mail, {"granted_on": testing.day("2026-11-02")}, [])
	_judged_on("2026-11-13", _person, [mail], [], {}).findings == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "training-due",
		"args": {"person": {"collection": "staff", "id": "S-1"}, "due_on": {"day": testing.day("2026-11-16")}},
		"relied_on": [_path("staff", "S-1", "start_date")],
		"changes_on": testing.day("2026-11-17"),
	}}
	_on("2026-11-12", [mail], []) == set()
	_on("2026-11-16", [mail], []) == _reason("training-due")
}

test_training_is_due_once_privileged_material_is_open if {
	open := _changed(_grant, {"granted_on": testing.day("2026-11-05")}, [])
	found := _judged_on("2026-11-05", _person, [open], [], {}).findings
	{[finding.reason, finding.relied_on] | some finding in found} == {[
		"training-due",
		[_path("staff", "S-1", "start_date"), _path("access_grants", "G-1", "granted_on")],
	]}
	_on("2026-11-05", [_changed(open, {"granted_on": testing.day("2026-11-06")}, []), _changed(_mail, {"id": "G-2", "granted_on": testing.day("2026-11-02")}, [])], []) == set()
}

test_what_does_not_apply if {
	none := {"findings": set(), "examined": set()}
	every status in ["on-leave", "left"] {
		_judged(_changed(_person, {"status": status}, []), [_grant], []) == none
	}
	_judged(_person, [], []) == none
	_judged(_person, [_changed(_grant, {"revoked_on": testing.day("2026-11-22")}, [])], []) == none
	_judged(_person, [_changed(_grant, {"granted_on": testing.day("2026-11-23")}, [])], []) == none
	_verdicts(_person, [_changed(_grant, {"revoked_on": testing.day("2026-11-23")}, [])], []) == _reason("never-trained")
}

_starting(day) := _judged_on("2026-11-22", _person, [_grant], [], {"TRAIN-001": testing.day(day)})

test_before_the_firm_started_this_control if {
	_starting("2026-11-03") == {"findings": set(), "examined": set()}
	testing.verdicts(_starting("2026-11-02").findings) == _reason("never-trained")
	testing.verdicts(_judged_on("2026-11-22", _person, [_grant], [], {"TRAIN-002": testing.day("2026-11-03")}).findings) == _reason("never-trained")
}

test_not_declared_on_the_person if {
	_verdicts(_changed(_person, {}, ["start_date"]), [_grant], []) == _asked("staff.start_date")
	_verdicts(_changed(_person, {}, ["start_date"]), [_grant], [_changed(_record, {}, ["passed"])]) == _asked("staff.start_date")
	_verdicts(_changed(_person, {}, ["status"]), [_grant], []) == _asked("staff.status")
	_verdicts(_changed(_person, {}, ["status"]), [_changed(_grant, {"granted_on": testing.day("2026-11-03")}, [])], [_record]) == _asked("staff.status")
	_verdicts(_changed(_person, {}, ["status"]), [], []) == set()
	_verdicts(_changed(_person, {}, ["status"]), [_grant, {"id": "G-2", "system_id": "old"}, {"id": "G-3", "system_id": "files"}], [_record]) == _asked("staff.status")
}

test_not_declared_on_a_record if {
	every path in ["passed", "completed_on", "topics"] {
		_verdicts(_person, [_grant], [_changed(_record, {}, [path])]) == _asked(concat(".", ["training_records", path]))
		_verdicts(_person, [_grant], [_record, _changed(_record, {"id": "TR-2"}, [path])]) == set()
	}
	late := _changed(_record, {"completed_on": testing.day("2026-11-18")}, [])
	doubtful := _changed(_record, {"id": "TR-2"}, ["passed"])
	_verdicts(_person, [_grant], [late, doubtful]) == _asked("training_records.passed")
	_verdicts(_person, [_grant], [late, _changed(doubtful, {"completed_on": testing.day("2026-11-18")}, [])]) == _reason("remedied-late")
}

test_not_declared_on_access if {
	old := _changed(_grant, {"id": "G-2", "system_id": "old", "granted_on": testing.day("2026-11-15")}, [])
	found := _judged(_person, [_grant, old], [_record]).findings
	{[finding.by, finding.args.subject, finding.relied_on] | some finding in found} == {[
		"systems.holds_privileged",
		{"collection": "systems", "id": "old"},
		[_path("systems", "old", "holds_privileged")],
	]}
	_verdicts(_person, [_grant, _changed(old, {}, ["granted_on"])], [_record]) == _asked("systems.holds_privileged")
	_verdicts(_person, [_grant, _changed(old, {"system_id": "gone"}, [])], [_record]) == _asked("systems.holds_privileged")
	_verdicts(_person, [_grant, _changed(old, {"granted_on": testing.day("2026-11-16")}, [])], [_record]) == set()
	_verdicts(_person, [_grant, old], []) == _reason("never-trained")
	undated := _judged(_person, [_grant, _changed(_grant, {"id": "G-2"}, ["granted_on"])], [_record]).findings
	{[finding.by, finding.relied_on] | some finding in undated} == {[
		"access_grants.granted_on",
		[_path("access_grants", "G-2", "granted_on")],
	]}
	_verdicts(_person, [_grant, {"id": "G-2", "system_id": "mail"}], [_record]) == set()
	_verdicts(_person, [_grant, {"id": "G-2", "system_id": "files"}], []) == _reason("never-trained")
}

test_examined if {
	subject := {"collection": "staff", "id": "S-1"}
	_judged(_person, [_grant], [_record]).examined == {{"subject": subject, "grade": 1}}
	_judged(_changed(_person, {}, ["status", "start_date"]), [_grant], []).examined == {{"subject": subject, "grade": 3}}
	mail := _changed(_mail, {"granted_on": testing.day("2026-11-02")}, [])
	_judged_on("2026-11-05", _person, [mail], [], {}).examined == {{"subject": subject, "grade": 3, "changes_on": testing.day("2026-11-13")}}
	_judged_on("2026-11-14", _person, [mail], [], {}).examined == {{"subject": subject, "grade": 3, "changes_on": testing.day("2026-11-17")}}
	later := _changed(_grant, {"id": "G-2", "granted_on": testing.day("2026-11-06")}, [])
	_judged_on("2026-11-05", _person, [mail, later], [], {}).examined == {{"subject": subject, "grade": 3, "changes_on": testing.day("2026-11-06")}}
}

test_only_what_opens_privileged_material_changes_the_verdict if {
	mail := _changed(_mail, {"granted_on": testing.day("2026-11-02")}, [])
	later := _changed(_mail, {"id": "G-2", "granted_on": testing.day("2026-11-06")}, [])
	{entry.changes_on | some entry in _judged_on("2026-11-05", _person, [mail, later], [], {}).examined} == {testing.day("2026-11-13")}
}

test_open_on_the_last_day_the_days_of_induction_count if {
	late := _changed(_record, {"completed_on": testing.day("2026-11-17")}, [])
	later := _changed(_record, {"id": "TR-2", "completed_on": testing.day("2026-11-20")}, [])
	[finding.relied_on | some finding in _judged(_person, [_grant], [late, later]).findings] == [[
		_path("training_records", "TR-1", "completed_on"),
		_path("staff", "S-1", "start_date"),
	]]
}

test_once_trained_nothing_changes if {
	early := _changed(_record, {"completed_on": testing.day("2026-11-05")}, [])
	weak := _changed(_record, {"id": "TR-2", "grade": 0, "completed_on": testing.day("2026-11-06")}, [])
	mail := _changed(_mail, {"granted_on": testing.day("2026-11-02")}, [])
	later := _changed(_grant, {"id": "G-2", "granted_on": testing.day("2026-11-08")}, [])
	_judged_on("2026-11-06", _person, [mail, later], [early, weak], {}).examined == {{"subject": {"collection": "staff", "id": "S-1"}, "grade": 1}}
}
