package privity.breach.insurer_and_regulator_test

import data.lib.testing
import data.privity.breach.insurer_and_regulator as control

# Detected on 2 November 2026: both are decided by 9 November.
_incident := {
	"id": "I-1",
	"grade": 2,
	"kind": "personal-data-breach",
	"personal_data_breach": true,
	"risk_level": "risk",
	"client_impact": "none",
	"detected_at": testing.at("2026-11-02T10:00:00"),
	"insurer_decision": {"decision": "notified", "on": testing.day("2026-11-03")},
	"regulator_decision": {"decision": "reported", "on": testing.day("2026-11-03")},
}

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found_of(record, firm, day) := found if {
	found := control.findings with input as {"incident": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"insurer_decision_days": 7, "regulator_decision_days": 7}
}

_firm := {"regimes": ["uk-gdpr", "sra"]}

_found(changes, removed, day) := _found_of(_record(changes, removed), _firm, day)

_verdicts_at(changes, removed, day) := testing.verdicts(_found(changes, removed, day))

_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_verdicts_of(changes, removed, firm) := testing.verdicts(_found_of(_record(changes, removed), firm, "2026-11-22"))

_examined_of(changes, removed, firm, day) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"insurer_decision_days": 7, "regulator_decision_days": 7}
}

_examined(changes, removed, day) := _examined_of(changes, removed, _firm, day)

_insurer_open := ["I-1", "insurer-not-decided", ""]

_regulator_open := ["I-1", "regulator-not-decided", ""]

_not_declared(path) := ["I-1", "not-declared", path]

_not_reasoned(field) := ["I-1", "decision-not-reasoned", field]

test_both_were_told if {
	_verdicts({}, []) == set()
	_verdicts_at({}, [], "2026-11-08") == set()
}

test_the_insurer_was_not_decided if {
	_verdicts_at({}, ["insurer_decision", "regulator_decision"], "2026-11-07") == set()
	_verdicts_at({}, ["insurer_decision", "regulator_decision"], "2026-11-08") == {["I-1", "decision-due", ""]}
	_verdicts_at({}, ["insurer_decision", "regulator_decision"], "2026-11-09") == {["I-1", "decision-due", ""]}
	_verdicts_at({}, ["insurer_decision", "regulator_decision"], "2026-11-10") == {_insurer_open, _regulator_open}
	_verdicts({"insurer_decision": {"decided_by": "S-1"}}, []) == {_insurer_open}
	_found({}, ["insurer_decision"], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "insurer-not-decided",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "insurer_decision"},
			{"collection": "incidents", "id": "I-1", "path": "detected_at"},
		],
	}}
	_found({}, ["insurer_decision", "regulator_decision"], "2026-11-08") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "decision-due",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"due_on": {"day": testing.day("2026-11-09")},
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "insurer_decision"},
			{"collection": "incidents", "id": "I-1", "path": "detected_at"},
		],
		"changes_on": testing.day("2026-11-10"),
	}}
}

test_the_regulator_was_not_decided if {
	_verdicts({"regulator_decision": {"decided_by": "S-1"}}, []) == {_regulator_open}
	_found({}, ["regulator_decision"], "2026-11-22") == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "regulator-not-decided",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "regulator_decision"},
			{"collection": "incidents", "id": "I-1", "path": "detected_at"},
		],
	}}
}

test_what_lies_ahead_is_not_decided if {
	tomorrow := testing.day("2026-11-23")
	told := {"decision": "notified", "on": tomorrow}
	planned := {"decision": "not-needed", "decided_by": "S-1", "decided_on": tomorrow, "reasons": "No claim is likely."}
	every decision in [told, planned] {
		{[finding.reason, finding.changes_on] | some finding in _found({"insurer_decision": decision}, [], "2026-11-22")} == {["insurer-not-decided", tomorrow]}
		_verdicts_at({"insurer_decision": decision}, [], "2026-11-23") == set()
	}
	later := {"decision": "not-reportable", "decided_by": "S-1", "decided_on": tomorrow, "reasons": "One letter."}
	{[finding.reason, finding.changes_on] | some finding in _found({"regulator_decision": later}, [], "2026-11-22")} == {["regulator-not-decided", tomorrow]}
	_verdicts_at({"regulator_decision": later}, [], "2026-11-23") == set()
}

test_a_decision_not_to_tell_is_reasoned if {
	insurer := {"decision": "not-needed", "decided_by": "S-1", "reasons": "No claim is likely."}
	_verdicts({"insurer_decision": insurer}, []) == set()
	every bare in [testing.without(insurer, ["decided_by"]), testing.without(insurer, ["reasons"]), testing.changed(insurer, {"reasons": " "})] {
		_verdicts({"insurer_decision": bare}, []) == {_not_reasoned("insurer_decision")}
	}
	regulator := testing.changed(insurer, {"decision": "not-reportable"})
	_verdicts({"regulator_decision": regulator}, []) == set()
	every bare in [testing.without(regulator, ["decided_by"]), testing.without(regulator, ["reasons"]), testing.changed(regulator, {"reasons": ""})] {
		_verdicts({"regulator_decision": bare}, []) == {_not_reasoned("regulator_decision")}
	}
	both := {"insurer_decision": {"decision": "not-needed"}, "regulator_decision": {"decision": "not-reportable"}}
	{[finding.args, finding.relied_on] | some finding in _found(both, [], "2026-11-22")} == {
		[
			{
				"incident": {"collection": "incidents", "id": "I-1"},
				"recipient": {"collection": "incidents", "field": "notifications.recipient_kind", "value": "insurer"},
			},
			[{"collection": "incidents", "id": "I-1", "path": "insurer_decision"}],
		],
		[
			{"incident": {"collection": "incidents", "id": "I-1"}, "recipient": "the professional regulator"},
			[{"collection": "incidents", "id": "I-1", "path": "regulator_decision"}],
		],
	}
}

test_under_review_for_thirty_days if {
	review := {"regulator_decision": {"decision": "under-review", "decided_on": testing.day("2026-11-05")}}
	_verdicts_at(review, ["insurer_decision"], "2026-12-05") == {_insurer_open}
	_verdicts_at(review, ["insurer_decision"], "2026-12-06") == {_insurer_open, _regulator_open}
	_verdicts({"regulator_decision": {"decision": "under-review"}}, []) == {_not_declared("incidents.regulator_decision.decided_on")}
	{entry.changes_on | some entry in _examined(review, [], "2026-11-22")} == {testing.day("2026-12-06")}
}

test_when_they_were_told if {
	_verdicts({"insurer_decision": {"decision": "notified"}}, []) == {_not_declared("incidents.insurer_decision.on")}
	_verdicts({"regulator_decision": {"decision": "reported"}}, []) == {_not_declared("incidents.regulator_decision.on")}
}

test_only_some_firms_report_to_a_regulator if {
	every regime in ["sra", "aba", "us-ca-bar"] {
		_verdicts_of({}, ["regulator_decision"], {"regimes": ["eu-gdpr", regime]}) == {_regulator_open}
	}
	every decision in [{}, {"decision": "not-reportable"}, {"decision": "under-review"}, {"decision": "reported"}, {"decision": "under-review", "decided_on": 1}] {
		_verdicts_of({"regulator_decision": decision}, [], {"regimes": ["eu-gdpr"]}) == set()
	}
	every decision in [{}, {"decision": "under-review", "decided_on": testing.day("2026-11-20")}] {
		_examined_of({"regulator_decision": decision}, [], {"regimes": ["eu-gdpr"]}, "2026-11-03") == _examined({}, [], "2026-11-22")
	}
}

test_a_firm_that_does_not_say_its_laws if {
	asked := {_not_declared("firm.regimes")}
	_verdicts_of({}, [], {}) == set()
	_verdicts_of({}, ["regulator_decision"], {}) == asked
	good := {"decision": "not-reportable", "decided_by": "S-1", "reasons": "One letter."}
	_verdicts_of({"regulator_decision": good}, [], {}) == set()
	every decision in [testing.without(good, ["reasons"]), {"decision": "reported"}, {"decision": "under-review", "decided_by": "S-1", "reasons": "Facts are missing.", "on": testing.day("2026-11-20")}] {
		_verdicts_of({"regulator_decision": decision}, [], {}) == asked
	}
	{[finding.args.subject, finding.relied_on] | some finding in _found_of(_record({}, ["regulator_decision"]), {}, "2026-11-22")} == {[
		{"collection": "firm", "id": "firm"},
		[{"collection": "firm", "id": "firm", "path": "regimes"}],
	]}
}

test_when_it_was_detected_is_not_declared if {
	_verdicts({}, ["detected_at"]) == {_not_declared("incidents.detected_at")}
	_verdicts({}, ["detected_at", "insurer_decision", "regulator_decision"]) == {_not_declared("incidents.detected_at")}
	testing.ids(_examined({}, ["detected_at", "insurer_decision"], "2026-11-22")) == {"I-1"}
}

_open := ["insurer_decision", "regulator_decision"]

test_what_is_serious if {
	both := {_insurer_open, _regulator_open}
	_verdicts({}, array.concat(_open, ["kind", "client_impact"])) == both
	_verdicts({"risk_level": "high-risk"}, _open) == both
	every impact in ["material", "substantially-likely-material"] {
		_verdicts({"client_impact": impact, "personal_data_breach": false}, _open) == both
	}
	_verdicts({"kind": "wall-breach", "personal_data_breach": false}, _open) == both
}

test_seriousness_is_not_declared if {
	_verdicts({}, ["personal_data_breach"]) == {_not_declared("incidents.personal_data_breach")}
	_verdicts({}, array.concat(_open, ["risk_level", "client_impact"])) == {_not_declared("incidents.risk_level"), _not_declared("incidents.client_impact")}
	_verdicts_of({"personal_data_breach": false}, array.concat(_open, ["kind", "detected_at"]), {}) == {_not_declared("incidents.kind")}
	_examined({}, array.concat(_open, ["risk_level"]), "2026-11-03") == _examined({}, [], "2026-11-22")
}

test_does_not_apply if {
	every changes in [{"risk_level": "unlikely"}, {"personal_data_breach": false}, {"detected_at": testing.at("2026-11-23T10:00:00")}] {
		_verdicts(changes, _open) == set()
		_examined(changes, [], "2026-11-22") == set()
	}
	_verdicts({"client_impact": "service-impaired", "risk_level": "unlikely"}, _open) == set()
}

test_examined if {
	_examined({}, [], "2026-11-22") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	{entry.changes_on | some entry in _examined({}, ["insurer_decision"], "2026-11-03")} == {testing.day("2026-11-08")}
	{entry.changes_on | some entry in _examined({}, ["regulator_decision"], "2026-11-03")} == {testing.day("2026-11-10")}
}
