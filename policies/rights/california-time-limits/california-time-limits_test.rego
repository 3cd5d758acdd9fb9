package privity.rights.california_time_limits_test

import data.lib.testing
import data.privity.rights.california_time_limits as control

# Received on Tuesday 1 September 2026. Labor Day is 7 September: receipt is to be confirmed by 16 September; the answer
# is due on 16 October, extended on 30 November, to opt out on 23 September.
_request := {
	"id": "R-1",
	"grade": 3,
	"regime": "us-ca",
	"right": "ccpa-know",
	"status": "open",
	"received_on": testing.day("2026-09-01"),
	"acknowledged_on": testing.day("2026-09-02"),
	"calendar": "us-ca",
}

_firm := {
	"id": "firm",
	"grade": 1,
	"regimes": ["us-ca-ccpa"],
	"ccpa": {"annual_revenue_usd": 26625001, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 0},
}

_calendars := {"us-ca": {"years": [2026, 2026], "holidays": ["2026-09-07"]}}

_of(firm, record, as_of) := {"findings": found, "examined": examined} if {
	found := control.findings with input as {"rights_request": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"ccpa_revenue_threshold_usd": 26625000}
		with data.tables as {"calendars": _calendars}
	examined := control.examined with input as {"rights_request": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"ccpa_revenue_threshold_usd": 26625000}
		with data.tables as {"calendars": _calendars}
}

_judged(changes, removed, as_of) := _of(_firm, testing.changed(testing.without(_request, removed), changes), as_of)

_findings(changes, removed, as_of) := _judged(changes, removed, as_of).findings

_verdicts(changes, removed, as_of) := testing.verdicts(_findings(changes, removed, as_of))

_changes(entries) := {day | some entry in entries; day := entry.changes_on}

_is(code) := {["R-1", code, ""]}

_unknown(fact) := {["R-1", "not-declared", fact]}

_answered_on(day) := {"status": "answered", "responded_on": testing.day(day)}

test_open_and_in_time if _verdicts({}, [], "2026-10-04") == set()

test_forty_five_days if {
	_verdicts({}, [], "2026-10-05") == _is("due-soon")
	_verdicts({}, [], "2026-10-16") == _is("due-soon")
	_verdicts({}, [], "2026-10-17") == _is("overdue")
	_findings({}, [], "2026-10-16") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "due-soon",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "ccpa-know"},
			"received_on": {"day": testing.day("2026-09-01")},
			"due_on": {"day": testing.day("2026-10-16")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "calendar"},
		],
		"changes_on": testing.day("2026-10-17"),
	}}
}

_extended := {"extended_on": testing.day("2026-10-16"), "extension_reason": "Three archives to search."}

test_ninety_days_at_most if {
	_verdicts(_extended, [], "2026-10-17") == set()
	_verdicts(_extended, [], "2026-11-30") == _is("due-soon")
	_verdicts(_extended, [], "2026-12-01") == _is("overdue")
	_verdicts(testing.changed(_extended, {"extended_on": testing.day("2026-10-17")}), [], "2026-10-17") == _is("overdue")
	_verdicts(testing.without(_extended, ["extension_reason"]), [], "2026-10-17") == _is("overdue")
}

test_identity_checks_never_stop_the_clock if {
	asked := {"identity": {"required": true, "asked_on": testing.day("2026-09-01")}}
	_verdicts(asked, [], "2026-10-17") == _is("overdue")
}

test_answered if {
	_verdicts(_answered_on("2026-10-16"), [], "2026-11-22") == set()
	_verdicts(_answered_on("2026-10-17"), [], "2026-11-22") == _is("late-without-reason")
	reasoned := object.union(_answered_on("2026-10-17"), {"late_reason": "Illness."})
	_verdicts(reasoned, [], "2026-11-22") == _is("late-with-reason")
	_verdicts(_answered_on("2026-10-18"), [], "2026-10-17") == _is("overdue")
	{[finding.args.met_on, finding.args.due_on] | some finding in _findings(reasoned, [], "2026-11-22")} == {[
		{"day": testing.day("2026-10-17")},
		{"day": testing.day("2026-10-16")},
	]}
}

test_receipt_is_confirmed_in_ten_business_days if {
	_verdicts({}, ["acknowledged_on"], "2026-09-16") == set()
	_findings({}, ["acknowledged_on"], "2026-09-17") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "not-acknowledged",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "ccpa-know"},
			"received_on": {"day": testing.day("2026-09-01")},
			"due_on": {"day": testing.day("2026-09-16")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "acknowledged_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "calendar"},
		],
	}}
	_verdicts({"acknowledged_on": testing.day("2026-09-18")}, [], "2026-09-17") == _is("not-acknowledged")
	_verdicts({"acknowledged_on": testing.day("2026-09-16")}, [], "2026-09-20") == set()
	_verdicts({"acknowledged_on": testing.day("2026-09-17")}, [], "2026-09-20") == _is("remedied-late")
}

test_an_answer_confirms_receipt if {
	_verdicts(_answered_on("2026-09-16"), ["acknowledged_on"], "2026-11-22") == set()
	_findings(_answered_on("2026-09-17"), ["acknowledged_on"], "2026-11-22") == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "remedied-late",
		"args": {
			"received_on": {"day": testing.day("2026-09-01")},
			"due_on": {"day": testing.day("2026-09-16")},
			"met_on": {"day": testing.day("2026-09-17")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "acknowledged_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "calendar"},
		],
	}}
}

test_fifteen_business_days_to_opt_out_and_to_limit if {
	every right in ["ccpa-opt-out", "ccpa-limit"] {
		_verdicts({"right": right}, ["acknowledged_on"], "2026-09-23") == _is("due-soon")
		_verdicts({"right": right}, ["acknowledged_on"], "2026-09-24") == _is("overdue")
		_verdicts(object.union(_extended, {"right": right, "extended_on": testing.day("2026-09-02")}), [], "2026-09-24") == _is("overdue")
		_verdicts(object.union(_answered_on("2026-09-23"), {"right": right}), ["acknowledged_on"], "2026-09-24") == set()
	}
}

test_a_calendar_that_is_not_listed if {
	_verdicts({"calendar": "us-nv"}, [], "2026-10-17") == _is("overdue")
	_verdicts({"calendar": "us-nv"}, ["acknowledged_on"], "2026-09-16") == _is("calendar-not-covered")
	_verdicts({"calendar": "us-nv", "acknowledged_on": testing.day("2026-09-16")}, [], "2026-09-16") == _is("calendar-not-covered")
	_verdicts({"calendar": "us-nv", "right": "ccpa-limit"}, [], "2026-09-22") == _is("due-soon")
	_verdicts({"calendar": "us-nv", "right": "ccpa-limit"}, [], "2026-09-23") == _is("calendar-not-covered")
}

test_not_declared if {
	every fact in ["regime", "status", "received_on", "right"] {
		_verdicts({}, [fact], "2026-11-22") == _unknown(concat(".", ["rights_requests", fact]))
	}
	_verdicts({"status": "answered"}, [], "2026-11-22") == _unknown("rights_requests.responded_on")
	_verdicts({}, ["calendar"], "2026-09-10") == _unknown("rights_requests.calendar")
	_verdicts({}, ["calendar"], "2026-10-17") == _unknown("rights_requests.calendar") | _is("overdue")
	_verdicts({"right": "ccpa-limit"}, ["calendar"], "2026-10-17") == _unknown("rights_requests.calendar")
}

_of_firm(firm) := testing.verdicts(_of(firm, _request, "2026-10-17").findings)

_figures(figures) := testing.changed(_firm, {"ccpa": figures})

test_one_figure_is_enough if {
	_of_firm(_figures({"annual_revenue_usd": 26625001})) == _is("overdue")
	_of_firm(_figures({"consumers_bought_sold_shared": 100000})) == _is("overdue")
	_of_firm(_figures({"pct_revenue_sale_share": 50})) == _is("overdue")
}

test_figures_not_declared if {
	_of_firm(_figures({"annual_revenue_usd": 1, "pct_revenue_sale_share": 1})) == _unknown("firm.ccpa.consumers_bought_sold_shared")
	count(_of_firm(testing.without(_firm, ["ccpa"]))) == 3
	_of_firm(testing.without(_firm, ["regimes"])) == _unknown("firm.regimes")
}

_small := _figures({"annual_revenue_usd": 26625000, "consumers_bought_sold_shared": 99999, "pct_revenue_sale_share": 49.9})

_why_not(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
		with data.parameters as {"ccpa_revenue_threshold_usd": 26625000}
} else := "applies"

test_not_a_business if {
	_why_not(_firm) == "applies"
	_why_not(_small) == "not-a-business"
	_why_not(testing.without(_small, ["regimes"])) == "not-a-business"
	_why_not(testing.changed(_firm, {"regimes": ["aba"]})) == "not-under-ccpa"
	_why_not({}) == "applies"
	_of(_small, _request, "2026-10-17") == {"findings": set(), "examined": set()}
}

test_does_not_apply if {
	nothing := {"findings": set(), "examined": set()}
	_judged({"regime": "uk"}, [], "2026-11-22") == nothing
	_judged({"status": "withdrawn"}, [], "2026-11-22") == nothing
	_judged({"status": "withdrawn"}, ["regime"], "2026-11-22") == nothing
}

test_examined if {
	_judged({}, [], "2026-09-05").examined == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"grade": 1,
		"changes_on": testing.day("2026-10-05"),
	}}
	_changes(_judged({}, ["acknowledged_on"], "2026-09-05").examined) == {testing.day("2026-09-17")}
	_changes(_judged(_answered_on("2026-09-04"), [], "2026-09-05").examined) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("calendar-not-covered", _of(_firm, testing.changed(_request, {"calendar": "us-nv", "right": "ccpa-limit"}), "2026-09-23").findings) == {["calendar", "received_on"]}
	_paths("late-with-reason", _of(_firm, testing.changed(_request, {"late_reason": "Illness.", "responded_on": testing.day("2026-10-17"), "status": "answered"}), "2026-11-22").findings) == {["responded_on", "received_on", "calendar", "late_reason"]}
	_paths("late-without-reason", _of(_firm, testing.changed(_request, {"responded_on": testing.day("2026-10-17"), "status": "answered"}), "2026-11-22").findings) == {["responded_on", "received_on", "calendar", "late_reason"]}
}

test_an_answer_in_time_is_not_judged_again if {
	_verdicts(_answered_on("2026-10-01"), [], "2026-10-06") == set()
	_verdicts(object.union(_answered_on("2026-10-16"), {"late_reason": "Illness."}), [], "2026-11-22") == set()
}

test_not_declared_when_it_was_answered if {
	every status in ["answered", "partly-refused", "refused"] {
		_verdicts({"status": status}, [], "2026-09-10") == _unknown("rights_requests.responded_on")
	}
}

test_nothing_else_is_said_of_a_record_that_lacks_a_fact if {
	_verdicts({}, ["status", "acknowledged_on"], "2026-09-17") == _unknown("rights_requests.status")
}

test_a_late_answer_under_a_calendar_that_is_not_listed if {
	late := object.union(_answered_on("2026-09-30"), {"calendar": "us-nv", "right": "ccpa-limit"})
	_verdicts(late, [], "2026-11-22") == _is("calendar-not-covered")
	_verdicts(object.union(late, {"late_reason": "Illness."}), [], "2026-11-22") == _is("calendar-not-covered")
}

test_days_on_which_the_verdict_may_turn if {
	ahead := testing.day("2026-09-06")
	_changes(_judged({"responded_on": ahead}, [], "2026-09-05").examined) == {ahead}
	_changes(_judged({"extended_on": ahead}, [], "2026-09-05").examined) == {ahead}
	_changes(_judged({"acknowledged_on": ahead}, [], "2026-09-05").examined) == {ahead}
	_changes(_judged({}, ["calendar", "acknowledged_on"], "2026-09-10").examined) == {testing.day("2026-10-05")}
	_changes(_findings({"responded_on": testing.day("2026-09-19")}, ["acknowledged_on"], "2026-09-17")) == {testing.day("2026-09-19")}
	_changes(_findings({"acknowledged_on": testing.day("2026-09-18")}, [], "2026-09-17")) == {testing.day("2026-09-18")}
}

test_an_overdue_answer_leads_to_the_extension_too if {
	_paths("overdue", _findings(_extended, [], "2026-12-01")) == {["responded_on", "received_on", "calendar", "extended_on"]}
}
