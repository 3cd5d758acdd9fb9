# METADATA
# title: Marketing by e-mail and text goes only to people who agreed or may be written to, and stops when they say
#   so
# description: >-
#   Looks at everyone to whom the firm sends marketing by e-mail, text or message: whether the last one was sent with
#   consent or under an exception that holds, and not after the person had asked for it to stop.
# scope: package
# custom:
#   id: CONSENT-014
#   profile: standard
#   unit: client
#   subjects:
#   - clients
#   reads:
#   - client.kind
#   - client.marketing
#   - client.residence
#   - consent_record.client_id
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.kind
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   parameters:
#   - marketing_stop_days
#   reasons:
#   - code: no-consent
#     result: fail
#     severity: high
#     history_after: sent_on
#     absence: record
#     message: Marketing was sent to {client} on {sent_on}, and no consent to it is recorded for that day.
#     many: '{count} clients were sent marketing without a recorded consent to it.'
#   - code: soft-opt-in-not-met
#     result: fail
#     severity: high
#     history_after: sent_on
#     message: Marketing was sent to {client} as an existing client, and not every condition of that exception is
#       met.
#     many: '{count} clients were sent marketing as existing clients, and not every condition of that exception is
#       met.'
#   - code: not-corporate
#     result: fail
#     severity: medium
#     history_after: sent_on
#     message: '{client} is an individual and was written to under the rule for companies.'
#     many: '{count} individuals were written to under the rule for companies.'
#   - code: sent-after-refusal
#     result: fail
#     severity: high
#     history_after: sent_on
#     message: Marketing was sent to {client} on {sent_on}, after they had asked on {stop_on} for it to stop.
#     many: '{count} clients were sent marketing after they had asked for it to stop.'
#   - code: handled-since
#     result: warn
#     severity: low
#     history_after: sent_on
#     message: Marketing to {client} did not meet the rules when last sent on {sent_on}; it has been stopped since
#       {stopped_on}.
#     many: '{count} clients were sent marketing that did not meet the rules; it has been stopped since.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: PECR 2003 (UK)
#     ref: reg 22
#     says: Electronic mail marketing to individuals needs consent or the existing-customer exception.
#     status: secondary
#   - framework: ePrivacy Directive 2002/58/EC
#     ref: Art 13
#     says: EU rule behind national laws on electronic marketing.
#     status: unverified
#   - framework: GDPR
#     ref: Art 21(2)-(3)
#     says: Anyone may object to direct marketing, and it must then stop.
#     status: unverified
#   - framework: CAN-SPAM Act
#     ref: 15 U.S.C. 7704(a)(4)
#     says: An opt-out is honoured within 10 business days.
#     status: unverified
#   remediation: Stop the mailing to this person, record why they may be written to, and ask for consent where nothing
#     else applies.
package privity.consent.electronic_marketing

import data.lib.consents
import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# The channels of electronic mail; the telephone and the post have other rules.
_electronic := {"email", "sms", "messaging"}

# The conditions of writing to an existing client without consent (PECR reg 22(3)).
_conditions := [
	"marketing.details_obtained_in_engagement",
	"marketing.similar_services_only",
	"marketing.refusal_offered_at_collection",
	"marketing.refusal_offered_each_time",
]

# The United Kingdom and the European Economic Area, with the parts of it that have a country code of their own (TFEU
# Art 355(1) and (4)).
_consent_countries := {
	"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
	"NL", "PL", "PT", "RO", "SE", "SI", "SK",
	"IS", "LI", "NO",
	"GB",
	"AX", "GF", "GP", "MF", "MQ", "RE", "YT",
}

# Someone to whom something was sent; where the channels are not declared, perhaps not by electronic mail.
_client := input.client if {
	input.client.marketing.last_sent_on <= data.as_of.day
	_channels_fit(input.client.marketing)
}

_channels_fit(marketing) if facts.absent(marketing, "channels")

_channels_fit(marketing) if count(_electronic & {channel | some channel in marketing.channels}) > 0

_subject := judged.subject("clients", _client)

# What is judged: marketing of which it is known that it went by electronic mail.
_marketing := _client.marketing if facts.present(_client, ["marketing", "channels"])

_sent_on := _marketing.last_sent_on

_consents contains consent if {
	some consent in input.consent_records
	consent.kind == "marketing"
}

# At the end of the day of sending.
_status_when_sent(consent) := consents.status_at(consent, {"day": _sent_on}, input.consent_records)

_agreed if {
	some consent in _consents
	_status_when_sent(consent) == "active"
}

# When the person asked for it to stop, and did not agree again between that and the sending.
_stops contains {"day": _marketing.opted_out_on}

_stops contains consent.withdrawn_at if some consent in _consents

_stop_on := min({stop.day | some stop in _stops; not _agreed_since(stop)})

_agreed_since(stop) if {
	some consent in _consents
	dates.after(consent.given_at, stop)
	dates.same_or_before(consent.given_at, {"day": _sent_on})
}

_sent_after_refusal if _sent_on > dates.add_days(_stop_on, data.parameters.marketing_stop_days)

# What is missing of consents that may have carried the sending, or lifted a refusal, or been one: [id, path].
_unclear_consents contains [consent.id, "given_at"] if {
	_consent_wanted
	some consent in _consents
	not _status_when_sent(consent)
}

_unclear_consents contains [consent.id, "kind"] if {
	_consent_wanted
	some consent in input.consent_records
	facts.absent(consent, "kind")
	_status_when_sent(consent) == "active"
}

_unclear_consents contains [consent.id, "kind"] if {
	some consent in input.consent_records
	facts.absent(consent, "kind")
	_sent_on > dates.add_days(consent.withdrawn_at.day, data.parameters.marketing_stop_days)
}

_consent_wanted if {
	_marketing.basis == "consent"
	not _agreed
}

_consent_wanted if _sent_after_refusal

_may_have_agreed if {
	some [id, _] in _unclear_consents
	not _withdrawn_when_sent(id)
}

_withdrawn_when_sent(id) if _status_when_sent(input.consent_records[id]) == "withdrawn"

_faults contains {
	"reason": "no-consent",
	"relied_on": array.concat([_fact("marketing.basis"), _fact("marketing.last_sent_on")], _dates_of_consents),
} if {
	_marketing.basis == "consent"
	not _agreed
	not _may_have_agreed
}

_faults contains {
	"reason": "no-consent",
	"relied_on": [_fact("marketing.basis"), _fact("marketing.last_sent_on"), _fact("residence")],
} if {
	_marketing.basis == "none"
	split(_client.residence, "-")[0] in _consent_countries
}

_faults contains {
	"reason": "soft-opt-in-not-met",
	"relied_on": array.concat([_fact(path) | some path in unmet], [_fact("marketing.basis")]),
} if {
	_marketing.basis == "soft-opt-in"
	unmet := [path | some path in _conditions; object.get(_client, split(path, "."), null) == false]
	count(unmet) > 0
}

_faults contains {
	"reason": "not-corporate",
	"relied_on": [_fact("marketing.basis"), _fact("kind")],
} if {
	_marketing.basis == "corporate-subscriber"
	_client.kind == "individual"
}

_faults contains {
	"reason": "sent-after-refusal",
	"args": {"stop_on": judged.date(_stop_on)},
	"relied_on": array.concat([_fact("marketing.last_sent_on"), _fact("marketing.opted_out_on")], _dates_of_consents),
} if {
	_sent_after_refusal
	not _may_have_agreed
}

_stopped if _marketing.stopped_on > _sent_on

_has_stopped if {
	_stopped
	_marketing.stopped_on <= data.as_of.day
}

# A stop that lies ahead will end the fault.
_changes := {"changes_on": _marketing.stopped_on} if {
	_stopped
} else := {}

_arguments := {"client": judged.entity("clients", _client.id), "sent_on": judged.date(_sent_on)}

examined contains judged.examined_with("clients", _client, [consent | some consent in _consents])

findings contains object.union_n([
	{"subject": _subject, "reason": fault.reason, "relied_on": fault.relied_on},
	{"args": object.union(_arguments, object.get(fault, "args", {}))},
	_changes,
]) if {
	some fault in _faults
	not _has_stopped
}

findings contains {
	"subject": _subject,
	"reason": "handled-since",
	"args": object.union(_arguments, {"stopped_on": judged.date(_marketing.stopped_on)}),
	"relied_on": [_fact("marketing.stopped_on"), _fact("marketing.last_sent_on"), _fact("marketing.basis")],
} if {
	count(_faults) > 0
	_has_stopped
}

findings contains judged.not_declared(_subject, "clients", path) if some path in _missing

findings contains elsewhere.not_declared(_subject, "consent_records", ids, path) if {
	some [_, path] in _unclear_consents
	ids := {id | some [id, other] in _unclear_consents; other == path}
}

_missing contains "marketing.channels" if not _marketing

_missing contains "marketing.basis" if facts.absent(_marketing, "basis")

_missing contains path if {
	_marketing.basis == "soft-opt-in"
	some path in judged.missing(_client, _conditions)
}

_missing contains "kind" if {
	_marketing.basis == "corporate-subscriber"
	facts.absent(_client, "kind")
}

_missing contains "residence" if {
	_marketing.basis == "none"
	facts.absent(_client, "residence")
}

_dates_of_consents := [fact |
	some id in sort({consent.id | some consent in _consents})
	some path in ["given_at", "withdrawn_at"]
	fact := {"collection": "consent_records", "id": id, "path": path}
]

_fact(path) := {"collection": "clients", "id": _client.id, "path": path}
