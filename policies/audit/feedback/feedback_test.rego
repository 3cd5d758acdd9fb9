package privity.audit.feedback_test

import data.lib.testing
import data.privity.audit.feedback as control

_found(inventory) := found if {
	found := control.findings with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"feedback_months": 12}
}

_examined(inventory) := examined if {
	examined := control.examined with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"feedback_months": 12}
}

_verdicts(inventory) := testing.verdicts(_found(inventory))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_staff := {"id": "B-1", "grade": 2, "source": "staff", "kind": "invitation", "received_on": testing.day("2025-11-22")}

_client := {"id": "B-2", "grade": 1, "source": "client", "received_on": testing.day("2026-09-23")}

_of(changes, removed) := _items([_staff, testing.changed(testing.without(_client, removed), changes)])

_items(records) := {"feedback": testing.by_id(records)}

test_both_were_asked if {
	_verdicts(_of({}, [])) == set()
	_examined(_of({}, [])) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	_examined(_of({"outcome": "Shorter notice."}, [])) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_always_applies if testing.ids(_examined({})) == {"firm"}

test_not_asked if {
	_verdicts({}) == {["firm", "not-asked", "staff"], ["firm", "not-asked", "client"]}
	_verdicts(_items([_staff])) == {["firm", "not-asked", "client"]}
	early := _items([testing.changed(_staff, {"received_on": testing.day("2025-11-21")}), _client])
	_verdicts(early) == {["firm", "not-asked", "staff"]}
	_args(_found(early), "not-asked") == {[
		"staff",
		{"source": {"collection": "feedback", "field": "source", "value": "staff"}, "months": 12},
		[{"collection": "feedback", "id": "B-1", "path": "received_on"}],
		0,
	]}
}

test_what_lies_ahead_has_not_come if {
	ahead := _items([testing.changed(_staff, {"received_on": testing.day("2026-11-23")}), _client])
	{[finding.reason, finding.by, finding.changes_on] | some finding in _found(ahead)} == {["not-asked", "staff", testing.day("2026-11-23")]}
}

test_no_answer if {
	found := _found(_of({"received_on": testing.day("2026-09-22")}, []))
	testing.verdicts(found) == {["firm", "no-answer", "B-2"]}
	_args(found, "no-answer") == {["B-2", {"received_on": {"day": testing.day("2026-09-22")}}, [{"collection": "feedback", "id": "B-2", "path": "outcome"}], 0]}
	_verdicts(_of({"received_on": testing.day("2026-09-22"), "outcome": " "}, [])) == {["firm", "no-answer", "B-2"]}
	_verdicts(_of({"received_on": testing.day("2026-09-22"), "outcome": "Shorter notice."}, [])) == set()
	_verdicts(_of({"received_on": testing.day("2026-09-22"), "kind": "invitation"}, [])) == set()
}

test_not_declared if {
	_verdicts(_of({}, ["source"])) == {["firm", "not-declared", "feedback.source"]}
	_verdicts(_of({}, ["received_on"])) == {["firm", "not-declared", "feedback.received_on"]}
	_verdicts(_of({"received_on": testing.day("2025-11-21"), "outcome": "Done."}, ["source"])) == {["firm", "not-asked", "client"]}
	other := testing.changed(_client, {"id": "B-3"})
	_verdicts(_items([_staff, other, testing.without(_client, ["source"])])) == set()
	_verdicts(_items([_staff, other, testing.without(_client, ["received_on"])])) == {["firm", "not-declared", "feedback.received_on"]}
	_verdicts(_items([_staff, other, testing.changed(testing.without(_client, ["received_on"]), {"outcome": "Done."})])) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-answer", _found({"feedback": {"B-1": _staff, "B-2": testing.changed(_client, {"received_on": testing.day("2026-09-22")})}})) == {["outcome"]}
}

test_without_feedback_nothing_is_weak if {
	_examined({}) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 3}}
}

test_an_undated_item_speaks_for_its_source_alone if {
	_verdicts(_items([testing.without(_staff, ["received_on"])])) == {["firm", "not-asked", "client"], ["firm", "not-declared", "feedback.received_on"]}
}

_changes(records) := {entry.changes_on | some entry in _examined(_items(records))}

test_the_day_on_which_a_source_was_heard_too_long_ago if {
	early := testing.changed(_staff, {"received_on": testing.day("2026-01-10")})
	late := testing.changed(_staff, {"id": "B-3", "received_on": testing.day("2026-11-01")})
	answered := testing.changed(_client, {"received_on": testing.day("2026-06-01"), "outcome": "Shorter notice."})
	_changes([early, late, answered]) == {testing.day("2027-06-02")}
	_changes([early, answered]) == {testing.day("2027-01-11")}
}

# Sixty days after 1 November is 31 December.
test_the_day_on_which_an_answer_is_overdue if {
	staff := testing.changed(_staff, {"received_on": testing.day("2026-11-01")})
	comment := testing.changed(_client, {"received_on": testing.day("2026-11-01")})
	_changes([staff, comment]) == {testing.day("2027-01-01")}
	_changes([staff, testing.changed(comment, {"outcome": " "})]) == {testing.day("2027-01-01")}
	_changes([staff, testing.changed(comment, {"outcome": "Shorter notice."})]) == {testing.day("2027-11-02")}
	_changes([staff, testing.changed(comment, {"kind": "invitation"})]) == {testing.day("2027-11-02")}
}
