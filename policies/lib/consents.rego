# METADATA
# title: Consents
# description: What a consent's dates say about it, whatever its stored status says, and which uses rest on consent.
package lib.consents

import data.lib.dates
import data.lib.facts
import data.lib.judged

# kinds: the consents that carry a processing (conflict waivers and disclosures are judged elsewhere).
kinds := {"data-processing", "marketing", "ai-input", "transfer"}

# parties: who agreed to what, as arguments of messages. A consent that names neither stands for them itself, so that
# no finding is lost with them.
parties(consent) := {
	"client": _entity(consent, "client_id", "clients"),
	"activity": _entity(consent, "activity_id", "processing_activities"),
}

_entity(consent, field, collection) := judged.entity(collection, consent[field]) if {
	facts.present(consent, field)
} else := judged.entity("consent_records", consent.id)

# status_at: the status of a consent at a moment ({day, ms} or {day}). records: the client's consents by id, for the
# consent that superseded it. Undefined where no date tells.
status_at(consent, moment, records) := "withdrawn" if {
	dates.same_or_before(consent.withdrawn_at, moment)
} else := "expired" if {
	consent.expires_on < moment.day
} else := "superseded" if {
	superseded_by(consent, moment, records)
} else := "active" if {
	dates.same_or_before(consent.given_at, moment)
} else := "not-yet" if {
	facts.present(consent, "given_at")
}

superseded_by(consent, moment, records) if {
	successor := records[consent.superseded_by]
	dates.same_or_before(successor.given_at, moment)
}

# turns: the days, still ahead, on which the status of a consent may change. The day of expiry is the last good one.
turns(consent, records) := {day |
	some day in [
		object.get(consent, ["given_at", "day"], 0),
		object.get(consent, ["withdrawn_at", "day"], 0),
		object.get(consent, "expires_on", 0) + 1,
		object.get(records, [object.get(consent, "superseded_by", ""), "given_at", "day"], 0),
	]
	day > data.as_of.day
}

# basis: the legal basis of a purpose of an activity under a regime: the purpose's own entry for the regime, else its
# entry without a regime, else the activity's. Undefined where none is declared, and where the purpose has an entry that
# names no basis: an entry says that this purpose differs from the activity.
basis(activity, purpose, regime) := chosen if {
	entries := _entries(purpose, regime)
	chosen := _basis_among(activity, entries)
}

_basis_among(activity, entries) := activity.lawful_basis if {
	count(entries) == 0
} else := "consent" if {
	some entry in entries
	entry.lawful_basis == "consent" # it has duties of its own, so it counts wherever any entry says so
} else := min(named) if {
	# Several entries for one regime: the first by name, so that two answers never meet.
	named := [entry.lawful_basis | some entry in entries]
	count(named) == count(entries)
}

_entries(purpose, regime) := own if {
	own := [entry | some entry in purpose.bases; entry.regime == regime]
	count(own) > 0
} else := [entry | some entry in purpose.bases; facts.absent(entry, "regime")]

# consent_based: the purpose rests on consent under any regime of the activity. Where the activity declares no regime,
# any entry for consent counts.
consent_based(activity, purpose) if {
	some regime in _regimes(activity, purpose)
	basis(activity, purpose, regime) == "consent"
}

_regimes(activity, purpose) := activity.regimes if {
	count(activity.regimes) > 0
} else := {"eu-gdpr", "uk-gdpr", "us-ca-ccpa"} | {entry.regime | some entry in purpose.bases}

# consent_purposes: the ids of the purposes that rest on consent.
consent_purposes(activity) := {purpose.id |
	some purpose in activity.purposes
	consent_based(activity, purpose)
}

# rests_on_consent: any purpose rests on consent, or sensitive data is used on explicit consent (Art 9(2)(a)).
rests_on_consent(activity) if {
	some purpose in activity.purposes
	consent_based(activity, purpose)
}

rests_on_consent(activity) if activity.special_condition == "9-2-a"

# undecided: the fields of an activity whose absence leaves open whether it has a purpose that rests on consent; none
# where that is known. An activity without purposes has not declared them: nothing is done for no purpose.
undecided(activity) := set() if {
	some purpose in activity.purposes
	consent_based(activity, purpose)
} else := {"purposes"} if {
	count(object.get(activity, "purposes", [])) == 0
} else := {field | some purpose in activity.purposes; some field in undecided_basis(activity, purpose)}

# undecided_basis: the same for one purpose. Only the GDPR and the UK GDPR ask for a legal basis.
undecided_basis(activity, purpose) := set() if {
	consent_based(activity, purpose)
} else := {field |
	some regime in _regimes(activity, purpose)
	regime in {"eu-gdpr", "uk-gdpr"}
	not basis(activity, purpose, regime)
	field := _basis_field(purpose, regime)
}

_basis_field(purpose, regime) := "lawful_basis" if {
	count(_entries(purpose, regime)) == 0
} else := "purposes.bases.lawful_basis"
