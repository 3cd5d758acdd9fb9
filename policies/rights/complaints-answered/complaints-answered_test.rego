package privity.rights.complaints_answered_test

import data.lib.testing
import data.privity.rights.complaints_answered as control

# Received on 31 July 2026: to be acknowledged by 29 August (30 days, that of receipt among them), decided by 31 October.
_complaint := {
	"id": "CP-1",
	"grade": 1,
	"regime": "uk",
	"received_on": testing.day("2026-07-31"),
	"acknowledged_on": testing.day("2026-08-29"),
	"outcome_on": testing.day("2026-10-31"),
}

_judged(changes, removed, as_of, strict) := {"findings": found, "examined": examined} if {
	record := testing.changed(testing.without(_complaint, removed), changes)
	found := control.findings with input as {"complaint": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"strict_day_count": strict, "complaint_outcome_months": 3}
	examined := control.examined with input as {"complaint": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"strict_day_count": strict, "complaint_outcome_months": 3}
}

_findings(changes, removed, as_of) := _judged(changes, removed, as_of, true).findings

_verdicts(changes, removed, as_of) := testing.verdicts(_findings(changes, removed, as_of))

_examined(changes, removed, as_of) := _judged(changes, removed, as_of, true).examined

_is(code) := {["CP-1", code, ""]}

_open := ["acknowledged_on", "outcome_on"]

test_in_time if _verdicts({}, [], "2026-11-22") == set()

test_acknowledged_within_thirty_days if {
	_verdicts({}, _open, "2026-08-21") == set()
	_verdicts({}, _open, "2026-08-22") == _is("ack-due")
	_verdicts({}, _open, "2026-08-29") == _is("ack-due")
	_verdicts({}, _open, "2026-08-30") == _is("not-acknowledged")
	_findings({}, _open, "2026-08-29") == {{
		"subject": {"collection": "complaints", "id": "CP-1"},
		"reason": "ack-due",
		"args": {"received_on": {"day": testing.day("2026-07-31")}, "due_on": {"day": testing.day("2026-08-29")}},
		"relied_on": [
			{"collection": "complaints", "id": "CP-1", "path": "acknowledged_on"},
			{"collection": "complaints", "id": "CP-1", "path": "received_on"},
		],
		"changes_on": testing.day("2026-08-30"),
	}}
	_verdicts({"acknowledged_on": testing.day("2026-08-31")}, ["outcome_on"], "2026-08-30") == _is("not-acknowledged")
}

test_a_day_more_where_receipt_is_not_counted if {
	testing.verdicts(_judged({}, _open, "2026-08-30", false).findings) == _is("ack-due")
	testing.verdicts(_judged({}, _open, "2026-08-31", false).findings) == _is("not-acknowledged")
}

test_acknowledged_late if {
	_findings({"acknowledged_on": testing.day("2026-08-30")}, [], "2026-11-22") == {{
		"subject": {"collection": "complaints", "id": "CP-1"},
		"reason": "remedied-late",
		"by": "acknowledged_on",
		"args": {
			"received_on": {"day": testing.day("2026-07-31")},
			"met_on": {"day": testing.day("2026-08-30")},
			"due_on": {"day": testing.day("2026-08-29")},
		},
		"relied_on": [
			{"collection": "complaints", "id": "CP-1", "path": "acknowledged_on"},
			{"collection": "complaints", "id": "CP-1", "path": "received_on"},
		],
	}}
}

test_an_outcome_acknowledges_too if {
	_verdicts({"outcome_on": testing.day("2026-08-29")}, ["acknowledged_on"], "2026-11-22") == set()
	_verdicts({"outcome_on": testing.day("2026-08-30")}, ["acknowledged_on"], "2026-11-22") == {["CP-1", "remedied-late", "acknowledged_on"]}
}

test_outcome_within_three_months if {
	_verdicts({}, ["outcome_on"], "2026-10-31") == set()
	_findings({}, ["outcome_on"], "2026-11-01") == {{
		"subject": {"collection": "complaints", "id": "CP-1"},
		"reason": "no-outcome",
		"args": {"received_on": {"day": testing.day("2026-07-31")}, "months": 3},
		"relied_on": [
			{"collection": "complaints", "id": "CP-1", "path": "outcome_on"},
			{"collection": "complaints", "id": "CP-1", "path": "received_on"},
		],
	}}
	_verdicts({"outcome_on": testing.day("2026-11-02")}, [], "2026-11-01") == _is("no-outcome")
	_verdicts({"outcome_on": testing.day("2026-11-01")}, [], "2026-11-22") == {["CP-1", "remedied-late", "outcome_on"]}
}

test_not_declared if {
	_verdicts({}, ["received_on"], "2026-11-22") == {["CP-1", "not-declared", "complaints.received_on"]}
	_verdicts({}, ["regime"], "2026-11-22") == {["CP-1", "not-declared", "complaints.regime"]}
}

test_does_not_apply if {
	_examined({"regime": "eu"}, [], "2026-11-22") == set()
	_examined({"regime": "eu"}, ["received_on"], "2026-11-22") == set()
	_examined({"received_on": testing.day("2026-06-18")}, [], "2026-11-22") == set()
	_examined({"received_on": testing.day("2026-06-18")}, ["regime"], "2026-11-22") == set()
	testing.ids(_examined({"received_on": testing.day("2026-06-19")}, [], "2026-11-22")) == {"CP-1"}
}

test_examined if {
	_examined({}, _open, "2026-08-01") == {{
		"subject": {"collection": "complaints", "id": "CP-1"},
		"grade": 1,
		"changes_on": testing.day("2026-08-22"),
	}}
	{entry.changes_on | some entry in _examined({}, ["outcome_on"], "2026-09-01")} == {testing.day("2026-11-01")}
	_examined({}, [], "2026-11-22") == {{"subject": {"collection": "complaints", "id": "CP-1"}, "grade": 1}}
}

_why_not(regimes) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": {"regimes": regimes}}
} else := "applies"

test_not_under_the_uk_gdpr if {
	_why_not(["eu-gdpr"]) == "not-under-uk-gdpr"
	_why_not(["uk-gdpr", "sra"]) == "applies"
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("not-acknowledged", _judged({}, ["acknowledged_on", "outcome_on"], "2026-08-30", true).findings) == {["acknowledged_on", "received_on"]}
	_paths("remedied-late", _judged({"outcome_on": testing.day("2026-11-01")}, [], "2026-11-22", true).findings) == {["outcome_on", "received_on"]}
}

_changes(entries) := {day | some entry in entries; day := entry.changes_on}

test_days_on_which_the_verdict_may_turn if {
	ahead := testing.day("2026-08-02")
	_changes(_examined({"acknowledged_on": ahead}, ["outcome_on"], "2026-08-01")) == {ahead}
	_changes(_examined({"outcome_on": ahead}, ["acknowledged_on"], "2026-08-01")) == {ahead}
	_changes(_examined({}, _open, "2026-08-29")) == {testing.day("2026-08-30")}
	_changes(_examined({}, _open, "2026-08-30")) == {testing.day("2026-11-01")}
}

test_nothing_is_said_before_it_is_known_which_law_applies if {
	_verdicts({}, array.concat(_open, ["regime"]), "2026-11-22") == {["CP-1", "not-declared", "complaints.regime"]}
	_examined({}, array.concat(_open, ["regime"]), "2026-08-01") == {{"subject": {"collection": "complaints", "id": "CP-1"}, "grade": 1}}
}

test_an_acknowledgement_is_not_due_twice if _verdicts({"acknowledged_on": testing.day("2026-08-01")}, ["outcome_on"], "2026-08-25") == set()
