package privity.breach.incident_plan_test

import data.lib.testing
import data.privity.breach.incident_plan as control

# Reviewed and tested a year before the day that is judged.
_plan := {
	"id": "P-1",
	"grade": 2,
	"status": "approved",
	"steps": [
		"identify", "escalate", "assess-scope", "contain", "preserve-evidence", "notify-authority", "notify-clients",
		"notify-individuals", "restore", "document", "post-incident-review",
	],
	"roles": {"incident-lead": "S-1", "technical-lead": "S-2", "communications": "S-1", "legal-counsel": "S-1"},
	"approved_on": testing.day("2024-05-01"),
	"last_reviewed_on": testing.day("2025-11-22"),
	"last_tested_on": testing.day("2025-11-22"),
}

_found(plans, as_of) := found if {
	found := control.findings with data.inventory as {"firm": {"grade": 1}, "incident_plans": plans}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"plan_test_months": 12}
}

_changed(changes, removed) := testing.by_id([testing.changed(testing.without(_plan, removed), changes)])

_verdicts(changes, removed, as_of) := testing.verdicts(_found(_changed(changes, removed), as_of))

_examined(plans, as_of) := examined if {
	examined := control.examined with data.inventory as {"firm": {"grade": 1}, "incident_plans": plans}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"plan_test_months": 12}
}

test_a_complete_plan_passes if _verdicts({}, [], "2026-11-22") == set()

test_no_approved_plan if {
	expected := {["firm", "no-plan", ""]}
	testing.verdicts(_found({}, "2026-11-22")) == expected
	_verdicts({"status": "draft"}, [], "2026-11-22") == expected
	_verdicts({"status": "retired"}, [], "2026-11-22") == expected
	_examined({}, "2026-11-22") == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1}}
	_found(_changed({"status": "draft"}, []), "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-plan",
		"args": {},
		"relied_on": [{"collection": "incident_plans", "id": "P-1", "path": "status"}],
	}}
}

test_plans_not_declared_are_asked_for_elsewhere if {
	found := control.findings with data.inventory as {"firm": {}} with data.as_of as testing.end_of("2026-11-22")
	found == set()
}

test_a_draft_beside_an_approved_plan_says_nothing if {
	plans := object.union(testing.by_id([_plan]), {"P-2": {"id": "P-2", "status": "draft"}})
	testing.verdicts(_found(plans, "2026-11-22")) == set()
	testing.ids(_examined(plans, "2026-11-22")) == {"P-1"}
}

test_not_declared_whether_it_is_approved if {
	_verdicts({}, ["status"], "2026-11-22") == {["P-1", "not-declared", "incident_plans.status"]}
	testing.ids(_examined(_changed({}, ["status"]), "2026-11-22")) == {"P-1"}
}

test_each_step_must_be_there if {
	every step in _plan.steps {
		left := [other | some other in _plan.steps; other != step]
		_verdicts({"steps": left}, [], "2026-11-22") == {["P-1", "missing-step", step]}
	}
	count(_verdicts({"steps": []}, [], "2026-11-22")) == 11
}

test_a_missing_step_is_named if {
	found := _found(_changed({"steps": [step | some step in _plan.steps; step != "contain"]}, []), "2026-11-22")
	found == {{
		"subject": {"collection": "incident_plans", "id": "P-1"},
		"reason": "missing-step",
		"by": "contain",
		"args": {"step": {"collection": "incident_plans", "field": "steps", "value": "contain"}},
		"relied_on": [{"collection": "incident_plans", "id": "P-1", "path": "steps"}],
	}}
}

test_each_role_must_have_somebody if {
	every role in object.keys(_plan.roles) {
		_verdicts({"roles": object.remove(_plan.roles, [role])}, [], "2026-11-22") == {["P-1", "missing-role", role]}
		_verdicts({"roles": object.union(_plan.roles, {role: " "})}, [], "2026-11-22") == {["P-1", "missing-role", role]}
	}
	found := _found(_changed({"roles": object.remove(_plan.roles, ["legal-counsel"])}, []), "2026-11-22")
	{[finding.args, finding.relied_on] | some finding in found} == {[
		{"role": "legal counsel"},
		[{"collection": "incident_plans", "id": "P-1", "path": "roles"}],
	]}
}

test_review_overdue_the_day_after if {
	found := _found(_changed({"last_tested_on": testing.day("2026-01-01")}, []), "2026-11-23")
	found == {{
		"subject": {"collection": "incident_plans", "id": "P-1"},
		"reason": "review-overdue",
		"args": {"last_on": {"day": testing.day("2025-11-22")}, "due_on": {"day": testing.day("2026-11-22")}},
		"relied_on": [
			{"collection": "incident_plans", "id": "P-1", "path": "last_reviewed_on"},
			{"collection": "incident_plans", "id": "P-1", "path": "approved_on"},
		],
	}}
}

test_the_approval_counts_as_a_review if {
	fresh := {"approved_on": testing.day("2025-11-22")}
	_verdicts(fresh, ["last_reviewed_on"], "2026-11-22") == set()
	_verdicts(object.union(fresh, {"last_tested_on": testing.day("2026-01-01")}), ["last_reviewed_on"], "2026-11-23") == {["P-1", "review-overdue", ""]}
}

test_a_review_or_test_that_lies_ahead_is_none_yet if {
	ahead := {"last_reviewed_on": testing.day("2026-11-23"), "last_tested_on": testing.day("2026-11-24")}
	_verdicts(ahead, [], "2026-11-22") == {["P-1", "review-overdue", ""], ["P-1", "never-tested", ""]}
	found := _found(_changed(ahead, []), "2026-11-22")
	{[finding.reason, finding.changes_on] | some finding in found} == {
		["review-overdue", testing.day("2026-11-23")],
		["never-tested", testing.day("2026-11-24")],
	}
	_verdicts(ahead, [], "2026-11-24") == set()
}

test_test_overdue_the_day_after if {
	found := _found(_changed({"last_reviewed_on": testing.day("2026-01-01")}, []), "2026-11-23")
	found == {{
		"subject": {"collection": "incident_plans", "id": "P-1"},
		"reason": "test-overdue",
		"args": {"last_on": {"day": testing.day("2025-11-22")}, "due_on": {"day": testing.day("2026-11-22")}},
		"relied_on": [{"collection": "incident_plans", "id": "P-1", "path": "last_tested_on"}],
	}}
}

# Approved on 24 August 2026: the 90 days end on 22 November, the last quarter begins on 31 October.
_untested := {"approved_on": testing.day("2026-08-24")}

test_never_tested if {
	_verdicts(_untested, ["last_tested_on"], "2026-10-30") == set()
	_verdicts(_untested, ["last_tested_on"], "2026-10-31") == {["P-1", "test-due", ""]}
	_verdicts(_untested, ["last_tested_on"], "2026-11-22") == {["P-1", "test-due", ""]}
	later := object.union(_untested, {"last_reviewed_on": testing.day("2026-08-24")})
	_verdicts(later, ["last_tested_on"], "2026-11-23") == {["P-1", "never-tested", ""]}
}

test_never_tested_says_since_when if {
	due := _found(_changed(_untested, ["last_tested_on"]), "2026-11-22")
	due == {{
		"subject": {"collection": "incident_plans", "id": "P-1"},
		"reason": "test-due",
		"args": {"due_on": {"day": testing.day("2026-11-22")}},
		"relied_on": [
			{"collection": "incident_plans", "id": "P-1", "path": "last_tested_on"},
			{"collection": "incident_plans", "id": "P-1", "path": "approved_on"},
		],
		"changes_on": testing.day("2026-11-23"),
	}}
	over := _found(_changed(object.union(_untested, {"last_reviewed_on": testing.day("2026-09-01")}), ["last_tested_on"]), "2026-11-23")
	{[finding.args, finding.relied_on[0].path] | some finding in over} == {[
		{"approved_on": {"day": testing.day("2026-08-24")}, "due_on": {"day": testing.day("2026-11-22")}},
		"last_tested_on",
	]}
}

test_an_approval_that_lies_ahead_cannot_be_judged if {
	ahead := {"approved_on": testing.day("2026-11-23")}
	_verdicts(ahead, [], "2026-11-22") == {["P-1", "dated-ahead", "incident_plans.approved_on"]}
	_verdicts({"approved_on": testing.day("2026-11-22")}, [], "2026-11-22") == set()
}

test_not_declared if {
	_verdicts({}, ["steps", "roles", "approved_on"], "2026-11-22") == {
		["P-1", "not-declared", "incident_plans.steps"],
		["P-1", "not-declared", "incident_plans.roles"],
		["P-1", "not-declared", "incident_plans.approved_on"],
	}
	_verdicts({}, ["last_tested_on", "last_reviewed_on", "approved_on"], "2026-11-22") == {["P-1", "not-declared", "incident_plans.approved_on"]}
}

test_examined if {
	_examined(_changed({"last_reviewed_on": testing.day("2026-02-01")}, []), "2026-11-01") == {{
		"subject": {"collection": "incident_plans", "id": "P-1"},
		"grade": 2,
		"changes_on": testing.day("2026-11-23"),
	}}
	changes := {entry.changes_on | some entry in _examined(_changed(_untested, ["last_tested_on"]), "2026-10-01")}
	changes == {testing.day("2026-10-31")}
	reviewed := {entry.changes_on | some entry in _examined(_changed({"last_tested_on": testing.day("2026-10-01")}, []), "2026-10-01")}
	reviewed == {testing.day("2026-11-23")}
}

test_reviewed_today_is_reviewed if {
	_verdicts({"last_reviewed_on": testing.day("2026-11-22"), "last_tested_on": testing.day("2026-11-22")}, [], "2026-11-22") == set()
}

test_never_tested_leads_to_its_facts if {
	found := _found(_changed({}, ["last_tested_on"]), "2026-11-22")
	{[finding.reason, [fact.path | some fact in finding.relied_on]] | some finding in found} == {["never-tested", ["last_tested_on", "approved_on"]]}
}
