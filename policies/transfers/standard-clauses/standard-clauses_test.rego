package privity.transfers.standard_clauses_test

import data.lib.testing
import data.privity.transfers.standard_clauses as control

_scc := {
	"base": "scc-2021-914",
	"module": 2,
	"signed_on": testing.day("2024-03-01"),
	"annexes": ["I.A", "I.B", "I.C", "II", "III"],
	"modified": false,
}

_transfer := {
	"id": "T-1",
	"grade": 2,
	"status": "active",
	"mechanism": "scc-2021-914",
	"exporter_role": "controller",
	"importer_role": "processor",
	"vendor_id": "V-1",
	"started_on": testing.day("2024-03-01"),
	"scc": _scc,
}

_of(record, authorisation) := found if {
	found := control.findings with input as {"transfer": record}
		with data.inventory as {"vendors": {"V-1": testing.changed({"id": "V-1", "grade": 1}, authorisation)}}
		with data.as_of as testing.end_of("2026-11-22")
}

_specific := {"sub_processor_authorisation": {"type": "specific"}}

_general := {"sub_processor_authorisation": {"type": "general"}}

_found(changes, removed) := _of(testing.changed(testing.without(_transfer, removed), changes), _specific)

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_clauses(changes, removed) := _verdicts({"scc": testing.changed(testing.without(_scc, removed), changes)}, [])

_examined(changes, removed) := examined if {
	examined := control.examined with input as {"transfer": testing.changed(testing.without(_transfer, removed), changes)}
		with data.inventory as {"vendors": {"V-1": {"id": "V-1", "grade": 1}}}
		with data.as_of as testing.end_of("2026-11-22")
}

_one(reason) := {["T-1", reason, ""]}

_lacks(annexes) := {["T-1", "annex-missing", annex] | some annex in annexes}

_undeclared(path) := {["T-1", "not-declared", concat(".", ["transfers", path])]}

test_whole_clauses_pass if {
	_verdicts({}, []) == set()
	_verdicts({"mechanism": "uk-addendum"}, []) == set()
	_verdicts({"mechanism": "idta", "scc": {"signed_on": testing.day("2024-03-01"), "annexes": ["tables-1-4"], "modified": false}}, ["exporter_role", "importer_role"]) == set()
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "transfers", "id": "T-1"}, "grade": 1}}
	_examined({"scc": testing.changed(_scc, {"module": 1, "signed_on": testing.day("2026-12-01")})}, []) == {{
		"subject": {"collection": "transfers", "id": "T-1"},
		"grade": 2,
		"changes_on": testing.day("2026-12-01"),
	}}
	count(_examined({}, ["scc", "status"])) == 1
}

test_to_what_it_does_not_apply if {
	_examined({"status": "ended"}, ["mechanism"]) == set()
	_examined({"mechanism": "bcr"}, ["status"]) == set()
	_verdicts({"mechanism": "bcr"}, ["scc"]) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts({"scc": {}}, ["status"]) == _undeclared("status")
	_verdicts({"scc": {}}, ["mechanism"]) == _undeclared("mechanism")
}

test_not_signed if {
	_clauses({}, ["signed_on"]) == _one("not-signed")
	_clauses({"signed_on": testing.day("2026-11-23")}, []) == _one("not-signed")
	_verdicts({"status": "planned", "scc": testing.without(_scc, ["signed_on"])}, ["started_on"]) == set()
	_found({"scc": testing.changed(_scc, {"signed_on": testing.day("2026-11-23")})}, []) == {{
		"subject": {"collection": "transfers", "id": "T-1"},
		"reason": "not-signed",
		"args": {"recipient": {"collection": "vendors", "id": "V-1"}},
		"relied_on": [
			{"collection": "transfers", "id": "T-1", "path": "scc.signed_on"},
			{"collection": "transfers", "id": "T-1", "path": "status"},
		],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_signed_late if {
	_verdicts({"started_on": testing.day("2024-02-29")}, []) == _one("remedied-late")
	{finding.args | some finding in _found({"started_on": testing.day("2024-02-29")}, [])} == {{
		"recipient": {"collection": "vendors", "id": "V-1"},
		"due_on": {"day": testing.day("2024-02-29")},
		"met_on": {"day": testing.day("2024-03-01")},
		"days_late": 1,
	}}
	_verdicts({}, ["started_on"]) == _undeclared("started_on")
	_verdicts({"status": "planned"}, ["started_on"]) == set()
}

test_modules_follow_the_roles if {
	every entry in [["controller", "controller", 1], ["controller", "processor", 2], ["processor", "processor", 3], ["processor", "controller", 4]] {
		every module in [1, 2, 3, 4] {
			changes := {"exporter_role": entry[0], "importer_role": entry[1], "scc": testing.changed(_scc, {"module": module})}
			_verdicts(changes, []) == {found | some found in _one("wrong-module"); module != entry[2]}
		}
	}
	_clauses({}, ["module"]) == _undeclared("scc.module")
	_verdicts({}, ["exporter_role"]) == _undeclared("exporter_role")
	_verdicts({}, ["importer_role"]) == _undeclared("importer_role")
}

test_annexes if {
	_clauses({"annexes": []}, []) == _lacks(["I.A", "I.B", "I.C", "II", "III"])
	one := {"importer_role": "controller", "scc": testing.changed(_scc, {"module": 1, "annexes": []})}
	_verdicts(one, []) == _lacks(["I.A", "I.B", "I.C", "II"])
	three := {"exporter_role": "processor", "scc": testing.changed(_scc, {"module": 3, "annexes": ["I.A", "I.B"]})}
	_verdicts(three, []) == _lacks(["I.C", "II", "III"])
	four := {"exporter_role": "processor", "importer_role": "controller", "scc": testing.changed(_scc, {"module": 4, "annexes": []})}
	_verdicts(four, []) == _lacks(["I.A", "I.B"])
	_verdicts({"mechanism": "idta"}, []) == _lacks(["tables-1-4"])
	_clauses({}, ["annexes"]) == _undeclared("scc.annexes")
	{finding.args | some finding in _found({"mechanism": "idta"}, [])} == {{
		"recipient": {"collection": "vendors", "id": "V-1"},
		"annex": {"collection": "transfers", "field": "scc.annexes", "value": "tables-1-4"},
	}}
}

test_the_annex_of_sub_processors if {
	without := testing.changed(_transfer, {"scc": testing.changed(_scc, {"annexes": ["I.A", "I.B", "I.C", "II"]})})
	testing.verdicts(_of(without, _specific)) == _lacks(["III"])
	testing.verdicts(_of(without, _general)) == set()
	testing.verdicts(_of(without, {})) == {["T-1", "not-declared", "vendors.sub_processor_authorisation.type"]}
	testing.verdicts(_of(_transfer, {})) == set()
	testing.verdicts(_of(testing.without(without, ["vendor_id"]), {})) == set()
}

test_modified if {
	_clauses({"modified": true}, []) == _one("modified")
	_clauses({}, ["modified"]) == _undeclared("scc.modified")
}

test_the_base_of_the_addendum if {
	_verdicts({"mechanism": "uk-addendum", "scc": testing.changed(_scc, {"base": "pre-2021-scc"})}, []) == _one("wrong-base")
	_clauses({"base": "other"}, []) == set()
	_verdicts({"mechanism": "uk-addendum", "scc": testing.without(_scc, ["base"])}, []) == _undeclared("scc.base")
	_clauses({}, ["base"]) == set()
}

test_not_declared_clauses if _verdicts({}, ["scc"]) == _undeclared("scc")

_why(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_europe if {
	_why({"regimes": ["aba"]}) == "outside-europe"
	_why({"regimes": ["eu-gdpr"]}) == "applies"
}

test_the_uk_agreement_has_no_modules if {
	agreement := {"mechanism": "idta", "scc": testing.changed(_scc, {"module": 4, "annexes": ["tables-1-4"]})}
	_verdicts(agreement, []) == set()
	_verdicts({"mechanism": "idta", "scc": testing.changed(_scc, {"module": 2, "annexes": ["tables-1-4"]})}, []) == set()
	first := {"importer_role": "controller", "scc": testing.changed(_scc, {"module": 1, "annexes": ["I.A", "I.B", "I.C", "II"]})}
	testing.verdicts(_of(testing.changed(_transfer, first), {})) == set()
	testing.verdicts(_of(testing.changed(_transfer, agreement), {})) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("annex-missing", _of(testing.changed(_transfer, {"mechanism": "idta"}), {"sub_processor_authorisation": {"type": "specific"}})) == {["scc.annexes", "scc.module"]}
	_paths("modified", _of(testing.changed(_transfer, {"scc": {"annexes": ["I.A", "I.B", "I.C", "II", "III"], "base": "scc-2021-914", "modified": true, "module": 2, "signed_on": testing.day("2024-03-01")}}), {"sub_processor_authorisation": {"type": "specific"}})) == {["scc.modified"]}
	_paths("remedied-late", _of(testing.changed(_transfer, {"started_on": testing.day("2024-02-29")}), {"sub_processor_authorisation": {"type": "specific"}})) == {["scc.signed_on", "started_on"]}
	_paths("wrong-base", _of(testing.changed(_transfer, {"mechanism": "uk-addendum", "scc": {"annexes": ["I.A", "I.B", "I.C", "II", "III"], "base": "pre-2021-scc", "modified": false, "module": 2, "signed_on": testing.day("2024-03-01")}}), {"sub_processor_authorisation": {"type": "specific"}})) == {["scc.base", "mechanism"]}
	_paths("wrong-module", _of(testing.changed(_transfer, {"exporter_role": "processor"}), {"sub_processor_authorisation": {"type": "specific"}})) == {["scc.module", "exporter_role", "importer_role"]}
}
