# METADATA
# title: The compliance repository has its own entry in the register, its readers are known, and its outputs expire
# description: >-
#   Looks at the compliance repository itself: whether the register of processing mentions it, whether its readers
#   are known and reviewed, whether it is closed to the public, whether it was screened for an impact assessment,
#   and whether reports and copies are kept no longer than decided.
# scope: package
# custom:
#   id: PRIV-002
#   profile: essentials
#   unit: inventory
#   subjects:
#   - repository
#   reads:
#   - impact_assessment.activity_id
#   - impact_assessment.kind
#   - processing_activity.purpose_kind
#   - processing_activity.status
#   - repository.access_list
#   - repository.access_reviewed_on
#   - repository.dpia_screening
#   - repository.hosting
#   - repository.retention
#   # Needed only where the screening found an assessment necessary; then its absence is the finding.
#   optional:
#   - impact_assessments
#   parameters:
#   - access_review_days
#   reasons:
#   - code: no-own-entry
#     result: fail
#     severity: medium
#     absence: record
#     message: The register does not mention the compliance records themselves.
#     many: The register does not mention the compliance records themselves.
#   - code: readers-not-reviewed
#     result: warn
#     severity: low
#     message: Who may read the compliance repository was last reviewed on {last_on}.
#     many: Who may read the compliance repository was not reviewed in time.
#   - code: public-repository
#     result: fail
#     severity: critical
#     message: The compliance repository is open to the public.
#     many: The compliance repository is open to the public.
#   - code: not-screened-through
#     result: fail
#     severity: medium
#     absence: record
#     message: An impact assessment of the compliance records was found necessary and is not recorded.
#     many: An impact assessment of the compliance records was found necessary and is not recorded.
#   - code: kept-too-long
#     result: fail
#     severity: low
#     message: '{kind} of {oldest_on} are older than their retention period.'
#     many: '{count} kinds of reports and copies are older than their retention period.'
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: The last review of the readers is dated after the time that is judged, so this could not be judged.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 30(1)
#     says: Controller's record of processing activities, items (a)-(g).
#     status: primary
#   - framework: GDPR
#     ref: Art 35(1)
#     says: DPIA before processing likely to be high risk.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-6(7)
#     says: Review user privileges periodically.
#     status: primary
#   remediation: Add the entry that was proposed at the start, name the readers and set how long outputs are kept.
package privity.repository.repository_registered

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# A firm has a compliance repository whether or not it has said so.
_repository := object.union({"id": "repository"}, object.get(data.inventory, "repository", {}))

_subject := judged.subject("repository", _repository)

# Its own entry in the register.

_possible_entries contains activity if {
	some activity in data.inventory.processing_activities
	object.get(activity, "status", "active") == "active"
	object.get(activity, "purpose_kind", "compliance-records") == "compliance-records"
}

_entries contains activity if {
	some activity in _possible_entries
	count(judged.missing(activity, ["purpose_kind", "status"])) == 0
}

findings contains {
	"subject": _subject,
	"reason": "no-own-entry",
	"args": {},
	"relied_on": [{"collection": "repository", "id": "repository"}],
} if {
	data.inventory.processing_activities # where no activities are declared at all, that is the question
	count(_possible_entries) == 0
}

findings contains elsewhere.not_declared(_subject, "processing_activities", ids, path) if {
	count(_entries) == 0
	some path in ["purpose_kind", "status"]
	ids := {activity.id | some activity in _possible_entries; facts.absent(activity, path)}
}

# Its readers.

_last_good_day := _repository.access_reviewed_on + data.parameters.access_review_days

findings contains {
	"subject": _subject,
	"reason": "readers-not-reviewed",
	"args": {
		"last_on": judged.date(_repository.access_reviewed_on),
		"due_on": judged.date(_last_good_day),
		"days_late": data.as_of.day - _last_good_day,
	},
	"relied_on": [_fact("access_reviewed_on")],
} if {
	data.as_of.day > _last_good_day
}

findings contains judged.dated_ahead(_subject, "repository", "access_reviewed_on", {"day": _repository.access_reviewed_on}) if {
	_repository.access_reviewed_on > data.as_of.day
}

findings contains {
	"subject": _subject,
	"reason": "public-repository",
	"args": {},
	"relied_on": [_fact("hosting.public")],
} if {
	_repository.hosting.public == true
}

# The screening for an impact assessment.

_possible_assessments contains assessment if {
	some assessment in data.inventory.impact_assessments
	object.get(assessment, "kind", "dpia") == "dpia"
	_may_concern(assessment)
}

_may_concern(assessment) if assessment.activity_id in {activity.id | some activity in _possible_entries}

# An assessment of an AI tool is not one of an activity that it leaves open.
_may_concern(assessment) if {
	facts.absent(assessment, "activity_id")
	facts.absent(assessment, "ai_system_id")
}

_assessed if {
	some assessment in _possible_assessments
	count(judged.missing(assessment, ["activity_id", "kind"])) == 0
}

findings contains {
	"subject": _subject,
	"reason": "not-screened-through",
	"args": {},
	"relied_on": [_fact("dpia_screening.outcome")],
} if {
	_repository.dpia_screening.outcome == "needed"
	count(_possible_assessments) == 0
}

findings contains elsewhere.not_declared(_subject, "impact_assessments", ids, path) if {
	_repository.dpia_screening.outcome == "needed"
	not _assessed
	some path in ["activity_id", "kind"]
	ids := {assessment.id | some assessment in _possible_assessments; facts.absent(assessment, path)}
}

# What it puts out. Of a kind without an oldest there is none.

_kinds := {"packs": "audit packs", "caches": "caches", "exports": "exports"}

_kept_until[kind] := dates.add_period(keeping.oldest_on, keeping.period) if {
	some kind, _ in _kinds
	keeping := _repository.retention[kind]
}

findings contains {
	"subject": _subject,
	"reason": "kept-too-long",
	"by": kind,
	"args": {
		"kind": _kinds[kind],
		"oldest_on": judged.date(_repository.retention[kind].oldest_on),
		"due_on": judged.date(until),
		"days_late": data.as_of.day - until,
	},
	"relied_on": [_fact(concat(".", ["retention", kind, "oldest_on"])), _fact(concat(".", ["retention", kind, "period"]))],
} if {
	some kind, until in _kept_until
	until < data.as_of.day
}

findings contains judged.not_declared(_subject, "repository", path) if {
	some path in judged.missing(_repository, [
		"access_list",
		"access_reviewed_on",
		"hosting.public",
		"dpia_screening.outcome",
		"retention.packs.period",
		"retention.caches.period",
		"retention.exports.period",
	])
}

_turns contains _last_good_day + 1

_turns contains until + 1 if some until in _kept_until

examined contains judged.changing(
	judged.examined_with("repository", _repository, array.concat(
		[activity | some activity in _entries],
		[assessment | _repository.dpia_screening.outcome == "needed"; some assessment in _possible_assessments],
	)),
	[day | some day in _turns],
)

_fact(path) := {"collection": "repository", "id": "repository", "path": path}
