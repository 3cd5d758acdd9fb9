package privity.governance.legal_changes_tracked_test

import data.lib.testing
import data.privity.governance.legal_changes_tracked as control

_change := {
	"id": "duaa",
	"grade": 2,
	"status": "assessed",
	"identified_on": testing.day("2026-09-01"),
	"assessed_on": testing.day("2026-09-20"),
	"action_due_on": testing.day("2026-11-22"),
	"affected_policy_ids": ["privacy-policy"],
}

_review := {"id": "R-1", "grade": 1, "kind": "regulatory", "performed_on": testing.day("2026-05-22")}

_found(changes, reviews, as_of) := found if {
	found := control.findings with input as {}
		with data.inventory as {"regulatory_changes": testing.by_id(changes), "risk_reviews": testing.by_id(reviews)}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"change_assess_days": 30}
}

_verdicts(changes, removed) := {[reason, by] |
	some [_, reason, by] in testing.verdicts(_found([testing.changed(testing.without(_change, removed), changes)], [_review], "2026-11-22"))
}

_reviewed(reviews) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found([], reviews, "2026-11-22"))}

test_in_order if _verdicts({}, []) == set()

test_acted_on_in_time if {
	_verdicts({"action_due_on": testing.day("2026-11-21")}, []) == {["change-overdue", "duaa"]}
	_verdicts({"action_due_on": testing.day("2026-11-21"), "status": "actioned"}, []) == set()
	_verdicts({"action_due_on": testing.day("2026-11-21"), "status": "identified"}, []) == {["change-overdue", "duaa"]}
	_found([testing.changed(_change, {"action_due_on": testing.day("2026-11-21")})], [_review], "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "change-overdue",
		"by": "duaa",
		"args": {
			"change": {"collection": "regulatory_changes", "id": "duaa"},
			"due_on": {"day": testing.day("2026-11-21")},
		},
		"relied_on": [{"collection": "regulatory_changes", "id": "duaa", "path": "status"}],
	}}
}

test_assessed_in_time if {
	_verdicts({"identified_on": testing.day("2026-10-23")}, ["assessed_on"]) == set()
	_verdicts({"identified_on": testing.day("2026-10-22")}, ["assessed_on"]) == {["not-assessed", "duaa"]}
	_verdicts({"identified_on": testing.day("2026-10-22"), "assessed_on": testing.day("2026-11-22")}, []) == set()
	found := _found([testing.changed(_change, {"assessed_on": testing.day("2026-11-23")})], [_review], "2026-11-22")
	{[finding.reason, finding.args, finding.changes_on] | some finding in found} == {[
		"not-assessed",
		{"change": {"collection": "regulatory_changes", "id": "duaa"}, "due_on": {"day": testing.day("2026-10-01")}},
		testing.day("2026-11-23"),
	]}
}

test_what_it_means_for_the_firm if {
	_verdicts({}, ["affected_policy_ids"]) == {["no-effect-recorded", "duaa"]}
	_verdicts({"affected_policy_ids": []}, []) == {["no-effect-recorded", "duaa"]}
	_verdicts({"no_impact_reason": "No such work."}, ["affected_policy_ids", "action_due_on", "status"]) == set()
	_verdicts({"no_impact_reason": " "}, ["affected_policy_ids"]) == {["no-effect-recorded", "duaa"]}
	_verdicts({"identified_on": testing.day("2026-11-01")}, ["assessed_on", "affected_policy_ids"]) == set()
}

test_not_declared_of_a_change if {
	_verdicts({}, ["status"]) == {["not-declared", "regulatory_changes.status"]}
	_verdicts({}, ["action_due_on"]) == {["not-declared", "regulatory_changes.action_due_on"]}
	_verdicts({"status": "actioned"}, ["action_due_on"]) == set()
	_verdicts({}, ["identified_on"]) == set()
	_verdicts({}, ["identified_on", "assessed_on"]) == {["not-declared", "regulatory_changes.identified_on"]}
	_verdicts({"action_due_on": testing.day("2026-11-01")}, ["status"]) == {["not-declared", "regulatory_changes.status"]}
}

test_a_look_at_new_law if {
	_reviewed([_review]) == set()
	_reviewed([testing.changed(_review, {"performed_on": testing.day("2026-05-21")})]) == {["no-scan", ""]}
	_reviewed([testing.changed(_review, {"kind": "threat"})]) == {["no-scan", ""]}
	_reviewed([testing.changed(_review, {"performed_on": testing.day("2026-11-22"), "source": "rule-pack"})]) == set()
	_reviewed([]) == {["no-scan", ""]}
	_found([], [testing.changed(_review, {"performed_on": testing.day("2026-11-23")})], "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-scan",
		"args": {},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "regimes"}],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_a_look_that_is_not_said_in_full if {
	_reviewed([testing.without(_review, ["performed_on"])]) == {["not-declared", "risk_reviews.performed_on"]}
	_reviewed([testing.without(_review, ["kind"])]) == {["not-declared", "risk_reviews.kind"]}
	_reviewed([testing.without(testing.changed(_review, {"performed_on": testing.day("2025-01-01")}), ["kind"])]) == {["no-scan", ""]}
	_reviewed([testing.without(testing.changed(_review, {"performed_on": testing.day("2026-12-01")}), ["kind"])]) == {["no-scan", ""]}
	_reviewed([testing.without(testing.changed(_review, {"kind": "threat"}), ["performed_on"])]) == {["no-scan", ""]}
	_reviewed([_review, testing.without(testing.changed(_review, {"id": "R-2"}), ["performed_on"])]) == set()
}

_examined(changes, reviews) := examined if {
	examined := control.examined with input as {}
		with data.inventory as {"regulatory_changes": testing.by_id(changes), "risk_reviews": testing.by_id(reviews)}
		with data.as_of as testing.end_of("2026-11-20")
		with data.parameters as {"change_assess_days": 30}
}

test_examined if {
	_examined([], [_review]) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	_examined([], []) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 3}}
	later := testing.changed(_review, {"performed_on": testing.day("2026-10-01")})
	{entry.changes_on | some entry in _examined([_change], [later])} == {testing.day("2026-11-23")}
	{entry.changes_on | some entry in _examined([testing.changed(_change, {"status": "actioned"})], [later])} == {testing.day("2027-04-02")}
	open := testing.without(testing.changed(_change, {"identified_on": testing.day("2026-10-21")}), ["assessed_on"])
	{entry.changes_on | some entry in _examined([open], [later])} == {testing.day("2026-11-21")}

	# A look of 31 August is good until the last of February and the whole of it: 28 February 2027 is 31 August less.
	august := testing.changed(_review, {"performed_on": testing.day("2026-08-31")})
	{entry.changes_on | some entry in _examined([], [august])} == {testing.day("2027-03-01")}
}

test_a_look_of_today_without_its_kind if {
	_reviewed([testing.without(testing.changed(_review, {"performed_on": testing.day("2026-11-22")}), ["kind"])]) == {["not-declared", "risk_reviews.kind"]}
}

# Six months before the last days of August lies 28 February 2026: the look is good until the end of the month.
test_the_latest_look_is_good_for_six_months if {
	looks := [testing.changed(_review, {"performed_on": testing.day("2026-02-28")}), testing.changed(_review, {"id": "R-2", "performed_on": testing.day("2026-02-01")})]
	examined := control.examined with input as {}
		with data.inventory as {"risk_reviews": testing.by_id(looks)}
		with data.as_of as testing.end_of("2026-08-20")
		with data.parameters as {"change_assess_days": 30}
	{entry.changes_on | some entry in examined} == {testing.day("2026-09-01")}
	testing.verdicts(_found([], looks, "2026-08-31")) == set()
	testing.verdicts(_found([], looks, "2026-09-01")) == {["firm", "no-scan", ""]}
}

test_once_assessed_the_day_for_it_changes_nothing if {
	later := testing.changed(_review, {"performed_on": testing.day("2026-10-01")})
	done := testing.changed(_change, {"status": "actioned", "identified_on": testing.day("2026-11-10"), "assessed_on": testing.day("2026-11-15")})
	{entry.changes_on | some entry in _examined([done], [later])} == {testing.day("2027-04-02")}
}

test_a_look_too_far_back_is_not_asked_about if {
	every day, verdicts in {"2026-05-21": {["no-scan", ""]}, "2026-05-22": {["not-declared", "risk_reviews.kind"]}} {
		_reviewed([testing.without(testing.changed(_review, {"performed_on": testing.day(day)}), ["kind"])]) == verdicts
	}
}

test_a_look_at_something_else_ahead_changes_nothing if {
	found := _found([], [testing.changed(_review, {"kind": "threat", "performed_on": testing.day("2026-11-23")})], "2026-11-22")
	testing.verdicts(found) == {["firm", "no-scan", ""]}
	{day | some finding in found; day := finding.changes_on} == set()
}
