package lib.holds_test

import data.lib.holds
import data.lib.testing

_day(text) := testing.day(text)

_hold := {
	"id": "H-1",
	"status": "active",
	"triggered_on": testing.day("2026-03-01"),
	"issued_on": testing.day("2026-03-04"),
	"asset_ids": ["A-1"],
	"matter_ids": ["M-1"],
	"custodians": [{"staff_id": "S-1", "acknowledged_on": testing.day("2026-03-05")}],
}

# What a hold covers: by asset, by matter, by custodian.

_covered := {
	"by name": {"id": "A-1"},
	"by name, whatever its matter": {"id": "A-1", "matter_ids": ["M-9"]},
	"by matter": {"id": "A-2", "matter_ids": ["M-9", "M-1"]},
	"by custodian, a mailbox without a matter": {"id": "A-2", "custodian_ids": ["S-9", "S-1"]},
	"by custodian, an empty list of matters": {"id": "A-2", "custodian_ids": ["S-1"], "matter_ids": []},
	"by custodian and matter": {"id": "A-2", "custodian_ids": ["S-1"], "matter_ids": ["M-1"]},
}

_not_covered := {
	"another asset": {"id": "A-2"},
	"another matter": {"id": "A-2", "matter_ids": ["M-9"]},
	"the custodian's unrelated file": {"id": "A-2", "custodian_ids": ["S-1"], "matter_ids": ["M-9"]},
	"another custodian": {"id": "A-2", "custodian_ids": ["S-9"]},
}

test_what_a_hold_covers if {
	{name | some name, asset in _covered; not holds.covers(_hold, asset)} == set()
}

test_what_a_hold_does_not_cover if {
	{name | some name, asset in _not_covered; holds.covers(_hold, asset)} == set()
}

test_a_hold_without_scope_covers_nothing if {
	bare := testing.without(_hold, ["asset_ids", "matter_ids", "custodians"])
	{name | some name, asset in object.union(_covered, _not_covered); holds.covers(bare, asset)} == set()
}

# When a hold stands. Each row: the days on which the hold, changed so, is asked, and whether it stands.

_standing := [
	["day before the trigger", {}, [], "2026-02-28", true, false],
	["day of the trigger", {}, [], "2026-03-01", true, true],
	["between trigger and issue", {}, [], "2026-03-03", true, true],
	["day before the issue, where that decides", {}, [], "2026-03-03", false, false],
	["day of the issue, where that decides", {}, [], "2026-03-04", false, true],
	["day before the release", {"released_on": _day("2026-06-01")}, [], "2026-05-31", true, true],
	["day of the release is free", {"released_on": _day("2026-06-01")}, [], "2026-06-01", true, false],
	["day after the release", {"released_on": _day("2026-06-01")}, [], "2026-06-02", true, false],
	["a draft", {"status": "draft"}, ["issued_on"], "2026-03-01", true, true],
	["a draft never issued, where that decides", {"status": "draft"}, ["issued_on"], "2026-03-10", false, false],
	["active without a day of issue, where that decides", {}, ["issued_on"], "2026-03-01", false, true],
	["marked released, and no day given", {"status": "released"}, [], "2026-03-10", true, true],
	["no trigger: the day of issue", {}, ["triggered_on"], "2026-03-04", true, true],
	["no trigger: before the issue", {}, ["triggered_on"], "2026-03-03", true, false],
	["neither day, and active", {}, ["triggered_on", "issued_on"], "2020-01-01", true, true],
	["neither day, and a draft", {"status": "draft"}, ["triggered_on", "issued_on"], "2026-03-10", true, false],
	["neither day, and no status", {}, ["triggered_on", "issued_on", "status"], "2026-03-10", true, false],
	["neither day, active and released", {"released_on": _day("2026-06-01")}, ["triggered_on", "issued_on"], "2026-06-01", true, false],
	["released before it began", {"released_on": _day("2026-02-01")}, [], "2026-03-10", true, false],
]

_stands(hold, day) if holds.in_force(hold, day)

_stands(hold, day) := false if not holds.in_force(hold, day)

test_when_a_hold_stands if {
	every row in _standing {
		[_, changes, removed, on, strict, expected] := row
		hold := testing.changed(testing.without(_hold, removed), changes)
		stands := _stands(hold, _day(on)) with data.parameters as {"strict_hold": strict}
		stands == expected
	}
}

test_strict_unless_the_firm_says_otherwise if holds.in_force(_hold, _day("2026-03-01")) with data.parameters as {}

# Held: some hold covers the asset and stands.

_later := {"id": "H-2", "status": "active", "triggered_on": testing.day("2026-05-01"), "matter_ids": ["M-1"]}

_elsewhere := {"id": "H-3", "status": "active", "triggered_on": testing.day("2026-01-01"), "asset_ids": ["A-7"]}

_file := {"id": "A-1", "client_id": "K-1", "matter_ids": ["M-1"]}

_holding(on) := held_by if {
	held_by := holds.holding(_file, _day(on)) with data.inventory.legal_holds as testing.by_id([_hold, _later, _elsewhere])
		with data.parameters as {"strict_hold": true}
}

test_holding_names_every_hold_that_keeps_it if {
	_holding("2026-02-28") == set()
	_holding("2026-03-01") == {"H-1"}
	_holding("2026-05-01") == {"H-1", "H-2"}
}

test_held if {
	holds.held(_file, _day("2026-03-01")) with data.inventory.legal_holds as testing.by_id([_hold])
	not holds.held(_file, _day("2026-03-01")) with data.inventory.legal_holds as {}
	not holds.held(_file, _day("2026-03-01")) with data.inventory.legal_holds as testing.by_id([_elsewhere])
}

# What a request is about.

_concerned := [
	["by name", {"asset_ids": ["A-9", "A-1"]}, true],
	["by name, another client", {"asset_ids": ["A-1"], "client_id": "K-9"}, true],
	["another asset, though the same client and matter", {"asset_ids": ["A-9"], "client_id": "K-1", "matter_ids": ["M-1"]}, false],
	["no asset at all", {"asset_ids": [], "client_id": "K-1"}, false],
	["by client", {"client_id": "K-1"}, true],
	["by matter", {"matter_ids": ["M-9", "M-1"]}, true],
	["by matter, another client", {"client_id": "K-9", "matter_ids": ["M-1"]}, true],
	["another client", {"client_id": "K-9"}, false],
	["another matter", {"matter_ids": ["M-9"]}, false],
	["nothing said", {}, false],
]

_concerns(request, asset) if holds.concerns(request, asset)

_concerns(request, asset) := false if not holds.concerns(request, asset)

test_what_a_request_is_about if {
	every row in _concerned {
		_concerns(row[1], _file) == row[2]
	}
}

test_two_that_name_no_client_do_not_meet if not holds.concerns({"right": "access"}, {"id": "A-1"})

# Which requests block a deletion, asked on 22 November 2026.

_today := testing.day("2026-11-22")

_restriction := {"right": "restriction", "status": "answered", "received_on": _day("2026-10-01"), "responded_on": _day("2026-10-20")}

_access := {"right": "access", "status": "open", "received_on": _day("2026-11-10")}

_blocking := [
	["a restriction granted", _restriction, {}, [], true],
	["granted in part", _restriction, {"status": "partly-refused"}, [], true],
	["granted today", _restriction, {"responded_on": _today}, [], true],
	["granted tomorrow", _restriction, {"responded_on": _today + 1}, [], false],
	["refused", _restriction, {"status": "refused"}, [], false],
	["still open", _restriction, {"status": "open"}, [], false],
	["withdrawn", _restriction, {"status": "withdrawn"}, [], false],
	["no day of the answer", _restriction, {}, ["responded_on"], false],
	["lifted tomorrow", _restriction, {"restriction_lifted_on": _today + 1}, [], true],
	["lifted today", _restriction, {"restriction_lifted_on": _today}, [], false],
	["access, open", _access, {}, [], true],
	["portability, open", _access, {"right": "portability"}, [], true],
	["California's request to know, open", _access, {"right": "ccpa-know"}, [], true],
	["erasure, open", _access, {"right": "erasure"}, [], false],
	["received today", _access, {"received_on": _today}, [], true],
	["received tomorrow", _access, {"received_on": _today + 1}, [], false],
	["no day of receipt", _access, {}, ["received_on"], true],
	["access answered", _access, {"status": "answered", "responded_on": _today}, [], false],
	["access answered tomorrow", _access, {"status": "answered", "responded_on": _today + 1}, [], true],
	["access refused tomorrow", _access, {"status": "refused", "responded_on": _today + 1}, [], true],
	["access withdrawn", _access, {"status": "withdrawn", "responded_on": _today + 1}, [], false],
	["access answered, no day given", _access, {"status": "answered"}, [], false],
]

_blocks(request) if holds.blocks(request, _today)

_blocks(request) := false if not holds.blocks(request, _today)

test_which_requests_block if {
	every row in _blocking {
		[_, base, changes, removed, expected] := row
		_blocks(testing.changed(testing.without(base, removed), changes)) == expected
	}
}

test_a_request_now_answered_was_open_before if {
	answered := testing.changed(_access, {"status": "answered", "responded_on": _day("2026-11-20")})
	not holds.blocks(answered, _day("2026-11-09"))
	holds.blocks(answered, _day("2026-11-10"))
	holds.blocks(answered, _day("2026-11-19"))
	not holds.blocks(answered, _day("2026-11-20"))
}

# Suspended: by holds and requests alike.

_requests := testing.by_id([
	object.union(_restriction, {"id": "Q-1", "client_id": "K-1", "restriction_lifted_on": _day("2026-12-01")}),
	object.union(_access, {"id": "Q-2", "matter_ids": ["M-1"]}),
	object.union(_access, {"id": "Q-3", "client_id": "K-9"}),
	object.union(_access, {"id": "Q-4", "asset_ids": ["A-1"], "status": "answered"}),
])

test_what_suspends if {
	keepers := holds.suspending(_file, _today) with data.inventory.legal_holds as testing.by_id([_hold, _elsewhere])
		with data.requests as _requests
	keepers == {
		{"collection": "legal_holds", "id": "H-1"},
		{"collection": "rights_requests", "id": "Q-1"},
		{"collection": "rights_requests", "id": "Q-2"},
	}
}

test_suspended if {
	holds.suspended(_file, _today) with data.inventory.legal_holds as testing.by_id([_hold]) with data.requests as {}
	holds.suspended(_file, _today) with data.inventory.legal_holds as {} with data.requests as _requests
	not holds.suspended(_file, _today) with data.inventory.legal_holds as {} with data.requests as {}
}

test_when_what_suspends_ends_of_itself if {
	listed := testing.by_id([testing.changed(_hold, {"released_on": _today + 1}), testing.changed(_later, {"released_on": _today}), _elsewhere])
	days := {keeper.id: day |
		some keeper in [
			{"collection": "legal_holds", "id": "H-1"},
			{"collection": "legal_holds", "id": "H-2"},
			{"collection": "legal_holds", "id": "H-3"},
			{"collection": "rights_requests", "id": "Q-1"},
			{"collection": "rights_requests", "id": "Q-2"},
		]
		day := holds.frees_on(keeper, _today) with data.inventory.legal_holds as listed with data.requests as _requests
	}
	days == {"H-1": _today + 1, "Q-1": _day("2026-12-01")}
	lifted_today := {"Q-1": testing.changed(_requests["Q-1"], {"restriction_lifted_on": _today})}
	not holds.frees_on({"collection": "rights_requests", "id": "Q-1"}, _today) with data.requests as lifted_today
}

# Releases. Each row: holds of the file as [trigger, release], and the latest release after 1 June 2026 that counts.

_releases := [
	["one hold", [["2026-05-01", "2026-07-01"]], "2026-07-01"],
	["it began on the day", [["2026-06-01", "2026-07-01"]], "2026-07-01"],
	["it began the day after", [["2026-06-02", "2026-07-01"]], "none"],
	["it ended on the day", [["2026-05-01", "2026-06-01"]], "none"],
	["it ended the day after", [["2026-05-01", "2026-06-02"]], "2026-06-02"],
	["released today", [["2026-05-01", "2026-11-22"]], "2026-11-22"],
	["released tomorrow: not yet", [["2026-05-01", "2026-11-23"]], "none"],
	["never released", [["2026-05-01", "never"]], "none"],
	["the later of two", [["2026-05-01", "2026-07-01"], ["2026-05-02", "2026-08-01"]], "2026-08-01"],
	["a hold that carries on", [["2026-05-01", "2026-07-01"], ["2026-06-15", "2026-08-01"]], "2026-08-01"],
	["one that begins on the day of the release", [["2026-05-01", "2026-07-01"], ["2026-07-01", "2026-08-01"]], "2026-08-01"],
	["one that begins a day too late", [["2026-05-01", "2026-07-01"], ["2026-07-02", "2026-08-01"]], "2026-07-01"],
	["three in a row", [["2026-05-01", "2026-07-01"], ["2026-06-15", "2026-08-01"], ["2026-07-15", "2026-09-01"]], "2026-09-01"],
	["released before it began", [["2026-09-01", "2026-08-01"]], "none"],
]

_released(listed) := day if {
	day := holds.released_after(_file, _day("2026-06-01")) with data.inventory.legal_holds as listed
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"strict_hold": true}
} else := "none"

_listed(spans) := {id: hold |
	some index, span in spans
	id := format_int(index, 10)
	hold := object.union(
		{"id": id, "status": "active", "triggered_on": _day(span[0]), "asset_ids": ["A-1"]},
		{"released_on": day | day := _day(span[1])},
	)
}

_day_or_none(text) := _day(text) if text != "none"

_day_or_none("none") := "none"

test_the_release_that_counts if {
	every row in _releases {
		_released(_listed(row[1])) == _day_or_none(row[2])
	}
}

test_a_release_of_another_file_does_not_count if {
	_released(testing.by_id([testing.changed(_elsewhere, {"released_on": _day("2026-07-01")})])) == "none"
}
