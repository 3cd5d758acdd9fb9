# METADATA
# title: Refusals state a lawful ground and how to complain
# description: >-
#   Looks at every request that was refused, in whole or in part: whether the ground is one that the law knows, and
#   whether the person was told why, in time, and where to complain.
# scope: package
# custom:
#   id: RIGHTS-004
#   profile: full
#   unit: record
#   subjects:
#   - rights_requests
#   reads:
#   - rights_request.calendar
#   - rights_request.clarification
#   - rights_request.extended_on
#   - rights_request.extension_reason
#   - rights_request.identity
#   - rights_request.received_on
#   - rights_request.refusal
#   - rights_request.regime
#   - rights_request.right
#   - rights_request.status
#   parameters:
#   - prompt_ask_days
#   reasons:
#   - code: ground-not-lawful
#     result: fail
#     severity: high
#     message: The {right} request of {received_on} was refused on the ground of {ground}, which is not among the
#       grounds the law allows.
#     many: '{count} requests were refused on grounds that are not among those the law allows.'
#   - code: no-reasons
#     result: fail
#     severity: high
#     absence: open
#     waivable: false
#     message: The {right} request of {received_on} was refused, and no reasons are recorded as given.
#     many: '{count} requests were refused, and no reasons are recorded as given.'
#   - code: no-complaint-route
#     result: fail
#     severity: medium
#     message: The refusal of {received_on} did not mention {item}.
#     many: Refusals leave out where to complain, in {count} points.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: Reasons for refusing the request of {received_on} were given on {met_on}, after {due_on}.
#     many: Reasons for {count} refusals were given late.
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
#   citations:
#   - framework: GDPR
#     ref: Art 12(4)
#     says: 'Refusals: give reasons and complaint routes within one month.'
#     status: primary
#   - framework: UK DPA 2018
#     ref: Sch 2 Pt 4 para 19
#     says: Privileged or client-confidential data exempt from Arts 13-15.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.145(b)
#     says: Rights duties yield where they would breach California evidentiary privilege.
#     status: primary
#   remediation: Send a reasoned refusal with complaint information.
package privity.rights.lawful_refusals

import data.lib.deadlines
import data.lib.facts
import data.lib.judged

_refused if input.rights_request.status in {"refused", "partly-refused"}

_ruled_out if {
	facts.present(input.rights_request, "status")
	not _refused
}

# Of other laws neither grounds nor limits stand here.
_known_law if data.tables.refusal_grounds[input.rights_request.regime]

_ruled_out if {
	facts.present(input.rights_request, "regime")
	not _known_law
}

_request := input.rights_request if not _ruled_out

_subject := judged.subject("rights_requests", _request)

_missing contains path if {
	some path in judged.missing(_request, ["status", "regime", "right", "received_on", "refusal.ground"])
}

# The days of California, but for opting out, need no calendar.
_needs_calendar if _request.regime in {"eu", "uk"}

_needs_calendar if deadlines.quick(_request)

_missing contains "calendar" if {
	_needs_calendar
	facts.absent(_request, "calendar")
}

_today := data.as_of.day

_reasons_on := deadlines.by(_request, ["refusal", "reasons_given_on"], _today)

_closed := deadlines.holidays(data.tables.calendars, object.get(_request, "calendar", ""))

_due := deadlines.answer_due(_request, data.parameters.prompt_ask_days, _closed, _today) if {
	count(_missing - {"refusal.ground"}) == 0
}

_covered if not _needs_calendar

_covered if deadlines.covers(data.tables.calendars, _request.calendar, _due)

_until := _reasons_on if {
	_reasons_on
} else := _today

_late if _until > _due

examined contains judged.changing(
	judged.examined("rights_requests", _request),
	[day | day := _due + 1; not _reasons_on],
)

_arguments := {
	"right": judged.value("rights_requests", "right", _request.right),
	"received_on": judged.date(_request.received_on),
}

_ground := _request.refusal.ground

# The law knows the ground, for this right.
_lawful if {
	data.tables.refusal_grounds[_request.regime][_ground]
	_ground != "privilege"
}

_lawful if {
	data.tables.refusal_grounds[_request.regime][_ground]
	_request.right in {"access", "ccpa-know"}
	not _national_law_blank
}

_national_law_blank if {
	_request.regime == "eu"
	facts.blank(_request.refusal.national_law)
}

findings contains {
	"subject": _subject,
	"reason": "ground-not-lawful",
	"args": object.union(_arguments, {"ground": judged.quoted(_ground)}),
	"relied_on": [_fact("refusal.ground"), _fact("regime"), _fact("right")],
} if {
	count(_missing) == 0
	not _lawful
}

findings contains {
	"subject": _subject,
	"reason": "no-reasons",
	"args": _arguments,
	"relied_on": [_fact("refusal.reasons_given_on"), _fact("received_on")],
} if {
	not _reasons_on
	_late
	_covered
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"received_on": judged.date(_request.received_on),
		"met_on": judged.date(_reasons_on),
		"due_on": judged.date(_due),
	},
	"relied_on": [_fact("refusal.reasons_given_on"), _fact("received_on")],
} if {
	_reasons_on > _due
	_covered
}

findings contains {
	"subject": _subject,
	"reason": "calendar-not-covered",
	"args": {"received_on": judged.date(_request.received_on), "due_on": judged.date(_due)},
	"relied_on": [_fact("calendar"), _fact("received_on")],
} if {
	_late
	not _covered
}

findings contains {
	"subject": _subject,
	"reason": "no-complaint-route",
	"by": item,
	"args": {
		"received_on": judged.date(_request.received_on),
		"item": judged.value("rights_requests", "refusal.told", item),
	},
	"relied_on": [_fact("refusal.told"), _fact("regime")],
} if {
	_request.regime in {"eu", "uk"}
	facts.present(_request, ["refusal", "told"])
	some item in ["authority-complaint", "judicial-remedy"]
	not _told_of(item)
}

_told_of(item) if item in _request.refusal.told

findings contains judged.not_declared(_subject, "rights_requests", path) if some path in _missing

# Once the reasons were given, what they said of remedies.
findings contains judged.not_declared(_subject, "rights_requests", "refusal.told") if {
	_reasons_on
	_request.regime in {"eu", "uk"}
	facts.absent(_request, ["refusal", "told"])
}

findings contains judged.not_declared(_subject, "rights_requests", "refusal.national_law") if {
	_request.regime == "eu"
	_ground == "privilege"
	facts.absent(_request, ["refusal", "national_law"])
}

_fact(path) := {"collection": "rights_requests", "id": _request.id, "path": path}
