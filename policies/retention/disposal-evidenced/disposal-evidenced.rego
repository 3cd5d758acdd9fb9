# METADATA
# title: Disposal is authorised, irreversible and evidenced
# description: >-
#   Looks at every record of a destruction that has taken place: whether it was approved beforehand, by a method that
#   leaves nothing behind, after a check for legal holds, and whether the record proves it.
# scope: package
# custom:
#   id: RET-006
#   profile: standard
#   unit: record
#   subjects:
#   - disposal_events
#   reads:
#   - disposal_event.approved_by
#   - disposal_event.approved_on
#   - disposal_event.asset_id
#   - disposal_event.backups_expire_on
#   - disposal_event.certificate_uri
#   - disposal_event.disposed_on
#   - disposal_event.hold_check_on
#   - disposal_event.incident_id
#   - disposal_event.medium
#   - disposal_event.method
#   - disposal_event.performed_by
#   parameters: []
#   reasons:
#   - code: incomplete-record
#     result: fail
#     severity: medium
#     history_after: happened_on
#     absence: record
#     message: The record of destroying {asset} does not say {fact}.
#     many: '{count} entries are missing from the records of {subjects}.'
#   - code: not-allowed-method
#     result: fail
#     severity: medium
#     history_after: happened_on
#     message: '{asset} was destroyed by {method}, which is not an accepted way for {medium} records.'
#     many: '{count} destructions were carried out in a way that is not accepted for such records.'
#   - code: approved-after
#     result: fail
#     severity: medium
#     history_after: happened_on
#     message: The destruction of {asset} on {disposed_on} was approved afterwards, on {approved_on}.
#     many: '{count} destructions were approved only afterwards.'
#   - code: hold-not-checked
#     result: fail
#     severity: medium
#     history_after: happened_on
#     message: The record does not show that legal holds were checked within the seven days before {asset} was destroyed.
#     many: For {count} destructions the record does not show that legal holds were checked within the seven days
#       before.
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: happened_on
#     message: The destruction of {asset} was not in order and has been dealt with as an incident.
#     many: '{count} destructions were not in order and have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(f)
#     says: Protect against unauthorised use, loss, destruction or damage.
#     status: primary
#   - framework: NY Gen. Bus. Law (SHIELD)
#     ref: 899-bb(2)(b)(ii)
#     says: Administrative, technical and physical safeguards incl. training, vendors, disposal.
#     status: unverified
#   - framework: NIST 800-53r5
#     ref: MP-6
#     says: Sanitise media before disposal.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.8
#     says: Disposal.
#     status: unverified
#   remediation: Complete the record; where a vendor destroyed the data, obtain its certificate.
package privity.retention.disposal_evidenced

import data.lib.facts
import data.lib.judged

_event := input.disposal_event

_subject := judged.subject("disposal_events", _event)

_planned if _event.disposed_on > data.as_of.day

examined contains judged.examined("disposal_events", _event) if not _planned

# What was destroyed: a declared store, else a file of the register; where the record names none, the record itself.
_asset := judged.entity("data_assets", _event.asset_id) if {
	data.inventory.data_assets[_event.asset_id]
} else := judged.entity("client_files", _event.asset_id) if {
	facts.present(_event, "asset_id")
} else := judged.entity("disposal_events", _event.id)

# Days from which the event becomes history. Without a day of destruction it never does.
_happened_on := _event.disposed_on if {
	facts.present(_event, "disposed_on")
} else := data.as_of.day

_arguments := {"asset": _asset, "happened_on": judged.date(_happened_on)}

# What the record must say. An approval or a check that lies ahead has not taken place yet.

_unsaid contains path if {
	some path in ["approved_by", "approved_on", "method", "disposed_on", "hold_check_on"]
	facts.absent_or_blank(_event, path)
}

_unsaid contains path if {
	some path in ["approved_on", "hold_check_on"]
	_event[path] > data.as_of.day
}

_unsaid contains "certificate_uri" if {
	_event.performed_by == "vendor"
	facts.absent_or_blank(_event, "certificate_uri")
}

_faults contains {
	"reason": "incomplete-record",
	"by": path,
	"args": object.union(_arguments, {"fact": judged.fact("disposal_events", path)}),
	"relied_on": [_fact(path)],
} if {
	some path in _unsaid
}

# How it was destroyed.

_accepted := {
	"paper": {"cross-cut-shred", "incinerate", "certified-vendor"},
	"electronic": {"crypto-erase", "overwrite", "physical-destroy", "in-system-delete", "provider-delete-with-certificate"},
}

_is_accepted if _event.method in _accepted[_event.medium]

_not_allowed contains "method" if not _is_accepted

# What is deleted in a system lives on in its backups until they expire.
_not_allowed contains "backups_expire_on" if {
	_event.method == "in-system-delete"
	facts.absent(_event, "backups_expire_on")
}

_faults contains {
	"reason": "not-allowed-method",
	"args": object.union(_arguments, {
		"method": judged.value("disposal_events", "method", _event.method),
		"medium": judged.value("disposal_events", "medium", _event.medium),
	}),
	"relied_on": array.concat([_fact(path) | some path in sort(_not_allowed)], [_fact("medium")]),
} if {
	facts.present(_event, "method")
	facts.present(_event, "medium")
	count(_not_allowed) > 0
}

# In which order.

_faults contains {
	"reason": "approved-after",
	"args": object.union(_arguments, {
		"disposed_on": judged.date(_event.disposed_on),
		"approved_on": judged.date(_event.approved_on),
	}),
	"relied_on": [_fact("approved_on"), _fact("disposed_on")],
} if {
	not "approved_on" in _unsaid
	_event.approved_on > _event.disposed_on
}

_faults contains {
	"reason": "hold-not-checked",
	"args": _arguments,
	"relied_on": [_fact("hold_check_on"), _fact("disposed_on")],
} if {
	not "hold_check_on" in _unsaid
	_hold_check_out_of_time
}

_hold_check_out_of_time if _event.hold_check_on > _event.disposed_on

_hold_check_out_of_time if _event.hold_check_on < _event.disposed_on - 7

_incident if data.inventory.incidents[_event.incident_id]

findings contains object.union(fault, {"subject": _subject}) if {
	not _planned
	not _incident
	some fault in _faults
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": _arguments,
	"relied_on": array.concat([_fact("incident_id")], sort({fact | some fault in _faults; some fact in fault.relied_on})),
} if {
	not _planned
	_incident
	count(_faults) > 0
}

findings contains judged.not_declared(_subject, "disposal_events", "medium") if {
	not _planned
	facts.present(_event, "method")
	facts.absent(_event, "medium")
}

# A certificate is asked for only where a vendor destroyed it.
findings contains judged.not_declared(_subject, "disposal_events", "performed_by") if {
	not _planned
	facts.absent(_event, "performed_by")
	facts.absent_or_blank(_event, "certificate_uri")
}

_fact(path) := {"collection": "disposal_events", "id": _event.id, "path": path}
