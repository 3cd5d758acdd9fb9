# METADATA
# title: Disposal is authorised, irreversible and evidenced
# description: DESCRIBE
# scope: package
# custom:
#   id: RET-006
#   profile: standard
#   unit: record
#   subjects:
#   - disposal_events
#   reads:
#   - disposal_event.approved_by
#   - disposal_event.approved_on
#   - disposal_event.backups_expire_on
#   - disposal_event.certificate_uri
#   - disposal_event.disposed_on
#   - disposal_event.hold_check_on
#   - disposal_event.incident_id
#   - disposal_event.medium
#   - disposal_event.method
#   - disposal_event.performed_by
#   parameters: []
#   reasons:
#   - code: incomplete-record
#     result: fail
#     severity: medium
#     absence: record
#     message: The record of destroying {asset} does not say {fact}.
#   - code: not-allowed-method
#     result: fail
#     severity: medium
#     message: '{asset} was destroyed by {method}, which is not an accepted way for {medium} records.'
#   - code: approved-after
#     result: fail
#     severity: medium
#     message: The destruction of {asset} on {disposed_on} was approved afterwards, on {approved_on}.
#   - code: hold-not-checked
#     result: fail
#     severity: medium
#     message: The record does not show that legal holds were checked within the seven days before {asset} was destroyed.
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     message: The destruction of {asset} was not in order and has been dealt with as an incident.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(f)
#     says: Protect against unauthorised use, loss, destruction or damage.
#     status: primary
#   - framework: NY Gen. Bus. Law (SHIELD)
#     ref: 899-bb(2)(b)(ii)
#     says: Administrative, technical and physical safeguards incl. training, vendors, disposal.
#     status: unverified
#   - framework: NIST 800-53r5
#     ref: MP-6
#     says: Sanitise media before disposal.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.8
#     says: Disposal.
#     status: unverified
#   remediation: Complete the record; where a vendor destroyed the data, obtain its certificate.
package privity.retention.disposal_evidenced
