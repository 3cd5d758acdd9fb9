# METADATA
# title: California requests meet the 10, 15, 45 and 90 day limits
# description: >-
#   Looks at every request under California law that was not withdrawn, in a firm that is a business under the CCPA:
#   whether receipt is confirmed and the request answered in the days that the law gives.
# scope: package
# custom:
#   id: RIGHTS-002
#   profile: essentials
#   unit: record
#   subjects:
#   - rights_requests
#   reads:
#   - firm.ccpa
#   - firm.regimes
#   - rights_request.acknowledged_on
#   - rights_request.calendar
#   - rights_request.extended_on
#   - rights_request.extension_reason
#   - rights_request.late_reason
#   - rights_request.received_on
#   - rights_request.regime
#   - rights_request.responded_on
#   - rights_request.right
#   - rights_request.status
#   parameters:
#   - ccpa_revenue_threshold_usd
#   - late_visibility_days
#   reasons:
#   - code: overdue
#     result: fail
#     severity: critical
#     absence: open
#     waivable: false
#     message: The California {right} request of {received_on} was to be answered by {due_on}, and no answer is recorded.
#     many: '{count} California requests are past their day, and no answer is recorded.'
#   - code: not-acknowledged
#     result: fail
#     severity: medium
#     absence: open
#     waivable: false
#     message: Receipt of the California {right} request of {received_on} was to be confirmed by {due_on}.
#     many: Receipt of {count} California requests was to be confirmed and is not.
#   - code: due-soon
#     result: warn
#     severity: medium
#     message: The California {right} request of {received_on} is to be answered by {due_on}.
#     many: '{count} California requests are soon to be answered.'
#   - code: late-with-reason
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The California {right} request of {received_on} was answered on {met_on}, after {due_on}; the reason
#       is recorded.
#     many: '{count} California requests were answered late; the reasons are recorded.'
#   - code: late-without-reason
#     result: fail
#     severity: medium
#     history_after: met_on
#     waivable: false
#     message: The California {right} request of {received_on} was answered on {met_on}, after {due_on}.
#     many: '{count} California requests were answered late, and no reason is recorded.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: Receipt of the California request of {received_on} was confirmed on {met_on}, after {due_on}.
#     many: Receipt of {count} California requests was confirmed late.
#   - code: calendar-not-covered
#     result: unknown
#     severity: medium
#     message: The table of public holidays does not cover the calendar of the request of {received_on} for the days
#       around {due_on}, so this could not be judged.
#     many: The table of public holidays does not cover the calendars of {count} requests for the days that decide.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: not-under-ccpa
#     message: The California Consumer Privacy Act is not among the laws that apply to the firm.
#   - code: not-a-business
#     message: By its figures the firm is not a business under the California Consumer Privacy Act.
#   citations:
#   - framework: CCPA
#     ref: Civ. Code 1798.130(a)(2)(A)
#     says: Respond within 45 days, once extendable by 45.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7021(a)
#     says: Confirm receipt within 10 business days.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7021(b)
#     says: Respond in 45 calendar days; 90 at most with notice.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7026(f)
#     says: Stop sale or sharing within 15 business days.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7027(g)
#     says: Limit sensitive data use within 15 business days.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.121(a)
#     says: Right to limit use of sensitive personal information.
#     status: primary
#   remediation: Answer the request and correct the tracking workflow.
package privity.rights.california_time_limits

import data.lib.california
import data.lib.deadlines
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

not_applicable := "not-under-ccpa" if {
	regimes := data.inventory.firm.regimes
	not "us-ca-ccpa" in regimes
} else := "not-a-business" if {
	california.business == "no"
}

_ruled_out if input.rights_request.status == "withdrawn"

_ruled_out if {
	facts.present(input.rights_request, "regime")
	input.rights_request.regime != "us-ca"
}

_ruled_out if not_applicable

_request := input.rights_request if not _ruled_out

_subject := judged.subject("rights_requests", _request)

_missing contains path if {
	some path in judged.missing(_request, ["regime", "status", "received_on", "right", "calendar"])
}

_missing contains "responded_on" if {
	_request.status in {"answered", "partly-refused", "refused"}
	facts.absent(_request, "responded_on")
}

# The calendar counts business days alone: 45 days are judged without it.
_whole if {
	count(_missing - {"calendar"}) == 0
	count(california.missing) == 0
}

_today := data.as_of.day

_answered_on := deadlines.by(_request, ["responded_on"], _today)

_confirmed_on := min(days) if {
	days := {day | some path in ["acknowledged_on", "responded_on"]; day := deadlines.by(_request, [path], _today)}
	count(days) > 0
}

_closed := deadlines.holidays(data.tables.calendars, _request.calendar)

_by_calendar := deadlines.california(_request, _closed, _today) if _whole

_due := _by_calendar.due if {
	deadlines.quick(_request)
} else := deadlines.california(_request, set(), _today).due if {
	_whole
	not deadlines.quick(_request)
}

_ack_due := _by_calendar.acknowledge

_covered(day) if deadlines.covers(data.tables.calendars, _request.calendar, day)

_due_certain if not deadlines.quick(_request)

_due_certain if _covered(_due)

_until := _answered_on if {
	_answered_on
} else := _today

_late if _until > _due

_confirmed_late if _confirmed_on > _ack_due

_not_confirmed if {
	not _confirmed_on
	_today > _ack_due
}

_turns := [day |
	some days in [_answer_days, _confirm_days]
	some day in days
]

_answer_days := set() if {
	_answered_on
} else := {deadlines.first_closing(_due, _request.received_on), _due + 1} | _ahead(["responded_on", "extended_on"]) if {
	_due
} else := set()

_confirm_days := set() if {
	_confirmed_on
} else := {_ack_due + 1} | _ahead(["acknowledged_on", "responded_on"]) if {
	_ack_due
} else := set()

_ahead(paths) := {day | some path in paths; day := object.get(_request, path, 0)}

examined contains judged.changing(judged.examined_with("rights_requests", _request, [firm | firm := data.inventory.firm]), _turns)

_arguments := {
	"right": judged.value("rights_requests", "right", _request.right),
	"received_on": judged.date(_request.received_on),
	"due_on": judged.date(_due),
}

_relied_on := array.concat(
	[_fact("responded_on"), _fact("received_on")],
	[_fact(path) | some path in ["calendar", "extended_on"]; facts.present(_request, path)],
)

findings contains judged.changing(
	{"subject": _subject, "reason": "overdue", "args": _arguments, "relied_on": _relied_on},
	[day | some day in _answer_days],
) if {
	not _answered_on
	_late
	_due_certain
}

findings contains judged.changing(
	{"subject": _subject, "reason": "due-soon", "args": _arguments, "relied_on": _relied_on},
	[day | some day in _answer_days],
) if {
	not _answered_on
	deadlines.closing(_due, _request.received_on, _today)
}

findings contains {
	"subject": _subject,
	"reason": "late-with-reason",
	"args": object.union(_arguments, {"met_on": judged.date(_answered_on)}),
	"relied_on": array.concat(_relied_on, [_fact("late_reason")]),
} if {
	_late
	_due_certain
	_answered_on
	not facts.absent_or_blank(_request, "late_reason")
}

findings contains {
	"subject": _subject,
	"reason": "late-without-reason",
	"args": object.union(_arguments, {"met_on": judged.date(_answered_on)}),
	"relied_on": array.concat(_relied_on, [_fact("late_reason")]),
} if {
	_late
	_due_certain
	_answered_on
	facts.absent_or_blank(_request, "late_reason")
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-acknowledged",
		"args": object.union(_arguments, {"due_on": judged.date(_ack_due)}),
		"relied_on": [_fact("acknowledged_on"), _fact("received_on"), _fact("calendar")],
	},
	[day | some day in _confirm_days],
) if {
	_not_confirmed
	_covered(_ack_due)
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"received_on": judged.date(_request.received_on),
		"due_on": judged.date(_ack_due),
		"met_on": judged.date(_confirmed_on),
	},
	"relied_on": [_fact("acknowledged_on"), _fact("received_on"), _fact("calendar")],
} if {
	_confirmed_late
	_covered(_ack_due)
}

_doubtful contains _due if {
	_late
	not _due_certain
}

_doubtful contains _ack_due if {
	_confirmed_late
	not _covered(_ack_due)
}

_doubtful contains _ack_due if {
	_not_confirmed
	not _covered(_ack_due)
}

findings contains {
	"subject": _subject,
	"reason": "calendar-not-covered",
	"args": {"received_on": judged.date(_request.received_on), "due_on": judged.date(min(_doubtful))},
	"relied_on": [_fact("calendar"), _fact("received_on")],
} if {
	count(_doubtful) > 0
}

findings contains judged.not_declared(_subject, "rights_requests", path) if some path in _missing

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, path) if some path in california.missing

_fact(path) := {"collection": "rights_requests", "id": _request.id, "path": path}
