package privity.ai.output_checked_test

import data.lib.testing
import data.privity.ai.output_checked as control

_use := {
	"id": "U-1",
	"grade": 2,
	"ai_system_id": "reader",
	"used_on": testing.day("2026-11-22"),
	"output_used_in": "advice",
	"verified_by": "S-1",
	"verified_at": testing.at("2026-11-22T10:00:00"),
	"relied_on_at": testing.at("2026-11-22T10:00:00"),
}

_all := ["information", "representations", "human-review", "contest"]

_decision := object.union(_use, {
	"output_used_in": "decision-about-person",
	"human_involvement": "none",
	"subject_regime": "eu",
	"adm": {"ground": "contract", "special_category": false, "safeguards": _all},
})

_judged(use) := judged if {
	judged := {"findings": control.findings, "examined": control.examined} with input as {"ai_use": use}
		with data.inventory as {"incidents": {"I-1": {"id": "I-1"}}}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(use) := testing.verdicts(_judged(use).findings)

_changed(record, changes, removed) := testing.changed(testing.without(record, removed), changes)

_with(changes, removed) := _verdicts(_changed(_use, changes, removed))

_adm(regime, adm) := _verdicts(_changed(_decision, {"subject_regime": regime, "adm": adm}, []))

_ground(regime, ground, special) := _adm(regime, {"ground": ground, "special_category": special, "safeguards": _all})

_reason(code) := {["U-1", code, ""]}

_asked(path) := {["U-1", "not-declared", concat(".", ["ai_uses", path])]}

_tool := {"collection": "ai_systems", "id": "reader"}

_day := {"day": testing.day("2026-11-22")}

_path(path) := {"collection": "ai_uses", "id": "U-1", "path": path}

test_checked_before_it_was_relied_on if {
	_with({}, []) == set()
	every use in ["client-communication", "filing"] {
		_with({"output_used_in": use, "citations_checked": true}, []) == set()
	}
}

test_not_checked if {
	_judged(_changed(_use, {}, ["verified_by"])).findings == {{
		"subject": {"collection": "ai_uses", "id": "U-1"},
		"reason": "not-checked",
		"args": {
			"tool": _tool,
			"used_on": _day,
			"use": {"collection": "ai_uses", "field": "output_used_in", "value": "advice"},
		},
		"relied_on": [_path("verified_at"), _path("verified_by"), _path("relied_on_at")],
	}}
	_with({}, ["verified_at"]) == _reason("not-checked")
	_with({}, ["verified_by", "verified_at", "relied_on_at"]) == _reason("not-checked")
	_with({"verified_at": testing.at("2026-11-22T10:00:01")}, []) == _reason("not-checked")
	_with({"verified_at": testing.at("2026-11-23T00:00:00")}, ["relied_on_at"]) == _reason("not-checked")
	[finding.args.tool | some finding in _judged(_changed(_use, {}, ["ai_system_id", "verified_by"])).findings] == [{"collection": "ai_uses", "id": "U-1"}]
}

test_citations_of_a_filing if {
	found := _judged(_changed(_use, {"output_used_in": "filing"}, [])).findings
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"citations-not-checked",
		{"tool": _tool, "used_on": _day},
		[_path("citations_checked"), _path("output_used_in")],
	]}
	_with({"output_used_in": "filing", "citations_checked": false}, []) == _reason("citations-not-checked")
	_with({"output_used_in": "filing"}, ["verified_by"]) == _reason("citations-not-checked") | _reason("not-checked")
}

test_a_ground_in_the_eu if {
	every ground in ["contract", "law", "explicit-consent"] {
		_ground("eu", ground, false) == set()
	}
	every ground in ["law", "explicit-consent"] {
		_ground("eu", ground, true) == set()
	}
	_ground("eu", "contract", true) == _reason("no-ground")
	every ground in ["recognised-legitimate-interest", "other"] {
		_ground("eu", ground, false) == _reason("no-ground")
	}
	_adm("eu", {"safeguards": _all}) == _reason("no-ground")
	found := _judged(_changed(_decision, {"adm": {"ground": "other", "safeguards": _all}}, [])).findings
	{[finding.args, finding.relied_on] | some finding in found} == {[
		{"tool": _tool, "used_on": _day},
		[_path("adm.ground"), _path("adm.special_category"), _path("subject_regime")],
	]}
}

test_a_ground_in_the_uk if {
	every ground in ["contract", "law", "explicit-consent", "other"] {
		_ground("uk", ground, false) == set()
	}
	_ground("uk", "explicit-consent", true) == set()
	_ground("uk", "other", true) == _reason("no-ground")
	_ground("uk", "recognised-legitimate-interest", false) == _reason("no-ground")
	_ground("uk", "recognised-legitimate-interest", true) == _reason("no-ground")
	_adm("uk", {"special_category": true, "safeguards": _all}) == _reason("no-ground")
	_adm("uk", {"special_category": false, "safeguards": _all}) == set()
	_ground("uk", "law", true) == _reason("public-interest-open")
	found := _judged(_changed(_decision, {"subject_regime": "uk", "adm": {"ground": "contract", "special_category": true, "safeguards": _all}}, [])).findings
	{[finding.reason, finding.args, finding.relied_on] | some finding in found} == {[
		"public-interest-open",
		{
			"tool": _tool,
			"used_on": _day,
			"ground": {"collection": "ai_uses", "field": "adm.ground", "value": "contract"},
		},
		[_path("adm.ground"), _path("adm.special_category")],
	]}
}

test_safeguards if {
	every regime in ["eu", "uk"] {
		every safeguard in _all {
			rest := [one | some one in _all; one != safeguard]
			_adm(regime, {"ground": "law", "special_category": false, "safeguards": rest}) == {["U-1", "no-safeguard", safeguard]}
		}
		count(_adm(regime, {"ground": "law", "special_category": false})) == 4
	}
	found := _judged(_changed(_decision, {"adm": {"ground": "law", "special_category": false, "safeguards": ["contest", "human-review", "information"]}}, [])).findings
	{[finding.args, finding.relied_on] | some finding in found} == {[
		{
			"tool": _tool,
			"used_on": _day,
			"item": {"collection": "ai_uses", "field": "adm.safeguards", "value": "representations"},
		},
		[_path("adm.safeguards"), _path("subject_regime")],
	]}
}

test_elsewhere_and_with_people_no_ground_is_asked_for if {
	_adm("us-ca", {}) == set()
	_verdicts(_changed(_decision, {"human_involvement": "partial"}, ["adm", "subject_regime"])) == set()
	_verdicts(_changed(_decision, {"output_used_in": "advice"}, ["adm", "subject_regime"])) == set()
}

test_dealt_with_as_an_incident if {
	_judged(_changed(_use, {"incident_id": "I-1"}, ["verified_by"])).findings == {{
		"subject": {"collection": "ai_uses", "id": "U-1"},
		"reason": "handled-as-incident",
		"args": {"tool": _tool, "used_on": _day},
		"relied_on": [_path("incident_id"), _path("relied_on_at"), _path("verified_at"), _path("verified_by")],
	}}
	_with({"incident_id": "I-9"}, ["verified_by"]) == _reason("not-checked")
	_with({"incident_id": "I-1"}, []) == set()
	_verdicts(_changed(_decision, {"incident_id": "I-1", "subject_regime": "uk", "adm": {"ground": "law", "special_category": true, "safeguards": _all}}, [])) == set()
}

test_not_declared if {
	_with({}, ["used_on"]) == _asked("used_on")
	_with({"incident_id": "I-1"}, ["used_on", "verified_by"]) == _asked("used_on")
	_with({}, ["output_used_in"]) == _asked("output_used_in")
	_with({}, ["output_used_in", "verified_by"]) == _asked("output_used_in")
	_with({"incident_id": "I-1"}, ["output_used_in", "verified_by"]) == _asked("output_used_in")
	_with({}, ["relied_on_at"]) == _asked("relied_on_at")
	_verdicts(_changed(_decision, {}, ["human_involvement"])) == _asked("human_involvement")
	_verdicts(_changed(_decision, {}, ["subject_regime"])) == _asked("subject_regime")
	_verdicts(_changed(_decision, {}, ["used_on", "human_involvement"])) == _asked("used_on")
	_verdicts(_changed(_decision, {}, ["used_on", "subject_regime"])) == _asked("used_on")
	_verdicts(_changed(_decision, {"adm": {"ground": "contract", "safeguards": _all}}, ["used_on"])) == _asked("used_on")
	_verdicts(_changed(_decision, {"subject_regime": "uk", "adm": {"ground": "law", "special_category": true, "safeguards": _all}}, ["used_on"])) == _asked("used_on")
}

_silent(regime, ground) := _adm(regime, {"ground": ground, "safeguards": _all})

test_not_declared_whether_the_data_is_special if {
	_silent("eu", "contract") == _asked("adm.special_category")
	_silent("eu", "law") == set()
	_silent("eu", "explicit-consent") == set()
	_silent("uk", "explicit-consent") == set()
	_silent("uk", "recognised-legitimate-interest") == _reason("no-ground")
	every ground in ["contract", "law", "other"] {
		_silent("uk", ground) == _asked("adm.special_category")
	}
	_adm("uk", {"safeguards": _all}) == _asked("adm.special_category")
}

test_what_does_not_apply if {
	none := {"findings": set(), "examined": set()}
	_judged(_changed(_use, {"output_used_in": "internal"}, ["verified_by"])) == none
	_judged(_changed(_use, {"used_on": testing.day("2026-11-23")}, ["verified_by", "relied_on_at"])) == none
	_judged(_changed(_use, {"relied_on_at": testing.at("2026-11-23T00:00:00")}, ["verified_by"])) == none
}

test_examined if {
	subject := {"collection": "ai_uses", "id": "U-1"}
	_judged(_use).examined == {{"subject": subject, "grade": 2}}
	_judged(_changed(_use, {}, ["used_on", "output_used_in"])).examined == {{"subject": subject, "grade": 2}}
	later := _changed(_use, {"verified_at": testing.at("2026-11-24T10:00:00")}, ["relied_on_at"])
	_judged(later).examined == {{"subject": subject, "grade": 2, "changes_on": testing.day("2026-11-24")}}
}

test_where_a_person_took_part_nothing_of_the_decision_is_judged if {
	every adm in [{}, {"ground": "other"}, {"ground": "contract", "safeguards": _all}] {
		_verdicts(_changed(_decision, {"human_involvement": "partial", "adm": adm}, [])) == set()
	}
	special := {"ground": "law", "special_category": true, "safeguards": _all}
	_verdicts(_changed(_decision, {"subject_regime": "uk", "human_involvement": "partial", "adm": special}, [])) == set()
}

test_what_is_asked_for_first if {
	_with({}, ["used_on", "relied_on_at"]) == _asked("used_on")
	_with({}, ["output_used_in", "relied_on_at"]) == _asked("output_used_in")
	_with({}, ["used_on", "output_used_in"]) == _asked("used_on") | _asked("output_used_in")
}
