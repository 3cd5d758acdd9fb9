# METADATA
# title: Client communications about a breach are cleared before release
# description: >-
#   Looks at every notice about an incident that went to clients, to the people concerned or to the press: whether
#   somebody cleared it before it was sent.
# scope: package
# custom:
#   id: BREACH-012
#   profile: full
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.notifications
#   parameters:
#   - late_visibility_days
#   reasons:
#   - code: not-cleared
#     result: warn
#     severity: medium
#     history_after: sent_on
#     message: The record does not show that the notice about {incident} to {recipient} was cleared for privilege
#       and for other clients' confidences before it was sent.
#     many: For {count} notices the record does not show that they were cleared before they were sent.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.6(a)
#     says: Do not reveal client information without informed consent or authority.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: '1.4'
#     says: Keep clients reasonably informed so that they can decide.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   remediation: Have counsel review the message before it is sent.
package privity.breach.communications_cleared

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if not _still_ahead

_still_ahead if incidents.ahead(input.incident)

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_checks := {"privilege", "ongoing-investigation", "other-clients-confidentiality"}

# The notices, by their numbers, that went out to such a recipient, or may have: what has no day or no recipient.
_notices[number] := notice if {
	some number, notice in _incident.notifications
	not _elsewhere(notice)
	not _unsent(notice)
}

_elsewhere(notice) if {
	facts.present(notice, "recipient_kind")
	not _confidential(notice)
}

_confidential(notice) if notice.recipient_kind in {"client", "individuals", "press"}

_unsent(notice) if dates.after(notice.sent_at, data.as_of)

# When they are sent: days that lie ahead may bring a finding.
_days := [notice.sent_at.day |
	some notice in _incident.notifications
	not _elsewhere(notice)
]

_cleared(notice) if {
	facts.present(notice, "reviewed_by")
	dates.same_or_before(notice.reviewed_at, notice.sent_at)
	count(_checks - {point | some point in notice.review_checks}) == 0
}

_uncleared[number] := notice if {
	some number, notice in _notices
	not _cleared(notice)
}

examined contains judged.changing(judged.examined("incidents", _incident), _days) if count(_notices) > 0

# What has neither recipient nor day yields none: it is asked for below.
findings contains {
	"subject": _subject,
	"reason": "not-cleared",
	"by": format_int(number + 1, 10),
	"args": {
		"incident": _entity,
		"recipient": incidents.recipient(notice),
		"sent_on": judged.date(notice.sent_at.day),
	},
	"relied_on": [_fact("notifications")],
} if {
	some number, notice in _uncleared
}

findings contains judged.not_declared(_subject, "incidents", concat(".", ["notifications", field])) if {
	some notice in _uncleared
	some field in judged.missing(notice, ["recipient_kind", "sent_at"])
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
