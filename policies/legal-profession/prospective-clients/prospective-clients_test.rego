package privity.legal_profession.prospective_clients_test

import data.lib.testing
import data.privity.legal_profession.prospective_clients as control

_day(text) := testing.day(text)

_prospect := {
	"info_level": "detailed",
	"conflict_cleared_on": testing.day("2025-11-10"),
	"detailed_on": testing.day("2025-11-10"),
	"disqualifying_info": true,
	"restricted_to_staff_ids": ["S-1"],
}

# Declined a year ago to the day.
_declined := {
	"id": "K-1",
	"grade": 2,
	"status": "declined",
	"declined_on": testing.day("2025-11-22"),
	"decline_letter_on": testing.day("2025-11-22"),
	"prospect": _prospect,
}

_findings_on(record, as_of) := found if {
	found := control.findings with input as {"client": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"prospect_retention_days": 365}
}

_examined(record) := examined if {
	examined := control.examined with input as {"client": record}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"prospect_retention_days": 365}
}

_changed(changes, removed) := testing.changed(_declined, {"prospect": testing.changed(testing.without(_prospect, removed), changes)})

_on(changes, removed, as_of) := testing.verdicts(_findings_on(_changed(changes, removed), as_of))

_verdicts(changes, removed) := _on(changes, removed, "2026-11-22")

_of_record(changes, removed) := testing.verdicts(_findings_on(testing.changed(testing.without(_declined, removed), changes), "2026-11-22"))

_found(reason) := {["K-1", reason, ""]}

_missing(field) := {["K-1", "not-declared", concat(".", ["clients", field])]}

test_in_order if {
	_verdicts({}, []) == set()
	_of_record({"status": "prospective"}, ["declined_on", "decline_letter_on"]) == set()
}

test_examined if {
	_examined(_declined) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 2, "changes_on": _day("2026-11-23")}}
	testing.ids(_examined(testing.changed(_declined, {"status": "prospective"}))) == {"K-1"}
	_examined(testing.changed(_declined, {"status": "current"})) == set()
	testing.ids(_examined(testing.without(_declined, ["status"]))) == {"K-1"}
	ahead := testing.changed(_changed({"detailed_on": _day("2026-12-01")}, []), {"status": "prospective"})
	{entry.changes_on | some entry in _examined(ahead)} == {_day("2026-12-01")}
}

test_others_find_nothing if {
	every prospect in [{}, {"info_level": "detailed"}, {"info_level": "detailed", "conflict_cleared_on": 1}, {"disqualifying_info": true}] {
		_of_record({"status": "current", "prospect": prospect}, ["declined_on", "decline_letter_on"]) == set()
		_of_record({"status": "former", "declined_on": 1, "prospect": prospect}, ["decline_letter_on"]) == set()
		_of_record({"prospect": prospect}, ["status"]) == _missing("status")
	}
}

_early := {["K-1", "details-before-clearance", ""]}

test_details_before_clearance if {
	_verdicts({"conflict_cleared_on": _day("2025-11-11")}, []) == _early
	_verdicts({}, ["conflict_cleared_on"]) == _early
	_verdicts({"conflict_cleared_on": _day("2026-11-23")}, []) == _early
	_verdicts({"detailed_on": _day("2026-11-23")}, ["conflict_cleared_on"]) == set()
	_verdicts({"detailed_on": _day("2026-11-22")}, ["conflict_cleared_on"]) == _early
	_verdicts({}, ["conflict_cleared_on", "detailed_on"]) == _early
	_verdicts({}, ["detailed_on"]) == _missing("prospect.detailed_on")
	_verdicts({"info_level": "minimal", "reduced_to_conflict_record": true}, ["conflict_cleared_on", "detailed_on"]) == set()
	_findings_on(_changed({}, ["conflict_cleared_on"]), "2026-11-22") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "details-before-clearance",
		"args": {"client": {"collection": "clients", "id": "K-1"}},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "prospect.conflict_cleared_on"},
			{"collection": "clients", "id": "K-1", "path": "prospect.detailed_on"},
			{"collection": "clients", "id": "K-1", "path": "prospect.info_level"},
		],
	}}
}

test_not_declared_how_much_was_heard if {
	_verdicts({}, ["info_level"]) == _missing("prospect.info_level")
	_of_record({"status": "prospective"}, ["prospect"]) == _missing("prospect.info_level")
}

test_restricted if {
	_verdicts({}, ["restricted_to_staff_ids"]) == _found("not-restricted")
	_verdicts({"restricted_to_staff_ids": []}, []) == _found("not-restricted")
	_verdicts({"disqualifying_info": false}, ["restricted_to_staff_ids"]) == set()
	_verdicts({}, ["restricted_to_staff_ids", "disqualifying_info"]) == _missing("prospect.disqualifying_info")
	_verdicts({}, ["disqualifying_info"]) == set()
	_verdicts({"info_level": "minimal"}, ["restricted_to_staff_ids", "disqualifying_info"]) == set()
}

test_kept_too_long if {
	_on({}, [], "2026-11-22") == set()
	_on({}, [], "2026-11-23") == _found("kept-too-long")
	_on({"reduced_to_conflict_record": false}, [], "2026-11-23") == _found("kept-too-long")
	_on({"reduced_to_conflict_record": true}, [], "2026-11-23") == set()
	_on({"on_hold": true}, [], "2026-11-23") == set()
	_on({"on_hold": false}, [], "2026-11-23") == _found("kept-too-long")
	{finding.args.declined_on | some finding in _findings_on(_declined, "2026-11-23")} == {{"day": _day("2025-11-22")}}
}

test_who_only_left_a_name if {
	_on({"info_level": "minimal"}, [], "2026-11-22") == set()
	_on({"info_level": "minimal"}, [], "2026-11-23") == _missing("prospect.reduced_to_conflict_record")
	_on({"info_level": "minimal", "reduced_to_conflict_record": false}, [], "2026-11-23") == _found("kept-too-long")
	_on({"info_level": "minimal", "on_hold": true}, [], "2026-11-23") == set()
}

test_not_declared_when_it_was_declined if {
	_of_record({}, ["declined_on"]) == _missing("declined_on")
	_of_record({"prospect": object.union(_prospect, {"reduced_to_conflict_record": true})}, ["declined_on"]) == set()
	_of_record({"prospect": object.union(_prospect, {"on_hold": true})}, ["declined_on"]) == set()
}

test_letter if {
	_of_record({}, ["decline_letter_on"]) == _found("no-decline-letter")
	_of_record({"decline_letter_on": _day("2026-11-23")}, []) == _found("no-decline-letter")
	_of_record({"decline_letter_on": _day("2026-11-22")}, []) == set()
	_of_record({"prospect": {"info_level": "minimal"}}, ["decline_letter_on"]) == set()
	_of_record({"status": "prospective"}, ["decline_letter_on"]) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("kept-too-long", _findings_on(_declined, "2026-11-23")) == {["prospect.reduced_to_conflict_record", "declined_on", "prospect.on_hold"]}
	_paths("no-decline-letter", _findings_on(testing.without(_declined, ["decline_letter_on"]), "2026-11-22")) == {["decline_letter_on", "declined_on"]}
	_paths("not-restricted", _findings_on(testing.changed(_declined, {"prospect": {"conflict_cleared_on": testing.day("2025-11-10"), "detailed_on": testing.day("2025-11-10"), "disqualifying_info": true, "info_level": "detailed"}}), "2026-11-22")) == {["prospect.restricted_to_staff_ids", "prospect.disqualifying_info"]}
}
