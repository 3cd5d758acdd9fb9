package privity.rights.erasure_spares_holds_test

import data.lib.testing
import data.privity.rights.erasure_spares_holds as control

_request := {
	"id": "R-1",
	"grade": 2,
	"right": "erasure",
	"status": "answered",
	"received_on": testing.day("2026-05-01"),
	"erased_asset_ids": ["A-1"],
	"erased_on": testing.day("2026-06-01"),
}

# A-1 may go from 1 June 2026: two years from the end of the matter.
_file := {
	"id": "A-1",
	"grade": 3,
	"client_id": "K-1",
	"matter_ids": ["M-1"],
	"retention_rule_ids": ["two-years", "no-minimum"],
	"retention_trigger_on": testing.day("2024-06-01"),
}

_rules := testing.by_id([
	{"id": "two-years", "trigger_event": "matter-closed", "min_period": {"years": 2}},
	{"id": "five-years", "trigger_event": "last-entry", "min_period": {"years": 5}},
	{"id": "no-minimum", "trigger_event": "collected", "period": {"years": 9}},
])

_hold := {
	"id": "H-1",
	"grade": 1,
	"status": "released",
	"triggered_on": testing.day("2026-03-01"),
	"released_on": testing.day("2026-06-01"),
	"matter_ids": ["M-1"],
}

_of(request, file, held) := {"findings": found, "examined": examined} if {
	unit := {"client": {"id": "K-1"}, "rights_requests": {request.id: request}, "client_files": {file.id: file}}
	inventory := {
		"legal_holds": testing.by_id(held),
		"retention_rules": _rules,
		"data_assets": testing.by_id([{"id": "list", "retention_rule_ids": ["two-years"]}, {"id": "box", "custodian_ids": ["S-1"]}]),
		"incidents": {"I-1": {"id": "I-1"}},
	}
	found := control.findings with input as unit
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"strict_hold": true}
	examined := control.examined with input as unit
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"strict_hold": true}
}

_verdicts(changes, file, held) := testing.verdicts(_of(testing.changed(_request, changes), testing.changed(_file, file), held).findings)

test_erased_when_it_could_go if {
	_verdicts({}, {}, []) == set()
	_verdicts({}, {}, [_hold]) == set() # the day of release is free
}

test_erased_under_a_hold if {
	running := testing.changed(_hold, {"released_on": testing.day("2026-06-02")})
	_of(_request, _file, [running]).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "erased-under-hold",
		"by": "A-1/H-1",
		"args": {
			"asset": {"collection": "client_files", "id": "A-1"},
			"erased_on": {"day": testing.day("2026-06-01")},
			"hold": {"collection": "legal_holds", "id": "H-1"},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "erased_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "erased_asset_ids"},
			{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		],
	}}
	_verdicts({}, {}, [testing.changed(running, {"triggered_on": testing.day("2026-06-02")})]) == set()
	_verdicts({}, {"matter_ids": ["M-2"]}, [running]) == set()
	_verdicts({"erased_asset_ids": ["F-9"]}, {}, [testing.changed(running, {"asset_ids": ["F-9"]})]) == {["R-1", "erased-under-hold", "F-9/H-1"]}
	_verdicts({"erased_asset_ids": ["box"]}, {}, [testing.changed(running, {"custodians": [{"staff_id": "S-1"}]})]) == {["R-1", "erased-under-hold", "box/H-1"]}
	_verdicts({"right": "ccpa-delete", "status": "partly-refused"}, {}, [running]) == {["R-1", "erased-under-hold", "A-1/H-1"]}
}

test_erased_too_early if {
	_of(testing.changed(_request, {"erased_on": testing.day("2026-05-31")}), _file, []).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "erased-too-early",
		"by": "A-1",
		"args": {
			"asset": {"collection": "client_files", "id": "A-1"},
			"erased_on": {"day": testing.day("2026-05-31")},
			"keep_until": {"day": testing.day("2026-06-01")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "erased_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "erased_asset_ids"},
			{"collection": "client_files", "id": "A-1", "path": "retention_trigger_on"},
		],
	}}
	too_early := {["R-1", "erased-too-early", "A-1"]}
	_verdicts({}, {"retention_rule_ids": ["two-years", "five-years"]}, []) == too_early
	_verdicts({}, {"retention_triggers": [{"event": "matter-closed", "on": testing.day("2024-06-02")}]}, []) == too_early
	_verdicts({}, {"retention_triggers": [{"event": "last-entry", "on": testing.day("2026-01-01")}]}, []) == set()
	_verdicts({"erased_on": testing.day("2026-11-23")}, {"retention_rule_ids": ["five-years"]}, []) == set()
}

test_dealt_with_as_an_incident if {
	handled := testing.changed(_request, {"erased_on": testing.day("2026-05-31"), "incident_id": "I-1"})
	_of(handled, _file, [_hold]).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "handled-as-incident",
		"by": "A-1",
		"args": {"asset": {"collection": "client_files", "id": "A-1"}, "erased_on": {"day": testing.day("2026-05-31")}},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "incident_id"},
			{"collection": "rights_requests", "id": "R-1", "path": "erased_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "erased_asset_ids"},
		],
	}}
	_verdicts({"erased_on": testing.day("2026-05-31"), "incident_id": "I-9"}, {}, []) == {["R-1", "erased-too-early", "A-1"]}
}

_refused := {
	"id": "R-2",
	"right": "erasure",
	"status": "refused",
	"received_on": testing.day("2026-05-01"),
	"asset_ids": ["A-1", "F-9"],
	"refusal": {"ground": "legal-hold", "reasons_given_on": testing.day("2026-05-31")},
}

test_refused_for_a_hold if {
	_of(_refused, _file, [_hold]).findings == set()
	released := testing.changed(_refused, {"refusal": {"ground": "legal-hold", "reasons_given_on": testing.day("2026-06-01")}})
	_of(released, _file, [_hold]).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-2"},
		"reason": "hold-not-found",
		"by": "A-1",
		"args": {"received_on": {"day": testing.day("2026-05-01")}},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-2", "path": "refusal.ground"},
			{"collection": "rights_requests", "id": "R-2", "path": "refusal.reasons_given_on"},
			{"collection": "rights_requests", "id": "R-2", "path": "asset_ids"},
		],
	}}
	testing.verdicts(_of(testing.changed(_refused, {"asset_ids": ["list"]}), _file, [_hold]).findings) == {["R-2", "hold-not-found", "list"]}
	other := {"refusal": {"ground": "excessive", "reasons_given_on": testing.day("2026-06-01")}}
	_of(testing.changed(_refused, other), _file, []).findings == set()
	_of(testing.changed(released, {"status": "answered"}), _file, []).findings == set()
}

test_not_declared if {
	testing.verdicts(_of(testing.without(_request, ["right"]), _file, []).findings) == {["R-1", "not-declared", "rights_requests.right"]}
	testing.verdicts(_of(testing.without(_request, ["status"]), _file, []).findings) == {["R-1", "not-declared", "rights_requests.status"]}
	testing.verdicts(_of(testing.without(_request, ["erased_on"]), _file, []).findings) == {["R-1", "not-declared", "rights_requests.erased_on"]}
	testing.verdicts(_of(testing.without(_request, ["erased_on", "erased_asset_ids"]), _file, []).findings) == set()
	testing.verdicts(_of(_request, testing.without(_file, ["retention_trigger_on"]), []).findings) == {["R-1", "not-declared", "client_files.retention_trigger_on"]}
	_verdicts({"erased_asset_ids": ["list"]}, {}, []) == {["R-1", "not-declared", "data_assets.retention_trigger_on"]}
	undated := testing.changed(_refused, {"refusal": {"ground": "legal-hold"}})
	testing.verdicts(_of(undated, _file, []).findings) == {["R-2", "not-declared", "rights_requests.refusal.reasons_given_on"]}
}

_nothing := {"findings": set(), "examined": set()}

test_does_not_apply if {
	_of(testing.changed(_request, {"right": "access"}), _file, [_hold]) == _nothing
	_of(testing.changed(_request, {"status": "open"}), _file, [_hold]) == _nothing
	_of(testing.changed(testing.without(_request, ["right"]), {"status": "withdrawn"}), _file, [_hold]) == _nothing
}

test_examined_rests_on_what_was_erased_and_on_its_holds if {
	_of(_request, _file, []).examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 2}}
	_of(_request, _file, [_hold]).examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 1}}
	testing.ids(_of(_refused, _file, [_hold]).examined) == {"R-2"}
}

_grades(request, held) := {entry.grade | some entry in _of(request, _file, held).examined}

test_only_what_is_seen_and_covers_the_thing_weighs if {
	elsewhere := testing.changed(_hold, {"id": "H-2", "grade": 0, "matter_ids": ["M-2"]})
	_grades(_request, [elsewhere]) == {2}
	_grades(_request, [_hold, elsewhere]) == {1}
	_grades(_request, [testing.changed(testing.without(_hold, ["matter_ids"]), {"asset_ids": ["A-1"]})]) == {1}
	_grades(testing.changed(_request, {"erased_asset_ids": ["A-1", "F-9"]}), []) == {2}
}

test_the_last_day_of_an_event_counts if {
	triggers := [{"event": "matter-closed", "on": testing.day("2024-06-02")}, {"event": "matter-closed", "on": testing.day("2024-05-01")}]
	_verdicts({}, {"retention_triggers": triggers}, []) == {["R-1", "erased-too-early", "A-1"]}
}

test_nothing_is_judged_before_it_is_known_what_was_asked_and_decided if {
	early := testing.changed(_request, {"erased_on": testing.day("2026-05-31")})
	every field in ["right", "status"] {
		testing.verdicts(_of(testing.without(early, [field]), _file, []).findings) == {["R-1", "not-declared", concat(".", ["rights_requests", field])]}
	}
}

test_a_rule_without_a_least_period_asks_for_no_day if {
	_of(_request, testing.changed(testing.without(_file, ["retention_trigger_on"]), {"retention_rule_ids": ["no-minimum"]}), []).findings == set()
}

test_not_declared_when_it_was_received if {
	testing.verdicts(_of(testing.without(_refused, ["received_on"]), _file, [_hold]).findings) == {["R-2", "not-declared", "rights_requests.received_on"]}
}
