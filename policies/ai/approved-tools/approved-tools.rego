# METADATA
# title: Only approved AI tools with reviewed terms are used
# description: >-
#   Looks at every AI tool on trial or in use: whether it was approved before its first use, whether the supplier's terms
#   are known and were reviewed within a year, and whether a tool that learns from client confidences asks the client first.
# scope: package
# custom:
#   id: AI-001
#   profile: essentials
#   unit: inventory
#   subjects:
#   - ai_systems
#   reads:
#   - ai_system.approved_by
#   - ai_system.approved_on
#   - ai_system.client_consent_required
#   - ai_system.confidential_input_allowed
#   - ai_system.cross_matter_learning
#   - ai_system.first_used_on
#   - ai_system.id
#   - ai_system.status
#   - ai_system.terms
#   - ai_system.terms_reviewed_on
#   - firm.no_ai_tools_on
#   parameters: []
#   not_applicable:
#   - code: no-ai-tools
#     message: 'The firm has declared that it uses no AI tools.'
#   reasons:
#   - code: not-approved
#     result: fail
#     severity: high
#     absence: record
#     message: '{tool} is in use, and no approval is recorded.'
#     many: '{count} AI tools are in use without a recorded approval.'
#   - code: terms-review-due
#     result: warn
#     severity: low
#     message: The terms of {tool} were last reviewed on {last_on}.
#     many: 'The terms of {count} AI tools have not been reviewed for a year.'
#   - code: learns-from-confidences
#     result: fail
#     severity: high
#     message: '{tool} learns from what it is given, is open to client confidences, and does not ask for the client''s
#       consent first.'
#     many: '{count} AI tools learn from client confidences and do not ask for the client''s consent first.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{tool} was approved on {met_on}, after its first use on {due_on}.'
#     many: '{count} AI tools were approved after their first use.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Formal Opinion
#     ref: 512 (2024)
#     says: 'Generative AI: competence, confidentiality, informed consent, verification, supervision.'
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   - framework: GDPR
#     ref: Art 28(1)
#     says: Use only processors giving sufficient guarantees.
#     status: primary
#   remediation: Approve the tool after reviewing its terms, or block it.
package privity.ai.approved_tools

import data.lib.ai_tools
import data.lib.dates
import data.lib.facts
import data.lib.judged

not_applicable := "no-ai-tools" if ai_tools.none_used

_tools[id] := tool if {
	some id, tool in data.inventory.ai_systems
	ai_tools.may_be_in_use(tool)
}

examined contains judged.changing(judged.examined("ai_systems", tool), days) if {
	some tool in _tools
	days := array.concat([day | day := _review_overdue_from(tool)], [day | day := tool.approved_on])
}

# A firm with no tool entered has not said that it uses none.
examined contains {"subject": _firm, "grade": judged.grade(data.inventory.firm)} if _silent

findings contains judged.not_declared(_firm, "firm", "no_ai_tools_on") if _silent

_firm := {"collection": "firm", "id": "firm"}

_silent if {
	data.inventory.ai_systems == {}
	not ai_tools.none_used
}

# The approval has been given by the time judged.
_approved(tool) if {
	facts.present(tool, "approved_by")
	tool.approved_on <= data.as_of.day
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "not-approved",
	"args": _named(tool),
	"relied_on": [_fact(tool, "approved_on"), _fact(tool, "approved_by")],
} if {
	some tool in _tools
	not _approved(tool)
	_known(tool)
}

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "remedied-late",
	"args": object.union(_named(tool), {"met_on": judged.date(tool.approved_on), "due_on": judged.date(tool.first_used_on)}),
	"relied_on": [_fact(tool, "approved_on"), _fact(tool, "first_used_on")],
} if {
	some tool in _tools
	_approved(tool)
	_known(tool)
	tool.approved_on > tool.first_used_on
}

_review_overdue_from(tool) := dates.add_months(tool.terms_reviewed_on, 12) + 1

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "terms-review-due",
	"args": object.union(_named(tool), {"last_on": judged.date(tool.terms_reviewed_on)}),
	"relied_on": [_fact(tool, "terms_reviewed_on")],
} if {
	some tool in _tools
	_known(tool)
	data.as_of.day >= _review_overdue_from(tool)
}

_learns(tool) if tool.terms.training_on_inputs

_learns(tool) if tool.cross_matter_learning

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "learns-from-confidences",
	"args": _named(tool),
	"relied_on": [
		_fact(tool, "client_consent_required"),
		_fact(tool, "confidential_input_allowed"),
		_fact(tool, "cross_matter_learning"),
		_fact(tool, "terms.training_on_inputs"),
	],
} if {
	some tool in _tools
	_known(tool)
	tool.confidential_input_allowed
	_learns(tool)
	tool.client_consent_required == false
}

findings contains judged.not_declared(judged.subject("ai_systems", tool), "ai_systems", path) if {
	some tool in _tools
	some path in _needed(tool)
	facts.absent(tool, split(path, "."))
}

_needed(tool) := {"status"} if {
	facts.absent(tool, "status")
} else := (_always | _first_use(tool)) | _confidences(tool)

_always := {
	"confidential_input_allowed",
	"terms_reviewed_on",
	"terms.training_on_inputs",
	"terms.retention_of_prompts",
	"terms.confidentiality",
	"terms.human_review_by_provider",
	"terms.data_location",
	"terms.deletion",
}

# Whether it was approved in time can be said only with the day of its first use.
_first_use(tool) := {"first_used_on"} if {
	_approved(tool)
} else := set()

# What decides on its own is not waited for: a tool that is closed to confidences, one that learns anyway from what it
# is given, or one that asks the client first.
_confidences(tool) := set() if {
	tool.confidential_input_allowed == false
} else := set() if {
	tool.client_consent_required
} else := {"client_consent_required"} if {
	_learns(tool)
} else := {"cross_matter_learning"}

_known(tool) if facts.present(tool, "status")

_named(tool) := {"tool": judged.entity("ai_systems", tool.id)}

_fact(tool, path) := {"collection": "ai_systems", "id": tool.id, "path": path}
