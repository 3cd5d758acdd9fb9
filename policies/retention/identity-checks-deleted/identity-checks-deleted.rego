# METADATA
# title: Anti-money-laundering identity records are deleted when their period ends
# description: DESCRIBE
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
#   - consent_record.given_at
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
#   - legal_hold.matter_ids
#   - legal_hold.released_on
#   - legal_hold.triggered_on
#   - rights_request.asset_ids
#   - rights_request.right
#   - rights_request.status
#   parameters: []
#   reasons:
#   - code: kept-too-long
#     result: fail
#     severity: high
#     absence: open
#     message: The identity checks on {client} were due for deletion on {due_on}, and no reason to keep them is recorded.
#   - code: reason-not-shown
#     result: fail
#     severity: medium
#     absence: record
#     message: The identity checks on {client} are kept past {due_on} for {reason}, and what that reason needs is
#       not recorded.
#   - code: kept-under-hold
#     result: suspended
#     severity: low
#     message: The identity checks on {client} were due for deletion on {due_on} and must be kept while {hold} stands.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
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
