# METADATA
# title: California risk assessments and cybersecurity audits are done where thresholds are met
# description: >-
#   Looks at a firm that is a business under the California Consumer Privacy Act: whether each activity with a significant risk has
#   its California risk assessment, and whether the cybersecurity audit is done, where the firm needs one.
# scope: package
# custom:
#   id: GOV-008
#   profile: full
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - audit.kind
#   - audit.performed_on
#   - audit.status
#   - firm.ccpa
#   - firm.regimes
#   - impact_assessment.activity_id
#   - impact_assessment.completed_on
#   - impact_assessment.kind
#   - impact_assessment.last_reviewed_on
#   - processing_activity.ccpa_significant_risk
#   - processing_activity.last_changed_on
#   - processing_activity.regimes
#   - processing_activity.started_on
#   - processing_activity.status
#   # Where none is declared none exists, and that is the finding.
#   optional:
#   - audits
#   - impact_assessments
#   parameters:
#   - ccpa_revenue_threshold_usd
#   - ccpa_legacy_risk_deadline
#   - ccpa_cyber_audit_dates
#   reasons:
#   - code: not-assessed
#     result: fail
#     severity: medium
#     absence: record
#     message: '{activity} poses a significant risk under California rules, and no risk assessment is recorded.'
#     many: '{count} activities pose a significant risk under California rules, and no risk assessment is recorded.'
#   - code: review-due
#     result: warn
#     severity: low
#     message: The California risk assessment of {activity} is due for review.
#     many: '{count} California risk assessments are due for review.'
#   - code: no-cyber-audit
#     result: fail
#     severity: medium
#     absence: record
#     message: A cybersecurity audit under California rules was due by {due_on}, and none is recorded.
#     many: 'A cybersecurity audit under California rules was due, and none is recorded.'
#   - code: coming
#     result: warn
#     severity: low
#     message: '{duty} falls due on {due_on} under California rules.'
#     many: '{count} duties under California rules are coming.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     message: '{activity} was assessed under California rules on {met_on}, after it began on {due_on}.'
#     history_after: met_on
#     many: '{count} activities were assessed under California rules only after they began.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The firm's own record does not give {fact}, so this could not be judged.
#   citations:
#   - framework: CCPA
#     ref: Civ. Code 1798.140(d)
#     says: Revenue, volume and sale thresholds for being a business.
#     status: primary
#   - framework: CCPA Regulations (2026)
#     ref: 11 CCR 7150-7157
#     says: Risk assessments before significant-risk processing; periodic review and submission.
#     status: secondary
#   - framework: CCPA Regulations (2026)
#     ref: 11 CCR 7120-7124 (section numbers unverified)
#     says: Annual cybersecurity audit; certifications phased from 1 April 2028.
#     status: unverified
#   remediation: Complete the assessment or schedule the audit.
#   not_applicable:
#   - code: not-california
#     message: The California Consumer Privacy Act is not among the laws that apply to the firm.
package privity.governance.california_assessments

import data.lib.california
import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_outside(firm) if {
	facts.present(firm, "regimes")
	not _under(firm)
}

_under(firm) if "us-ca-ccpa" in firm.regimes

not_applicable := "not-california" if _outside(data.inventory.firm)

_firm := object.union({"id": "firm"}, object.get(data.inventory, "firm", {}))

_subject := judged.subject("firm", _firm)

_figures := object.get(_firm, "ccpa", {})

examined contains judged.changing(judged.examined_with("firm", _firm, records), days) if {
	california.business != "no"
	records := array.concat([activity | some activity in _risky], [_current(activity) | some activity in _risky])
	days := [next | some last in _last_good_days; next := last + 1]
}

findings contains judged.not_declared(_subject, "firm", path) if some path in california.missing

# Activities under the Act. What has ended needs no assessment any more.

_candidates contains activity if {
	california.business == "yes"
	some activity in data.inventory.processing_activities
	not activity.status == "ended"
	not _outside(activity)
}

_risky contains activity if {
	some activity in _candidates
	activity.ccpa_significant_risk == true
}

_ask contains {"id": activity.id, "path": "ccpa_significant_risk"} if {
	some activity in _candidates
	facts.absent(activity, "ccpa_significant_risk")
}

_ask contains {"id": activity.id, "path": "started_on"} if {
	some activity in _risky
	not activity.status == "planned"
	facts.absent(activity, "started_on")
}

findings contains elsewhere.not_declared(_subject, "processing_activities", ids, path) if {
	some path in {asked.path | some asked in _ask}
	ids := {asked.id | some asked in _ask; asked.path == path}
}

# Assessments. One that is dated ahead is not complete.

_of(activity) := [assessment |
	some assessment in data.inventory.impact_assessments
	assessment.kind == "ccpa-risk"
	assessment.activity_id == activity.id
]

_complete(activity) := [assessment | some assessment in _of(activity); assessment.completed_on <= data.as_of.day]

_undated := {assessment.id |
	some activity in _risky
	count(_complete(activity)) == 0
	some assessment in _of(activity)
	facts.absent(assessment, "completed_on")
}

findings contains elsewhere.not_declared(_subject, "impact_assessments", _undated, "completed_on")

_current(activity) := data.inventory.impact_assessments[latest[1]] if {
	latest := max([[assessment.completed_on, assessment.id] | some assessment in _complete(activity)])
}

# The rules count from 1 January 2026: what began before has until the later deadline.
_rules_from := 20454

_begun(activity) if activity.started_on <= data.as_of.day

_legacy(activity) if activity.started_on < _rules_from

_without_assessment contains activity if {
	some activity in _risky
	_begun(activity)
	count(_complete(activity)) == 0
	count([assessment | some assessment in _of(activity); facts.absent(assessment, "completed_on")]) == 0
}

_deadline := data.parameters.ccpa_legacy_risk_deadline

_entity(activity) := judged.entity("processing_activities", activity.id)

_relied(activity) := [{"collection": "processing_activities", "id": activity.id, "path": path} |
	some path in ["ccpa_significant_risk", "started_on"]
]

_must_be_assessed(activity) if not _legacy(activity)

_must_be_assessed(activity) if {
	_legacy(activity)
	data.as_of.day > _deadline
}

findings contains {
	"subject": _subject,
	"reason": "not-assessed",
	"by": activity.id,
	"args": {"activity": _entity(activity)},
	"relied_on": _relied(activity),
} if {
	some activity in _without_assessment
	_must_be_assessed(activity)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "coming",
		"by": activity.id,
		"args": {"duty": _entity(activity), "due_on": judged.date(_deadline)},
		"relied_on": _relied(activity),
	},
	[_deadline + 1],
) if {
	some activity in _without_assessment
	not _must_be_assessed(activity)
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": activity.id,
	"args": {
		"activity": _entity(activity),
		"met_on": judged.date(met),
		"due_on": judged.date(activity.started_on),
		"days_late": met - activity.started_on,
	},
	"relied_on": array.concat([{"collection": "impact_assessments", "id": _current(activity).id, "path": "completed_on"}], _relied(activity)),
} if {
	some activity in _risky
	not _legacy(activity)
	met := min([assessment.completed_on | some assessment in _complete(activity)])
	met > activity.started_on
}

_looked_at(activity) := max([day |
	current := _current(activity)
	some path in ["completed_on", "last_reviewed_on"]
	day := current[path]
	day <= data.as_of.day
])

_to_review(activity) if data.as_of.day > dates.add_months(_looked_at(activity), 36)

_to_review(activity) if {
	activity.last_changed_on > _looked_at(activity)
	data.as_of.day > activity.last_changed_on + 45
}

findings contains {
	"subject": _subject,
	"reason": "review-due",
	"by": activity.id,
	"args": {"activity": _entity(activity)},
	"relied_on": [
		{"collection": "impact_assessments", "id": current.id, "path": "last_reviewed_on"},
		{"collection": "processing_activities", "id": activity.id, "path": "last_changed_on"},
	],
} if {
	some activity in _risky
	current := _current(activity)
	_to_review(activity)
}

# The cybersecurity audit: by the day that the firm's revenue gives, then every year.

_audit_needed if {
	california.business == "yes"
	_figures.cyber_audit_required == true
}

_phase := data.parameters.ccpa_cyber_audit_dates[_size]

_size := "over_100m" if {
	_figures.annual_revenue_usd > 100000000
} else := "from_50m_to_100m" if {
	_figures.annual_revenue_usd >= 50000000
} else := "under_50m" if {
	facts.present(_figures, "annual_revenue_usd")
}

_audited contains audit.performed_on if {
	some audit in data.inventory.audits
	audit.kind == "cybersecurity"
	audit.status == "complete"
	audit.performed_on <= data.as_of.day
}

_audit_due := max([_phase, dates.add_months(max(_audited), 12)]) if {
	count(_audited) > 0
} else := _phase

findings contains {
	"subject": _subject,
	"reason": "no-cyber-audit",
	"args": {"due_on": judged.date(_audit_due)},
	"relied_on": [_fact("ccpa.cyber_audit_required"), _fact("ccpa.annual_revenue_usd")],
} if {
	_audit_needed
	data.as_of.day > _audit_due
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "coming",
		"by": "cybersecurity-audit",
		"args": {"duty": judged.value("audits", "kind", "cybersecurity"), "due_on": judged.date(_phase)},
		"relied_on": [_fact("ccpa.cyber_audit_required"), _fact("ccpa.annual_revenue_usd")],
	},
	[_phase + 1],
) if {
	_audit_needed
	_audit_due == _phase
	data.as_of.day <= _phase
	data.as_of.day > dates.add_months(_phase, -12)
}

findings contains judged.not_declared(_subject, "firm", "ccpa.cyber_audit_required") if {
	california.business == "yes"
	facts.absent(_figures, "cyber_audit_required")
}

findings contains judged.not_declared(_subject, "firm", "ccpa.annual_revenue_usd") if {
	_audit_needed
	facts.absent(_figures, "annual_revenue_usd")
}

_last_good_days contains dates.add_months(_looked_at(activity), 36) if some activity in _risky

_last_good_days contains activity.last_changed_on + 45 if some activity in _risky

_last_good_days contains activity.started_on - 1 if some activity in _risky

_last_good_days contains _audit_due if _audit_needed

_last_good_days contains dates.add_months(_phase, -12) if _audit_needed

_fact(path) := {"collection": "firm", "id": "firm", "path": path}
