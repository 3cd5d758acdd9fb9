# METADATA
# title: Clients get the privacy notice before their data is collected
# description: >-
#   Looks at every prospective and current client about whom personal data has been collected: whether the privacy
#   notice was given by then, and which version.
# scope: package
# custom:
#   id: TRANS-004
#   profile: standard
#   unit: record
#   subjects:
#   - clients
#   reads:
#   - client.contact_persons_recorded
#   - client.earlier_notice_on
#   - client.exception
#   - client.first_collected_on
#   - client.kind
#   - client.notice_given_on
#   - client.notice_version_id
#   - client.status
#   parameters:
#   - notice_grace_days
#   reasons:
#   - code: no-notice
#     result: fail
#     severity: high
#     absence: open
#     message: '{client}''s data has been collected since {collected_on}, and no privacy notice to them is recorded.'
#     many: Data of {count} clients has been collected, and no privacy notice to them is recorded.
#   - code: version-unknown
#     result: warn
#     severity: low
#     message: It is not recorded which version of the notice {client} received.
#     many: For {count} clients it is not recorded which version of the notice they received.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{client} received the privacy notice on {met_on}, after data was first collected on {due_on}.'
#     many: '{count} clients received the privacy notice after their data was first collected.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 13(1)
#     says: Information to give when collecting from the person, items (a)-(f).
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)
#     says: 'Notice at collection: categories, purposes, sale or sharing, retention.'
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7012(e)
#     says: Required contents of the notice at collection.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-5
#     says: Privacy notice.
#     status: primary
#   remediation: Give the notice now and fix the intake step that skipped it.
package privity.transparency.notice_before_collection

import data.lib.facts
import data.lib.judged

# Clients with personal data at the firm, or perhaps so. One part known to be false is enough for "no".
_client := input.client if {
	object.get(input.client, "status", "current") in {"prospective", "current"}
	_may_have_people(input.client)
	object.get(input.client, "first_collected_on", data.as_of.day) <= data.as_of.day
}

_may_have_people(client) if client.kind == "individual"

_may_have_people(client) if object.get(client, "contact_persons_recorded", true) == true

_may_have_people(client) if facts.absent(client, "kind")

_subject := judged.subject("clients", _client)

# What must be known to say that the control applies.
_undecided contains "status" if facts.absent(_client, "status")

_undecided contains "first_collected_on" if facts.absent(_client, "first_collected_on")

_undecided contains "contact_persons_recorded" if {
	_client.kind == "organisation"
	facts.absent(_client, "contact_persons_recorded")
}

_undecided contains "kind" if {
	facts.absent(_client, "kind")
	object.get(_client, "contact_persons_recorded", false) == false
}

_applies if count(_undecided) == 0

# The last good day: the day of collection itself, or some days more for urgent attendance.

_collected_on := _client.first_collected_on

_with_grace := _collected_on + data.parameters.notice_grace_days

_urgent := {"police-station", "emergency-injunction", "duty-scheme"}

_grace_unknown := {path |
	facts.present(_client, "exception")
	object.get(_client, ["exception", "reason"], "duty-scheme") in _urgent
	some path in judged.missing(_client, ["exception.reason", "exception.approved_by"])
}

_grace if {
	_client.exception.reason in _urgent
	facts.present(_client.exception, "approved_by")
}

_limit := _with_grace if {
	_grace
} else := _collected_on

# The days on which the client got the notice, those ahead included.
_given contains _client.notice_given_on

_given contains _client.earlier_notice_on

_given_on := min({day | some day in _given; day <= data.as_of.day})

# The day by which it was there, or until which it is missing.
_day := _given_on

_day := data.as_of.day if not _given_on

_late if {
	_day > _limit
	not _may_be_in_time
}

# An exception of which too little is declared might give the days that are missing.
_may_be_in_time if {
	count(_grace_unknown) > 0
	_day <= _with_grace
}

_days_ahead := [day | some day in _given]

_turns contains day if some day in _days_ahead

_turns contains _limit + 1 if not _given_on

_turns contains _with_grace + 1 if {
	not _given_on
	count(_grace_unknown) > 0
}

examined contains judged.changing(judged.examined("clients", _client), [day | some day in _turns]) if facts.present(_client, "first_collected_on")

examined contains judged.examined("clients", _client) if facts.absent(_client, "first_collected_on")

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-notice",
		"args": {
			"client": judged.entity("clients", _client.id),
			"collected_on": judged.date(_collected_on),
			"due_on": judged.date(_limit),
			"days_late": data.as_of.day - _limit,
		},
		"relied_on": [_fact("notice_given_on"), _fact("first_collected_on")],
	},
	_days_ahead,
) if {
	_applies
	not _given_on
	_late
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"client": judged.entity("clients", _client.id),
		"due_on": judged.date(_collected_on),
		"met_on": judged.date(_given_on),
		"days_late": _given_on - _limit,
	},
	"relied_on": [_fact("notice_given_on"), _fact("first_collected_on")],
} if {
	_applies
	_late
}

findings contains {
	"subject": _subject,
	"reason": "version-unknown",
	"args": {"client": judged.entity("clients", _client.id)},
	"relied_on": [_fact("notice_version_id")],
} if {
	_applies
	_given_on
	facts.absent(_client, "notice_version_id")
}

findings contains judged.not_declared(_subject, "clients", path) if some path in _undecided

findings contains judged.not_declared(_subject, "clients", path) if {
	_applies
	_day > _limit
	_may_be_in_time
	some path in _grace_unknown
}

_fact(path) := {"collection": "clients", "id": _client.id, "path": path}
