package privity.ai.approved_tools_test

import data.lib.testing
import data.privity.ai.approved_tools as control

_tool := {
	"id": "reader",
	"grade": 1,
	"status": "active",
	"approved_by": "S-1",
	"approved_on": testing.day("2026-01-05"),
	"first_used_on": testing.day("2026-01-05"),
	"confidential_input_allowed": true,
	"client_consent_required": true,
	"cross_matter_learning": false,
	"terms": {
		"training_on_inputs": false,
		"retention_of_prompts": {"days": 30},
		"confidentiality": true,
		"human_review_by_provider": false,
		"data_location": ["IE"],
		"deletion": true,
	},
	"terms_reviewed_on": testing.day("2025-11-22"),
}

_judged(inventory) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
}

_of(changes, removed) := _judged({"firm": {}, "ai_systems": {"reader": testing.changed(testing.without(_tool, removed), changes)}})

_verdicts(changes, removed) := testing.verdicts(_of(changes, removed).findings)

_reason(code) := {["reader", code, ""]}

_asked(path) := ["reader", "not-declared", concat(".", ["ai_systems", path])]

test_approved_with_reviewed_terms if _verdicts({}, []) == set()

test_a_tool_not_in_use_does_not_apply if {
	every status in ["proposed", "retired"] {
		_of({"status": status}, []).examined == set()
		_verdicts({"status": status}, ["approved_on", "terms"]) == set()
	}
	_verdicts({"status": "pilot"}, ["approved_on"]) == _reason("not-approved")
}

test_not_approved if {
	_of({}, ["approved_by"]).findings == {{
		"subject": {"collection": "ai_systems", "id": "reader"},
		"reason": "not-approved",
		"args": {"tool": {"collection": "ai_systems", "id": "reader"}},
		"relied_on": [
			{"collection": "ai_systems", "id": "reader", "path": "approved_on"},
			{"collection": "ai_systems", "id": "reader", "path": "approved_by"},
		],
	}}
	_verdicts({}, ["approved_on", "first_used_on"]) == _reason("not-approved")
	_verdicts({"approved_on": testing.day("2026-11-23")}, []) == _reason("not-approved")
	_verdicts({"approved_on": testing.day("2026-11-22"), "first_used_on": testing.day("2026-11-22")}, []) == set()
}

test_approved_after_the_first_use if {
	found := _of({"first_used_on": testing.day("2026-01-04")}, []).findings
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"remedied-late",
		{
			"tool": {"collection": "ai_systems", "id": "reader"},
			"met_on": {"day": testing.day("2026-01-05")},
			"due_on": {"day": testing.day("2026-01-04")},
		},
		[
			{"collection": "ai_systems", "id": "reader", "path": "approved_on"},
			{"collection": "ai_systems", "id": "reader", "path": "first_used_on"},
		],
	]}
}

test_terms_are_reviewed_within_a_year if {
	found := _of({"terms_reviewed_on": testing.day("2025-11-21")}, []).findings
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"terms-review-due",
		{"tool": {"collection": "ai_systems", "id": "reader"}, "last_on": {"day": testing.day("2025-11-21")}},
		[{"collection": "ai_systems", "id": "reader", "path": "terms_reviewed_on"}],
	]}
}

test_learns_from_confidences if {
	learns := {"terms": testing.changed(_tool.terms, {"training_on_inputs": true}), "client_consent_required": false}
	found := _of(learns, []).findings
	{[finding.reason, finding.args, {fact.path | some fact in finding.relied_on}] | some finding in found} == {[
		"learns-from-confidences",
		{"tool": {"collection": "ai_systems", "id": "reader"}},
		{"client_consent_required", "confidential_input_allowed", "cross_matter_learning", "terms.training_on_inputs"},
	]}
	_verdicts({"cross_matter_learning": true, "client_consent_required": false}, []) == _reason("learns-from-confidences")
	_verdicts({"cross_matter_learning": true}, []) == set()
	_verdicts({"client_consent_required": false}, []) == set()
	_verdicts({"cross_matter_learning": true, "client_consent_required": false, "confidential_input_allowed": false}, []) == set()
}

test_not_declared if {
	every path in ["status", "confidential_input_allowed", "terms_reviewed_on", "first_used_on"] {
		_verdicts({}, [path]) == {_asked(path)}
	}
	every item in object.keys(_tool.terms) {
		_verdicts({"terms": object.remove(_tool.terms, [item])}, []) == {_asked(concat(".", ["terms", item]))}
	}
	_verdicts({"cross_matter_learning": true}, ["client_consent_required"]) == {_asked("client_consent_required")}
	_verdicts({"client_consent_required": false}, ["cross_matter_learning"]) == {_asked("cross_matter_learning")}
	_verdicts({}, ["cross_matter_learning"]) == set()
	_verdicts({"confidential_input_allowed": false}, ["cross_matter_learning", "client_consent_required"]) == set()
	_verdicts({}, ["status", "approved_on", "terms_reviewed_on"]) == {_asked("status")}
	_verdicts({"first_used_on": testing.day("2026-01-01"), "terms_reviewed_on": testing.day("2024-01-01"), "cross_matter_learning": true, "client_consent_required": false}, ["status"]) == {_asked("status")}
}

test_no_tool_entered if {
	_judged({"firm": {"grade": 2}, "ai_systems": {}}) == {
		"examined": {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}},
		"findings": {{
			"subject": {"collection": "firm", "id": "firm"},
			"reason": "not-declared",
			"by": "firm.no_ai_tools_on",
			"args": {
				"subject": {"collection": "firm", "id": "firm"},
				"fact": {"collection": "firm", "field": "no_ai_tools_on"},
			},
			"relied_on": [{"collection": "firm", "id": "firm", "path": "no_ai_tools_on"}],
		}},
	}
	_judged({"firm": {"no_ai_tools_on": testing.day("2026-02-02")}, "ai_systems": {}}) == {"examined": set(), "findings": set()}
	_judged({"firm": {}}) == {"examined": set(), "findings": set()}
}

_reason_not_to_apply(firm, tools) := code if {
	code := control.not_applicable with data.inventory as {"firm": firm, "ai_systems": tools}
		with data.as_of as testing.end_of("2026-11-22")
} else := "applies"

test_a_firm_without_ai_tools if {
	_reason_not_to_apply({"no_ai_tools_on": testing.day("2026-02-02")}, {}) == "no-ai-tools"
	_reason_not_to_apply({"no_ai_tools_on": testing.day("2026-02-02")}, {"reader": _tool}) == "applies"
	_reason_not_to_apply({}, {}) == "applies"
}

test_examined if {
	_of({}, []).examined == {{
		"subject": {"collection": "ai_systems", "id": "reader"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	_of({"approved_on": testing.day("2026-12-01")}, ["terms_reviewed_on"]).examined == {{
		"subject": {"collection": "ai_systems", "id": "reader"},
		"grade": 1,
		"changes_on": testing.day("2026-12-01"),
	}}
	{entry.subject.id | some entry in _of({}, ["status"]).examined} == {"reader"}
}
