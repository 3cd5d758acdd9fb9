# METADATA
# title: Vendor contracts contain every required clause
# description: >-
#   Looks at every contract with a vendor that is in force, and asks whether it has each clause that the law
#   requires for its kind, and how soon the vendor must report a breach.
# scope: package
# custom:
#   id: VEND-002
#   profile: standard
#   unit: record
#   subjects:
#   - vendor_agreements
#   reads:
#   - vendor_agreement.breach_notice_hours
#   - vendor_agreement.breach_notice_text
#   - vendor_agreement.clauses
#   - vendor_agreement.effective_on
#   - vendor_agreement.expires_on
#   - vendor_agreement.kind
#   - vendor_agreement.regimes
#   - vendor_agreement.standard_terms
#   - vendor_agreement.terminated_on
#   - vendor_agreement.vendor_id
#   parameters:
#   - vendor_notice_hours_max
#   reasons:
#   - code: clause-missing
#     result: fail
#     severity: high
#     message: The contract with {vendor} lacks the clause on {clause}.
#     many: 'Contracts with vendors lack {count} required clauses.'
#   - code: notice-slow
#     result: warn
#     severity: low
#     message: The contract with {vendor} allows {hours} hours for reporting a breach; firm policy asks for {limit}.
#     many: '{count} contracts with vendors allow more time for reporting a breach than firm policy asks for.'
#   - code: notice-unstated
#     result: warn
#     severity: medium
#     message: The contract with {vendor} does not say how soon a breach is reported.
#     many: '{count} contracts with vendors do not say how soon a breach is reported.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 28(3)
#     says: Processor contract must exist and contain items (a)-(h).
#     status: primary
#   - framework: GDPR
#     ref: Art 33(2)
#     says: Processor tells controller of a breach without undue delay.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7051(a)
#     says: Ten required service-provider contract terms.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7053(a)
#     says: Contract terms when personal information is sold or shared.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(d)
#     says: Contract needed with third parties, service providers and contractors.
#     status: primary
#   remediation: Amend the contract with the missing clause.
package privity.vendors.contract_clauses

import data.lib.agreements
import data.lib.facts
import data.lib.judged

# A contract in force, or one that may be.
_agreement := input.vendor_agreement if agreements.in_force(input.vendor_agreement)

_agreement := input.vendor_agreement if agreements.undated(input.vendor_agreement)

_subject := judged.subject("vendor_agreements", _agreement)

_vendor := judged.entity("vendors", _agreement.vendor_id) if {
	facts.present(_agreement, "vendor_id")
} else := judged.entity("vendor_agreements", _agreement.id)

_processors := {"processor", "service-provider", "contractor"}

_european := {
	"subject-matter", "duration", "nature-and-purpose", "data-types", "data-subjects",
	"art28-3-a", "art28-3-b", "art28-3-c", "art28-3-d", "art28-3-e", "art28-3-f", "art28-3-g", "art28-3-h",
}

_californian := {
	"ccr7051-1", "ccr7051-2", "ccr7051-3", "ccr7051-4", "ccr7051-5",
	"ccr7051-6", "ccr7051-7", "ccr7051-8", "ccr7051-9", "ccr7051-10",
}

_sold_or_shared := {"ccr7053-1", "ccr7053-2", "ccr7053-3", "ccr7053-4", "ccr7053-5", "ccr7053-6"}

_required contains clause if {
	_agreement.kind in _processors
	some regime in _agreement.regimes
	regime in {"eu-gdpr", "uk-gdpr"}
	some clause in _european
}

_required contains clause if {
	_agreement.kind in _processors
	"us-ca-ccpa" in _agreement.regimes
	some clause in _californian
}

_required contains clause if {
	_agreement.kind == "third-party"
	"us-ca-ccpa" in _agreement.regimes
	some clause in _sold_or_shared
}

_has contains clause if some clause in _agreement.clauses

_has contains clause if some clause in data.tables.clause_sets[_agreement.standard_terms]

_lacks contains clause if {
	some clause in _required
	not clause in _has
}

_begun if agreements.in_force(_agreement)

examined contains judged.changing(judged.examined("vendor_agreements", _agreement), agreements.turns(_agreement))

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "clause-missing",
		"by": clause,
		"args": {"vendor": _vendor, "clause": judged.value("vendor_agreements", "clauses", clause)},
		"relied_on": [_fact("clauses"), _fact("standard_terms"), _fact("kind"), _fact("regimes")],
	},
	agreements.turns(_agreement),
) if {
	_begun
	facts.present(_agreement, "clauses")
	some clause in _lacks
}

# Terms of a known set may have all that is required: then nobody asks for the list.
findings contains judged.changing(
	judged.not_declared(_subject, "vendor_agreements", "clauses"),
	agreements.turns(_agreement),
) if {
	facts.absent(_agreement, "clauses")
	count(_lacks) > 0
}

findings contains judged.changing(
	judged.not_declared(_subject, "vendor_agreements", path),
	agreements.turns(_agreement),
) if {
	some path in judged.missing(_agreement, ["effective_on", "kind", "regimes"])
}

_limit := data.parameters.vendor_notice_hours_max

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "notice-slow",
		"args": {"vendor": _vendor, "hours": _agreement.breach_notice_hours, "limit": _limit},
		"relied_on": [_fact("breach_notice_hours")],
	},
	agreements.turns(_agreement),
) if {
	_begun
	_agreement.breach_notice_hours > _limit
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "notice-unstated",
		"args": {"vendor": _vendor},
		"relied_on": [_fact("breach_notice_hours"), _fact("breach_notice_text")],
	},
	agreements.turns(_agreement),
) if {
	_begun
	facts.absent(_agreement, "breach_notice_hours")
	facts.absent_or_blank(_agreement, "breach_notice_text")
}

_fact(path) := {"collection": "vendor_agreements", "id": _agreement.id, "path": path}
