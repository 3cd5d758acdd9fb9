# METADATA
# title: Each access right is reviewed on schedule and temporary access ends
# description: >-
#   Looks at every access right that stands: whether it was reviewed within the time that the firm allows itself, by
#   itself or with its system, and whether temporary access has ended when it was to end.
# scope: package
# custom:
#   id: ACC-005
#   profile: full
#   unit: record
#   subjects:
#   - access_grants
#   reads:
#   - access_grant.asset_id
#   - access_grant.expires_on
#   - access_grant.granted_on
#   - access_grant.last_reviewed_on
#   - access_grant.level
#   - access_grant.revoked_on
#   - access_grant.system_id
#   - data_asset.site_id
#   - data_asset.system_ids
#   - system.access_reviewed_on
#   # The review of a system is only one ground to pass; a system or store that is not declared is asked for where it counts.
#   optional:
#   - data_assets
#   - systems
#   parameters:
#   - access_review_days
#   - privileged_review_days
#   reasons:
#   - code: review-overdue
#     result: warn
#     severity: medium
#     message: The access of {holder} to {target} was last reviewed on {last_on}; a review was due by {due_on}.
#     many: '{count} access rights are overdue for review.'
#   - code: expired-access
#     result: fail
#     severity: high
#     message: The temporary access of {holder} to {target} ended on {expires_on} and has not been removed.
#     many: '{count} temporary access rights have run out and have not been removed.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(d)
#     says: Regularly test and evaluate the security measures.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-6(7)
#     says: Review user privileges periodically.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.18
#     says: Access rights.
#     status: primary
#   remediation: Review the grant, record the date, and revoke anything expired.
package privity.access.grants_reviewed

import data.lib.elsewhere
import data.lib.facts
import data.lib.grants
import data.lib.judged

_grant := input.access_grant if grants.unrevoked(input.access_grant)

_subject := judged.subject("access_grants", _grant)

_arguments := {"holder": grants.holder(_grant), "target": grants.target(_grant)}

# The store that was granted; undefined for the file of a single client or matter, which is not seen from here.
_store := data.inventory.data_assets[_grant.asset_id]

# The systems whose reviews cover the right.
_system_ids contains _grant.system_id

_system_ids contains id if some id in _store.system_ids

# The days on which the right was looked at, those ahead included.
_review_days contains _grant.last_reviewed_on

_review_days contains data.inventory.systems[id].access_reviewed_on if some id in _system_ids

_last_on := max({_grant.granted_on} | {day | some day in _review_days; day <= data.as_of.day})

_limit := data.parameters.privileged_review_days if _grant.level == "admin"

_limit := data.parameters.access_review_days if _grant.level in {"read", "write"}

# The last good day for the next review.
_review_due := _last_on + _limit

_overdue if data.as_of.day > _review_due

examined contains judged.changing(judged.examined_with("access_grants", _grant, others), days) if {
	stores := [store | store := _store]
	systems := [system | some id in _system_ids; system := data.inventory.systems[id]]
	others := array.concat(stores, systems)
	days := [day | some last in _last_good_days; day := last + 1; not grants.revoked_by(_grant, day)]
}

_last_good_days contains _review_due

_last_good_days contains _grant.expires_on

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "review-overdue",
		"args": object.union(_arguments, {
			"last_on": judged.date(_last_on),
			"due_on": judged.date(_review_due),
			"days_late": data.as_of.day - _review_due,
		}),
		"relied_on": array.concat(
			[_fact("last_reviewed_on"), _fact("granted_on"), _fact("level")],
			[{"collection": "systems", "id": id, "path": "access_reviewed_on"} | some id in sort(_system_ids)],
		),
	},
	_days_ahead,
) if {
	_overdue
	count(_unreviewed_systems) == 0
	not _systems_unknown
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "expired-access",
		"args": object.union(_arguments, {"expires_on": judged.date(_grant.expires_on)}),
		"relied_on": [_fact("expires_on"), _fact("revoked_on")],
	},
	grants.ends_on(_grant),
) if {
	data.as_of.day > _grant.expires_on
}

findings contains judged.changing(judged.not_declared(_subject, "access_grants", path), grants.ends_on(_grant)) if {
	some path in judged.missing(_grant, ["granted_on", "level"])
}

# A review of the system would be enough, and nobody can say whether there was one.
findings contains judged.changing(
	elsewhere.not_declared(_subject, "systems", _unreviewed_systems, "access_reviewed_on"),
	_days_ahead,
) if {
	_overdue
	count(_unreviewed_systems) > 0
}

findings contains judged.changing(
	elsewhere.not_declared(_subject, "data_assets", {_store.id}, "system_ids"),
	_days_ahead,
) if {
	_overdue
	_systems_unknown
}

_unreviewed_systems contains id if {
	some id in _system_ids
	not data.inventory.systems[id].access_reviewed_on
}

# A store lies on systems or, on paper, at a site.
_systems_unknown if {
	facts.absent(_store, "system_ids")
	facts.absent(_store, "site_id")
}

_days_ahead := array.concat(grants.ends_on(_grant), [day | some day in _review_days])

_fact(path) := {"collection": "access_grants", "id": _grant.id, "path": path}
