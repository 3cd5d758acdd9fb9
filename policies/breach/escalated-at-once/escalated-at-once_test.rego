package privity.breach.escalated_at_once_test

import data.lib.testing
import data.privity.breach.escalated_at_once as control

_incident := {
	"id": "I-1",
	"grade": 2,
	"personal_data_breach": true,
	"detected_at": testing.at("2026-11-03T10:00:00"),
	"escalated_at": testing.at("2026-11-04T10:00:00"),
	"aware_at": testing.at("2026-11-06T10:00:00"),
}

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found(changes, removed, as_of) := found if {
	record := _record(changes, removed)
	found := control.findings with input as {"incident": record}
		with data.as_of as as_of
		with data.parameters as {"internal_report_hours": 24, "triage_hours": 72}
}

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(changes, removed, as_of))

_verdicts(changes, removed) := _verdicts_at(changes, removed, testing.end_of("2026-11-22"))

_examined(changes, removed, as_of) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.as_of as as_of
		with data.parameters as {"internal_report_hours": 24, "triage_hours": 72}
}

test_everything_on_the_last_second if _verdicts({}, []) == set()

test_escalated_a_second_late if {
	_found({"escalated_at": testing.at("2026-11-04T10:00:01")}, [], testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "remedied-late",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"due_on": testing.at("2026-11-04T10:00:00"),
			"met_on": testing.at("2026-11-04T10:00:01"),
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "escalated_at"},
			{"collection": "incidents", "id": "I-1", "path": "detected_at"},
		],
	}}
}

test_not_escalated if {
	_verdicts_at({}, ["escalated_at"], testing.at("2026-11-04T10:00:00")) == set()
	found := _found({}, ["escalated_at"], testing.at("2026-11-04T10:00:01"))
	{[finding.reason, finding.args] | some finding in found} == {[
		"not-escalated",
		{
			"incident": {"collection": "incidents", "id": "I-1"},
			"detected_on": {"day": testing.day("2026-11-03")},
			"hours": 24,
		},
	]}
	_verdicts({"escalated_at": testing.at("2026-11-23T10:00:00")}, []) == {["I-1", "not-escalated", ""]}
}

test_awareness_not_recorded if {
	_verdicts_at({}, ["aware_at"], testing.at("2026-11-06T10:00:00")) == set()
	_verdicts_at({}, ["aware_at"], testing.at("2026-11-06T10:00:01")) == {["I-1", "awareness-not-recorded", ""]}
}

test_aware_before_it_was_detected if {
	_verdicts({"aware_at": testing.at("2026-11-03T09:59:59")}, []) == {["I-1", "order-broken", ""]}
	_verdicts({"aware_at": testing.at("2026-11-03T10:00:00")}, []) == set()
}

test_a_decision_that_took_long if {
	slow := {"aware_at": testing.at("2026-11-06T10:00:01")}
	_verdicts(slow, []) == {["I-1", "slow-triage", ""]}
	_verdicts(object.union(slow, {"triage_reason": "\n"}), []) == {["I-1", "slow-triage", ""]}
	_verdicts(object.union(slow, {"triage_reason": "The logs came from the vendor on the fourth day."}), []) == set()
	{finding.args.hours | some finding in _found(slow, [], testing.end_of("2026-11-22"))} == {72}
}

test_not_decided if {
	_verdicts_at({}, ["personal_data_breach", "aware_at"], testing.at("2026-11-06T10:00:00")) == set()
	_verdicts_at({}, ["personal_data_breach", "aware_at"], testing.at("2026-11-06T10:00:01")) == {["I-1", "breach-not-decided", ""]}
	_verdicts({"aware_at": testing.at("2026-11-01T10:00:00")}, ["personal_data_breach"]) == {["I-1", "breach-not-decided", ""]}
}

test_no_personal_data_breach_needs_no_awareness if {
	_verdicts({"personal_data_breach": false}, ["aware_at"]) == set()
	_verdicts({"personal_data_breach": false, "aware_at": testing.at("2026-11-01T10:00:00")}, []) == set()
	_verdicts({"personal_data_breach": false, "aware_at": testing.at("2026-11-21T10:00:00")}, []) == set()
	_verdicts({"personal_data_breach": false}, ["aware_at", "escalated_at"]) == {["I-1", "not-escalated", ""]}
}

test_not_declared_when_it_was_detected if {
	_verdicts({}, ["detected_at", "escalated_at", "aware_at"]) == {["I-1", "not-declared", "incidents.detected_at"]}
	testing.ids(_examined({}, ["detected_at"], testing.end_of("2026-11-22"))) == {"I-1"}
}

test_an_incident_still_to_come_does_not_apply if {
	_examined({"detected_at": testing.at("2026-11-23T10:00:00")}, [], testing.end_of("2026-11-22")) == set()
	_verdicts({"detected_at": testing.at("2026-11-23T10:00:00")}, ["escalated_at"]) == set()
}

test_examined if {
	_examined({}, [], testing.at("2026-11-03T12:00:00")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"grade": 2,
		"changes_on": testing.day("2026-11-04"),
	}}
	_examined({}, [], testing.at("2026-11-04T12:00:00")) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	every removed in [["aware_at"], ["personal_data_breach"]] {
		entries := _examined({}, removed, testing.at("2026-11-04T12:00:00"))
		{entry.changes_on | some entry in entries} == {testing.day("2026-11-06")}
	}
}

_subject := {"collection": "incidents", "id": "I-1"}

_fact(path) := {"collection": "incidents", "id": "I-1", "path": path}

test_findings_in_full if {
	every row in [
		[
			{}, ["escalated_at"],
			{
				"reason": "not-escalated",
				"args": {"incident": _subject, "detected_on": {"day": testing.day("2026-11-03")}, "hours": 24},
				"relied_on": [_fact("escalated_at"), _fact("detected_at")],
			},
		],
		[
			{}, ["aware_at"],
			{
				"reason": "awareness-not-recorded",
				"args": {"incident": _subject},
				"relied_on": [_fact("aware_at"), _fact("personal_data_breach"), _fact("detected_at")],
			},
		],
		[
			{"aware_at": testing.at("2026-11-03T09:59:59")}, [],
			{
				"reason": "order-broken",
				"args": {"incident": _subject},
				"relied_on": [_fact("aware_at"), _fact("detected_at")],
			},
		],
		[
			{"aware_at": testing.at("2026-11-06T10:00:01")}, [],
			{
				"reason": "slow-triage",
				"args": {"incident": _subject, "hours": 72},
				"relied_on": [_fact("triage_reason"), _fact("aware_at"), _fact("detected_at")],
			},
		],
		[
			{}, ["personal_data_breach"],
			{
				"reason": "breach-not-decided",
				"args": {"incident": _subject},
				"relied_on": [_fact("personal_data_breach"), _fact("detected_at")],
			},
		],
	] {
		_found(row[0], row[1], testing.end_of("2026-11-22")) == {object.union({"subject": _subject}, row[2])}
	}
}

test_when_time_alone_changes_the_verdict if {
	at := testing.at("2026-11-03T12:00:00")
	at_once := {"escalated_at": testing.at("2026-11-03T11:00:00")}
	every row in [
		[{}, ["escalated_at"], {testing.day("2026-11-04")}],
		[at_once, [], set()],
		[at_once, ["aware_at"], {testing.day("2026-11-06")}],
		[object.union(at_once, {"personal_data_breach": false}), ["aware_at"], set()],
		[{}, ["detected_at", "escalated_at", "aware_at"], set()],
	] {
		entries := _examined(row[0], row[1], at)
		testing.ids(entries) == {"I-1"}
		{entry.changes_on | some entry in entries} == row[2]
	}
}
