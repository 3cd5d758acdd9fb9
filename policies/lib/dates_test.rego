# METADATA
# title: Tests of the calendar arithmetic
# description: Written to be read; test/policies/dates/table.json holds the many cases worked out independently.
# scope: package
package lib.dates_test

import data.lib.dates

day(text) := dates.parse(text)

easter_2026 := {day("2026-04-03"), day("2026-04-06")} # Good Friday, Easter Monday

test_civil_and_from_civil_are_inverse if {
	every number, date in {
		-719162: {"year": 1, "month": 1, "day": 1},
		-25567: {"year": 1900, "month": 1, "day": 1},
		-25509: {"year": 1900, "month": 2, "day": 28},
		-25508: {"year": 1900, "month": 3, "day": 1},
		-1: {"year": 1969, "month": 12, "day": 31},
		0: {"year": 1970, "month": 1, "day": 1},
		11016: {"year": 2000, "month": 2, "day": 29},
		19782: {"year": 2024, "month": 2, "day": 29},
		47540: {"year": 2100, "month": 2, "day": 28},
		47541: {"year": 2100, "month": 3, "day": 1},
	} {
		dates.civil(number) == date
		dates.from_civil(date.year, date.month, date.day) == number
	}
}

test_from_civil_clamps_nothing if {
	every date in [[2025, 2, 29], [2024, 4, 31], [2024, 1, 0], [2024, 1, 32], [2024, 0, 1], [2024, 13, 1], [2024, 1, 1.5]] {
		not dates.from_civil(date[0], date[1], date[2])
	}
}

test_civil_is_undefined_before_year_1 if {
	not dates.civil(-719163)
	not dates.from_civil(0, 12, 31)
}

test_parse if {
	dates.parse("1970-01-01") == 0
	dates.parse("1969-12-31") == -1
	dates.parse("2024-02-29") == 19782
}

test_parse_takes_only_existing_dates_in_full if {
	every text in ["2025-02-29", "2100-02-29", "2024-13-01", "2024-00-01", "2024-1-01", "2024/01/01", "2024/01-01", "2024-01/01", "1e03-01-01", "2024-01-01T00:00", ""] {
		not dates.parse(text)
	}
}

test_is_leap if {
	every year, leap in {1900: false, 2000: true, 2023: false, 2024: true, 2100: false} {
		dates.is_leap(year) == leap
	}
}

test_days_in_month if {
	[n | some month in numbers.range(1, 12); n := dates.days_in_month(2023, month)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
	dates.days_in_month(1900, 2) == 28
	dates.days_in_month(2000, 2) == 29
	not dates.days_in_month(2024, 0)
	not dates.days_in_month(2024, 13)
}

test_weekday if {
	dates.weekday(day("2026-04-06")) == 1
	dates.weekday(day("2026-04-05")) == 7
	dates.weekday(0) == 4
	dates.weekday(-3) == 1
	dates.weekday(-4) == 7
}

test_last_of_month if {
	dates.last_of_month(day("2024-02-01")) == day("2024-02-29")
	dates.last_of_month(day("2024-02-29")) == day("2024-02-29")
	dates.last_of_month(day("2100-02-10")) == day("2100-02-28")
	dates.last_of_month(day("1969-12-31")) == day("1969-12-31")
}

test_add_days if {
	dates.add_days(day("2024-02-28"), 1) == day("2024-02-29")
	dates.add_days(day("2024-03-01"), -2) == day("2024-02-28")
}

test_add_months_keeps_the_day_or_takes_the_last if {
	every row in [
		["2025-01-15", 1, "2025-02-15"],
		["2025-01-31", 1, "2025-02-28"],
		["2024-01-31", 1, "2024-02-29"],
		["2024-01-31", 0, "2024-01-31"],
		["2024-02-29", 12, "2025-02-28"],
		["2024-02-29", 48, "2028-02-29"],
		["2025-02-28", 1, "2025-03-28"],
		["2024-12-31", 2, "2025-02-28"],
		["2024-03-31", -1, "2024-02-29"],
		["2024-01-31", -2, "2023-11-30"],
		["2096-02-29", 48, "2100-02-28"],
		["1970-01-31", -11, "1969-02-28"],
	] {
		dates.add_months(day(row[0]), row[1]) == day(row[2])
	}
}

test_add_years if {
	dates.add_years(day("2024-02-29"), 1) == day("2025-02-28")
	dates.add_years(day("2024-02-29"), 4) == day("2028-02-29")
	dates.add_years(day("2025-06-30"), -6) == day("2019-06-30")
}

test_add_period_clamps_once_and_then_adds_days if {
	every row in [
		["2024-02-29", {"years": 1, "months": 1}, "2025-03-29"], # not 28 March, which clamping twice would give
		["2024-02-29", {"years": 1, "days": 1}, "2025-03-01"],
		["2025-01-31", {"months": 1, "days": 1}, "2025-03-01"],
		["2025-01-31", {"days": 30}, "2025-03-02"],
		["2025-01-31", {"years": 6}, "2031-01-31"],
		["2025-01-31", {}, "2025-01-31"],
	] {
		dates.add_period(day(row[0]), row[1]) == day(row[2])
	}
}

test_add_period_is_undefined_for_what_is_no_number if {
	not dates.add_period(0, {"years": "1"})
	not dates.add_period(0, {"months": null})
}

test_normalised if {
	dates.normalised({"years": 5, "months": 6}) == {"months": 66, "days": 0}
	dates.normalised({"days": 10}) == {"months": 0, "days": 10}
	dates.normalised({}) == {"months": 0, "days": 0}
}

test_period_comparison if {
	every row in [
		[{"years": 1}, {"months": 12}, true],
		[{"months": 12}, {"years": 1}, true],
		[{"years": 5}, {"years": 6}, false],
		[{"days": 366}, {"years": 1}, true],
		[{"days": 365}, {"years": 1}, true], # 28 February and 31 January 2026
		[{"days": 364}, {"years": 1}, false],
		[{"years": 1}, {"days": 366}, false], # a day short from both days
		[{"days": 28}, {"months": 1}, false], # long enough from 31 January, a day short from 29 February
		[{"days": 29}, {"months": 1}, true],
		[{"months": 1}, {"days": 29}, false], # long enough from 29 February, a day short from 31 January
	] {
		dates.period_not_shorter(row[0], row[1]) == row[2]
		dates.period_shorter(row[0], row[1]) != row[2]
	}
}

test_period_comparison_of_what_cannot_be_read_says_nothing if {
	not dates.period_not_shorter({"years": "6"}, {"years": 5})
	not dates.period_shorter({"years": "6"}, {"years": 5})
}

test_longest if {
	dates.longest({{"years": 5}, {"months": 61}, {"days": 1000}}) == {"months": 61}
	dates.longest([{"days": 366}, {"years": 1}]) == {"days": 366}
	dates.longest([{"years": 6}]) == {"years": 6}
}

test_longest_of_equally_long_ones_depends_on_no_order if {
	dates.longest([{"years": 1}, {"months": 12}]) == dates.longest([{"months": 12}, {"years": 1}])
}

test_longest_is_undefined_for_none_and_for_what_cannot_be_read if {
	not dates.longest([])
	not dates.longest([{"years": 1}, {"years": "9"}])
}

test_birthday if {
	dates.birthday(day("2007-03-01"), 18) == day("2025-03-01")
	dates.birthday(day("2004-02-29"), 18) == day("2022-02-28")
	dates.birthday(day("2004-02-29"), 20) == day("2024-02-29")
}

test_first_run_on_or_after if {
	every row in [
		["2025-06-30", {"month": 6, "day": 30}, "2025-06-30"],
		["2025-07-01", {"month": 6, "day": 30}, "2026-06-30"],
		["2025-06-29", {"month": 6}, "2025-06-30"],
		["2025-12-31", {"month": 12}, "2025-12-31"],
		["2025-12-31", {"month": 1}, "2026-01-31"],
		["2024-02-29", {"month": 2}, "2024-02-29"],
		["2024-03-01", {"month": 2, "day": 29}, "2025-02-28"],
		["2027-03-01", {"month": 2, "day": 29}, "2028-02-29"],
		["2025-04-30", {"month": 4, "day": 31}, "2025-04-30"],
	] {
		dates.first_run_on_or_after(day(row[0]), row[1]) == day(row[2])
	}
	not dates.first_run_on_or_after(0, {"month": 13})
	not dates.first_run_on_or_after(0, {"month": 1, "day": 0})
	not dates.first_run_on_or_after(0, {"day": 1})
}

test_add_business_days if {
	every row in [
		["2026-04-01", 1, "2026-04-02"], # Wednesday
		["2026-04-02", 1, "2026-04-07"], # over Good Friday to Easter Monday
		["2026-04-04", 1, "2026-04-07"], # from a Saturday
		["2026-04-01", 10, "2026-04-17"],
		["2026-04-01", 30, "2026-05-15"],
		["2026-04-10", 1, "2026-04-13"], # Friday to Monday
	] {
		dates.add_business_days(day(row[0]), row[1], easter_2026) == day(row[2])
	}
	dates.add_business_days(-7, 2, set()) == -3 # Thursday 25 to Monday 29 December 1969
	not dates.add_business_days(0, 0, set())
}

test_add_business_days_over_a_long_closure if {
	closed := {n | some n in numbers.range(day("2026-06-01"), day("2026-08-09"))}
	dates.add_business_days(day("2026-05-29"), 1, closed) == day("2026-08-10")
	dates.next_business_day(day("2026-06-01"), closed) == day("2026-08-10")
}

test_holidays_may_be_a_set_an_array_or_the_keys_of_an_object if {
	every holidays in [easter_2026, [n | some n in easter_2026], {"20546": "Good Friday", "20549": "Easter Monday"}] {
		dates.next_business_day(day("2026-04-03"), holidays) == day("2026-04-07")
	}
	not dates.next_business_day(0, null)
	not dates.add_business_days(0, 1, "england-and-wales")
}

test_next_business_day if {
	dates.next_business_day(day("2026-04-02"), easter_2026) == day("2026-04-02")
	dates.next_business_day(day("2026-04-03"), easter_2026) == day("2026-04-07")
	dates.next_business_day(day("2026-04-11"), easter_2026) == day("2026-04-13")
	dates.next_business_day(day("2026-04-12"), easter_2026) == day("2026-04-13")
	dates.next_business_day(-4, set()) == -3
	dates.next_business_day(-5, set()) == -3
	dates.next_business_day(-6, set()) == -6
}

test_month_due if {
	dates.month_due(day("2026-02-27"), 1, easter_2026) == day("2026-03-27")
	dates.month_due(day("2026-03-03"), 1, easter_2026) == day("2026-04-07") # rolled over Easter
	dates.month_due(day("2026-01-31"), 1, easter_2026) == day("2026-03-02") # 28 February is a Saturday
	dates.month_due(day("2026-01-31"), 3, easter_2026) == day("2026-04-30")
}

test_day_of if {
	dates.day_of(0) == 0
	dates.day_of({"day": 20270}) == 20270
	dates.day_of({"day": -1, "ms": -3600000}) == -1
	not dates.day_of("2025-07-01")
	not dates.day_of({"day": "20270"})
}

test_two_instants_are_compared_by_the_millisecond if {
	earlier := {"day": 20270, "ms": 1751324400000}
	later := {"day": 20270, "ms": 1751324400001}
	dates.before(earlier, later)
	dates.before(later, earlier) == false
	dates.before(earlier, earlier) == false
	dates.after(later, earlier)
	dates.after(earlier, earlier) == false
	dates.same_or_before(earlier, earlier)
	dates.same_or_before(later, earlier) == false
}

test_a_date_and_an_instant_are_compared_by_day if {
	instant := {"day": 20270, "ms": 1751324400000}
	every same in [20270, {"day": 20270}] {
		dates.before(instant, same) == false
		dates.after(instant, same) == false
		dates.same_or_before(instant, same)
		dates.same_or_before(same, instant)
	}
	dates.before(instant, 20271)
	dates.after(instant, {"day": 20269})
	dates.same_or_before(instant, 20269) == false
}

test_comparison_of_what_is_no_date_says_nothing if {
	not dates.before("2025-07-01", 20270)
	not dates.after("2025-07-01", 20270)
	not dates.same_or_before(null, 20270)
}

test_add_hours if {
	dates.add_hours({"day": 0, "ms": 0}, 72) == 259200000
	dates.add_hours({"day": 0, "ms": 3600000}, -1) == 0
	not dates.add_hours({"day": 0}, 72)
}

_lengths := array.concat([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], array.concat(_common, array.concat(_common, _common)))

_common := [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

test_each_month_of_four_years if {
	every at in numbers.range(0, 47) {
		year := 2024 + floor(at / 12)
		month := (at % 12) + 1
		first := 19723 + sum(array.slice(_lengths, 0, at)) # 19723 is 1 January 2024
		dates.days_in_month(year, month) == _lengths[at]
		dates.from_civil(year, month, 1) == first
		dates.civil(first) == {"year": year, "month": month, "day": 1}
		dates.civil((first + _lengths[at]) - 1) == {"year": year, "month": month, "day": _lengths[at]}
	}
}

test_the_turns_of_centuries if {
	every number, date in {
		-171606: {"year": 1500, "month": 2, "day": 28},
		-171605: {"year": 1500, "month": 3, "day": 1},
		-135081: {"year": 1600, "month": 2, "day": 29},
		-135080: {"year": 1600, "month": 3, "day": 1},
		-98556: {"year": 1700, "month": 3, "day": 1},
		-62032: {"year": 1800, "month": 3, "day": 1},
		84064: {"year": 2200, "month": 2, "day": 28},
		84065: {"year": 2200, "month": 3, "day": 1},
		120588: {"year": 2300, "month": 2, "day": 28},
		120589: {"year": 2300, "month": 3, "day": 1},
		157113: {"year": 2400, "month": 2, "day": 29},
		157114: {"year": 2400, "month": 3, "day": 1},
	} {
		dates.civil(number) == date
		dates.from_civil(date.year, date.month, date.day) == number
	}
}
