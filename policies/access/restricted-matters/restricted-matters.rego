# METADATA
# title: Only the matter team can open restricted matters
# description: >-
#   Looks at every access right that opens a restricted or walled matter, directly or through one of its files: whether
#   its holder is in the team of the matter or named for its oversight.
# scope: package
# custom:
#   id: ACC-004
#   profile: standard
#   unit: matter
#   subjects:
#   - access_grants
#   reads:
#   - access_grant.asset_id
#   - access_grant.holder_id
#   - access_grant.holder_role_id
#   - access_grant.level
#   - access_grant.matter_id
#   - access_grant.revoked_on
#   - data_asset.matter_ids
#   - firm.oversight_staff_ids
#   - matter.confidentiality
#   - matter.oversight_staff_ids
#   - matter.responsible_lawyer_id
#   - matter.team_staff_ids
#   - role.records_admin
#   # Grants arrive with the matter, through its files too; a role is only one ground to pass, and one that is not
#   # declared is asked for where it counts.
#   optional:
#   - data_assets
#   - roles
#   parameters: []
#   reasons:
#   - code: outside-team
#     result: fail
#     severity: critical
#     message: '{holder} can open the {confidentiality} {matter} and is neither in its team nor named for its
#       oversight.'
#     many: In {count} cases someone outside its team and oversight can open a restricted matter.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
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
#   - framework: GDPR
#     ref: Art 5(1)(f)
#     says: Protect against unauthorised use, loss, destruction or damage.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-3
#     says: Enforce approved access authorisations.
#     status: primary
#   remediation: Remove the grant or add the person to the matter team with approval.
package privity.access.restricted_matters

import data.lib.elsewhere
import data.lib.facts
import data.lib.grants
import data.lib.judged

_matter := input.matter

_closed_off if _matter.confidentiality in {"restricted", "walled"}

_restricted if _matter.confidentiality == "restricted"

_undecided if facts.absent(_matter, "confidentiality")

# The rights at hand are those on the matter and on its files.
_rights[id] := grant if {
	some id, grant in input.access_grants
	grants.unrevoked(grant)
}

_cleared contains id if some id in _matter.team_staff_ids

_cleared contains _matter.responsible_lawyer_id

_cleared contains id if some id in _matter.oversight_staff_ids

# Firm-wide oversight ends at an ethical wall.
_cleared contains id if {
	_restricted
	some id in data.inventory.firm.oversight_staff_ids
}

_may_open(grant) if grant.holder_id in _cleared

_may_open(grant) if {
	_restricted
	grant.level == "admin"
	data.inventory.roles[grant.holder_role_id].records_admin
}

# Those who may open the matter whatever else is declared are left out: a ground that lets them pass is enough.
_others[id] := grant if {
	_closed_off
	some id, grant in _rights
	not _may_open(grant)
}

examined contains judged.examined_with("access_grants", grant, others) if {
	_closed_off
	some grant in _rights
	roles := [role | _restricted; role := data.inventory.roles[grant.holder_role_id]]
	others := array.concat([_matter], roles)
}

examined contains judged.examined_with("access_grants", grant, [_matter]) if {
	_undecided
	some grant in _rights
}

findings contains judged.changing(
	{
		"subject": judged.subject("access_grants", grant),
		"reason": "outside-team",
		"by": _matter.id,
		"args": {
			"holder": grants.holder(grant),
			"matter": judged.entity("matters", _matter.id),
			"confidentiality": judged.value("matters", "confidentiality", _matter.confidentiality),
		},
		"relied_on": array.concat(
			[
				_fact(grant, "holder_id"),
				_fact_of_matter("team_staff_ids"),
				_fact_of_matter("responsible_lawyer_id"),
				_fact_of_matter("oversight_staff_ids"),
				_fact_of_matter("confidentiality"),
			],
			_grounds_of_restricted(grant),
		),
	},
	grants.ends_on(grant),
) if {
	count(_missing_of_matter) == 0
	some grant in _others
	count(_missing_of_grant(grant)) == 0
	not _role_unknown(grant)
}

_grounds_of_restricted(grant) := [
	_fact(grant, "level"),
	_fact(grant, "holder_role_id"),
	{"collection": "firm", "id": "firm", "path": "oversight_staff_ids"},
] if {
	_restricted
} else := []

findings contains judged.changing(
	judged.not_declared(judged.subject("access_grants", grant), "access_grants", path),
	grants.ends_on(grant),
) if {
	some grant in _others
	some path in _missing_of_grant(grant)
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "matters", {_matter.id}, path),
	grants.ends_on(grant),
) if {
	some grant in _others
	some path in _missing_of_matter
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "roles", {grant.holder_role_id}, "records_admin"),
	grants.ends_on(grant),
) if {
	some grant in _others
	_role_unknown(grant)
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "matters", {_matter.id}, "confidentiality"),
	grants.ends_on(grant),
) if {
	_undecided
	some grant in _rights
}

_missing_of_matter := judged.missing(_matter, ["team_staff_ids", "responsible_lawyer_id"])

_missing_of_grant(grant) := {path |
	some path in ["holder_id", "level", "holder_role_id"]
	facts.absent(grant, path)
	_matters_for(grant, path)
}

# Which facts of a right could still let its holder pass: level and role only where both together may yet make a
# records administrator.
_matters_for(_, "holder_id")

_matters_for(grant, "level") if _may_be_records_admin(grant)

_matters_for(grant, "holder_role_id") if _may_be_records_admin(grant)

_may_be_records_admin(grant) if {
	_restricted
	object.get(grant, "level", "admin") == "admin"
	not _role_without_records(grant)
}

_role_without_records(grant) if {
	role := data.inventory.roles[grant.holder_role_id]
	not role.records_admin
}

# The right names a role that is not declared, so nobody knows whether it administers records.
_role_unknown(grant) if {
	_may_be_records_admin(grant)
	facts.present(grant, "holder_role_id")
	not data.inventory.roles[grant.holder_role_id]
}

_fact(grant, path) := {"collection": "access_grants", "id": grant.id, "path": path}

_fact_of_matter(path) := {"collection": "matters", "id": _matter.id, "path": path}
