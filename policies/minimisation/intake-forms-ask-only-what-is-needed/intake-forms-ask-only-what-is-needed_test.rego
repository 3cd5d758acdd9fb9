package privity.minimisation.intake_forms_ask_only_what_is_needed_test

import data.lib.testing
import data.privity.minimisation.intake_forms_ask_only_what_is_needed as control

_form := {
	"id": "family-intake",
	"grade": 3,
	"status": "live",
	"practice_area_ids": ["family", "wills"],
	"privacy_notice_id": "client-v3",
	"fields": [_name, _children, _hobby, _health],
}

_name := {"name": "full name", "data_category_id": "contact", "required": true}

_children := {"name": "children", "data_category_id": "household", "required": true}

# Nobody needs it, and nobody has to answer.
_hobby := {"name": "hobby", "data_category_id": "interests", "required": false}

_health := {
	"name": "illnesses",
	"data_category_id": "health",
	"required": false,
	"justification": "Care of the children may turn on it.",
}

_inventory := {
	"practice_areas": testing.by_id([
		{"id": "family", "grade": 2, "allowed_data_category_ids": ["household", "health"]},
		{"id": "wills", "grade": 2, "allowed_data_category_ids": ["contact"]},
		{"id": "tax"},
		{"id": "nothing-needed", "allowed_data_category_ids": []},
	]),
	"data_categories": testing.by_id([
		{"id": "contact", "grade": 2, "sensitivity": "ordinary"},
		{"id": "household", "grade": 2, "sensitivity": "child"},
		{"id": "interests", "grade": 2, "sensitivity": "ordinary"},
		{"id": "health", "grade": 2, "sensitivity": "special-category"},
		{"id": "convictions", "sensitivity": "criminal-offence"},
		{"id": "passport", "sensitivity": "government-id"},
		{"id": "bank", "sensitivity": "financial-account"},
		{"id": "advice", "sensitivity": "privileged"},
		{"id": "unsorted"},
	]),
	"privacy_notices": testing.by_id([
		{"id": "client-v3", "grade": 1, "status": "published"},
		{"id": "client-v4", "status": "approved"},
		{"id": "client-v2", "status": "retired"},
		{"id": "client-v1"},
	]),
}

_with_form(changes, removed) := testing.changed(_inventory, {"collection_forms": testing.by_id([form])}) if {
	form := testing.changed(testing.without(_form, removed), changes)
}

_found(changes, removed) := found if {
	found := control.findings with input as {}
		with data.inventory as _with_form(changes, removed)
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(changes, removed) := examined if {
	examined := control.examined with input as {}
		with data.inventory as _with_form(changes, removed)
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the form above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

# with_field: what it finds where the form asks for one thing only.
_with_field(field) := _verdicts({"fields": [field]}, [])

_not_declared(fact) := {["family-intake", "not-declared", fact]}

test_asks_only_what_is_needed if _verdicts({}, []) == set()

test_asks_nothing if _verdicts({"fields": []}, []) == set()

test_examined_with_the_weakest_of_what_it_refers_to if {
	_examined({}, []) == {{"subject": {"collection": "collection_forms", "id": "family-intake"}, "grade": 1}}
}

test_does_not_apply_unless_live if {
	every status in ["draft", "retired"] {
		_examined({"status": status}, ["fields"]) == set()
		_verdicts({"status": status}, ["fields", "privacy_notice_id"]) == set()
	}
}

test_without_a_status_nothing_else_is_judged if {
	testing.ids(_examined({"practice_area_ids": []}, ["status"])) == {"family-intake"}
	_verdicts({"practice_area_ids": []}, ["status", "privacy_notice_id"]) == _not_declared("collection_forms.status")
}

test_requires_more_than_its_practice_areas_need if {
	_found({"fields": [_name, testing.changed(_hobby, {"required": true})]}, []) == {{
		"subject": {"collection": "collection_forms", "id": "family-intake"},
		"reason": "required-beyond-need",
		"by": "interests/hobby",
		"args": {
			"form": {"collection": "collection_forms", "id": "family-intake"},
			"category": {"collection": "data_categories", "id": "interests"},
			"field": "hobby",
		},
		"relied_on": [
			{"collection": "collection_forms", "id": "family-intake", "path": "fields.required"},
			{"collection": "collection_forms", "id": "family-intake", "path": "practice_area_ids"},
		],
	}}
}

test_each_required_field_is_a_finding if {
	fields := [
		{"name": "hobby", "data_category_id": "interests", "required": true},
		{"name": "clubs", "data_category_id": "interests", "required": true},
		{"data_category_id": "unheard-of", "required": true, "justification": "asked by the bank"},
	]
	_verdicts({"fields": fields}, []) == {
		["family-intake", "required-beyond-need", "interests/hobby"],
		["family-intake", "required-beyond-need", "interests/clubs"],
		["family-intake", "required-beyond-need", "unheard-of"],
	}
}

test_forms_are_judged_by_their_own_practice_areas if {
	_verdicts({"practice_area_ids": ["wills"]}, []) == {["family-intake", "required-beyond-need", "household/children"]}
	_verdicts({"practice_area_ids": ["nothing-needed"]}, []) == {
		["family-intake", "required-beyond-need", "contact/full name"],
		["family-intake", "required-beyond-need", "household/children"],
	}
}

test_a_form_for_no_practice_area_may_require_nothing if {
	_verdicts({"practice_area_ids": []}, []) == {
		["family-intake", "required-beyond-need", "contact/full name"],
		["family-intake", "required-beyond-need", "household/children"],
	}
}

test_not_declared_what_it_requires if {
	_with_field(testing.without(_hobby, ["required"])) == _not_declared("collection_forms.fields.required")
	_with_field(testing.without(_name, ["required"])) == set()
	_with_field({"name": "x", "required": true, "justification": "y"}) == _not_declared("collection_forms.fields.data_category_id")
	_with_field({"name": "x", "required": false, "justification": "y"}) == set()
}

test_not_declared_its_practice_areas if {
	_verdicts({}, ["practice_area_ids"]) == _not_declared("collection_forms.practice_area_ids")
	_verdicts({"fields": [_hobby, _health]}, ["practice_area_ids"]) == set()
}

test_not_declared_what_a_practice_area_needs if {
	required := {"fields": [testing.changed(_hobby, {"required": true})]}
	every area in ["tax", "unheard-of"] {
		_found(testing.changed(required, {"practice_area_ids": ["wills", area]}), []) == {{
			"subject": {"collection": "collection_forms", "id": "family-intake"},
			"reason": "not-declared",
			"by": "practice_areas.allowed_data_category_ids",
			"args": {
				"subject": {"collection": "collection_forms", "id": "family-intake"},
				"fact": {"collection": "practice_areas", "field": "allowed_data_category_ids"},
			},
			"relied_on": [{"collection": "practice_areas", "id": area, "path": "allowed_data_category_ids"}],
		}}
	}
	_verdicts({"practice_area_ids": ["family", "wills", "tax"]}, []) == set()
}

test_sensitive_data_without_a_reason if {
	_found({"fields": [testing.changed(_health, {"justification": " "})]}, []) == {{
		"subject": {"collection": "collection_forms", "id": "family-intake"},
		"reason": "sensitive-unjustified",
		"by": "health/illnesses",
		"args": {
			"form": {"collection": "collection_forms", "id": "family-intake"},
			"category": {"collection": "data_categories", "id": "health"},
			"field": "illnesses",
		},
		"relied_on": [
			{"collection": "collection_forms", "id": "family-intake", "path": "fields.justification"},
			{"collection": "data_categories", "id": "health", "path": "sensitivity"},
		],
	}}
}

test_which_data_is_sensitive if {
	sensitive := {id |
		some id in ["contact", "household", "interests", "health", "convictions", "passport", "bank", "advice"]
		count(_with_field({"name": "x", "data_category_id": id, "required": false, "justification": ""})) > 0
	}
	sensitive == {"health", "convictions", "passport", "bank"}
}

test_required_fields_need_their_reason_too if {
	_with_field(testing.changed(_health, {"required": true, "justification": ""})) == {
		["family-intake", "sensitive-unjustified", "health/illnesses"],
	}
}

test_not_declared_why_sensitive_data_is_asked_for if {
	_with_field(testing.without(_health, ["justification"])) == _not_declared("collection_forms.fields.justification")
}

test_not_declared_whether_data_is_sensitive if {
	every category in ["unsorted", "unheard-of"] {
		field := {"name": "x", "data_category_id": category, "required": false}
		_with_field(field) == _not_declared("data_categories.sensitivity")
		_with_field(object.union(field, {"justification": ""})) == _not_declared("data_categories.sensitivity")
		_with_field(object.union(field, {"justification": "asked by the court"})) == set()
	}
	_with_field({"name": "x", "required": false}) == _not_declared("collection_forms.fields.data_category_id")
}

test_not_declared_names_every_category_at_fault if {
	fields := [{"data_category_id": id, "required": false} | some id in ["unsorted", "unheard-of"]]
	{finding.relied_on | some finding in _found({"fields": fields}, [])} == {[
		{"collection": "data_categories", "id": "unheard-of", "path": "sensitivity"},
		{"collection": "data_categories", "id": "unsorted", "path": "sensitivity"},
	]}
}

test_the_notice_is_not_published if {
	every notice_id in ["client-v4", "client-v2", "unheard-of"] {
		_found({"privacy_notice_id": notice_id}, []) == {{
			"subject": {"collection": "collection_forms", "id": "family-intake"},
			"reason": "no-notice",
			"args": {"form": {"collection": "collection_forms", "id": "family-intake"}},
			"relied_on": [
				{"collection": "collection_forms", "id": "family-intake", "path": "privacy_notice_id"},
				{"collection": "privacy_notices", "id": notice_id, "path": "status"},
			],
		}}
	}
}

test_not_declared_the_notice if {
	_verdicts({}, ["privacy_notice_id"]) == _not_declared("collection_forms.privacy_notice_id")
	found := _found({"privacy_notice_id": "client-v1"}, [])
	testing.verdicts(found) == _not_declared("privacy_notices.status")
	{finding.relied_on | some finding in found} == {[
		{"collection": "privacy_notices", "id": "client-v1", "path": "status"},
		{"collection": "collection_forms", "id": "family-intake", "path": "privacy_notice_id"},
	]}
}

test_not_declared_the_fields if _verdicts({}, ["fields"]) == _not_declared("collection_forms.fields")

test_forms_are_judged_each_by_itself if {
	forms := testing.by_id([
		_form,
		testing.changed(_form, {"id": "wills-intake", "practice_area_ids": ["wills"]}),
		testing.changed(_form, {"id": "old-intake", "status": "retired", "practice_area_ids": []}),
	])
	found := control.findings with input as {}
		with data.inventory as testing.changed(_inventory, {"collection_forms": forms})
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	testing.verdicts(found) == {["wills-intake", "required-beyond-need", "household/children"]}
	examined := control.examined with input as {}
		with data.inventory as testing.changed(_inventory, {"collection_forms": forms})
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	testing.ids(examined) == {"family-intake", "wills-intake"}
}
