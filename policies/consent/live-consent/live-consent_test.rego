package privity.consent.live_consent_test

import data.lib.testing
import data.privity.consent.live_consent as control

_activities := testing.by_id([
	{
		"id": "referrals",
		"status": "active",
		"regimes": ["eu-gdpr"],
		"lawful_basis": "consent",
		"purposes": [{"id": "referral"}],
		"grade": 2,
	},
	{"id": "advice", "status": "active", "regimes": ["eu-gdpr"], "lawful_basis": "contract", "purposes": [{"id": "advice"}]},
])

_matter := {"id": "M-1", "client_id": "K-1", "status": "open", "activity_ids": ["referrals", "advice"], "grade": 3}

_client := {"id": "K-1", "status": "current", "grade": 3}

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"kind": "data-processing",
	"given_at": testing.at("2025-03-14T09:00:00"),
	"grade": 1,
}

_unit(matter, consents) := {
	"client": _client,
	"matters": testing.by_id([matter]),
	"consent_records": testing.by_id(consents),
}

_found(unit, activities) := found if {
	found := control.findings with input as unit
		with data.inventory.processing_activities as activities
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# found_with: what the control finds where the matter above is backed by these consents.
_found_with(consents) := _found(_unit(_matter, consents), _activities)

_verdicts_with(consents) := testing.verdicts(_found_with(consents))

# verdicts: what it finds where the consent above is changed as said.
_verdicts(changes, removed) := _verdicts_with([testing.changed(testing.without(_consent, removed), changes)])

# of_matter: what it finds where the matter is changed as said, and no consent is on record.
_of_matter(changes, removed) := testing.verdicts(_found(
	_unit(testing.changed(testing.without(_matter, removed), changes), []),
	_activities,
))

# of_activity: what it finds where the activity is changed as said.
_of_activity(changes, removed, consents) := testing.verdicts(_found(_unit(_matter, consents), _changed_activity(changes, removed)))

_changed_activity(changes, removed) := testing.changed(_activities, {"referrals": testing.changed(
	testing.without(_activities.referrals, removed),
	changes,
)})

_examined(unit) := examined if {
	examined := control.examined with input as unit
		with data.inventory.processing_activities as _activities
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_subject := {"collection": "matters", "id": "M-1"}

_parties := {
	"client": {"collection": "clients", "id": "K-1"},
	"activity": {"collection": "processing_activities", "id": "referrals"},
}

_use := [
	{"collection": "matters", "id": "M-1", "path": "activity_ids"},
	{"collection": "processing_activities", "id": "referrals", "path": "lawful_basis"},
	{"collection": "processing_activities", "id": "referrals", "path": "purposes"},
]

_never := {["M-1", "never-recorded", "referrals"]}

_asks(fields) := {["M-1", "not-declared", field] | some field in fields}

test_a_live_consent_passes if _verdicts({}, []) == set()

test_never_recorded if {
	_found_with([]) == {{
		"subject": _subject,
		"reason": "never-recorded",
		"by": "referrals",
		"args": _parties,
		"relied_on": _use,
	}}
}

test_without_a_register_row_nothing_is_recorded if {
	testing.verdicts(_found(testing.without(_unit(_matter, []), ["consent_records"]), _activities)) == _never
}

test_consent_to_another_activity_is_none if _verdicts({"activity_id": "advice"}, []) == _never

test_consent_that_names_no_activity_is_none if _verdicts({}, ["activity_id"]) == _never

test_consent_of_another_client_is_none if {
	_verdicts({"client_id": "K-2"}, []) == _never
	_verdicts({}, ["client_id"]) == _never
}

test_other_kinds_of_consent_carry_no_processing if {
	_verdicts({"kind": "conflict-waiver"}, []) == _never
	_verdicts({"kind": "disclosure"}, []) == _never
	every kind in ["data-processing", "marketing", "ai-input", "transfer"] {
		_verdicts({"kind": kind}, []) == set()
	}
}

test_other_kinds_of_consent_are_not_looked_at if {
	_verdicts({"kind": "conflict-waiver"}, ["given_at"]) == _never
	_verdicts({"kind": "conflict-waiver", "withdrawn_at": testing.at("2026-09-03T10:00:00")}, []) == _never
}

test_consents_to_other_activities_are_not_looked_at if {
	ended := _successor({"activity_id": "advice", "expires_on": testing.day("2026-06-30")})
	undated := testing.without(_successor({"id": "C-3", "activity_id": "advice"}), ["given_at"])
	withdrawn := testing.changed(_consent, {"withdrawn_at": testing.at("2026-09-03T10:00:00")})
	_verdicts_with([withdrawn, ended, undated]) == {["M-1", "withdrawn", "referrals"]}
}

test_given_on_the_last_moment_counts if {
	_verdicts({"given_at": testing.at("2026-11-22T23:59:59")}, []) == set()
	_verdicts({"given_at": testing.date_only("2026-11-22")}, []) == set()
}

test_consent_still_to_come_is_none_until_its_day if {
	_found_with([testing.changed(_consent, {"given_at": testing.at("2026-11-23T00:00:00")})]) == {{
		"subject": _subject,
		"reason": "never-recorded",
		"by": "referrals",
		"args": _parties,
		"relied_on": _use,
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_withdrawn if {
	_found_with([testing.changed(_consent, {"withdrawn_at": testing.at("2026-09-03T10:00:00")})]) == {{
		"subject": _subject,
		"reason": "withdrawn",
		"by": "referrals",
		"args": object.union(_parties, {"withdrawn_on": {"day": testing.day("2026-09-03")}}),
		"relied_on": array.concat([{"collection": "consent_records", "id": "C-1", "path": "withdrawn_at"}], _use),
	}}
}

test_a_withdrawal_counts_from_its_moment if {
	_verdicts({"withdrawn_at": testing.at("2026-11-22T23:59:59")}, []) == {["M-1", "withdrawn", "referrals"]}
	_verdicts({"withdrawn_at": testing.at("2026-11-23T00:00:00")}, []) == set()
}

test_withdrawn_without_a_date_of_consent_is_withdrawn if {
	_verdicts({"withdrawn_at": testing.at("2026-09-03T10:00:00")}, ["given_at"]) == {["M-1", "withdrawn", "referrals"]}
}

test_expired if {
	_found_with([testing.changed(_consent, {"expires_on": testing.day("2026-11-21")})]) == {{
		"subject": _subject,
		"reason": "expired",
		"by": "referrals",
		"args": object.union(_parties, {"ended_on": {"day": testing.day("2026-11-21")}}),
		"relied_on": array.concat([{"collection": "consent_records", "id": "C-1", "path": "expires_on"}], _use),
	}}
}

test_expired_before_a_withdrawal_still_to_come if {
	_verdicts(
		{"expires_on": testing.day("2026-06-30"), "withdrawn_at": testing.at("2026-11-23T00:00:00")},
		[],
	) == {["M-1", "expired", "referrals"]}
}

test_on_its_last_day_a_consent_stands if _verdicts({"expires_on": testing.day("2026-11-22")}, []) == set()

_successor(changes) := testing.changed(_consent, object.union({"id": "C-2", "given_at": testing.at("2026-05-01T10:00:00")}, changes))

test_superseded_by_a_consent_to_something_else if {
	superseded := testing.changed(_consent, {"superseded_by": "C-2"})
	_found_with([superseded, _successor({"activity_id": "advice"})]) == {{
		"subject": _subject,
		"reason": "expired",
		"by": "referrals",
		"args": object.union(_parties, {"ended_on": {"day": testing.day("2026-05-01")}}),
		"relied_on": array.concat(
			[
				{"collection": "consent_records", "id": "C-1", "path": "superseded_by"},
				{"collection": "consent_records", "id": "C-2", "path": "given_at"},
			],
			_use,
		),
	}}
}

test_the_successor_carries_the_use if {
	_verdicts_with([testing.changed(_consent, {"superseded_by": "C-2"}), _successor({})]) == set()
}

test_of_several_one_that_stands_suffices if {
	_verdicts_with([testing.changed(_consent, {"withdrawn_at": testing.at("2026-09-03T10:00:00")}), _successor({})]) == set()
}

test_of_several_that_ended_the_latest_counts if {
	withdrawn := {"withdrawn_at": testing.at("2026-09-03T10:00:00")}
	expired := {"expires_on": testing.day("2026-06-30")}
	_verdicts_with([testing.changed(_consent, withdrawn), _successor(expired)]) == {["M-1", "expired", "referrals"]}
	_verdicts_with([testing.changed(_consent, expired), _successor(withdrawn)]) == {["M-1", "withdrawn", "referrals"]}
}

test_of_several_given_at_once_the_withdrawal_counts if {
	at_once := {"given_at": _consent.given_at, "expires_on": testing.day("2026-06-30")}
	withdrawn := testing.changed(_consent, {"withdrawn_at": testing.at("2026-09-03T10:00:00")})
	_verdicts_with([withdrawn, _successor(at_once)]) == {["M-1", "withdrawn", "referrals"]}
}

test_the_way_back_is_foreseen if {
	ended := testing.changed(_consent, {"expires_on": testing.day("2026-06-30")})
	found := _found_with([ended, _successor({"given_at": testing.at("2026-12-01T10:00:00")})])
	{finding.changes_on | some finding in found} == {testing.day("2026-12-01")}
}

# Explicit consent to the use of sensitive data.

_sensitive := {"lawful_basis": "contract", "special_condition": "9-2-a"}

_sensitive_with(changes) := _of_activity(_sensitive, [], [testing.changed(_consent, changes)])

test_explicit_consent_that_names_the_data_passes if {
	_sensitive_with({"explicit": true, "covers_special_category": true}) == set()
}

test_not_explicit if {
	consent := testing.changed(_consent, {"explicit": false, "covers_special_category": true})
	_found(_unit(_matter, [consent]), _changed_activity(_sensitive, [])) == {{
		"subject": _subject,
		"reason": "not-explicit",
		"by": "referrals",
		"args": _parties,
		"relied_on": [
			{"collection": "consent_records", "id": "C-1", "path": "explicit"},
			{"collection": "consent_records", "id": "C-1", "path": "covers_special_category"},
			{"collection": "matters", "id": "M-1", "path": "activity_ids"},
			{"collection": "processing_activities", "id": "referrals", "path": "lawful_basis"},
			{"collection": "processing_activities", "id": "referrals", "path": "purposes"},
			{"collection": "processing_activities", "id": "referrals", "path": "special_condition"},
		],
	}}
}

test_one_answer_in_the_negative_suffices if {
	fails := {["M-1", "not-explicit", "referrals"]}
	_sensitive_with({"explicit": true, "covers_special_category": false}) == fails
	_sensitive_with({"explicit": false}) == fails
	_sensitive_with({"covers_special_category": false}) == fails
}

test_only_the_answers_on_explicit_consent_count if {
	_sensitive_with({"explicit": true, "covers_transfer": false}) == _asks({"consent_records.covers_special_category"})
}

test_where_explicit_consent_is_not_asked_for_no_answer_counts if {
	_verdicts({"explicit": false, "covers_special_category": false}, []) == set()
	_verdicts({"explicit": false}, ["given_at"]) == _asks({"consent_records.given_at"})
}

test_not_declared_whether_it_is_explicit if {
	_sensitive_with({"covers_special_category": true}) == _asks({"consent_records.explicit"})
	_sensitive_with({"explicit": true}) == _asks({"consent_records.covers_special_category"})
	_sensitive_with({}) == _asks({"consent_records.explicit", "consent_records.covers_special_category"})
}

test_one_explicit_consent_among_several_suffices if {
	good := _successor({"explicit": true, "covers_special_category": true})
	_of_activity(_sensitive, [], [testing.changed(_consent, {"explicit": false}), good]) == set()
	_of_activity(_sensitive, [], [_consent, good]) == set()
}

test_sensitive_data_without_any_consent if {
	_of_activity(_sensitive, [], []) == _never
	_of_activity(_sensitive, ["purposes"], []) == _never
}

test_another_condition_asks_for_no_consent if {
	_of_activity({"lawful_basis": "contract", "special_condition": "9-2-f"}, [], []) == set()
}

# Uses outside a matter.

_newsletter := {"client": testing.changed(_client, {"activity_ids": ["referrals"]})}

test_uses_outside_a_matter_are_judged_for_the_client if {
	_found(_newsletter, _activities) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "never-recorded",
		"by": "referrals",
		"args": _parties,
		"relied_on": array.concat(
			[{"collection": "clients", "id": "K-1", "path": "activity_ids"}],
			array.slice(_use, 1, 3),
		),
	}}
}

test_uses_outside_a_matter_with_consent if {
	_found(object.union(_newsletter, {"consent_records": {"C-1": _consent}}), _activities) == set()
}

test_a_matter_is_judged_without_its_clients_entry if {
	testing.verdicts(_found(testing.without(_unit(_matter, []), ["client"]), _activities)) == _never
	_found(testing.without(_unit(_matter, [_consent]), ["client"]), _activities) == set()
}

test_uses_outside_a_matter_on_another_basis_do_not_apply if {
	_examined({"client": testing.changed(_client, {"activity_ids": ["advice"]})}) == set()
}

# What applies.

test_matters_at_intake_are_judged if _of_matter({"status": "intake"}, []) == _never

test_closed_matters_are_not if {
	_of_matter({"status": "closed"}, []) == set()
	_of_matter({"status": "closed"}, ["activity_ids", "client_id"]) == set()
	_examined(_unit(testing.changed(_matter, {"status": "closed"}), [])) == set()
}

test_activities_on_another_basis_do_not_apply if {
	_of_matter({"activity_ids": ["advice"]}, []) == set()
	_of_matter({"activity_ids": ["advice"]}, ["status", "client_id"]) == set()
	_of_matter({"activity_ids": []}, []) == set()
	_examined(_unit(testing.changed(_matter, {"activity_ids": ["advice"]}), [])) == set()
}

test_activities_that_are_not_active_do_not_apply if {
	_of_activity({"status": "planned"}, [], []) == set()
	_of_activity({"status": "ended"}, ["purposes", "lawful_basis"], []) == set()
}

test_consent_for_one_purpose_or_regime_suffices if {
	_of_activity(
		{"lawful_basis": "contract", "purposes": [
			{"id": "advice"},
			{"id": "referral", "bases": [{"regime": "eu-gdpr", "lawful_basis": "consent"}]},
		]},
		[], [],
	) == _never
}

test_two_activities_are_told_apart if {
	activities := object.union(_activities, {"advice": {"lawful_basis": "consent"}})
	testing.verdicts(_found(_unit(_matter, []), activities)) == {
		["M-1", "never-recorded", "referrals"],
		["M-1", "never-recorded", "advice"],
	}
}

# Not declared.

test_matter_without_a_fact if {
	_of_matter({}, ["status"]) == _asks({"matters.status"})
	_of_matter({}, ["client_id"]) == _asks({"matters.client_id"})
	_of_matter({}, ["activity_ids"]) == _asks({"matters.activity_ids"})
	_of_matter({}, ["status", "activity_ids"]) == _asks({"matters.status", "matters.activity_ids"})
}

test_what_a_finding_about_a_matter_says if {
	_found(_unit(testing.without(_matter, ["activity_ids"]), []), _activities) == {{
		"subject": _subject,
		"reason": "not-declared",
		"by": "matters.activity_ids",
		"args": {"subject": _subject, "fact": {"collection": "matters", "field": "activity_ids"}},
		"relied_on": [{"collection": "matters", "id": "M-1", "path": "activity_ids"}],
	}}
}

test_a_matter_without_a_status_is_judged_no_further if {
	unit := _unit(testing.without(_matter, ["status"]), [testing.without(_consent, ["given_at"])])
	testing.verdicts(_found(unit, _activities)) == _asks({"matters.status"})
}

test_only_the_matter_concerned_is_asked_about_an_activity if {
	unit := {"matters": testing.by_id([
		testing.changed(_matter, {"activity_ids": ["unheard-of"]}),
		testing.changed(_matter, {"id": "M-2"}),
	])}
	testing.verdicts(_found(unit, _activities)) == {
		["M-1", "not-declared", "processing_activities.status"],
		["M-2", "never-recorded", "referrals"],
	}
}

test_activity_without_a_status if {
	_of_activity({}, ["status"], [_consent]) == _asks({"processing_activities.status"})
	_of_activity({"lawful_basis": "contract"}, ["status"], []) == set()
}

test_activity_without_purposes if {
	_of_activity({}, ["purposes"], []) == _asks({"processing_activities.purposes"})
	_of_activity({"purposes": []}, [], []) == _asks({"processing_activities.purposes"})
}

test_activity_without_a_basis if {
	_of_activity({}, ["lawful_basis"], []) == _asks({"processing_activities.lawful_basis"})
	_of_activity({}, ["lawful_basis", "regimes"], []) == _asks({"processing_activities.lawful_basis"})
	_of_activity({"purposes": [{"id": "referral", "bases": [{"regime": "eu-gdpr"}]}]}, [], []) == _asks({"processing_activities.purposes.bases.lawful_basis"})
}

test_outside_the_gdpr_no_basis_is_needed if _of_activity({"regimes": ["us-ca-ccpa"]}, ["lawful_basis"], []) == set()

test_activity_without_anything_that_decides if {
	_of_activity({}, ["status", "lawful_basis"], []) == _asks({
		"processing_activities.status",
		"processing_activities.lawful_basis",
	})
}

test_activity_that_the_inventory_does_not_know if {
	_of_matter({"activity_ids": ["unheard-of"]}, []) == _asks({"processing_activities.status"})
}

test_consent_without_a_date if {
	_found_with([testing.without(_consent, ["given_at"])]) == {{
		"subject": _subject,
		"reason": "not-declared",
		"by": "consent_records.given_at",
		"args": {
			"subject": {"collection": "consent_records", "id": "C-1"},
			"fact": {"collection": "consent_records", "field": "given_at"},
		},
		"relied_on": [{"collection": "consent_records", "id": "C-1", "path": "given_at"}],
	}}
}

test_an_undated_consent_beside_a_live_one_is_not_asked_about if {
	_verdicts_with([_consent, testing.without(_successor({}), ["given_at"])]) == set()
}

test_an_undated_consent_beside_a_withdrawn_one_leaves_it_open if {
	withdrawn := testing.changed(_consent, {"withdrawn_at": testing.at("2026-09-03T10:00:00")})
	_verdicts_with([withdrawn, testing.without(_successor({}), ["given_at"])]) == _asks({"consent_records.given_at"})
}

test_consent_of_an_undeclared_kind_leaves_it_open if {
	_verdicts({}, ["kind"]) == _asks({"consent_records.kind"})
	_verdicts({}, ["kind", "given_at"]) == _asks({"consent_records.kind", "consent_records.given_at"})
	_verdicts({"withdrawn_at": testing.at("2026-09-03T10:00:00")}, ["kind"]) == {["M-1", "withdrawn", "referrals"]}
}

# The population.

test_examined_with_the_weakest_evidence if {
	_examined(_unit(_matter, [_consent])) == {{"subject": _subject, "grade": 1}}
}

test_examined_where_nothing_is_on_record if {
	_examined(_unit(_matter, [])) == {{"subject": _subject, "grade": 2}}
}

test_examined_changes_on_the_day_after_the_last_good_one if {
	expiring := testing.changed(_consent, {"expires_on": testing.day("2026-12-31")})
	_examined(_unit(_matter, [expiring])) == {{"subject": _subject, "grade": 1, "changes_on": testing.day("2027-01-01")}}
}

test_examined_does_not_change_where_no_consent_stands_anyway if {
	withdrawn := {"withdrawn_at": testing.at("2026-09-03T10:00:00"), "expires_on": testing.day("2026-12-31")}
	_examined(_unit(_matter, [testing.changed(_consent, withdrawn)])) == {{"subject": _subject, "grade": 1}}
}

test_examined_does_not_change_while_another_consent_stands if {
	expiring := testing.changed(_consent, {"expires_on": testing.day("2026-12-31")})
	_examined(_unit(_matter, [expiring, _successor({})])) == {{"subject": _subject, "grade": 1}}
}

test_examined_though_a_fact_is_missing if {
	_examined(_unit(testing.without(_matter, ["activity_ids"]), [])) == {{"subject": _subject, "grade": 3}}
	_examined(_unit(testing.without(_matter, ["status"]), [])) == {{"subject": _subject, "grade": 2}}
	_examined(_unit(testing.changed(_matter, {"activity_ids": ["unheard-of"]}), [])) == {{"subject": _subject, "grade": 3}}
}

test_examined_once_for_each_matter_and_for_the_client if {
	unit := {
		"client": testing.changed(_client, {"activity_ids": ["referrals"]}),
		"matters": testing.by_id([_matter, testing.changed(_matter, {"id": "M-2"})]),
		"consent_records": {"C-1": _consent},
	}
	testing.ids(_examined(unit)) == {"K-1", "M-1", "M-2"}
}
