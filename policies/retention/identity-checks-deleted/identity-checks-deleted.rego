# METADATA
# title: Anti-money-laundering identity records are deleted when their period ends
# description: >-
#   Looks at the money-laundering identity checks of a client that the firm still holds: whether five years have passed
#   since the relationship or the single transaction ended, and if so whether a hold, or a ground in the regulations with
#   its proof, allows the firm to keep them.
# scope: package
# custom:
#   id: RET-005
#   profile: essentials
#   unit: client
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - client.occasional_transaction_completed_on
#   - client.relationship_ended_on
#   - client.status
#   - consent_record.client_id
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   - data_asset.cdd_keep_approved_by
#   - data_asset.cdd_keep_reason
#   - data_asset.client_id
#   - data_asset.consent_record_id
#   - data_asset.custodian_ids
#   - data_asset.matter_ids
#   - data_asset.record_class
#   - data_asset.retention_trigger_on
#   - data_asset.status
#   - firm.mlr_regulated
#   - firm.regimes
#   - legal_hold.asset_ids
#   - legal_hold.custodians
#   - legal_hold.issued_on
#   - legal_hold.matter_ids
#   - legal_hold.released_on
#   - legal_hold.status
#   - legal_hold.triggered_on
#   - rights_request.asset_ids
#   - rights_request.client_id
#   - rights_request.matter_ids
#   - rights_request.received_on
#   - rights_request.responded_on
#   - rights_request.restriction_lifted_on
#   - rights_request.right
#   - rights_request.status
#   parameters:
#   - strict_hold
#   reasons:
#   - code: kept-too-long
#     result: fail
#     severity: high
#     waivable: false
#     absence: open
#     message: The identity checks on {client} were due for deletion on {due_on}, and no reason to keep them is recorded.
#     many: Identity checks in {subjects} were due for deletion, and no reason to keep them is recorded.
#   - code: reason-not-shown
#     result: fail
#     severity: medium
#     waivable: false
#     absence: record
#     message: The identity checks on {client} are kept past {due_on} for {reason}, and what that reason needs is
#       not recorded.
#     many: Identity checks in {subjects} are kept past their day, and what the reason for it needs is not
#       recorded.
#   - code: kept-under-hold
#     result: suspended
#     severity: low
#     message: The identity checks on {client} were due for deletion on {due_on} and must be kept while {hold} stands.
#     many: Identity checks in {subjects} must be kept because of {hold}.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: not-regulated
#     message: The firm says that it is not regulated under the Money Laundering Regulations.
#   - code: not-said-and-not-sra
#     message: The firm does not say that it is regulated under the Money Laundering Regulations, and the rules of the
#       Solicitors Regulation Authority are not among those that apply to it.
#   citations:
#   - framework: UK MLR 2017
#     ref: reg 40(3)-(5)
#     says: Keep due-diligence records five years, then delete unless exceptions.
#     status: secondary
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   remediation: Delete the identity documents, or record the lawful reason to keep them and who decided it.
package privity.retention.identity_checks_deleted

import data.lib.consents
import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.holds
import data.lib.judged
import data.lib.retention

_years := 5 # MLR 2017 reg 40(3)

not_applicable := "not-regulated" if {
	retention.laundering_rules == "do-not-apply"
	facts.present(data.inventory.firm, "mlr_regulated")
} else := "not-said-and-not-sra" if {
	retention.laundering_rules == "do-not-apply"
}

# The checks of this client: files in the register, and declared stores.

_client_ids contains input.client.id

_client_ids contains file.client_id if some file in input.client_files

_checks contains {"collection": "client_files", "file": file} if {
	retention.laundering_rules != "do-not-apply"
	some file in input.client_files
	not _ruled_out(file)
}

_checks contains {"collection": "data_assets", "file": file} if {
	retention.laundering_rules != "do-not-apply"
	some file in data.inventory.data_assets
	file.client_id in _client_ids
	not _ruled_out(file)
}

_ruled_out(file) if file.status == "disposed"

_ruled_out(file) if {
	facts.present(file, "record_class")
	file.record_class != "aml-cdd"
}

_undecided(file) := judged.missing(file, ["record_class", "status"])

# judged: those of which it is known that the control applies.
_judged contains check if {
	retention.laundering_rules == "apply"
	some check in _checks
	count(_undecided(check.file)) == 0
}

_subject(check) := judged.subject(check.collection, check.file)

_client_id(file) := file.client_id if {
	facts.present(file, "client_id")
} else := input.client.id

# The day.

_client_ends contains input.client.relationship_ended_on

_client_ends contains input.client.occasional_transaction_completed_on

_ended(file) := file.retention_trigger_on if {
	facts.present(file, "retention_trigger_on")
} else := max(_client_ends) if {
	count(_client_ends) > 0
}

_due(file) := dates.add_years(_ended(file), _years)

_overdue(file) if data.as_of.day > _due(file)

_relationship_goes_on if input.client.status in {"prospective", "current"}

# Why it is still kept.

_keepers(file) := holds.suspending(file, data.as_of.day)

_free contains check if {
	some check in _judged
	_overdue(check.file)
	count(_keepers(check.file)) == 0
}

_reason_shown(file) if {
	file.cdd_keep_reason in {"enactment", "court-proceedings", "legal-proceedings-expected"}
	not facts.absent_or_blank(file, "cdd_keep_approved_by")
}

_reason_shown(file) if {
	file.cdd_keep_reason == "data-subject-consent"
	consent := _consent(file)
	consent.client_id == _client_id(file)
	consents.status_at(consent, data.as_of, input.consent_records) == "active"
}

_consent(file) := input.consent_records[file.consent_record_id]

examined contains judged.changing(
	judged.examined_with(check.collection, check.file, array.concat(_client_relied_on(check.file), _consent_relied_on(check.file))),
	array.concat([day | day := _due(check.file) + 1], _consent_turns(check.file)),
) if {
	some check in _checks
}

_client_relied_on(file) := [client |
	client := input.client
	facts.absent(file, "retention_trigger_on")
]

_consent_relied_on(file) := [consent |
	file.cdd_keep_reason == "data-subject-consent"
	_overdue(file)
	consent := _consent(file)
]

_consent_turns(file) := [day |
	some consent in _consent_relied_on(file)
	some day in consents.turns(consent, input.consent_records)
]

findings contains object.union(
	{
		"subject": _subject(check),
		"reason": "kept-under-hold",
		"by": concat("/", [keeper.collection, keeper.id]),
		"args": object.union(_arguments(check), {"hold": judged.entity(keeper.collection, keeper.id)}),
		"relied_on": array.concat([object.union(keeper, {"path": _keeps_by[keeper.collection]})], _day_facts(check)),
	},
	{"changes_on": day | day := holds.frees_on(keeper, data.as_of.day)},
) if {
	some check in _judged
	_overdue(check.file)
	some keeper in _keepers(check.file)
}

findings contains {
	"subject": _subject(check),
	"reason": "reason-not-shown",
	"args": object.union(_arguments(check), {"reason": judged.value(check.collection, "cdd_keep_reason", check.file.cdd_keep_reason)}),
	"relied_on": array.concat([_fact(check, path) | some path in _proof(check.file)], _day_facts(check)),
} if {
	some check in _free
	facts.present(check.file, "cdd_keep_reason")
	file := check.file
	not _reason_shown(file)
}

findings contains {
	"subject": _subject(check),
	"reason": "kept-too-long",
	"args": _arguments(check),
	"relied_on": array.concat([_fact(check, "cdd_keep_reason"), _fact(check, "status")], _day_facts(check)),
} if {
	some check in _free
	facts.absent(check.file, "cdd_keep_reason")
}

findings contains judged.not_declared(_subject(check), check.collection, path) if {
	some check in _checks
	some path in _undecided(check.file)
}

findings contains elsewhere.not_declared(_subject(check), "firm", {"firm"}, "mlr_regulated") if {
	retention.laundering_rules == "undeclared"
	some check in _checks
}

findings contains elsewhere.not_declared(_subject(check), "clients", {_client_id(check.file)}, _end_field) if {
	some check in _judged
	file := check.file
	not _ended(file)
	not _relationship_goes_on
}

# A client without a status may be a current one: then no end is asked for.
_end_field := "relationship_ended_on" if {
	facts.present(input, ["client", "status"])
} else := "status"

_arguments(check) := {
	"client": judged.entity("clients", _client_id(check.file)),
	"due_on": judged.date(_due(check.file)),
}

_keeps_by := {"legal_holds": "triggered_on", "rights_requests": "status"}

_proof(file) := ["consent_record_id", "cdd_keep_reason"] if {
	file.cdd_keep_reason == "data-subject-consent"
} else := ["cdd_keep_approved_by", "cdd_keep_reason"]

_day_facts(check) := [_fact(check, "retention_trigger_on")] if {
	facts.present(check.file, "retention_trigger_on")
} else := [{"collection": "clients", "id": input.client.id, "path": path} |
	some path in ["relationship_ended_on", "occasional_transaction_completed_on"]
	facts.present(input.client, path)
]

_fact(check, path) := {"collection": check.collection, "id": check.file.id, "path": path}
