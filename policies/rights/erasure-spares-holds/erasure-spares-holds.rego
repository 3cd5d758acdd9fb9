# METADATA
# title: Erasure never destroys data under legal hold or required retention
# description: >-
#   Looks at every request for erasure that was answered or refused: whether something was erased that a legal hold
#   or the law required to be kept, and whether a refusal for a hold rests on one.
# scope: package
# custom:
#   id: RIGHTS-006
#   profile: standard
#   unit: client
#   subjects:
#   - rights_requests
#   reads:
#   - data_asset.custodian_ids
#   - data_asset.matter_ids
#   - data_asset.retention_rule_ids
#   - data_asset.retention_trigger_on
#   - data_asset.retention_triggers
#   - legal_hold.asset_ids
#   - legal_hold.custodians
#   - legal_hold.matter_ids
#   - legal_hold.released_on
#   - legal_hold.triggered_on
#   - retention_rule.min_period
#   - rights_request.asset_ids
#   - rights_request.erased_asset_ids
#   - rights_request.erased_on
#   - rights_request.incident_id
#   - rights_request.refusal
#   - rights_request.right
#   - rights_request.status
#   parameters: []
#   reasons:
#   - code: erased-under-hold
#     result: fail
#     severity: critical
#     history_after: erased_on
#     message: '{asset} was erased on {erased_on}, while {hold} required it to be kept.'
#     many: '{count} times something was erased while a legal hold required it to be kept.'
#   - code: erased-too-early
#     result: fail
#     severity: high
#     history_after: erased_on
#     message: '{asset} was erased on {erased_on}; the law requires it to be kept until {keep_until}.'
#     many: '{count} times something was erased before the end of the time for which the law requires it to be
#       kept.'
#   - code: hold-not-found
#     result: warn
#     severity: medium
#     message: The request of {received_on} was refused because of a legal hold, and no such hold was in force.
#     many: Requests were refused because of legal holds that were not in force, {count} times.
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: erased_on
#     message: '{asset} was erased when it should have been kept, and this has been dealt with as an incident.'
#     many: '{count} erasures of what should have been kept have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 17(3)(e)
#     says: Erasure does not apply where needed for legal claims.
#     status: primary
#   - framework: GDPR
#     ref: Art 17(3)(b)
#     says: Erasure does not apply where law requires the processing.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.145(a)
#     says: Duties do not stop legal compliance or legal claims.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.105(d)(8)
#     says: 'Deletion exception: comply with a legal obligation.'
#     status: primary
#   - framework: ABA Model Rule
#     ref: 3.4(a)
#     says: Do not unlawfully destroy or conceal potential evidence.
#     status: unverified
#   remediation: Recover the data from backup at once and tell the supervising lawyer.
package privity.rights.erasure_spares_holds

import data.lib.dates
import data.lib.deadlines
import data.lib.elsewhere
import data.lib.facts
import data.lib.holds
import data.lib.judged

_requests contains request if {
	some request in input.rights_requests
	not _ruled_out(request)
}

_ruled_out(request) if {
	facts.present(request, "right")
	not _erases(request)
}

_erases(request) if request.right in {"erasure", "ccpa-delete"}

_ruled_out(request) if request.status in {"open", "withdrawn"}

_subject(request) := judged.subject("rights_requests", request)

_undecided(request) := judged.missing(request, ["right", "status"])

_today := data.as_of.day

# The stores and files that stand beside the request. Of one that is not seen from here (a file of another client) only a
# hold that names it can be told.
_asset(id) := {"collection": "data_assets", "record": data.inventory.data_assets[id]} if {
	data.inventory.data_assets[id]
} else := {"collection": "client_files", "record": input.client_files[id]} if {
	input.client_files[id]
} else := {"collection": "client_files", "record": {"id": id}}

# erased: each thing that was erased, with the request and the day; nothing that lies ahead.
_erased contains {"request": request, "id": id, "on": erased_on} if {
	some request in _requests
	count(_undecided(request)) == 0
	erased_on := deadlines.by(request, ["erased_on"], _today)
	some id in request.erased_asset_ids
}

_relied_on(request) := array.concat(_erased_records(request), _keepers(request))

_erased_records(request) := [place.record |
	some id in array.concat(object.get(request, "erased_asset_ids", []), object.get(request, "asset_ids", []))
	_seen(id)
	place := _asset(id)
]

_keepers(request) := [hold |
	some asset in _erased_records(request)
	some hold in data.inventory.legal_holds
	holds.covers(hold, asset)
]

examined contains judged.examined_with("rights_requests", request, _relied_on(request)) if some request in _requests

_faults contains {
	"erasure": erasure,
	"reason": "erased-under-hold",
	"by": concat("/", [erasure.id, hold_id]),
	"args": {"hold": judged.entity("legal_holds", hold_id)},
	"relied_on": [{"collection": "legal_holds", "id": hold_id, "path": "triggered_on"}],
} if {
	some erasure in _erased
	place := _asset(erasure.id)
	some hold_id in holds.holding(place.record, erasure.on)
}

# The days until which the rules of the thing ask to keep it.
_keep_until(asset) := max(days) if {
	days := {dates.add_period(_trigger(asset, rule), rule.min_period) |
		some id in asset.retention_rule_ids
		rule := data.inventory.retention_rules[id]
		rule.min_period
	}
	count(days) > 0
}

# The event's own day, else the one day of the asset (as in lib/retention).
_trigger(asset, rule) := max(own) if {
	own := {entry.on | some entry in asset.retention_triggers; entry.event == rule.trigger_event}
	count(own) > 0
} else := asset.retention_trigger_on

_faults contains {
	"erasure": erasure,
	"reason": "erased-too-early",
	"by": erasure.id,
	"args": {"keep_until": judged.date(keep_until)},
	"relied_on": [{"collection": place.collection, "id": erasure.id, "path": "retention_trigger_on"}],
} if {
	some erasure in _erased
	place := _asset(erasure.id)
	keep_until := _keep_until(place.record)
	keep_until > erasure.on
}

_fault_args(erasure) := {"asset": _entity(erasure.id), "erased_on": judged.date(erasure.on)}

_entity(id) := judged.entity(_asset(id).collection, id)

_seen(id) if data.inventory.data_assets[id]

_seen(id) if input.client_files[id]

_incident(request) if data.inventory.incidents[request.incident_id]

findings contains {
	"subject": _subject(fault.erasure.request),
	"reason": fault.reason,
	"by": fault.by,
	"args": object.union(_fault_args(fault.erasure), fault.args),
	"relied_on": array.concat([_fact(fault.erasure.request, "erased_on"), _fact(fault.erasure.request, "erased_asset_ids")], fault.relied_on),
} if {
	some fault in _faults
	request := fault.erasure.request
	not _incident(request)
}

findings contains {
	"subject": _subject(fault.erasure.request),
	"reason": "handled-as-incident",
	"by": fault.erasure.id,
	"args": _fault_args(fault.erasure),
	"relied_on": [_fact(fault.erasure.request, path) | some path in ["incident_id", "erased_on", "erased_asset_ids"]],
} if {
	some fault in _faults
	_incident(fault.erasure.request)
}

# A refusal for a hold that did not stand.
findings contains {
	"subject": _subject(request),
	"reason": "hold-not-found",
	"by": id,
	"args": {"received_on": judged.date(request.received_on)},
	"relied_on": [_fact(request, "refusal.ground"), _fact(request, "refusal.reasons_given_on"), _fact(request, "asset_ids")],
} if {
	some request in _requests
	_refused_for_hold(request)
	given_on := deadlines.by(request, ["refusal", "reasons_given_on"], _today)
	some id in request.asset_ids
	_seen(id)
	place := _asset(id)
	asset := place.record
	not holds.held(asset, given_on)
}

_refused_for_hold(request) if {
	request.status == "refused"
	request.refusal.ground == "legal-hold"
}

_wanted(request) := ({path | some path in _undecided(request)} | {"erased_on" |
	count(object.get(request, "erased_asset_ids", [])) > 0
	facts.absent(request, "erased_on")
}) | {path |
	_refused_for_hold(request)
	some path in judged.missing(request, ["received_on", "refusal.reasons_given_on"])
}

findings contains judged.not_declared(_subject(request), "rights_requests", path) if {
	some request in _requests
	some path in _wanted(request)
}

_untriggered(asset) if {
	some id in asset.retention_rule_ids
	rule := data.inventory.retention_rules[id]
	rule.min_period
	not _trigger(asset, rule)
}

findings contains elsewhere.not_declared(_subject(request), collection, ids, "retention_trigger_on") if {
	some collection in ["data_assets", "client_files"]
	some request in {erasure.request | some erasure in _erased}
	ids := {erasure.id |
		some erasure in _erased
		erasure.request == request
		place := _asset(erasure.id)
		place.collection == collection
		_untriggered(place.record)
	}
	count(ids) > 0
}

_fact(request, path) := {"collection": "rights_requests", "id": request.id, "path": path}
