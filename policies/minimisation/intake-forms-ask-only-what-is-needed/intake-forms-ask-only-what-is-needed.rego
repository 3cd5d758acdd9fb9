# METADATA
# title: Client intake forms ask only for what the practice area needs
# description: >-
#   Looks at every intake form in use: whether it requires only data that its practice areas need, whether a reason is
#   recorded for each sensitive question, and whether the privacy notice linked to it is published.
# scope: package
# custom:
#   id: MIN-003
#   profile: standard
#   unit: inventory
#   subjects:
#   - collection_forms
#   reads:
#   - collection_form.fields
#   - collection_form.practice_area_ids
#   - collection_form.privacy_notice_id
#   - collection_form.status
#   - data_category.sensitivity
#   - practice_area.allowed_data_category_ids
#   - privacy_notice.status
#   parameters: []
#   reasons:
#   - code: required-beyond-need
#     result: fail
#     severity: medium
#     message: '{form} requires {category}, which is outside what its practice areas need.'
#     many: '{count} questions on forms require data that the practice areas of the form do not need.'
#   - code: sensitive-unjustified
#     result: fail
#     severity: medium
#     message: '{form} asks for {category} without a recorded reason.'
#     many: '{count} questions on forms ask for sensitive data without a recorded reason.'
#   - code: no-notice
#     result: fail
#     severity: medium
#     message: '{form} is live, and the privacy notice linked to it is not published.'
#     many: '{count} forms are live, and the privacy notices linked to them are not published.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(c)
#     says: Data must be adequate, relevant and limited to what the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 25(2)
#     says: By default process, store and expose only what each purpose needs.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 510 (2024)
#     says: Limit intake to what is needed to decide on representation.
#     status: secondary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.1
#     says: Limit collection.
#     status: unverified
#   remediation: Make the field optional, remove it, or record its justification for that practice area.
package privity.minimisation.intake_forms_ask_only_what_is_needed

import data.lib.facts
import data.lib.judged

_sensitive := {"special-category", "criminal-offence", "government-id", "financial-account"}

_live[form_id] := form if {
	some form_id, form in data.inventory.collection_forms
	form.status == "live"
}

examined contains judged.examined_with("collection_forms", form, others) if {
	some form in _live
	others := array.concat(array.concat(_areas(form), _categories(form)), _notices(form))
}

# Whether the form is in use is not said: it stays in the population, unjudged.
examined contains judged.examined("collection_forms", form) if {
	some form in data.inventory.collection_forms
	facts.absent(form, "status")
}

findings contains judged.not_declared(judged.subject("collection_forms", form), "collection_forms", "status") if {
	some form in data.inventory.collection_forms
	facts.absent(form, "status")
}

findings contains judged.not_declared(judged.subject("collection_forms", form), "collection_forms", path) if {
	some form in _live
	some path in judged.missing(form, ["fields", "privacy_notice_id"])
}

# Needs of the practice areas.

findings contains {
	"subject": judged.subject("collection_forms", form),
	"reason": "required-beyond-need",
	"by": _which(field),
	"args": _arguments(form, field),
	"relied_on": [
		_fact(form, "fields.required"),
		_fact(form, "practice_area_ids"),
	],
} if {
	some form in _live
	facts.present(form, "practice_area_ids")
	count(_incomplete_areas(form)) == 0
	some field in form.fields
	field.required
	facts.present(field, "data_category_id")
	not _needed(form, field)
}

# A field that is optional, or whose category some practice area needs, raises no question of need.
_in_question[form_id] contains field if {
	some form_id, form in _live
	some field in form.fields
	not field.required == false
	not _needed(form, field)
}

findings contains judged.not_declared(judged.subject("collection_forms", form), "collection_forms", path) if {
	some form_id, form in _live
	some field in _in_question[form_id]
	some path in _missing_for_need(form, field)
}

_missing_for_need(form, field) := of_form | of_field if {
	of_form := judged.missing(form, ["practice_area_ids"])
	of_field := {concat(".", ["fields", path]) | some path in judged.missing(field, ["required", "data_category_id"])}
}

findings contains object.union(
	judged.not_declared(subject, "practice_areas", "allowed_data_category_ids"),
	{"relied_on": relied_on},
) if {
	some form_id, _ in _in_question
	form := _live[form_id]
	subject := judged.subject("collection_forms", form)
	incomplete := _incomplete_areas(form)
	count(incomplete) > 0
	relied_on := [{"collection": "practice_areas", "id": id, "path": "allowed_data_category_ids"} |
		some id in sort(incomplete)
	]
}

# A practice area of the form needs what the field asks for.
_needed(form, field) if {
	some area in _areas(form)
	field.data_category_id in area.allowed_data_category_ids
}

# Practice areas of the form of which it is not known what they need: the list, or the whole entry, is absent.
_incomplete_areas(form) := {area_id |
	some area_id in form.practice_area_ids
	not data.inventory.practice_areas[area_id].allowed_data_category_ids
}

# Sensitive questions.

findings contains {
	"subject": judged.subject("collection_forms", form),
	"reason": "sensitive-unjustified",
	"by": _which(field),
	"args": _arguments(form, field),
	"relied_on": [
		_fact(form, "fields.justification"),
		{"collection": "data_categories", "id": field.data_category_id, "path": "sensitivity"},
	],
} if {
	some form in _live
	some field in form.fields
	data.inventory.data_categories[field.data_category_id].sensitivity in _sensitive
	facts.blank(field.justification)
}

findings contains judged.not_declared(subject, "collection_forms", "fields.justification") if {
	some form in _live
	subject := judged.subject("collection_forms", form)
	some field in form.fields
	facts.absent(field, "justification")
	data.inventory.data_categories[field.data_category_id].sensitivity in _sensitive
}

# Whether a question without a recorded reason is sensitive cannot be told without its category…
findings contains judged.not_declared(subject, "collection_forms", "fields.data_category_id") if {
	some form in _live
	subject := judged.subject("collection_forms", form)
	some field in form.fields
	facts.absent(field, "data_category_id")
	facts.absent_or_blank(field, "justification")
}

# …nor without that category's sensitivity.
findings contains object.union(judged.not_declared(subject, "data_categories", "sensitivity"), {"relied_on": relied_on}) if {
	some form in _live
	subject := judged.subject("collection_forms", form)
	incomplete := {category_id |
		some field in form.fields
		category_id := field.data_category_id
		not data.inventory.data_categories[category_id].sensitivity
		facts.absent_or_blank(field, "justification")
	}
	count(incomplete) > 0
	relied_on := [{"collection": "data_categories", "id": id, "path": "sensitivity"} | some id in sort(incomplete)]
}

# The notice.

findings contains {
	"subject": judged.subject("collection_forms", form),
	"reason": "no-notice",
	"args": {"form": judged.entity("collection_forms", form.id)},
	"relied_on": [
		_fact(form, "privacy_notice_id"),
		{"collection": "privacy_notices", "id": form.privacy_notice_id, "path": "status"},
	],
} if {
	some form in _live
	_not_published(form.privacy_notice_id)
}

_not_published(notice_id) if not data.inventory.privacy_notices[notice_id]

_not_published(notice_id) if data.inventory.privacy_notices[notice_id].status != "published"

findings contains object.union(judged.not_declared(subject, "privacy_notices", "status"), {"relied_on": [
	{"collection": "privacy_notices", "id": form.privacy_notice_id, "path": "status"},
	_fact(form, "privacy_notice_id"),
]}) if {
	some form in _live
	subject := judged.subject("collection_forms", form)
	facts.absent(data.inventory.privacy_notices[form.privacy_notice_id], "status")
}

_areas(form) := [area |
	some area_id in form.practice_area_ids
	area := data.inventory.practice_areas[area_id]
]

_categories(form) := [category |
	some field in form.fields
	category := data.inventory.data_categories[field.data_category_id]
]

_notices(form) := [notice | notice := data.inventory.privacy_notices[form.privacy_notice_id]]

# What tells the questions of one form apart.
_which(field) := concat("/", [part | some part in [field.data_category_id, object.get(field, "name", "")]; part != ""])

_arguments(form, field) := {
	"form": judged.entity("collection_forms", form.id),
	"category": judged.entity("data_categories", field.data_category_id),
	"field": object.get(field, "name", ""),
}

_fact(form, path) := {"collection": "collection_forms", "id": form.id, "path": path}
