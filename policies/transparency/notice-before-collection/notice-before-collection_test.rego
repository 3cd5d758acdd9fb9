package privity.transparency.notice_before_collection_test

import data.lib.testing
import data.privity.transparency.notice_before_collection as control

_client := {
	"id": "K-1",
	"kind": "individual",
	"status": "current",
	"first_collected_on": testing.day("2026-11-10"),
	"notice_given_on": testing.day("2026-11-10"),
	"notice_version_id": "client-2",
	"grade": 2,
}

_unasked := testing.without(_client, ["notice_given_on", "notice_version_id"])

_found(client, as_of) := found if {
	found := control.findings with input as {"client": client, "collection": "clients"}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"notice_grace_days": 3}
}

_examined(client, as_of) := found if {
	found := control.examined with input as {"client": client, "collection": "clients"}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"notice_grace_days": 3}
}

_verdicts(changes, removed) := testing.verdicts(_found(testing.changed(testing.without(_client, removed), changes), "2026-11-22"))

_silent(changes, removed, as_of) := testing.verdicts(_found(testing.changed(testing.without(_unasked, removed), changes), as_of))

_on(text) := {"notice_given_on": testing.day(text)}

_late := {["K-1", "remedied-late", ""]}

_none := {["K-1", "no-notice", ""]}

_asked(paths) := {["K-1", "not-declared", concat(".", ["clients", path])] | some path in paths}

_urgent := {"exception": {"reason": "police-station", "approved_by": "S-1"}}

test_given_on_the_day_of_collection if _verdicts({}, []) == set()

test_given_before if _verdicts(_on("2026-11-01"), []) == set()

test_given_the_day_after if {
	_found(testing.changed(_client, _on("2026-11-11")), "2026-11-22") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "remedied-late",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"due_on": {"day": testing.day("2026-11-10")},
			"met_on": {"day": testing.day("2026-11-11")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "notice_given_on"},
			{"collection": "clients", "id": "K-1", "path": "first_collected_on"},
		],
	}}
}

test_not_given if {
	_silent({}, [], "2026-11-10") == set()
	_found(_unasked, "2026-11-11") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "no-notice",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"collected_on": {"day": testing.day("2026-11-10")},
			"due_on": {"day": testing.day("2026-11-10")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "notice_given_on"},
			{"collection": "clients", "id": "K-1", "path": "first_collected_on"},
		],
	}}
}

test_a_notice_ahead_is_none_yet if {
	found := _found(testing.changed(_client, _on("2026-11-23")), "2026-11-22")
	{[finding.reason, finding.changes_on] | some finding in found} == {["no-notice", testing.day("2026-11-23")]}
	testing.verdicts(_found(testing.changed(_client, _on("2026-11-22")), "2026-11-22")) == _late
}

test_a_notice_from_an_earlier_matter if {
	_silent({"earlier_notice_on": testing.day("2024-01-01"), "notice_version_id": "client-1"}, [], "2026-11-22") == set()
	_verdicts(object.union(_on("2026-11-15"), {"earlier_notice_on": testing.day("2026-11-10")}), []) == set()
	_silent({"earlier_notice_on": testing.day("2026-11-11"), "notice_version_id": "client-1"}, [], "2026-11-22") == _late
	_silent({"earlier_notice_on": testing.day("2026-11-23")}, [], "2026-11-22") == _none
}

test_days_of_grace_for_urgent_attendance if {
	every reason in ["police-station", "emergency-injunction", "duty-scheme"] {
		urgent := {"exception": {"reason": reason, "approved_by": "S-1"}}
		_verdicts(object.union(urgent, _on("2026-11-13")), []) == set()
		_verdicts(object.union(urgent, _on("2026-11-14")), []) == _late
		_silent(urgent, [], "2026-11-13") == set()
		_silent(urgent, [], "2026-11-14") == _none
	}
	{finding.args.days_late | some finding in _found(testing.changed(_client, object.union(_urgent, _on("2026-11-14"))), "2026-11-22")} == {1}
}

test_another_exception_gives_no_days if {
	_verdicts(object.union({"exception": {"reason": "other", "approved_by": "S-1"}}, _on("2026-11-11")), []) == _late
	_verdicts(object.union({"exception": {"reason": "other"}}, _on("2026-11-11")), []) == _late
}

test_not_declared_what_the_exception_rests_on if {
	unapproved := {"exception": {"reason": "duty-scheme"}}
	_verdicts(object.union(unapproved, _on("2026-11-13")), []) == _asked(["exception.approved_by"])
	_verdicts(object.union({"exception": {"approved_by": "S-1"}}, _on("2026-11-13")), []) == _asked(["exception.reason"])
	_verdicts(object.union({"exception": {}}, _on("2026-11-13")), []) == _asked(["exception.reason", "exception.approved_by"])
	_silent(unapproved, [], "2026-11-13") == _asked(["exception.approved_by"])
	_silent(unapproved, [], "2026-11-14") == _none
	_verdicts(object.union(unapproved, _on("2026-11-14")), []) == _late
	_verdicts(unapproved, []) == set()
}

test_version_unknown if {
	_found(testing.without(_client, ["notice_version_id"]), "2026-11-22") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "version-unknown",
		"args": {"client": {"collection": "clients", "id": "K-1"}},
		"relied_on": [{"collection": "clients", "id": "K-1", "path": "notice_version_id"}],
	}}
	_silent({"earlier_notice_on": testing.day("2024-01-01")}, [], "2026-11-22") == {["K-1", "version-unknown", ""]}
}

test_not_declared_when_data_was_collected if {
	_verdicts({}, ["first_collected_on"]) == _asked(["first_collected_on"])
	_silent({}, ["first_collected_on"], "2026-11-22") == _asked(["first_collected_on"])
}

test_not_declared_whether_it_applies if {
	_silent({}, ["status"], "2026-11-22") == _asked(["status"])
	_silent({}, ["kind"], "2026-11-22") == _asked(["kind"])
	_silent({"contact_persons_recorded": false}, ["kind"], "2026-11-22") == _asked(["kind"])
	_silent({"contact_persons_recorded": true}, ["kind"], "2026-11-22") == _none
	_silent({"kind": "organisation"}, [], "2026-11-22") == _asked(["contact_persons_recorded"])
	_verdicts(_on("2026-11-11"), ["status", "notice_version_id"]) == _asked(["status"])
	_verdicts(object.union(_on("2026-11-11"), {"exception": {}}), ["status"]) == _asked(["status"])
}

test_people_of_an_organisation if {
	_silent({"kind": "organisation", "contact_persons_recorded": true}, [], "2026-11-22") == _none
	_silent({"status": "prospective"}, [], "2026-11-22") == _none
}

test_does_not_apply if {
	every changes in [
		{"status": "former"},
		{"status": "declined"},
		{"status": "contact"},
		{"kind": "organisation", "contact_persons_recorded": false},
		{"first_collected_on": testing.day("2026-11-23")},
	] {
		client := testing.changed(_unasked, changes)
		_found(client, "2026-11-22") == set()
		_examined(client, "2026-11-22") == set()
		_found(object.union({"id": "K-1"}, changes), "2026-11-22") == set()
	}
}

test_examined if {
	_examined(_client, "2026-11-22") == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 2}}
	_examined(testing.without(_client, ["first_collected_on"]), "2026-11-22") == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 2}}
}

test_examined_changes_after_the_last_good_day if {
	_changes(_unasked, "2026-11-10") == {testing.day("2026-11-11")}
	_changes(testing.changed(_unasked, _urgent), "2026-11-11") == {testing.day("2026-11-14")}
	_changes(testing.changed(_unasked, _on("2026-11-12")), "2026-11-11") == {testing.day("2026-11-12")}
	_changes(_client, "2026-11-11") == set()
	_changes(_unasked, "2026-11-11") == set()
	_changes(testing.changed(_unasked, {"exception": {"reason": "duty-scheme"}}), "2026-11-11") == {testing.day("2026-11-14")}
	_changes(testing.changed(_client, {"exception": {"reason": "duty-scheme"}}), "2026-11-11") == set()
}

_changes(client, as_of) := {entry.changes_on | some entry in _examined(client, as_of)}
