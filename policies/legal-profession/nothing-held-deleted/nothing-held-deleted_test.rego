package privity.legal_profession.nothing_held_deleted_test

import data.lib.testing
import data.privity.legal_profession.nothing_held_deleted as control

_day(text) := testing.day(text)

_file := {
	"id": "A-1",
	"grade": 2,
	"status": "closed",
	"record_class": "client-file",
	"client_id": "K-1",
	"matter_ids": ["M-1"],
	"auto_delete": true,
	"auto_delete_suspended": true,
}

# Covers the file through its matter, from 8 June on.
_hold := {
	"id": "H-1",
	"grade": 1,
	"status": "active",
	"matter_ids": ["M-1"],
	"triggered_on": testing.day("2026-06-08"),
	"issued_on": testing.day("2026-06-11"),
}

_unsuspended := {"auto_delete_suspended": false}

# What is judged: the file, its hold, further holds, events, terms, and whether the trigger decides.
_base := {"file": _file, "holds": [_hold], "events": [], "terms": [], "strict": true, "on": "2026-11-22"}

_findings(changes) := found if {
	case := testing.changed(_base, changes)
	found := control.findings with input as {
		"collection": "client_files",
		"data_asset": case.file,
		"disposal_events": testing.by_id(case.events),
	}
		with data.inventory.legal_holds as testing.by_id(case.holds)
		with data.inventory.client_terms as testing.by_id(case.terms)
		with data.inventory.incidents as {"I-1": {"id": "I-1"}}
		with data.parameters as {"strict_hold": case.strict}
		with data.as_of as testing.end_of(case.on)
}

_examined(changes) := examined if {
	case := testing.changed(_base, changes)
	examined := control.examined with input as {
		"collection": "client_files",
		"data_asset": case.file,
		"disposal_events": testing.by_id(case.events),
	}
		with data.inventory.legal_holds as testing.by_id(case.holds)
		with data.inventory.client_terms as testing.by_id(case.terms)
		with data.inventory.incidents as {"I-1": {"id": "I-1"}}
		with data.parameters as {"strict_hold": case.strict}
		with data.as_of as testing.end_of(case.on)
}

_verdicts(changes) := testing.verdicts(_findings(changes))

# The file above, changed; with further changes of the case.
_of_file(changes, removed, more) := _verdicts(object.union({"file": testing.changed(testing.without(_file, removed), changes)}, more))

_of_hold(changes, removed, more) := _of_file(_unsuspended, [], object.union(
	{"holds": [testing.changed(testing.without(_hold, removed), changes)]},
	more,
))

_runs := {["A-1", "auto-delete-runs", ""]}

_missing(field) := {["A-1", "not-declared", field]}

test_deletion_is_off if {
	_verdicts({}) == set()
	_of_file({"auto_delete": false}, ["auto_delete_suspended"], {}) == set()
}

test_examined_where_a_hold_covers_it if {
	_examined({}) == {{"subject": {"collection": "client_files", "id": "A-1"}, "grade": 1}}
	_examined({"holds": []}) == set()
	_examined({"holds": [testing.changed(_hold, {"matter_ids": ["M-2"]})]}) == set()
	_examined({"holds": [testing.changed(_hold, {"count_only": true})]}) == set()
	testing.ids(_examined({"holds": [testing.changed(_hold, {"released_on": _day("2026-07-01")})]})) == {"A-1"}
}

_event := {"id": "D-1", "grade": 0, "asset_id": "A-1", "disposed_on": testing.day("2026-06-08")}

test_examined_rests_on_holds_and_events if {
	{entry.grade | some entry in _examined({"events": [_event]})} == {0}
}

_turn(changes) := {day | some entry in _examined(changes); day := entry.changes_on}

_term := {"id": "CT-1", "client_id": "K-1", "effective_on": testing.day("2020-01-01"), "retention": {"destroy_on": testing.day("2026-11-22")}}

test_examined_changes_with_holds_terms_and_events if {
	_turn({"on": "2026-06-01"}) == {_day("2026-06-08")}
	_turn({"on": "2026-06-08"}) == {_day("2026-06-11")}
	_turn({"holds": [testing.changed(_hold, {"released_on": _day("2026-12-01")})]}) == {_day("2026-12-01")}
	_turn({"terms": [_term], "on": "2026-11-21"}) == {_day("2026-11-22")}
	_turn({"terms": [testing.changed(_term, {"effective_on": _day("2027-01-01")})]}) == {_day("2027-01-01")}
	_turn({"terms": [testing.changed(_term, {"ended_on": _day("2027-02-01")})]}) == {_day("2027-02-01")}
	_turn({"events": [testing.changed(_event, {"disposed_on": _day("2026-12-24")})]}) == {_day("2026-12-24")}
}

test_deletion_runs if {
	_findings({"file": testing.changed(_file, _unsuspended)}) == {{
		"subject": {"collection": "client_files", "id": "A-1"},
		"reason": "auto-delete-runs",
		"args": {
			"asset": {"collection": "client_files", "id": "A-1"},
			"hold": {"collection": "legal_holds", "id": "H-1"},
		},
		"relied_on": [
			{"collection": "client_files", "id": "A-1", "path": "auto_delete_suspended"},
			{"collection": "client_files", "id": "A-1", "path": "auto_delete"},
			{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		],
	}}
	_of_file({"auto_delete": false, "auto_delete_suspended": false}, [], {}) == set()
	_of_file({"auto_delete_suspended": false, "status": "disposed"}, [], {}) == set()
}

test_of_several_holds_the_first_is_named if {
	two := {"holds": [_hold, testing.changed(_hold, {"id": "H-0"})], "file": testing.changed(_file, _unsuspended)}
	{finding.args.hold.id | some finding in _findings(two)} == {"H-0"}
}

test_when_the_hold_stands if {
	_of_hold({}, [], {"on": "2026-06-07"}) == set()
	_of_hold({}, [], {"on": "2026-06-08"}) == _runs
	_of_hold({"released_on": _day("2026-11-22")}, [], {}) == set()
	_of_hold({"released_on": _day("2026-11-23")}, [], {}) == _runs
	_of_hold({"status": "draft"}, ["issued_on"], {}) == _runs
	_of_hold({"count_only": true}, [], {}) == set()
}

test_where_the_day_of_issue_decides if {
	_of_hold({}, [], {"on": "2026-06-10", "strict": false}) == set()
	_of_hold({}, [], {"on": "2026-06-11", "strict": false}) == _runs
}

test_a_mailbox_of_a_custodian_is_covered if {
	mailbox := testing.changed(testing.without(_file, ["matter_ids"]), {"custodian_ids": ["S-1"], "auto_delete_suspended": false})
	hold := testing.changed(_hold, {"custodians": [{"staff_id": "S-1"}]})
	_verdicts({"file": mailbox, "holds": [hold]}) == _runs
	_verdicts({"file": object.union(mailbox, {"matter_ids": ["M-9"]}), "holds": [hold]}) == set()
}

test_not_declared_whether_deletion_is_off if {
	_of_file({}, ["auto_delete", "auto_delete_suspended"], {}) == _missing("client_files.auto_delete")
	_of_file({"auto_delete_suspended": false}, ["auto_delete"], {}) == _missing("client_files.auto_delete")
	_of_file({}, ["auto_delete"], {}) == set()
	_of_file({}, ["auto_delete_suspended"], {}) == _missing("client_files.auto_delete_suspended")
	_of_file({"status": "disposed"}, ["auto_delete", "auto_delete_suspended"], {}) == set()
	_of_file({"status": "disposed"}, ["auto_delete_suspended"], {}) == set()
	released := {"holds": [testing.changed(_hold, {"released_on": _day("2026-11-01")})]}
	_of_file({}, ["auto_delete", "auto_delete_suspended"], released) == set()
}

_destroyed := {["A-1", "destroyed-under-hold", "D-1"]}

_of_event(changes, removed, more) := _verdicts(object.union(
	{"events": [testing.changed(testing.without(_event, removed), changes)]},
	more,
))

test_destroyed_under_hold if {
	_of_event({}, [], {}) == _destroyed
	_of_event({"disposed_on": _day("2026-06-07")}, [], {}) == set()
	_of_event({"disposed_on": _day("2026-11-22")}, [], {}) == _destroyed
	_of_event({"disposed_on": _day("2026-11-23")}, [], {}) == set()
	_of_event({}, [], {"strict": false}) == set()
}

test_destroyed_on_the_day_of_the_release_is_free if {
	_of_event({"disposed_on": _day("2026-07-01")}, [], {"holds": [testing.changed(_hold, {"released_on": _day("2026-07-01")})]}) == set()
	_of_event({"disposed_on": _day("2026-06-30")}, [], {"holds": [testing.changed(_hold, {"released_on": _day("2026-07-01")})]}) == _destroyed
}

test_destroyed_in_full if {
	{[finding.args, finding.relied_on] | some finding in _findings({"events": [_event]})} == {[
		{
			"asset": {"collection": "client_files", "id": "A-1"},
			"hold": {"collection": "legal_holds", "id": "H-1"},
			"disposed_on": {"day": _day("2026-06-08")},
		},
		[
			{"collection": "disposal_events", "id": "D-1", "path": "disposed_on"},
			{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		],
	]}
}

test_dealt_with_as_an_incident if {
	_of_event({"incident_id": "I-1"}, [], {}) == {["A-1", "handled-as-incident", "D-1"]}
	_of_event({"incident_id": "I-9"}, [], {}) == _destroyed
	{finding.relied_on[0].path | some finding in _findings({"events": [object.union(_event, {"incident_id": "I-1"})]})} == {"incident_id"}
}

test_not_declared_when_it_was_destroyed if {
	_of_event({}, ["disposed_on"], {}) == _missing("disposal_events.disposed_on")
	_of_event({}, ["disposed_on"], {"holds": []}) == set()
}

_conflict := {["A-1", "client-term-conflicts", "CT-1"]}

_of_term(changes, removed, more) := _verdicts(object.union({"terms": [testing.changed(testing.without(_term, removed), changes)]}, more))

test_terms_that_ask_for_destruction if {
	_of_term({}, [], {}) == _conflict
	_of_term({"retention": {"destroy_on": _day("2026-11-23")}}, [], {}) == set()
	_of_term({"retention": {"max_period": {"years": 3}}}, [], {}) == set()
	_of_term({"client_id": "K-2"}, [], {}) == set()
	_of_term({"effective_on": _day("2026-11-22")}, [], {}) == _conflict
	_of_term({"effective_on": _day("2026-11-23")}, [], {}) == set()
	_of_term({}, ["effective_on"], {}) == _conflict
	_of_term({"ended_on": _day("2026-11-22")}, [], {}) == set()
	_of_term({"ended_on": _day("2026-11-23")}, [], {}) == _conflict
	_of_term({}, [], {"holds": [testing.changed(_hold, {"released_on": _day("2026-11-22")})]}) == set()
	_of_term({}, [], {"file": testing.changed(_file, {"status": "disposed"})}) == set()
}

test_terms_in_full if {
	{[finding.args, finding.relied_on] | some finding in _findings({"terms": [_term]})} == {[
		{
			"asset": {"collection": "client_files", "id": "A-1"},
			"client": {"collection": "clients", "id": "K-1"},
			"hold": {"collection": "legal_holds", "id": "H-1"},
		},
		[
			{"collection": "client_terms", "id": "CT-1", "path": "retention.destroy_on"},
			{"collection": "client_files", "id": "A-1", "path": "client_id"},
			{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		],
	]}
}

test_not_declared_whose_file_it_is if {
	nobodys := {"file": testing.without(_file, ["client_id"])}
	_of_term({}, [], nobodys) == _missing("client_files.client_id")
	_of_term({"retention": {"destroy_on": _day("2026-11-23")}}, [], nobodys) == set()
	_of_term({}, [], {"file": testing.changed(testing.without(_file, ["client_id"]), {"record_class": "other"})}) == set()
	_of_term({}, [], {"file": testing.changed(testing.without(_file, ["client_id"]), {"status": "disposed"})}) == set()
	released := {"holds": [testing.changed(_hold, {"released_on": _day("2026-11-01")})]}
	_of_term({}, [], object.union(nobodys, released)) == set()
}

_dates := ["triggered_on", "issued_on"]

test_a_hold_without_dates if {
	_of_hold({}, _dates, {}) == _runs
	_of_hold({"status": "draft"}, _dates, {}) == _missing("legal_holds.triggered_on")
	_of_hold({}, array.concat(_dates, ["status"]), {}) == _missing("legal_holds.triggered_on")
	_of_hold({"status": "draft", "released_on": _day("2026-11-22")}, _dates, {}) == set()
	_of_hold({"status": "draft"}, ["triggered_on"], {}) == _runs
}

_draft := testing.changed(testing.without(_hold, ["triggered_on", "issued_on"]), {"status": "draft"})

test_a_hold_without_dates_matters_only_where_deletion_may_run if {
	_verdicts({"holds": [_draft]}) == set()
	_of_file({"auto_delete": false}, [], {"holds": [_draft]}) == set()
	_of_file({}, ["auto_delete_suspended"], {"holds": [_draft]}) == _missing("legal_holds.triggered_on")
	_of_file({}, ["auto_delete", "auto_delete_suspended"], {"holds": [_draft]}) == _missing("legal_holds.triggered_on")
	_of_file(_unsuspended, [], {"holds": [_hold, testing.changed(_draft, {"id": "H-2"})]}) == _runs
}

test_destroyed_while_a_hold_without_dates_may_have_stood if {
	_of_event({}, [], {"holds": [_draft]}) == _missing("legal_holds.triggered_on")
	_of_event({}, [], {"holds": [testing.changed(_draft, {"released_on": _day("2026-06-08")})]}) == set()
	_of_event({}, [], {"holds": [_hold, testing.changed(_draft, {"id": "H-2"})]}) == _destroyed
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("handled-as-incident", _findings({"events": [testing.changed(_event, {"incident_id": "I-1"})]})) == {["incident_id", "disposed_on", "triggered_on"]}
}
