package privity.ai.users_trained_test

import data.lib.testing
import data.privity.ai.users_trained as control

_person := {"id": "S-1", "grade": 3, "role_id": "associate", "status": "active"}

_role := {"id": "associate", "grade": 2, "uses_ai": true}

_record := {
	"id": "TR-1",
	"grade": 1,
	"staff_id": "S-1",
	"passed": true,
	"completed_on": testing.day("2025-11-22"),
	"topics": ["ai-literacy"],
}

_use := {"id": "U-1", "staff_id": "S-1", "used_on": testing.day("2025-11-22")}

_judged_under(person, roles, records, uses, firm, parameters) := judged if {
	unit := {
		"staff_member": person,
		"training_records": testing.by_id(records),
		"ai_uses": testing.by_id(uses),
	}
	judged := {"findings": control.findings, "examined": control.examined} with input as unit
		with data.inventory as {"firm": firm, "roles": testing.by_id(roles), "ai_systems": {"reader": {"id": "reader"}}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as object.union({"ai_training_months": 12}, parameters)
}

_judged(person, roles, records, uses) := _judged_under(person, roles, records, uses, {"regimes": ["eu-ai-act"]}, {})

_verdicts(person, roles, records, uses) := testing.verdicts(_judged(person, roles, records, uses).findings)

_changed(record, changes, removed) := testing.changed(testing.without(record, removed), changes)

_with(changes, removed) := _verdicts(_person, [_role], [_changed(_record, changes, removed)], [])

_planning(plan) := _changed(_person, {"training_plan": plan}, [])

_plan := {"topics": ["ai-literacy"], "due_on": testing.day("2026-11-22")}

_reason(code) := {["S-1", code, ""]}

_asked(path) := {["S-1", "not-declared", path]}

_path(collection, id, path) := {"collection": collection, "id": id, "path": path}

_entity := {"collection": "staff", "id": "S-1"}

test_trained_on_the_last_day if _with({}, []) == set()

test_not_trained_and_no_plan if {
	old := _changed(_record, {"completed_on": testing.day("2025-11-21")}, [])
	_judged(_person, [_role], [old], [_changed(_use, {"used_on": testing.day("2026-10-01")}, [])]).findings == {{
		"subject": _entity,
		"reason": "not-trained-no-plan",
		"args": {"person": _entity, "months": 12},
		"relied_on": [
			_path("staff", "S-1", "training_plan"),
			_path("roles", "associate", "uses_ai"),
			_path("ai_uses", "U-1", "staff_id"),
			_path("training_records", "TR-1", "completed_on"),
		],
	}}
	_verdicts(_person, [_role], [], []) == _reason("not-trained-no-plan")
	_with({"passed": false}, []) == _reason("not-trained-no-plan")
	_with({"topics": ["consent"]}, []) == _reason("not-trained-no-plan")
	_with({"completed_on": testing.day("2026-11-23")}, []) == _reason("not-trained-no-plan")
	_with({"completed_on": testing.day("2026-11-22")}, []) == set()
}

test_without_registers if {
	found := control.findings with input as {"staff_member": _person}
		with data.inventory as {"firm": {}, "roles": {"associate": _role}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"ai_training_months": 12}
	testing.verdicts(found) == _reason("not-trained-no-plan")
}

test_planned if {
	_judged(_planning(_plan), [_role], [], []).findings == {{
		"subject": _entity,
		"reason": "not-trained",
		"args": {"person": _entity, "due_on": {"day": testing.day("2026-11-22")}},
		"relied_on": [_path("staff", "S-1", "training_plan"), _path("roles", "associate", "uses_ai")],
		"changes_on": testing.day("2026-11-23"),
	}}
	_verdicts(_planning(_changed(_plan, {"due_on": testing.day("2026-11-21")}, [])), [_role], [], []) == _reason("not-trained-no-plan")
	_verdicts(_planning(_changed(_plan, {"topics": ["consent"]}, [])), [_role], [], []) == _reason("not-trained-no-plan")
	_verdicts(_planning(_changed(_plan, {}, ["topics"])), [_role], [], []) == _reason("not-trained")
	_verdicts(_planning(_changed(_plan, {}, ["due_on"])), [_role], [], []) == _asked("staff.training_plan.due_on")
	_verdicts(_planning(_changed(_plan, {}, ["due_on"])), [_role], [_record], []) == set()
	_verdicts(_planning({"topics": ["consent"]}), [_role], [], []) == _reason("not-trained-no-plan")
}

_under(regimes, day) := testing.verdicts(judged.findings) if {
	judged := _judged_under(_planning(_plan), [_role], [], [], {"regimes": regimes}, {"eu_ai_omnibus_in_force_from": testing.day(day)})
}

test_from_the_new_wording_of_the_ai_act_a_plan_is_enough if {
	_under(["eu-ai-act"], "2026-11-22") == set()
	_under(["eu-ai-act"], "2026-11-23") == _reason("not-trained")
	_under(["uk-gdpr"], "2026-11-22") == _reason("not-trained")
	_under(["eu-ai-act", "aba"], "2026-11-22") == _reason("not-trained")
	_under(["eu-ai-act", "us-ca-bar"], "2026-11-22") == _reason("not-trained")
	judged := _judged_under(_person, [_role], [], [], {"regimes": ["eu-ai-act"]}, {"eu_ai_omnibus_in_force_from": testing.day("2026-01-01")})
	testing.verdicts(judged.findings) == _reason("not-trained-no-plan")
}

test_first_used_before_trained if {
	early := _changed(_use, {"used_on": testing.day("2025-11-21")}, [])
	_judged(_person, [_role], [_record], [early, _changed(_use, {"id": "U-2"}, [])]).findings == {{
		"subject": _entity,
		"reason": "remedied-late",
		"args": {
			"person": _entity,
			"met_on": {"day": testing.day("2025-11-22")},
			"due_on": {"day": testing.day("2025-11-21")},
		},
		"relied_on": [_path("training_records", "TR-1", "completed_on"), _path("ai_uses", "U-1", "used_on")],
	}}
	_verdicts(_person, [_role], [_record], [_use]) == set()
	before := _changed(_record, {"id": "TR-2", "completed_on": testing.day("2024-01-01")}, [])
	_verdicts(_person, [_role], [_record, before], [early]) == set()
	_verdicts(_person, [_role], [_record, _changed(before, {}, ["passed"])], [early]) == _asked("training_records.passed")
	_verdicts(_person, [_role], [_record, _changed(_record, {"id": "TR-2"}, ["passed"])], [early]) == _reason("remedied-late")
}

test_a_recorded_use_makes_a_user if {
	other := _changed(_role, {"uses_ai": false}, [])
	none := {"findings": set(), "examined": set()}
	_judged(_person, [other], [], []) == none
	_judged(_person, [other], [], [_changed(_use, {"used_on": testing.day("2026-11-23")}, [])]) == none
	_verdicts(_person, [other], [], [_changed(_use, {"used_on": testing.day("2026-11-22")}, [])]) == _reason("not-trained-no-plan")
	_verdicts(_person, [other], [], [_changed(_use, {}, ["used_on"])]) == _reason("not-trained-no-plan")
	_verdicts(_changed(_person, {}, ["role_id"]), [], [_record], [_use]) == set()
}

test_who_left_does_not_apply if {
	_judged(_changed(_person, {"status": "left"}, []), [_role], [], [_use]) == {"findings": set(), "examined": set()}
	_verdicts(_changed(_person, {"status": "on-leave"}, []), [_role], [], []) == _reason("not-trained-no-plan")
	_verdicts(_changed(_person, {}, ["status"]), [_role], [], []) == _reason("not-trained-no-plan")
}

test_not_declared_whether_ai_is_used if {
	_verdicts(_changed(_person, {}, ["role_id"]), [_role], [_changed(_record, {}, ["passed"])], []) == _asked("staff.role_id")
	found := _judged(_person, [_changed(_role, {}, ["uses_ai"])], [], []).findings
	{[finding.by, finding.args.subject, finding.relied_on] | some finding in found} == {[
		"roles.uses_ai",
		{"collection": "roles", "id": "associate"},
		[_path("roles", "associate", "uses_ai")],
	]}
	_verdicts(_person, [], [], []) == _asked("roles.uses_ai")
	_verdicts(_person, [_changed(_role, {}, ["uses_ai"])], [_record], [_use]) == set()
}

test_not_declared_on_a_record if {
	every path in ["passed", "completed_on", "topics"] {
		_with({}, [path]) == _asked(concat(".", ["training_records", path]))
		_verdicts(_planning(_plan), [_role], [_changed(_record, {}, [path])], []) == _asked(concat(".", ["training_records", path]))
		_verdicts(_person, [_role], [_record, _changed(_record, {"id": "TR-2"}, [path])], []) == set()
	}
	_with({"completed_on": testing.day("2025-11-21")}, ["passed"]) == _reason("not-trained-no-plan")
	undated := _judged(_person, [_role], [_record], [_changed(_use, {}, ["used_on"])]).findings
	{[finding.by, finding.relied_on] | some finding in undated} == {["ai_uses.used_on", [_path("ai_uses", "U-1", "used_on")]]}
	early := _changed(_use, {"id": "U-2", "used_on": testing.day("2025-11-21")}, [])
	_verdicts(_person, [_role], [_record], [early, _changed(_use, {}, ["used_on"])]) == _reason("remedied-late")
}

test_a_firm_without_ai_tools if {
	reason := control.not_applicable with data.inventory as {"firm": {"no_ai_tools_on": testing.day("2026-02-02")}}
		with data.as_of as testing.end_of("2026-11-22")
	reason == "no-ai-tools"
}

test_examined if {
	_judged(_person, [_role], [_record], []).examined == {{"subject": _entity, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	newer := _changed(_record, {"id": "TR-2", "grade": 2, "completed_on": testing.day("2026-01-10")}, [])
	_judged(_planning(_plan), [_role], [_record, newer], []).examined == {{"subject": _entity, "grade": 2, "changes_on": testing.day("2027-01-11")}}
	_judged(_planning(_plan), [_role], [], []).examined == {{"subject": _entity, "grade": 2, "changes_on": testing.day("2026-11-23")}}
	_judged(_changed(_person, {}, ["role_id"]), [], [], []).examined == {{"subject": _entity, "grade": 3}}
}
