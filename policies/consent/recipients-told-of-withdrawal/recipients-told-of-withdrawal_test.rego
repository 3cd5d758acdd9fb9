package privity.consent.recipients_told_of_withdrawal_test

import data.lib.testing
import data.privity.consent.recipients_told_of_withdrawal as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"withdrawn_at": testing.at("2026-09-03T10:00:00"),
	"downstream_notices": [{"recipient_id": "mediator", "sent_on": testing.day("2026-09-08")}],
	"grade": 2,
}

_mediator := {"id": "mediator", "category": "other", "name": "The Mediation Rooms", "relies_on_consent": true}

_court := {"id": "court", "category": "court", "name": "The County Court", "relies_on_consent": false}

_referrals := {"id": "referrals", "recipients": [_mediator, _court], "vendor_ids": ["mailer"], "grade": 1}

_found(record, activity, as_of) := given if {
	given := control.findings with input as {"consent_record": record}
		with data.inventory.processing_activities as testing.by_id([activity])
		with data.as_of as as_of
		with data.parameters as {"downstream_notice_days": 5}
}

_examined(record, activity, as_of) := given if {
	given := control.examined with input as {"consent_record": record}
		with data.inventory.processing_activities as testing.by_id([activity])
		with data.as_of as as_of
		with data.parameters as {"downstream_notice_days": 5}
}

# verdicts: of the consent above, changed as said.
_verdicts(changes, removed) := _verdicts_at(changes, removed, testing.end_of("2026-11-22"))

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(record, _referrals, as_of)) if {
	record := testing.changed(testing.without(_consent, removed), changes)
}

# verdicts_of: of the consent above, changed as said, with these recipients of the activity.
_verdicts_of(changes, recipients) := testing.verdicts(_found(
	testing.changed(_consent, changes),
	testing.changed(_referrals, {"recipients": recipients}),
	testing.end_of("2026-11-22"),
))

_told(recipient_id, on) := {"recipient_id": recipient_id, "sent_on": testing.day(on)}

test_told_on_the_last_day if _verdicts({}, []) == set()

test_examined_with_the_activity if {
	_examined(_consent, _referrals, testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
	}}
}

test_examined_changes_the_day_after_the_last if {
	untold := testing.without(_consent, ["downstream_notices"])
	_examined(untold, _referrals, testing.end_of("2026-09-04")) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 1,
		"changes_on": testing.day("2026-09-09"),
	}}
}

test_not_withdrawn_does_not_apply if {
	_examined(testing.without(_consent, ["withdrawn_at"]), _referrals, testing.end_of("2026-11-22")) == set()
	later := testing.changed(_consent, {"withdrawn_at": testing.at("2026-11-23T00:00:00")})
	_examined(later, _referrals, testing.end_of("2026-11-22")) == set()
	_found(later, _referrals, testing.end_of("2026-11-22")) == set()
}

test_withdrawn_at_this_very_moment_applies if {
	testing.ids(_examined(_consent, _referrals, testing.at("2026-09-03T10:00:00"))) == {"C-1"}
	_examined(_consent, _referrals, testing.at("2026-09-03T09:59:59")) == set()
}

test_examined_does_not_change_for_those_who_were_told if {
	every notices in [[_told("mediator", "2026-09-04")], [{"recipient_id": "mediator"}]] {
		_examined(testing.changed(_consent, {"downstream_notices": notices}), _referrals, testing.end_of("2026-09-05")) == {{
			"subject": {"collection": "consent_records", "id": "C-1"},
			"grade": 1,
		}}
	}
}

test_nobody_relies_on_the_consent if {
	_examined(_consent, testing.changed(_referrals, {"recipients": [_court]}), testing.end_of("2026-11-22")) == set()
	_examined(_consent, testing.changed(_referrals, {"recipients": "none"}), testing.end_of("2026-11-22")) == set()
	_examined(_consent, testing.changed(_referrals, {"recipients": []}), testing.end_of("2026-11-22")) == set()
	_verdicts_of({"downstream_notices": []}, "none") == set()
}

test_not_told_is_a_finding_after_the_last_day if {
	_verdicts_at({}, ["downstream_notices"], testing.end_of("2026-09-07")) == set()
	_verdicts_at({}, ["downstream_notices"], testing.end_of("2026-09-08")) == set()
	_verdicts_at({}, ["downstream_notices"], testing.at("2026-09-09T00:00:00")) == {["C-1", "recipient-not-told", "mediator"]}
}

test_what_is_said_of_a_recipient_not_told if {
	_found(testing.changed(_consent, {"downstream_notices": []}), _referrals, testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "recipient-not-told",
		"by": "mediator",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"recipient": "The Mediation Rooms",
			"withdrawn_on": {"day": testing.day("2026-09-03")},
			"due_on": {"day": testing.day("2026-09-08")},
		},
		"relied_on": [
			{"collection": "consent_records", "id": "C-1", "path": "downstream_notices"},
			{"collection": "consent_records", "id": "C-1", "path": "withdrawn_at"},
			{"collection": "consent_records", "id": "C-1", "path": "erased_on"},
			{"collection": "processing_activities", "id": "referrals", "path": "recipients"},
		],
	}}
}

test_a_notice_to_another_or_in_the_future_is_none if {
	_verdicts({"downstream_notices": [_told("court", "2026-09-04")]}, []) == {["C-1", "recipient-not-told", "mediator"]}
	_verdicts({"downstream_notices": [_told("mediator", "2026-11-22")]}, []) == {["C-1", "remedied-late", "mediator"]}
	_verdicts({"downstream_notices": [_told("mediator", "2026-11-23")]}, []) == {["C-1", "recipient-not-told", "mediator"]}
}

test_told_late if {
	late := testing.changed(_consent, {"downstream_notices": [_told("mediator", "2026-09-20"), _told("mediator", "2026-09-09")]})
	_found(late, _referrals, testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "remedied-late",
		"by": "mediator",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"recipient": "The Mediation Rooms",
			"due_on": {"day": testing.day("2026-09-08")},
			"met_on": {"day": testing.day("2026-09-09")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "consent_records", "id": "C-1", "path": "downstream_notices"},
			{"collection": "consent_records", "id": "C-1", "path": "withdrawn_at"},
			{"collection": "consent_records", "id": "C-1", "path": "erased_on"},
			{"collection": "processing_activities", "id": "referrals", "path": "recipients"},
		],
	}}
}

test_of_several_notices_the_first_counts if {
	_verdicts({"downstream_notices": [_told("mediator", "2026-09-20"), _told("mediator", "2026-09-05")]}, []) == set()
}

test_each_recipient_by_itself if {
	expert := {"id": "expert", "relies_on_consent": true}
	_verdicts_of({}, [_mediator, expert]) == {["C-1", "recipient-not-told", "expert"]}
	_verdicts_of({"downstream_notices": []}, [_mediator, expert]) == {
		["C-1", "recipient-not-told", "expert"],
		["C-1", "recipient-not-told", "mediator"],
	}
}

test_after_an_erasure_all_who_had_the_data_must_know if {
	_verdicts({"erased_on": testing.day("2026-10-01")}, []) == {
		["C-1", "recipient-not-told", "court"],
		["C-1", "recipient-not-told", "mailer"],
	}
}

test_an_erasure_still_to_come_is_none if {
	_verdicts({"erased_on": testing.day("2026-11-23")}, []) == set()
	nobody_relies := testing.changed(_referrals, {"recipients": [_court]})
	tomorrow := testing.changed(_consent, {"erased_on": testing.day("2026-11-23")})
	_examined(tomorrow, nobody_relies, testing.end_of("2026-11-22")) == set()
	testing.ids(_examined(tomorrow, nobody_relies, testing.end_of("2026-11-23"))) == {"C-1"}
}

test_an_erasure_has_days_of_its_own if {
	erased := {"erased_on": testing.day("2026-10-01"), "downstream_notices": [_told("mediator", "2026-09-08"), _told("mailer", "2026-10-06")]}
	_verdicts_at(erased, [], testing.end_of("2026-10-06")) == set()
	_verdicts_at(erased, [], testing.end_of("2026-10-07")) == {["C-1", "recipient-not-told", "court"]}
	late := testing.changed(erased, {"downstream_notices": [_told("mediator", "2026-09-08"), _told("mailer", "2026-10-07"), _told("court", "2026-10-06")]})
	_verdicts(late, []) == {["C-1", "remedied-late", "mailer"]}
}

test_of_two_last_days_the_first_counts if {
	both := {"erased_on": testing.day("2026-10-01"), "downstream_notices": [_told("mediator", "2026-09-09")]}
	_verdicts_of(both, [_mediator]) == {["C-1", "remedied-late", "mediator"], ["C-1", "recipient-not-told", "mailer"]}
	early := {"erased_on": testing.day("2026-09-01"), "downstream_notices": [_told("mediator", "2026-09-07"), _told("mailer", "2026-09-06")]}
	_verdicts_of(early, [_mediator]) == {["C-1", "remedied-late", "mediator"]}
}

test_who_had_no_data_need_not_know_of_the_erasure if {
	erased := {"erased_on": testing.day("2026-10-01"), "downstream_notices": [_told("mailer", "2026-10-01")]}
	_verdicts_of(erased, [testing.changed(_court, {"received_data": false})]) == set()
	_verdicts_of(erased, [testing.changed(_court, {"received_data": true})]) == {["C-1", "recipient-not-told", "court"]}
	_verdicts_of(erased, [_court]) == {["C-1", "recipient-not-told", "court"]}
}

test_a_vendor_among_the_recipients_is_judged_as_said_there if {
	erased := {"erased_on": testing.day("2026-10-01")}
	_verdicts_of(erased, [{"id": "mailer", "category": "vendor", "relies_on_consent": false, "received_data": false}]) == set()
}

test_how_recipients_are_shown if {
	erased := testing.changed(_consent, {"erased_on": testing.day("2026-10-01"), "downstream_notices": []})
	activity := testing.changed(_referrals, {"recipients": [_court, {"id": "expert", "relies_on_consent": true}]})
	{shown.by: shown.args.recipient | some shown in _found(erased, activity, testing.end_of("2026-11-22"))} == {
		"court": "The County Court",
		"expert": "expert",
		"mailer": {"collection": "vendors", "id": "mailer"},
	}
}

test_two_recipients_with_one_id_do_not_break_the_rule if {
	twice := [_mediator, testing.changed(_mediator, {"name": "Another"})]
	found := _found(
		testing.changed(_consent, {"downstream_notices": []}),
		testing.changed(_referrals, {"recipients": twice}),
		testing.end_of("2026-11-22"),
	)
	{finding.args.recipient | some finding in found} == {"Another"}
}

_silent := {"id": "mediator", "name": "The Mediation Rooms"}

test_not_declared_whether_a_recipient_relies_on_the_consent if {
	_verdicts_of({"downstream_notices": []}, [_silent, _court]) == {["C-1", "not-declared", "processing_activities.recipients.relies_on_consent"]}
	_verdicts_of({"downstream_notices": [_told("mediator", "2026-09-09")]}, [_silent]) == {["C-1", "not-declared", "processing_activities.recipients.relies_on_consent"]}
}

test_whoever_was_told_in_time_need_not_be_asked_about if {
	_verdicts_of({}, [_silent, _court]) == set()
	silent := testing.changed(_referrals, {"recipients": [_silent]})
	testing.ids(_examined(_consent, silent, testing.end_of("2026-11-22"))) == {"C-1"}
}

test_after_an_erasure_the_question_remains if {
	erased := {"erased_on": testing.day("2026-11-20"), "downstream_notices": []}
	_verdicts_of(erased, [_silent]) == {["C-1", "not-declared", "processing_activities.recipients.relies_on_consent"]}
}

test_not_declared_where_the_fact_is_missing if {
	activity := testing.changed(_referrals, {"recipients": [_silent, testing.changed(_silent, {"id": "expert"})]})
	_found(testing.changed(_consent, {"downstream_notices": []}), activity, testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "not-declared",
		"by": "processing_activities.recipients.relies_on_consent",
		"args": {
			"subject": {"collection": "processing_activities", "id": "referrals"},
			"fact": {"collection": "processing_activities", "field": "recipients.relies_on_consent"},
		},
		"relied_on": [{"collection": "processing_activities", "id": "referrals", "path": "recipients.relies_on_consent"}],
	}}
}

test_not_declared_to_whom_the_data_goes if {
	testing.verdicts(_found(_consent, testing.without(_referrals, ["recipients"]), testing.end_of("2026-11-22"))) == {["C-1", "not-declared", "processing_activities.recipients"]}
	_verdicts({"activity_id": "unknown"}, []) == {["C-1", "not-declared", "processing_activities.recipients"]}
	_verdicts({}, ["activity_id"]) == {["C-1", "not-declared", "consent_records.activity_id"]}
	every record in [testing.without(_consent, ["activity_id"]), testing.changed(_consent, {"activity_id": "unknown"})] {
		testing.ids(_examined(record, _referrals, testing.end_of("2026-11-22"))) == {"C-1"}
	}
}

test_not_declared_when_a_notice_was_sent if {
	_verdicts({"downstream_notices": [{"recipient_id": "mediator"}]}, []) == {["C-1", "not-declared", "consent_records.downstream_notices.sent_on"]}
	_verdicts({"downstream_notices": [{"recipient_id": "court"}]}, []) == {["C-1", "recipient-not-told", "mediator"]}
	_verdicts({"downstream_notices": [{"recipient_id": "mediator"}, _told("mediator", "2026-09-05")]}, []) == set()
}

test_a_record_without_a_client_is_shown_by_itself if {
	found := _found(testing.without(_consent, ["client_id", "downstream_notices"]), _referrals, testing.end_of("2026-11-22"))
	{finding.args.client | some finding in found} == {{"collection": "consent_records", "id": "C-1"}}
}

test_not_declared_who_a_recipient_is if {
	nameless := testing.without(_mediator, ["id"])
	_verdicts_of({}, [nameless]) == {["C-1", "not-declared", "processing_activities.recipients.id"]}
	_verdicts_of({}, [testing.changed(nameless, {"relies_on_consent": false})]) == set()
}
