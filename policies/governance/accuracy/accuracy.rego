# METADATA
# title: Client data is kept accurate
# description: >-
#   Looks at every current client: whether mistakes that were reported have been corrected in time, whether the address was confirmed
#   after mail came back, and whether the details of clients with an open matter are still fresh.
# scope: package
# custom:
#   id: GOV-009
#   profile: full
#   unit: client
#   subjects:
#   - clients
#   reads:
#   - client.contact_verified_on
#   - client.corrections
#   - client.returned_mail
#   - client.returned_mail_on
#   - client.status
#   - matter.client_id
#   - matter.last_client_contact_on
#   - matter.status
#   # A client without matters needs no periodic check.
#   optional:
#   - matters
#   parameters:
#   - accuracy_review_months
#   - correction_days
#   reasons:
#   - code: not-corrected
#     result: fail
#     severity: medium
#     absence: open
#     message: '{client} reported a mistake in its details on {reported_on}, and its correction is not recorded.'
#     many: 'The correction of {count} reported mistakes is not recorded.'
#   - code: mail-returned
#     result: fail
#     severity: low
#     absence: open
#     message: Mail to {client} came back on {returned_on}, and the address has not been confirmed since.
#     many: 'Mail to {count} clients came back, and their address has not been confirmed since.'
#   - code: check-due
#     result: warn
#     severity: low
#     message: The details of {client} were last confirmed on {last_on}.
#     many: 'The details of {count} clients have not been confirmed for a long time.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     message: A mistake in the details of {client} was corrected on {met_on}, after {due_on}.
#     history_after: met_on
#     many: '{count} mistakes were corrected late.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: 'For {count} clients a confirmation is dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(d)
#     says: Keep data accurate and, where necessary, up to date.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.106(a)
#     says: Right to correct inaccurate personal information.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-18
#     says: Check quality of personal information.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.3
#     says: Accuracy and quality.
#     status: unverified
#   remediation: Verify and correct the client's details.
package privity.governance.accuracy

import data.lib.dates
import data.lib.facts
import data.lib.judged

_client := input.client

_subject := judged.subject("clients", _client)

_entity := judged.entity("clients", _client.id)

_ruled_out if {
	facts.present(_client, "status")
	_client.status != "current"
}

_applies if _client.status == "current"

_matters := {id: matter | some id, matter in input.matters; matter.client_id == _client.id}

_open_matter if {
	some matter in _matters
	matter.status == "open"
}

_perhaps_open := {id | some id, matter in _matters; facts.absent(matter, "status")}

# The days on which the details were confirmed: contact on a matter confirms them too.
_confirmations contains _client.contact_verified_on

_confirmations contains matter.last_client_contact_on if some matter in _matters

_past := {day | some day in _confirmations; day <= data.as_of.day}

_ahead := [day | some day in _confirmations; day > data.as_of.day]

_verified := max(_past)

examined contains judged.changing(judged.examined_with("clients", _client, matters), days) if {
	not _ruled_out
	matters := [matter | some matter in _matters]
	days := array.concat([next | some last in _last_good_days; next := last + 1], _ahead)
}

_last_good_days contains _correction_due(correction) if {
	some correction in _client.corrections
	not _fixed(correction)
}

_last_good_days contains _client.returned_mail_on + data.parameters.correction_days if _unconfirmed

_last_good_days contains _check_due if _open_matter

# Mistakes.

_correction_due(correction) := correction.reported_on + data.parameters.correction_days

_fixed(correction) if correction.fixed_on <= data.as_of.day

_of_correction(index, correction) := concat("/", [format_int(index, 10), object.get(correction, "field", "")])

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-corrected",
		"by": _of_correction(index, correction),
		"args": {
			"client": _entity,
			"reported_on": judged.date(correction.reported_on),
			"due_on": judged.date(_correction_due(correction)),
		},
		"relied_on": [_fact("corrections")],
	},
	[day | day := correction.fixed_on],
) if {
	_applies
	some index, correction in _client.corrections
	not _fixed(correction)
	data.as_of.day > _correction_due(correction)
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": _of_correction(index, correction),
	"args": {
		"client": _entity,
		"met_on": judged.date(correction.fixed_on),
		"due_on": judged.date(_correction_due(correction)),
		"days_late": correction.fixed_on - _correction_due(correction),
	},
	"relied_on": [_fact("corrections")],
} if {
	_applies
	some index, correction in _client.corrections
	_fixed(correction)
	correction.fixed_on > _correction_due(correction)
}

findings contains judged.not_declared(_subject, "clients", "corrections.reported_on") if {
	_applies
	some correction in _client.corrections
	facts.absent(correction, "reported_on")
}

# Mail that came back. A day ahead has not happened.

_returned if {
	_applies
	_client.returned_mail == true
}

_unconfirmed if {
	_returned
	not _confirmed_since
}

_confirmed_since if _verified >= _client.returned_mail_on

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "mail-returned",
		"args": {"client": _entity, "returned_on": judged.date(_client.returned_mail_on)},
		"relied_on": [_fact("contact_verified_on"), _fact("returned_mail_on"), _fact("returned_mail")],
	},
	_ahead,
) if {
	_unconfirmed
	data.as_of.day > _client.returned_mail_on + data.parameters.correction_days
}

findings contains judged.not_declared(_subject, "clients", "returned_mail_on") if {
	_returned
	facts.absent(_client, "returned_mail_on")
}

# The periodic check, for clients whom the firm is acting for.

_check_due := dates.add_months(_verified, data.parameters.accuracy_review_months)

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "check-due",
		"args": {"client": _entity, "last_on": judged.date(_verified), "due_on": judged.date(_check_due)},
		"relied_on": [_fact("contact_verified_on")],
	},
	_ahead,
) if {
	_applies
	_open_matter
	data.as_of.day > _check_due
}

findings contains judged.not_declared(_subject, "clients", "contact_verified_on") if {
	_applies
	_open_matter
	count(_confirmations) == 0
}

findings contains judged.dated_ahead(_subject, "clients", "contact_verified_on", {"day": min(_ahead)}) if {
	_applies
	_open_matter
	count(_past) == 0
}

# Whether the firm is acting decides whether a check is due at all, so it is asked for where one would be.
findings contains {
	"subject": _subject,
	"reason": "not-declared",
	"by": "matters.status",
	"args": {"subject": judged.entity("matters", min(_perhaps_open)), "fact": judged.fact("matters", "status")},
	"relied_on": [{"collection": "matters", "id": id, "path": "status"} | some id in sort(_perhaps_open)],
} if {
	_applies
	not _open_matter
	not _fresh
}

_fresh if data.as_of.day <= _check_due

findings contains judged.not_declared(_subject, "clients", "status") if facts.absent(_client, "status")

_fact(path) := {"collection": "clients", "id": _client.id, "path": path}
