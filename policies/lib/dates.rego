# METADATA
# title: Calendar arithmetic
# description: |
#   A calendar date is an integer: the local day number, days since 1970-01-01 in the proleptic Gregorian
#   calendar, negative before. An instant is `{"day": N, "ms": M}`: local day number in the firm's time zone
#   and epoch milliseconds; where only a date was given it is `{"day": N}`. Loading makes both, because WASM
#   has neither a clock nor time zones, and parsing dates inside it was half of the run time.
#
#   Everything is whole-number arithmetic on builtins native to WASM. A function given something that it
#   cannot read (a date that does not exist, text for a number) is undefined; it never guesses. Predicates
#   give true or false, so that a condition and its `not` differ wherever the arguments make sense.
# scope: package
package lib.dates

# Day numbers of 2024-02-29 and 2025-01-31, on which two periods are compared (RET-002, RET-004).
_leap_day := 19782

_january_end := 20119

# civil(day) gives {"year", "month", "day"} of a day number.
civil(day) := {"year": (place.months - month) / 12, "month": month + 1, "day": place.day} if {
	place := _place(day)
	month := place.months % 12
}

# from_civil(year, month, day) gives the day number; undefined where no such date exists (nothing is clamped).
from_civil(year, month, day) := _day_number(months, day) if {
	months := _months(year, month)
	day % 1 == 0 # undefined, too, for anything but a whole number
	day >= 1
	day <= _length(months)
}

# parse(text) gives the day number of "YYYY-MM-DD"; undefined for anything else. For tests and parameters:
# facts reach the rules as day numbers.
parse(text) := from_civil(year, month, day) if {
	count(text) == 10
	character := split(text, "")
	character[4] == "-"
	character[7] == "-"
	year := (100 * _two_digits(character, 0)) + _two_digits(character, 2)
	month := _two_digits(character, 5)
	day := _two_digits(character, 8)
}

# is_leap(year): true or false, by the Gregorian rule.
is_leap(year) := (year % 400) == 0 if {
	year % 100 == 0
} else := (year % 4) == 0

# days_in_month(year, month): 28 to 31; undefined for a month outside 1 to 12.
days_in_month(year, month) := _length(_months(year, month))

# weekday(day): 1 is Monday, 7 is Sunday (ISO 8601). Day 0 was a Thursday. `%` keeps the sign of the dividend.
weekday(day) := (((day % 7) + 10) % 7) + 1

# last_of_month(day): day number of the last day of the month in which the day lies.
last_of_month(day) := (day - place.day) + _length(place.months) if {
	place := _place(day)
}

# add_days(day, n): n days later; earlier where n is negative.
add_days(day, n) := day + n

# add_months(day, n): the corresponding day n months on (back where n is negative), or that month's last
# day where it is shorter: 31 January + 1 month = 28 or 29 February.
# Source: conventions.add_months; Regulation (EEC, Euratom) 1182/71, Art 3(2)(c).
add_months(day, n) := _day_number(months, min([place.day, _length(months)])) if {
	place := _place(day)
	months := place.months + n
}

# add_years(day, n): 29 February + 1 year = 28 February.
add_years(day, n) := add_months(day, 12 * n)

# add_period(day, period) with {"years", "months", "days"}, an absent one being 0. Years and months go
# together in one step, clamped once, then days: 29 February 2024 + 1 year 1 month = 29 March 2025.
# Source: rulings, "Adding a period".
add_period(day, period) := add_months(day, length.months) + length.days if {
	length := normalised(period)
}

# normalised(period) gives {"months", "days"}: years are twelve months.
normalised(period) := {
	"months": (12 * object.get(period, "years", 0)) + object.get(period, "months", 0),
	"days": object.get(period, "days", 0),
}

# period_not_shorter(a, b): a ends no sooner than b, from 29 February 2024 and from 31 January 2025 alike.
# Source: RET-002, RET-004.
period_not_shorter(a, b) := _smallest_lead(a, b) >= 0

# period_shorter(a, b): a ends sooner than b from one of the two days at least; the opposite of the above.
period_shorter(a, b) := _smallest_lead(a, b) < 0

# longest(periods): of a set or array the period that ends last, counted from 29 February 2024. Of equally
# long ones the greatest in Rego's order, so that every engine picks the same. Undefined for none.
longest(periods) := max(ranked)[1] if {
	ranked := [[add_period(_leap_day, period), period] | some period in periods]
	count(ranked) == count(periods) # one that cannot be read must not drop out in silence
}

# birthday(birth_day, age): the day on which the person reaches the age (years). Someone born on
# 29 February reaches it on 28 February in a common year. Source: rulings.
birthday(birth_day, age) := add_years(birth_day, age)

# first_run_on_or_after(day, run): the first day, not before the day given, of a yearly disposal run
# {"month", "day"}. Without a day it is the month's last; a day past the month's end is clamped to it in
# each year. Source: RET-003; rulings, Retention.
first_run_on_or_after(day, run) := this_year if {
	this_year := _run_day(civil(day).year, run)
	this_year >= day
} else := _run_day(civil(day).year + 1, run)

# add_business_days(day, n, holidays): the n-th working day (Monday to Friday, no holiday) after the day,
# n >= 1; the day itself never counts. Holidays are day numbers: a set (quick), an array, or an object with
# day numbers as keys. Source: conventions.business_days.
add_business_days(day, n, holidays) := _working_days(day, (n + ceil(n / 2)) + 6, closed)[n - 1] if {
	closed := _day_set(holidays)
} else := _working_days(day, 7 * ((n + count(closed)) + 1), closed)[n - 1] if {
	# So many holidays in a row that the usual window was too short. Each costs at most one working day.
	closed := _day_set(holidays)
}

# next_business_day(day, holidays): the day itself where it is a working day, else the next one.
next_business_day(day, holidays) := day if {
	_is_working_day(day, _day_set(holidays))
} else := add_business_days(day, 1, holidays)

# month_due(day, months, holidays): due day of a period of months under EU and UK law: the corresponding
# day, clamped, then the next working day. Source: conventions.eu_uk_month; Regulation 1182/71, Art 3(2)(c)
# and 3(4).
month_due(day, months, holidays) := next_business_day(add_months(day, months), holidays)

# day_of(moment): day number of a day number or an instant.
day_of(moment) := moment if is_number(moment)

day_of(moment) := moment.day if is_number(moment.day)

# before(a, b), after(a, b), same_or_before(a, b) take day numbers and instants. Two instants are compared by
# the millisecond; where either is only a date, both by calendar day. Source: conventions.dates; rulings.
before(a, b) := _lag(a, b) > 0

after(a, b) := _lag(a, b) < 0

same_or_before(a, b) := _lag(a, b) >= 0

# add_hours(instant, hours): epoch milliseconds, elapsed hours (conventions.due_dates); undefined for a mere date.
add_hours(instant, hours) := instant.ms + (hours * 3600000)

# How much later b is than a: milliseconds between two instants, else days. Only its sign has a meaning.
_lag(a, b) := b.ms - a.ms if {
	is_number(a.ms)
	is_number(b.ms)
} else := day_of(b) - day_of(a)

# Days by which a outlasts b (negative: falls short), the smaller of the two comparisons.
_smallest_lead(a, b) := min([from_leap_day, from_january_end]) if {
	from_leap_day := add_period(_leap_day, a) - add_period(_leap_day, b)
	from_january_end := add_period(_january_end, a) - add_period(_january_end, b)
}

_run_day(year, run) := from_civil(year, run.month, min([object.get(run, "day", 31), last])) if {
	last := days_in_month(year, run.month)
}

# Working days among the `length` days after the day, in order.
_working_days(day, length, closed) := [candidate |
	some candidate in numbers.range(day + 1, day + length)
	_is_working_day(candidate, closed)
]

_is_working_day(day, closed) if {
	not (day % 7) in _weekend
	not day in closed
}

# Remainders of Saturdays and Sundays: 3 January 1970 was one (day 2), 27 December 1969 another (day -5).
_weekend := {2, 3, -5, -4}

_day_set(days) := days if is_set(days)

_day_set(days) := {day | some day in days} if is_array(days)

_day_set(days) := {to_number(key) | some key, _ in days} if is_object(days)

_two_digits(character, at) := (10 * _digits[character[at]]) + _digits[character[at + 1]]

_digits := {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9}

# How it works. Months are counted from January of year 0 and fall into cycles of four years: 48 months or
# 1,461 days, the leap year first. Counted so, days run ahead of the calendar by the leap days that 1900, 2100
# and their like do not have. The usual algorithms (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms")
# have three times as many divisions; in WASM each arithmetic operation takes 0.2 to 0.6 microseconds and an
# array look-up next to nothing (measured: add_months 6 against 24 microseconds).

# Days of each month of the cycle.
_cycle_lengths := [
	31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
	31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
	31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
	31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
]

# Days of the cycle before each month; last, before the next cycle.
_cycle_starts := [
	0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335,
	366, 397, 425, 456, 486, 517, 547, 578, 609, 639, 670, 700,
	731, 762, 790, 821, 851, 882, 912, 943, 974, 1004, 1035, 1065,
	1096, 1127, 1155, 1186, 1216, 1247, 1277, 1308, 1339, 1369, 1400, 1430,
	1461,
]

# The month and the day of the month (from 1) of a day number.
_place(day) := {"months": (48 * ((serial - rest) / 1461)) + month, "day": (rest - _cycle_starts[month]) + 1} if {
	serial := day + _serial_of_epoch_at(day)
	rest := serial % 1461

	# Months are at most 31 days long, so counting them all as 31 gives the month or the one before it.
	month := _month_of_cycle(rest, floor(rest / 31) + 1)
}

_month_of_cycle(rest, next) := next if {
	rest >= _cycle_starts[next]
} else := next - 1

# The day number of a day (from 1) of a month.
_day_number(months, day) := (((1461 * ((months - month) / 48)) + _cycle_starts[month]) + (day - 1)) - _serial_of_epoch_in(months) if {
	month := months % 48
}

# Months since January of year 0; undefined for a month outside 1 to 12.
_months(year, month) := ((12 * year) + month) - 1 if {
	month >= 1
	month <= 12
}

# Days of a month, given as months since January of year 0.
_length(months) := 28 if {
	months % 48 == 1
	not is_leap((months - 1) / 12)
} else := _cycle_lengths[months % 48]

# The serial number of 1970-01-01, as seen from a day and from a month: 719,528 days since 0000-01-01 and a
# leap day for each of the centuries (from 1 March) passed until then, except every fourth. Undefined before year 1.
_serial_of_epoch_at(day) := 719543 if {
	day >= -25508 # 1 March 1900
	day < 47541 # 1 March 2100
} else := _serial_of_epoch(_quotient((4 * (day + 719468)) + 3, 146097)) if {
	day >= -719162
}

_serial_of_epoch_in(months) := 719543 if {
	months >= 22802
	months < 25202
} else := _serial_of_epoch(_quotient(months - 2, 1200)) if {
	months >= 12
}

_serial_of_epoch(centuries) := (719528 + centuries) - _quotient(centuries, 4)

# Whole part of a quotient of integers, exact: what is divided is a multiple. x must not be negative.
_quotient(x, n) := (x - (x % n)) / n
