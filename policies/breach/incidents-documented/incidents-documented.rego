# METADATA
# title: Every incident is fully documented, including those not notified
# description: >-
#   Looks at every incident: whether the register holds what the law and good practice ask for, for incidents that
#   were notified and for those that were not.
# scope: package
# custom:
#   id: BREACH-010
#   profile: standard
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.affected_counts
#   - incident.closed_at
#   - incident.contained_at
#   - incident.data_category_ids
#   - incident.decision
#   - incident.detected_at
#   - incident.effects
#   - incident.evidence_preserved
#   - incident.facts
#   - incident.kind
#   - incident.owner_id
#   - incident.personal_data_breach
#   - incident.remedial_actions
#   - incident.restored_at
#   - incident.risk_level
#   - incident.scope_assessed_at
#   - incident.service_affected
#   - incident.status
#   - incident.timeline
#   parameters:
#   - incident_doc_days
#   reasons:
#   - code: not-documented
#     result: fail
#     severity: high
#     absence: record
#     message: The record of {incident} does not give {fact}.
#     many: '{count} details are missing from the records of incidents.'
#   - code: order-broken
#     result: fail
#     severity: low
#     message: The times recorded for {incident} are out of order.
#     many: The times recorded for {subjects} are out of order.
#   - code: evidence-not-kept
#     result: warn
#     severity: medium
#     message: The record of {incident} says that its evidence was not preserved.
#     many: The records of {count} incidents say that their evidence was not preserved.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} details of incidents are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 33(5)
#     says: 'Document every breach: facts, effects, remedial action.'
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-5
#     says: Track and document incidents.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IR-4
#     says: 'Incident handling: prepare, detect, contain, eradicate, recover.'
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.28
#     says: Collection of evidence.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   remediation: Complete the incident register entry.
package privity.breach.incidents_documented

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if not _still_ahead

_still_ahead if incidents.ahead(input.incident)

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

# What the record must give, by what the incident was. While that is not decided, what is asked of every incident.

_asked contains "facts" if _incident

_asked contains path if {
	_is_event
	some path in ["decision", "owner_id"]
}

_asked contains path if {
	_is_breach
	some path in ["effects", "data_category_ids", "affected_counts", "risk_level", "scope_assessed_at", "contained_at"]
}

_asked contains path if {
	_complete_by_now
	some path in _later
}

# The answer decides, not the label; where there is none, a near miss is taken at its label.

_is_breach if _incident.personal_data_breach == true

_is_event if _incident.personal_data_breach == false

_is_event if {
	facts.absent(_incident, "personal_data_breach")
	_incident.kind == "near-miss"
}

# What comes after the containment: asked once the incident is closed, or its time for documenting is over.

_later contains path if {
	_is_breach
	some path in ["remedial_actions", "timeline"]
}

_later contains "restored_at" if {
	_is_breach
	_incident.service_affected == true
}

_later contains "restored_at" if {
	_is_breach
	facts.absent(_incident, "service_affected")
	facts.present(_incident, "restored_at")
}

_complete_by := incidents.within_days(_incident.detected_at.day, data.parameters.incident_doc_days)

_complete_by_now if _incident.status == "closed"

_complete_by_now if incidents.overdue(_complete_by)

_missing := {path | some path in _asked; _not_given(path)}

_missing_later := {path | some path in _later; _not_given(path)}

_not_given(path) if facts.absent_or_blank(_incident, path)

_not_given(path) if _incident[path] == {}

# Nothing is said of a restoration, nor whether there was anything to restore.
_restoration_open if {
	_is_breach
	facts.absent(_incident, "service_affected")
	facts.absent(_incident, "restored_at")
}

_still_owed if count(_missing_later) > 0

_still_owed if _restoration_open

# An event that lies ahead has not happened.
_ahead contains path if {
	some path in (_asked & {"scope_assessed_at", "contained_at", "restored_at"})
	dates.after(_incident[path], data.as_of)
}

examined contains judged.changing(judged.examined("incidents", _incident), _turns)

_turns := [incidents.overdue_from(_complete_by)] if {
	_still_owed
	not _complete_by_now
} else := []

findings contains {
	"subject": _subject,
	"reason": "not-documented",
	"by": path,
	"args": {"incident": _entity, "fact": judged.fact("incidents", path)},
	"relied_on": [_fact(path)],
} if {
	some path in _missing
}

# The order of events.

_steps := [path | some path in ["detected_at", "scope_assessed_at", "closed_at"]; facts.present(_incident, path)]

_out_of_order contains path if {
	some earlier, first in _steps
	some later, path in _steps
	earlier < later
	dates.before(_incident[path], _incident[first])
}

_times := [entry.at | some entry in _incident.timeline; facts.present(entry, "at")]

_out_of_order contains "timeline" if {
	some number, time in _times
	dates.before(_times[number + 1], time)
}

findings contains {
	"subject": _subject,
	"reason": "order-broken",
	"args": {"incident": _entity},
	"relied_on": [_fact(path) | some path in sort(_out_of_order)],
} if {
	count(_out_of_order) > 0
}

findings contains {
	"subject": _subject,
	"reason": "evidence-not-kept",
	"args": {"incident": _entity},
	"relied_on": [_fact("evidence_preserved")],
} if {
	_incident.evidence_preserved == false
}

findings contains judged.not_declared(_subject, "incidents", "personal_data_breach") if {
	facts.absent(_incident, "personal_data_breach")
}

findings contains judged.not_declared(_subject, "incidents", "service_affected") if {
	_restoration_open
	_complete_by_now
}

# Whether the incident is closed, and when its time is over, matters only while something is owed.

findings contains judged.not_declared(_subject, "incidents", path) if {
	_still_owed
	not _complete_by_now
	some path in judged.missing(_incident, ["detected_at", "status"])
}

findings contains judged.dated_ahead(_subject, "incidents", path, _incident[path]) if some path in _ahead

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
