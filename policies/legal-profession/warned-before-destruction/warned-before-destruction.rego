# METADATA
# title: Clients are warned before their file is destroyed and originals are never shredded
# description: >-
#   Looks at every destruction of a client's file: whether the client was warned beforehand or had agreed, whether
#   original documents were given back first, and whether a lawyer approved it.
# scope: package
# custom:
#   id: LEGAL-008
#   profile: standard
#   unit: record
#   subjects:
#   - disposal_events
#   reads:
#   - disposal_event.asset_id
#   - disposal_event.client_notified_on
#   - disposal_event.client_unreachable_evidence_uri
#   - disposal_event.contains_originals
#   - disposal_event.disposed_on
#   - disposal_event.engagement_terms_agreed
#   - disposal_event.incident_id
#   - disposal_event.lawyer_approval_by
#   - disposal_event.object
#   - disposal_event.originals_returned_on
#   parameters:
#   - destruction_notice_days
#   reasons:
#   - code: client-not-warned
#     result: fail
#     severity: high
#     history_after: happened_on
#     absence: record
#     message: '{file} was destroyed on {disposed_on}, and no warning to the client is recorded.'
#     many: '{count} client files were destroyed, and no warning to the client is recorded.'
#   - code: originals-destroyed
#     result: fail
#     severity: critical
#     history_after: happened_on
#     absence: record
#     message: '{file} held original documents, and their return before destruction is not recorded.'
#     many: '{count} client files held original documents, and their return before destruction is not recorded.'
#   - code: no-lawyer-approval
#     result: fail
#     severity: medium
#     history_after: happened_on
#     absence: record
#     message: No lawyer's approval is recorded for destroying {file}.
#     many: 'No lawyer''s approval is recorded for destroying {count} client files.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: happened_on
#     message: The destruction of {file} was not in order and has been dealt with as an incident.
#     many: '{count} destructions of client files were not in order and have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.15(a)
#     says: Keep trust records [five years] after the representation ends.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.16(d)
#     says: On termination surrender papers and property the client is entitled to.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 471 (2015)
#     says: What papers and property a former client gets back.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 4.2
#     says: Safeguard money and assets entrusted by clients and others.
#     status: unverified
#   remediation: Stop destruction; notify the client and return originals.
package privity.legal_profession.warned_before_destruction

import data.lib.facts
import data.lib.judged

_event := input.disposal_event

_subject := judged.subject("disposal_events", _event)

_ahead if _event.disposed_on > data.as_of.day

_applies if {
	_event.object == "client-file"
	not _ahead
}

_undecided if {
	facts.absent(_event, "object")
	not _ahead
}

examined contains judged.examined("disposal_events", _event) if _applies

examined contains judged.examined("disposal_events", _event) if _undecided

findings contains judged.not_declared(_subject, "disposal_events", "object") if _undecided

# What was destroyed: a declared store, else a file of the register; where the record names none, the record itself.
_file := judged.entity("data_assets", _event.asset_id) if {
	data.inventory.data_assets[_event.asset_id]
} else := judged.entity("client_files", _event.asset_id) if {
	facts.present(_event, "asset_id")
} else := judged.entity("disposal_events", _event.id)

# Days from which the event becomes history. Without a day of destruction it never does.
_happened_on := _event.disposed_on if {
	facts.present(_event, "disposed_on")
} else := data.as_of.day

_arguments := {"file": _file, "happened_on": judged.date(_happened_on)}

_warned_in_time if _event.client_notified_on <= _event.disposed_on - data.parameters.destruction_notice_days

_may_destroy if _warned_in_time

_may_destroy if _event.engagement_terms_agreed

_may_destroy if not facts.absent_or_blank(_event, "client_unreachable_evidence_uri")

_faults contains {
	"reason": "client-not-warned",
	"args": object.union(_arguments, {"disposed_on": judged.date(_event.disposed_on)}),
	"relied_on": [_fact("client_notified_on"), _fact("disposed_on"), _fact("engagement_terms_agreed")],
} if {
	facts.present(_event, "disposed_on")
	not _may_destroy
}

_returned_first if _event.originals_returned_on <= _happened_on

_faults contains {
	"reason": "originals-destroyed",
	"args": _arguments,
	"relied_on": [_fact("originals_returned_on"), _fact("contains_originals"), _fact("disposed_on")],
} if {
	_event.contains_originals
	not _returned_first
}

_faults contains {
	"reason": "no-lawyer-approval",
	"args": _arguments,
	"relied_on": [_fact("lawyer_approval_by")],
} if {
	facts.absent_or_blank(_event, "lawyer_approval_by")
}

_incident if data.inventory.incidents[_event.incident_id]

findings contains object.union(fault, {"subject": _subject}) if {
	_applies
	not _incident
	some fault in _faults
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": _arguments,
	"relied_on": array.concat([_fact("incident_id")], sort({fact | some fault in _faults; some fact in fault.relied_on})),
} if {
	_applies
	_incident
	count(_faults) > 0
}

findings contains judged.not_declared(_subject, "disposal_events", "contains_originals") if {
	_applies
	facts.absent(_event, "contains_originals")
}

# The day decides whether a warning came in time and whether originals went back first.
findings contains judged.not_declared(_subject, "disposal_events", "disposed_on") if {
	_applies
	facts.absent(_event, "disposed_on")
}

_fact(path) := {"collection": "disposal_events", "id": _event.id, "path": path}
