# METADATA
# title: Staff practise with realistic breach scenarios
# description: >-
#   Looks at the breach exercises of the firm: whether one was held within the months that the firm allows, and whether
#   enough of the people who work there took part in one of them.
# scope: package
# custom:
#   id: TRAIN-005
#   profile: standard
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - exercise.format
#   - exercise.headcount
#   - exercise.held_on
#   - exercise.participants
#   - incident_plan.last_tested_on
#   # A test of the incident plan is only another ground to pass.
#   optional:
#   - incident_plans
#   parameters:
#   - scenario_months
#   - scenario_coverage_pct
#   reasons:
#   - code: no-exercise
#     result: fail
#     severity: low
#     absence: record
#     message: No breach exercise is recorded in the last {months} months.
#     many: 'No breach exercise is recorded in the time that the firm allows.'
#   - code: too-few
#     result: fail
#     severity: low
#     message: '{percent} per cent of staff took part in the last breach exercise; the firm asks for {limit}.'
#     many: 'Too few people took part in the breach exercises.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The firm's own record does not give {fact}, so this could not be judged.
#   citations:
#   - framework: NIST 800-53r5
#     ref: AT-2(1)
#     says: Practical exercises in training.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-2
#     says: Incident response training.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.AT-P1
#     says: Workforce is informed and trained.
#     status: primary
#   remediation: Run a scenario exercise.
package privity.training.breach_scenarios

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.training

_firm := {"collection": "firm", "id": "firm"}

_months := data.parameters.scenario_months

_since := dates.add_months(data.as_of.day, 0 - _months)

# The exercises held, with their day; nothing that lies ahead has been held.
_held[id] := exercise if {
	some id, exercise in data.inventory.exercises
	exercise.held_on <= data.as_of.day
	facts.present(exercise, "format")
}

_recent[id] := exercise if {
	some id, exercise in _held
	exercise.held_on >= _since
}

# A tested incident plan counts as a table-top exercise, but does not say how many took part.
_tested[id] := plan if {
	some id, plan in data.inventory.incident_plans
	plan.last_tested_on <= data.as_of.day
	plan.last_tested_on >= _since
}

# Exercises that may be recent ones, and do not say so.
_unclear[path] contains id if {
	some id, exercise in data.inventory.exercises
	some path in judged.missing(exercise, ["format", "held_on"])
	_may_be_recent(exercise)
}

_may_be_recent(exercise) if facts.absent(exercise, "held_on")

_may_be_recent(exercise) if {
	exercise.held_on >= _since
	exercise.held_on <= data.as_of.day
}

# Per cent of the people who worked in the firm at the time, whole numbers.
_share[id] := floor((100 * exercise.participants) / exercise.headcount) if {
	some id, exercise in _recent
	exercise.headcount > 0
}

# A firm of nobody: the number is not what it was.
_uncounted.headcount contains id if {
	some id, exercise in _recent
	exercise.headcount <= 0
}

_enough contains id if {
	some id, percent in _share
	percent >= data.parameters.scenario_coverage_pct
}

_uncounted[path] contains id if {
	some id, exercise in _recent
	some path in judged.missing(exercise, ["headcount", "participants"])
}

examined contains judged.changing(
	{"subject": _firm, "grade": min([judged.grade(one) | some one in grounds])},
	[training.stale_from(max(days), _months)],
) if {
	days := {_recent[id].held_on | some id in _enough}
	count(days) > 0
	grounds := array.concat([_recent[id] | some id in _enough], [data.inventory.firm])
}

examined contains {"subject": _firm, "grade": judged.grade(data.inventory.firm)} if count(_enough) == 0

findings contains {
	"subject": _firm,
	"reason": "no-exercise",
	"args": {"months": _months},
	"relied_on": [{"collection": "exercises", "id": id, "path": "held_on"} | some id in sort(object.keys(_held))],
} if {
	count(_recent) == 0
	count(_tested) == 0
	count(_unclear) == 0
}

findings contains {
	"subject": _firm,
	"reason": "too-few",
	"args": {"percent": max([percent | some percent in _share]), "limit": data.parameters.scenario_coverage_pct},
	"relied_on": [{"collection": "exercises", "id": id, "path": "participants"} | some id in sort(object.keys(_share))],
} if {
	count(_enough) == 0
	count(_share) > 0
	_nothing_to_ask
}

_nothing_to_ask if {
	count(_unclear) == 0
	count(_uncounted) == 0
	count(_tested) == 0
}

findings contains elsewhere.not_declared(_firm, "exercises", ids, path) if {
	count(_enough) == 0
	some path, ids in _unclear
}

findings contains elsewhere.not_declared(_firm, "exercises", ids, path) if {
	count(_enough) == 0
	some path, ids in _uncounted
}

# A test of the plan would be enough, and nobody can say how many took part in it.
findings contains judged.not_declared(_firm, "exercises", "participants") if {
	count(_enough) == 0
	count(_tested) > 0
	count(_uncounted) == 0
}
