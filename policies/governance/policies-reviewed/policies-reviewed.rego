# METADATA
# title: The required policies exist, are approved and reviewed yearly
# description: >-
#   Looks at the firm's documents: whether every kind that it needs is covered by an approved one, and whether each approved document
#   names who approved and owns it, covers its sections and is reviewed every year.
# scope: package
# custom:
#   id: GOV-010
#   profile: standard
#   unit: inventory
#   subjects:
#   - policies
#   reads:
#   - ai_system.status
#   - policy.also_covers
#   - policy.approved_by
#   - policy.effective_on
#   - policy.kind
#   - policy.last_reviewed_on
#   - policy.owner_id
#   - policy.sections
#   - policy.status
#   # A firm that declares no AI tools needs no document for them; what it must declare of them is for the controls on AI.
#   optional:
#   - ai_systems
#   parameters:
#   - policy_review_months
#   reasons:
#   - code: kind-missing
#     result: fail
#     severity: high
#     absence: record
#     message: No approved document covers {kind}.
#     many: '{count} kinds of document are needed, and no approved one covers them.'
#   - code: two-versions
#     result: fail
#     severity: medium
#     message: Two approved documents claim to be the firm's {kind}.
#     many: 'For {count} kinds there are two approved documents.'
#   - code: section-missing
#     result: warn
#     severity: low
#     message: '{policy} does not cover {section}.'
#     many: '{count} sections are missing from {subjects}.'
#   - code: not-approved
#     result: fail
#     severity: medium
#     absence: record
#     message: '{policy} is marked approved, and nobody is named as having approved it.'
#     many: '{count} documents are marked approved, and nobody is named as having approved them.'
#   - code: no-owner
#     result: warn
#     severity: low
#     message: '{policy} has no owner.'
#     many: '{count} documents have no owner.'
#   - code: review-overdue
#     result: warn
#     severity: medium
#     message: '{policy} was last reviewed on {last_on}; a review was due by {due_on}.'
#     many: '{count} documents are overdue for review.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} documents are dated after the time that is judged, so their review could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 24(2)
#     says: Where proportionate, adopt data protection policies.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.1'
#     says: Firm leaders ensure measures giving reasonable assurance of compliance.
#     status: secondary
#   - framework: SRA Code (Firms)
#     ref: paras 2.1-2.2
#     says: Governance, systems and records that show compliance.
#     status: unverified
#   - framework: NIST 800-53r5
#     ref: PM-18
#     says: Privacy programme plan.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P2
#     says: Policies and training are reviewed and updates communicated.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.1
#     says: Policies for information security.
#     status: primary
#   remediation: Draft, approve or review the policy.
package privity.governance.policies_reviewed

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_firm := {"collection": "firm", "id": "firm"}

_always := {
	"privacy-policy", "information-security", "access-control", "incident-response", "retention-and-destruction",
	"consent-procedure", "rights-procedure", "training-plan", "vendor-management",
	"conflicts-and-information-barriers", "legal-hold",
}

_ai_in_use if {
	some system in data.inventory.ai_systems
	system.status == "active"
}

_required := _always | {kind | _ai_in_use; kind := "ai-acceptable-use"}

_approved contains policy if {
	some policy in data.inventory.policies
	policy.status == "approved"
}

_undecided contains policy if {
	some policy in data.inventory.policies
	facts.absent(policy, "status")
}

_kinds(policy) := {kind | kind := policy.kind} | {kind | some kind in policy.also_covers}

_covered := {kind | some policy in _approved; some kind in _kinds(policy)}

# By a document of which nobody says whether it is approved.
_perhaps_covered := {kind | some policy in _undecided; some kind in _kinds(policy)}

examined contains judged.changing(judged.examined("policies", policy), days) if {
	some policy in (_approved | _undecided)
	days := array.concat([next | next := _review_due(policy) + 1], [day | some path in _review_dates; day := policy[path]])
}

# For the firm: that it has every document. It rests on the documents alone, so the firm's own entry does not lower the
# grade.
examined contains judged.examined_with("firm", {"id": "firm", "grade": 3}, [policy | some policy in _approved])

findings contains {
	"subject": _firm,
	"reason": "kind-missing",
	"by": kind,
	"args": {"kind": judged.value("policies", "kind", kind)},
	"relied_on": array.concat([_fact(policy, "status") | some policy in sort(_of_kind[kind])], [_firm_fact]),
} if {
	some kind in (_required - (_covered | _perhaps_covered))
}

_firm_fact := {"collection": "firm", "id": "firm", "path": "legal_name"}

# Documents of a kind, in whatever state: drafts are where to begin.
_of_kind[kind] := {policy | some policy in data.inventory.policies; kind in _kinds(policy)} if {
	some kind in _required
}

findings contains {
	"subject": _firm,
	"reason": "two-versions",
	"by": kind,
	"args": {"kind": judged.value("policies", "kind", kind)},
	"relied_on": [{"collection": "policies", "id": id, "path": "kind"} | some id in sort(ids)],
} if {
	some kind in {policy.kind | some policy in _approved}
	ids := {policy.id | some policy in _approved; policy.kind == kind}
	count(ids) > 1
}

# Whether a tool is in use decides whether the firm needs a document for it.
findings contains elsewhere.not_declared(_firm, "ai_systems", ids, "status") if {
	not _ai_in_use
	not "ai-acceptable-use" in _covered
	ids := {id | some id, system in data.inventory.ai_systems; facts.absent(system, "status")}
}

# Each document.

_finding(policy, reason, path, more) := {
	"subject": judged.subject("policies", policy),
	"reason": reason,
	"args": object.union({"policy": judged.entity("policies", policy.id)}, more),
	"relied_on": [_fact(policy, path)],
}

findings contains object.union(
	_finding(policy, "section-missing", "sections", {"section": replace(section, "-", " ")}),
	{"by": section},
) if {
	some policy in _approved
	facts.present(policy, "sections")
	some kind in _kinds(policy)
	some section in data.tables.policy_sections[kind]
	facts.absent_or_blank(policy, ["sections", section])
}

findings contains _finding(policy, "not-approved", "approved_by", {}) if {
	some policy in _approved
	facts.absent_or_blank(policy, "approved_by")
}

findings contains _finding(policy, "no-owner", "owner_id", {}) if {
	some policy in _approved
	facts.absent_or_blank(policy, "owner_id")
}

# The last review, else the day on which it took effect; what is dated ahead has not happened.

_review_dates := ["last_reviewed_on", "effective_on"]

_looked_at(policy) := policy.last_reviewed_on if {
	policy.last_reviewed_on <= data.as_of.day
} else := policy.effective_on if {
	policy.effective_on <= data.as_of.day
}

_review_due(policy) := dates.add_months(_looked_at(policy), data.parameters.policy_review_months)

findings contains _finding(policy, "review-overdue", "last_reviewed_on", {
	"last_on": judged.date(_looked_at(policy)),
	"due_on": judged.date(_review_due(policy)),
}) if {
	some policy in _approved
	data.as_of.day > _review_due(policy)
}

findings contains judged.not_declared(judged.subject("policies", policy), "policies", "last_reviewed_on") if {
	some policy in _approved
	every path in _review_dates {
		facts.absent(policy, path)
	}
}

# Of two days that lie ahead, the first to come.
findings contains judged.dated_ahead(judged.subject("policies", policy), "policies", path, {"day": day}) if {
	some policy in _approved
	ahead := [[policy[candidate], candidate] | some candidate in _review_dates]
	[day, path] := min(ahead)
	day > data.as_of.day
}

findings contains judged.not_declared(judged.subject("policies", policy), "policies", path) if {
	some policy in _approved
	some path in judged.missing(policy, ["kind", "sections"])
	_asked(policy, path)
}

# Sections are asked for where the table names some.
_asked(_, "kind")

_asked(policy, "sections") if {
	some kind in _kinds(policy)
	count(data.tables.policy_sections[kind]) > 0
}

findings contains judged.not_declared(judged.subject("policies", policy), "policies", "status") if {
	some policy in _undecided
}

_fact(policy, path) := {"collection": "policies", "id": policy.id, "path": path}
