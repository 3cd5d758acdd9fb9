# METADATA
# title: High-risk processing has a complete and current impact assessment
# description: >-
#   Looks at every planned or active activity under the GDPR or the UK GDPR that is likely to be high-risk: whether it was assessed
#   before it began, whether the assessment covers what the law asks for, and whether it is still current.
# scope: package
# custom:
#   id: GOV-007
#   profile: standard
#   unit: inventory
#   subjects:
#   - processing_activities
#   reads:
#   - firm.dpo
#   - firm.regimes
#   - impact_assessment.activity_id
#   - impact_assessment.completed_on
#   - impact_assessment.dpo_advice_on
#   - impact_assessment.kind
#   - impact_assessment.last_reviewed_on
#   - impact_assessment.prior_consultation_on
#   - impact_assessment.residual_risk
#   - impact_assessment.sections
#   - processing_activity.dpia_triggers
#   - processing_activity.large_scale
#   - processing_activity.last_changed_on
#   - processing_activity.regimes
#   - processing_activity.started_on
#   - processing_activity.status
#   - processing_activity.uses_criminal_offence
#   - processing_activity.uses_special_category
#   # Where no assessment is declared, none exists: for a high-risk activity that is the finding.
#   optional:
#   - impact_assessments
#   parameters:
#   - dpia_review_months
#   reasons:
#   - code: not-assessed
#     result: fail
#     severity: high
#     absence: record
#     message: '{activity} is likely to be high-risk, and no impact assessment is recorded.'
#     many: '{count} activities are likely to be high-risk, and no impact assessment is recorded.'
#   - code: assess-before-start
#     result: warn
#     severity: medium
#     message: '{activity} is planned and likely to be high-risk; it must be assessed before it starts.'
#     many: '{count} planned activities are likely to be high-risk; they must be assessed before they start.'
#   - code: section-missing
#     result: fail
#     severity: medium
#     message: The impact assessment of {activity} does not cover {section}.
#     many: '{count} sections are missing from impact assessments.'
#   - code: dpo-not-asked
#     result: fail
#     severity: medium
#     absence: record
#     message: The data protection officer's advice on {activity} is not recorded.
#     many: 'The data protection officer''s advice is missing from {count} impact assessments.'
#   - code: authority-not-consulted
#     result: fail
#     severity: critical
#     absence: record
#     message: The risk of {activity} stays high, and no consultation of the authority is recorded.
#     many: 'The risk of {count} activities stays high, and no consultation of the authority is recorded.'
#   - code: review-due
#     result: warn
#     severity: low
#     message: The impact assessment of {activity} is due for review.
#     many: '{count} impact assessments are due for review.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     message: '{activity} was assessed on {met_on}, after it began on {due_on}.'
#     history_after: met_on
#     many: '{count} activities were assessed only after they began.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 35(1)
#     says: DPIA before processing likely to be high risk.
#     status: primary
#   - framework: GDPR
#     ref: Art 35(3)
#     says: Cases in which a DPIA is always required.
#     status: primary
#   - framework: GDPR
#     ref: Art 35(7)
#     says: Minimum DPIA contents (a)-(d).
#     status: primary
#   - framework: GDPR
#     ref: Art 35(11)
#     says: Review the DPIA when risk changes.
#     status: primary
#   - framework: GDPR
#     ref: Art 36(1)
#     says: Consult the authority first if residual risk stays high.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: RA-8
#     says: Privacy impact assessments.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.5
#     says: Privacy impact assessment.
#     status: unverified
#   remediation: Complete or review the assessment before continuing.
#   not_applicable:
#   - code: not-european
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
package privity.governance.impact_assessments

import data.lib.dates
import data.lib.elsewhere
import data.lib.european
import data.lib.facts
import data.lib.judged

not_applicable := "not-european" if european.outside(data.inventory.firm)

_sections := ["description-and-purposes", "necessity-and-proportionality", "risks", "measures"]

_uses := ["uses_special_category", "uses_criminal_offence"]

# Whether an activity is likely to be high-risk.

_high_risk(activity) if count(activity.dpia_triggers) > 0

_high_risk(activity) if {
	activity.large_scale == true
	some use in _uses
	activity[use] == true
}

# The facts for want of which that cannot be said. A scale that is declared as small answers for signs that are not.
_undecided_risk(activity) := set() if {
	_high_risk(activity)
} else := {"dpia_triggers"} if {
	facts.absent(activity, "dpia_triggers")
	facts.absent(activity, "large_scale")
} else := set() if {
	activity.large_scale == false
} else := set() if {
	every use in _uses {
		activity[use] == false
	}
} else := judged.missing(activity, array.concat(["large_scale"], _uses))

_undecided(activity) := _undecided_risk(activity) | judged.missing(activity, ["status", "regimes"])

_ruled_out(activity) if activity.status == "ended"

_ruled_out(activity) if european.outside(activity)

_ruled_out(activity) if {
	not _high_risk(activity)
	count(_undecided_risk(activity)) == 0
}

_population contains activity if {
	some activity in data.inventory.processing_activities
	not _ruled_out(activity)
}

_judged contains activity if {
	some activity in _population
	count(_undecided(activity)) == 0
}

_subject(activity) := judged.subject("processing_activities", activity)

_entity(activity) := judged.entity("processing_activities", activity.id)

findings contains judged.not_declared(_subject(activity), "processing_activities", path) if {
	some activity in _population
	some path in _undecided(activity)
}

# Assessments.

_of(activity) := [assessment |
	some assessment in data.inventory.impact_assessments
	assessment.kind == "dpia"
	assessment.activity_id == activity.id
]

_complete(activity) := [assessment | some assessment in _of(activity); assessment.completed_on <= data.as_of.day]

_undated(activity) := {assessment.id | some assessment in _of(activity); facts.absent(assessment, "completed_on")}

# Which of them counts: the last that was completed; of two of one day the later by its identifier.
_current(activity) := data.inventory.impact_assessments[latest[1]] if {
	latest := max([[assessment.completed_on, assessment.id] | some assessment in _complete(activity)])
}

examined contains judged.changing(judged.examined_with("processing_activities", activity, others), days) if {
	some activity in _population
	others := [current | current := _current(activity)]
	days := array.concat(
		[next | some due in [_review_due(activity)]; next := due + 1],
		[activity.last_changed_on | activity.last_changed_on],
	)
}

_unassessed contains activity if {
	some activity in _judged
	count(_complete(activity)) == 0
	count(_undated(activity)) == 0
}

# The first day on which an assessment that lies ahead will be complete.
_ahead(activity) := [assessment.completed_on | some assessment in _of(activity)]

findings contains judged.changing(
	{
		"subject": _subject(activity),
		"reason": reason,
		"args": {"activity": _entity(activity)},
		"relied_on": [_fact(activity, path) | some path in ["dpia_triggers", "large_scale", "status"]],
	},
	_ahead(activity),
) if {
	some activity in _unassessed
	reason := {"active": "not-assessed", "planned": "assess-before-start"}[activity.status]
}

findings contains elsewhere.not_declared(_subject(activity), "impact_assessments", _undated(activity), "completed_on") if {
	some activity in _judged
	count(_complete(activity)) == 0
}

_first_completed(activity) := min([assessment.completed_on | some assessment in _complete(activity)])

findings contains {
	"subject": _subject(activity),
	"reason": "remedied-late",
	"args": {
		"activity": _entity(activity),
		"met_on": judged.date(met),
		"due_on": judged.date(activity.started_on),
		"days_late": met - activity.started_on,
	},
	"relied_on": [_of_assessment(_current(activity), "completed_on"), _fact(activity, "started_on")],
} if {
	some activity in _judged
	met := _first_completed(activity)
	met > activity.started_on
}

findings contains judged.not_declared(_subject(activity), "processing_activities", "started_on") if {
	some activity in _judged
	activity.status == "active"
	count(_complete(activity)) > 0
	facts.absent(activity, "started_on")
}

# What it says.

findings contains {
	"subject": _subject(activity),
	"reason": "section-missing",
	"by": section,
	"args": {"activity": _entity(activity), "section": replace(section, "-", " ")},
	"relied_on": [_of_assessment(current, "sections")],
} if {
	some activity in _judged
	current := _current(activity)
	some section in _sections
	facts.absent_or_blank(current, ["sections", section])
}

findings contains judged.changing(
	{
		"subject": _subject(activity),
		"reason": "dpo-not-asked",
		"args": {"activity": _entity(activity)},
		"relied_on": [
			_of_assessment(current, "dpo_advice_on"),
			{"collection": "firm", "id": "firm", "path": "dpo.staff_or_vendor_id"},
		],
	},
	[day | day := current.dpo_advice_on],
) if {
	some activity in _judged
	current := _current(activity)
	_officer
	not _happened(current, "dpo_advice_on")
}

_officer if trim_space(data.inventory.firm.dpo.staff_or_vendor_id) != ""

_happened(assessment, path) if assessment[path] <= data.as_of.day

findings contains judged.changing(
	{
		"subject": _subject(activity),
		"reason": "authority-not-consulted",
		"args": {"activity": _entity(activity)},
		"relied_on": [_of_assessment(current, path) | some path in ["prior_consultation_on", "residual_risk"]],
	},
	[day | day := current.prior_consultation_on],
) if {
	some activity in _judged
	current := _current(activity)
	current.residual_risk == "high"
	not _happened(current, "prior_consultation_on")
}

findings contains elsewhere.not_declared(_subject(activity), "impact_assessments", {current.id}, "residual_risk") if {
	some activity in _judged
	current := _current(activity)
	facts.absent(current, "residual_risk")
}

# Review. A review that is dated ahead has not happened.

_looked_at(activity) := max([day |
	current := _current(activity)
	some path in ["completed_on", "last_reviewed_on"]
	_happened(current, path)
	day := current[path]
])

_review_due(activity) := dates.add_months(_looked_at(activity), data.parameters.dpia_review_months)

_to_review(activity) if data.as_of.day > _review_due(activity)

_to_review(activity) if {
	activity.last_changed_on <= data.as_of.day
	activity.last_changed_on > _looked_at(activity)
}

findings contains judged.changing(
	{
		"subject": _subject(activity),
		"reason": "review-due",
		"args": {"activity": _entity(activity)},
		"relied_on": [
			_of_assessment(current, "last_reviewed_on"),
			_of_assessment(current, "completed_on"),
			_fact(activity, "last_changed_on"),
		],
	},
	[day | day := current.last_reviewed_on],
) if {
	some activity in _judged
	current := _current(activity)
	_to_review(activity)
}

_of_assessment(assessment, path) := {"collection": "impact_assessments", "id": assessment.id, "path": path}

_fact(activity, path) := {"collection": "processing_activities", "id": activity.id, "path": path}
