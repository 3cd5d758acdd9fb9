# METADATA
# title: Refresher training is up to date
# description: >-
#   Looks at everyone who has worked in the firm for a year: whether a privacy training, a course passed or a session
#   attended, is recorded within the months that the firm allows between trainings.
# scope: package
# custom:
#   id: TRAIN-002
#   profile: essentials
#   unit: staff
#   subjects:
#   - staff
#   reads:
#   - staff.id
#   - staff.return_on
#   - staff.role_id
#   - staff.start_date
#   - staff.status
#   - training_record.completed_on
#   - training_record.passed
#   - training_record.staff_id
#   - training_session.attendees
#   - training_session.held_on
#   # A session attended is only another ground to pass.
#   optional:
#   - training_sessions
#   parameters:
#   - refresher_months
#   reasons:
#   - code: overdue
#     result: fail
#     severity: medium
#     absence: open
#     message: The last privacy training recorded for {person} was on {last_on}; {due_on} was the limit.
#     many: 'The last privacy training recorded for {count} people lies further back than the firm allows.'
#   - code: training-due
#     result: warn
#     severity: low
#     message: '{person} is to be trained by {due_on}.'
#     many: '{count} people are back from leave and are to be trained.'
#   - code: none-recorded
#     result: fail
#     severity: medium
#     absence: open
#     message: 'No privacy training is recorded for {person}, who started on {start_date}.'
#     many: 'No privacy training is recorded for {count} people who have worked here for a year.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: NIST 800-53r5
#     ref: AT-2
#     says: Security and privacy literacy training, initially and at intervals.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.AT-P1
#     says: Workforce is informed and trained.
#     status: primary
#   - framework: NY Gen. Bus. Law (SHIELD)
#     ref: 899-bb(2)(b)(ii)
#     says: Administrative, technical and physical safeguards incl. training, vendors, disposal.
#     status: unverified
#   remediation: Schedule the refresher.
package privity.training.refresher

import data.lib.dates
import data.lib.facts
import data.lib.judged
import data.lib.training

# Someone who may be at work (the status is or is not declared), and may have started a year ago.
_person := input.staff_member if {
	_may_be_active
	not _new
}

_may_be_active if input.staff_member.status == "active"

_may_be_active if facts.absent(input.staff_member, "status")

_new if input.staff_member.start_date > dates.add_months(data.as_of.day, -12)

_subject := judged.subject("staff", _person)

_known if count(judged.missing(_person, ["status", "start_date"])) == 0

_trainings := training.passed(input.training_records) | training.attended(_person) if input.training_records

_trainings := training.attended(_person) if not input.training_records

_last_on := max({one.on | some one in _trainings})

# The oldest day on which a training is recent enough.
_since := dates.add_months(data.as_of.day, 0 - data.parameters.refresher_months)

_trained if _last_on >= _since

# What may have been a training since then, and nobody can say for want of a fact.
_doubts := training.doubtful_records(object.get(input, "training_records", {}), _since) | training.doubtful_sessions(_person, _since)

_behind if {
	_known
	not _trained
	count(_doubts) == 0
}

_stale_from := training.stale_from(_last_on, data.parameters.refresher_months)

# Back from leave: thirty days to catch up.
_due_on := _person.return_on + 30 if {
	_person.return_on <= data.as_of.day
	data.as_of.day <= _person.return_on + 30
}

examined contains judged.changing(judged.examined_with("staff", _person, others), days) if {
	others := [one.record | some one in _trainings; one.on == _last_on]
	days := [day | day := _stale_from]
}

findings contains {
	"subject": _subject,
	"reason": "overdue",
	"args": {
		"person": judged.entity("staff", _person.id),
		"last_on": judged.date(_last_on),
		"due_on": judged.date(_stale_from - 1),
	},
	"relied_on": array.concat(
		[_fact("start_date")],
		[{"collection": one.collection, "id": one.record.id, "path": _dated[one.collection]} |
			some one in sort(_trainings)
			one.on == _last_on
		],
	),
} if {
	_behind
	not _due_on
}

findings contains {
	"subject": _subject,
	"reason": "none-recorded",
	"args": {"person": judged.entity("staff", _person.id), "start_date": judged.date(_person.start_date)},
	"relied_on": [_fact("start_date")],
} if {
	_behind
	count(_trainings) == 0
	not _due_on
}

findings contains {
	"subject": _subject,
	"reason": "training-due",
	"args": {"person": judged.entity("staff", _person.id), "due_on": judged.date(_due_on)},
	"relied_on": [_fact("return_on"), _fact("start_date")],
	"changes_on": _due_on + 1,
} if {
	_behind
}

findings contains judged.not_declared(_subject, "staff", path) if {
	some path in judged.missing(_person, ["status", "start_date"])
}

findings contains finding if {
	_known
	not _trained
	some finding in training.asked(_subject, _doubts)
}

_dated := {"training_records": "completed_on", "training_sessions": "held_on"}

_fact(path) := {"collection": "staff", "id": _person.id, "path": path}
