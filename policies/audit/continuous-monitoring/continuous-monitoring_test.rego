package privity.audit.continuous_monitoring_test

import data.lib.testing
import data.privity.audit.continuous_monitoring as control

_system := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"alerting": {"enabled": true, "realtime": true},
	"audit_log": {"enabled": true, "last_reviewed_on": testing.day("2026-10-23")},
	"evidence": {"grade": "fed"},
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"log_review_days": 30, "alert_handling_hours": 24}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"log_review_days": 30, "alert_handling_hours": 24}
}

# in: a part of the system above, changed as said.
_in(part, changes) := {part: testing.changed(_system[part], changes)}

_less(part, removed) := {part: testing.without(_system[part], removed)}

_not_declared(paths) := {["dms", "not-declared", concat("", ["systems.", path])] | some path in paths}

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_dms := {"collection": "systems", "id": "dms"}

_on(path) := [{"collection": "systems", "id": "dms", "path": path}]

test_does_not_apply if {
	every changes in [{"holds_client_data": false}, {"medium": "paper"}] {
		_examined(changes, []) == set()
		_verdicts(changes, []) == set()
	}
}

test_undecided_whether_it_applies if {
	_verdicts({}, ["medium"]) == _not_declared(["medium"])
	_verdicts({}, ["medium", "holds_client_data"]) == _not_declared(["medium", "holds_client_data"])
	_examined({}, ["medium"]) == {{"subject": _dms, "grade": 1}}
	_verdicts({"medium": "paper"}, ["holds_client_data"]) == set()
}

_attested(day) := {"evidence": {"grade": "attested", "on": testing.day(day)}}

test_watched if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_no_alerts_and_nothing_more_is_asked_of_them if {
	_verdicts({"alerting": {"enabled": false}}, []) == {["dms", "no-alerts", ""]}
	_verdicts({"alerting": {"enabled": false, "realtime": false}}, []) == {["dms", "no-alerts", ""]}
}

test_not_realtime if {
	_verdicts(_in("alerting", {"realtime": false}), []) == {["dms", "not-realtime", ""]}
	_verdicts({"alerting": {"realtime": false}}, []) == {["dms", "not-realtime", ""]} | _not_declared(["alerting.enabled"])
}

_since(moment) := _in("alerting", {"oldest_unhandled_at": moment})

test_alert_unhandled if {
	_verdicts(_since(testing.at("2026-11-22T00:00:00")), []) == set()
	_verdicts(_since(testing.at("2026-11-21T23:59:59")), []) == {["dms", "alert-unhandled", ""]} | set()
	since := {"day": testing.day("2026-11-20"), "ms": testing.at("2026-11-20T10:00:00").ms}
	_args(_found(_since(since), []), "alert-unhandled") == {["", {"system": _dms, "since": since}, _on("alerting.oldest_unhandled_at"), 0]}
	_examined(_since(testing.at("2026-11-22T12:00:00")), []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_a_waiting_alert_typed_by_hand_is_believed_for_a_week if {
	log := {"audit_log": {"enabled": true, "attested_on": testing.day("2026-11-20")}}
	since := object.union(log, _since(testing.at("2026-11-01T10:00:00")))
	found := _found(object.union(since, _attested("2026-11-15")), ["evidence"])
	{[finding.reason, finding.changes_on] | some finding in found} == {["alert-unhandled", testing.day("2026-11-23")]}
	_verdicts(object.union(since, _attested("2026-11-14")), ["evidence"]) == set()
	_verdicts(since, ["evidence"]) == _not_declared(["evidence.on"])
}

test_log_not_reviewed if {
	found := _found(_in("audit_log", {"last_reviewed_on": testing.day("2026-10-22")}), [])
	testing.verdicts(found) == {["dms", "log-not-reviewed", ""]}
	_args(found, "log-not-reviewed") == {["", {"system": _dms, "last_on": {"day": testing.day("2026-10-22")}}, _on("audit_log.last_reviewed_on"), 0]}
	_verdicts(_in("audit_log", {"last_reviewed_on": testing.day("2026-11-22")}), []) == set()
}

test_typed_by_hand_a_confirmation_of_the_review_counts if {
	_verdicts(_attested("2026-10-23"), ["evidence"]) == set()
	_verdicts(_attested("2026-10-22"), ["evidence"]) == {["dms", "log-not-reviewed", ""]}
	confirmed := _in("audit_log", {"attested_on": testing.day("2026-10-23")})
	_verdicts(object.union(confirmed, _attested("2026-01-01")), ["evidence"]) == set()
	_verdicts({"audit_log": {"enabled": true, "attested_on": testing.day("2026-10-22")}}, []) == {["dms", "log-not-reviewed", ""]}
}

test_a_review_that_lies_ahead if {
	_verdicts(_in("audit_log", {"last_reviewed_on": testing.day("2026-11-23")}), []) == {["dms", "dated-ahead", "systems.audit_log.last_reviewed_on"]}
}

test_without_a_log_there_is_nothing_to_review if _verdicts({"audit_log": {"enabled": false}}, []) == set()

test_not_declared if {
	_verdicts({}, ["alerting"]) == _not_declared(["alerting.enabled"])
	_verdicts(_less("alerting", ["realtime"]), []) == _not_declared(["alerting.realtime"])
	_verdicts({}, ["audit_log"]) == _not_declared(["audit_log.last_reviewed_on"])
	_verdicts(_less("audit_log", ["last_reviewed_on"]), ["evidence"]) == _not_declared(["audit_log.attested_on"])
	_verdicts({}, ["evidence"]) == _not_declared(["audit_log.attested_on"])
}

test_nothing_is_said_of_a_system_out_of_scope if {
	every changes in [
		{"alerting": {"enabled": false}},
		{"alerting": {"enabled": true, "realtime": false}},
		{"alerting": {"enabled": true, "realtime": true, "oldest_unhandled_at": testing.at("2026-11-01T00:00:00")}},
		{"alerting": {}},
		{"audit_log": {"enabled": true, "last_reviewed_on": testing.day("2026-01-01")}},
		{"audit_log": {"enabled": true}},
	] {
		_verdicts(object.union(changes, {"medium": "paper"}), []) == set()
	}
}

_turns(hours, since) := day if {
	record := object.union(testing.changed(_system, _since(testing.at(since))), _in("audit_log", {"last_reviewed_on": testing.day("2026-11-22")}))
	some entry in control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"log_review_days": 30, "alert_handling_hours": hours}
	day := entry.changes_on
}

# Without an alert that runs out, the log turns the verdict, looked at today: on 23 December.
test_the_day_on_which_an_alert_has_waited_too_long if {
	every row in [
		[24, "2026-11-22T12:00:00", "2026-11-23"],
		[24, "2026-11-21T12:00:00", "2026-11-23"],
		[24, "2026-11-20T12:00:00", "2026-12-23"],
		[72, "2026-11-22T12:00:00", "2026-11-25"],
		[23, "2026-11-22T12:00:00", "2026-11-23"],
		[23, "2026-11-21T12:00:00", "2026-12-23"],
	] {
		_turns(row[0], row[1]) == testing.day(row[2])
	}
}

test_what_the_system_says_of_an_alert_stays_true if {
	fed := {"evidence": {"grade": "fed", "on": testing.day("2026-11-20")}}
	found := _found(object.union(fed, _since(testing.at("2026-11-01T10:00:00"))), [])
	testing.verdicts(found) == {["dms", "alert-unhandled", ""]}
	{day | some finding in found; day := finding.changes_on} == set()
}

test_typed_by_hand_without_the_day_of_the_evidence if {
	log := {"audit_log": {"enabled": true, "attested_on": testing.day("2026-11-20")}}
	undated := object.union({"evidence": {"grade": "attested"}}, log)
	_verdicts(object.union(undated, _since(testing.at("2026-11-01T10:00:00"))), ["evidence"]) == _not_declared(["evidence.on"])
	_verdicts(undated, ["evidence"]) == set()
}

test_evidence_of_something_else_is_no_review_of_the_log if {
	_verdicts(object.union(_attested("2026-11-20"), _less("audit_log", ["last_reviewed_on"])), ["evidence"]) == _not_declared(["audit_log.attested_on"])
	_verdicts(object.union(_attested("2026-11-20"), {"audit_log": {"enabled": false}}), ["evidence"]) == set()
}

test_only_a_review_that_has_been_runs_out if {
	_examined(_in("audit_log", {"last_reviewed_on": testing.day("2026-11-22")}), []) == {{"subject": _dms, "grade": 1, "changes_on": testing.day("2026-12-23")}}
	_examined(_in("audit_log", {"last_reviewed_on": testing.day("2026-11-23")}), []) == {{"subject": _dms, "grade": 1}}
}
