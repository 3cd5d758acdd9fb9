# METADATA
# title: When a client withdraws, processing stops in time
# description: >-
#   Looks at every consent that was withdrawn: whether the use ended within the time that the firm allows itself,
#   whether the record says so, and whether what is still kept is kept for a reason that the law accepts.
# scope: package
# custom:
#   id: CONSENT-008
#   profile: standard
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.kept_after_withdrawal
#   - consent_record.legal_hold_id
#   - consent_record.processing_stopped_at
#   - consent_record.residual_basis
#   - consent_record.status
#   - consent_record.withdrawn_at
#   - legal_hold.released_on
#   - legal_hold.triggered_on
#   parameters:
#   - withdrawal_stop_hours
#   reasons:
#   - code: still-processing
#     result: fail
#     severity: critical
#     absence: open
#     message: '{client} withdrew consent to {activity} on {withdrawn_on}, and the register does not show that the
#       use has stopped.'
#     many: After {count} withdrawals of consent the register does not show that the use has stopped.
#   - code: stop-due
#     result: warn
#     severity: medium
#     message: '{client} withdrew consent to {activity} on {withdrawn_on}; the use must stop by {due_at}.'
#     many: After {count} withdrawals of consent the use must still be stopped, and the time for it is running.
#   - code: marked-active
#     result: fail
#     severity: medium
#     message: The consent of {client} was withdrawn on {withdrawn_on} and is still marked active.
#     many: '{count} consents were withdrawn and are still marked active.'
#   - code: kept-without-reason
#     result: fail
#     severity: high
#     absence: record
#     message: Data of {client} is kept after consent to {activity} was withdrawn, and no legal reason to keep it
#       is recorded.
#     many: Data is kept after {count} withdrawals of consent, and no legal reason to keep it is recorded.
#   - code: no-such-hold
#     result: fail
#     severity: high
#     message: Data of {client} is kept for a legal hold that is not in force.
#     many: Data is kept after {count} withdrawals of consent for legal holds that are not in force.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The use of {client}'s data for {activity} stopped on {met_on}; after the withdrawal firm policy
#       allowed it until {due_on}.
#     many: After {count} withdrawals of consent the use stopped later than firm policy allows.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 7(3)
#     says: Consent may be withdrawn any time, as easily as given.
#     status: primary
#   - framework: GDPR
#     ref: Art 17(3)(e)
#     says: Erasure does not apply where needed for legal claims.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-4(3)
#     says: Tools to revoke consent.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.3.4
#     says: Mechanism to modify or withdraw consent.
#     status: unverified
#   remediation: Stop the processing, mark the record withdrawn and log any residual legal basis.
package privity.consent.withdrawal_stops_processing

import data.lib.consents
import data.lib.dates
import data.lib.facts
import data.lib.holds
import data.lib.judged

_record := input.consent_record if dates.same_or_before(input.consent_record.withdrawn_at, data.as_of)

_subject := judged.subject("consent_records", _record)

_arguments := object.union(consents.parties(_record), {"withdrawn_on": judged.date(_record.withdrawn_at.day)})

_hours := data.parameters.withdrawal_stop_hours

# The use must have stopped by then: to the millisecond where the withdrawal has a time, by the day where it has not.
# The day of an instant is the earliest that it can be: the local time of day is not at hand here.
_deadline := {
	"day": _record.withdrawn_at.day + floor(_hours / 24),
	"ms": dates.add_hours(_record.withdrawn_at, _hours),
} if {
	facts.present(_record.withdrawn_at, "ms")
} else := {"day": _record.withdrawn_at.day + ceil(_hours / 24)}

# The first day on which the deadline may have passed.
_overdue_from := _deadline.day if facts.present(_deadline, "ms")

_overdue_from := _deadline.day + 1 if facts.absent(_deadline, "ms")

_stopped if dates.same_or_before(_record.processing_stopped_at, data.as_of)

examined contains judged.changing(judged.examined("consent_records", _record), [_overdue_from]) if not _stopped

examined contains judged.examined("consent_records", _record) if _stopped

findings contains {
	"subject": _subject,
	"reason": "still-processing",
	"args": object.union(_arguments, {"due_at": judged.instant(_deadline)}),
	"relied_on": [_fact("withdrawn_at"), _fact("processing_stopped_at")],
} if {
	not _stopped
	dates.after(data.as_of, _deadline)
}

findings contains {
	"subject": _subject,
	"reason": "stop-due",
	"args": object.union(_arguments, {"due_at": judged.instant(_deadline)}),
	"relied_on": [_fact("withdrawn_at"), _fact("processing_stopped_at")],
	"changes_on": _overdue_from,
} if {
	not _stopped
	dates.same_or_before(data.as_of, _deadline)
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(_arguments, {
		"due_on": judged.instant(_deadline),
		"met_on": judged.date(_record.processing_stopped_at.day),
	}),
	"relied_on": [_fact("withdrawn_at"), _fact("processing_stopped_at")],
} if {
	_stopped
	dates.after(_record.processing_stopped_at, _deadline)
}

findings contains {
	"subject": _subject,
	"reason": "marked-active",
	"args": _arguments,
	"relied_on": [_fact("status"), _fact("withdrawn_at")],
} if {
	_record.status == "active"
}

# Without a word on whether data is kept, a residual basis says that it is (rulings, CONSENT-008).
_kept if _record.kept_after_withdrawal

_kept if {
	facts.absent(_record, "kept_after_withdrawal")
	facts.present(_record, "residual_basis")
}

findings contains {
	"subject": _subject,
	"reason": "kept-without-reason",
	"args": _arguments,
	"relied_on": [_fact("kept_after_withdrawal"), _fact("residual_basis")],
} if {
	_kept
	facts.absent(_record, "residual_basis")
}

findings contains {
	"subject": _subject,
	"reason": "no-such-hold",
	"args": _arguments,
	"relied_on": [_fact("residual_basis"), _fact("legal_hold_id")],
} if {
	_kept
	_record.residual_basis == "legal-hold"
	not _hold_stands
}

_hold_stands if holds.in_force(data.inventory.legal_holds[_record.legal_hold_id], data.as_of.day)

findings contains judged.not_declared(_subject, "consent_records", "kept_after_withdrawal") if {
	facts.absent(_record, "kept_after_withdrawal")
	facts.absent(_record, "residual_basis")
}

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
