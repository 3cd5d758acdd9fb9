# METADATA
# title: The register of processing is complete
# description: >-
#   Looks at every active activity under the GDPR or the UK GDPR: whether its entry gives each item that the law wants in the
#   register of processing, and whether the entry has been reviewed in time. The firm's name and contact are asked for once.
# scope: package
# custom:
#   id: GOV-003
#   profile: essentials
#   unit: inventory
#   subjects:
#   - processing_activities
#   reads:
#   - firm.contact
#   - firm.headcount
#   - firm.legal_name
#   - firm.regimes
#   - processing_activity.controller_role
#   - processing_activity.controllers_served
#   - processing_activity.data_category_ids
#   - processing_activity.data_subject_categories
#   - processing_activity.dpia_triggers
#   - processing_activity.large_scale
#   - processing_activity.last_reviewed_on
#   - processing_activity.no_transfers
#   - processing_activity.processing_categories
#   - processing_activity.purposes
#   - processing_activity.recipients
#   - processing_activity.regimes
#   - processing_activity.retention_rule_ids
#   - processing_activity.security_summary
#   - processing_activity.status
#   - processing_activity.transfer_ids
#   - processing_activity.uses_criminal_offence
#   - processing_activity.uses_special_category
#   parameters:
#   - apply_art30_5
#   - ropa_review_months
#   reasons:
#   - code: no-register
#     result: fail
#     severity: high
#     absence: record
#     message: No register of what the firm does with personal data is recorded.
#     many: 'No register of what the firm does with personal data is recorded.'
#   - code: item-missing
#     result: fail
#     severity: medium
#     absence: record
#     message: The register entry for {activity} does not give {fact}.
#     many: '{count} items that the law asks for are missing from the register of processing.'
#   - code: review-overdue
#     result: warn
#     severity: low
#     message: The register entry for {activity} was last reviewed on {last_on}.
#     many: '{count} entries of the register of processing are overdue for review.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} entries of the register have a review that is dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 30(1)
#     says: Controller's record of processing activities, items (a)-(g).
#     status: primary
#   - framework: GDPR
#     ref: Art 30(5)
#     says: Under-250-staff exemption is lost for non-occasional or sensitive processing.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.IM-P3
#     says: Categories of individuals inventoried.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.8
#     says: Records related to processing PII.
#     status: secondary
#   - framework: GDPR
#     ref: Art 30(2)
#     says: Processor's record of processing, items (a)-(d).
#     status: unverified
#   remediation: Fill in the missing register entry and review it.
#   not_applicable:
#   - code: not-european
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
package privity.governance.register_of_processing

import data.lib.dates
import data.lib.european
import data.lib.facts
import data.lib.judged

not_applicable := "not-european" if european.outside(data.inventory.firm)

_firm := object.union({"id": "firm"}, object.get(data.inventory, "firm", {}))

_firm_subject := judged.subject("firm", _firm)

_active contains id if {
	some id, activity in data.inventory.processing_activities
	activity.status == "active"
}

_may_be_active contains id if {
	some id, activity in data.inventory.processing_activities
	facts.absent(activity, "status")
}

_ruled_out(activity) if {
	facts.present(activity, "status")
	activity.status != "active"
}

_ruled_out(activity) if european.outside(activity)

_ruled_out(activity) if _excepted(activity)

# Article 30(5), only where the firm relies on it: small, and neither sensitive nor risky. That the use is occasional,
# which the exception also asks for, is the firm's own word when it sets the parameter.
_excepted(activity) if {
	data.parameters.apply_art30_5
	_firm.headcount < 250
	activity.uses_special_category == false
	activity.uses_criminal_offence == false
	activity.large_scale == false
	count(object.get(activity, "dpia_triggers", [])) == 0
}

_population contains activity if {
	some activity in data.inventory.processing_activities
	not _ruled_out(activity)
}

_judged contains activity if {
	some activity in _population
	count(_undecided(activity)) == 0
}

_undecided(activity) := judged.missing(activity, ["status", "regimes"])

examined contains judged.changing(judged.examined("processing_activities", activity), days) if {
	some activity in _population
	days := [next | next := _review_due(activity) + 1]
}

# For the firm: that there is a register, and who answers for it.
examined contains judged.examined("firm", _firm) if not european.outside(_firm)

findings contains {
	"subject": _firm_subject,
	"reason": "no-register",
	"args": {},
	"relied_on": [{"collection": "firm", "id": "firm", "path": "regimes"}],
} if {
	count(european.of(_firm)) > 0
	count(_active) == 0
	count(_may_be_active) == 0
}

# The register begins with the name and the contact of the firm.

_firm_items contains "legal_name" if facts.absent_or_blank(_firm, "legal_name")

_firm_items contains "contact" if not _contact_given

_contact_given if {
	some path in ["email", "postal_address", "phone"]
	not facts.absent_or_blank(_firm, ["contact", path])
}

findings contains {
	"subject": _firm_subject,
	"reason": "item-missing",
	"by": path,
	"args": {"activity": judged.entity("firm", "firm"), "fact": judged.fact("firm", path)},
	"relied_on": [{"collection": "firm", "id": "firm", "path": path}],
} if {
	count(european.of(_firm)) > 0
	some path in _firm_items
}

# Where the firm's own laws are not declared, nobody can say whether it needs a register.
findings contains judged.not_declared(_firm_subject, "firm", "regimes") if facts.absent(_firm, "regimes")

# Items of an entry.

_controller_items := {"purposes", "data_subject_categories", "data_category_ids", "recipients", "retention_rule_ids"}

_processor_items := {"controllers_served", "processing_categories"}

_missing(activity) := {path |
	some path in _items(activity)
	_item_absent(activity, path)
} | _transfers_absent(activity)

_items(activity) := _processor_items | {"security_summary"} if {
	activity.controller_role == "processor"
} else := _controller_items | {"security_summary"} if {
	facts.present(activity, "controller_role")
} else := {"security_summary"}

# That nobody receives the data is an answer.
_item_absent(activity, "recipients") if facts.absent(activity, "recipients")

_item_absent(activity, path) if {
	path != "recipients"
	facts.absent_or_blank(activity, path)
}

_transfers_absent(activity) := {"transfer_ids"} if {
	facts.absent_or_blank(activity, "transfer_ids")
	not activity.no_transfers == true
} else := set()

findings contains {
	"subject": judged.subject("processing_activities", activity),
	"reason": "item-missing",
	"by": path,
	"args": {
		"activity": judged.entity("processing_activities", activity.id),
		"fact": judged.fact("processing_activities", path),
	},
	"relied_on": [_fact(activity, path)],
} if {
	some activity in _judged
	some path in _missing(activity)
}

# Which items the law asks for follows from the firm's part in the activity. An entry that has them all needs no answer.
findings contains judged.not_declared(judged.subject("processing_activities", activity), "processing_activities", "controller_role") if {
	some activity in _judged
	facts.absent(activity, "controller_role")
	some path in (_controller_items | _processor_items)
	_item_absent(activity, path)
}

# Review.

_reviewed(activity) if activity.last_reviewed_on <= data.as_of.day

_review_due(activity) := dates.add_months(activity.last_reviewed_on, data.parameters.ropa_review_months) if _reviewed(activity)

findings contains {
	"subject": judged.subject("processing_activities", activity),
	"reason": "review-overdue",
	"args": {
		"activity": judged.entity("processing_activities", activity.id),
		"last_on": judged.date(activity.last_reviewed_on),
		"due_on": judged.date(_review_due(activity)),
	},
	"relied_on": [_fact(activity, "last_reviewed_on")],
} if {
	some activity in _judged
	data.as_of.day > _review_due(activity)
}

findings contains judged.not_declared(judged.subject("processing_activities", activity), "processing_activities", path) if {
	some activity in _population
	some path in _undecided(activity)
}

findings contains judged.not_declared(judged.subject("processing_activities", activity), "processing_activities", "last_reviewed_on") if {
	some activity in _judged
	facts.absent(activity, "last_reviewed_on")
}

findings contains judged.dated_ahead(judged.subject("processing_activities", activity), "processing_activities", "last_reviewed_on", {"day": activity.last_reviewed_on}) if {
	some activity in _judged
	activity.last_reviewed_on > data.as_of.day
}

_fact(activity, path) := {"collection": "processing_activities", "id": activity.id, "path": path}
