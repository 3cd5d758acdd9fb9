package privity.consent.told_of_changes_test

import data.lib.testing
import data.privity.consent.told_of_changes as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"status": "active",
	"notice_version_id": "notice-1",
	"change_notices": [{"notice_version_id": "notice-2", "sent_on": testing.day("2026-10-01")}],
	"reconfirmed_at": testing.at("2026-10-01T09:00:00"),
	"grade": 3,
}

_first := {
	"id": "notice-1",
	"family_id": "client-notice",
	"status": "retired",
	"effective_on": testing.day("2025-01-01"),
	"grade": 2,
}

_second := {
	"id": "notice-2",
	"family_id": "client-notice",
	"status": "published",
	"effective_on": testing.day("2026-10-01"),
	"material_change": true,
	"changed_activity_ids": ["referrals"],
	"requires_reconsent": true,
	"grade": 2,
}

_referrals := {"id": "referrals", "status": "active", "grade": 1}

_inventory(notices, activities) := {
	"privacy_notices": testing.by_id(notices),
	"processing_activities": testing.by_id(activities),
}

_found(record, inventory, as_of) := given if {
	given := control.findings with input as {"consent_record": record}
		with data.inventory as inventory
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"reconsent_grace_days": 10}
}

_examined(record, inventory, as_of) := given if {
	given := control.examined with input as {"consent_record": record}
		with data.inventory as inventory
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"reconsent_grace_days": 10}
}

# verdicts: on the consent above, changed as said.
_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(record, _inventory([_first, _second], [_referrals]), as_of)) if {
	record := testing.changed(testing.without(_consent, removed), changes)
}

# silent: verdicts on the consent above of a client who was neither told nor asked, with the second notice changed as said.
_silent(changes, removed) := _silent_at(changes, removed, "2026-11-22")

_silent_at(changes, removed, as_of) := testing.verdicts(_found(_silent_consent, _inventory([_first, version], [_referrals]), as_of)) if {
	version := testing.changed(testing.without(_second, removed), changes)
}

_silent_consent := testing.without(_consent, ["change_notices", "reconfirmed_at"])

_neither := {["C-1", "not-told", "notice-2"], ["C-1", "not-asked-again", "notice-2"]}

test_told_and_asked_again if _verdicts({}, []) == set()

test_examined_with_notices_and_activity if {
	_examined(_consent, _inventory([_first, _second], [_referrals]), "2026-11-22") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
	}}
}

test_examined_changes_when_a_change_takes_effect_untold if {
	_examined(_silent_consent, _inventory([_first, _second], [_referrals]), "2026-09-01") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
		"changes_on": testing.day("2026-10-01"),
	}}
}

test_examined_changes_when_the_days_to_agree_again_run_out if {
	told := testing.without(_consent, ["reconfirmed_at"])
	expected := {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
		"changes_on": testing.day("2026-10-12"),
	}}
	_examined(told, _inventory([_first, _second], [_referrals]), "2026-10-02") == expected
	_examined(_consent, _inventory([_first, _second], [_referrals]), "2026-10-02") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
	}}
}

test_examined_does_not_change_when_told_ahead_and_no_new_consent_is_needed if {
	told_ahead := testing.changed(_consent, {"change_notices": [_notice_of("notice-2", "2026-08-20")]})
	_examined(told_ahead, _inventory([_first, testing.changed(_second, {"requires_reconsent": false})], [_referrals]), "2026-09-01") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
	}}
}

test_examined_does_not_change_when_the_use_is_over if {
	over := testing.changed(_silent_consent, {"processing_stopped_at": testing.at("2026-08-01T09:00:00")})
	_examined(over, _inventory([_first, _second], [_referrals]), "2026-09-01") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
	}}
}

_not_examined(record, notices) if {
	_examined(record, _inventory(notices, [_referrals]), "2026-11-22") == set()
	_found(record, _inventory(notices, [_referrals]), "2026-11-22") == set()
}

test_a_consent_that_is_not_active_does_not_apply if {
	every status in ["withdrawn", "expired", "superseded"] {
		_not_examined(testing.changed(_silent_consent, {"status": status}), [_first, _second])
	}
}

test_at_this_very_moment if {
	now := testing.at("2026-11-22T12:00:00")
	given := control.findings with input as {"consent_record": testing.changed(_consent, {"reconfirmed_at": now})}
		with data.inventory as _inventory([_first, _second], [_referrals])
		with data.as_of as now
		with data.parameters as {"reconsent_grace_days": 10}
	given == set()
	stopped := control.findings with input as {"consent_record": testing.changed(_silent_consent, {"processing_stopped_at": now})}
		with data.inventory as _inventory([_first, _second], [_referrals])
		with data.as_of as now
		with data.parameters as {"reconsent_grace_days": 10}
	stopped == set()
}

test_without_a_later_change_it_does_not_apply if {
	_not_examined(_silent_consent, [_first])
	_not_examined(_silent_consent, [_first, testing.changed(_second, {"material_change": false})])
	_not_examined(_silent_consent, [_first, testing.changed(_second, {"family_id": "website"})])
	_not_examined(_silent_consent, [_first, testing.changed(_second, {"effective_on": testing.day("2025-01-01")})])
	_not_examined(_silent_consent, [_first, testing.changed(_second, {"effective_on": testing.day("2024-12-31")})])
	_not_examined(testing.without(_silent_consent, ["status"]), [_first])
	_not_examined(_silent_consent, [testing.without(_first, ["effective_on"])])
}

test_a_version_of_the_next_day_is_later if {
	_silent({"effective_on": testing.day("2025-01-02")}, []) == _neither
}

test_a_change_not_yet_in_effect_asks_nothing if {
	_silent_at({}, [], "2026-09-30") == set()
	_silent_at({}, [], "2026-10-01") == {["C-1", "not-told", "notice-2"]}
	_silent_at({}, ["requires_reconsent"], "2026-09-30") == set()
}

test_a_change_to_other_activities_asks_nothing if {
	_silent({"changed_activity_ids": ["newsletter"]}, []) == set()
	_silent({"changed_activity_ids": []}, []) == set()
	_silent({"changed_activity_ids": ["newsletter", "referrals"]}, []) == _neither
}

test_where_the_use_is_over_nothing_is_asked if {
	_verdicts({"processing_stopped_at": testing.at("2026-11-22T12:00:00"), "change_notices": []}, []) == set()
	_verdicts({"processing_stopped_at": testing.at("2026-11-23T00:00:00"), "change_notices": []}, []) == {["C-1", "not-told", "notice-2"]}
	over := testing.changed(_silent_consent, {"processing_stopped_at": testing.at("2026-11-22T12:00:00")})
	_found(testing.without(over, ["status", "notice_version_id"]), _inventory([_first, _second], [_referrals]), "2026-11-22") == set()
	_found(over, _inventory([_first, testing.without(_second, ["material_change"])], [testing.without(_referrals, ["status"])]), "2026-11-22") == set()
	_found(over, _inventory([_first, _second], [testing.without(_referrals, ["status"])]), "2026-11-22") == set()
	every status in ["planned", "ended"] {
		ended := testing.changed(_referrals, {"status": status})
		_found(_silent_consent, _inventory([_first, testing.without(_second, ["requires_reconsent"])], [ended]), "2026-11-22") == set()
	}
}

test_what_is_said_of_a_client_not_told_and_not_asked if {
	subject := {"collection": "consent_records", "id": "C-1"}
	client := {"collection": "clients", "id": "K-1"}
	activity := {"collection": "processing_activities", "id": "referrals"}
	effective_on := {"day": testing.day("2026-10-01")}
	_found(_silent_consent, _inventory([_first, _second], [_referrals]), "2026-11-22") == {
		{
			"subject": subject,
			"reason": "not-told",
			"by": "notice-2",
			"args": {"client": client, "activity": activity, "effective_on": effective_on},
			"relied_on": [
				{"collection": "consent_records", "id": "C-1", "path": "change_notices"},
				{"collection": "consent_records", "id": "C-1", "path": "notice_version_id"},
				{"collection": "privacy_notices", "id": "notice-2", "path": "change_communication"},
				{"collection": "privacy_notices", "id": "notice-2", "path": "effective_on"},
			],
		},
		{
			"subject": subject,
			"reason": "not-asked-again",
			"by": "notice-2",
			"args": {
				"client": client,
				"activity": activity,
				"effective_on": effective_on,
				"due_on": {"day": testing.day("2026-10-11")},
			},
			"relied_on": [
				{"collection": "consent_records", "id": "C-1", "path": "reconfirmed_at"},
				{"collection": "consent_records", "id": "C-1", "path": "notice_version_id"},
				{"collection": "privacy_notices", "id": "notice-2", "path": "change_communication"},
				{"collection": "privacy_notices", "id": "notice-2", "path": "effective_on"},
			],
		},
	}
}

_notice_of(id, on) := {"notice_version_id": id, "sent_on": testing.day(on)}

test_a_notice_of_another_version_or_in_the_future_is_none if {
	_verdicts({"change_notices": [_notice_of("notice-1", "2026-10-01")]}, []) == {["C-1", "not-told", "notice-2"]}
	_verdicts({"change_notices": [_notice_of("notice-2", "2026-11-23")]}, []) == {["C-1", "not-told", "notice-2"]}
	_verdicts({"change_notices": [_notice_of("notice-2", "2026-11-22")]}, []) == {["C-1", "remedied-late", "notice-2"]}
}

test_told_late if {
	late := testing.changed(_consent, {"change_notices": [_notice_of("notice-2", "2026-10-20"), _notice_of("notice-2", "2026-10-02")]})
	found := _found(late, _inventory([_first, _second], [_referrals]), "2026-11-22")
	{{"reason": finding.reason, "args": finding.args} | some finding in found} == {{
		"reason": "remedied-late",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"activity": {"collection": "processing_activities", "id": "referrals"},
			"effective_on": {"day": testing.day("2026-10-01")},
			"due_on": {"day": testing.day("2026-10-01")},
			"met_on": {"day": testing.day("2026-10-02")},
			"days_late": 1,
		},
	}}
}

# together: verdicts on the consent above of a client who was told, if at all, with others.
_together(communication, removed) := testing.verdicts(_found(
	testing.without(_consent, array.concat(["change_notices"], removed)),
	_inventory([_first, testing.changed(_second, {"change_communication": communication})], [_referrals]),
	"2026-11-22",
))

test_told_with_others if {
	sent_on := testing.day("2026-10-01")
	_together({"sent_on": sent_on, "client_ids": ["all"]}, []) == set()
	_together({"sent_on": sent_on, "client_ids": ["K-1", "K-2"]}, []) == set()
	_together({"sent_on": sent_on, "client_ids": ["K-2"]}, []) == {["C-1", "not-told", "notice-2"]}
	_together({"sent_on": sent_on, "client_ids": []}, []) == {["C-1", "not-told", "notice-2"]}
	_together({"sent_on": testing.day("2026-10-02"), "client_ids": ["all"]}, []) == {["C-1", "remedied-late", "notice-2"]}
	_together({"sent_on": testing.day("2026-11-22"), "client_ids": ["all"]}, []) == {["C-1", "remedied-late", "notice-2"]}
	_together({"sent_on": testing.day("2026-11-23"), "client_ids": ["all"]}, []) == {["C-1", "not-told", "notice-2"]}
}

test_told_in_both_ways_the_first_counts if {
	earlier := {"sent_on": testing.day("2026-09-20"), "client_ids": ["all"]}
	late := testing.changed(_consent, {"change_notices": [_notice_of("notice-2", "2026-10-20")]})
	inventory := _inventory([_first, testing.changed(_second, {"change_communication": earlier})], [_referrals])
	_found(late, inventory, "2026-11-22") == set()
}

test_days_to_agree_again if {
	_verdicts_at({}, ["reconfirmed_at"], "2026-10-11") == set()
	_verdicts_at({}, ["reconfirmed_at"], "2026-10-12") == {["C-1", "not-asked-again", "notice-2"]}
}

test_agreed_before_the_change_or_in_the_future_is_not_again if {
	_verdicts({"reconfirmed_at": testing.at("2026-10-01T00:00:00")}, []) == set()
	_verdicts({"reconfirmed_at": testing.at("2026-09-30T23:59:59")}, []) == {["C-1", "not-asked-again", "notice-2"]}
	_verdicts({"reconfirmed_at": testing.at("2026-11-22T09:00:00")}, []) == set()
	_verdicts({"reconfirmed_at": testing.at("2026-11-23T09:00:00")}, []) == {["C-1", "not-asked-again", "notice-2"]}
}

test_no_new_consent_needed if _silent({"requires_reconsent": false}, []) == {["C-1", "not-told", "notice-2"]}

test_each_change_by_itself if {
	third := testing.changed(_second, {"id": "notice-3", "effective_on": testing.day("2026-11-01")})
	testing.verdicts(_found(_consent, _inventory([_first, _second, third], [_referrals]), "2026-11-22")) == {
		["C-1", "not-told", "notice-3"],
		["C-1", "not-asked-again", "notice-3"],
	}
}

test_not_declared_which_notice_the_client_had if {
	_verdicts({}, ["notice_version_id"]) == {["C-1", "not-declared", "consent_records.notice_version_id"]}
	_verdicts({"notice_version_id": "unknown"}, []) == {["C-1", "not-declared", "privacy_notices.family_id"]}
	every record in [testing.without(_consent, ["notice_version_id"]), testing.changed(_consent, {"notice_version_id": "unknown"})] {
		testing.ids(_examined(record, _inventory([_first, _second], [_referrals]), "2026-11-22")) == {"C-1"}
	}
}

test_not_declared_whether_the_consent_is_active if {
	_verdicts({}, ["status", "change_notices"]) == {["C-1", "not-declared", "consent_records.status"]}
}

test_not_declared_what_the_consent_is_for if {
	_verdicts({}, ["activity_id", "change_notices"]) == {["C-1", "not-declared", "consent_records.activity_id"]}
	_verdicts_at({}, ["activity_id", "change_notices"], "2026-09-30") == set()
}

test_not_declared_whether_the_activity_goes_on if {
	open := testing.without(_referrals, ["status"])
	testing.verdicts(_found(_silent_consent, _inventory([_first, _second], [open]), "2026-11-22")) == {["C-1", "not-declared", "processing_activities.status"]}
	testing.verdicts(_found(_silent_consent, _inventory([_first, _second], []), "2026-11-22")) == {["C-1", "not-declared", "processing_activities.status"]}
	_found(_silent_consent, _inventory([_first, testing.changed(_second, {"changed_activity_ids": []})], [open]), "2026-11-22") == set()
}

test_not_declared_of_the_clients_own_version if {
	undated := testing.without(_first, ["effective_on"])
	testing.verdicts(_found(_silent_consent, _inventory([undated, _second], [_referrals]), "2026-11-22")) == {["C-1", "not-declared", "privacy_notices.effective_on"]}
	testing.verdicts(_found(_silent_consent, _inventory([testing.without(_first, ["family_id"]), _second], [_referrals]), "2026-11-22")) == {["C-1", "not-declared", "privacy_notices.family_id"]}
}

test_not_declared_of_the_later_version if {
	_silent({}, ["material_change"]) == {["C-1", "not-declared", "privacy_notices.material_change"]}
	_silent({}, ["changed_activity_ids"]) == {["C-1", "not-declared", "privacy_notices.changed_activity_ids"]}
	_silent({}, ["effective_on"]) == {["C-1", "not-declared", "privacy_notices.effective_on"]}
	_silent({}, ["requires_reconsent"]) == {
		["C-1", "not-told", "notice-2"],
		["C-1", "not-declared", "privacy_notices.requires_reconsent"],
	}
}

test_facts_of_a_change_to_other_activities_are_not_asked_for if {
	_silent({"changed_activity_ids": ["newsletter"]}, ["material_change", "effective_on", "requires_reconsent"]) == set()
}

test_a_draft_needs_no_day if {
	_silent({"status": "draft"}, ["effective_on"]) == set()
	_silent({"status": "approved"}, ["effective_on"]) == set()
	_silent({}, ["effective_on", "status"]) == {["C-1", "not-declared", "privacy_notices.effective_on"]}
}

test_whoever_agreed_again_need_not_have_been_asked if {
	version := testing.without(_second, ["requires_reconsent"])
	_found(_consent, _inventory([_first, version], [_referrals]), "2026-11-22") == set()
}

test_two_versions_that_lack_a_fact_are_named_together if {
	third := testing.changed(testing.without(_second, ["material_change"]), {"id": "notice-3"})
	inventory := _inventory([_first, testing.without(_second, ["material_change"]), third], [_referrals])
	_found(_silent_consent, inventory, "2026-11-22") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "not-declared",
		"by": "privacy_notices.material_change",
		"args": {
			"subject": {"collection": "privacy_notices", "id": "notice-2"},
			"fact": {"collection": "privacy_notices", "field": "material_change"},
		},
		"relied_on": [
			{"collection": "privacy_notices", "id": "notice-2", "path": "material_change"},
			{"collection": "privacy_notices", "id": "notice-3", "path": "material_change"},
		],
	}}
}

test_not_declared_when_the_client_was_told if {
	_verdicts({"change_notices": [{"notice_version_id": "notice-1"}]}, []) == {["C-1", "not-told", "notice-2"]}
	undated := testing.changed(_consent, {"change_notices": [{"notice_version_id": "notice-2"}]})
	testing.verdicts(_found(undated, _inventory([_first, testing.without(_second, ["effective_on"])], [_referrals]), "2026-11-22")) == {["C-1", "not-declared", "privacy_notices.effective_on"]}
	_together({"client_ids": ["all"]}, ["client_id"]) == {["C-1", "not-declared", "privacy_notices.change_communication.sent_on"]}
	_verdicts({"change_notices": [{"notice_version_id": "notice-2"}]}, []) == {["C-1", "not-declared", "consent_records.change_notices.sent_on"]}
	_together({"client_ids": ["all"]}, []) == {["C-1", "not-declared", "privacy_notices.change_communication.sent_on"]}
	_together({"client_ids": ["K-2"]}, []) == {["C-1", "not-told", "notice-2"]}
}

test_not_declared_who_was_told if {
	sent := {"sent_on": testing.day("2026-10-01")}
	_together(sent, []) == {["C-1", "not-declared", "privacy_notices.change_communication.client_ids"]}
	_together(object.union(sent, {"client_ids": ["K-1"]}), ["client_id"]) == {["C-1", "not-declared", "consent_records.client_id"]}
	_together(object.union(sent, {"client_ids": ["all"]}), ["client_id"]) == set()
}

test_what_is_missing_of_one_message_does_not_matter_where_another_will_do if {
	version := testing.changed(_second, {"change_communication": {"client_ids": ["all"]}})
	_found(_consent, _inventory([_first, version], [_referrals]), "2026-11-22") == set()
}

test_a_record_without_a_client_is_shown_by_itself if {
	found := _found(testing.without(_silent_consent, ["client_id"]), _inventory([_first, _second], [_referrals]), "2026-11-22")
	{finding.args.client | some finding in found} == {{"collection": "consent_records", "id": "C-1"}}
}
