# METADATA
# title: Consent evidence is stored securely and can be produced
# description: >-
#   Looks at every consent whose evidence lies in a named store: whether the firm knows that store, protects it, keeps it
#   confidential and has decided how long to keep it.
# scope: package
# custom:
#   id: CONSENT-013
#   profile: standard
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.proof
#   - consent_record.status
#   - data_asset.classification
#   - data_asset.id
#   - data_asset.retention_rule_ids
#   - data_asset.site_id
#   - data_asset.system_ids
#   - system.audit_log
#   - system.backup
#   - system.encryption_at_rest
#   - system.medium
#   parameters: []
#   reasons:
#   - code: unknown-store
#     result: fail
#     severity: medium
#     message: The consent evidence of {client} is said to be in a store that the inventory does not know.
#     many: The evidence of {count} consents is said to be in a store that the inventory does not know.
#   - code: unprotected-store
#     result: fail
#     severity: high
#     message: Consent evidence is kept in {asset}, which is not encrypted, backed up and logged.
#     many: The evidence of {count} consents is kept in stores that are not encrypted, backed up and logged.
#   - code: open-classification
#     result: fail
#     severity: medium
#     message: Consent evidence is kept in {asset}, which is classified as {classification}.
#     many: The evidence of {count} consents is kept in stores that are not classified as confidential.
#   - code: no-retention
#     result: fail
#     severity: medium
#     message: No retention rule is set for the consent evidence in {asset}.
#     many: The evidence of {count} consents is kept in stores for which no retention rule is set.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 7(1)
#     says: Controller must be able to prove that consent was given.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(1)(f)
#     says: Protect against unauthorised use, loss, destruction or damage.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.33
#     says: Protection of records.
#     status: primary
#   remediation: Move the evidence to an encrypted, backed-up, logged repository.
package privity.consent.consent_evidence_secure

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_record := input.consent_record if facts.present(input.consent_record, ["proof", "asset_id"])

_subject := judged.subject("consent_records", _record)

# Only declared stores hold consent evidence: a client's file, which is a row of a register, is none.
_store := data.inventory.data_assets[_record.proof.asset_id]

# What each system of the store says of its protection, as [its id, field, yes or no]; null where it says nothing, or is
# not declared itself. Paper at a site is judged there (SEC-004).
_protections contains [id, path, declared] if {
	some id in _store.system_ids
	system := object.get(data.inventory, ["systems", id], {})
	not _paper_at_a_site(system)
	some path in ["encryption_at_rest.enabled", "backup.enabled", "audit_log.enabled"]
	declared := object.get(system, split(path, "."), null)
}

_paper_at_a_site(system) if {
	facts.present(_store, "site_id")
	system.medium == "paper"
}

_lacking := [{"collection": "systems", "id": id, "path": path} | some [id, path, false] in sort(_protections)]

_missing_of_store contains path if some path in judged.missing(_store, ["classification", "retention_rule_ids"])

# A store lies in a system or at a site.
_missing_of_store contains "system_ids" if {
	facts.absent_or_blank(_store, "system_ids")
	facts.absent(_store, "site_id")
}

_missing_of_systems contains [id, path] if some [id, path, null] in _protections

examined contains judged.examined_with("consent_records", _record, array.concat(store, systems)) if {
	store := [asset | asset := _store]
	systems := [system | some id in _store.system_ids; system := data.inventory.systems[id]]
}

findings contains {
	"subject": _subject,
	"reason": "unknown-store",
	"args": {"client": _client},
	"relied_on": [_proof],
} if {
	not _store
}

findings contains {
	"subject": _subject,
	"reason": "unprotected-store",
	"args": {"asset": _asset},
	"relied_on": array.concat(_lacking, [_proof, _fact("system_ids")]),
} if {
	count(_lacking) > 0
}

findings contains {
	"subject": _subject,
	"reason": "open-classification",
	"args": {
		"asset": _asset,
		"classification": judged.value("data_assets", "classification", _store.classification),
	},
	"relied_on": [_fact("classification"), _proof],
} if {
	_store.classification in {"public", "internal"}
}

findings contains {
	"subject": _subject,
	"reason": "no-retention",
	"args": {"asset": _asset},
	"relied_on": [_fact("retention_rule_ids"), _proof],
} if {
	_store.retention_rule_ids == []
}

findings contains elsewhere.not_declared(_subject, "data_assets", {_store.id}, path) if some path in _missing_of_store

findings contains elsewhere.not_declared(_subject, "systems", ids, path) if {
	some [_, path] in _missing_of_systems
	ids := {id | some [id, other] in _missing_of_systems; other == path}
}

_asset := judged.entity("data_assets", _store.id)

# A record that does not name its client is shown by itself.
_client := judged.entity("clients", _record.client_id) if {
	facts.present(_record, "client_id")
} else := judged.entity("consent_records", _record.id)

_proof := {"collection": "consent_records", "id": _record.id, "path": "proof.asset_id"}

_fact(path) := {"collection": "data_assets", "id": _store.id, "path": path}
