# METADATA
# title: Every store and closed file of personal data has a retention rule
# description: >-
#   Looks at every store and file that holds personal data and has not been destroyed: whether an approved retention
#   rule applies to it and, once it is closed, whether the day from which its retention runs is recorded, with it or
#   with its matter.
# scope: package
# custom:
#   id: RET-001
#   profile: essentials
#   unit: record
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - data_asset.contains_personal_data
#   - data_asset.retention_age_reached_on
#   - data_asset.retention_rule_ids
#   - data_asset.retention_trigger_on
#   - data_asset.retention_triggers
#   - data_asset.status
#   - retention_rule.combine
#   - retention_rule.criteria_text
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.status
#   - retention_rule.trigger_event
#   - retention_rule.until_age
#   parameters: []
#   reasons:
#   - code: no-rule
#     result: fail
#     severity: high
#     message: '{asset} holds personal data and no retention rule applies to it.'
#     many: '{subjects} hold personal data, and no retention rule applies to them.'
#   - code: unknown-rule
#     result: fail
#     severity: medium
#     message: '{asset} names a retention rule that is not in the approved schedule.'
#     many: '{count} retention rules named by {subjects} are not in the approved schedule.'
#   - code: trigger-not-declared
#     result: unknown
#     severity: medium
#     message: '{asset} is closed, and the date from which its retention runs is not recorded.'
#     many: '{subjects} are closed, and the date from which their retention runs is not recorded.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 30(1)
#     says: Controller's record of processing activities, items (a)-(g).
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)(3)
#     says: Disclose retention period per category, or its criteria.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.4.7
#     says: Retention.
#     status: unverified
#   remediation: Assign a retention rule, and record its trigger date, or the closing of the one matter to which the file
#     belongs.
package privity.retention.retention_rule_assigned

import data.lib.elsewhere
import data.lib.judged
import data.lib.retention

_asset := input.data_asset

_subject := judged.subject(input.collection, _asset)

_rules := retention.approved(_asset)

_ruled_out if _asset.contains_personal_data == false

_ruled_out if _asset.status == "disposed"

_undecided := judged.missing(_asset, ["contains_personal_data", "status"])

_applies if {
	not _ruled_out
	count(_undecided) == 0
}

examined contains judged.examined_with(
	input.collection,
	_asset,
	array.concat([rule | some rule in _rules], retention.derived_from(_asset)),
) if {
	not _ruled_out
}

findings contains {
	"subject": _subject,
	"reason": "no-rule",
	"args": {"asset": judged.entity(input.collection, _asset.id)},
	"relied_on": [_fact("retention_rule_ids"), _fact("contains_personal_data")],
} if {
	_applies
	_asset.retention_rule_ids == []
}

findings contains {
	"subject": _subject,
	"reason": "unknown-rule",
	"by": id,
	"args": {"asset": judged.entity(input.collection, _asset.id), "rule": judged.entity("retention_rules", id)},
	"relied_on": [_fact("retention_rule_ids"), {"collection": "retention_rules", "id": id, "path": "status"}],
} if {
	_applies
	some id in _asset.retention_rule_ids
	not id in object.keys(_rules)
	not id in retention.without_status(_asset)
}

findings contains {
	"subject": _subject,
	"reason": "trigger-not-declared",
	"args": {"asset": judged.entity(input.collection, _asset.id)},
	"relied_on": [_fact("retention_trigger_on"), _fact("retention_triggers"), _fact("status"), _fact("retention_rule_ids")],
} if {
	_applies
	_asset.status == "closed"
	not _open_ended
	_start_missing
}

# A permanent rule, or one that ends when something is so, runs from no day.
_open_ended if {
	some rule in _rules
	rule.permanent
}

_open_ended if {
	some rule in _rules
	retention.criteria_based(rule)
}

_start_missing if {
	some rule in _rules
	not retention.together_as_earliest(rule)
	not retention.start_recorded(_asset, rule)
}

# Of rules whose earliest date counts one is enough: a withdrawal may never come.
_start_missing if {
	together := [rule | some rule in _rules; retention.together_as_earliest(rule)]
	count(together) > 0
	count([rule | some rule in together; retention.start_recorded(_asset, rule)]) == 0
}

findings contains judged.not_declared(_subject, input.collection, path) if {
	not _ruled_out
	some path in (_undecided | judged.missing(_asset, ["retention_rule_ids"]))
}

findings contains elsewhere.not_declared(_subject, "retention_rules", ids, "status") if {
	_applies
	ids := retention.without_status(_asset)
	count(ids) > 0
}

_fact(path) := {"collection": input.collection, "id": _asset.id, "path": path}
