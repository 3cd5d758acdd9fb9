# METADATA
# title: Breach notifications contain the required information
# description: >-
#   Looks at every incident with a notice that was sent to an authority, to the people concerned or to a client:
#   whether the notices to each say what they must say.
# scope: package
# custom:
#   id: BREACH-006
#   profile: full
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.notifications
#   parameters:
#   - phase_followup_days
#   reasons:
#   - code: missing-item
#     result: fail
#     severity: high
#     message: The notice about {incident} to {recipient} does not cover {item}.
#     many: Notices about breaches leave out {count} required items.
#   - code: follow-up-due
#     result: warn
#     severity: low
#     message: The notice about {incident} to {recipient} is to be completed by {due_on}.
#     many: '{count} notices are to be completed soon.'
#   - code: follow-up-overdue
#     result: fail
#     severity: medium
#     message: The notice about {incident} to {recipient} was to be completed by {due_on}.
#     many: '{count} notices were to be completed, and have not been.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 33(3)
#     says: Minimum contents of the authority notification, (a)-(d).
#     status: primary
#   - framework: GDPR
#     ref: Art 33(4)
#     says: Information may be supplied in phases.
#     status: primary
#   - framework: GDPR
#     ref: Art 34(2)
#     says: Plain-language contents of the notice to individuals.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   remediation: Send a supplementary notification with the missing items.
package privity.breach.notification_contents

import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident

_subject := judged.subject("incidents", _incident)

# What a notice must say, by the kind of recipient (GDPR Arts 33(3) and 34(2); ABA Formal Opinion 483).
_required := {
	"authority": {
		"nature", "subject-categories-and-count", "record-categories-and-count", "dpo-or-contact",
		"likely-consequences", "measures",
	},
	"individuals": {"nature-plain", "contact", "likely-consequences", "measures"},
	"client": {"what-happened", "what-information", "what-firm-is-doing", "what-client-can-do"},
}

# The notices with required contents, by number: {recipient_kind, key}. Notices to one recipient name the same law, state, client and
# office.
_notices[number] := {"recipient_kind": notice.recipient_kind, "key": _key(notice)} if {
	some number, notice in _incident.notifications
	_required[notice.recipient_kind]
	not _other_authority(notice)
}

_key(notice) := concat("/", [text |
	some field in ["recipient_kind", "regime", "state", "client_id", "recipient"]
	text := object.get(notice, field, "")
	text != ""
])

# An authority under another law has a form of its own.

_other_authority(notice) if {
	notice.recipient_kind == "authority"
	facts.present(notice, "regime")
	not _under_gdpr(notice)
}

_under_gdpr(notice) if notice.regime in {"eu-gdpr", "uk-gdpr"}

_other_authority(notice) if {
	notice.recipient_kind == "authority"
	facts.absent(notice, "regime")
	incidents.firm_outside_gdpr
}

# The recipients to whom something was sent, or may have been: what was sent by number, and the days of what is planned.
_recipients contains {
	"key": key,
	"recipient_kind": kind,
	"sent": sent,
	"undated": count(undated),
	"planned": incidents.sent_ahead(_incident, numbers),
} if {
	some {"recipient_kind": kind, "key": key} in _notices
	numbers := {number | some number, notice in _notices; notice.key == key}
	sent := {number | some number in numbers; incidents.happened(_incident.notifications[number].sent_at)}
	undated := {number | some number in numbers; facts.absent(_incident.notifications[number], "sent_at")}
	count(sent | undated) > 0
}

# The latest notice to a recipient; of two sent at once the one further down.
_last(recipient) := _incident.notifications[max({[notice.sent_at.day, object.get(notice.sent_at, "ms", 0), number] |
	some number in recipient.sent
	notice := _incident.notifications[number]
})[2]]

_missing(recipient) := _required[recipient.recipient_kind] - {item |
	some number in recipient.sent
	some item in _incident.notifications[number].content_items
}

_unlisted(recipient) if {
	some number in recipient.sent
	facts.absent(_incident.notifications[number], "content_items")
}

# Everything has been said, and no more was announced.
_done(recipient) if {
	count(recipient.sent) > 0
	count(_missing(recipient)) == 0
	not _more_to_come(recipient)
}

_more_to_come(recipient) if _last(recipient).final == false

# A notice to an authority that does not say under which law it was sent.
_lawless(recipient) if {
	recipient.recipient_kind == "authority"
	facts.absent(_last(recipient), "regime")
}

# What was sent falls short, as far as is known.
_short contains recipient if {
	some recipient in _recipients
	recipient.undated == 0
	not _done(recipient)
	not _lawless(recipient)
}

_start(recipient) := {"day": _last(recipient).sent_at.day}

_deadline(recipient) := incidents.within_days(_last(recipient).sent_at.day, data.parameters.phase_followup_days)

examined contains judged.changing(judged.examined("incidents", _incident), array.concat(_turns, _planned)) if {
	count(_recipients) > 0
}

_turns := [day |
	some recipient in _short
	_more_to_come(recipient)
	some day in incidents.turns(_start(recipient), _deadline(recipient))
]

_planned := [day | some day in incidents.sent_ahead(_incident, {number | some number, _ in _notices})]

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "missing-item",
		"by": concat("/", [recipient.key, item]),
		"args": object.union(_named(recipient), {"item": judged.value("incidents", "notifications.content_items", item)}),
		"relied_on": [_fact("notifications")],
	},
	recipient.planned,
) if {
	some recipient in _short
	_last(recipient).final == true
	not _unlisted(recipient)
	some item in _missing(recipient)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "follow-up-due",
		"by": recipient.key,
		"args": object.union(_named(recipient), {"due_on": judged.date(_deadline(recipient).day)}),
		"relied_on": [_fact("notifications")],
	},
	array.concat(recipient.planned, [incidents.overdue_from(_deadline(recipient))]),
) if {
	some recipient in _short
	_more_to_come(recipient)
	incidents.running_out(_start(recipient), _deadline(recipient))
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "follow-up-overdue",
		"by": recipient.key,
		"args": object.union(_named(recipient), {"due_on": judged.date(_deadline(recipient).day)}),
		"relied_on": [_fact("notifications")],
	},
	recipient.planned,
) if {
	some recipient in _short
	_more_to_come(recipient)
	incidents.overdue(_deadline(recipient))
}

_named(recipient) := {
	"incident": judged.entity("incidents", _incident.id),
	"recipient": incidents.recipient(_last(recipient)),
}

findings contains judged.not_declared(_subject, "incidents", "notifications.sent_at") if {
	some recipient in _recipients
	recipient.undated > 0
	not _done(recipient)
}

findings contains judged.not_declared(_subject, "incidents", "notifications.regime") if {
	some recipient in _recipients
	_lawless(recipient)
	not _done(recipient)
}

findings contains judged.not_declared(_subject, "incidents", "notifications.content_items") if {
	some recipient in _short
	_unlisted(recipient)
	count(_missing(recipient)) > 0
}

# Whether more is to follow decides only where something is missing.
findings contains judged.not_declared(_subject, "incidents", "notifications.final") if {
	some recipient in _short
	not _unlisted(recipient)
	facts.absent(_last(recipient), "final")
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
