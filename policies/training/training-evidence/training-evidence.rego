# METADATA
# title: Training records prove who learned what and when
# description: >-
#   Looks at every record of a course taken: whether it says who learned what and when, whether something shows it, and
#   whether its result agrees with its score.
# scope: package
# custom:
#   id: TRAIN-006
#   profile: full
#   unit: record
#   subjects:
#   - training_records
#   reads:
#   - training_record.completed_on
#   - training_record.course_id
#   - training_record.course_version
#   - training_record.evidence_uri
#   - training_record.pass_mark
#   - training_record.passed
#   - training_record.score
#   - training_record.staff_id
#   - training_record.topics
#   parameters: []
#   reasons:
#   - code: incomplete-record
#     result: fail
#     severity: low
#     absence: record
#     message: A training record of {person} does not give {fact}.
#     many: 'Training records leave out {count} facts in all.'
#   - code: no-proof
#     result: warn
#     severity: low
#     message: Nothing is linked that shows the training of {person} on {on}.
#     many: 'Nothing is linked that shows {count} trainings.'
#   - code: contradictory-result
#     result: fail
#     severity: low
#     message: A training record of {person} says passed, and the score says otherwise, or the reverse.
#     many: '{count} training records contradict their own score.'
#   - code: future-dated
#     result: warn
#     severity: low
#     message: A training record of {person} carries a date in the future.
#     many: '{count} training records carry a date in the future.'
#   citations:
#   - framework: NIST 800-53r5
#     ref: AT-4
#     says: Keep training records.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(2)
#     says: Controller must be able to demonstrate compliance with the principles.
#     status: primary
#   remediation: Complete the record from the learning system.
package privity.training.training_evidence

import data.lib.facts
import data.lib.judged

_record := input.training_record

_subject := judged.subject("training_records", _record)

examined contains judged.changing(judged.examined("training_records", _record), [day | day := _record.completed_on])

# Where nobody is named, the entry itself stands in, so that no finding is lost for want of a name.
_person := judged.entity("staff", _record.staff_id) if {
	facts.present(_record, "staff_id")
} else := judged.entity("training_records", _record.id)

findings contains {
	"subject": _subject,
	"reason": "incomplete-record",
	"by": path,
	"args": {"person": _person, "fact": judged.fact("training_records", path)},
	"relied_on": [_fact(path)],
} if {
	some path in ["staff_id", "course_id", "completed_on", "topics"]
	facts.absent_or_blank(_record, path)
}

findings contains {
	"subject": _subject,
	"reason": "no-proof",
	"args": {"person": _person, "on": judged.date(_record.completed_on)},
	"relied_on": [_fact("evidence_uri"), _fact("course_version")],
} if {
	_unproven
	not _ahead
}

_unproven if facts.absent_or_blank(_record, "evidence_uri")

_unproven if facts.absent_or_blank(_record, "course_version")

findings contains {
	"subject": _subject,
	"reason": "contradictory-result",
	"args": {"person": _person},
	"relied_on": [_fact("passed"), _fact("score"), _fact("pass_mark")],
} if {
	_contradictory
}

_contradictory if {
	_record.passed
	_record.score < _record.pass_mark
}

_contradictory if {
	_record.passed == false
	_record.score >= _record.pass_mark
}

_ahead if _record.completed_on > data.as_of.day

findings contains {
	"subject": _subject,
	"reason": "future-dated",
	"args": {"person": _person},
	"relied_on": [_fact("completed_on")],
	"changes_on": _record.completed_on,
} if {
	_ahead
}

_fact(path) := {"collection": "training_records", "id": _record.id, "path": path}
