# METADATA
# title: The last so many months
# description: >-
#   Whether something was done in the months before the day of judging, and when it will be too long ago.
package lib.windows

import data.lib.dates

# in_last(day, months): not before the corresponding day so many months ago, and not ahead.
in_last(day, months) if {
	day <= data.as_of.day
	day >= dates.add_months(data.as_of.day, 0 - months)
}

# leaves_last(day, months): the first day on which that is no longer so. Months of different length: several days in a row
# may have the same corresponding day, up to the end of a month.
leaves_last(day, months) := next if {
	next := dates.add_months(day, months) + 1
	dates.add_months(next, 0 - months) > day
} else := dates.last_of_month(dates.add_months(day, months)) + 1

# within_last(day, months): after the corresponding day so many months ago, and not ahead.
within_last(day, months) if {
	day <= data.as_of.day
	day > dates.add_months(data.as_of.day, 0 - months)
}

# leaves_within_last(day, months): the first day on which that is no longer so.
leaves_within_last(day, months) := next if {
	next := dates.add_months(day, months)
	dates.add_months(next, 0 - months) >= day
} else := dates.add_months(day, months) + 1
