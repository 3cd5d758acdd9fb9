# METADATA
# title: Privacy roles are named and filled
# description: >-
#   Looks at the offices that answer for privacy: that somebody holds each, that somebody stands in for the incident lead,
#   and that each role of the firm has privacy duties.
# scope: package
# custom:
#   id: GOV-001
#   profile: essentials
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - firm.headcount
#   - firm.offices
#   - role.id
#   - role.privacy_duties
#   parameters: []
#   reasons:
#   - code: office-vacant
#     result: fail
#     severity: high
#     absence: record
#     message: No one is recorded as {office}.
#     many: '{count} offices that answer for privacy are held by no one, according to the record.'
#   - code: no-deputy
#     result: warn
#     severity: low
#     message: Nobody stands in for the incident lead.
#     many: 'Nobody stands in for the incident lead.'
#   - code: role-without-duties
#     result: warn
#     severity: low
#     message: '{role} lists no privacy duties.'
#     many: '{count} roles list no privacy duties.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The firm's own record does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
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
#     ref: PM-19
#     says: Name a privacy programme leader.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.PO-P3
#     says: Workforce privacy roles and responsibilities are set.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.2
#     says: Information security roles and responsibilities.
#     status: primary
#   - framework: NY Gen. Bus. Law (SHIELD)
#     ref: 899-bb(2)(b)(ii)
#     says: Administrative, technical and physical safeguards incl. training, vendors, disposal.
#     status: unverified
#   remediation: Appoint the person and record the duties.
package privity.governance.roles_filled

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_firm := object.union({"id": "firm"}, object.get(data.inventory, "firm", {}))

_subject := judged.subject("firm", _firm)

_required := {"privacy-lead", "security-lead", "incident-lead", "records-manager", "general-counsel-or-colp"}

examined contains judged.examined_with("firm", _firm, roles) if {
	roles := [role | some role in data.inventory.roles]
}

_held(office) if facts.present(_firm, ["offices", office, "staff_id"])

findings contains {
	"subject": _subject,
	"reason": "office-vacant",
	"by": office,
	"args": {"office": judged.fact("firm", concat(".", ["offices", office]))},
	"relied_on": [_fact(concat(".", ["offices", office, "staff_id"]))],
} if {
	some office in _required
	not _held(office)
}

# Someone cannot stand in for themselves.
_deputy if {
	deputy := _firm.offices["incident-lead"].deputy_id
	deputy != _firm.offices["incident-lead"].staff_id
}

_without_deputy if {
	_held("incident-lead")
	not _deputy
}

findings contains {
	"subject": _subject,
	"reason": "no-deputy",
	"args": {},
	"relied_on": [_fact("offices.incident-lead.deputy_id"), _fact("headcount")],
} if {
	_without_deputy
	_firm.headcount > 1
}

findings contains judged.not_declared(_subject, "firm", "headcount") if {
	_without_deputy
	facts.absent(_firm, "headcount")
}

findings contains {
	"subject": _subject,
	"reason": "role-without-duties",
	"by": id,
	"args": {"role": judged.entity("roles", id)},
	"relied_on": [{"collection": "roles", "id": id, "path": "privacy_duties"}],
} if {
	some id, role in data.inventory.roles
	role.privacy_duties == []
}

findings contains elsewhere.not_declared(_subject, "roles", ids, "privacy_duties") if {
	ids := {id | some id, role in data.inventory.roles; facts.absent(role, "privacy_duties")}
}

_fact(path) := {"collection": "firm", "id": "firm", "path": path}
