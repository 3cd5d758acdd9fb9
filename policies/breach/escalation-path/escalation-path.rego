# METADATA
# title: The plan has a usable escalation path and deadline table
# description: >-
#   Looks at every approved incident plan: whether it says whom to call, in which order and how soon, and whom to
#   notify under each breach law that applies to the firm.
# scope: package
# custom:
#   id: BREACH-002
#   profile: full
#   unit: inventory
#   subjects:
#   - incident_plans
#   reads:
#   - firm.regimes
#   - incident_plan.escalation
#   - incident_plan.notification_matrix
#   - incident_plan.status
#   parameters: []
#   reasons:
#   - code: too-few-levels
#     result: fail
#     severity: medium
#     message: The escalation path of the incident plan has fewer than two levels.
#     many: '{subjects} have fewer than two levels of escalation.'
#   - code: incomplete-level
#     result: fail
#     severity: medium
#     absence: record
#     message: A level of the escalation path lacks {fact}.
#     many: Levels of the escalation path lack {count} details.
#   - code: hours-decrease
#     result: fail
#     severity: low
#     message: The escalation path allows less time at a later level than at an earlier one.
#     many: The escalation paths of {subjects} allow less time at a later level than at an earlier one.
#   - code: no-authority-row
#     result: fail
#     severity: high
#     message: The incident plan does not say whom to notify, and by when, under {regime}.
#     many: The incident plan does not say whom to notify, and by when, under {count} of the laws that apply.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 33(1)
#     says: Notify authority within 72 hours of awareness unless risk unlikely; explain lateness.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-6
#     says: Report incidents within a set time.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-8
#     says: Incident response plan.
#     status: primary
#   - framework: US state breach laws
#     ref: 50 states, D.C. and territories (general form)
#     says: Notify affected residents, often the AG, within state-set time.
#     status: secondary
#   remediation: Fill the escalation levels and one row per jurisdiction.
package privity.breach.escalation_path

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# The laws that ask for a notice of a breach to an authority.
_with_notice := {"eu-gdpr", "uk-gdpr", "us-ca-breach", "us-ny-shield", "us-state-breach", "us-glba-safeguards"}

_regimes := _with_notice & {regime | some regime in data.inventory.firm.regimes}

_plans[id] := plan if {
	some id, plan in data.inventory.incident_plans
	plan.status == "approved"
}

# Plans that may be approved.
_open[id] := plan if {
	some id, plan in data.inventory.incident_plans
	facts.absent(plan, "status")
}

examined contains judged.examined("incident_plans", plan) if some plan in _open

examined contains judged.examined("incident_plans", plan) if some plan in _plans

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "too-few-levels",
	"args": {},
	"relied_on": [_fact(plan, "escalation")],
} if {
	some plan in _plans
	count(plan.escalation) < 2
}

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "incomplete-level",
	"by": concat("/", [format_int(number + 1, 10), field]),
	"args": {"fact": judged.fact("incident_plans", concat(".", ["escalation", field]))},
	"relied_on": [_fact(plan, "escalation")],
} if {
	some plan in _plans
	some number, level in plan.escalation
	some field in ["contact", "deputy", "within_hours"]
	facts.absent_or_blank(level, field)
}

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "hours-decrease",
	"args": {},
	"relied_on": [_fact(plan, "escalation")],
} if {
	some plan in _plans
	_decreases([level.within_hours | some level in plan.escalation])
}

_decreases(hours) if {
	some place, number in hours
	number > hours[place + 1]
}

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "no-authority-row",
	"by": regime,
	"args": {"regime": judged.value("firm", "regimes", regime)},
	"relied_on": [_fact(plan, "notification_matrix"), {"collection": "firm", "id": "firm", "path": "regimes"}],
} if {
	some plan in _plans
	facts.present(plan, "notification_matrix")
	some regime in _regimes
	not _named(plan, regime)
}

_named(plan, regime) if {
	some row in plan.notification_matrix
	row.regime == regime
	every field in ["authority", "deadline", "contact"] {
		not facts.absent_or_blank(row, field)
	}
}

findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", "escalation") if {
	some plan in _plans
	facts.absent(plan, "escalation")
}

# A firm under none of these laws has nobody to notify.
findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", "notification_matrix") if {
	some plan in _plans
	count(_regimes) > 0
	facts.absent(plan, "notification_matrix")
}

findings contains elsewhere.not_declared(judged.subject("incident_plans", plan), "firm", {"firm"}, "regimes") if {
	some plan in _plans
	facts.absent(data.inventory.firm, "regimes")
}

findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", "status") if {
	some plan in _open
}

_fact(plan, path) := {"collection": "incident_plans", "id": plan.id, "path": path}
