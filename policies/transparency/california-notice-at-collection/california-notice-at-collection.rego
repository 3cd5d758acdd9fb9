# METADATA
# title: California notices at collection contain the required items
# description: >-
#   Looks at the published California notices at collection of a firm that is a business under California law:
#   whether they hold everything that the law asks for.
# scope: package
# custom:
#   id: TRANS-009
#   profile: full
#   unit: record
#   subjects:
#   - privacy_notices
#   reads:
#   - firm.ccpa
#   - firm.regimes
#   - privacy_notice.flags
#   - privacy_notice.kind
#   - privacy_notice.regimes
#   - privacy_notice.sections
#   - privacy_notice.sections_confirmed
#   - privacy_notice.status
#   parameters:
#   - ccpa_revenue_threshold_usd
#   reasons:
#   - code: item-missing
#     result: fail
#     severity: medium
#     message: '{notice} does not cover {item}.'
#     many: California notices at collection lack {count} items.
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-california
#     message: The California Consumer Privacy Act is not among the laws that apply to the firm.
#   - code: no-business
#     message: The firm is below every threshold from which the California Consumer Privacy Act applies to a business.
#   citations:
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)
#     says: 'Notice at collection: categories, purposes, sale or sharing, retention.'
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7012(e)
#     says: Required contents of the notice at collection.
#     status: primary
#   remediation: Add the missing item to the notice at collection.
package privity.transparency.california_notice_at_collection

import data.lib.california
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.notices

not_applicable := "outside-california" if {
	facts.present(data.inventory.firm, "regimes")
	not _in_california
} else := "no-business" if {
	california.business == "no"
}

_in_california if "us-ca-ccpa" in data.inventory.firm.regimes

# The California notice at collection, or what may be it.
_notice := input.privacy_notice if {
	california.business != "no"
	object.get(input.privacy_notice, "kind", "notice-at-collection") == "notice-at-collection"
	object.get(input.privacy_notice, "status", "published") == "published"
	"us-ca-ccpa" in object.get(input.privacy_notice, "regimes", ["us-ca-ccpa"])
}

_subject := judged.subject("privacy_notices", _notice)

_undecided := judged.missing(_notice, ["kind", "regimes", "status"])

_applies if {
	count(_undecided) == 0
	california.business == "yes"
}

examined contains judged.examined_with("privacy_notices", _notice, [object.get(data.inventory, "firm", {})])

_items := {
	"categories-incl-sensitive": "the categories of data, sensitive ones included",
	"purposes": "the purposes",
	"sold-or-shared-per-category": "whether each category is sold or shared",
	"retention-per-category": "how long each category is kept",
	"opt-out-link": "the link for opting out of sale and sharing",
	"privacy-policy-link": "the link to the privacy policy",
}

_required contains item if {
	some item, _ in _items
	item != "opt-out-link"
}

_required contains "opt-out-link" if _sells

_sells if _notice.flags.sells_or_shares

_sells if data.inventory.firm.ccpa.sells_or_shares

# Neither the notice nor the firm says whether data is sold or shared.
_selling_unknown if {
	facts.absent(_notice, ["flags", "sells_or_shares"])
	facts.absent(data.inventory.firm, ["ccpa", "sells_or_shares"])
}

_judged := notices.judged_items(_notice, _required)

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "item-missing",
		"by": item,
		"args": {"notice": judged.entity("privacy_notices", _notice.id), "item": _items[item]},
		"relied_on": [_fact("sections"), _fact("sections_confirmed")],
	},
	notices.turns(_notice),
) if {
	_applies
	not notices.undeclared(_notice)
	some item in _judged.missing
}

findings contains judged.not_declared(_subject, "privacy_notices", path) if some path in _undecided

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, path) if some path in california.missing

findings contains judged.not_declared(_subject, "privacy_notices", "sections") if {
	_applies
	notices.undeclared(_notice)
}

findings contains judged.not_declared(_subject, "privacy_notices", path) if {
	_applies
	some path in _judged.asked
}

findings contains judged.not_declared(_subject, "privacy_notices", "flags.sells_or_shares") if {
	_applies
	not notices.undeclared(_notice)
	_selling_unknown
	not "opt-out-link" in notices.tells(_notice)
}

_fact(path) := {"collection": "privacy_notices", "id": _notice.id, "path": path}
