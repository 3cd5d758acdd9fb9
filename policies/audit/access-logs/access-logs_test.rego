package privity.audit.access_logs_test

import data.lib.testing
import data.privity.audit.access_logs as control

_system := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"audit_log": {
		"enabled": true,
		"events": ["login", "failed-login", "read-restricted", "export", "delete", "permission-change"],
		"retention_days": 365,
		"tamper_protected": true,
	},
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"log_retention_days": 365}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"log_retention_days": 365}
}

# in: a part of the system above, changed as said.
_in(part, changes) := {part: testing.changed(_system[part], changes)}

_less(part, removed) := {part: testing.without(_system[part], removed)}

_not_declared(paths) := {["dms", "not-declared", concat("", ["systems.", path])] | some path in paths}

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_dms := {"collection": "systems", "id": "dms"}

_on(path) := [{"collection": "systems", "id": "dms", "path": path}]

test_does_not_apply if {
	every changes in [{"holds_client_data": false}, {"medium": "paper"}] {
		_examined(changes, []) == set()
		_verdicts(changes, []) == set()
	}
}

test_undecided_whether_it_applies if {
	_verdicts({}, ["medium"]) == _not_declared(["medium"])
	_verdicts({}, ["medium", "holds_client_data"]) == _not_declared(["medium", "holds_client_data"])
	_examined({}, ["medium"]) == {{"subject": _dms, "grade": 1}}
	_verdicts({"medium": "paper"}, ["holds_client_data"]) == set()
}

test_a_whole_log if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _dms, "grade": 1}}
}

test_no_log_and_nothing_more_is_asked if {
	_verdicts({"audit_log": {"enabled": false, "tamper_protected": false}}, []) == {["dms", "no-log", ""]}
}

test_event_missing if {
	every event in _system.audit_log.events {
		others := [other | some other in _system.audit_log.events; other != event]
		_verdicts(_in("audit_log", {"events": others}), []) == {["dms", "event-missing", event]}
	}
	count(_verdicts(_in("audit_log", {"events": ["other"]}), [])) == 6
	count(_verdicts(_in("audit_log", {"events": []}), [])) == 6
}

test_event_missing_says_which if {
	found := _found(_in("audit_log", {"events": ["login", "failed-login", "read-restricted", "export", "delete"]}), [])
	_args(found, "event-missing") == {[
		"permission-change",
		{"system": _dms, "event": {"collection": "systems", "field": "audit_log.events", "value": "permission-change"}},
		_on("audit_log.events"),
		0,
	]}
}

test_kept_too_short if {
	found := _found(_in("audit_log", {"retention_days": 364}), [])
	testing.verdicts(found) == {["dms", "kept-too-short", ""]}
	_args(found, "kept-too-short") == {["", {"system": _dms, "days": 364}, _on("audit_log.retention_days"), 0]}
	_verdicts(_in("audit_log", {"retention_days": 366}), []) == set()
}

test_log_not_protected if _verdicts(_in("audit_log", {"tamper_protected": false}), []) == {["dms", "log-not-protected", ""]}

test_not_declared if {
	_verdicts({}, ["audit_log"]) == _not_declared(["audit_log.enabled"])
	every field in ["enabled", "events", "retention_days", "tamper_protected"] {
		_verdicts(_less("audit_log", [field]), []) == _not_declared([concat(".", ["audit_log", field])])
	}
	_verdicts({"audit_log": {"tamper_protected": false}}, []) == _not_declared(["audit_log.enabled"]) | {["dms", "log-not-protected", ""]}
}
