package privity.access.leavers_and_movers_test

import data.lib.testing
import data.privity.access.leavers_and_movers as control

# Left on 30 June 2026: access had to end by 1 July (one day).
_leaver := {"id": "S-1", "grade": 3, "status": "left", "end_date": testing.day("2026-06-30")}

# Changed role on 1 October 2026: earlier access had to be reviewed by 15 October (14 days).
_mover := {"id": "S-1", "grade": 3, "status": "active", "role_changed_on": testing.day("2026-10-01")}

_grant := {
	"id": "G-1",
	"grade": 2,
	"holder_id": "S-1",
	"system_id": "dms",
	"granted_on": testing.day("2024-03-01"),
}

_unit(person, grant) := {"staff_member": person, "access_grants": {"G-1": grant}}

_findings(person, grant, as_of) := found if {
	found := control.findings with input as _unit(person, grant)
		with data.inventory as {}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"leaver_revocation_days": 1, "mover_review_days": 14}
}

_verdicts(person, grant, as_of) := testing.verdicts(_findings(person, grant, as_of))

# The right above with an end, or with a review.
_ended(day) := object.union(_grant, {"revoked_on": testing.day(day)})

_reviewed(day) := object.union(_grant, {"last_reviewed_on": testing.day(day)})

_given(day) := testing.changed(_grant, {"granted_on": testing.day(day)})

_undated(grant) := testing.without(grant, ["granted_on"])

_examined(person, grant, as_of) := examined if {
	examined := control.examined with input as _unit(person, grant)
		with data.inventory as {}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"leaver_revocation_days": 1, "mover_review_days": 14}
}

_changes(entries) := {day | some entry in entries; day := entry.changes_on}

test_someone_who_stays_does_not_apply if {
	stays := {"id": "S-1", "status": "active"}
	_examined(stays, _grant, "2026-11-22") == set()
	_verdicts(stays, _grant, "2026-11-22") == set()
}

test_leaving_applies_from_the_last_day_on if {
	_examined(_leaver, _grant, "2026-06-29") == set()
	testing.ids(_examined(_leaver, _grant, "2026-06-30")) == {"G-1"}
}

test_moving_applies_from_the_day_of_the_change_on if {
	_examined(_mover, _grant, "2026-09-30") == set()
	testing.ids(_examined(_mover, _grant, "2026-10-01")) == {"G-1"}
}

test_examined_rests_on_the_weaker_record_and_changes_after_the_last_day if {
	_examined(_leaver, _grant, "2026-06-30") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"grade": 2,
		"changes_on": testing.day("2026-07-02"),
	}}
}

test_what_will_have_ended_or_been_reviewed_changes_no_more if {
	_changes(_examined(_leaver, _ended("2026-07-01"), "2026-06-30")) == set()
	_changes(_examined(_leaver, _ended("2026-07-02"), "2026-06-30")) == {testing.day("2026-07-02")}
	_changes(_examined(_mover, _grant, "2026-10-01")) == {testing.day("2026-10-16")}
	_changes(_examined(_mover, _ended("2026-10-16"), "2026-10-01")) == set()
	_changes(_examined(_mover, _ended("2026-10-17"), "2026-10-01")) == {testing.day("2026-10-16")}
	_changes(_examined(_mover, _reviewed("2026-10-01"), "2026-10-01")) == set()
	_changes(_examined(_mover, _given("2026-09-30"), "2026-10-01")) == {testing.day("2026-10-16")}
	_changes(_examined(_mover, _given("2026-10-01"), "2026-10-01")) == set()
}

test_a_mover_who_will_leave_has_two_days_to_watch if {
	both := object.union(_mover, {"end_date": testing.day("2026-10-05")})
	_changes(_examined(both, _grant, "2026-10-01")) == {testing.day("2026-10-07")}
	_changes(_examined(both, _grant, "2026-10-08")) == {testing.day("2026-10-16")}
}

test_leaver_within_the_time if _verdicts(_leaver, _grant, "2026-07-01") == set()

test_leaver_keeps_access_the_day_after if {
	_findings(_leaver, _grant, "2026-07-02") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "leaver-keeps-access",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "systems", "id": "dms"},
			"end_date": {"day": testing.day("2026-06-30")},
			"due_on": {"day": testing.day("2026-07-01")},
		},
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "revoked_on"},
			{"collection": "staff", "id": "S-1", "path": "end_date"},
		],
	}}
}

test_an_end_that_lies_ahead_is_none_yet if {
	_verdicts(_leaver, _ended("2026-11-23"), "2026-11-22") == {["G-1", "leaver-keeps-access", ""]}
	_changes(_findings(_leaver, _ended("2026-11-23"), "2026-11-22")) == {testing.day("2026-11-23")}
}

test_ended_on_the_last_day_is_in_time if {
	_verdicts(_leaver, _ended("2026-07-01"), "2026-11-22") == set()
	_verdicts(_leaver, _ended("2026-05-01"), "2026-11-22") == set()
}

test_ended_the_day_after_is_remedied_late if {
	_findings(_leaver, _ended("2026-07-02"), "2026-11-22") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "remedied-late",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "systems", "id": "dms"},
			"due_on": {"day": testing.day("2026-07-01")},
			"met_on": {"day": testing.day("2026-07-02")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "revoked_on"},
			{"collection": "staff", "id": "S-1", "path": "end_date"},
		],
	}}
}

test_ended_today_has_ended if {
	_verdicts(_leaver, _ended("2026-11-22"), "2026-11-22") == {["G-1", "remedied-late", ""]}
}

test_mover_within_the_time if _verdicts(_mover, _grant, "2026-10-15") == set()

test_mover_not_reviewed_the_day_after if {
	_findings(_mover, _grant, "2026-10-16") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "mover-not-reviewed",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "systems", "id": "dms"},
			"changed_on": {"day": testing.day("2026-10-01")},
			"due_on": {"day": testing.day("2026-10-15")},
		},
		"relied_on": [
			{"collection": "access_grants", "id": "G-1", "path": "last_reviewed_on"},
			{"collection": "access_grants", "id": "G-1", "path": "granted_on"},
			{"collection": "access_grants", "id": "G-1", "path": "revoked_on"},
			{"collection": "staff", "id": "S-1", "path": "role_changed_on"},
		],
	}}
}

test_a_review_on_the_day_of_the_change_or_later_counts if {
	_verdicts(_mover, _reviewed("2026-09-30"), "2026-11-22") == {["G-1", "mover-not-reviewed", ""]}
	_verdicts(_mover, _reviewed("2026-10-01"), "2026-11-22") == set()
	_verdicts(_mover, _reviewed("2026-11-22"), "2026-11-22") == set()
}

test_a_review_that_lies_ahead_is_none_yet if {
	_verdicts(_mover, _reviewed("2026-11-23"), "2026-11-22") == {["G-1", "mover-not-reviewed", ""]}
	_changes(_findings(_mover, _reviewed("2026-11-23"), "2026-11-22")) == {testing.day("2026-11-23")}
}

test_only_access_from_before_the_change_waits_for_a_review if {
	_verdicts(_mover, _given("2026-09-30"), "2026-11-22") == {["G-1", "mover-not-reviewed", ""]}
	_verdicts(_mover, _given("2026-10-01"), "2026-11-22") == set()
}

test_only_access_that_stands_waits_for_a_review if {
	_verdicts(_mover, _ended("2026-11-22"), "2026-11-22") == set()
	_verdicts(_mover, _ended("2026-11-23"), "2026-11-22") == {["G-1", "mover-not-reviewed", ""]}
}

test_who_moved_and_then_left_is_judged_as_both if {
	both := object.union(_mover, {"end_date": testing.day("2026-10-31")})
	_verdicts(both, _grant, "2026-11-22") == {["G-1", "leaver-keeps-access", ""], ["G-1", "mover-not-reviewed", ""]}
}

test_not_declared_since_when_a_mover_has_access if {
	undated := testing.without(_grant, ["granted_on"])
	_verdicts(_mover, undated, "2026-11-22") == {["G-1", "not-declared", "access_grants.granted_on"]}
	_verdicts(_leaver, undated, "2026-07-01") == set()
}

test_not_asked_since_when_where_a_review_or_an_end_is_enough if {
	_verdicts(_mover, _undated(_reviewed("2026-10-02")), "2026-11-22") == set()
	_verdicts(_mover, _undated(_ended("2026-10-02")), "2026-11-22") == set()
}

test_not_declared_when_someone_left if {
	undated := testing.without(_leaver, ["end_date"])
	testing.ids(_examined(undated, _grant, "2026-11-22")) == {"G-1"}
	_findings(undated, _grant, "2026-11-22") == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "not-declared",
		"by": "staff.end_date",
		"args": {
			"subject": {"collection": "staff", "id": "S-1"},
			"fact": {"collection": "staff", "field": "end_date"},
		},
		"relied_on": [{"collection": "staff", "id": "S-1", "path": "end_date"}],
	}}
}

test_not_declared_whether_someone_left if {
	_verdicts({"id": "S-1"}, _grant, "2026-11-22") == {["G-1", "not-declared", "staff.status"]}
	_verdicts(testing.without(_mover, ["status"]), _grant, "2026-10-15") == {["G-1", "not-declared", "staff.status"]}
}

test_an_end_date_tells_without_a_status if {
	_verdicts(testing.without(_leaver, ["status"]), _ended("2026-07-01"), "2026-11-22") == set()
	_examined({"id": "S-1", "end_date": testing.day("2026-12-31")}, _grant, "2026-11-22") == set()
}

test_each_right_is_judged_by_itself if {
	unit := {"staff_member": _leaver, "access_grants": {
		"G-1": _grant,
		"G-2": testing.changed(_ended("2026-07-01"), {"id": "G-2"}),
		"G-3": testing.changed(_ended("2026-07-03"), {"id": "G-3"}),
	}}
	found := control.findings with input as unit
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"leaver_revocation_days": 1, "mover_review_days": 14}
	testing.verdicts(found) == {["G-1", "leaver-keeps-access", ""], ["G-3", "remedied-late", ""]}
}

test_without_rights_there_is_nothing_to_judge if {
	found := control.findings with input as {"staff_member": _leaver}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"leaver_revocation_days": 1, "mover_review_days": 14}
	found == set()
}
