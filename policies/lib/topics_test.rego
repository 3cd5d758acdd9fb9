package lib.topics_test

import data.lib.testing
import data.lib.topics

_day(text) := testing.day(text)

_record := {"id": "TR-1", "passed": true, "completed_on": _day("2026-11-22"), "topics": ["consent", "ai-literacy"]}

_passed(changes, removed) := {one.record.id | some one in found} if {
	records := {"TR-1": testing.changed(testing.without(_record, removed), changes)}
	found := topics.passed(records, "consent") with data.as_of as testing.end_of("2026-11-22")
}

test_passed if {
	_passed({}, []) == {"TR-1"}
	_passed({"topics": ["documentation"]}, []) == set()
	_passed({}, ["topics"]) == set()
	_passed({"passed": false}, []) == set()
	_passed({"completed_on": _day("2026-11-23")}, []) == set()
}

_doubtful(changes, removed) := {doubt.path | some doubt in found} if {
	records := {"TR-1": testing.changed(testing.without(_record, removed), changes)}
	found := topics.doubtful_records(records, {"consent"}, _day("2026-01-01")) with data.as_of as testing.end_of("2026-11-22")
}

test_doubtful_records if {
	_doubtful({}, []) == set()
	_doubtful({}, ["topics"]) == {"topics"}
	_doubtful({}, ["passed"]) == {"passed"}
	_doubtful({}, ["completed_on"]) == {"completed_on"}
	_doubtful({}, ["topics", "completed_on", "passed"]) == {"topics", "completed_on", "passed"}
	_doubtful({"topics": ["documentation"]}, ["passed"]) == set()
	_doubtful({"passed": false}, ["topics"]) == set()
	_doubtful({"completed_on": _day("2026-01-01")}, ["topics"]) == {"topics"}
	_doubtful({"completed_on": _day("2025-12-31")}, ["topics"]) == set()
	_doubtful({"completed_on": _day("2026-11-23")}, ["topics"]) == set()
}

_sessions := [
	{"id": "plain", "held_on": _day("2026-04-01"), "topics": ["consent"], "attendees": ["all"]},
	{"id": "silent", "held_on": _day("2026-01-01"), "attendees": ["all"]},
	{"id": "silent-old", "held_on": _day("2025-12-31"), "attendees": ["all"]},
	{"id": "silent-others", "held_on": _day("2026-04-01"), "attendees": ["S-2"]},
	{"id": "undated", "topics": ["consent"], "attendees": ["all"]},
	{"id": "undated-elsewhere", "topics": ["documentation"], "attendees": ["all"]},
]

test_doubtful_sessions if {
	found := topics.doubtful_sessions({"id": "S-1", "role_id": "clerk"}, {"consent"}, _day("2026-01-01")) with data.inventory.training_sessions as testing.by_id(_sessions)
		with data.as_of as testing.end_of("2026-11-22")
	{[doubt.collection, doubt.id, doubt.path] | some doubt in found} == {
		["training_sessions", "silent", "topics"],
		["training_sessions", "undated", "held_on"],
	}
}

test_no_sessions_leave_no_doubt if {
	found := topics.doubtful_sessions({"id": "S-1"}, {"consent"}, 0) with data.inventory as {} with data.as_of as testing.end_of("2026-11-22")
	found == set()
}
