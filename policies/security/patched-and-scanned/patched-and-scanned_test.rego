package privity.security.patched_and_scanned_test

import data.lib.testing
import data.privity.security.patched_and_scanned as control

_system := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"operated_by_vendor": false,
	"last_vuln_scan_on": testing.day("2026-11-01"),
	"evidence": {"grade": "fed"},
}

_vendors := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"operated_by_vendor": true,
	"assurance_on": testing.day("2025-11-22"),
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"critical_patch_days": 14, "high_patch_days": 30, "scan_interval_days": 90}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"critical_patch_days": 14, "high_patch_days": 30, "scan_interval_days": 90}
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

_by_vendor(changes, removed) := _verdicts(testing.changed(testing.without(_vendors, removed), changes), array.concat(["last_vuln_scan_on", "evidence"], removed))

test_patched_and_scanned if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2027-01-31")}}
}

test_critical_open if {
	_verdicts({"oldest_open_critical_on": testing.day("2026-11-08")}, []) == set()
	found := _found({"oldest_open_critical_on": testing.day("2026-11-07")}, [])
	testing.verdicts(found) == {["dms", "critical-open", ""]}
	_args(found, "critical-open") == {["", {"system": _dms, "since": {"day": testing.day("2026-11-07")}}, _on("oldest_open_critical_on"), 0]}
	_examined({"oldest_open_critical_on": testing.day("2026-11-08")}, []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_high_open if {
	_verdicts({"oldest_open_high_on": testing.day("2026-10-23")}, []) == set()
	_verdicts({"oldest_open_high_on": testing.day("2026-10-22")}, []) == {["dms", "high-open", ""]}
}

test_unsupported if {
	_verdicts({"end_of_support_on": testing.day("2026-11-22")}, []) == set()
	_verdicts({"end_of_support_on": testing.day("2026-11-21")}, []) == {["dms", "unsupported", ""]}
}

test_scan_overdue if {
	_verdicts({"last_vuln_scan_on": testing.day("2026-08-24")}, []) == set()
	_verdicts({"last_vuln_scan_on": testing.day("2026-08-23")}, []) == {["dms", "scan-overdue", ""]}
	_verdicts({"last_vuln_scan_on": testing.day("2026-11-22")}, []) == set()
}

test_a_scan_that_lies_ahead if {
	found := _found({"last_vuln_scan_on": testing.day("2026-11-23")}, [])
	testing.verdicts(found) == {["dms", "dated-ahead", "systems.last_vuln_scan_on"]}
	{finding.changes_on | some finding in found} == {testing.day("2026-11-23")}
}

test_a_system_run_by_a_supplier_needs_a_current_report if {
	_by_vendor({}, []) == set()
	_by_vendor({"assurance_on": testing.day("2025-11-21")}, []) == {["dms", "no-assurance", ""]}
	_by_vendor({}, ["assurance_on"]) == {["dms", "no-assurance", ""]}
	_by_vendor({"assurance_on": testing.day("2026-11-22")}, []) == set()
	_by_vendor({"assurance_on": testing.day("2026-11-23")}, []) == {["dms", "no-assurance", ""]}
	_by_vendor({"oldest_open_critical_on": testing.day("2026-01-01"), "oldest_open_high_on": testing.day("2026-01-01")}, []) == set()
	_by_vendor({"end_of_support_on": testing.day("2026-01-01")}, []) == set()
	_examined(_vendors, []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_a_report_that_lies_ahead_ends_the_finding if {
	_args(_found(object.union(_vendors, {"assurance_on": testing.day("2026-12-01")}), []), "no-assurance") == {[
		"",
		{"system": _dms},
		_on("assurance_on"),
		testing.day("2026-12-01"),
	]}
}

test_not_declared if {
	_verdicts({"oldest_open_critical_on": testing.day("2026-01-01")}, ["operated_by_vendor"]) == _not_declared(["operated_by_vendor"])
	_verdicts({}, ["last_vuln_scan_on"]) == _not_declared(["last_vuln_scan_on"])
}

test_typed_by_hand_it_needs_a_day if {
	open := {"oldest_open_critical_on": testing.day("2026-01-01"), "oldest_open_high_on": testing.day("2026-01-01")}
	_verdicts(open, ["evidence"]) == _not_declared(["evidence.on"])
	_verdicts({}, ["evidence"]) == _not_declared(["evidence.on"])
	_verdicts(object.union(open, {"evidence": {"grade": "attested", "on": testing.day("2026-11-20")}}), ["evidence"]) == {
		["dms", "critical-open", ""],
		["dms", "high-open", ""],
	}
	_by_vendor({}, ["evidence"]) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("scan-overdue", _found({"last_vuln_scan_on": testing.day("2026-08-23")}, [])) == {["last_vuln_scan_on"]}
}

test_nothing_is_said_of_a_system_out_of_scope if {
	old := {"last_vuln_scan_on": testing.day("2026-01-01"), "oldest_open_critical_on": testing.day("2026-01-01"), "medium": "paper"}
	_verdicts(old, []) == set()
	_verdicts(object.union(old, {"operated_by_vendor": true}), []) == set()
	_verdicts(old, ["operated_by_vendor"]) == set()
}

test_of_a_system_of_the_vendor_the_report_alone_counts if {
	reported := {"operated_by_vendor": true, "assurance_on": testing.day("2026-11-01")}
	every changes in [
		{"end_of_support_on": testing.day("2026-01-01")},
		{"last_vuln_scan_on": testing.day("2026-01-01")},
		{"last_vuln_scan_on": testing.day("2026-11-23")},
	] {
		_verdicts(object.union(reported, changes), []) == set()
		{entry.changes_on | some entry in _examined(object.union(reported, changes), [])} == {testing.day("2027-11-02")}
	}
}

# Ninety days after 1 November is 30 January, after 22 November 20 February.
test_of_a_system_of_the_firm_the_scan_alone_counts if {
	_changes({"assurance_on": testing.day("2025-11-30")}) == {testing.day("2027-01-31")}
	_changes({"last_vuln_scan_on": testing.day("2026-11-22")}) == {testing.day("2027-02-21")}
	_changes({"last_vuln_scan_on": testing.day("2026-11-23")}) == set()
}

_changes(changes) := {entry.changes_on | some entry in _examined(changes, [])}

test_evidence_without_a_day_does_not_tell_of_weaknesses if {
	_verdicts({"evidence": {"grade": "attested"}}, ["evidence"]) == _not_declared(["evidence.on"])
}
