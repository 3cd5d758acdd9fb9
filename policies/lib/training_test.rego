package lib.training_test

import data.lib.dates
import data.lib.testing
import data.lib.training

_day(text) := testing.day(text)

# The rule that trainings are judged by: older than as_of minus the months.
_stale(day, months, as_of) if dates.add_months(as_of, 0 - months) > day

test_stale_from_is_the_first_day_that_fails if {
	every text in ["2025-02-28", "2024-02-29", "2024-02-28", "2025-11-29", "2025-11-30", "2026-01-30", "2026-01-31", "2026-04-15"] {
		every months in [1, 3, 12] {
			first := training.stale_from(_day(text), months)
			_stale(_day(text), months, first)
			not _stale(_day(text), months, first - 1)
		}
	}
}

_person := {"id": "S-1", "role_id": "solicitor"}

_sessions := testing.by_id([
	{"id": "everyone", "held_on": _day("2026-01-01"), "attendees": ["all"]},
	{"id": "role", "held_on": _day("2026-01-02"), "attendees": ["clerk", "solicitor"]},
	{"id": "person", "held_on": _day("2026-11-22"), "attendees": ["S-1"]},
	{"id": "others", "held_on": _day("2026-01-04"), "attendees": ["S-2", "clerk"]},
	{"id": "ahead", "held_on": _day("2026-11-23"), "attendees": ["all"]},
	{"id": "colleague", "held_on": _day("2026-01-06"), "attendees": ["S-2"]},
	{"id": "person-and-role", "held_on": _day("2026-01-07"), "attendees": ["S-1", "clerk"]},
	{"id": "undated", "attendees": ["all"]},
	{"id": "undated-others", "attendees": ["S-2"]},
	{"id": "open", "held_on": _day("2026-01-05")},
	{"id": "open-ahead", "held_on": _day("2026-11-23")},
	{"id": "open-old", "held_on": _day("2025-12-31")},
])

_attended(person) := {one.record.id | some one in found} if {
	found := training.attended(person) with data.inventory.training_sessions as _sessions
		with data.as_of as testing.end_of("2026-11-22")
}

test_attended if {
	_attended(_person) == {"everyone", "role", "person", "person-and-role"}
	_attended({"id": "S-1"}) == {"everyone", "person", "person-and-role"}
}

_doubtful(person) := {[doubt.id, doubt.path] | some doubt in found} if {
	found := training.doubtful_sessions(person, _day("2026-01-01")) with data.inventory.training_sessions as _sessions
		with data.inventory.roles as {"solicitor": {}, "clerk": {}}
		with data.as_of as testing.end_of("2026-11-22")
}

# A session for a role is in doubt only where the person is not named, and only where a role is.
_only(ids) := {doubt.id | some doubt in found} if {
	found := training.doubtful_sessions({"id": "S-1"}, _day("2026-01-01")) with data.inventory.training_sessions as {id: _sessions[id] | some id in ids}
		with data.inventory.roles as {"solicitor": {}, "clerk": {}}
		with data.as_of as testing.end_of("2026-11-22")
}

test_doubts_about_the_role if {
	_only({"others"}) == {"S-1"}
	_only({"colleague"}) == set()
	_only({"person-and-role"}) == set()
	_only({"everyone"}) == set()
}

test_doubtful_sessions if {
	_doubtful(_person) == {["undated", "held_on"], ["open", "attendees"]}
	_doubtful({"id": "S-1"}) == {["undated", "held_on"], ["open", "attendees"], ["S-1", "role_id"]}
}

_records := testing.by_id([
	{"id": "good", "passed": true, "completed_on": _day("2026-11-22")},
	{"id": "failed", "passed": false, "completed_on": _day("2026-04-01")},
	{"id": "failed-undated", "passed": false},
	{"id": "ahead", "passed": true, "completed_on": _day("2026-11-23")},
	{"id": "unsaid", "completed_on": _day("2026-01-01")},
	{"id": "unsaid-old", "completed_on": _day("2025-12-31")},
	{"id": "unsaid-ahead", "completed_on": _day("2026-11-23")},
	{"id": "undated", "passed": true},
	{"id": "bare"},
])

test_records if {
	passed := training.passed(_records) with data.as_of as testing.end_of("2026-11-22")
	{[one.record.id, one.on] | some one in passed} == {["good", _day("2026-11-22")]}
	doubtful := training.doubtful_records(_records, _day("2026-01-01")) with data.as_of as testing.end_of("2026-11-22")
	{[doubt.id, doubt.path] | some doubt in doubtful} == {
		["unsaid", "passed"],
		["undated", "completed_on"],
		["bare", "completed_on"],
		["bare", "passed"],
	}
}

test_asked_once_for_each_fact if {
	doubts := {{"collection": "training_records", "id": id, "path": "passed"} | some id in ["b", "a"]}
	training.asked({"collection": "staff", "id": "S-1"}, doubts) == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "not-declared",
		"by": "training_records.passed",
		"args": {
			"subject": {"collection": "training_records", "id": "a"},
			"fact": {"collection": "training_records", "field": "passed"},
		},
		"relied_on": [
			{"collection": "training_records", "id": "a", "path": "passed"},
			{"collection": "training_records", "id": "b", "path": "passed"},
		],
	}}
}

test_asked_by_collection_and_path if {
	doubts := {
		{"collection": "training_records", "id": "a", "path": "passed"},
		{"collection": "training_records", "id": "b", "path": "completed_on"},
		{"collection": "training_sessions", "id": "c", "path": "passed"},
	}
	asked := training.asked({"collection": "staff", "id": "S-1"}, doubts)
	{[finding.by, {fact.id | some fact in finding.relied_on}] | some finding in asked} == {
		["training_records.passed", {"a"}],
		["training_records.completed_on", {"b"}],
		["training_sessions.passed", {"c"}],
	}
}
