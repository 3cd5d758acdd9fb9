# METADATA
# title: Identity is checked in proportion before data is released
# description: >-
#   Looks at requests that released or changed data, that asked for proof of identity, or that opt out: whether
#   identity and authority were confirmed where they had to be, and not asked for where they must not be.
# scope: package
# custom:
#   id: RIGHTS-003
#   profile: standard
#   unit: record
#   subjects:
#   - rights_requests
#   reads:
#   - rights_request.authority_evidence_uri
#   - rights_request.by_agent
#   - rights_request.identity
#   - rights_request.incident_id
#   - rights_request.regime
#   - rights_request.responded_on
#   - rights_request.right
#   - rights_request.status
#   parameters: []
#   reasons:
#   - code: released-unverified
#     result: fail
#     severity: critical
#     absence: open
#     history_after: happened_on
#     message: The {right} request of {received_on} was answered before the requester's identity was confirmed, although
#       proof had been asked for.
#     many: '{count} requests were answered before the identity of the requester was confirmed, although proof
#       had been asked for.'
#   - code: asked-without-reason
#     result: warn
#     severity: low
#     message: Proof of identity was asked for the {right} request of {received_on}, and the reason for doubt is not
#       recorded.
#     many: Proof of identity was asked for {count} requests without a recorded reason for doubt.
#   - code: agent-without-authority
#     result: fail
#     severity: high
#     absence: record
#     history_after: happened_on
#     message: The {right} request of {received_on} came through a representative, and their authority is not on record.
#     many: '{count} requests came through representatives whose authority is not on record.'
#   - code: opt-out-verified
#     result: fail
#     severity: high
#     history_after: happened_on
#     message: Proof of identity was demanded for the opt-out request of {received_on}; none may be.
#     many: Proof of identity was demanded for {count} opt-out requests; none may be.
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: happened_on
#     message: Data was released on the request of {received_on} without confirmed identity, and this has been dealt
#       with as an incident.
#     many: Data was released on {count} requests without confirmed identity, and this has been dealt with as
#       incidents.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 12(6)
#     says: May ask for identity information where there is reasonable doubt.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7060(a)
#     says: Documented, reasonable method of verifying requesters.
#     status: primary
#   remediation: Record the identity check; where data went to the wrong person, open an incident.
package privity.rights.identity_checked

import data.lib.deadlines
import data.lib.facts
import data.lib.judged

_request := input.rights_request if not _ruled_out

_opts_out := {"ccpa-opt-out", "ccpa-limit"}

_with_identity := {
	"access", "portability", "rectification", "erasure",
	"ccpa-know", "ccpa-correct", "ccpa-delete",
}

_closed := {"answered", "partly-refused"}

# Where the record does not say, proof may have been asked for.
_asked_for_proof if not input.rights_request.identity.required == false

# Withdrawn; or a right that releases nothing and asks for nothing; or not answered, and no proof asked for.
_ruled_out if input.rights_request.status == "withdrawn"

_ruled_out if {
	facts.present(input.rights_request, "right")
	not _is_judged
	not _asked_for_proof
	not _through_agent
}

_ruled_out if {
	facts.present(input.rights_request, "right")
	not _is_opt_out
	not _asked_for_proof
	input.rights_request.status in {"open", "refused"}
}

_is_judged if input.rights_request.right in (_opts_out | _with_identity)

_is_opt_out if input.rights_request.right in _opts_out

_through_agent if input.rights_request.by_agent

_subject := judged.subject("rights_requests", _request)

_missing contains path if some path in judged.missing(_request, ["status", "right", "received_on", "identity.required"])

# An answer that came through somebody else: whether it did must be known.
_missing contains "by_agent" if {
	_answered
	facts.absent(_request, "by_agent")
}

_missing contains "responded_on" if {
	_request.status in _closed
	facts.absent(_request, "responded_on")
}

# Reasons for doubt are asked for under EU and UK law alone.
_missing contains "regime" if {
	_required
	facts.absent(_request, "regime")
	facts.absent_or_blank(_request, ["identity", "reason"])
}

_required if _request.identity.required

_answered_on := deadlines.by(_request, ["responded_on"], data.as_of.day) if _request.status in _closed

_answered if _answered_on

_judges_identity if {
	_answered
	_request.right in _with_identity
}

_unverified if {
	_judges_identity
	_required
	facts.absent(_request, ["identity", "verified_on"])
}

_unverified if {
	_judges_identity
	_required
	_request.identity.verified_on > _answered_on
}

_incident if data.inventory.incidents[_request.incident_id]

examined contains judged.changing(
	judged.examined_with("rights_requests", _request, [incident | incident := data.inventory.incidents[_request.incident_id]]),
	[object.get(_request, "responded_on", 0)],
)

_arguments := {
	"right": judged.value("rights_requests", "right", _request.right),
	"received_on": judged.date(_request.received_on),
}

# The day from which the event ages: that of the answer, else today, so that it stays.
_happened_on := _answered_on if {
	_answered_on
} else := data.as_of.day

_aged := object.union(_arguments, {"happened_on": judged.date(_happened_on)})

findings contains {
	"subject": _subject,
	"reason": "released-unverified",
	"args": _aged,
	"relied_on": [_fact("identity.verified_on"), _fact("identity.required"), _fact("responded_on")],
} if {
	_unverified
	not _incident
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": {"received_on": judged.date(_request.received_on), "happened_on": judged.date(_happened_on)},
	"relied_on": [_fact("incident_id"), _fact("identity.verified_on"), _fact("responded_on")],
} if {
	_unverified
	_incident
}

findings contains {
	"subject": _subject,
	"reason": "asked-without-reason",
	"args": _arguments,
	"relied_on": [_fact("identity.reason"), _fact("identity.required")],
} if {
	_required
	_request.regime in {"eu", "uk"}
	facts.absent_or_blank(_request, ["identity", "reason"])
}

findings contains {
	"subject": _subject,
	"reason": "agent-without-authority",
	"args": _aged,
	"relied_on": [_fact("authority_evidence_uri"), _fact("by_agent"), _fact("responded_on")],
} if {
	_answered
	_request.by_agent
	facts.absent_or_blank(_request, "authority_evidence_uri")
}

findings contains {
	"subject": _subject,
	"reason": "opt-out-verified",
	"args": {"received_on": judged.date(_request.received_on), "happened_on": judged.date(_happened_on)},
	"relied_on": [_fact("identity.required"), _fact("right")],
} if {
	_request.right in _opts_out
	_required
}

findings contains judged.not_declared(_subject, "rights_requests", path) if some path in _missing

_fact(path) := {"collection": "rights_requests", "id": _request.id, "path": path}
