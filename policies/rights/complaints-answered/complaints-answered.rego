# METADATA
# title: UK data protection complaints are acknowledged in 30 days and answered
# description: >-
#   Looks at every data protection complaint under UK law received on or after 19 June 2026: whether it was
#   acknowledged within 30 days, and answered within the time that the firm allows itself.
# scope: package
# custom:
#   id: RIGHTS-008
#   profile: standard
#   unit: record
#   subjects:
#   - complaints
#   reads:
#   - complaint.acknowledged_on
#   - complaint.outcome_on
#   - complaint.received_on
#   - complaint.regime
#   parameters:
#   - strict_day_count
#   - complaint_outcome_months
#   reasons:
#   - code: ack-due
#     result: warn
#     severity: medium
#     message: The data protection complaint of {received_on} is to be acknowledged by {due_on}.
#     many: '{count} data protection complaints are soon to be acknowledged.'
#   - code: not-acknowledged
#     result: fail
#     severity: high
#     absence: open
#     waivable: false
#     message: The data protection complaint of {received_on} was to be acknowledged by {due_on}.
#     many: '{count} data protection complaints were to be acknowledged and are not.'
#   - code: no-outcome
#     result: fail
#     severity: medium
#     absence: open
#     message: The data protection complaint of {received_on} has had no outcome for {months} months.
#     many: '{count} data protection complaints have had no outcome within the time that the firm allows
#       itself.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The data protection complaint of {received_on} was acknowledged or decided on {met_on}, after {due_on}.
#     many: '{count} times a data protection complaint was acknowledged or decided late.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: not-under-uk-gdpr
#     message: The UK GDPR is not among the laws that apply to the firm.
#   citations:
#   - framework: UK DPA 2018
#     ref: s.164A (DUAA 2025 s.103)
#     says: Facilitate complaints; acknowledge within 30 days; from 19 June 2026.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: PM-26
#     says: Manage privacy complaints.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P7
#     says: Complaints and questions are tracked and answered.
#     status: primary
#   remediation: Acknowledge and investigate the complaint.
package privity.rights.complaints_answered

import data.lib.dates
import data.lib.deadlines
import data.lib.facts
import data.lib.judged

_in_force_from := 20623 # 19 June 2026: DPA 2018, s.164A

not_applicable := "not-under-uk-gdpr" if {
	regimes := data.inventory.firm.regimes
	not "uk-gdpr" in regimes
}

_ruled_out if {
	facts.present(input.complaint, "regime")
	input.complaint.regime != "uk"
}

_ruled_out if input.complaint.received_on < _in_force_from

_complaint := input.complaint if not _ruled_out

_subject := judged.subject("complaints", _complaint)

_missing contains path if some path in judged.missing(_complaint, ["regime", "received_on"])

_received_on := _complaint.received_on if count(_missing) == 0

_today := data.as_of.day

# The day of receipt is the first of thirty, or the day before it.
_ack_due := _received_on + 30 if {
	data.parameters.strict_day_count == false
} else := _received_on + 29

_outcome_due := dates.add_months(_received_on, data.parameters.complaint_outcome_months)

_outcome_on := deadlines.by(_complaint, ["outcome_on"], _today)

# An outcome acknowledges the complaint too.
_acknowledged_on := min(days) if {
	days := {day | some path in ["acknowledged_on", "outcome_on"]; day := deadlines.by(_complaint, [path], _today)}
	count(days) > 0
}

_turns := [day |
	some days in [_ack_days, _outcome_days]
	some day in days
]

_ahead := {day | some path in ["acknowledged_on", "outcome_on"]; day := object.get(_complaint, path, 0)}

_ack_days := set() if {
	_acknowledged_on
} else := {deadlines.first_closing(_ack_due, _received_on), _ack_due + 1} | _ahead if {
	_received_on
} else := set()

_outcome_days := set() if {
	_outcome_on
} else := {_outcome_due + 1} | _ahead if {
	_received_on
} else := set()

examined contains judged.changing(judged.examined("complaints", _complaint), _turns)

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "ack-due",
		"args": {"received_on": judged.date(_received_on), "due_on": judged.date(_ack_due)},
		"relied_on": [_fact("acknowledged_on"), _fact("received_on")],
	},
	[day | some day in _ack_days],
) if {
	not _acknowledged_on
	deadlines.closing(_ack_due, _received_on, _today)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-acknowledged",
		"args": {"received_on": judged.date(_received_on), "due_on": judged.date(_ack_due)},
		"relied_on": [_fact("acknowledged_on"), _fact("received_on")],
	},
	[day | some day in _ack_days],
) if {
	not _acknowledged_on
	_today > _ack_due
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-outcome",
		"args": {
			"received_on": judged.date(_received_on),
			"months": data.parameters.complaint_outcome_months,
		},
		"relied_on": [_fact("outcome_on"), _fact("received_on")],
	},
	[day | some day in _outcome_days],
) if {
	not _outcome_on
	_today > _outcome_due
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": "acknowledged_on",
	"args": {
		"received_on": judged.date(_received_on),
		"met_on": judged.date(_acknowledged_on),
		"due_on": judged.date(_ack_due),
	},
	"relied_on": [_fact("acknowledged_on"), _fact("received_on")],
} if {
	_acknowledged_on > _ack_due
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": "outcome_on",
	"args": {
		"received_on": judged.date(_received_on),
		"met_on": judged.date(_outcome_on),
		"due_on": judged.date(_outcome_due),
	},
	"relied_on": [_fact("outcome_on"), _fact("received_on")],
} if {
	_outcome_on > _outcome_due
}

findings contains judged.not_declared(_subject, "complaints", path) if some path in _missing

_fact(path) := {"collection": "complaints", "id": _complaint.id, "path": path}
