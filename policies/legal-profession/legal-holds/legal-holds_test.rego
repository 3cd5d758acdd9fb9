package privity.legal_profession.legal_holds_test

import data.lib.testing
import data.privity.legal_profession.legal_holds as control

_day(text) := testing.day(text)

# Issued by the last good day (three days), confirmed, reminded of, and the client was told.
_hold := {
	"id": "H-1",
	"grade": 1,
	"status": "active",
	"kind": "client-matter",
	"triggered_on": testing.day("2026-06-08"),
	"issued_on": testing.day("2026-06-11"),
	"scope_text": "Everything on the sale.",
	"matter_ids": ["M-1"],
	"custodians": [
		{"staff_id": "S-1", "acknowledged_on": testing.day("2026-06-12")},
		{"staff_id": "S-2", "acknowledged_on": testing.day("2026-06-12")},
	],
	"last_reminder_on": testing.day("2026-09-01"),
	"client_told_on": testing.day("2026-06-11"),
}

_with(changes, removed) := testing.changed(testing.without(_hold, removed), changes)

_findings(record, as_of) := found if {
	found := control.findings with input as {"legal_hold": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"hold_issue_days": 3, "hold_ack_days": 7, "hold_reminder_days": 90}
}

_verdicts(changes, removed, as_of) := testing.verdicts(_findings(_with(changes, removed), as_of))

_found(changes, removed) := _verdicts(changes, removed, "2026-11-22")

_examined(changes, removed, as_of) := examined if {
	record := _with(changes, removed)
	examined := control.examined with input as {"legal_hold": record}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"hold_issue_days": 3, "hold_ack_days": 7, "hold_reminder_days": 90}
}

_turn(changes, removed, as_of) := {day | some entry in _examined(changes, removed, as_of); day := entry.changes_on}

_unissued := {["H-1", "not-issued", ""]}

_missing(path) := {["H-1", "not-declared", concat(".", ["legal_holds", path])]}

test_in_order if _found({}, []) == set()

test_examined_whatever_its_status if {
	_examined({}, [], "2026-11-22") == {{
		"subject": {"collection": "legal_holds", "id": "H-1"},
		"grade": 1,
		"changes_on": _day("2026-12-01"),
	}}
	testing.ids(_examined({"status": "draft"}, [], "2026-11-22")) == {"H-1"}
	testing.ids(_examined({"status": "released"}, [], "2026-11-22")) == {"H-1"}
	testing.ids(_examined({}, ["status"], "2026-11-22")) == {"H-1"}
}

test_examined_changes_with_each_duty if {
	_turn({}, ["issued_on", "last_reminder_on"], "2026-06-11") == {_day("2026-06-12")}
	_turn({"issued_on": _day("2026-06-10")}, ["last_reminder_on"], "2026-06-09") == {_day("2026-06-10")}
	_turn({"custodians": [{"staff_id": "S-1"}]}, ["last_reminder_on"], "2026-06-12") == {_day("2026-06-19")}
	_turn({"custodians": [{"staff_id": "S-1"}]}, ["last_reminder_on"], "2026-06-19") == {_day("2026-07-03")}
	_turn({}, ["last_reminder_on"], "2026-06-12") == {_day("2026-09-10")}
	_turn({"released_on": _day("2026-11-25")}, [], "2026-11-22") == {_day("2026-11-25")}
	_turn({"count_only": true, "released_on": _day("2026-11-25")}, [], "2026-06-08") == set()
}

test_the_instruction_is_due_within_three_days if {
	_verdicts({}, ["issued_on"], "2026-06-11") == set()
	_verdicts({}, ["issued_on"], "2026-06-12") == _unissued
	_verdicts({"issued_on": _day("2026-06-13")}, [], "2026-06-12") == _unissued
}

test_not_issued_in_full if {
	_findings(_with({}, ["issued_on"]), "2026-06-12") == {{
		"subject": {"collection": "legal_holds", "id": "H-1"},
		"reason": "not-issued",
		"args": {"hold": {"collection": "legal_holds", "id": "H-1"}, "triggered_on": {"day": _day("2026-06-08")}},
		"relied_on": [
			{"collection": "legal_holds", "id": "H-1", "path": "issued_on"},
			{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		],
	}}
}

test_issued_late if {
	{[finding.reason, finding.args.met_on, finding.args.due_on, finding.args.days_late] |
		some finding in _findings(_with({"issued_on": _day("2026-06-12")}, []), "2026-11-22")
	} == {["remedied-late", {"day": _day("2026-06-12")}, {"day": _day("2026-06-11")}, 1]}
}

_open := {"custodians": [{"staff_id": "S-1", "acknowledged_on": testing.day("2026-06-12")}, {"staff_id": "S-2"}]}

test_confirmations if {
	_verdicts(_open, [], "2026-06-18") == set()
	_verdicts(_open, [], "2026-06-19") == {["H-1", "not-acknowledged", "S-2"]}
	_verdicts(_open, [], "2026-07-02") == {["H-1", "not-acknowledged", "S-2"]}
	_verdicts(_open, [], "2026-07-03") == {["H-1", "not-acknowledged-long", "S-2"]}
}

test_a_confirmation_that_lies_ahead_is_none_yet if {
	ahead := {"custodians": [{"staff_id": "S-1", "acknowledged_on": _day("2026-06-20")}]}
	_verdicts(ahead, [], "2026-06-19") == {["H-1", "not-acknowledged", "S-1"]}
	_verdicts(ahead, [], "2026-06-20") == set()
}

test_a_custodian_without_a_name_is_judged_all_the_same if {
	{[finding.by, finding.args.custodian] | some finding in _findings(_with({"custodians": [{}]}, []), "2026-06-19")} == {[
		"0", {"collection": "legal_holds", "id": "H-1"},
	]}
}

test_who_has_not_confirmed if {
	{[finding.args, finding.changes_on] | some finding in _findings(_with(_open, []), "2026-06-19")} == {[
		{
			"hold": {"collection": "legal_holds", "id": "H-1"},
			"custodian": {"collection": "staff", "id": "S-2"},
			"issued_on": {"day": _day("2026-06-11")},
		},
		_day("2026-07-03"),
	]}
}

test_nobody_confirms_what_was_not_issued if {
	_verdicts(object.union(_open, {"issued_on": _day("2026-11-23")}), [], "2026-11-22") == _unissued
}

test_reminders if {
	_verdicts({}, [], "2026-11-30") == set()
	_verdicts({}, [], "2026-12-01") == {["H-1", "reminder-due", ""]}
	_verdicts({}, ["last_reminder_on"], "2026-09-09") == set()
	_verdicts({}, ["last_reminder_on"], "2026-09-10") == {["H-1", "reminder-due", ""]}
	_verdicts({"last_reminder_on": _day("2026-12-02")}, [], "2026-12-01") == {["H-1", "reminder-due", ""]}
	{finding.args.last_on | some finding in _findings(_hold, "2026-12-01")} == {{"day": _day("2026-09-01")}}
}

_scope := {["H-1", "no-scope", ""]}

test_scope if {
	_found({}, ["scope_text"]) == _scope
	_found({"scope_text": " "}, []) == _scope
	_found({}, ["matter_ids", "custodians"]) == _scope
	_found({"matter_ids": [], "custodians": []}, []) == _scope
	_found({"matter_ids": []}, []) == set()
	_found({"asset_ids": ["A-1"]}, ["matter_ids", "custodians"]) == set()
	_found({}, ["custodians"]) == set()
	[fact.path | some finding in _findings(_with({}, ["matter_ids", "custodians"]), "2026-11-22"); some fact in finding.relied_on] == ["matter_ids", "custodians", "asset_ids"]
}

_release := {
	"status": "released",
	"released_on": testing.day("2026-11-22"),
	"released_by": "S-1",
	"released_by_lawyer": true,
	"release_reason": "Settled.",
}

_unrecorded := {["H-1", "release-not-recorded", ""]}

test_release if {
	_found(_release, []) == set()
	_found(testing.without(_release, ["released_by"]), []) == _unrecorded
	_found(testing.without(_release, ["released_by_lawyer"]), []) == _unrecorded
	_found(testing.changed(_release, {"released_by_lawyer": false}), []) == _unrecorded
	_found(testing.without(_release, ["release_reason"]), []) == _unrecorded
	_found(testing.changed(_release, {"release_reason": " "}), []) == _unrecorded
	_found({"released_on": _day("2026-11-23")}, []) == set()
	_found({"status": "released"}, []) == _missing("released_on")
}

test_no_reminder_after_the_release if {
	_verdicts(_release, [], "2026-12-01") == set()
	_verdicts(testing.changed(_release, {"released_on": _day("2026-12-02")}), [], "2026-12-01") == {["H-1", "reminder-due", ""]}
}

test_what_fell_due_before_the_release_stays if {
	_found(testing.changed(_release, {"released_on": _day("2026-06-12")}), ["issued_on"]) == set()
	_found(testing.changed(_release, {"released_on": _day("2026-06-13")}), ["issued_on"]) == _unissued
	_found(object.union(testing.changed(_release, {"released_on": _day("2026-06-19")}), _open), []) == set()
	_found(object.union(testing.changed(_release, {"released_on": _day("2026-06-20")}), _open), []) == {["H-1", "not-acknowledged", "S-2"]}
}

_untold := {["H-1", "client-not-told", ""]}

test_the_client_is_told if {
	_verdicts({}, ["client_told_on"], "2026-06-11") == set()
	_verdicts({}, ["client_told_on"], "2026-06-12") == _untold
	_verdicts({"client_told_on": _day("2026-06-13")}, [], "2026-06-12") == _untold
	_found({"kind": "own-dispute"}, ["client_told_on"]) == set()
}

test_not_declared if {
	_found({}, ["triggered_on"]) == _missing("triggered_on")
	_found({}, ["kind", "client_told_on"]) == _missing("kind")
	_found({}, ["kind"]) == set()
	_verdicts({}, ["kind", "client_told_on"], "2026-06-11") == set()
}

test_a_hold_declared_only_as_a_count if {
	counted := {"id": "H-1", "status": "released", "count_only": true, "released_on": _day("2026-11-01")}
	testing.verdicts(_findings(counted, "2026-11-22")) == _missing("triggered_on") | _missing("last_reviewed_on")
	dated := object.union(counted, {"triggered_on": _day("2024-06-08"), "last_reviewed_on": _day("2026-11-01")})
	_findings(dated, "2026-11-22") == set()
	issued := object.union(dated, {"issued_on": _day("2025-06-08"), "custodians": [{"staff_id": "S-1"}], "kind": "client-matter"})
	_findings(testing.without(issued, ["released_on"]), "2026-11-22") == set()
	_found({"count_only": false}, ["scope_text"]) == _scope
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("client-not-told", _findings(testing.without(_hold, ["client_told_on"]), "2026-06-12")) == {["client_told_on", "kind", "triggered_on"]}
	_paths("release-not-recorded", _findings(testing.changed(_hold, {"released_by": "S-1", "released_by_lawyer": true, "released_on": testing.day("2026-11-22"), "status": "released"}), "2026-11-22")) == {["release_reason", "released_on"]}
	_paths("remedied-late", _findings(testing.changed(_hold, {"issued_on": testing.day("2026-06-12")}), "2026-11-22")) == {["issued_on", "triggered_on"]}
	_paths("reminder-due", _findings(_hold, "2026-12-01")) == {["last_reminder_on", "issued_on"]}
}
