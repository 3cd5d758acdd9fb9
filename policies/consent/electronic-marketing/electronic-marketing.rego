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
#   - client.purposes_in_use
#   - client.residence
#   - consent_record.activity_id
#   - consent_record.client_id
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.kind
#   - consent_record.purposes
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   - processing_activity.purpose_kind
#   # Only tells the purposes of marketing from other purposes for which data of the client is in use.
#   optional:
#   - processing_activities
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

# What the last marketing may have been about, each as [activity, purpose]: the consents that stood then, and on another
# ground than consent the purposes that are carried out for this client. A consent that does not say what it is to stands
# for that itself: [id]. [] is marketing of which nothing tells what it was about.
_topics := told if {
	told := _of_standing_consents | _in_use
	count(told) > 0
} else := {[]}

_of_standing_consents := {topic |
	some consent in _consents
	_status_when_sent(consent) == "active"
	some topic in _topics_of(consent)
}

_in_use := {[entry.activity_id, purpose] |
	_marketing.basis != "consent"
	some entry in _client.purposes_in_use
	data.inventory.processing_activities[entry.activity_id].purpose_kind == "marketing"
	some purpose in entry.purpose_ids
}

_topics_of(consent) := {[consent.activity_id, purpose] | some purpose in consent.purposes} if {
	not _unsaid(consent)
} else := {[consent.id]}

# What is missing to say what a consent is to.
_unsaid(consent) := "purposes" if {
	count(object.get(consent, "purposes", [])) == 0
} else := "activity_id" if {
	facts.absent(consent, "activity_id")
}

# Whether a consent is to what the marketing was about.
_is_to(_, []) := true

_is_to(consent, topic) if topic in _topics_of(consent)

# The same for all that its record says: it does not say enough, and not that it is to another activity.
_may_be_to(consent, topic) if _is_to(consent, topic)

_may_be_to(consent, topic) if {
	_unsaid(consent)
	not _of_another_activity(consent, topic)
}

_may_be_to(_, topic) if count(topic) == 1

_of_another_activity(consent, topic) if {
	count(topic) == 2
	consent.activity_id != topic[0]
}

# When the person asked for marketing of a topic to stop, and did not agree to it again between that and the sending.
_stop_on(topic) := min({stop.day |
	some stop in _stops(topic)
	not _perhaps_agreed_since(stop, topic)
})

_stops(topic) := _opted_out | {consent.withdrawn_at | some consent in _consents; _is_to(consent, topic)}

_perhaps_agreed_since(stop, topic) if {
	some consent in _given_since(stop)
	_may_be_to(consent, topic)
}

_given_since(stop) := {consent |
	some consent in _consents
	dates.after(consent.given_at, stop)
	dates.same_or_before(consent.given_at, {"day": _sent_on})
}

# The same where what is not declared goes against the firm.
_perhaps_stop_on(topic) := min({stop.day |
	some stop in _perhaps_stops(topic)
	not _agreed_since(stop, topic)
})

_perhaps_stops(topic) := _opted_out | {consent.withdrawn_at | some consent in _consents; _may_be_to(consent, topic)}

# Refuses marketing of every topic.
_opted_out := {{"day": day} | day := _marketing.opted_out_on}

_agreed_since(stop, topic) if {
	some consent in _given_since(stop)
	_is_to(consent, topic)
}

# All that the marketing may have been about had been refused, and the days to stop were over.
_sent_after_refusal if {
	every topic in _topics {
		_overdue(_stop_on(topic))
	}
}

_perhaps_sent_after_refusal if {
	every topic in _topics {
		_overdue(_perhaps_stop_on(topic))
	}
}

_overdue(day) if _sent_on > dates.add_days(day, data.parameters.marketing_stop_days)

# By this day it had been asked of whatever it was about.
_asked_on := max({_stop_on(topic) | some topic in _topics})

# What is missing to say whether what was refused is what was sent: [id, path].
_unclear_topics contains [consent.id, path] if {
	_perhaps_sent_after_refusal
	not _sent_after_refusal
	some consent in _consents
	_status_when_sent(consent) != "not-yet"
	path := _unsaid(consent)
}

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
	_overdue(consent.withdrawn_at.day)
	every topic in _topics {
		_may_be_to(consent, topic)
	}
}

_consent_wanted if {
	_marketing.basis == "consent"
	not _agreed
}

_consent_wanted if _perhaps_sent_after_refusal

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
	"args": {"stop_on": judged.date(_asked_on)},
	"relied_on": array.concat([_fact("marketing.last_sent_on"), _fact("marketing.opted_out_on")], array.concat(_dates_of_consents, _scopes_of_consents)),
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
	unclear := _unclear_consents | _unclear_topics
	some [_, path] in unclear
	ids := {id | some [id, other] in unclear; other == path}
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

# What tells one consent from another, where there are several.
_scopes_of_consents := [fact |
	count(_consents) > 1
	some id in sort({consent.id | some consent in _consents})
	fact := {"collection": "consent_records", "id": id, "path": "purposes"}
]

_fact(path) := {"collection": "clients", "id": _client.id, "path": path}
