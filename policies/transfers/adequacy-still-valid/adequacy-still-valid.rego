# METADATA
# title: Adequacy and Data Privacy Framework reliance is still valid today
# description: >-
#   Looks at every planned or present transfer that relies on a decision on adequacy or on a framework for US
#   companies, and asks whether the decision stands today and the company is still on the list.
# scope: package
# custom:
#   id: XFER-002
#   profile: standard
#   unit: record
#   subjects:
#   - transfers
#   reads:
#   - transfer.data_kind
#   - transfer.dpf
#   - transfer.exporter_regime
#   - transfer.importer_country
#   - transfer.mechanism
#   - transfer.status
#   parameters:
#   - dpf_verify_days
#   reasons:
#   - code: not-adequate
#     result: fail
#     severity: critical
#     message: Data goes to {country} on the ground that its law is adequate, and no decision to that effect is in
#       force.
#     many: '{count} transfers rely on the law of the country being adequate, and no decision to that effect is in force.'
#   - code: not-listed
#     result: fail
#     severity: critical
#     message: '{recipient} is not certified, on the facts recorded, under the framework on which the transfer relies.'
#     many: '{count} transfers rely on a framework under which their recipients are not certified, on the facts recorded.'
#   - code: verify-again
#     result: warn
#     severity: low
#     message: The listing of {recipient} was last checked on {last_on}.
#     many: 'The listing of the recipients of {count} transfers is due for another check.'
#   - code: not-in-table
#     result: unknown
#     severity: medium
#     message: The firm's table of adequacy decisions does not cover {country}.
#     many: 'The firm''s table of adequacy decisions does not cover the countries of {count} transfers.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe
#     message: The firm says that it is under neither the GDPR nor the UK GDPR, which alone limit transfers abroad.
#   citations:
#   - framework: GDPR
#     ref: Art 45(1)
#     says: Transfer allowed under a Commission adequacy decision.
#     status: primary
#   - framework: Decision (EU) 2023/1795
#     ref: whole decision
#     says: US adequate for organisations on the Data Privacy Framework list.
#     status: secondary
#   - framework: UK GDPR
#     ref: Arts 45A-46 (as amended by DUAA 2025 s.85)
#     says: 'UK transfers: approved countries or data protection test.'
#     status: secondary
#   remediation: Re-verify the listing or switch to standard clauses.
package privity.transfers.adequacy_still_valid

import data.lib.facts
import data.lib.judged
import data.lib.transfers

not_applicable := "outside-europe" if transfers.outside_europe

_frameworks := {"dpf", "uk-us-bridge"}

_transfer := input.transfer if transfers.concerns(input.transfer, _frameworks | {"adequacy"})

_undecided := transfers.missing(_transfer)

_judged := _transfer if count(_undecided) == 0

_subject := judged.subject("transfers", _transfer)

_by_adequacy if _judged.mechanism == "adequacy"

_by_list if _judged.mechanism in _frameworks

findings contains judged.not_declared(_subject, "transfers", path) if some path in _undecided

# The decision on the country.
findings contains judged.not_declared(_subject, "transfers", path) if {
	_by_adequacy
	some path in judged.missing(_transfer, ["exporter_regime", "importer_country"])
}

_decisions := transfers.decisions(_transfer.exporter_regime, _transfer.importer_country) if _by_adequacy

_valid := [decision | some decision in _decisions; transfers.valid(decision)]

_covered if {
	some decision in _valid
	transfers.scope(decision) == "whole"
}

# Only companies on the list: the listing is a fact of the transfer.
_covered if {
	some decision in _valid
	transfers.scope(decision) == "data-privacy-framework"
	_transfer.dpf.listed
}

_listing_undeclared if {
	some decision in _valid
	transfers.scope(decision) == "data-privacy-framework"
	facts.absent(_transfer, ["dpf", "listed"])
}

# A part of the country, and whether the recipient belongs to it is no fact of the inventory.
_part_undecided if {
	some decision in _valid
	not transfers.scope(decision) in {"whole", "data-privacy-framework"}
}

# The days on which a decision or a listing changes.
_days_of_change contains day if some day in transfers.turns(_decisions)

_days_of_change contains day if some day in _listing_days

_turns := [day | some day in _days_of_change]

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-adequate",
		"args": {"country": transfers.country(_transfer)},
		"relied_on": [_fact("mechanism"), _fact("importer_country"), _fact("exporter_regime")],
	},
	_turns,
) if {
	count(_decisions) > 0
	not _covered
	not _listing_undeclared
	not _part_undecided
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-in-table",
		"args": {"country": transfers.country(_transfer)},
		"relied_on": [_fact("importer_country"), _fact("mechanism")],
	},
	_turns,
) if {
	_unanswered
}

_unanswered if count(_decisions) == 0

_unanswered if {
	_part_undecided
	not _covered
}

findings contains judged.changing(judged.not_declared(_subject, "transfers", "dpf.listed"), _turns) if {
	_listing_undeclared
	not _covered
	not _part_undecided
}

# The certification of a US company.
_listing_days := [day |
	some day in [
		object.get(_transfer, ["dpf", "certification_expires_on"], -1) + 1,
		object.get(_transfer, ["dpf", "verified_on"], 0),
		(object.get(_transfer, ["dpf", "verified_on"], 0) + data.parameters.dpf_verify_days) + 1,
	]
	_by_list
]

examined contains judged.changing(judged.examined("transfers", _transfer), _turns)

findings contains judged.not_declared(_subject, "transfers", path) if {
	_by_list
	some path in judged.missing(_transfer, _needed)
}

_always := ["dpf.listed", "dpf.verified_on", "dpf.certification_expires_on", "dpf.covered_data", "data_kind"]

_needed := array.concat(_always, ["dpf.uk_extension"]) if {
	_judged.mechanism == "uk-us-bridge"
} else := _always

# Each fact that speaks against the certification.
_against contains "dpf.listed" if _transfer.dpf.listed == false

_against contains "dpf.certification_expires_on" if data.as_of.day > _transfer.dpf.certification_expires_on

_against contains "dpf.verified_on" if _transfer.dpf.verified_on > data.as_of.day

_against contains "dpf.covered_data" if {
	covered := _transfer.dpf.covered_data
	kind := _transfer.data_kind
	not kind in covered
}

_against contains "dpf.uk_extension" if {
	_transfer.mechanism == "uk-us-bridge"
	_transfer.dpf.uk_extension == false
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-listed",
		"args": {"recipient": transfers.recipient(_transfer)},
		"relied_on": array.concat([_fact(path) | some path in sort(_against)], [_fact("mechanism")]),
	},
	_listing_days,
) if {
	_by_list
	count(_against) > 0
}

findings contains {
	"subject": _subject,
	"reason": "verify-again",
	"args": {
		"recipient": transfers.recipient(_transfer),
		"last_on": judged.date(_transfer.dpf.verified_on),
		"due_on": judged.date(_verify_by),
		"days_late": data.as_of.day - _verify_by,
	},
	"relied_on": [_fact("dpf.verified_on")],
} if {
	_by_list
	data.as_of.day > _verify_by
}

_verify_by := _transfer.dpf.verified_on + data.parameters.dpf_verify_days

_fact(path) := {"collection": "transfers", "id": _transfer.id, "path": path}
