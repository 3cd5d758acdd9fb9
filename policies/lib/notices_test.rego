package lib.notices_test

import data.lib.notices
import data.lib.testing

_forty := "Forty characters are enough for a notice"

_notice := {
	"sections": {
		"retention": _forty,
		"rights": concat("", [" ", substring(_forty, 0, 39), "\n"]),
		"recipients": concat(" ", [_forty, "[[TODO: vendor.title]]"]),
	},
	"sections_confirmed": [
		{"key": "complaints", "by": "S-1", "on": testing.day("2026-11-22")},
		{"key": "transfers", "by": "S-1", "on": testing.day("2026-11-23")},
		{"key": "purposes", "on": testing.day("2026-11-01")},
		{"key": "contact", "by": "S-1"},
		{"key": "later", "on": testing.day("2026-11-23")},
	],
}

test_forty_characters if {
	count(_forty) == 40
	notices.covered(_notice) == {"retention"}
}

test_confirmed_by_someone_on_a_day_that_has_come if {
	notices.confirmed(_notice) == {"complaints"} with data.as_of as testing.end_of("2026-11-22")
	notices.tells(_notice) == {"complaints", "retention"} with data.as_of as testing.end_of("2026-11-22")
	notices.tells(_notice) == {"complaints", "retention", "transfers"} with data.as_of as testing.end_of("2026-11-23")
}

test_half_confirmed if {
	half := {
		{"key": "purposes", "path": "sections_confirmed.by"},
		{"key": "contact", "path": "sections_confirmed.on"},
	}
	notices.half_confirmed(_notice) == half with data.as_of as testing.end_of("2026-11-22")
}

test_undeclared if {
	notices.undeclared({})
	not notices.undeclared({"sections": {}})
	not notices.undeclared({"sections_confirmed": []})
}

test_turns if {
	{day | some day in notices.turns(_notice)} == {testing.day(text) | some text in ["2026-11-01", "2026-11-22", "2026-11-23"]}
}

test_items if {
	judged := notices.judged_items(_notice, {"retention", "complaints", "rights", "transfers", "purposes"}) with data.as_of as testing.end_of("2026-11-22")
	judged == {"missing": {"rights", "transfers"}, "asked": {"sections_confirmed.by"}}
}

test_what_the_text_tells_needs_no_confirmation if {
	both := {"sections": {"retention": _forty}, "sections_confirmed": [{"key": "retention"}]}
	notices.judged_items(both, {"retention"}) == {"missing": set(), "asked": set()} with data.as_of as testing.end_of("2026-11-22")
}
