# METADATA
# title: Everyone has a role and has accepted it, and no office is held by someone who has left
# description: >-
#   Looks at everyone who works in the firm: whether they have one of its roles and have accepted it; and at those who have left:
#   whether they are still named in an office, an incident plan, or as the owner of a system or a policy.
# scope: package
# custom:
#   id: GOV-014
#   profile: standard
#   unit: staff
#   subjects:
#   - staff
#   reads:
#   - firm.offices
#   - incident_plan.escalation
#   - incident_plan.roles
#   - incident_plan.status
#   - policy.owner_id
#   - policy.status
#   - role.id
#   - staff.end_date
#   - staff.id
#   - staff.role_acknowledged_on
#   - staff.role_id
#   - staff.start_date
#   - staff.status
#   - system.owner_id
#   # A firm without an incident plan, systems or policies has nobody named there; that they are wanted is for other controls.
#   optional:
#   - incident_plans
#   - policies
#   - systems
#   parameters: []
#   reasons:
#   - code: office-held-by-leaver
#     result: fail
#     severity: high
#     message: '{person} has left and is still named as {office}.'
#     many: 'In {count} places people who have left are still named.'
#   - code: unknown-role
#     result: fail
#     severity: medium
#     message: The role recorded for {person} is not among the firm's roles.
#     many: '{count} people have a role that is not among the firm''s roles.'
#   - code: role-not-accepted
#     result: warn
#     severity: low
#     message: '{person} has not yet confirmed the duties of {role}.'
#     many: '{count} people have not yet confirmed the duties of their role.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.1'
#     says: Firm leaders ensure measures giving reasonable assurance of compliance.
#     status: secondary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.2
#     says: Information security roles and responsibilities.
#     status: primary
#   remediation: Name a successor, and have people confirm their role.
package privity.governance.everyone_has_a_role

import data.lib.facts
import data.lib.judged

_person := input.staff_member

_subject := judged.subject("staff", _person)

_entity := judged.entity("staff", _person.id)

# Left: by the status, or by a day that has passed. Whoever works out a notice is still here.
_left if _person.status == "left"

_left if _person.end_date < data.as_of.day

_here if {
	not _left
	_person.status in {"active", "on-leave"}
}

_open if {
	not _left
	facts.absent(_person, "status")
}

# Where the person is named. Plans and policies that are no longer in force name nobody.

_named contains {
	"by": concat("/", ["offices", office, field]),
	"office": judged.fact("firm", concat(".", ["offices", office])),
	"place": {"collection": "firm", "id": "firm", "path": concat(".", ["offices", office, field])},
} if {
	some office, holder in data.inventory.firm.offices
	some field in ["staff_id", "deputy_id"]
	holder[field] == _person.id
}

_named contains _in_plan(plan, "roles") if {
	some plan in data.inventory.incident_plans
	not plan.status == "retired"
	some _, id in plan.roles
	id == _person.id
}

_named contains _in_plan(plan, "escalation") if {
	some plan in data.inventory.incident_plans
	not plan.status == "retired"
	some step in plan.escalation
	_person.id in {step[field] | some field in ["contact", "deputy"]}
}

_in_plan(plan, field) := {
	"by": concat("/", ["incident_plans", plan.id, field]),
	"office": judged.fact("incident_plans", field),
	"place": {"collection": "incident_plans", "id": plan.id, "path": field},
}

_named contains _owner("systems", system) if {
	some system in data.inventory.systems
	system.owner_id == _person.id
}

_named contains _owner("policies", policy) if {
	some policy in data.inventory.policies
	not policy.status == "retired"
	policy.owner_id == _person.id
}

_owner(collection, record) := {
	"by": concat("/", [collection, record.id, "owner_id"]),
	"office": judged.fact(collection, "owner_id"),
	"place": {"collection": collection, "id": record.id, "path": "owner_id"},
}

_applies if _here

_applies if _open

_applies if {
	_left
	count(_named) > 0
}

examined contains judged.changing(judged.examined_with("staff", _person, roles), days) if {
	_applies
	roles := [role | role := data.inventory.roles[_person.role_id]]
	days := [day | some day in _turns]
}

_turns contains _person.start_date + 31 if not _accepted

_turns contains _person.role_acknowledged_on

_turns contains _person.end_date + 1 if count(_named) > 0

findings contains {
	"subject": _subject,
	"reason": "office-held-by-leaver",
	"by": named.by,
	"args": {"person": _entity, "office": named.office},
	"relied_on": [named.place, _fact("end_date"), _fact("status")],
} if {
	_left
	some named in _named
}

findings contains {
	"subject": _subject,
	"reason": "unknown-role",
	"args": {"person": _entity},
	"relied_on": [_fact("role_id")],
} if {
	_here
	facts.present(_person, "role_id")
	not data.inventory.roles[_person.role_id]
}

_accepted if _person.role_acknowledged_on <= data.as_of.day

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "role-not-accepted",
		"args": {"person": _entity, "role": judged.entity("roles", _person.role_id)},
		"relied_on": [_fact("role_acknowledged_on"), _fact("start_date")],
	},
	[day | day := _person.role_acknowledged_on],
) if {
	_here
	data.inventory.roles[_person.role_id]
	not _accepted
	data.as_of.day > _person.start_date + 30
}

findings contains judged.not_declared(_subject, "staff", "start_date") if {
	_here
	data.inventory.roles[_person.role_id]
	not _accepted
	facts.absent(_person, "start_date")
}

findings contains judged.not_declared(_subject, "staff", "role_id") if {
	_here
	facts.absent(_person, "role_id")
}

findings contains judged.not_declared(_subject, "staff", "status") if _open

_fact(path) := {"collection": "staff", "id": _person.id, "path": path}
