# METADATA
# title: A current privacy policy is published where people can find it
# description: >-
#   Looks at the privacy policy on the website: whether one is published and in effect, under an address, once,
#   approved, and easy to find from the home page.
# scope: package
# custom:
#   id: TRANS-001
#   profile: essentials
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - firm.no_website
#   - firm.regimes
#   - privacy_notice.approved_by
#   - privacy_notice.effective_on
#   - privacy_notice.family_id
#   - privacy_notice.homepage_link
#   - privacy_notice.kind
#   - privacy_notice.link_text
#   - privacy_notice.printable
#   - privacy_notice.published_url
#   - privacy_notice.status
#   parameters: []
#   reasons:
#   - code: not-published
#     result: fail
#     severity: high
#     absence: record
#     message: No published privacy policy is recorded.
#     many: No published privacy policy is recorded.
#   - code: two-versions
#     result: fail
#     severity: medium
#     message: Two versions of {notice} are marked as published.
#     many: Of {count} privacy policies two versions are marked as published.
#   - code: no-address
#     result: fail
#     severity: medium
#     absence: record
#     message: '{notice} is marked as published, and no address is given.'
#     many: '{count} privacy policies are marked as published, and no address is given.'
#   - code: hard-to-find
#     result: fail
#     severity: medium
#     message: '{notice} cannot easily be found from the home page.'
#     many: '{count} privacy policies cannot easily be found from the home page.'
#   - code: not-approved
#     result: warn
#     severity: low
#     message: Nobody is recorded as having approved {notice}.
#     many: Nobody is recorded as having approved {count} published privacy policies.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: no-website
#     message: The firm says that it has no website to publish a privacy policy on.
#   citations:
#   - framework: GDPR
#     ref: Art 12(1)
#     says: Information must be concise, transparent, intelligible and easily accessible.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7011(d)
#     says: Post online behind a conspicuous link containing the word privacy.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7003(c)
#     says: Required links must be as conspicuous as similar links.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PM-20(1)
#     says: Post privacy policies on websites and services.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.3.2
#     says: Determine information for PII principals.
#     status: secondary
#   remediation: Approve and publish one current policy with a clear homepage link.
package privity.transparency.privacy_policy_published

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

not_applicable := "no-website" if data.inventory.firm.no_website

_applies if not not_applicable

_firm := object.union({"id": "firm"}, object.get(data.inventory, "firm", {}))

_subject := judged.subject("firm", _firm)

# What may be a privacy policy on the website, published: nothing that is declared says otherwise.
_possible contains notice if {
	some notice in data.inventory.privacy_notices
	object.get(notice, "kind", "website-policy") == "website-policy"
	object.get(notice, "status", "published") == "published"
}

_unsettled contains {"id": notice.id, "path": path} if {
	some notice in _possible
	some path in judged.missing(notice, ["effective_on", "kind", "status"])
}

_settled contains notice if {
	some notice in _possible
	count(judged.missing(notice, ["effective_on", "kind", "status"])) == 0
}

_published contains notice if {
	some notice in _settled
	notice.effective_on <= data.as_of.day
}

# Those that take effect later change the verdict on their day.
_days_ahead := [notice.effective_on | some notice in _settled]

examined contains judged.changing(
	judged.examined_with("firm", _firm, [notice | some notice in _published]),
	_days_ahead,
) if {
	_applies
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-published",
		"args": {},
		"relied_on": [{"collection": "privacy_notices", "id": id, "path": "effective_on"} |
			some id in sort([notice.id | some notice in _settled])
		],
	},
	_days_ahead,
) if {
	_applies
	data.inventory.privacy_notices # where no notices are declared at all, that is the question
	count(_published) == 0
	count(_unsettled) == 0
}

# While none is known to be published, one of these may be.
findings contains elsewhere.not_declared(_subject, "privacy_notices", ids, path) if {
	_applies
	count(_published) == 0
	some path in {entry.path | some entry in _unsettled}
	ids := {entry.id | some entry in _unsettled; entry.path == path}
}

# Versions of one policy.

_versions[family] contains notice.id if {
	some notice in _published
	family := notice.family_id
}

findings contains {
	"subject": _subject,
	"reason": "two-versions",
	"by": family,
	"args": {"notice": judged.entity("privacy_notices", min(ids))},
	"relied_on": [{"collection": "privacy_notices", "id": id, "path": "status"} | some id in sort(ids)],
} if {
	_applies
	some family, ids in _versions
	count(ids) > 1
}

findings contains elsewhere.not_declared(_subject, "privacy_notices", ids, "family_id") if {
	_applies
	count(_published) > 1
	ids := {notice.id | some notice in _published; facts.absent(notice, "family_id")}
}

# Each published policy.

findings contains _finding("no-address", notice, ["published_url"]) if {
	_applies
	some notice in _published
	facts.absent_or_blank(notice, "published_url")
}

findings contains _finding("not-approved", notice, ["approved_by"]) if {
	_applies
	some notice in _published
	facts.absent(notice, "approved_by")
}

findings contains _finding("hard-to-find", notice, sort(paths)) if {
	_applies
	some notice in _published
	paths := _obstacles(notice) | {path | some path in _californian_obstacles(notice); _californian == true}
	count(paths) > 0
}

_obstacles(notice) := {"homepage_link" | notice.homepage_link == false}

_californian_obstacles(notice) := {"link_text" | not _names_privacy(notice)} | {"printable" | notice.printable == false}

# 11 CCR 7011(d): the link holds the word "privacy". A link without declared words is not judged.
_names_privacy(notice) if contains(lower(notice.link_text), "privacy")

_names_privacy(notice) if facts.absent(notice, "link_text")

_californian if "us-ca-ccpa" in _firm.regimes

findings contains judged.not_declared(_subject, "firm", "regimes") if {
	_applies
	facts.absent(_firm, "regimes")
	some notice in _published
	count(_californian_obstacles(notice)) > 0
}

findings contains elsewhere.not_declared(_subject, "privacy_notices", ids, "homepage_link") if {
	_applies
	ids := {notice.id | some notice in _published; facts.absent(notice, "homepage_link")}
}

_finding(reason, notice, paths) := {
	"subject": _subject,
	"reason": reason,
	"by": notice.id,
	"args": {"notice": judged.entity("privacy_notices", notice.id)},
	"relied_on": [{"collection": "privacy_notices", "id": notice.id, "path": path} | some path in paths],
}
