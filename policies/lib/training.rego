# METADATA
# title: Training
# description: >-
#   Which trainings of a person count, and which may count and cannot be judged for want of a fact. For controls of
#   training and of the use of AI.
package lib.training

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# passed: the records of courses that the person passed by the time judged. records: the person's, by id.
passed(records) := {{"collection": "training_records", "record": record, "on": record.completed_on} |
	some record in records
	record.passed == true
	record.completed_on <= data.as_of.day
}

# attended: the sessions that the person attended by the time judged: everyone did, or the role or the person is named.
attended(person) := {{"collection": "training_sessions", "record": session, "on": session.held_on} |
	some session in data.inventory.training_sessions
	_named(session, person)
	session.held_on <= data.as_of.day
}

_named(session, person) if {
	some one in session.attendees
	one in {"all", person.id, object.get(person, "role_id", person.id)}
}

# doubtful_records: what is absent, {collection, id, path}, from records of courses that may have been passed on a day
# or later.
doubtful_records(records, since) := {{"collection": "training_records", "id": record.id, "path": path} |
	some record in records
	_may_be_since(record, "completed_on", since)
	not record.passed == false
	some path in judged.missing(record, ["completed_on", "passed"])
}

# doubtful_sessions: the same for sessions that the person may have attended. Without a role nobody knows whether a
# session for a role was for this person.
doubtful_sessions(person, since) := {doubt |
	some session in data.inventory.training_sessions
	_may_be_since(session, "held_on", since)
	some doubt in _doubts(session, person)
}

_doubts(session, person) := {{"collection": "training_sessions", "id": session.id, "path": "attendees"}} if {
	facts.absent(session, "attendees")
} else := {{"collection": "training_sessions", "id": session.id, "path": "held_on"}} if {
	facts.absent(session, "held_on")
	_named(session, person)
} else := {{"collection": "staff", "id": person.id, "path": "role_id"}} if {
	facts.present(session, "held_on")
	facts.absent(person, "role_id")
	not _named(session, person)
	count([one | some one in session.attendees; data.inventory.roles[one]]) > 0
} else := set()

_may_be_since(record, field, _) if facts.absent(record, field)

_may_be_since(record, field, since) if {
	record[field] >= since
	record[field] <= data.as_of.day
}

# asked: one finding for each fact among doubts, leading to every record that lacks it.
asked(subject, doubts) := {elsewhere.not_declared(subject, doubt.collection, ids, doubt.path) |
	some doubt in doubts
	ids := {other.id |
		some other in doubts
		other.collection == doubt.collection
		other.path == doubt.path
	}
}

# stale_from: the first day on which a training lies more than some months back (the boundary day still passes).
stale_from(day, months) := first if {
	first := dates.add_months(day + 1, months)
	dates.add_months(first, 0 - months) > day
} else := dates.add_months(day + 1, months) + 1
