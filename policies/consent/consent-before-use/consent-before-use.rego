# METADATA
# title: Consent was obtained before the data was first used
# description: >-
#   Looks at every consent to a use of data and asks whether it was given before the data was first used. A consent given
#   later does not undo the use before it; a use under a consent without a date is a use without consent.
# scope: package
# custom:
#   id: CONSENT-002
#   profile: standard
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.first_processing_at
#   - consent_record.given_at
#   - consent_record.kind
#   - firm.timezone
#   parameters: []
#   reasons:
#   - code: future-dated
#     result: warn
#     severity: low
#     message: The consent of {client} carries a date in the future.
#     many: '{count} dates in consent records lie in the future.'
#   - code: used-without-consent
#     result: fail
#     severity: critical
#     absence: record
#     message: The data of {client} has been used for {activity} since {used_on}, and the record does not
#       show that consent has been given.
#     many: '{count} uses of client data rest on a consent that is not shown to have been given.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The data of {client} was first used for {activity} on {due_on}; consent was given on {met_on}.
#     many: '{count} consents were given only after the data had first been used.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} consents are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 6(1)
#     says: Processing needs one of six lawful bases.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(1)
#     says: Controller must be able to prove that consent was given.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-4
#     says: Consent tools before collection.
#     status: primary
#   remediation: Quarantine data collected before consent and obtain a valid consent or other basis.
package privity.consent.consent_before_use

import data.lib.consents
import data.lib.dates
import data.lib.facts
import data.lib.judged

_record := input.consent_record if input.consent_record.kind in consents.kinds

_subject := judged.subject("consent_records", _record)

# The two moments, where they have come: a date in the future is read as absent.
_given := _record.given_at if dates.same_or_before(_record.given_at, data.as_of)

_used := _record.first_processing_at if dates.same_or_before(_record.first_processing_at, data.as_of)

# For the forecast: the day of a consent that may still be to come.
_days_of_consent := [day | day := _record.given_at.day]

examined contains judged.examined("consent_records", input.consent_record) if not _of_another_kind

_of_another_kind if {
	kind := input.consent_record.kind
	not kind in consents.kinds
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "future-dated",
		"by": field,
		"args": object.union(consents.parties(_record), {"dated": judged.instant(_record[field])}),
		"relied_on": [_fact(field)],
	},
	[_record[field].day],
) if {
	some field in ["given_at", "first_processing_at"]
	dates.after(_record[field], data.as_of)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "used-without-consent",
		"args": object.union(consents.parties(_record), {"used_on": judged.date(_used.day)}),
		"relied_on": [_fact("given_at"), _fact("first_processing_at")],
	},
	_days_of_consent,
) if {
	_used
	not _given
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(consents.parties(_record), {
		"due_on": judged.date(_used.day),
		"met_on": judged.date(_given.day),
		"days_late": _given.day - _used.day,
	}),
	"relied_on": [_fact("given_at"), _fact("first_processing_at")],
} if {
	dates.after(_given, _used)
}

findings contains judged.not_declared(_subject, "consent_records", "given_at") if {
	facts.absent(_record, "given_at")
	not _used
}

findings contains judged.dated_ahead(_subject, "consent_records", "given_at", _record.given_at) if {
	dates.after(_record.given_at, data.as_of)
	not _used
}

findings contains judged.not_declared(judged.subject("consent_records", input.consent_record), "consent_records", "kind") if {
	facts.absent(input.consent_record, "kind")
}

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
