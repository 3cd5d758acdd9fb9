# METADATA
# title: Consent status is reviewed on schedule
# description: >-
#   Looks at every consent that is marked active: whether somebody has looked at it within the firm's review period, alone
#   or in a common review, and whether it has not run out.
# scope: package
# custom:
#   id: CONSENT-011
#   profile: full
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.activity_id
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.last_reviewed_on
#   - consent_record.reconfirmed_at
#   - consent_record.status
#   - consent_review.activity_ids
#   - consent_review.given_before
#   - consent_review.performed_on
#   # A consent that was looked at by itself needs no common review.
#   optional:
#   - consent_reviews
#   parameters:
#   - consent_review_months
#   reasons:
#   - code: review-overdue
#     result: warn
#     severity: low
#     message: The consent of {client} for {activity} was last looked at on {last_on}; firm policy asks for a review
#       by {due_on}.
#     many: '{count} consents are overdue for a review under firm policy.'
#   - code: expired-but-active
#     result: fail
#     severity: medium
#     message: The consent of {client} for {activity} ended on {expires_on} and is still marked active.
#     many: '{count} consents have ended and are still marked active.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} consents are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: EDPB Guidelines
#     ref: 05/2020 (consent)
#     says: Recommends refreshing consent at appropriate intervals; sets evidence expectations.
#     status: secondary
#   - framework: GDPR
#     ref: Art 5(2)
#     says: Controller must be able to demonstrate compliance with the principles.
#     status: primary
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   remediation: Hold one dated review of the whole population and record it; refresh or end what has lapsed.
package privity.consent.consent_reviewed

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# Where the status is not declared nobody can tell whether the control applies.
_record := input.consent_record if object.get(input.consent_record, "status", "active") == "active"

_known_active if facts.present(_record, "status")

_subject := judged.subject("consent_records", _record)

# A consent dated in the future has not been given yet (conventions, future_dated).
_given_on := _record.given_at.day if _record.given_at.day <= data.as_of.day

# The days on which this consent itself was looked at.
_own_days contains _given_on

_own_days contains _record.last_reviewed_on if _record.last_reviewed_on <= data.as_of.day

_own_days contains _record.reconfirmed_at.day if _record.reconfirmed_at.day <= data.as_of.day

# The common reviews whose population holds this consent, with their days.
_reviewed[id] := review.performed_on if {
	some id, review in data.inventory.consent_reviews
	_includes_activity(review)
	_includes_day(review)
	review.performed_on <= data.as_of.day
}

_includes_activity(review) if "all" in review.activity_ids

_includes_activity(review) if _record.activity_id in review.activity_ids

_includes_day(review) if facts.absent(review, "given_before")

_includes_day(review) if review.given_before > _given_on

# Without the day of the consent nobody can tell which reviews took it in.
_last_on := max(_own_days | {day | some _, day in _reviewed}) if _given_on in _own_days

_due := _next_due(_last_on)

_next_due(day) := dates.add_months(day, data.parameters.consent_review_months)

_past_due if data.as_of.day > _due

_missing contains "status" if not _known_active

_missing contains "given_at" if facts.absent(_record, "given_at")

# Whether a common review of single activities took it in.
_missing contains "activity_id" if {
	_past_due
	facts.absent(_record, "activity_id")
}

# Reviews that may have taken it in, in time, had they said of what and when they were.
_missing_of_reviews contains {"id": id, "path": "activity_ids"} if {
	_past_due
	some id, review in data.inventory.consent_reviews
	facts.absent(review, "activity_ids")
	_includes_day(review)
	review.performed_on <= data.as_of.day
	data.as_of.day <= _next_due(review.performed_on)
}

_missing_of_reviews contains {"id": id, "path": "performed_on"} if {
	_past_due
	some id, review in data.inventory.consent_reviews
	facts.absent(review, "performed_on")
	_includes_activity(review)
	_includes_day(review)
}

# The reviews that give the last day, where the consent's own record does not.
_deciding := sort([id | some id, day in _reviewed; day == _last_on; not day in _own_days])

_changes contains _due + 1

_changes contains _record.expires_on + 1

examined contains judged.changing(judged.examined_with("consent_records", _record, reviews), [day | some day in _changes]) if {
	reviews := [data.inventory.consent_reviews[id] | some id in _deciding]
}

findings contains {
	"subject": _subject,
	"reason": "review-overdue",
	"args": {
		"client": _client,
		"activity": _activity,
		"last_on": judged.date(_last_on),
		"due_on": judged.date(_due),
	},
	"relied_on": array.concat(
		[_fact("last_reviewed_on"), _fact("reconfirmed_at"), _fact("given_at")],
		[{"collection": "consent_reviews", "id": id, "path": "performed_on"} | some id in _deciding],
	),
} if {
	_known_active
	_past_due
	facts.present(_record, "activity_id")
	count(_missing_of_reviews) == 0
}

findings contains {
	"subject": _subject,
	"reason": "expired-but-active",
	"args": {
		"client": _client,
		"activity": _activity,
		"expires_on": judged.date(_record.expires_on),
	},
	"relied_on": [_fact("status"), _fact("expires_on")],
} if {
	_known_active
	_record.expires_on < data.as_of.day
}

findings contains judged.not_declared(_subject, "consent_records", path) if some path in _missing

findings contains judged.dated_ahead(_subject, "consent_records", "given_at", _record.given_at) if {
	facts.present(_record, "given_at")
	not _given_on
}

findings contains elsewhere.not_declared(_subject, "consent_reviews", ids, path) if {
	some path in {fact.path | some fact in _missing_of_reviews}
	ids := {fact.id | some fact in _missing_of_reviews; fact.path == path}
}

# A record that does not name its client or activity is shown by itself.
_client := judged.entity("clients", _record.client_id) if {
	facts.present(_record, "client_id")
} else := judged.entity("consent_records", _record.id)

_activity := judged.entity("processing_activities", _record.activity_id) if {
	facts.present(_record, "activity_id")
} else := judged.entity("consent_records", _record.id)

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
