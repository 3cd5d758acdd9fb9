package privity.rights.reviewed_before_disclosure_test

import data.lib.testing
import data.privity.rights.reviewed_before_disclosure as control

_request := {
	"id": "R-1",
	"grade": 2,
	"right": "access",
	"status": "answered",
	"received_on": testing.day("2026-09-01"),
	"responded_on": testing.day("2026-09-20"),
	"matter_ids": ["M-2", "M-1"],
	"privilege_review": {
		"done_on": testing.day("2026-09-20"),
		"reviewer_is_lawyer": true,
		"withheld_item_ids": ["doc-7", "doc-8"],
	},
	"third_party_review_on": testing.day("2026-09-20"),
	"released_item_ids": ["doc-1"],
}

_judged(changes, removed) := {"findings": found, "examined": examined} if {
	record := testing.changed(testing.without(_request, removed), changes)
	found := control.findings with input as {"rights_request": record}
		with data.inventory as {"incidents": {"I-1": {"id": "I-1", "grade": 1}}}
		with data.as_of as testing.end_of("2026-11-22")
	examined := control.examined with input as {"rights_request": record}
		with data.inventory as {"incidents": {"I-1": {"id": "I-1", "grade": 1}}}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_judged(changes, removed).findings)

_is(code) := {["R-1", code, ""]}

_review(changes, removed) := {"privilege_review": testing.changed(testing.without(_request.privilege_review, removed), changes)}

_happened := {
	"received_on": {"day": testing.day("2026-09-01")},
	"happened_on": {"day": testing.day("2026-09-20")},
}

test_reviewed_on_the_day_of_the_answer if {
	_verdicts({}, []) == set()
	_verdicts({}, ["released_item_ids"]) == set()
	_verdicts(_review({}, ["withheld_item_ids"]), []) == set()
}

test_not_reviewed_for_privilege if {
	_verdicts(_review({"done_on": testing.day("2026-09-21")}, []), []) == _is("not-reviewed")
	_verdicts(_review({}, ["done_on"]), []) == _is("not-reviewed")
	_verdicts(_review({"reviewer_is_lawyer": false}, []), []) == _is("not-reviewed")
	_judged({}, ["privilege_review"]).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "not-reviewed",
		"args": object.union(_happened, {"matter": {"collection": "matters", "id": "M-1"}}),
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "privilege_review"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "matter_ids"},
		],
	}}
}

test_not_reviewed_for_data_of_others if {
	_verdicts({"third_party_review_on": testing.day("2026-09-21")}, []) == _is("others-not-reviewed")
	_judged({}, ["third_party_review_on"]).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "others-not-reviewed",
		"args": _happened,
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "third_party_review_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "matter_ids"},
		],
	}}
}

test_what_was_withheld_is_not_released if {
	released := {"released_item_ids": ["doc-8", "doc-1", "doc-7"]}
	_verdicts(released, []) == {["R-1", "withheld-released", "doc-7"], ["R-1", "withheld-released", "doc-8"]}
	{finding.args | some finding in _judged(released, []).findings} == {_happened}
}

test_dealt_with_as_an_incident if {
	_judged({"incident_id": "I-1"}, ["third_party_review_on"]).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "handled-as-incident",
		"args": _happened,
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "incident_id"},
			{"collection": "rights_requests", "id": "R-1", "path": "matter_ids"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "third_party_review_on"},
		],
	}}
	_verdicts({"incident_id": "I-9"}, ["third_party_review_on"]) == _is("others-not-reviewed")
	_verdicts({"incident_id": "I-1"}, []) == set()
}

test_not_declared if {
	every fact in ["right", "status", "received_on", "responded_on"] {
		_verdicts({}, [fact]) == {["R-1", "not-declared", concat(".", ["rights_requests", fact])]}
	}
	_verdicts(_review({}, ["reviewer_is_lawyer"]), []) == {["R-1", "not-declared", "rights_requests.privilege_review.reviewer_is_lawyer"]}
}

_nothing := {"findings": set(), "examined": set()}

test_does_not_apply if {
	every right in ["erasure", "objection", "ccpa-delete"] {
		_judged({"right": right}, ["privilege_review"]) == _nothing
	}
	every status in ["open", "refused", "withdrawn"] {
		_judged({"status": status}, ["privilege_review"]) == _nothing
	}
	_judged({"matter_ids": []}, ["privilege_review"]) == _nothing
	_judged({}, ["matter_ids", "right"]) == _nothing
	_judged({"responded_on": testing.day("2026-11-23")}, ["privilege_review"]) == _nothing
}

test_examined if {
	_judged({}, []).examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 2}}
	_judged({"incident_id": "I-1"}, []).examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 1}}
	every changes in [{"right": "portability"}, {"right": "ccpa-know"}, {"status": "partly-refused"}] {
		testing.ids(_judged(changes, []).examined) == {"R-1"}
	}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("withheld-released", _judged({"released_item_ids": ["doc-8", "doc-1", "doc-7"]}, []).findings) == {["released_item_ids", "privilege_review.withheld_item_ids"]}
}

test_an_answer_of_today_is_judged if {
	_verdicts({"responded_on": testing.day("2026-11-22")}, ["privilege_review"]) == _is("not-reviewed")
}

test_nothing_else_is_said_of_a_record_that_lacks_a_fact if {
	_verdicts({}, ["status", "privilege_review"]) == {["R-1", "not-declared", "rights_requests.status"]}
}
