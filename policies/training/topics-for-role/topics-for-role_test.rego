package privity.training.topics_for_role_test

import data.lib.testing
import data.privity.training.topics_for_role as control

_base := ["privacy-principles", "consent", "breach-recognition-and-response", "documentation", "secure-data-handling", "recognising-vulnerabilities"]

_person := {"id": "S-1", "grade": 3, "role_id": "clerk", "status": "active", "start_date": testing.day("2026-11-07")}

_role := {
	"id": "clerk",
	"grade": 2,
	"required_topics": ["consent", "ai-literacy"],
	"handles_privacy_inquiries": false,
}

_record := {
	"id": "TR-1",
	"grade": 1,
	"staff_id": "S-1",
	"passed": true,
	"completed_on": testing.day("2025-11-22"),
	"topics": array.concat(_base, ["ai-literacy"]),
}

_judged(person, role, firm, records, sessions) := judged if {
	unit := {"staff_member": person, "training_records": testing.by_id(records)}
	inventory := {
		"firm": firm,
		"roles": testing.by_id([role]),
		"training_sessions": testing.by_id(sessions),
	}
	judged := {"findings": control.findings, "examined": control.examined} with input as unit
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"refresher_months": 12, "induction_days": 14}
}

_firm := {"regimes": ["us-ca-ccpa"]}

_changed(record, changes, removed) := testing.changed(testing.without(record, removed), changes)

_of_person(changes, removed, records) := _judged(_changed(_person, changes, removed), _role, _firm, records, [])

_of_role(changes, removed, firm, records) := testing.verdicts(_judged(_person, _changed(_role, changes, removed), firm, records, []).findings)

_with(changes, removed) := testing.verdicts(_of_person({}, [], [_changed(_record, changes, removed)]).findings)

_with_session(changes, removed) := testing.verdicts(_judged(_person, _role, _firm, [], [_changed(_session, changes, removed)]).findings)

_session := {
	"id": "spring",
	"held_on": testing.day("2026-04-01"),
	"topics": array.concat(_base, ["ai-literacy"]),
	"attendees": ["clerk"],
}

_missing := {["S-1", "topic-missing", ""]}

_asked(path) := ["S-1", "not-declared", path]

_path(collection, id, path) := {"collection": collection, "id": id, "path": path}

_topic(topic) := {"collection": "training_records", "field": "topics", "value": topic}

test_all_topics_on_the_last_day if _with({}, []) == set()

test_topics_missing if {
	_of_person({}, [], [_changed(_record, {"topics": ["documentation", "consent", "privacy-principles", "secure-data-handling"]}, [])]).findings == {{
		"subject": {"collection": "staff", "id": "S-1"},
		"reason": "topic-missing",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"months": 12,
			"topics": [_topic("ai-literacy"), _topic("breach-recognition-and-response"), _topic("recognising-vulnerabilities")],
		},
		"relied_on": [
			_path("staff", "S-1", "role_id"),
			_path("staff", "S-1", "start_date"),
			_path("roles", "clerk", "required_topics"),
		],
	}}
	every topic in _record.topics {
		_with({"topics": [one | some one in _record.topics; one != topic]}, []) == _missing
	}
	testing.verdicts(_of_person({}, [], []).findings) == _missing
}

test_what_does_not_count if {
	_with({"completed_on": testing.day("2025-11-21")}, []) == _missing
	_with({"completed_on": testing.day("2026-11-23")}, []) == _missing
	_with({"completed_on": testing.day("2026-11-22")}, []) == set()
	_with({"passed": false}, []) == _missing
}

test_sessions_count if {
	_with_session({}, []) == set()
	_with_session({"attendees": ["partner"]}, []) == _missing
	_with_session({"held_on": testing.day("2025-11-21")}, []) == _missing
	_with_session({"topics": _base}, []) == _missing
}

test_without_the_register_sessions_still_count if {
	found := control.findings with input as {"staff_member": _person}
		with data.inventory as {"firm": _firm, "roles": {"clerk": _role}, "training_sessions": {"spring": _session}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"refresher_months": 12, "induction_days": 14}
	found == set()
}

test_california_asks_for_more_of_those_who_answer_requests if {
	handles := {"handles_privacy_inquiries": true}
	_of_role(handles, [], _firm, [_record]) == _missing
	_of_role(handles, [], _firm, [_changed(_record, {"topics": array.concat(_record.topics, ["ccpa-requests"])}, [])]) == set()
	_of_role(handles, [], {"regimes": ["eu-gdpr"]}, [_record]) == set()
	_of_role(handles, [], {}, [_record]) == {_asked("firm.regimes")}
	_of_role({}, [], {}, [_record]) == set()
	_of_role({}, ["handles_privacy_inquiries"], _firm, [_record]) == {_asked("roles.handles_privacy_inquiries")}
	_of_role({}, ["handles_privacy_inquiries"], {}, [_record]) == {_asked("roles.handles_privacy_inquiries")}
	_of_role({}, ["handles_privacy_inquiries"], {"regimes": ["eu-gdpr"]}, [_record]) == set()
	trained := _changed(_record, {"topics": array.concat(_record.topics, ["ccpa-requests"])}, [])
	_of_role({}, ["handles_privacy_inquiries"], _firm, [trained]) == set()
	_of_role(handles, [], {}, [trained]) == set()
	needs := array.concat(_role.required_topics, ["ccpa-requests"])
	_of_role({"required_topics": needs}, ["handles_privacy_inquiries"], _firm, [_record]) == _missing
}

test_during_induction_and_away_it_does_not_apply if {
	none := {"findings": set(), "examined": set()}
	_of_person({"start_date": testing.day("2026-11-08")}, [], []) == none
	testing.verdicts(_of_person({"start_date": testing.day("2026-11-07")}, [], []).findings) == _missing
	every status in ["on-leave", "left"] {
		_of_person({"status": status}, [], []) == none
	}
}

test_not_declared_on_the_person if {
	testing.verdicts(_of_person({}, ["status"], []).findings) == {_asked("staff.status")}
	testing.verdicts(_of_person({}, ["status", "role_id", "start_date"], [_changed(_record, {}, ["topics"])]).findings) == {_asked("staff.status")}
	testing.verdicts(_judged(_changed(_person, {}, ["status"]), {"id": "clerk", "handles_privacy_inquiries": true}, {}, [], []).findings) == {_asked("staff.status")}
	testing.verdicts(_of_person({}, ["start_date"], []).findings) == {_asked("staff.start_date")}
	testing.verdicts(_of_person({}, ["start_date"], [_record]).findings) == set()
	testing.verdicts(_of_person({}, ["role_id"], [_record]).findings) == {_asked("staff.role_id")}
	testing.verdicts(_of_person({}, ["role_id"], []).findings) == _missing | {_asked("staff.role_id")}
}

test_not_declared_on_the_role if {
	found := _judged(_person, _changed(_role, {}, ["required_topics"]), _firm, [_record], []).findings
	{[finding.by, finding.args.subject, finding.relied_on] | some finding in found} == {[
		"roles.required_topics",
		{"collection": "roles", "id": "clerk"},
		[_path("roles", "clerk", "required_topics")],
	]}
	testing.verdicts(_of_person({"role_id": "gone"}, [], [_record]).findings) == {_asked("roles.required_topics")}
	_of_role({"required_topics": []}, [], _firm, [_changed(_record, {"topics": _base}, [])]) == set()
}

test_not_declared_on_a_training if {
	every path in ["passed", "completed_on", "topics"] {
		_with({}, [path]) == {_asked(concat(".", ["training_records", path]))}
	}
	_with({"topics": ["conflicts-and-walls"]}, ["passed"]) == _missing
	testing.verdicts(_of_person({}, [], [_record, _changed(_record, {"id": "TR-2"}, ["topics"])]).findings) == set()
	every path in ["attendees", "held_on", "topics"] {
		_with_session({}, [path]) == {_asked(concat(".", ["training_sessions", path]))}
	}
}

test_examined if {
	subject := {"collection": "staff", "id": "S-1"}
	later := _changed(_record, {"id": "TR-2", "grade": 2, "completed_on": testing.day("2026-01-10"), "topics": _base}, [])
	_of_person({}, [], [_record, later]).examined == {{"subject": subject, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	renewed := _changed(later, {"topics": _record.topics}, [])
	_of_person({}, [], [_record, renewed]).examined == {{"subject": subject, "grade": 2, "changes_on": testing.day("2027-01-11")}}
	_of_person({}, ["status", "start_date"], []).examined == {{"subject": subject, "grade": 2}}
	_of_person({"role_id": "gone"}, [], []).examined == {{"subject": subject, "grade": 3}}
}

test_the_topics_of_everyone_need_no_role if {
	every topic in _base {
		rest := _changed(_record, {"topics": [one | some one in _base; one != topic]}, [])
		found := _of_role({"required_topics": []}, [], _firm, [rest])
		found == _missing
	}
	_of_role({"required_topics": []}, [], _firm, [_changed(_record, {"topics": _base}, [])]) == set()
}

test_for_one_topic_everything_is_asked if {
	rest := _changed(_record, {"topics": _base}, [])
	testing.verdicts(_of_person({}, ["start_date"], [rest]).findings) == {_asked("staff.start_date")}
	doubtful := _changed(_record, {"id": "TR-2", "topics": ["ai-literacy"]}, ["passed"])
	testing.verdicts(_of_person({}, [], [rest, doubtful]).findings) == {_asked("training_records.passed")}
}
