# METADATA
# title: Legal holds are issued, acknowledged and released properly
# description: >-
#   Looks at every legal hold: whether the instruction to preserve went out in time and reached those who must follow
#   it, whether it says what must be kept, whether the client was told, and whether a release was decided by a lawyer
#   and explained.
# scope: package
# custom:
#   id: LEGAL-005
#   profile: essentials
#   unit: record
#   subjects:
#   - legal_holds
#   reads:
#   - legal_hold.asset_ids
#   - legal_hold.client_told_on
#   - legal_hold.count_only
#   - legal_hold.custodians
#   - legal_hold.issued_on
#   - legal_hold.kind
#   - legal_hold.last_reminder_on
#   - legal_hold.last_reviewed_on
#   - legal_hold.matter_ids
#   - legal_hold.release_reason
#   - legal_hold.released_by
#   - legal_hold.released_by_lawyer
#   - legal_hold.released_on
#   - legal_hold.scope_text
#   - legal_hold.status
#   - legal_hold.triggered_on
#   parameters:
#   - hold_issue_days
#   - hold_ack_days
#   - hold_reminder_days
#   reasons:
#   - code: not-issued
#     result: fail
#     severity: critical
#     absence: open
#     message: '{hold} has been needed since {triggered_on}, and no instruction to preserve is recorded.'
#     many: 'For {count} legal holds no instruction to preserve is recorded, and the time to issue it is over.'
#   - code: not-acknowledged
#     result: warn
#     severity: medium
#     message: '{custodian} has not yet confirmed {hold}, issued on {issued_on}.'
#     many: '{count} confirmations of legal holds are outstanding.'
#   - code: not-acknowledged-long
#     result: fail
#     severity: high
#     absence: open
#     message: '{custodian} has not confirmed {hold}, issued on {issued_on}.'
#     many: '{count} confirmations of legal holds have been outstanding for more than three times the time allowed.'
#   - code: reminder-due
#     result: warn
#     severity: low
#     message: The people bound by {hold} were last reminded on {last_on}.
#     many: 'For {count} legal holds the people bound by them are due a reminder.'
#   - code: no-scope
#     result: fail
#     severity: high
#     absence: record
#     message: '{hold} does not say what must be kept.'
#     many: '{count} legal holds do not say what must be kept.'
#   - code: release-not-recorded
#     result: fail
#     severity: high
#     absence: record
#     message: '{hold} was released on {released_on}, and the lawyer and the reason are not both recorded.'
#     many: 'For {count} released legal holds the lawyer and the reason are not both recorded.'
#   - code: client-not-told
#     result: fail
#     severity: high
#     absence: open
#     message: The record does not show that the client was told to preserve documents for {hold}.
#     many: 'For {count} legal holds the record does not show that the client was told to preserve documents.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{hold} was issued on {met_on}, after {due_on}.'
#     many: '{count} legal holds were issued late.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: US Fed. R. Civ. P.
#     ref: 37(e)
#     says: Consequences for losing electronic information that should be preserved.
#     status: unverified
#   - framework: CPR (E&W)
#     ref: PD 31B para 7
#     says: When litigation is contemplated, lawyers tell clients to preserve documents.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 3.4(a)
#     says: Do not unlawfully destroy or conceal potential evidence.
#     status: unverified
#   remediation: Issue or chase the hold notice; document the release.
package privity.legal_profession.legal_holds

import data.lib.facts
import data.lib.judged

_hold := input.legal_hold

_subject := judged.subject("legal_holds", _hold)

_arguments := {"hold": judged.entity("legal_holds", _hold.id)}

# A hold of which no more is said than that it exists: those who may read about it are asked elsewhere.
_counted if _hold.count_only

_issue_due := _hold.triggered_on + data.parameters.hold_issue_days

_issued if _hold.issued_on <= data.as_of.day

_told if _hold.client_told_on <= data.as_of.day

_released if _hold.released_on <= data.as_of.day

# Duties run until the release: what fell due before it and was not done stays on the record, and nothing falls due after.
_until := _hold.released_on - 1 if {
	_released
} else := data.as_of.day

_confirm_due := _hold.issued_on + data.parameters.hold_ack_days

_confirm_long_due := _hold.issued_on + (3 * data.parameters.hold_ack_days)

_reminded_on := max({_hold.issued_on} | {day | day := _hold.last_reminder_on; day <= data.as_of.day}) if _issued

_reminder_due := _reminded_on + data.parameters.hold_reminder_days

examined contains judged.changing(judged.examined("legal_holds", _hold), [day | some day in _turns])

# The first days of other verdicts.
_turns contains _issue_due + 1 if not _counted

_turns contains _reminder_due + 1 if not _counted

_turns contains day + 1 if {
	not _counted
	count(_unconfirmed) > 0
	some day in [_confirm_due, _confirm_long_due]
}

_turns contains _hold.issued_on if not _counted

_turns contains _hold.released_on if not _counted

# The instruction.

findings contains {
	"subject": _subject,
	"reason": "not-issued",
	"args": object.union(_arguments, {"triggered_on": judged.date(_hold.triggered_on)}),
	"relied_on": [_fact("issued_on"), _fact("triggered_on")],
} if {
	not _counted
	not _issued
	_until > _issue_due
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(_arguments, {
		"met_on": judged.date(_hold.issued_on),
		"due_on": judged.date(_issue_due),
		"days_late": _hold.issued_on - _issue_due,
	}),
	"relied_on": [_fact("issued_on"), _fact("triggered_on")],
} if {
	not _counted
	_issued
	_hold.issued_on > _issue_due
}

# Those who must follow it, by their place in the list.

_unconfirmed[index] := person if {
	some index, person in _hold.custodians
	not _confirmed(person)
}

_confirmed(person) if person.acknowledged_on <= data.as_of.day

_custodian(person) := judged.entity("staff", person.staff_id) if {
	facts.present(person, "staff_id")
} else := judged.entity("legal_holds", _hold.id)

_waiting := "not-acknowledged-long" if {
	_until > _confirm_long_due
} else := "not-acknowledged" if {
	_until > _confirm_due
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": _waiting,
		"by": object.get(person, "staff_id", format_int(index, 10)),
		"args": object.union(_arguments, {
			"custodian": _custodian(person),
			"issued_on": judged.date(_hold.issued_on),
		}),
		"relied_on": [_fact("custodians"), _fact("issued_on")],
	},
	[_confirm_long_due + 1],
) if {
	not _counted
	_issued
	some index, person in _unconfirmed
}

findings contains {
	"subject": _subject,
	"reason": "reminder-due",
	"args": object.union(_arguments, {"last_on": judged.date(_reminded_on)}),
	"relied_on": [_fact("last_reminder_on"), _fact("issued_on")],
} if {
	not _counted
	not _released
	data.as_of.day > _reminder_due
}

# What must be kept.

_without_scope contains "scope_text" if facts.absent_or_blank(_hold, "scope_text")

_without_scope contains path if {
	every list in ["matter_ids", "asset_ids", "custodians"] {
		count(object.get(_hold, list, [])) == 0
	}
	some path in ["matter_ids", "asset_ids", "custodians"]
}

findings contains {
	"subject": _subject,
	"reason": "no-scope",
	"args": _arguments,
	"relied_on": [_fact(path) | some path in array.reverse(sort(_without_scope))],
} if {
	not _counted
	count(_without_scope) > 0
}

# The release.

_release_incomplete contains path if {
	some path in ["released_by", "release_reason"]
	facts.absent_or_blank(_hold, path)
}

_release_incomplete contains "released_by_lawyer" if not _hold.released_by_lawyer

findings contains {
	"subject": _subject,
	"reason": "release-not-recorded",
	"args": object.union(_arguments, {"released_on": judged.date(_hold.released_on)}),
	"relied_on": array.concat([_fact(path) | some path in sort(_release_incomplete)], [_fact("released_on")]),
} if {
	not _counted
	_released
	count(_release_incomplete) > 0
}

findings contains judged.not_declared(_subject, "legal_holds", "released_on") if {
	not _counted
	_hold.status == "released"
	facts.absent(_hold, "released_on")
}

# The client.

_untold if {
	not _counted
	not _told
	_until > _issue_due
}

findings contains {
	"subject": _subject,
	"reason": "client-not-told",
	"args": _arguments,
	"relied_on": [_fact("client_told_on"), _fact("kind"), _fact("triggered_on")],
} if {
	_untold
	_hold.kind == "client-matter"
}

findings contains judged.not_declared(_subject, "legal_holds", "kind") if {
	_untold
	facts.absent(_hold, "kind")
}

findings contains judged.not_declared(_subject, "legal_holds", "triggered_on") if facts.absent(_hold, "triggered_on")

findings contains judged.not_declared(_subject, "legal_holds", "last_reviewed_on") if {
	_counted
	facts.absent(_hold, "last_reviewed_on")
}

_fact(path) := {"collection": "legal_holds", "id": _hold.id, "path": path}
