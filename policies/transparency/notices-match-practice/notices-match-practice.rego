# METADATA
# title: Notices describe what the firm really does
# description: >-
#   Looks at every active activity: whether a published privacy notice covers it, and whether the notices that do
#   name its purposes, its recipients and the countries to which it sends data.
# scope: package
# custom:
#   id: TRANS-006
#   profile: standard
#   unit: inventory
#   subjects:
#   - processing_activities
#   reads:
#   - firm.regimes
#   - privacy_notice.covers_activity_ids
#   - privacy_notice.declared_countries
#   - privacy_notice.declared_purpose_ids
#   - privacy_notice.declared_recipients
#   - privacy_notice.effective_on
#   - privacy_notice.kind
#   - privacy_notice.status
#   - processing_activity.data_source
#   - processing_activity.indirect_exemption
#   - processing_activity.matter_related
#   - processing_activity.no_transfers
#   - processing_activity.purposes
#   - processing_activity.recipients
#   - processing_activity.regimes
#   - processing_activity.status
#   - processing_activity.transfer_ids
#   - transfer.importer_country
#   - transfer.status
#   # A transfer that an activity names and that is not declared is asked for where it counts.
#   optional:
#   - transfers
#   parameters: []
#   reasons:
#   - code: not-covered
#     result: fail
#     severity: high
#     message: No published notice tells people about {activity}.
#     many: No published notice tells people about {count} activities.
#   - code: recipient-not-named
#     result: fail
#     severity: medium
#     message: '{activity} passes data to {recipient}, and no notice says so.'
#     many: In {count} cases an activity passes data to a kind of recipient that no notice names.
#   - code: country-not-named
#     result: fail
#     severity: medium
#     message: '{activity} sends data to {country}, and no notice says so.'
#     many: In {count} cases an activity sends data to a country that no notice names.
#   - code: purpose-not-named
#     result: fail
#     severity: high
#     message: '{activity} is carried out for {purpose}, and no notice says so.'
#     many: '{count} purposes of activities stand in no notice.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(a)
#     says: Process lawfully, fairly and transparently.
#     status: primary
#   - framework: GDPR
#     ref: Art 13(1)(e)
#     says: Tell people the recipients or categories of recipients.
#     status: primary
#   - framework: GDPR
#     ref: Art 13(1)(f)
#     says: Tell people about third-country transfers and safeguards.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)
#     says: 'Notice at collection: categories, purposes, sale or sharing, retention.'
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CM.AW-P1
#     says: Mechanisms communicate purposes and practices.
#     status: primary
#   remediation: Add the missing practice to the notice, or stop it.
package privity.transparency.notices_match_practice

import data.lib.elsewhere
import data.lib.european
import data.lib.facts
import data.lib.judged

# Carried out, or perhaps so.
_activities contains activity if {
	some activity in data.inventory.processing_activities
	object.get(activity, "status", "active") == "active"
}

_active contains activity if {
	some activity in _activities
	activity.status == "active"
}

# Notices that tell people about an activity: published, or internal ones for staff and for people whose data came from
# others, which are in force once approved. A notice that leaves open what it is may be one of them.

_listing(activity) := [notice |
	some notice in data.inventory.privacy_notices
	activity.id in notice.covers_activity_ids
	_may_stand(notice)
]

_may_stand(notice) if object.get(notice, "status", "published") == "published"

_may_stand(notice) if {
	notice.status == "approved"
	object.get(notice, "kind", "staff-notice") in {"indirect-notice", "staff-notice"}
}

_facts_needed(notice) := ["effective_on", "status", "kind"] if {
	notice.status == "approved"
} else := ["effective_on", "status"]

_unsettled(activity) := {{"id": notice.id, "path": path} |
	some notice in _listing(activity)
	object.get(notice, "effective_on", data.as_of.day) <= data.as_of.day
	some path in judged.missing(notice, _facts_needed(notice))
}

_covering(activity) := [notice |
	some notice in _listing(activity)
	count(judged.missing(notice, _facts_needed(notice))) == 0
	notice.effective_on <= data.as_of.day
]

_published(activity) := [notice | some notice in _covering(activity); notice.status == "published"]

# Exempt under TRANS-005: a complete exemption from telling people whose data came from others.
_exempt(activity) if {
	facts.present(activity, ["indirect_exemption", "ground"])
	reason := activity.indirect_exemption.reason
	not facts.blank(reason)
	facts.present(activity, ["indirect_exemption", "approved_by"])
	object.get(activity, "data_source", "mixed") != "subject"
	not _secrecy_outside_matters(activity)
}

_secrecy_outside_matters(activity) if {
	activity.indirect_exemption.ground == "professional-secrecy"
	activity.matter_related == false
}

_days_ahead(activity) := [notice.effective_on | some notice in _listing(activity)]

findings contains judged.changing(
	{
		"subject": _subject(activity),
		"reason": "not-covered",
		"args": {"activity": judged.entity("processing_activities", activity.id)},
		"relied_on": array.concat(
			[{"collection": "processing_activities", "id": activity.id}],
			[{"collection": "privacy_notices", "id": id, "path": "effective_on"} |
				some id in sort([notice.id | some notice in _listing(activity)])
			],
		),
	},
	_days_ahead(activity),
) if {
	data.inventory.privacy_notices # where no notices are declared at all, that is the question
	some activity in _active
	count(_covering(activity)) == 0
	count(_unsettled(activity)) == 0
	not _exempt(activity)
}

# While none is known to stand, one of these may.
findings contains elsewhere.not_declared(_subject(activity), "privacy_notices", ids, path) if {
	some activity in _active
	count(_covering(activity)) == 0
	not _exempt(activity)
	some path in {entry.path | some entry in _unsettled(activity)}
	ids := {entry.id | some entry in _unsettled(activity); entry.path == path}
}

# What the activity does, and what the notices that cover it say. Only published ones speak to people at large.

_told_about contains activity if {
	some activity in _active
	count(_published(activity)) > 0
}

_declared(activity, list) := {lower(trim_space(entry)) | some notice in _published(activity); some entry in notice[list]}

_without(activity, list) := {notice.id | some notice in _published(activity); facts.absent(notice, list)}

# A kind of recipient is named as a kind, or by each of its members. People get their own data without being told so.
_recipient_told(activity, recipient) if recipient.category in _declared(activity, "declared_recipients")

_recipient_told(activity, recipient) if lower(recipient.id) in _declared(activity, "declared_recipients")

_recipient_told(activity, recipient) if lower(trim_space(recipient.name)) in _declared(activity, "declared_recipients")

_untold_recipients(activity) := [recipient |
	some recipient in activity.recipients
	object.get(recipient, "category", "") != "data-subject"
	not _recipient_told(activity, recipient)
]

_untold_categories(activity) := {recipient.category | some recipient in _untold_recipients(activity)}

_untold_purposes(activity) := {purpose.id |
	some purpose in activity.purposes
	not lower(purpose.id) in _declared(activity, "declared_purpose_ids")
}

_transfers(activity) := [transfer |
	some id in activity.transfer_ids
	transfer := object.union({"id": id}, object.get(data.inventory, ["transfers", id], {}))
]

_untold_countries(activity) := {transfer.importer_country |
	some transfer in _transfers(activity)
	transfer.status == "active"
	not _country_told(activity, transfer)
}

# A notice that names the United States names California.
_country_told(activity, transfer) if lower(transfer.importer_country) in _declared(activity, "declared_countries")

_country_told(activity, transfer) if {
	country := split(lower(transfer.importer_country), "-")[0]
	country in _declared(activity, "declared_countries")
}

findings contains {
	"subject": _subject(activity),
	"reason": "recipient-not-named",
	"by": category,
	"args": {
		"activity": judged.entity("processing_activities", activity.id),
		"recipient": judged.value("processing_activities", "recipients.category", category),
	},
	"relied_on": _relied_on(activity, "declared_recipients", "recipients"),
} if {
	some activity in _told_about
	count(_without(activity, "declared_recipients")) == 0
	some category in _untold_categories(activity)
}

findings contains {
	"subject": _subject(activity),
	"reason": "country-not-named",
	"by": country,
	"args": {
		"activity": judged.entity("processing_activities", activity.id),
		"country": judged.value("transfers", "importer_country", country),
	},
	"relied_on": _relied_on(activity, "declared_countries", "transfer_ids"),
} if {
	some activity in _told_about
	count(_without(activity, "declared_countries")) == 0
	some country in _untold_countries(activity)
}

findings contains {
	"subject": _subject(activity),
	"reason": "purpose-not-named",
	"by": purpose,
	"args": {
		"activity": judged.entity("processing_activities", activity.id),
		"purpose": judged.part("processing_activities", activity.id, "purposes", purpose),
	},
	"relied_on": _relied_on(activity, "declared_purpose_ids", "purposes"),
} if {
	some activity in _told_about
	count(_without(activity, "declared_purpose_ids")) == 0
	some purpose in _untold_purposes(activity)
}

# What is not declared.

findings contains judged.not_declared(_subject(activity), "processing_activities", "status") if {
	some activity in _activities
	facts.absent(activity, "status")
}

findings contains judged.not_declared(_subject(activity), "processing_activities", "recipients") if {
	some activity in _told_about
	facts.absent(activity, "recipients")
}

findings contains judged.not_declared(_subject(activity), "processing_activities", "recipients.category") if {
	some activity in _told_about
	count(_without(activity, "declared_recipients")) == 0
	some recipient in _untold_recipients(activity)
	facts.absent(recipient, "category")
}

# Nothing is done for no purpose.
findings contains judged.not_declared(_subject(activity), "processing_activities", "purposes") if {
	some activity in _told_about
	count(object.get(activity, "purposes", [])) == 0
}

findings contains judged.not_declared(_subject(activity), "processing_activities", "transfer_ids") if {
	some activity in _told_about
	facts.absent(activity, "transfer_ids")
	not activity.no_transfers
	not _outside_europe(activity)
}

# Transfers in the sense of the register leave the reach of the GDPR or the UK GDPR: what is under neither has none.
_outside_europe(activity) if european.outside(activity)

_outside_europe(activity) if {
	facts.absent(activity, "regimes")
	european.outside(object.get(data.inventory, "firm", {}))
}

findings contains elsewhere.not_declared(_subject(activity), "transfers", ids, "status") if {
	some activity in _told_about
	ids := {transfer.id | some transfer in _transfers(activity); facts.absent(transfer, "status")}
}

findings contains elsewhere.not_declared(_subject(activity), "transfers", ids, "importer_country") if {
	some activity in _told_about
	ids := {transfer.id |
		some transfer in _transfers(activity)
		transfer.status == "active"
		facts.absent(transfer, "importer_country")
	}
}

# A notice that does not say what it declares may name what the others do not.
findings contains elsewhere.not_declared(_subject(activity), "privacy_notices", _without(activity, list), list) if {
	some activity in _told_about
	some list in ["declared_recipients", "declared_countries", "declared_purpose_ids"]
	_asks_for(activity, list)
}

_asks_for(activity, "declared_recipients") if count(_untold_recipients(activity)) > 0

_asks_for(activity, "declared_countries") if count(_untold_countries(activity)) > 0

_asks_for(activity, "declared_purpose_ids") if count(_untold_purposes(activity)) > 0

examined contains judged.changing(
	judged.examined_with("processing_activities", activity, array.concat(_covering(activity), _active_transfers(activity))),
	_days_ahead(activity),
) if {
	some activity in _activities
}

_active_transfers(activity) := [transfer | some transfer in _transfers(activity); transfer.status == "active"]

_subject(activity) := judged.subject("processing_activities", activity)

_relied_on(activity, list, path) := array.concat(
	[{"collection": "privacy_notices", "id": id, "path": list} | some id in sort([notice.id | some notice in _published(activity)])],
	[{"collection": "processing_activities", "id": activity.id, "path": path}],
)
