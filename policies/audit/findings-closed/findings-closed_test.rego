package privity.audit.findings_closed_test

import data.lib.testing
import data.privity.audit.findings_closed as control

_inventory := {}

_found_in(record, inventory) := found if {
	found := control.findings with input as {"audit": record, "collection": "audits"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"audit_critical_days": 30, "audit_high_days": 90}
}

_examined_in(record, inventory) := examined if {
	examined := control.examined with input as {"audit": record, "collection": "audits"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"audit_critical_days": 30, "audit_high_days": 90}
}

_record_of(changes, removed) := testing.changed(testing.without(_record, removed), changes)

_found(changes, removed) := _found_in(_record_of(changes, removed), _inventory)

_examined(changes, removed) := _examined_in(_record_of(changes, removed), _inventory)

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_missing(paths) := {["A-1", "not-declared", concat("", ["audits.", path])] | some path in paths}

_record := {"id": "A-1", "grade": 1, "status": "complete", "performed_on": testing.day("2026-10-01"), "findings": [_open]}

_open := {"id": "F-1", "severity": "critical", "owner_id": "S-1", "due_on": testing.day("2026-10-31"), "state": "open"}

_late := testing.changed(_open, {"severity": "low", "due_on": testing.day("2026-11-22")})

_accepted := {"id": "F-1", "severity": "low", "owner_id": "S-1", "due_on": testing.day("2026-10-31"), "state": "accepted", "accepted_by": "S-2", "accepted_until": testing.day("2026-11-22")}

_closed := {"id": "F-1", "owner_id": "S-1", "due_on": testing.day("2026-10-31"), "state": "closed", "closed_on": testing.day("2026-11-22"), "closure_evidence_uri": "dms://a"}

# of: verdicts on one finding, changed as said; the reasons alone.
_of(entry, changes, removed) := {[verdict[1], verdict[2]] | some verdict in _verdicts({"findings": [testing.changed(testing.without(entry, removed), changes)]}, [])}

test_in_time_closed_and_accepted if {
	_of(_late, {}, []) == set()
	_of(_closed, {}, []) == set()
	_of(_accepted, {}, []) == set()
	_verdicts({"findings": []}, []) == set()
	_examined({"findings": [_late]}, []) == {{"subject": {"collection": "audits", "id": "A-1"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	_examined({"findings": [_accepted]}, []) == {{"subject": {"collection": "audits", "id": "A-1"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_audits_under_way_do_not_apply if {
	every status in ["planned", "in-progress"] {
		_examined({"status": status}, []) == set()
		_verdicts({"status": status}, []) == set()
	}
	_verdicts({"status": "planned"}, ["findings"]) == set()
}

test_undecided_whether_it_applies if {
	_verdicts({}, ["status"]) == _missing(["status"])
	testing.ids(_examined({}, ["status"])) == {"A-1"}
}

test_overdue if {
	_of(_late, {"due_on": testing.day("2026-11-21")}, []) == {["overdue", "F-1"]}
	_args(_found({}, []), "overdue") == {[
		"F-1",
		{
			"finding": {"collection": "audits", "id": "A-1", "field": "findings", "part": "F-1"},
			"due_on": {"day": testing.day("2026-10-31")},
		},
		[
			{"collection": "audits", "id": "A-1", "path": "findings.due_on"},
			{"collection": "audits", "id": "A-1", "path": "findings.state"},
		],
		0,
	]}
}

test_a_closure_that_lies_ahead_is_none_yet if {
	_of(_closed, {"closed_on": testing.day("2026-11-23"), "severity": "low"}, []) == {["overdue", "F-1"]}
	{finding.changes_on | some finding in _found({"findings": [testing.changed(_closed, {"closed_on": testing.day("2026-11-23"), "severity": "low"})]}, [])} == {testing.day("2026-11-23")}
}

test_no_owner_or_date if {
	_of(_closed, {}, ["owner_id"]) == {["no-owner-or-date", "F-1"]}
	_of(_late, {}, ["due_on"]) == {["no-owner-or-date", "F-1"]}
	_of(_late, {}, ["due_on", "owner_id"]) == {["no-owner-or-date", "F-1"]}
}

test_closed_without_proof if _of(_closed, {}, ["closure_evidence_uri"]) == {["closed-without-proof", "F-1"]}

test_acceptance_lapsed if {
	_of(_accepted, {"accepted_until": testing.day("2026-11-21")}, []) == {["acceptance-lapsed", "F-1"]}
	_of(_accepted, {}, ["accepted_by"]) == {["acceptance-lapsed", "F-1"]}
	_of(_accepted, {}, ["accepted_by", "accepted_until"]) == {["acceptance-lapsed", "F-1"]}
}

# Performed on 1 October: 30 days end on 31 October, 90 on 30 December.
test_date_too_far if {
	_of(_open, {"due_on": testing.day("2026-12-01")}, []) == {["date-too-far", "F-1"]}
	_of(_open, {"due_on": testing.day("2026-11-01"), "state": "accepted", "accepted_by": "S-2", "accepted_until": testing.day("2026-12-01")}, []) == set()
	_of(_late, {"severity": "high", "due_on": testing.day("2026-12-30")}, []) == set()
	_of(_late, {"severity": "high", "due_on": testing.day("2026-12-31")}, []) == {["date-too-far", "F-1"]}
	_of(_late, {"due_on": testing.day("2028-12-31")}, []) == set()
	_of(_open, {"due_on": testing.day("2026-10-31")}, []) == {["overdue", "F-1"]}
	_of(_open, {"due_on": testing.day("2026-11-01")}, []) == {["overdue", "F-1"], ["date-too-far", "F-1"]}
}

test_not_declared if {
	_verdicts({}, ["findings"]) == _missing(["findings"])
	_of(_open, {}, ["state"]) == {["not-declared", "audits.findings.state"]}
	_of(_late, {}, ["severity"]) == {["not-declared", "audits.findings.severity"]}
	_of(_accepted, {}, ["accepted_until"]) == {["not-declared", "audits.findings.accepted_until"]}
	_verdicts({"findings": [testing.changed(_late, {"severity": "high"})]}, ["performed_on"]) == _missing(["performed_on"])
	_verdicts({"findings": [testing.changed(_late, {"severity": "critical"})]}, ["performed_on"]) == _missing(["performed_on"])
	_verdicts({"findings": [_late]}, ["performed_on"]) == set()
}

test_only_a_closure_can_lie_ahead if {
	_of(_accepted, {"due_on": testing.day("2026-11-21"), "closed_on": testing.day("2026-11-23")}, []) == set()
}

test_without_a_date_for_the_finding_that_of_the_audit_is_not_asked_for if {
	found := {"findings": [testing.changed(testing.without(_late, ["due_on"]), {"severity": "high"})]}
	_verdicts(found, ["performed_on"]) == {["A-1", "no-owner-or-date", "F-1"]}
}

# What the findings of a reason lead to.
_paths(reason, entry) := {[fact.path | some fact in finding.relied_on] | some finding in _found({"findings": [entry]}, []); finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-owner-or-date", testing.without(_late, ["owner_id", "due_on"])) == {["findings.due_on", "findings.owner_id"]}
	_paths("closed-without-proof", testing.without(_closed, ["closure_evidence_uri"])) == {["findings.closure_evidence_uri"]}
	_paths("acceptance-lapsed", testing.without(_accepted, ["accepted_by"])) == {["findings.accepted_until", "findings.accepted_by"]}
	_paths("date-too-far", testing.changed(_open, {"due_on": testing.day("2026-12-01")})) == {["findings.due_on", "findings.severity"]}
}
