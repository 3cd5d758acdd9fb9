# METADATA
# title: Vendors are vetted before use and re-checked
# description: >-
#   Looks at every active vendor that receives personal data: whether it was checked before it had data and again
#   since, and whether one that can see privileged material is bound to secrecy and supervised.
# scope: package
# custom:
#   id: VEND-003
#   profile: standard
#   unit: record
#   subjects:
#   - vendors
#   reads:
#   - firm.establishments
#   - vendor.accesses_privileged
#   - vendor.confidentiality_agreement_on
#   - vendor.criticality
#   - vendor.data_access_from
#   - vendor.due_diligence
#   - vendor.receives_personal_data
#   - vendor.secrecy_undertaking_on
#   - vendor.status
#   - vendor.supervising_lawyer_id
#   parameters: []
#   reasons:
#   - code: not-vetted
#     result: fail
#     severity: high
#     absence: record
#     message: '{vendor} handles personal data, and no check of it before use is recorded.'
#     many: '{count} vendors handle personal data, and no check of them before use is recorded.'
#   - code: recheck-due
#     result: warn
#     severity: low
#     message: '{vendor} was last checked on {last_on}.'
#     many: '{count} vendors are due for another check.'
#   - code: rejected
#     result: fail
#     severity: high
#     message: The firm's own check of {vendor} ended with a rejection, and it is still in use.
#     many: 'The firm''s own checks of {count} vendors ended with a rejection, and they are still in use.'
#   - code: no-confidentiality
#     result: fail
#     severity: high
#     absence: record
#     message: '{vendor} can see privileged material, and no confidentiality agreement is recorded.'
#     many: '{count} vendors can see privileged material, and no confidentiality agreement is recorded.'
#   - code: no-supervisor
#     result: warn
#     severity: low
#     message: No lawyer is named to supervise {vendor}, which can see privileged material.
#     many: 'No lawyer is named to supervise {count} vendors that can see privileged material.'
#   - code: no-secrecy-undertaking
#     result: fail
#     severity: high
#     absence: record
#     message: '{vendor} can see secrets protected by German law, and its undertaking of secrecy is not recorded.'
#     many: '{count} vendors can see secrets protected by German law, and their undertakings of secrecy are not recorded.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{vendor} was checked on {met_on}, after it first had data on {due_on}.'
#     many: '{count} vendors were checked after they first had data.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 28(1)
#     says: Use only processors giving sufficient guarantees.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 08-451 (2008)
#     says: Outsourcing requires diligence, confidentiality and supervision.
#     status: unverified
#   - framework: ABA Formal Opinion
#     ref: 498 (2021)
#     says: 'Virtual practice: devices, passwords, updates, vendors, supervision.'
#     status: secondary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7051(c)
#     says: Vendor due diligence affects what a business had reason to believe.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SR-6
#     says: Assess and review suppliers.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.DE-P5
#     says: Ecosystem parties are routinely assessed.
#     status: primary
#   - framework: SRA Code (Solicitors)
#     ref: para 3.5
#     says: Stay accountable for and effectively supervise work done for you.
#     status: unverified
#   - framework: StGB (Germany)
#     ref: s.203(3)-(4)
#     says: Professional secrets may go to service providers who are bound to secrecy.
#     status: secondary
#   - framework: BRAO (Germany)
#     ref: s.43e
#     says: Lawyers bind service providers to secrecy in text form, with warning of criminal liability.
#     status: secondary
#   remediation: Complete or renew the vendor review.
package privity.vendors.vetted_and_rechecked

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# Applies, or may apply: nothing declared speaks against it.
_vendor := input.vendor if {
	object.get(input.vendor, "status", "active") == "active"
	not input.vendor.receives_personal_data == false
}

_undecided := judged.missing(_vendor, ["status", "receives_personal_data"])

_judged := _vendor if count(_undecided) == 0

_subject := judged.subject("vendors", _vendor)

_named := judged.entity("vendors", _vendor.id)

# What lies ahead has not happened yet.
_done(path) if object.get(_vendor, path, data.as_of.day + 1) <= data.as_of.day

_checked_on := _judged.due_diligence.completed_on if _done(["due_diligence", "completed_on"])

_last_on := max([day |
	some day in [_checked_on, object.get(_vendor, ["due_diligence", "last_reviewed_on"], 0)]
	day <= data.as_of.day
])

_months := 12 if {
	_sensitive
} else := 24 if {
	_judged.criticality == "normal"
	_judged.accesses_privileged == false
}

_sensitive if _judged.accesses_privileged

_sensitive if _judged.criticality == "high"

_recheck_by := dates.add_months(_last_on, _months)

# Days on which something declared ahead comes about.
_ahead := [day |
	some path in [
		["due_diligence", "completed_on"],
		["due_diligence", "last_reviewed_on"],
		["confidentiality_agreement_on"],
		["secrecy_undertaking_on"],
	]
	day := object.get(_vendor, path, 0)
]

examined contains judged.changing(
	judged.examined_with("vendors", _vendor, [data.inventory.firm | _judged.accesses_privileged == true]),
	array.concat([day | day := _recheck_by + 1], _ahead),
)

findings contains judged.not_declared(_subject, "vendors", path) if some path in _undecided

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-vetted",
		"args": {"vendor": _named},
		"relied_on": [_fact("due_diligence.completed_on")],
	},
	_ahead,
) if {
	_judged
	not _checked_on
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"vendor": _named,
		"due_on": judged.date(_judged.data_access_from),
		"met_on": judged.date(_checked_on),
		"days_late": _checked_on - _judged.data_access_from,
	},
	"relied_on": [_fact("due_diligence.completed_on"), _fact("data_access_from")],
} if {
	_checked_on > _judged.data_access_from
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "recheck-due",
		"args": {
			"vendor": _named,
			"last_on": judged.date(_last_on),
			"due_on": judged.date(_recheck_by),
			"days_late": data.as_of.day - _recheck_by,
		},
		"relied_on": [
			_fact("due_diligence.last_reviewed_on"),
			_fact("due_diligence.completed_on"),
			_fact("accesses_privileged"),
			_fact("criticality"),
		],
	},
	_ahead,
) if {
	data.as_of.day > _recheck_by
}

findings contains {
	"subject": _subject,
	"reason": "rejected",
	"args": {"vendor": _named},
	"relied_on": [_fact("due_diligence.outcome"), _fact("status")],
} if {
	_judged.due_diligence.outcome == "reject"
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-confidentiality",
		"args": {"vendor": _named},
		"relied_on": [_fact("confidentiality_agreement_on"), _fact("accesses_privileged")],
	},
	_ahead,
) if {
	_judged.accesses_privileged
	not _done(["confidentiality_agreement_on"])
}

findings contains {
	"subject": _subject,
	"reason": "no-supervisor",
	"args": {"vendor": _named},
	"relied_on": [_fact("supervising_lawyer_id"), _fact("accesses_privileged")],
} if {
	_judged.accesses_privileged
	facts.absent(_judged, "supervising_lawyer_id")
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-secrecy-undertaking",
		"args": {"vendor": _named},
		"relied_on": [
			_fact("secrecy_undertaking_on"),
			_fact("accesses_privileged"),
			{"collection": "firm", "id": "firm", "path": "establishments"},
		],
	},
	_ahead,
) if {
	_judged.accesses_privileged
	"DE" in data.inventory.firm.establishments
	not _done(["secrecy_undertaking_on"])
}

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, "establishments") if {
	_judged.accesses_privileged
	facts.absent(data.inventory.firm, "establishments")
	not _done(["secrecy_undertaking_on"])
}

findings contains judged.not_declared(_subject, "vendors", path) if {
	_judged
	some path in judged.missing(_judged, ["data_access_from", "accesses_privileged"])
}

findings contains judged.not_declared(_subject, "vendors", "due_diligence.outcome") if {
	_checked_on
	facts.absent(_judged, ["due_diligence", "outcome"])
}

# Asked only where it decides: between the shorter and the longer time.
findings contains judged.not_declared(_subject, "vendors", "criticality") if {
	not _sensitive
	facts.absent(_judged, "criticality")
	data.as_of.day > dates.add_months(_last_on, 12)
	data.as_of.day <= dates.add_months(_last_on, 24)
}

# After the longer time it is due, however critical the vendor.
findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "recheck-due",
		"args": {
			"vendor": _named,
			"last_on": judged.date(_last_on),
			"due_on": judged.date(dates.add_months(_last_on, 24)),
			"days_late": data.as_of.day - dates.add_months(_last_on, 24),
		},
		"relied_on": [_fact("due_diligence.last_reviewed_on"), _fact("due_diligence.completed_on")],
	},
	_ahead,
) if {
	not _months
	data.as_of.day > dates.add_months(_last_on, 24)
}

_fact(path) := {"collection": "vendors", "id": _vendor.id, "path": path}
