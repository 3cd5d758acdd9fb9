# METADATA
# title: For tests
# description: Writes the evaluation's shapes from dates as people write them.
package lib.testing

import data.lib.dates

# day: the day number of a date.
day(text) := dates.parse(text)

# date_only: a moment of which only the day was declared.
date_only(text) := {"day": dates.parse(text)}

# at: an instant in UTC, from "2026-09-03T10:00:00".
at(text) := {"day": number_of_day, "ms": ((number_of_day * 86400) + seconds) * 1000} if {
	parts := split(text, "T")
	number_of_day := dates.parse(parts[0])
	clock := split(parts[1], ":")
	seconds := ((to_number(clock[0]) * 3600) + (to_number(clock[1]) * 60)) + to_number(clock[2])
}

# end_of: the end of a day in UTC, as `as_of` is when only a date was given.
end_of(text) := {"day": dates.parse(text), "ms": ((dates.parse(text) + 1) * 86400000) - 1}

# by_id: records as the inventory holds them.
by_id(records) := {record.id: record | some record in records}

# without: a record less some of its fields.
without(record, fields) := object.remove(record, fields)

# changed: a record with some fields replaced whole (object.union alone would merge what lies inside them).
changed(record, changes) := object.union(object.remove(record, object.keys(changes)), changes)

# verdicts: what a table test compares: subject, reason, and what else tells findings of one reason apart.
verdicts(findings) := {[finding.subject.id, finding.reason, object.get(finding, "by", "")] | some finding in findings}

# ids: the subjects that were examined.
ids(examined) := {entry.subject.id | some entry in examined}
