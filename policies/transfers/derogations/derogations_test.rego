package privity.transfers.derogations_test

import data.lib.testing
import data.privity.transfers.derogations as control

_derogation := {
	"ground": "legal-claims",
	"justification": "One claim before a court abroad.",
	"necessity_assessed_by": "S-1",
}

_transfer := {
	"id": "T-1",
	"grade": 2,
	"status": "active",
	"mechanism": "derogation",
	"importer_country": "US",
	"vendor_id": "V-1",
	"matter_ids": ["M-1"],
	"repetitive": false,
	"derogation": _derogation,
}

_found(changes, removed) := found if {
	found := control.findings with input as {"transfer": testing.changed(testing.without(_transfer, removed), changes)}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_on(ground, more) := {"derogation": testing.changed({"ground": ground, "justification": "Once."}, more)}

_examined(changes, removed) := examined if {
	examined := control.examined with input as {"transfer": testing.changed(testing.without(_transfer, removed), changes)}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
}

_one(reason) := {["T-1", reason, ""]}

_undeclared(path) := {["T-1", "not-declared", concat(".", ["transfers", path])]}

test_exceptions_that_fit_pass if {
	_verdicts({}, []) == set()
	_verdicts(_on("explicit-consent", {"consent_record_id": "C-1"}), ["repetitive", "matter_ids"]) == set()
	every ground in ["public-interest", "vital-interests", "public-register"] {
		_verdicts(_on(ground, {}), ["repetitive", "matter_ids"]) == set()
	}
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "transfers", "id": "T-1"}, "grade": 2}}
	told := _on("compelling-interests", {"authority_notified_on": testing.day("2026-12-01")})
	{entry.changes_on | some entry in _examined(told, [])} == {testing.day("2026-12-01")}
}

test_to_what_it_does_not_apply if {
	_examined({"status": "ended"}, ["mechanism"]) == set()
	_examined({"mechanism": "bcr"}, ["status"]) == set()
	_verdicts({"mechanism": "bcr"}, ["derogation"]) == set()
}

test_not_declared if {
	_verdicts({"derogation": {}}, ["status"]) == _undeclared("status")
	_verdicts({"derogation": {}}, ["mechanism"]) == _undeclared("mechanism")
	_verdicts({"derogation": testing.without(_derogation, ["ground"])}, []) == _undeclared("derogation.ground")
	_verdicts({}, ["derogation"]) == _undeclared("derogation.ground") | _one("not-justified")
	_verdicts({}, ["repetitive"]) == _undeclared("repetitive")
}

test_not_justified if {
	_verdicts({"derogation": testing.without(_derogation, ["justification"])}, []) == _one("not-justified")
	_found({"derogation": testing.changed(_derogation, {"justification": " "})}, []) == {{
		"subject": {"collection": "transfers", "id": "T-1"},
		"reason": "not-justified",
		"args": {
			"recipient": {"collection": "vendors", "id": "V-1"},
			"country": {"collection": "transfers", "field": "importer_country", "value": "US"},
		},
		"relied_on": [{"collection": "transfers", "id": "T-1", "path": "derogation.justification"}],
	}}
}

test_single_cases if {
	every ground in ["contract", "contract-in-interest"] {
		_verdicts(_on(ground, {}), []) == set()
		_verdicts(object.union(_on(ground, {}), {"repetitive": true}), []) == _one("not-occasional")
		_verdicts(_on(ground, {}), ["repetitive"]) == _undeclared("repetitive")
	}
	_verdicts({"repetitive": true}, []) == _one("claims-repeated")
	_verdicts(object.union(_on("public-interest", {}), {"repetitive": true}), []) == set()
	interests := object.union(_on("compelling-interests", {"authority_notified_on": testing.day("2026-01-01")}), {"repetitive": true})
	_verdicts(interests, []) == _one("not-occasional")
}

test_the_claim_is_shown if {
	_verdicts({}, ["matter_ids"]) == _one("claim-not-shown")
	_verdicts({"matter_ids": []}, []) == _one("claim-not-shown")
	_verdicts({"derogation": testing.without(_derogation, ["necessity_assessed_by"])}, []) == _one("claim-not-shown")
	{finding.relied_on | some finding in _found({"derogation": testing.without(_derogation, ["necessity_assessed_by"])}, ["matter_ids"])} == {[
		{"collection": "transfers", "id": "T-1", "path": "derogation.necessity_assessed_by"},
		{"collection": "transfers", "id": "T-1", "path": "matter_ids"},
		{"collection": "transfers", "id": "T-1", "path": "derogation.ground"},
	]}
}

test_a_consent_is_linked if _verdicts(_on("explicit-consent", {}), []) == _one("no-consent")

test_the_authority_is_told if {
	_verdicts(_on("compelling-interests", {}), []) == _one("authority-not-told")
	_verdicts(_on("compelling-interests", {"authority_notified_on": testing.day("2026-11-23")}), []) == _one("authority-not-told")
	_verdicts(_on("compelling-interests", {"authority_notified_on": testing.day("2026-11-22")}), []) == set()
	{finding.changes_on | some finding in _found(_on("compelling-interests", {"authority_notified_on": testing.day("2026-11-23")}), [])} == {testing.day("2026-11-23")}
}

_why(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_europe if {
	_why({"regimes": ["aba"]}) == "outside-europe"
	_why({"regimes": ["eu-gdpr"]}) == "applies"
}

test_findings_lead_to_their_facts if {
	every row in [
		[object.union(_on("contract", {}), {"repetitive": true}), "not-occasional", ["repetitive", "derogation.ground"]],
		[{"repetitive": true}, "claims-repeated", ["repetitive", "derogation.ground"]],
		[_on("explicit-consent", {}), "no-consent", ["derogation.consent_record_id", "derogation.ground"]],
		[_on("compelling-interests", {}), "authority-not-told", ["derogation.authority_notified_on", "derogation.ground"]],
	] {
		{[finding.reason, [fact.path | some fact in finding.relied_on]] | some finding in _found(row[0], [])} == {[row[1], row[2]]}
	}
}
