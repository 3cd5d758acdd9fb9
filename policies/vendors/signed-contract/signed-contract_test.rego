package privity.vendors.signed_contract_test

import data.lib.testing
import data.privity.vendors.signed_contract as control

_vendor := {
	"id": "V-1",
	"grade": 2,
	"role": "processor",
	"status": "active",
	"receives_personal_data": true,
	"data_access_from": testing.day("2020-03-01"),
}

_contract := {
	"id": "VA-1",
	"grade": 1,
	"vendor_id": "V-1",
	"kind": "processor",
	"signed_on": testing.day("2020-02-01"),
	"effective_on": testing.day("2020-03-01"),
}

_inventory(vendor, contracts) := {
	"vendors": testing.by_id([vendor]),
	"vendor_agreements": testing.by_id(contracts),
	"systems": {"dms": {"id": "dms", "vendor_id": "V-1"}, "own": {"id": "own"}},
}

_found(inventory) := found if {
	found := control.findings with data.inventory as inventory with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed, contracts) := testing.verdicts(_found(_inventory(vendor, contracts))) if {
	vendor := testing.changed(testing.without(_vendor, removed), changes)
}

# verdicts of the active vendor above with its contract changed as said.
_contracted(changes, removed) := _verdicts({}, [], [testing.changed(testing.without(_contract, removed), changes)])

_examined(inventory) := examined if {
	examined := control.examined with data.inventory as inventory with data.as_of as testing.end_of("2026-11-22")
}

_undeclared(path) := {["V-1", "not-declared", path]}

_none := {["V-1", "no-contract", ""]}

test_a_contract_in_force_passes if _contracted({}, []) == set()

test_examined_rests_on_the_contracts if {
	ends := testing.changed(_contract, {"expires_on": testing.day("2026-12-31")})
	_examined(_inventory(_vendor, [ends])) == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"grade": 1,
		"changes_on": testing.day("2027-01-01"),
	}}
}

test_to_whom_it_does_not_apply if {
	every changes in [{"status": "ended"}, {"receives_personal_data": false}, {"role": "independent-controller"}] {
		_examined(_inventory(testing.changed(_vendor, changes), [])) == set()
	}
}

test_not_applicable_by_one_part_though_another_is_absent if {
	every changes in [{"status": "ended"}, {"receives_personal_data": false}, {"role": "independent-controller"}] {
		every removed in ["status", "receives_personal_data", "role"] {
			vendor := object.union(testing.without(_vendor, [removed]), changes)
			_found(_inventory(vendor, [])) == set()
		}
	}
}

test_every_role_needs_one if {
	every role in ["processor", "service-provider", "contractor", "joint-controller", "third-party"] {
		_verdicts({"role": role}, [], []) == _none
	}
}

test_not_declared_whether_it_applies if {
	_verdicts({}, ["status"], []) == _undeclared("vendors.status")
	_verdicts({}, ["receives_personal_data"], []) == _undeclared("vendors.receives_personal_data")
	_verdicts({}, ["role"], []) == _undeclared("vendors.role")
}

test_no_contract if {
	later := testing.changed(_contract, {"effective_on": testing.day("2026-12-01")})
	_found(_inventory(_vendor, [later])) == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "no-contract",
		"args": {"vendor": {"collection": "vendors", "id": "V-1"}},
		"relied_on": [
			{"collection": "vendors", "id": "V-1", "path": "receives_personal_data"},
			{"collection": "vendors", "id": "V-1", "path": "status"},
			{"collection": "vendor_agreements", "id": "VA-1", "path": "effective_on"},
		],
		"changes_on": testing.day("2026-12-01"),
	}}
}

test_the_contract_of_another_vendor_is_none if _contracted({"vendor_id": "V-2"}, []) == _none

test_a_contract_stands_from_its_first_day_to_its_last if {
	_contracted({"effective_on": testing.day("2026-11-22")}, []) == set()
	_contracted({"effective_on": testing.day("2026-11-23")}, []) == _none
	_contracted({"expires_on": testing.day("2026-11-22")}, []) == set()
	_contracted({"expires_on": testing.day("2026-11-21")}, []) == _none
	_contracted({"terminated_on": testing.day("2026-11-23")}, []) == set()
	_contracted({"terminated_on": testing.day("2026-11-22")}, []) == _none
	_contracted({"signed_on": testing.day("2026-11-23")}, []) == _none
}

test_where_nobody_declares_contracts_none_is_missed if {
	_found(testing.without(_inventory(_vendor, []), ["vendor_agreements"])) == set()
	proposed := testing.changed(_vendor, {"status": "proposed"})
	_found(testing.without(_inventory(proposed, []), ["vendor_agreements"])) == set()
}

test_not_declared_from_when_it_stands if {
	_contracted({}, ["effective_on"]) == _undeclared("vendor_agreements.effective_on")
	_verdicts({}, [], [_contract, testing.without(testing.changed(_contract, {"id": "VA-2"}), ["effective_on"])]) == set()
}

test_late if {
	signed := testing.changed(_contract, {"signed_on": testing.day("2020-03-02")})
	_found(_inventory(_vendor, [signed])) == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "remedied-late",
		"args": {
			"vendor": {"collection": "vendors", "id": "V-1"},
			"due_on": {"day": testing.day("2020-03-01")},
			"met_on": {"day": testing.day("2020-03-02")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "vendor_agreements", "id": "VA-1", "path": "signed_on"},
			{"collection": "vendors", "id": "V-1", "path": "data_access_from"},
		],
	}}
	_contracted({"signed_on": testing.day("2020-03-01")}, []) == set()
}

test_a_renewal_is_not_late if {
	old := testing.changed(_contract, {"expires_on": testing.day("2024-12-31")})
	renewed := testing.changed(_contract, {"id": "VA-2", "signed_on": testing.day("2024-12-01"), "effective_on": testing.day("2025-01-01")})
	_verdicts({}, [], [old, renewed]) == set()
	_verdicts({}, [], [renewed]) == {["V-1", "remedied-late", ""]}
}

test_not_declared_when_it_was_signed if {
	_contracted({}, ["signed_on"]) == _undeclared("vendor_agreements.signed_on")
	unsaid := testing.without(testing.changed(_contract, {"id": "VA-2"}), ["signed_on"])
	_verdicts({}, [], [_contract, unsaid]) == set()
	late := testing.changed(_contract, {"signed_on": testing.day("2020-03-02")})
	_verdicts({}, [], [late, unsaid]) == _undeclared("vendor_agreements.signed_on")
}

test_not_declared_since_when_it_has_data if {
	_verdicts({}, ["data_access_from"], [_contract]) == _undeclared("vendors.data_access_from")
	_verdicts({}, ["data_access_from"], []) == _none
}

test_joint_controllers_have_an_arrangement if {
	joint := {"role": "joint-controller"}
	arrangement := testing.changed(_contract, {"kind": "joint-controller-arrangement"})
	_verdicts(joint, [], [arrangement]) == set()
	_verdicts(joint, [], [_contract]) == {["V-1", "wrong-kind", ""]}
	_verdicts(joint, [], [_contract, testing.changed(arrangement, {"id": "VA-2"})]) == set()
	_verdicts(joint, [], []) == _none
	_verdicts(joint, [], [testing.without(_contract, ["kind"])]) == _undeclared("vendor_agreements.kind")
	_verdicts(joint, [], [arrangement, testing.without(testing.changed(_contract, {"id": "VA-2"}), ["kind"])]) == set()
	_contracted({}, ["kind"]) == set()
}

test_the_contract_of_a_proposed_vendor_is_signed_first if {
	proposed := {"status": "proposed"}
	_verdicts(proposed, ["data_access_from"], []) == {["V-1", "sign-before-start", ""]}
	_verdicts(proposed, ["data_access_from"], [testing.changed(_contract, {"effective_on": testing.day("2027-01-01")})]) == set()
	_verdicts(proposed, [], [testing.changed(_contract, {"signed_on": testing.day("2026-11-22")})]) == set()
	_verdicts(proposed, [], [testing.changed(_contract, {"signed_on": testing.day("2026-11-23")})]) == {["V-1", "sign-before-start", ""]}
	_verdicts(proposed, [], [testing.changed(_contract, {"expires_on": testing.day("2026-11-21")})]) == {["V-1", "sign-before-start", ""]}
	_verdicts(proposed, [], [testing.without(_contract, ["signed_on"])]) == _undeclared("vendor_agreements.signed_on")
	ended := testing.changed(testing.without(_contract, ["signed_on"]), {"expires_on": testing.day("2026-11-21")})
	_verdicts(proposed, [], [ended]) == {["V-1", "sign-before-start", ""]}
}

test_vendors_that_the_register_lacks if {
	inventory := testing.changed(_inventory(_vendor, [_contract]), {
		"systems": {"dms": {"id": "dms", "vendor_id": "V-9"}},
		"ai_systems": {"tool": {"id": "tool", "vendor_id": "V-9"}, "other": {"id": "other", "vendor_id": "V-1"}},
		"processing_activities": {"advice": {"id": "advice", "vendor_ids": ["V-1", "V-8", "V-9"]}},
	})
	testing.verdicts(_found(inventory)) == {
		["dms", "unknown-vendor", "V-9"],
		["tool", "unknown-vendor", "V-9"],
		["advice", "unknown-vendor", "V-8"],
		["advice", "unknown-vendor", "V-9"],
	}
	testing.ids(_examined(inventory)) == {"V-1", "dms", "tool", "advice"}
	{[finding.args, finding.relied_on] | some finding in _found(inventory); finding.subject.id == "dms"} == {[
		{"place": {"collection": "systems", "id": "dms"}},
		[{"collection": "systems", "id": "dms", "path": "vendor_id"}],
	]}
	_found(testing.without(inventory, ["vendors"])) == set()
}

test_signed_today_is_signed if {
	today := testing.changed(_contract, {"signed_on": testing.day("2026-11-22")})
	_verdicts({"data_access_from": testing.day("2026-11-21")}, [], [today]) == {["V-1", "remedied-late", ""]}
	_verdicts({"data_access_from": testing.day("2026-11-22")}, [], [today]) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("sign-before-start", _found({"systems": {"dms": {"id": "dms", "vendor_id": "V-1"}, "own": {"id": "own"}}, "vendor_agreements": {"VA-1": testing.changed(_contract, {"signed_on": testing.day("2026-11-23")})}, "vendors": {"V-1": testing.changed(_vendor, {"status": "proposed"})}})) == {["status", "signed_on"]}
	_paths("wrong-kind", _found({"systems": {"dms": {"id": "dms", "vendor_id": "V-1"}, "own": {"id": "own"}}, "vendor_agreements": {"VA-1": _contract}, "vendors": {"V-1": testing.changed(_vendor, {"role": "joint-controller"})}})) == {["kind", "role"]}
}
