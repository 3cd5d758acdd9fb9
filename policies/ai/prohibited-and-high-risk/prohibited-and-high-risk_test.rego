package privity.ai.prohibited_and_high_risk_test

import data.lib.testing
import data.privity.ai.prohibited_and_high_risk as control

_duties := {
	"instructions_followed": true,
	"input_data_checked": true,
	"monitoring": true,
	"affected_people_informed": true,
}

_tool := {
	"id": "sifter",
	"grade": 2,
	"status": "active",
	"used_in_eu": true,
	"risk_class": "high",
	"deployer_duties": _duties,
	"oversight_staff_ids": ["S-1"],
	"log_retention_days": 184,
	"used_on_workers": true,
	"first_used_on": testing.day("2026-03-02"),
	"workers_informed_on": testing.day("2026-03-02"),
}

_judged_from(day, changes, removed) := judged if {
	tool := testing.changed(testing.without(_tool, removed), changes)
	judged := {"findings": control.findings, "examined": control.examined} with input as {"ai_system": tool}
		with data.inventory as {"firm": {}, "ai_systems": {"sifter": tool}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"ai_high_risk_applies_from": testing.day(day)}
}

_judged(changes, removed) := _judged_from("2026-11-22", changes, removed)

_verdicts(changes, removed) := testing.verdicts(_judged(changes, removed).findings)

_missing(path) := {["sifter", "duty-missing", path]}

_asked(path) := {["sifter", "not-declared", concat(".", ["ai_systems", path])]}

_entity := {"collection": "ai_systems", "id": "sifter"}

_path(path) := {"collection": "ai_systems", "id": "sifter", "path": path}

test_all_duties_met if {
	_verdicts({}, []) == set()
	_verdicts({"status": "pilot"}, []) == set()
}

test_prohibited if {
	_judged({"risk_class": "prohibited"}, ["deployer_duties"]).findings == {{
		"subject": _entity,
		"reason": "prohibited",
		"args": {"tool": _entity},
		"relied_on": [_path("risk_class"), _path("used_in_eu")],
	}}
}

test_of_less_risk_nothing_is_asked if {
	every class in ["limited", "minimal"] {
		_verdicts({"risk_class": class, "workers_informed_on": testing.day("2026-04-01")}, ["deployer_duties", "used_on_workers", "log_retention_days"]) == set()
		_verdicts({"risk_class": class, "log_retention_days": 1}, []) == set()
	}
}

_items := {
	"instructions_followed": "to follow the maker's instructions",
	"input_data_checked": "to check the data put in",
	"monitoring": "to watch how it works",
	"affected_people_informed": "to tell the people affected",
}

test_an_answer_of_no if {
	every duty, item in _items {
		path := concat(".", ["deployer_duties", duty])
		_judged({"deployer_duties": testing.changed(_duties, {duty: false})}, []).findings == {{
			"subject": _entity,
			"reason": "duty-missing",
			"by": path,
			"args": {"tool": _entity, "item": item},
			"relied_on": [_path(path), _path("risk_class")],
		}}
	}
}

test_lists_and_numbers_below_the_mark if {
	[finding.args.item | some finding in _judged({"oversight_staff_ids": []}, []).findings] == ["to name people who oversee it"]
	_verdicts({"oversight_staff_ids": []}, []) == _missing("oversight_staff_ids")
	_verdicts({"log_retention_days": 183}, []) == _missing("log_retention_days")
	[finding.args.item | some finding in _judged({"log_retention_days": 0}, []).findings] == ["to keep its logs for six months"]
	_verdicts({"log_retention_days": 183, "oversight_staff_ids": []}, []) == _missing("log_retention_days") | _missing("oversight_staff_ids")
}

test_before_the_duties_apply if {
	_judged_from("2026-11-23", {"log_retention_days": 183}, []).findings == {{
		"subject": _entity,
		"reason": "duty-coming",
		"by": "log_retention_days",
		"args": {"tool": _entity, "item": "to keep its logs for six months", "date": {"day": testing.day("2026-11-23")}},
		"relied_on": [_path("log_retention_days"), _path("risk_class")],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_staff_are_told_before_the_first_use if {
	_judged({"workers_informed_on": testing.day("2026-03-03")}, []).findings == {{
		"subject": _entity,
		"reason": "remedied-late",
		"args": {
			"tool": _entity,
			"met_on": {"day": testing.day("2026-03-03")},
			"due_on": {"day": testing.day("2026-03-02")},
		},
		"relied_on": [_path("workers_informed_on"), _path("first_used_on"), _path("used_on_workers")],
	}}
	_verdicts({"workers_informed_on": testing.day("2026-11-22")}, []) == {["sifter", "remedied-late", ""]}
	_verdicts({"workers_informed_on": testing.day("2026-11-23")}, []) == _missing("workers_informed_on")
	[finding.args.item | some finding in _judged({"workers_informed_on": testing.day("2026-11-23")}, []).findings] == ["to tell staff before its first use"]
	_verdicts({"workers_informed_on": testing.day("2026-11-23"), "first_used_on": testing.day("2026-11-22")}, []) == _missing("workers_informed_on")
	_verdicts({"workers_informed_on": testing.day("2026-11-24"), "first_used_on": testing.day("2026-11-23")}, []) == set()
	every day in ["2026-03-03", "2026-11-23"] {
		_verdicts({"used_on_workers": false, "workers_informed_on": testing.day(day)}, []) == set()
	}
}

test_not_declared if {
	every path in ["status", "used_in_eu", "risk_class", "oversight_staff_ids", "log_retention_days", "used_on_workers", "workers_informed_on", "first_used_on"] {
		_verdicts({}, [path]) == _asked(path)
	}
	every duty in object.keys(_duties) {
		_verdicts({"deployer_duties": object.remove(_duties, [duty])}, []) == _asked(concat(".", ["deployer_duties", duty]))
	}
	count(_verdicts({}, ["deployer_duties"])) == 4
	_verdicts({"used_on_workers": false}, ["workers_informed_on", "first_used_on"]) == set()
	_verdicts({"log_retention_days": 1}, ["status"]) == _asked("status")
	_verdicts({"workers_informed_on": testing.day("2026-04-01")}, ["status", "risk_class"]) == _asked("status")
	_verdicts({"risk_class": "prohibited"}, ["used_in_eu"]) == _asked("used_in_eu")
	_verdicts({"workers_informed_on": testing.day("2026-11-23")}, ["first_used_on"]) == _asked("first_used_on")
}

test_what_does_not_apply if {
	every changes in [{"used_in_eu": false}, {"status": "proposed"}, {"status": "retired"}] {
		_judged(object.union(changes, {"risk_class": "prohibited"}), []) == {"findings": set(), "examined": set()}
	}
	_judged({"used_in_eu": false}, ["status"]) == {"findings": set(), "examined": set()}
	_judged({"status": "retired"}, ["used_in_eu"]) == {"findings": set(), "examined": set()}
	reason := control.not_applicable with data.inventory as {"firm": {"no_ai_tools_on": testing.day("2026-02-02")}}
		with data.as_of as testing.end_of("2026-11-22")
	reason == "no-ai-tools"
}

test_examined if {
	_judged({}, []).examined == {{"subject": _entity, "grade": 2}}
	_judged({}, ["status", "used_in_eu"]).examined == {{"subject": _entity, "grade": 2}}
}
