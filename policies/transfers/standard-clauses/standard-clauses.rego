# METADATA
# title: Standard contractual clauses are the right version, module and complete
# description: >-
#   Looks at every planned or present transfer under standard contractual clauses, the UK addendum or the UK
#   agreement: whether they are signed, unchanged, complete, and made for the roles of the two parties.
# scope: package
# custom:
#   id: XFER-003
#   profile: standard
#   unit: record
#   subjects:
#   - transfers
#   reads:
#   - transfer.exporter_role
#   - transfer.importer_role
#   - transfer.mechanism
#   - transfer.scc
#   - transfer.started_on
#   - transfer.status
#   - transfer.vendor_id
#   - vendor.sub_processor_authorisation
#   # Only for the annex of sub-processors, and only where the recipient is a vendor.
#   optional:
#   - vendors
#   parameters: []
#   reasons:
#   - code: not-signed
#     result: fail
#     severity: high
#     absence: record
#     message: Data goes to {recipient} under standard clauses, and no signed clauses are recorded.
#     many: 'Data goes abroad under standard clauses in {count} transfers, and no signed clauses are recorded.'
#   - code: wrong-module
#     result: fail
#     severity: high
#     message: The standard clauses with {recipient} use a module for other roles.
#     many: 'The standard clauses of {count} transfers use a module for other roles.'
#   - code: annex-missing
#     result: fail
#     severity: medium
#     message: The standard clauses with {recipient} lack {annex}.
#     many: 'Standard clauses lack {count} annexes or tables.'
#   - code: modified
#     result: fail
#     severity: high
#     message: The text of the standard clauses with {recipient} was changed, which takes away their effect.
#     many: 'The text of the standard clauses of {count} transfers was changed, which takes away their effect.'
#   - code: wrong-base
#     result: fail
#     severity: medium
#     message: The UK addendum with {recipient} is not attached to the current EU clauses.
#     many: 'The UK addenda of {count} transfers are not attached to the current EU clauses.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The standard clauses with {recipient} were signed on {met_on}, after the transfer began on {due_on}.
#     many: 'The standard clauses of {count} transfers were signed after the transfers began.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe
#     message: The firm says that it is under neither the GDPR nor the UK GDPR, which alone limit transfers abroad.
#   citations:
#   - framework: GDPR
#     ref: Art 46(2)(c)
#     says: Commission standard clauses are an appropriate safeguard.
#     status: primary
#   - framework: Decision (EU) 2021/914
#     ref: Annex, Clauses 1-2 and Annexes I-III
#     says: SCC modules and annexes; may not be modified except choices.
#     status: secondary
#   - framework: UK DPA 2018
#     ref: s.119A (IDTA / UK Addendum)
#     says: ICO-issued clauses for UK restricted transfers.
#     status: unverified
#   remediation: Execute the correct module and complete its annexes.
package privity.transfers.standard_clauses

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.transfers

not_applicable := "outside-europe" if transfers.outside_europe

_transfer := input.transfer if transfers.concerns(input.transfer, {"scc-2021-914", "uk-addendum", "idta"})

_undecided := transfers.missing(_transfer)

_judged := _transfer if count(_undecided) == 0

_declared := _judged if facts.present(_judged, "scc")

_subject := judged.subject("transfers", _transfer)

_recipient := transfers.recipient(_transfer)

# The UK agreement has tables instead of modules and annexes.
_modular if _declared.mechanism in {"scc-2021-914", "uk-addendum"}

_module_of := {
	"controller": {"controller": 1, "processor": 2},
	"processor": {"processor": 3, "controller": 4},
}

_signed_on := _declared.scc.signed_on if _declared.scc.signed_on <= data.as_of.day

_signing_ahead := [day | day := _declared.scc.signed_on]

examined contains judged.changing(judged.examined_with("transfers", _transfer, vendors), _signing_ahead) if {
	vendors := [vendor | _specific_matters; vendor := _vendor]
}

findings contains judged.not_declared(_subject, "transfers", path) if some path in _undecided

findings contains judged.not_declared(_subject, "transfers", "scc") if {
	_judged
	facts.absent(_judged, "scc")
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-signed",
		"args": {"recipient": _recipient},
		"relied_on": [_fact("scc.signed_on"), _fact("status")],
	},
	_signing_ahead,
) if {
	_declared.status == "active"
	not _signed_on
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"recipient": _recipient,
		"due_on": judged.date(_declared.started_on),
		"met_on": judged.date(_signed_on),
		"days_late": _signed_on - _declared.started_on,
	},
	"relied_on": [_fact("scc.signed_on"), _fact("started_on")],
} if {
	_signed_on > _declared.started_on
}

findings contains judged.not_declared(_subject, "transfers", "started_on") if {
	_declared.status == "active"
	_signed_on
	facts.absent(_declared, "started_on")
}

findings contains {
	"subject": _subject,
	"reason": "wrong-module",
	"args": {"recipient": _recipient},
	"relied_on": [_fact("scc.module"), _fact("exporter_role"), _fact("importer_role")],
} if {
	_modular
	_declared.scc.module != _module_of[_declared.exporter_role][_declared.importer_role]
}

findings contains judged.not_declared(_subject, "transfers", path) if {
	_modular
	some path in judged.missing(_declared, ["scc.module", "exporter_role", "importer_role"])
}

_annexes contains annex if {
	_modular
	some annex in ["I.A", "I.B"]
}

_annexes contains annex if {
	_modular
	_declared.scc.module in {1, 2, 3}
	some annex in ["I.C", "II"]
}

_annexes contains "III" if {
	_specific_matters
	_vendor.sub_processor_authorisation.type == "specific"
}

_annexes contains "tables-1-4" if _declared.mechanism == "idta"

_specific_matters if {
	_modular
	_declared.scc.module in {2, 3}
}

_vendor := data.inventory.vendors[_declared.vendor_id]

_holds(transfer, annex) if annex in transfer.scc.annexes

_lacks contains annex if {
	some annex in _annexes
	not _holds(_declared, annex)
}

findings contains {
	"subject": _subject,
	"reason": "annex-missing",
	"by": annex,
	"args": {"recipient": _recipient, "annex": judged.value("transfers", "scc.annexes", annex)},
	"relied_on": [_fact("scc.annexes"), _fact("scc.module")],
} if {
	facts.present(_declared, ["scc", "annexes"])
	some annex in _lacks
}

findings contains judged.not_declared(_subject, "transfers", "scc.annexes") if {
	facts.absent(_declared, ["scc", "annexes"])
}

# Whether the annex of sub-processors is needed depends on how they are authorised.
findings contains elsewhere.not_declared(_subject, "vendors", {_vendor.id}, "sub_processor_authorisation.type") if {
	_specific_matters
	facts.absent(_vendor, ["sub_processor_authorisation", "type"])
	annexes := _declared.scc.annexes
	not "III" in annexes
}

findings contains {
	"subject": _subject,
	"reason": "modified",
	"args": {"recipient": _recipient},
	"relied_on": [_fact("scc.modified")],
} if {
	_declared.scc.modified
}

findings contains judged.not_declared(_subject, "transfers", "scc.modified") if {
	facts.absent(_declared, ["scc", "modified"])
}

findings contains {
	"subject": _subject,
	"reason": "wrong-base",
	"args": {"recipient": _recipient},
	"relied_on": [_fact("scc.base"), _fact("mechanism")],
} if {
	_declared.mechanism == "uk-addendum"
	_declared.scc.base != "scc-2021-914"
}

findings contains judged.not_declared(_subject, "transfers", "scc.base") if {
	_declared.mechanism == "uk-addendum"
	facts.absent(_declared, ["scc", "base"])
}

_fact(path) := {"collection": "transfers", "id": _transfer.id, "path": path}
