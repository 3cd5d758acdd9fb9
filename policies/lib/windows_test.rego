package lib.windows_test

import data.lib.testing
import data.lib.windows

_in_last(day, as_of) if windows.in_last(testing.day(day), 6) with data.as_of as testing.end_of(as_of)

_within_last(day, as_of) if windows.within_last(testing.day(day), 12) with data.as_of as testing.end_of(as_of)

test_in_the_last_months_with_the_first_day if {
	not _in_last("2026-05-21", "2026-11-22")
	_in_last("2026-05-22", "2026-11-22")
	_in_last("2026-11-22", "2026-11-22")
	not _in_last("2026-11-23", "2026-11-22")
}

test_within_the_last_months_without_the_first_day if {
	not _within_last("2025-11-22", "2026-11-22")
	_within_last("2025-11-23", "2026-11-22")
	_within_last("2026-11-22", "2026-11-22")
	not _within_last("2026-11-23", "2026-11-22")
}

# The day before it is still in the window, on the day it is not.
test_when_it_leaves if {
	every pair in [["2026-05-22", "2026-11-23"], ["2025-08-31", "2026-03-01"], ["2025-02-28", "2025-09-01"]] {
		windows.leaves_last(testing.day(pair[0]), 6) == testing.day(pair[1])
		before := {"day": testing.day(pair[1]) - 1}
		windows.in_last(testing.day(pair[0]), 6) with data.as_of as before
		not _in_last(pair[0], pair[1])
	}
}

test_when_it_leaves_without_the_first_day if {
	every pair in [["2025-11-22", "2026-11-22"], ["2024-02-29", "2025-03-01"], ["2023-02-28", "2024-02-28"]] {
		windows.leaves_within_last(testing.day(pair[0]), 12) == testing.day(pair[1])
		before := {"day": testing.day(pair[1]) - 1}
		windows.within_last(testing.day(pair[0]), 12) with data.as_of as before
		not _within_last(pair[0], pair[1])
	}
}
