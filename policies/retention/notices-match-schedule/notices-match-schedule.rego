# METADATA
# title: The retention periods told to people match the schedule
# description: DESCRIBE
# scope: package
# custom:
#   id: RET-007
#   profile: standard
#   unit: inventory
#   subjects:
#   - privacy_notices
#   reads:
#   - privacy_notice.covers_activity_ids
#   - privacy_notice.retention_statements
#   - privacy_notice.status
#   - processing_activity.retention_rule_ids
#   - retention_rule.criteria_text
#   - retention_rule.period
#   - retention_rule.record_class
#   parameters: []
#   reasons:
#   - code: not-stated
#     result: fail
#     severity: medium
#     message: '{notice} does not say how long {record_class} is kept for {activity}.'
#   - code: differs
#     result: fail
#     severity: medium
#     message: '{notice} says that {record_class} is kept for {stated}; the schedule says {scheduled}.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 13(2)(a)
#     says: Tell people the storage period or its criteria.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)(3)
#     says: Disclose retention period per category, or its criteria.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7012(e)
#     says: Required contents of the notice at collection.
#     status: primary
#   remediation: Correct the notice or the retention schedule so that they agree.
package privity.retention.notices_match_schedule
