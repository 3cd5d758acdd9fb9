package privity.access.grants_reviewed_test

import data.lib.testing
import data.privity.access.grants_reviewed as control

# Reviewed on 26 May 2026, so the next review is due by 22 November (180 days).
_grant := {
	"id": "G-1",
	"grade": 2,
	"holder_id": "S-1",
	"matter_id": "M-1",
	"level": "write",
	"granted_on": testing.day("2024-03-01"),
	"last_reviewed_on": testing.day("2026-05-26"),
}

_inventory := {
	"staff": {"S-1": {"id": "S-1"}},
	"systems": testing.by_id([
		{"id": "dms", "grade": 1, "access_reviewed_on": testing.day("2026-09-01")},
		{"id": "archive", "grade": 3, "access_reviewed_on": testing.day("2025-02-01")},
		{"id": "planned", "access_reviewed_on": testing.day("2026-12-24")},
		{"id": "unsaid"},
	]),
	"data_assets": testing.by_id([
		{"id": "workspace", "grade": 3, "system_ids": ["archive", "dms"]},
		{"id": "old-files", "system_ids": ["archive"]},
		{"id": "mailbox", "system_ids": ["archive", "unsaid"]},
		{"id": "backup", "system_ids": ["dms", "unsaid"]},
		{"id": "cellar", "site_id": "cellar-1"},
		{"id": "somewhere"},
	]),
}

_findings(changes, removed, as_of) := found if {
	record := testing.changed(testing.without(_grant, removed), changes)
	found := control.findings with input as {"access_grant": record}
		with data.inventory as _inventory
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"access_review_days": 180, "privileged_review_days": 90}
}

_verdicts(changes, removed, as_of) := testing.verdicts(_findings(changes, removed, as_of))

# verdicts of the right above on something else than a matter, long after its own last review.
_verdicts_on(target) := _verdicts(object.union(target, {"last_reviewed_on": testing.day("2025-01-01")}), ["matter_id"], "2026-11-22")

_examined(changes, removed, as_of) := examined if {
	record := testing.changed(testing.without(_grant, removed), changes)
	examined := control.examined with input as {"access_grant": record}
		with data.inventory as _inventory
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"access_review_days": 180, "privileged_review_days": 90}
}

_changes(entries) := {day | some entry in entries; day := entry.changes_on}

_overdue := {["G-1", "review-overdue", ""]}

test_on_the_last_day_the_review_is_in_time if _verdicts({}, [], "2026-11-22") == set()

test_the_day_after_it_is_overdue if {
	_findings({}, [], "2026-11-23") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "review-overdue",
		"args": {
			"holder": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "matters", "id": "M-1"},
			"last_on": {"day": testing.day("2026-05-26")},
			"due_on": {"day": testing.day("2026-11-22")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "last_reviewed_on"},
			{"collection": "access_grants", "id": "G-1", "path": "granted_on"},
			{"collection": "access_grants", "id": "G-1", "path": "level"},
		],
	}}
}

test_administrators_are_reviewed_more_often if {
	admin := {"level": "admin", "last_reviewed_on": testing.day("2026-08-24")}
	_verdicts(admin, [], "2026-11-22") == set()
	_verdicts(admin, [], "2026-11-23") == _overdue
	_verdicts(testing.changed(admin, {"level": "read"}), [], "2026-11-23") == set()
	_verdicts({"level": "read"}, [], "2026-11-23") == _overdue
}

test_without_a_review_the_days_run_from_the_grant if {
	fresh := {"granted_on": testing.day("2026-05-26")}
	_verdicts(fresh, ["last_reviewed_on"], "2026-11-22") == set()
	_verdicts(fresh, ["last_reviewed_on"], "2026-11-23") == _overdue
}

test_a_review_before_the_grant_does_not_shorten_the_time if {
	_verdicts({"granted_on": testing.day("2026-10-01")}, [], "2026-11-23") == set()
}

test_a_review_that_lies_ahead_is_none_yet if {
	planned := {"last_reviewed_on": testing.day("2026-11-23")}
	_verdicts(planned, [], "2026-11-22") == _overdue
	_changes(_findings(planned, [], "2026-11-22")) == {testing.day("2026-11-23")}
	_verdicts(planned, [], "2026-11-23") == set()
}

test_a_right_that_begins_later_is_not_due_yet if {
	_verdicts({"granted_on": testing.day("2026-12-01")}, ["last_reviewed_on"], "2026-11-22") == set()
}

test_the_review_of_a_system_covers_its_rights if {
	_verdicts_on({"system_id": "dms"}) == set()
	_verdicts_on({"system_id": "archive"}) == _overdue
}

test_the_review_of_a_system_covers_the_rights_on_its_stores if {
	_verdicts_on({"asset_id": "workspace"}) == set()
	_verdicts_on({"asset_id": "old-files"}) == _overdue
	_verdicts_on({"asset_id": "cellar"}) == _overdue
}

test_the_latest_review_is_shown if {
	found := _findings({"system_id": "archive", "last_reviewed_on": testing.day("2025-01-01")}, ["matter_id"], "2026-11-22")
	{[finding.args.last_on, finding.args.target, finding.relied_on[3]] | some finding in found} == {[
		{"day": testing.day("2025-02-01")},
		{"collection": "systems", "id": "archive"},
		{"collection": "systems", "id": "archive", "path": "access_reviewed_on"},
	]}
}

test_a_review_of_the_system_that_lies_ahead_is_none_yet if _verdicts_on({"system_id": "planned"}) == _overdue

test_a_file_of_a_client_is_reviewed_by_itself if _verdicts_on({"asset_id": "F-77"}) == _overdue

test_not_declared_whether_the_system_was_reviewed if {
	_verdicts_on({"system_id": "unsaid"}) == {["G-1", "not-declared", "systems.access_reviewed_on"]}
	_verdicts_on({"system_id": "unheard-of"}) == {["G-1", "not-declared", "systems.access_reviewed_on"]}
	_verdicts_on({"asset_id": "mailbox"}) == {["G-1", "not-declared", "systems.access_reviewed_on"]}
}

test_each_system_without_a_review_is_shown if {
	changes := {"asset_id": "mailbox", "last_reviewed_on": testing.day("2025-01-01")}
	[finding.relied_on | some finding in _findings(changes, ["matter_id"], "2026-11-22")] == [[{
		"collection": "systems",
		"id": "unsaid",
		"path": "access_reviewed_on",
	}]]
}

test_not_declared_on_which_systems_a_store_lies if {
	found := _findings({"asset_id": "somewhere", "last_reviewed_on": testing.day("2025-01-01")}, ["matter_id"], "2026-11-22")
	found == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "not-declared",
		"by": "data_assets.system_ids",
		"args": {
			"subject": {"collection": "data_assets", "id": "somewhere"},
			"fact": {"collection": "data_assets", "field": "system_ids"},
		},
		"relied_on": [{"collection": "data_assets", "id": "somewhere", "path": "system_ids"}],
	}}
}

test_a_review_that_is_enough_leaves_nothing_to_ask if {
	_verdicts({"system_id": "unsaid"}, [], "2026-11-22") == set()
	_verdicts({"asset_id": "somewhere"}, [], "2026-11-22") == set()
	_verdicts_on({"asset_id": "backup"}) == set()
}

test_temporary_access_ends_with_its_last_day if {
	ends := {"expires_on": testing.day("2026-11-21")}
	_verdicts(ends, [], "2026-11-20") == set()
	_verdicts(ends, [], "2026-11-21") == set()
	_findings(ends, [], "2026-11-22") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "expired-access",
		"args": {
			"holder": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "matters", "id": "M-1"},
			"expires_on": {"day": testing.day("2026-11-21")},
		},
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "expires_on"},
			{"collection": "access_grants", "id": "G-1", "path": "revoked_on"},
		],
	}}
}

test_expired_and_overdue_are_two_findings if {
	_verdicts({"expires_on": testing.day("2026-11-21")}, [], "2026-11-23") == _overdue | {["G-1", "expired-access", ""]}
}

test_a_right_that_has_ended_does_not_apply if {
	ended := {"expires_on": testing.day("2026-11-01"), "revoked_on": testing.day("2026-11-22")}
	_examined(ended, [], "2026-11-22") == set()
	_verdicts(ended, [], "2026-11-22") == set()
}

test_an_end_that_lies_ahead_is_none_yet if {
	ends := {"expires_on": testing.day("2026-11-01"), "revoked_on": testing.day("2026-11-23")}
	_verdicts(ends, [], "2026-11-22") == {["G-1", "expired-access", ""]}
	_changes(_findings(ends, [], "2026-11-22")) == {testing.day("2026-11-23")}
}

test_not_declared_when_it_was_given if {
	_verdicts({}, ["granted_on"], "2026-11-22") == {["G-1", "not-declared", "access_grants.granted_on"]}
	_verdicts({}, ["granted_on", "last_reviewed_on"], "2027-11-22") == {["G-1", "not-declared", "access_grants.granted_on"]}
}

test_not_declared_at_what_level if {
	_verdicts({}, ["level"], "2026-11-22") == {["G-1", "not-declared", "access_grants.level"]}
}

test_expiry_is_judged_whatever_else_is_missing if {
	_verdicts({"expires_on": testing.day("2026-11-01")}, ["granted_on"], "2026-11-22") == {
		["G-1", "not-declared", "access_grants.granted_on"],
		["G-1", "expired-access", ""],
	}
}

test_examined_changes_after_the_last_good_day if {
	_examined({}, [], "2026-10-01") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"grade": 2,
		"changes_on": testing.day("2026-11-23"),
	}}
	_changes(_examined({"expires_on": testing.day("2026-10-31")}, [], "2026-10-01")) == {testing.day("2026-11-01")}
	_changes(_examined({"revoked_on": testing.day("2026-11-23")}, [], "2026-10-01")) == set()
	_changes(_examined({"revoked_on": testing.day("2026-11-24")}, [], "2026-10-01")) == {testing.day("2026-11-23")}
	_changes(_examined({}, ["granted_on"], "2026-10-01")) == set()
}

test_examined_rests_on_store_and_systems if {
	_examined({"asset_id": "workspace"}, ["matter_id"], "2026-11-22") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"grade": 1,
		"changes_on": testing.day("2027-03-01"),
	}}
}
