package privity.audit.findings_change_practice_test

import data.lib.testing
import data.privity.audit.findings_change_practice as control

_found(inventory) := found if {
	found := control.findings with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(inventory) := examined if {
	examined := control.examined with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(inventory) := testing.verdicts(_found(inventory))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_policy := {"id": "P-1", "grade": 2, "last_reviewed_on": testing.day("2026-09-30")}

_finding := {"id": "F-1", "state": "closed", "closed_on": testing.day("2026-10-22"), "affected_policy_ids": ["P-1"]}

_audit := {"id": "A-1", "grade": 3, "performed_on": testing.day("2026-10-01"), "findings": [_finding]}

# of: verdicts where the finding, the policy and the audit are changed as said.
_inventory_of(finding, policy, audit) := {
	"audits": {"A-1": object.union({"findings": [finding]}, testing.without(audit, ["findings"])), "A-2": {"id": "A-2", "findings": [{"id": "F-9", "state": "closed"}]}},
	"policies": testing.by_id([policy]),
}

_closing(changes, removed) := _verdicts(_inventory_of(testing.changed(testing.without(_finding, removed), changes), _policy, _audit))

_reviewing(changes, removed) := _verdicts(_inventory_of(_finding, testing.changed(testing.without(_policy, removed), changes), _audit))

_unchanged := {["A-1", "policy-unchanged", "F-1/P-1"]}

test_policy_unchanged if {
	found := _found(_inventory_of(_finding, _policy, _audit))
	testing.verdicts(found) == _unchanged
	_args(found, "policy-unchanged") == {[
		"F-1/P-1",
		{
			"policy": {"collection": "policies", "id": "P-1"},
			"finding": {"collection": "audits", "id": "A-1", "field": "findings", "part": "F-1"},
		},
		[
			{"collection": "policies", "id": "P-1", "path": "last_reviewed_on"},
			{"collection": "audits", "id": "A-1", "path": "findings.closed_on"},
			{"collection": "audits", "id": "A-1", "path": "performed_on"},
		],
		0,
	]}
}

test_thirty_days_from_the_closing if {
	_closing({"closed_on": testing.day("2026-10-23")}, []) == set()
	_closing({"closed_on": testing.day("2026-11-23")}, []) == set()
	open := _inventory_of(testing.changed(_finding, {"closed_on": testing.day("2026-10-23")}), _policy, _audit)
	_examined(open) == {{"subject": {"collection": "audits", "id": "A-1"}, "grade": 2, "changes_on": testing.day("2026-11-23")}}
}

test_reviewed_since_the_audit if {
	_reviewing({"last_reviewed_on": testing.day("2026-10-01")}, []) == set()
	_reviewing({"last_reviewed_on": testing.day("2026-11-22")}, []) == set()
	_reviewing({"last_reviewed_on": testing.day("2026-10-01")}, []) == set()
}

test_findings_that_are_not_closed_wait if {
	_closing({"state": "open"}, []) == set()
	_closing({"state": "accepted"}, ["closed_on"]) == set()
}

test_does_not_apply_without_policies if {
	inventory := _inventory_of(testing.without(_finding, ["affected_policy_ids"]), _policy, _audit)
	_examined(inventory) == set()
	_verdicts(inventory) == set()
	_examined(_inventory_of(testing.changed(_finding, {"affected_policy_ids": []}), _policy, _audit)) == set()
}

test_a_review_that_lies_ahead if {
	found := _found(_inventory_of(_finding, testing.changed(_policy, {"last_reviewed_on": testing.day("2026-11-23")}), _audit))
	{[finding.reason, finding.by, finding.args.subject.id, finding.changes_on] | some finding in found} == {["dated-ahead", "policies.last_reviewed_on/P-1", "P-1", testing.day("2026-11-23")]}
}

test_not_declared if {
	_reviewing({}, ["last_reviewed_on"]) == {["A-1", "not-declared", "policies.last_reviewed_on"]}
	_closing({"affected_policy_ids": ["P-9"]}, []) == {["A-1", "not-declared", "policies.last_reviewed_on"]}
	_closing({}, ["closed_on"]) == {["A-1", "not-declared", "audits.findings.closed_on"]}
	_closing({}, ["state"]) == {["A-1", "not-declared", "audits.findings.state"]}
	_verdicts(_inventory_of(_finding, _policy, testing.without(_audit, ["performed_on"]))) == {["A-1", "not-declared", "audits.performed_on"]}
}

# A second audit, about another policy.
_second := testing.changed(_audit, {
	"id": "A-2",
	"findings": [testing.changed(_finding, {"id": "F-2", "affected_policy_ids": ["P-2"], "closed_on": testing.day("2026-11-01")})],
})

_two(first, second) := {"audits": {"A-1": _audit, "A-2": _second}, "policies": testing.by_id([first, second])}

_other := testing.changed(_policy, {"id": "P-2", "grade": 1})

test_each_audit_is_judged_on_its_own_policies if {
	_examined(_two(_policy, _other)) == {
		{"subject": {"collection": "audits", "id": "A-1"}, "grade": 2},
		{"subject": {"collection": "audits", "id": "A-2"}, "grade": 1, "changes_on": testing.day("2026-12-02")},
	}
	undated := _two(testing.without(_policy, ["last_reviewed_on"]), testing.without(_other, ["last_reviewed_on"]))
	closed := object.union(undated, {"audits": {"A-1": _audit, "A-2": testing.changed(_second, {"findings": [testing.changed(_second.findings[0], {"closed_on": testing.day("2026-10-22")})]})}})
	{[finding.subject.id, finding.reason, finding.relied_on] | some finding in _found(closed)} == {
		["A-1", "not-declared", [{"collection": "policies", "id": "P-1", "path": "last_reviewed_on"}]],
		["A-2", "not-declared", [{"collection": "policies", "id": "P-2", "path": "last_reviewed_on"}]],
	}
}

test_where_the_policy_was_reviewed_nothing_more_is_asked if {
	every day in ["2026-10-01", "2026-11-22"] {
		reviewed := testing.changed(_policy, {"last_reviewed_on": testing.day(day)})
		_verdicts(_inventory_of(testing.without(_finding, ["state"]), reviewed, _audit)) == set()
	}
}

test_a_review_that_lies_ahead_says_nothing_of_the_last_one if {
	ahead := testing.changed(_policy, {"last_reviewed_on": testing.day("2026-11-23")})
	later := testing.changed(_audit, {"performed_on": testing.day("2026-12-01")})
	found := _found(_inventory_of(_finding, ahead, later))
	{[finding.reason, finding.relied_on] | some finding in found} == {["dated-ahead", [{"collection": "policies", "id": "P-1", "path": "last_reviewed_on"}]]}
}
