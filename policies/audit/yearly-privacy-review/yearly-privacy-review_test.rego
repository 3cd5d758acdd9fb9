package privity.audit.yearly_privacy_review_test

import data.lib.testing
import data.privity.audit.yearly_privacy_review as control

_found(inventory) := found if {
	found := control.findings with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"audit_interval_months": 12}
}

_examined(inventory) := examined if {
	examined := control.examined with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"audit_interval_months": 12}
}

_verdicts(inventory) := testing.verdicts(_found(inventory))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_areas := ["consent-records", "access-controls", "data-handling", "security-measures", "policies", "staff-adherence"]

_audit := {
	"id": "A-1",
	"grade": 2,
	"status": "complete",
	"performed_on": testing.day("2026-10-01"),
	"scope": _areas,
	"independent": true,
	"reported_to_management_on": testing.day("2026-11-22"),
}

_of(changes, removed) := {"audits": {"A-1": testing.changed(testing.without(_audit, removed), changes)}}

_judged(changes, removed) := _verdicts(_of(changes, removed))

_uncovered := {["firm", "area-not-covered", area] | some area in _areas}

_not_declared(path) := {["firm", "not-declared", concat("", ["audits.", path])]}

_detailed(entry) := array.concat([{"area": area, "sample_size": 1} | some area in _areas; area != "policies"], [entry])

test_a_full_review if {
	_judged({}, []) == set()
	_examined(_of({}, [])) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 0, "changes_on": testing.day("2027-10-01")}}
	_examined(_of({"areas": _detailed({"area": "policies", "sample_size": 1})}, [])) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2, "changes_on": testing.day("2027-10-01")}}
}

test_always_applies if testing.ids(_examined({})) == {"firm"}

test_never_audited if {
	_found({}) == {{"subject": {"collection": "firm", "id": "firm"}, "reason": "never-audited", "args": {}, "relied_on": []}}
	_judged({"status": "planned"}, []) == {["firm", "never-audited", ""]}
	_judged({"status": "in-progress"}, ["performed_on"]) == {["firm", "never-audited", ""]}
}

test_area_not_covered if {
	_judged({"scope": ["consent-records", "access-controls", "data-handling", "security-measures", "policies"]}, []) == {["firm", "area-not-covered", "staff-adherence"]}
	_args(_found(_of({"scope": ["consent-records", "access-controls", "data-handling", "security-measures", "policies"]}, [])), "area-not-covered") == {[
		"staff-adherence",
		{"area": {"collection": "audits", "field": "scope", "value": "staff-adherence"}, "months": 12},
		[{"collection": "audits", "id": "A-1", "path": "scope"}],
		0,
	]}
	_judged({"scope": []}, []) == _uncovered
}

test_the_window_of_a_year if {
	_judged({"performed_on": testing.day("2025-11-23")}, []) == set()
	_judged({"performed_on": testing.day("2025-11-22")}, []) == _uncovered
	_judged({"performed_on": testing.day("2026-11-22")}, []) == set()
	_judged({"performed_on": testing.day("2026-11-23")}, []) == _uncovered
	{finding.changes_on | some finding in _found(_of({"performed_on": testing.day("2026-11-23")}, []))} == {testing.day("2026-11-23")}
}

test_areas_need_something_to_show if {
	_judged({"areas": _detailed({"area": "policies", "evidence_uri": "dms://a"})}, []) == set()
	_judged({"areas": _detailed({"area": "policies", "sample_size": 0})}, []) == {["firm", "area-not-covered", "policies"]}
	_judged({"areas": _detailed({"area": "policies"})}, []) == {["firm", "area-not-covered", "policies"]}
	_judged({"areas": []}, []) == set()
}

test_several_reviews_together if {
	half := ["consent-records", "access-controls", "data-handling"]
	other := testing.changed(_audit, {"id": "A-2", "scope": ["security-measures", "policies", "staff-adherence"], "performed_on": testing.day("2026-03-01"), "independent": false})
	both := {"audits": {"A-1": testing.changed(_audit, {"scope": half}), "A-2": testing.without(other, ["reported_to_management_on"])}}
	_verdicts(both) == set()
	{entry.changes_on | some entry in _examined(both)} == {testing.day("2027-03-01")}
}

test_not_independent if {
	_judged({"independent": false}, []) == {["firm", "not-independent", ""]}
	{finding.args | some finding in _found(_of({"independent": false}, []))} == {{"months": 12}}
}

test_not_reported if {
	_judged({}, ["reported_to_management_on"]) == {["firm", "not-reported", ""]}
	_judged({"reported_to_management_on": testing.day("2026-11-23")}, []) == {["firm", "not-reported", ""]}
	{finding.changes_on | some finding in _found(_of({"reported_to_management_on": testing.day("2026-11-23")}, []))} == {testing.day("2026-11-23")}
}

test_not_declared if {
	every field in ["status", "performed_on", "scope", "independent"] {
		_judged({}, [field]) == _not_declared(field)
	}
}

test_an_incomplete_review_does_not_matter_where_another_will_do if {
	_verdicts({"audits": {"A-1": _audit, "A-2": {"id": "A-2", "status": "complete"}, "A-3": {"id": "A-3", "performed_on": testing.day("2026-10-01")}}}) == set()
}

test_an_incomplete_review_may_cover_the_rest if {
	narrow := testing.changed(_audit, {"scope": ["policies"]})
	undated := {"id": "A-2", "status": "complete", "scope": ["access-controls"], "independent": true}
	_verdicts({"audits": {"A-1": narrow, "A-2": undated}}) == (_uncovered - {["firm", "area-not-covered", "policies"], ["firm", "area-not-covered", "access-controls"]}) | _not_declared("performed_on")
	partly := testing.changed(testing.without(narrow, ["reported_to_management_on"]), {"scope": _areas, "independent": false})
	_verdicts({"audits": {"A-1": partly, "A-2": undated}}) == _not_declared("performed_on")
}

_changes(audits) := {entry.changes_on | some entry in _examined({"audits": testing.by_id(audits)})}

# One review covers the areas, one was independent, one was reported: the first of these to lie too far back counts.
test_the_last_review_of_each_kind_counts if {
	last := testing.changed(_audit, {"independent": true, "reported_to_management_on": testing.day("2026-10-02")})
	narrow := testing.changed(_audit, {"id": "A-2", "performed_on": testing.day("2026-03-01"), "scope": ["policies"]})
	before := testing.changed(narrow, {"scope": _areas})
	long_before := testing.changed(before, {"id": "A-3", "performed_on": testing.day("2026-01-01")})
	_changes([last, narrow]) == {testing.day("2027-10-01")}
	_changes([last, before, long_before]) == {testing.day("2027-10-01")}
	_changes([testing.changed(last, {"independent": false}), before, long_before]) == {testing.day("2027-03-01")}
	_changes([testing.without(last, ["reported_to_management_on"]), before, long_before]) == {testing.day("2027-03-01")}
	_changes([testing.changed(last, {"independent": false}), testing.changed(before, {"independent": false})]) == {testing.day("2027-10-01")}
	unreported := testing.without(last, ["reported_to_management_on"])
	_changes([unreported, testing.without(narrow, ["reported_to_management_on"])]) == {testing.day("2027-10-01")}
}

test_without_a_review_nothing_is_weak if {
	_examined({}) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 3}}
}

test_what_was_looked_at_outside_the_scope_does_not_count if {
	scope := [area | some area in _areas; area != "policies"]
	_judged({"scope": scope, "areas": _detailed({"area": "policies", "sample_size": 1})}, []) == {["firm", "area-not-covered", "policies"]}
}

test_a_review_too_far_back_is_not_asked_for_more if {
	narrow := testing.changed(_audit, {"scope": ["policies"]})
	old := {"id": "A-2", "performed_on": testing.day("2025-11-22"), "scope": _areas}
	_verdicts({"audits": {"A-1": narrow, "A-2": old}}) == _uncovered - {["firm", "area-not-covered", "policies"]}
}

test_a_fact_is_asked_for_where_something_hangs_on_it if {
	undated := {"id": "A-2", "status": "complete", "scope": _areas}
	rest := [area | some area in _areas; area != "policies"]
	every changes in [{"scope": rest}, {"independent": false}, {"reported_to_management_on": testing.day("2026-11-23")}] {
		_verdicts({"audits": {"A-1": testing.changed(_audit, changes), "A-2": undated}}) == _not_declared("performed_on")
	}
	unscoped := testing.changed(testing.without(_audit, ["scope"]), {"id": "A-2"})
	_verdicts({"audits": {"A-1": _audit, "A-2": unscoped}}) == set()
	neither := {"independent": false, "reported_to_management_on": testing.day("2026-11-23")}
	_verdicts({"audits": {"A-1": testing.changed(_audit, neither), "A-2": testing.changed(unscoped, neither)}}) == {["firm", "not-independent", ""], ["firm", "not-reported", ""]}
}

test_one_independent_review_is_enough if {
	silent := testing.changed(testing.without(_audit, ["independent"]), {"id": "A-2"})
	_verdicts({"audits": {"A-1": _audit, "A-2": silent}}) == set()
	_verdicts({"audits": {"A-1": testing.changed(_audit, {"independent": false}), "A-2": silent}}) == _not_declared("independent")
}
