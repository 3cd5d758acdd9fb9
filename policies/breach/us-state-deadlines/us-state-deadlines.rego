# METADATA
# title: US state breach deadlines are met
# description: >-
#   Looks at every incident with unprotected private information of residents of US states: whether residents and
#   state regulators were told in time, or the owner of the data where the firm merely holds it.
# scope: package
# custom:
#   id: BREACH-009
#   profile: essentials
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - incident.data_held_for
#   - incident.discovered_on
#   - incident.encrypted
#   - incident.firm_role
#   - incident.keys_compromised
#   - incident.law_enforcement_hold
#   - incident.notifications
#   - incident.private_information_involved
#   - incident.scope_restore_delay
#   - incident.us_residents
#   parameters:
#   - owner_notice_days
#   - late_visibility_days
#   reasons:
#   - code: notice-due
#     result: warn
#     severity: high
#     message: Residents of {state} affected by {incident} are to be told by {due_on}.
#     many: '{count} notices to residents of US states are due soon.'
#   - code: residents-not-told
#     result: fail
#     severity: critical
#     waivable: false
#     absence: open
#     message: Residents of {state} affected by {incident} were to be told by {due_on}, and no notice is recorded.
#     many: In {count} cases residents of a US state were to be told, and no notice is recorded.
#   - code: regulator-not-told
#     result: fail
#     severity: critical
#     waivable: false
#     absence: open
#     message: '{authority} was to be told of {incident} by {due_on}, and no notice is recorded.'
#     many: '{count} notices to state regulators were due, and none is recorded.'
#   - code: law-enforcement
#     result: suspended
#     severity: low
#     message: Notices about {incident} wait at the request of law enforcement until {until}.
#     many: Notices about {count} incidents wait at the request of law enforcement.
#   - code: owner-not-told
#     result: fail
#     severity: critical
#     waivable: false
#     absence: open
#     message: '{owner}, whose data the firm holds, has not been told of {incident} according to the record.'
#     many: In {count} cases the owner of the data has not been told according to the record.
#   - code: state-not-in-table
#     result: unknown
#     severity: high
#     message: The notice period of {state} is not in the firm's table; a lawyer must supply it.
#     many: 'The notice periods needed for {count} states are not in the firm''s table; a lawyer must supply them.'
#   - code: late-with-reason
#     result: warn
#     severity: medium
#     history_after: met_on
#     message: A notice about {incident} in {state} went out on {met_on}, after {due_on}; the reason is recorded.
#     many: '{count} notices under US state law were late, with recorded reasons.'
#   - code: late-without-reason
#     result: fail
#     severity: high
#     history_after: met_on
#     waivable: false
#     absence: record
#     message: A notice about {incident} in {state} went out on {met_on}, after {due_on}, and no reason is recorded.
#     many: '{count} notices under US state law were late, and no reason is recorded.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: notice-without-state
#     result: warn
#     severity: low
#     message: A notice about {incident} to {recipient} does not say for which state it was sent, so it counts for none.
#     many: '{count} notices do not say for which state they were sent, so they count for none.'
#   citations:
#   - framework: California Civil Code
#     ref: 1798.82 (as amended by SB 446)
#     says: Notify residents within 30 days; AG copy within 15 if over 500.
#     status: secondary
#   - framework: NY Gen. Bus. Law
#     ref: 899-aa
#     says: Notify residents within 30 days of discovery, and state regulators.
#     status: secondary
#   - framework: US state breach laws
#     ref: 50 states, D.C. and territories (general form)
#     says: Notify affected residents, often the AG, within state-set time.
#     status: secondary
#   - framework: CCPA
#     ref: Civ. Code 1798.150(a)(1)
#     says: Private claim for breach of unencrypted data after poor security.
#     status: primary
#   - framework: California Civil Code
#     ref: 1798.82(b)
#     says: Who merely maintains the data tells its owner immediately.
#     status: secondary
#   remediation: Send the missing notice and record any lawful delay reason.
package privity.breach.us_state_deadlines

import data.lib.dates
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if {
	not _ruled_out
}

_ruled_out if incidents.ahead(input.incident)

# One fact is known to take the incident out of these laws.

_ruled_out if input.incident.private_information_involved == false

_ruled_out if {
	input.incident.encrypted == true
	input.incident.keys_compromised == false
}

_ruled_out if {
	facts.present(input.incident, "us_residents")
	every _, number in input.incident.us_residents {
		number == 0
	}
}

# A firm that is under none of these laws is not asked for residents; where it names some, they count.
_ruled_out if {
	facts.absent(input.incident, "us_residents")
	facts.present(data.inventory.firm, "regimes")
	count({regime | some regime in data.inventory.firm.regimes} & {"us-ca-breach", "us-ny-shield", "us-state-breach"}) == 0
}

_missing := judged.missing(_incident, ["us_residents", "private_information_involved"]) | _missing_protection

_missing_protection := set() if {
	_incident.keys_compromised == true
} else := set() if {
	_incident.encrypted == false
} else := {"encrypted"} if {
	facts.absent(_incident, "encrypted")
} else := {"keys_compromised"}

_applies if count(_missing) == 0

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

_discovered := {"day": _incident.discovered_on}

# Who must be told: the owner, where the firm merely holds the data, else the residents.

_for_owner if {
	_applies
	_incident.firm_role == "processor"
	facts.present(_incident, "data_held_for")
}

_for_residents if {
	_applies
	_incident.firm_role in {"controller", "joint"}
}

_missing_role contains "firm_role" if {
	_applies
	facts.absent(_incident, "firm_role")
}

_missing_role contains "data_held_for" if {
	_applies
	_incident.firm_role == "processor"
	facts.absent(_incident, "data_held_for")
}

# The rows of the table for a state.
_rows(state) := {row | some row in data.tables.us_state_breach; row.state == state}

# The row that holds on the day of discovery: the latest to take effect by then.
_row(state) := max({[_effective(row), row] |
	some row in _rows(state)
	_effective(row) <= _incident.discovered_on
})[1]

_effective(row) := dates.parse(_given(row, "effective_from")) if {
	facts.present(row, "effective_from")
} else := -719162

# States with residents. A state whose rules took effect only later does not apply.
_states contains state if {
	_for_residents
	some state, number in _incident.us_residents
	number > 0
	not _too_early(state)
}

_too_early(state) if {
	count(_rows(state)) > 0
	every row in _rows(state) {
		_effective(row) > _incident.discovered_on
	}
}

# The table has columns of its own.
_given(row, column) := row[column]

_known(state) if _row(state).resident_days > 0

# The duties: each with its notices (by number), where it counts from, and its last good day.

_duties["owner"] := {
	"reason": "owner-not-told",
	"numbers": _numbers({"controller"}),
	"start": _discovered,
	"deadline": _moved(incidents.within_days(_incident.discovered_on, data.parameters.owner_notice_days)),
	"args": {"owner": _owner, "state": sort([state | some state, number in _incident.us_residents; number > 0])},
} if {
	_for_owner
}

_duties[state] := {
	"reason": "residents-not-told",
	"numbers": _of_state({"individuals"}, state),
	"start": _discovered,
	"deadline": _moved(_restored(state, incidents.within_days(_incident.discovered_on, _row(state).resident_days))),
	"args": {"state": state},
} if {
	some state in _states
	_known(state)
}

_duties[name] := {
	"reason": "regulator-not-told",
	"numbers": _of_state({"state-ag"}, state),
	"start": start,
	"deadline": _moved(incidents.within_days(start.day, _given(row, "ag_days"))),
	"args": {"state": state, "authority": object.get(row, "attorney_general", "the attorney general")},
} if {
	some state in _states
	row := _row(state)
	_incident.us_residents[state] > _given(row, "ag_threshold")
	start := _attorney_general_from(row, state)
	name := concat("/", [state, "attorney-general"])
}

_duties[name] := {
	"reason": "regulator-not-told",
	"numbers": {number |
		some number in _of_state({"state-ag", "state-agency"}, state)
		_incident.notifications[number].recipient == other.recipient
	},
	"start": _discovered,
	"deadline": _moved(incidents.within_days(_incident.discovered_on, other.days)),
	"args": {"state": state, "authority": object.get(other, "title", other.recipient)},
} if {
	some state in _states
	some other in _row(state).other_recipients
	name := concat("/", [state, other.recipient])
}

# The copy for the attorney general follows the notice to residents; until that is sent, its own absence is the finding.
_attorney_general_from(row, state) := {"day": notice.sent_at.day} if {
	_given(row, "ag_from") == "resident-notice"
	notice := incidents.earliest(_incident, _of_state({"individuals"}, state))
}

_attorney_general_from(row, _) := _discovered if object.get(row, "ag_from", "discovery") == "discovery"

_numbers(kinds) := {number | some number, notice in _incident.notifications; notice.recipient_kind in kinds}

_of_state(kinds, state) := {number | some number in _numbers(kinds); _incident.notifications[number].state == state}

_owner := judged.entity("vendors", _incident.data_held_for) if {
	data.inventory.vendors[_incident.data_held_for]
} else := judged.entity("clients", _incident.data_held_for)

# California alone lets the time for finding out the scope and restoring the system extend the period.
_restored("CA", deadline) := incidents.moved_to(deadline, _incident.scope_restore_delay.until) if {
	not facts.absent_or_blank(_incident, ["scope_restore_delay", "reason"])
} else := deadline

_restored(state, deadline) := deadline if state != "CA"

_moved(deadline) := incidents.moved_to(deadline, _incident.law_enforcement_hold.until) if {
	facts.present(_incident, ["law_enforcement_hold", "until"])
} else := deadline

# A request without an end may reach to any day.
_open_hold if {
	facts.present(_incident, "law_enforcement_hold")
	facts.absent(_incident, ["law_enforcement_hold", "until"])
}

_held if _incident.law_enforcement_hold.until >= data.as_of.day

_sent(duty) := incidents.earliest(_incident, duty.numbers)

_in_time(duty) if dates.same_or_before(_sent(duty).sent_at, duty.deadline)

_undated(duty) if {
	not _in_time(duty)
	incidents.undated(_incident, duty.numbers)
}

_outstanding[name] := duty if {
	some name, duty in _duties
	not _sent(duty)
	not _undated(duty)
}

examined contains judged.changing(judged.examined("incidents", _incident), _turns) if {
	_incident
	not _nothing_applies
}

_nothing_applies if {
	_for_residents
	facts.present(_incident, "discovered_on")
	count(_states) == 0
}

_turns := [day |
	some _, duty in _outstanding
	some day in array.concat(
		incidents.turns(duty.start, duty.deadline),
		incidents.sent_ahead(_incident, duty.numbers),
	)
]

_relied_on := [_fact("notifications"), _fact("discovered_on"), _fact("us_residents")]

_args(duty) := object.union(duty.args, {"incident": _entity, "due_on": judged.date(duty.deadline.day)})

findings contains {
	"subject": _subject,
	"reason": "notice-due",
	"by": name,
	"args": _args(duty),
	"relied_on": _relied_on,
	"changes_on": incidents.overdue_from(duty.deadline),
} if {
	some name, duty in _outstanding
	duty.reason == "residents-not-told"
	not _held
	not _open_hold
	incidents.running_out(duty.start, duty.deadline)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": duty.reason,
		"by": name,
		"args": _args(duty),
		"relied_on": _relied_on,
	},
	incidents.sent_ahead(_incident, duty.numbers),
) if {
	some name, duty in _outstanding
	not _held
	not _open_hold
	incidents.overdue(duty.deadline)
}

findings contains {
	"subject": _subject,
	"reason": "law-enforcement",
	"args": {"incident": _entity, "until": judged.date(_incident.law_enforcement_hold.until)},
	"relied_on": [_fact("law_enforcement_hold"), _fact("notifications")],
	"changes_on": _incident.law_enforcement_hold.until + 1,
} if {
	_held
	count(_outstanding) > 0
}

findings contains {
	"subject": _subject,
	"reason": "state-not-in-table",
	"by": state,
	"args": {"state": state, "incident": _entity},
	"relied_on": [_fact("us_residents"), _fact("discovered_on")],
} if {
	facts.present(_incident, "discovered_on")
	some state in _states
	not _known(state)
}

_late[name] := duty if {
	some name, duty in _duties
	not _open_hold
	not _undated(duty)
	dates.after(_sent(duty).sent_at, duty.deadline)
}

findings contains {
	"subject": _subject,
	"reason": "late-with-reason",
	"by": name,
	"args": object.union(_args(duty), {"met_on": judged.date(_sent(duty).sent_at.day)}),
	"relied_on": _relied_on,
} if {
	some name, duty in _late
	not facts.absent_or_blank(_sent(duty), "delay_reason")
}

findings contains {
	"subject": _subject,
	"reason": "late-without-reason",
	"by": name,
	"args": object.union(_args(duty), {"met_on": judged.date(_sent(duty).sent_at.day)}),
	"relied_on": _relied_on,
} if {
	some name, duty in _late
	facts.absent_or_blank(_sent(duty), "delay_reason")
}

# A notice to people that names another law is sent under that law.
findings contains {
	"subject": _subject,
	"reason": "notice-without-state",
	"by": format_int(number + 1, 10),
	"args": {"incident": _entity, "recipient": incidents.recipient(notice)},
	"relied_on": [_fact("notifications")],
} if {
	_for_residents
	some number, notice in _incident.notifications
	notice.recipient_kind in {"individuals", "state-ag", "state-agency"}
	facts.absent(notice, "state")
	not object.get(notice, "regime", "") in {"eu-gdpr", "uk-gdpr"}
}

findings contains judged.not_declared(_subject, "incidents", path) if some path in (_missing | _missing_role)

findings contains judged.not_declared(_subject, "incidents", "discovered_on") if {
	_applies
	facts.absent(_incident, "discovered_on")
}

findings contains judged.not_declared(_subject, "incidents", "notifications.sent_at") if {
	some duty in _duties
	_undated(duty)
}

findings contains judged.not_declared(_subject, "incidents", "law_enforcement_hold.until") if {
	_open_hold
	some duty in _duties
	not _in_time(duty)
	not _undated(duty)
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
