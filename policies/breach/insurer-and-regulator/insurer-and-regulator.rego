# METADATA
# title: For each serious incident, the insurer notice and the report to the regulator are decided and recorded
# description: >-
#   Looks at every serious incident: whether it is decided and recorded, with reasons, if the insurer is told and if
#   the firm reports to its professional regulator.
# scope: package
# custom:
#   id: BREACH-014
#   profile: standard
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - firm.regimes
#   - incident.client_impact
#   - incident.detected_at
#   - incident.insurer_decision
#   - incident.kind
#   - incident.personal_data_breach
#   - incident.regulator_decision
#   - incident.risk_level
#   parameters:
#   - insurer_decision_days
#   - regulator_decision_days
#   reasons:
#   - code: insurer-not-decided
#     result: fail
#     severity: high
#     absence: record
#     message: It is not recorded whether the insurer was told of {incident}; late notice can cost the cover.
#     many: For {count} incidents it is not recorded whether the insurer was told; late notice can cost the cover.
#   - code: regulator-not-decided
#     result: fail
#     severity: high
#     absence: record
#     message: It is not recorded whether {incident} must be reported to the firm's professional regulator.
#     many: 'For {count} incidents it is not recorded whether they must be reported to the firm''s professional
#       regulator.'
#   - code: decision-not-reasoned
#     result: fail
#     severity: medium
#     absence: record
#     message: The decision not to report {incident} to {recipient} has no recorded author or reasons.
#     many: '{count} decisions not to report incidents have no recorded author or reasons.'
#   - code: decision-due
#     result: warn
#     severity: medium
#     message: Whether to tell the insurer of {incident} is to be decided by {due_on}.
#     many: For {count} incidents it is to be decided soon whether to tell the insurer.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: SRA Code (Firms)
#     ref: para 3.9
#     says: Report promptly facts capable of amounting to a serious breach.
#     status: unverified
#   - framework: SRA Code (Firms)
#     ref: para 9.1
#     says: Compliance officers see that reportable matters reach the regulator.
#     status: unverified
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   remediation: Decide with the compliance officer and the broker, and record who decided, when and why.
package privity.breach.insurer_and_regulator

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

_detected := {"day": _incident.detected_at.day} if _decided

# What was decided about each, once its days have come. A decision without a day is taken to have been made.

_insurer := _made(_incident.insurer_decision) if _decided

_regulator := _made(_incident.regulator_decision) if _decided

_made(record) := record if {
	facts.present(record, "decision")
	count(_days_ahead(record)) == 0
}

# The days of a decision that lie ahead.
_days_ahead(record) := [record[field] |
	some field in ["decided_on", "on"]
	record[field] > data.as_of.day
]

# The insurer.

_insurer_due := incidents.within_days(_detected.day, data.parameters.insurer_decision_days)

examined contains judged.changing(judged.examined("incidents", _incident), array.concat(_insurer_turns, _regulator_turns))

_insurer_turns := incidents.turns(_detected, _insurer_due) if {
	not _insurer
} else := []

findings contains {
	"subject": _subject,
	"reason": "decision-due",
	"args": {"incident": _entity, "due_on": judged.date(_insurer_due.day)},
	"relied_on": [_fact("insurer_decision"), _fact("detected_at")],
	"changes_on": incidents.overdue_from(_insurer_due),
} if {
	not _insurer
	incidents.running_out(_detected, _insurer_due)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "insurer-not-decided",
		"args": {"incident": _entity},
		"relied_on": [_fact("insurer_decision"), _fact("detected_at")],
	},
	_days_ahead(object.get(_incident, "insurer_decision", {})),
) if {
	not _insurer
	incidents.overdue(_insurer_due)
}

# The professional regulator, for firms whose rules ask for reports.

_reporting := {"sra", "aba", "us-ca-bar"}

_regulated if {
	some regime in data.inventory.firm.regimes
	regime in _reporting
}

_regulator_due := incidents.within_days(_detected.day, data.parameters.regulator_decision_days)

# For so many days a matter may stay under review.
_review_days := 30

_review_ends := _regulator.decided_on + _review_days if _regulator.decision == "under-review"

_regulator_turns := [incidents.overdue_from(_regulator_due)] if {
	_regulated
	not _regulator
} else := [_review_ends + 1] if {
	_regulated
} else := []

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "regulator-not-decided",
		"args": {"incident": _entity},
		"relied_on": [_fact("regulator_decision"), _fact("detected_at")],
	},
	_days_ahead(object.get(_incident, "regulator_decision", {})),
) if {
	_regulated
	_regulator_open
}

_regulator_open if {
	not _regulator
	incidents.overdue(_regulator_due)
}

_regulator_open if data.as_of.day > _review_ends

# A decision not to tell says who took it, and why.

findings contains {
	"subject": _subject,
	"reason": "decision-not-reasoned",
	"by": field,
	"args": {"incident": _entity, "recipient": recipient},
	"relied_on": [_fact(field)],
} if {
	some field, recipient in _unreasoned
}

_unreasoned["insurer_decision"] := judged.value("incidents", "notifications.recipient_kind", "insurer") if {
	_insurer.decision == "not-needed"
	_bare(_insurer)
}

_unreasoned["regulator_decision"] := "the professional regulator" if {
	_regulated
	_regulator.decision == "not-reportable"
	_bare(_regulator)
}

_bare(record) if facts.absent(record, "decided_by")

_bare(record) if facts.absent_or_blank(record, "reasons")

findings contains judged.not_declared(_subject, "incidents", path) if some path in _missing

# The day of the detection fixes what is due.
findings contains judged.not_declared(_subject, "incidents", "detected_at") if {
	_decided
	facts.absent(_incident, "detected_at")
}

findings contains judged.not_declared(_subject, "incidents", "insurer_decision.on") if {
	_insurer.decision == "notified"
	facts.absent(_insurer, "on")
}

findings contains judged.not_declared(_subject, "incidents", "regulator_decision.on") if {
	_regulated
	_regulator.decision == "reported"
	facts.absent(_regulator, "on")
}

findings contains judged.not_declared(_subject, "incidents", "regulator_decision.decided_on") if {
	_regulated
	_regulator.decision == "under-review"
	facts.absent(_regulator, "decided_on")
}

# Whether it has a regulator to report to, asked while no settled decision is recorded.
findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, "regimes") if {
	_decided
	facts.absent(data.inventory.firm, "regimes")
	not _settled
}

_settled if {
	_regulator.decision == "reported"
	facts.present(_regulator, "on")
}

_settled if {
	_regulator.decision == "not-reportable"
	not _bare(_regulator)
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
