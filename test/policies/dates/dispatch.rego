# METADATA
# title: Runs the table of calendar cases
# description: |
#   `results[i]` is what `lib.dates` gives for `input.cases[i]`; it is absent where the function is undefined
#   (the table expects null there). Text among the arguments of the functions that take holidays names a
#   calendar of `input.calendars`, handed over as a set; arrays and objects are handed over as they are.
# scope: package
package test.dates

import data.lib.dates

results[i] := value if {
	some i, given in input.cases
	value := _call(given.function, given.args)
}

_calendars[name] := {day | some day in days} if some name, days in input.calendars

_holidays(given) := _calendars[given] if is_string(given)

_holidays(given) := given if not is_string(given)

_call("civil", args) := dates.civil(args[0])

_call("from_civil", args) := dates.from_civil(args[0], args[1], args[2])

_call("parse", args) := dates.parse(args[0])

_call("is_leap", args) := dates.is_leap(args[0])

_call("days_in_month", args) := dates.days_in_month(args[0], args[1])

_call("weekday", args) := dates.weekday(args[0])

_call("last_of_month", args) := dates.last_of_month(args[0])

_call("add_days", args) := dates.add_days(args[0], args[1])

_call("add_months", args) := dates.add_months(args[0], args[1])

_call("add_years", args) := dates.add_years(args[0], args[1])

_call("add_period", args) := dates.add_period(args[0], args[1])

_call("normalised", args) := dates.normalised(args[0])

_call("period_not_shorter", args) := dates.period_not_shorter(args[0], args[1])

_call("period_shorter", args) := dates.period_shorter(args[0], args[1])

_call("longest", args) := dates.longest(args[0])

_call("birthday", args) := dates.birthday(args[0], args[1])

_call("first_run_on_or_after", args) := dates.first_run_on_or_after(args[0], args[1])

_call("add_business_days", args) := dates.add_business_days(args[0], args[1], _holidays(args[2]))

_call("next_business_day", args) := dates.next_business_day(args[0], _holidays(args[1]))

_call("month_due", args) := dates.month_due(args[0], args[1], _holidays(args[2]))

_call("day_of", args) := dates.day_of(args[0])

_call("before", args) := dates.before(args[0], args[1])

_call("after", args) := dates.after(args[0], args[1])

_call("same_or_before", args) := dates.same_or_before(args[0], args[1])

_call("add_hours", args) := dates.add_hours(args[0], args[1])
