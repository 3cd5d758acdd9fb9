# METADATA
# title: Audit findings have an owner, a date and proof of closure
# description: 'Looks at every audit that is complete: whether each of its findings has an owner and a date that is
#   kept and fits its gravity, proof where it was closed, and a name and an end where it was accepted.'
# scope: package
# custom:
#   id: AUDIT-002
#   profile: standard
#   unit: record
#   subjects:
#   - audits
#   reads:
#   - audit.findings
#   - audit.performed_on
#   - audit.status
#   parameters:
#   - audit_critical_days
#   - audit_high_days
#   reasons:
#   - code: overdue
#     result: fail
#     severity: high
#     absence: open
#     message: The audit finding {finding} was to be closed by {due_on} and is open.
#     many: '{count} audit findings were to be closed by now and are open.'
#   - code: acceptance-lapsed
#     result: fail
#     severity: medium
#     absence: record
#     message: The acceptance of the audit finding {finding} has no author or has ended.
#     many: The acceptance of {count} audit findings has no author or has ended.
#   - code: no-owner-or-date
#     result: warn
#     severity: medium
#     message: The audit finding {finding} has no owner or no date.
#     many: '{count} audit findings have no owner or no date.'
#   - code: closed-without-proof
#     result: warn
#     severity: low
#     message: The audit finding {finding} is closed, and no proof is linked.
#     many: '{count} audit findings are closed, and no proof is linked.'
#   - code: date-too-far
#     result: warn
#     severity: low
#     message: The audit finding {finding} may stay open longer than its gravity allows.
#     many: '{count} audit findings may stay open longer than their gravity allows.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: NIST 800-53r5
#     ref: CA-5
#     says: Plan of action and milestones for weaknesses.
#     status: primary
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P3
#     says: Procedures for assessing compliance exist.
#     status: primary
#   remediation: Assign, extend with approval, or close the finding with evidence.
package privity.audit.findings_closed

import data.lib.facts
import data.lib.judged

_audit := input.audit

_subject := judged.subject("audits", _audit)

_undecided if facts.absent(_audit, "status")

_applies if _audit.status == "complete"

examined contains judged.changing(judged.examined("audits", _audit), [day | some day in _changes]) if _applies

examined contains judged.examined("audits", _audit) if _undecided

findings contains judged.not_declared(_subject, "audits", "status") if _undecided

_entries contains entry if {
	_applies
	some entry in _audit.findings
}

# A closure that lies ahead has not happened yet.
_open contains entry if {
	some entry in _entries
	entry.state == "open"
}

_open contains entry if {
	some entry in _entries
	entry.state == "closed"
	entry.closed_on > data.as_of.day
}

_closed contains entry if {
	some entry in (_entries - _open)
	entry.state == "closed"
}

_accepted contains entry if {
	some entry in _entries
	entry.state == "accepted"
}

_changes contains entry.due_on + 1 if some entry in _open

_changes contains entry.accepted_until + 1 if some entry in _accepted

findings contains object.union(
	_finding(entry, "no-owner-or-date", {}),
	{"relied_on": [_fact(entry, field) | some field in sort(missing)]},
) if {
	some entry in _entries
	missing := judged.missing(entry, ["owner_id", "due_on"])
	count(missing) > 0
}

findings contains judged.changing(
	object.union(
		_finding(entry, "overdue", {"due_on": judged.date(entry.due_on)}),
		{"relied_on": [_fact(entry, "due_on"), _fact(entry, "state")]},
	),
	[day | day := entry.closed_on],
) if {
	some entry in _open
	data.as_of.day > entry.due_on
}

findings contains object.union(
	_finding(entry, "closed-without-proof", {}),
	{"relied_on": [_fact(entry, "closure_evidence_uri")]},
) if {
	some entry in _closed
	facts.absent(entry, "closure_evidence_uri")
}

findings contains object.union(
	_finding(entry, "acceptance-lapsed", {}),
	{"relied_on": [_fact(entry, "accepted_until"), _fact(entry, "accepted_by")]},
) if {
	some entry in _accepted
	_lapsed(entry)
}

_lapsed(entry) if facts.absent(entry, "accepted_by")

_lapsed(entry) if data.as_of.day > entry.accepted_until

_days["critical"] := data.parameters.audit_critical_days

_days["high"] := data.parameters.audit_high_days

findings contains object.union(
	_finding(entry, "date-too-far", {}),
	{"relied_on": [_fact(entry, "due_on"), _fact(entry, "severity")]},
) if {
	some entry in _open
	entry.due_on > _audit.performed_on + _days[entry.severity]
}

findings contains judged.not_declared(_subject, "audits", path) if some path in _missing

_missing contains "findings" if {
	_applies
	facts.absent(_audit, "findings")
}

_missing contains "findings.state" if {
	some entry in _entries
	facts.absent(entry, "state")
}

_missing contains "findings.accepted_until" if {
	some entry in _accepted
	not _lapsed(entry)
	facts.absent(entry, "accepted_until")
}

_missing contains "findings.severity" if {
	some entry in _open
	facts.absent(entry, "severity")
}

_missing contains "performed_on" if {
	some entry in _open
	entry.severity in {"critical", "high"}
	facts.present(entry, "due_on")
	facts.absent(_audit, "performed_on")
}

_finding(entry, reason, args) := {
	"subject": _subject,
	"reason": reason,
	"by": entry.id,
	"args": object.union({"finding": judged.part("audits", _audit.id, "findings", entry.id)}, args),
}

_fact(entry, field) := {"collection": "audits", "id": _audit.id, "path": concat(".", ["findings", field])} if entry
