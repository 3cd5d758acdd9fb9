# METADATA
# title: Processing stays within the purposes and data the client agreed to
# description: >-
#   Looks at every consent that stands for an activity carried out for the client, and asks whether the purposes and the
#   data really in use for this client are among those that the client agreed to.
# scope: package
# custom:
#   id: CONSENT-006
#   profile: standard
#   unit: client
#   subjects:
#   - consent_records
#   reads:
#   - client.activity_ids
#   - client.purposes_in_use
#   - consent_record.activity_id
#   - consent_record.client_id
#   - consent_record.data_category_ids
#   - consent_record.expires_on
#   - consent_record.given_at
#   - consent_record.kind
#   - consent_record.purposes
#   - consent_record.superseded_by
#   - consent_record.withdrawn_at
#   - matter.activity_ids
#   - matter.client_id
#   - matter.purposes_in_use
#   - matter.status
#   - processing_activity.data_category_ids
#   - processing_activity.lawful_basis
#   - processing_activity.purposes
#   - processing_activity.regimes
#   - processing_activity.status
#   parameters: []
#   reasons:
#   - code: outside-purpose
#     result: fail
#     severity: critical
#     message: '{activity} is carried out for {client} for the purpose {purpose}, which the consent on record does
#       not cover.'
#     many: In {count} cases data is used for a purpose that the consent on record does not cover.
#   - code: outside-data
#     result: fail
#     severity: critical
#     message: '{activity} uses {category} of {client}, which the consent on record does not cover.'
#     many: In {count} cases a kind of data is used that the consent on record does not cover.
#   - code: in-use-not-declared
#     result: unknown
#     severity: medium
#     message: '{client} agreed to part of {activity}, and the register does not say which parts are carried out for
#       this client.'
#     many: For {count} consents to part of an activity, the register does not say which parts are carried out for
#       the client.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(b)
#     says: Collect for specified, explicit purposes; no incompatible further use.
#     status: primary
#   - framework: GDPR
#     ref: Art 6(1)
#     says: Processing needs one of six lawful bases.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(1)
#     says: Controller must be able to prove that consent was given.
#     status: primary
#   remediation: Stop what goes beyond the consent or ask for a wider one; record which purposes are carried out for
#     the client.
package privity.consent.within_consent

import data.lib.consents
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_records := object.get(input, "consent_records", {})

# Consents to which the control applies, or may apply: a fact that would tell is not declared.
_candidates contains id if {
	some id, consent in _records
	_may_carry(consent)
	_may_stand(consent)
	not _does_not_apply(consent)
}

_does_not_apply(consent) if _outside(consent.activity_id)

_may_carry(consent) if consent.kind in consents.kinds

_may_carry(consent) if facts.absent(consent, "kind")

_may_stand(consent) if consents.status_at(consent, data.as_of, _records) == "active"

_may_stand(consent) if _undated(consent)

_undated(consent) if not consents.status_at(consent, data.as_of, _records)

# Activities known not to be judged: not active, without a purpose that rests on consent, or not carried out.
_outside(activity_id) if data.inventory.processing_activities[activity_id].status != "active"

_outside(activity_id) if {
	activity := data.inventory.processing_activities[activity_id]
	count(consents.consent_purposes(activity)) == 0
	count(consents.undecided(activity)) == 0
}

_outside(activity_id) if {
	not activity_id in _carried_out
	count(_open_matters(activity_id)) == 0
}

_carried_out := {id |
	some matter in input.matters
	matter.status in {"intake", "open"}
	some id in matter.activity_ids
} | {id | some id in input.client.activity_ids}

# What would tell whether a matter carries the activity out: [matter, field].
_open_matters(activity_id) := {[id, field] |
	some id, matter in input.matters
	not _elsewhere(matter, activity_id)
	some field in judged.missing(matter, ["status", "activity_ids"])
}

_elsewhere(matter, _) if matter.status == "closed"

_elsewhere(matter, activity_id) if not activity_id in object.get(matter, "activity_ids", [activity_id])

# What is missing to say whether the control applies to a consent: [collection, id, field].
_gaps(consent) := (_gaps_of_consent(consent) | _gaps_of_activity(consent)) | _gaps_of_matters(consent)

_gaps_of_consent(consent) := {["consent_records", consent.id, field] |
	some field in judged.missing(consent, ["kind", "client_id", "activity_id"])
} | {["consent_records", consent.id, "given_at"] | _undated(consent)}

_gaps_of_activity(consent) := {["processing_activities", consent.activity_id, "status"] |
	facts.absent(object.get(data.inventory.processing_activities, consent.activity_id, {}), "status")
} | {["processing_activities", consent.activity_id, field] |
	some field in consents.undecided(data.inventory.processing_activities[consent.activity_id])
}

_gaps_of_matters(consent) := {["matters", gap[0], gap[1]] |
	activity_id := consent.activity_id
	some gap in _open_matters(activity_id)
	not activity_id in _carried_out
}

findings contains elsewhere.not_declared(_subject(consent_id), collection, ids, field) if {
	some consent_id in _candidates
	gaps := _gaps(_records[consent_id])
	some [collection, _, field] in gaps
	ids := {gap[1] | some gap in gaps; gap[0] == collection; gap[2] == field}
}

# All consents to one activity are judged together, once nothing is missing for any of them.
_settled := {_records[id].activity_id | some id in _complete} - {_records[id].activity_id | some id in (_candidates - _complete)}

_complete contains id if {
	some id in _candidates
	count(_gaps(_records[id])) == 0
}

# The consents that stand at a moment, and what the client agreed to with them: purposes, or kinds of data.
_standing(activity_id, moment) := {id |
	some id, consent in _records
	consent.activity_id == activity_id
	consent.kind in consents.kinds
	consents.status_at(consent, moment, _records) == "active"
}

_agreed(activity_id, moment, field) := {value |
	some id in _standing(activity_id, moment)
	some value in _records[id][field]
}

# The consent given last, on which the findings are made.
_latest := {activity_id: max(ranked)[2] |
	some activity_id in _settled
	ranked := {[given_at.day, object.get(given_at, "ms", 0), id] |
		some id in _standing(activity_id, data.as_of)
		given_at := _records[id].given_at
	}
}

# The purposes of an activity: on consent, on another basis, or on one that is not declared.
_purposes := {activity_id: {"consent": consented, "open": open, "other": (declared - consented) - open} |
	some activity_id in _settled
	activity := data.inventory.processing_activities[activity_id]
	declared := {purpose.id | some purpose in activity.purposes}
	consented := consents.consent_purposes(activity)
	open := {purpose.id | some purpose in activity.purposes; count(consents.undecided_basis(activity, purpose)) > 0}
}

# Where the client's part in an activity is written down, or could be: [collection, id]. Matters that are closed count
# too, while the use goes on elsewhere (rulings, CONSENT-006).
_holders(activity_id) := {["matters", id] |
	some id, matter in input.matters
	_holds(matter, activity_id)
} | {["clients", input.client.id] | _holds(input.client, activity_id)}

_holds(record, activity_id) if activity_id in record.activity_ids

_holds(record, activity_id) if {
	some entry in record.purposes_in_use
	entry.activity_id == activity_id
}

_record("matters", id) := input.matters[id]

_record("clients", _) := input.client

_entries := {activity_id: entries |
	some activity_id in _settled
	entries := [entry |
		some [collection, id] in _holders(activity_id)
		some entry in _record(collection, id).purposes_in_use
		entry.activity_id == activity_id
	]
}

# Data that is used only for purposes on another basis does not rest on consent.
_entries_on_consent := {activity_id: [entry | some entry in entries; not _on_other_basis(entry, other)] |
	some activity_id, entries in _entries
	other := _purposes[activity_id].other
}

_on_other_basis(entry, other) if {
	every id in entry.purpose_ids {
		id in other
	}
}

# What is in use for this client on consent, as far as that is written down; and what else may be, where it is not.
_in_use := {activity_id: {
	"purposes": {id | some entry in entries; some id in entry.purpose_ids} - _purposes[activity_id].other,
	"data_category_ids": {id | some entry in _entries_on_consent[activity_id]; some id in entry.data_category_ids},
} |
	some activity_id, entries in _entries
}

_perhaps_in_use := {activity_id: {
	"purposes": {id |
		_unwritten(activity_id, "purpose_ids")
		some id in (_purposes[activity_id].consent | _purposes[activity_id].open)
	},
	"data_category_ids": {id |
		_unwritten(activity_id, "data_category_ids")
		some id in data.inventory.processing_activities[activity_id].data_category_ids
	},
} |
	some activity_id in _settled
}

_unwritten(activity_id, _) if count(_entries[activity_id]) == 0

_unwritten(activity_id, field) if {
	some entry in _entries_on_consent[activity_id]
	facts.absent(entry, field)
}

# What goes beyond the consents that stand at a moment.
_beyond(activity_id, moment, field) := (in_use | perhaps) - _agreed(activity_id, moment, field) if {
	in_use := _in_use[activity_id][field]
	perhaps := _perhaps_in_use[activity_id][field]
}

_excess := {activity_id: excess |
	some activity_id in _settled
	excess := {field: _beyond(activity_id, data.as_of, field) | some field in ["purposes", "data_category_ids"]}
}

# Consents that do not say what they cover, where it matters: [activity, field, consent].
_silent contains [activity_id, field, id] if {
	some activity_id, excess in _excess
	some field, values in excess
	count(values) > 0
	some id in _standing(activity_id, data.as_of)
	facts.absent(_records[id], field)
}

findings contains judged.not_declared(_subject(id), "consent_records", field) if {
	some [_, field, id] in _silent
}

# The same where every consent says what it covers: there the excess is certain.
_certain := {activity_id: certain |
	some activity_id, excess in _excess
	certain := {field: values | some field, values in excess; not [activity_id, field] in silent}
} if {
	silent := {[one[0], one[1]] | some one in _silent}
}

findings contains judged.changing(
	{
		"subject": _subject(_latest[activity_id]),
		"reason": "outside-purpose",
		"by": purpose,
		"args": object.union(
			consents.parties(_records[_latest[activity_id]]),
			{"purpose": judged.part("processing_activities", activity_id, "purposes", purpose)},
		),
		"relied_on": _places(activity_id, "purposes"),
	},
	_days_of_change(activity_id, "purposes", purpose),
) if {
	some activity_id, certain in _certain
	some purpose in ((certain.purposes & _in_use[activity_id].purposes) & _purposes[activity_id].consent)
}

findings contains judged.changing(
	{
		"subject": _subject(_latest[activity_id]),
		"reason": "outside-data",
		"by": category,
		"args": object.union(
			consents.parties(_records[_latest[activity_id]]),
			{"category": judged.entity("data_categories", category)},
		),
		"relied_on": _places(activity_id, "data_category_ids"),
	},
	_days_of_change(activity_id, "data_category_ids", category),
) if {
	some activity_id, certain in _certain
	some category in (certain.data_category_ids & _in_use[activity_id].data_category_ids)
}

# The client agreed to a part, and which parts are carried out is written down nowhere: [activity, field, value].
_unclear contains [activity_id, "purposes", purpose] if {
	some activity_id, certain in _certain
	some purpose in ((certain.purposes - _in_use[activity_id].purposes) & _purposes[activity_id].consent)
}

_unclear contains [activity_id, "data_category_ids", category] if {
	some activity_id, certain in _certain
	some category in (certain.data_category_ids - _in_use[activity_id].data_category_ids)
}

findings contains judged.changing(
	{
		"subject": _subject(_latest[activity_id]),
		"reason": "in-use-not-declared",
		"args": consents.parties(_records[_latest[activity_id]]),
		"relied_on": array.concat(
			_places_of_use(activity_id),
			[_fact("consent_records", _latest[activity_id], field) | some field in sort(fields)],
		),
	},
	[day | some day in _turns(activity_id); not _unclear_on(activity_id, {"day": day})],
) if {
	some activity_id in {unclear[0] | some unclear in _unclear}
	fields := {unclear[1] | some unclear in _unclear; unclear[0] == activity_id}
}

_unclear_on(activity_id, moment) if {
	_latest[activity_id] in _standing(activity_id, moment)
	some unclear in _unclear
	unclear[0] == activity_id
	unclear[2] in _beyond(activity_id, moment, unclear[1])
}

# A purpose in use whose basis is not declared, or that the activity does not have at all.
findings contains elsewhere.not_declared(_subject(_latest[activity_id]), "processing_activities", {activity_id}, field) if {
	some activity_id, certain in _certain
	some purpose in (certain.purposes - _purposes[activity_id].consent)
	some field in _open_purpose(activity_id, purpose)
}

_open_purpose(activity_id, id) := {field |
	activity := data.inventory.processing_activities[activity_id]
	some purpose in activity.purposes
	purpose.id == id
	some field in consents.undecided_basis(activity, purpose)
} if {
	id in _purposes[activity_id].open
} else := {"purposes"}

findings contains elsewhere.not_declared(_subject(_latest[activity_id]), "processing_activities", {activity_id}, "data_category_ids") if {
	some activity_id in _settled
	_unwritten(activity_id, "data_category_ids")
	facts.absent(data.inventory.processing_activities[activity_id], "data_category_ids")
}

# For the forecast: the days on which any consent to the activity begins or ends.
_turns(activity_id) := {day |
	some consent in _records
	consent.activity_id == activity_id
	some day in consents.turns(consent, _records)
}

# A finding changes when its consent ends, or when another comes that covers the use.
_days_of_change(activity_id, field, value) := [day |
	some day in _turns(activity_id)
	not _lasts(activity_id, {"day": day}, field, value)
]

_lasts(activity_id, moment, field, value) if {
	_latest[activity_id] in _standing(activity_id, moment)
	value in _beyond(activity_id, moment, field)
}

# Where nothing goes too far today: the days on which the consents that are left cover less than what is in use.
_lapses := {activity_id: days |
	some activity_id, excess in _excess
	count(excess.purposes | excess.data_category_ids) == 0
	days := {day |
		some day in _turns(activity_id)
		some field in ["purposes", "data_category_ids"]
		count(_beyond(activity_id, {"day": day}, field)) > 0
	}
}

examined contains judged.changing(
	judged.examined_with("consent_records", consent, _others(consent)),
	[day | some day in _lapses[consent.activity_id]; id in _standing(consent.activity_id, {"day": day})],
) if {
	some id in _candidates
	consent := _records[id]
}

_others(consent) := array.concat(
	array.concat(
		[activity | activity := data.inventory.processing_activities[consent.activity_id]],
		[_record(holder[0], holder[1]) | some holder in _holders(consent.activity_id)],
	),
	[_records[id] | some id in _standing(consent.activity_id, data.as_of)],
)

_places(activity_id, field) := array.concat(
	[_fact("consent_records", id, field) |
		some id in array.concat([_latest[activity_id]], sort(_standing(activity_id, data.as_of) - {_latest[activity_id]}))
	],
	_places_of_use(activity_id),
)

_places_of_use(activity_id) := [_fact(holder[0], holder[1], "purposes_in_use") | some holder in sort(_holders(activity_id))]

_subject(id) := {"collection": "consent_records", "id": id}

_fact(collection, id, path) := {"collection": collection, "id": id, "path": path}
