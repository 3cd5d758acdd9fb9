# METADATA
# title: Former clients get their file back on request
# description: >-
#   Looks at every closed matter whose client has asked for the file: whether it was handed over in time, wholly or
#   with a reason for what was kept back, and whether there is a receipt.
# scope: package
# custom:
#   id: LEGAL-007
#   profile: full
#   unit: record
#   subjects:
#   - matters
#   reads:
#   - matter.client_id
#   - matter.file_request
#   - matter.status
#   parameters:
#   - file_return_days
#   reasons:
#   - code: not-delivered
#     result: fail
#     severity: high
#     absence: open
#     message: '{client} asked for the file of {matter} on {requested_on}, and its delivery is not recorded.'
#     many: '{count} clients asked for their file, and its delivery is not recorded.'
#   - code: withheld-without-reason
#     result: fail
#     severity: medium
#     absence: record
#     message: Part of the file of {matter} was withheld, and the reason is not recorded.
#     many: 'Parts of {count} files were withheld, and the reason is not recorded.'
#   - code: no-receipt
#     result: warn
#     severity: low
#     message: There is no receipt for the file of {matter}.
#     many: 'There is no receipt for {count} files that were handed over.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The file of {matter} was delivered on {met_on}, after {due_on}.
#     many: '{count} files were delivered late.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.16(d)
#     says: On termination surrender papers and property the client is entitled to.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 471 (2015)
#     says: What papers and property a former client gets back.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.15(a)
#     says: Keep trust records [five years] after the representation ends.
#     status: secondary
#   remediation: Deliver the file and keep the receipt.
package privity.legal_profession.file_returned

import data.lib.facts
import data.lib.judged

_matter := input.matter

_subject := judged.subject("matters", _matter)

_today := data.as_of.day

_request := _matter.file_request if _matter.file_request.requested_on <= _today

_applies if {
	_request
	_matter.status == "closed"
}

_undecided if {
	_request
	facts.absent(_matter, "status")
}

_client := judged.entity("clients", _matter.client_id) if {
	facts.present(_matter, "client_id")
} else := judged.entity("matters", _matter.id)

_arguments := {"matter": judged.entity("matters", _matter.id), "client": _client}

_due := _request.requested_on + data.parameters.file_return_days

_delivered if _request.delivered_on <= _today

examined contains judged.changing(judged.examined("matters", _matter), [_due + 1, object.get(_request, "delivered_on", 0)]) if _applies

examined contains judged.examined("matters", _matter) if _undecided

findings contains judged.not_declared(_subject, "matters", "status") if _undecided

_lien if not facts.absent_or_blank(_request, "lien_reason")

# The firm says why it keeps the file, and not whether the law there permits that.
_lien_undecided if {
	_lien
	facts.absent(_request, "permitted_by_law")
}

_may_keep if {
	_lien
	_request.permitted_by_law
}

_overdue if {
	_applies
	not _delivered
	_today > _due
}

findings contains {
	"subject": _subject,
	"reason": "not-delivered",
	"args": object.union(_arguments, {"requested_on": judged.date(_request.requested_on)}),
	"relied_on": [_fact("delivered_on"), _fact("requested_on"), _fact("lien_reason")],
} if {
	_overdue
	not _may_keep
	not _lien_undecided
}

findings contains judged.not_declared(_subject, "matters", "file_request.permitted_by_law") if {
	_overdue
	_lien_undecided
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(_arguments, {
		"met_on": judged.date(_request.delivered_on),
		"due_on": judged.date(_due),
		"days_late": _request.delivered_on - _due,
	}),
	"relied_on": [_fact("delivered_on"), _fact("requested_on")],
} if {
	_applies
	_delivered
	_request.delivered_on > _due
}

findings contains {
	"subject": _subject,
	"reason": "withheld-without-reason",
	"args": _arguments,
	"relied_on": [_fact("withheld_reason"), _fact("delivered")],
} if {
	_applies
	_delivered
	_request.delivered == "partial"
	facts.absent_or_blank(_request, "withheld_reason")
}

findings contains {
	"subject": _subject,
	"reason": "no-receipt",
	"args": _arguments,
	"relied_on": [_fact("receipt_uri"), _fact("delivered_on")],
} if {
	_applies
	_delivered
	facts.absent_or_blank(_request, "receipt_uri")
}

findings contains judged.not_declared(_subject, "matters", "file_request.delivered") if {
	_applies
	_delivered
	facts.absent(_request, "delivered")
}

_fact(path) := {"collection": "matters", "id": _matter.id, "path": concat(".", ["file_request", path])}
