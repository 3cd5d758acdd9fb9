package privity.security.adapts_to_threats_test

import data.lib.testing
import data.privity.security.adapts_to_threats as control

_found(inventory) := found if {
	found := control.findings with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"threat_review_months": 6}
}

_examined(inventory) := examined if {
	examined := control.examined with input as {}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"threat_review_months": 6}
}

_verdicts(inventory) := testing.verdicts(_found(inventory))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_review := {"id": "R-1", "grade": 1, "kind": "threat", "performed_on": testing.day("2026-05-22")}

_risk := {"id": "K-1", "grade": 2, "status": "open", "level": "high", "owner_id": "S-1", "treatment_due_on": testing.day("2026-11-22")}

_incident := {"id": "I-1", "grade": 2, "kind": "security-event", "closed_at": testing.at("2026-05-22T10:00:00")}

_inventory(review, risk, incident) := {
	"risk_reviews": {"R-1": review, "R-2": {"id": "R-2", "kind": "regulatory", "performed_on": testing.day("2026-11-20")}},
	"risks": {"K-1": risk, "K-2": {"id": "K-2", "status": "closed", "level": "critical"}, "K-3": {"id": "K-3", "status": "open", "level": "medium"}},
	"incidents": {"I-1": incident, "I-2": {"id": "I-2", "kind": "near-miss", "closed_at": testing.at("2026-08-01T10:00:00")}, "I-3": {"id": "I-3", "kind": "security-event"}},
}

_reviewed(changes, removed) := _verdicts(_inventory(testing.changed(testing.without(_review, removed), changes), _risk, _incident))

_risked(changes, removed) := _verdicts(_inventory(_review, testing.changed(testing.without(_risk, removed), changes), _incident))

_happened(changes, removed) := _verdicts(_inventory(_review, _risk, testing.changed(testing.without(_incident, removed), changes)))

test_reviewed_owned_and_followed if {
	_verdicts(_inventory(_review, _risk, _incident)) == set()
	_examined(_inventory(_review, _risk, _incident)) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_always_applies if testing.ids(_examined({})) == {"firm"}

test_no_review if {
	_verdicts({}) == {["firm", "no-review", ""]}
	_reviewed({"performed_on": testing.day("2026-05-21")}, []) == {["firm", "no-review", ""], ["firm", "not-reviewed-since", "I-1"]}
	_reviewed({"kind": "regulatory"}, []) == {["firm", "no-review", ""]}
	_reviewed({"kind": "security-risk"}, []) == set()
	_args(_found({"risk_reviews": {"R-1": testing.changed(_review, {"performed_on": testing.day("2026-05-20")})}}), "no-review") == {[
		"",
		{"months": 6},
		[{"collection": "risk_reviews", "id": "R-1", "path": "performed_on"}],
		0,
	]}
}

test_a_review_that_lies_ahead_is_none_yet if {
	found := _found({"risk_reviews": {"R-1": testing.changed(_review, {"performed_on": testing.day("2026-11-23")})}})
	{[finding.reason, finding.changes_on] | some finding in found} == {["no-review", testing.day("2026-11-23")]}
}

test_risk_unowned if {
	_risked({}, ["owner_id"]) == {["firm", "risk-unowned", "K-1"]}
	_risked({}, ["treatment_due_on"]) == {["firm", "risk-unowned", "K-1"]}
	_risked({"level": "critical"}, ["owner_id"]) == {["firm", "risk-unowned", "K-1"]}
	_risked({"level": "medium"}, ["owner_id"]) == set()
	_risked({"status": "treated"}, ["owner_id"]) == set()
}

test_treatment_overdue if {
	_risked({"treatment_due_on": testing.day("2026-11-21")}, []) == {["firm", "treatment-overdue", "K-1"]}
	_args(_found(_inventory(_review, testing.changed(_risk, {"treatment_due_on": testing.day("2026-11-01")}), _incident)), "treatment-overdue") == {[
		"K-1",
		{"risk": {"collection": "risks", "id": "K-1"}, "due_on": {"day": testing.day("2026-11-01")}},
		[{"collection": "risks", "id": "K-1", "path": "treatment_due_on"}],
		0,
	]}
}

test_not_reviewed_since if {
	_happened({"closed_at": testing.at("2026-05-23T10:00:00")}, []) == {["firm", "not-reviewed-since", "I-1"]}
	_happened({"closed_at": testing.at("2026-09-22T10:00:00")}, []) == {["firm", "not-reviewed-since", "I-1"]}
	_happened({"closed_at": testing.at("2026-09-23T10:00:00")}, []) == set()
	_happened({"closed_at": testing.at("2026-11-23T10:00:00")}, []) == set()
	_happened({"closed_at": testing.at("2026-05-23T10:00:00"), "kind": "near-miss"}, []) == set()
	_args(_found(_inventory(_review, _risk, testing.changed(_incident, {"closed_at": testing.at("2026-06-01T10:00:00")}))), "not-reviewed-since") == {[
		"I-1",
		{"incident": {"collection": "incidents", "id": "I-1"}, "closed_on": {"day": testing.day("2026-06-01")}},
		[{"collection": "incidents", "id": "I-1", "path": "closed_at"}],
		0,
	]}
}

test_what_changes_with_time if {
	risk := testing.changed(_risk, {"treatment_due_on": testing.day("2027-01-31")})
	recent := testing.changed(_review, {"performed_on": testing.day("2026-11-01")})
	{entry.changes_on | some entry in _examined(_inventory(recent, risk, _incident))} == {testing.day("2027-02-01")}
	later := testing.changed(_incident, {"closed_at": testing.at("2026-11-02T10:00:00")})
	{entry.changes_on | some entry in _examined(_inventory(recent, risk, later))} == {testing.day("2027-01-02")}
}

test_not_declared if {
	every field in ["kind", "performed_on"] {
		_reviewed({}, [field]) == {["firm", "not-declared", concat("", ["risk_reviews.", field])]}
	}
	_reviewed({"performed_on": testing.day("2026-05-21")}, ["kind"]) == {["firm", "no-review", ""]}
	_reviewed({"kind": "regulatory"}, ["performed_on"]) == {["firm", "no-review", ""]}
	every field in ["status", "level"] {
		_risked({}, [field]) == {["firm", "not-declared", concat("", ["risks.", field])]}
	}
	_risked({"level": "low"}, ["status"]) == set()
	_risked({"status": "closed"}, ["level"]) == set()
	_happened({"closed_at": testing.at("2026-08-23T10:00:00")}, ["kind"]) == {["firm", "not-declared", "incidents.kind"]}
	_happened({}, ["kind"]) == set()
}

test_without_records_nothing_is_weak if {
	_examined({}) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 3}}
}

_reviews(days) := {id: testing.changed(_review, {"id": id, "performed_on": testing.day(day)}) |
	some day in days
	id := concat("-", ["R", day])
}

_changes(inventory) := {entry.changes_on | some entry in _examined(inventory)}

test_the_newest_review_counts if {
	_verdicts({"risk_reviews": _reviews(["2026-11-22"])}) == set()
	_verdicts({"risk_reviews": _reviews(["2026-05-22", "2026-12-01"])}) == set()
	_verdicts({"risk_reviews": _reviews(["2025-05-22", "2026-05-22"])}) == set()
	_changes({"risk_reviews": _reviews(["2026-08-01", "2026-11-01"])}) == {testing.day("2027-05-02")}
}

test_the_newest_review_is_named if {
	reviews := object.union(_reviews(["2025-05-22", "2026-05-20"]), {"R-9": {"id": "R-9", "kind": "regulatory", "performed_on": testing.day("2026-05-20")}})
	[finding.relied_on | some finding in _found({"risk_reviews": reviews})] == [[{"collection": "risk_reviews", "id": "R-2026-05-20", "path": "performed_on"}]]
}

test_a_review_that_lacks_a_fact_does_not_matter_where_another_will_do if {
	every field in ["kind", "performed_on"] {
		_verdicts({"risk_reviews": {"R-1": _review, "R-2": testing.changed(testing.without(_review, [field]), {"id": "R-2"})}}) == set()
	}
}

test_all_risks_that_lack_a_fact_are_led_to if {
	silent := testing.without(_risk, ["status"])
	risks := {"K-1": silent, "K-2": testing.changed(silent, {"id": "K-2", "level": "critical"}), "K-3": testing.changed(silent, {"id": "K-3", "level": "medium"})}
	{[finding.args.subject.id, [fact.id | some fact in finding.relied_on]] | some finding in _found({"risk_reviews": {"R-1": _review}, "risks": risks})} == {["K-1", ["K-1", "K-2"]]}
}

_closed(id, day) := testing.changed(_incident, {"id": id, "closed_at": testing.at(concat("", [day, "T10:00:00"]))})

test_the_last_incident_is_named if {
	incidents := [_closed("I-1", "2026-05-24"), _closed("I-2", "2026-08-01"), _closed("I-3", "2026-08-01"), _closed("I-9", "2026-07-01")]
	_verdicts({"risk_reviews": {"R-1": _review}, "incidents": testing.by_id(incidents)}) == {["firm", "not-reviewed-since", "I-3"]}
}

test_an_incident_before_the_review_changes_nothing if {
	every closed, changes in {"2026-10-31": "2027-05-02", "2026-11-01": "2027-05-02", "2026-11-02": "2027-01-02"} {
		_changes({"risk_reviews": _reviews(["2026-11-01"]), "incidents": {"I-1": _closed("I-1", closed)}}) == {testing.day(changes)}
	}
}
