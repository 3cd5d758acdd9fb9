package privity.legal_profession.secrets_of_other_clients_test

import data.lib.testing
import data.privity.legal_profession.secrets_of_other_clients as control

_day(text) := testing.day(text)

_entry := {
	"other_client_id": "K-2",
	"effective_measures": true,
	"wall_id": "W-1",
	"assessed_by": "S-1",
	"assessed_on": testing.day("2026-09-01"),
}

_matter := {
	"id": "M-1",
	"grade": 2,
	"status": "open",
	"opened_on": testing.day("2026-09-01"),
	"adverse_confidences": [_entry],
}

_findings(changes, removed) := found if {
	record := testing.changed(testing.without(_matter, removed), changes)
	found := control.findings with input as {"matter": record}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"late_visibility_days": 365}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_matter, removed), changes)
	examined := control.examined with input as {"matter": record}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"late_visibility_days": 365}
}

_verdicts(changes, removed) := testing.verdicts(_findings(changes, removed))

_of_entry(changes, removed) := _verdicts({"adverse_confidences": [testing.changed(testing.without(_entry, removed), changes)]}, [])

_missing(field) := {["M-1", "not-declared", concat(".", ["matters", field])]}

_unsafe := {["M-1", "no-safeguard", "K-2"]}

_late := {["M-1", "remedied-late", "K-2"]}

test_an_effective_barrier if _verdicts({}, []) == set()

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "matters", "id": "M-1"}, "grade": 2}}
	testing.ids(_examined({"status": "intake"}, [])) == {"M-1"}
	testing.ids(_examined({"status": "closed", "closed_on": _day("2025-11-22")}, [])) == {"M-1"}
	_examined({"status": "closed", "closed_on": _day("2025-11-21")}, []) == set()
	testing.ids(_examined({"status": "closed"}, [])) == {"M-1"}
	testing.ids(_examined({}, ["status"])) == {"M-1"}
	_examined({}, ["adverse_confidences"]) == set()
	_examined({"adverse_confidences": []}, ["status"]) == set()
	_examined({"adverse_confidences": [], "status": "closed"}, []) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts({}, ["status"]) == _missing("status")
	_verdicts({"status": "closed"}, []) == _missing("closed_on")
	_verdicts({"adverse_confidences": []}, ["status"]) == set()
	_verdicts({"status": "closed", "closed_on": _day("2025-11-21"), "adverse_confidences": [{"effective_measures": false}]}, []) == set()
	_verdicts({"status": "closed", "closed_on": _day("2025-11-22"), "adverse_confidences": [{"effective_measures": false}]}, []) == {["M-1", "no-safeguard", "0"]}
}

test_no_safeguard if {
	_of_entry({"effective_measures": false}, []) == _unsafe
	_of_entry({"effective_measures": false, "written_consent_id": "C-1"}, []) == set()
	_of_entry({"effective_measures": false, "written_consent_id": " "}, []) == _unsafe
	_of_entry({"effective_measures": false}, ["wall_id", "assessed_by", "assessed_on"]) == _unsafe
	_findings({"adverse_confidences": [testing.changed(_entry, {"effective_measures": false})]}, []) == {{
		"subject": {"collection": "matters", "id": "M-1"},
		"reason": "no-safeguard",
		"by": "K-2",
		"args": {"matter": {"collection": "matters", "id": "M-1"}},
		"relied_on": [
			{"collection": "matters", "id": "M-1", "path": "adverse_confidences.effective_measures"},
			{"collection": "matters", "id": "M-1", "path": "adverse_confidences.written_consent_id"},
		],
	}}
}

test_each_client_by_itself if {
	two := {"adverse_confidences": [_entry, testing.changed(_entry, {"other_client_id": "K-3", "effective_measures": false})]}
	_verdicts(two, []) == {["M-1", "no-safeguard", "K-3"]}
}

test_not_declared_of_a_barrier if {
	every path in ["effective_measures", "wall_id", "assessed_by", "assessed_on"] {
		_of_entry({}, [path]) == _missing(concat(".", ["adverse_confidences", path]))
		_of_entry({"written_consent_id": "C-1"}, [path]) == set()
	}
	_of_entry({"assessed_on": _day("2026-11-23")}, []) == _missing("adverse_confidences.assessed_on")
	_of_entry({"assessed_on": _day("2026-11-22"), "discovered_on": _day("2026-11-22")}, []) == set()
}

test_assessed_late if {
	_of_entry({"assessed_on": _day("2026-09-02")}, []) == _late
	_of_entry({"assessed_on": _day("2026-08-31")}, []) == set()
	_of_entry({"assessed_on": _day("2026-09-02"), "written_consent_id": "C-1"}, []) == set()
	_of_entry({"assessed_on": _day("2026-09-02"), "effective_measures": false}, []) == _unsafe
	{finding.args | some finding in _findings({"adverse_confidences": [testing.changed(_entry, {"assessed_on": _day("2026-09-03")})]}, [])} == {{
		"matter": {"collection": "matters", "id": "M-1"},
		"met_on": {"day": _day("2026-09-03")},
		"due_on": {"day": _day("2026-09-01")},
		"days_late": 2,
	}}
}

test_discovered_later if {
	_of_entry({"discovered_on": _day("2026-10-01"), "assessed_on": _day("2026-10-04")}, []) == set()
	_of_entry({"discovered_on": _day("2026-10-01"), "assessed_on": _day("2026-10-05")}, []) == _late
	_of_entry({"discovered_on": _day("2026-09-01"), "assessed_on": _day("2026-09-02")}, []) == _late
	_of_entry({"discovered_on": _day("2026-09-02"), "assessed_on": _day("2026-09-02")}, []) == set()
}

test_not_declared_when_it_was_opened if {
	_verdicts({}, ["opened_on"]) == _missing("opened_on")
	_verdicts({"status": "closed", "closed_on": _day("2026-11-20")}, ["opened_on"]) == _missing("opened_on")
	_verdicts({"status": "intake"}, ["opened_on"]) == set()
	_verdicts({"adverse_confidences": [testing.changed(_entry, {"written_consent_id": "C-1"})]}, ["opened_on"]) == set()
	_verdicts({"adverse_confidences": [testing.changed(_entry, {"effective_measures": false})]}, ["opened_on"]) == _unsafe
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("remedied-late", _findings({"adverse_confidences": [testing.changed(_entry, {"assessed_on": testing.day("2026-09-02")})]}, [])) == {["adverse_confidences.assessed_on", "adverse_confidences.discovered_on", "opened_on"]}
}
