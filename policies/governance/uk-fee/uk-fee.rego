# METADATA
# title: The UK data protection fee is paid
# description: >-
#   Looks at whether a firm under the UK GDPR has paid the yearly data protection fee, or says why none is due, and whether it
#   paid for the tier that its size points to.
# scope: package
# custom:
#   id: GOV-012
#   profile: standard
#   unit: record
#   subjects:
#   - firm
#   reads:
#   - firm.data_protection_fee
#   - firm.headcount
#   - firm.regimes
#   parameters: []
#   reasons:
#   - code: fee-lapsed
#     result: fail
#     severity: medium
#     message: The data protection fee was paid until {paid_until} and has not been renewed according to the record.
#     many: 'The data protection fee has not been renewed according to the record.'
#   - code: fee-due
#     result: warn
#     severity: low
#     message: The data protection fee is paid until {paid_until}.
#     many: 'The data protection fee falls due within 30 days.'
#   - code: wrong-tier
#     result: warn
#     severity: low
#     message: The data protection fee was paid for tier {tier}; the firm's size points to tier {expected}.
#     many: 'The data protection fee was paid for another tier than the firm''s size points to.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The firm's own record does not give {fact}, so this could not be judged.
#   citations:
#   - framework: Data Protection (Charges and Information) Regulations 2018 (UK)
#     ref: reg 2
#     says: Controllers pay a yearly charge to the regulator unless exempt.
#     status: unverified
#   remediation: Renew the registration and record until when it runs.
#   not_applicable:
#   - code: not-uk
#     message: The UK GDPR is not among the laws that apply to the firm.
package privity.governance.uk_fee

import data.lib.dates
import data.lib.facts
import data.lib.judged

_outside(firm) if {
	facts.present(firm, "regimes")
	not _under(firm)
}

_under(firm) if "uk-gdpr" in firm.regimes

not_applicable := "not-uk" if _outside(data.inventory.firm)

_firm := object.union({"id": "firm"}, object.remove(input.firm, ["id"]))

_subject := judged.subject("firm", _firm)

_fee := object.get(_firm, "data_protection_fee", {})

_exempt if not facts.absent_or_blank(_fee, "exemption_reason")

examined contains judged.changing(judged.examined("firm", _firm), days) if {
	not _outside(_firm)
	days := [day | not _exempt; some day in [_fee.paid_until - 29, _fee.paid_until + 1]]
}

_judged if {
	_under(_firm)
	not _exempt
}

findings contains {
	"subject": _subject,
	"reason": "fee-lapsed",
	"args": {"paid_until": judged.date(_fee.paid_until)},
	"relied_on": [_fact("data_protection_fee.paid_until")],
} if {
	_judged
	_fee.paid_until < data.as_of.day
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "fee-due",
		"args": {"paid_until": judged.date(_fee.paid_until)},
		"relied_on": [_fact("data_protection_fee.paid_until")],
	},
	[_fee.paid_until + 1],
) if {
	_judged
	_fee.paid_until >= data.as_of.day
	data.as_of.day > dates.add_days(_fee.paid_until, -30)
}

_expected_tier := 1 if {
	_firm.headcount <= 10
} else := 2 if {
	_firm.headcount <= 250
} else := 3 if {
	facts.present(_firm, "headcount")
}

findings contains {
	"subject": _subject,
	"reason": "wrong-tier",
	"args": {"tier": _fee.tier, "expected": _expected_tier},
	"relied_on": [_fact("data_protection_fee.tier"), _fact("headcount")],
} if {
	_judged
	_fee.tier != _expected_tier
}

findings contains judged.not_declared(_subject, "firm", "regimes") if facts.absent(_firm, "regimes")

findings contains judged.not_declared(_subject, "firm", "data_protection_fee") if {
	_judged
	_fee == {}
}

findings contains judged.not_declared(_subject, "firm", "data_protection_fee.paid_until") if {
	_judged
	_fee != {}
	facts.absent(_fee, "paid_until")
}

findings contains judged.not_declared(_subject, "firm", "headcount") if {
	_judged
	facts.present(_fee, "tier")
	facts.absent(_firm, "headcount")
}

_fact(path) := {"collection": "firm", "id": "firm", "path": path}
