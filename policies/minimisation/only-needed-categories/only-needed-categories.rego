# METADATA
# title: Each processing activity uses only the data categories that it needs
# description: >-
#   Looks at every processing activity in use: whether each category of data that it uses is on the firm's own list of
#   the data that the activity needs.
# scope: package
# custom:
#   id: MIN-001
#   profile: standard
#   unit: record
#   subjects:
#   - processing_activities
#   reads:
#   - processing_activity.data_category_ids
#   - processing_activity.necessary_data_category_ids
#   - processing_activity.status
#   parameters: []
#   reasons:
#   - code: surplus-category
#     result: fail
#     severity: high
#     message: '{activity} uses {category}, which the firm does not list among the data that this activity needs.'
#     many: In {count} cases an activity uses a kind of data that the firm does not list among what it needs.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(c)
#     says: Data must be adequate, relevant and limited to what the purpose needs.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(c)
#     says: Collection, use and retention must be necessary and proportionate.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7002(d)
#     says: Necessity and proportionality test for each purpose.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-12(1)
#     says: Limit personal information elements.
#     status: primary
#   remediation: Stop collecting the surplus category or record why the purpose needs it.
package privity.minimisation.only_needed_categories

import data.lib.facts
import data.lib.judged

_activity := input.processing_activity

_subject := judged.subject("processing_activities", _activity)

_applies if _activity.status == "active"

examined contains judged.examined("processing_activities", _activity) if _applies

# Whether the activity is in use is not said: it stays in the population, unjudged.
examined contains judged.examined("processing_activities", _activity) if facts.absent(_activity, "status")

findings contains judged.not_declared(_subject, "processing_activities", "status") if facts.absent(_activity, "status")

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	_applies
	some path in judged.missing(_activity, ["data_category_ids", "necessary_data_category_ids"])
}

findings contains {
	"subject": _subject,
	"reason": "surplus-category",
	"by": category_id,
	"args": {
		"activity": judged.entity("processing_activities", _activity.id),
		"category": judged.entity("data_categories", category_id),
	},
	"relied_on": [_fact("data_category_ids"), _fact("necessary_data_category_ids")],
} if {
	_applies
	some category_id in _activity.data_category_ids
	necessary := _activity.necessary_data_category_ids
	not category_id in necessary
}

_fact(path) := {"collection": "processing_activities", "id": _activity.id, "path": path}
