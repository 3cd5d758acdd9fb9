package privity.consent.within_consent_test

import data.lib.testing
import data.privity.consent.within_consent as control

_activities := testing.by_id([{
	"id": "referrals",
	"status": "active",
	"regimes": ["uk-gdpr"],
	"lawful_basis": "consent",
	"purposes": [
		{"id": "referral"},
		{"id": "newsletter"},
		{"id": "billing", "bases": [{"lawful_basis": "contract"}]},
	],
	"data_category_ids": ["contact-details", "case-summary"],
	"grade": 2,
}])

_matter := {
	"id": "M-1",
	"client_id": "K-1",
	"status": "open",
	"activity_ids": ["referrals"],
	"purposes_in_use": [{"activity_id": "referrals", "purpose_ids": ["referral"], "data_category_ids": ["contact-details"]}],
	"grade": 3,
}

_client := {"id": "K-1", "status": "current", "grade": 3}

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"kind": "data-processing",
	"given_at": testing.at("2025-03-14T09:00:00"),
	"purposes": ["referral"],
	"data_category_ids": ["contact-details"],
	"grade": 1,
}

_second(changes) := testing.changed(
	_consent,
	object.union({"id": "C-2", "given_at": testing.at("2026-05-01T10:00:00")}, changes),
)

_unit(client, matters, consents) := {
	"client": client,
	"matters": testing.by_id(matters),
	"consent_records": testing.by_id(consents),
}

_found(unit, activities) := found if {
	found := control.findings with input as unit
		with data.inventory.processing_activities as activities
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined_in(unit, activities) := examined if {
	examined := control.examined with input as unit
		with data.inventory.processing_activities as activities
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# of_consents: what the control finds under these consents.
_of_consents(consents) := testing.verdicts(_found(_unit(_client, [_matter], consents), _activities))

# of_consent: what it finds under the consent above, changed as said.
_of_consent(changes, removed) := _of_consents([testing.changed(testing.without(_consent, removed), changes)])

_examined(consents) := _examined_in(_unit(_client, [_matter], consents), _activities)

# of_use: what it finds where the entries of what is in use are these.
_of_use(entries) := testing.verdicts(_found(_used(entries), _activities))

_used(entries) := _unit(_client, [testing.changed(_matter, {"purposes_in_use": entries})], [_consent])

_entry(purposes, categories) := {"activity_id": "referrals", "purpose_ids": purposes, "data_category_ids": categories}

# of_matter: what it finds where the matter is changed as said.
_of_matter(changes, removed) := testing.verdicts(_found(
	_unit(_client, [testing.changed(testing.without(_matter, removed), changes)], [_consent]),
	_activities,
))

# of_activity: what it finds where the activity is changed as said, and what is in use is written down or is not.
_of_activity(changes, removed) := testing.verdicts(_found(_unit(_client, [_matter], [_consent]), _changed(changes, removed)))

_unwritten(changes, removed) := testing.verdicts(_found(
	_unit(_client, [testing.without(_matter, ["purposes_in_use"])], [_consent]),
	_changed(changes, removed),
))

_changed(changes, removed) := {"referrals": testing.changed(testing.without(_activities.referrals, removed), changes)}

_subject := {"collection": "consent_records", "id": "C-1"}

_parties := {
	"client": {"collection": "clients", "id": "K-1"},
	"activity": {"collection": "processing_activities", "id": "referrals"},
}

_fact(collection, id, path) := {"collection": collection, "id": id, "path": path}

_beyond(purposes, categories) := {["C-1", "outside-purpose", id] | some id in purposes} | {["C-1", "outside-data", id] | some id in categories}

_asks(fields) := {["C-1", "not-declared", field] | some field in fields}

_unclear := {["C-1", "in-use-not-declared", ""]}

test_use_within_the_consent_passes if _of_consent({}, []) == set()

# Parts in use are written down.

test_outside_the_purposes if {
	_found(_used([_entry(["referral", "newsletter"], ["contact-details"])]), _activities) == {{
		"subject": _subject,
		"reason": "outside-purpose",
		"by": "newsletter",
		"args": object.union(_parties, {"purpose": {
			"collection": "processing_activities",
			"id": "referrals",
			"field": "purposes",
			"part": "newsletter",
		}}),
		"relied_on": [_fact("consent_records", "C-1", "purposes"), _fact("matters", "M-1", "purposes_in_use")],
	}}
}

test_outside_the_data if {
	_found(_used([_entry(["referral"], ["contact-details", "case-summary"])]), _activities) == {{
		"subject": _subject,
		"reason": "outside-data",
		"by": "case-summary",
		"args": object.union(_parties, {"category": {"collection": "data_categories", "id": "case-summary"}}),
		"relied_on": [_fact("consent_records", "C-1", "data_category_ids"), _fact("matters", "M-1", "purposes_in_use")],
	}}
}

test_each_part_outside_is_a_finding_of_its_own if {
	_of_consent({"purposes": [], "data_category_ids": []}, []) == _beyond({"referral"}, {"contact-details"})
	_of_use([_entry(["referral", "newsletter"], ["case-summary", "diary"])]) == _beyond({"newsletter"}, {"case-summary", "diary"})
}

test_narrower_use_than_agreed_passes if {
	_of_use([_entry([], [])]) == set()
	_of_consent({"purposes": ["referral", "newsletter"], "data_category_ids": ["contact-details", "case-summary"]}, []) == set()
}

test_entries_add_up if {
	entries := [_entry(["referral"], ["contact-details"]), _entry(["newsletter"], ["case-summary"])]
	_of_use(entries) == _beyond({"newsletter"}, {"case-summary"})
}

test_entries_on_the_client_count_too if {
	client := testing.changed(_client, {"purposes_in_use": [_entry(["newsletter"], [])]})
	found := _found(_unit(client, [_matter], [_consent]), _activities)
	testing.verdicts(found) == _beyond({"newsletter"}, set())
	{finding.relied_on | some finding in found} == {[
		_fact("consent_records", "C-1", "purposes"),
		_fact("clients", "K-1", "purposes_in_use"),
		_fact("matters", "M-1", "purposes_in_use"),
	]}
}

test_entries_of_closed_matters_count_while_the_use_goes_on if {
	closed := testing.changed(_matter, {"id": "M-2", "status": "closed", "purposes_in_use": [_entry(["newsletter"], [])]})
	testing.verdicts(_found(_unit(_client, [_matter, closed], [_consent]), _activities)) == _beyond({"newsletter"}, set())
	_found(_unit(_client, [closed], [_consent]), _activities) == set()
}

test_entries_for_other_activities_do_not if {
	entries := [_entry(["referral"], []), testing.changed(_entry(["newsletter"], ["case-summary"]), {"activity_id": "events"})]
	_of_use(entries) == set()
}

test_purposes_on_another_basis_need_no_consent if {
	_of_use([_entry(["referral", "billing"], ["contact-details"])]) == set()
}

test_data_used_on_another_basis_alone_needs_no_consent if {
	_of_use([_entry(["billing"], ["case-summary"])]) == set()
	_of_use([_entry(["referral", "billing"], ["case-summary"])]) == _beyond(set(), {"case-summary"})
}

test_several_consents_cover_the_use_together if {
	matter := testing.changed(_matter, {"purposes_in_use": [_entry(["referral", "newsletter"], ["contact-details", "case-summary"])]})
	consents := [_consent, _second({"kind": "marketing", "purposes": ["newsletter"], "data_category_ids": ["case-summary"]})]
	_found(_unit(_client, [matter], consents), _activities) == set()
}

test_of_several_consents_the_latest_is_the_place_to_look if {
	matter := testing.changed(_matter, {"purposes_in_use": [_entry(["newsletter"], [])]})
	found := _found(_unit(_client, [matter], [_consent, _second({})]), _activities)
	testing.verdicts(found) == {["C-2", "outside-purpose", "newsletter"]}
	{finding.relied_on | some finding in found} == {[
		_fact("consent_records", "C-2", "purposes"),
		_fact("consent_records", "C-1", "purposes"),
		_fact("matters", "M-1", "purposes_in_use"),
	]}
}

# Another activity beside it, under a consent that does not say what it covers.
_two_activities := object.union(_activities, {"events": testing.changed(_activities.referrals, {"id": "events"})})

_other_consent := testing.without(_second({"activity_id": "events"}), ["purposes"])

test_activities_are_judged_apart if {
	entries := [_entry(["newsletter"], []), testing.changed(_entry(["newsletter"], []), {"activity_id": "events"})]
	matter := testing.changed(_matter, {"activity_ids": ["referrals", "events"], "purposes_in_use": entries})
	testing.verdicts(_found(_unit(_client, [matter], [_consent, _other_consent]), _two_activities)) == {
		["C-1", "outside-purpose", "newsletter"],
		["C-2", "not-declared", "consent_records.purposes"],
	}
}

test_activities_are_unclear_apart if {
	unwritten := testing.changed(_matter, {"id": "M-2", "activity_ids": ["events"]})
	written := testing.changed(_matter, {"purposes_in_use": [_entry(["newsletter"], [])]})
	found := _found(_unit(_client, [written, unwritten], [_consent, _second({"activity_id": "events"})]), _two_activities)
	testing.verdicts(found) == {["C-1", "outside-purpose", "newsletter"], ["C-2", "in-use-not-declared", ""]}
}

test_matters_that_do_not_concern_the_activity_are_not_relied_on if {
	other := {"id": "M-2", "status": "open", "activity_ids": ["events"], "purposes_in_use": [{"activity_id": "events"}], "grade": 0}
	_examined_in(_unit(_client, [_matter, other], [_consent]), _activities) == {{"subject": _subject, "grade": 1}}
}

test_a_consent_that_ended_is_not_asked_what_it_covered if {
	ended := testing.without(_second({"expires_on": testing.day("2026-06-30")}), ["purposes"])
	_of_consents([testing.changed(_consent, {"purposes": []}), ended]) == _beyond({"referral"}, set())
}

test_only_consents_that_stand_cover_anything if {
	matter := testing.changed(_matter, {"purposes_in_use": [_entry(["newsletter"], [])]})
	every ended in [
		{"withdrawn_at": testing.at("2026-11-22T23:59:59")},
		{"expires_on": testing.day("2026-11-21")},
		{"superseded_by": "C-1", "given_at": testing.at("2025-01-01T10:00:00")},
		{"given_at": testing.at("2026-11-23T00:00:00")},
		{"kind": "conflict-waiver"},
		{"activity_id": "events"},
	] {
		consents := [_consent, _second(object.union({"purposes": ["newsletter"]}, ended))]
		testing.verdicts(_found(_unit(_client, [matter], consents), _activities)) == _beyond({"newsletter"}, set())
	}
	standing := [_consent, _second({"purposes": ["newsletter"], "expires_on": testing.day("2026-11-22")})]
	_found(_unit(_client, [matter], standing), _activities) == set()
}

# Parts in use are not written down.

test_nothing_written_down_and_all_agreed_to if {
	_unwritten({"purposes": [{"id": "referral"}], "data_category_ids": ["contact-details"]}, []) == set()
	_unwritten({"purposes": [{"id": "referral"}], "data_category_ids": []}, []) == set()
	_unwritten(
		{"purposes": [{"id": "referral"}, {"id": "billing", "bases": [{"lawful_basis": "contract"}]}], "data_category_ids": []},
		[],
	) == set()
}

test_nothing_written_down_and_a_part_agreed_to if {
	unit := _unit(_client, [testing.without(_matter, ["purposes_in_use"])], [_consent])
	_found(unit, _activities) == {{
		"subject": _subject,
		"reason": "in-use-not-declared",
		"args": _parties,
		"relied_on": [
			_fact("matters", "M-1", "purposes_in_use"),
			_fact("consent_records", "C-1", "data_category_ids"),
			_fact("consent_records", "C-1", "purposes"),
		],
	}}
}

test_one_part_too_many_leaves_it_unclear if {
	_unwritten({"data_category_ids": ["contact-details"]}, []) == _unclear
	_unwritten({"purposes": [{"id": "referral"}]}, []) == _unclear
}

test_an_empty_list_of_entries_says_nothing_of_the_activity if _of_use([]) == _unclear

test_an_entry_may_leave_one_part_out if {
	_of_use([{"activity_id": "referrals", "purpose_ids": ["referral"]}]) == _unclear
	_of_use([{"activity_id": "referrals", "data_category_ids": ["contact-details"]}]) == _unclear
	_of_use([{"activity_id": "referrals", "data_category_ids": ["case-summary"]}]) == _unclear | _beyond(set(), {"case-summary"})
}

test_kinds_of_data_of_the_activity_not_declared if {
	_unwritten({"purposes": [{"id": "referral"}]}, ["data_category_ids"]) == _asks({"processing_activities.data_category_ids"})
	_of_activity({}, ["data_category_ids"]) == set()
}

# What a consent covers is not declared.

test_not_declared_what_was_agreed_to if {
	_of_consent({}, ["purposes"]) == _asks({"consent_records.purposes"})
	_of_consent({}, ["data_category_ids"]) == _asks({"consent_records.data_category_ids"})
	_of_consent({}, ["purposes", "data_category_ids"]) == _asks({"consent_records.purposes", "consent_records.data_category_ids"})
}

test_not_asked_where_another_consent_covers_the_use if {
	_of_consents([_consent, testing.without(_second({}), ["purposes", "data_category_ids"])]) == set()
}

test_nothing_is_outside_while_a_consent_does_not_say_what_it_covers if {
	consents := [testing.changed(_consent, {"purposes": []}), testing.without(_second({}), ["purposes"])]
	_of_consents(consents) == {["C-2", "not-declared", "consent_records.purposes"]}
}

test_not_declared_with_nothing_written_down if {
	unit := _unit(_client, [testing.without(_matter, ["purposes_in_use"])], [testing.without(_consent, ["purposes"])])
	testing.verdicts(_found(unit, _activities)) == _asks({"consent_records.purposes"}) | _unclear
}

# What a purpose rests on is not declared.

test_a_purpose_in_use_without_a_basis if {
	purposes := [
		{"id": "referral", "bases": [{"lawful_basis": "consent"}]},
		{"id": "newsletter"},
		{"id": "survey", "bases": [{"regime": "uk-gdpr"}]},
	]
	activities := _changed({"purposes": purposes}, ["lawful_basis"])
	in_use := _entry(["referral", "newsletter", "survey"], ["contact-details"])
	testing.verdicts(_found(_used([in_use]), activities)) == _asks({
		"processing_activities.lawful_basis",
		"processing_activities.purposes.bases.lawful_basis",
	})
	testing.verdicts(_found(_used([_entry(["newsletter"], ["contact-details"])]), activities)) == _asks({"processing_activities.lawful_basis"})
	_found(_used([_entry(["referral"], ["contact-details"])]), activities) == set()
}

test_a_purpose_in_use_that_the_activity_does_not_have if {
	_of_use([_entry(["referral", "unheard-of"], ["contact-details"])]) == _asks({"processing_activities.purposes"})
}

# What applies.

test_activities_that_are_not_active_do_not_apply if {
	_of_activity({"status": "ended", "purposes": [{"id": "x"}]}, []) == set()
	_of_activity({"status": "planned"}, ["purposes"]) == set()
	_examined_in(_unit(_client, [_matter], [_consent]), _changed({"status": "ended"}, ["purposes"])) == set()
}

test_activities_without_a_purpose_on_consent_do_not_apply if {
	_unwritten({"lawful_basis": "contract"}, []) == set()
	_unwritten({"lawful_basis": "contract", "special_condition": "9-2-a"}, []) == set()
	_unwritten({"lawful_basis": "contract"}, ["status"]) == set()
	_examined_in(_unit(_client, [_matter], [_consent]), _changed({"lawful_basis": "contract"}, [])) == set()
}

test_activities_that_are_not_carried_out_do_not_apply if {
	_of_matter({"activity_ids": []}, ["purposes_in_use"]) == set()
	_of_matter({"status": "closed"}, ["purposes_in_use"]) == set()
	_of_matter({"status": "closed"}, ["purposes_in_use", "activity_ids"]) == set()
	_of_matter({"activity_ids": []}, ["purposes_in_use", "status"]) == set()
	_examined_in(_unit(_client, [testing.changed(_matter, {"status": "closed"})], [_consent]), _activities) == set()
}

test_matters_at_intake_carry_it_out if _of_matter({"status": "intake"}, ["purposes_in_use"]) == _unclear

test_uses_outside_a_matter_carry_it_out if {
	client := testing.changed(_client, {"activity_ids": ["referrals"]})
	testing.verdicts(_found(_unit(client, [], [_consent]), _activities)) == _unclear
	testing.verdicts(_found({"client": client, "consent_records": {"C-1": _consent}}, _activities)) == _unclear
}

test_a_client_without_an_entry_is_judged if {
	unit := testing.without(_unit(_client, [testing.without(_matter, ["purposes_in_use"])], [_consent]), ["client"])
	testing.verdicts(_found(unit, _activities)) == _unclear
}

test_consents_that_do_not_stand_do_not_apply if {
	every changes in [
		{"withdrawn_at": testing.at("2026-11-22T23:59:59")},
		{"expires_on": testing.day("2026-11-21")},
		{"given_at": testing.at("2026-11-23T00:00:00")},
		{"kind": "disclosure"},
	] {
		_of_consent(object.union({"purposes": []}, changes), ["data_category_ids"]) == set()
		_examined([testing.changed(_consent, changes)]) == set()
	}
	_of_consent({"withdrawn_at": testing.at("2026-09-03T10:00:00")}, ["kind", "given_at", "purposes"]) == set()
}

# Whether it applies is not declared.

test_consent_without_a_fact if {
	every field in ["kind", "client_id", "activity_id", "given_at"] {
		_of_consent({"purposes": []}, [field]) == _asks({concat(".", ["consent_records", field])})
	}
	_of_consent({}, ["kind", "given_at"]) == _asks({"consent_records.kind", "consent_records.given_at"})
}

test_a_consent_that_may_stand_keeps_the_others_from_being_judged if {
	consents := [testing.changed(_consent, {"purposes": []}), testing.without(_second({}), ["given_at"])]
	_of_consents(consents) == {["C-2", "not-declared", "consent_records.given_at"]}
}

test_activity_without_a_fact if {
	_of_activity({}, ["status"]) == _asks({"processing_activities.status"})
	_of_activity({}, ["purposes"]) == _asks({"processing_activities.purposes"})
	_of_activity({"purposes": []}, []) == _asks({"processing_activities.purposes"})
	_of_activity({"purposes": [{"id": "referral"}]}, ["lawful_basis"]) == _asks({"processing_activities.lawful_basis"})
}

test_activity_that_the_inventory_does_not_know if {
	found := _found(_unit(_client, [_matter], [_consent]), {})
	testing.verdicts(found) == _asks({"processing_activities.status"})
	{finding.relied_on | some finding in found} == {[_fact("processing_activities", "referrals", "status")]}
}

test_matter_without_a_fact if {
	_of_matter({}, ["status"]) == _asks({"matters.status"})
	_of_matter({}, ["activity_ids"]) == _asks({"matters.activity_ids"})
	_of_matter({}, ["status", "activity_ids"]) == _asks({"matters.status", "matters.activity_ids"})
}

test_matter_without_a_fact_beside_one_that_carries_it_out if {
	matters := [_matter, {"id": "M-2", "client_id": "K-1"}]
	_found(_unit(_client, matters, [_consent]), _activities) == set()
}

# The population, and what time changes.

test_examined_with_the_weakest_evidence if _examined([_consent]) == {{"subject": _subject, "grade": 1}}

test_examined_though_a_fact_is_missing if {
	_examined([testing.without(_consent, ["activity_id"])]) == {{"subject": _subject, "grade": 1}}
	_examined([testing.changed(testing.without(_consent, ["kind"]), {"grade": 3})]) == {{"subject": _subject, "grade": 2}}
}

test_examined_changes_when_those_left_cover_less if {
	expiring := testing.changed(_consent, {"expires_on": testing.day("2026-12-31")})
	_examined([expiring, _second({"purposes": []})]) == {
		{"subject": _subject, "grade": 1},
		{"subject": {"collection": "consent_records", "id": "C-2"}, "grade": 1, "changes_on": testing.day("2027-01-01")},
	}
	_examined([expiring, _second({})]) == {
		{"subject": _subject, "grade": 1},
		{"subject": {"collection": "consent_records", "id": "C-2"}, "grade": 1},
	}
}

_days_of_change(consents, entries) := {finding.changes_on | some finding in _found(_unit(_client, [matter], consents), _activities)} if {
	matter := testing.changed(_matter, {"purposes_in_use": entries})
}

test_examined_does_not_change_where_the_use_goes_too_far_already if {
	expiring := testing.changed(_consent, {"expires_on": testing.day("2026-12-31"), "purposes": []})
	changes := {object.get(entry, "changes_on", 0) | some entry in _examined([expiring, _second({"purposes": []})])}
	changes == {0}
}

test_findings_do_not_change_with_a_consent_that_covers_no_more if {
	expiring := testing.changed(_consent, {"expires_on": testing.day("2026-12-31")})
	_days_of_change([expiring, _second({})], [_entry(["newsletter"], ["case-summary"])]) == set()
	_days_of_change([expiring, _second({})], []) == set()
}

test_findings_change_when_the_consent_ends if {
	expiring := testing.changed(_consent, {"expires_on": testing.day("2026-12-31")})
	_days_of_change([expiring], [_entry(["newsletter"], ["case-summary"])]) == {testing.day("2027-01-01")}
	_days_of_change([expiring], []) == {testing.day("2027-01-01")}
}

test_findings_change_when_a_wider_consent_comes if {
	wider := {
		"given_at": testing.at("2026-12-01T09:00:00"),
		"purposes": ["referral", "newsletter"],
		"data_category_ids": ["contact-details", "case-summary"],
	}
	_days_of_change([_consent, _second(wider)], [_entry(["newsletter"], ["case-summary"])]) == {testing.day("2026-12-01")}
	_days_of_change([_consent, _second(wider)], []) == {testing.day("2026-12-01")}
}
