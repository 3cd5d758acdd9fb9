package privity.transfers.adequacy_still_valid_test

import data.lib.testing
import data.privity.transfers.adequacy_still_valid as control

_decisions := [
	{"regime": "eu", "country": "CH", "valid_from": "2000-07-26", "scope": "whole"},
	{"regime": "eu", "country": "GB", "valid_from": "2021-06-28", "valid_to": "2027-01-01", "scope": "whole"},
	{"regime": "eu", "country": "CA", "valid_from": "2001-12-20", "scope": "commercial-organisations"},
	{"regime": "eu", "country": "US", "valid_from": "2023-07-10", "scope": "data-privacy-framework"},
	{"regime": "uk", "country": "KR", "valid_from": "2022-12-19", "scope": "whole"},
	{"regime": "eu", "country": "JP", "valid_from": "2019-01-23", "scope": "whole"},
	{"regime": "eu", "country": "JP", "valid_from": "2019-01-23", "scope": "commercial-organisations"},
	{"regime": "eu", "country": "NZ", "valid_from": "2012-12-19", "scope": "whole"},
	{"regime": "eu", "country": "NZ", "valid_from": "2012-12-19", "scope": "data-privacy-framework"},
	{"regime": "eu", "country": "IL", "valid_from": "2011-01-31", "scope": "automated-processing"},
	{"regime": "eu", "country": "IL", "valid_from": "2011-01-31", "scope": "data-privacy-framework"},
]

_transfer := {"id": "T-1", "grade": 2, "status": "active", "exporter_regime": "eu", "importer_country": "CH", "vendor_id": "V-1", "mechanism": "adequacy"}

# Checked on 26 May 2026: to be checked again by 22 November (180 days).
_listed := {
	"listed": true,
	"verified_on": testing.day("2026-05-26"),
	"certification_expires_on": testing.day("2026-11-22"),
	"covered_data": ["non-hr"],
	"uk_extension": true,
}

_certified := testing.changed(_transfer, {"importer_country": "US", "mechanism": "dpf", "data_kind": "non-hr", "dpf": _listed})

_bridge := testing.changed(_certified, {"exporter_regime": "uk", "mechanism": "uk-us-bridge"})

_at(record, day) := found if {
	found := control.findings with input as {"transfer": record}
		with data.inventory as {}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"dpf_verify_days": 180}
		with data.tables as {"adequacy": _decisions}
}

_verdicts(record, changes, removed) := testing.verdicts(_at(testing.changed(testing.without(record, removed), changes), "2026-11-22"))

_dated(record, day) := testing.verdicts(_at(record, day))

_listing(record, changes, removed) := _verdicts(record, {"dpf": testing.changed(testing.without(_listed, removed), changes)}, [])

_examined(record) := examined if {
	examined := control.examined with input as {"transfer": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"dpf_verify_days": 180}
		with data.tables as {"adequacy": _decisions}
}

_one(reason) := {["T-1", reason, ""]}

_undeclared(path) := {["T-1", "not-declared", concat(".", ["transfers", path])]}

test_what_stands_passes if {
	_verdicts(_transfer, {}, []) == set()
	_verdicts(_certified, {}, []) == set()
	_verdicts(_bridge, {}, []) == set()
	_verdicts(_transfer, {"exporter_regime": "uk", "importer_country": "KR"}, []) == set()
}

test_examined if {
	_examined(_transfer) == {{"subject": {"collection": "transfers", "id": "T-1"}, "grade": 2}}
	{entry.changes_on | some entry in _examined(testing.changed(_transfer, {"importer_country": "GB"}))} == {testing.day("2027-01-01")}
	{entry.changes_on | some entry in _examined(_certified)} == {testing.day("2026-11-23")}
	count(_examined(testing.without(_transfer, ["exporter_regime"]))) == 1
}

test_to_what_it_does_not_apply if {
	every changes in [{"status": "ended"}, {"mechanism": "bcr"}] {
		_examined(testing.changed(_transfer, changes)) == set()
		_verdicts(_transfer, changes, ["importer_country"]) == set()
	}
	_verdicts(_transfer, {"status": "ended"}, ["mechanism"]) == set()
	_verdicts(_transfer, {"mechanism": "bcr"}, ["status"]) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts(_transfer, {"importer_country": "GB"}, ["status"]) == _undeclared("status")
	_verdicts(_transfer, {}, ["mechanism"]) == _undeclared("mechanism")
}

test_a_decision_stands_until_the_day_before_its_end if {
	british := testing.changed(_transfer, {"importer_country": "GB"})
	_dated(british, "2021-06-28") == set()
	_dated(british, "2026-12-31") == set()
	_dated(british, "2027-01-01") == _one("not-adequate")
	_at(british, "2021-06-27") == {{
		"subject": {"collection": "transfers", "id": "T-1"},
		"reason": "not-adequate",
		"args": {"country": {"collection": "transfers", "field": "importer_country", "value": "GB"}},
		"relied_on": [
			{"collection": "transfers", "id": "T-1", "path": "mechanism"},
			{"collection": "transfers", "id": "T-1", "path": "importer_country"},
			{"collection": "transfers", "id": "T-1", "path": "exporter_regime"},
		],
		"changes_on": testing.day("2021-06-28"),
	}}
}

test_countries_that_the_table_does_not_cover if {
	_verdicts(_transfer, {"importer_country": "BR"}, []) == _one("not-in-table")
	_verdicts(_transfer, {"exporter_regime": "uk"}, []) == _one("not-in-table")
	_verdicts(_transfer, {"importer_country": "CA"}, []) == _one("not-in-table")
	{finding.args | some finding in _at(testing.changed(_transfer, {"importer_country": "BR"}), "2026-11-22")} == {{"country": {
		"collection": "transfers",
		"field": "importer_country",
		"value": "BR",
	}}}
}

test_adequacy_for_listed_companies_only if {
	american := testing.changed(_transfer, {"importer_country": "US-CA"})
	_verdicts(american, {"dpf": {"listed": true}}, []) == set()
	_verdicts(american, {"dpf": {"listed": false}}, []) == _one("not-adequate")
	_verdicts(american, {}, []) == _undeclared("dpf.listed")
	_dated(american, "2023-07-09") == _one("not-adequate")
}

test_not_declared_for_adequacy if {
	_verdicts(_transfer, {}, ["exporter_regime"]) == _undeclared("exporter_regime")
	_verdicts(_transfer, {}, ["importer_country"]) == _undeclared("importer_country")
}

test_not_listed if {
	every record in [_certified, _bridge] {
		_listing(record, {"listed": false}, []) == _one("not-listed")
		_listing(record, {"certification_expires_on": testing.day("2026-11-21")}, []) == _one("not-listed")
		_listing(record, {"covered_data": ["hr"]}, []) == _one("not-listed")
		_listing(record, {"covered_data": []}, []) == _one("not-listed")
		_listing(record, {"verified_on": testing.day("2026-11-23")}, []) == _one("not-listed")
		_listing(record, {"verified_on": testing.day("2026-11-22")}, []) == set()
	}
	_listing(_certified, {"uk_extension": false}, []) == set()
	_listing(_bridge, {"uk_extension": false}, []) == _one("not-listed")
	lapsed := testing.changed(_certified, {"dpf": testing.changed(_listed, {"listed": false, "covered_data": ["hr"]})})
	{[finding.args, finding.relied_on, finding.changes_on] | some finding in _at(lapsed, "2026-11-22")} == {[
		{"recipient": {"collection": "vendors", "id": "V-1"}},
		[
			{"collection": "transfers", "id": "T-1", "path": "dpf.covered_data"},
			{"collection": "transfers", "id": "T-1", "path": "dpf.listed"},
			{"collection": "transfers", "id": "T-1", "path": "mechanism"},
		],
		testing.day("2026-11-23"),
	]}
}

test_the_list_is_checked_again if {
	valid := testing.changed(_certified, {"dpf": testing.changed(_listed, {"certification_expires_on": testing.day("2027-05-01")})})
	_dated(valid, "2026-11-22") == set()
	{[finding.reason, finding.args] | some finding in _at(valid, "2026-11-23")} == {["verify-again", {
		"recipient": {"collection": "vendors", "id": "V-1"},
		"last_on": {"day": testing.day("2026-05-26")},
		"due_on": {"day": testing.day("2026-11-22")},
		"days_late": 1,
	}]}
}

test_not_declared_for_the_list if {
	every path in ["listed", "verified_on", "certification_expires_on", "covered_data"] {
		_listing(_certified, {}, [path]) == _undeclared(concat(".", ["dpf", path]))
	}
	_verdicts(_certified, {}, ["data_kind"]) == _undeclared("data_kind")
	_listing(_certified, {}, ["uk_extension"]) == set()
	_listing(_bridge, {}, ["uk_extension"]) == _undeclared("dpf.uk_extension")
	count(_verdicts(_certified, {}, ["dpf"])) == 4
}

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
	_paths("not-in-table", _at(testing.changed(_transfer, {"exporter_regime": "uk"}), "2026-11-22")) == {["importer_country", "mechanism"]}
	_paths("verify-again", _at(testing.changed(_certified, {"dpf": {"certification_expires_on": testing.day("2027-05-01"), "covered_data": ["non-hr"], "listed": true, "uk_extension": true, "verified_on": testing.day("2026-05-26")}}), "2026-11-23")) == {["dpf.verified_on"]}
}

test_while_it_is_open_whether_it_applies_nothing_else_is_said if {
	every path in ["status", "mechanism"] {
		_verdicts(_transfer, {"importer_country": "BR"}, [path]) == _undeclared(path)
	}
	_verdicts(_certified, {}, ["exporter_regime"]) == set()
}

# Made-up pairs of decisions on one country.
test_several_decisions_on_a_country if {
	_verdicts(_transfer, {"importer_country": "JP"}, []) == set()
	_verdicts(_transfer, {"importer_country": "NZ"}, []) == set()
	_verdicts(_transfer, {"importer_country": "IL"}, []) == _one("not-in-table")
	_verdicts(_transfer, {"importer_country": "CA", "dpf": {"listed": true}}, []) == _one("not-in-table")
}

test_a_listing_of_which_only_the_day_is_known if {
	_verdicts(_transfer, {"importer_country": "US", "dpf": {"verified_on": testing.day("2020-01-01")}}, []) == _undeclared("dpf.listed")
}

test_when_time_alone_changes_the_verdict if {
	every row in [
		[{"certification_expires_on": "2026-11-30", "verified_on": "2026-11-01"}, {testing.day("2026-12-01")}],
		[{"certification_expires_on": "2027-05-01", "verified_on": "2026-05-26"}, {testing.day("2026-11-23")}],
		[{"certification_expires_on": "2027-05-01", "verified_on": "2026-05-27"}, {testing.day("2026-11-24")}],
		[{"certification_expires_on": "2026-12-31", "verified_on": "2026-11-25"}, {testing.day("2026-11-25")}],
		[{"certification_expires_on": "2026-11-21", "verified_on": "2020-01-01"}, set()],
	] {
		dpf := object.union(_listed, {path: testing.day(text) | some path, text in row[0]})
		{entry.changes_on | some entry in _examined(object.union(_certified, {"dpf": dpf}))} == row[1]
		{entry.changes_on | some entry in _examined(testing.changed(_transfer, {"importer_country": "US", "dpf": dpf}))} == set()
	}
}

test_adequacy_needs_no_new_check_of_the_list if {
	old := object.union(_listed, {"verified_on": testing.day("2020-01-01")})
	_verdicts(_transfer, {"importer_country": "US", "dpf": old}, []) == set()
	_verdicts(_certified, {"dpf": object.union(old, {"certification_expires_on": testing.day("2027-05-01")})}, []) == _one("verify-again")
}
