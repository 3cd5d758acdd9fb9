# METADATA
# title: Prohibited AI is never used and high-risk AI meets deployer duties
# description: >-
#   Looks at every AI tool on trial or in use whose output reaches the European Union: whether it is of a kind that EU
#   law prohibits, and whether the duties of those who use high-risk AI are met.
# scope: package
# custom:
#   id: AI-005
#   profile: full
#   unit: record
#   subjects:
#   - ai_systems
#   reads:
#   - ai_system.deployer_duties
#   - ai_system.first_used_on
#   - ai_system.log_retention_days
#   - ai_system.oversight_staff_ids
#   - ai_system.risk_class
#   - ai_system.status
#   - ai_system.used_in_eu
#   - ai_system.used_on_workers
#   - ai_system.workers_informed_on
#   parameters:
#   - ai_high_risk_applies_from
#   not_applicable:
#   - code: no-ai-tools
#     message: 'The firm has declared that it uses no AI tools.'
#   reasons:
#   - code: prohibited
#     result: fail
#     severity: critical
#     message: '{tool} is of a kind that EU law prohibits.'
#     many: '{count} AI tools are of a kind that EU law prohibits.'
#   - code: duty-missing
#     result: fail
#     severity: high
#     message: '{tool} is high-risk under EU law, and the duty {item} is not met.'
#     many: '{count} duties of those who use high-risk AI are not met, for {subjects}.'
#   - code: duty-coming
#     result: warn
#     severity: medium
#     message: '{tool} will be high-risk under EU law from {date}, and the duty {item} is not yet met.'
#     many: '{count} duties of those who use high-risk AI are not yet met, for {subjects}, and will apply soon.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: Staff were told of {tool} on {met_on}, after its first use on {due_on}.
#     many: 'Staff were told of {count} high-risk AI tools after the first use.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: EU AI Act
#     ref: Art 5
#     says: Prohibited AI practices.
#     status: primary
#   - framework: EU AI Act
#     ref: Art 26(1)
#     says: Deployers use high-risk AI according to instructions.
#     status: primary
#   - framework: EU AI Act
#     ref: Art 26(2)
#     says: Competent, trained people must oversee high-risk AI.
#     status: primary
#   - framework: EU AI Act
#     ref: Art 26(6)
#     says: Keep high-risk AI logs at least six months.
#     status: primary
#   - framework: EU AI Act
#     ref: Art 26(7)
#     says: Employers tell workers before workplace use of high-risk AI.
#     status: primary
#   remediation: Withdraw the tool or complete the missing deployer duty.
package privity.ai.prohibited_and_high_risk

import data.lib.ai_tools
import data.lib.facts
import data.lib.judged

not_applicable := "no-ai-tools" if ai_tools.none_used

# A tool that is or may be in use, in the EU.
_tool := input.ai_system if {
	ai_tools.may_be_in_use(input.ai_system)
	not input.ai_system.used_in_eu == false
}

_subject := judged.subject("ai_systems", _tool)

_undecided := judged.missing(_tool, ["status", "used_in_eu"])

_known if count(_undecided) == 0

_high if {
	_known
	_tool.risk_class == "high"
}

_named := {"tool": judged.entity("ai_systems", _tool.id)}

_applies_from := data.parameters.ai_high_risk_applies_from

examined contains judged.examined("ai_systems", _tool)

findings contains {
	"subject": _subject,
	"reason": "prohibited",
	"args": _named,
	"relied_on": [_fact("risk_class"), _fact("used_in_eu")],
} if {
	_known
	_tool.risk_class == "prohibited"
}

_duties := {
	"instructions_followed": "to follow the maker's instructions",
	"input_data_checked": "to check the data put in",
	"monitoring": "to watch how it works",
	"affected_people_informed": "to tell the people affected",
}

# Article 26(6) says six months; the longest six months have 184 days.
_log_days := 184

# The duties that a declared fact breaks, each with the fact.
_broken[path] := item if {
	some duty, item in _duties
	_tool.deployer_duties[duty] == false
	path := concat(".", ["deployer_duties", duty])
}

_broken["oversight_staff_ids"] := "to name people who oversee it" if _tool.oversight_staff_ids == []

_broken["log_retention_days"] := "to keep its logs for six months" if _tool.log_retention_days < _log_days

# In use, and staff are to be told on a later day only.
_broken["workers_informed_on"] := "to tell staff before its first use" if {
	_tool.used_on_workers
	_tool.workers_informed_on > data.as_of.day
	_tool.first_used_on <= data.as_of.day
}

findings contains {
	"subject": _subject,
	"reason": "duty-missing",
	"by": path,
	"args": object.union(_named, {"item": item}),
	"relied_on": [_fact(path), _fact("risk_class")],
} if {
	_high
	data.as_of.day >= _applies_from
	some path, item in _broken
}

findings contains {
	"subject": _subject,
	"reason": "duty-coming",
	"by": path,
	"args": object.union(_named, {"item": item, "date": judged.date(_applies_from)}),
	"relied_on": [_fact(path), _fact("risk_class")],
	"changes_on": _applies_from,
} if {
	_high
	data.as_of.day < _applies_from
	some path, item in _broken
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(_named, {
		"met_on": judged.date(_tool.workers_informed_on),
		"due_on": judged.date(_tool.first_used_on),
	}),
	"relied_on": [_fact("workers_informed_on"), _fact("first_used_on"), _fact("used_on_workers")],
} if {
	_high
	_tool.used_on_workers
	_tool.workers_informed_on <= data.as_of.day
	_tool.workers_informed_on > _tool.first_used_on
}

findings contains judged.not_declared(_subject, "ai_systems", path) if {
	some path in _needed
	facts.absent(_tool, split(path, "."))
}

_needed contains path if some path in _undecided

_needed contains "risk_class" if _known

_needed contains path if {
	_high
	some path in [
		"oversight_staff_ids",
		"log_retention_days",
		"used_on_workers",
	]
}

_needed contains concat(".", ["deployer_duties", duty]) if {
	_high
	some duty in object.keys(_duties)
}

_needed contains path if {
	_high
	_tool.used_on_workers
	some path in ["first_used_on", "workers_informed_on"]
}

_fact(path) := {"collection": "ai_systems", "id": _tool.id, "path": path}
