package privity.rights.one_month_test

import data.lib.testing
import data.privity.rights.one_month as control

# Received on Tuesday 1 September 2026: due on Thursday 1 October, extended on Tuesday 1 December.
_request := {
	"id": "R-1",
	"grade": 2,
	"regime": "uk",
	"right": "access",
	"status": "open",
	"received_on": testing.day("2026-09-01"),
	"calendar": "england-and-wales",
	"identity": {"required": false},
}

_calendars := {
	"england-and-wales": {"years": [2026, 2026], "holidays": ["2026-08-31", "2026-12-25", "2026-12-28"]},
	"eu-ie": {"years": [2026, 2026], "holidays": ["2026-10-26"]},
}

_findings(changes, removed, as_of) := found if {
	record := testing.changed(testing.without(_request, removed), changes)
	found := control.findings with input as {"rights_request": record}
		with data.inventory as {"firm": {"id": "firm"}}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"prompt_ask_days": 10}
		with data.tables as {"calendars": _calendars}
}

_verdicts(changes, removed, as_of) := testing.verdicts(_findings(changes, removed, as_of))

_examined(changes, removed, as_of) := examined if {
	record := testing.changed(testing.without(_request, removed), changes)
	examined := control.examined with input as {"rights_request": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"prompt_ask_days": 10}
		with data.tables as {"calendars": _calendars}
}

_changes(entries) := {day | some entry in entries; day := entry.changes_on}

_is(code) := {["R-1", code, ""]}

_unknown(fact) := {["R-1", "not-declared", concat(".", ["rights_requests", fact])]}

_answered_on(day) := {"status": "answered", "responded_on": testing.day(day)}

test_open_and_in_time if _verdicts({}, [], "2026-09-23") == set()

test_due_soon_in_the_last_quarter if {
	_verdicts({}, [], "2026-09-24") == _is("due-soon")
	_verdicts({}, [], "2026-10-01") == _is("due-soon")
	_findings({}, [], "2026-09-24") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "due-soon",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "access"},
			"received_on": {"day": testing.day("2026-09-01")},
			"due_on": {"day": testing.day("2026-10-01")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "calendar"},
			{"collection": "rights_requests", "id": "R-1", "path": "identity"},
		],
		"changes_on": testing.day("2026-10-02"),
	}}
}

test_overdue_the_day_after if {
	_verdicts({}, [], "2026-10-02") == _is("overdue")
	[finding.args.due_on | some finding in _findings({}, [], "2026-10-02")] == [{"day": testing.day("2026-10-01")}]
}

test_an_answer_that_lies_ahead_is_none_yet if {
	_verdicts(_answered_on("2026-10-03"), [], "2026-10-02") == _is("overdue")
	_changes(_findings(_answered_on("2026-10-03"), [], "2026-10-02")) == {testing.day("2026-10-03")}
}

test_answered_on_the_due_day if _verdicts(_answered_on("2026-10-01"), [], "2026-11-22") == set()

test_answered_late if {
	_verdicts(_answered_on("2026-10-02"), [], "2026-11-22") == _is("late-without-reason")
	reasoned := object.union(_answered_on("2026-10-02"), {"late_reason": "A storm closed the office."})
	_verdicts(reasoned, [], "2026-11-22") == _is("late-with-reason")
	_verdicts(testing.changed(reasoned, {"late_reason": " "}), [], "2026-11-22") == _is("late-without-reason")
	{[finding.args.met_on, finding.args.due_on] | some finding in _findings(reasoned, [], "2026-11-22")} == {[
		{"day": testing.day("2026-10-02")},
		{"day": testing.day("2026-10-01")},
	]}
}

test_a_month_that_ends_on_a_holiday_ends_on_the_next_working_day if {
	received := {"received_on": testing.day("2026-11-25")} # 25 December is a Friday, 28 December a holiday
	_verdicts(received, [], "2026-12-29") == _is("due-soon")
	_verdicts(received, [], "2026-12-30") == _is("overdue")
}

test_proof_asked_for_promptly_moves_the_start if {
	proof := {"identity": {
		"required": true,
		"asked_on": testing.day("2026-09-11"),
		"info_received_on": testing.day("2026-09-14"),
	}}
	_verdicts(proof, [], "2026-10-14") == _is("due-soon")
	_verdicts(proof, [], "2026-10-15") == _is("overdue")
}

test_proof_asked_for_later_changes_nothing if {
	proof := {"identity": {
		"required": true,
		"asked_on": testing.day("2026-09-12"),
		"info_received_on": testing.day("2026-09-14"),
	}}
	_verdicts(proof, [], "2026-10-02") == _is("overdue")
}

test_proof_that_was_not_asked_for_changes_nothing if {
	proof := {"identity": {"required": false, "info_received_on": testing.day("2026-09-14")}}
	_verdicts(proof, [], "2026-10-02") == _is("overdue")
	_verdicts({}, ["identity"], "2026-10-02") == _is("overdue")
}

_waiting := {"identity": {"required": true, "asked_on": testing.day("2026-09-01")}}

test_while_proof_is_awaited_the_clock_stands_still if {
	_verdicts(_waiting, [], "2026-11-30") == set()
	_findings(_waiting, [], "2026-12-01") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "waiting-for-the-person",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "access"},
			"received_on": {"day": testing.day("2026-09-01")},
			"asked_on": {"day": testing.day("2026-09-01")},
		},
		"relied_on": [{"collection": "rights_requests", "id": "R-1", "path": "identity.info_received_on"}],
	}}
	_verdicts(object.union(_waiting, _answered_on("2026-11-01")), [], "2026-12-01") == set()
	_changes(_examined(_waiting, [], "2026-11-30")) == {testing.day("2026-12-01")}
}

test_not_declared_when_proof_was_asked_for if {
	_verdicts({"identity": {"required": true}}, [], "2026-09-10") == set()
	_verdicts({"identity": {"required": true}}, [], "2026-10-02") == _unknown("identity.asked_on")
}

test_a_fee_moves_the_start_in_the_united_kingdom_alone if {
	fee := {"identity": {"required": false, "fee_paid_on": testing.day("2026-09-10")}}
	_verdicts(fee, [], "2026-10-12") == _is("due-soon") # 10 October is a Saturday
	_verdicts(fee, [], "2026-10-13") == _is("overdue")
	_verdicts(object.union(fee, {"regime": "eu", "calendar": "eu-ie"}), [], "2026-10-02") == _is("overdue")
}

_clarified := {"clarification": {"asked_on": testing.day("2026-09-03"), "answered_on": testing.day("2026-09-08")}}

# Six days, both ends included: 1 October becomes 7 October.
test_a_pause_lengthens_the_time_for_access_in_the_united_kingdom if {
	_verdicts(_clarified, [], "2026-10-07") == _is("due-soon")
	_verdicts(_clarified, [], "2026-10-08") == _is("overdue")
	_verdicts(object.union(_clarified, _answered_on("2026-10-07")), [], "2026-11-22") == set()
	_verdicts(object.union(_clarified, {"right": "erasure"}), [], "2026-10-02") == _is("overdue")
}

test_a_pause_in_the_union_rests_on_guidance if {
	eu := {"regime": "eu", "calendar": "eu-ie", "right": "erasure"}
	paused := object.union(_clarified, eu)
	_verdicts(paused, [], "2026-10-07") == _is("due-soon")
	_verdicts(object.union(paused, _answered_on("2026-10-01")), [], "2026-11-22") == set()
	_findings(object.union(paused, _answered_on("2026-10-02")), [], "2026-11-22") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "relied-on-pause",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "erasure"},
			"received_on": {"day": testing.day("2026-09-01")},
			"met_on": {"day": testing.day("2026-10-02")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "clarification"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
		],
	}}
	_verdicts(object.union(paused, _answered_on("2026-10-07")), [], "2026-11-22") == _is("relied-on-pause")
	_verdicts(object.union(paused, _answered_on("2026-10-08")), [], "2026-11-22") == _is("late-without-reason")
	unanswered := object.union({"clarification": {"asked_on": testing.day("2026-09-03")}}, eu)
	_verdicts(unanswered, [], "2026-12-02") == set()
	_verdicts(unanswered, [], "2026-12-03") == _is("waiting-for-the-person")
	_verdicts(object.union(unanswered, _answered_on("2026-10-05")), [], "2026-12-03") == _is("relied-on-pause")
}

test_clarification_asked_for_late_changes_nothing if {
	late := {"clarification": {"asked_on": testing.day("2026-09-12"), "answered_on": testing.day("2026-09-20")}}
	_verdicts(late, [], "2026-10-02") == _is("overdue")
}

test_not_declared_when_clarification_was_asked_for if {
	_verdicts({"clarification": {"answered_on": testing.day("2026-09-20")}}, [], "2026-10-02") == _unknown("clarification.asked_on")
}

_extended := {"extended_on": testing.day("2026-10-01"), "extension_reason": "Forty boxes in the archive."}

test_extended_by_two_months if {
	_verdicts(_extended, [], "2026-10-30") == set()
	_verdicts(_extended, [], "2026-12-01") == _is("due-soon")
	_verdicts(_extended, [], "2026-12-02") == _is("overdue")
	_verdicts(object.union(_extended, _answered_on("2026-12-01")), [], "2026-12-02") == set()
}

test_extended_too_late if {
	late := testing.changed(_extended, {"extended_on": testing.day("2026-10-02")})
	_verdicts(late, [], "2026-10-02") == _is("overdue") | _is("extended-too-late")
	_verdicts(object.union(late, _answered_on("2026-10-01")), [], "2026-11-22") == set()
	{finding.args | some finding in _findings(late, [], "2026-10-02"); finding.reason == "extended-too-late"} == {{
		"right": {"collection": "rights_requests", "field": "right", "value": "access"},
		"received_on": {"day": testing.day("2026-09-01")},
		"extended_on": {"day": testing.day("2026-10-02")},
		"due_on": {"day": testing.day("2026-10-01")},
	}}
	_verdicts(object.union(late, _answered_on("2026-10-05")), [], "2026-11-22") == _is("late-without-reason") | _is("extended-too-late")
}

test_extended_without_a_reason if {
	bare := testing.without(_extended, ["extension_reason"])
	_verdicts(bare, [], "2026-10-01") == _is("due-soon")
	_verdicts(bare, [], "2026-10-02") == _is("overdue") | _is("extended-too-late")
}

test_an_extension_that_lies_ahead_is_none_yet if {
	_verdicts(testing.changed(_extended, {"extended_on": testing.day("2026-10-03")}), [], "2026-10-02") == _is("overdue")
}

test_a_calendar_that_is_not_listed if {
	elsewhere := {"calendar": "eu-es", "regime": "eu"}
	_verdicts(elsewhere, [], "2026-10-01") == _is("due-soon")
	_findings(elsewhere, [], "2026-10-02") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "calendar-not-covered",
		"args": {"received_on": {"day": testing.day("2026-09-01")}, "due_on": {"day": testing.day("2026-10-01")}},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "calendar"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
		],
	}}
	_verdicts(object.union(elsewhere, _answered_on("2026-10-01")), [], "2026-11-22") == set()
	_verdicts({"received_on": testing.day("2026-12-04")}, [], "2027-01-05") == _is("calendar-not-covered")
}

test_not_declared if {
	every fact in ["regime", "status", "received_on", "right", "calendar"] {
		_verdicts({}, [fact], "2026-11-22") == _unknown(fact)
	}
	_verdicts({"status": "refused"}, [], "2026-11-22") == _unknown("responded_on")
}

test_does_not_apply if {
	_examined({"regime": "us-ca"}, [], "2026-11-22") == set()
	_examined({"status": "withdrawn"}, [], "2026-11-22") == set()
	_examined({"status": "withdrawn"}, ["regime"], "2026-11-22") == set()
	_verdicts({"regime": "us-ca"}, ["status"], "2026-11-22") == set()
	testing.ids(_examined({"regime": "eu"}, ["status"], "2026-11-22")) == {"R-1"}
}

test_examined if {
	_examined({}, [], "2026-09-05") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"grade": 2,
		"changes_on": testing.day("2026-09-24"),
	}}
	_changes(_examined(_answered_on("2026-09-04"), [], "2026-09-05")) == set()
	_changes(_examined({"clarification": {"asked_on": testing.day("2026-09-06")}}, [], "2026-09-05")) == {testing.day("2026-09-06")}
}

_why_not(regimes) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": {"regimes": regimes}}
} else := "applies"

test_not_under_the_gdpr if {
	_why_not(["us-ca-ccpa", "aba"]) == "not-under-gdpr"
	_why_not(["eu-gdpr"]) == "applies"
	_why_not(["uk-gdpr"]) == "applies"
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("extended-too-late", _findings({"extended_on": testing.day("2026-10-01")}, [], "2026-10-02")) == {["extended_on", "extension_reason", "received_on"]}
	_paths("late-with-reason", _findings({"late_reason": "A storm closed the office.", "responded_on": testing.day("2026-10-02"), "status": "answered"}, [], "2026-11-22")) == {["responded_on", "late_reason", "received_on", "calendar", "identity"]}
	_paths("late-without-reason", _findings(testing.changed(_extended, {"extended_on": testing.day("2026-10-02"), "responded_on": testing.day("2026-10-05"), "status": "answered"}), [], "2026-11-22")) == {["responded_on", "late_reason", "received_on", "calendar", "extended_on", "identity"]}
	_paths("overdue", _findings({"extended_on": testing.day("2026-10-01")}, [], "2026-10-02")) == {["responded_on", "received_on", "calendar", "extended_on", "identity"]}
	_paths("waiting-for-the-person", _findings({"identity": {"asked_on": testing.day("2026-09-01"), "required": true}}, [], "2026-12-01")) == {["identity.info_received_on"]}
}

test_an_answer_in_time_is_not_judged_again if {
	_verdicts(_answered_on("2026-09-20"), [], "2026-09-25") == set()
	_verdicts(object.union(_answered_on("2026-09-20"), {"late_reason": "A storm closed the office."}), [], "2026-11-22") == set()
}

test_not_declared_when_it_was_answered if {
	every status in ["answered", "partly-refused", "refused"] {
		_verdicts({"status": status}, [], "2026-09-10") == _unknown("responded_on")
	}
}

test_nothing_else_is_said_of_a_record_that_lacks_a_fact if {
	eu := {"regime": "eu", "calendar": "eu-ie"}
	_verdicts(object.union(object.union(_clarified, eu), {"responded_on": testing.day("2026-10-02")}), ["status"], "2026-11-22") == _unknown("status")
	_verdicts(_waiting, ["status"], "2026-12-01") == _unknown("status")
}

test_the_wait_counts_from_the_first_question if {
	both := object.union(_waiting, {"clarification": {"asked_on": testing.day("2026-09-05")}})
	_verdicts(both, [], "2026-11-30") == set()
	_findings(both, [], "2026-12-01") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "waiting-for-the-person",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "access"},
			"received_on": {"day": testing.day("2026-09-01")},
			"asked_on": {"day": testing.day("2026-09-01")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "clarification.answered_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "identity.info_received_on"},
		],
		"changes_on": testing.day("2026-12-05"),
	}}
}

# The first period has to lie in the years that the calendar knows, and so has the longer one.
test_a_calendar_that_knows_one_of_the_two_periods if {
	to_next_year := {"received_on": testing.day("2026-10-20"), "extended_on": testing.day("2026-11-10"), "extension_reason": "Forty boxes."}
	_verdicts(to_next_year, [], "2027-01-21") == _is("calendar-not-covered")
	from_last_year := {"received_on": testing.day("2025-11-03"), "extended_on": testing.day("2025-11-10"), "extension_reason": "Forty boxes."}
	_verdicts(from_last_year, [], "2026-02-04") == _is("calendar-not-covered")
}

test_a_calendar_that_is_not_listed_leaves_it_open if {
	elsewhere := {"calendar": "eu-es", "regime": "eu"}
	_verdicts(object.union(elsewhere, _answered_on("2026-10-02")), [], "2026-11-22") == _is("calendar-not-covered")
	_verdicts(object.union(elsewhere, object.union(_answered_on("2026-10-02"), {"late_reason": "A storm."})), [], "2026-11-22") == _is("calendar-not-covered")
	_verdicts(object.union(elsewhere, {"extended_on": testing.day("2026-10-01")}), [], "2026-10-02") == _is("calendar-not-covered")
}

test_days_on_which_the_verdict_may_turn if {
	_changes(_examined({}, [], "2026-09-23")) == {testing.day("2026-09-24")}
	_changes(_examined({}, [], "2026-09-24")) == {testing.day("2026-10-02")}
	_changes(_examined({}, [], "2026-10-02")) == set()
	_changes(_examined(_extended, [], "2026-10-01")) == {testing.day("2026-11-09")}
	_changes(_examined(_extended, [], "2026-12-01")) == {testing.day("2026-12-02")}
	ahead := testing.day("2026-09-06")
	every changes in [
		{"responded_on": ahead},
		{"extended_on": ahead},
		{"identity": {"required": true, "asked_on": ahead}},
		{"identity": {"required": true, "asked_on": testing.day("2026-09-01"), "info_received_on": ahead}},
		{"identity": {"required": false, "fee_paid_on": ahead}},
		{"clarification": {"asked_on": ahead}},
		{"clarification": {"asked_on": testing.day("2026-09-01"), "answered_on": ahead}},
	] {
		_changes(_examined(changes, [], "2026-09-05")) == {ahead}
	}
}

test_an_overdue_answer_leads_to_the_question_too if {
	_paths("overdue", _findings(_clarified, [], "2026-10-08")) == {["responded_on", "received_on", "calendar", "clarification", "identity"]}
}
