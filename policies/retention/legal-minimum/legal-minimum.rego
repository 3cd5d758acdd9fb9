# METADATA
# title: Legally required records are kept long enough
# description: DESCRIBE
# scope: package
# custom:
#   id: RET-004
#   profile: essentials
#   unit: record
#   subjects:
#   - retention_rules
#   reads:
#   - retention_rule.min_period
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.record_class
#   - retention_rule.regimes
#   - retention_rule.trigger_event
#   - retention_rule.until_age
#   parameters: []
#   reasons:
#   - code: too-short
#     result: fail
#     severity: critical
#     message: The rule {rule} keeps {record_class} for {period}; the law asks for at least {minimum}.
#   - code: starts-too-early
#     result: fail
#     severity: critical
#     message: The rule {rule} counts from {trigger}, which can come before {from_event}, from which the legal minimum
#       runs.
#   - code: trigger-not-comparable
#     result: unknown
#     severity: medium
#     message: It cannot be told whether the rule {rule} starts counting as late as the legal minimum for {record_class}
#       requires.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.15(a)
#     says: Keep trust records [five years] after the representation ends.
#     status: secondary
#   - framework: SRA Accounts Rules
#     ref: rule 13.1
#     says: Store accounting records securely for at least six years.
#     status: secondary
#   - framework: UK MLR 2017
#     ref: reg 40(3)-(5)
#     says: Keep due-diligence records five years, then delete unless exceptions.
#     status: secondary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7101(a)
#     says: Keep request records for at least 24 months.
#     status: primary
#   - framework: CCPA Regulations (2026)
#     ref: 11 CCR 7150-7157
#     says: Risk assessments before significant-risk processing; periodic review and submission.
#     status: secondary
#   - framework: EU AI Act
#     ref: Art 26(6)
#     says: Keep high-risk AI logs at least six months.
#     status: primary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.15(d)
#     says: Keep trust records at least five years after final distribution.
#     status: unverified
#   remediation: Lengthen the rule to the legal minimum.
package privity.retention.legal_minimum
