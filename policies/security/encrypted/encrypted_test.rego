package privity.security.encrypted_test

import data.lib.testing
import data.privity.security.encrypted as control

_system := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"holds_privileged": true,
	"encryption_at_rest": {"enabled": true, "key_custody": "provider-with-hsm"},
	"encryption_in_transit": {"enabled": true, "min_tls": 1.2},
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# in: a part of the system above, changed as said.
_in(part, changes) := {part: testing.changed(_system[part], changes)}

_less(part, removed) := {part: testing.without(_system[part], removed)}

_not_declared(paths) := {["dms", "not-declared", concat("", ["systems.", path])] | some path in paths}

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_dms := {"collection": "systems", "id": "dms"}

_on(path) := [{"collection": "systems", "id": "dms", "path": path}]

test_does_not_apply if {
	every changes in [{"holds_client_data": false}, {"medium": "paper"}] {
		_examined(changes, []) == set()
		_verdicts(changes, []) == set()
	}
}

test_undecided_whether_it_applies if {
	_verdicts({}, ["medium"]) == _not_declared(["medium"])
	_verdicts({}, ["medium", "holds_client_data"]) == _not_declared(["medium", "holds_client_data"])
	_examined({}, ["medium"]) == {{"subject": _dms, "grade": 1}}
	_verdicts({"medium": "paper"}, ["holds_client_data"]) == set()
}

test_encrypted_in_both_ways if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _dms, "grade": 1}}
}

test_not_encrypted_stored if {
	found := _found(_in("encryption_at_rest", {"enabled": false}), [])
	_args(found, "not-encrypted-stored") == {["", {"system": _dms}, _on("encryption_at_rest.enabled"), 0]}
	count(found) == 1
	_verdicts({"encryption_at_rest": {"enabled": false}}, []) == {["dms", "not-encrypted-stored", ""]}
}

test_not_encrypted_sent if {
	_verdicts({"encryption_in_transit": {"enabled": false}}, []) == {["dms", "not-encrypted-sent", ""]}
}

test_old_protocol if {
	_verdicts(_in("encryption_in_transit", {"min_tls": 1.1}), []) == {["dms", "old-protocol", ""]}
	_verdicts(_in("encryption_in_transit", {"min_tls": 1}), []) == {["dms", "old-protocol", ""]}
	_verdicts(_in("encryption_in_transit", {"min_tls": 1.3}), []) == set()
}

test_provider_holds_keys if {
	provider := _in("encryption_at_rest", {"key_custody": "provider"})
	found := _found(provider, [])
	{[finding.reason, finding.relied_on] | some finding in found} == {[
		"provider-holds-keys",
		array.concat(_on("encryption_at_rest.key_custody"), _on("holds_privileged")),
	]}
	_verdicts(object.union(provider, {"holds_privileged": false}), []) == set()
	_verdicts(_in("encryption_at_rest", {"key_custody": "firm"}), []) == set()
}

test_not_declared if {
	_verdicts({}, ["encryption_at_rest"]) == _not_declared(["encryption_at_rest.enabled"])
	_verdicts(_less("encryption_at_rest", ["enabled"]), []) == _not_declared(["encryption_at_rest.enabled"])
	_verdicts({}, ["encryption_in_transit"]) == _not_declared(["encryption_in_transit.enabled"])
	_verdicts(_less("encryption_in_transit", ["min_tls"]), []) == _not_declared(["encryption_in_transit.min_tls"])
	_verdicts(_less("encryption_at_rest", ["key_custody"]), []) == _not_declared(["encryption_at_rest.key_custody"])
	_verdicts(_in("encryption_at_rest", {"key_custody": "provider"}), ["holds_privileged"]) == _not_declared(["holds_privileged"])
}

test_keys_are_asked_for_only_where_they_count if {
	_verdicts(object.union(_less("encryption_at_rest", ["key_custody"]), {"holds_privileged": false}), []) == set()
	_verdicts({}, ["holds_privileged"]) == set()
}

test_nothing_is_said_of_a_system_out_of_scope if {
	every changes in [
		{"encryption_at_rest": {"enabled": false}},
		{"encryption_in_transit": {"enabled": false}},
		_in("encryption_in_transit", {"min_tls": 1.1}),
		_in("encryption_at_rest", {"key_custody": "provider"}),
		{"encryption_at_rest": {}},
	] {
		_verdicts(object.union(changes, {"medium": "paper"}), []) == set()
	}
}

test_findings_on_what_is_sent_lead_to_their_facts if {
	_args(_found({"encryption_in_transit": {"enabled": false}}, []), "not-encrypted-sent") == {["", {"system": _dms}, _on("encryption_in_transit.enabled"), 0]}
	_args(_found(_in("encryption_in_transit", {"min_tls": 1.1}), []), "old-protocol") == {["", {"system": _dms}, _on("encryption_in_transit.min_tls"), 0]}
}
