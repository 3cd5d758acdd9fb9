# METADATA
# title: Access rights stay within what the person's role needs
# description: >-
#   Looks at every access right of the staff on a system or a store of the firm: whether it opens only the kinds of
#   data that the role of its holder needs, and at no higher level than the role allows.
# scope: package
# custom:
#   id: ACC-003
#   profile: full
#   unit: staff
#   subjects:
#   - access_grants
#   reads:
#   - access_grant.asset_id
#   - access_grant.holder_id
#   - access_grant.level
#   - access_grant.revoked_on
#   - access_grant.system_id
#   - data_asset.contains_personal_data
#   - data_asset.data_category_ids
#   - data_asset.system_ids
#   - role.max_access_level
#   - role.permitted_data_category_ids
#   - staff.role_id
#   - system.asset_ids
#   parameters: []
#   reasons:
#   - code: beyond-role
#     result: fail
#     severity: high
#     message: '{person} can reach {category} in {target}, which the {role} does not need.'
#     many: In {count} cases an access right opens a kind of data that its holder's role does not need.
#   - code: level-above-role
#     result: fail
#     severity: high
#     message: '{person} has {level} rights on {target}, more than the {role} allows.'
#     many: '{count} access rights are at a higher level than their holder''s role allows.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 25(2)
#     says: By default process, store and expose only what each purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 29
#     says: People with access may process only on the controller's instructions.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-6
#     says: Least privilege.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.AC-P4
#     says: Permissions follow least privilege and separation of duties.
#     status: primary
#   remediation: Reduce the grant or, if truly needed, widen the role with approval.
package privity.access.within_role

import data.lib.elsewhere
import data.lib.facts
import data.lib.grants
import data.lib.judged

_person := input.staff_member

_role := data.inventory.roles[_person.role_id]

_rank := {"read": 1, "write": 2, "admin": 3}

# The rights that are judged here: an asset that is no declared store is the file of a client or matter.
_rights[id] := grant if {
	some id, grant in input.access_grants
	grants.unrevoked(grant)
	grants.target(grant).collection in {"systems", "data_assets"}
}

_systems := {grant.system_id | some grant in _rights}

# The stores on each system: as the system lists them, else as the stores name the system (one is the inverse of the
# other). Undefined where neither says anything.
_stores_on[id] := stores if {
	some id in _systems
	listed := data.inventory.systems[id].asset_ids
	stores := {store | some store in listed; data.inventory.data_assets[store]}
}

_stores_on[id] := stores if {
	some id in _systems
	not data.inventory.systems[id].asset_ids
	stores := {store | some store, asset in data.inventory.data_assets; id in asset.system_ids}
	count(stores) > 0
}

_stores(grant) := _stores_on[grant.system_id]

_stores(grant) := {grant.asset_id} if facts.absent(grant, "system_id")

examined contains judged.examined_with("access_grants", grant, others) if {
	some grant in _rights
	roles := [role | role := _role]
	systems := [system | system := data.inventory.systems[grant.system_id]]
	stores := [data.inventory.data_assets[store] | some store in _stores(grant)]
	others := array.concat(array.concat([_person], roles), array.concat(systems, stores))
}

findings contains judged.changing(
	{
		"subject": judged.subject("access_grants", grant),
		"reason": "beyond-role",
		"by": category,
		"args": object.union(_arguments(grant), {"category": judged.entity("data_categories", category)}),
		"relied_on": array.concat(
			[_fact(grant, _target_field(grant)), _fact_of_role("permitted_data_category_ids"), _fact_of_person("role_id")],
			[fact |
				some store in sort(stores)
				category in data.inventory.data_assets[store].data_category_ids
				fact := {"collection": "data_assets", "id": store, "path": "data_category_ids"}
			],
		),
	},
	grants.ends_on(grant),
) if {
	permitted := _role.permitted_data_category_ids
	some grant in _rights
	stores := _stores(grant)
	reached := {category | some store in stores; some category in data.inventory.data_assets[store].data_category_ids}
	some category in reached
	not category in permitted
}

findings contains judged.changing(
	{
		"subject": judged.subject("access_grants", grant),
		"reason": "level-above-role",
		"args": object.union(_arguments(grant), {"level": judged.value("access_grants", "level", grant.level)}),
		"relied_on": [_fact(grant, "level"), _fact_of_role("max_access_level"), _fact_of_person("role_id")],
	},
	grants.ends_on(grant),
) if {
	some grant in _rights
	_rank[grant.level] > _rank[_role.max_access_level]
}

findings contains judged.changing(
	judged.not_declared(judged.subject("access_grants", grant), "access_grants", "level"),
	grants.ends_on(grant),
) if {
	some grant in _rights
	facts.absent(grant, "level")
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "staff", {_person.id}, "role_id"),
	grants.ends_on(grant),
) if {
	some grant in _rights
	facts.absent(_person, "role_id")
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "roles", {_person.role_id}, path),
	grants.ends_on(grant),
) if {
	some grant in _rights
	some path in ["permitted_data_category_ids", "max_access_level"]
	not _role[path]
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "data_assets", unsaid, "data_category_ids"),
	grants.ends_on(grant),
) if {
	some grant in _rights
	unsaid := {store | some store in _stores(grant); _categories_unsaid(data.inventory.data_assets[store])}
	count(unsaid) > 0
}

_categories_unsaid(store) if {
	facts.absent(store, "data_category_ids")
	not store.contains_personal_data == false
}

findings contains judged.changing(
	elsewhere.not_declared(judged.subject("access_grants", grant), "systems", {grant.system_id}, "asset_ids"),
	grants.ends_on(grant),
) if {
	some grant in _rights
	not _stores(grant)
}

_arguments(grant) := {
	"person": judged.entity("staff", _person.id),
	"target": grants.target(grant),
	"role": judged.entity("roles", _person.role_id),
}

_target_field(grant) := "system_id" if {
	facts.present(grant, "system_id")
} else := "asset_id"

_fact(grant, path) := {"collection": "access_grants", "id": grant.id, "path": path}

_fact_of_person(path) := {"collection": "staff", "id": _person.id, "path": path}

_fact_of_role(path) := {"collection": "roles", "id": _person.role_id, "path": path}
