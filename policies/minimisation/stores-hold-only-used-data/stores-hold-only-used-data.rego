# METADATA
# title: Stored data sets hold nothing that no declared activity uses
# description: >-
#   Looks at every store or client file that holds personal data and has not been disposed of: whether the activities for
#   which it is kept are declared, and whether they use every category of data that it holds.
# scope: package
# custom:
#   id: MIN-002
#   profile: standard
#   unit: asset
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - data_asset.activity_ids
#   - data_asset.client_id
#   - data_asset.contains_personal_data
#   - data_asset.custodian_ids
#   - data_asset.data_category_ids
#   - data_asset.matter_ids
#   - data_asset.status
#   - legal_hold.asset_ids
#   - legal_hold.custodians
#   - legal_hold.matter_ids
#   - legal_hold.released_on
#   - legal_hold.status
#   - legal_hold.triggered_on
#   - processing_activity.data_category_ids
#   - processing_activity.status
#   - rights_request.asset_ids
#   - rights_request.right
#   - rights_request.status
#   parameters: []
#   reasons:
#   - code: no-activity
#     result: fail
#     severity: medium
#     message: '{asset} holds personal data, and no activity is declared for which it is kept.'
#     many: '{subjects} hold personal data, and no activity is declared for which they are kept.'
#   - code: unknown-activity
#     result: fail
#     severity: medium
#     message: '{asset} is linked to an activity that is not in the register of processing.'
#     many: '{count} links of {subjects} lead to activities that are not in the register of processing.'
#   - code: surplus-data
#     result: fail
#     severity: high
#     message: '{asset} holds {category}, which none of its declared activities uses.'
#     many: In {count} cases a store or file holds a kind of data that none of its declared activities uses.
#   - code: kept-under-hold
#     result: suspended
#     severity: low
#     message: '{asset} holds {category} that no activity uses; it may not be deleted while {hold} stands.'
#     many: In {count} cases data that no activity uses may not be deleted because of {hold}.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(c)
#     says: Data must be adequate, relevant and limited to what the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 25(2)
#     says: By default process, store and expose only what each purpose needs.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.IM-P6
#     says: Data elements are inventoried.
#     status: primary
#   remediation: Delete the surplus data or link the asset to the activity that justifies it.
package privity.minimisation.stores_hold_only_used_data

import data.lib.facts
import data.lib.holds
import data.lib.judged

_asset := input.data_asset

_subject := judged.subject(input.collection, _asset)

_applies if {
	_asset.status != "disposed"
	_asset.contains_personal_data
}

_does_not_apply if _asset.status == "disposed"

_does_not_apply if _asset.contains_personal_data == false

examined contains judged.examined_with(input.collection, _asset, array.concat(_known_activities, _suspenders)) if {
	not _does_not_apply
}

findings contains judged.not_declared(_subject, input.collection, path) if {
	not _does_not_apply
	some path in judged.missing(_asset, ["status", "contains_personal_data"])
}

findings contains judged.not_declared(_subject, input.collection, path) if {
	_applies
	some path in judged.missing(_asset, ["activity_ids", "data_category_ids"])
}

findings contains {
	"subject": _subject,
	"reason": "no-activity",
	"args": {"asset": judged.entity(input.collection, _asset.id)},
	"relied_on": [_fact("activity_ids")],
} if {
	_applies
	_asset.activity_ids == []
}

findings contains {
	"subject": _subject,
	"reason": "unknown-activity",
	"by": activity_id,
	"args": {
		"asset": judged.entity(input.collection, _asset.id),
		"activity_id": activity_id,
	},
	"relied_on": [_fact("activity_ids")],
} if {
	_applies
	some activity_id in _asset.activity_ids
	not data.inventory.processing_activities[activity_id]
}

findings contains {
	"subject": _subject,
	"reason": "surplus-data",
	"by": category_id,
	"args": _arguments(category_id),
	"relied_on": _surplus_facts,
} if {
	some category_id in _surplus
	count(_suspending) == 0
}

findings contains object.union(_suspension_ends, {
	"subject": _subject,
	"reason": "kept-under-hold",
	"by": category_id,
	"args": object.union(_arguments(category_id), {"hold": min(_suspending)}),
	"relied_on": array.concat(_surplus_facts, [_relied_on(one) | some one in sort(_suspending)]),
}) if {
	some category_id in _surplus
	count(_suspending) > 0
}

# A category that only an activity told in part could account for: what is missing is asked for, once per field.
findings contains object.union(judged.not_declared(_subject, "processing_activities", path), {"relied_on": relied_on}) if {
	some path in ["status", "data_category_ids"]
	incomplete := {activity_id |
		some activity_id in _asset.activity_ids
		activity := data.inventory.processing_activities[activity_id]
		facts.absent(activity, path)
		some category_id in _unaccounted
		_might_use(activity, category_id)
	}
	count(incomplete) > 0
	relied_on := [{"collection": "processing_activities", "id": id, "path": path} | some id in sort(incomplete)]
}

_known_activities := [activity |
	some activity_id in _asset.activity_ids
	activity := data.inventory.processing_activities[activity_id]
]

_used contains category_id if {
	some activity in _known_activities
	activity.status == "active"
	some category_id in activity.data_category_ids
}

# Categories that no activity is known to use.
_unaccounted contains category_id if {
	_applies
	facts.present(_asset, "activity_ids")
	some category_id in _asset.data_category_ids
	not category_id in _used
}

# Of these, the categories that no activity can turn out to use either.
_surplus contains category_id if {
	some category_id in _unaccounted
	not _possibly_used(category_id)
}

_possibly_used(category_id) if {
	some activity in _known_activities
	_might_use(activity, category_id)
}

# The activity uses the category, for all that its entry says: its status or its categories are absent.
_might_use(activity, _) if {
	_might_be_active(activity)
	facts.absent(activity, "data_category_ids")
}

_might_use(activity, category_id) if {
	facts.absent(activity, "status")
	category_id in activity.data_category_ids
}

_might_be_active(activity) if activity.status == "active"

_might_be_active(activity) if facts.absent(activity, "status")

# What forbids a deletion today: {collection, id}. Looked up only where there is something to delete.
_suspending := holds.suspending(_asset, data.as_of.day) if {
	count(_surplus) > 0
} else := set()

_suspenders := [_record_of(one) | some one in sort(_suspending)]

_record_of(one) := data.inventory.legal_holds[one.id] if one.collection == "legal_holds"

_record_of(one) := data.requests[one.id] if one.collection == "rights_requests"

# The suspension ends by itself only where all that suspends has a last day.
_suspension_ends := {"changes_on": max(ends)} if {
	ends := [_ends_on(record) | some record in _suspenders]
	count(ends) == count(_suspending)
} else := {}

_ends_on(record) := record.released_on

_ends_on(record) := record.restriction_lifted_on if record.right == "restriction"

_relied_on(one) := {"collection": "legal_holds", "id": one.id, "path": "triggered_on"} if one.collection == "legal_holds"

_relied_on(one) := {"collection": "rights_requests", "id": one.id, "path": "status"} if {
	one.collection == "rights_requests"
}

_arguments(category_id) := {
	"asset": judged.entity(input.collection, _asset.id),
	"category": judged.entity("data_categories", category_id),
}

_surplus_facts := [_fact("data_category_ids"), _fact("activity_ids")]

_fact(path) := {"collection": input.collection, "id": _asset.id, "path": path}
