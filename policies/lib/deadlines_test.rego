# METADATA
# title: Tests of the deadlines of rights requests
# description: What the tables of whole requests leave open, function by function; a prompt ask comes within 3 days.
# scope: package
package lib.deadlines_test

import data.lib.deadlines
import data.lib.testing

_day(text) := testing.day(text)

_asked_for(identity) := {"regime": "eu", "right": "access", "received_on": _day("2026-03-02"), "identity": identity}

test_the_years_that_a_calendar_covers if {
	calendars := {"london": {"years": [2025, 2027], "holidays": ["2026-12-25"]}}
	every text, covered in {"2024-12-31": false, "2025-01-01": true, "2027-12-31": true, "2028-01-01": false} {
		_covers(calendars, text) == covered
	}
	deadlines.holidays(calendars, "london") == {_day("2026-12-25")}
	deadlines.holidays(calendars, "paris") == set()
}

_covers(calendars, text) if {
	deadlines.covers(calendars, "london", _day(text))
} else := false

test_the_start_waits_for_proof_that_was_asked_for_promptly if {
	every row in [
		[{}, "2026-03-02"],
		[{"required": true, "asked_on": _day("2026-03-05")}, "none"],
		[{"required": true, "asked_on": _day("2026-03-06")}, "2026-03-02"],
		[{"required": false, "asked_on": _day("2026-03-05")}, "2026-03-02"],
		[{"required": true, "asked_on": _day("2026-03-05"), "info_received_on": _day("2026-03-09")}, "2026-03-09"],
		[{"required": false, "asked_on": _day("2026-03-05"), "info_received_on": _day("2026-03-09")}, "2026-03-02"],
	] {
		_start(_asked_for(row[0])) == _expected(row[1])
	}
}

_start(request) := deadlines.start(request, 3, _day("2026-03-31"))

_start(request) := "none" if not deadlines.start(request, 3, _day("2026-03-31"))

_expected(text) := "none" if text == "none"

_expected(text) := _day(text) if text != "none"

test_a_fee_counts_in_the_uk_only if {
	paid := _asked_for({"fee_paid_on": _day("2026-03-10")})
	_start(paid) == _day("2026-03-02")
	_start(testing.changed(paid, {"regime": "uk"})) == _day("2026-03-10")
}

_clarified(asked, answered) := {"clarification": {"asked_on": _day(asked), "answered_on": _day(answered)}}

test_pauses if {
	request := _asked_for({})
	every row in [
		[object.union(request, _clarified("2026-03-05", "2026-03-09")), 5],
		[object.union(request, _clarified("2026-03-06", "2026-03-09")), 0],
		[object.union(request, _clarified("2026-03-05", "2026-03-05")), 1],
		[request, 0],
		[object.union(testing.changed(request, {"regime": "uk", "right": "erasure"}), _clarified("2026-03-05", "2026-03-09")), 0],
		[object.union(testing.changed(request, {"regime": "uk"}), _clarified("2026-03-05", "2026-03-09")), 5],
		[object.union(testing.changed(request, {"regime": "us-ca"}), _clarified("2026-03-05", "2026-03-09")), 0],
		[object.union(_proved("2026-03-07"), _clarified("2026-03-05", "2026-03-09")), 3],
		[object.union(_proved("2026-03-10"), _clarified("2026-03-05", "2026-03-09")), 0],
		[object.union(_proved("2026-03-20"), _clarified("2026-03-05", "2026-03-09")), 0],
	] {
		deadlines.pause(row[0], 3, _day("2026-03-31")) == row[1]
	}
}

_proved(text) := _asked_for({"required": true, "asked_on": _day("2026-03-04"), "info_received_on": _day(text)})

test_both_limits_are_moved_by_the_pause if {
	month := deadlines.month(_asked_for({}), _day("2026-03-02"), 2, set(), _day("2026-03-31"))
	month == {"first": _day("2026-04-06"), "last": _day("2026-06-04"), "extended": false, "due": _day("2026-04-06")}
}

test_asks_without_a_day if {
	every row in [
		[{"identity": {"required": true}}, {"identity.asked_on"}],
		[{"identity": {"required": false}}, set()],
		[{"clarification": {}, "regime": "eu"}, {"clarification.asked_on"}],
		[{"clarification": {}, "regime": "uk", "right": "access"}, {"clarification.asked_on"}],
		[{"clarification": {}, "regime": "uk", "right": "erasure"}, set()],
		[{"clarification": {}, "regime": "us-ca", "right": "access"}, set()],
		[{"regime": "eu"}, set()],
	] {
		deadlines.undated(row[0]) == row[1]
	}
}

test_closing_when_less_than_a_quarter_is_left if {
	not deadlines.closing(108, 100, 106)
	deadlines.closing(108, 100, 107)
	deadlines.closing(108, 100, 108)
	not deadlines.closing(108, 100, 109)
	deadlines.first_closing(108, 100) == 107
}

test_when_an_answer_is_due if {
	request := _asked_for({})
	_due(request) == _day("2026-04-02")
	_due(testing.changed(request, {"regime": "uk"})) == _day("2026-04-02")
	_due(testing.changed(request, {"regime": "ch"})) == "none"
	_due(object.union(request, {"clarification": {"asked_on": _day("2026-03-05")}})) == "none"
	_due(testing.changed(request, {"regime": "us-ca", "right": "ccpa-opt-out"})) == _day("2026-03-23")
	_due(testing.changed(request, {"regime": "us-ca"})) == _day("2026-04-16")
	_due(testing.changed(testing.without(request, ["right"]), {"regime": "us-ca"})) == "none"
}

_due(request) := deadlines.answer_due(request, 3, set(), _day("2026-03-31"))

_due(request) := "none" if not deadlines.answer_due(request, 3, set(), _day("2026-03-31"))
