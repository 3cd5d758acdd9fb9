package privity.minimisation.only_needed_categories_test

import data.lib.testing
import data.privity.minimisation.only_needed_categories as control

_activity := {
	"id": "billing",
	"grade": 1,
	"status": "active",
	"data_category_ids": ["contact", "payment"],
	"necessary_data_category_ids": ["payment", "contact", "time-records"],
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_activity, removed), changes)
	found := control.findings with input as {"processing_activity": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_activity, removed), changes)
	examined := control.examined with input as {"processing_activity": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the activity above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

test_uses_only_what_it_needs_in_any_order if _verdicts({}, []) == set()

test_uses_nothing if _verdicts({"data_category_ids": []}, []) == set()

test_examined if {
	entry := {"subject": {"collection": "processing_activities", "id": "billing"}, "grade": 1}
	_examined({}, []) == {entry}
	_examined({}, ["status"]) == {entry}
	_examined({}, ["necessary_data_category_ids"]) == {entry}
}

test_does_not_apply_unless_active if {
	every status in ["planned", "ended"] {
		_examined({"status": status}, ["necessary_data_category_ids"]) == set()
		_verdicts({"status": status}, ["necessary_data_category_ids"]) == set()
	}
}

test_a_category_beyond_need if {
	_found({"data_category_ids": ["contact", "health"]}, []) == {{
		"subject": {"collection": "processing_activities", "id": "billing"},
		"reason": "surplus-category",
		"by": "health",
		"args": {
			"activity": {"collection": "processing_activities", "id": "billing"},
			"category": {"collection": "data_categories", "id": "health"},
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "billing", "path": "data_category_ids"},
			{"collection": "processing_activities", "id": "billing", "path": "necessary_data_category_ids"},
		],
	}}
}

test_one_finding_for_each_category if {
	_verdicts({"data_category_ids": ["health", "contact", "religion", "health"]}, []) == {
		["billing", "surplus-category", "health"],
		["billing", "surplus-category", "religion"],
	}
}

test_an_empty_list_of_needs_makes_all_surplus if {
	_verdicts({"necessary_data_category_ids": []}, []) == {
		["billing", "surplus-category", "contact"],
		["billing", "surplus-category", "payment"],
	}
}

test_not_declared if {
	_verdicts({}, ["necessary_data_category_ids"]) == {
		["billing", "not-declared", "processing_activities.necessary_data_category_ids"],
	}
	_verdicts({}, ["data_category_ids"]) == {["billing", "not-declared", "processing_activities.data_category_ids"]}
	_verdicts({}, ["data_category_ids", "necessary_data_category_ids"]) == {
		["billing", "not-declared", "processing_activities.data_category_ids"],
		["billing", "not-declared", "processing_activities.necessary_data_category_ids"],
	}
}

test_without_a_status_nothing_else_is_judged if {
	_verdicts({"necessary_data_category_ids": []}, ["status"]) == {["billing", "not-declared", "processing_activities.status"]}
}
