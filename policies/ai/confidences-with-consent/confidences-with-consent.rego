# METADATA
# title: Client confidences go into learning AI tools only with informed client consent
# description: >-
#   Looks at every recorded use of an AI tool into which confidences of a client were put: whether the client forbids
#   that, whether the tool is cleared for confidences, and, where the client asks for it or the tool learns, whether the
#   client had agreed.
# scope: package
# custom:
#   id: AI-002
#   profile: full
#   unit: client
#   subjects:
#   - ai_uses
#   reads:
#   - ai_system.confidential_input_allowed
#   - ai_system.cross_matter_learning
#   - ai_system.terms
#   - ai_system.title
#   - ai_use.ai_system_id
#   - ai_use.confidential_input
#   - ai_use.incident_id
#   - ai_use.matter_id
#   - ai_use.used_on
#   - client_terms.ai
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - consent_record.client_id
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.kind
#   - consent_record.method
#   - consent_record.scope_text_tags
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   - matter.client_id
#   # An incident that dealt with a use only softens what is found.
#   optional:
#   - incidents
#   parameters: []
#   reasons:
#   - code: client-forbids
#     result: fail
#     severity: critical
#     history_after: used_on
#     message: '{tool} was used for {client} on {used_on}; the client''s terms forbid it.'
#     many: 'AI tools were used {count} times for clients whose terms forbid it.'
#   - code: not-for-confidences
#     result: fail
#     severity: critical
#     history_after: used_on
#     message: Confidences of {client} were put into {tool}, which is not cleared for them.
#     many: 'Confidences of clients were put {count} times into AI tools that are not cleared for them.'
#   - code: no-client-consent
#     result: fail
#     severity: critical
#     history_after: used_on
#     absence: record
#     message: Confidences of {client} were put into {tool} on {used_on}, and no consent to that is recorded.
#     many: 'Confidences of clients were put into AI tools {count} times, and no consent to that is recorded.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: used_on
#     message: The use of {tool} for {client} on {used_on} has been dealt with as an incident.
#     many: '{count} uses of AI tools have been dealt with as incidents.'
#   - code: scope-unclear
#     result: unknown
#     severity: medium
#     history_after: used_on
#     message: '{client} agreed to a class of AI tools; whether {tool}, used on {used_on}, belongs to it must be judged by a person.'
#     many: 'In {count} cases clients agreed to a class of AI tools; whether the tool used belongs to it must be judged by a person.'
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
#     ref: 1.6(a)
#     says: Do not reveal client information without informed consent or authority.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.3
#     says: Keep current and former clients' affairs confidential.
#     status: primary
#   remediation: Stop, obtain specific informed consent, or use a tool that does not learn from inputs.
package privity.ai.confidences_with_consent

import data.lib.consents
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# The uses that have happened, of what is or may be confidential.
_uses[id] := use if {
	some id, use in input.ai_uses
	not _ahead(use)
	not use.confidential_input == false
}

_ahead(use) if use.used_on > data.as_of.day

_undecided := ["ai_system_id", "confidential_input", "used_on"]

# Those that say when, with what, and that confidences were put in.
_known[id] := use if {
	some id, use in _uses
	count(judged.missing(use, _undecided)) == 0
}

# A tool that the firm has not registered is one of which nothing is known.
_tools[id] := object.get(data.inventory.ai_systems, use.ai_system_id, {"id": use.ai_system_id}) if {
	some id, use in _known
}

_consents := object.get(input, "consent_records", {})

examined contains judged.examined_with("ai_uses", use, array.concat(tools, agreed)) if {
	some id, use in _uses
	tools := [tool | tool := data.inventory.ai_systems[use.ai_system_id]]
	agreed := [_consents[one] | some one in sort(object.get(_agreed, id, set()))]
}

# What the client's terms say about AI on the day of the use. Terms without their first day may have been in force.

_limits[id][term.ai] contains term.id if {
	some id, use in _known
	some term in data.inventory.client_terms
	_limiting(term)
	term.effective_on <= use.used_on
	not _ended(term, use)
}

_undated[id][term.ai] contains term.id if {
	some id, use in _known
	some term in data.inventory.client_terms
	_limiting(term)
	facts.absent(term, "effective_on")
	not _ended(term, use)
}

_limiting(term) if {
	term.client_id == input.client.id
	term.ai in {"forbidden", "consent-needed"}
}

_ended(term, use) if term.ended_on <= use.used_on

_limited(id, what) if count(_limits[id][what]) > 0

_forbidden contains id if {
	some id, _ in _known
	_limited(id, "forbidden")
}

# Whether the client has to agree. The strictest term is the one that counts.

_must_agree contains id if {
	some id, _ in _known
	not id in _forbidden
	_limited(id, "consent-needed")
}

_must_agree contains id if {
	some id, tool in _tools
	tool.terms.training_on_inputs
}

_must_agree contains id if {
	some id, tool in _tools
	tool.cross_matter_learning
}

# The consents that were good at the end of the day of the use.

_agreed[id] contains consent.id if {
	some id, _ in _known
	some consent in _consents
	consent.kind == "ai-input"
	_stood(consent, id) == "active"
	_names_its_tool(consent, id)
	facts.present(consent, "method")
	consent.method != "engagement-letter-boilerplate"
}

_stood(consent, id) := consents.status_at(consent, {"day": _known[id].used_on}, _consents)

_names_its_tool(consent, id) if _names(consent, _tools[id])

_names(consent, tool) if tool.id in consent.scope_text_tags

_names(consent, tool) if {
	some tag in consent.scope_text_tags
	lower(tag) == lower(tool.title)
}

# Consents that may have been good: by use, what each lacks.

_doubts[id][path] contains consent.id if {
	some id, _ in _known
	some consent in _consents
	not _spent(consent, id)
	some path in _lacks(consent, _tools[id])
}

_lacks(consent, tool) := {"kind"} if {
	facts.absent(consent, "kind")
	_may_name(consent, tool)
} else := judged.missing(consent, ["given_at", "method", "scope_text_tags"]) if {
	consent.kind == "ai-input"
	facts.absent(consent, "scope_text_tags")
} else := judged.missing(consent, ["given_at", "method"]) if {
	consent.kind == "ai-input"
	_may_name(consent, tool)
}

_may_name(consent, tool) if _names(consent, tool)

_may_name(consent, _) if _class_of_tools(consent)

# A tag that is none of the firm's tools may be a class of tools.
_class_of_tools(consent) if {
	some tag in consent.scope_text_tags
	not lower(tag) in _registered
}

_registered contains lower(id) if some id, _ in data.inventory.ai_systems

_registered contains lower(tool.title) if some tool in data.inventory.ai_systems

# Not in force, or worth nothing.
_spent(consent, id) if _stood(consent, id) != "active"

_spent(consent, _) if consent.method == "engagement-letter-boilerplate"

_doubtful contains id if some id, _ in _doubts

# Good but for the question whether the class covers the tool.
_unclear[id] contains consent.id if {
	some id, _ in _known
	some consent in _consents
	consent.kind == "ai-input"
	_stood(consent, id) == "active"
	not _spent(consent, id)
	facts.present(consent, "method")
	not _names_its_tool(consent, id)
	_class_of_tools(consent)
}

_open contains id if {
	some id in _must_agree
	not _agreed[id]
}

# Findings.

_arguments[id] := {
	"tool": judged.entity("ai_systems", use.ai_system_id),
	"client": judged.entity("clients", input.client.id),
	"used_on": judged.date(use.used_on),
} if {
	some id, use in _known
}

_faults[id] contains {
	"reason": "client-forbids",
	"relied_on": array.concat(
		[_fact(id, "used_on")],
		[{"collection": "client_terms", "id": term, "path": "ai"} | some term in sort(object.get(_limits, [id, "forbidden"], set()))],
	),
} if {
	some id in _forbidden
}

_faults[id] contains {
	"reason": "not-for-confidences",
	"relied_on": [
		_fact(id, "confidential_input"),
		{"collection": "ai_systems", "id": tool.id, "path": "confidential_input_allowed"},
	],
} if {
	some id, tool in _tools
	tool.confidential_input_allowed == false
}

_faults[id] contains {
	"reason": "no-client-consent",
	"relied_on": array.concat([_fact(id, "confidential_input")], _why_consent(id)),
} if {
	some id in _open
	not id in _doubtful
	not _unclear[id]
}

# What makes the client's consent necessary.
_why_consent(id) := array.concat(
	[{"collection": "client_terms", "id": term, "path": "ai"} | some term in sort(_asking_terms(id))],
	[{"collection": "ai_systems", "id": _tools[id].id, "path": path} |
		some path in ["terms.training_on_inputs", "cross_matter_learning"]
		object.get(_tools[id], split(path, "."), false)
	],
)

_asking_terms(id) := set() if {
	id in _forbidden
} else := object.get(_limits, [id, "consent-needed"], set())

_handled contains id if {
	some id, use in _known
	data.inventory.incidents[use.incident_id]
}

findings contains object.union(fault, {"subject": _subject(id), "args": _arguments[id]}) if {
	some id, faults in _faults
	not id in _handled
	some fault in faults
}

findings contains {
	"subject": _subject(id),
	"reason": "handled-as-incident",
	"args": _arguments[id],
	"relied_on": array.concat([_fact(id, "incident_id")], sort({fact | some fault in faults; some fact in fault.relied_on})),
} if {
	some id, faults in _faults
	id in _handled
}

findings contains {
	"subject": _subject(id),
	"reason": "scope-unclear",
	"args": _arguments[id],
	"relied_on": [{"collection": "consent_records", "id": one, "path": "scope_text_tags"} | some one in sort(unclear)],
} if {
	some id in _open
	unclear := _unclear[id]
	not id in _doubtful
	not id in _handled
}

findings contains judged.not_declared(_subject(id), "ai_uses", path) if {
	some id, use in _uses
	some path in judged.missing(use, _undecided)
}

findings contains elsewhere.not_declared(_subject(id), "consent_records", ids, path) if {
	some id in _open
	some path, ids in _doubts[id]
}

findings contains elsewhere.not_declared(_subject(id), "ai_systems", {tool.id}, "confidential_input_allowed") if {
	some id, tool in _tools
	facts.absent(tool, "confidential_input_allowed")
}

# Whether the tool learns matters only where the client need not agree anyway, and has not.
findings contains elsewhere.not_declared(_subject(id), "ai_systems", {tool.id}, path) if {
	some id, tool in _tools
	not id in _must_agree
	not _agreed[id]
	some path in judged.missing(tool, ["terms.training_on_inputs", "cross_matter_learning"])
}

# Terms without their first day, where they would decide.
findings contains elsewhere.not_declared(_subject(id), "client_terms", ids, "effective_on") if {
	some id, limits in _undated
	ids := {term |
		some what, terms in limits
		_would_decide(id, what)
		some term in terms
	}
	count(ids) > 0
}

_would_decide(id, "forbidden") if not id in _forbidden

_would_decide(id, "consent-needed") if {
	not id in _forbidden
	not id in _must_agree
	not _agreed[id]
}

_subject(id) := {"collection": "ai_uses", "id": id}

_fact(id, path) := {"collection": "ai_uses", "id": id, "path": path}
