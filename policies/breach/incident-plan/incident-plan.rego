# METADATA
# title: A complete incident response plan exists and is tested
# description: >-
#   Looks at every approved incident plan, and at whether there is one: its steps, the people in its roles, and when
#   it was last reviewed and tested.
# scope: package
# custom:
#   id: BREACH-001
#   profile: essentials
#   unit: inventory
#   subjects:
#   - incident_plans
#   reads:
#   - incident_plan.approved_on
#   - incident_plan.last_reviewed_on
#   - incident_plan.last_tested_on
#   - incident_plan.roles
#   - incident_plan.status
#   - incident_plan.steps
#   parameters:
#   - plan_test_months
#   reasons:
#   - code: no-plan
#     result: fail
#     severity: critical
#     absence: record
#     message: No approved plan for dealing with a data breach is recorded.
#     many: No approved plan for dealing with a data breach is recorded.
#   - code: missing-step
#     result: fail
#     severity: high
#     message: The incident plan does not say how to {step}.
#     many: The incident plan leaves out {count} of the steps that it must have.
#   - code: missing-role
#     result: fail
#     severity: high
#     absence: record
#     message: The incident plan names nobody as {role}.
#     many: '{count} roles of the incident plan have nobody in them.'
#   - code: review-overdue
#     result: warn
#     severity: medium
#     message: The incident plan was last reviewed on {last_on}; a review was due by {due_on}.
#     many: '{count} incident plans are overdue for review.'
#   - code: test-overdue
#     result: fail
#     severity: medium
#     message: The incident plan was last tested on {last_on}; a test was due by {due_on}.
#     many: '{count} incident plans are overdue for a test.'
#   - code: never-tested
#     result: fail
#     severity: medium
#     absence: open
#     message: The incident plan has not been tested since it was approved on {approved_on}.
#     many: '{count} incident plans have never been tested.'
#   - code: test-due
#     result: warn
#     severity: low
#     message: The incident plan should be tested by {due_on}.
#     many: '{count} incident plans should soon be tested for the first time.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} incident plans are marked approved and dated after the time that is judged, so this could not be
#       judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)
#     says: Security appropriate to risk.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: IR-8
#     says: Incident response plan.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-8(1)
#     says: Breach elements in the incident plan.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-3
#     says: Test incident response.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.PO-P7
#     says: Response and recovery plans exist.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.PO-P8
#     says: Response and recovery plans are tested.
#     status: primary
#   remediation: Complete the plan, assign roles and run a table-top test.
package privity.breach.incident_plan

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_firm := {"collection": "firm", "id": "firm"}

_steps := {
	"identify", "escalate", "assess-scope", "contain", "preserve-evidence", "notify-authority", "notify-clients",
	"notify-individuals", "restore", "document", "post-incident-review",
}

_roles := {
	"incident-lead": "incident lead",
	"technical-lead": "technical lead",
	"communications": "head of communications",
	"legal-counsel": "legal counsel",
}

_review_months := 12

# How many days after its approval a plan is first tested.
_first_test_days := 90

_plans[id] := plan if {
	some id, plan in data.inventory.incident_plans
	plan.status == "approved"
}

# Plans that may be approved.
_open[id] := plan if {
	some id, plan in data.inventory.incident_plans
	facts.absent(plan, "status")
}

_none if {
	data.inventory.incident_plans
	count(_plans) == 0
	count(_open) == 0
}

examined contains judged.examined("firm", object.union({"id": "firm"}, data.inventory.firm)) if _none

examined contains judged.examined("incident_plans", plan) if some plan in _open

examined contains judged.changing(judged.examined("incident_plans", plan), _turns(plan)) if some plan in _plans

_turns(plan) := array.concat(
	[day | day := _review_due(plan) + 1],
	array.concat(
		[day | day := _test_due(plan) + 1],
		[day | facts.absent(plan, "last_tested_on"); some day in _first_test_turns(plan)],
	),
)

_first_test_turns(plan) := incidents.turns({"day": plan.approved_on}, _first_test(plan))

_first_test(plan) := incidents.within_days(plan.approved_on, _first_test_days)

findings contains {
	"subject": _firm,
	"reason": "no-plan",
	"args": {},
	"relied_on": [{"collection": "incident_plans", "id": id, "path": "status"} | some id in sort(object.keys(data.inventory.incident_plans))],
} if {
	_none
}

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "missing-step",
	"by": step,
	"args": {"step": judged.value("incident_plans", "steps", step)},
	"relied_on": [_fact(plan, "steps")],
} if {
	some plan in _plans
	facts.present(plan, "steps")
	some step in (_steps - {step | some step in plan.steps})
}

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "missing-role",
	"by": role,
	"args": {"role": words},
	"relied_on": [_fact(plan, "roles")],
} if {
	some plan in _plans
	facts.present(plan, "roles")
	some role, words in _roles
	facts.absent_or_blank(plan.roles, role)
}

# The last review that has taken place; the approval is one.
_last_review(plan) := plan.last_reviewed_on if {
	plan.last_reviewed_on <= data.as_of.day
} else := plan.approved_on

_review_due(plan) := dates.add_months(_last_review(plan), _review_months)

_last_test(plan) := plan.last_tested_on if plan.last_tested_on <= data.as_of.day

_test_due(plan) := dates.add_months(_last_test(plan), data.parameters.plan_test_months)

findings contains judged.changing(
	{
		"subject": judged.subject("incident_plans", plan),
		"reason": "review-overdue",
		"args": {"last_on": judged.date(_last_review(plan)), "due_on": judged.date(_review_due(plan))},
		"relied_on": [_fact(plan, "last_reviewed_on"), _fact(plan, "approved_on")],
	},
	_planned(plan, "last_reviewed_on"),
) if {
	some plan in _plans
	data.as_of.day > _review_due(plan)
}

findings contains judged.changing(
	{
		"subject": judged.subject("incident_plans", plan),
		"reason": "test-overdue",
		"args": {"last_on": judged.date(_last_test(plan)), "due_on": judged.date(_test_due(plan))},
		"relied_on": [_fact(plan, "last_tested_on")],
	},
	_planned(plan, "last_tested_on"),
) if {
	some plan in _plans
	data.as_of.day > _test_due(plan)
}

findings contains judged.changing(
	{
		"subject": judged.subject("incident_plans", plan),
		"reason": "never-tested",
		"args": {"approved_on": judged.date(plan.approved_on), "due_on": judged.date(_first_test(plan).day)},
		"relied_on": [_fact(plan, "last_tested_on"), _fact(plan, "approved_on")],
	},
	_planned(plan, "last_tested_on"),
) if {
	some plan in _plans
	not _last_test(plan)
	incidents.overdue(_first_test(plan))
}

findings contains judged.changing(
	{
		"subject": judged.subject("incident_plans", plan),
		"reason": "test-due",
		"args": {"due_on": judged.date(_first_test(plan).day)},
		"relied_on": [_fact(plan, "last_tested_on"), _fact(plan, "approved_on")],
	},
	array.concat(_planned(plan, "last_tested_on"), [_first_test(plan).day + 1]),
) if {
	some plan in _plans
	not _last_test(plan)
	incidents.running_out({"day": plan.approved_on}, _first_test(plan))
}

# A review or test that lies ahead.
_planned(plan, path) := [day | day := plan[path]]

# A plan is in force from its approval, and an approval that lies ahead has not happened yet.
findings contains judged.dated_ahead(
	judged.subject("incident_plans", plan),
	"incident_plans",
	"approved_on",
	{"day": plan.approved_on},
) if {
	some plan in _plans
	plan.approved_on > data.as_of.day
}

findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", path) if {
	some plan in _plans
	some path in judged.missing(plan, ["steps", "roles", "approved_on"])
}

findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", "status") if {
	some plan in _open
}

_fact(plan, path) := {"collection": "incident_plans", "id": plan.id, "path": path}
