# METADATA
# title: Transfers abroad
# description: Which countries lie outside the area of a regime, and how a transfer is named in messages.
package lib.transfers

import data.lib.dates
import data.lib.facts
import data.lib.judged

_eea := {
	"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU",
	"LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
}

# area: the countries inside which data may move without more, by regime.
area := {"eu": _eea, "uk": {"GB"}}

# nation: the country of a code, without the state.
nation(code) := split(code, "-")[0]

# inside: the country lies within the regime's own area.
inside(regime, country) if nation(country) in area[regime]

# within: a place lies within another: the same one, or a state of it.
within(place, wider) if place == wider

within(place, wider) if nation(place) == wider

# concerns: the transfer has not ended, and rests on one of the mechanisms or may.
concerns(transfer, mechanisms) if {
	not transfer.status == "ended"
	object.get(transfer, "mechanism", "undeclared") in (mechanisms | {"undeclared"})
}

# missing: without these facts of a transfer nobody can tell whether a control over its mechanism applies.
missing(transfer) := judged.missing(transfer, ["mechanism", "status"])

# decisions: the decisions on the adequacy of a country that the table holds for a regime ("eu", "uk").
decisions(regime, country) := [entry |
	some entry in data.tables.adequacy
	entry.regime == regime
	within(country, entry.country)
]

# valid: a decision stands on the day that is judged; its last day is the one before `valid_to`.
valid(decision) if {
	dates.parse(object.get(decision, "valid_from", "")) <= data.as_of.day
	not _over(decision)
}

_over(decision) if dates.parse(object.get(decision, "valid_to", "")) <= data.as_of.day

# turns: the days on which decisions begin or end, as an array for judged.changing.
turns(chosen) := [day |
	some decision in chosen
	some text in [object.get(decision, "valid_from", ""), object.get(decision, "valid_to", "")]
	day := dates.parse(text)
]

# scope: the part of the country for which a decision stands.
scope(decision) := object.get(decision, "scope", "")

# adequate: a decision for the whole country stands.
adequate(regime, country) if {
	some decision in decisions(regime, country)
	scope(decision) == "whole"
	valid(decision)
}

# recipient: who receives the data, for a message.
recipient(transfer) := judged.entity("vendors", transfer.vendor_id) if {
	facts.present(transfer, "vendor_id")
} else := judged.part("processing_activities", min(activities), "recipients", transfer.recipient_id) if {
	activities := {id |
		some id, activity in data.inventory.processing_activities
		some other in activity.recipients
		other.id == transfer.recipient_id
	}
	count(activities) > 0
} else := judged.entity("transfers", transfer.id)

# country: where the data goes, for a message.
country(transfer) := judged.value("transfers", "importer_country", transfer.importer_country) if {
	facts.present(transfer, "importer_country")
} else := judged.entity("transfers", transfer.id)

# outside_europe: the firm says which regimes it is under, and neither the GDPR nor the UK GDPR is among them.
outside_europe if {
	regimes := data.inventory.firm.regimes
	count({"eu-gdpr", "uk-gdpr"} & {regime | some regime in regimes}) == 0
}
