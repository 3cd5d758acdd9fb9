# METADATA
# title: The California privacy policy is complete and refreshed every 12 months
# description: >-
#   Looks at the published website policy of a firm that is a business under California law: whether it holds
#   everything that the California rules ask for, offers two ways of making a request, and was updated within
#   twelve months.
# scope: package
# custom:
#   id: TRANS-003
#   profile: standard
#   unit: record
#   subjects:
#   - privacy_notices
#   reads:
#   - firm.ccpa
#   - firm.regimes
#   - privacy_notice.flags
#   - privacy_notice.kind
#   - privacy_notice.last_updated_on
#   - privacy_notice.regimes
#   - privacy_notice.sections
#   - privacy_notice.sections_confirmed
#   - privacy_notice.status
#   parameters:
#   - ccpa_revenue_threshold_usd
#   reasons:
#   - code: item-missing
#     result: fail
#     severity: high
#     message: The California part of {notice} does not cover {item}.
#     many: The California part of privacy policies lacks {count} items.
#   - code: too-few-methods
#     result: fail
#     severity: medium
#     message: '{notice} offers fewer than two ways of making a request.'
#     many: '{count} privacy policies offer fewer than two ways of making a request.'
#   - code: update-overdue
#     result: fail
#     severity: high
#     waivable: false
#     message: '{notice} was last updated on {last_on}; California law asks for an update every twelve months.'
#     many: '{count} privacy policies were last updated more than twelve months ago.'
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: '{count} privacy policies give a last update after the time that is judged, so this could not be judged.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-california
#     message: The California Consumer Privacy Act is not among the laws that apply to the firm.
#   - code: no-business
#     message: The firm is below every threshold from which the California Consumer Privacy Act applies to a business.
#   citations:
#   - framework: CCPA
#     ref: Civ. Code 1798.130(a)(5)
#     says: Online policy contents; update at least every 12 months.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.130(a)(1)
#     says: Provide two or more designated request methods.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7011(e)
#     says: Required contents of the privacy policy.
#     status: primary
#   remediation: Update the policy, including its last-updated date.
package privity.transparency.california_policy_complete

import data.lib.california
import data.lib.dates
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

# The California policy, or what may be it.
_notice := input.privacy_notice if {
	california.business != "no"
	object.get(input.privacy_notice, "kind", "website-policy") == "website-policy"
	object.get(input.privacy_notice, "status", "published") == "published"
	"us-ca-ccpa" in object.get(input.privacy_notice, "regimes", ["us-ca-ccpa"])
}

_subject := judged.subject("privacy_notices", _notice)

_undecided := judged.missing(_notice, ["kind", "regimes", "status"])

_applies if {
	count(_undecided) == 0
	california.business == "yes"
}

examined contains judged.changing(judged.examined_with("privacy_notices", _notice, [object.get(data.inventory, "firm", {})]), [_last_good_day + 1]) if {
	facts.present(_notice, "last_updated_on")
}

examined contains judged.examined_with("privacy_notices", _notice, [object.get(data.inventory, "firm", {})]) if {
	facts.absent(_notice, "last_updated_on")
}

_items := {
	"categories-collected-12m": "the categories of data collected in the last twelve months",
	"sources": "the sources of data",
	"purposes": "the purposes",
	"sold-or-shared-12m": "what was sold or shared in the last twelve months",
	"third-parties-sold-shared": "to whom data was sold or with whom it was shared",
	"disclosed-12m": "what was disclosed in the last twelve months",
	"third-parties-disclosed": "to whom data was disclosed",
	"minors-statement": "the data of people under sixteen",
	"sensitive-use-statement": "the use of sensitive data",
	"ccpa-rights": "people's rights",
	"how-to-exercise": "how to make a request",
	"verification-process": "how requests are verified",
	"opt-out-signal": "how opt-out signals are treated",
	"authorised-agent": "requests through an agent",
	"contact": "whom to ask",
	"last-updated-date": "the date of the last update",
}

_required contains item if {
	some item, _ in _items
	item != "opt-out-signal"
}

_required contains "opt-out-signal" if _sells

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

findings contains {
	"subject": _subject,
	"reason": "too-few-methods",
	"args": {"notice": judged.entity("privacy_notices", _notice.id)},
	"relied_on": [_fact("flags.request_methods")],
} if {
	_applies
	facts.present(_notice, ["flags", "request_methods"])
	count({method | some method in _notice.flags.request_methods}) < 2
}

_last_good_day := dates.add_months(_notice.last_updated_on, 12)

findings contains {
	"subject": _subject,
	"reason": "update-overdue",
	"args": {
		"notice": judged.entity("privacy_notices", _notice.id),
		"last_on": judged.date(_notice.last_updated_on),
		"due_on": judged.date(_last_good_day),
		"days_late": data.as_of.day - _last_good_day,
	},
	"relied_on": [_fact("last_updated_on")],
} if {
	_applies
	data.as_of.day > _last_good_day
}

findings contains judged.dated_ahead(_subject, "privacy_notices", "last_updated_on", {"day": _notice.last_updated_on}) if {
	_applies
	_notice.last_updated_on > data.as_of.day
}

findings contains judged.not_declared(_subject, "privacy_notices", path) if some path in _undecided

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, path) if some path in california.missing

findings contains judged.not_declared(_subject, "privacy_notices", path) if {
	_applies
	some path in judged.missing(_notice, ["last_updated_on", "flags.request_methods"])
}

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
	not "opt-out-signal" in notices.tells(_notice)
}

_fact(path) := {"collection": "privacy_notices", "id": _notice.id, "path": path}
