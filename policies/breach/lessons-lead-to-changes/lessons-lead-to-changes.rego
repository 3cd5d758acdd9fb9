# METADATA
# title: Lessons from incidents lead to changes
# description: >-
#   Looks at every closed incident, near misses aside: whether its lessons were reviewed in time, and whether the
#   actions that followed have an owner, a date and an end.
# scope: package
# custom:
#   id: BREACH-011
#   profile: full
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.closed_at
#   - incident.kind
#   - incident.post_review
#   - incident.status
#   parameters:
#   - post_review_days
#   reasons:
#   - code: no-review
#     result: fail
#     severity: medium
#     absence: open
#     message: '{incident} was closed on {closed_on}, and no review of its lessons is recorded.'
#     many: '{count} incidents were closed, and no review of their lessons is recorded.'
#   - code: review-incomplete
#     result: fail
#     severity: low
#     absence: record
#     message: The review of {incident} does not give {fact}.
#     many: The reviews of incidents leave out {count} details.
#   - code: action-open-ended
#     result: fail
#     severity: low
#     absence: record
#     message: An action after {incident} has no owner or no date.
#     many: '{count} actions after incidents have no owner or no date.'
#   - code: action-overdue
#     result: fail
#     severity: medium
#     absence: open
#     message: An action after {incident} was due on {due_on} and is still open.
#     many: '{count} actions after incidents are overdue.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The review of {incident} was held on {met_on}; it was due by {due_on}.
#     many: '{count} reviews of incidents were held late.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: IR-4
#     says: 'Incident handling: prepare, detect, contain, eradicate, recover.'
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P6
#     says: Procedures incorporate lessons learned.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.27
#     says: Learning from incidents.
#     status: primary
#   remediation: Hold the review and finish its actions.
package privity.breach.lessons_lead_to_changes

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if not _exempt

_exempt if input.incident.kind == "near-miss"

_exempt if input.incident.status != "closed"

_exempt if incidents.ahead(input.incident)

# Not closed yet, whatever the status says.
_exempt if dates.after(input.incident.closed_at, data.as_of)

_missing := judged.missing(_incident, ["status", "kind"])

_decided if count(_missing) == 0

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_due := _incident.closed_at.day + data.parameters.post_review_days if _decided

_review := _incident.post_review if _decided

_held if _review.done_on <= data.as_of.day

_held_in_time if _review.done_on <= _due

# The actions, by their numbers: those that are to be done yet.
_open_actions[number] := action if {
	some number, action in _review.actions
	not _done(action)
}

_done(action) if action.done_on <= data.as_of.day

examined contains judged.changing(judged.examined("incidents", _incident), array.concat(_review_turns, _action_turns))

_review_turns := [_due + 1] if {
	not _held_in_time
} else := []

_action_turns := [day |
	some action in _open_actions
	not _done_in_time(action)
	day := action.due_on + 1
]

_done_in_time(action) if action.done_on <= action.due_on

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-review",
		"args": {"incident": _entity, "closed_on": judged.date(_incident.closed_at.day)},
		"relied_on": [_fact("post_review"), _fact("closed_at")],
	},
	[object.get(_incident, ["post_review", "done_on"], 0)],
) if {
	not _held
	data.as_of.day > _due
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"incident": _entity,
		"met_on": judged.date(_review.done_on),
		"due_on": judged.date(_due),
	},
	"relied_on": [_fact("post_review.done_on"), _fact("closed_at")],
} if {
	_held
	_review.done_on > _due
}

findings contains {
	"subject": _subject,
	"reason": "review-incomplete",
	"by": path,
	"args": {"incident": _entity, "fact": judged.fact("incidents", path)},
	"relied_on": [_fact(path)],
} if {
	_held
	some path in _left_out
}

_left_out contains "post_review.root_cause" if facts.absent_or_blank(_review, "root_cause")

# An empty list says that nothing is to be done.
_left_out contains "post_review.actions" if facts.absent(_review, "actions")

findings contains {
	"subject": _subject,
	"reason": "action-open-ended",
	"by": _ordinal(number),
	"args": {"incident": _entity},
	"relied_on": [_fact("post_review.actions")],
} if {
	some number, action in _review.actions
	_open_ended(action)
}

_open_ended(action) if facts.absent(action, "owner_id")

_open_ended(action) if facts.absent(action, "due_on")

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "action-overdue",
		"by": _ordinal(number),
		"args": {"incident": _entity, "due_on": judged.date(action.due_on)},
		"relied_on": [_fact("post_review.actions")],
	},
	[object.get(action, "done_on", 0)],
) if {
	some number, action in _open_actions
	data.as_of.day > action.due_on
}

_ordinal(number) := format_int(number + 1, 10)

findings contains judged.not_declared(_subject, "incidents", path) if some path in _missing

findings contains judged.not_declared(_subject, "incidents", "closed_at") if {
	_decided
	facts.absent(_incident, "closed_at")
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
