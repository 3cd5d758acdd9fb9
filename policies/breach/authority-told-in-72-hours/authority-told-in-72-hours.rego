# METADATA
# title: The data protection authority is told within 72 hours
# description: >-
#   Looks at every personal data breach for which the firm is a controller under the GDPR or the UK GDPR: whether the
#   authority was told within 72 hours, or the breach was judged in time to be unlikely to put anyone at risk.
# scope: package
# custom:
#   id: BREACH-005
#   profile: essentials
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.affected_regimes
#   - incident.assessed_by
#   - incident.aware_at
#   - incident.firm_role
#   - incident.notifications
#   - incident.personal_data_breach
#   - incident.risk_assessed_at
#   - incident.risk_level
#   - incident.risk_reasoning
#   parameters:
#   - gdpr_authority_notice_hours
#   - late_visibility_days
#   reasons:
#   - code: notice-due
#     result: warn
#     severity: high
#     message: '{incident} must be notified to {authority} by {due_at}, unless it is judged unlikely to put anyone
#       at risk.'
#     many: '{count} notices to the authority are due soon.'
#   - code: not-notified
#     result: fail
#     severity: critical
#     waivable: false
#     absence: open
#     message: '{incident} was to be notified to {authority} by {due_at}, and no notification is recorded.'
#     many: '{count} notices to the authority were due, and none is recorded.'
#   - code: low-risk-not-reasoned
#     result: fail
#     severity: high
#     waivable: false
#     absence: record
#     message: '{incident} is marked as unlikely to put anyone at risk, and the dated reasoning for that is not recorded.'
#     many: '{count} incidents are marked as unlikely to put anyone at risk, and the dated reasoning for that is not
#       recorded.'
#   - code: reasoning-missing
#     result: warn
#     severity: low
#     message: '{incident} was notified and is marked as unlikely to put anyone at risk, without recorded reasoning.'
#     many: '{count} incidents were notified and are marked as unlikely to put anyone at risk, without recorded
#       reasoning.'
#   - code: late-with-reason
#     result: warn
#     severity: medium
#     history_after: met_at
#     message: '{incident} was dealt with on {met_at}, after the {due_at} deadline; the reason for the delay is recorded.'
#     many: '{count} breaches were notified or assessed after the deadline, with recorded reasons.'
#   - code: late-without-reason
#     result: fail
#     severity: high
#     history_after: met_at
#     waivable: false
#     absence: record
#     message: '{incident} was notified on {met_at}, after the {due_at} deadline, and no reason for the delay is recorded.'
#     many: '{count} notices to the authority were late, and no reason for the delay is recorded.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: notice-without-law
#     result: warn
#     severity: low
#     message: A notice about {incident} to an authority does not say under which law it was sent, so it counts for none.
#     many: '{count} notices to an authority do not say under which law they were sent, so they count for none.'
#   not_applicable:
#   - code: outside-gdpr
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
#   citations:
#   - framework: GDPR
#     ref: Art 33(1)
#     says: Notify authority within 72 hours of awareness unless risk unlikely; explain lateness.
#     status: primary
#   - framework: GDPR
#     ref: Art 33(4)
#     says: Information may be supplied in phases.
#     status: primary
#   - framework: Reg 1182/71
#     ref: Art 3(1)-(2) (Art 3(4)-(5) unverified)
#     says: EU rules for counting hours, days, months and public holidays.
#     status: secondary
#   - framework: EDPB Guidelines
#     ref: 9/2022 (breach notification)
#     says: Awareness means reasonable certainty that personal data were compromised.
#     status: secondary
#   - framework: GDPR
#     ref: Art 26(1)
#     says: Joint controllers settle between them who does what.
#     status: unverified
#   remediation: Notify now with what is known, in phases if need be, and give the reasons for any delay.
package privity.breach.authority_told_in_72_hours

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

not_applicable := "outside-gdpr" if incidents.firm_outside_gdpr

_incident := input.incident if {
	not _ruled_out
}

_ruled_out if incidents.outside_gdpr(input.incident)

_ruled_out if incidents.ahead(input.incident)

_missing := judged.missing(_incident, incidents.gdpr_facts)

_decided if count(_missing) == 0

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_deadline := incidents.within_hours(_incident.aware_at, data.parameters.gdpr_authority_notice_hours)

_authority := {"uk-gdpr": "the Information Commissioner", "eu-gdpr": "the supervisory authority"}

_regimes := incidents.gdpr_regimes(_incident) if _decided

# The notices under a law, by their numbers.
_numbers(regime) := {number |
	some number, notice in _incident.notifications
	notice.recipient_kind == "authority"
	notice.regime == regime
	_counts(notice)
}

# One joint controller may tell the authority for both.
_counts(notice) if object.get(notice, "sent_by", "firm") in {"firm", "processor"}

_counts(notice) if {
	notice.sent_by == "joint-controller"
	_incident.firm_role == "joint"
}

_notice(regime) := incidents.earliest(_incident, _numbers(regime))

_told_in_time(regime) if dates.same_or_before(_notice(regime).sent_at, _deadline)

# A notice without a day may have been in time.
_undated(regime) if {
	not _told_in_time(regime)
	incidents.undated(_incident, _numbers(regime))
}

# Unlikely to result in a risk: what the law asks for instead of a notice.

_unlikely if _incident.risk_level == "unlikely"

_reasoned if {
	_unlikely
	not facts.absent_or_blank(_incident, "risk_reasoning")
	facts.present(_incident, "assessed_by")
	incidents.happened(_incident.risk_assessed_at)
}

_reasoned_in_time if {
	_reasoned
	dates.same_or_before(_incident.risk_assessed_at, _deadline)
}

_without_notice contains regime if {
	some regime in _regimes
	not _notice(regime)
	not _undated(regime)
}

_late_without_notice contains regime if {
	some regime in _regimes
	not _told_in_time(regime)
	not _undated(regime)
}

examined contains judged.changing(judged.examined("incidents", _incident), _turns) if _incident

_turns := array.concat(
	incidents.turns(_incident.aware_at, _deadline),
	array.concat(
		[_incident.aware_at.day],
		[day | some regime in _regimes; some day in incidents.sent_ahead(_incident, _numbers(regime))],
	),
) if {
	count(_without_notice) > 0
	not _reasoned
	facts.present(_incident, "aware_at")
} else := []

findings contains {
	"subject": _subject,
	"reason": "notice-due",
	"by": regime,
	"args": {"incident": _entity, "authority": _authority[regime], "due_at": judged.instant(_deadline)},
	"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("risk_level")],
	"changes_on": max([incidents.overdue_from(_deadline), data.as_of.day + 1]),
} if {
	not _reasoned
	some regime in _without_notice
	incidents.running_out(_incident.aware_at, _deadline)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-notified",
		"by": regime,
		"args": {"incident": _entity, "authority": _authority[regime], "due_at": judged.instant(_deadline)},
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("risk_level")],
	},
	incidents.sent_ahead(_incident, _numbers(regime)),
) if {
	not _unlikely
	some regime in _without_notice
	incidents.overdue(_deadline)
}

findings contains {
	"subject": _subject,
	"reason": "low-risk-not-reasoned",
	"args": {"incident": _entity, "due_at": judged.instant(_deadline)},
	"relied_on": [_fact("risk_reasoning"), _fact("assessed_by"), _fact("risk_assessed_at"), _fact("risk_level")],
} if {
	_unlikely
	not _reasoned
	count(_without_notice) > 0
	incidents.overdue(_deadline)
}

findings contains {
	"subject": _subject,
	"reason": "reasoning-missing",
	"args": {"incident": _entity},
	"relied_on": [_fact("risk_reasoning"), _fact("assessed_by"), _fact("risk_assessed_at"), _fact("risk_level")],
} if {
	_unlikely
	not _reasoned
	every regime in _regimes {
		_notice(regime)
	}
}

# Judged too late, and not told in time: the assessment is what was late.
findings contains {
	"subject": _subject,
	"reason": "late-with-reason",
	"by": "assessment",
	"args": {
		"incident": _entity,
		"met_at": judged.instant(_incident.risk_assessed_at),
		"due_at": judged.instant(_deadline),
	},
	"relied_on": [_fact("risk_assessed_at"), _fact("aware_at"), _fact("risk_reasoning")],
} if {
	_reasoned
	dates.after(_incident.risk_assessed_at, _deadline)
	count(_late_without_notice) > 0
}

findings contains {
	"subject": _subject,
	"reason": "late-with-reason",
	"by": regime,
	"args": _late(regime),
	"relied_on": [_fact("notifications"), _fact("aware_at")],
} if {
	some regime in _late_regimes
	not facts.absent_or_blank(_notice(regime), "delay_reason")
}

findings contains {
	"subject": _subject,
	"reason": "late-without-reason",
	"by": regime,
	"args": _late(regime),
	"relied_on": [_fact("notifications"), _fact("aware_at")],
} if {
	some regime in _late_regimes
	facts.absent_or_blank(_notice(regime), "delay_reason")
}

_late_regimes contains regime if {
	not _unlikely
	some regime in _regimes
	not _undated(regime)
	dates.after(_notice(regime).sent_at, _deadline)
}

_late(regime) := {
	"incident": _entity,
	"authority": _authority[regime],
	"met_at": judged.instant(_notice(regime).sent_at),
	"due_at": judged.instant(_deadline),
}

findings contains {
	"subject": _subject,
	"reason": "notice-without-law",
	"by": _ordinal(number),
	"args": {"incident": _entity},
	"relied_on": [_fact("notifications")],
} if {
	some number, notice in _incident.notifications
	notice.recipient_kind == "authority"
	facts.absent(notice, "regime")
}

_ordinal(number) := format_int(number + 1, 10)

findings contains judged.not_declared(_subject, "incidents", path) if some path in _missing

findings contains judged.not_declared(_subject, "incidents", "aware_at") if {
	_decided
	facts.absent(_incident, "aware_at")
}

findings contains judged.not_declared(_subject, "incidents", "notifications.sent_at") if {
	facts.present(_incident, "aware_at")
	not _reasoned_in_time
	some regime in _regimes
	_undated(regime)
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
