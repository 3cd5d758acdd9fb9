package privity.breach.escalation_path_test

import data.lib.testing
import data.privity.breach.escalation_path as control

_first := {"level": "Incident lead", "contact": "S-1", "deputy": "S-2", "within_hours": 1}

_second := {"level": "Partners", "contact": "S-3", "deputy": "S-4", "within_hours": 4}

_row := {"regime": "uk-gdpr", "authority": "Information Commissioner", "deadline": "72 hours", "contact": "its online form"}

_plan := {
	"id": "plan",
	"grade": 2,
	"status": "approved",
	"escalation": [_first, _second],
	"notification_matrix": [_row],
}

_record(changes, removed) := testing.changed(testing.without(_plan, removed), changes)

_found(changes, removed, firm) := found if {
	record := _record(changes, removed)
	found := control.findings with data.inventory as {"firm": firm, "incident_plans": {"plan": record}}
}

_under(regimes, changes) := testing.verdicts(_found(changes, [], {"regimes": regimes}))

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed, {"regimes": ["uk-gdpr", "sra"]}))

_examined(changes, removed) := examined if {
	record := _record(changes, removed)
	examined := control.examined with data.inventory as {"firm": {}, "incident_plans": {"plan": record}}
}

_fact(path) := {"collection": "incident_plans", "id": "plan", "path": path}

test_a_usable_plan if _verdicts({}, []) == set()

test_too_few_levels if {
	_found({"escalation": [_first]}, [], {"regimes": ["uk-gdpr"]}) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "too-few-levels",
		"args": {},
		"relied_on": [_fact("escalation")],
	}}
	_verdicts({"escalation": []}, []) == {["plan", "too-few-levels", ""]}
}

test_incomplete_levels if {
	_verdicts({"escalation": [_first, {"level": "Partners"}]}, []) == {
		["plan", "incomplete-level", "2/contact"],
		["plan", "incomplete-level", "2/deputy"],
		["plan", "incomplete-level", "2/within_hours"],
	}
	_found({"escalation": [testing.changed(_first, {"deputy": " "}), _second]}, [], {"regimes": ["uk-gdpr"]}) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "incomplete-level",
		"by": "1/deputy",
		"args": {"fact": {"collection": "incident_plans", "field": "escalation.deputy"}},
		"relied_on": [_fact("escalation")],
	}}
	_verdicts({"escalation": [testing.changed(_first, {"within_hours": 0}), _second]}, []) == set()
}

test_hours_that_fall if {
	same := testing.changed(_second, {"within_hours": 1})
	less := testing.changed(_second, {"within_hours": 0.5})
	_verdicts({"escalation": [_first, same]}, []) == set()
	_found({"escalation": [_first, less]}, [], {"regimes": ["uk-gdpr"]}) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "hours-decrease",
		"args": {},
		"relied_on": [_fact("escalation")],
	}}
	_verdicts({"escalation": [_first, _second, less]}, []) == {["plan", "hours-decrease", ""]}
	_verdicts({"escalation": [_first, testing.without(_second, ["within_hours"]), less]}, []) == {
		["plan", "hours-decrease", ""],
		["plan", "incomplete-level", "2/within_hours"],
	}
}

test_a_row_for_each_law if {
	_found({"notification_matrix": []}, [], {"regimes": ["uk-gdpr", "sra"]}) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "no-authority-row",
		"by": "uk-gdpr",
		"args": {"regime": {"collection": "firm", "field": "regimes", "value": "uk-gdpr"}},
		"relied_on": [_fact("notification_matrix"), {"collection": "firm", "id": "firm", "path": "regimes"}],
	}}
	laws := ["eu-gdpr", "us-ca-breach", "us-ny-shield", "us-state-breach", "us-glba-safeguards"]
	_under(array.concat(laws, ["uk-gdpr", "us-ca-ccpa", "eu-ai-act", "aba", "us-ca-bar", "sra"]), {}) == {["plan", "no-authority-row", law] | some law in laws}
}

test_an_incomplete_row if {
	every field in ["authority", "deadline", "contact"] {
		_verdicts({"notification_matrix": [testing.without(_row, [field])]}, []) == {["plan", "no-authority-row", "uk-gdpr"]}
		_verdicts({"notification_matrix": [testing.changed(_row, {field: ""})]}, []) == {["plan", "no-authority-row", "uk-gdpr"]}
	}
	_verdicts({"notification_matrix": [testing.without(_row, ["deadline"]), _row]}, []) == set()
}

test_not_declared if {
	_verdicts({}, ["escalation", "notification_matrix"]) == {
		["plan", "not-declared", "incident_plans.escalation"],
		["plan", "not-declared", "incident_plans.notification_matrix"],
	}
	testing.verdicts(_found({}, ["notification_matrix"], {"regimes": ["sra"]})) == set()
	_found({}, [], {}) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "not-declared",
		"by": "firm.regimes",
		"args": {
			"subject": {"collection": "firm", "id": "firm"},
			"fact": {"collection": "firm", "field": "regimes"},
		},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "regimes"}],
	}}
	_verdicts({"escalation": []}, ["status"]) == {["plan", "not-declared", "incident_plans.status"]}
}

test_does_not_apply if {
	every status in ["draft", "retired"] {
		_verdicts({"status": status, "escalation": []}, ["notification_matrix"]) == set()
		_examined({"status": status}, []) == set()
	}
}

test_examined if {
	expected := {{"subject": {"collection": "incident_plans", "id": "plan"}, "grade": 2}}
	_examined({}, []) == expected
	_examined({}, ["status"]) == expected
}
