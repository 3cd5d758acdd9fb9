package privity.training.training_evidence_test

import data.lib.testing
import data.privity.training.training_evidence as control

_record := {
	"id": "TR-1",
	"grade": 2,
	"staff_id": "S-1",
	"course_id": "privacy",
	"course_version": "2026",
	"completed_on": testing.day("2026-11-22"),
	"topics": ["consent"],
	"passed": true,
	"score": 80,
	"pass_mark": 80,
	"evidence_uri": "lms://1",
}

_judged(changes, removed) := judged if {
	record := testing.changed(testing.without(_record, removed), changes)
	judged := {"findings": control.findings, "examined": control.examined} with input as {"training_record": record}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_judged(changes, removed).findings)

_person := {"collection": "staff", "id": "S-1"}

_path(path) := {"collection": "training_records", "id": "TR-1", "path": path}

test_complete if {
	_verdicts({}, []) == set()
	_verdicts({}, ["passed", "score", "pass_mark"]) == set()
}

test_incomplete if {
	every path in ["course_id", "topics"] {
		_judged({}, [path]).findings == {{
			"subject": {"collection": "training_records", "id": "TR-1"},
			"reason": "incomplete-record",
			"by": path,
			"args": {"person": _person, "fact": {"collection": "training_records", "field": path}},
			"relied_on": [_path(path)],
		}}
	}
	_verdicts({}, ["completed_on"]) == {["TR-1", "incomplete-record", "completed_on"]}
	_verdicts({"topics": []}, []) == {["TR-1", "incomplete-record", "topics"]}
	[finding.args.person | some finding in _judged({}, ["staff_id"]).findings] == [{"collection": "training_records", "id": "TR-1"}]
}

test_no_proof if {
	_judged({}, ["evidence_uri", "course_version"]).findings == {{
		"subject": {"collection": "training_records", "id": "TR-1"},
		"reason": "no-proof",
		"args": {"person": _person, "on": {"day": testing.day("2026-11-22")}},
		"relied_on": [_path("evidence_uri"), _path("course_version")],
	}}
	_verdicts({}, ["evidence_uri"]) == {["TR-1", "no-proof", ""]}
	_verdicts({"course_version": " "}, []) == {["TR-1", "no-proof", ""]}
}

test_the_result_agrees_with_the_score if {
	_judged({"score": 79}, []).findings == {{
		"subject": {"collection": "training_records", "id": "TR-1"},
		"reason": "contradictory-result",
		"args": {"person": _person},
		"relied_on": [_path("passed"), _path("score"), _path("pass_mark")],
	}}
	_verdicts({"passed": false}, []) == {["TR-1", "contradictory-result", ""]}
	_verdicts({"passed": false, "score": 79}, []) == set()
	_verdicts({"score": 79}, ["pass_mark"]) == set()
}

test_dated_ahead if {
	_judged({"completed_on": testing.day("2026-11-23")}, ["evidence_uri"]).findings == {{
		"subject": {"collection": "training_records", "id": "TR-1"},
		"reason": "future-dated",
		"args": {"person": _person},
		"relied_on": [_path("completed_on")],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_examined if {
	_judged({}, []).examined == {{"subject": {"collection": "training_records", "id": "TR-1"}, "grade": 2}}
	[entry.changes_on | some entry in _judged({"completed_on": testing.day("2026-12-01")}, []).examined] == [testing.day("2026-12-01")]
	count(_judged({}, ["completed_on"]).examined) == 1
}
