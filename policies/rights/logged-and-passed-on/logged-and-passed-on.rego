# METADATA
# title: Requests are logged fully and the outcome is passed to recipients
# description: >-
#   Looks at every request: whether the log says what it must, whether recipients were told of an erasure,
#   correction or restriction, and whether a California log is kept for its 24 months.
# scope: package
# custom:
#   id: RIGHTS-007
#   profile: full
#   unit: record
#   subjects:
#   - rights_requests
#   reads:
#   - rights_request.channel
#   - rights_request.disposed_on
#   - rights_request.outcome_text
#   - rights_request.received_on
#   - rights_request.recipient_ids
#   - rights_request.recipient_notices
#   - rights_request.regime
#   - rights_request.responded_on
#   - rights_request.right
#   - rights_request.status
#   parameters:
#   - downstream_notice_days
#   reasons:
#   - code: log-incomplete
#     result: fail
#     severity: medium
#     absence: record
#     message: The log of the request of {received_on} does not give {fact}.
#     many: The log of requests lacks {count} entries that it must have.
#   - code: recipient-not-told
#     result: warn
#     severity: low
#     message: '{recipient} is still to be told of the outcome of the request of {received_on}.'
#     many: '{count} times a recipient is still to be told of the outcome of a request.'
#   - code: recipient-not-told-late
#     result: fail
#     severity: medium
#     absence: open
#     message: '{recipient} was to be told by {due_on} of the outcome of the request of {received_on}, and no notice
#       is recorded.'
#     many: '{count} times a recipient was to be told of the outcome of a request, and no notice is recorded.'
#   - code: log-destroyed-early
#     result: fail
#     severity: medium
#     history_after: disposed_on
#     waivable: false
#     message: The log of a California request was destroyed on {disposed_on}; it was to be kept until {keep_until}.
#     many: The logs of {count} California requests were destroyed too early.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 19
#     says: Tell recipients about rectification, erasure or restriction.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7101(a)
#     says: Keep request records for at least 24 months.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7101(b)
#     says: Six items that a request log must show.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7022(b)
#     says: How to delete and whom to tell.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.105(c)
#     says: Delete, and pass deletion to service providers and contractors.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.106(a)
#     says: Right to correct inaccurate personal information.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.3.9
#     says: Handle PII principals' requests.
#     status: unverified
#   remediation: Complete the log and notify the recipients.
package privity.rights.logged_and_passed_on

import data.lib.dates
import data.lib.deadlines
import data.lib.facts
import data.lib.judged

_request := input.rights_request

_subject := judged.subject("rights_requests", _request)

_today := data.as_of.day

examined contains judged.changing(judged.examined("rights_requests", _request), [day | some day in _turns])

# The day of receipt tells requests apart; without it the request stands for itself.
_received_on := judged.date(_request.received_on) if {
	facts.present(_request, "received_on")
} else := judged.entity("rights_requests", _request.id)

# What the log must say.

_unsaid contains path if {
	some path in ["received_on", "right", "channel"]
	facts.absent_or_blank(_request, path)
}

_unsaid contains path if {
	_request.status in {"answered", "partly-refused", "refused"}
	some path in ["responded_on", "outcome_text"]
	facts.absent_or_blank(_request, path)
}

findings contains {
	"subject": _subject,
	"reason": "log-incomplete",
	"by": path,
	"args": {"received_on": _received_on, "fact": judged.fact("rights_requests", path)},
	"relied_on": [_fact(path)],
} if {
	some path in _unsaid
}

# Who was to be told.

_passes_on if {
	_request.status in {"answered", "partly-refused"}
	_request.right in {"erasure", "rectification", "restriction", "ccpa-delete", "ccpa-correct"}
}

_answered_on := deadlines.by(_request, ["responded_on"], _today) if _passes_on

_due := _answered_on + data.parameters.downstream_notice_days

_untold contains id if {
	some id in _request.recipient_ids
	not _told(id)
}

_told(id) if {
	some notice in _request.recipient_notices
	notice.recipient_id == id
	_settles(notice)
}

_settles(notice) if deadlines.by(notice, ["sent_on"], _today)

_settles(notice) if not facts.absent_or_blank(notice, "impossible_reason")

_turns contains _due + 1 if count(_untold) > 0

_turns contains object.get(_request, "responded_on", 0) if _passes_on

_turns contains day if {
	some notice in _request.recipient_notices
	day := object.get(notice, "sent_on", 0)
}

_recipient_args(id) := {"received_on": _received_on, "recipient": judged.quoted(id)}

_recipient_facts := [_fact("recipient_notices"), _fact("recipient_ids"), _fact("responded_on")]

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "recipient-not-told",
		"by": id,
		"args": _recipient_args(id),
		"relied_on": _recipient_facts,
	},
	[day | some day in _turns],
) if {
	_today <= _due
	some id in _untold
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "recipient-not-told-late",
		"by": id,
		"args": object.union(_recipient_args(id), {"due_on": judged.date(_due)}),
		"relied_on": _recipient_facts,
	},
	[day | some day in _turns],
) if {
	_today > _due
	some id in _untold
}

# How long the log is kept.

_disposed_on := deadlines.by(_request, ["disposed_on"], _today)

_keep_until := dates.add_months(_request.received_on, 24) # 11 CCR 7101(a)

findings contains {
	"subject": _subject,
	"reason": "log-destroyed-early",
	"args": {"disposed_on": judged.date(_disposed_on), "keep_until": judged.date(_keep_until)},
	"relied_on": [_fact("disposed_on"), _fact("received_on"), _fact("regime")],
} if {
	_request.regime == "us-ca"
	_disposed_on < _keep_until
}

findings contains judged.not_declared(_subject, "rights_requests", "status") if facts.absent(_request, "status")

# Whether California asks to keep it.
findings contains judged.not_declared(_subject, "rights_requests", "regime") if {
	facts.absent(_request, "regime")
	_disposed_on < _keep_until
}

_fact(path) := {"collection": "rights_requests", "id": _request.id, "path": path}
