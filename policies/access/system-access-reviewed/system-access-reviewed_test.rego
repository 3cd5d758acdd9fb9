package privity.access.system_access_reviewed_test

import data.lib.testing
import data.privity.access.system_access_reviewed as control

_system := {
	"id": "dms",
	"grade": 1,
	"holds_client_data": true,
	"medium": "electronic",
	"holds_privileged": false,
	"access_reviewed_on": testing.day("2026-10-01"),
}

_parameters := {"access_review_days": 180, "privileged_review_days": 90}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {}
		with data.inventory as {"systems": testing.by_id([record])}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as _parameters
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {}
		with data.inventory as {"systems": testing.by_id([record])}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as _parameters
}

# verdicts: what the control finds in the system above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_not_declared(paths) := {["dms", "not-declared", concat("", ["systems.", path])] | some path in paths}

_entry := {"subject": {"collection": "systems", "id": "dms"}, "grade": 1}

test_reviewed_in_time if _verdicts({}, []) == set()

test_examined_changes_on_the_day_after_the_last if {
	_examined({}, []) == {object.union(_entry, {"changes_on": testing.day("2027-03-31")})}
	_examined({"holds_privileged": true}, []) == {object.union(_entry, {"changes_on": testing.day("2026-12-31")})}
}

test_examined_though_the_day_is_past_or_not_known if {
	_examined({"access_reviewed_on": testing.day("2025-01-01")}, []) == {_entry}
	every path in ["holds_client_data", "medium", "holds_privileged", "access_reviewed_on"] {
		_examined({}, [path]) == {_entry}
	}
}

test_does_not_apply_without_client_data if {
	_examined({"holds_client_data": false}, ["medium", "access_reviewed_on"]) == set()
	_verdicts({"holds_client_data": false}, ["medium", "access_reviewed_on"]) == set()
}

test_does_not_apply_to_paper if {
	_examined({"medium": "paper"}, ["holds_client_data", "access_reviewed_on"]) == set()
	_verdicts({"medium": "paper"}, ["holds_client_data", "access_reviewed_on"]) == set()
}

test_undecided_whether_it_applies if {
	overdue := {"access_reviewed_on": testing.day("2025-01-01")}
	_verdicts(overdue, ["medium"]) == _not_declared(["medium"])
	_verdicts(overdue, ["holds_client_data"]) == _not_declared(["holds_client_data"])
	_verdicts({}, ["medium", "holds_client_data", "access_reviewed_on"]) == _not_declared(["medium", "holds_client_data"])
}

# 180 days before 22 November 2026 is 26 May, 90 days before it 24 August.
test_the_last_day_passes if {
	_verdicts({"access_reviewed_on": testing.day("2026-05-27")}, []) == set()
	_verdicts({"access_reviewed_on": testing.day("2026-05-26")}, []) == set()
	_verdicts({"access_reviewed_on": testing.day("2026-05-25")}, []) == {["dms", "review-overdue", ""]}
}

test_privileged_material_is_reviewed_more_often if {
	privileged := {"holds_privileged": true}
	_verdicts(object.union(privileged, {"access_reviewed_on": testing.day("2026-08-25")}), []) == set()
	_verdicts(object.union(privileged, {"access_reviewed_on": testing.day("2026-08-24")}), []) == set()
	_verdicts(object.union(privileged, {"access_reviewed_on": testing.day("2026-08-23")}), []) == {["dms", "review-overdue", ""]}
}

test_overdue_says_since_when if {
	_found({"access_reviewed_on": testing.day("2026-05-20")}, []) == {{
		"subject": {"collection": "systems", "id": "dms"},
		"reason": "review-overdue",
		"args": {
			"system": {"collection": "systems", "id": "dms"},
			"last_on": {"day": testing.day("2026-05-20")},
			"due_on": {"day": testing.day("2026-11-16")},
			"days_late": 6,
		},
		"relied_on": [
			{"collection": "systems", "id": "dms", "path": "access_reviewed_on"},
			{"collection": "systems", "id": "dms", "path": "holds_privileged"},
		],
	}}
}

test_not_declared if {
	_verdicts({}, ["access_reviewed_on"]) == _not_declared(["access_reviewed_on"])
	_verdicts({}, ["holds_privileged"]) == _not_declared(["holds_privileged"])
	_verdicts({}, ["access_reviewed_on", "holds_privileged"]) == _not_declared(["access_reviewed_on", "holds_privileged"])
}

test_a_review_today_counts if {
	today := {"access_reviewed_on": testing.day("2026-11-22")}
	_verdicts(today, []) == set()
	_examined(today, []) == {object.union(_entry, {"changes_on": testing.day("2027-05-22")})}
}

test_a_review_still_to_come_is_none_yet if {
	found := _found({"access_reviewed_on": testing.day("2026-11-23")}, [])
	{[finding.reason, finding.by, finding.args.dated] | some finding in found} == {[
		"dated-ahead",
		"systems.access_reviewed_on",
		{"day": testing.day("2026-11-23")},
	]}
	{finding.changes_on | some finding in found} == {testing.day("2026-11-23")}
	_examined({"access_reviewed_on": testing.day("2026-11-23")}, []) == {_entry}
}

test_systems_are_judged_each_by_itself if {
	systems := testing.by_id([
		_system,
		testing.changed(_system, {"id": "mail", "access_reviewed_on": testing.day("2025-01-01")}),
		testing.changed(_system, {"id": "archive", "medium": "paper", "access_reviewed_on": testing.day("2025-01-01")}),
	])
	found := control.findings with input as {}
		with data.inventory as {"systems": systems}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as _parameters
	testing.verdicts(found) == {["mail", "review-overdue", ""]}
	examined := control.examined with input as {}
		with data.inventory as {"systems": systems}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as _parameters
	testing.ids(examined) == {"dms", "mail"}
}
