# METADATA
# title: Each consent record says what, when, how and on which wording
# description: >-
#   Looks at every consent to a use of data and asks whether its record can serve as evidence: what was agreed, when, how,
#   on which wording, who took it and where the proof is, and whether its status agrees with its dates.
# scope: package
# custom:
#   id: CONSENT-003
#   profile: standard
#   unit: client
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.collected_by
#   - consent_record.data_category_ids
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.kind
#   - consent_record.method
#   - consent_record.notice_version_id
#   - consent_record.proof
#   - consent_record.purposes
#   - consent_record.scope_text
#   - consent_record.status
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   - consent_record.wording_version
#   parameters: []
#   reasons:
#   - code: incomplete-record
#     result: fail
#     severity: high
#     absence: record
#     message: The consent record of {client} for {activity} does not say {fact}.
#     many: '{count} entries are missing from the records of {subjects}.'
#   - code: weak-proof
#     result: warn
#     severity: low
#     message: The consent record of {client} for {activity} cannot be matched to the exact wording or document that
#       was agreed.
#     many: '{count} consent records cannot be matched to the exact wording or document that was agreed.'
#   - code: contradictory-status
#     result: fail
#     severity: medium
#     message: The consent of {client} is marked {status}, and its dates say {computed_status}.
#     many: '{count} consents are marked with a status that their dates contradict.'
#   - code: marked-before-given
#     result: fail
#     severity: medium
#     message: The consent of {client} is marked {status}, although by its date it is given only on {given_on}.
#     many: '{count} consents have a status already, and their dates say that they are still to be given.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 7(1)
#     says: Controller must be able to prove that consent was given.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(2)
#     says: Controller must be able to demonstrate compliance with the principles.
#     status: primary
#   - framework: EDPB Guidelines
#     ref: 05/2020 (consent)
#     says: Recommends refreshing consent at appropriate intervals; sets evidence expectations.
#     status: secondary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.4
#     says: Obtain and record consent.
#     status: unverified
#   remediation: Complete the record from the evidence; if it cannot be completed, ask again.
package privity.consent.complete_record

import data.lib.consents
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_records := object.get(input, "consent_records", {})

# What a record must say to be evidence of a consent.
_items := [
	"scope_text",
	"purposes",
	"data_category_ids",
	"given_at",
	"method",
	"notice_version_id",
	"collected_by",
	"proof.uri",
]

_applies(consent) if consent.kind in consents.kinds

_of_unknown_kind(consent) if facts.absent(consent, "kind")

examined contains judged.changing(
	judged.examined_with("consent_records", consent, [successor | successor := _records[consent.superseded_by]]),
	_days_of_contradiction(consent),
) if {
	some consent in _records
	_applies(consent)
}

# For the forecast: the days ahead on which a status that is right today will be wrong.
_days_of_contradiction(consent) := [day |
	consents.status_at(consent, data.as_of, _records) == consent.status
	some day in consents.turns(consent, _records)
	_status_on(consent, day) != consent.status
]

examined contains judged.examined("consent_records", consent) if {
	some consent in _records
	_of_unknown_kind(consent)
}

findings contains {
	"subject": judged.subject("consent_records", consent),
	"reason": "incomplete-record",
	"by": item,
	"args": object.union(consents.parties(consent), {"fact": judged.fact("consent_records", item)}),
	"relied_on": [_fact(consent, item)],
} if {
	some consent in _records
	_applies(consent)
	some item in _items
	facts.absent_or_blank(consent, split(item, "."))
}

findings contains {
	"subject": judged.subject("consent_records", consent),
	"reason": "weak-proof",
	"args": consents.parties(consent),
	"relied_on": [_fact(consent, item) | some item in weak],
} if {
	some consent in _records
	_applies(consent)
	weak := _weak_items(consent)
	count(weak) > 0
}

_weak_items(consent) := [item |
	some item in ["wording_version", "proof.sha256"]
	not _firm(item, object.get(consent, split(item, "."), ""))
]

_firm("wording_version", version) if not facts.blank(version)

_firm("proof.sha256", digest) if {
	count(digest) == 64
	trim(lower(digest), "0123456789abcdef") == ""
}

findings contains judged.changing(
	object.union(_contradiction(consent, computed), {
		"subject": judged.subject("consent_records", consent),
		"relied_on": array.concat([_fact(consent, "status")], _dates_behind(consent, computed)),
	}),
	[day | some day in consents.turns(consent, _records); _status_on(consent, day) == consent.status],
) if {
	some consent in _records
	_applies(consent)
	computed := consents.status_at(consent, data.as_of, _records)
	computed != consent.status
	not _hangs_on_successor(consent, computed)
}

# There is no status for a consent that is still to be given.
_contradiction(consent, computed) := {
	"reason": "marked-before-given",
	"args": object.union(_marked(consent), {"given_on": judged.date(consent.given_at.day)}),
} if {
	computed == "not-yet"
} else := {
	"reason": "contradictory-status",
	"args": object.union(_marked(consent), {"computed_status": judged.value("consent_records", "status", computed)}),
}

_marked(consent) := {
	"client": consents.parties(consent).client,
	"status": judged.value("consent_records", "status", consent.status),
}

_status_on(consent, day) := consents.status_at(consent, {"day": day}, _records)

_dates_behind(consent, "withdrawn") := [_fact(consent, "withdrawn_at")]

_dates_behind(consent, "expired") := [_fact(consent, "expires_on")]

_dates_behind(consent, "superseded") := [
	_fact(consent, "superseded_by"),
	{"collection": "consent_records", "id": consent.superseded_by, "path": "given_at"},
]

_dates_behind(consent, status) := [_fact(consent, "given_at")] if status in {"active", "not-yet"}

# Whether it was superseded cannot be said while nobody knows when its successor was given.
_hangs_on_successor(consent, computed) if {
	computed in {"active", "not-yet"}
	facts.absent(_records[consent.superseded_by], "given_at")
}

findings contains elsewhere.not_declared(
	judged.subject("consent_records", consent),
	"consent_records",
	{consent.superseded_by},
	"given_at",
) if {
	some consent in _records
	_applies(consent)
	facts.present(consent, "status")
	_hangs_on_successor(consent, consents.status_at(consent, data.as_of, _records))
}

findings contains judged.not_declared(judged.subject("consent_records", consent), "consent_records", "kind") if {
	some consent in _records
	_of_unknown_kind(consent)
}

findings contains judged.not_declared(judged.subject("consent_records", consent), "consent_records", "status") if {
	some consent in _records
	_applies(consent)
	facts.absent(consent, "status")
}

_fact(consent, path) := {"collection": "consent_records", "id": consent.id, "path": path}
