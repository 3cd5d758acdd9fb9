# METADATA
# title: Course content keeps up with law and practice
# description: >-
#   Looks at every course on offer: whether its content was updated within the months that the firm allows, and since each
#   change in the law that touches what it teaches.
# scope: package
# custom:
#   id: TRAIN-004
#   profile: full
#   unit: inventory
#   subjects:
#   - training_courses
#   reads:
#   - regulatory_change.affects_training
#   - regulatory_change.effective_on
#   - regulatory_change.identified_on
#   - regulatory_change.topics
#   - training_course.active
#   - training_course.content_updated_on
#   - training_course.topics
#   parameters:
#   - course_review_months
#   reasons:
#   - code: review-overdue
#     result: warn
#     severity: low
#     message: The course {course} was last updated on {last_on}.
#     many: '{count} courses have not been updated for longer than the firm allows.'
#   - code: law-changed
#     result: fail
#     severity: medium
#     message: The course {course} does not yet reflect {change}.
#     many: 'In {count} cases a course does not yet reflect a change in the law.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P2
#     says: Policies and training are reviewed and updates communicated.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AT-2
#     says: Security and privacy literacy training, initially and at intervals.
#     status: primary
#   remediation: Update the course for the change.
package privity.training.courses_kept_current

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.training

# The firm's courses, save those that it no longer offers.
_courses[id] := course if {
	some id, course in data.inventory.training_courses
	not course.active == false
}

# The day up to which the content is known to be current. An update that lies ahead has not been made.
_updated_on(course) := course.content_updated_on if course.content_updated_on <= data.as_of.day

# Changes that courses must follow by now: sixty days after they took effect.
_grace := 60

_changes[id] := change if {
	some id, change in data.inventory.regulatory_changes
	change.affects_training
	data.as_of.day > change.effective_on + _grace
}

examined contains judged.changing(judged.examined("training_courses", course), days) if {
	some course in _courses
	days := array.concat(
		[day | day := training.stale_from(_updated_on(course), data.parameters.course_review_months)],
		[day |
			some change in data.inventory.regulatory_changes
			change.affects_training
			_touches(change, course)
			_older(course, change)
			day := change.effective_on + (_grace + 1)
		],
	)
}

findings contains {
	"subject": judged.subject("training_courses", course),
	"reason": "review-overdue",
	"args": {"course": judged.entity("training_courses", course.id), "last_on": judged.date(_updated_on(course))},
	"relied_on": [_fact(course, "content_updated_on")],
} if {
	some course in _courses
	_known(course)
	data.as_of.day >= training.stale_from(_updated_on(course), data.parameters.course_review_months)
}

findings contains {
	"subject": judged.subject("training_courses", course),
	"reason": "law-changed",
	"by": change.id,
	"args": {
		"course": judged.entity("training_courses", course.id),
		"change": judged.entity("regulatory_changes", change.id),
	},
	"relied_on": [
		_fact(course, "content_updated_on"),
		_fact(course, "topics"),
		{"collection": "regulatory_changes", "id": change.id, "path": "identified_on"},
		{"collection": "regulatory_changes", "id": change.id, "path": "topics"},
	],
} if {
	some course in _courses
	_known(course)
	some change in _changes
	_touches(change, course)
	_older(course, change)
}

_touches(change, course) if {
	some topic in change.topics
	topic in course.topics
}

_older(course, change) if _updated_on(course) < change.identified_on

_known(course) if facts.present(course, "active")

findings contains judged.not_declared(judged.subject("training_courses", course), "training_courses", path) if {
	some course in _courses
	some path in _missing(course)
}

# Topics are asked for only where a change may touch them.
_missing(course) := {"active"} if {
	not _known(course)
} else := {"content_updated_on"} if {
	not _updated_on(course)
} else := judged.missing(course, ["topics"]) if {
	count(_newer(course)) > 0
} else := set()

_newer(course) := {id |
	some id, change in _changes
	_older(course, change)
}

# What a change leaves open: whether it touches training, since when, and what.
findings contains elsewhere.not_declared(judged.subject("training_courses", course), "regulatory_changes", ids, path) if {
	some course in _courses
	count(_missing(course)) == 0
	some path in ["affects_training", "effective_on", "identified_on", "topics"]
	ids := {id |
		some id, change in data.inventory.regulatory_changes
		facts.absent(change, path)
		_may_concern(change, course)
	}
	count(ids) > 0
}

_may_concern(change, course) if {
	not change.affects_training == false
	not _still_ahead(change)
	not _followed(change, course)
	not _elsewhere(change, course)
}

_still_ahead(change) if data.as_of.day <= change.effective_on + _grace

_followed(change, course) if _updated_on(course) >= change.identified_on

_elsewhere(change, course) if {
	facts.present(change, "topics")
	facts.present(course, "topics")
	not _touches(change, course)
}

_fact(course, path) := {"collection": "training_courses", "id": course.id, "path": path}
