package privity.ai.confidences_with_consent_test

import data.lib.testing
import data.privity.ai.confidences_with_consent as control

_use := {
	"id": "U-1",
	"grade": 3,
	"ai_system_id": "reader",
	"matter_id": "M-1",
	"used_on": testing.day("2026-11-22"),
	"confidential_input": true,
}

# It learns from what it is given.
_tool := {
	"id": "reader",
	"grade": 2,
	"title": "Contract Reader",
	"confidential_input_allowed": true,
	"cross_matter_learning": false,
	"terms": {"training_on_inputs": true},
}

_quiet := testing.changed(_tool, {"terms": {"training_on_inputs": false}})

_consent := {
	"id": "C-1",
	"grade": 1,
	"client_id": "K-1",
	"kind": "ai-input",
	"method": "e-signature",
	"given_at": testing.at("2026-11-22T23:00:00"),
	"scope_text_tags": ["reader"],
}

_term := {
	"id": "CT-1",
	"client_id": "K-1",
	"ai": "forbidden",
	"effective_on": testing.day("2026-11-22"),
}

_judged(use, tools, records, terms) := judged if {
	unit := {"client": {"id": "K-1"}, "ai_uses": testing.by_id([use]), "consent_records": testing.by_id(records)}
	judged := {"findings": control.findings, "examined": control.examined} with input as unit
		with data.inventory as {
			"ai_systems": testing.by_id(tools),
			"client_terms": testing.by_id(terms),
			"incidents": {"I-1": {"id": "I-1"}},
		}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(use, tools, records, terms) := testing.verdicts(_judged(use, tools, records, terms).findings)

_changed(record, changes, removed) := testing.changed(testing.without(record, removed), changes)

_with_consent(changes, removed) := _verdicts(_use, [_tool], [_changed(_consent, changes, removed)], [])

_with_term(tool, changes, removed) := _verdicts(_use, [tool], [], [_changed(_term, changes, removed)])

_none := {["U-1", "no-client-consent", ""]}

_reason(code) := {["U-1", code, ""]}

_asked(path) := {["U-1", "not-declared", path]}

_arguments := {
	"tool": {"collection": "ai_systems", "id": "reader"},
	"client": {"collection": "clients", "id": "K-1"},
	"used_on": {"day": testing.day("2026-11-22")},
}

_path(collection, id, path) := {"collection": collection, "id": id, "path": path}

_shown(found) := {[finding.subject.id, finding.reason, finding.args, finding.relied_on] | some finding in found}

test_agreed_on_the_day_of_the_use if _with_consent({}, []) == set()

test_a_tool_that_does_not_learn_needs_no_consent if _verdicts(_use, [_quiet], [], []) == set()

test_no_consent if {
	_shown(_judged(_use, [_tool], [], []).findings) == {[
		"U-1",
		"no-client-consent",
		_arguments,
		[_path("ai_uses", "U-1", "confidential_input"), _path("ai_systems", "reader", "terms.training_on_inputs")],
	]}
	_verdicts(_use, [_changed(_quiet, {"cross_matter_learning": true}, [])], [], []) == _none
	_with_consent({"given_at": testing.at("2026-11-23T00:00:00")}, []) == _none
	_with_consent({"kind": "data-processing"}, []) == _none
	_with_consent({"method": "engagement-letter-boilerplate"}, []) == _none
	_with_consent({"withdrawn_at": testing.at("2026-11-22T08:00:00")}, []) == _none
	_with_consent({"withdrawn_at": testing.at("2026-11-23T08:00:00")}, []) == set()
	_with_consent({"expires_on": testing.day("2026-11-21")}, []) == _none
	_with_consent({"expires_on": testing.day("2026-11-22")}, []) == set()
	later := _changed(_consent, {"id": "C-2", "scope_text_tags": ["other"]}, [])
	_verdicts(_use, [_tool, {"id": "other"}], [_changed(_consent, {"superseded_by": "C-2"}, []), later], []) == _none
}

test_what_a_consent_names if {
	_with_consent({"scope_text_tags": ["contract reader"]}, []) == set()
	_verdicts(_use, [_tool, {"id": "other", "title": "Other Tool"}], [_changed(_consent, {"scope_text_tags": ["Other", "other tool"]}, [])], []) == _none
	class := _changed(_consent, {"scope_text_tags": ["language models"]}, [])
	_shown(_judged(_use, [_tool], [class], []).findings) == {[
		"U-1",
		"scope-unclear",
		_arguments,
		[_path("consent_records", "C-1", "scope_text_tags")],
	]}
	_verdicts(_use, [_tool], [_changed(class, {"withdrawn_at": testing.at("2026-11-01T08:00:00")}, [])], []) == _none
	_verdicts(_use, [_tool], [_changed(class, {"method": "engagement-letter-boilerplate"}, [])], []) == _none
	_verdicts(_use, [_tool], [_changed(class, {"kind": "disclosure"}, [])], []) == _none
	_verdicts(_use, [_tool], [class, _changed(_consent, {"id": "C-2"}, [])], []) == set()
	_verdicts(_changed(_use, {"incident_id": "I-1"}, []), [_tool], [class], []) == set()
	_verdicts(_use, [_quiet], [class], []) == set()
}

test_terms_that_forbid if {
	_shown(_judged(_use, [_quiet], [], [_term]).findings) == {[
		"U-1",
		"client-forbids",
		_arguments,
		[_path("ai_uses", "U-1", "used_on"), _path("client_terms", "CT-1", "ai")],
	]}
	_with_term(_quiet, {"effective_on": testing.day("2026-11-23")}, []) == set()
	_with_term(_quiet, {"ended_on": testing.day("2026-11-22")}, []) == set()
	_with_term(_quiet, {"ended_on": testing.day("2026-11-23")}, []) == _reason("client-forbids")
	_with_term(_quiet, {"client_id": "K-2"}, []) == set()
	_with_term(_quiet, {"ai": "allowed"}, []) == set()
	_with_term(_quiet, {}, ["ai"]) == set()
	_verdicts(_use, [_quiet], [_consent], [_term]) == _reason("client-forbids")
	_with_term(_tool, {}, []) == _reason("client-forbids") | _none
}

test_terms_that_ask_for_consent if {
	needed := _changed(_term, {"ai": "consent-needed"}, [])
	_shown(_judged(_use, [_quiet], [], [needed]).findings) == {[
		"U-1",
		"no-client-consent",
		_arguments,
		[_path("ai_uses", "U-1", "confidential_input"), _path("client_terms", "CT-1", "ai")],
	]}
	_verdicts(_use, [_quiet], [_consent], [needed]) == set()
	_verdicts(_use, [_quiet], [], [needed, _changed(_term, {"id": "CT-2"}, [])]) == _reason("client-forbids")
	_verdicts(_use, [_quiet], [], [needed, _changed(_term, {"id": "CT-2", "ai": "allowed"}, [])]) == _none
	_verdicts(_use, [_quiet], [], [_changed(needed, {"effective_on": testing.day("2026-11-23")}, [])]) == set()
	both := _judged(_use, [_tool], [], [needed, _changed(_term, {"id": "CT-2"}, [])]).findings
	{finding.relied_on | some finding in both; finding.reason == "no-client-consent"} == {[
		_path("ai_uses", "U-1", "confidential_input"),
		_path("ai_systems", "reader", "terms.training_on_inputs"),
	]}
}

test_a_tool_not_cleared_for_confidences if {
	_shown(_judged(_use, [_changed(_quiet, {"confidential_input_allowed": false}, [])], [], []).findings) == {[
		"U-1",
		"not-for-confidences",
		_arguments,
		[_path("ai_uses", "U-1", "confidential_input"), _path("ai_systems", "reader", "confidential_input_allowed")],
	]}
}

test_dealt_with_as_an_incident if {
	_shown(_judged(_changed(_use, {"incident_id": "I-1"}, []), [_changed(_tool, {"confidential_input_allowed": false}, [])], [], []).findings) == {[
		"U-1",
		"handled-as-incident",
		_arguments,
		[
			_path("ai_uses", "U-1", "incident_id"),
			_path("ai_systems", "reader", "confidential_input_allowed"),
			_path("ai_systems", "reader", "terms.training_on_inputs"),
			_path("ai_uses", "U-1", "confidential_input"),
		],
	]}
	_verdicts(_changed(_use, {"incident_id": "I-9"}, []), [_tool], [], []) == _none
	_verdicts(_changed(_use, {"incident_id": "I-1"}, []), [_tool], [_consent], []) == set()
}

test_not_declared_on_the_use if {
	every path in ["used_on", "ai_system_id", "confidential_input"] {
		_verdicts(_changed(_use, {}, [path]), [_tool], [], [_term]) == _asked(concat(".", ["ai_uses", path]))
	}
}

test_not_declared_on_the_tool if {
	_verdicts(_use, [_changed(_quiet, {}, ["confidential_input_allowed"])], [], []) == _asked("ai_systems.confidential_input_allowed")
	_verdicts(_use, [_changed(_quiet, {}, ["cross_matter_learning"])], [], []) == _asked("ai_systems.cross_matter_learning")
	_verdicts(_use, [_changed(_quiet, {}, ["terms"])], [], []) == _asked("ai_systems.terms.training_on_inputs")
	_verdicts(_use, [_changed(_quiet, {}, ["terms", "cross_matter_learning"])], [_consent], []) == set()
	_verdicts(_use, [_changed(_tool, {}, ["cross_matter_learning"])], [], []) == _none
	_verdicts(_use, [], [], []) == _asked("ai_systems.confidential_input_allowed") | (_asked("ai_systems.cross_matter_learning") | _asked("ai_systems.terms.training_on_inputs"))
}

test_not_declared_on_a_consent if {
	every path in ["kind", "given_at", "method", "scope_text_tags"] {
		_with_consent({}, [path]) == _asked(concat(".", ["consent_records", path]))
		_verdicts(_use, [_tool], [_consent, _changed(_consent, {"id": "C-2"}, [path])], []) == set()
		_verdicts(_use, [_quiet], [_changed(_consent, {}, [path])], []) == set()
	}
	_with_consent({}, ["kind", "scope_text_tags"]) == _none
	_with_consent({"kind": "marketing"}, ["scope_text_tags", "method"]) == _none
	_with_consent({"method": "engagement-letter-boilerplate"}, ["scope_text_tags"]) == _none
	_with_consent({"withdrawn_at": testing.at("2026-11-01T08:00:00")}, ["method"]) == _none
	other := [_tool, {"id": "other"}]
	_verdicts(_use, other, [_changed(_consent, {"scope_text_tags": ["other"]}, ["method"])], []) == _none
	_verdicts(_use, other, [_changed(_consent, {"scope_text_tags": ["other"]}, ["kind"])], []) == _none
	_with_consent({"scope_text_tags": ["language models"]}, ["method"]) == _asked("consent_records.method")
	class := _changed(_consent, {"id": "C-2", "scope_text_tags": ["language models"]}, [])
	_verdicts(_use, [_tool], [_changed(_consent, {}, ["method"]), class], []) == _asked("consent_records.method")
}

test_not_declared_on_terms if {
	_with_term(_quiet, {}, ["effective_on"]) == _asked("client_terms.effective_on")
	_with_term(_quiet, {"ended_on": testing.day("2026-11-22")}, ["effective_on"]) == set()
	needed := _changed(_term, {"ai": "consent-needed"}, ["effective_on"])
	_verdicts(_use, [_quiet], [], [needed]) == _asked("client_terms.effective_on")
	_verdicts(_use, [_quiet], [_consent], [needed]) == set()
	_verdicts(_use, [_tool], [], [needed]) == _none
	_verdicts(_use, [_quiet], [], [needed, _changed(_term, {"id": "CT-2"}, [])]) == _reason("client-forbids")
	_verdicts(_use, [_quiet], [], [_term, _changed(_term, {"id": "CT-2"}, ["effective_on"])]) == _reason("client-forbids")
}

test_what_does_not_apply if {
	none := {"findings": set(), "examined": set()}
	_judged(_changed(_use, {"confidential_input": false}, []), [_tool], [], [_term]) == none
	_judged(_changed(_use, {"used_on": testing.day("2026-11-23")}, []), [_tool], [], [_term]) == none
	_judged(_changed(_use, {"confidential_input": false}, ["used_on"]), [_tool], [], [_term]) == none
}

test_examined if {
	subject := {"collection": "ai_uses", "id": "U-1"}
	_judged(_use, [_tool], [], []).examined == {{"subject": subject, "grade": 2}}
	_judged(_use, [_tool], [_consent], []).examined == {{"subject": subject, "grade": 1}}
	_judged(_changed(_use, {}, ["confidential_input", "used_on"]), [], [_consent], []).examined == {{"subject": subject, "grade": 3}}
}

test_one_tag_of_several_is_enough if {
	_with_consent({"scope_text_tags": ["contract reader", "something else"]}, []) == set()
	other := [_tool, {"id": "other"}]
	_verdicts(_use, other, [_changed(_consent, {"scope_text_tags": ["other", "language models"]}, [])], []) == _reason("scope-unclear")
}

test_everything_that_a_consent_lacks if {
	every path in ["given_at", "method"] {
		_with_consent({}, ["scope_text_tags", path]) == _asked("consent_records.scope_text_tags") | _asked(concat(".", ["consent_records", path]))
	}
	_with_consent({"kind": "disclosure"}, ["method"]) == _none
}

test_terms_of_another_client_without_a_day if {
	_with_term(_quiet, {"client_id": "K-2"}, ["effective_on"]) == set()
}

test_why_a_tool_needs_consent if {
	learning := _changed(_quiet, {"cross_matter_learning": true}, [])
	every row in [
		[learning, ["cross_matter_learning"]],
		[_changed(_tool, {}, ["cross_matter_learning"]), ["terms.training_on_inputs"]],
		[_changed(learning, {}, ["terms"]), ["cross_matter_learning"]],
		[_changed(_tool, {"cross_matter_learning": true}, []), ["terms.training_on_inputs", "cross_matter_learning"]],
	] {
		found := _judged(_use, [row[0]], [], []).findings
		paths := [[fact.path | some fact in finding.relied_on] | some finding in found; finding.reason == "no-client-consent"]
		paths == [array.concat(["confidential_input"], row[1])]
	}
}
