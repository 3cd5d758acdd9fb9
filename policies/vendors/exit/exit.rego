# METADATA
# title: When a vendor relationship ends the data comes back or is deleted
# description: >-
#   Looks at every vendor whose relationship with the firm has ended: whether the data came back or was deleted in
#   time, with a confirmation, and whether its access was ended.
# scope: package
# custom:
#   id: VEND-005
#   profile: standard
#   unit: record
#   subjects:
#   - vendors
#   reads:
#   - vendor.ended_on
#   - vendor.exit
#   parameters:
#   - vendor_exit_days
#   reasons:
#   - code: exit-due
#     result: warn
#     severity: low
#     message: '{vendor}''s contract ended on {ended_on}; its data must be back or deleted by {due_on}.'
#     many: 'The contracts with {count} vendors have ended; their data must soon be back or deleted.'
#   - code: data-still-there
#     result: fail
#     severity: high
#     absence: open
#     message: '{vendor}''s contract ended on {ended_on}, and the return or deletion of the data is not recorded.'
#     many: 'The contracts with {count} vendors ended, and the return or deletion of the data is not recorded.'
#   - code: no-certificate
#     result: warn
#     severity: low
#     message: There is no confirmation from {vendor} that the data was deleted or returned.
#     many: 'From {count} vendors there is no confirmation that the data was deleted or returned.'
#   - code: access-still-open
#     result: fail
#     severity: critical
#     absence: open
#     message: '{vendor}''s contract ended on {ended_on}, and the end of its access is not recorded.'
#     many: 'The contracts with {count} vendors ended, and the end of their access is not recorded.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: What was to end with the contract of {vendor} by {due_on} was done on {met_on}.
#     many: 'What was to end with the contracts of vendors was done late {count} times.'
#   citations:
#   - framework: GDPR
#     ref: Art 28(3)(g)
#     says: At the end the processor deletes or returns all data.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: PS-4
#     says: Remove access when personnel leave.
#     status: primary
#   remediation: Obtain return or deletion and its certificate.
package privity.vendors.exit

import data.lib.facts
import data.lib.judged

_vendor := input.vendor if input.vendor.ended_on <= data.as_of.day

_subject := judged.subject("vendors", _vendor)

_named := judged.entity("vendors", _vendor.id)

_days := data.parameters.vendor_exit_days

# The last good days: for the data, and for the vendor's access.
_deadline := _vendor.ended_on + _days

_access_deadline := _vendor.ended_on + 1

# From here on less than a quarter of the time is left.
_soon_from := floor(_deadline - (_days / 4)) + 1

_returned_on := _vendor.exit.data_returned_or_deleted_on if {
	_vendor.exit.data_returned_or_deleted_on <= data.as_of.day
}

_revoked_on := _vendor.exit.access_revoked_on if _vendor.exit.access_revoked_on <= data.as_of.day

_ahead := [
	object.get(_vendor, ["exit", "data_returned_or_deleted_on"], 0),
	object.get(_vendor, ["exit", "access_revoked_on"], 0),
]

_turns contains day if some day in _ahead

_turns contains day if {
	not _returned_on
	some day in [_soon_from, _deadline + 1]
}

_turns contains _access_deadline + 1 if not _revoked_on

examined contains judged.changing(judged.examined("vendors", _vendor), [day | some day in _turns])

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "exit-due",
		"args": object.union(_arguments, {"due_on": judged.date(_deadline)}),
		"relied_on": [_fact("exit.data_returned_or_deleted_on"), _fact("ended_on")],
	},
	array.concat(_ahead, [_deadline + 1]),
) if {
	not _returned_on
	data.as_of.day >= _soon_from
	data.as_of.day <= _deadline
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "data-still-there",
		"args": object.union(_arguments, {"due_on": judged.date(_deadline), "days_late": data.as_of.day - _deadline}),
		"relied_on": [_fact("exit.data_returned_or_deleted_on"), _fact("ended_on")],
	},
	_ahead,
) if {
	not _returned_on
	data.as_of.day > _deadline
}

findings contains _late("data", _returned_on, _deadline, "exit.data_returned_or_deleted_on") if _returned_on > _deadline

findings contains {
	"subject": _subject,
	"reason": "no-certificate",
	"args": {"vendor": _named},
	"relied_on": [_fact("exit.certificate_uri"), _fact("exit.data_returned_or_deleted_on")],
} if {
	_returned_on
	facts.absent_or_blank(_vendor, ["exit", "certificate_uri"])
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "access-still-open",
		"args": object.union(_arguments, {"due_on": judged.date(_access_deadline), "days_late": data.as_of.day - _access_deadline}),
		"relied_on": [_fact("exit.access_revoked_on"), _fact("ended_on")],
	},
	_ahead,
) if {
	not _revoked_on
	data.as_of.day > _access_deadline
}

findings contains _late("access", _revoked_on, _access_deadline, "exit.access_revoked_on") if _revoked_on > _access_deadline

_late(what, met_on, due_on, path) := {
	"subject": _subject,
	"reason": "remedied-late",
	"by": what,
	"args": {
		"vendor": _named,
		"due_on": judged.date(due_on),
		"met_on": judged.date(met_on),
		"days_late": met_on - due_on,
	},
	"relied_on": [_fact(path), _fact("ended_on")],
}

_arguments := {"vendor": _named, "ended_on": judged.date(_vendor.ended_on)}

_fact(path) := {"collection": "vendors", "id": _vendor.id, "path": path}
