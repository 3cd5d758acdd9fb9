package privity.breach.evidence_preserved_test

import data.lib.testing
import data.privity.breach.evidence_preserved as control

# Detected on 2 November 2026, so it is decided by 9 November.
_decision := {"decision": "hold-issued", "decided_by": "S-1", "decided_on": testing.day("2026-11-04"), "legal_hold_id": "H-1"}

_not_needed := {"decision": "not-needed", "decided_by": "S-1", "decided_on": testing.day("2026-11-22"), "reasons": "No claim is likely."}

_incident := {
	"id": "I-1",
	"grade": 2,
	"kind": "personal-data-breach",
	"personal_data_breach": true,
	"risk_level": "risk",
	"client_impact": "none",
	"detected_at": testing.at("2026-11-02T10:00:00"),
	"preservation_decision": _decision,
}

_hold := {"id": "H-1", "grade": 1, "status": "active", "triggered_on": testing.day("2026-11-04")}

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found_with(record, holds, day) := found if {
	found := control.findings with input as {"incident": record}
		with data.inventory as {"legal_holds": testing.by_id(holds)}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"preservation_decision_days": 7}
}

_found(changes, removed, day) := _found_with(_record(changes, removed), [_hold], day)

_verdicts_at(changes, removed, day) := testing.verdicts(_found(changes, removed, day))

_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_with_hold(changes, removed) := testing.verdicts(_found_with(_incident, [testing.changed(testing.without(_hold, removed), changes)], "2026-11-22"))

_examined(changes, removed, day) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.inventory as {"legal_holds": {"H-1": _hold}}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"preservation_decision_days": 7}
}

_decided(changes, removed) := {"preservation_decision": testing.changed(testing.without(_decision, removed), changes)}

_not_declared(path) := ["I-1", "not-declared", path]

_not_decided := {["I-1", "hold-not-decided", ""]}

_missing := {["I-1", "hold-missing", ""]}

test_under_hold if _verdicts({}, []) == set()

test_not_decided if {
	_verdicts_at({}, ["preservation_decision"], "2026-11-09") == set()
	_verdicts_at({}, ["preservation_decision"], "2026-11-10") == _not_decided
	_verdicts({"preservation_decision": {"legal_hold_id": "H-1"}}, []) == _not_decided
	_found({}, ["preservation_decision"], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "hold-not-decided",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "preservation_decision"},
			{"collection": "incidents", "id": "I-1", "path": "detected_at"},
		],
	}}
}

test_a_decision_that_lies_ahead if {
	ahead := {"preservation_decision": testing.changed(_not_needed, {"decided_on": testing.day("2026-11-23")})}
	{[finding.reason, finding.changes_on] | some finding in _found(ahead, [], "2026-11-22")} == {["hold-not-decided", testing.day("2026-11-23")]}
	_verdicts_at(ahead, [], "2026-11-23") == set()
}

test_the_hold_is_missing if {
	_verdicts(_decided({}, ["legal_hold_id"]), []) == _missing
	_verdicts(_decided({"legal_hold_id": "H-2"}, []), []) == _missing
	_verdicts(_decided({"legal_hold_id": "H-2"}, ["decided_on"]), []) == _missing
	{[finding.args, finding.relied_on] | some finding in _found(_decided({"legal_hold_id": "H-2"}, []), [], "2026-11-22")} == {[
		{"incident": {"collection": "incidents", "id": "I-1"}},
		[{"collection": "incidents", "id": "I-1", "path": "preservation_decision.legal_hold_id"}],
	]}
}

test_a_hold_that_began_after_the_decision if {
	later := {"triggered_on": testing.day("2026-11-05")}
	_with_hold(later, []) == _missing
	_with_hold({"triggered_on": testing.day("2026-11-01")}, []) == set()
	_with_hold(object.union(later, {"status": "draft"}), []) == _missing
	{finding.relied_on | some finding in _found_with(_incident, [testing.changed(_hold, later)], "2026-11-22")} == {[
		{"collection": "incidents", "id": "I-1", "path": "preservation_decision.legal_hold_id"},
		{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"},
		{"collection": "incidents", "id": "I-1", "path": "preservation_decision.decided_on"},
	]}
}

test_a_hold_in_draft if {
	_with_hold({"status": "released"}, []) == set()
	_found_with(_incident, [testing.changed(_hold, {"status": "draft"})], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "hold-in-draft",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}},
		"relied_on": [
			{"collection": "legal_holds", "id": "H-1", "path": "status"},
			{"collection": "incidents", "id": "I-1", "path": "preservation_decision.legal_hold_id"},
		],
	}}
	_found_with(_record(_decided({}, ["decided_on"]), []), [testing.changed(_hold, {"status": "draft"})], "2026-11-22")[_].reason == "hold-in-draft"
}

test_no_hold_needs_reasons if {
	_verdicts({"preservation_decision": _not_needed}, []) == set()
	_verdicts({"preservation_decision": testing.without(_not_needed, ["decided_on"])}, []) == set()
	every bare in [
		testing.without(_not_needed, ["decided_by"]),
		testing.without(_not_needed, ["reasons"]),
		testing.changed(_not_needed, {"reasons": " "}),
	] {
		_verdicts({"preservation_decision": bare}, []) == {["I-1", "decision-not-reasoned", ""]}
	}
	{[finding.args, finding.relied_on] | some finding in _found({"preservation_decision": {"decision": "not-needed"}}, [], "2026-11-22")} == {[
		{"incident": {"collection": "incidents", "id": "I-1"}},
		[{"collection": "incidents", "id": "I-1", "path": "preservation_decision"}],
	]}
	_verdicts({"preservation_decision": testing.changed(_not_needed, {"legal_hold_id": "H-2"})}, []) == set()
}

test_not_declared if {
	_verdicts({}, ["detected_at"]) == {_not_declared("incidents.detected_at")}
	_verdicts({}, ["detected_at", "preservation_decision"]) == {_not_declared("incidents.detected_at")}
	_verdicts(_decided({}, ["decided_on"]), []) == {_not_declared("incidents.preservation_decision.decided_on")}
	_with_hold({}, ["triggered_on"]) == {_not_declared("legal_holds.triggered_on")}
	_with_hold({}, ["status"]) == {_not_declared("legal_holds.status")}
	{[finding.args.subject, finding.relied_on] | some finding in _found_with(_incident, [testing.without(_hold, ["status"])], "2026-11-22")} == {[
		{"collection": "legal_holds", "id": "H-1"},
		[{"collection": "legal_holds", "id": "H-1", "path": "status"}],
	]}
	testing.ids(_examined({}, ["detected_at", "preservation_decision"], "2026-11-22")) == {"I-1"}
}

test_what_is_serious if {
	open := ["preservation_decision"]
	_verdicts({"risk_level": "high-risk"}, open) == _not_decided
	_verdicts({"client_impact": "material", "personal_data_breach": false}, open) == _not_decided
	_verdicts({"kind": "wall-breach", "risk_level": "unlikely"}, open) == _not_decided
}

test_seriousness_is_not_declared if {
	_verdicts({}, ["risk_level", "preservation_decision", "detected_at"]) == {_not_declared("incidents.risk_level")}
	_verdicts({"preservation_decision": {"decision": "not-needed"}}, ["personal_data_breach"]) == {_not_declared("incidents.personal_data_breach")}
	_examined({}, ["risk_level", "preservation_decision"], "2026-11-03") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
}

test_does_not_apply if {
	every changes in [{"risk_level": "unlikely"}, {"personal_data_breach": false}, {"detected_at": testing.at("2026-11-23T10:00:00")}] {
		_verdicts(changes, ["preservation_decision"]) == set()
		_examined(changes, [], "2026-11-22") == set()
	}
}

test_examined if {
	_examined({}, [], "2026-11-22") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 1}}
	_examined({"preservation_decision": _not_needed}, [], "2026-11-22") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	{entry.changes_on | some entry in _examined({}, ["preservation_decision"], "2026-11-03")} == {testing.day("2026-11-10")}
	{entry.changes_on | some entry in _examined({}, [], "2026-11-04")} == set()
}
