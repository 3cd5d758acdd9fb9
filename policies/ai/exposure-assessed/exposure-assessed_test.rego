package privity.ai.exposure_assessed_test

import data.lib.testing
import data.privity.ai.exposure_assessed as control

_tool := {
	"id": "reader",
	"grade": 3,
	"status": "active",
	"processes_personal_data": true,
	"confidential_input_allowed": true,
	"first_used_on": testing.day("2025-01-10"),
	"screening": {"outcome": "needed", "reason": "New.", "by": "S-1", "on": testing.day("2024-12-01")},
}

_assessment := {
	"id": "IA-1",
	"grade": 1,
	"kind": "ai-risk",
	"ai_system_id": "reader",
	"completed_on": testing.day("2024-11-22"),
	"sections": {
		"data-flows": "a",
		"unintended-exposure": "b",
		"accuracy-and-bias": "c",
		"confidentiality-and-privilege": "d",
		"human-oversight": "e",
		"vendor-terms": "f",
	},
}

_judged(tool, assessments, activities) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with data.inventory as {
		"firm": {},
		"ai_systems": {"reader": tool},
		"impact_assessments": testing.by_id(assessments),
		"processing_activities": testing.by_id(activities),
	}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"dpia_review_months": 24}
}

_listed := [{"id": "reading", "ai_system_ids": ["reader"]}, {"id": "other"}]

_found(changes, removed, assessments) := _judged(testing.changed(testing.without(_tool, removed), changes), assessments, _listed).findings

_verdicts(changes, removed, assessments) := testing.verdicts(_found(changes, removed, assessments))

_with(changes, removed) := _verdicts({}, [], [testing.changed(testing.without(_assessment, removed), changes)])

_not_assessed := {["reader", "not-assessed", ""]}

_spared := {"outcome": "not-needed", "reason": "Only speech to text.", "by": "S-1"}

_asked(path) := ["reader", "not-declared", path]

test_assessed_before_use if _verdicts({}, [], [_assessment]) == set()

test_not_assessed if {
	_found({}, [], []) == {{
		"subject": {"collection": "ai_systems", "id": "reader"},
		"reason": "not-assessed",
		"args": {"tool": {"collection": "ai_systems", "id": "reader"}},
		"relied_on": [
			{"collection": "ai_systems", "id": "reader", "path": "screening"},
			{"collection": "ai_systems", "id": "reader", "path": "processes_personal_data"},
			{"collection": "ai_systems", "id": "reader", "path": "confidential_input_allowed"},
		],
	}}
	_verdicts({}, ["first_used_on"], []) == _not_assessed
	_verdicts({"status": "pilot"}, [], []) == _not_assessed
	_with({"completed_on": testing.day("2026-11-23")}, []) == _not_assessed
	_with({"kind": "lia"}, []) == _not_assessed
	_with({"ai_system_id": "other"}, []) == _not_assessed
}

test_a_dpia_counts if _with({"kind": "dpia"}, []) == set()

test_whether_one_is_needed if {
	_verdicts({"screening": _spared}, [], []) == set()
	_verdicts({"confidential_input_allowed": false}, [], []) == _not_assessed
	_verdicts({}, ["screening"], []) == _not_assessed
	_verdicts({"confidential_input_allowed": false, "screening": _spared}, [], []) == set()
	_verdicts({"screening": object.remove(_spared, ["reason"])}, [], []) == _not_assessed
	_verdicts({"screening": testing.changed(_spared, {"reason": " "})}, [], []) == _not_assessed
	_verdicts({"screening": object.remove(_spared, ["by"])}, [], []) == _not_assessed
}

test_assessed_after_the_first_use if {
	late := testing.changed(_assessment, {"id": "IA-2", "completed_on": testing.day("2025-01-11")})
	found := _found({}, [], [late])
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"remedied-late",
		{
			"tool": {"collection": "ai_systems", "id": "reader"},
			"met_on": {"day": testing.day("2025-01-11")},
			"due_on": {"day": testing.day("2025-01-10")},
		},
		[
			{"collection": "ai_systems", "id": "reader", "path": "first_used_on"},
			{"collection": "impact_assessments", "id": "IA-2", "path": "completed_on"},
		],
	]}
	_with({"completed_on": testing.day("2025-01-10")}, []) == set()
	_verdicts({}, [], [_assessment, late]) == set()
	_verdicts({"screening": _spared}, [], [late]) == set()
}

test_review if {
	found := _found({}, [], [testing.changed(_assessment, {"completed_on": testing.day("2024-11-21")})])
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"review-due",
		{"tool": {"collection": "ai_systems", "id": "reader"}, "last_on": {"day": testing.day("2024-11-21")}},
		[
			{"collection": "impact_assessments", "id": "IA-1", "path": "last_reviewed_on"},
			{"collection": "impact_assessments", "id": "IA-1", "path": "completed_on"},
		],
	]}
	old := {"completed_on": testing.day("2024-01-01")}
	_with(object.union(old, {"last_reviewed_on": testing.day("2024-11-22")}), []) == set()
	_with(object.union(old, {"last_reviewed_on": testing.day("2024-11-21")}), []) == {["reader", "review-due", ""]}
	_with(object.union(old, {"last_reviewed_on": testing.day("2026-11-23")}), []) == {["reader", "review-due", ""]}
	_with(object.union(old, {"last_reviewed_on": testing.day("2026-11-22")}), []) == set()
	_with({"last_reviewed_on": testing.day("2023-01-01")}, []) == set()
}

test_sections if {
	every section in object.keys(_assessment.sections) {
		_with({"sections": object.remove(_assessment.sections, [section])}, []) == {["reader", "section-missing", section]}
	}
	_with({"sections": testing.changed(_assessment.sections, {"data-flows": " "})}, []) == {["reader", "section-missing", "data-flows"]}
	count(_with({}, ["sections"])) == 6
	found := _found({}, [], [testing.changed(_assessment, {"sections": object.remove(_assessment.sections, ["vendor-terms"])})])
	{[finding.args, finding.relied_on] | some finding in found} == {[
		{"tool": {"collection": "ai_systems", "id": "reader"}, "section": "the terms of the supplier"},
		[{"collection": "impact_assessments", "id": "IA-1", "path": "sections"}],
	]}
}

test_in_the_register_of_processing if {
	found := _judged(_tool, [_assessment], [{"id": "other", "ai_system_ids": ["elsewhere"]}]).findings
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"not-in-register",
		{"tool": {"collection": "ai_systems", "id": "reader"}},
		[{"collection": "ai_systems", "id": "reader", "path": "processes_personal_data"}],
	]}
}

test_not_declared if {
	_verdicts({}, ["status"], [_assessment]) == {_asked("ai_systems.status")}
	_verdicts({}, ["processes_personal_data"], []) == {_asked("ai_systems.processes_personal_data")}
	_judged(testing.without(_tool, ["status"]), [testing.changed(testing.without(_assessment, ["sections"]), {"completed_on": testing.day("2020-01-01")})], []).findings != set()
	_verdicts({"first_used_on": testing.day("2019-01-01")}, ["status"], [testing.changed(testing.without(_assessment, ["sections"]), {"completed_on": testing.day("2020-01-01")})]) == {_asked("ai_systems.status")}
	testing.verdicts(_judged(testing.without(_tool, ["status"]), [], []).findings) == {_asked("ai_systems.status")}
	_verdicts({}, ["first_used_on"], [_assessment]) == {_asked("ai_systems.first_used_on")}
	none := {"confidential_input_allowed": false}
	_verdicts(none, ["screening"], []) == {_asked("ai_systems.screening.outcome")}
	_verdicts(none, ["screening"], [_assessment]) == set()
	_verdicts(none, ["screening", "first_used_on"], []) == {_asked("ai_systems.screening.outcome"), _asked("ai_systems.first_used_on")}
	_verdicts(object.union(none, {"screening": object.remove(_spared, ["reason", "by"])}), [], []) == {
		_asked("ai_systems.screening.reason"),
		_asked("ai_systems.screening.by"),
	}
	_with({}, ["completed_on"]) == {_asked("impact_assessments.completed_on")}
	_with({}, ["kind"]) == {_asked("impact_assessments.kind")}
	_verdicts({"screening": _spared}, [], [testing.without(_assessment, ["kind", "completed_on"])]) == set()
}

test_what_does_not_apply if {
	every changes in [{"processes_personal_data": false}, {"status": "proposed"}, {"status": "retired"}] {
		_judged(testing.changed(_tool, changes), [], []) == {"examined": set(), "findings": set()}
	}
	reason := control.not_applicable with data.inventory as {"firm": {"no_ai_tools_on": testing.day("2026-02-02")}}
		with data.as_of as testing.end_of("2026-11-22")
	reason == "no-ai-tools"
}

test_examined if {
	_judged(_tool, [_assessment], _listed).examined == {{
		"subject": {"collection": "ai_systems", "id": "reader"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	_judged(testing.without(_tool, ["status", "processes_personal_data"]), [], _listed).examined == {{
		"subject": {"collection": "ai_systems", "id": "reader"},
		"grade": 3,
	}}
}

test_of_several_assessments_the_last_looked_at if {
	old := testing.changed(_assessment, {"id": "IA-9", "completed_on": testing.day("2020-01-01")})
	_verdicts({}, [], [old, _assessment]) == set()
	_verdicts({}, [], [old]) == {["reader", "review-due", ""]}
}

test_done_today_is_done if {
	_verdicts({"first_used_on": testing.day("2026-11-22")}, [], [testing.changed(_assessment, {"completed_on": testing.day("2026-11-22")})]) == set()
}

test_assessments_that_cannot_count_are_not_asked_about if {
	_with({"kind": "lia"}, ["completed_on"]) == _not_assessed
	unclear := testing.changed(testing.without(_assessment, ["completed_on"]), {"id": "IA-2"})
	_verdicts({}, [], [_assessment, unclear]) == set()
	_verdicts({}, ["status"], [unclear]) == {_asked("ai_systems.status")}
}

test_a_screening_without_its_outcome_spares_nobody if {
	_verdicts({"screening": object.remove(_spared, ["outcome"])}, [], []) == _not_assessed
}

test_the_first_use_is_asked_for_where_an_assessment_is_needed if {
	_verdicts({"confidential_input_allowed": false}, ["screening", "first_used_on"], [_assessment]) == set()
}
