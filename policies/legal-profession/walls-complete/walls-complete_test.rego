package privity.legal_profession.walls_complete_test

import data.lib.testing
import data.privity.legal_profession.walls_complete as control

_day(text) := testing.day(text)

_wall := {
	"id": "W-1",
	"grade": 1,
	"status": "active",
	"reason": "adverse-former",
	"trigger_on": testing.day("2026-11-01"),
	"established_on": testing.day("2026-11-02"),
	"matter_ids": ["M-1"],
	"screened_staff_ids": ["S-1", "S-2"],
	"enforced_system_ids": ["dms"],
	"fee_excluded": true,
	"instructions_sent_on": testing.day("2026-11-02"),
	"acknowledgements": [
		{"staff_id": "S-1", "on": testing.day("2026-11-03")},
		{"staff_id": "S-2", "on": testing.day("2026-11-22")},
	],
	"notice_required": true,
	"notice_sent_on": testing.day("2026-11-08"),
}

_parameters := {"wall_days": 1, "notice_days": 7, "hold_ack_days": 7}

_findings(changes, removed, firm) := _findings_on(changes, removed, firm, "2026-11-22")

_findings_on(changes, removed, firm, as_of) := found if {
	record := testing.changed(testing.without(_wall, removed), changes)
	found := control.findings with input as {"ethical_wall": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as _parameters
}

_verdicts(changes, removed) := testing.verdicts(_findings(changes, removed, {"regimes": ["sra"]}))

_verdicts_on(changes, removed, as_of) := testing.verdicts(_findings_on(changes, removed, {"regimes": ["sra"]}, as_of))

_examined_on(changes, removed, as_of) := examined if {
	record := testing.changed(testing.without(_wall, removed), changes)
	examined := control.examined with input as {"ethical_wall": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as _parameters
}

_found(reason) := {["W-1", reason, ""]}

_missing(field) := {["W-1", "not-declared", concat(".", ["ethical_walls", field])]}

_incomplete(field) := {["W-1", "incomplete-wall", field]}

test_complete_and_in_time if {
	_verdicts({}, []) == set()
	_verdicts({"status": "pending"}, []) == set()
}

test_examined if {
	_examined_on({}, [], "2026-11-22") == {{"subject": {"collection": "ethical_walls", "id": "W-1"}, "grade": 1}}
	testing.ids(_examined_on({"status": "pending"}, [], "2026-11-22")) == {"W-1"}
	testing.ids(_examined_on({}, ["status"], "2026-11-22")) == {"W-1"}
	_examined_on({"status": "lifted"}, [], "2026-11-22") == set()
}

_turn(changes, removed, as_of) := {day | some entry in _examined_on(changes, removed, as_of); day := entry.changes_on}

test_examined_changes if {
	_turn({}, ["established_on", "instructions_sent_on", "notice_sent_on"], "2026-11-01") == {_day("2026-11-03")}
	_turn({}, ["instructions_sent_on", "notice_sent_on"], "2026-11-02") == {_day("2026-11-09")}
	_turn({}, [], "2026-11-01") == {_day("2026-11-02")}
	_turn({"instructions_sent_on": _day("2026-11-04")}, ["notice_sent_on"], "2026-11-02") == {_day("2026-11-04")}
	_turn({"acknowledgements": []}, [], "2026-11-08") == {_day("2026-11-10")}
	_turn({"acknowledgements": [{"staff_id": "S-1"}, {"staff_id": "S-2"}]}, [], "2026-11-08") == set()
}

test_a_lifted_wall_finds_nothing if {
	bare := ["established_on", "screened_staff_ids", "acknowledgements", "notice_sent_on", "notice_required", "reason", "fee_excluded"]
	_verdicts({"status": "lifted"}, bare) == set()
	late := {"status": "lifted", "established_on": _day("2026-11-09"), "notice_sent_on": _day("2026-11-20"), "acknowledgements": []}
	_verdicts(late, ["trigger_on"]) == set()
	_verdicts(late, []) == set()
	_verdicts({"status": "lifted"}, ["established_on", "notice_sent_on"]) == set()
	testing.verdicts(_findings({"status": "lifted"}, ["fee_excluded"], {"regimes": ["aba"]})) == set()
	testing.verdicts(_findings({"status": "lifted"}, ["fee_excluded"], {})) == set()
	_verdicts({"status": "lifted", "established_on": _day("2026-11-02")}, ["reason"]) == set()
}

test_not_declared_whether_it_stands if {
	_verdicts({"established_on": _day("2026-11-20")}, ["status"]) == _missing("status")
}

test_not_declared_what_started_it if _verdicts({}, ["trigger_on"]) == _missing("trigger_on")

_unsent := ["established_on", "instructions_sent_on", "notice_sent_on"]

test_in_place_in_time if {
	_verdicts_on({}, _unsent, "2026-11-02") == set()
	_verdicts_on({}, _unsent, "2026-11-03") == _found("not-established")
	_verdicts_on({"established_on": _day("2026-11-04")}, ["instructions_sent_on", "notice_sent_on"], "2026-11-03") == _found("not-established")
	_verdicts_on({"reason": "lateral"}, _unsent, "2026-11-01") == set()
	_verdicts_on({"reason": "lateral"}, _unsent, "2026-11-02") == _found("not-established")
}

test_in_place_late if {
	_verdicts({"established_on": _day("2026-11-03")}, []) == _found("established-late")
	_verdicts({"reason": "lateral"}, []) == _found("established-late")
	_verdicts({"reason": "lateral", "established_on": _day("2026-11-01")}, []) == set()
	{finding.args | some finding in _findings({"established_on": _day("2026-11-04")}, [], {"regimes": []})} == {{
		"wall": {"collection": "ethical_walls", "id": "W-1"},
		"met_on": {"day": _day("2026-11-04")},
		"due_on": {"day": _day("2026-11-02")},
		"days_late": 2,
	}}
}

test_not_in_place_in_full if {
	_findings_on({}, _unsent, {"regimes": []}, "2026-11-03") == {{
		"subject": {"collection": "ethical_walls", "id": "W-1"},
		"reason": "not-established",
		"args": {"wall": {"collection": "ethical_walls", "id": "W-1"}, "due_on": {"day": _day("2026-11-02")}},
		"relied_on": [
			{"collection": "ethical_walls", "id": "W-1", "path": "established_on"},
			{"collection": "ethical_walls", "id": "W-1", "path": "trigger_on"},
			{"collection": "ethical_walls", "id": "W-1", "path": "reason"},
		],
	}}
}

test_the_reason_decides_between_two_days if {
	_verdicts({"established_on": _day("2026-11-01")}, ["reason"]) == set()
	_verdicts({"established_on": _day("2026-11-02")}, ["reason"]) == _missing("reason")
	_verdicts({"established_on": _day("2026-11-03")}, ["reason"]) == _found("established-late")
	_verdicts_on({}, array.concat(_unsent, ["reason"]), "2026-11-01") == set()
	_verdicts_on({}, array.concat(_unsent, ["reason"]), "2026-11-02") == _missing("reason")
	_verdicts_on({}, array.concat(_unsent, ["reason"]), "2026-11-03") == _found("not-established")
}

test_what_it_says if {
	every path in ["matter_ids", "enforced_system_ids", "screened_staff_ids", "instructions_sent_on"] {
		_verdicts({}, [path]) == _incomplete(path)
	}
	_verdicts({"matter_ids": []}, []) == _incomplete("matter_ids")
	_verdicts({"enforced_system_ids": []}, []) == _incomplete("enforced_system_ids")
	_verdicts({"screened_staff_ids": []}, []) == _incomplete("screened_staff_ids")
	_verdicts({"instructions_sent_on": _day("2026-11-23")}, []) == _incomplete("instructions_sent_on")
	_verdicts_on({"established_on": _day("2026-11-02")}, ["instructions_sent_on", "notice_sent_on"], "2026-11-01") == set()
	{[finding.args.fact, finding.relied_on] | some finding in _findings({}, ["matter_ids"], {"regimes": []})} == {[
		{"collection": "ethical_walls", "field": "matter_ids"},
		[{"collection": "ethical_walls", "id": "W-1", "path": "matter_ids"}],
	]}
}

_fees(changes, removed, firm) := testing.verdicts(_findings(changes, removed, firm))

test_fees if {
	_fees({"fee_excluded": false}, [], {"regimes": ["aba"]}) == _incomplete("fee_excluded")
	_fees({"fee_excluded": false}, [], {"regimes": ["us-ca-bar"]}) == set()
	_fees({}, ["fee_excluded"], {"regimes": ["aba"]}) == _missing("fee_excluded")
	_fees({}, ["fee_excluded"], {"regimes": ["sra"]}) == set()
	_fees({}, [], {}) == set()
	_fees({}, ["fee_excluded"], {}) == {["W-1", "not-declared", "firm.regimes"]}
	_fees({"fee_excluded": false}, [], {}) == {["W-1", "not-declared", "firm.regimes"]}
}

test_confirmations if {
	one := {"acknowledgements": [{"staff_id": "S-1"}]}
	_verdicts_on(one, [], "2026-11-09") == set()
	_verdicts_on(one, [], "2026-11-10") == {["W-1", "not-acknowledged", "S-2"]}
	_verdicts({}, ["acknowledgements"]) == {["W-1", "not-acknowledged", "S-1"], ["W-1", "not-acknowledged", "S-2"]}
	_verdicts_on({}, [], "2026-11-21") == {["W-1", "not-acknowledged", "S-2"]}
}

test_notice if {
	_verdicts_on({}, ["notice_sent_on"], "2026-11-08") == set()
	_verdicts_on({"acknowledgements": [{"staff_id": "S-1"}, {"staff_id": "S-2"}]}, ["notice_sent_on"], "2026-11-09") == _found("notice-not-sent")
	_verdicts({"notice_sent_on": _day("2026-11-23")}, []) == _found("notice-not-sent")
	_verdicts({"notice_sent_on": _day("2026-11-09")}, []) == _found("remedied-late")
	_verdicts({"notice_required": false}, ["notice_sent_on"]) == set()
	_verdicts({"notice_required": false, "notice_sent_on": _day("2026-11-09")}, []) == set()
	{[finding.args.met_on, finding.args.due_on, finding.args.days_late] |
		some finding in _findings({"notice_sent_on": _day("2026-11-09")}, [], {"regimes": []})
	} == {[{"day": _day("2026-11-09")}, {"day": _day("2026-11-08")}, 1]}
	{finding.args.due_on | some finding in _findings({}, ["notice_sent_on"], {"regimes": []})} == {{"day": _day("2026-11-08")}}
}

test_not_declared_whether_notice_is_required if {
	_verdicts({}, ["notice_required"]) == set()
	_verdicts({}, ["notice_required", "notice_sent_on"]) == _missing("notice_required")
	_verdicts({"notice_sent_on": _day("2026-11-09")}, ["notice_required"]) == _missing("notice_required")
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("established-late", _findings_on({"reason": "lateral"}, [], {"regimes": ["sra"]}, "2026-11-22")) == {["established_on", "trigger_on", "reason"]}
	_paths("not-acknowledged", _findings_on({}, [], {"regimes": ["sra"]}, "2026-11-21")) == {["acknowledgements", "screened_staff_ids", "instructions_sent_on"]}
	_paths("notice-not-sent", _findings_on({}, ["notice_sent_on"], {"regimes": []}, "2026-11-22")) == {["notice_sent_on", "notice_required", "trigger_on"]}
	_paths("remedied-late", _findings_on({"notice_sent_on": testing.day("2026-11-09")}, [], {"regimes": []}, "2026-11-22")) == {["notice_sent_on", "notice_required", "trigger_on"]}
}
