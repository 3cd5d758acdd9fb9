# METADATA
# title: Legal holds and suspended deletion
# description: >-
#   The one predicate for holds (MIN-002, RET-003, RET-005, RIGHTS-006, LEGAL-006, and for storage CONSENT-008). A hold
#   runs from the day on which litigation was reasonably anticipated, whatever its stored status, draft included.
package lib.holds

import data.lib.facts

# covers: a hold names the asset, or one of its matters, or its custodian (that person's mailbox or drive, not
# unrelated files).
covers(hold, asset) if asset.id in hold.asset_ids

covers(hold, asset) if {
	some matter_id in asset.matter_ids
	matter_id in hold.matter_ids
}

covers(hold, asset) if {
	some custodian in hold.custodians
	custodian.staff_id in asset.custodian_ids
	count(object.get(asset, "matter_ids", [])) == 0
}

# in_force: whether the hold stands on a day; the day of release is free. With strict_hold false the day of issue
# stands in for the day of the trigger.
in_force(hold, day) if {
	starts_on(hold) <= day
	not released_by(hold, day)
}

# Neither day is declared: an active hold is taken at its word.
in_force(hold, day) if {
	not starts_on(hold)
	hold.status == "active"
	not released_by(hold, day)
}

# starts_on: the day from which a hold is judged. A draft that was never issued has none where the day of issue decides
# (rulings: a draft counts from the trigger under strict_hold).
starts_on(hold) := hold.triggered_on if {
	_strict
	facts.present(hold, "triggered_on")
} else := hold.issued_on if {
	facts.present(hold, "issued_on")
} else := hold.triggered_on if {
	facts.present(hold, "triggered_on")
	not hold.status == "draft"
}

# Strict unless the firm says otherwise.
_strict if not data.parameters.strict_hold == false

released_by(hold, day) if hold.released_on <= day

# holding: the holds that keep the asset on a day.
holding(asset, day) := {id |
	some id, hold in data.inventory.legal_holds
	covers(hold, asset)
	in_force(hold, day)
}

held(asset, day) if count(holding(asset, day)) > 0

# suspending: what keeps a deletion duty from running on a day, as {collection, id}: holds, restrictions of processing
# (GDPR Art 18), and requests for access or portability that are still open. data.requests holds the requests that can
# matter here, gathered while loading. California's request to know is one for access.
suspending(asset, day) := kept_by_holds | kept_by_requests if {
	kept_by_holds := {{"collection": "legal_holds", "id": id} | some id in holding(asset, day)}
	kept_by_requests := {{"collection": "rights_requests", "id": id} |
		some id, request in data.requests
		concerns(request, asset)
		blocks(request, day)
	}
}

suspended(asset, day) if count(suspending(asset, day)) > 0

# frees_on: the declared day, after the day given, on which what suspends ({collection, id}) ends of itself. Undefined
# where none is declared.
frees_on(keeper, day) := released_on if {
	keeper.collection == "legal_holds"
	released_on := data.inventory.legal_holds[keeper.id].released_on
	released_on > day
}

frees_on(keeper, day) := lifted_on if {
	keeper.collection == "rights_requests"
	lifted_on := data.requests[keeper.id].restriction_lifted_on
	lifted_on > day
}

# concerns: the request names the asset, or names none and is about the asset's client or one of its matters.
concerns(request, asset) if asset.id in request.asset_ids

concerns(request, asset) if {
	facts.absent(request, "asset_ids")
	request.client_id == asset.client_id
}

concerns(request, asset) if {
	facts.absent(request, "asset_ids")
	some matter_id in request.matter_ids
	matter_id in asset.matter_ids
}

blocks(request, day) if {
	request.right == "restriction"
	request.status in {"answered", "partly-refused"}
	request.responded_on <= day
	not lifted_by(request, day)
}

blocks(request, day) if {
	request.right in {"access", "portability", "ccpa-know"}
	open_on(request, day)
}

# open_on: whether a request was open on a day. One that is open now and gives no day of receipt is taken at its word;
# an answer dated later has not been given yet.
open_on(request, day) if {
	request.status == "open"
	not received_after(request, day)
}

open_on(request, day) if {
	request.status in {"answered", "partly-refused", "refused"}
	request.received_on <= day
	request.responded_on > day
}

received_after(request, day) if request.received_on > day

lifted_by(request, day) if request.restriction_lifted_on <= day

# released_after: the latest release, by as_of, of the holds that kept the asset without a gap from a day on; a hold
# that began before the last one ended carries on. Undefined where none kept it on that day, or none was released.
released_after(asset, day) := max(ends) if {
	covering := [hold | some hold in data.inventory.legal_holds; covers(hold, asset)]
	releases := {hold.released_on |
		some hold in covering
		hold.released_on > day
		hold.released_on <= data.as_of.day
	}
	ends := {release |
		some release in releases
		every turn in {day} | {earlier | some earlier in releases; earlier < release} {
			_kept_by_one(covering, turn)
		}
	}
	count(ends) > 0
}

# A gap can only begin on the day of a release.
_kept_by_one(covering, day) if {
	some hold in covering
	in_force(hold, day)
}
