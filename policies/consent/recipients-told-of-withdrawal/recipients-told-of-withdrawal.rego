# METADATA
# title: Withdrawals reach those who used the data because of the consent
# description: >-
#   Looks at every consent that was withdrawn: whether those outside the firm who use the data because of it, and after an
#   erasure everyone who had the data, were told within the days that the firm allows itself.
# scope: package
# custom:
#   id: CONSENT-010
#   profile: full
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.activity_id
#   - consent_record.downstream_notices
#   - consent_record.erased_on
#   - consent_record.withdrawn_at
#   - processing_activity.recipients
#   - processing_activity.vendor_ids
#   parameters:
#   - downstream_notice_days
#   reasons:
#   - code: recipient-not-told
#     result: fail
#     severity: high
#     absence: open
#     message: '{client} withdrew consent on {withdrawn_on}, and {recipient}, who uses the data because of it, has
#       not been told according to the record.'
#     many: In {count} cases a recipient who uses the data because of a consent has not been told of its
#       withdrawal, according to the record.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{recipient} was told of {client}''s withdrawal on {met_on}; firm policy asked for {due_on}.'
#     many: In {count} cases a recipient was told of a withdrawal later than firm policy asks.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 19
#     says: Tell recipients about rectification, erasure or restriction.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(3)
#     says: Consent may be withdrawn any time, as easily as given.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CM.AW-P5
#     says: Corrections and deletions are communicated onwards.
#     status: primary
#   remediation: Notify the recipient and record the date.
package privity.consent.recipients_told_of_withdrawal

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_record := input.consent_record if dates.same_or_before(input.consent_record.withdrawn_at, data.as_of)

_subject := judged.subject("consent_records", _record)

# A link to an activity that is not declared leads to an entry without facts.
default _activity := {}

_activity := data.inventory.processing_activities[_record.activity_id]

# Days by which recipients must know: of the withdrawal, and of the erasure where one has followed.
_withdrawal_due := dates.add_days(_record.withdrawn_at.day, data.parameters.downstream_notice_days)

_erasure_due := dates.add_days(_record.erased_on, data.parameters.downstream_notice_days) if {
	_record.erased_on <= data.as_of.day
}

# Days by which a recipient must know. One that is not said to have received no data has received it.
_days_for(recipient) := of_withdrawal | of_erasure if {
	of_withdrawal := {_withdrawal_due | recipient.relies_on_consent}
	of_erasure := {_erasure_due | object.get(recipient, "received_data", true)}
}

# A vendor that holds the data for the firm is a recipient too (GDPR Art 4(9)), listed among them or not.
_unlisted_vendors := {id | some id in _activity.vendor_ids} - {recipient.id | some recipient in _activity.recipients}

_duties contains [recipient.id, day] if {
	some recipient in _activity.recipients
	some day in _days_for(recipient)
}

_duties contains [id, _erasure_due] if some id in _unlisted_vendors

# Who must be told, and the first day by which.
_due[id] := min({day | some [other, day] in _duties; other == id}) if some [id, _] in _duties

# The first notice to a recipient that has been sent.
_told_on(id) := min({notice.sent_on |
	some notice in _record.downstream_notices
	notice.recipient_id == id
	notice.sent_on <= data.as_of.day
})

# A notice to the recipient is on record, and its date is not.
_undated(id) if {
	some notice in _record.downstream_notices
	notice.recipient_id == id
	facts.absent(notice, "sent_on")
}

# It is not declared whether the recipient relies on the consent, and no notice makes the question idle.
_unclear(recipient) if {
	facts.absent(recipient, "relies_on_consent")
	not _told_in_time(recipient)
}

_told_in_time(recipient) if _told_on(recipient.id) <= _withdrawal_due

_missing_of_activity contains "recipients" if {
	facts.present(_record, "activity_id")
	facts.absent(_activity, "recipients")
}

_missing_of_activity contains "recipients.relies_on_consent" if {
	some recipient in _activity.recipients
	_unclear(recipient)
}

# Without an id no notice can be matched to the recipient.
_missing_of_activity contains "recipients.id" if {
	some recipient in _activity.recipients
	facts.absent(recipient, "id")
	count(_days_for(recipient)) > 0
}

_concerned if count(_due) > 0

_concerned if count(_missing_of_activity) > 0

_concerned if {
	some recipient in _activity.recipients
	facts.absent(recipient, "relies_on_consent")
}

_concerned if facts.absent(_record, "activity_id")

# Passes that time will end: a notice still to come, and not yet late.
_still_to_tell contains due + 1 if {
	some id, due in _due
	not _told_on(id)
	not _undated(id)
}

examined contains judged.changing(entry, [day | some day in _still_to_tell]) if {
	_concerned
	entry := judged.examined_with("consent_records", _record, [other | some other in [_activity]; facts.present(other, "id")])
}

findings contains {
	"subject": _subject,
	"reason": "recipient-not-told",
	"by": id,
	"args": {
		"client": _client,
		"recipient": _shown(id),
		"withdrawn_on": judged.date(_record.withdrawn_at.day),
		"due_on": judged.date(due),
	},
	"relied_on": [_fact("downstream_notices"), _fact("withdrawn_at"), _fact("erased_on"), _recipients],
} if {
	some id, due in _due
	not _told_on(id)
	not _undated(id)
	data.as_of.day > due
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": id,
	"args": {
		"client": _client,
		"recipient": _shown(id),
		"due_on": judged.date(due),
		"met_on": judged.date(_told_on(id)),
		"days_late": _told_on(id) - due,
	},
	"relied_on": [_fact("downstream_notices"), _fact("withdrawn_at"), _fact("erased_on"), _recipients],
} if {
	some id, due in _due
	_told_on(id) > due
}

findings contains judged.not_declared(_subject, "consent_records", "downstream_notices.sent_on") if {
	some id, due in _due
	_undated(id)
	not _told_on(id)
}

findings contains judged.not_declared(_subject, "consent_records", "activity_id") if facts.absent(_record, "activity_id")

findings contains elsewhere.not_declared(_subject, "processing_activities", {_record.activity_id}, path) if {
	some path in _missing_of_activity
}

_client := judged.entity("clients", _record.client_id) if {
	facts.present(_record, "client_id")
} else := judged.entity("consent_records", _record.id)

# How a recipient is shown: a vendor by its entry, another by its name, else by its id.
_shown(id) := judged.entity("vendors", id) if {
	id in _activity.vendor_ids
} else := min(names) if {
	names := {recipient.name | some recipient in _activity.recipients; recipient.id == id}
} else := id

_recipients := {"collection": "processing_activities", "id": _record.activity_id, "path": "recipients"}

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
