package privity.transfers.legal_mechanism_test

import data.lib.testing
import data.privity.transfers.legal_mechanism as control

_transfer := {
	"id": "T-1",
	"grade": 2,
	"status": "active",
	"exporter_regime": "eu",
	"importer_country": "US",
	"vendor_id": "V-1",
	"mechanism": "scc-2021-914",
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_transfer, removed), changes)
	found := control.findings with input as {"transfer": record} with data.inventory as {} with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes) := examined if {
	record := testing.changed(_transfer, changes)
	examined := control.examined with input as {"transfer": record} with data.inventory as {} with data.as_of as testing.end_of("2026-11-22")
}

_one(reason) := {["T-1", reason, ""]}

_undeclared(path) := {["T-1", "not-declared", concat(".", ["transfers", path])]}

test_a_mechanism_that_the_law_accepts_passes if {
	every mechanism in ["adequacy", "dpf", "scc-2021-914", "adhoc-clauses", "derogation"] {
		_verdicts({"mechanism": mechanism}, []) == set()
	}
	every mechanism in ["adequacy", "uk-us-bridge", "idta", "uk-addendum", "derogation"] {
		_verdicts({"mechanism": mechanism, "exporter_regime": "uk"}, []) == set()
	}
}

test_examined if _examined({}) == {{"subject": {"collection": "transfers", "id": "T-1"}, "grade": 2}}

test_to_what_it_does_not_apply if {
	_examined({"status": "ended"}) == set()
	_examined({"importer_country": "IE"}) == set()
	_examined({"importer_country": "GB", "exporter_regime": "uk"}) == set()
	count(_examined({"importer_country": "IE", "exporter_regime": "uk"})) == 1
	count(_examined({"importer_country": "GB"})) == 1
	_found({"status": "ended"}, ["importer_country", "mechanism"]) == set()
	_found({"importer_country": "IE"}, ["status", "mechanism"]) == set()
}

test_no_mechanism if {
	every mechanism in ["none", "privacy-shield", "pre-2021-scc"] {
		_verdicts({"mechanism": mechanism}, []) == _one("no-mechanism")
		_verdicts({"mechanism": mechanism, "exporter_regime": "uk"}, []) == _one("no-mechanism")
		_verdicts({"mechanism": mechanism, "status": "planned"}, []) == _one("fix-before-start")
	}
	{finding.args | some finding in _found({"mechanism": "none"}, [])} == {{
		"recipient": {"collection": "vendors", "id": "V-1"},
		"country": {"collection": "transfers", "field": "importer_country", "value": "US"},
	}}
}

test_the_mechanism_of_the_other_law if {
	every mechanism in ["idta", "uk-addendum", "uk-us-bridge"] {
		_verdicts({"mechanism": mechanism}, []) == _one("wrong-regime")
		_verdicts({"mechanism": mechanism, "status": "planned"}, []) == _one("fix-before-start")
	}
	every mechanism in ["scc-2021-914", "dpf", "adhoc-clauses"] {
		_verdicts({"mechanism": mechanism, "exporter_regime": "uk"}, []) == _one("wrong-regime")
	}
	_found({"exporter_regime": "uk"}, []) == {{
		"subject": {"collection": "transfers", "id": "T-1"},
		"reason": "wrong-regime",
		"args": {
			"recipient": {"collection": "vendors", "id": "V-1"},
			"country": {"collection": "transfers", "field": "importer_country", "value": "US"},
			"mechanism": {"collection": "transfers", "field": "mechanism", "value": "scc-2021-914"},
			"regime": {"collection": "transfers", "field": "exporter_regime", "value": "uk"},
		},
		"relied_on": [
			{"collection": "transfers", "id": "T-1", "path": "mechanism"},
			{"collection": "transfers", "id": "T-1", "path": "importer_country"},
			{"collection": "transfers", "id": "T-1", "path": "exporter_regime"},
		],
	}}
}

test_the_approval_of_corporate_rules_is_named if {
	_verdicts({"mechanism": "bcr", "approval_ref": "IE-2024-3"}, []) == set()
	_verdicts({"mechanism": "bcr"}, []) == _one("no-approval-ref")
	_verdicts({"mechanism": "bcr", "approval_ref": " "}, []) == _one("no-approval-ref")
	_verdicts({"mechanism": "bcr", "exporter_regime": "uk", "status": "planned"}, []) == _one("no-approval-ref")
}

test_not_declared if {
	every path in ["status", "exporter_regime", "importer_country"] {
		_verdicts({"mechanism": "none"}, [path]) == _undeclared(path)
	}
	_verdicts({"mechanism": "bcr"}, ["status"]) == _undeclared("status")
	_verdicts({"status": "planned"}, ["mechanism"]) == _undeclared("mechanism")
	_verdicts({}, ["status", "mechanism"]) == _undeclared("status") | _undeclared("mechanism")
}

_why(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_europe if {
	_why({"regimes": ["aba"]}) == "outside-europe"
	_why({"regimes": ["uk-gdpr"]}) == "applies"
	_why({}) == "applies"
}

test_an_undecided_transfer_is_only_asked_about if {
	every path in ["exporter_regime", "importer_country"] {
		_verdicts({"status": "planned", "mechanism": "none"}, [path]) == _undeclared(path)
		_verdicts({"mechanism": "bcr"}, [path]) == _undeclared(path)
	}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("fix-before-start", _found({"mechanism": "none", "status": "planned"}, [])) == {["mechanism", "importer_country", "status"]}
	_paths("no-approval-ref", _found({"mechanism": "bcr"}, [])) == {["approval_ref", "mechanism"]}
}
