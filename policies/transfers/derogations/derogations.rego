# METADATA
# title: Special-case derogations are used only where they fit
# description: >-
#   Looks at every planned or present transfer that rests on an exception for special cases, and asks whether the
#   exception fits: reasons, single cases, the need for a claim, a consent, the word to the authority.
# scope: package
# custom:
#   id: XFER-005
#   profile: full
#   unit: record
#   subjects:
#   - transfers
#   reads:
#   - transfer.derogation
#   - transfer.importer_country
#   - transfer.matter_ids
#   - transfer.mechanism
#   - transfer.repetitive
#   - transfer.status
#   parameters: []
#   reasons:
#   - code: not-justified
#     result: fail
#     severity: high
#     absence: record
#     message: Data goes to {recipient} in {country} as an exception, and the reasons are not recorded.
#     many: 'In {count} transfers data goes abroad as an exception, and the reasons are not recorded.'
#   - code: not-occasional
#     result: fail
#     severity: high
#     message: Data goes to {recipient} in {country} repeatedly, under an exception meant for single cases.
#     many: 'In {count} transfers data goes abroad repeatedly, under an exception meant for single cases.'
#   - code: claims-repeated
#     result: warn
#     severity: low
#     message: Data goes to {recipient} in {country} repeatedly for legal claims; the need should be judged for each
#       claim.
#     many: 'In {count} transfers data goes abroad repeatedly for legal claims; the need should be judged for each claim.'
#   - code: claim-not-shown
#     result: fail
#     severity: medium
#     absence: record
#     message: Data goes to {recipient} in {country} for legal claims, and the matter or the judgment of need is not
#       recorded.
#     many: 'In {count} transfers data goes abroad for legal claims, and the matter or the judgment of need is not recorded.'
#   - code: no-consent
#     result: fail
#     severity: high
#     absence: record
#     message: Data goes to {recipient} in {country} on explicit consent, and no such consent is linked.
#     many: 'In {count} transfers data goes abroad on explicit consent, and no such consent is linked.'
#   - code: authority-not-told
#     result: fail
#     severity: high
#     absence: open
#     message: Data goes to {recipient} in {country} for compelling interests, and the authority has not been told
#       according to the record.
#     many: 'In {count} transfers data goes abroad for compelling interests, and the authority has not been told according to the record.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe
#     message: The firm says that it is under neither the GDPR nor the UK GDPR, which alone limit transfers abroad.
#   citations:
#   - framework: GDPR
#     ref: Art 49(1)
#     says: Derogations for specific situations; consent, contract, legal claims.
#     status: primary
#   - framework: GDPR
#     ref: Art 49(1)(e)
#     says: Derogation for transfers necessary for legal claims.
#     status: primary
#   - framework: EDPB Guidelines
#     ref: 2/2018 (Art 49 derogations)
#     says: Derogations are read strictly; several only for occasional transfers.
#     status: unverified
#   remediation: Use a standing safeguard, or document why the derogation fits this one case.
package privity.transfers.derogations

import data.lib.facts
import data.lib.judged
import data.lib.transfers

not_applicable := "outside-europe" if transfers.outside_europe

_transfer := input.transfer if transfers.concerns(input.transfer, {"derogation"})

_undecided := transfers.missing(_transfer)

_judged := _transfer if count(_undecided) == 0

_subject := judged.subject("transfers", _transfer)

_ground := _judged.derogation.ground

# Exceptions that the law keeps for single cases.
_occasional := {"contract", "contract-in-interest", "compelling-interests"}

_authority_ahead := [day | day := _transfer.derogation.authority_notified_on]

examined contains judged.changing(judged.examined("transfers", _transfer), _authority_ahead)

findings contains judged.not_declared(_subject, "transfers", path) if some path in _undecided

findings contains judged.not_declared(_subject, "transfers", "derogation.ground") if {
	facts.absent(_judged, ["derogation", "ground"])
}

findings contains _finding("not-justified", ["derogation.justification"]) if {
	facts.absent_or_blank(_judged, ["derogation", "justification"])
}

findings contains _finding("not-occasional", ["repetitive", "derogation.ground"]) if {
	_judged.repetitive
	_ground in _occasional
}

findings contains _finding("claims-repeated", ["repetitive", "derogation.ground"]) if {
	_judged.repetitive
	_ground == "legal-claims"
}

findings contains judged.not_declared(_subject, "transfers", "repetitive") if {
	_ground in (_occasional | {"legal-claims"})
	facts.absent(_judged, "repetitive")
}

findings contains _finding("claim-not-shown", array.concat(sort(_not_shown), ["derogation.ground"])) if {
	_ground == "legal-claims"
	count(_not_shown) > 0
}

_not_shown contains "matter_ids" if facts.absent_or_blank(_judged, "matter_ids")

_not_shown contains "derogation.necessity_assessed_by" if facts.absent(_judged, ["derogation", "necessity_assessed_by"])

findings contains _finding("no-consent", ["derogation.consent_record_id", "derogation.ground"]) if {
	_ground == "explicit-consent"
	facts.absent(_judged, ["derogation", "consent_record_id"])
}

findings contains judged.changing(
	_finding("authority-not-told", ["derogation.authority_notified_on", "derogation.ground"]),
	_authority_ahead,
) if {
	_ground == "compelling-interests"
	not _authority_told
}

_authority_told if _judged.derogation.authority_notified_on <= data.as_of.day

_finding(reason, paths) := {
	"subject": _subject,
	"reason": reason,
	"args": {"recipient": transfers.recipient(_transfer), "country": transfers.country(_transfer)},
	"relied_on": [{"collection": "transfers", "id": _transfer.id, "path": path} | some path in paths],
}
