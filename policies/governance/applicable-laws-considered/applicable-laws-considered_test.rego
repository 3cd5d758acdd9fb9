package privity.governance.applicable_laws_considered_test

import data.lib.testing
import data.privity.governance.applicable_laws_considered as control

_firm := {
	"grade": 2,
	"regimes": ["uk-gdpr", "sra"],
	"regimes_excluded": [{"regime": "eu-gdpr", "reason": "No client in the Union."}],
	"establishments": ["GB"],
	"client_places": ["GB", "AU"],
}

_map := {"GB": ["uk-gdpr"], "IE": ["eu-gdpr", "eu-ai-act"], "US-CA": ["us-ca-ccpa", "us-ca-breach"]}

_found(changes, removed, inventory) := found if {
	firm := testing.changed(testing.without(_firm, removed), changes)
	found := control.findings with input as {"firm": firm, "collection": "firm"}
		with data.inventory as object.union({"firm": firm}, inventory)
		with data.tables as {"regime_map": _map}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(changes, removed) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, removed, {}))}

test_all_considered if _verdicts({}, []) == set()

test_an_office_whose_law_is_missing if {
	_verdicts({"establishments": ["GB", "US-CA"], "client_places": ["US-CA"]}, []) == {
		["regime-of-office-missing", "US-CA/us-ca-ccpa"],
		["regime-of-office-missing", "US-CA/us-ca-breach"],
	}
	_found({"establishments": ["GB", "IE"]}, [], {}) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "regime-of-office-missing",
		"by": "IE/eu-ai-act",
		"args": {"place": "IE", "regime": {"collection": "firm", "field": "regimes", "value": "eu-ai-act"}},
		"relied_on": [
			{"collection": "firm", "id": "firm", "path": "regimes"},
			{"collection": "firm", "id": "firm", "path": "establishments"},
			{"collection": "firm", "id": "firm", "path": "regimes_excluded"},
		],
	}}
}

test_clients_whose_law_is_not_considered if {
	_found({"client_places": ["IE"]}, [], {}) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "regime-not-considered",
		"by": "IE/eu-ai-act",
		"args": {"place": "IE", "regime": {"collection": "firm", "field": "regimes", "value": "eu-ai-act"}},
		"relied_on": [
			{"collection": "firm", "id": "firm", "path": "regimes_excluded"},
			{"collection": "firm", "id": "firm", "path": "client_places"},
			{"collection": "firm", "id": "firm", "path": "regimes"},
		],
	}}
}

test_a_part_of_a_country_has_its_countrys_laws if {
	_verdicts({"establishments": ["GB-SCT"], "regimes": ["sra"]}, []) == {
		["regime-of-office-missing", "GB-SCT/uk-gdpr"],
		["regime-not-considered", "GB/uk-gdpr"],
	}
}

test_excluded_without_a_reason if {
	every entry in [{"regime": "us-ca-ccpa"}, {"regime": "us-ca-ccpa", "reason": " "}] {
		_verdicts({"regimes_excluded": [entry]}, []) == {["excluded-without-reason", "us-ca-ccpa"]}
	}
	_verdicts({}, ["regimes_excluded"]) == set()
	found := _found({"regimes_excluded": [{"regime": "eu-gdpr"}], "client_places": ["IE"]}, [], {})
	{[finding.reason, finding.args] | some finding in found} == {
		["excluded-without-reason", {"regime": {"collection": "firm", "field": "regimes", "value": "eu-gdpr"}}],
		["regime-not-considered", {"place": "IE", "regime": {"collection": "firm", "field": "regimes", "value": "eu-ai-act"}}],
	}
}

test_a_place_of_the_client_register if {
	found := _found({}, [], {"repository": {"unlisted_places": ["FR", "US-CA"]}})
	{[finding.reason, finding.by, finding.args] | some finding in found} == {
		["place-not-listed", "FR", {"place": "FR"}],
		["place-not-listed", "US-CA", {"place": "US-CA"}],
	}
	_found({}, [], {"repository": {"unlisted_places": []}}) == set()
}

test_not_declared if {
	every path in ["establishments", "client_places", "regimes"] {
		_verdicts({}, [path]) == {["not-declared", concat(".", ["firm", path])]}
	}
	_verdicts({"client_places": ["IE"]}, ["establishments"]) == {["not-declared", "firm.establishments"], ["regime-not-considered", "IE/eu-ai-act"]}
}

test_examined if {
	examined := control.examined with input as {"firm": _firm}
		with data.inventory as {"firm": _firm}
		with data.tables as {"regime_map": _map}
	examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("excluded-without-reason", _found({"regimes_excluded": [{"regime": "us-ca-ccpa"}]}, [], {})) == {["regimes_excluded"]}
	_paths("place-not-listed", _found({}, [], {"repository": {"unlisted_places": ["FR", "US-CA"]}})) == {["client_places"]}
}
