package privity.consent.withdrawal_stops_processing_test

import data.lib.testing
import data.privity.consent.withdrawal_stops_processing as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"status": "withdrawn",
	"given_at": testing.at("2025-03-14T09:00:00"),
	"withdrawn_at": testing.at("2026-09-03T10:00:00"),
	"processing_stopped_at": testing.at("2026-09-04T10:00:00"),
	"kept_after_withdrawal": false,
}

_holds := testing.by_id([
	{"id": "H-1", "status": "active", "triggered_on": testing.day("2026-01-10")},
	{"id": "H-2", "status": "released", "triggered_on": testing.day("2026-01-10"), "released_on": testing.day("2026-11-22")},
])

# verdicts: what the control finds in the consent above, changed as said.
_verdicts(changes, removed) := _verdicts_at(changes, removed, testing.end_of("2026-11-22"))

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(changes, removed, as_of))

_found(changes, removed, as_of) := found if {
	record := testing.changed(testing.without(_consent, removed), changes)
	found := control.findings with input as {"consent_record": record}
		with data.inventory.legal_holds as _holds
		with data.as_of as as_of
		with data.parameters as {"withdrawal_stop_hours": 72, "strict_hold": true}
}

test_stopped_in_time_and_nothing_kept if _verdicts({}, []) == set()

test_not_withdrawn_does_not_apply if {
	examined := control.examined with input as {"consent_record": testing.without(_consent, ["withdrawn_at"])}
		with data.as_of as testing.end_of("2026-11-22")
	examined == set()
}

test_withdrawal_still_to_come_does_not_apply if {
	later := testing.changed(_consent, {"withdrawn_at": testing.at("2026-11-23T00:00:00")})
	examined := control.examined with input as {"consent_record": later} with data.as_of as testing.end_of("2026-11-22")
	examined == set()
}

test_examined_changes_at_the_deadline if {
	examined := control.examined with input as {"consent_record": testing.without(_consent, ["processing_stopped_at"])}
		with data.as_of as testing.at("2026-09-03T12:00:00")
		with data.parameters as {"withdrawal_stop_hours": 72}
	examined == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"grade": 0,
		"changes_on": testing.day("2026-09-06"),
	}}
}

test_at_the_deadline_the_stop_is_still_due if {
	_verdicts_at({}, ["processing_stopped_at"], testing.at("2026-09-06T10:00:00")) == {["C-1", "stop-due", ""]}
}

test_a_second_after_the_deadline_it_is_overdue if {
	_verdicts_at({}, ["processing_stopped_at"], testing.at("2026-09-06T10:00:01")) == {["C-1", "still-processing", ""]}
}

test_a_stop_in_the_future_is_no_stop if {
	stops_later := {"processing_stopped_at": testing.at("2026-11-23T00:00:00")}
	_verdicts(stops_later, []) == {["C-1", "still-processing", ""]}
}

test_where_only_the_day_is_known_days_are_counted if {
	by_day := {"withdrawn_at": testing.date_only("2026-09-03")}
	_verdicts_at(by_day, ["processing_stopped_at"], testing.end_of("2026-09-06")) == {["C-1", "stop-due", ""]}
	_verdicts_at(by_day, ["processing_stopped_at"], testing.end_of("2026-09-07")) == {["C-1", "still-processing", ""]}
}

test_stopped_at_the_deadline_is_in_time if {
	_verdicts({"processing_stopped_at": testing.at("2026-09-06T10:00:00")}, []) == set()
}

test_stopped_after_the_deadline_is_remedied_late if {
	_verdicts({"processing_stopped_at": testing.at("2026-09-06T10:00:01")}, []) == {["C-1", "remedied-late", ""]}
}

test_still_marked_active if _verdicts({"status": "active"}, []) == {["C-1", "marked-active", ""]}

test_kept_without_a_reason if {
	_verdicts({"kept_after_withdrawal": true}, []) == {["C-1", "kept-without-reason", ""]}
}

test_kept_for_legal_claims if {
	_verdicts({"kept_after_withdrawal": true, "residual_basis": "legal-claims"}, []) == set()
}

test_a_residual_basis_says_that_data_is_kept if {
	_verdicts({"residual_basis": "legal-hold", "legal_hold_id": "H-2"}, ["kept_after_withdrawal"]) == {["C-1", "no-such-hold", ""]}
}

test_kept_for_a_hold if {
	kept := {"kept_after_withdrawal": true, "residual_basis": "legal-hold"}
	_verdicts(object.union(kept, {"legal_hold_id": "H-1"}), []) == set()
	_verdicts(object.union(kept, {"legal_hold_id": "H-2"}), []) == {["C-1", "no-such-hold", ""]}
	_verdicts(object.union(kept, {"legal_hold_id": "H-9"}), []) == {["C-1", "no-such-hold", ""]}
	_verdicts(kept, []) == {["C-1", "no-such-hold", ""]}
}

test_not_declared_whether_data_is_kept if {
	_verdicts({}, ["kept_after_withdrawal"]) == {["C-1", "not-declared", "consent_records.kept_after_withdrawal"]}
}

test_withdrawn_and_stopped_at_the_moment_of_judging if {
	now := testing.at("2026-09-03T10:00:00")
	_verdicts_at({}, ["processing_stopped_at"], now) == {["C-1", "stop-due", ""]}
	_verdicts_at({"processing_stopped_at": now}, [], now) == set()
}

test_a_reason_to_keep_what_is_not_kept_asks_for_nothing if {
	_verdicts({"residual_basis": "legal-hold"}, []) == set()
}

test_a_record_without_client_and_activity_is_judged_all_the_same if {
	_verdicts_at({}, ["client_id", "activity_id", "processing_stopped_at"], testing.end_of("2026-11-22")) == {["C-1", "still-processing", ""]}
}

test_the_day_of_a_deadline_within_a_day if {
	found := control.findings with input as {"consent_record": testing.without(_consent, ["processing_stopped_at"])}
		with data.as_of as testing.at("2026-09-04T12:00:00")
		with data.parameters as {"withdrawal_stop_hours": 36, "strict_hold": true}
	{[finding.reason, finding.args, finding.changes_on, finding.relied_on] | some finding in found} == {[
		"stop-due",
		{
			"client": {"collection": "clients", "id": "K-1"},
			"activity": {"collection": "processing_activities", "id": "referrals"},
			"withdrawn_on": {"day": testing.day("2026-09-03")},
			"due_at": {"day": testing.day("2026-09-04"), "ms": testing.at("2026-09-04T22:00:00").ms},
		},
		testing.day("2026-09-04"),
		[
			{"collection": "consent_records", "id": "C-1", "path": "withdrawn_at"},
			{"collection": "consent_records", "id": "C-1", "path": "processing_stopped_at"},
		],
	]}
}

test_stopped_late_says_when_it_was_due_and_met if {
	found := control.findings with input as {"consent_record": testing.changed(_consent, {"processing_stopped_at": testing.at("2026-09-08T10:00:00")})}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"withdrawal_stop_hours": 72, "strict_hold": true}
	{finding.args | some finding in found} == {{
		"client": {"collection": "clients", "id": "K-1"},
		"activity": {"collection": "processing_activities", "id": "referrals"},
		"withdrawn_on": {"day": testing.day("2026-09-03")},
		"due_on": {"day": testing.day("2026-09-06"), "ms": testing.at("2026-09-06T10:00:00").ms},
		"met_on": {"day": testing.day("2026-09-08")},
	}}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("kept-without-reason", _found({"kept_after_withdrawal": true}, [], testing.end_of("2026-11-22"))) == {["kept_after_withdrawal", "residual_basis"]}
	_paths("marked-active", _found({"status": "active"}, [], testing.end_of("2026-11-22"))) == {["status", "withdrawn_at"]}
	_paths("no-such-hold", _found({"kept_after_withdrawal": true, "residual_basis": "legal-hold"}, [], testing.end_of("2026-11-22"))) == {["residual_basis", "legal_hold_id"]}
	_paths("remedied-late", _found({"processing_stopped_at": testing.at("2026-09-06T10:00:01")}, [], testing.end_of("2026-11-22"))) == {["withdrawn_at", "processing_stopped_at"]}
	_paths("still-processing", _found({}, ["processing_stopped_at"], testing.at("2026-09-06T10:00:01"))) == {["withdrawn_at", "processing_stopped_at"]}
}
