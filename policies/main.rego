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

# A control that applied to nothing in the unit and found nothing is left out: most do, a million times.
judge_all(controls) := {id: result |
	some id, control in controls
	result := judge(control.path[0], control.path[1], control.list)
	result != {}
}

# "undefined": the control does not yield what the contract asks for.
judge(domain, control, listed) := yielded(examined, findings, listed) if {
	examined := data.privity[domain][control].examined
	findings := data.privity[domain][control].findings
	is_set(examined)
	is_set(findings)
} else := "undefined"

yielded(examined, findings, listed) := {} if {
	count(examined) == 0
	count(findings) == 0
} else := {"examined": population(examined), "findings": findings} if {
	not listed
} else := {"examined": [entry | some entry in examined], "findings": findings}

population(examined) := summary(entry, 1, one_of[entry.grade]) if {
	count(examined) == 1
	some entry in examined
	well_formed(entry)
} else := {
	"count": count({entry.subject | some entry in examined}),
	"grades": [grade_count(examined, grade) | some grade in [0, 1, 2, 3]],
	"changes_on": next_change(examined),
	"malformed": count([entry | some entry in examined; not well_formed(entry)]),
}

# well_formed: an entry that is counted. What is not would be missing from the population in silence.
well_formed(entry) if {
	is_string(entry.subject.collection)
	is_string(entry.subject.id)
	entry.grade in {0, 1, 2, 3}
}

# The usual case, a record judged by itself, without a set to build.
one_of := [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]

summary(entry, number, grades) := {"count": number, "grades": grades, "changes_on": object.get(entry, "changes_on", 0)}

grade_count(examined, grade) := count({entry.subject | some entry in examined; entry.grade == grade})

next_change(examined) := min(days) if {
	days := {entry.changes_on | some entry in examined}
	count(days) > 0
} else := 0
