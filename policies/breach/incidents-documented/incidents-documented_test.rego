package privity.breach.incidents_documented_test

import data.lib.testing
import data.privity.breach.incidents_documented as control

# Detected on 1 October 2026, so the record is complete by 31 October.
_incident := {
	"id": "I-1",
	"grade": 2,
	"kind": "personal-data-breach",
	"personal_data_breach": true,
	"status": "contained",
	"detected_at": testing.at("2026-10-01T08:00:00"),
	"facts": "A letter went to the wrong address.",
	"effects": "A neighbour read it.",
	"data_category_ids": ["contact"],
	"affected_counts": {"people": 1},
	"risk_level": "risk",
	"scope_assessed_at": testing.at("2026-10-01T12:00:00"),
	"contained_at": testing.at("2026-10-02T12:00:00"),
	"service_affected": true,
	"restored_at": testing.at("2026-10-02T15:00:00"),
	"remedial_actions": ["Addresses are checked."],
	"timeline": [
		{"at": testing.at("2026-10-01T08:00:00"), "event": "The neighbour called."},
		{"at": testing.at("2026-10-02T12:00:00"), "event": "The letter came back."},
	],
	"evidence_preserved": true,
}

_event := {
	"id": "I-2",
	"grade": 1,
	"kind": "near-miss",
	"personal_data_breach": false,
	"status": "closed",
	"facts": "A door was left open.",
	"decision": "Nobody came in.",
	"owner_id": "S-1",
}

_found_in(record, day) := found if {
	found := control.findings with input as {"incident": record}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"incident_doc_days": 30}
}

_found(changes, removed, day) := _found_in(testing.changed(testing.without(_incident, removed), changes), day)

_verdicts_at(changes, removed, day) := testing.verdicts(_found(changes, removed, day))

_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_event_verdicts(changes, removed) := testing.verdicts(_found_in(testing.changed(testing.without(_event, removed), changes), "2026-11-22"))

_examined(changes, removed, day) := examined if {
	record := testing.changed(testing.without(_incident, removed), changes)
	examined := control.examined with input as {"incident": record}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"incident_doc_days": 30}
}

_lacks(path) := ["I-1", "not-documented", path]

_not_declared(path) := ["I-1", "not-declared", concat(".", ["incidents", path])]

test_a_full_record if {
	_verdicts({}, []) == set()
	_verdicts({"status": "closed", "closed_at": testing.at("2026-10-20T12:00:00")}, []) == set()
}

_at_once := ["facts", "effects", "data_category_ids", "affected_counts", "risk_level", "scope_assessed_at", "contained_at"]

_in_time := ["remedial_actions", "restored_at", "timeline"]

test_what_is_missing_from_the_record_of_a_breach if {
	every path in array.concat(_at_once, _in_time) {
		_verdicts({}, [path]) == {_lacks(path)}
	}
	every path in ["facts", "effects"] {
		_verdicts({path: " "}, []) == {_lacks(path)}
	}
	every path in ["data_category_ids", "remedial_actions", "timeline"] {
		_verdicts({path: []}, []) == {_lacks(path)}
	}
	_verdicts({"affected_counts": {}}, []) == {_lacks("affected_counts")}
	_found({}, ["effects"], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "not-documented",
		"by": "effects",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"fact": {"collection": "incidents", "field": "effects"},
		},
		"relied_on": [{"collection": "incidents", "id": "I-1", "path": "effects"}],
	}}
}

test_what_comes_later_is_asked_when_the_time_is_over if {
	_verdicts_at({}, array.concat(_at_once, _in_time), "2026-10-31") == {_lacks(path) | some path in _at_once}
	_verdicts_at({}, array.concat(_at_once, _in_time), "2026-11-01") == {_lacks(path) | some path in array.concat(_at_once, _in_time)}
}

test_or_when_the_incident_is_closed if {
	_verdicts_at({"status": "closed"}, _in_time, "2026-10-05") == {_lacks(path) | some path in _in_time}
	_verdicts_at({"status": "open"}, _in_time, "2026-10-05") == set()
	_verdicts({"status": "closed"}, array.concat(["detected_at"], _in_time)) == {_lacks(path) | some path in _in_time}
}

test_nothing_to_restore if {
	_verdicts({"service_affected": false}, ["restored_at"]) == set()
	_verdicts({}, ["service_affected", "restored_at"]) == {_not_declared("service_affected")}
	_verdicts_at({}, ["service_affected", "restored_at"], "2026-10-31") == set()
	_verdicts({}, ["service_affected"]) == set()
}

test_no_breach_needs_less if {
	_event_verdicts({}, []) == set()
	every path in ["facts", "decision", "owner_id"] {
		_event_verdicts({}, [path]) == {["I-2", "not-documented", path]}
	}
	_event_verdicts({"decision": ""}, ["kind", "status"]) == {["I-2", "not-documented", "decision"]}
	_verdicts({}, ["decision", "owner_id"]) == set()
	_event_verdicts({"service_affected": true}, []) == set()
	_event_verdicts({"restored_at": testing.at("2026-11-23T08:00:00")}, []) == set()
}

test_the_answer_decides_and_not_the_label if {
	_verdicts({"kind": "near-miss"}, ["effects"]) == {_lacks("effects")}
	_event_verdicts({"kind": "personal-data-breach"}, ["decision"]) == {["I-2", "not-documented", "decision"]}
}

test_without_an_answer if {
	_verdicts({}, ["personal_data_breach", "effects", "timeline"]) == {_not_declared("personal_data_breach")}
	_verdicts({}, ["personal_data_breach", "facts", "restored_at", "service_affected"]) == {_not_declared("personal_data_breach"), _lacks("facts")}
	_event_verdicts({}, ["personal_data_breach", "decision"]) == {
		["I-2", "not-declared", "incidents.personal_data_breach"],
		["I-2", "not-documented", "decision"],
	}
	_event_verdicts({"kind": "security-event"}, ["personal_data_breach", "decision"]) == {["I-2", "not-declared", "incidents.personal_data_breach"]}
}

test_when_the_time_began_matters_while_something_is_owed if {
	_verdicts_at({}, ["detected_at"], "2026-11-22") == set()
	_verdicts({}, ["detected_at", "timeline"]) == {_not_declared("detected_at")}
	_verdicts({}, ["detected_at", "status", "timeline"]) == {_not_declared("detected_at"), _not_declared("status")}
	_verdicts_at({}, ["status", "timeline"], "2026-10-31") == {_not_declared("status")}
	_verdicts_at({}, ["status", "timeline"], "2026-11-01") == {_lacks("timeline")}
	_verdicts({}, ["detected_at", "restored_at", "service_affected"]) == {_not_declared("detected_at")}
	_verdicts_at({}, ["status"], "2026-10-31") == set()
}

test_out_of_order if {
	same := testing.at("2026-10-01T08:00:00")
	before := testing.at("2026-10-01T07:59:59")
	_verdicts({"scope_assessed_at": same}, []) == set()
	_verdicts({"scope_assessed_at": before}, []) == {["I-1", "order-broken", ""]}
	_verdicts({"closed_at": testing.at("2026-10-01T12:00:00")}, []) == set()
	_verdicts({"closed_at": testing.at("2026-10-01T11:59:59")}, []) == {["I-1", "order-broken", ""]}
	_verdicts({"closed_at": same, "personal_data_breach": false, "decision": "None.", "owner_id": "S-1"}, ["scope_assessed_at"]) == set()
	_verdicts({"closed_at": before, "personal_data_breach": false, "decision": "None.", "owner_id": "S-1"}, ["scope_assessed_at"]) == {["I-1", "order-broken", ""]}
	_found({"scope_assessed_at": before, "timeline": array.reverse(_incident.timeline)}, [], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "order-broken",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "scope_assessed_at"},
			{"collection": "incidents", "id": "I-1", "path": "timeline"},
		],
	}}
}

test_a_timeline_out_of_order if {
	_verdicts({"timeline": array.reverse(_incident.timeline)}, []) == {["I-1", "order-broken", ""]}
	_verdicts({"timeline": [_incident.timeline[0], {"event": "A call."}, _incident.timeline[0]]}, []) == set()
	_verdicts({"timeline": [_incident.timeline[1], {"event": "A call."}, _incident.timeline[0]]}, []) == {["I-1", "order-broken", ""]}
}

test_evidence_that_was_not_kept if {
	_verdicts({"evidence_preserved": false}, []) == {["I-1", "evidence-not-kept", ""]}
	_verdicts({}, ["evidence_preserved"]) == set()
	{[finding.args, finding.relied_on] | some finding in _found({"evidence_preserved": false}, [], "2026-11-22")} == {[
		{"incident": {"collection": "incidents", "id": "I-1"}},
		[{"collection": "incidents", "id": "I-1", "path": "evidence_preserved"}],
	]}
}

test_dated_ahead if {
	ahead := testing.at("2026-11-23T08:00:00")
	every path in ["scope_assessed_at", "contained_at", "restored_at"] {
		_verdicts({path: ahead}, []) == {["I-1", "dated-ahead", concat(".", ["incidents", path])]}
		_verdicts({path: testing.at("2026-11-22T08:00:00")}, []) == set()
	}
	_verdicts({"restored_at": ahead}, ["service_affected"]) == {["I-1", "dated-ahead", "incidents.restored_at"]}
	_verdicts({"restored_at": ahead, "service_affected": false}, []) == set()
	_verdicts_at({"restored_at": ahead}, [], "2026-10-31") == set()
	_event_verdicts({"contained_at": ahead}, []) == set()
	{finding.changes_on | some finding in _found({"contained_at": ahead}, [], "2026-11-22")} == {ahead.day}
}

test_an_incident_still_to_come_does_not_apply if {
	_examined({"detected_at": testing.at("2026-11-23T08:00:00")}, [], "2026-11-22") == set()
	_verdicts({"detected_at": testing.at("2026-11-23T08:00:00")}, ["facts", "personal_data_breach"]) == set()
}

test_examined if {
	_examined({}, [], "2026-10-05") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	every removed in [["timeline"], ["restored_at", "service_affected"]] {
		{entry.changes_on | some entry in _examined({}, removed, "2026-10-05")} == {testing.day("2026-11-01")}
	}
	_examined({"status": "closed"}, ["timeline"], "2026-10-05") == _examined({}, [], "2026-10-05")
	testing.ids(_examined({}, ["personal_data_breach"], "2026-10-05")) == {"I-1"}
	testing.ids(_examined({}, ["detected_at", "timeline"], "2026-10-05")) == {"I-1"}
}
