package privity.consent.consent_evidence_secure_test

import data.lib.testing
import data.privity.consent.consent_evidence_secure as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"proof": {"uri": "https://dms.example/forms/1", "asset_id": "evidence"},
	"grade": 3,
}

_evidence := {
	"id": "evidence",
	"classification": "confidential",
	"retention_rule_ids": ["consents"],
	"system_ids": ["dms"],
	"grade": 2,
}

_dms := {
	"id": "dms",
	"medium": "electronic",
	"encryption_at_rest": {"enabled": true},
	"backup": {"enabled": true},
	"audit_log": {"enabled": true},
	"grade": 1,
}

_found(record, stores, systems) := given if {
	given := control.findings with input as {"consent_record": record}
		with data.inventory as {"data_assets": testing.by_id(stores), "systems": testing.by_id(systems)}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(record, stores, systems) := given if {
	given := control.examined with input as {"consent_record": record}
		with data.inventory as {"data_assets": testing.by_id(stores), "systems": testing.by_id(systems)}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# store: verdicts with the store above, changed as said. system: likewise with its system.
_store(changes, removed) := testing.verdicts(_found(_consent, [testing.changed(testing.without(_evidence, removed), changes)], [_dms]))

_system(changes, removed) := testing.verdicts(_found(_consent, [_evidence], [testing.changed(testing.without(_dms, removed), changes)]))

test_kept_safely if _store({}, []) == set()

test_examined_with_the_store_and_its_systems if {
	subject := {"collection": "consent_records", "id": "C-1"}
	_examined(_consent, [_evidence], [_dms]) == {{"subject": subject, "grade": 1}}
	_examined(_consent, [_evidence], []) == {{"subject": subject, "grade": 2}}
	_examined(_consent, [testing.without(_evidence, ["system_ids"])], [_dms]) == {{"subject": subject, "grade": 2}}
	_examined(_consent, [], []) == {{"subject": subject, "grade": 3}}
}

test_evidence_without_a_store_does_not_apply if {
	every record in [testing.without(_consent, ["proof"]), testing.changed(_consent, {"proof": {"uri": "https://dms.example/forms/1"}})] {
		_examined(record, [_evidence], [_dms]) == set()
		_found(record, [_evidence], [_dms]) == set()
	}
}

test_a_store_that_the_inventory_does_not_know if {
	_found(_consent, [testing.changed(_evidence, {"id": "other"})], [_dms]) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "unknown-store",
		"args": {"client": {"collection": "clients", "id": "K-1"}},
		"relied_on": [{"collection": "consent_records", "id": "C-1", "path": "proof.asset_id"}],
	}}
}

test_a_record_without_a_client_is_shown_by_itself if {
	found := _found(testing.without(_consent, ["client_id"]), [], [])
	{finding.args.client | some finding in found} == {{"collection": "consent_records", "id": "C-1"}}
}

test_an_unprotected_system if {
	every protection in ["encryption_at_rest", "backup", "audit_log"] {
		_system({protection: {"enabled": false}}, []) == {["C-1", "unprotected-store", ""]}
	}
}

test_what_is_said_of_an_unprotected_store if {
	store := testing.changed(_evidence, {"system_ids": ["dms", "scans"]})
	open := testing.changed(_dms, {"id": "scans", "backup": {"enabled": false}, "audit_log": {"enabled": false}})
	_found(_consent, [store], [_dms, open]) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "unprotected-store",
		"args": {"asset": {"collection": "data_assets", "id": "evidence"}},
		"relied_on": [
			{"collection": "systems", "id": "scans", "path": "audit_log.enabled"},
			{"collection": "systems", "id": "scans", "path": "backup.enabled"},
			{"collection": "consent_records", "id": "C-1", "path": "proof.asset_id"},
			{"collection": "data_assets", "id": "evidence", "path": "system_ids"},
		],
	}}
}

test_paper_at_a_site_is_judged_there if {
	_store({"site_id": "archive"}, ["system_ids"]) == set()
	_store({"site_id": "archive", "system_ids": []}, []) == set()
	shelves := {"id": "shelves", "medium": "paper"}
	archive := testing.changed(_evidence, {"site_id": "archive", "system_ids": ["shelves"]})
	_found(_consent, [archive], [shelves]) == set()
}

test_a_system_at_a_site_is_judged if {
	server_room := testing.changed(_evidence, {"site_id": "server-room"})
	open := testing.changed(_dms, {"backup": {"enabled": false}})
	testing.verdicts(_found(_consent, [server_room], [open])) == {["C-1", "unprotected-store", ""]}
	testing.verdicts(_found(_consent, [server_room], [testing.without(open, ["medium"])])) == {["C-1", "unprotected-store", ""]}
}

test_paper_without_a_site_is_judged_as_any_store if {
	paper := {"medium": "paper", "encryption_at_rest": {"enabled": false}}
	_system(paper, []) == {["C-1", "unprotected-store", ""]}
}

test_classification if {
	every good in ["confidential", "restricted"] {
		_store({"classification": good}, []) == set()
	}
	every bad in ["public", "internal"] {
		_store({"classification": bad}, []) == {["C-1", "open-classification", ""]}
	}
}

test_what_is_said_of_an_open_classification if {
	_found(_consent, [testing.changed(_evidence, {"classification": "internal"})], [_dms]) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "open-classification",
		"args": {
			"asset": {"collection": "data_assets", "id": "evidence"},
			"classification": {"collection": "data_assets", "field": "classification", "value": "internal"},
		},
		"relied_on": [
			{"collection": "data_assets", "id": "evidence", "path": "classification"},
			{"collection": "consent_records", "id": "C-1", "path": "proof.asset_id"},
		],
	}}
}

test_no_retention_rule if _store({"retention_rule_ids": []}, []) == {["C-1", "no-retention", ""]}

test_not_declared_of_the_store if {
	_store({}, ["classification"]) == {["C-1", "not-declared", "data_assets.classification"]}
	_store({}, ["retention_rule_ids"]) == {["C-1", "not-declared", "data_assets.retention_rule_ids"]}
	_store({}, ["system_ids"]) == {["C-1", "not-declared", "data_assets.system_ids"]}
	_store({"system_ids": []}, []) == {["C-1", "not-declared", "data_assets.system_ids"]}
}

test_not_declared_of_a_system if {
	every protection in ["encryption_at_rest", "backup", "audit_log"] {
		missing := {["C-1", "not-declared", concat(".", ["systems", protection, "enabled"])]}
		_system({}, [protection]) == missing
		_system({protection: {}}, []) == missing
	}
}

test_an_unprotected_system_of_which_something_is_missing if {
	_system({"backup": {"enabled": false}}, ["audit_log"]) == {
		["C-1", "unprotected-store", ""],
		["C-1", "not-declared", "systems.audit_log.enabled"],
	}
}

test_systems_that_lack_a_fact_are_named_together if {
	store := testing.changed(_evidence, {"system_ids": ["scans", "dms"]})
	scans := testing.changed(testing.without(_dms, ["backup"]), {"id": "scans"})
	_found(_consent, [store], [testing.without(_dms, ["backup"]), scans]) == {{
		"subject": {"collection": "consent_records", "id": "C-1"},
		"reason": "not-declared",
		"by": "systems.backup.enabled",
		"args": {
			"subject": {"collection": "systems", "id": "dms"},
			"fact": {"collection": "systems", "field": "backup.enabled"},
		},
		"relied_on": [
			{"collection": "systems", "id": "dms", "path": "backup.enabled"},
			{"collection": "systems", "id": "scans", "path": "backup.enabled"},
		],
	}}
}

test_a_system_that_is_not_declared_says_nothing if {
	testing.verdicts(_found(_consent, [_evidence], [])) == {
		["C-1", "not-declared", "systems.encryption_at_rest.enabled"],
		["C-1", "not-declared", "systems.backup.enabled"],
		["C-1", "not-declared", "systems.audit_log.enabled"],
	}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-retention", _found(_consent, [testing.changed(_evidence, {"retention_rule_ids": []})], [_dms])) == {["retention_rule_ids", "proof.asset_id"]}
}
