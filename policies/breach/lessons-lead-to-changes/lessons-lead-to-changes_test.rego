package privity.breach.lessons_lead_to_changes_test

import data.lib.testing
import data.privity.breach.lessons_lead_to_changes as control

# Closed on 1 September 2026, so it is reviewed by 1 October.
_review := {
	"done_on": testing.day("2026-10-01"),
	"root_cause": "Two fields for one address.",
	"actions": [
		{"owner_id": "S-1", "due_on": testing.day("2026-11-22")},
		{"owner_id": "S-2", "due_on": testing.day("2026-10-15"), "done_on": testing.day("2026-11-22")},
	],
}

_incident := {
	"id": "I-1",
	"grade": 2,
	"kind": "personal-data-breach",
	"status": "closed",
	"detected_at": testing.at("2026-08-20T10:00:00"),
	"closed_at": testing.at("2026-09-01T10:00:00"),
	"post_review": _review,
}

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found(changes, removed, day) := found if {
	record := _record(changes, removed)
	found := control.findings with input as {"incident": record}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"post_review_days": 30}
}

_verdicts_at(changes, removed, day) := testing.verdicts(_found(changes, removed, day))

_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_examined(changes, removed, day) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"post_review_days": 30}
}

_reviewed(changes, removed) := {"post_review": testing.changed(testing.without(_review, removed), changes)}

_acted(action) := _reviewed({"actions": [action]}, [])

test_reviewed_on_the_last_day if _verdicts({}, []) == set()

test_reviewed_a_day_late if {
	_found(_reviewed({"done_on": testing.day("2026-10-02")}, []), [], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "remedied-late",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"met_on": {"day": testing.day("2026-10-02")},
			"due_on": {"day": testing.day("2026-10-01")},
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "post_review.done_on"},
			{"collection": "incidents", "id": "I-1", "path": "closed_at"},
		],
	}}
}

test_not_reviewed if {
	_verdicts_at({}, ["post_review"], "2026-10-01") == set()
	_verdicts_at({}, ["post_review"], "2026-10-02") == {["I-1", "no-review", ""]}
	_verdicts({"post_review": {"root_cause": "A guess."}}, []) == {["I-1", "no-review", ""]}
	_found({}, ["post_review"], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "no-review",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"closed_on": {"day": testing.day("2026-09-01")},
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "post_review"},
			{"collection": "incidents", "id": "I-1", "path": "closed_at"},
		],
	}}
}

test_a_review_that_lies_ahead if {
	ahead := _reviewed({"done_on": testing.day("2026-11-23"), "actions": []}, ["root_cause"])
	{[finding.reason, finding.changes_on] | some finding in _found(ahead, [], "2026-11-22")} == {["no-review", testing.day("2026-11-23")]}
	_verdicts_at(ahead, [], "2026-10-01") == set()
	_verdicts_at(ahead, [], "2026-11-23") == {["I-1", "remedied-late", ""], ["I-1", "review-incomplete", "post_review.root_cause"]}
}

test_what_a_review_leaves_out if {
	_verdicts(_reviewed({}, ["root_cause"]), []) == {["I-1", "review-incomplete", "post_review.root_cause"]}
	_verdicts(_reviewed({"root_cause": " "}, []), []) == {["I-1", "review-incomplete", "post_review.root_cause"]}
	_verdicts(_reviewed({}, ["actions"]), []) == {["I-1", "review-incomplete", "post_review.actions"]}
	_verdicts(_reviewed({"actions": []}, []), []) == set()
	{[finding.args, finding.relied_on] | some finding in _found(_reviewed({}, ["actions"]), [], "2026-11-22")} == {[
		{
			"incident": {"collection": "incidents", "id": "I-1"},
			"fact": {"collection": "incidents", "field": "post_review.actions"},
		},
		[{"collection": "incidents", "id": "I-1", "path": "post_review.actions"}],
	]}
}

test_an_action_without_an_owner_or_a_date if {
	done := _review.actions[1]
	_verdicts(_acted(testing.without(done, ["owner_id"])), []) == {["I-1", "action-open-ended", "1"]}
	_verdicts(_acted(testing.without(done, ["due_on"])), []) == {["I-1", "action-open-ended", "1"]}
	_verdicts(_acted({}), []) == {["I-1", "action-open-ended", "1"]}
	_verdicts(_reviewed({"actions": [done, {"owner_id": "S-1"}]}, []), []) == {["I-1", "action-open-ended", "2"]}
	{[finding.args, finding.relied_on] | some finding in _found(_acted({}), [], "2026-11-22")} == {[
		{"incident": {"collection": "incidents", "id": "I-1"}},
		[{"collection": "incidents", "id": "I-1", "path": "post_review.actions"}],
	]}
}

test_an_action_that_is_overdue if {
	_verdicts_at({}, [], "2026-11-23") == {["I-1", "action-overdue", "1"]}
	_found({}, [], "2026-11-23") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "action-overdue",
		"by": "1",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"due_on": {"day": testing.day("2026-11-22")},
		},
		"relied_on": [{"collection": "incidents", "id": "I-1", "path": "post_review.actions"}],
	}}
	{[finding.by, finding.changes_on] | some finding in _found({}, [], "2026-11-21")} == {["2", testing.day("2026-11-22")]}
	_verdicts_at(_reviewed({"actions": [_review.actions[1]]}, ["done_on"]), ["detected_at"], "2026-10-01") == set()
}

test_actions_count_before_the_review_is_held if {
	_verdicts_at(_reviewed({}, ["done_on", "root_cause"]), [], "2026-11-23") == {["I-1", "no-review", ""], ["I-1", "action-overdue", "1"]}
}

test_not_declared if {
	_verdicts({}, ["closed_at"]) == {["I-1", "not-declared", "incidents.closed_at"]}
	_verdicts(_reviewed({"actions": [{}]}, ["done_on"]), ["closed_at"]) == {["I-1", "not-declared", "incidents.closed_at"], ["I-1", "action-open-ended", "1"]}
	_verdicts({}, ["status", "post_review"]) == {["I-1", "not-declared", "incidents.status"]}
	_verdicts({}, ["kind", "post_review"]) == {["I-1", "not-declared", "incidents.kind"]}
	_verdicts({}, ["status", "kind", "closed_at"]) == {["I-1", "not-declared", "incidents.status"], ["I-1", "not-declared", "incidents.kind"]}
	_verdicts(_acted({}), ["kind"]) == {["I-1", "not-declared", "incidents.kind"]}
	testing.ids(_examined({}, ["status"], "2026-11-22")) == {"I-1"}
	testing.ids(_examined({}, ["kind"], "2026-11-22")) == {"I-1"}
	testing.ids(_examined({}, ["closed_at"], "2026-11-22")) == {"I-1"}
}

test_does_not_apply if {
	every changes in [
		{"kind": "near-miss"}, {"status": "open"}, {"status": "contained"},
		{"detected_at": testing.at("2026-11-23T10:00:00")}, {"closed_at": testing.at("2026-11-23T10:00:00")},
	] {
		_verdicts(changes, ["post_review"]) == set()
		_examined(changes, [], "2026-11-22") == set()
	}
	_verdicts({"kind": "near-miss"}, ["status"]) == set()
	_verdicts({"status": "open"}, ["kind"]) == set()
	testing.ids(_examined({"closed_at": testing.at("2026-11-22T10:00:00")}, [], "2026-11-22")) == {"I-1"}
}

test_examined if {
	_examined({}, [], "2026-11-23") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	{entry.changes_on | some entry in _examined({}, [], "2026-11-22")} == {testing.day("2026-11-23")}
	{entry.changes_on | some entry in _examined({}, ["post_review"], "2026-09-10")} == {testing.day("2026-10-02")}
	{entry.changes_on | some entry in _examined(_reviewed({"done_on": testing.day("2026-10-02"), "actions": []}, []), [], "2026-09-10")} == {testing.day("2026-10-02")}
	_examined(_reviewed({"actions": []}, []), [], "2026-09-10") == _examined({}, [], "2026-11-23")
	planned := _reviewed({"actions": [{"owner_id": "S-1", "due_on": testing.day("2026-11-30"), "done_on": testing.day("2026-11-30")}]}, [])
	_examined(planned, [], "2026-11-22") == _examined({}, [], "2026-11-23")
	_examined({}, ["closed_at"], "2026-11-23") == _examined({}, [], "2026-11-23")
	_examined(_reviewed({"actions": [_review.actions[1]]}, []), [], "2026-11-22") == _examined({}, [], "2026-11-23")
}
