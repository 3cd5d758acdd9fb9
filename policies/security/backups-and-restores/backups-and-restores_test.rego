package privity.security.backups_and_restores_test

import data.lib.testing
import data.privity.security.backups_and_restores as control

_system := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"backup": {
		"enabled": true,
		"last_success_on": testing.day("2026-11-20"),
		"last_restore_test_on": testing.day("2025-11-22"),
		"encrypted": true,
		"offline_or_immutable_copy": true,
	},
	"evidence": {"grade": "fed"},
}

_by_hand := {"evidence": {"grade": "attested", "on": testing.day("2026-10-18")}}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"backup_max_age_days": 2, "backup_attest_days": 35, "restore_test_months": 12}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"backup_max_age_days": 2, "backup_attest_days": 35, "restore_test_months": 12}
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

_typed(changes, removed) := _verdicts(object.union(evidence, {"backup": testing.changed(testing.without(_system.backup, removed), changes)}), ["evidence"]) if {
	evidence := object.get(changes, "_evidence", _by_hand)
}

test_backed_up_and_tried if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_no_backup_and_nothing_more_is_asked if {
	_verdicts({"backup": {"enabled": false, "encrypted": false}}, []) == {["dms", "no-backup", ""]}
}

test_backup_stale if {
	found := _found(_in("backup", {"last_success_on": testing.day("2026-11-19")}), [])
	testing.verdicts(found) == {["dms", "backup-stale", ""]}
	_args(found, "backup-stale") == {["", {"system": _dms, "last_on": {"day": testing.day("2026-11-19")}}, _on("backup.last_success_on"), 0]}
}

test_typed_by_hand_a_confirmation_counts if {
	_typed({}, []) == set()
	_typed({"_evidence": {"evidence": {"grade": "attested", "on": testing.day("2026-10-17")}}}, []) == {["dms", "attest-backup", ""]}
	_typed({"attested_on": testing.day("2026-10-18")}, ["last_success_on"]) == set()
	_typed({"attested_on": testing.day("2026-10-17")}, []) == {["dms", "attest-backup", ""]}
	_typed({"last_success_on": testing.day("2026-01-01")}, []) == set()
}

test_fed_without_a_success_the_confirmation_counts if {
	attested := testing.without(_system.backup, ["last_success_on"])
	_verdicts({"backup": object.union(attested, {"attested_on": testing.day("2026-10-18")})}, []) == set()
	_verdicts({"backup": object.union(attested, {"attested_on": testing.day("2026-10-17")})}, []) == {["dms", "attest-backup", ""]}
}

test_restore_test_due if {
	_verdicts(_in("backup", {"last_restore_test_on": testing.day("2025-11-21")}), []) == {["dms", "restore-test-due", ""]}
}

test_not_encrypted_or_within_reach if {
	_verdicts(_in("backup", {"encrypted": false}), []) == {["dms", "not-encrypted", ""]}
	_verdicts(_in("backup", {"offline_or_immutable_copy": false}), []) == {["dms", "no-offline-copy", ""]}
}

test_days_that_lie_ahead if {
	every field in ["last_success_on", "last_restore_test_on"] {
		_verdicts(_in("backup", {field: testing.day("2026-11-22")}), []) == set()
		_verdicts(_in("backup", {field: testing.day("2026-11-23")}), []) == {["dms", "dated-ahead", concat("", ["systems.backup.", field])]}
	}
	_typed({"attested_on": testing.day("2026-11-23")}, []) == {["dms", "dated-ahead", "systems.backup.attested_on"]}
}

test_not_declared if {
	_verdicts({}, ["backup"]) == _not_declared(["backup.enabled"])
	_verdicts(_less("backup", ["enabled"]), []) == _not_declared(["backup.enabled"])
	every field in ["encrypted", "last_success_on", "last_restore_test_on", "offline_or_immutable_copy"] {
		_verdicts(_less("backup", [field]), []) == _not_declared([concat(".", ["backup", field])])
	}
	_typed({}, ["last_success_on"]) == _not_declared(["backup.attested_on"])
	_typed({"_evidence": {}}, []) == _not_declared(["backup.attested_on"])
}

test_what_is_known_is_judged_all_the_same if {
	_verdicts({"backup": {"encrypted": false}}, []) == _not_declared(["backup.enabled"]) | {["dms", "not-encrypted", ""]}
}

test_nothing_is_said_of_a_system_out_of_scope if {
	every backup in [
		{"enabled": false},
		{"encrypted": false, "offline_or_immutable_copy": false},
		{"enabled": true, "last_success_on": testing.day("2026-01-01"), "last_restore_test_on": testing.day("2026-11-23")},
	] {
		_verdicts({"medium": "paper", "backup": backup}, []) == set()
	}
}

# The last success, the last restore and the day on which the first of the two is too long ago (two days, twelve months).
test_the_day_on_which_the_verdict_turns if {
	every row in [
		["2026-11-22", "2026-11-01", {"2026-11-25"}],
		["2026-11-20", "2026-11-01", {"2026-11-23"}],
		["2026-11-23", "2026-11-01", {"2027-11-02"}],
		["2026-11-01", "2025-11-22", {"2026-11-23"}],
		["2026-11-01", "2026-11-22", {"2027-11-23"}],
		["2026-11-01", "2026-11-23", set()],
		["2026-11-01", "2025-11-21", set()],
	] {
		examined := _examined(_in("backup", {"last_success_on": testing.day(row[0]), "last_restore_test_on": testing.day(row[1])}), [])
		{entry.changes_on | some entry in examined} == {testing.day(day) | some day in row[2]}
	}
}

test_whether_there_is_a_backup_is_asked_first if {
	_typed({}, ["enabled", "last_success_on"]) == _not_declared(["backup.enabled"])
}
