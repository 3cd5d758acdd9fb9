# METADATA
# title: Privacy notices contain every item that GDPR requires
# description: >-
#   Looks at every published privacy notice under the GDPR or the UK GDPR: whether it tells people each thing that
#   these laws ask for, and whether it admits to what the register of processing says.
# scope: package
# custom:
#   id: TRANS-002
#   profile: standard
#   unit: record
#   subjects:
#   - privacy_notices
#   reads:
#   - firm.regimes
#   - privacy_notice.covers_activity_ids
#   - privacy_notice.flags
#   - privacy_notice.kind
#   - privacy_notice.regimes
#   - privacy_notice.sections
#   - privacy_notice.sections_confirmed
#   - privacy_notice.status
#   - processing_activity.lawful_basis
#   - processing_activity.no_transfers
#   - processing_activity.purposes
#   - processing_activity.regimes
#   - processing_activity.special_condition
#   - processing_activity.status
#   - processing_activity.transfer_ids
#   - transfer.status
#   # What a notice must tell is worked out from the register of processing where it is declared; else the notice itself says it.
#   optional:
#   - processing_activities
#   - transfers
#   parameters: []
#   reasons:
#   - code: item-missing
#     result: fail
#     severity: high
#     message: '{notice} does not tell people about {item}.'
#     many: Privacy notices lack {count} items that the law asks for.
#   - code: flag-differs
#     result: fail
#     severity: medium
#     message: '{notice} says that {flag} does not apply; the register of processing says that it does.'
#     many: In {count} places privacy notices deny what the register of processing says.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-gdpr
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
#   citations:
#   - framework: GDPR
#     ref: Art 13(1)
#     says: Information to give when collecting from the person, items (a)-(f).
#     status: primary
#   - framework: GDPR
#     ref: Art 13(2)
#     says: Further fairness information, items (a)-(f).
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-5
#     says: Privacy notice.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.3.2
#     says: Determine information for PII principals.
#     status: secondary
#   remediation: Add the missing section; the drafting module can generate it.
package privity.transparency.notices_complete

import data.lib.consents
import data.lib.facts
import data.lib.judged
import data.lib.notices

_gdpr := {"eu-gdpr", "uk-gdpr"}

not_applicable := "outside-gdpr" if {
	facts.present(data.inventory.firm, "regimes")
	count(_gdpr & {regime | some regime in data.inventory.firm.regimes}) == 0
}

# Published under one of the two laws, or perhaps so.
_notice := input.privacy_notice if {
	not not_applicable
	object.get(input.privacy_notice, "status", "published") == "published"
	count(_gdpr & {regime | some regime in object.get(input.privacy_notice, "regimes", ["uk-gdpr"])}) > 0
}

_subject := judged.subject("privacy_notices", _notice)

_undecided := judged.missing(_notice, ["regimes", "status"])

_applies if count(_undecided) == 0

# The activities that it covers and that may be carried out.
_activities := [activity |
	some id in _notice.covers_activity_ids
	activity := data.inventory.processing_activities[id]
	object.get(activity, "status", "active") == "active"
]

examined contains judged.examined_with("privacy_notices", _notice, _activities)

# What the register of processing says of the flags: true, as far as known activities show; undecided where something
# that is covered does not say enough.

_flags := ["uses_consent", "uses_li", "has_transfers"]

_shown contains flag if {
	some flag in _flags
	count(_relying[flag]) > 0
}

# The active activities of which a flag holds. (A comprehension over `_says` would not do: OPA's index of comprehensions
# takes the first definition for a flag that is not bound yet.)
_relying[flag] contains activity.id if {
	some flag in _flags
	some activity in _activities
	activity.status == "active"
	_says(activity, flag)
}

_says(activity, "uses_consent") if consents.rests_on_consent(activity)

_says(activity, "uses_li") if "legitimate-interests" in _bases(activity)

_says(activity, "has_transfers") if "active" in _transfer_statuses(activity)

_bases(activity) := {basis |
	some purpose in activity.purposes
	some regime in activity.regimes
	basis := consents.basis(activity, purpose, regime)
}

_transfer_statuses(activity) := {data.inventory.transfers[id].status | some id in activity.transfer_ids}

# The register cannot rule a flag out.
_open contains flag if {
	facts.absent(_notice, "covers_activity_ids")
	some flag in _flags
}

_open contains flag if {
	some id in _notice.covers_activity_ids
	not data.inventory.processing_activities[id]
	some flag in _flags
}

_open contains flag if {
	some activity in _activities
	facts.absent(activity, "status")
	some flag in _flags
	_says(activity, flag)
}

_open contains flag if {
	some activity in _activities
	count(consents.undecided(activity) | judged.missing(activity, ["regimes"])) > 0
	some flag in ["uses_consent", "uses_li"]
}

_open contains "has_transfers" if {
	some activity in _activities
	facts.absent(activity, "transfer_ids")
	not activity.no_transfers
}

_open contains "has_transfers" if {
	some activity in _activities
	some id in activity.transfer_ids
	facts.absent(object.get(data.inventory, ["transfers", id], {}), "status")
}

# The items. Those of `_depending` are asked for only where their flag holds.

_always := {
	"controller-identity",
	"purposes-and-lawful-basis",
	"recipients",
	"retention",
	"rights",
	"complaint-to-authority",
	"statutory-or-contractual-need",
}

_depending := {
	"dpo-contact": "dpo_designated",
	"legitimate-interests": "uses_li",
	"transfers-and-safeguards": "has_transfers",
	"withdraw-consent": "uses_consent",
	"automated-decisions": "has_adm",
}

_indirect := {"data-categories", "source"}

_required contains item if some item in _always

_required contains item if {
	some item, flag in _depending
	_holds(flag)
}

_required contains item if {
	some item in _indirect
	_notice.kind == "indirect-notice"
}

_holds(flag) if flag in _shown

_holds(flag) if _notice.flags[flag]

_items := notices.judged_items(_notice, _required)

_words := {
	"controller-identity": "who is responsible, and how to reach the firm",
	"dpo-contact": "the contact of the data protection officer",
	"purposes-and-lawful-basis": "the purposes and their legal bases",
	"legitimate-interests": "the legitimate interests relied on",
	"recipients": "the recipients",
	"transfers-and-safeguards": "transfers abroad and what protects them",
	"retention": "how long data is kept",
	"rights": "people's rights",
	"withdraw-consent": "the right to withdraw consent",
	"complaint-to-authority": "the right to complain to the authority",
	"statutory-or-contractual-need": "whether data must be given, and what follows if it is not",
	"automated-decisions": "decisions made by a computer alone",
	"data-categories": "the categories of data",
	"source": "where the data comes from",
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "item-missing",
		"by": item,
		"args": {"notice": judged.entity("privacy_notices", _notice.id), "item": _words[item]},
		"relied_on": [_fact("sections"), _fact("sections_confirmed")],
	},
	notices.turns(_notice),
) if {
	_applies
	not notices.undeclared(_notice)
	some item in _items.missing
}

findings contains {
	"subject": _subject,
	"reason": "flag-differs",
	"by": flag,
	"args": {
		"notice": judged.entity("privacy_notices", _notice.id),
		"flag": _flag_words[flag],
	},
	"relied_on": array.concat(
		[_fact(concat(".", ["flags", flag]))],
		[{"collection": "processing_activities", "id": id, "path": _shown_by[flag]} | some id in sort(_relying[flag])],
	),
} if {
	_applies
	some flag in _shown
	_notice.flags[flag] == false
}

_flag_words := {
	"uses_consent": "consent",
	"uses_li": "reliance on legitimate interests",
	"has_transfers": "the sending of data abroad",
}

_shown_by := {"uses_consent": "lawful_basis", "uses_li": "lawful_basis", "has_transfers": "transfer_ids"}

# What is not declared.

findings contains judged.not_declared(_subject, "privacy_notices", path) if some path in _undecided

findings contains judged.not_declared(_subject, "privacy_notices", "sections") if notices.undeclared(_notice)

findings contains judged.not_declared(_subject, "privacy_notices", path) if {
	_applies
	some path in _items.asked
}

# A flag is asked for where its item is not told and the register does not rule it out.
findings contains judged.not_declared(_subject, "privacy_notices", concat(".", ["flags", flag])) if {
	_applies
	not notices.undeclared(_notice)
	some item, flag in _depending
	not item in notices.tells(_notice)
	facts.absent(_notice, ["flags", flag])
	not flag in _shown
	_unsettled(flag)
}

_unsettled(flag) if not flag in _flags

_unsettled(flag) if flag in _open

findings contains judged.not_declared(_subject, "privacy_notices", "kind") if {
	_applies
	not notices.undeclared(_notice)
	facts.absent(_notice, "kind")
	count(_indirect - notices.tells(_notice)) > 0
}

_fact(path) := {"collection": "privacy_notices", "id": _notice.id, "path": path}
