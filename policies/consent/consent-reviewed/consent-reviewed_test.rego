package privity.consent.consent_reviewed_test

import data.lib.testing
import data.privity.consent.consent_reviewed as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"status": "active",
	"given_at": testing.at("2025-11-22T09:00:00"),
	"grade": 2,
}

_old := {"given_at": testing.at("2024-03-31T09:00:00")}

# found: in the consent above, changed as said, with these common reviews.
_found(record, reviews, as_of) := given if {
	given := control.findings with input as {"consent_record": record}
		with data.inventory.consent_reviews as testing.by_id(reviews)
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"consent_review_months": 12}
}

_examined(record, reviews, as_of) := given if {
	given := control.examined with input as {"consent_record": record}
		with data.inventory.consent_reviews as testing.by_id(reviews)
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"consent_review_months": 12}
}

_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(record, [], as_of)) if {
	record := testing.changed(testing.without(_consent, removed), changes)
}

# reviewed: verdicts on the old consent under one common review, the one below changed as said.
_reviewed(changes, removed) := testing.verdicts(_found(testing.changed(_consent, _old), [review], "2026-11-22")) if {
	review := testing.changed(testing.without(_review, removed), changes)
}

_review := {"id": "R-1", "performed_on": testing.day("2026-02-01"), "activity_ids": ["all"], "grade": 1}

_overdue := {["C-1", "review-overdue", ""]}

test_given_a_year_ago_is_due_today if _verdicts({}, []) == set()

test_given_a_day_earlier_is_overdue if {
	_verdicts({"given_at": testing.at("2025-11-21T23:59:59")}, []) == _overdue
}

test_given_looked_at_or_agreed_again_today if {
	_verdicts({"given_at": testing.at("2026-11-22T23:59:59")}, []) == set()
	_verdicts(object.union(_old, {"last_reviewed_on": testing.day("2026-11-22")}), []) == set()
	_verdicts(object.union(_old, {"reconfirmed_at": testing.at("2026-11-22T23:59:59")}), []) == set()
}

test_the_firms_period_counts if {
	found := control.findings with input as {"consent_record": _consent}
		with data.inventory.consent_reviews as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"consent_review_months": 11}
	testing.verdicts(found) == _overdue
}

test_a_consent_that_is_not_active_does_not_apply if {
	every status in ["withdrawn", "expired", "superseded"] {
		record := testing.changed(_consent, {"status": status, "given_at": testing.at("2020-01-01T09:00:00")})
		_examined(record, [], "2026-11-22") == set()
		_found(record, [], "2026-11-22") == set()
	}
}

test_examined_changes_the_day_after_it_falls_due if {
	_examined(_consent, [], "2026-11-22") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 2,
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_examined_changes_when_the_consent_runs_out if {
	ends := testing.changed(_consent, {"expires_on": testing.day("2026-06-30")})
	_examined(ends, [], "2026-01-01") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 2,
		"changes_on": testing.day("2026-07-01"),
	}}
}

test_examined_with_the_review_that_decides if {
	subject := {"collection": "consent_records", "id": "C-1"}
	changes_on := testing.day("2027-02-02")
	_examined(testing.changed(_consent, _old), [_review], "2026-11-22") == {{"subject": subject, "grade": 1, "changes_on": changes_on}}
	own := object.union(_old, {"last_reviewed_on": testing.day("2026-02-01")})
	_examined(testing.changed(_consent, own), [_review], "2026-11-22") == {{"subject": subject, "grade": 2, "changes_on": changes_on}}
}

test_what_is_said_of_an_overdue_review if {
	_found(testing.changed(_consent, {"given_at": testing.at("2024-02-29T09:00:00")}), [], "2026-11-22") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "review-overdue",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"activity": {"collection": "processing_activities", "id": "referrals"},
			"last_on": {"day": testing.day("2024-02-29")},
			"due_on": {"day": testing.day("2025-02-28")},
		},
		"relied_on": [
			{"collection": "consent_records", "id": "C-1", "path": "last_reviewed_on"},
			{"collection": "consent_records", "id": "C-1", "path": "reconfirmed_at"},
			{"collection": "consent_records", "id": "C-1", "path": "given_at"},
		],
	}}
}

test_an_overdue_review_names_the_last_common_one if {
	earlier := testing.changed(_review, {"performed_on": testing.day("2025-11-21")})
	found := _found(testing.changed(_consent, _old), [earlier], "2026-11-22")
	{{"last_on": overdue.args.last_on, "due_on": overdue.args.due_on, "review": overdue.relied_on[3]} | some overdue in found} == {{
		"last_on": {"day": testing.day("2025-11-21")},
		"due_on": {"day": testing.day("2026-11-21")},
		"review": {"collection": "consent_reviews", "id": "R-1", "path": "performed_on"},
	}}
}

test_looked_at_by_itself if {
	_verdicts(object.union(_old, {"last_reviewed_on": testing.day("2025-11-22")}), []) == set()
	_verdicts(object.union(_old, {"last_reviewed_on": testing.day("2025-11-21")}), []) == _overdue
	_verdicts(object.union(_old, {"last_reviewed_on": testing.day("2026-11-23")}), []) == _overdue
}

test_agreed_again if {
	_verdicts(object.union(_old, {"reconfirmed_at": testing.at("2025-11-22T00:00:00")}), []) == set()
	_verdicts(object.union(_old, {"reconfirmed_at": testing.at("2025-11-21T23:59:59")}), []) == _overdue
	_verdicts(object.union(_old, {"reconfirmed_at": testing.at("2026-11-23T00:00:00")}), []) == _overdue
}

test_the_latest_day_counts if {
	days := {
		"given_at": testing.at("2025-01-01T09:00:00"),
		"last_reviewed_on": testing.day("2025-12-01"),
		"reconfirmed_at": testing.at("2025-06-01T09:00:00"),
	}
	_verdicts(days, []) == set()
}

test_a_common_review_in_time if {
	_reviewed({}, []) == set()
	_reviewed({"performed_on": testing.day("2025-11-22")}, []) == set()
	_reviewed({"performed_on": testing.day("2025-11-21")}, []) == _overdue
	_reviewed({"performed_on": testing.day("2026-11-22")}, []) == set()
	_reviewed({"performed_on": testing.day("2026-11-23")}, []) == _overdue
}

test_a_common_review_of_some_activities if {
	_reviewed({"activity_ids": ["newsletter", "referrals"]}, []) == set()
	_reviewed({"activity_ids": ["newsletter"]}, []) == _overdue
	_reviewed({"activity_ids": []}, []) == _overdue
}

test_a_common_review_of_consents_given_before_a_day if {
	_reviewed({"given_before": testing.day("2024-04-01")}, []) == set()
	_reviewed({"given_before": testing.day("2024-03-31")}, []) == _overdue
}

test_no_common_reviews_at_all if {
	found := control.findings with input as {"consent_record": testing.changed(_consent, _old)}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"consent_review_months": 12}
	testing.verdicts(found) == _overdue
}

test_expired_and_still_active if {
	_verdicts({"expires_on": testing.day("2026-11-22")}, []) == set()
	ended := testing.changed(_consent, {"expires_on": testing.day("2026-11-21")})
	_found(ended, [], "2026-11-22") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "expired-but-active",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"activity": {"collection": "processing_activities", "id": "referrals"},
			"expires_on": {"day": testing.day("2026-11-21")},
		},
		"relied_on": [
			{"collection": "consent_records", "id": "C-1", "path": "status"},
			{"collection": "consent_records", "id": "C-1", "path": "expires_on"},
		],
	}}
}

test_expired_and_overdue_are_two_findings if {
	_verdicts(object.union(_old, {"expires_on": testing.day("2025-03-31")}), []) == {
		["C-1", "review-overdue", ""],
		["C-1", "expired-but-active", ""],
	}
}

test_not_declared_when_consent_was_given if {
	_verdicts({}, ["given_at"]) == {["C-1", "not-declared", "consent_records.given_at"]}
	_verdicts({"last_reviewed_on": testing.day("2020-01-01")}, ["given_at"]) == {["C-1", "not-declared", "consent_records.given_at"]}
}

test_a_consent_in_the_future_cannot_be_judged_yet if {
	given := testing.at("2026-11-23T00:00:00")
	_found(testing.changed(_consent, {"given_at": given}), [], "2026-11-22") == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "dated-ahead",
		"by": "consent_records.given_at",
		"args": {
			"subject": {"collection": "consent_records", "id": "C-1"},
			"fact": {"collection": "consent_records", "field": "given_at"},
			"dated": given,
		},
		"relied_on": [{"collection": "consent_records", "id": "C-1", "path": "given_at"}],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_not_declared_whether_it_is_active if {
	_verdicts({}, ["status"]) == {["C-1", "not-declared", "consent_records.status"]}
	_verdicts(object.union(_old, {"expires_on": testing.day("2025-03-31")}), ["status"]) == {["C-1", "not-declared", "consent_records.status"]}
	testing.ids(_examined(testing.without(_consent, ["status"]), [], "2026-11-22")) == {"C-1"}
}

test_not_declared_what_the_consent_is_for if {
	_verdicts(_old, ["activity_id"]) == {["C-1", "not-declared", "consent_records.activity_id"]}
	_verdicts({}, ["activity_id"]) == set()
	record := testing.changed(testing.without(_consent, ["activity_id"]), _old)
	_found(record, [_review], "2026-11-22") == set()
}

test_not_declared_which_consents_were_reviewed if {
	found := _found(testing.changed(_consent, _old), [testing.without(_review, ["activity_ids"])], "2026-11-22")
	found == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "not-declared",
		"by": "consent_reviews.activity_ids",
		"args": {
			"subject": {"collection": "consent_reviews", "id": "R-1"},
			"fact": {"collection": "consent_reviews", "field": "activity_ids"},
		},
		"relied_on": [{"collection": "consent_reviews", "id": "R-1", "path": "activity_ids"}],
	}}
	_reviewed({"performed_on": testing.day("2025-11-22")}, ["activity_ids"]) == {["C-1", "not-declared", "consent_reviews.activity_ids"]}
	_reviewed({"performed_on": testing.day("2026-11-22")}, ["activity_ids"]) == {["C-1", "not-declared", "consent_reviews.activity_ids"]}
	_reviewed({"performed_on": testing.day("2025-11-21")}, ["activity_ids"]) == _overdue
	_reviewed({"performed_on": testing.day("2026-11-23")}, ["activity_ids"]) == _overdue
	_reviewed({"given_before": testing.day("2024-03-31")}, ["activity_ids"]) == _overdue
}

test_not_declared_when_the_review_was if {
	_reviewed({}, ["performed_on"]) == {["C-1", "not-declared", "consent_reviews.performed_on"]}
	_reviewed({"activity_ids": ["newsletter"]}, ["performed_on"]) == _overdue
	_reviewed({"given_before": testing.day("2024-03-31")}, ["performed_on"]) == _overdue
}

test_an_incomplete_review_does_not_matter_where_another_will_do if {
	incomplete := {"id": "R-2", "activity_ids": ["all"]}
	_found(testing.changed(_consent, _old), [_review, incomplete], "2026-11-22") == set()
	_found(_consent, [incomplete, testing.without(_review, ["activity_ids"])], "2026-11-22") == set()
}

test_a_record_without_client_or_activity_is_shown_by_itself if {
	ended := testing.changed(testing.without(_consent, ["client_id", "activity_id"]), {"expires_on": testing.day("2026-11-21")})
	itself := {"collection": "consent_records", "id": "C-1"}
	{finding.args | some finding in _found(ended, [], "2026-11-22")} == {{
		"client": itself,
		"activity": itself,
		"expires_on": {"day": testing.day("2026-11-21")},
	}}
}
