package privity.transparency.tailored_policy_test

import data.lib.testing
import data.privity.transparency.tailored_policy as control

_text := "This section says in more than forty characters what people need."

_keys := ["collection", "use", "storage", "protection", "roles-and-responsibilities", "data-inventory", "access-control", "breach-response", "training", "review"]

_sections := {key: _text | some key in _keys}

_policy := {
	"id": "privacy-3",
	"kind": "privacy-policy",
	"status": "approved",
	"practice_area_ids": ["family"],
	"sections": _sections,
	"placeholder_count": 0,
	"audiences": ["internal-procedure", "client-interaction"],
	"grade": 2,
}

_areas := [{"id": "family", "active": true, "grade": 3}, {"id": "tax", "active": false, "grade": 0}]

# Another policy, of a kind of its own.
_access := {"id": "access-3", "kind": "access-control", "status": "approved", "grade": 1}

_findings(policies, areas) := found if {
	found := control.findings with data.inventory as {"policies": testing.by_id(policies), "practice_areas": testing.by_id(areas)}
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(policies, areas) := found if {
	found := control.examined with data.inventory as {"policies": testing.by_id(policies), "practice_areas": testing.by_id(areas)}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_findings([testing.changed(testing.without(_policy, removed), changes)], _areas))

_on_areas(areas) := testing.verdicts(_findings([_policy], areas))

# referring: verdicts where one section names the other policy.
_referring(section, other) := {verdict |
	some verdict in testing.verdicts(_findings([_naming(section), other], _areas))
	verdict[0] == "privacy-3"
}

_naming(section) := testing.changed(_policy, {"sections": object.union(_sections, {section: "See (access-3)."})})

_asked(facts) := {["privacy-3", "not-declared", fact] | some fact in facts}

_missing(sections) := {["privacy-3", "section-missing", section] | some section in sections}

test_tailored if _verdicts({}, []) == set()

test_a_practice_area_that_is_not_mentioned if {
	_findings([testing.changed(_policy, {"practice_area_ids": ["tax"]})], _areas) == {{
		"subject": {"collection": "policies", "id": "privacy-3"},
		"reason": "area-missing",
		"by": "family",
		"args": {
			"policy": {"collection": "policies", "id": "privacy-3"},
			"area": {"collection": "practice_areas", "id": "family"},
		},
		"relied_on": [
			{"collection": "policies", "id": "privacy-3", "path": "practice_area_ids"},
			{"collection": "practice_areas", "id": "family", "path": "active"},
		],
	}}
}

test_not_declared_whether_an_area_is_active if {
	_on_areas([{"id": "wills"}]) == _asked(["practice_areas.active"])
	_on_areas([{"id": "family"}]) == set()
}

test_each_section_is_asked_for if {
	every key in _keys {
		_verdicts({"sections": object.remove(_sections, [key])}, []) == _missing([key])
	}
	_verdicts({"sections": {key: "Short." | some key in _keys}}, []) == _missing(_keys)
	_verdicts({"sections": object.union(_sections, {"use": concat(" ", [_text, "[[TODO: firm.contact]]"])})}, []) == _missing(["use"])
}

test_a_section_that_is_missing if {
	_findings([testing.changed(_policy, {"sections": object.remove(_sections, ["training"])})], _areas) == {{
		"subject": {"collection": "policies", "id": "privacy-3"},
		"reason": "section-missing",
		"by": "training",
		"args": {"policy": {"collection": "policies", "id": "privacy-3"}, "section": "training"},
		"relied_on": [{"collection": "policies", "id": "privacy-3", "path": "sections"}],
	}}
}

test_each_section_has_words_of_its_own if {
	count({finding.args.section | some finding in _findings([testing.changed(_policy, {"sections": {}})], _areas)}) == 10
}

test_a_section_that_names_the_policy_that_covers_it if {
	_referring("access-control", _access) == set()
	_referring("access-control", testing.changed(_access, {"kind": "legal-hold", "also_covers": ["access-control"]})) == set()
	_referring("collection", _access) == set()
	_referring("storage", testing.changed(_access, {"kind": "retention-and-destruction"})) == set()
	_referring("protection", testing.changed(_access, {"kind": "information-security"})) == set()
	_referring("breach-response", testing.changed(_access, {"kind": "incident-response"})) == set()
	_referring("training", testing.changed(_access, {"kind": "training-plan"})) == set()
}

test_a_section_that_names_a_policy_that_does_not_cover_it if {
	every section in ["storage", "protection", "breach-response", "training"] {
		_referring(section, _access) == _missing([section])
	}
	every status in ["draft", "retired"] {
		_referring("access-control", testing.changed(_access, {"status": status})) == _missing(["access-control"])
	}
	_referring("access-control", testing.changed(_access, {"id": "access-33"})) == _missing(["access-control"])
	_verdicts({"sections": object.union(_sections, {"use": "See privacy-3."})}, []) == _missing(["use"])
}

test_not_declared_of_the_policy_that_is_named if {
	_referring("access-control", testing.without(_access, ["status"])) == _asked(["policies.status"])
	_referring("training", testing.without(_access, ["kind"])) == _asked(["policies.kind"])
	_referring("training", testing.without(_access, ["status", "kind"])) == _asked(["policies.status", "policies.kind"])
	_referring("training", testing.without(_access, ["status"])) == _missing(["training"])
	_referring("collection", testing.without(_access, ["kind"])) == set()
	also := {"id": "access-3", "also_covers": ["training-plan"]}
	_referring("training", also) == _asked(["policies.status"])
	_referring("training", testing.without(testing.changed(_access, {"status": "retired"}), ["kind"])) == _missing(["training"])
	[finding.relied_on | some finding in _findings([_naming("access-control"), testing.without(_access, ["status"])], _areas)] == [[{"collection": "policies", "id": "access-3", "path": "status"}]]
}

test_places_to_fill_in if {
	_findings([testing.changed(_policy, {"placeholder_count": 1})], _areas) == {{
		"subject": {"collection": "policies", "id": "privacy-3"},
		"reason": "unfilled",
		"args": {"policy": {"collection": "policies", "id": "privacy-3"}, "count": 1},
		"relied_on": [{"collection": "policies", "id": "privacy-3", "path": "placeholder_count"}],
	}}
}

test_audiences if {
	_verdicts({"audiences": []}, []) == {["privacy-3", "audience-missing", audience] | some audience in ["internal-procedure", "client-interaction"]}
	_findings([testing.changed(_policy, {"audiences": ["internal-procedure"]})], _areas) == {{
		"subject": {"collection": "policies", "id": "privacy-3"},
		"reason": "audience-missing",
		"by": "client-interaction",
		"args": {
			"policy": {"collection": "policies", "id": "privacy-3"},
			"audience": {"collection": "policies", "field": "audiences", "value": "client-interaction"},
		},
		"relied_on": [{"collection": "policies", "id": "privacy-3", "path": "audiences"}],
	}}
}

test_not_declared if {
	every field in ["practice_area_ids", "sections", "placeholder_count", "audiences", "kind", "status"] {
		_verdicts({}, [field]) == _asked([concat(".", ["policies", field])])
	}
	bare := {"id": "privacy-3", "kind": "privacy-policy", "practice_area_ids": [], "sections": {}, "placeholder_count": 3, "audiences": []}
	testing.verdicts(_findings([bare], _areas)) == _asked(["policies.status"])
	testing.verdicts(_findings([{"id": "privacy-3", "status": "approved"}], _areas)) == _asked(["policies.kind"])
	naming := testing.without(_naming("access-control"), ["status"])
	testing.verdicts(_findings([naming, testing.without(_access, ["status"])], _areas)) == _asked(["policies.status"])
}

test_examined if {
	_examined([_policy, _access], _areas) == {{"subject": {"collection": "policies", "id": "privacy-3"}, "grade": 2}}
	_examined([_naming("access-control"), _access], _areas) == {{"subject": {"collection": "policies", "id": "privacy-3"}, "grade": 1}}
	in_passing := testing.changed(_policy, {"sections": object.union(_sections, {"use": concat(" ", [_text, "See access-3."])})})
	_examined([in_passing, _access], _areas) == {{"subject": {"collection": "policies", "id": "privacy-3"}, "grade": 2}}
	_examined([testing.without(_policy, ["status"])], [{"id": "family", "active": true, "grade": 1}]) == {{"subject": {"collection": "policies", "id": "privacy-3"}, "grade": 1}}
}

test_does_not_apply if {
	every changes in [{"kind": "access-control"}, {"status": "draft"}, {"status": "retired"}] {
		other := testing.changed({"id": "privacy-3", "kind": "privacy-policy", "status": "approved"}, changes)
		_findings([other], _areas) == set()
		_examined([other], _areas) == set()
	}
}
