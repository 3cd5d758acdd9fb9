package privity.security.premises_secured_test

import data.lib.testing
import data.privity.security.premises_secured as control

_inventory := {}

_found_in(record, inventory) := found if {
	found := control.findings with input as {"site": record, "collection": "sites"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined_in(record, inventory) := examined if {
	examined := control.examined with input as {"site": record, "collection": "sites"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_record_of(changes, removed) := testing.changed(testing.without(_record, removed), changes)

_found(changes, removed) := _found_in(_record_of(changes, removed), _inventory)

_examined(changes, removed) := _examined_in(_record_of(changes, removed), _inventory)

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_missing(paths) := {["cellar", "not-declared", concat("", ["sites.", path])] | some path in paths}

_record := {
	"id": "cellar",
	"grade": 1,
	"kind": "archive",
	"measures": {"locked_entry": true, "named_access_list": true, "entry_log": true, "intruder_alarm": true, "fire_protection": true},
	"last_inspected_on": testing.day("2025-11-22"),
}

_with(measures) := {"measures": testing.changed(_record.measures, measures)}

test_secured if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{
		"subject": {"collection": "sites", "id": "cellar"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_other_sites_do_not_apply if {
	_examined({"kind": "other"}, ["measures"]) == set()
	_verdicts({"kind": "other"}, ["measures", "last_inspected_on"]) == set()
	_verdicts({"kind": "other", "last_inspected_on": testing.day("2026-12-01")}, []) == set()
}

test_measure_missing if {
	every kind in ["archive", "server-room", "offsite-store"] {
		every measure, _ in _record.measures {
			_verdicts(object.union({"kind": kind}, _with({measure: false})), []) == {["cellar", "measure-missing", measure]}
		}
	}
	{finding.args.measure | some measure, _ in _record.measures; some finding in _found(_with({measure: false}), [])} == {
		"locked entry",
		"list of who may enter",
		"record of who enters",
		"intruder alarm",
		"fire protection",
	}
	_args(_found(_with({"entry_log": false}), []), "measure-missing") == {[
		"entry_log",
		{"site": {"collection": "sites", "id": "cellar"}, "measure": "record of who enters"},
		[
			{"collection": "sites", "id": "cellar", "path": "measures.entry_log"},
			{"collection": "sites", "id": "cellar", "path": "kind"},
		],
		0,
	]}
}

test_an_office_is_asked_for_two_measures if {
	office := {"kind": "office-with-files", "measures": {"locked_entry": true, "named_access_list": true, "fire_protection": false}}
	_verdicts(office, []) == set()
	_verdicts(object.union(office, {"measures": {"locked_entry": false}}), []) == {["cellar", "measure-missing", "locked_entry"]}
	_verdicts(object.union(office, {"measures": {"named_access_list": false}}), []) == {["cellar", "measure-missing", "named_access_list"]}
}

test_inspection_due if {
	found := _found({"last_inspected_on": testing.day("2025-11-21")}, [])
	testing.verdicts(found) == {["cellar", "inspection-due", ""]}
	{finding.args | some finding in found} == {{
		"site": {"collection": "sites", "id": "cellar"},
		"last_on": {"day": testing.day("2025-11-21")},
	}}
	_verdicts({"last_inspected_on": testing.day("2026-11-22")}, []) == set()
	_verdicts({"last_inspected_on": testing.day("2026-11-23")}, []) == {["cellar", "dated-ahead", "sites.last_inspected_on"]}
}

test_not_declared if {
	_verdicts({}, ["kind"]) == _missing(["kind"])
	testing.ids(_examined({}, ["kind"])) == {"cellar"}
	_verdicts({}, ["measures"]) == _missing(["measures"])
	_verdicts({}, ["last_inspected_on"]) == _missing(["last_inspected_on"])
	every measure, _ in _record.measures {
		_verdicts({"measures": testing.without(_record.measures, [measure])}, []) == _missing([concat(".", ["measures", measure])])
	}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("inspection-due", _found_in(testing.changed(_record, {"last_inspected_on": testing.day("2025-11-21")}), {})) == {["last_inspected_on"]}
}

test_only_an_inspection_that_has_been_runs_out if {
	_examined({"last_inspected_on": testing.day("2026-11-22")}, []) == {{"subject": {"collection": "sites", "id": "cellar"}, "grade": 1, "changes_on": testing.day("2027-11-23")}}
	_examined({"last_inspected_on": testing.day("2026-11-23")}, []) == {{"subject": {"collection": "sites", "id": "cellar"}, "grade": 1}}
}

test_the_inspection_of_other_sites_is_not_judged if {
	_verdicts({"kind": "other", "last_inspected_on": testing.day("2020-01-01")}, []) == set()
}
