package privity.minimisation.no_client_data_in_tests_test

import data.lib.testing
import data.privity.minimisation.no_client_data_in_tests as control

_asset := {
	"id": "dms-copy",
	"grade": 1,
	"status": "live",
	"environment": "test",
	"contains_personal_data": true,
	"deidentification": "synthetic",
}

_found_in(collection, changes, removed) := found if {
	record := testing.changed(testing.without(_asset, removed), changes)
	found := control.findings with input as {"data_asset": record, "collection": collection}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_asset, removed), changes)
	examined := control.examined with input as {"data_asset": record, "collection": "data_assets"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the copy above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found_in("data_assets", changes, removed))

_not_declared(path) := {["dms-copy", "not-declared", concat("", ["data_assets.", path])]}

_entry := {"subject": {"collection": "data_assets", "id": "dms-copy"}, "grade": 1}

test_synthetic_and_anonymised_copies_pass if {
	_verdicts({}, []) == set()
	_verdicts({"deidentification": "anonymised", "contains_personal_data": false}, []) == set()
}

test_examined if {
	_examined({}, []) == {_entry}
	_examined({}, ["environment"]) == {_entry}
	_examined({}, ["deidentification"]) == {_entry}
}

test_production_does_not_apply if {
	_examined({"environment": "production", "deidentification": "none"}, ["contains_personal_data"]) == set()
	_verdicts({"environment": "production", "deidentification": "none"}, []) == set()
	_verdicts({"environment": "production", "deidentification": "pseudonymised"}, []) == set()
	_verdicts({"environment": "production"}, ["contains_personal_data", "deidentification"]) == set()
}

test_a_disposed_copy_does_not_apply if {
	_examined({"status": "disposed", "deidentification": "none"}, []) == set()
	_examined({"status": "disposed"}, ["environment"]) == set()
	_verdicts({"status": "disposed", "deidentification": "none"}, []) == set()
	_verdicts({"status": "disposed"}, ["environment", "deidentification"]) == set()
	_verdicts({"status": "closed", "deidentification": "none"}, []) == {["dms-copy", "real-data-in-test", ""]}
	_verdicts({"deidentification": "none"}, ["status"]) == {["dms-copy", "real-data-in-test", ""]}
}

test_real_data_in_every_such_environment if {
	every environment in ["test", "demo", "training", "analytics-sandbox"] {
		_verdicts({"environment": environment, "deidentification": "none"}, []) == {["dms-copy", "real-data-in-test", ""]}
	}
}

test_real_data_in_a_demo if {
	_found_in("client_files", {"environment": "demo", "deidentification": "none"}, []) == {{
		"subject": {"collection": "client_files", "id": "dms-copy"},
		"reason": "real-data-in-test",
		"args": {
			"asset": {"collection": "client_files", "id": "dms-copy"},
			"environment": {"collection": "client_files", "field": "environment", "value": "demo"},
		},
		"relied_on": [
			{"collection": "client_files", "id": "dms-copy", "path": "deidentification"},
			{"collection": "client_files", "id": "dms-copy", "path": "contains_personal_data"},
			{"collection": "client_files", "id": "dms-copy", "path": "environment"},
		],
	}}
}

test_no_personal_data_at_all if _verdicts({"deidentification": "none", "contains_personal_data": false}, []) == set()

test_no_exception_allows_real_data if {
	exception := {"approved_by": "S-1", "reason": "load test", "expires_on": testing.day("2027-01-01")}
	_verdicts({"deidentification": "none", "exception": exception}, []) == {["dms-copy", "real-data-in-test", ""]}
}

test_pseudonymised_without_an_exception if {
	_found_in("data_assets", {"deidentification": "pseudonymised"}, []) == {{
		"subject": {"collection": "data_assets", "id": "dms-copy"},
		"reason": "pseudonymised-in-test",
		"args": {
			"asset": {"collection": "data_assets", "id": "dms-copy"},
			"environment": {"collection": "data_assets", "field": "environment", "value": "test"},
		},
		"relied_on": [
			{"collection": "data_assets", "id": "dms-copy", "path": "exception"},
			{"collection": "data_assets", "id": "dms-copy", "path": "deidentification"},
			{"collection": "data_assets", "id": "dms-copy", "path": "environment"},
		],
	}}
}

test_pseudonymised_data_is_personal_data_whatever_is_said if {
	_verdicts({"deidentification": "pseudonymised", "contains_personal_data": false}, []) == {
		["dms-copy", "pseudonymised-in-test", ""],
	}
}

# excepted: what it finds in pseudonymised data under an exception.
_excepted(exception) := _verdicts({"deidentification": "pseudonymised", "exception": exception}, [])

test_an_exception_holds_through_its_last_day if {
	_excepted({"approved_by": "S-1", "expires_on": testing.day("2026-11-21")}) == {["dms-copy", "pseudonymised-in-test", ""]}
	_excepted({"approved_by": "S-1", "expires_on": testing.day("2026-11-22")}) == set()
	_excepted({"approved_by": "S-1", "expires_on": testing.day("2026-11-23")}) == set()
}

test_examined_changes_after_the_last_day_of_the_exception if {
	changes := {
		"deidentification": "pseudonymised",
		"exception": {"approved_by": "S-1", "expires_on": testing.day("2026-11-22")},
	}
	_examined(changes, []) == {object.union(_entry, {"changes_on": testing.day("2026-11-23")})}
	_examined(object.union(changes, {"deidentification": "anonymised"}), []) == {_entry}
	_examined(object.union(changes, {"exception": {"approved_by": " "}}), []) == {_entry}
	_examined(object.union(changes, {"exception": {"expires_on": testing.day("2026-11-21")}}), []) == {_entry}
	_examined(testing.changed(changes, {"exception": {"expires_on": testing.day("2026-11-22")}}), []) == {_entry}
	_examined(testing.changed(changes, {"exception": {"approved_by": "S-1"}}), []) == {_entry}
}

test_an_exception_that_nobody_approved if {
	_excepted({"approved_by": " ", "expires_on": testing.day("2027-01-01")}) == {["dms-copy", "pseudonymised-in-test", ""]}
	_excepted({"expires_on": testing.day("2026-11-21")}) == {["dms-copy", "pseudonymised-in-test", ""]}
}

test_not_declared_of_an_exception if {
	_excepted({"expires_on": testing.day("2026-11-22")}) == _not_declared("exception.approved_by")
	_excepted({"approved_by": "S-1"}) == _not_declared("exception.expires_on")
	_excepted({"reason": "load test"}) == _not_declared("exception.approved_by") | _not_declared("exception.expires_on")
}

test_an_exception_of_another_copy_is_not_asked_about if _verdicts({"exception": {"reason": "load test"}}, []) == set()

test_not_declared if {
	_verdicts({"deidentification": "none"}, ["environment"]) == _not_declared("environment")
	_verdicts({}, ["environment", "contains_personal_data", "deidentification"]) == _not_declared("environment")
	_verdicts({}, ["contains_personal_data"]) == _not_declared("contains_personal_data")
	_verdicts({"deidentification": "none"}, ["contains_personal_data"]) == _not_declared("contains_personal_data")
	_verdicts({}, ["deidentification"]) == _not_declared("deidentification")
	_verdicts({"contains_personal_data": false}, ["deidentification"]) == _not_declared("deidentification")
}

test_what_does_not_turn_on_the_missing_fact_is_still_found if {
	_verdicts({"deidentification": "pseudonymised"}, ["contains_personal_data"]) == {
		["dms-copy", "not-declared", "data_assets.contains_personal_data"],
		["dms-copy", "pseudonymised-in-test", ""],
	}
}
