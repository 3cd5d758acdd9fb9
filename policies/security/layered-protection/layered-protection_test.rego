package privity.security.layered_protection_test

import data.lib.testing
import data.privity.security.layered_protection as control

_system := {
	"id": "dms",
	"grade": 1,
	"medium": "electronic",
	"holds_client_data": true,
	"layers": {"firewall": true, "intrusion_detection": true, "malware_protection": true, "endpoint_protection": true},
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_system, removed), changes)
	found := control.findings with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"min_layers": 3}
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_system, removed), changes)
	examined := control.examined with input as {"system": record, "collection": "systems"}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"min_layers": 3}
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

test_four_layers if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": _dms, "grade": 1}}
}

test_layer_missing if {
	every layer, _ in _system.layers {
		_verdicts(_in("layers", {layer: false}), []) == {["dms", "layer-missing", layer]}
	}
	_args(_found(_in("layers", {"firewall": false}), []), "layer-missing") == {[
		"firewall",
		{"system": _dms, "layer": {"collection": "systems", "field": "layers.provider_operated", "value": "firewall"}},
		_on("layers.firewall"),
		0,
	]}
}

test_too_few_layers if {
	two := _found(_in("layers", {"firewall": false, "malware_protection": false}), [])
	testing.verdicts(two) == {
		["dms", "layer-missing", "firewall"],
		["dms", "layer-missing", "malware_protection"],
		["dms", "too-few-layers", ""],
	}
	_args(two, "too-few-layers") == {[
		"",
		{"system": _dms, "count": 3},
		array.concat(_on("layers.firewall"), _on("layers.malware_protection")),
		0,
	]}
}

test_not_declared if {
	_verdicts({}, ["layers"]) == _not_declared(["layers"])
	_verdicts(_less("layers", ["firewall"]), []) == _not_declared(["layers.firewall"])
}

test_the_provider_counts_where_named_or_shown if {
	_verdicts({"layers": testing.changed(testing.without(_system.layers, ["firewall"]), {"provider_operated": ["firewall"]})}, []) == set()
	_verdicts({"layers": {"provider_operated": ["firewall"]}}, []) == _not_declared([
		"layers.intrusion_detection",
		"layers.malware_protection",
		"layers.endpoint_protection",
	])
	_verdicts({"layers": {"evidence_uri": "dms://security/report.pdf"}}, []) == set()
	_verdicts(_in("layers", {"firewall": false, "evidence_uri": "dms://security/report.pdf"}), []) == {["dms", "layer-missing", "firewall"]}
}

test_nothing_is_said_of_a_system_out_of_scope if {
	_verdicts({"medium": "paper", "layers": {"firewall": false, "intrusion_detection": false}}, []) == set()
	_verdicts({"medium": "paper", "layers": {}}, []) == set()
	_verdicts({"medium": "paper"}, ["layers"]) == set()
}
