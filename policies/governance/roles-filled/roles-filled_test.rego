package privity.governance.roles_filled_test

import data.lib.testing
import data.privity.governance.roles_filled as control

_offices := {
	"privacy-lead": {"staff_id": "S-1"},
	"security-lead": {"staff_id": "S-2"},
	"incident-lead": {"staff_id": "S-1", "deputy_id": "S-2"},
	"records-manager": {"staff_id": "S-3"},
	"general-counsel-or-colp": {"staff_id": "S-1"},
}

_firm := {"grade": 2, "headcount": 9, "offices": _offices}

_roles := testing.by_id([
	{"id": "partner", "grade": 1, "privacy_duties": ["answers for the team"]},
	{"id": "clerk", "grade": 3, "privacy_duties": ["checks who asks"]},
])

_findings(firm, roles) := found if {
	found := control.findings with data.inventory as {"firm": firm, "roles": roles}
		with input as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(changes, removed) := testing.verdicts(_findings(testing.changed(testing.without(_firm, removed), changes), _roles))

# with_office: of a firm in which an office is filled otherwise.
_with_office(office, filled) := _verdicts({"offices": testing.changed(_offices, {office: filled})}, [])

test_every_office_is_held if _verdicts({}, []) == set()

test_an_office_that_is_vacant if {
	every office in object.keys(_offices) {
		_verdicts({"offices": testing.without(_offices, [office])}, []) == {["firm", "office-vacant", office]}
		_with_office(office, {"deputy_id": "S-3"}) == {["firm", "office-vacant", office]}
	}
}

test_no_office_is_recorded if {
	every changed in [_verdicts({}, ["offices"]), _verdicts({"offices": {}}, [])] {
		changed == {["firm", "office-vacant", office] | some office, _ in _offices}
	}
}

test_an_office_that_is_not_required if _verdicts({"offices": object.union(_offices, {"cofa": {}})}, []) == set()

test_what_is_said_of_a_vacant_office if {
	_findings(testing.changed(_firm, {"offices": testing.without(_offices, ["privacy-lead"])}), _roles) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "office-vacant",
		"by": "privacy-lead",
		"args": {"office": {"collection": "firm", "field": "offices.privacy-lead"}},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "offices.privacy-lead.staff_id"}],
	}}
}

test_the_incident_lead_has_a_deputy if {
	_with_office("incident-lead", {"staff_id": "S-1"}) == {["firm", "no-deputy", ""]}
	_with_office("incident-lead", {"staff_id": "S-1", "deputy_id": "S-1"}) == {["firm", "no-deputy", ""]}
	_with_office("privacy-lead", {"staff_id": "S-1"}) == set()
}

test_one_who_works_alone_needs_no_deputy if {
	alone := {"offices": testing.changed(_offices, {"incident-lead": {"staff_id": "S-1"}})}
	_verdicts(object.union(alone, {"headcount": 1}), []) == set()
	_verdicts(object.union(alone, {"headcount": 2}), []) == {["firm", "no-deputy", ""]}
	_verdicts(alone, ["headcount"]) == {["firm", "not-declared", "firm.headcount"]}
	_verdicts({}, ["headcount"]) == set()
}

test_what_is_said_of_a_missing_deputy if {
	found := _findings(testing.changed(_firm, {"offices": testing.changed(_offices, {"incident-lead": {"staff_id": "S-1"}})}), _roles)
	{[finding.args, [fact.path | some fact in finding.relied_on]] | some finding in found} == {[{}, ["offices.incident-lead.deputy_id", "headcount"]]}
}

test_a_role_without_duties if {
	_findings(_firm, testing.by_id([{"id": "clerk", "privacy_duties": []}])) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "role-without-duties",
		"by": "clerk",
		"args": {"role": {"collection": "roles", "id": "clerk"}},
		"relied_on": [{"collection": "roles", "id": "clerk", "path": "privacy_duties"}],
	}}
}

test_roles_whose_duties_are_not_declared if {
	_findings(_firm, testing.by_id([{"id": "clerk"}, {"id": "barrister"}])) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "not-declared",
		"by": "roles.privacy_duties",
		"args": {
			"subject": {"collection": "roles", "id": "barrister"},
			"fact": {"collection": "roles", "field": "privacy_duties"},
		},
		"relied_on": [
			{"collection": "roles", "id": "barrister", "path": "privacy_duties"},
			{"collection": "roles", "id": "clerk", "path": "privacy_duties"},
		],
	}}
}

test_examined_is_the_firm_with_its_roles if {
	examined := control.examined with data.inventory as {"firm": _firm, "roles": _roles} with input as {}
	examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1}}
}
