package privity.transparency.told_of_material_changes_test

import data.lib.testing
import data.privity.transparency.told_of_material_changes as control

_client := {"id": "K-1", "status": "current", "notice_version_id": "client-1", "grade": 3}

_first := {
	"id": "client-1",
	"family_id": "client",
	"status": "retired",
	"effective_on": testing.day("2025-01-01"),
	"material_change": true,
	"grade": 2,
}

# In effect from the day that is judged; the client was told on the very day.
_second := {
	"id": "client-2",
	"family_id": "client",
	"status": "published",
	"effective_on": testing.day("2026-11-22"),
	"material_change": true,
	"change_communication": {"sent_on": testing.day("2026-11-22"), "client_ids": ["K-1"]},
	"grade": 1,
}

_found(client, notices) := found if {
	found := control.findings with input as {"client": client, "collection": "clients"}
		with data.inventory as {"privacy_notices": testing.by_id(notices)}
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(client, notices) := found if {
	found := control.examined with input as {"client": client, "collection": "clients"}
		with data.inventory as {"privacy_notices": testing.by_id(notices)}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_found(_client, [_first, testing.changed(testing.without(_second, removed), changes)]))

_silent := testing.without(_second, ["change_communication"])

_message(sent_on, clients) := {"change_communication": {"sent_on": testing.day(sent_on), "client_ids": clients}}

_not_told := {["K-1", "not-told", "client-2"]}

_asked(facts) := {["K-1", "not-declared", fact] | some fact in facts}

test_told_on_the_day if _verdicts({}, []) == set()

test_everyone_was_told if _verdicts(_message("2026-11-01", ["all"]), []) == set()

test_not_told if {
	_verdicts(_message("2026-11-01", ["K-2"]), []) == _not_told
	_verdicts(_message("2026-11-01", []), []) == _not_told
	late := object.union({"effective_on": testing.day("2026-11-01")}, _message("2026-11-20", ["K-2"]))
	_verdicts(late, []) == _not_told
	_found(_client, [_first, _silent]) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "not-told",
		"by": "client-2",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"notice": {"collection": "privacy_notices", "id": "client-2"},
			"effective_on": {"day": testing.day("2026-11-22")},
		},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "change_communication"},
			{"collection": "clients", "id": "K-1", "path": "notice_version_id"},
		],
	}}
}

test_told_late if {
	late := testing.changed(_second, {"effective_on": testing.day("2026-11-21")})
	_found(_client, [_first, late]) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "remedied-late",
		"by": "client-2",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"notice": {"collection": "privacy_notices", "id": "client-2"},
			"due_on": {"day": testing.day("2026-11-21")},
			"met_on": {"day": testing.day("2026-11-22")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "change_communication"},
			{"collection": "clients", "id": "K-1", "path": "notice_version_id"},
		],
	}}
}

test_a_message_ahead_has_told_nobody if {
	found := _found(_client, [_first, testing.changed(_second, _message("2026-11-23", ["all"]))])
	{[finding.reason, finding.changes_on] | some finding in found} == {["not-told", testing.day("2026-11-23")]}
	others := _found(_client, [_first, testing.changed(_second, _message("2026-11-23", ["K-2"]))])
	{object.get(finding, "changes_on", 0) | some finding in others} == {0}
}

test_each_later_version_counts if {
	third := testing.changed(_silent, {"id": "client-3", "effective_on": testing.day("2026-11-01")})
	testing.verdicts(_found(_client, [_first, _silent, third])) == _not_told | {["K-1", "not-told", "client-3"]}
}

test_whoever_has_a_version_or_a_later_one_knows_it if {
	testing.verdicts(_found(testing.changed(_client, {"notice_version_id": "client-2"}), [_first, _silent])) == set()
	testing.verdicts(_found(testing.changed(_client, {"notice_version_id": "client-2"}), [testing.changed(_first, {"status": "published"}), _silent])) == set()
	twin := testing.changed(_silent, {"effective_on": _first.effective_on})
	testing.verdicts(_found(_client, [_first, twin])) == set()
}

test_other_versions_do_not_count if {
	every changes in [
		{"material_change": false},
		{"status": "draft"},
		{"status": "approved"},
		{"status": "retired"},
		{"family_id": "web"},
		{"effective_on": testing.day("2026-11-23")},
	] {
		other := testing.changed(_silent, changes)
		_found(_client, [_first, other]) == set()
		_examined(_client, [_first, other]) == set()
	}
}

test_not_declared_of_the_later_version if {
	every field in ["material_change", "status", "effective_on"] {
		testing.verdicts(_found(_client, [_first, testing.without(_silent, [field])])) == _asked([concat(".", ["privacy_notices", field])])
	}
	testing.verdicts(_found(_client, [_first, testing.without(testing.changed(_silent, {"status": "draft"}), ["effective_on"])])) == set()
	testing.verdicts(_found(_client, [_first, testing.without(testing.changed(_silent, {"effective_on": testing.day("2024-01-01")}), ["status"])])) == set()
}

test_not_declared_of_the_clients_own_version if {
	testing.verdicts(_found(_client, [testing.without(_first, ["family_id"]), _silent])) == _asked(["privacy_notices.family_id"])
	testing.verdicts(_found(_client, [_silent])) == _asked(["privacy_notices.family_id"])
	testing.verdicts(_found(_client, [testing.without(_first, ["effective_on"]), _silent])) == _asked(["privacy_notices.effective_on"])
	testing.verdicts(_found(_client, [testing.without(_first, ["effective_on"])])) == set()
	testing.verdicts(_found(_client, [testing.changed(testing.without(_first, ["effective_on"]), {"status": "published"})])) == set()
	[finding.relied_on | some finding in _found(_client, [_silent])] == [[{"collection": "privacy_notices", "id": "client-1", "path": "family_id"}]]
}

test_not_declared_of_the_message if {
	_verdicts({"change_communication": {"client_ids": ["all"]}}, []) == _asked(["privacy_notices.change_communication.sent_on"])
	_verdicts({"change_communication": {"sent_on": testing.day("2026-11-01")}}, []) == _asked(["privacy_notices.change_communication.client_ids"])
	_verdicts({"change_communication": {"client_ids": ["K-2"]}}, []) == _not_told
}

test_not_declared_whether_the_client_is_current if {
	client := testing.without(_client, ["status"])
	testing.verdicts(_found(client, [_first, _silent])) == _asked(["clients.status"])
	testing.verdicts(_found(client, [_first])) == set()
	late := testing.changed(_second, {"effective_on": testing.day("2026-11-21")})
	testing.verdicts(_found(client, [_first, late])) == _asked(["clients.status"])
}

test_examined if {
	_examined(_client, [_first, _second]) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 1}}
	_examined(_client, [testing.without(_first, ["family_id"])]) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 2}}
	_examined(_client, []) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 3}}
}

test_examined_changes_when_the_next_change_takes_effect_untold if {
	next := testing.changed(_silent, {"id": "client-3", "effective_on": testing.day("2027-01-04"), "grade": 0})
	_examined(_client, [_first, _second, next]) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"grade": 1,
		"changes_on": testing.day("2027-01-04"),
	}}
	_turn([_first, _second, testing.changed(next, _message("2027-01-04", ["K-1"]))]) == set()
	_turn([_first, _second, testing.changed(next, _message("2027-01-01", ["K-2"]))]) == {testing.day("2027-01-04")}
	_turn([_first, _second, testing.changed(next, _message("2027-01-05", ["K-1"]))]) == {testing.day("2027-01-04")}
	_turn([_first, _second, testing.changed(next, {"material_change": false})]) == set()
	_turn([_first, _second, testing.changed(next, {"status": "draft"})]) == set()
	_turn([_first, _second, testing.changed(next, {"family_id": "web"})]) == set()
}

_turn(notices) := {entry.changes_on | some entry in _examined(_client, notices)}

test_does_not_apply if {
	every client in [
		testing.changed(_client, {"status": "former"}),
		testing.changed(_client, {"status": "prospective"}),
		testing.without(_client, ["notice_version_id"]),
	] {
		_found(client, [_first, _silent]) == set()
		_examined(client, [_first, _silent]) == set()
		_found(client, []) == set()
	}
	_examined(_client, [_first]) == set()
}
