# METADATA
# title: Nothing under legal hold is deleted
# description: >-
#   Looks at every store and file that a legal hold covers: whether automatic deletion has been switched off, whether
#   anything was destroyed while the hold stood, and whether a client's terms ask for its destruction meanwhile.
# scope: package
# custom:
#   id: LEGAL-006
#   profile: essentials
#   unit: asset
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - client_terms.retention
#   - data_asset.auto_delete
#   - data_asset.auto_delete_suspended
#   - data_asset.client_id
#   - data_asset.contains_personal_data
#   - data_asset.custodian_ids
#   - data_asset.id
#   - data_asset.matter_ids
#   - disposal_event.asset_id
#   - disposal_event.disposed_on
#   - disposal_event.incident_id
#   - legal_hold.asset_ids
#   - legal_hold.custodians
#   - legal_hold.issued_on
#   - legal_hold.matter_ids
#   - legal_hold.released_on
#   - legal_hold.status
#   - legal_hold.triggered_on
#   # Terms end no hold: where none are declared there is none to warn of.
#   optional:
#   - client_terms
#   parameters:
#   - strict_hold
#   reasons:
#   - code: auto-delete-runs
#     result: fail
#     severity: critical
#     message: '{asset} must be kept for {hold}, and automatic deletion has not been switched off.'
#     many: '{subjects} must be kept for legal holds, and automatic deletion has not been switched off.'
#   - code: destroyed-under-hold
#     result: fail
#     severity: critical
#     history_after: disposed_on
#     message: '{asset} was destroyed on {disposed_on}, while {hold} required it to be kept.'
#     many: '{count} destructions took place while legal holds required the records to be kept.'
#   - code: client-term-conflicts
#     result: warn
#     severity: medium
#     message: The terms of {client} ask for the destruction of {asset}, which must be kept for {hold}; the client
#       should be told.
#     many: 'The terms of clients ask for the destruction of {subjects} that must be kept for legal holds; the clients should be told.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: disposed_on
#     message: '{asset} was destroyed under {hold}, and this has been dealt with as an incident.'
#     many: '{count} destructions under legal holds have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: US Fed. R. Civ. P.
#     ref: 37(e)
#     says: Consequences for losing electronic information that should be preserved.
#     status: unverified
#   - framework: CPR (E&W)
#     ref: PD 31B para 7
#     says: When litigation is contemplated, lawyers tell clients to preserve documents.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 3.4(a)
#     says: Do not unlawfully destroy or conceal potential evidence.
#     status: unverified
#   - framework: GDPR
#     ref: Art 17(3)(e)
#     says: Erasure does not apply where needed for legal claims.
#     status: primary
#   - framework: GDPR
#     ref: Art 18(2)
#     says: Restricted data may still be used for legal claims.
#     status: primary
#   remediation: Suspend deletion now; restore from backup and escalate.
package privity.legal_profession.nothing_held_deleted

import data.lib.elsewhere
import data.lib.facts
import data.lib.holds
import data.lib.judged

_asset := input.data_asset

_subject := judged.subject(input.collection, _asset)

_arguments := {"asset": judged.entity(input.collection, _asset.id)}

_today := data.as_of.day

# The holds that cover the asset at any time. One that is declared only as a count covers nothing.
_covering[id] := hold if {
	some id, hold in data.inventory.legal_holds
	not hold.count_only
	holds.covers(hold, _asset)
}

_keeping(day) := {id |
	some id, hold in _covering
	holds.in_force(hold, day)
}

# The holds of which nobody can say whether they stood on a day: no date is declared, and the status does not tell.
_undated(day) := {id |
	some id, hold in _covering
	facts.absent(hold, "triggered_on")
	facts.absent(hold, "issued_on")
	not hold.status == "active"
	not holds.released_by(hold, day)
}

_held if count(_keeping(_today)) > 0

_may_be_held if {
	not _held
	count(_undated(_today)) > 0
}

examined contains judged.changing(
	judged.examined_with(input.collection, _asset, [record | some record in _others]),
	[day | some day in _turns],
) if {
	count(_covering) > 0
}

_others contains hold if some hold in _covering

_others contains event if some event in input.disposal_events

_turns contains day if {
	some hold in _covering
	some field in ["triggered_on", "issued_on", "released_on"]
	day := hold[field]
}

_turns contains day if {
	some term in _demands
	some day in [term.retention.destroy_on, object.get(term, "effective_on", 0), object.get(term, "ended_on", 0)]
}

_turns contains event.disposed_on if some event in input.disposal_events

# Automatic deletion. What is gone cannot be deleted again.

_runs if {
	not _asset.status == "disposed"
	_asset.auto_delete
}

findings contains {
	"subject": _subject,
	"reason": "auto-delete-runs",
	"args": object.union(_arguments, {"hold": judged.entity("legal_holds", min(keeping))}),
	"relied_on": array.concat([_fact("auto_delete_suspended"), _fact("auto_delete")], _facts_of(keeping)),
} if {
	keeping := _keeping(_today)
	count(keeping) > 0
	_runs
	_asset.auto_delete_suspended == false
}

# Whether deletion is off has not been said.
_deletion_unsaid contains "auto_delete" if {
	not _asset.status == "disposed"
	facts.absent(_asset, "auto_delete")
	not _asset.auto_delete_suspended
}

_deletion_unsaid contains "auto_delete_suspended" if {
	_runs
	facts.absent(_asset, "auto_delete_suspended")
}

findings contains judged.not_declared(_subject, input.collection, path) if {
	_held
	some path in _deletion_unsaid
}

# Destruction.

_events[id] := event if {
	some id, event in input.disposal_events
	event.disposed_on <= _today
}

_against_hold[id] := keeping if {
	some id, event in _events
	keeping := _keeping(event.disposed_on)
	count(keeping) > 0
}

_is_handled(id) if data.inventory.incidents[_events[id].incident_id]

findings contains {
	"subject": _subject,
	"reason": "destroyed-under-hold",
	"by": id,
	"args": object.union(_arguments, {
		"hold": judged.entity("legal_holds", min(keeping)),
		"disposed_on": judged.date(_events[id].disposed_on),
	}),
	"relied_on": array.concat([_fact_of_event(id, "disposed_on")], _facts_of(keeping)),
} if {
	some id, keeping in _against_hold
	not _is_handled(id)
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"by": id,
	"args": object.union(_arguments, {
		"hold": judged.entity("legal_holds", min(keeping)),
		"disposed_on": judged.date(_events[id].disposed_on),
	}),
	"relied_on": array.concat([_fact_of_event(id, "incident_id"), _fact_of_event(id, "disposed_on")], _facts_of(keeping)),
} if {
	some id, keeping in _against_hold
	_is_handled(id)
}

findings contains elsewhere.not_declared(_subject, "disposal_events", undated, "disposed_on") if {
	count(_covering) > 0
	undated := {id |
		some id, event in input.disposal_events
		facts.absent(event, "disposed_on")
	}
	count(undated) > 0
}

# Terms of the client that ask for destruction: a hold does not end for them.

_demands[id] := term if {
	some id, term in data.inventory.client_terms
	term.client_id == _asset.client_id
	facts.present(term, ["retention", "destroy_on"])
}

_demands_now[id] := term if {
	some id, term in _demands
	_due_now(term)
}

_due_now(term) if {
	term.retention.destroy_on <= _today
	not _not_yet(term)
	not _ended(term)
}

_not_yet(term) if term.effective_on > _today

_ended(term) if term.ended_on <= _today

findings contains {
	"subject": _subject,
	"reason": "client-term-conflicts",
	"by": id,
	"args": object.union(_arguments, {
		"client": judged.entity("clients", _asset.client_id),
		"hold": judged.entity("legal_holds", min(keeping)),
	}),
	"relied_on": array.concat(
		[{"collection": "client_terms", "id": id, "path": "retention.destroy_on"}, _fact("client_id")],
		_facts_of(keeping),
	),
} if {
	keeping := _keeping(_today)
	count(keeping) > 0
	not _asset.status == "disposed"
	some id, _ in _demands_now
}

# A client's file that does not say whose it is, while some client asks for destruction.
findings contains judged.not_declared(_subject, input.collection, "client_id") if {
	_held
	not _asset.status == "disposed"
	_asset.record_class == "client-file"
	facts.absent(_asset, "client_id")
	some term in data.inventory.client_terms
	_due_now(term)
}

# The hold itself.

_hold_matters contains id if {
	_may_be_held
	_deletion_may_run
	some id in _undated(_today)
}

_hold_matters contains id if {
	some event_id, event in _events
	not _against_hold[event_id]
	some id in _undated(event.disposed_on)
}

_deletion_may_run if {
	_runs
	not _asset.auto_delete_suspended
}

_deletion_may_run if "auto_delete" in _deletion_unsaid

findings contains elsewhere.not_declared(_subject, "legal_holds", _hold_matters, "triggered_on") if {
	count(_hold_matters) > 0
}

_facts_of(ids) := [{"collection": "legal_holds", "id": id, "path": "triggered_on"} | some id in sort(ids)]

_fact_of_event(id, path) := {"collection": "disposal_events", "id": id, "path": path}

_fact(path) := {"collection": input.collection, "id": _asset.id, "path": path}
