# METADATA
# title: The driver
# description: >-
#   Judges a batch. Each unit is judged by itself (`with input as unit`), so that no rule can see a neighbour and the
#   result cannot depend on how rows were batched. It names no control: the caller says which to judge, and where they
#   stand. It lies outside data.privity, which it walks (else the compiler reports recursion).
package main

# judged[unit][control]: `examined` as a summary, or as a list where the caller asks for one, and the `findings`.
# input.units: {key: unit}; input.controls: {id: {path: [domain, control], list: whether subjects are listed}}.
judged[key] := results if {
	controls := input.controls
	some key, unit in input.units
	results := judge_all(controls) with input as unit
}

# not_applicable[control]: why a control does not apply to this firm at all, by its reason code.
not_applicable[id] := reason if {
	some id, control in input.controls
	reason := data.privity[control.path[0]][control.path[1]].not_applicable
}

judge_all(controls) := {id: result |
	some id, control in controls
	result := judge(control.path[0], control.path[1], control.list)
}

judge(domain, control, listed) := {"examined": population(examined, listed), "findings": findings} if {
	examined := data.privity[domain][control].examined
	findings := data.privity[domain][control].findings
}

population(examined, true) := [entry | some entry in examined]

population(examined, false) := {
	"count": count({entry.subject | some entry in examined}),
	"grades": [grade_count(examined, grade) | some grade in [0, 1, 2, 3]],
	"changes_on": next_change(examined),
}

grade_count(examined, grade) := count({entry.subject | some entry in examined; entry.grade == grade})

next_change(examined) := min(days) if {
	days := {entry.changes_on | some entry in examined}
	count(days) > 0
} else := 0
