# METADATA
# title: New staff are trained before they handle client data
# description: >-
#   Looks at everyone at work who has access to a system, file or matter: whether the first training in privacy was
#   passed within the days that the firm allows from the start, and before the first access to a system with privileged
#   material.
# scope: package
# custom:
#   id: TRAIN-001
#   profile: full
#   unit: staff
#   subjects:
#   - staff
#   reads:
#   - access_grant.granted_on
#   - access_grant.holder_id
#   - access_grant.revoked_on
#   - access_grant.system_id
#   - staff.id
#   - staff.start_date
#   - staff.status
#   - system.holds_privileged
#   - training_record.completed_on
#   - training_record.passed
#   - training_record.staff_id
#   - training_record.topics
#   parameters:
#   - control_start_dates
#   - induction_days
#   reasons:
#   - code: never-trained
#     result: fail
#     severity: high
#     absence: open
#     message: '{person} started on {start_date}, and no privacy training is recorded.'
#     many: '{count} people have access, and no privacy training is recorded for them.'
#   - code: training-due
#     result: warn
#     severity: low
#     message: '{person} is to be trained by {due_on}.'
#     many: '{count} new people are to be trained.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{person} was first trained on {met_on}, after {due_on}.'
#     many: '{count} people were first trained later than they should have been.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 39(1)(b)
#     says: DPO monitors compliance, responsibilities, training and audits.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AT-2
#     says: Security and privacy literacy training, initially and at intervals.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.AT-P1
#     says: Workforce is informed and trained.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   remediation: Train the person or suspend access until trained.
package privity.training.induction

import data.lib.deadlines
import data.lib.elsewhere
import data.lib.facts
import data.lib.grants
import data.lib.judged
import data.lib.topics
import data.lib.training

# Someone who is or may be at work, has access, and did not start before the firm started this control.
_person := input.staff_member if {
	_may_be_active
	_has_access
	not _earlier
}

_may_be_active if input.staff_member.status == "active"

_may_be_active if facts.absent(input.staff_member, "status")

_has_access if {
	some grant in input.access_grants
	grants.unrevoked(grant)
	not _ahead(grant)
}

_ahead(grant) if grant.granted_on > data.as_of.day

_earlier if input.staff_member.start_date < data.parameters.control_start_dates["TRAIN-001"]

_subject := judged.subject("staff", _person)

_known if count(judged.missing(_person, ["status", "start_date"])) == 0

_topic := "privacy-principles"

_records := object.get(input, "training_records", {})

_passed := topics.passed(_records, _topic)

_first := min({one.on | some one in _passed})

_limit := _person.start_date + data.parameters.induction_days

# The days on which a system with privileged material was opened to the person, each with its access right. What ended
# since counts too: the person could see it.
_opened contains [grant.granted_on, grant.id] if {
	some grant in input.access_grants
	data.inventory.systems[grant.system_id].holds_privileged
	not _ahead(grant)
	facts.present(grant, "granted_on")
}

_opens_on contains grant.granted_on if {
	some grant in input.access_grants
	data.inventory.systems[grant.system_id].holds_privileged
	_ahead(grant)
}

# The day by which the person was to be trained, and the fact that fixes it.
_due := {"on": _limit, "fact": _fact("start_date")} if {
	not _opened_before_limit
} else := {"on": first[0], "fact": {"collection": "access_grants", "id": first[1], "path": "granted_on"}} if {
	first := min(_opened)
}

_opened_before_limit if min(_opened)[0] < _limit

_late if _first > _due.on

# What may have been an earlier training, and nobody can say for want of a fact. It matters only where no training was
# in time.
_doubts := {doubt |
	not _in_time
	some doubt in topics.doubtful_records(_records, {_topic}, 0)
	not _later_than_first(doubt)
}

_in_time if _first <= _due.on

_later_than_first(doubt) if _records[doubt.id].completed_on >= _first

# Access rights that may have opened privileged material before the first training.
_unsure_systems := {grant.system_id |
	_in_time
	some grant in input.access_grants
	facts.present(grant, "system_id")
	facts.absent(object.get(data.inventory.systems, grant.system_id, {}), "holds_privileged")
	not _given_later(grant)
}

_given_later(grant) if grant.granted_on >= _first

_undated_grants := {grant.id |
	_in_time
	some grant in input.access_grants
	data.inventory.systems[grant.system_id].holds_privileged
	facts.absent(grant, "granted_on")
}

_certain if {
	_known
	count(_doubts) == 0
}

_untrained if {
	_certain
	not _first
}

examined contains judged.changing(judged.examined_with("staff", _person, others), [day | some day in _turns]) if {
	others := [one.record | some one in _passed; one.on == _first]
}

_turns contains _limit + 1 if not _first

_turns contains deadlines.first_closing(_limit, _person.start_date) if not _first

_turns contains day if {
	not _first
	some day in _opens_on
}

findings contains {
	"subject": _subject,
	"reason": "never-trained",
	"args": {"person": judged.entity("staff", _person.id), "start_date": judged.date(_person.start_date)},
	"relied_on": [_fact("start_date")],
} if {
	_untrained
	data.as_of.day > _limit
}

findings contains {
	"subject": _subject,
	"reason": "training-due",
	"args": {"person": judged.entity("staff", _person.id), "due_on": judged.date(_limit)},
	"relied_on": array.concat([_fact("start_date")], [_due.fact | _opened_before_limit]),
	"changes_on": _limit + 1,
} if {
	_untrained
	data.as_of.day <= _limit
	_pressing
}

# The last quarter of the time, or privileged material is open to the person already.
_pressing if deadlines.closing(_limit, _person.start_date, data.as_of.day)

_pressing if _opened_before_limit

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"person": judged.entity("staff", _person.id),
		"met_on": judged.date(_first),
		"due_on": judged.date(_due.on),
	},
	"relied_on": array.concat(
		[{"collection": "training_records", "id": one.record.id, "path": "completed_on"} |
			some one in sort(_passed)
			one.on == _first
		],
		[_due.fact],
	),
} if {
	_certain
	_late
}

findings contains judged.not_declared(_subject, "staff", path) if {
	some path in judged.missing(_person, ["status", "start_date"])
}

findings contains finding if {
	_known
	some finding in training.asked(_subject, _doubts)
}

findings contains elsewhere.not_declared(_subject, "systems", _unsure_systems, "holds_privileged") if {
	_known
	count(_unsure_systems) > 0
}

findings contains elsewhere.not_declared(_subject, "access_grants", _undated_grants, "granted_on") if {
	_known
	count(_undated_grants) > 0
}

_fact(path) := {"collection": "staff", "id": _person.id, "path": path}
