package privity.repository.no_personal_data_in_files_test

import data.lib.testing
import data.privity.repository.no_personal_data_in_files as control

_match := {"file": "inventory/staff.yaml", "line": 12, "field": "note", "looks_like": "e-mail"}

_inventory(matches) := {"repository": {"grade": 2, "tracked_matches": matches}}

_findings(matches) := found if {
	found := control.findings with data.inventory as _inventory(matches)
}

_verdicts(matches) := testing.verdicts(_findings(matches))

_kind(looks_like) := testing.changed(_match, {"looks_like": looks_like})

test_nothing_found if _verdicts([]) == set()

test_what_identifies_a_person if {
	every kind in ["e-mail", "phone", "birth-date", "government-id", "account-number"] {
		by := concat("/", ["inventory/staff.yaml/note", kind])
		_verdicts([_kind(kind)]) == {["repository", "identifies-a-person", by]}
	}
}

test_the_finding_names_file_and_kind_and_nothing_else if {
	_findings([_match]) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "identifies-a-person",
		"by": "inventory/staff.yaml/note/e-mail",
		"args": {
			"file": {"collection": "repository", "field": "tracked_matches.file", "value": "inventory/staff.yaml"},
			"kind": {"collection": "repository", "field": "tracked_matches.looks_like", "value": "e-mail"},
		},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "tracked_matches.0"}],
	}}
}

test_a_name if {
	_verdicts([_kind("person-name")]) == {["repository", "looks-like-a-name", "inventory/staff.yaml/note/person-name"]}
}

test_what_a_matter_is_about if {
	_verdicts([_kind("client-or-matter-title")]) == {["repository", "matter-detail", "inventory/staff.yaml/note/client-or-matter-title"]}
}

test_a_report_that_may_not_be_recorded if {
	_findings([_kind("money-laundering-report")]) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "secret-report",
		"by": "inventory/staff.yaml/note/money-laundering-report",
		"args": {"file": {"collection": "repository", "field": "tracked_matches.file", "value": "inventory/staff.yaml"}},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "tracked_matches.0"}],
	}}
}

test_each_place_is_a_finding if {
	matches := [
		_match,
		testing.changed(_match, {"line": 13, "nth": 2}),
		testing.changed(_match, {"field": "title"}),
		testing.changed(_match, {"file": "waivers.yaml"}),
		_kind("phone"),
	]
	count(_findings(matches)) == 5
}

test_a_line_is_no_part_of_what_a_finding_is if {
	_verdicts([testing.changed(_match, {"line": 99})]) == _verdicts([_match])
	_verdicts([testing.changed(_match, {"nth": 2})]) == {["repository", "identifies-a-person", "inventory/staff.yaml/note/e-mail/2"]}
}

test_more_than_are_listed if {
	inventory := {"repository": {"grade": 2, "tracked_matches": [], "not_listed": {"tracked_matches": 7}}}
	found := control.findings with data.inventory as inventory
	found == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "more-than-listed",
		"args": {"count": 7},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "not_listed.tracked_matches"}],
	}}
}

test_a_place_without_line_and_field if {
	_verdicts([testing.without(_match, ["line", "field"])]) == {["repository", "identifies-a-person", "inventory/staff.yaml//e-mail"]}
}

test_examined if {
	examined := control.examined with data.inventory as _inventory([])
	examined == {{"subject": {"collection": "repository", "id": "repository"}, "grade": 2}}
}

test_where_nothing_was_looked_through_nothing_is_examined if {
	every inventory in [{}, {"repository": {}}] {
		examined := control.examined with data.inventory as inventory
		examined == set()
		findings := control.findings with data.inventory as inventory
		findings == set()
	}
}
