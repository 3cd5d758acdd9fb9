package privity.security.devices_locked_down_test

import data.lib.testing
import data.privity.security.devices_locked_down as control

_found_in(record, inventory) := found if {
	found := control.findings with input as {"device": record, "collection": "devices"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"device_lock_minutes": 10}
}

_examined_in(record, inventory) := examined if {
	examined := control.examined with input as {"device": record, "collection": "devices"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"device_lock_minutes": 10}
}

_record_of(changes, removed) := testing.changed(testing.without(_record, removed), changes)

_found(changes, removed) := _found_in(_record_of(changes, removed), _inventory)

_examined(changes, removed) := _examined_in(_record_of(changes, removed), _inventory)

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_missing(paths) := {["D-1", "not-declared", concat("", ["devices.", path])] | some path in paths}

_inventory := {"incidents": testing.by_id([{"id": "I-1", "grade": 0}])}

_record := {
	"id": "D-1",
	"grade": 2,
	"status": "in-use",
	"accesses_client_data": true,
	"encrypted": true,
	"managed": true,
	"remote_wipe": true,
	"screen_lock_minutes": 10,
}

_lost := {"id": "D-1", "grade": 2, "status": "lost", "accesses_client_data": true, "incident_id": "I-1"}

_device := {"collection": "devices", "id": "D-1"}

test_locked_down if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _device, "grade": 2}}
}

test_does_not_apply if {
	bad := {"encrypted": false, "managed": false}
	every changes in [{"status": "retired"}, {"accesses_client_data": false}] {
		_examined(object.union(bad, changes), []) == set()
		_verdicts(object.union(bad, changes), []) == set()
	}
	_verdicts({"status": "retired"}, ["accesses_client_data"]) == set()
	_verdicts({"accesses_client_data": false}, ["status"]) == set()
}

test_undecided_whether_it_applies if {
	_verdicts({"encrypted": false}, ["status"]) == _missing(["status"])
	_verdicts({"encrypted": false}, ["accesses_client_data"]) == _missing(["accesses_client_data"])
	_examined({}, ["status"]) == {{"subject": _device, "grade": 2}}
}

test_not_encrypted if {
	_found({"encrypted": false}, []) == {{
		"subject": _device,
		"reason": "not-encrypted",
		"args": {},
		"relied_on": [{"collection": "devices", "id": "D-1", "path": "encrypted"}],
	}}
}

test_not_managed if {
	every field in ["managed", "remote_wipe"] {
		found := _found({field: false}, [])
		testing.verdicts(found) == {["D-1", "not-managed", ""]}
		[finding.relied_on | some finding in found] == [[{"collection": "devices", "id": "D-1", "path": field}]]
	}
	_verdicts({"managed": false, "remote_wipe": false}, []) == {["D-1", "not-managed", ""]}
}

test_locks_late if {
	found := _found({"screen_lock_minutes": 11}, [])
	testing.verdicts(found) == {["D-1", "locks-late", ""]}
	{finding.args | some finding in found} == {{"minutes": 11}}
}

test_lost_and_handled if {
	_found_in(_lost, _inventory) == set()
	_examined_in(_lost, _inventory) == {{"subject": _device, "grade": 0}}
}

test_loss_not_handled if {
	expected := {["D-1", "loss-not-handled", ""]}
	testing.verdicts(_found_in(testing.without(_lost, ["incident_id"]), _inventory)) == expected
	testing.verdicts(_found_in(testing.changed(_lost, {"incident_id": "I-9"}), _inventory)) == expected
	testing.verdicts(_found_in(_lost, {})) == expected
	_examined_in(testing.without(_lost, ["incident_id"]), _inventory) == {{"subject": _device, "grade": 2}}
}

test_not_declared if {
	every field in ["encrypted", "managed", "remote_wipe", "screen_lock_minutes"] {
		_verdicts({}, [field]) == _missing([field])
	}
}

test_nothing_is_said_of_a_device_without_client_data if {
	_verdicts({"accesses_client_data": false, "status": "lost"}, []) == set()
	_verdicts({"accesses_client_data": false, "screen_lock_minutes": 11}, []) == set()
	_verdicts({"status": "retired", "screen_lock_minutes": 11}, []) == set()
}

test_findings_lead_to_their_facts if {
	_args(_found({"screen_lock_minutes": 11}, []), "locks-late") == {["", {"minutes": 11}, [{"collection": "devices", "id": "D-1", "path": "screen_lock_minutes"}], 0]}
	_args(_found_in(testing.without(_lost, ["incident_id"]), _inventory), "loss-not-handled") == {[
		"",
		{},
		[
			{"collection": "devices", "id": "D-1", "path": "incident_id"},
			{"collection": "devices", "id": "D-1", "path": "status"},
		],
		0,
	]}
}
