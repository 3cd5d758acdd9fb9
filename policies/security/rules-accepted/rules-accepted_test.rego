package privity.security.rules_accepted_test

import data.lib.testing
import data.privity.security.rules_accepted as control

_found_in(record, inventory) := found if {
	found := control.findings with input as {"staff_member": record, "collection": "staff"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"ack_days": 30}
}

_examined_in(record, inventory) := examined if {
	examined := control.examined with input as {"staff_member": record, "collection": "staff"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"ack_days": 30}
}

_record_of(changes, removed) := testing.changed(testing.without(_record, removed), changes)

_found(changes, removed) := _found_in(_record_of(changes, removed), _inventory)

_examined(changes, removed) := _examined_in(_record_of(changes, removed), _inventory)

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_missing(paths) := {["S-1", "not-declared", concat("", ["staff.", path])] | some path in paths}

_inventory := {
	"policies": testing.by_id([
		{"id": "P-1", "grade": 1, "version": "3", "status": "approved", "requires_acknowledgement": true, "effective_on": testing.day("2026-10-01")},
		{"id": "P-2", "version": "1", "status": "approved", "requires_acknowledgement": false},
		{"id": "P-3", "version": "1", "status": "draft"},
		{"id": "P-4", "version": "1", "status": "retired", "requires_acknowledgement": true},
	]),
	"roles": testing.by_id([{"id": "lawyer", "bound_by_profession": true}, {"id": "clerk"}, {"id": "temp", "bound_by_profession": false}]),
}

_record := {
	"id": "S-1",
	"grade": 2,
	"status": "active",
	"role_id": "clerk",
	"start_date": testing.day("2024-01-08"),
	"confidentiality_signed_on": testing.day("2024-01-08"),
	"acknowledgements": [_entry],
}

_entry := {"policy_id": "P-1", "version": "3", "on": testing.day("2026-10-31")}

# with_policy: verdicts where the policy is changed as said.
_with_policy(changes, removed, record) := testing.verdicts(_found_in(record, inventory)) if {
	policy := testing.changed(testing.without(_inventory.policies["P-1"], removed), changes)
	inventory := testing.changed(_inventory, {"policies": testing.by_id([policy])})
}

# from: an effective day of the policy, nobody having confirmed it.
_effective(day) := _with_policy({"effective_on": testing.day(day)}, [], _record_of({}, ["acknowledgements"]))

test_confirmed_and_signed if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": {"collection": "staff", "id": "S-1"}, "grade": 1}}
}

test_those_who_do_not_work_now_do_not_apply if {
	every status in ["on-leave", "left"] {
		_examined({"status": status}, ["acknowledgements"]) == set()
		_verdicts({"status": status}, ["acknowledgements", "start_date"]) == set()
	}
}

test_undecided_whether_it_applies if {
	_verdicts({}, ["status", "acknowledgements", "confidentiality_signed_on"]) == _missing(["status"])
	_examined({}, ["status"]) == {{"subject": {"collection": "staff", "id": "S-1"}, "grade": 2}}
}

test_not_acknowledged if {
	expected := {["S-1", "not-acknowledged", "P-1"]}
	_verdicts({}, ["acknowledgements"]) == expected
	_verdicts({"acknowledgements": [testing.changed(_entry, {"version": "2"})]}, []) == expected
	_verdicts({"acknowledgements": [testing.changed(_entry, {"policy_id": "P-2"})]}, []) == expected
	_verdicts({"acknowledgements": [testing.changed(_entry, {"on": testing.day("2026-11-23")})]}, []) == expected
	_verdicts({"acknowledgements": [testing.changed(_entry, {"on": testing.day("2026-11-22")})]}, []) == {["S-1", "remedied-late", "P-1"]}
}

# Due on 30 days after 23 October, 22 November; the last quarter begins seven days before.
test_acknowledgement_due if {
	_effective("2026-10-22") == {["S-1", "not-acknowledged", "P-1"]}
	_effective("2026-10-23") == {["S-1", "ack-due", "P-1"]}
	_effective("2026-10-30") == {["S-1", "ack-due", "P-1"]}
	_effective("2026-10-31") == set()
}

test_a_newcomer_has_time_from_the_first_day if {
	_verdicts({"start_date": testing.day("2026-10-31")}, ["acknowledgements", "confidentiality_signed_on"]) == {["S-1", "no-confidentiality", ""]}
	_verdicts({"start_date": testing.day("2026-10-22")}, ["acknowledgements"]) == {["S-1", "not-acknowledged", "P-1"]}
}

test_changes_ahead if {
	record := _record_of({}, ["acknowledgements"])
	policy := {"id": "P-1", "version": "3", "status": "approved", "requires_acknowledgement": true, "effective_on": testing.day("2026-11-01")}
	{entry.changes_on | some entry in _examined_in(record, {"policies": {"P-1": policy}})} == {testing.day("2026-11-24")}
	found := _found_in(record, {"policies": {"P-1": testing.changed(policy, {"effective_on": testing.day("2026-10-24")})}, "roles": _inventory.roles})
	_args(found, "ack-due") == {[
		"P-1",
		{
			"person": {"collection": "staff", "id": "S-1"},
			"policy": {"collection": "policies", "id": "P-1"},
			"due_on": {"day": testing.day("2026-11-23")},
		},
		[
			{"collection": "staff", "id": "S-1", "path": "acknowledgements"},
			{"collection": "policies", "id": "P-1", "path": "effective_on"},
			{"collection": "staff", "id": "S-1", "path": "start_date"},
		],
		testing.day("2026-11-24"),
	]}
}

test_confirmed_late if {
	found := _found({"acknowledgements": [testing.changed(_entry, {"on": testing.day("2026-11-01")})]}, [])
	{[finding.reason, finding.by, finding.args] | some finding in found} == {[
		"remedied-late",
		"P-1",
		{
			"person": {"collection": "staff", "id": "S-1"},
			"policy": {"collection": "policies", "id": "P-1"},
			"due_on": {"day": testing.day("2026-10-31")},
			"met_on": {"day": testing.day("2026-11-01")},
			"days_late": 1,
		},
	]}
	_verdicts({"acknowledgements": [_entry, testing.changed(_entry, {"on": testing.day("2026-11-10")})]}, []) == set()
}

test_no_confidentiality if {
	_verdicts({}, ["confidentiality_signed_on"]) == {["S-1", "no-confidentiality", ""]}
	_verdicts({"role_id": "temp"}, ["confidentiality_signed_on"]) == {["S-1", "no-confidentiality", ""]}
	_verdicts({"confidentiality_signed_on": testing.day("2026-11-23")}, []) == {["S-1", "no-confidentiality", ""]}
	_verdicts({"role_id": "lawyer"}, ["confidentiality_signed_on"]) == set()
	_verdicts({"role_id": "unheard-of"}, ["confidentiality_signed_on"]) == {["S-1", "no-confidentiality", ""]}
}

test_signed_late if {
	late := {"confidentiality_signed_on": testing.day("2024-01-09")}
	{[finding.reason, finding.by, finding.args.due_on, finding.args.met_on, finding.args.days_late] | some finding in _found(late, [])} == {[
		"remedied-late",
		"confidentiality",
		{"day": testing.day("2024-01-08")},
		{"day": testing.day("2024-01-09")},
		1,
	]}
	_verdicts(object.union(late, {"role_id": "lawyer"}), []) == set()
}

test_on_the_first_day_nothing_is_late if {
	today := {"start_date": testing.day("2026-11-22")}
	_verdicts(today, ["acknowledgements", "confidentiality_signed_on"]) == set()
	{entry.changes_on | some entry in _examined(today, ["acknowledgements"])} == {testing.day("2026-11-23")}
}

test_not_declared_when_the_person_began if {
	_verdicts({}, ["start_date"]) == _missing(["start_date"])
	_verdicts({}, ["start_date", "acknowledgements", "confidentiality_signed_on"]) == _missing(["start_date"])
}

test_not_declared_which_role if {
	_verdicts({}, ["role_id"]) == set()
	_verdicts({}, ["role_id", "confidentiality_signed_on"]) == _missing(["role_id"])
	_verdicts({"confidentiality_signed_on": testing.day("2024-01-09")}, ["role_id"]) == _missing(["role_id"])
}

test_not_declared_of_a_confirmation if {
	every field in ["version", "on"] {
		entries := {"acknowledgements": [testing.without(_entry, [field])]}
		_verdicts(entries, []) == _missing([concat(".", ["acknowledgements", field])])
	}
	_verdicts({"acknowledgements": [testing.without(_entry, ["on"])], "start_date": testing.day("2026-10-30"), "confidentiality_signed_on": testing.day("2026-10-30")}, []) == set()
	_verdicts({"acknowledgements": [{"policy_id": "P-1", "version": "2"}]}, []) == {["S-1", "not-acknowledged", "P-1"]}
	_verdicts({"acknowledgements": [_entry, {"policy_id": "P-1"}]}, []) == set()
}

test_not_declared_of_a_policy if {
	unconfirmed := _record_of({}, ["acknowledgements"])
	every field in ["status", "requires_acknowledgement"] {
		_with_policy({}, [field], unconfirmed) == {["S-1", "not-declared", concat("", ["policies.", field])]}
		_with_policy({}, [field], _record) == set()
	}
	_with_policy({}, ["version"], _record) == {["S-1", "not-declared", "policies.version"]}
	_with_policy({}, ["version"], unconfirmed) == {["S-1", "not-acknowledged", "P-1"]}
	_with_policy({}, ["effective_on"], unconfirmed) == {["S-1", "not-declared", "policies.effective_on"]}
	_with_policy({}, ["effective_on"], _record) == {["S-1", "not-declared", "policies.effective_on"]}
	newcomer := testing.changed(_record, {"start_date": testing.day("2026-10-30"), "confidentiality_signed_on": testing.day("2026-10-30")})
	_with_policy({}, ["effective_on"], newcomer) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-confidentiality", _found_in(testing.without(_record, ["confidentiality_signed_on"]), {"policies": {"P-1": {"effective_on": testing.day("2026-10-01"), "grade": 1, "id": "P-1", "requires_acknowledgement": true, "status": "approved", "version": "3"}, "P-2": {"id": "P-2", "requires_acknowledgement": false, "status": "approved", "version": "1"}, "P-3": {"id": "P-3", "status": "draft", "version": "1"}, "P-4": {"id": "P-4", "requires_acknowledgement": true, "status": "retired", "version": "1"}}, "roles": {"clerk": {"id": "clerk"}, "lawyer": {"bound_by_profession": true, "id": "lawyer"}, "temp": {"bound_by_profession": false, "id": "temp"}}})) == {["confidentiality_signed_on", "start_date"]}
	_paths("remedied-late", _found_in(testing.changed(_record, {"acknowledgements": [{"on": testing.day("2026-11-22"), "policy_id": "P-1", "version": "3"}]}), {"policies": {"P-1": {"effective_on": testing.day("2026-10-01"), "grade": 1, "id": "P-1", "requires_acknowledgement": true, "status": "approved", "version": "3"}, "P-2": {"id": "P-2", "requires_acknowledgement": false, "status": "approved", "version": "1"}, "P-3": {"id": "P-3", "status": "draft", "version": "1"}, "P-4": {"id": "P-4", "requires_acknowledgement": true, "status": "retired", "version": "1"}}, "roles": {"clerk": {"id": "clerk"}, "lawyer": {"bound_by_profession": true, "id": "lawyer"}, "temp": {"bound_by_profession": false, "id": "temp"}}})) == {["acknowledgements", "effective_on", "start_date"]}
}

# among: verdicts where a further policy stands beside the one that was confirmed.
_among(policy, record) := testing.verdicts(_found_in(record, inventory)) if {
	inventory := testing.changed(_inventory, {"policies": testing.by_id([_inventory.policies["P-1"], policy])})
}

test_a_policy_that_certainly_asks_for_nothing_is_not_asked_about if {
	_among({"id": "P-5", "requires_acknowledgement": false}, _record) == set()
	_among({"id": "P-5", "status": "draft"}, _record) == set()
	_among({"id": "P-5", "status": "retired"}, _record) == set()
	_among({"id": "P-5", "status": "approved"}, _record) == {["S-1", "not-declared", "policies.requires_acknowledgement"]}
}

test_nothing_is_asked_about_policies_of_those_who_left if {
	gone := testing.changed(_record, {"status": "left"})
	_among({"id": "P-5"}, gone) == set()
	_among({"id": "P-5", "status": "approved", "requires_acknowledgement": true}, gone) == set()
}

test_in_the_last_quarter_the_due_day_is_next if {
	record := _record_of({}, ["acknowledgements"])
	every effective, changes in {"2026-10-24": "2026-11-24", "2026-10-23": "2026-11-23"} {
		policy := testing.changed(_inventory.policies["P-1"], {"effective_on": testing.day(effective)})
		{entry.changes_on | some entry in _examined_in(record, {"policies": {"P-1": policy}})} == {testing.day(changes)}
	}
}

# Of 28 days the last quarter is seven: it begins when six are left.
test_the_last_quarter_begins_after_three if {
	record := _record_of({}, ["acknowledgements"])
	every effective, reasons in {"2026-11-01": set(), "2026-10-31": {"ack-due"}} {
		policy := testing.changed(_inventory.policies["P-1"], {"effective_on": testing.day(effective)})
		found := control.findings with input as {"staff_member": record, "collection": "staff"}
			with data.inventory as testing.changed(_inventory, {"policies": {"P-1": policy}})
			with data.as_of as testing.end_of("2026-11-22")
			with data.parameters as {"ack_days": 28}
		{finding.reason | some finding in found} == reasons
	}
}

test_signed_today if {
	found := _found({"confidentiality_signed_on": testing.day("2026-11-22")}, [])
	testing.verdicts(found) == {["S-1", "remedied-late", "confidentiality"]}
	_paths("remedied-late", found) == {["confidentiality_signed_on", "start_date"]}
}

test_the_role_of_a_newcomer_is_asked_for_after_the_first_day if {
	removed := ["role_id", "confidentiality_signed_on", "acknowledgements"]
	_verdicts({"start_date": testing.day("2026-11-22")}, removed) == set()
	_verdicts({"start_date": testing.day("2026-11-21")}, removed) == _missing(["role_id"])
}

# Begun on 23 October: the time is over after 22 November, at the earliest.
test_until_the_due_day_an_undated_confirmation_is_in_time if {
	undated := {"acknowledgements": [testing.without(_entry, ["on"])]}
	every start, missing in {"2026-10-23": set(), "2026-10-22": _missing(["acknowledgements.on"])} {
		_verdicts(object.union(undated, {"start_date": testing.day(start), "confidentiality_signed_on": testing.day(start)}), []) == missing
	}
}

# Confirmed on 31 October: in time where the person began no more than 30 days before, whenever the policy took effect.
test_a_confirmation_may_be_in_time_by_the_first_day_alone if {
	every start, verdicts in {"2026-10-01": set(), "2026-09-30": {["S-1", "not-declared", "policies.effective_on"]}} {
		newcomer := _record_of({"start_date": testing.day(start), "confidentiality_signed_on": testing.day(start)}, [])
		_with_policy({}, ["effective_on"], newcomer) == verdicts
	}
}
