# METADATA
# title: People at high risk are told about the breach
# description: >-
#   Looks at every personal data breach with a high risk to people for which the firm is a controller under the GDPR
#   or the UK GDPR: whether the people affected were told, or the record bears out why they need not be.
# scope: package
# custom:
#   id: BREACH-007
#   profile: standard
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.affected_regimes
#   - incident.art34_exception
#   - incident.aware_at
#   - incident.encrypted
#   - incident.firm_role
#   - incident.keys_compromised
#   - incident.law_enforcement_hold
#   - incident.notifications
#   - incident.personal_data_breach
#   - incident.risk_assessed_at
#   - incident.risk_level
#   parameters:
#   - individual_notice_hours
#   - late_visibility_days
#   reasons:
#   - code: notice-due
#     result: warn
#     severity: high
#     message: The people affected by {incident} should be told by {due_at}.
#     many: The people affected by {subjects} should soon be told.
#   - code: not-told
#     result: fail
#     severity: critical
#     absence: open
#     message: The people affected by {incident} face a high risk and have not been told according to the record.
#     many: The people affected by {subjects} face a high risk and have not been told according to the record.
#   - code: exception-not-shown
#     result: fail
#     severity: high
#     message: The people affected by {incident} were not told because of {ground}, and the record does not bear that
#       out.
#     many: People affected by {subjects} were not told because of an exception that the record does not bear out.
#   - code: late-with-reason
#     result: warn
#     severity: low
#     history_after: met_at
#     message: The people affected by {incident} were told on {met_at}, later than planned; the reason is recorded.
#     many: The people affected by {subjects} were told later than planned, with recorded reasons.
#   - code: late-without-reason
#     result: fail
#     severity: medium
#     history_after: met_at
#     absence: record
#     message: The people affected by {incident} were told on {met_at}, later than {due_at}, and no reason is recorded.
#     many: The people affected by {subjects} were told late, and no reason is recorded.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-gdpr
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
#   citations:
#   - framework: GDPR
#     ref: Art 34(1)
#     says: Tell individuals without undue delay when high risk is likely.
#     status: primary
#   - framework: GDPR
#     ref: Art 34(3)
#     says: 'Exceptions: unintelligible data, risk removed, disproportionate effort.'
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CM.AW-P7
#     says: Affected people are told of a breach.
#     status: primary
#   remediation: Notify the affected people in plain language.
package privity.breach.people_told

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

_ruled_out if input.incident.risk_level in {"unlikely", "risk"}

_missing := judged.missing(_incident, array.concat(incidents.gdpr_facts, ["risk_level"]))

_decided if count(_missing) == 0

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_regimes := incidents.gdpr_regimes(_incident) if _decided

# The exception of Art 34(3).

_claimed if {
	_decided
	facts.present(_incident, "art34_exception")
}

_excepted if {
	_reasoned
	_incident.art34_exception.ground in {"risk-removed", "public-communication"}
}

_excepted if {
	_reasoned
	_incident.art34_exception.ground == "data-unintelligible"
	_incident.encrypted == true
	_incident.keys_compromised == false
}

_reasoned if {
	_claimed
	not facts.absent_or_blank(_incident, ["art34_exception", "reasoning"])
}

# A declared fact contradicts the exception.

_contradicted if {
	facts.present(_incident, ["art34_exception", "reasoning"])
	facts.blank(_incident.art34_exception.reasoning)
}

_contradicted if {
	_on_encryption
	_incident.encrypted == false
}

_contradicted if {
	_on_encryption
	_incident.keys_compromised == true
}

_on_encryption if _incident.art34_exception.ground == "data-unintelligible"

# What the exception rests on and the record does not say, where nothing contradicts it.
_unsaid := {path | some path in ["art34_exception.ground", "art34_exception.reasoning"]; facts.absent(_incident, split(path, "."))} | _unsaid_of_keys if {
	_claimed
	not _contradicted
} else := set()

_unsaid_of_keys := judged.missing(_incident, ["encrypted", "keys_compromised"]) if {
	_on_encryption
} else := set()

# The time for telling people.

_deadline := incidents.moved_to(_policy, _incident.law_enforcement_hold.until) if {
	facts.present(_incident, ["law_enforcement_hold", "until"])
} else := _policy

_policy := incidents.within_hours(_incident.aware_at, data.parameters.individual_notice_hours)

# A request without an end may reach to any day.
_open_hold if {
	facts.present(_incident, "law_enforcement_hold")
	facts.absent(_incident, ["law_enforcement_hold", "until"])
}

# The notices that reach the people under a law, by their numbers. One for the residents of a US state, or under another
# law, went to others.
_numbers(regime) := {number |
	some number, notice in _incident.notifications
	notice.recipient_kind == "individuals"
	_for_people_under(notice, regime)
	_counts(notice)
}

_for_people_under(notice, regime) if notice.regime == regime

_for_people_under(notice, _) if {
	facts.absent(notice, "regime")
	facts.absent(notice, "state")
}

# One joint controller may tell the people for both.
_counts(notice) if object.get(notice, "sent_by", "firm") in {"firm", "processor"}

_counts(notice) if {
	notice.sent_by == "joint-controller"
	_incident.firm_role == "joint"
}

_notice(regime) := incidents.earliest(_incident, _numbers(regime))

_told_in_time(regime) if dates.same_or_before(_notice(regime).sent_at, _deadline)

# A notice without a time may have been in time.
_undated(regime) if {
	not _told_in_time(regime)
	incidents.undated(_incident, _numbers(regime))
}

_without_notice contains regime if {
	some regime in _regimes
	not _notice(regime)
	not _undated(regime)
}

# The laws under which people were not told in time, on what the record says.
_open contains regime if {
	not _excepted
	some regime in _regimes
	not _told_in_time(regime)
	not _undated(regime)
}

# Whether people had to be told by then cannot be said.
_unknown_duty if count(_unsaid) > 0

_unknown_duty if _open_hold

examined contains judged.changing(judged.examined("incidents", _incident), _turns) if _incident

_turns := array.concat(
	array.concat([_incident.aware_at.day], incidents.turns(_incident.aware_at, _deadline)),
	[day | some regime in _without_notice; some day in incidents.sent_ahead(_incident, _numbers(regime))],
) if {
	count(_without_notice) > 0
	not _excepted
	facts.present(_incident, "aware_at")
} else := []

findings contains {
	"subject": _subject,
	"reason": "notice-due",
	"by": regime,
	"args": {"incident": _entity, "due_at": judged.instant(_deadline)},
	"relied_on": _relied_on,
	"changes_on": max([incidents.overdue_from(_deadline), data.as_of.day + 1]),
} if {
	not _claimed
	not _open_hold
	some regime in _without_notice
	incidents.running_out(_incident.aware_at, _deadline)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-told",
		"by": regime,
		"args": {"incident": _entity, "due_at": judged.instant(_deadline)},
		"relied_on": _relied_on,
	},
	incidents.sent_ahead(_incident, _numbers(regime)),
) if {
	not _claimed
	not _open_hold
	some regime in _without_notice
	incidents.overdue(_deadline)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "exception-not-shown",
		"args": {"incident": _entity, "ground": _ground},
		"relied_on": [_fact("art34_exception"), _fact("encrypted"), _fact("keys_compromised"), _fact("notifications")],
	},
	[day | some regime in _without_notice; some day in incidents.sent_ahead(_incident, _numbers(regime))],
) if {
	_decided
	_contradicted
	count(_without_notice) > 0
}

_ground := judged.value("incidents", "art34_exception.ground", _incident.art34_exception.ground) if {
	facts.present(_incident, ["art34_exception", "ground"])
} else := "an exception that is not named"

findings contains {
	"subject": _subject,
	"reason": "late-with-reason",
	"by": regime,
	"args": _late(regime),
	"relied_on": _relied_on,
} if {
	some regime in _late_regimes
	not facts.absent_or_blank(_notice(regime), "delay_reason")
}

findings contains {
	"subject": _subject,
	"reason": "late-without-reason",
	"by": regime,
	"args": _late(regime),
	"relied_on": _relied_on,
} if {
	some regime in _late_regimes
	facts.absent_or_blank(_notice(regime), "delay_reason")
}

_late_regimes contains regime if {
	not _unknown_duty
	some regime in _open
	dates.after(_notice(regime).sent_at, _deadline)
}

_late(regime) := {
	"incident": _entity,
	"met_at": judged.instant(_notice(regime).sent_at),
	"due_at": judged.instant(_deadline),
}

_relied_on := [_fact("notifications"), _fact("aware_at"), _fact("risk_level")]

findings contains judged.not_declared(_subject, "incidents", path) if some path in _missing

findings contains judged.not_declared(_subject, "incidents", path) if {
	_decided
	not _excepted
	some path in judged.missing(_incident, ["aware_at", "risk_assessed_at"])
}

findings contains judged.not_declared(_subject, "incidents", path) if {
	some path in _unsaid
	not _all_in_time
}

_all_in_time if {
	_decided
	every regime in _regimes {
		_told_in_time(regime)
	}
}

findings contains judged.not_declared(_subject, "incidents", "law_enforcement_hold.until") if {
	_open_hold
	facts.present(_incident, "aware_at")
	count(_open) > 0
	not _settled_by_exception
}

# Where the exception alone decides.
_settled_by_exception if {
	_claimed
	every regime in _open {
		regime in _without_notice
	}
}

findings contains judged.not_declared(_subject, "incidents", "notifications.sent_at") if {
	facts.present(_incident, "aware_at")
	not _excepted
	some regime in _regimes
	_undated(regime)
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
