package privity.governance.register_of_processing_test

import data.lib.testing
import data.privity.governance.register_of_processing as control

_firm := {"grade": 2, "regimes": ["uk-gdpr"], "headcount": 249, "legal_name": "Example LLP", "contact": {"email": "privacy@example.example"}}

_advice := {
	"id": "advice",
	"grade": 1,
	"status": "active",
	"regimes": ["uk-gdpr"],
	"controller_role": "controller",
	"purposes": [{"id": "advise"}],
	"data_subject_categories": ["clients"],
	"data_category_ids": ["contact"],
	"recipients": [],
	"no_transfers": true,
	"retention_rule_ids": ["files"],
	"security_summary": "Single sign-on.",
	"last_reviewed_on": testing.day("2025-11-22"),
}

_served := {
	"id": "payroll",
	"grade": 1,
	"status": "active",
	"regimes": ["eu-gdpr"],
	"controller_role": "processor",
	"controllers_served": ["Trustees"],
	"processing_categories": ["payroll"],
	"transfer_ids": ["T-1"],
	"security_summary": "Single sign-on.",
	"last_reviewed_on": testing.day("2026-09-01"),
}

_parameters := {"apply_art30_5": false, "ropa_review_months": 12}

_found(firm, activities, parameters, as_of) := found if {
	found := control.findings with data.inventory as {"firm": firm, "processing_activities": testing.by_id(activities)}
		with input as {}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as parameters
}

_examined(firm, activities, parameters) := examined if {
	examined := control.examined with data.inventory as {"firm": firm, "processing_activities": testing.by_id(activities)}
		with input as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as parameters
}

_verdicts(activity, changes, removed) := {[reason, by] |
	some [_, reason, by] in testing.verdicts(_found(_firm, [testing.changed(testing.without(activity, removed), changes)], _parameters, "2026-11-22"))
}

_of_firm(changes, removed) := testing.verdicts(_found(testing.changed(testing.without(_firm, removed), changes), [_advice], _parameters, "2026-11-22"))

test_complete if {
	_verdicts(_advice, {}, []) == set()
	_verdicts(_served, {}, []) == set()
	_verdicts(_advice, {"controller_role": "joint"}, []) == set()
}

test_each_item_of_a_controller if {
	every path in ["purposes", "data_subject_categories", "data_category_ids", "retention_rule_ids", "security_summary"] {
		_verdicts(_advice, {}, [path]) == {["item-missing", path]}
		_verdicts(_advice, {path: []}, []) == {["item-missing", path]}
	}
	_verdicts(_advice, {"security_summary": " "}, []) == {["item-missing", "security_summary"]}
	_verdicts(_advice, {}, ["recipients"]) == {["item-missing", "recipients"]}
	_verdicts(_advice, {"controller_role": "joint"}, ["recipients"]) == {["item-missing", "recipients"]}
}

test_transfers if {
	_verdicts(_advice, {}, ["no_transfers"]) == {["item-missing", "transfer_ids"]}
	_verdicts(_advice, {"no_transfers": false}, []) == {["item-missing", "transfer_ids"]}
	_verdicts(_advice, {"transfer_ids": []}, ["no_transfers"]) == {["item-missing", "transfer_ids"]}
	_verdicts(_advice, {"transfer_ids": ["T-1"]}, ["no_transfers"]) == set()
}

test_each_item_of_a_processor if {
	every path in ["controllers_served", "processing_categories", "security_summary", "transfer_ids"] {
		_verdicts(_served, {}, [path]) == {["item-missing", path]}
	}
	_verdicts(_advice, {"controller_role": "processor"}, []) == {
		["item-missing", "controllers_served"],
		["item-missing", "processing_categories"],
	}
}

test_not_declared_in_which_part if {
	asked := ["not-declared", "processing_activities.controller_role"]
	_verdicts(_advice, {}, ["controller_role"]) == {asked}
	_verdicts(_served, {}, ["controller_role"]) == {asked}
	_verdicts(_advice, {}, ["controller_role", "security_summary", "no_transfers"]) == {asked, ["item-missing", "security_summary"], ["item-missing", "transfer_ids"]}
	_verdicts(object.union(_served, _advice), {}, ["controller_role"]) == set()
}

test_what_is_said_of_a_missing_item if {
	_found(_firm, [testing.without(_advice, ["purposes"])], _parameters, "2026-11-22") == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "item-missing",
		"by": "purposes",
		"args": {
			"activity": {"collection": "processing_activities", "id": "advice"},
			"fact": {"collection": "processing_activities", "field": "purposes"},
		},
		"relied_on": [{"collection": "processing_activities", "id": "advice", "path": "purposes"}],
	}}
}

test_the_firm_is_named_once if {
	_of_firm({}, ["legal_name"]) == {["firm", "item-missing", "legal_name"]}
	_of_firm({"legal_name": " "}, []) == {["firm", "item-missing", "legal_name"]}
	_of_firm({}, ["contact"]) == {["firm", "item-missing", "contact"]}
	_of_firm({"contact": {"email": ""}}, []) == {["firm", "item-missing", "contact"]}
	every path in ["email", "phone", "postal_address"] {
		_of_firm({"contact": {path: "x"}}, []) == set()
	}
	_of_firm({}, ["regimes", "legal_name"]) == {["firm", "not-declared", "firm.regimes"]}
	_of_firm({"regimes": ["aba"]}, ["legal_name"]) == set()
}

test_what_is_said_of_the_firm if {
	_found(testing.without(_firm, ["legal_name"]), [_advice], _parameters, "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "item-missing",
		"by": "legal_name",
		"args": {
			"activity": {"collection": "firm", "id": "firm"},
			"fact": {"collection": "firm", "field": "legal_name"},
		},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "legal_name"}],
	}}
}

test_no_register if {
	_found(_firm, [testing.changed(_advice, {"status": "ended"})], _parameters, "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-register",
		"args": {},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "regimes"}],
	}}
	testing.verdicts(_found(_firm, [], _parameters, "2026-11-22")) == {["firm", "no-register", ""]}
	testing.verdicts(_found(testing.changed(_firm, {"regimes": ["aba"]}), [], _parameters, "2026-11-22")) == set()
	_verdicts(_advice, {}, ["status"]) == {["not-declared", "processing_activities.status"]}
}

test_an_activity_outside_the_register if {
	every changes in [{"status": "planned"}, {"status": "ended"}] {
		_verdicts(_advice, changes, ["purposes", "regimes"]) == {["no-register", ""]}
	}
	_verdicts(_advice, {"regimes": ["us-ca-ccpa"]}, ["purposes"]) == set()
	_verdicts(_advice, {"regimes": ["us-ca-ccpa"]}, ["status"]) == set()
}

test_not_declared_whether_it_belongs_there if {
	_verdicts(_advice, {}, ["regimes", "purposes"]) == {["not-declared", "processing_activities.regimes"]}
	testing.ids(_examined(_firm, [testing.without(_advice, ["regimes"])], _parameters)) == {"firm", "advice"}
}

_small := testing.changed(_parameters, {"apply_art30_5": true})

_plain := {"uses_special_category": false, "uses_criminal_offence": false, "large_scale": false}

_small_examined(firm, changes, removed) := testing.ids(_examined(firm, [testing.changed(testing.without(object.union(_advice, _plain), removed), changes)], _small))

test_the_exception_for_small_firms if {
	_small_examined(_firm, {}, []) == {"firm"}
	_small_examined(testing.changed(_firm, {"headcount": 250}), {}, []) == {"firm", "advice"}
	_small_examined(testing.without(_firm, ["headcount"]), {}, []) == {"firm", "advice"}
	every fact, _ in _plain {
		_small_examined(_firm, {fact: true}, []) == {"firm", "advice"}
		_small_examined(_firm, {}, [fact]) == {"firm", "advice"}
	}
	_small_examined(_firm, {"dpia_triggers": ["matching"]}, []) == {"firm", "advice"}
	_small_examined(_firm, {"dpia_triggers": []}, []) == {"firm"}
	testing.ids(_examined(_firm, [object.union(_advice, _plain)], _parameters)) == {"firm", "advice"}
}

_reviewed(changes, removed, as_of) := _found(_firm, [testing.changed(testing.without(_advice, removed), changes)], _parameters, as_of)

test_reviewed_in_time if {
	_reviewed({}, [], "2026-11-22") == set()
	_reviewed({}, [], "2026-11-23") == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "review-overdue",
		"args": {
			"activity": {"collection": "processing_activities", "id": "advice"},
			"last_on": {"day": testing.day("2025-11-22")},
			"due_on": {"day": testing.day("2026-11-22")},
		},
		"relied_on": [{"collection": "processing_activities", "id": "advice", "path": "last_reviewed_on"}],
	}}
}

test_not_declared_when_it_was_reviewed if {
	_verdicts(_advice, {}, ["last_reviewed_on"]) == {["not-declared", "processing_activities.last_reviewed_on"]}
	_verdicts(_advice, {"last_reviewed_on": testing.day("2026-11-23")}, []) == {["dated-ahead", "processing_activities.last_reviewed_on"]}
	_verdicts(_advice, {"last_reviewed_on": testing.day("2026-11-22")}, []) == set()
	_verdicts(_advice, {}, ["last_reviewed_on", "regimes"]) == {["not-declared", "processing_activities.regimes"]}
	_verdicts(_advice, {"last_reviewed_on": testing.day("2026-11-23")}, ["regimes"]) == {["not-declared", "processing_activities.regimes"]}
	_verdicts(_advice, {"last_reviewed_on": testing.day("2020-11-23")}, ["regimes"]) == {["not-declared", "processing_activities.regimes"]}
}

test_examined if {
	_examined(_firm, [_advice, testing.changed(_served, {"status": "planned"})], _parameters) == {
		{"subject": {"collection": "firm", "id": "firm"}, "grade": 2},
		{"subject": {"collection": "processing_activities", "id": "advice"}, "grade": 1, "changes_on": testing.day("2026-11-23")},
	}
	testing.ids(_examined(testing.changed(_firm, {"regimes": ["aba"]}), [], _parameters)) == set()
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_european_law if {
	_not_applicable({"regimes": ["aba"]}) == "not-european"
	_not_applicable({}) == "applies"
	_not_applicable(_firm) == "applies"
}

test_reviewed_today if {
	{entry.changes_on | some entry in _examined(_firm, [testing.changed(_advice, {"last_reviewed_on": testing.day("2026-11-22")})], _parameters)} == {testing.day("2027-11-23")}
}
