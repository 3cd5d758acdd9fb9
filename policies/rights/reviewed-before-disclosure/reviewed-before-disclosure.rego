# METADATA
# title: Disclosures are reviewed for privilege and other people's data
# description: >-
#   Looks at every request that was answered with material from matters: whether a lawyer reviewed it for privilege,
#   and somebody for other people's data, before it went out.
# scope: package
# custom:
#   id: RIGHTS-005
#   profile: standard
#   unit: record
#   subjects:
#   - rights_requests
#   reads:
#   - rights_request.incident_id
#   - rights_request.matter_ids
#   - rights_request.privilege_review
#   - rights_request.received_on
#   - rights_request.released_item_ids
#   - rights_request.responded_on
#   - rights_request.right
#   - rights_request.status
#   - rights_request.third_party_review_on
#   parameters: []
#   reasons:
#   - code: not-reviewed
#     result: fail
#     severity: critical
#     absence: record
#     history_after: happened_on
#     message: Material from {matter} was released on the request of {received_on}, and no lawyer's review for privilege
#       before release is recorded.
#     many: On {count} requests material from matters was released without a recorded review by a lawyer.
#   - code: others-not-reviewed
#     result: fail
#     severity: high
#     absence: record
#     history_after: happened_on
#     message: Material was released on the request of {received_on}, and no review for other people's data is recorded.
#     many: 'On {count} requests material was released without a recorded review for other people''s data.'
#   - code: withheld-released
#     result: fail
#     severity: critical
#     history_after: happened_on
#     message: An item that was to be withheld appears among what was released on the request of {received_on}.
#     many: '{count} items that were to be withheld appear among what was released.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: happened_on
#     message: The release on the request of {received_on} was not in order and has been dealt with as an incident.
#     many: '{count} releases were not in order and have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: UK DPA 2018
#     ref: Sch 2 Pt 4 para 19
#     says: Privileged or client-confidential data exempt from Arts 13-15.
#     status: primary
#   - framework: GDPR
#     ref: Art 15(4)
#     says: A copy must not harm the rights of others.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.145(b)
#     says: Rights duties yield where they would breach California evidentiary privilege.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.6(a)
#     says: Do not reveal client information without informed consent or authority.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.3
#     says: Keep current and former clients' affairs confidential.
#     status: primary
#   remediation: Have a lawyer review before release; recall anything released in error.
package privity.rights.reviewed_before_disclosure

import data.lib.deadlines
import data.lib.facts
import data.lib.judged

_ruled_out if {
	facts.present(input.rights_request, "right")
	not _hands_out
}

_ruled_out if {
	facts.present(input.rights_request, "status")
	not _was_answered
}

_hands_out if input.rights_request.right in {"access", "portability", "ccpa-know"}

_was_answered if input.rights_request.status in {"answered", "partly-refused"}

# No matters named: nothing of a matter was searched.
_ruled_out if facts.absent_or_blank(input.rights_request, "matter_ids")

# An answer that lies ahead has released nothing.
_ruled_out if input.rights_request.responded_on > data.as_of.day

_request := input.rights_request if not _ruled_out

_subject := judged.subject("rights_requests", _request)

_missing contains path if some path in judged.missing(_request, ["right", "status", "received_on", "responded_on"])

_answered_on := deadlines.by(_request, ["responded_on"], data.as_of.day) if count(_missing) == 0

_incident if data.inventory.incidents[_request.incident_id]

examined contains judged.examined_with("rights_requests", _request, [incident | incident := data.inventory.incidents[_request.incident_id]])

_arguments := {
	"received_on": judged.date(_request.received_on),
	"happened_on": judged.date(_answered_on),
}

_reviewed if {
	_request.privilege_review.done_on <= _answered_on
	not _request.privilege_review.reviewer_is_lawyer == false
}

_faults contains {
	"reason": "not-reviewed",
	"args": object.union(_arguments, {"matter": judged.entity("matters", min(_request.matter_ids))}),
	"relied_on": [_fact("privilege_review"), _fact("responded_on"), _fact("matter_ids")],
} if {
	_answered_on
	not _reviewed
}

_others_reviewed if _request.third_party_review_on <= _answered_on

_faults contains {
	"reason": "others-not-reviewed",
	"args": _arguments,
	"relied_on": [_fact("third_party_review_on"), _fact("responded_on"), _fact("matter_ids")],
} if {
	_answered_on
	not _others_reviewed
}

_faults contains {
	"reason": "withheld-released",
	"by": item,
	"args": _arguments,
	"relied_on": [_fact("released_item_ids"), _fact("privilege_review.withheld_item_ids")],
} if {
	_answered_on
	some item in _request.privilege_review.withheld_item_ids
	item in _request.released_item_ids
}

findings contains object.union(fault, {"subject": _subject}) if {
	not _incident
	some fault in _faults
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": _arguments,
	"relied_on": array.concat([_fact("incident_id")], sort({fact | some fault in _faults; some fact in fault.relied_on})),
} if {
	_incident
	count(_faults) > 0
}

findings contains judged.not_declared(_subject, "rights_requests", path) if some path in _missing

# Whether a lawyer did the review in time.
findings contains judged.not_declared(_subject, "rights_requests", "privilege_review.reviewer_is_lawyer") if {
	_reviewed
	facts.absent(_request, ["privilege_review", "reviewer_is_lawyer"])
}

_fact(path) := {"collection": "rights_requests", "id": _request.id, "path": path}
