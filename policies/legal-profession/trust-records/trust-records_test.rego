package privity.legal_profession.trust_records_test

import data.lib.testing
import data.privity.legal_profession.trust_records as control

_day(text) := testing.day(text)

_record := {
	"id": "T-1",
	"grade": 3,
	"matter_id": "M-1",
	"regimes": ["sra"],
	"matter_closed": true,
	"last_entry_on": testing.day("2022-03-31"),
	"stored_securely": true,
	"access_restricted": true,
}

_findings(input_of, firm) := found if {
	found := control.findings with input as input_of
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"trust_retention_years_aba": 7}
}

_examined(input_of) := examined if {
	examined := control.examined with input as input_of
		with data.inventory as {"firm": {"regimes": ["sra"]}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"trust_retention_years_aba": 7}
}

_by_matter(changes, removed) := {"collection": "trust_records", "trust_record": testing.changed(testing.without(_record, removed), changes)}

_store := {"id": "ledger", "grade": 1, "record_class": "trust-accounting", "stored_securely": true, "access_restricted": true, "matter_closed": false}

_by_store(changes, removed) := {"collection": "data_assets", "data_asset": testing.changed(testing.without(_store, removed), changes)}

_verdicts(changes, removed) := testing.verdicts(_findings(_by_matter(changes, removed), {"regimes": ["aba"]}))

_found(reason) := {["T-1", reason, ""]}

_missing(field) := {["T-1", "not-declared", concat(".", ["trust_records", field])]}

test_kept if _verdicts({}, []) == set()

test_examined if {
	_examined(_by_matter({}, [])) == {{"subject": {"collection": "trust_records", "id": "T-1"}, "grade": 3}}
	_examined(_by_store({}, [])) == {{"subject": {"collection": "data_assets", "id": "ledger"}, "grade": 1}}
	_examined(_by_store({"record_class": "client-file"}, [])) == set()
	_examined(_by_store({}, ["stored_securely", "access_restricted", "matter_closed"])) == set()
	every path in ["last_entry_on", "representation_ended_on", "final_distribution_on", "planned_disposal_on"] {
		bare := _by_store({path: _day("2040-01-01")}, ["stored_securely", "access_restricted", "matter_closed"])
		testing.ids(_examined(bare)) == {"ledger"}
	}
	testing.ids(_examined(_by_store({}, ["stored_securely", "access_restricted"]))) == {"ledger"}
	testing.ids(_examined(_by_store({}, ["stored_securely", "matter_closed"]))) == {"ledger"}
	testing.ids(_examined(_by_store({}, ["access_restricted", "matter_closed"]))) == {"ledger"}
}

test_other_stores_find_nothing if {
	_findings(_by_store({"record_class": "client-file", "stored_securely": false}, []), {"regimes": ["sra"]}) == set()
	_findings(_by_store({}, ["stored_securely", "access_restricted", "matter_closed"]), {"regimes": ["sra"]}) == set()
}

test_examined_changes_where_a_plan_comes_too_near if {
	planned := {"matter_closed": false, "planned_disposal_on": _day("2033-05-01")}
	{entry.changes_on | some entry in _examined(_by_matter(planned, ["last_entry_on"]))} == {_day("2027-05-01")}
	{entry.changes_on | some entry in _examined(_by_matter({"disposed_on": _day("2029-05-01")}, []))} == {_day("2029-05-01")}
}

test_destroyed_early if {
	_verdicts({"last_entry_on": _day("2019-03-31"), "disposed_on": _day("2025-03-31")}, []) == _found("destroyed-early")
	_verdicts({"last_entry_on": _day("2019-03-31"), "disposed_on": _day("2025-04-01")}, []) == set()
	_findings(_by_matter({"last_entry_on": _day("2019-03-31"), "disposed_on": _day("2025-03-31")}, []), {}) == {{
		"subject": {"collection": "trust_records", "id": "T-1"},
		"reason": "destroyed-early",
		"args": {
			"matter": {"collection": "matters", "id": "M-1"},
			"disposed_on": {"day": _day("2025-03-31")},
			"keep_until": {"day": _day("2025-03-31")},
		},
		"relied_on": [
			{"collection": "trust_records", "id": "T-1", "path": "disposed_on"},
			{"collection": "trust_records", "id": "T-1", "path": "last_entry_on"},
		],
	}}
}

_american := {"regimes": ["aba"], "representation_ended_on": testing.day("2018-06-30")}

_californian := {"regimes": ["us-ca-bar"], "final_distribution_on": testing.day("2020-06-30")}

test_periods_of_the_rules if {
	_verdicts(object.union(_american, {"disposed_on": _day("2025-06-30")}), []) == _found("destroyed-early")
	_verdicts(object.union(_american, {"disposed_on": _day("2025-07-01")}), []) == set()
	_verdicts(object.union(_californian, {"disposed_on": _day("2025-06-30")}), []) == _found("destroyed-early")
	_verdicts(object.union(_californian, {"disposed_on": _day("2025-07-01")}), []) == set()
	both := object.union(_american, {"regimes": ["aba", "sra"], "last_entry_on": _day("2018-06-30")})
	_verdicts(object.union(both, {"disposed_on": _day("2025-06-30")}), []) == _found("destroyed-early")
	_verdicts(object.union(both, {"disposed_on": _day("2025-07-01")}), []) == set()
}

test_planned_early if {
	_verdicts({"planned_disposal_on": _day("2028-03-31")}, []) == _found("planned-early")
	_verdicts({"planned_disposal_on": _day("2028-04-01")}, []) == set()
	_verdicts({"disposed_on": _day("2028-03-31")}, []) == _found("planned-early")
	_verdicts({"disposed_on": _day("2028-04-01")}, []) == set()
	{finding.args | some finding in _findings(_by_matter({"planned_disposal_on": _day("2028-03-31")}, ["matter_id"]), {})} == {{
		"matter": {"collection": "trust_records", "id": "T-1"},
		"planned_on": {"day": _day("2028-03-31")},
		"keep_until": {"day": _day("2028-03-31")},
	}}
	destroyed := {"last_entry_on": _day("2019-03-31"), "disposed_on": _day("2026-11-22"), "planned_disposal_on": _day("2020-01-01")}
	_verdicts(destroyed, []) == set()
}

test_planned_while_the_matter_runs if {
	running := {"matter_closed": false}
	_verdicts(object.union(running, {"planned_disposal_on": _day("2032-11-22")}), ["last_entry_on"]) == _found("planned-early")
	_verdicts(object.union(running, {"planned_disposal_on": _day("2032-11-23")}), ["last_entry_on"]) == set()
	both := object.union(running, {"regimes": ["aba", "us-ca-bar"]})
	_verdicts(object.union(both, {"planned_disposal_on": _day("2031-11-22")}), []) == _found("planned-early")
	_verdicts(object.union(both, {"planned_disposal_on": _day("2031-11-23")}), []) == set()
}

test_not_declared_when_the_period_begins if {
	_verdicts({}, ["last_entry_on"]) == _missing("last_entry_on")
	_verdicts({"matter_closed": false}, ["last_entry_on"]) == set()
	_verdicts({}, ["last_entry_on", "matter_closed"]) == _missing("last_entry_on")
	_verdicts({"matter_closed": false, "disposed_on": _day("2026-11-22")}, ["last_entry_on"]) == _missing("last_entry_on")
	_verdicts({"matter_closed": false, "disposed_on": _day("2040-11-22")}, ["last_entry_on"]) == set()
	_verdicts({"regimes": ["aba"]}, []) == _missing("representation_ended_on")
	_verdicts({"regimes": ["us-ca-bar"]}, []) == _missing("final_distribution_on")
	early := {"regimes": ["aba", "sra"], "last_entry_on": _day("2020-12-01"), "disposed_on": _day("2026-11-22")}
	_verdicts(early, []) == _found("destroyed-early") | _missing("representation_ended_on")
}

test_secure if {
	_verdicts({"stored_securely": false}, []) == _found("not-secure")
	_verdicts({"access_restricted": false}, []) == _found("not-secure")
	_verdicts({}, ["stored_securely"]) == _missing("stored_securely")
	_verdicts({}, ["access_restricted"]) == _missing("access_restricted")
	gone := {"last_entry_on": _day("2019-03-31"), "disposed_on": _day("2026-11-22")}
	_verdicts(object.union(gone, {"stored_securely": false}), ["access_restricted"]) == set()
	{[finding.args, finding.relied_on] |
		some finding in _findings(_by_matter({"stored_securely": false, "access_restricted": false}, []), {})
	} == {[
		{"matter": {"collection": "matters", "id": "M-1"}},
		[
			{"collection": "trust_records", "id": "T-1", "path": "access_restricted"},
			{"collection": "trust_records", "id": "T-1", "path": "stored_securely"},
		],
	]}
}

test_the_rules_of_the_firm_where_the_record_names_none if {
	_verdicts({}, ["regimes"]) == _missing("representation_ended_on")
	testing.verdicts(_findings(_by_matter({}, ["regimes"]), {"regimes": ["eu-gdpr"]})) == set()
	testing.verdicts(_findings(_by_matter({}, ["regimes"]), {})) == _missing("regimes")
	testing.verdicts(_findings(_by_matter({}, []), {})) == set()
}

test_by_store if {
	found := _findings(_by_store({"access_restricted": false, "planned_disposal_on": _day("2030-01-01")}, []), {"regimes": ["sra"]})
	{[finding.reason, finding.args.matter.id] | some finding in found} == {["not-secure", "ledger"], ["planned-early", "ledger"]}
	{fact.collection | some finding in found; some fact in finding.relied_on} == {"data_assets"}
	testing.verdicts(_findings(_by_store({"matter_closed": true}, ["stored_securely"]), {"regimes": ["sra"]})) == {
		["ledger", "not-declared", "data_assets.last_entry_on"],
		["ledger", "not-declared", "data_assets.stored_securely"],
	}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("planned-early", _findings({"collection": "trust_records", "trust_record": testing.changed(_record, {"matter_closed": false, "planned_disposal_on": testing.day("2031-11-22"), "regimes": ["aba", "us-ca-bar"]})}, {"regimes": ["aba"]})) == {["planned_disposal_on", "final_distribution_on", "representation_ended_on"]}
}
