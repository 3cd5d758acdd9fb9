package lib.consents_test

import data.lib.consents
import data.lib.testing

_given := {"id": "C-1", "given_at": testing.at("2025-03-14T09:00:00")}

_records := testing.by_id([
	{"id": "C-2", "given_at": testing.at("2026-05-01T10:00:00")},
	{"id": "C-3"},
])

_status(changes, moment) := consents.status_at(testing.changed(_given, changes), moment, _records)

# Of the consent without the day on which it was given; "none" where no date tells.
_status_undated(changes, moment) := status if {
	status := consents.status_at(testing.changed({"id": "C-1"}, changes), moment, _records)
} else := "none"

test_active_from_the_moment_it_was_given if {
	_status({}, testing.at("2025-03-14T08:59:59")) == "not-yet"
	_status({}, testing.at("2025-03-14T09:00:00")) == "active"
	_status({}, testing.end_of("2026-11-22")) == "active"
}

test_where_only_the_day_is_known_the_whole_day_counts if {
	_status({}, testing.date_only("2025-03-13")) == "not-yet"
	_status({}, testing.date_only("2025-03-14")) == "active"
	_status({"given_at": testing.date_only("2025-03-14")}, testing.at("2025-03-14T00:00:00")) == "active"
}

test_withdrawn_from_the_moment_of_the_withdrawal if {
	withdrawn := {"withdrawn_at": testing.at("2026-09-03T10:00:00")}
	_status(withdrawn, testing.at("2026-09-03T09:59:59")) == "active"
	_status(withdrawn, testing.at("2026-09-03T10:00:00")) == "withdrawn"
}

test_the_day_of_expiry_is_the_last_good_one if {
	expiring := {"expires_on": testing.day("2026-11-22")}
	_status(expiring, testing.end_of("2026-11-22")) == "active"
	_status(expiring, testing.at("2026-11-23T00:00:00")) == "expired"
}

test_superseded_once_its_successor_was_given if {
	superseded := {"superseded_by": "C-2"}
	_status(superseded, testing.at("2026-05-01T09:59:59")) == "active"
	_status(superseded, testing.at("2026-05-01T10:00:00")) == "superseded"
}

test_a_successor_that_is_unknown_or_undated_supersedes_nothing if {
	_status({"superseded_by": "C-9"}, testing.end_of("2026-11-22")) == "active"
	_status({"superseded_by": "C-3"}, testing.end_of("2026-11-22")) == "active"
}

test_of_several_ends_the_withdrawal_then_the_expiry_counts if {
	superseded := {"superseded_by": "C-2"}
	expired := object.union(superseded, {"expires_on": testing.day("2026-06-30")})
	withdrawn := object.union(expired, {"withdrawn_at": testing.at("2026-09-03T10:00:00")})
	_status(superseded, testing.end_of("2026-11-22")) == "superseded"
	_status(expired, testing.end_of("2026-11-22")) == "expired"
	_status(withdrawn, testing.end_of("2026-11-22")) == "withdrawn"
}

test_undated_only_an_end_tells if {
	_status_undated({}, testing.end_of("2026-11-22")) == "none"
	_status_undated({"expires_on": testing.day("2026-11-22")}, testing.end_of("2026-11-22")) == "none"
	_status_undated({"expires_on": testing.day("2026-11-21")}, testing.end_of("2026-11-22")) == "expired"
	_status_undated({"withdrawn_at": testing.date_only("2026-11-22")}, testing.end_of("2026-11-22")) == "withdrawn"
	_status_undated({"withdrawn_at": testing.date_only("2026-11-23")}, testing.end_of("2026-11-22")) == "none"
	_status_undated({"superseded_by": "C-2"}, testing.end_of("2026-11-22")) == "superseded"
}

test_turns_are_the_days_ahead if {
	consent := testing.changed(_given, {
		"expires_on": testing.day("2026-12-31"),
		"withdrawn_at": testing.date_only("2026-12-01"),
		"superseded_by": "C-2",
	})
	turns := consents.turns(consent, _records) with data.as_of as testing.end_of("2026-04-30")
	turns == {testing.day("2027-01-01"), testing.day("2026-12-01"), testing.day("2026-05-01")}
	later := consents.turns(consent, _records) with data.as_of as testing.end_of("2026-12-01")
	later == {testing.day("2027-01-01")}
	before := consents.turns(_given, {}) with data.as_of as testing.end_of("2025-03-13")
	before == {testing.day("2025-03-14")}
}

test_turns_of_an_undated_consent_are_none if {
	turns := consents.turns({"id": "C-1", "superseded_by": "C-3"}, _records) with data.as_of as testing.end_of("2026-11-22")
	turns == set()
}

test_parties_of_a_consent if {
	consents.parties({"id": "C-1", "client_id": "K-1", "activity_id": "referrals"}) == {
		"client": {"collection": "clients", "id": "K-1"},
		"activity": {"collection": "processing_activities", "id": "referrals"},
	}
}

test_a_consent_that_names_no_parties_stands_for_them if {
	itself := {"collection": "consent_records", "id": "C-1"}
	consents.parties({"id": "C-1"}) == {"client": itself, "activity": itself}
}

_contract := {"id": "A-1", "regimes": ["eu-gdpr", "us-ca-ccpa"], "lawful_basis": "contract"}

_basis(activity, purpose, regime) := declared if {
	declared := consents.basis(activity, purpose, regime)
} else := "none"

test_basis_of_the_purpose_for_the_regime_comes_first if {
	purpose := {"id": "p", "bases": [
		{"lawful_basis": "legitimate-interests"},
		{"regime": "eu-gdpr", "lawful_basis": "consent"},
	]}
	_basis(_contract, purpose, "eu-gdpr") == "consent"
	_basis(_contract, purpose, "uk-gdpr") == "legitimate-interests"
}

test_basis_of_the_activity_where_the_purpose_has_none_of_its_own if {
	_basis(_contract, {"id": "p"}, "eu-gdpr") == "contract"
	_basis(_contract, {"id": "p", "bases": []}, "eu-gdpr") == "contract"
	_basis(_contract, {"id": "p", "bases": [{"regime": "uk-gdpr", "lawful_basis": "consent"}]}, "eu-gdpr") == "contract"
	_basis({"id": "A-1"}, {"id": "p"}, "eu-gdpr") == "none"
}

test_an_entry_without_a_basis_does_not_borrow_one if {
	_basis(_contract, {"id": "p", "bases": [{"regime": "eu-gdpr"}]}, "eu-gdpr") == "none"
	_basis(_contract, {"id": "p", "bases": [{"legal_reference": "x"}]}, "eu-gdpr") == "none"
}

test_several_entries_for_a_regime_give_one_answer if {
	consent := {"regime": "eu-gdpr", "lawful_basis": "consent"}
	interests := {"regime": "eu-gdpr", "lawful_basis": "legitimate-interests"}
	contract := {"regime": "eu-gdpr", "lawful_basis": "contract"}
	_basis(_contract, {"id": "p", "bases": [interests, consent]}, "eu-gdpr") == "consent"
	_basis(_contract, {"id": "p", "bases": [interests, contract]}, "eu-gdpr") == "contract"
	_basis(_contract, {"id": "p", "bases": [consent, {"regime": "eu-gdpr"}]}, "eu-gdpr") == "consent"
	_basis(_contract, {"id": "p", "bases": [interests, {"regime": "eu-gdpr"}]}, "eu-gdpr") == "none"
}

test_consent_under_one_regime_of_the_activity_suffices if {
	purpose := {"id": "p", "bases": [{"regime": "us-ca-ccpa", "lawful_basis": "consent"}]}
	consents.consent_based(_contract, purpose)
}

test_consent_under_a_regime_that_is_not_the_activitys_counts_for_nothing if {
	not consents.consent_based(_contract, {"id": "p", "bases": [{"regime": "uk-gdpr", "lawful_basis": "consent"}]})
	not consents.consent_based(_contract, {"id": "p"})
}

test_without_regimes_any_entry_for_consent_counts if {
	every regimes in [{}, {"regimes": []}] {
		activity := object.union({"id": "A-1", "lawful_basis": "contract"}, regimes)
		consents.consent_based(activity, {"id": "p", "bases": [{"regime": "us-state-breach", "lawful_basis": "consent"}]})
		consents.consent_based(activity, {"id": "p", "bases": [{"lawful_basis": "consent"}]})
		not consents.consent_based(activity, {"id": "p", "bases": [{"lawful_basis": "contract"}]})
		not consents.consent_based(activity, {"id": "p"})
	}
	consents.consent_based({"id": "A-1", "lawful_basis": "consent"}, {"id": "p"})
}

test_without_regimes_the_basis_of_the_activity_counts_under_each if {
	regimes := {"eu-gdpr", "uk-gdpr", "us-ca-ccpa"}
	every left in regimes {
		bases := [{"regime": regime, "lawful_basis": "contract"} | some regime in (regimes - {left})]
		consents.consent_based({"id": "A-1", "lawful_basis": "consent"}, {"id": "p", "bases": bases})
	}
}

test_consent_purposes_are_those_that_rest_on_it if {
	activity := testing.changed(_contract, {"purposes": [
		{"id": "advice"},
		{"id": "referral", "bases": [{"lawful_basis": "consent"}]},
		{"id": "newsletter", "bases": [{"regime": "eu-gdpr", "lawful_basis": "consent"}]},
	]})
	consents.consent_purposes(activity) == {"referral", "newsletter"}
	consents.consent_purposes(_contract) == set()
}

test_rests_on_consent if {
	consents.rests_on_consent({"lawful_basis": "consent", "purposes": [{"id": "p"}]})
	consents.rests_on_consent({"lawful_basis": "consent", "purposes": [{"text": "no id yet"}]})
	consents.rests_on_consent({"lawful_basis": "contract", "special_condition": "9-2-a"})
}

test_does_not_rest_on_consent if {
	not consents.rests_on_consent({"lawful_basis": "contract", "purposes": [{"id": "p"}]})
	not consents.rests_on_consent({"lawful_basis": "contract", "special_condition": "9-2-f", "purposes": [{"id": "p"}]})
	not consents.rests_on_consent({"lawful_basis": "consent"})
}

_undecided(changes) := consents.undecided(testing.changed(_contract, changes))

test_undecided_without_purposes if {
	_undecided({}) == {"purposes"}
	_undecided({"purposes": []}) == {"purposes"}
}

test_undecided_without_a_basis if {
	activity := {"id": "A-1", "regimes": ["uk-gdpr"], "purposes": [{"id": "p"}]}
	consents.undecided(activity) == {"lawful_basis"}
	consents.undecided(testing.without(activity, ["regimes"])) == {"lawful_basis"}
	_undecided({"purposes": [{"id": "p", "bases": [{"regime": "eu-gdpr"}]}]}) == {"purposes.bases.lawful_basis"}
}

test_decided if {
	_undecided({"purposes": [{"id": "p"}]}) == set()
	_undecided({"lawful_basis": "consent", "purposes": [{"id": "p"}]}) == set()
}

test_decided_by_one_purpose_for_all if {
	activity := {"id": "A-1", "regimes": ["uk-gdpr"], "purposes": [{"id": "p"}, {"id": "q", "bases": [{"lawful_basis": "consent"}]}]}
	consents.undecided(activity) == set()
	consents.undecided_basis(activity, activity.purposes[0]) == {"lawful_basis"}
	consents.undecided_basis(activity, activity.purposes[1]) == set()
}

test_outside_the_gdpr_no_basis_is_asked_for if {
	consents.undecided({"id": "A-1", "regimes": ["us-ca-ccpa", "aba"], "purposes": [{"id": "p"}]}) == set()
}
