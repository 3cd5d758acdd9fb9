# METADATA
# title: Each retention rule states trigger, period, reason and disposal method
# description: DESCRIBE
# scope: package
# custom:
#   id: RET-002
#   profile: essentials
#   unit: record
#   subjects:
#   - retention_rules
#   reads:
#   - retention_rule.approved_on
#   - retention_rule.covers_backups
#   - retention_rule.criteria_text
#   - retention_rule.disposal_method
#   - retention_rule.legal_basis_text
#   - retention_rule.max_period
#   - retention_rule.min_period
#   - retention_rule.owner_id
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.record_class
#   - retention_rule.status
#   - retention_rule.trigger_event
#   - retention_rule.until_age
#   parameters: []
#   reasons:
#   - code: incomplete-rule
#     result: fail
#     severity: medium
#     absence: record
#     message: The retention rule {rule} does not say {fact}.
#   - code: backups-not-covered
#     result: warn
#     severity: low
#     message: The retention rule {rule} does not cover backup copies.
#   - code: contradictory-period
#     result: fail
#     severity: medium
#     message: The period of the retention rule {rule} lies outside its own minimum or maximum.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 13(2)(a)
#     says: Tell people the storage period or its criteria.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-12
#     says: Manage and retain information per law and policy.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.7
#     says: Retention.
#     status: unverified
#   remediation: Complete the rule and have its owner approve it.
package privity.retention.complete_retention_rule
