# METADATA
# title: Topics of training
# description: >-
#   Which trainings of a person cover a topic, and which may cover one and cannot be judged for want of a fact.
package lib.topics

import data.lib.facts
import data.lib.training

# passed: the records of courses with the topic that the person passed by the time judged, as training.passed gives them.
passed(records, topic) := {one |
	some one in training.passed(records)
	topic in one.record.topics
}

# doubtful_records: what is absent, {collection, id, path}, from records of courses that may have covered one of the
# topics (a set), and may have been passed on a day or later.
doubtful_records(records, topics, since) := training.doubtful_records(about, since) | {{"collection": "training_records", "id": record.id, "path": "topics"} |
	some record in about
	facts.absent(record, "topics")
	not record.passed == false
	not _outside(record, "completed_on", since)
} if {
	about := _about(records, topics)
}

# doubtful_sessions: the same for sessions that the person may have attended.
doubtful_sessions(person, topics, since) := unsure | silent if {
	about := _about(object.get(data.inventory, "training_sessions", {}), topics)
	unsure := training.doubtful_sessions(person, since) with data.inventory.training_sessions as about
	silent := {{"collection": one.collection, "id": one.record.id, "path": "topics"} |
		some one in training.attended(person)
		one.on >= since
		facts.absent(one.record, "topics")
	}
}

# Records or sessions that cover one of the topics, or do not say what they cover.
_about(records, topics) := {id: record |
	some id, record in records
	_may_cover(record, topics)
}

_may_cover(record, _) if facts.absent(record, "topics")

_may_cover(record, topics) if {
	some topic in record.topics
	topic in topics
}

_outside(record, field, since) if record[field] < since

_outside(record, field, _) if record[field] > data.as_of.day
