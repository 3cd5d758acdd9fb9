# METADATA
# title: Runs the table of deadlines
# description: |
#   `results[i]` is what `lib.deadlines` gives for `input.cases[i]`; it is absent where there is no due day (the table
#   expects null there). Holidays come from the calendars of the input, as the rules' own table would give them.
# scope: package
package test.deadlines

import data.lib.deadlines

_listed[name] := {"holidays": days} if some name, days in input.calendars

_closed[name] := deadlines.holidays(_listed, name) if some name, _ in input.calendars

results[i] := object.union(acknowledged, {"due": due}) if {
	some i, given in input.cases
	due := deadlines.answer_due(given.request, input.prompt, _closed[given.request.calendar], given.as_of)
	acknowledged := {"acknowledge": day |
		given.request.regime == "us-ca"
		day := deadlines.california(given.request, _closed[given.request.calendar], given.as_of).acknowledge
	}
}
