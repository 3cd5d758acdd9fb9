# METADATA
# title: What a control yields
# description: >-
#   The shapes of `examined` and `findings`. Rules give reason codes and typed arguments, never prose: the engine fills
#   the reason's message, so that wording and escaping stay out of the rules.
package lib.judged

import data.lib.facts

# subject: what a finding is about. Ids are unique in a collection.
subject(collection, record) := {"collection": collection, "id": record.id}

# examined: a subject that the control applied to, judged on its own record alone.
# grade: how good its facts are, 0 declared, 1 attested, 2 evidenced, 3 fed (computed while loading).
examined(collection, record) := {"subject": subject(collection, record), "grade": grade(record)}

# examined_with: as `examined`, resting on further records (an array): the weakest evidence counts.
examined_with(collection, record, others) := {
	"subject": subject(collection, record),
	"grade": min([grade(one) | some one in array.concat([record], others)]),
}

# changing: adds the first day on which time alone will change the verdict of what was examined; days that have
# passed change nothing any more. days: an array of day numbers, each the first day of the other verdict.
changing(entry, days) := object.union(entry, {"changes_on": min(ahead)}) if {
	ahead := [day | some day in days; day > data.as_of.day]
	count(ahead) > 0
} else := entry

grade(record) := object.get(record, "grade", 0)

# not_declared: the one finding for every fact that a rule needs and that is absent. field: "collection.path".
not_declared(subject_of, collection, path) := {
	"subject": subject_of,
	"reason": "not-declared",
	"by": concat(".", [collection, path]),
	"args": {"subject": entity(subject_of.collection, subject_of.id), "fact": fact(collection, path)},
	"relied_on": [{"collection": subject_of.collection, "id": subject_of.id, "path": path}],
}

# dated_ahead: the finding for a needed event whose date is given and has not come yet, under a reason `dated-ahead` of
# the control (result unknown). moment: the date or instant that the record gives.
dated_ahead(subject_of, collection, path, moment) := changing(
	{
		"subject": subject_of,
		"reason": "dated-ahead",
		"by": concat(".", [collection, path]),
		"args": {
			"subject": entity(subject_of.collection, subject_of.id),
			"fact": fact(collection, path),
			"dated": instant(moment),
		},
		"relied_on": [{"collection": subject_of.collection, "id": subject_of.id, "path": path}],
	},
	[moment.day],
)

# missing: the paths (dotted) of an array that are absent from a record.
missing(record, paths) := {path | some path in paths; facts.absent(record, split(path, "."))}

# Typed arguments of messages.

# entity: shown by its title, else its id; opaque where the output may not name clients, matters or staff.
entity(collection, id) := {"collection": collection, "id": id}

# part: an entry of a list of a record (a purpose of an activity), shown by its title, name or text, else by its id. field:
# the list.
part(collection, id, field, part_id) := {"collection": collection, "id": id, "field": field, "part": part_id}

# fact: a field, shown by its plain title in the schema.
fact(collection, path) := {"collection": collection, "field": path}

# date: a calendar day, written out.
date(day) := {"day": day}

# instant: a moment, written out in the firm's time zone. Takes {day, ms} or {day}.
instant(moment) := moment

# value: a value of an enum, shown by its plain words in the schema.
value(collection, path, chosen) := {"collection": collection, "field": path, "value": chosen}

# period: {years, months, days}, written out.
period(length) := {"period": length}

# until_age: a length of time that ends when someone reaches an age: {whose, years} as a retention rule says it.
until_age(age) := {"until_age": age}

# quoted: the firm's own words, shown in quotation marks.
quoted(text) := {"quoted": text}
