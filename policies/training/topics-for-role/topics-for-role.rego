# METADATA
# title: Training covers the topics each role needs
# description: >-
#   Looks at everyone at work who is past the days of induction: whether the courses passed and the sessions attended in
#   the months that the firm allows between trainings cover what everyone must know and what the role needs beyond that.
# scope: package
# custom:
#   id: TRAIN-003
#   profile: full
#   unit: staff
#   subjects:
#   - staff
#   reads:
#   - firm.regimes
#   - role.handles_privacy_inquiries
#   - role.required_topics
#   - staff.id
#   - staff.role_id
#   - staff.start_date
#   - staff.status
#   - training_record.completed_on
#   - training_record.passed
#   - training_record.staff_id
#   - training_record.topics
#   - training_session.attendees
#   - training_session.held_on
#   - training_session.topics
#   # A session attended is only another ground to pass.
#   optional:
#   - training_sessions
#   parameters:
#   - refresher_months
#   - induction_days
#   reasons:
#   - code: topic-missing
#     result: fail
#     severity: high
#     absence: open
#     message: The training of {person} in the last {months} months does not cover {topics}.
#     many: 'The recent training of {count} people does not cover all that their roles need.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 39(1)(b)
#     says: DPO monitors compliance, responsibilities, training and audits.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.130(a)(6)
#     says: People handling privacy inquiries must know the requirements.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7100(a)
#     says: Staff handling inquiries must know the law and direct consumers.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AT-3
#     says: Role-based training.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.1'
#     says: Firm leaders ensure measures giving reasonable assurance of compliance.
#     status: secondary
#   remediation: Assign the missing course.
package privity.training.topics_for_role

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.topics
import data.lib.training

# Someone who is or may be at work, and is past the days of induction or may be.
_person := input.staff_member if {
	_may_be_active
	not _new
}

_may_be_active if input.staff_member.status == "active"

_may_be_active if facts.absent(input.staff_member, "status")

_new if data.as_of.day <= input.staff_member.start_date + data.parameters.induction_days

_subject := judged.subject("staff", _person)

_known if facts.present(_person, "status")

_base := {
	"privacy-principles",
	"consent",
	"breach-recognition-and-response",
	"documentation",
	"secure-data-handling",
	"recognising-vulnerabilities",
}

_role := data.inventory.roles[_person.role_id]

_required contains topic if some topic in _base

_required contains topic if some topic in _role.required_topics

_required contains "ccpa-requests" if {
	_role.handles_privacy_inquiries
	_in_california
}

_months := data.parameters.refresher_months

_since := dates.add_months(data.as_of.day, 0 - _months)

_records := object.get(input, "training_records", {})

# When each topic was last covered, by trainings that are recent enough.
_covering[topic] contains one if {
	some one in (training.passed(_records) | training.attended(_person))
	one.on >= _since
	some topic in one.record.topics
}

_covered := object.keys(_covering)

_last_on[topic] := max({one.on | some one in trainings}) if some topic, trainings in _covering

_missing := _required - _covered

# What may have covered a missing topic, and nobody can say for want of a fact.
_doubts := records | sessions if {
	count(_missing) > 0
	records := topics.doubtful_records(_records, _missing, _since)
	sessions := topics.doubtful_sessions(_person, _missing, _since)
} else := set()

examined contains judged.changing(judged.examined_with("staff", _person, others), [day | some day in _turns]) if {
	others := array.concat([role | role := _role], [one.record | some one in sort(_latest)])
}

_latest contains one if {
	some topic in _required
	some one in _covering[topic]
	one.on == _last_on[topic]
}

_turns contains training.stale_from(_last_on[topic], _months) if {
	count(_missing) == 0
	some topic in _required
}

findings contains {
	"subject": _subject,
	"reason": "topic-missing",
	"args": {
		"person": judged.entity("staff", _person.id),
		"months": _months,
		"topics": [judged.value("training_records", "topics", topic) | some topic in sort(_missing)],
	},
	"relied_on": array.concat(
		[_fact("role_id"), _fact("start_date")],
		[{"collection": "roles", "id": role.id, "path": "required_topics"} | role := _role],
	),
} if {
	_known
	facts.present(_person, "start_date")
	count(_missing) > 0
	count(_doubts) == 0
}

findings contains judged.not_declared(_subject, "staff", "status") if not _known

# Who started lately has time yet: the day matters only where a topic is missing.
findings contains judged.not_declared(_subject, "staff", "start_date") if {
	_known
	count(_missing) > 0
	facts.absent(_person, "start_date")
}

findings contains judged.not_declared(_subject, "staff", "role_id") if {
	_known
	facts.absent(_person, "role_id")
}

findings contains elsewhere.not_declared(_subject, "roles", {_person.role_id}, path) if {
	_known
	some path in _unsaid_of_role
}

_unsaid_of_role contains "required_topics" if facts.absent(object.get(data.inventory.roles, _person.role_id, {}), "required_topics")

# California asks for a topic of its own, of those who answer requests.
_unsaid_of_role contains "handles_privacy_inquiries" if {
	facts.absent(_role, "handles_privacy_inquiries")
	_california_open
	not _outside_california
}

_california_open if not "ccpa-requests" in (_required | _covered)

_outside_california if {
	facts.present(data.inventory.firm, "regimes")
	not _in_california
}

_in_california if "us-ca-ccpa" in data.inventory.firm.regimes

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, "regimes") if {
	_known
	_role.handles_privacy_inquiries
	facts.absent(data.inventory.firm, "regimes")
	_california_open
}

findings contains finding if {
	_known
	some finding in training.asked(_subject, _doubts)
}

_fact(path) := {"collection": "staff", "id": _person.id, "path": path}
