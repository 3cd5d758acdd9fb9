package privity.access.strong_sign_in_test

import data.lib.testing
import data.privity.access.strong_sign_in as control

_system := {
	"id": "dms",
	"grade": 3,
	"holds_client_data": true,
	"internet_facing": false,
	"holds_privileged": false,
	"mfa": {"scope": "admins-and-remote", "passwordless": false},
	"password_policy": _good_passwords,
}

_good_passwords := {"min_length": 12, "breached_password_check": true, "lockout_threshold": 10}

# Sign-in systems. None of them holds client data, so none is judged for itself.
_sign_ons := testing.by_id([
	{"id": "good", "grade": 2, "holds_client_data": false, "mfa": {"scope": "all-users"}, "password_policy": _good_passwords},
	{"id": "narrow", "holds_client_data": false, "mfa": {"scope": "admins-and-remote"}, "password_policy": _good_passwords},
	{"id": "weak", "holds_client_data": false, "mfa": {"scope": "none"}, "password_policy": {
		"min_length": 8,
		"breached_password_check": false,
		"lockout_threshold": 0,
	}},
	{"id": "keys", "holds_client_data": false, "mfa": {"scope": "all-users", "passwordless": true}},
	{"id": "silent", "holds_client_data": false},
])

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record}
		with data.inventory as {"systems": _sign_ons}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"min_password_length": 12}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record}
		with data.inventory as {"systems": _sign_ons}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"min_password_length": 12}
}

# verdicts: what the control finds in the system above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_not_declared(paths) := {["dms", "not-declared", concat("", ["systems.", path])] | some path in paths}

_own := {"collection": "systems", "id": "dms"}

test_strong_enough if {
	_verdicts({}, []) == set()
	_verdicts({"mfa": {"scope": "all-users"}}, []) == set()
}

test_examined if {
	_examined({}, []) == {{"subject": _own, "grade": 3}}
	_examined({}, ["holds_client_data"]) == {{"subject": _own, "grade": 3}}
	_examined({"sso_system_id": "good"}, []) == {{"subject": _own, "grade": 2}}
	_examined({"sso_system_id": "unheard-of"}, []) == {{"subject": _own, "grade": 0}}
}

test_does_not_apply_without_client_data if {
	_examined({"holds_client_data": false}, ["mfa"]) == set()
	_verdicts({"holds_client_data": false, "mfa": {"scope": "none"}}, ["password_policy", "internet_facing"]) == set()
	_verdicts({"holds_client_data": false, "holds_privileged": true}, ["mfa"]) == set()
	_verdicts({"holds_client_data": false, "holds_privileged": true, "password_policy": {"min_length": 4}}, []) == set()
}

test_without_a_word_on_client_data_nothing_else_is_judged if {
	_verdicts({"mfa": {"scope": "none"}}, ["holds_client_data", "password_policy"]) == _not_declared(["holds_client_data"])
}

test_exposed_systems_need_a_second_step_for_all if {
	every exposed in [
		{"internet_facing": true},
		{"holds_privileged": true},
		{"internet_facing": true, "holds_privileged": true},
	] {
		every scope in ["none", "admins", "admins-and-remote"] {
			_verdicts(object.union(exposed, {"mfa": {"scope": scope}}), []) == {["dms", "mfa-not-for-all", ""]}
		}
		_verdicts(object.union(exposed, {"mfa": {"scope": "all-users"}}), []) == set()
	}
}

test_other_systems_need_it_for_administrators_and_remote_access if {
	every scope in ["none", "admins"] {
		_verdicts({"mfa": {"scope": scope}}, []) == {["dms", "mfa-too-narrow", ""]}
	}
}

test_not_for_all_names_the_system if {
	_found({"internet_facing": true}, []) == {{
		"subject": _own,
		"reason": "mfa-not-for-all",
		"args": {"system": _own, "sign_in": _own},
		"relied_on": [
			{"collection": "systems", "id": "dms", "path": "mfa.scope"},
			{"collection": "systems", "id": "dms", "path": "internet_facing"},
			{"collection": "systems", "id": "dms", "path": "holds_privileged"},
		],
	}}
}

test_too_narrow_names_the_system if {
	_found({"mfa": {"scope": "admins"}}, []) == {{
		"subject": _own,
		"reason": "mfa-too-narrow",
		"args": {"system": _own, "sign_in": _own},
		"relied_on": [{"collection": "systems", "id": "dms", "path": "mfa.scope"}],
	}}
}

# passwords: what it finds under other password rules.
_passwords(changes, removed) := _verdicts(
	{"password_policy": testing.changed(testing.without(_good_passwords, removed), changes)},
	[],
)

test_weak_passwords if {
	weak := {["dms", "weak-passwords", ""]}
	_passwords({"min_length": 11}, []) == weak
	_passwords({"min_length": 12}, []) == set()
	_passwords({"min_length": 13}, []) == set()
	_passwords({"breached_password_check": false}, []) == weak
	_passwords({"lockout_threshold": 0}, []) == weak
	_passwords({"lockout_threshold": 1}, []) == set()
}

test_weak_passwords_name_every_fault if {
	policy := {"min_length": 11, "breached_password_check": true, "lockout_threshold": 0}
	_found({"password_policy": policy}, []) == {{
		"subject": _own,
		"reason": "weak-passwords",
		"args": {"system": _own, "sign_in": _own, "min_password_length": 12},
		"relied_on": [
			{"collection": "systems", "id": "dms", "path": "password_policy.lockout_threshold"},
			{"collection": "systems", "id": "dms", "path": "password_policy.min_length"},
		],
	}}
}

test_without_passwords_their_rules_do_not_matter if {
	_verdicts({"mfa": {"scope": "all-users", "passwordless": true}}, ["password_policy"]) == set()
	weak := {"password_policy": {"min_length": 4}}
	_verdicts(object.union(weak, {"mfa": {"scope": "all-users", "passwordless": true}}), []) == set()
	_verdicts({"mfa": {"scope": "none", "passwordless": true}}, ["password_policy"]) == {["dms", "mfa-too-narrow", ""]}
}

test_a_system_that_says_nothing_of_passwords_accepts_them if {
	_verdicts({"mfa": {"scope": "all-users"}}, ["password_policy"]) == _not_declared(["password_policy"])
}

test_not_declared if {
	_verdicts({}, ["mfa"]) == _not_declared(["mfa.scope"])
	_verdicts({"mfa": {"passwordless": false}}, []) == _not_declared(["mfa.scope"])
	_verdicts({"internet_facing": true}, ["mfa"]) == _not_declared(["mfa.scope"])
	_verdicts({"mfa": {"passwordless": true}}, ["password_policy"]) == _not_declared(["mfa.scope"])
	_verdicts({}, ["internet_facing"]) == _not_declared(["internet_facing"])
	_verdicts({}, ["holds_privileged"]) == _not_declared(["holds_privileged"])
	_verdicts({}, ["password_policy"]) == _not_declared(["password_policy"])
}

test_not_declared_password_rules if {
	_passwords({}, ["min_length"]) == _not_declared(["password_policy.min_length"])
	_passwords({}, ["breached_password_check"]) == _not_declared(["password_policy.breached_password_check"])
	_passwords({}, ["lockout_threshold"]) == _not_declared(["password_policy.lockout_threshold"])
	_passwords({"min_length": 8}, ["lockout_threshold"]) == _not_declared(["password_policy.lockout_threshold"]) | {
		["dms", "weak-passwords", ""],
	}
}

test_what_is_certain_is_found_though_exposure_is_not_declared if {
	_verdicts({"holds_privileged": true}, ["internet_facing"]) == _not_declared(["internet_facing"]) | {
		["dms", "mfa-not-for-all", ""],
	}
	_verdicts({"mfa": {"scope": "none"}}, ["internet_facing"]) == _not_declared(["internet_facing"]) | {
		["dms", "mfa-too-narrow", ""],
	}
}

test_single_sign_on_is_judged_in_its_place if {
	behind := {"mfa": {"scope": "none"}, "password_policy": {"min_length": 4}}
	_verdicts(object.union(behind, {"sso_system_id": "good", "internet_facing": true}), []) == set()
	_verdicts({"sso_system_id": "keys", "holds_privileged": true}, ["mfa", "password_policy"]) == set()
	_verdicts({"sso_system_id": "narrow"}, []) == set()
	_verdicts({"sso_system_id": "narrow", "holds_privileged": true}, []) == {["dms", "mfa-not-for-all", ""]}
	_verdicts({"sso_system_id": "weak"}, []) == {["dms", "mfa-too-narrow", ""], ["dms", "weak-passwords", ""]}
}

test_findings_point_at_the_single_sign_on if {
	found := _found({"sso_system_id": "weak"}, [])
	{finding.relied_on | some finding in found; finding.reason == "mfa-too-narrow"} == {[
		{"collection": "systems", "id": "weak", "path": "mfa.scope"},
		{"collection": "systems", "id": "dms", "path": "sso_system_id"},
	]}
	{finding.args.sign_in.id | some finding in found} == {"weak"}
}

test_not_declared_of_the_single_sign_on if {
	every id in ["silent", "unheard-of"] {
		found := _found({"sso_system_id": id}, [])
		testing.verdicts(found) == _not_declared(["mfa.scope", "password_policy"])
		{finding.relied_on | some finding in found; finding.by == "systems.mfa.scope"} == {[
			{"collection": "systems", "id": id, "path": "mfa.scope"},
			{"collection": "systems", "id": "dms", "path": "sso_system_id"},
		]}
	}
	_verdicts({"sso_system_id": "good"}, ["internet_facing"]) == _not_declared(["internet_facing"])
}

test_a_system_may_be_its_own_sign_on if {
	_verdicts({"sso_system_id": "dms", "mfa": {"scope": "none"}}, []) == {["dms", "mfa-too-narrow", ""]}
}
