# METADATA
# title: Every consent-based use has a live consent from that client
# description: >-
#   Looks at every matter at intake or open, and at every client with uses outside a matter: whether each activity that
#   rests on consent is backed by a consent of that client that stands today, and by an explicit one where the law asks
#   for it.
# scope: package
# custom:
#   id: CONSENT-001
#   profile: essentials
#   unit: client
#   subjects:
#   - clients
#   - matters
#   reads:
#   - client.activity_ids
#   - consent_record.activity_id
#   - consent_record.client_id
#   - consent_record.covers_special_category
#   - consent_record.expires_on
#   - consent_record.explicit
#   - consent_record.given_at
#   - consent_record.kind
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   - matter.activity_ids
#   - matter.client_id
#   - matter.status
#   - processing_activity.lawful_basis
#   - processing_activity.purposes
#   - processing_activity.regimes
#   - processing_activity.special_condition
#   - processing_activity.status
#   parameters: []
#   reasons:
#   - code: never-recorded
#     result: fail
#     severity: critical
#     absence: record
#     message: '{activity} is carried out for {client} on the basis of consent, and no live consent is recorded.'
#     many: '{count} uses of client data rest on consent, and no live consent is recorded.'
#   - code: withdrawn
#     result: fail
#     severity: critical
#     message: '{activity} is carried out for {client} on the basis of a consent that was withdrawn on {withdrawn_on}.'
#     many: '{count} uses of client data rest on a consent that was withdrawn.'
#   - code: expired
#     result: fail
#     severity: critical
#     message: '{activity} is carried out for {client} on the basis of a consent that ended on {ended_on}.'
#     many: '{count} uses of client data rest on a consent that has ended.'
#   - code: not-explicit
#     result: fail
#     severity: critical
#     message: '{activity} uses sensitive data of {client} on the basis of explicit consent, and the consent on record
#       is not explicit or does not name that data.'
#     many: '{count} uses of sensitive data rest on explicit consent, and the consent on record is not explicit or
#       does not name that data.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 6(1)
#     says: Processing needs one of six lawful bases.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(1)
#     says: Controller must be able to prove that consent was given.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-4
#     says: Consent tools before collection.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.4
#     says: Obtain and record consent.
#     status: unverified
#   - framework: GDPR
#     ref: Art 9(2)(a)
#     says: Explicit consent is one condition for special-category data.
#     status: primary
#   remediation: Ask for consent, or stop the use. Change the legal basis only on the privacy lead's advice.
package privity.consent.live_consent

import data.lib.consents
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_records := object.get(input, "consent_records", {})

_named_activities := {id | some matter in input.matters; some id in matter.activity_ids} | {id | some id in input.client.activity_ids}

# The activities that are carried out and rest on consent.
_consent_activities := {id: activity |
	some id in _named_activities
	activity := data.inventory.processing_activities[id]
	activity.status == "active"
	consents.rests_on_consent(activity)
}

# The activities of which that is not known: the fields whose absence leaves it open. Of an activity that the inventory
# does not know, not even its status is.
_open_activities := {id: fields |
	some id in _named_activities
	fields := _open_fields(id)
	count(fields) > 0
}

_open_fields(id) := {"status"} if {
	not data.inventory.processing_activities[id]
} else := set() if {
	data.inventory.processing_activities[id].status != "active"
} else := set() if {
	activity := data.inventory.processing_activities[id]
	not consents.rests_on_consent(activity)
	count(consents.undecided(activity)) == 0
} else := {field | some field in ["status"]; facts.absent(activity, field)} | _open_basis(activity) if {
	activity := data.inventory.processing_activities[id]
}

_open_basis(activity) := set() if {
	consents.rests_on_consent(activity)
} else := consents.undecided(activity)

_examinable := object.keys(_consent_activities) | object.keys(_open_activities)

# Uses: [collection and id of the subject, activity]. The subject is the matter, or the client for uses outside a matter.
_uses contains ["matters", id, activity_id] if {
	some id, matter in input.matters
	not _closed(matter)
	some activity_id in matter.activity_ids
	activity_id in _examinable
}

_uses contains ["clients", input.client.id, activity_id] if {
	some activity_id in input.client.activity_ids
	activity_id in _examinable
}

_closed(matter) if matter.status == "closed"

_record("matters", id) := input.matters[id]

_record("clients", _) := input.client

_client_of("matters", id) := input.matters[id].client_id

_client_of("clients", id) := id

# What a matter must say before anything about it can be judged.
_gaps contains [id, field] if {
	some ["matters", id, _] in _uses
	some field in ["status", "client_id"]
	facts.absent(input.matters[id], field)
}

_gaps contains [id, "activity_ids"] if {
	some id, matter in input.matters
	not _closed(matter)
	facts.absent(matter, "activity_ids")
}

_gaps contains [id, "status"] if {
	some id, matter in input.matters
	facts.absent(matter, "activity_ids")
	facts.absent(matter, "status")
}

findings contains judged.not_declared({"collection": "matters", "id": id}, "matters", field) if {
	some [id, field] in _gaps
}

findings contains elsewhere.not_declared(_subject(collection, id), "processing_activities", activity_ids, field) if {
	some [collection, id] in _subjects
	some field in {field | some fields in _open_activities; some field in fields}
	activity_ids := {activity_id | some activity_id in _used_by(collection, id); field in _open_activities[activity_id]}
	count(activity_ids) > 0
}

# The client's consents to an activity, those of a kind that nobody declared among them: [activity, id].
_consents := {activity_id: ids |
	some activity_id, _ in _consent_activities
	ids := {id |
		some id, consent in _records
		consent.activity_id == activity_id
		consent.client_id in _clients
		_may_carry(consent)
	}
}

# One client is one unit, so this is one id.
_clients := {matter.client_id | some matter in input.matters} | {input.client.id | input.client}

_may_carry(consent) if consent.kind in consents.kinds

_may_carry(consent) if facts.absent(consent, "kind")

# What is not known of a consent that might stand: its kind, or when it was given.
_open_consent(consent) := {field |
	some field in ["kind", "given_at"]
	facts.absent(consent, field)
}

_might_stand(consent) if consents.status_at(consent, data.as_of, _records) == "active"

_might_stand(consent) if not consents.status_at(consent, data.as_of, _records)

# The consents that stand at a moment.
_standing(activity_id, moment) := {id |
	some id in _consents[activity_id]
	_records[id].kind in consents.kinds
	consents.status_at(_records[id], moment, _records) == "active"
}

# Whether one of them carries the use: where sensitive data is used on explicit consent, one that is explicit and names it.
_carried(activity_id, moment) if {
	some id in _standing(activity_id, moment)
	_suffices(_consent_activities[activity_id], _records[id])
}

_suffices(_, consent) if {
	consent.explicit == true
	consent.covers_special_category == true
}

_suffices(activity, _) if not _asks_for_explicit(activity)

_asks_for_explicit(activity) if activity.special_condition == "9-2-a"

# The facts that would decide, where no consent is known to carry the use: [consent, field].
_deciding(activity_id) := {[id, field] |
	some id in _consents[activity_id]
	consent := _records[id]
	_might_stand(consent)
	activity := _consent_activities[activity_id]
	not _falls_short(activity, consent)
	some field in (_open_consent(consent) | _open_explicit(activity, consent))
}

_explicit_fields := ["explicit", "covers_special_category"]

_falls_short(activity, consent) if {
	_asks_for_explicit(activity)
	some field in _explicit_fields
	consent[field] == false
}

_open_explicit(activity, consent) := {field |
	_asks_for_explicit(activity)
	some field in _explicit_fields
	facts.absent(consent, field)
}

# The verdict on each activity of this client: a reason with its own arguments and the facts that it rests on.
_verdicts := {activity_id: verdict |
	some activity_id, _ in _consent_activities
	not _carried(activity_id, data.as_of)
	verdict := _verdict(activity_id)
}

_verdict(activity_id) := {"undeclared": deciding} if {
	deciding := _deciding(activity_id)
	count(deciding) > 0
} else := {"reason": "not-explicit", "args": {}, "relied_on": relied_on} if {
	standing := _standing(activity_id, data.as_of)
	count(standing) > 0
	relied_on := [_fact("consent_records", id, field) |
		some id in sort(standing)
		some field in _explicit_fields
	]
} else := _ended(_records[id]) if {
	id := _latest(activity_id)
} else := {"reason": "never-recorded", "args": {}, "relied_on": []}

_ended(consent) := {
	"reason": "withdrawn",
	"args": {"withdrawn_on": judged.date(consent.withdrawn_at.day)},
	"relied_on": [_fact("consent_records", consent.id, "withdrawn_at")],
} if {
	consents.status_at(consent, data.as_of, _records) == "withdrawn"
} else := {
	"reason": "expired",
	"args": {"ended_on": judged.date(consent.expires_on)},
	"relied_on": [_fact("consent_records", consent.id, "expires_on")],
} if {
	consents.status_at(consent, data.as_of, _records) == "expired"
} else := {
	"reason": "expired",
	"args": {"ended_on": judged.date(_records[consent.superseded_by].given_at.day)},
	"relied_on": [
		_fact("consent_records", consent.id, "superseded_by"),
		_fact("consent_records", consent.superseded_by, "given_at"),
	],
}

# The consent given last, of those that have ended; of several given at once a withdrawn one (its name sorts last), for it
# is the client's own word. One without a date counts as the oldest.
_latest(activity_id) := max(ranked)[3] if {
	ranked := {[_day(consent), _millisecond(consent), status, id] |
		some id in _consents[activity_id]
		consent := _records[id]
		status := consents.status_at(consent, data.as_of, _records)
		status in {"expired", "superseded", "withdrawn"}
	}
}

_day(consent) := object.get(consent, ["given_at", "day"], -1000000)

_millisecond(consent) := object.get(consent, ["given_at", "ms"], -1000000)

# The first days on which time alone changes whether the use is carried.
_turns(activity_id) := {day |
	some id in _consents[activity_id]
	some day in consents.turns(_records[id], _records)
}

_lapses(activity_id) := [day | some day in _turns(activity_id); not _carried(activity_id, {"day": day})]

_returns(activity_id) := [day | some day in _turns(activity_id); _carried(activity_id, {"day": day})]

# Judged uses: those of which nothing about the subject is missing.
_judged contains [collection, id, activity_id] if {
	some [collection, id, activity_id] in _uses
	_consent_activities[activity_id]
	not _incomplete(collection, id)
}

_incomplete("matters", id) if {
	some field in ["status", "client_id"]
	facts.absent(input.matters[id], field)
}

findings contains elsewhere.not_declared(_subject(collection, id), "consent_records", consent_ids, field) if {
	some [collection, id] in _subjects
	not _incomplete(collection, id)
	undeclared := {pair | some activity_id in _used_by(collection, id); some pair in _verdicts[activity_id].undeclared}
	some field in {pair[1] | some pair in undeclared}
	consent_ids := {pair[0] | some pair in undeclared; pair[1] == field}
}

findings contains judged.changing(
	{
		"subject": _subject(collection, id),
		"reason": verdict.reason,
		"by": activity_id,
		"args": object.union(verdict.args, {
			"client": judged.entity("clients", _client_of(collection, id)),
			"activity": judged.entity("processing_activities", activity_id),
		}),
		"relied_on": array.concat(verdict.relied_on, array.concat(
			[_fact(collection, id, "activity_ids")],
			_grounds(activity_id),
		)),
	},
	_returns(activity_id),
) if {
	some [collection, id, activity_id] in _judged
	verdict := _verdicts[activity_id]
}

_grounds(activity_id) := [_fact("processing_activities", activity_id, field) |
	some field in ["lawful_basis", "purposes", "special_condition"]
	facts.present(_consent_activities[activity_id], field)
]

# Examined: the subjects of the uses, each resting on its activities and their consents.
examined contains judged.changing(judged.examined_with(collection, _record(collection, id), others), lapses) if {
	some [collection, id] in _subjects
	activity_ids := _used_by(collection, id)
	others := array.concat(
		[data.inventory.processing_activities[activity_id] | some activity_id in activity_ids],
		[_records[consent_id] | some activity_id in activity_ids; some consent_id in _consents[activity_id]],
	)
	lapses := [day |
		some activity_id in activity_ids
		_carried(activity_id, data.as_of)
		some day in _lapses(activity_id)
	]
}

_subjects := {[collection, id] | some [collection, id, _] in _uses} | {["matters", id] | some [id, _] in _gaps}

_used_by(collection, id) := {use[2] | some use in _uses; use[0] == collection; use[1] == id}

_subject(collection, id) := judged.subject(collection, {"id": id})

_fact(collection, id, path) := {"collection": collection, "id": id, "path": path}
