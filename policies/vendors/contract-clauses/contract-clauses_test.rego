package privity.vendors.contract_clauses_test

import data.lib.testing
import data.privity.vendors.contract_clauses as control

_european := [
	"subject-matter", "duration", "nature-and-purpose", "data-types", "data-subjects",
	"art28-3-a", "art28-3-b", "art28-3-c", "art28-3-d", "art28-3-e", "art28-3-f", "art28-3-g", "art28-3-h",
]

_californian := [
	"ccr7051-1", "ccr7051-2", "ccr7051-3", "ccr7051-4", "ccr7051-5",
	"ccr7051-6", "ccr7051-7", "ccr7051-8", "ccr7051-9", "ccr7051-10",
]

_sold := ["ccr7053-1", "ccr7053-2", "ccr7053-3", "ccr7053-4", "ccr7053-5", "ccr7053-6"]

_contract := {
	"id": "VA-1",
	"grade": 2,
	"vendor_id": "V-1",
	"kind": "processor",
	"regimes": ["uk-gdpr"],
	"signed_on": testing.day("2024-01-15"),
	"effective_on": testing.day("2024-02-01"),
	"clauses": _european,
	"breach_notice_hours": 24,
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_contract, removed), changes)
	found := control.findings with input as {"vendor_agreement": record}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"vendor_notice_hours_max": 48}
		with data.tables as {"clause_sets": {"known": _european}}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes) := examined if {
	record := testing.changed(_contract, changes)
	examined := control.examined with input as {"vendor_agreement": record} with data.as_of as testing.end_of("2026-11-22")
}

_missing(clauses) := {["VA-1", "clause-missing", clause] | some clause in clauses}

_undeclared(path) := {["VA-1", "not-declared", concat(".", ["vendor_agreements", path])]}

test_a_whole_contract_passes if _verdicts({}, []) == set()

test_examined if {
	_examined({"expires_on": testing.day("2026-12-31")}) == {{
		"subject": {"collection": "vendor_agreements", "id": "VA-1"},
		"grade": 2,
		"changes_on": testing.day("2027-01-01"),
	}}
}

test_contracts_that_are_not_in_force if {
	every changes in [{"effective_on": testing.day("2026-11-23")}, {"expires_on": testing.day("2026-11-21")}, {"terminated_on": testing.day("2026-11-22")}] {
		_examined(changes) == set()
		_verdicts(changes, ["clauses", "kind", "regimes"]) == set()
	}
	_verdicts({"expires_on": testing.day("2026-11-21")}, ["effective_on"]) == set()
}

test_each_clause_that_is_missing if {
	every clause in _european {
		_verdicts({"clauses": [other | some other in _european; other != clause]}, []) == _missing([clause])
	}
	_verdicts({"clauses": []}, []) == _missing(_european)
	_verdicts({"regimes": ["eu-gdpr"], "clauses": []}, []) == _missing(_european)
	_verdicts({"regimes": ["us-ca-ccpa"], "clauses": []}, []) == _missing(_californian)
	_verdicts({"regimes": ["us-ca-ccpa", "eu-gdpr"]}, []) == _missing(_californian)
	_verdicts({"kind": "service-provider", "regimes": ["us-ca-ccpa"], "clauses": []}, []) == _missing(_californian)
	_verdicts({"kind": "contractor", "regimes": ["us-ca-ccpa"], "clauses": []}, []) == _missing(_californian)
	_verdicts({"kind": "third-party", "regimes": ["us-ca-ccpa"], "clauses": []}, []) == _missing(_sold)
}

test_contracts_of_which_no_clauses_are_asked if {
	_verdicts({"kind": "third-party", "clauses": []}, []) == set()
	_verdicts({"kind": "joint-controller-arrangement"}, ["clauses"]) == set()
	_verdicts({"regimes": ["aba"]}, ["clauses"]) == set()
}

test_what_a_missing_clause_says if {
	_found({"clauses": [other | some other in _european; other != "art28-3-h"]}, []) == {{
		"subject": {"collection": "vendor_agreements", "id": "VA-1"},
		"reason": "clause-missing",
		"by": "art28-3-h",
		"args": {
			"vendor": {"collection": "vendors", "id": "V-1"},
			"clause": {"collection": "vendor_agreements", "field": "clauses", "value": "art28-3-h"},
		},
		"relied_on": [
			{"collection": "vendor_agreements", "id": "VA-1", "path": "clauses"},
			{"collection": "vendor_agreements", "id": "VA-1", "path": "standard_terms"},
			{"collection": "vendor_agreements", "id": "VA-1", "path": "kind"},
			{"collection": "vendor_agreements", "id": "VA-1", "path": "regimes"},
		],
	}}
}

test_known_standard_terms_count_as_their_clauses if {
	_verdicts({"standard_terms": "known"}, ["clauses"]) == set()
	_verdicts({"standard_terms": "known", "clauses": ["other"]}, []) == set()
	_verdicts({"standard_terms": "unknown"}, ["clauses"]) == _undeclared("clauses")
	_verdicts({"standard_terms": "known", "regimes": ["us-ca-ccpa"]}, ["clauses"]) == _undeclared("clauses")
}

test_not_declared if {
	every path in ["clauses", "kind", "regimes", "effective_on"] {
		_verdicts({}, [path]) == _undeclared(path)
	}
	_verdicts({"clauses": [], "breach_notice_hours": 72}, ["effective_on"]) == _undeclared("effective_on")
}

test_slow_notice if {
	_verdicts({"breach_notice_hours": 48}, []) == set()
	_verdicts({"breach_notice_hours": 49}, []) == {["VA-1", "notice-slow", ""]}
	{finding.args | some finding in _found({"breach_notice_hours": 49}, ["vendor_id"])} == {{
		"vendor": {"collection": "vendor_agreements", "id": "VA-1"},
		"hours": 49,
		"limit": 48,
	}}
}

test_notice_of_a_breach_is_promised if {
	_verdicts({}, ["breach_notice_hours"]) == {["VA-1", "notice-unstated", ""]}
	_verdicts({"breach_notice_text": " "}, ["breach_notice_hours"]) == {["VA-1", "notice-unstated", ""]}
	_verdicts({"breach_notice_text": "without undue delay"}, ["breach_notice_hours"]) == set()
	_verdicts({}, ["breach_notice_hours", "effective_on"]) == _undeclared("effective_on")
	_verdicts({"kind": "joint-controller-arrangement"}, ["breach_notice_hours"]) == {["VA-1", "notice-unstated", ""]}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("notice-slow", _found({"breach_notice_hours": 49}, [])) == {["breach_notice_hours"]}
	_paths("notice-unstated", _found({}, ["breach_notice_hours"])) == {["breach_notice_hours", "breach_notice_text"]}
}
