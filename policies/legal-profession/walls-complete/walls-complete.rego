# METADATA
# title: Ethical walls are complete and set up in time
# description: >-
#   Looks at every information barrier that stands or is being set up: whether it was in place in time, whether it
#   says who is screened from what and where that is enforced, whether those people confirmed their instructions, and
#   whether the written notice went out.
# scope: package
# custom:
#   id: LEGAL-002
#   profile: standard
#   unit: record
#   subjects:
#   - ethical_walls
#   reads:
#   - ethical_wall.acknowledgements
#   - ethical_wall.enforced_system_ids
#   - ethical_wall.established_on
#   - ethical_wall.fee_excluded
#   - ethical_wall.instructions_sent_on
#   - ethical_wall.matter_ids
#   - ethical_wall.notice_required
#   - ethical_wall.notice_sent_on
#   - ethical_wall.reason
#   - ethical_wall.screened_staff_ids
#   - ethical_wall.status
#   - ethical_wall.trigger_on
#   - firm.regimes
#   parameters:
#   - wall_days
#   - notice_days
#   - hold_ack_days
#   - late_visibility_days
#   reasons:
#   - code: not-established
#     result: fail
#     severity: critical
#     absence: open
#     message: The information barrier {wall} was to be in place by {due_on} and is not.
#     many: '{count} information barriers were to be in place and are not.'
#   - code: established-late
#     result: warn
#     severity: high
#     history_after: met_on
#     message: The information barrier {wall} was put in place on {met_on}, after {due_on}; a lawyer should judge
#       what follows from that.
#     many: '{count} information barriers were put in place late; a lawyer should judge what follows from that.'
#   - code: incomplete-wall
#     result: fail
#     severity: high
#     absence: record
#     message: The information barrier {wall} does not say {fact}.
#     many: '{count} entries are missing from {subjects}.'
#   - code: not-acknowledged
#     result: fail
#     severity: medium
#     absence: open
#     message: A person screened by {wall} has not confirmed the instructions.
#     many: '{count} confirmations of instructions are missing from people screened by information barriers.'
#   - code: notice-not-sent
#     result: fail
#     severity: high
#     absence: open
#     message: The written notice about {wall} was to be sent by {due_on}.
#     many: '{count} written notices about information barriers were to be sent and are not recorded.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The written notice about {wall} was sent on {met_on}, after {due_on}.
#     many: '{count} written notices about information barriers were sent late.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.10(a)(2)
#     says: 'Lateral screening: timely screen, no fee, notice, certifications.'
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.0(k)
#     says: 'Defines screened: timely isolation through adequate procedures.'
#     status: unverified
#   - framework: ABA Model Rule
#     ref: 1.18(b)-(d)
#     says: Protect prospective clients' information; screening conditions.
#     status: primary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.5
#     says: 'Adverse matter with material confidences: effective measures or written consent.'
#     status: secondary
#   remediation: Complete the wall and send the written notice.
package privity.legal_profession.walls_complete

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_wall := input.ethical_wall

_subject := judged.subject("ethical_walls", _wall)

_arguments := {"wall": judged.entity("ethical_walls", _wall.id)}

_today := data.as_of.day

_applies if _wall.status in {"active", "pending"}

_undecided if facts.absent(_wall, "status")

examined contains judged.changing(judged.examined("ethical_walls", _wall), [day | some day in _turns]) if _applies

examined contains judged.examined("ethical_walls", _wall) if _undecided

findings contains judged.not_declared(_subject, "ethical_walls", "status") if _undecided

findings contains judged.not_declared(_subject, "ethical_walls", "trigger_on") if {
	_applies
	facts.absent(_wall, "trigger_on")
}

_turns contains _deadline + 1 if not _established

_turns contains _wall.established_on

_turns contains _wall.instructions_sent_on

_turns contains _confirm_due + 1 if count(_unconfirmed) > 0

_turns contains _notice_due + 1 if not _notified

# In place in time. Whoever joins from another firm must be screened on the day of joining.

_established if _wall.established_on <= _today

_deadline := _wall.trigger_on if {
	_wall.reason == "lateral"
} else := _wall.trigger_on + data.parameters.wall_days if {
	facts.present(_wall, "reason")
}

# Without a reason, the later of the two days is the one that counts for certain.
_latest_deadline := _deadline if {
	facts.present(_wall, "reason")
} else := _wall.trigger_on + data.parameters.wall_days

findings contains {
	"subject": _subject,
	"reason": "not-established",
	"args": object.union(_arguments, {"due_on": judged.date(_latest_deadline)}),
	"relied_on": [_fact("established_on"), _fact("trigger_on"), _fact("reason")],
} if {
	_applies
	not _established
	_today > _latest_deadline
}

findings contains {
	"subject": _subject,
	"reason": "established-late",
	"args": object.union(_arguments, {
		"met_on": judged.date(_wall.established_on),
		"due_on": judged.date(_latest_deadline),
		"days_late": _wall.established_on - _latest_deadline,
	}),
	"relied_on": [_fact("established_on"), _fact("trigger_on"), _fact("reason")],
} if {
	_applies
	_established
	_wall.established_on > _latest_deadline
}

# The reason decides only between the two days.
findings contains judged.not_declared(_subject, "ethical_walls", "reason") if {
	_applies
	facts.absent(_wall, "reason")
	_in_place_or_today > _wall.trigger_on
	_in_place_or_today <= _latest_deadline
}

_in_place_or_today := _wall.established_on if {
	_established
} else := _today

# What it must say.

_unsaid contains path if {
	some path in ["screened_staff_ids", "matter_ids", "enforced_system_ids"]
	facts.absent_or_blank(_wall, path)
}

_instructed if _wall.instructions_sent_on <= _today

_unsaid contains "instructions_sent_on" if {
	_established
	not _instructed
}

_unsaid contains "fee_excluded" if {
	_wall.fee_excluded == false
	"aba" in data.inventory.firm.regimes
}

findings contains {
	"subject": _subject,
	"reason": "incomplete-wall",
	"by": path,
	"args": object.union(_arguments, {"fact": judged.fact("ethical_walls", path)}),
	"relied_on": [_fact(path)],
} if {
	_applies
	some path in _unsaid
}

findings contains judged.not_declared(_subject, "ethical_walls", "fee_excluded") if {
	_applies
	facts.absent(_wall, "fee_excluded")
	"aba" in data.inventory.firm.regimes
}

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, "regimes") if {
	_applies
	not _wall.fee_excluded
	facts.absent(data.inventory.firm, "regimes")
}

# Those who are screened.

_confirmed contains entry.staff_id if {
	some entry in _wall.acknowledgements
	not _confirms_later(entry)
}

_confirms_later(entry) if entry.on > _today

_confirm_due := _wall.instructions_sent_on + data.parameters.hold_ack_days

_unconfirmed contains id if {
	some id in _wall.screened_staff_ids
	not id in _confirmed
}

findings contains {
	"subject": _subject,
	"reason": "not-acknowledged",
	"by": id,
	"args": _arguments,
	"relied_on": [_fact("acknowledgements"), _fact("screened_staff_ids"), _fact("instructions_sent_on")],
} if {
	_applies
	_today > _confirm_due
	some id in _unconfirmed
}

# The written notice to those whose information is protected.

_notified if _wall.notice_sent_on <= _today

_notice_due := _wall.trigger_on + data.parameters.notice_days

_notified_in_time if {
	_notified
	_wall.notice_sent_on <= _notice_due
}

findings contains {
	"subject": _subject,
	"reason": "notice-not-sent",
	"args": object.union(_arguments, {"due_on": judged.date(_notice_due)}),
	"relied_on": [_fact("notice_sent_on"), _fact("notice_required"), _fact("trigger_on")],
} if {
	_applies
	_wall.notice_required
	not _notified
	_today > _notice_due
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(_arguments, {
		"met_on": judged.date(_wall.notice_sent_on),
		"due_on": judged.date(_notice_due),
		"days_late": _wall.notice_sent_on - _notice_due,
	}),
	"relied_on": [_fact("notice_sent_on"), _fact("notice_required"), _fact("trigger_on")],
} if {
	_applies
	_wall.notice_required
	_notified
	_wall.notice_sent_on > _notice_due
}

findings contains judged.not_declared(_subject, "ethical_walls", "notice_required") if {
	_applies
	facts.absent(_wall, "notice_required")
	not _notified_in_time
}

_fact(path) := {"collection": "ethical_walls", "id": _wall.id, "path": path}
