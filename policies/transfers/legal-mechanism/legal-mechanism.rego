# METADATA
# title: Every cross-border transfer has a valid legal mechanism
# description: >-
#   Looks at every planned or present transfer of personal data out of the European Economic Area or the United
#   Kingdom, and asks whether it has a legal mechanism that the law it leaves accepts.
# scope: package
# custom:
#   id: XFER-001
#   profile: essentials
#   unit: record
#   subjects:
#   - transfers
#   reads:
#   - transfer.approval_ref
#   - transfer.exporter_regime
#   - transfer.importer_country
#   - transfer.mechanism
#   - transfer.status
#   parameters: []
#   reasons:
#   - code: no-mechanism
#     result: fail
#     severity: critical
#     message: Data goes to {recipient} in {country}, and no valid legal mechanism is declared.
#     many: '{count} transfers abroad take place, and no valid legal mechanism is declared.'
#   - code: wrong-regime
#     result: fail
#     severity: high
#     message: Data goes to {recipient} in {country} under {mechanism}, which {regime} law does not accept by itself.
#     many: '{count} transfers abroad rest on a mechanism that the law they leave does not accept by itself.'
#   - code: no-approval-ref
#     result: warn
#     severity: medium
#     message: The transfer to {recipient} relies on binding corporate rules, and their approval is not named.
#     many: '{count} transfers rely on binding corporate rules, and their approval is not named.'
#   - code: fix-before-start
#     result: warn
#     severity: medium
#     message: The planned transfer to {recipient} in {country} has no valid mechanism yet.
#     many: '{count} planned transfers have no valid mechanism yet.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe
#     message: The firm says that it is under neither the GDPR nor the UK GDPR, which alone limit transfers abroad.
#   citations:
#   - framework: GDPR
#     ref: Art 44
#     says: Transfers outside the EEA only under Chapter V conditions.
#     status: primary
#   - framework: GDPR
#     ref: Art 46(1)
#     says: Otherwise appropriate safeguards with enforceable rights are needed.
#     status: primary
#   - framework: UK GDPR
#     ref: Arts 45A-46 (as amended by DUAA 2025 s.85)
#     says: 'UK transfers: approved countries or data protection test.'
#     status: secondary
#   - framework: UK DPA 2018
#     ref: s.119A (IDTA / UK Addendum)
#     says: ICO-issued clauses for UK restricted transfers.
#     status: unverified
#   - framework: ISO/IEC 27701:2019
#     ref: 7.5.1
#     says: Identify basis for cross-border PII transfer.
#     status: unverified
#   remediation: Put a valid mechanism in place or stop the transfer.
package privity.transfers.legal_mechanism

import data.lib.facts
import data.lib.judged
import data.lib.transfers

not_applicable := "outside-europe" if transfers.outside_europe

# Mechanisms that each law accepts.
_accepted := {
	"eu": {"adequacy", "dpf", "scc-2021-914", "bcr", "adhoc-clauses", "derogation"},
	"uk": {"adequacy", "uk-us-bridge", "idta", "uk-addendum", "bcr", "derogation"},
}

_fits(transfer) if transfer.mechanism in _accepted[transfer.exporter_regime]

# None, or one that no longer exists.
_void := {"none", "privacy-shield", "pre-2021-scc"}

_transfer := transfer if {
	transfer := input.transfer
	not transfer.status == "ended"
	not _inside(transfer)
}

_inside(transfer) if transfers.inside(transfer.exporter_regime, transfer.importer_country)

_subject := judged.subject("transfers", _transfer)

_undecided := judged.missing(_transfer, ["status", "exporter_regime", "importer_country"])

_arguments := {"recipient": transfers.recipient(_transfer), "country": transfers.country(_transfer)}

examined contains judged.examined("transfers", _transfer)

findings contains judged.not_declared(_subject, "transfers", path) if {
	some path in (_undecided | judged.missing(_transfer, ["mechanism"]))
}

_judged if count(_undecided) == 0

_no_mechanism if _transfer.mechanism in _void

_wrong_regime if {
	not _no_mechanism
	facts.present(_transfer, "mechanism")
	not _fits(_transfer)
}

findings contains {
	"subject": _subject,
	"reason": "no-mechanism",
	"args": _arguments,
	"relied_on": _facts,
} if {
	_judged
	_transfer.status == "active"
	_no_mechanism
}

findings contains {
	"subject": _subject,
	"reason": "wrong-regime",
	"args": object.union(_arguments, {
		"mechanism": judged.value("transfers", "mechanism", _transfer.mechanism),
		"regime": judged.value("transfers", "exporter_regime", _transfer.exporter_regime),
	}),
	"relied_on": array.concat(_facts, [_fact("exporter_regime")]),
} if {
	_judged
	_transfer.status == "active"
	_wrong_regime
}

findings contains {
	"subject": _subject,
	"reason": "fix-before-start",
	"args": _arguments,
	"relied_on": array.concat(_facts, [_fact("status")]),
} if {
	_judged
	_transfer.status == "planned"
	_unfit
}

_unfit if _no_mechanism

_unfit if _wrong_regime

findings contains {
	"subject": _subject,
	"reason": "no-approval-ref",
	"args": {"recipient": transfers.recipient(_transfer)},
	"relied_on": [_fact("approval_ref"), _fact("mechanism")],
} if {
	_judged
	_transfer.mechanism == "bcr"
	facts.absent_or_blank(_transfer, "approval_ref")
}

_facts := [_fact("mechanism"), _fact("importer_country")]

_fact(path) := {"collection": "transfers", "id": _transfer.id, "path": path}
