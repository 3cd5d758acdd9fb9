# METADATA
# title: After each serious incident the firm decides whether evidence must be put under hold
# description: >-
#   Looks at every serious incident: whether the firm decided in time if evidence must be put under a legal hold, and
#   whether the hold that it names stands.
# scope: package
# custom:
#   id: BREACH-015
#   profile: standard
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.client_impact
#   - incident.detected_at
#   - incident.kind
#   - incident.personal_data_breach
#   - incident.preservation_decision
#   - incident.risk_level
#   - legal_hold.status
#   - legal_hold.triggered_on
#   parameters:
#   - preservation_decision_days
#   reasons:
#   - code: hold-not-decided
#     result: fail
#     severity: high
#     absence: record
#     message: It is not recorded whether evidence about {incident} must be preserved for a claim or an investigation.
#     many: For {count} incidents it is not recorded whether evidence must be preserved.
#   - code: hold-missing
#     result: fail
#     severity: high
#     absence: record
#     message: Evidence about {incident} is said to be under hold, and no such hold is in the register.
#     many: For {count} incidents evidence is said to be under hold, and no such hold is in the register.
#   - code: hold-in-draft
#     result: warn
#     severity: medium
#     message: The hold for {incident} is still a draft; the duty to preserve already runs.
#     many: The holds for {count} incidents are still drafts; the duty to preserve already runs.
#   - code: decision-not-reasoned
#     result: fail
#     severity: medium
#     absence: record
#     message: The decision that no hold is needed for {incident} has no recorded author or reasons.
#     many: For {count} incidents the decision that no hold is needed has no recorded author or reasons.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: US Fed. R. Civ. P.
#     ref: 37(e)
#     says: Consequences for losing electronic information that should be preserved.
#     status: unverified
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.28
#     says: Collection of evidence.
#     status: primary
#   - framework: GDPR
#     ref: Art 33(5)
#     says: 'Document every breach: facts, effects, remedial action.'
#     status: primary
#   remediation: Decide whether a claim or investigation is likely, issue the hold, or record why none is needed.
package privity.breach.evidence_preserved

import data.lib.elsewhere
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if not _ruled_out

_ruled_out if incidents.ahead(input.incident)

_ruled_out if {
	not _serious
	count(incidents.undecided_seriousness(input.incident)) == 0
}

_serious if incidents.serious(input.incident)

_missing := incidents.undecided_seriousness(_incident)

_decided if count(_missing) == 0

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_due := incidents.within_days(_incident.detected_at.day, data.parameters.preservation_decision_days) if _decided

# What was decided, once its day has come. A decision without a day is taken to have been made.
_decision := _incident.preservation_decision if {
	_decided
	facts.present(_incident, ["preservation_decision", "decision"])
	not _decision_ahead
}

_decision_ahead if _incident.preservation_decision.decided_on > data.as_of.day

# The hold that was issued, where the register has it.

_issued if _decision.decision == "hold-issued"

_hold := data.inventory.legal_holds[_decision.legal_hold_id] if _issued

examined contains judged.changing(judged.examined_with("incidents", _incident, _others), _turns) if _incident

_others := [hold | hold := _hold]

_turns := [incidents.overdue_from(_due)] if {
	not _decision
} else := []

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "hold-not-decided",
		"args": {"incident": _entity},
		"relied_on": [_fact("preservation_decision"), _fact("detected_at")],
	},
	[object.get(_incident, ["preservation_decision", "decided_on"], 0)],
) if {
	not _decision
	incidents.overdue(_due)
}

findings contains {
	"subject": _subject,
	"reason": "hold-missing",
	"args": {"incident": _entity},
	"relied_on": [_fact("preservation_decision.legal_hold_id")],
} if {
	_issued
	not _hold
}

# A hold that began only after the decision is not the one that was decided.
findings contains {
	"subject": _subject,
	"reason": "hold-missing",
	"args": {"incident": _entity},
	"relied_on": [_fact("preservation_decision.legal_hold_id"), _hold_fact("triggered_on"), _fact("preservation_decision.decided_on")],
} if {
	_began_later
}

_began_later if _hold.triggered_on > _decision.decided_on

findings contains {
	"subject": _subject,
	"reason": "hold-in-draft",
	"args": {"incident": _entity},
	"relied_on": [_hold_fact("status"), _fact("preservation_decision.legal_hold_id")],
} if {
	_hold.status == "draft"
	not _began_later
}

findings contains {
	"subject": _subject,
	"reason": "decision-not-reasoned",
	"args": {"incident": _entity},
	"relied_on": [_fact("preservation_decision")],
} if {
	_decision.decision == "not-needed"
	_bare
}

_bare if facts.absent(_decision, "decided_by")

_bare if facts.absent_or_blank(_decision, "reasons")

findings contains judged.not_declared(_subject, "incidents", path) if some path in _missing

# The day of the detection fixes what is due.
findings contains judged.not_declared(_subject, "incidents", "detected_at") if {
	_decided
	facts.absent(_incident, "detected_at")
}

findings contains judged.not_declared(_subject, "incidents", "preservation_decision.decided_on") if {
	_hold
	facts.absent(_decision, "decided_on")
}

findings contains elsewhere.not_declared(_subject, "legal_holds", {_hold.id}, path) if {
	some path in judged.missing(_hold, ["triggered_on", "status"])
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}

_hold_fact(path) := {"collection": "legal_holds", "id": _hold.id, "path": path}
