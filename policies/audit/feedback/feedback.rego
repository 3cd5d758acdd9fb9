# METADATA
# title: Staff and client feedback on privacy is collected and acted on
# description: 'Looks at the firm as a whole: whether staff and clients were asked for their views on privacy within
#   a year, and whether what they said was answered within 60 days.'
# scope: package
# custom:
#   id: AUDIT-006
#   profile: full
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - feedback.outcome
#   - feedback.received_on
#   - feedback.source
#   parameters:
#   - feedback_months
#   reasons:
#   - code: not-asked
#     result: warn
#     severity: low
#     message: No privacy feedback from {source} is recorded in the last {months} months.
#     many: Privacy feedback is not recorded from {count} of two sources, staff and clients, in the time that the
#       firm allows itself.
#   - code: no-answer
#     result: warn
#     severity: low
#     message: Feedback of {received_on} has had no answer.
#     many: '{count} comments on privacy have had no answer.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: NIST Privacy Framework 1.0
#     ref: CM.AW-P2
#     says: Mechanisms obtain individuals' feedback.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P7
#     says: Complaints and questions are tracked and answered.
#     status: primary
#   remediation: Ask for feedback and record decisions.
package privity.audit.feedback

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.windows

_firm := {"collection": "firm", "id": "firm"}

examined contains judged.changing(
	judged.examined_with("firm", {"id": "firm", "grade": 3}, [item | some item in data.inventory.feedback]),
	[day | some day in _changes],
)

_months := data.parameters.feedback_months

# The days of comments and invitations, by source.
_days[source] contains item.received_on if {
	some source in {"staff", "client"}
	some item in data.inventory.feedback
	item.source == source
}

_recent(source) := {day | some day in _days[source]; windows.in_last(day, _months)}

# Items that may be recent and from the source, had they said so: by field.
_perhaps(source) := {[path, id] |
	some id, item in data.inventory.feedback
	object.get(item, "source", source) == source
	windows.in_last(object.get(item, "received_on", data.as_of.day), _months)
	some path in judged.missing(item, ["source", "received_on"])
}

_unheard := {source | some source in {"staff", "client"}; count(_recent(source)) == 0}

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "not-asked",
		"by": source,
		"args": {"source": judged.value("feedback", "source", source), "months": _months},
		"relied_on": [{"collection": "feedback", "id": id, "path": "received_on"} |
			some id in sort([id |
				some id, item in data.inventory.feedback
				item.source == source
			])
		],
	},
	[day | some day in _days[source]],
) if {
	some source in _unheard
	count(_perhaps(source)) == 0
}

# What is asked for because a source may have been heard, or an answer may be overdue.
_missing contains fact if {
	some source in _unheard
	some fact in _perhaps(source)
}

_missing contains ["received_on", id] if {
	some id, item in _comments
	facts.absent(item, "outcome")
	facts.absent(item, "received_on")
}

findings contains elsewhere.not_declared(_firm, "feedback", ids, path) if {
	some path in ["source", "received_on"]
	ids := {id | some [field, id] in _missing; field == path}
	count(ids) > 0
}

# An invitation asks, and needs no answer.
_comments[id] := item if {
	some id, item in data.inventory.feedback
	object.get(item, "kind", "comment") == "comment"
}

findings contains {
	"subject": _firm,
	"reason": "no-answer",
	"by": id,
	"args": {"received_on": judged.date(item.received_on)},
	"relied_on": [{"collection": "feedback", "id": id, "path": "outcome"}],
} if {
	some id, item in _comments
	facts.absent_or_blank(item, "outcome")
	data.as_of.day > item.received_on + 60
}

_changes contains windows.leaves_last(max(_recent(source)), _months) if some source in {"staff", "client"}

_changes contains item.received_on + 61 if {
	some item in _comments
	facts.absent_or_blank(item, "outcome")
}
