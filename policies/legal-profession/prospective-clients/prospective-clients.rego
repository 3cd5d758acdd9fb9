# METADATA
# title: Prospective clients' information is limited, protected and not kept needlessly
# description: >-
#   Looks at every prospective client and everyone whose matter was declined: whether details were heard only after
#   conflicts were cleared, whether what could disqualify the firm is kept from the others, and whether no more is
#   kept than conflict checks need.
# scope: package
# custom:
#   id: LEGAL-009
#   profile: full
#   unit: record
#   subjects:
#   - clients
#   reads:
#   - client.decline_letter_on
#   - client.declined_on
#   - client.prospect
#   - client.status
#   parameters:
#   - prospect_retention_days
#   reasons:
#   - code: details-before-clearance
#     result: fail
#     severity: high
#     absence: open
#     message: Detailed facts were taken from {client} before the conflict check was cleared.
#     many: 'From {count} prospective clients detailed facts were taken before the conflict check was cleared.'
#   - code: not-restricted
#     result: fail
#     severity: high
#     absence: record
#     message: '{client} told the firm things that could disqualify it, and access to them is not restricted.'
#     many: '{count} prospective clients told the firm things that could disqualify it, and access to them is not restricted.'
#   - code: kept-too-long
#     result: fail
#     severity: medium
#     absence: open
#     message: '{client} was declined on {declined_on}, and more than what conflict checks need is still kept.'
#     many: 'Of {count} people whose matters were declined more than what conflict checks need is still kept.'
#   - code: no-decline-letter
#     result: warn
#     severity: low
#     message: No letter declining to act for {client} is on record.
#     many: 'For {count} people whose matters were declined no letter is on record.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.18(b)-(d)
#     says: Protect prospective clients' information; screening conditions.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 510 (2024)
#     says: Limit intake to what is needed to decide on representation.
#     status: secondary
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   remediation: Reduce the record to names and dates needed for conflict checks.
package privity.legal_profession.prospective_clients

import data.lib.facts
import data.lib.judged

_record := input.client

_subject := judged.subject("clients", _record)

_arguments := {"client": judged.entity("clients", _record.id)}

_today := data.as_of.day

_applies if _record.status in {"prospective", "declined"}

_undecided if facts.absent(_record, "status")

_declined if _record.status == "declined"

_prospect := object.get(_record, "prospect", {})

_detailed if _prospect.info_level == "detailed"

_keep_until := _record.declined_on + data.parameters.prospect_retention_days if _declined

examined contains judged.changing(judged.examined("clients", _record), [day | some day in _turns]) if _applies

examined contains judged.examined("clients", _record) if _undecided

_turns contains _keep_until + 1

_turns contains _prospect.detailed_on

findings contains judged.not_declared(_subject, "clients", "status") if _undecided

findings contains judged.not_declared(_subject, "clients", "prospect.info_level") if {
	_applies
	facts.absent(_prospect, "info_level")
}

# Details are heard once conflicts are cleared. What lies ahead has not happened.

_details_ahead if _prospect.detailed_on > _today

_cleared if _prospect.conflict_cleared_on <= _today

_cleared_first if {
	_cleared
	_prospect.conflict_cleared_on <= _prospect.detailed_on
}

_order_unknown if {
	_cleared
	facts.absent(_prospect, "detailed_on")
}

findings contains {
	"subject": _subject,
	"reason": "details-before-clearance",
	"args": _arguments,
	"relied_on": [_fact("prospect.conflict_cleared_on"), _fact("prospect.detailed_on"), _fact("prospect.info_level")],
} if {
	_applies
	_detailed
	not _details_ahead
	not _cleared_first
	not _order_unknown
}

findings contains judged.not_declared(_subject, "clients", "prospect.detailed_on") if {
	_applies
	_detailed
	_order_unknown
}

_unrestricted if count(object.get(_prospect, "restricted_to_staff_ids", [])) == 0

findings contains {
	"subject": _subject,
	"reason": "not-restricted",
	"args": _arguments,
	"relied_on": [_fact("prospect.restricted_to_staff_ids"), _fact("prospect.disqualifying_info")],
} if {
	_applies
	_prospect.disqualifying_info
	_unrestricted
}

# Who only left a name is not asked.
findings contains judged.not_declared(_subject, "clients", "prospect.disqualifying_info") if {
	_applies
	_detailed
	_unrestricted
	facts.absent(_prospect, "disqualifying_info")
}

_over if {
	_today > _keep_until
	not _prospect.reduced_to_conflict_record
	not _prospect.on_hold
}

# A name and a kind of case may be all that there ever was.
_perhaps_reduced if {
	_prospect.info_level == "minimal"
	facts.absent(_prospect, "reduced_to_conflict_record")
}

findings contains {
	"subject": _subject,
	"reason": "kept-too-long",
	"args": object.union(_arguments, {"declined_on": judged.date(_record.declined_on)}),
	"relied_on": [_fact("prospect.reduced_to_conflict_record"), _fact("declined_on"), _fact("prospect.on_hold")],
} if {
	_over
	not _perhaps_reduced
}

findings contains judged.not_declared(_subject, "clients", "prospect.reduced_to_conflict_record") if {
	_over
	_perhaps_reduced
}

findings contains judged.not_declared(_subject, "clients", "declined_on") if {
	_declined
	facts.absent(_record, "declined_on")
	not _prospect.reduced_to_conflict_record
	not _prospect.on_hold
}

_letter if _record.decline_letter_on <= _today

findings contains {
	"subject": _subject,
	"reason": "no-decline-letter",
	"args": _arguments,
	"relied_on": [_fact("decline_letter_on"), _fact("declined_on")],
} if {
	_declined
	_detailed
	not _letter
}

_fact(path) := {"collection": "clients", "id": _record.id, "path": path}
