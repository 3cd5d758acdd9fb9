package privity.legal_profession.warned_before_destruction_test

import data.lib.testing
import data.privity.legal_profession.warned_before_destruction as control

_day(text) := testing.day(text)

# Destroyed thirty days after the warning.
_event := {
	"id": "D-1",
	"grade": 2,
	"asset_id": "A-1",
	"object": "client-file",
	"disposed_on": testing.day("2026-10-31"),
	"client_notified_on": testing.day("2026-10-01"),
	"contains_originals": true,
	"originals_returned_on": testing.day("2026-10-31"),
	"lawyer_approval_by": "S-1",
}

_inventory := {
	"data_assets": {"A-2": {"id": "A-2"}},
	"incidents": {"I-1": {"id": "I-1"}},
}

_findings(changes, removed) := found if {
	record := testing.changed(testing.without(_event, removed), changes)
	found := control.findings with input as {"disposal_event": record}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"destruction_notice_days": 30}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_event, removed), changes)
	examined := control.examined with input as {"disposal_event": record}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"destruction_notice_days": 30}
}

_verdicts(changes, removed) := testing.verdicts(_findings(changes, removed))

_found(reason) := {["D-1", reason, ""]}

_missing(field) := {["D-1", "not-declared", concat(".", ["disposal_events", field])]}

test_in_order if _verdicts({}, []) == set()

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "disposal_events", "id": "D-1"}, "grade": 2}}
	_examined({"object": "data-set"}, []) == set()
	_examined({"disposed_on": _day("2026-11-23")}, []) == set()
	testing.ids(_examined({"disposed_on": _day("2026-11-22")}, [])) == {"D-1"}
	testing.ids(_examined({}, ["object"])) == {"D-1"}
	_examined({"disposed_on": _day("2026-11-23")}, ["object"]) == set()
}

_bare := ["client_notified_on", "originals_returned_on", "lawyer_approval_by"]

test_other_destructions_find_nothing if {
	_verdicts({"object": "backup"}, _bare) == set()
	_verdicts({"object": "backup", "incident_id": "I-1"}, _bare) == set()
	_verdicts({"object": "backup"}, ["contains_originals", "disposed_on"]) == set()
	_verdicts({"disposed_on": _day("2026-11-23")}, _bare) == set()
	_verdicts({}, array.concat(_bare, ["object"])) == _missing("object")
	_verdicts({"disposed_on": _day("2026-11-23")}, ["object"]) == set()
}

test_warned if {
	_verdicts({"client_notified_on": _day("2026-10-02")}, []) == _found("client-not-warned")
	_verdicts({}, ["client_notified_on"]) == _found("client-not-warned")
	_verdicts({"engagement_terms_agreed": true}, ["client_notified_on"]) == set()
	_verdicts({"engagement_terms_agreed": false}, ["client_notified_on"]) == _found("client-not-warned")
	_verdicts({"client_unreachable_evidence_uri": "https://dms.example/letters"}, ["client_notified_on"]) == set()
	_verdicts({"client_unreachable_evidence_uri": " "}, ["client_notified_on"]) == _found("client-not-warned")
	_findings({}, ["client_notified_on"]) == {{
		"subject": {"collection": "disposal_events", "id": "D-1"},
		"reason": "client-not-warned",
		"args": {
			"file": {"collection": "client_files", "id": "A-1"},
			"disposed_on": {"day": _day("2026-10-31")},
			"happened_on": {"day": _day("2026-10-31")},
		},
		"relied_on": [
			{"collection": "disposal_events", "id": "D-1", "path": "client_notified_on"},
			{"collection": "disposal_events", "id": "D-1", "path": "disposed_on"},
			{"collection": "disposal_events", "id": "D-1", "path": "engagement_terms_agreed"},
		],
	}}
}

_file(changes, removed) := {finding.args.file | some finding in _findings(changes, array.concat(["lawyer_approval_by"], removed))}

test_which_file_it_was if {
	_file({"asset_id": "A-2"}, []) == {{"collection": "data_assets", "id": "A-2"}}
	_file({}, ["asset_id"]) == {{"collection": "disposal_events", "id": "D-1"}}
}

test_originals if {
	_verdicts({"originals_returned_on": _day("2026-11-01")}, []) == _found("originals-destroyed")
	_verdicts({}, ["originals_returned_on"]) == _found("originals-destroyed")
	_verdicts({"contains_originals": false}, ["originals_returned_on"]) == set()
	_verdicts({}, ["contains_originals"]) == _missing("contains_originals")
}

test_approval if {
	_verdicts({}, ["lawyer_approval_by"]) == _found("no-lawyer-approval")
	_verdicts({"lawyer_approval_by": " "}, []) == _found("no-lawyer-approval")
	{finding.args.happened_on | some finding in _findings({}, ["lawyer_approval_by"])} == {{"day": _day("2026-10-31")}}
}

test_dealt_with_as_an_incident if {
	_verdicts({"incident_id": "I-1"}, _bare) == _found("handled-as-incident")
	_verdicts({"incident_id": "I-1"}, []) == set()
	_verdicts({"incident_id": "I-9"}, ["lawyer_approval_by"]) == _found("no-lawyer-approval")
	{[fact.path | some fact in finding.relied_on] | some finding in _findings({"incident_id": "I-1"}, ["lawyer_approval_by"])} == {["incident_id", "lawyer_approval_by"]}
}

test_not_declared_when_it_was_destroyed if {
	_verdicts({}, ["disposed_on", "client_notified_on"]) == _missing("disposed_on")
	_verdicts({}, ["disposed_on", "lawyer_approval_by"]) == _missing("disposed_on") | _found("no-lawyer-approval")
	_verdicts({"originals_returned_on": _day("2026-11-23")}, ["disposed_on"]) == _missing("disposed_on") | _found("originals-destroyed")
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("originals-destroyed", _findings({}, ["originals_returned_on"])) == {["originals_returned_on", "contains_originals", "disposed_on"]}
}
