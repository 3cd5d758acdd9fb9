package privity.training.courses_kept_current_test

import data.lib.testing
import data.privity.training.courses_kept_current as control

_course := {
	"id": "privacy",
	"grade": 1,
	"active": true,
	"content_updated_on": testing.day("2025-11-22"),
	"topics": ["consent", "documentation"],
}

# In effect on 22 September: the sixty days end on 21 November.
_change := {
	"id": "RC-1",
	"affects_training": true,
	"identified_on": testing.day("2025-11-23"),
	"effective_on": testing.day("2026-09-22"),
	"topics": ["consent"],
}

_judged(course, changes) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with data.inventory as {
		"training_courses": {"privacy": course},
		"regulatory_changes": testing.by_id(changes),
	}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"course_review_months": 12}
}

_verdicts(course_changes, removed, changes) := testing.verdicts(_judged(testing.changed(testing.without(_course, removed), course_changes), changes).findings)

_with(changes, removed) := _verdicts({}, [], [testing.changed(testing.without(_change, removed), changes)])

_law_changed := {["privacy", "law-changed", "RC-1"]}

_asked(path) := ["privacy", "not-declared", path]

test_current if _verdicts({}, [], []) == set()

test_not_updated_for_too_long if {
	_judged(testing.changed(_course, {"content_updated_on": testing.day("2025-11-21")}), []).findings == {{
		"subject": {"collection": "training_courses", "id": "privacy"},
		"reason": "review-overdue",
		"args": {
			"course": {"collection": "training_courses", "id": "privacy"},
			"last_on": {"day": testing.day("2025-11-21")},
		},
		"relied_on": [{"collection": "training_courses", "id": "privacy", "path": "content_updated_on"}],
	}}
}

test_the_law_has_changed if {
	_judged(_course, [_change]).findings == {{
		"subject": {"collection": "training_courses", "id": "privacy"},
		"reason": "law-changed",
		"by": "RC-1",
		"args": {
			"course": {"collection": "training_courses", "id": "privacy"},
			"change": {"collection": "regulatory_changes", "id": "RC-1"},
		},
		"relied_on": [
			{"collection": "training_courses", "id": "privacy", "path": "content_updated_on"},
			{"collection": "training_courses", "id": "privacy", "path": "topics"},
			{"collection": "regulatory_changes", "id": "RC-1", "path": "identified_on"},
			{"collection": "regulatory_changes", "id": "RC-1", "path": "topics"},
		],
	}}
	_with({"effective_on": testing.day("2026-09-23")}, []) == set()
	_with({"identified_on": testing.day("2025-11-22")}, []) == set()
	_with({"topics": ["ai-literacy"]}, []) == set()
	_with({"affects_training": false}, []) == set()
}

test_what_is_not_offered_does_not_apply if {
	retired := {"active": false, "content_updated_on": testing.day("2020-01-01")}
	_judged(testing.changed(_course, retired), [_change]) == {"examined": set(), "findings": set()}
}

test_not_declared_on_the_course if {
	_verdicts({}, ["content_updated_on"], [_change]) == {_asked("training_courses.content_updated_on")}
	_verdicts({"content_updated_on": testing.day("2026-11-23")}, [], []) == {_asked("training_courses.content_updated_on")}
	_verdicts({"content_updated_on": testing.day("2026-11-22")}, [], []) == set()
	_verdicts({"content_updated_on": testing.day("2020-01-01")}, ["active"], [_change]) == {_asked("training_courses.active")}
	_verdicts({}, ["topics"], [_change]) == {_asked("training_courses.topics")}
	_verdicts({}, ["topics"], []) == set()
}

test_not_declared_on_a_change if {
	every path in ["affects_training", "effective_on", "identified_on", "topics"] {
		_with({}, [path]) == {_asked(concat(".", ["regulatory_changes", path]))}
		_verdicts({}, ["content_updated_on"], [testing.without(_change, [path])]) == {_asked("training_courses.content_updated_on")}
	}
	_with({"affects_training": false}, ["topics", "effective_on"]) == set()
	_with({"effective_on": testing.day("2026-09-23")}, ["topics", "affects_training"]) == set()
	_with({"identified_on": testing.day("2025-11-22")}, ["topics", "affects_training"]) == set()
	_with({"topics": ["ai-literacy"]}, ["effective_on", "affects_training"]) == set()
}

test_examined if {
	_judged(_course, [_change]).examined == {{
		"subject": {"collection": "training_courses", "id": "privacy"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	fresh := testing.changed(_course, {"content_updated_on": testing.day("2026-11-01")})
	coming := testing.changed(_change, {"identified_on": testing.day("2026-11-10"), "effective_on": testing.day("2026-12-01")})
	[entry.changes_on | some entry in _judged(fresh, [coming]).examined] == [testing.day("2027-01-31")]
	[entry.changes_on | some entry in _judged(fresh, [testing.changed(coming, {"topics": ["ai-literacy"]})]).examined] == [testing.day("2027-11-02")]
	[entry.changes_on | some entry in _judged(fresh, [testing.changed(coming, {"identified_on": testing.day("2026-10-01")})]).examined] == [testing.day("2027-11-02")]
	[entry.changes_on | some entry in _judged(fresh, [testing.changed(coming, {"affects_training": false})]).examined] == [testing.day("2027-11-02")]
	[entry.subject.id | some entry in _judged(testing.without(_course, ["active"]), []).examined] == ["privacy"]
}

test_one_topic_in_common_is_enough if {
	_with({"topics": ["consent", "retention"]}, []) == _law_changed
	_with({"topics": ["retention"]}, []) == set()
}

test_topics_are_not_asked_for_where_the_course_followed_the_change if {
	_verdicts({}, ["topics"], [testing.changed(_change, {"identified_on": testing.day("2025-11-22")})]) == set()
}
