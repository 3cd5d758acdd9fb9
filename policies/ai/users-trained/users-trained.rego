# METADATA
# title: People who use AI are trained for it
# description: >-
#   Looks at everyone whose role uses AI tools or who is recorded as having used one: whether a training in AI was
#   passed before the first use and lies within the months that the firm allows, or is planned.
# scope: package
# custom:
#   id: AI-004
#   profile: full
#   unit: staff
#   subjects:
#   - staff
#   reads:
#   - ai_use.staff_id
#   - ai_use.used_on
#   - firm.regimes
#   - role.uses_ai
#   - staff.id
#   - staff.role_id
#   - staff.status
#   - staff.training_plan
#   - training_record.completed_on
#   - training_record.passed
#   - training_record.staff_id
#   - training_record.topics
#   # Recording single uses is up to the firm: a role says as much.
#   optional:
#   - ai_uses
#   parameters:
#   - ai_training_months
#   - eu_ai_omnibus_in_force_from
#   not_applicable:
#   - code: no-ai-tools
#     message: 'The firm has declared that it uses no AI tools.'
#   reasons:
#   - code: not-trained
#     result: warn
#     severity: low
#     message: '{person} uses AI tools; training is planned for {due_on}.'
#     many: '{count} people use AI tools, and training for that is only planned.'
#   - code: not-trained-no-plan
#     result: fail
#     severity: medium
#     absence: open
#     message: '{person} uses AI tools, and no training for that within {months} months is recorded.'
#     many: '{count} people use AI tools, and neither recent training for that nor a plan is recorded.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{person} was trained on AI tools on {met_on}, after first using one on {due_on}.'
#     many: '{count} people were trained on AI tools after first using one.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: EU AI Act
#     ref: Art 4
#     says: Measures for staff AI literacy; softened by 2026 Digital Omnibus.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 512 (2024)
#     says: 'Generative AI: competence, confidentiality, informed consent, verification, supervision.'
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   remediation: Assign AI training before further use.
package privity.ai.users_trained

import data.lib.ai_tools
import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.topics
import data.lib.training

not_applicable := "no-ai-tools" if ai_tools.none_used

# Someone who uses AI tools, or may. Who has left uses them no more.
_person := input.staff_member if {
	not input.staff_member.status == "left"
	not _uses_none
}

_role := data.inventory.roles[input.staff_member.role_id]

# A use that lies ahead has not happened; one without a day has.
_uses contains use if {
	some use in input.ai_uses
	not _ahead(use)
}

_ahead(use) if use.used_on > data.as_of.day

_user if _role.uses_ai

_user if count(_uses) > 0

_uses_none if {
	_role.uses_ai == false
	count(_uses) == 0
}

_subject := judged.subject("staff", _person)

_topic := "ai-literacy"

_months := data.parameters.ai_training_months

_since := dates.add_months(data.as_of.day, 0 - _months)

_records := object.get(input, "training_records", {})

_passed := topics.passed(_records, _topic)

_first := min({one.on | some one in _passed})

_last := max({one.on | some one in _passed})

_recent if _last >= _since

# What may be a recent training, or the first of all, and nobody can say for want of a fact.
_doubts := {doubt |
	not _recent
	some doubt in topics.doubtful_records(_records, {_topic}, _since)
}

_doubts_of_first := {doubt |
	_late
	some doubt in topics.doubtful_records(_records, {_topic}, 0)
	not _later_than_first(doubt)
}

_later_than_first(doubt) if _records[doubt.id].completed_on >= _first

_behind if {
	_user
	not _recent
	count(_doubts) == 0
}

# The plan is for training in AI, or does not say what for. The last day passes.
_planned_on := _person.training_plan.due_on if {
	_for_ai
	_person.training_plan.due_on >= data.as_of.day
}

_for_ai if {
	facts.present(_person, "training_plan")
	facts.absent(_person, ["training_plan", "topics"])
}

_for_ai if _topic in _person.training_plan.topics

_plan_undated if {
	_for_ai
	facts.absent(_person, ["training_plan", "due_on"])
}

# From the day of its new wording the AI Act asks for a measure: a plan that stands is one. The rules of the profession
# in the USA still ask for competence at the time of the use.
_plan_is_enough if {
	data.parameters.eu_ai_omnibus_in_force_from <= data.as_of.day
	"eu-ai-act" in data.inventory.firm.regimes
	count({"aba", "us-ca-bar"} & {regime | some regime in data.inventory.firm.regimes}) == 0
}

_first_use := min({use.used_on | some use in _uses})

_late if _first > _first_use

examined contains judged.changing(judged.examined_with("staff", _person, others), [day | some day in _turns]) if {
	others := array.concat([role | role := _role], [one.record | some one in sort(_passed); one.on == _last])
}

_turns contains training.stale_from(_last, _months) if _last

_turns contains _planned_on + 1 if not _recent

findings contains {
	"subject": _subject,
	"reason": "not-trained",
	"args": {"person": judged.entity("staff", _person.id), "due_on": judged.date(_planned_on)},
	"relied_on": array.concat([_fact("training_plan")], _grounds),
	"changes_on": _planned_on + 1,
} if {
	_behind
	not _plan_is_enough
}

findings contains {
	"subject": _subject,
	"reason": "not-trained-no-plan",
	"args": {"person": judged.entity("staff", _person.id), "months": _months},
	"relied_on": array.concat([_fact("training_plan")], _grounds),
} if {
	_behind
	not _planned_on
	not _plan_undated
}

# Why the person counts as a user, and the last training.
_grounds := array.concat(
	array.concat(
		[{"collection": "roles", "id": role.id, "path": "uses_ai"} | role := _role],
		[{"collection": "ai_uses", "id": id, "path": "staff_id"} | some id in sort({use.id | some use in _uses})],
	),
	[{"collection": "training_records", "id": id, "path": "completed_on"} |
		some id in sort({one.record.id | some one in _passed; one.on == _last})
	],
)

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"person": judged.entity("staff", _person.id),
		"met_on": judged.date(_first),
		"due_on": judged.date(_first_use),
	},
	"relied_on": array.concat(
		[{"collection": "training_records", "id": id, "path": "completed_on"} |
			some id in sort({one.record.id | some one in _passed; one.on == _first})
		],
		[{"collection": "ai_uses", "id": id, "path": "used_on"} |
			some id in sort({use.id | some use in _uses; use.used_on == _first_use})
		],
	),
} if {
	_late
	count(_doubts_of_first) == 0
}

findings contains judged.not_declared(_subject, "staff", "training_plan.due_on") if {
	_behind
	_plan_undated
}

# Neither the role nor a recorded use tells.
findings contains judged.not_declared(_subject, "staff", "role_id") if {
	not _user
	facts.absent(_person, "role_id")
}

findings contains elsewhere.not_declared(_subject, "roles", {_person.role_id}, "uses_ai") if {
	not _user
	facts.absent(object.get(data.inventory.roles, _person.role_id, {}), "uses_ai")
}

findings contains finding if {
	_user
	some finding in training.asked(_subject, _doubts | _doubts_of_first)
}

# When someone first used a tool matters only where training came after it.
findings contains elsewhere.not_declared(_subject, "ai_uses", ids, "used_on") if {
	_first
	not _late
	ids := {use.id | some use in _uses; facts.absent(use, "used_on")}
	count(ids) > 0
}

_fact(path) := {"collection": "staff", "id": _person.id, "path": path}
