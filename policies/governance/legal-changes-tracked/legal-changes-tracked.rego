# METADATA
# title: Legal changes are tracked and acted on
# description: >-
#   Looks at the changes in the law that the firm has noted: whether each was assessed and acted on in time, and says what it means for
#   the firm; and whether anybody has looked for new law in the last six months.
# scope: package
# custom:
#   id: GOV-011
#   profile: full
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - regulatory_change.action_due_on
#   - regulatory_change.affected_policy_ids
#   - regulatory_change.assessed_on
#   - regulatory_change.identified_on
#   - regulatory_change.no_impact_reason
#   - regulatory_change.status
#   - risk_review.kind
#   - risk_review.performed_on
#   - risk_review.source
#   parameters:
#   - change_assess_days
#   reasons:
#   - code: change-overdue
#     result: fail
#     severity: medium
#     absence: open
#     message: What the legal change {change} asks for was due by {due_on}.
#     many: 'What {count} legal changes ask for is overdue.'
#   - code: not-assessed
#     result: warn
#     severity: low
#     message: The legal change {change} has not been assessed.
#     many: '{count} legal changes have not been assessed.'
#   - code: no-effect-recorded
#     result: warn
#     severity: low
#     message: What the legal change {change} means for the firm is not recorded.
#     many: 'What {count} legal changes mean for the firm is not recorded.'
#   - code: no-scan
#     result: fail
#     severity: medium
#     absence: record
#     message: No look at new law is recorded in the last six months.
#     many: 'No look at new law is recorded in the last six months.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.PO-P5
#     says: Legal and contractual privacy requirements are managed.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.31
#     says: Legal and regulatory requirements.
#     status: primary
#   remediation: Assess the change, update the policies and enable the jurisdiction's rule pack.
package privity.governance.legal_changes_tracked

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.windows

_firm := {"collection": "firm", "id": "firm"}

# For the firm: that it follows the law. It rests on the changes and reviews alone, so the firm's own entry does not lower
# the grade.
examined contains judged.changing(judged.examined_with("firm", {"id": "firm", "grade": 3}, records), days) if {
	records := array.concat(
		[change | some change in data.inventory.regulatory_changes],
		[data.inventory.risk_reviews[id] | some id in _looks],
	)
	days := [next | some last in _last_good_days; next := last + 1]
}

_last_good_days contains change.action_due_on if {
	some change in data.inventory.regulatory_changes
	not change.status == "actioned"
}

_last_good_days contains _assess_by(change) if {
	some change in data.inventory.regulatory_changes
	not _assessed(change)
}

# The last day on which the latest look at new law is not more than six months old.
_last_good_days contains windows.leaves_last(max(_scanned_on), 6) - 1

_scanned_on := {data.inventory.risk_reviews[id].performed_on | some id in _looks}

_finding(change, reason, path, more) := {
	"subject": _firm,
	"reason": reason,
	"by": change.id,
	"args": object.union({"change": judged.entity("regulatory_changes", change.id)}, more),
	"relied_on": [{"collection": "regulatory_changes", "id": change.id, "path": path}],
}

findings contains _finding(change, "change-overdue", "status", {"due_on": judged.date(change.action_due_on)}) if {
	some change in data.inventory.regulatory_changes
	facts.present(change, "status")
	change.status != "actioned"
	data.as_of.day > change.action_due_on
}

_assess_by(change) := change.identified_on + data.parameters.change_assess_days

# A change that was acted on without a day has still to say when it was assessed.
_assessed(change) if change.assessed_on <= data.as_of.day

findings contains judged.changing(
	_finding(change, "not-assessed", "assessed_on", {"due_on": judged.date(_assess_by(change))}),
	[day | day := change.assessed_on],
) if {
	some change in data.inventory.regulatory_changes
	not _assessed(change)
	data.as_of.day > _assess_by(change)
}

findings contains _finding(change, "no-effect-recorded", "affected_policy_ids", {}) if {
	some change in data.inventory.regulatory_changes
	_assessed(change)
	facts.absent_or_blank(change, "affected_policy_ids")
	facts.absent_or_blank(change, "no_impact_reason")
}

# A change that need not be acted on says why; any other has a day.
_needed(change, "status") if not _no_impact(change)

_needed(change, "action_due_on") if {
	not _no_impact(change)
	not change.status == "actioned"
}

_needed(change, "identified_on") if not _assessed(change)

_no_impact(change) if not facts.absent_or_blank(change, "no_impact_reason")

findings contains elsewhere.not_declared(_firm, "regulatory_changes", ids, path) if {
	some path in ["status", "action_due_on", "identified_on"]
	ids := {id |
		some id, change in data.inventory.regulatory_changes
		_needed(change, path)
		facts.absent(change, path)
	}
}

# Looking for new law; adopting a newer rule pack is a look too.
_looks contains id if {
	some id, review in data.inventory.risk_reviews
	review.kind == "regulatory"
	review.performed_on <= data.as_of.day
}

_recent if {
	some day in _scanned_on
	windows.in_last(day, 6)
}

_undated := {id |
	some id, review in data.inventory.risk_reviews
	object.get(review, "kind", "regulatory") == "regulatory"
	count(judged.missing(review, ["kind", "performed_on"])) > 0
	not _old(review)
}

_old(review) if review.performed_on < dates.add_months(data.as_of.day, -6)

_old(review) if review.performed_on > data.as_of.day

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "no-scan",
		"args": {},
		"relied_on": array.concat(
			[{"collection": "risk_reviews", "id": id, "path": "performed_on"} | some id in sort(_looks)],
			[{"collection": "firm", "id": "firm", "path": "regimes"}],
		),
	},
	[review.performed_on | some review in data.inventory.risk_reviews; review.kind == "regulatory"],
) if {
	not _recent
	count(_undated) == 0
}

findings contains elsewhere.not_declared(_firm, "risk_reviews", ids, path) if {
	not _recent
	some path in ["kind", "performed_on"]
	ids := {id | some id in _undated; facts.absent(data.inventory.risk_reviews[id], path)}
}
