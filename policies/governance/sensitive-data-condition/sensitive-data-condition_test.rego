package privity.governance.sensitive_data_condition_test

import data.lib.testing
import data.privity.governance.sensitive_data_condition as control

_activity := {
	"id": "care",
	"grade": 2,
	"regimes": ["uk-gdpr"],
	"uses_special_category": true,
	"special_condition": "9-2-f",
	"matter_related": true,
	"purpose_kind": "other",
	"uses_criminal_offence": true,
	"offence_authority_ref": "DPA 2018 Sch 1 para 33",
}

_table := {"1": {}, "10": {}, "18": {}}

_found(changes, removed) := found if {
	activity := testing.changed(testing.without(_activity, removed), changes)
	found := control.findings with input as {"processing_activity": activity, "collection": "processing_activities"}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr"]}}
		with data.tables as {"uk_apd_conditions": _table}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(changes, removed) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, removed))}

_examined(changes, removed) := examined if {
	activity := testing.changed(testing.without(_activity, removed), changes)
	examined := control.examined with input as {"processing_activity": activity, "collection": "processing_activities"}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr"]}}
}

_asked(path) := ["not-declared", concat(".", ["processing_activities", path])]

test_in_order if _verdicts({}, []) == set()

test_examined_once if {
	_examined({}, []) == {{"subject": {"collection": "processing_activities", "id": "care"}, "grade": 2}}
}

test_conditions_that_the_law_knows if {
	every letter in ["a", "b", "c", "d", "e", "g", "h", "i", "j"] {
		_verdicts({"special_condition": concat("-", ["9-2", letter]), "condition_ref": "DPA 2018 Sch 1 para 2", "matter_related": false}, []) == set()
	}
}

test_no_condition if {
	_found({"special_condition": "none"}, []) == {{
		"subject": {"collection": "processing_activities", "id": "care"},
		"reason": "no-condition",
		"args": {"activity": {"collection": "processing_activities", "id": "care"}},
		"relied_on": [
			{"collection": "processing_activities", "id": "care", "path": "special_condition"},
			{"collection": "processing_activities", "id": "care", "path": "uses_special_category"},
		],
	}}
	_verdicts({}, ["special_condition"]) == {_asked("special_condition")}
	_verdicts({"special_condition": "none", "uses_special_category": false}, []) == set()
	_verdicts({"uses_special_category": false}, ["special_condition"]) == set()
}

test_legal_claims_belong_to_matters if {
	_verdicts({"matter_related": false}, []) == {["claims-condition", ""]}
	_verdicts({"matter_related": false, "purpose_kind": "conflict-check"}, []) == set()
	_verdicts({"purpose_kind": "intake"}, ["matter_related"]) == set()
	_verdicts({}, ["purpose_kind"]) == set()
	_verdicts({}, ["matter_related"]) == {_asked("matter_related")}
	_verdicts({"matter_related": false}, ["purpose_kind"]) == {_asked("purpose_kind")}
	_verdicts({"matter_related": false, "uses_special_category": false}, []) == set()
}

test_offences if {
	_verdicts({}, ["offence_authority_ref"]) == {_asked("offence_authority_ref")}
	_verdicts({"offence_authority_ref": " "}, []) == {_asked("offence_authority_ref")}
	_verdicts({"uses_criminal_offence": false}, ["offence_authority_ref"]) == set()
}

_without_document(text) := _verdicts({"condition_ref": text}, []) == {["no-policy-document", ""]}

test_a_policy_document_is_needed if {
	every text in [
		"DPA 2018 Sch 1 para 18",
		"Data Protection Act 2018, Schedule 1, paragraph 10",
		"sch. 1 Pt 2 para. 18(1)",
		"Sch 1 para 1",
	] {
		_without_document(text)
	}
	every text in ["DPA 2018 Sch 1 para 33", "Sch 1 para 100", "Sch 1 para 2", "Sch 2 para 18", "para 18"] {
		_verdicts({"condition_ref": text}, []) == set()
	}
	_verdicts({"condition_ref": "DPA 2018 Sch 1 para 18", "apd_policy_id": "P-1"}, []) == set()
	_verdicts({"condition_ref": "DPA 2018 Sch 1 para 18", "regimes": ["eu-gdpr"]}, []) == set()
	_verdicts({"condition_ref": "DPA 2018 Sch 1 para 10", "uses_special_category": false}, []) == {["no-policy-document", ""]}
}

test_some_conditions_need_one_of_the_schedule if {
	every letter in ["b", "g", "h", "i", "j"] {
		condition := concat("-", ["9-2", letter])
		_verdicts({"special_condition": condition}, []) == {_asked("condition_ref")}
		_verdicts({"special_condition": condition, "condition_ref": ""}, []) == {_asked("condition_ref")}
		_verdicts({"special_condition": condition, "regimes": ["eu-gdpr"]}, []) == set()
		_verdicts({"special_condition": condition, "uses_special_category": false}, []) == set()
	}
	every letter in ["a", "c", "d", "e", "f"] {
		_verdicts({"special_condition": concat("-", ["9-2", letter])}, []) == set()
	}
}

test_not_declared_whether_it_applies if {
	_verdicts({"uses_special_category": false}, ["uses_criminal_offence"]) == {_asked("uses_criminal_offence")}
	_verdicts({}, ["uses_criminal_offence"]) == {_asked("uses_criminal_offence")}
	_verdicts({"uses_criminal_offence": false}, ["uses_special_category"]) == {_asked("uses_special_category")}
	_verdicts({"special_condition": "none"}, ["regimes"]) == {_asked("regimes")}
	testing.ids(_examined({}, ["uses_special_category", "uses_criminal_offence", "regimes"])) == {"care"}
}

test_does_not_apply if {
	neither := {"uses_special_category": false, "uses_criminal_offence": false}
	_verdicts(neither, ["regimes"]) == set()
	_examined(neither, []) == set()
	abroad := {"regimes": ["us-ca-ccpa"], "special_condition": "none"}
	_verdicts(abroad, ["uses_criminal_offence"]) == set()
	_examined(abroad, []) == set()
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_european_law if {
	_not_applicable({"regimes": ["aba"]}) == "not-european"
	_not_applicable({}) == "applies"
	_not_applicable({"regimes": ["eu-gdpr"]}) == "applies"
}

test_an_activity_abroad_is_asked_nothing if {
	abroad := {"regimes": ["us-ca-ccpa"]}
	_verdicts(abroad, ["special_condition", "offence_authority_ref"]) == set()
	_verdicts(abroad, ["matter_related"]) == set()
	neither := {"uses_special_category": false, "uses_criminal_offence": false, "condition_ref": "DPA 2018 Sch 1 para 18"}
	_verdicts(neither, []) == set()
	_verdicts({"uses_special_category": false, "condition_ref": "DPA 2018 Sch 1 para 18"}, ["uses_criminal_offence"]) == {_asked("uses_criminal_offence")}
}

# What a finding that stands alone leads to.
_paths_of(changes, removed) := [[fact.path | some fact in finding.relied_on] | some finding in _found(changes, removed)]

test_findings_on_conditions_lead_to_their_facts if {
	_paths_of({"matter_related": false}, []) == [["matter_related", "special_condition", "purpose_kind"]]
	_paths_of({"condition_ref": "DPA 2018 Sch 1 para 18"}, []) == [["apd_policy_id", "condition_ref"]]
}
