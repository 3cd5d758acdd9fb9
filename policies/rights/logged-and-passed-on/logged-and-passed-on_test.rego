package privity.rights.logged_and_passed_on_test

import data.lib.testing
import data.privity.rights.logged_and_passed_on as control

_request := {
	"id": "R-1",
	"grade": 2,
	"regime": "uk",
	"right": "erasure",
	"status": "answered",
	"channel": "email",
	"received_on": testing.day("2026-09-01"),
	"responded_on": testing.day("2026-09-20"),
	"outcome_text": "Erased.",
	"recipient_ids": ["mailing-house"],
	"recipient_notices": [{"recipient_id": "mailing-house", "sent_on": testing.day("2026-09-20")}],
}

_judged(changes, removed, as_of) := {"findings": found, "examined": examined} if {
	record := testing.changed(testing.without(_request, removed), changes)
	found := control.findings with input as {"rights_request": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"downstream_notice_days": 5}
	examined := control.examined with input as {"rights_request": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"downstream_notice_days": 5}
}

_verdicts_on(as_of, changes, removed) := testing.verdicts(_judged(changes, removed, as_of).findings)

_verdicts(changes, removed) := _verdicts_on("2026-11-22", changes, removed)

_changes(entries) := {day | some entry in entries; day := entry.changes_on}

test_logged_and_passed_on if {
	_verdicts({}, []) == set()
	_verdicts({}, ["recipient_ids", "recipient_notices"]) == set()
}

test_the_log_says_what_it_must if {
	every fact in ["right", "channel", "responded_on", "outcome_text"] {
		_verdicts({}, [fact]) == {["R-1", "log-incomplete", fact]}
	}
	_verdicts({"outcome_text": " "}, []) == {["R-1", "log-incomplete", "outcome_text"]}
	_judged({}, ["channel"], "2026-11-22").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "log-incomplete",
		"by": "channel",
		"args": {
			"received_on": {"day": testing.day("2026-09-01")},
			"fact": {"collection": "rights_requests", "field": "channel"},
		},
		"relied_on": [{"collection": "rights_requests", "id": "R-1", "path": "channel"}],
	}}
	[finding.args.received_on | some finding in _judged({}, ["received_on"], "2026-11-22").findings] == [{
		"collection": "rights_requests",
		"id": "R-1",
	}]
}

test_the_outcome_is_logged_once_closed if {
	every status in ["open", "withdrawn"] {
		_verdicts({"status": status}, ["responded_on", "outcome_text", "recipient_ids"]) == set()
	}
	every status in ["refused", "partly-refused"] {
		_verdicts({"status": status}, ["outcome_text"]) == {["R-1", "log-incomplete", "outcome_text"]}
	}
}

_untold := {"recipient_notices": []}

test_recipients_are_told if {
	_judged(_untold, [], "2026-09-25").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "recipient-not-told",
		"by": "mailing-house",
		"args": {"received_on": {"day": testing.day("2026-09-01")}, "recipient": {"quoted": "mailing-house"}},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "recipient_notices"},
			{"collection": "rights_requests", "id": "R-1", "path": "recipient_ids"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
		],
		"changes_on": testing.day("2026-09-26"),
	}}
	late := _judged(_untold, [], "2026-09-26").findings
	testing.verdicts(late) == {["R-1", "recipient-not-told-late", "mailing-house"]}
	{finding.args.due_on | some finding in late} == {{"day": testing.day("2026-09-25")}}
	_verdicts({}, ["recipient_notices"]) == {["R-1", "recipient-not-told-late", "mailing-house"]}
}

test_which_requests_are_passed_on if {
	told_late := {["R-1", "recipient-not-told-late", "mailing-house"]}
	every right in ["rectification", "restriction", "ccpa-delete", "ccpa-correct"] {
		_verdicts(object.union(_untold, {"right": right}), []) == told_late
	}
	_verdicts(object.union(_untold, {"status": "partly-refused"}), []) == told_late
	_verdicts(object.union(_untold, {"right": "access"}), []) == set()
	_verdicts(object.union(_untold, {"status": "refused"}), []) == set()
	_verdicts_on("2026-09-19", _untold, []) == set()
}

test_what_counts_as_a_notice if {
	_verdicts({"recipient_notices": [{"recipient_id": "mailing-house", "impossible_reason": "Dissolved in June."}]}, []) == set()
	every notice in [{"impossible_reason": " "}, {"sent_on": testing.day("2026-11-23")}, {}] {
		ahead := {"recipient_notices": [object.union({"recipient_id": "mailing-house"}, notice)]}
		_verdicts(ahead, []) == {["R-1", "recipient-not-told-late", "mailing-house"]}
	}
	other := {"recipient_ids": ["mailing-house", "printer"]}
	_verdicts(other, []) == {["R-1", "recipient-not-told-late", "printer"]}
}

test_the_log_of_a_california_request_is_kept if {
	_verdicts_on("2028-12-01", {"regime": "us-ca", "disposed_on": testing.day("2028-09-01")}, []) == set()
	_verdicts_on("2028-12-01", {"disposed_on": testing.day("2028-08-31")}, []) == set()
	_verdicts({"regime": "us-ca", "disposed_on": testing.day("2026-11-23")}, []) == set()
	_judged({"regime": "us-ca", "disposed_on": testing.day("2028-08-31")}, [], "2028-12-01").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "log-destroyed-early",
		"args": {"disposed_on": {"day": testing.day("2028-08-31")}, "keep_until": {"day": testing.day("2028-09-01")}},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "disposed_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "regime"},
		],
	}}
}

test_not_declared if {
	_verdicts({}, ["status"]) == {["R-1", "not-declared", "rights_requests.status"]}
	_verdicts({}, ["regime"]) == set()
	_verdicts({"disposed_on": testing.day("2026-11-01")}, ["regime"]) == {["R-1", "not-declared", "rights_requests.regime"]}
}

test_examined if {
	_judged({}, [], "2026-11-22").examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 2}}
	_changes(_judged(_untold, [], "2026-09-19").examined) == {testing.day("2026-09-20")}
	_changes(_judged(_untold, [], "2026-09-21").examined) == {testing.day("2026-09-26")}
	ahead := {"recipient_notices": [{"recipient_id": "mailing-house", "sent_on": testing.day("2026-09-23")}]}
	_changes(_judged(ahead, [], "2026-09-21").examined) == {testing.day("2026-09-23")}
}

test_days_on_which_the_verdict_may_turn if {
	_changes(_judged({}, [], "2026-09-20").examined) == set()
	_changes(_judged(_untold, [], "2026-09-20").examined) == {testing.day("2026-09-26")}
	_changes(_judged({}, [], "2026-09-19").examined) == {testing.day("2026-09-20")}
	_changes(_judged({"right": "access"}, ["recipient_notices"], "2026-09-19").examined) == set()
}

test_the_law_is_asked_for_where_the_log_went_early if {
	_verdicts_on("2028-12-01", {"disposed_on": testing.day("2028-09-01")}, ["regime"]) == set()
	_verdicts_on("2028-12-01", {"disposed_on": testing.day("2028-08-31")}, ["regime"]) == {["R-1", "not-declared", "rights_requests.regime"]}
}
