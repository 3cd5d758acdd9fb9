# METADATA
# title: AI that handles personal data has been assessed for exposure risk
# description: >-
#   Looks at every AI tool on trial or in use that handles personal data: whether its risks were assessed before its
#   first use, whether the assessment covers what it must and is kept up, and whether the register of processing lists the tool.
# scope: package
# custom:
#   id: AI-006
#   profile: standard
#   unit: inventory
#   subjects:
#   - ai_systems
#   reads:
#   - ai_system.confidential_input_allowed
#   - ai_system.first_used_on
#   - ai_system.id
#   - ai_system.processes_personal_data
#   - ai_system.screening
#   - ai_system.status
#   - impact_assessment.ai_system_id
#   - impact_assessment.completed_on
#   - impact_assessment.kind
#   - impact_assessment.last_reviewed_on
#   - impact_assessment.sections
#   - processing_activity.ai_system_ids
#   parameters:
#   - dpia_review_months
#   not_applicable:
#   - code: no-ai-tools
#     message: 'The firm has declared that it uses no AI tools.'
#   reasons:
#   - code: not-assessed
#     result: fail
#     severity: high
#     absence: record
#     message: '{tool} handles personal data, and no assessment of its risks is recorded.'
#     many: '{count} AI tools handle personal data without a recorded assessment of the risks.'
#   - code: review-due
#     result: warn
#     severity: low
#     message: The risk assessment of {tool} was last reviewed on {last_on}.
#     many: 'The risk assessments of {count} AI tools are due for review.'
#   - code: section-missing
#     result: fail
#     severity: medium
#     message: The risk assessment of {tool} does not cover {section}.
#     many: 'The risk assessments of {subjects} leave out {count} sections.'
#   - code: not-in-register
#     result: warn
#     severity: low
#     message: No entry in the register of processing mentions {tool}.
#     many: '{count} AI tools are missing from the register of processing.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The risks of {tool} were assessed on {met_on}, after its first use on {due_on}.
#     many: 'The risks of {count} AI tools were assessed after their first use.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 35(1)
#     says: DPIA before processing likely to be high risk.
#     status: primary
#   - framework: EU AI Act
#     ref: Art 26(9)
#     says: Use provider information for the DPIA.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: RA-8
#     says: Privacy impact assessments.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 512 (2024)
#     says: 'Generative AI: competence, confidentiality, informed consent, verification, supervision.'
#     status: secondary
#   - framework: CCPA Regulations (2026)
#     ref: 11 CCR 7150-7157
#     says: Risk assessments before significant-risk processing; periodic review and submission.
#     status: secondary
#   remediation: Complete the assessment before more use.
package privity.ai.exposure_assessed

import data.lib.ai_tools
import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

not_applicable := "no-ai-tools" if ai_tools.none_used

_tools[id] := tool if {
	some id, tool in data.inventory.ai_systems
	ai_tools.may_be_in_use(tool)
	not tool.processes_personal_data == false
}

_known(tool) if count(_undecided(tool)) == 0

_undecided(tool) := judged.missing(tool, ["status", "processes_personal_data"])

# The sections that an assessment of an AI tool must have.
_sections := {
	"data-flows",
	"unintended-exposure",
	"accuracy-and-bias",
	"confidentiality-and-privilege",
	"human-oversight",
	"vendor-terms",
}

# The assessments of each tool: those completed by the time judged, and those that do not give the day or the kind.
_assessments[tool_id][id] := assessment if {
	some id, assessment in data.inventory.impact_assessments
	assessment.kind in {"dpia", "ai-risk"}
	assessment.completed_on <= data.as_of.day
	tool_id := assessment.ai_system_id
}

_unclear[tool_id][path] contains id if {
	some id, assessment in data.inventory.impact_assessments
	tool_id := assessment.ai_system_id
	object.get(assessment, "kind", "dpia") in {"dpia", "ai-risk"}
	some path in judged.missing(assessment, ["kind", "completed_on"])
}

_assessments_of(tool) := object.get(_assessments, tool.id, {})

_unclear_of(tool) := object.get(_unclear, tool.id, {})

# The one that is kept up: reviewed last, and of several the last by name.
_current(tool) := max([[_looked_at(one), one.id] | some one in _assessments_of(tool)])[1]

_looked_at(assessment) := assessment.last_reviewed_on if {
	assessment.last_reviewed_on <= data.as_of.day
	assessment.last_reviewed_on > assessment.completed_on
} else := assessment.completed_on

_first_completed(tool) := min({one.completed_on | some one in _assessments_of(tool)})

# A person decided, with a reason, that none is needed.
_spared(tool) if {
	tool.screening.outcome == "not-needed"
	not facts.absent_or_blank(tool, ["screening", "reason"])
	facts.present(tool, ["screening", "by"])
}

_needed(tool) if tool.screening.outcome == "needed"

_needed(tool) if {
	tool.confidential_input_allowed
	not _spared(tool)
}

_assessed(tool) if count(_assessments_of(tool)) > 0

examined contains judged.changing(judged.examined_with("ai_systems", tool, others), days) if {
	some tool in _tools
	others := [data.inventory.impact_assessments[id] | id := _current(tool)]
	days := [day | day := _review_overdue_from(tool)]
}

_review_overdue_from(tool) := dates.add_months(last, data.parameters.dpia_review_months) + 1 if {
	last := _looked_at(data.inventory.impact_assessments[_current(tool)])
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "not-assessed",
	"args": _named(tool),
	"relied_on": [_fact(tool, "screening"), _fact(tool, "processes_personal_data"), _fact(tool, "confidential_input_allowed")],
} if {
	some tool in _tools
	_known(tool)
	_needed(tool)
	not _assessed(tool)
	count(_unclear_of(tool)) == 0
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "remedied-late",
	"args": object.union(_named(tool), {"met_on": judged.date(met_on), "due_on": judged.date(tool.first_used_on)}),
	"relied_on": [_fact(tool, "first_used_on"), {"collection": "impact_assessments", "id": _current(tool), "path": "completed_on"}],
} if {
	some tool in _tools
	_known(tool)
	_needed(tool)
	met_on := _first_completed(tool)
	met_on > tool.first_used_on
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "review-due",
	"args": object.union(_named(tool), {"last_on": judged.date(_looked_at(data.inventory.impact_assessments[id]))}),
	"relied_on": [
		{"collection": "impact_assessments", "id": id, "path": "last_reviewed_on"},
		{"collection": "impact_assessments", "id": id, "path": "completed_on"},
	],
} if {
	some tool in _tools
	_known(tool)
	id := _current(tool)
	data.as_of.day >= _review_overdue_from(tool)
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "section-missing",
	"by": section,
	"args": object.union(_named(tool), {"section": _titles[section]}),
	"relied_on": [{"collection": "impact_assessments", "id": id, "path": "sections"}],
} if {
	some tool in _tools
	_known(tool)
	id := _current(tool)
	some section in _sections
	facts.absent_or_blank(data.inventory.impact_assessments[id], ["sections", section])
}

_titles := {
	"data-flows": "the flows of data",
	"unintended-exposure": "unintended exposure",
	"accuracy-and-bias": "accuracy and bias",
	"confidentiality-and-privilege": "confidentiality and privilege",
	"human-oversight": "human oversight",
	"vendor-terms": "the terms of the supplier",
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "not-in-register",
	"args": _named(tool),
	"relied_on": [_fact(tool, "processes_personal_data")],
} if {
	some tool in _tools
	_known(tool)
	not _in_register(tool)
}

_in_register(tool) if tool.id in _registered

_registered contains id if {
	some activity in data.inventory.processing_activities
	some id in activity.ai_system_ids
}

findings contains judged.not_declared(judged.subject("ai_systems", tool), "ai_systems", path) if {
	some tool in _tools
	some path in _missing(tool)
}

_missing(tool) := _undecided(tool) if {
	not _known(tool)
} else := judged.missing(tool, ["first_used_on"]) if {
	_needed(tool)
	_assessed(tool)
} else := set() if {
	_needed(tool)
} else := set() if {
	_assessed(tool)
} else := judged.missing(tool, ["first_used_on", "screening.outcome"]) | _unsigned(tool)

# A decision that none is needed stands only with its reason and with the person who made it.
_unsigned(tool) := judged.missing(tool, ["screening.reason", "screening.by"]) if {
	tool.screening.outcome == "not-needed"
} else := set()

findings contains elsewhere.not_declared(judged.subject("ai_systems", tool), "impact_assessments", ids, path) if {
	some tool in _tools
	_known(tool)
	_needed(tool)
	not _assessed(tool)
	some path, ids in _unclear_of(tool)
}

_named(tool) := {"tool": judged.entity("ai_systems", tool.id)}

_fact(tool, path) := {"collection": "ai_systems", "id": tool.id, "path": path}
