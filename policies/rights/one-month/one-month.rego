# METADATA
# title: EU and UK rights requests are answered within one month
# description: >-
#   Looks at every request under EU or UK law that was not withdrawn: whether it is or was answered by its due day,
#   counted with the month's end, working days, proof of identity, pauses and extensions.
# scope: package
# custom:
#   id: RIGHTS-001
#   profile: essentials
#   unit: record
#   subjects:
#   - rights_requests
#   reads:
#   - firm.regimes
#   - rights_request.calendar
#   - rights_request.clarification
#   - rights_request.extended_on
#   - rights_request.extension_reason
#   - rights_request.identity
#   - rights_request.late_reason
#   - rights_request.received_on
#   - rights_request.regime
#   - rights_request.responded_on
#   - rights_request.right
#   - rights_request.status
#   parameters:
#   - prompt_ask_days
#   - late_visibility_days
#   reasons:
#   - code: overdue
#     result: fail
#     severity: critical
#     absence: open
#     waivable: false
#     message: The {right} request of {received_on} was to be answered by {due_on}, and no answer is recorded.
#     many: '{count} requests under EU or UK law are past their day, and no answer is recorded.'
#   - code: due-soon
#     result: warn
#     severity: medium
#     message: The {right} request of {received_on} is to be answered by {due_on}.
#     many: '{count} requests under EU or UK law are soon to be answered.'
#   - code: waiting-for-the-person
#     result: warn
#     severity: low
#     message: The {right} request of {received_on} has been waiting since {asked_on} for the person's reply.
#     many: '{count} requests have been waiting for more than 90 days for the person''s reply.'
#   - code: relied-on-pause
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The {right} request of {received_on} was answered in time only because the clock was paused, which
#       rests on guidance.
#     many: '{count} requests were answered in time only because the clock was paused, which rests on guidance.'
#   - code: extended-too-late
#     result: fail
#     severity: high
#     history_after: extended_on
#     waivable: false
#     message: The time for the {right} request of {received_on} was extended on {extended_on}, after the first deadline
#       of {due_on} or without a reason.
#     many: The time for {count} requests was extended after the first deadline or without a reason.
#   - code: late-with-reason
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The {right} request of {received_on} was answered on {met_on}, after {due_on}; the reason is recorded.
#     many: '{count} requests were answered late; the reasons are recorded.'
#   - code: late-without-reason
#     result: fail
#     severity: medium
#     history_after: met_on
#     waivable: false
#     message: The {right} request of {received_on} was answered on {met_on}, after {due_on}.
#     many: '{count} requests were answered late, and no reason is recorded.'
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
#   - code: not-under-gdpr
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
#   citations:
#   - framework: GDPR
#     ref: Art 12(3)
#     says: Act on rights requests within one month; extendable by two months.
#     status: primary
#   - framework: GDPR
#     ref: Art 12(6)
#     says: May ask for identity information where there is reasonable doubt.
#     status: primary
#   - framework: Reg 1182/71
#     ref: Art 3(1)-(2) (Art 3(4)-(5) unverified)
#     says: EU rules for counting hours, days, months and public holidays.
#     status: secondary
#   - framework: ICO guidance
#     ref: Time limits for rights requests
#     says: Corresponding date next month; roll to next working day.
#     status: primary
#   - framework: UK GDPR
#     ref: DUAA 2025 s.76 (Art 12A; article number unverified)
#     says: Response clock, extension and pause for clarification in UK law.
#     status: secondary
#   - framework: EDPB Guidelines
#     ref: 01/2022 (right of access)
#     says: Explains time-limit counting and clock suspension for identity or clarification.
#     status: unverified
#   - framework: NIST Privacy Framework 1.0
#     ref: CT.PO-P3
#     says: Processes enable individuals' preferences and requests.
#     status: primary
#   remediation: Respond now; extend only before the first deadline and with reasons.
package privity.rights.one_month

import data.lib.deadlines
import data.lib.facts
import data.lib.judged

not_applicable := "not-under-gdpr" if {
	regimes := data.inventory.firm.regimes
	not "eu-gdpr" in regimes
	not "uk-gdpr" in regimes
}

_ruled_out if input.rights_request.status == "withdrawn"

_ruled_out if {
	facts.present(input.rights_request, "regime")
	not _european
}

_european if input.rights_request.regime in {"eu", "uk"}

_request := input.rights_request if not _ruled_out

_subject := judged.subject("rights_requests", _request)

_missing contains path if {
	some path in judged.missing(_request, ["regime", "status", "received_on", "right", "calendar"])
}

# The record says that there was an answer, and not when.
_missing contains "responded_on" if {
	_request.status in {"answered", "partly-refused", "refused"}
	facts.absent(_request, "responded_on")
}

_whole if count(_missing) == 0

_today := data.as_of.day

_prompt := data.parameters.prompt_ask_days

_answered_on := deadlines.by(_request, ["responded_on"], _today)

# The clock.

_waits := deadlines.waits(_request, _prompt, _today)

_start := deadlines.start(_request, _prompt, _today)

_closed := deadlines.holidays(data.tables.calendars, _request.calendar)

_clock := deadlines.month(_request, _start, deadlines.pause(_request, _prompt, _today), _closed, _today) if {
	_whole
	count(_waits) == 0
}

# As if nothing had been asked about what was meant.
_unpaused := deadlines.month(_request, _start, 0, _closed, _today) if _whole

# The day that is compared with the due day: that of the answer, else today.
_until := _answered_on if {
	_answered_on
} else := _today

_late if _until > _clock.due

_extended_in_vain if {
	deadlines.by(_request, ["extended_on"], _today)
	not _clock.extended
	_late
}

_undated := deadlines.undated(_request)

_covered if {
	deadlines.covers(data.tables.calendars, _request.calendar, _clock.first)
	deadlines.covers(data.tables.calendars, _request.calendar, _clock.due)
}

_sure if {
	count(_undated) == 0
	_covered
}

# Days on which time alone may turn the verdict.
_turns := [] if {
	_answered_on
} else := [day |
	some days in [_clock_days, _waiting_days, _days_ahead]
	some day in days
]

_clock_days := {deadlines.first_closing(_clock.due, _start), _clock.due + 1} if {
	_clock
} else := set()

_waiting_days := {day |
	some asked in _waits
	day := asked + 91
}

_days_ahead := {day |
	some path in [
		["responded_on"], ["extended_on"], ["identity", "asked_on"], ["identity", "info_received_on"],
		["identity", "fee_paid_on"], ["clarification", "asked_on"], ["clarification", "answered_on"],
	]
	day := object.get(_request, path, 0)
}

examined contains judged.changing(judged.examined("rights_requests", _request), _turns)

_arguments := {
	"right": judged.value("rights_requests", "right", _request.right),
	"received_on": judged.date(_request.received_on),
}

_due := object.union(_arguments, {"due_on": judged.date(_clock.due)})

_clock_facts := array.concat(
	[_fact("received_on")],
	[_fact(path) | some path in ["calendar", "clarification", "extended_on", "identity"]; facts.present(_request, path)],
)

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "overdue",
		"args": _due,
		"relied_on": array.concat([_fact("responded_on")], _clock_facts),
	},
	_turns,
) if {
	not _answered_on
	_late
	_sure
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "due-soon",
		"args": _due,
		"relied_on": array.concat([_fact("responded_on")], _clock_facts),
	},
	_turns,
) if {
	not _answered_on
	deadlines.closing(_clock.due, _start, _today)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "waiting-for-the-person",
		"args": object.union(_arguments, {"asked_on": judged.date(asked)}),
		"relied_on": [_fact(_ask_of[what]) | some what in ["clarification", "identity"]; _waits[what]],
	},
	_turns,
) if {
	_whole
	not _answered_on
	asked := min({day | some day in _waits})
	_today > asked + 90
}

_ask_of := {"identity": "identity.info_received_on", "clarification": "clarification.answered_on"}

findings contains {
	"subject": _subject,
	"reason": "relied-on-pause",
	"args": object.union(_arguments, {"met_on": judged.date(_answered_on)}),
	"relied_on": [_fact("clarification"), _fact("responded_on"), _fact("received_on")],
} if {
	_request.regime == "eu"
	_answered_on > _unpaused.due
	not _late
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "extended-too-late",
		"args": object.union(_arguments, {
			"extended_on": judged.date(_request.extended_on),
			"due_on": judged.date(_clock.first),
		}),
		"relied_on": [_fact("extended_on"), _fact("extension_reason"), _fact("received_on")],
	},
	_turns,
) if {
	_extended_in_vain
	_sure
}

findings contains {
	"subject": _subject,
	"reason": "late-with-reason",
	"args": object.union(_due, {"met_on": judged.date(_answered_on)}),
	"relied_on": array.concat([_fact("responded_on"), _fact("late_reason")], _clock_facts),
} if {
	_late
	_sure
	_answered_on
	not facts.absent_or_blank(_request, "late_reason")
}

findings contains {
	"subject": _subject,
	"reason": "late-without-reason",
	"args": object.union(_due, {"met_on": judged.date(_answered_on)}),
	"relied_on": array.concat([_fact("responded_on"), _fact("late_reason")], _clock_facts),
} if {
	_late
	_sure
	_answered_on
	facts.absent_or_blank(_request, "late_reason")
}

findings contains {
	"subject": _subject,
	"reason": "calendar-not-covered",
	"args": {"received_on": judged.date(_request.received_on), "due_on": judged.date(_clock.due)},
	"relied_on": [_fact("calendar"), _fact("received_on")],
} if {
	_late
	not _covered
}

findings contains judged.not_declared(_subject, "rights_requests", path) if some path in _missing

findings contains judged.not_declared(_subject, "rights_requests", path) if {
	_late
	some path in _undated
}

_fact(path) := {"collection": "rights_requests", "id": _request.id, "path": path}
