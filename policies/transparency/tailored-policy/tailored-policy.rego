# METADATA
# title: The privacy policy is tailored to the firm's own practice areas and procedures
# description: >-
#   Looks at the approved privacy policy of the firm: whether it speaks of each practice area, covers the
#   procedures that a firm needs, is filled in, and addresses both staff and work with clients.
# scope: package
# custom:
#   id: TRANS-007
#   profile: full
#   unit: inventory
#   subjects:
#   - policies
#   reads:
#   - policy.also_covers
#   - policy.audiences
#   - policy.kind
#   - policy.placeholder_count
#   - policy.practice_area_ids
#   - policy.sections
#   - policy.status
#   - practice_area.active
#   - practice_area.id
#   parameters: []
#   reasons:
#   - code: area-missing
#     result: warn
#     severity: low
#     message: '{policy} does not mention the practice area {area}.'
#     many: Privacy policies do not mention {count} practice areas.
#   - code: section-missing
#     result: fail
#     severity: medium
#     message: '{policy} does not cover {section}.'
#     many: Privacy policies lack {count} sections.
#   - code: unfilled
#     result: fail
#     severity: medium
#     message: '{policy} still holds {count} places to fill in.'
#     many: '{count} approved privacy policies still hold places to fill in.'
#   - code: audience-missing
#     result: warn
#     severity: low
#     message: '{policy} does not address {audience}.'
#     many: In {count} cases a privacy policy leaves out an audience.
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 24(2)
#     says: Where proportionate, adopt data protection policies.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.PO-P1
#     says: Privacy values and policies are established and communicated.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.1
#     says: Policies for information security.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.1'
#     says: Firm leaders ensure measures giving reasonable assurance of compliance.
#     status: secondary
#   remediation: Complete the firm-specific sections and fill all placeholders.
package privity.transparency.tailored_policy

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.notices

# Approved privacy policies, or what may be one.
_possible contains policy if {
	some policy in data.inventory.policies
	object.get(policy, "kind", "privacy-policy") == "privacy-policy"
	object.get(policy, "status", "approved") == "approved"
}

_policies contains policy if {
	some policy in _possible
	count(judged.missing(policy, ["kind", "status"])) == 0
}

# Practice areas.

_areas contains area if {
	some area in data.inventory.practice_areas
	object.get(area, "active", true) == true
}

_unmentioned(policy) := [area |
	mentioned := policy.practice_area_ids
	some area in _areas
	id := area.id
	not id in mentioned
]

findings contains {
	"subject": _subject(policy),
	"reason": "area-missing",
	"by": area.id,
	"args": {"policy": _entity(policy), "area": judged.entity("practice_areas", area.id)},
	"relied_on": [_fact(policy, "practice_area_ids"), {"collection": "practice_areas", "id": area.id, "path": "active"}],
} if {
	some policy in _policies
	some area in _unmentioned(policy)
	area.active == true
}

# Sections: with a text of their own, or with the name of the policy that covers them.

_sections := {
	"collection": "how data is collected",
	"use": "how data is used",
	"storage": "how data is stored",
	"protection": "how data is protected",
	"roles-and-responsibilities": "who is responsible for what",
	"data-inventory": "what data there is",
	"access-control": "who has access",
	"breach-response": "what happens after a breach",
	"training": "training",
	"review": "when the policy is reviewed",
}

# The kind of policy that a section may leave it to; the others may be left to any.
_kinds := {
	"storage": "retention-and-destruction",
	"protection": "information-security",
	"access-control": "access-control",
	"breach-response": "incident-response",
	"training": "training-plan",
}

_named(policy, section) := [other |
	words := {trim(word, ".,;:()\"'\n") | some word in split(policy.sections[section], " ")}
	some other in data.inventory.policies
	other.id in words
	other.id != policy.id
]

_covers(_, section) if not section in object.keys(_kinds)

_covers(other, section) if other.kind == _kinds[section]

_covers(other, section) if _kinds[section] in other.also_covers

# Facts of a named policy without which it cannot be said whether it stands and covers the section.
_lacks(other, section) := {path |
	object.get(other, "status", "approved") == "approved"
	some path in judged.missing(other, ["status", "kind"])
	_matters(other, section, path)
}

_matters(_, _, "status")

_matters(other, section, "kind") if not _covers(other, section)

_told(policy) := {section |
	some section, _ in _sections
	_tells(policy, section)
}

_tells(policy, section) if section in notices.covered(policy)

_tells(policy, section) if {
	some other in _named(policy, section)
	other.status == "approved"
	_covers(other, section)
}

_undecided_by(policy, section) := {{"id": other.id, "path": path} |
	some other in _named(policy, section)
	_may_cover(other, section)
	some path in _lacks(other, section)
}

_may_cover(other, section) if _covers(other, section)

_may_cover(other, _) if facts.absent(other, "kind")

findings contains {
	"subject": _subject(policy),
	"reason": "section-missing",
	"by": section,
	"args": {"policy": _entity(policy), "section": words},
	"relied_on": [_fact(policy, "sections")],
} if {
	some policy in _policies
	facts.present(policy, "sections")
	told := _told(policy)
	some section, words in _sections
	not section in told
	count(_undecided_by(policy, section)) == 0
}

findings contains elsewhere.not_declared(_subject(policy), "policies", ids, path) if {
	some policy in _policies
	told := _told(policy)
	open := {entry | some section, _ in _sections; not section in told; some entry in _undecided_by(policy, section)}
	some path in {entry.path | some entry in open}
	ids := {entry.id | some entry in open; entry.path == path}
}

findings contains {
	"subject": _subject(policy),
	"reason": "unfilled",
	"args": {"policy": _entity(policy), "count": policy.placeholder_count},
	"relied_on": [_fact(policy, "placeholder_count")],
} if {
	some policy in _policies
	policy.placeholder_count > 0
}

findings contains {
	"subject": _subject(policy),
	"reason": "audience-missing",
	"by": audience,
	"args": {"policy": _entity(policy), "audience": judged.value("policies", "audiences", audience)},
	"relied_on": [_fact(policy, "audiences")],
} if {
	some policy in _policies
	addressed := policy.audiences
	some audience in ["internal-procedure", "client-interaction"]
	not audience in addressed
}

# What is not declared.

findings contains judged.not_declared(_subject(policy), "policies", path) if {
	some policy in _possible
	some path in judged.missing(policy, ["kind", "status"])
}

findings contains judged.not_declared(_subject(policy), "policies", path) if {
	some policy in _policies
	some path in judged.missing(policy, ["practice_area_ids", "sections", "placeholder_count", "audiences"])
}

findings contains elsewhere.not_declared(_subject(policy), "practice_areas", ids, "active") if {
	some policy in _policies
	ids := {area.id | some area in _unmentioned(policy); facts.absent(area, "active")}
}

examined contains judged.examined_with("policies", policy, array.concat(_active_areas, _relied_on_policies(policy))) if {
	some policy in _possible
}

_active_areas := [area | some area in _areas]

_relied_on_policies(policy) := [other |
	some section, _ in _sections
	not section in notices.covered(policy)
	some other in _named(policy, section)
]

_subject(policy) := judged.subject("policies", policy)

_entity(policy) := judged.entity("policies", policy.id)

_fact(policy, path) := {"collection": "policies", "id": policy.id, "path": path}
