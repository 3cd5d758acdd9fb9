# METADATA
# title: Each retention rule states trigger, period, reason and disposal method
# description: >-
#   Looks at every approved rule of the retention schedule: whether it says what it covers, from when and for how long
#   or by which criteria, why, how the records are destroyed and who answers for it, and whether its periods agree.
# scope: package
# custom:
#   id: RET-002
#   profile: essentials
#   unit: record
#   subjects:
#   - retention_rules
#   reads:
#   - retention_rule.approved_on
#   - retention_rule.covers_backups
#   - retention_rule.criteria_text
#   - retention_rule.disposal_method
#   - retention_rule.legal_basis_text
#   - retention_rule.max_period
#   - retention_rule.min_period
#   - retention_rule.owner_id
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.record_class
#   - retention_rule.status
#   - retention_rule.trigger_event
#   - retention_rule.until_age
#   parameters: []
#   reasons:
#   - code: incomplete-rule
#     result: fail
#     severity: medium
#     absence: record
#     message: The {rule} does not say {fact}.
#     many: '{count} entries are missing from {subjects}.'
#   - code: backups-not-covered
#     result: warn
#     severity: low
#     message: The {rule} does not say that it covers backup copies.
#     many: '{count} retention rules do not say that they cover backup copies.'
#   - code: contradictory-period
#     result: fail
#     severity: medium
#     message: The period of the {rule} lies outside its own minimum or maximum.
#     many: '{count} retention rules have a period outside their own minimum or maximum.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 13(2)(a)
#     says: Tell people the storage period or its criteria.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-12
#     says: Manage and retain information per law and policy.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.7
#     says: Retention.
#     status: unverified
#   remediation: Complete the rule and have its owner approve it.
package privity.retention.complete_retention_rule

import data.lib.dates
import data.lib.facts
import data.lib.judged

_rule := input.retention_rule

_subject := judged.subject("retention_rules", _rule)

_ruled_out if {
	facts.present(_rule, "status")
	_rule.status != "approved"
}

_applies if _rule.status == "approved"

examined contains judged.examined("retention_rules", _rule) if not _ruled_out

_unsaid contains path if {
	some path in ["record_class", "trigger_event", "legal_basis_text", "disposal_method", "owner_id", "approved_on"]
	facts.absent_or_blank(_rule, path)
}

_unsaid contains "period" if not _length_said

_length_said if not _empty_period

_length_said if facts.present(_rule, "until_age")

_length_said if _rule.permanent

_length_said if not facts.absent_or_blank(_rule, "criteria_text")

_empty_period if facts.absent(_rule, "period")

_empty_period if count(_rule.period) == 0

# Records are kept for good only for a reason.
_unsaid contains "criteria_text" if {
	_rule.permanent
	facts.absent_or_blank(_rule, "criteria_text")
}

findings contains {
	"subject": _subject,
	"reason": "incomplete-rule",
	"by": path,
	"args": {"rule": judged.entity("retention_rules", _rule.id), "fact": judged.fact("retention_rules", path)},
	"relied_on": [_fact(path)],
} if {
	_applies
	some path in _unsaid
}

# An approval that lies ahead has not been given yet.
findings contains {
	"subject": _subject,
	"reason": "incomplete-rule",
	"by": "approved_on",
	"args": {"rule": judged.entity("retention_rules", _rule.id), "fact": judged.fact("retention_rules", "approved_on")},
	"relied_on": [_fact("approved_on")],
	"changes_on": _rule.approved_on,
} if {
	_applies
	_rule.approved_on > data.as_of.day
}

findings contains {
	"subject": _subject,
	"reason": "backups-not-covered",
	"args": {"rule": judged.entity("retention_rules", _rule.id)},
	"relied_on": [_fact("covers_backups")],
} if {
	_applies
	not _rule.covers_backups
}

findings contains {
	"subject": _subject,
	"reason": "contradictory-period",
	"args": {"rule": judged.entity("retention_rules", _rule.id)},
	"relied_on": [_fact(path) | some path in ["period", "min_period", "max_period"]; facts.present(_rule, path)],
} if {
	_applies
	_contradictory
}

_contradictory if dates.period_shorter(_rule.period, _rule.min_period)

_contradictory if dates.period_shorter(_rule.max_period, _rule.period)

_contradictory if dates.period_shorter(_rule.max_period, _rule.min_period)

findings contains judged.not_declared(_subject, "retention_rules", "status") if facts.absent(_rule, "status")

_fact(path) := {"collection": "retention_rules", "id": _rule.id, "path": path}
