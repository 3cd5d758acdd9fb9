# METADATA
# title: Leavers and movers lose access in time
# description: >-
#   Looks at the access rights of everyone who has left or has changed role: whether those of a leaver ended in the
#   time that the firm allows itself, and whether those of a mover were reviewed after the change.
# scope: package
# custom:
#   id: ACC-002
#   profile: standard
#   unit: staff
#   subjects:
#   - access_grants
#   reads:
#   - access_grant.granted_on
#   - access_grant.holder_id
#   - access_grant.last_reviewed_on
#   - access_grant.revoked_on
#   - staff.end_date
#   - staff.id
#   - staff.role_changed_on
#   - staff.status
#   parameters:
#   - leaver_revocation_days
#   - mover_review_days
#   reasons:
#   - code: leaver-keeps-access
#     result: fail
#     severity: critical
#     absence: open
#     message: '{person} left on {end_date}, and the register does not show that access to {target} has ended; it
#       was to end by {due_on}.'
#     many: '{count} access rights of people who have left are not shown to have ended.'
#   - code: mover-not-reviewed
#     result: fail
#     severity: high
#     absence: open
#     message: '{person} changed role on {changed_on} and the earlier access to {target} has not been reviewed since.'
#     many: '{count} access rights of people who changed role are not shown to have been reviewed since.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The access of {person} to {target} ended on {met_on}; it was to end by {due_on}.
#     many: '{count} access rights of people who left ended later than they should have.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(b)
#     says: Ongoing confidentiality, integrity, availability and resilience.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PS-4
#     says: Remove access when personnel leave.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PS-5
#     says: Review access when personnel move.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-2(3)
#     says: Disable accounts that are expired or no longer associated.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.18
#     says: Access rights.
#     status: primary
#   remediation: Revoke the leaver's grant now; re-approve or remove the mover's old grants.
package privity.access.leavers_and_movers

import data.lib.elsewhere
import data.lib.facts
import data.lib.grants
import data.lib.judged

_person := input.staff_member

_leaver if _person.end_date <= data.as_of.day

# A change of role that lies ahead has not happened yet.
_mover if _person.role_changed_on <= data.as_of.day

# What leaves open whether and when the person left (rulings, ACC-002: left without an end date).
_open_facts contains "end_date" if {
	_person.status == "left"
	facts.absent(_person, "end_date")
}

_open_facts contains "status" if {
	facts.absent(_person, "status")
	facts.absent(_person, "end_date")
}

_applies if _leaver

_applies if _mover

_applies if count(_open_facts) > 0

# Last good days: for the end of a leaver's access, and for the review of a mover's.
_revocation_due := _person.end_date + data.parameters.leaver_revocation_days

_review_due := _person.role_changed_on + data.parameters.mover_review_days

_reviewed_since_change(grant) if {
	grant.last_reviewed_on >= _person.role_changed_on
	grant.last_reviewed_on <= data.as_of.day
}

# On which a mover's right still waits for its review.
_awaits_review(grant) if {
	_mover
	grants.unrevoked(grant)
	not _reviewed_since_change(grant)
}

examined contains judged.changing(
	judged.examined_with("access_grants", grant, [_person]),
	array.concat(_days_of_leaver(grant), _days_of_mover(grant)),
) if {
	_applies
	some grant in input.access_grants
}

_days_of_leaver(grant) := [day |
	day := _revocation_due + 1
	not grants.revoked_by(grant, _revocation_due)
]

_days_of_mover(grant) := [day |
	_awaits_review(grant)
	grant.granted_on < _person.role_changed_on
	day := _review_due + 1
	not grants.revoked_by(grant, day)
]

findings contains judged.changing(
	{
		"subject": judged.subject("access_grants", grant),
		"reason": "leaver-keeps-access",
		"args": object.union(_arguments(grant), {
			"end_date": judged.date(_person.end_date),
			"due_on": judged.date(_revocation_due),
		}),
		"relied_on": [_fact(grant, "revoked_on"), _fact_of_person("end_date")],
	},
	grants.ends_on(grant),
) if {
	data.as_of.day > _revocation_due
	some grant in input.access_grants
	grants.unrevoked(grant)
}

findings contains {
	"subject": judged.subject("access_grants", grant),
	"reason": "remedied-late",
	"args": object.union(_arguments(grant), {
		"due_on": judged.date(_revocation_due),
		"met_on": judged.date(grant.revoked_on),
		"days_late": grant.revoked_on - _revocation_due,
	}),
	"relied_on": [_fact(grant, "revoked_on"), _fact_of_person("end_date")],
} if {
	some grant in input.access_grants
	grant.revoked_on > _revocation_due
	grants.revoked_by(grant, data.as_of.day)
}

findings contains judged.changing(
	{
		"subject": judged.subject("access_grants", grant),
		"reason": "mover-not-reviewed",
		"args": object.union(_arguments(grant), {
			"changed_on": judged.date(_person.role_changed_on),
			"due_on": judged.date(_review_due),
		}),
		"relied_on": [
			_fact(grant, "last_reviewed_on"),
			_fact(grant, "granted_on"),
			_fact(grant, "revoked_on"),
			_fact_of_person("role_changed_on"),
		],
	},
	array.concat(grants.ends_on(grant), [day | day := grant.last_reviewed_on]),
) if {
	data.as_of.day > _review_due
	some grant in input.access_grants
	_awaits_review(grant)
	grant.granted_on < _person.role_changed_on
}

findings contains judged.changing(
	judged.not_declared(judged.subject("access_grants", grant), "access_grants", "granted_on"),
	array.concat(grants.ends_on(grant), [day | day := grant.last_reviewed_on]),
) if {
	some grant in input.access_grants
	_awaits_review(grant)
	facts.absent(grant, "granted_on")
}

findings contains elsewhere.not_declared(judged.subject("access_grants", grant), "staff", {_person.id}, path) if {
	some path in _open_facts
	some grant in input.access_grants
}

_arguments(grant) := {"person": judged.entity("staff", _person.id), "target": grants.target(grant)}

_fact(grant, path) := {"collection": "access_grants", "id": grant.id, "path": path}

_fact_of_person(path) := {"collection": "staff", "id": _person.id, "path": path}
