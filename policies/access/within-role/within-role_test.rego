package privity.access.within_role_test

import data.lib.testing
import data.privity.access.within_role as control

_person := {"id": "S-1", "grade": 2, "role_id": "paralegal"}

_grant := {"id": "G-1", "grade": 2, "holder_id": "S-1", "system_id": "dms", "level": "write"}

_inventory := {
	"roles": testing.by_id([{
		"id": "paralegal",
		"grade": 1,
		"permitted_data_category_ids": ["contact", "case"],
		"max_access_level": "write",
	}]),
	"systems": testing.by_id([
		{"id": "dms", "grade": 2, "asset_ids": ["workspace", "letters"]},
		{"id": "payroll", "asset_ids": ["pay"]},
		{"id": "unlisted"},
		{"id": "bare"},
		{"id": "empty", "asset_ids": []},
	]),
	"data_assets": testing.by_id([
		{"id": "workspace", "grade": 3, "data_category_ids": ["contact", "case"]},
		{"id": "letters", "grade": 3, "data_category_ids": ["contact"]},
		{"id": "pay", "data_category_ids": ["contact", "bank", "salary"], "system_ids": ["payroll", "unlisted"]},
		{"id": "bonus", "data_category_ids": ["salary"]},
		{"id": "unsaid", "contains_personal_data": true},
		{"id": "templates", "contains_personal_data": false},
	]),
}

_findings(person, grant, inventory) := found if {
	found := control.findings with input as {"staff_member": person, "access_grants": {"G-1": grant}}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
}

# verdicts: what the control finds in the right above, changed as said.
_verdicts(changes, removed) := testing.verdicts(found) if {
	found := _findings(_person, testing.changed(testing.without(_grant, removed), changes), _inventory)
}

# The same for another role or other stores: fields of one record changed, others left out.
_verdicts_where(collection, id, changes, removed) := testing.verdicts(_findings(_person, _grant, inventory)) if {
	record := testing.changed(testing.without(_inventory[collection][id], removed), changes)
	inventory := testing.changed(_inventory, {collection: testing.changed(_inventory[collection], {id: record})})
}

_examined(changes, removed) := examined if {
	grant := testing.changed(testing.without(_grant, removed), changes)
	examined := control.examined with input as {"staff_member": _person, "access_grants": {"G-1": grant}}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
}

_fact(collection, id, path) := {"collection": collection, "id": id, "path": path}

test_within_the_role if _verdicts({}, []) == set()

test_examined_rests_on_the_weakest_record if {
	_examined({}, []) == {{"subject": {"collection": "access_grants", "id": "G-1"}, "grade": 1}}
}

test_a_right_that_has_ended_does_not_apply if {
	_examined({"revoked_on": testing.day("2026-11-22")}, []) == set()
	_verdicts({"level": "admin", "revoked_on": testing.day("2026-11-22")}, []) == set()
	testing.ids(_examined({"revoked_on": testing.day("2026-11-23")}, [])) == {"G-1"}
}

test_an_end_that_lies_ahead_changes_the_finding if {
	ends := testing.changed(_grant, {"level": "admin", "revoked_on": testing.day("2026-11-23")})
	{finding.changes_on | some finding in _findings(_person, ends, _inventory)} == {testing.day("2026-11-23")}
}

test_files_and_matters_are_judged_elsewhere if {
	_examined({"asset_id": "F-77"}, ["system_id"]) == set()
	_examined({"matter_id": "M-1"}, ["system_id"]) == set()
	_verdicts({"asset_id": "F-77", "level": "admin"}, ["system_id"]) == set()
}

test_beyond_the_role_by_a_store if {
	grant := testing.changed(testing.without(_grant, ["system_id"]), {"asset_id": "bonus"})
	_findings(_person, grant, _inventory) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "beyond-role",
		"by": "salary",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "data_assets", "id": "bonus"},
			"role": {"collection": "roles", "id": "paralegal"},
			"category": {"collection": "data_categories", "id": "salary"},
		},
		"relied_on": [
			_fact("access_grants", "G-1", "asset_id"),
			_fact("roles", "paralegal", "permitted_data_category_ids"),
			_fact("staff", "S-1", "role_id"),
			_fact("data_assets", "bonus", "data_category_ids"),
		],
	}}
}

test_beyond_the_role_by_a_system_once_for_each_category if {
	_verdicts({"system_id": "payroll"}, []) == {["G-1", "beyond-role", "bank"], ["G-1", "beyond-role", "salary"]}
	both := {"asset_ids": ["pay", "bonus"]}
	_verdicts_where("systems", "dms", both, []) == {["G-1", "beyond-role", "bank"], ["G-1", "beyond-role", "salary"]}
}

test_a_category_in_two_stores_relies_on_both if {
	inventory := testing.changed(_inventory, {"systems": {"dms": {"id": "dms", "asset_ids": ["pay", "bonus"]}}})
	relied_on := {finding.relied_on | some finding in _findings(_person, _grant, inventory); finding.by == "salary"}
	relied_on == {[
		_fact("access_grants", "G-1", "system_id"),
		_fact("roles", "paralegal", "permitted_data_category_ids"),
		_fact("staff", "S-1", "role_id"),
		_fact("data_assets", "bonus", "data_category_ids"),
		_fact("data_assets", "pay", "data_category_ids"),
	]}
}

test_a_category_in_one_store_relies_on_that_one if {
	inventory := testing.changed(_inventory, {"systems": {"dms": {"id": "dms", "asset_ids": ["pay", "bonus"]}}})
	stores := {fact.id |
		some finding in _findings(_person, _grant, inventory)
		finding.by == "bank"
		some fact in finding.relied_on
		fact.collection == "data_assets"
	}
	stores == {"pay"}
}

test_a_role_that_needs_no_data_permits_none if {
	none := {"permitted_data_category_ids": []}
	_verdicts_where("roles", "paralegal", none, []) == {["G-1", "beyond-role", "case"], ["G-1", "beyond-role", "contact"]}
}

test_stores_may_name_their_system_instead if {
	_verdicts({"system_id": "unlisted"}, []) == {["G-1", "beyond-role", "bank"], ["G-1", "beyond-role", "salary"]}
}

test_what_a_system_lists_goes_before_what_its_stores_say if {
	_verdicts_where("data_assets", "bonus", {"system_ids": ["dms"]}, []) == set()
}

test_a_right_that_names_both_is_one_on_the_system if {
	_verdicts({"asset_id": "bonus"}, []) == set()
	_verdicts({"system_id": "bare", "asset_id": "bonus"}, []) == {["G-1", "not-declared", "systems.asset_ids"]}
}

test_a_system_without_stores_opens_no_data if _verdicts({"system_id": "empty"}, []) == set()

test_files_listed_on_a_system_are_judged_elsewhere if {
	_verdicts_where("systems", "dms", {"asset_ids": ["workspace", "F-77"]}, []) == set()
}

test_levels_up_to_the_role if {
	_verdicts({"level": "read"}, []) == set()
	_verdicts({"level": "write"}, []) == set()
	_verdicts({"level": "admin"}, []) == {["G-1", "level-above-role", ""]}
	_verdicts_where("roles", "paralegal", {"max_access_level": "read"}, []) == {["G-1", "level-above-role", ""]}
	_verdicts_where("roles", "paralegal", {"max_access_level": "admin"}, []) == set()
}

test_level_above_the_role_says_which if {
	_findings(_person, testing.changed(_grant, {"level": "admin"}), _inventory) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "level-above-role",
		"args": {
			"person": {"collection": "staff", "id": "S-1"},
			"target": {"collection": "systems", "id": "dms"},
			"role": {"collection": "roles", "id": "paralegal"},
			"level": {"collection": "access_grants", "field": "level", "value": "admin"},
		},
		"relied_on": [
			_fact("access_grants", "G-1", "level"),
			_fact("roles", "paralegal", "max_access_level"),
			_fact("staff", "S-1", "role_id"),
		],
	}}
}

test_not_declared_which_role if {
	person := testing.without(_person, ["role_id"])
	_findings(person, _grant, _inventory) == {{
		"subject": {"collection": "access_grants", "id": "G-1"},
		"reason": "not-declared",
		"by": "staff.role_id",
		"args": {
			"subject": {"collection": "staff", "id": "S-1"},
			"fact": {"collection": "staff", "field": "role_id"},
		},
		"relied_on": [_fact("staff", "S-1", "role_id")],
	}}
}

test_not_declared_what_the_role_allows if {
	_verdicts_where("roles", "paralegal", {}, ["permitted_data_category_ids"]) == {["G-1", "not-declared", "roles.permitted_data_category_ids"]}
	_verdicts_where("roles", "paralegal", {}, ["max_access_level"]) == {["G-1", "not-declared", "roles.max_access_level"]}
}

test_a_role_that_is_not_declared_allows_nothing_known if {
	person := {"id": "S-1", "role_id": "clerk"}
	testing.verdicts(_findings(person, _grant, _inventory)) == {
		["G-1", "not-declared", "roles.permitted_data_category_ids"],
		["G-1", "not-declared", "roles.max_access_level"],
	}
}

test_not_declared_level if _verdicts({}, ["level"]) == {["G-1", "not-declared", "access_grants.level"]}

test_not_declared_what_a_store_holds if {
	_verdicts({"asset_id": "unsaid"}, ["system_id"]) == {["G-1", "not-declared", "data_assets.data_category_ids"]}
	_verdicts_where("systems", "dms", {"asset_ids": ["unsaid", "bonus"]}, []) == {
		["G-1", "not-declared", "data_assets.data_category_ids"],
		["G-1", "beyond-role", "salary"],
	}
}

test_stores_that_do_not_say_what_they_hold_are_one_finding if {
	systems := {"dms": {"id": "dms", "asset_ids": ["unsaid", "workspace", "silent"]}}
	stores := object.union(_inventory.data_assets, {"silent": {"id": "silent"}})
	found := _findings(_person, _grant, testing.changed(_inventory, {"systems": systems, "data_assets": stores}))
	[finding.relied_on | some finding in found] == [[
		_fact("data_assets", "silent", "data_category_ids"),
		_fact("data_assets", "unsaid", "data_category_ids"),
	]]
}

test_a_store_without_personal_data_is_not_asked_for_categories if {
	_verdicts({"asset_id": "templates"}, ["system_id"]) == set()
	undecided := testing.changed(_inventory, {"data_assets": {"templates": {"id": "templates"}}})
	grant := testing.changed(testing.without(_grant, ["system_id"]), {"asset_id": "templates"})
	testing.verdicts(_findings(_person, grant, undecided)) == {["G-1", "not-declared", "data_assets.data_category_ids"]}
}

test_not_declared_what_lies_on_a_system if {
	_verdicts({"system_id": "bare"}, []) == {["G-1", "not-declared", "systems.asset_ids"]}
	_verdicts({"system_id": "unheard-of"}, []) == {["G-1", "not-declared", "systems.asset_ids"]}
}
