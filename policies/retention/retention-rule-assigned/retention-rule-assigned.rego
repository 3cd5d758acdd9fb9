# METADATA
# title: Every store and closed file of personal data has a retention rule
# description: DESCRIBE
# scope: package
# custom:
#   id: RET-001
#   profile: essentials
#   unit: record
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - data_asset.contains_personal_data
#   - data_asset.retention_rule_ids
#   - data_asset.retention_trigger_on
#   - data_asset.status
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.status
#   parameters: []
#   reasons:
#   - code: no-rule
#     result: fail
#     severity: high
#     message: '{asset} holds personal data and no retention rule applies to it.'
#   - code: unknown-rule
#     result: fail
#     severity: medium
#     message: '{asset} names a retention rule that is not in the approved schedule.'
#   - code: trigger-not-declared
#     result: unknown
#     severity: medium
#     message: '{asset} is closed, and the date from which its retention runs is not recorded.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 30(1)
#     says: Controller's record of processing activities, items (a)-(g).
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)(3)
#     says: Disclose retention period per category, or its criteria.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.7
#     says: Retention.
#     status: unverified
#   remediation: Assign a retention rule and record its trigger date.
package privity.retention.retention_rule_assigned
