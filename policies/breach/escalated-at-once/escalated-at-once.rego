# METADATA
# title: Suspected breaches are escalated at once and the awareness time is recorded
# description: >-
#   Looks at every incident: whether it was escalated within the time that the firm allows itself, and whether it is
#   recorded when the firm became aware of a personal data breach.
# scope: package
# custom:
#   id: BREACH-004
#   profile: standard
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.aware_at
#   - incident.detected_at
#   - incident.escalated_at
#   - incident.kind
#   - incident.personal_data_breach
#   - incident.triage_reason
#   parameters:
#   - internal_report_hours
#   - triage_hours
#   reasons:
#   - code: not-escalated
#     result: fail
#     severity: high
#     absence: open
#     message: '{incident} was detected on {detected_at}, and the register does not show that it was escalated within
#       {hours} hours.'
#     many: '{count} incidents are not recorded as escalated in time.'
#   - code: awareness-not-recorded
#     result: fail
#     severity: high
#     absence: open
#     message: '{incident} is treated as a personal data breach, and the time at which the firm became aware is not
#       recorded.'
#     many: For {count} personal data breaches, the time at which the firm became aware is not recorded.
#   - code: order-broken
#     result: fail
#     severity: medium
#     message: '{incident} carries an awareness time before its detection.'
#     many: '{count} incidents carry an awareness time before their detection.'
#   - code: slow-triage
#     result: warn
#     severity: medium
#     message: It took longer than {hours} hours to decide whether {incident} is a personal data breach, and no reason
#       is recorded.
#     many: For {count} incidents it took too long to decide whether they are personal data breaches, and no reason
#       is recorded.
#   - code: breach-not-decided
#     result: unknown
#     severity: high
#     message: It is not recorded whether {incident} is a personal data breach; the 72 hours may be running.
#     many: For {count} incidents it is not recorded whether they are personal data breaches; the 72 hours may be
#       running.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{incident} was escalated on {met_on}, later than the firm''s limit of {due_on}.'
#     many: '{count} incidents were escalated later than the firm allows.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: EDPB Guidelines
#     ref: 9/2022 (breach notification)
#     says: Awareness means reasonable certainty that personal data were compromised.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: IR-6
#     says: Report incidents within a set time.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-4
#     says: 'Incident handling: prepare, detect, contain, eradicate, recover.'
#     status: primary
#   remediation: Escalate now and record when the firm became aware.
package privity.breach.escalated_at_once

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if not _ahead

_ahead if incidents.ahead(input.incident)

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_due := incidents.within_hours(_incident.detected_at, data.parameters.internal_report_hours)

_triage_due := incidents.within_hours(_incident.detected_at, data.parameters.triage_hours)

_escalated if incidents.happened(_incident.escalated_at)

examined contains judged.changing(judged.examined("incidents", _incident), array.concat(_escalation_turns, _triage_turns))

_escalation_turns := [incidents.overdue_from(_due)] if {
	not _escalated
	facts.present(_incident, "detected_at")
} else := []

_triage_turns := [incidents.overdue_from(_triage_due)] if {
	_undecided
	facts.present(_incident, "detected_at")
} else := []

# What the time for deciding is still needed for.

_undecided if facts.absent(_incident, "personal_data_breach")

_undecided if {
	_incident.personal_data_breach == true
	facts.absent(_incident, "aware_at")
}

findings contains {
	"subject": _subject,
	"reason": "not-escalated",
	"args": {
		"incident": _entity,
		"detected_on": judged.date(_incident.detected_at.day),
		"hours": data.parameters.internal_report_hours,
	},
	"relied_on": [_fact("escalated_at"), _fact("detected_at")],
} if {
	not _escalated
	incidents.overdue(_due)
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"incident": _entity,
		"due_on": judged.instant(_due),
		"met_on": judged.instant(_incident.escalated_at),
	},
	"relied_on": [_fact("escalated_at"), _fact("detected_at")],
} if {
	_escalated
	dates.after(_incident.escalated_at, _due)
}

findings contains {
	"subject": _subject,
	"reason": "awareness-not-recorded",
	"args": {"incident": _entity},
	"relied_on": [_fact("aware_at"), _fact("personal_data_breach"), _fact("detected_at")],
} if {
	_incident.personal_data_breach == true
	facts.absent(_incident, "aware_at")
	incidents.overdue(_triage_due)
}

findings contains {
	"subject": _subject,
	"reason": "order-broken",
	"args": {"incident": _entity},
	"relied_on": [_fact("aware_at"), _fact("detected_at")],
} if {
	_incident.personal_data_breach == true
	dates.before(_incident.aware_at, _incident.detected_at)
}

findings contains {
	"subject": _subject,
	"reason": "slow-triage",
	"args": {"incident": _entity, "hours": data.parameters.triage_hours},
	"relied_on": [_fact("triage_reason"), _fact("aware_at"), _fact("detected_at")],
} if {
	_incident.personal_data_breach == true
	dates.after(_incident.aware_at, _triage_due)
	facts.absent_or_blank(_incident, "triage_reason")
}

findings contains {
	"subject": _subject,
	"reason": "breach-not-decided",
	"args": {"incident": _entity},
	"relied_on": [_fact("personal_data_breach"), _fact("detected_at")],
} if {
	facts.absent(_incident, "personal_data_breach")
	incidents.overdue(_triage_due)
}

findings contains judged.not_declared(_subject, "incidents", "detected_at") if {
	facts.absent(_incident, "detected_at")
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
