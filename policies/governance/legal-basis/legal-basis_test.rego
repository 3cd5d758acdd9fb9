package privity.governance.legal_basis_test

import data.lib.testing
import data.privity.governance.legal_basis as control

_activity := {
	"id": "advice",
	"grade": 2,
	"status": "active",
	"regimes": ["uk-gdpr", "sra"],
	"lawful_basis": "contract",
	"purposes": [{"id": "advise"}],
	"purpose_kind": "other",
	"data_subject_categories": ["clients"],
	"started_on": testing.day("2026-11-02"),
}

_interests := {"lawful_basis": "legitimate-interests", "lia": {"completed_on": testing.day("2026-11-02"), "outcome": "passes"}}

_found(changes, removed) := found if {
	activity := testing.changed(testing.without(_activity, removed), changes)
	found := control.findings with input as {"processing_activity": activity, "collection": "processing_activities"}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr"]}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(changes, removed) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, removed))}

_examined(changes, removed) := examined if {
	activity := testing.changed(testing.without(_activity, removed), changes)
	examined := control.examined with input as {"processing_activity": activity, "collection": "processing_activities"}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr"]}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_entry(bases) := {"purposes": [{"id": "advise", "bases": bases}]}

test_bases_that_the_law_knows if {
	every basis in ["contract", "vital-interests", "consent"] {
		_verdicts({"lawful_basis": basis}, []) == set()
	}
	every basis in ["legal-obligation", "public-task"] {
		_verdicts({"lawful_basis": basis, "legal_reference": "An Act"}, []) == set()
	}
	_verdicts(_interests, []) == set()
}

test_no_valid_basis if {
	_verdicts({"lawful_basis": "none"}, []) == {["no-valid-basis", "advise/uk-gdpr"]}
	_found({"lawful_basis": "none"}, []) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "no-valid-basis",
		"by": "advise/uk-gdpr",
		"args": {
			"activity": {"collection": "processing_activities", "id": "advice"},
			"purpose": {"collection": "processing_activities", "id": "advice", "field": "purposes", "part": "advise"},
			"regime": {"collection": "processing_activities", "field": "regimes", "value": "uk-gdpr"},
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "advice", "path": "lawful_basis"},
			{"collection": "processing_activities", "id": "advice", "path": "purposes"},
		],
	}}
}

test_recognised_interests_are_known_in_the_united_kingdom_alone if {
	_verdicts({"lawful_basis": "recognised-legitimate-interest", "regimes": ["uk-gdpr", "eu-gdpr"]}, []) == {["no-valid-basis", "advise/eu-gdpr"]}
}

test_each_purpose_and_each_law if {
	_verdicts({"lawful_basis": "none", "regimes": ["uk-gdpr", "eu-gdpr", "us-ca-ccpa"], "purposes": [{"id": "a"}, {"id": "b"}]}, []) == {
		["no-valid-basis", "a/uk-gdpr"],
		["no-valid-basis", "a/eu-gdpr"],
		["no-valid-basis", "b/uk-gdpr"],
		["no-valid-basis", "b/eu-gdpr"],
	}
	_verdicts(object.union({"lawful_basis": "none"}, _entry([{"lawful_basis": "contract"}])), []) == set()
	_verdicts(_entry([{"regime": "uk-gdpr", "lawful_basis": "none"}]), []) == {["no-valid-basis", "advise/uk-gdpr"]}
	_verdicts(_entry([{"regime": "eu-gdpr", "lawful_basis": "none"}]), []) == set()
}

_weighed(lia) := _verdicts({"lawful_basis": "legitimate-interests", "lia": lia}, [])

test_interests_that_do_not_prevail if {
	_weighed({"completed_on": testing.day("2026-11-02"), "outcome": "fails"}) == {["balancing-fails", "advise/uk-gdpr"]}
}

test_interests_not_weighed if {
	_verdicts({"lawful_basis": "legitimate-interests"}, []) == {["no-balancing", "advise/uk-gdpr"]}
	_weighed({}) == {["no-balancing", "advise/uk-gdpr"]}
	_weighed({"completed_on": testing.day("2026-11-22"), "outcome": "passes"}) == {["remedied-late", "advise/uk-gdpr"]}
	_weighed({"completed_on": testing.day("2026-11-23"), "outcome": "passes"}) == {["no-balancing", "advise/uk-gdpr"]}
	[finding.changes_on | some finding in _found({"lawful_basis": "legitimate-interests", "lia": {"completed_on": testing.day("2026-11-23"), "outcome": "passes"}}, [])] == [testing.day("2026-11-23")]
}

test_weighed_late if {
	_weighed({"completed_on": testing.day("2026-11-03"), "outcome": "passes"}) == {["remedied-late", "advise/uk-gdpr"]}
	late := {"lawful_basis": "legitimate-interests", "lia": {"completed_on": testing.day("2026-11-05"), "outcome": "passes"}}
	{finding.args | some finding in _found(late, [])} == {{
		"activity": {"collection": "processing_activities", "id": "advice"},
		"purpose": {"collection": "processing_activities", "id": "advice", "field": "purposes", "part": "advise"},
		"met_on": {"day": testing.day("2026-11-05")},
		"due_on": {"day": testing.day("2026-11-02")},
		"days_late": 3,
	}}
	added := {"purposes": [{"id": "advise", "added_on": testing.day("2026-11-05")}]}
	_verdicts(object.union(late, added), []) == set()
	earlier := {"purposes": [{"id": "advise", "added_on": testing.day("2026-10-05")}]}
	_verdicts(object.union(late, earlier), []) == {["remedied-late", "advise/uk-gdpr"]}
}

test_what_is_missing_of_the_weighing if {
	_weighed({"outcome": "passes"}) == {["not-declared", "processing_activities.lia.completed_on"]}
	_weighed({"completed_on": testing.day("2026-11-02")}) == {["not-declared", "processing_activities.lia.outcome"]}
	_verdicts(_interests, ["started_on"]) == {["not-declared", "processing_activities.started_on"]}
	_verdicts(object.union(_interests, {"status": "planned"}), ["started_on"]) == set()
}

test_the_weighing_of_a_purpose if {
	own := _entry([{"lawful_basis": "legitimate-interests", "lia": {"completed_on": testing.day("2026-11-01"), "outcome": "fails"}}])
	_verdicts(own, []) == {["balancing-fails", "advise/uk-gdpr"]}
	_verdicts(object.union(_interests, own), []) == {["balancing-fails", "advise/uk-gdpr"]}
	_verdicts(object.union(_interests, _entry([{"lawful_basis": "legitimate-interests"}])), []) == set()
	elsewhere := object.union({"lia": _interests.lia, "lawful_basis": "contract"}, _entry([{"lawful_basis": "legitimate-interests"}]))
	_verdicts(elsewhere, []) == {["no-balancing", "advise/uk-gdpr"]}
	_verdicts(object.union(_interests, _entry([{"regime": "eu-gdpr", "lawful_basis": "consent", "lia": {"outcome": "fails"}}])), []) == set()
}

test_the_law_behind_a_duty if {
	every basis in ["legal-obligation", "public-task"] {
		_verdicts({"lawful_basis": basis}, []) == {["no-reference", "advise/uk-gdpr"]}
		_verdicts({"lawful_basis": basis, "legal_reference": " "}, []) == {["no-reference", "advise/uk-gdpr"]}
		_verdicts(_entry([{"lawful_basis": basis, "legal_reference": "An Act"}]), []) == set()
		_verdicts(_entry([{"lawful_basis": basis}]), []) == {["no-reference", "advise/uk-gdpr"]}
	}
}

test_consent_that_is_rarely_free if {
	_verdicts({"lawful_basis": "consent", "purpose_kind": "legal-representation"}, []) == {["consent-unlikely", "advise/uk-gdpr"]}
	_verdicts({"lawful_basis": "consent", "data_subject_categories": ["clients", "Employees of the firm"]}, []) == {["consent-unlikely", "advise/uk-gdpr"]}
	_verdicts({"lawful_basis": "consent", "data_subject_categories": ["Staff"]}, []) == {["consent-unlikely", "advise/uk-gdpr"]}
	_verdicts({"purpose_kind": "legal-representation", "data_subject_categories": ["staff"]}, []) == set()
}

test_not_declared_whether_consent_is_free if {
	_verdicts({"lawful_basis": "consent"}, ["purpose_kind"]) == {["not-declared", "processing_activities.purpose_kind"]}
	_verdicts({"lawful_basis": "consent"}, ["data_subject_categories"]) == {["not-declared", "processing_activities.data_subject_categories"]}
	_verdicts({"lawful_basis": "consent", "purpose_kind": "legal-representation"}, ["data_subject_categories"]) == {["consent-unlikely", "advise/uk-gdpr"]}
	_verdicts({}, ["purpose_kind", "data_subject_categories"]) == set()
}

test_not_declared_on_which_basis if {
	_verdicts({}, ["lawful_basis"]) == {["not-declared", "processing_activities.lawful_basis"]}
	_verdicts({}, ["purposes"]) == {["not-declared", "processing_activities.purposes"]}
	_verdicts({"purposes": []}, []) == {["not-declared", "processing_activities.purposes"]}
	_verdicts(_entry([{"regime": "uk-gdpr"}]), []) == {["not-declared", "processing_activities.purposes.bases.lawful_basis"]}
	_verdicts(_entry([{"legal_reference": "An Act"}]), []) == {["not-declared", "processing_activities.purposes.bases.lawful_basis"]}
	_verdicts(_entry([{"regime": "eu-gdpr", "lawful_basis": "none"}]), ["lawful_basis"]) == {["not-declared", "processing_activities.lawful_basis"]}
}

test_not_declared_whether_it_applies if {
	_verdicts({"lawful_basis": "none"}, ["status"]) == {["not-declared", "processing_activities.status"]}
	_verdicts({}, ["regimes", "lawful_basis", "purposes"]) == {["not-declared", "processing_activities.regimes"]}
	testing.ids(_examined({}, ["status", "regimes"])) == {"advice"}
}

test_does_not_apply if {
	every changes in [{"status": "ended"}, {"regimes": ["us-ca-ccpa"]}] {
		_verdicts(object.union(changes, {"lawful_basis": "none"}), []) == set()
		_examined(changes, []) == set()
	}
	_examined({"status": "ended"}, ["regimes"]) == set()
	_examined({"regimes": ["aba"]}, ["status"]) == set()
	_verdicts({"status": "planned", "lawful_basis": "none"}, []) == {["no-valid-basis", "advise/uk-gdpr"]}
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "processing_activities", "id": "advice"}, "grade": 2}}
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_european_law if {
	_not_applicable({"regimes": ["aba"]}) == "not-european"
	_not_applicable({}) == "applies"
	_not_applicable({"regimes": ["eu-gdpr"]}) == "applies"
}

test_outside_the_law_nothing_is_asked if {
	every changes in [{"status": "ended"}, {"regimes": ["us-ca-ccpa"]}] {
		_verdicts(changes, ["purposes", "lawful_basis"]) == set()
	}
	_verdicts({"status": "ended"}, ["regimes"]) == set()
	_verdicts({"regimes": ["us-ca-ccpa"]}, ["status"]) == set()
}

test_the_entry_for_the_basis_counts if {
	both := _entry([
		{"lawful_basis": "consent", "legal_reference": "A consent"},
		{"lawful_basis": "consent", "lia": {"outcome": "fails"}},
	])
	_verdicts(both, []) == set()
}
