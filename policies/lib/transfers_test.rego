package lib.transfers_test

import data.lib.testing
import data.lib.transfers

_decisions := [
	{"regime": "eu", "country": "CH", "valid_from": "2026-11-22", "scope": "whole"},
	{"regime": "eu", "country": "GB", "valid_from": "2021-06-28", "valid_to": "2026-11-23", "scope": "whole"},
	{"regime": "uk", "country": "JP", "valid_from": "2026-11-23", "scope": "whole"},
	{"regime": "eu", "country": "CA", "valid_from": "2001-12-20", "scope": "commercial-organisations"},
]

_adequate(regime, country, day) if {
	transfers.adequate(regime, country) with data.tables.adequacy as _decisions with data.as_of as testing.end_of(day)
} else := false

test_decisions_stand_from_their_first_day_to_the_one_before_the_last if {
	_adequate("eu", "CH", "2026-11-22")
	not _adequate("eu", "CH", "2026-11-21")
	_adequate("eu", "GB", "2026-11-22")
	not _adequate("eu", "GB", "2026-11-23")
	not _adequate("uk", "JP", "2026-11-22")
	not _adequate("uk", "CH", "2026-11-22")
}

test_a_decision_for_a_part_is_none_for_the_whole if not _adequate("eu", "CA", "2026-11-22")

test_turns if {
	transfers.turns([_decisions[1]]) == [testing.day("2021-06-28"), testing.day("2026-11-23")]
	transfers.turns([_decisions[0]]) == [testing.day("2026-11-22")]
}

test_areas if {
	transfers.inside("eu", "IE")
	transfers.inside("eu", "NO")
	not transfers.inside("eu", "GB")
	not transfers.inside("eu", "CH")
	transfers.inside("uk", "GB")
	not transfers.inside("uk", "IE")
	not transfers.inside("uk", "US-CA")
}

test_states_lie_within_countries if {
	transfers.within("US-CA", "US")
	transfers.within("US", "US")
	not transfers.within("US", "US-CA")
	transfers.within("US-CA", "US-CA")
	not transfers.within("US-NY", "US-CA")
}

test_concerns if {
	transfers.concerns({"mechanism": "bcr"}, {"bcr"})
	transfers.concerns({"status": "planned"}, {"bcr"})
	not transfers.concerns({"mechanism": "bcr", "status": "ended"}, {"bcr"})
	not transfers.concerns({"mechanism": "idta", "status": "active"}, {"bcr"})
}

_activities := {"b": {"recipients": [{"id": "R-1"}]}, "a": {"recipients": [{"id": "R-2"}, {"id": "R-1"}]}}

_recipient(transfer) := named if {
	named := transfers.recipient(transfer) with data.inventory.processing_activities as _activities
}

test_recipients if {
	_recipient({"id": "T-1", "vendor_id": "V-1", "recipient_id": "R-1"}) == {"collection": "vendors", "id": "V-1"}
	_recipient({"id": "T-1", "recipient_id": "R-1"}) == {"collection": "processing_activities", "id": "a", "field": "recipients", "part": "R-1"}
	_recipient({"id": "T-1", "recipient_id": "R-2"}) == {"collection": "processing_activities", "id": "a", "field": "recipients", "part": "R-2"}
	_recipient({"id": "T-1", "recipient_id": "R-9"}) == {"collection": "transfers", "id": "T-1"}
}

test_country if {
	transfers.country({"id": "T-1", "importer_country": "US"}) == {"collection": "transfers", "field": "importer_country", "value": "US"}
	transfers.country({"id": "T-1"}) == {"collection": "transfers", "id": "T-1"}
}

_outside(firm) if {
	transfers.outside_europe with data.inventory.firm as firm
} else := false

test_outside_europe if {
	_outside({"regimes": ["aba"]})
	not _outside({"regimes": ["aba", "uk-gdpr"]})
	not _outside({"regimes": ["eu-gdpr"]})
	not _outside({})
}

# The 27 states of the European Union, Iceland, Liechtenstein and Norway.
test_the_areas_in_full if {
	transfers.area == {
		"eu": {
			"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
			"LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO",
		},
		"uk": {"GB"},
	}
}
