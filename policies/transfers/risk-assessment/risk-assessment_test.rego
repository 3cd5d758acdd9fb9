package privity.transfers.risk_assessment_test

import data.lib.testing
import data.privity.transfers.risk_assessment as control

_tia := {
	"completed_on": testing.day("2024-03-01"),
	"last_reviewed_on": testing.day("2025-11-22"),
	"outcome": "sufficient-with-measures",
	"supplementary_measures": ["client-side-encryption"],
}

_transfer := {
	"id": "T-1",
	"grade": 2,
	"status": "active",
	"mechanism": "scc-2021-914",
	"importer_country": "US",
	"vendor_id": "V-1",
	"started_on": testing.day("2024-03-01"),
	"privileged": true,
	"tia": _tia,
}

_at(changes, removed, day) := found if {
	found := control.findings with input as {"transfer": testing.changed(testing.without(_transfer, removed), changes)}
		with data.inventory as {}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"tia_review_months": 12}
}

_verdicts(changes, removed) := testing.verdicts(_at(changes, removed, "2026-11-22"))

_assessed(changes, removed) := _verdicts({"tia": testing.changed(testing.without(_tia, removed), changes)}, [])

_examined(changes, removed) := examined if {
	examined := control.examined with input as {"transfer": testing.changed(testing.without(_transfer, removed), changes)}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"tia_review_months": 12}
}

_one(reason) := {["T-1", reason, ""]}

_undeclared(path) := {["T-1", "not-declared", concat(".", ["transfers", path])]}

_arguments := {
	"recipient": {"collection": "vendors", "id": "V-1"},
	"country": {"collection": "transfers", "field": "importer_country", "value": "US"},
}

test_assessed_transfers_pass if {
	every mechanism in ["scc-2021-914", "idta", "uk-addendum", "bcr", "adhoc-clauses"] {
		_verdicts({"mechanism": mechanism}, []) == set()
		testing.ids(_examined({"mechanism": mechanism}, [])) == {"T-1"}
	}
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "transfers", "id": "T-1"}, "grade": 2, "changes_on": testing.day("2026-11-23")}}
	_examined({}, ["tia"]) == {{"subject": {"collection": "transfers", "id": "T-1"}, "grade": 2}}
}

test_to_what_it_does_not_apply if {
	_examined({"status": "ended"}, ["mechanism"]) == set()
	_examined({"mechanism": "adequacy"}, ["status"]) == set()
	_verdicts({"mechanism": "derogation"}, ["tia"]) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts({"tia": {"outcome": "insufficient"}}, ["status"]) == _undeclared("status")
	_verdicts({"tia": {"outcome": "insufficient"}}, ["mechanism"]) == _undeclared("mechanism")
}

test_not_assessed if {
	_verdicts({"privileged": false}, ["tia"]) == _one("not-assessed")
	_verdicts({"privileged": false, "status": "planned"}, ["tia", "started_on"]) == _one("assess-before-start")
	_verdicts({"status": "planned"}, ["started_on"]) == set()
	ahead := {"tia": testing.changed(_tia, {"completed_on": testing.day("2026-11-23")})}
	_at(ahead, [], "2026-11-22") == {{
		"subject": {"collection": "transfers", "id": "T-1"},
		"reason": "not-assessed",
		"args": _arguments,
		"relied_on": [
			{"collection": "transfers", "id": "T-1", "path": "tia.completed_on"},
			{"collection": "transfers", "id": "T-1", "path": "status"},
		],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_assessed_late if {
	_verdicts({"started_on": testing.day("2024-02-29")}, []) == _one("remedied-late")
	{finding.args | some finding in _at({"started_on": testing.day("2024-02-29")}, [], "2026-11-22")} == {{
		"recipient": {"collection": "vendors", "id": "V-1"},
		"due_on": {"day": testing.day("2024-02-29")},
		"met_on": {"day": testing.day("2024-03-01")},
		"days_late": 1,
	}}
	_verdicts({}, ["started_on"]) == _undeclared("started_on")
}

test_reviews if {
	testing.verdicts(_at({}, [], "2026-11-23")) == _one("review-overdue")
	_assessed({"last_reviewed_on": testing.day("2025-11-21")}, []) == _one("review-overdue")
	_assessed({"last_reviewed_on": testing.day("2026-11-23")}, []) == _one("review-overdue")
	_assessed({}, ["last_reviewed_on"]) == _one("review-overdue")
	_verdicts({"started_on": testing.day("2025-12-01"), "tia": testing.changed(testing.without(_tia, ["last_reviewed_on"]), {"completed_on": testing.day("2025-11-22")})}, []) == set()
	{finding.args | some finding in _at({}, [], "2026-11-23")} == {{
		"recipient": {"collection": "vendors", "id": "V-1"},
		"last_on": {"day": testing.day("2025-11-22")},
		"due_on": {"day": testing.day("2026-11-22")},
		"days_late": 1,
	}}
}

test_insufficient if _assessed({"outcome": "insufficient"}, []) == _one("insufficient")

test_measures if {
	plain := {"privileged": false, "tia": testing.without(_tia, ["supplementary_measures"])}
	_verdicts(plain, []) == _one("no-measures")
	_verdicts({"privileged": false, "tia": testing.changed(_tia, {"supplementary_measures": []})}, []) == _one("no-measures")
	_verdicts({"privileged": false, "tia": testing.changed(_tia, {"supplementary_measures": ["contractual"]})}, []) == set()
	_verdicts({"privileged": false, "tia": testing.changed(plain.tia, {"outcome": "sufficient"})}, []) == set()
}

test_privileged_material_cannot_be_read if {
	every measure in ["client-side-encryption", "firm-held-keys", "split-processing"] {
		_assessed({"supplementary_measures": [measure]}, []) == set()
	}
	_assessed({"supplementary_measures": ["access-restriction", "contractual"]}, []) == _one("privileged-exposed")
	_assessed({"outcome": "sufficient"}, ["supplementary_measures"]) == _one("privileged-exposed")
	_verdicts({}, ["privileged"]) == set()
	_verdicts({"tia": testing.changed(_tia, {"supplementary_measures": ["contractual"]})}, ["privileged"]) == _undeclared("privileged")
}

test_not_declared_how_it_ended if _assessed({}, ["outcome"]) == _undeclared("tia.outcome")

_why(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_europe if {
	_why({"regimes": ["aba"]}) == "outside-europe"
	_why({"regimes": ["eu-gdpr"]}) == "applies"
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("assess-before-start", _at({"privileged": false, "status": "planned"}, ["tia", "started_on"], "2026-11-22")) == {["tia.completed_on", "status"]}
	_paths("insufficient", _at({"tia": testing.changed(_tia, {"outcome": "insufficient"})}, [], "2026-11-22")) == {["tia.outcome"]}
	_paths("no-measures", _at({"privileged": false, "tia": testing.without(_tia, ["supplementary_measures"])}, [], "2026-11-22")) == {["tia.supplementary_measures", "tia.outcome"]}
	_paths("privileged-exposed", _at({"tia": testing.changed(_tia, {"supplementary_measures": ["access-restriction", "contractual"]})}, [], "2026-11-22")) == {["tia.supplementary_measures", "privileged"]}
	_paths("remedied-late", _at({"started_on": testing.day("2024-02-29")}, [], "2026-11-22")) == {["tia.completed_on", "started_on"]}
	_paths("review-overdue", _at({}, [], "2026-11-23")) == {["tia.last_reviewed_on", "tia.completed_on"]}
}

test_done_today_is_done if {
	today := testing.day("2026-11-22")
	_verdicts({"started_on": today, "tia": testing.changed(testing.without(_tia, ["last_reviewed_on"]), {"completed_on": today})}, []) == set()
	_assessed({"last_reviewed_on": today}, []) == set()
}

test_the_start_is_asked_for_only_once_it_was_assessed if {
	_verdicts({"privileged": false}, ["tia", "started_on"]) == _one("not-assessed")
}

test_when_time_alone_changes_the_verdict if {
	every row in [
		[{"completed_on": "2026-01-01", "last_reviewed_on": "2026-12-01"}, "2026-12-01"],
		[{"completed_on": "2026-01-01", "last_reviewed_on": "2026-02-01"}, "2027-02-02"],
		[{"completed_on": "2026-11-30", "last_reviewed_on": "2026-12-01"}, "2026-11-30"],
	] {
		tia := object.union(_tia, {path: testing.day(text) | some path, text in row[0]})
		{entry.changes_on | some entry in _examined({"tia": tia}, [])} == {testing.day(row[1])}
	}
}
