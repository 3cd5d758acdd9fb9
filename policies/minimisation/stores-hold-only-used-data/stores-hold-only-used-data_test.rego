package privity.minimisation.stores_hold_only_used_data_test

import data.lib.testing
import data.privity.minimisation.stores_hold_only_used_data as control

_asset := {
	"id": "dms-family",
	"grade": 3,
	"status": "live",
	"contains_personal_data": true,
	"activity_ids": ["advice", "billing"],
	"data_category_ids": ["contact", "payment"],
	"client_id": "K-1",
	"matter_ids": ["M-1"],
}

_activities := testing.by_id([
	{"id": "advice", "grade": 2, "status": "active", "data_category_ids": ["contact", "family"]},
	{"id": "billing", "grade": 1, "status": "active", "data_category_ids": ["payment"]},
	{"id": "newsletter", "status": "ended", "data_category_ids": ["interests"]},
	{"id": "portal", "status": "planned", "data_category_ids": ["interests"]},
	{"id": "no-status", "data_category_ids": ["interests"]},
	{"id": "no-categories", "status": "active"},
	{"id": "ended-without-categories", "status": "ended"},
	{"id": "nothing-said"},
])

_found_with(collection, changes, removed, kept) := found if {
	record := testing.changed(testing.without(_asset, removed), changes)
	found := control.findings with input as {"data_asset": record, "collection": collection}
		with data.inventory as {
			"processing_activities": _activities,
			"legal_holds": testing.by_id(object.get(kept, "holds", [])),
		}
		with data.requests as testing.by_id(object.get(kept, "requests", []))
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"strict_hold": true}
}

# verdicts: what the control finds in the store above, changed as said, and kept by holds and requests.
_verdicts_with(changes, removed, kept) := testing.verdicts(_found_with("data_assets", changes, removed, kept))

_verdicts(changes, removed) := _verdicts_with(changes, removed, {})

_examined(changes, removed) := _examined_with(changes, removed, {})

_examined_with(changes, removed, kept) := examined if {
	record := testing.changed(testing.without(_asset, removed), changes)
	examined := control.examined with input as {"data_asset": record, "collection": "data_assets"}
		with data.inventory as {
			"processing_activities": _activities,
			"legal_holds": testing.by_id(object.get(kept, "holds", [])),
		}
		with data.requests as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"strict_hold": true}
}

_surplus := {"data_category_ids": ["contact", "health"]}

_surplus_found := {["dms-family", "surplus-data", "health"]}

_suspended := {["dms-family", "kept-under-hold", "health"]}

test_all_that_it_holds_is_used if _verdicts({}, []) == set()

test_a_closed_store_is_judged if {
	_verdicts({"status": "closed"}, []) == set()
	_verdicts(object.union(_surplus, {"status": "closed"}), []) == _surplus_found
}

test_examined_with_the_weakest_of_its_activities if {
	_examined({}, []) == {{"subject": {"collection": "data_assets", "id": "dms-family"}, "grade": 1}}
	_examined({"activity_ids": ["advice"]}, []) == {{"subject": {"collection": "data_assets", "id": "dms-family"}, "grade": 2}}
}

test_examined_with_the_hold_that_keeps_it if {
	hold := {"id": "H-1", "grade": 0, "status": "active", "triggered_on": testing.day("2026-01-10"), "matter_ids": ["M-1"]}
	_examined_with({"data_category_ids": ["contact"]}, [], {"holds": [hold]}) == {{
		"subject": {"collection": "data_assets", "id": "dms-family"},
		"grade": 1,
	}}
	_examined_with(_surplus, [], {"holds": [hold]}) == {{
		"subject": {"collection": "data_assets", "id": "dms-family"},
		"grade": 0,
	}}
}

test_does_not_apply_to_disposed_stores if {
	_examined({"status": "disposed"}, ["contains_personal_data"]) == set()
	every activity_ids in [["advice"], ["gone"], []] {
		_verdicts({"status": "disposed", "activity_ids": activity_ids}, ["contains_personal_data"]) == set()
	}
}

test_does_not_apply_without_personal_data if {
	_examined({"contains_personal_data": false}, ["status"]) == set()
	_verdicts({"contains_personal_data": false}, ["status", "activity_ids", "data_category_ids"]) == set()
	every activity_ids in [["advice"], ["gone"], []] {
		_verdicts({"contains_personal_data": false, "activity_ids": activity_ids}, []) == set()
	}
}

test_undecided_whether_it_applies if {
	testing.ids(_examined({}, ["status"])) == {"dms-family"}
	_verdicts(_surplus, ["status"]) == {["dms-family", "not-declared", "data_assets.status"]}
	_verdicts(_surplus, ["contains_personal_data"]) == {["dms-family", "not-declared", "data_assets.contains_personal_data"]}
	_verdicts(_surplus, ["status", "contains_personal_data", "activity_ids"]) == {
		["dms-family", "not-declared", "data_assets.status"],
		["dms-family", "not-declared", "data_assets.contains_personal_data"],
	}
}

test_a_category_that_no_activity_uses if {
	_found_with("client_files", _surplus, [], {}) == {{
		"subject": {"collection": "client_files", "id": "dms-family"},
		"reason": "surplus-data",
		"by": "health",
		"args": {
			"asset": {"collection": "client_files", "id": "dms-family"},
			"category": {"collection": "data_categories", "id": "health"},
		},
		"relied_on": [
			{"collection": "client_files", "id": "dms-family", "path": "data_category_ids"},
			{"collection": "client_files", "id": "dms-family", "path": "activity_ids"},
		],
	}}
}

test_only_active_activities_count if {
	every id in ["newsletter", "portal", "ended-without-categories"] {
		_verdicts({"activity_ids": [id], "data_category_ids": ["interests"]}, []) == {["dms-family", "surplus-data", "interests"]}
	}
}

test_no_activity_accounts_for_nothing if {
	_verdicts({"activity_ids": []}, []) == {
		["dms-family", "no-activity", ""],
		["dms-family", "surplus-data", "contact"],
		["dms-family", "surplus-data", "payment"],
	}
	_verdicts({"activity_ids": [], "data_category_ids": []}, []) == {["dms-family", "no-activity", ""]}
}

test_no_activity_names_the_store if {
	_found_with("data_assets", {"activity_ids": [], "data_category_ids": []}, [], {}) == {{
		"subject": {"collection": "data_assets", "id": "dms-family"},
		"reason": "no-activity",
		"args": {"asset": {"collection": "data_assets", "id": "dms-family"}},
		"relied_on": [{"collection": "data_assets", "id": "dms-family", "path": "activity_ids"}],
	}}
}

test_an_activity_outside_the_register if {
	_verdicts({"activity_ids": ["advice", "billing", "gone", "lost"]}, []) == {
		["dms-family", "unknown-activity", "gone"],
		["dms-family", "unknown-activity", "lost"],
	}
	_verdicts({"activity_ids": ["advice", "gone"]}, []) == {
		["dms-family", "unknown-activity", "gone"],
		["dms-family", "surplus-data", "payment"],
	}
}

test_an_activity_outside_the_register_is_named if {
	_found_with("data_assets", {"activity_ids": ["advice", "billing", "gone"]}, [], {}) == {{
		"subject": {"collection": "data_assets", "id": "dms-family"},
		"reason": "unknown-activity",
		"by": "gone",
		"args": {"asset": {"collection": "data_assets", "id": "dms-family"}, "activity_id": "gone"},
		"relied_on": [{"collection": "data_assets", "id": "dms-family", "path": "activity_ids"}],
	}}
}

test_not_declared_on_the_store if {
	_verdicts({}, ["activity_ids"]) == {["dms-family", "not-declared", "data_assets.activity_ids"]}
	_verdicts({}, ["data_category_ids"]) == {["dms-family", "not-declared", "data_assets.data_category_ids"]}
	_verdicts({"activity_ids": ["gone"]}, ["data_category_ids"]) == {
		["dms-family", "not-declared", "data_assets.data_category_ids"],
		["dms-family", "unknown-activity", "gone"],
	}
}

test_an_activity_without_a_status_may_use_its_categories if {
	_verdicts({"activity_ids": ["no-status"], "data_category_ids": ["interests", "health"]}, []) == {
		["dms-family", "not-declared", "processing_activities.status"],
		["dms-family", "surplus-data", "health"],
	}
}

test_an_activity_without_categories_may_use_any if {
	_verdicts({"activity_ids": ["no-categories"]}, []) == {
		["dms-family", "not-declared", "processing_activities.data_category_ids"],
	}
	_verdicts({"activity_ids": ["nothing-said"]}, []) == {
		["dms-family", "not-declared", "processing_activities.data_category_ids"],
		["dms-family", "not-declared", "processing_activities.status"],
	}
}

test_what_no_category_needs_is_not_asked_for if {
	_verdicts({"activity_ids": ["advice", "billing", "no-status", "no-categories", "nothing-said"]}, []) == set()
}

test_not_declared_names_every_activity_at_fault if {
	relied_on := {finding.relied_on |
		some finding in _found_with("data_assets", {"activity_ids": ["nothing-said", "no-categories"]}, [], {})
		finding.by == "processing_activities.data_category_ids"
	}
	relied_on == {[
		{"collection": "processing_activities", "id": "no-categories", "path": "data_category_ids"},
		{"collection": "processing_activities", "id": "nothing-said", "path": "data_category_ids"},
	]}
}

_hold := {"id": "H-1", "status": "active", "triggered_on": testing.day("2026-01-10"), "matter_ids": ["M-1"]}

test_a_hold_suspends_the_deletion if {
	_found_with("data_assets", _surplus, [], {"holds": [_hold]}) == {{
		"subject": {"collection": "data_assets", "id": "dms-family"},
		"reason": "kept-under-hold",
		"by": "health",
		"args": {
			"asset": {"collection": "data_assets", "id": "dms-family"},
			"category": {"collection": "data_categories", "id": "health"},
			"hold": {"collection": "legal_holds", "id": "H-1"},
		},
		"relied_on": [
			{"collection": "data_assets", "id": "dms-family", "path": "data_category_ids"},
			{"collection": "data_assets", "id": "dms-family", "path": "activity_ids"},
			{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		],
	}}
}

test_a_hold_ends_on_the_day_of_release if {
	released := {day: testing.changed(_hold, {"status": "released", "released_on": testing.day(day)}) |
		some day in ["2026-11-21", "2026-11-22", "2026-11-23"]
	}
	_verdicts_with(_surplus, [], {"holds": [released["2026-11-21"]]}) == _surplus_found
	_verdicts_with(_surplus, [], {"holds": [released["2026-11-22"]]}) == _surplus_found
	_verdicts_with(_surplus, [], {"holds": [released["2026-11-23"]]}) == _suspended
}

test_a_hold_begins_on_the_day_of_its_trigger if {
	_verdicts_with(_surplus, [], {"holds": [testing.changed(_hold, {"triggered_on": testing.day("2026-11-22")})]}) == _suspended
	_verdicts_with(_surplus, [], {"holds": [testing.changed(_hold, {"triggered_on": testing.day("2026-11-23")})]}) == _surplus_found
}

test_a_suspension_with_a_last_day_says_when_it_ends if {
	ends := testing.changed(_hold, {"released_on": testing.day("2026-12-01")})
	restriction := {
		"id": "R-1", "right": "restriction", "status": "answered", "client_id": "K-1",
		"responded_on": testing.day("2026-10-01"), "restriction_lifted_on": testing.day("2026-12-31"),
	}
	_changes(_found_with("data_assets", _surplus, [], {"holds": [ends]})) == {testing.day("2026-12-01")}
	_changes(_found_with("data_assets", _surplus, [], {"holds": [ends], "requests": [restriction]})) == {testing.day("2026-12-31")}
	access := testing.changed(restriction, {"right": "access", "status": "open"})
	_changes(_found_with("data_assets", _surplus, [], {"requests": [access]})) == set()
	same_id := testing.changed(restriction, {"id": "H-1"})
	_changes(_found_with("data_assets", _surplus, [], {"holds": [ends], "requests": [same_id]})) == {testing.day("2026-12-31")}
	other := testing.changed(_hold, {"id": "H-2"})
	_changes(_found_with("data_assets", _surplus, [], {"holds": [ends, other]})) == set()
}

_changes(findings) := {finding.changes_on | some finding in findings}

test_a_hold_on_something_else_keeps_nothing if {
	elsewhere := testing.changed(_hold, {"matter_ids": ["M-2"]})
	_verdicts_with(_surplus, [], {"holds": [elsewhere]}) == _surplus_found
	_verdicts_with(_surplus, [], {"holds": [testing.changed(elsewhere, {"asset_ids": ["dms-family"]})]}) == _suspended
}

test_a_hold_without_surplus_is_no_finding if _verdicts_with({}, [], {"holds": [_hold]}) == set()

test_a_restriction_suspends_the_deletion if {
	restriction := {
		"id": "R-1", "right": "restriction", "status": "answered",
		"asset_ids": ["dms-family"], "responded_on": testing.day("2026-11-22"),
	}
	_verdicts_with(_surplus, [], {"requests": [restriction]}) == _suspended
	lifted := testing.changed(restriction, {"restriction_lifted_on": testing.day("2026-11-22")})
	_verdicts_with(_surplus, [], {"requests": [lifted]}) == _surplus_found
}

test_an_open_request_for_access_suspends_the_deletion if {
	request := {"id": "R-2", "right": "access", "status": "open", "client_id": "K-1", "received_on": testing.day("2026-11-20")}
	_found := _found_with("data_assets", _surplus, [], {"requests": [request]})
	{[finding.reason, finding.args.hold, finding.relied_on[2]] | some finding in _found} == {[
		"kept-under-hold",
		{"collection": "rights_requests", "id": "R-2"},
		{"collection": "rights_requests", "id": "R-2", "path": "status"},
	]}
	_verdicts_with(_surplus, [], {"requests": [testing.changed(request, {"status": "answered"})]}) == _surplus_found
	_verdicts_with(_surplus, [], {"requests": [testing.changed(request, {"client_id": "K-2"})]}) == _surplus_found
}

test_of_several_suspensions_a_hold_is_named if {
	request := {"id": "A-1", "right": "access", "status": "open", "client_id": "K-1", "received_on": testing.day("2026-11-20")}
	named := {finding.args.hold |
		some finding in _found_with("data_assets", _surplus, [], {"holds": [_hold], "requests": [request]})
	}
	named == {{"collection": "legal_holds", "id": "H-1"}}
}
