# METADATA
# title: Affected clients are told promptly about breaches of their matter data
# description: >-
#   Looks at every incident that matters to the affairs of named clients: whether each of them was told within the
#   firm's own limit and the limit in the client's terms.
# scope: package
# custom:
#   id: BREACH-008
#   profile: standard
#   unit: inventory
#   subjects:
#   - incidents
#   reads:
#   - client_terms.breach_notice_from
#   - client_terms.breach_notice_hours
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - incident.affected_client_ids
#   - incident.aware_at
#   - incident.client_impact
#   - incident.detected_at
#   - incident.former_client_ids
#   - incident.former_client_notice
#   - incident.law_enforcement_hold
#   - incident.notifications
#   parameters:
#   - client_notice_days
#   - late_visibility_days
#   reasons:
#   - code: notice-due
#     result: warn
#     severity: high
#     message: '{client} is to be told of {incident} by {due_at}, the earlier of the firm''s limit and the client''s
#       own terms.'
#     many: '{count} notices to clients are due soon.'
#   - code: not-told
#     result: fail
#     severity: critical
#     absence: open
#     message: '{client} was to be told of {incident} by {due_at}, and no notice is recorded.'
#     many: '{count} notices to clients were due, and none is recorded.'
#   - code: contract-late
#     result: fail
#     severity: medium
#     history_after: met_at
#     message: '{client} was told of {incident} on {met_at}; the terms agreed with the client asked for {due_at}.'
#     many: '{count} clients were told later than the terms agreed with them ask for.'
#   - code: former-not-decided
#     result: unknown
#     severity: medium
#     message: It is not recorded whether the former client {client} must be told of {incident}.
#     many: For {count} former clients it is not recorded whether they must be told.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{client} was told of {incident} on {met_on}, later than the firm''s own limit of {due_on}.'
#     many: '{count} clients were told later than the firm''s own limit.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: '1.4'
#     says: Keep clients reasonably informed so that they can decide.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 7.11
#     says: Be open when things go wrong; explain promptly.
#     status: unverified
#   - framework: ABA Model Rule
#     ref: 1.9(c)
#     says: Do not use or reveal former clients' information.
#     status: secondary
#   - framework: SRA Code (Firms)
#     ref: para 3.5
#     says: Be open with clients when things go wrong and put matters right where possible.
#     status: unverified
#   remediation: Notify the client with enough detail to decide what to do.
package privity.breach.clients_told

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_impacts := {"material", "substantially-likely-material", "service-impaired"}

_incidents[id] := incident if {
	some id, incident in data.inventory.incidents
	not _ruled_out(incident)
}

_ruled_out(incident) if incidents.ahead(incident)

_ruled_out(incident) if incident.client_impact == "none"

_ruled_out(incident) if {
	facts.present(incident, "affected_client_ids")
	count(_clients(incident)) == 0
}

# The former clients are among those affected, and count where they stand only in their own list.
_clients(incident) := {id | some id in incident.affected_client_ids} | _former(incident)

_former(incident) := {id | some id in incident.former_client_ids}

# What the terms of clients say of breaches, by client.
_terms[client][id] := terms if {
	some id, terms in data.inventory.client_terms
	client := terms.client_id
	facts.present(terms, "breach_notice_hours")
}

_binding(incident, client) := {id: terms |
	some id, terms in object.get(_terms, client, {})
	incidents.in_force(terms, incident.aware_at.day)
}

# The limits: each with the moment from which it runs, and its last good moment.

_firm_limit(incident) := {
	"contract": false,
	"start": incident.aware_at,
	"deadline": _moved(incident, incidents.within_hours(incident.aware_at, 24 * data.parameters.client_notice_days)),
}

_contract_limit(incident, terms) := {
	"contract": true,
	"start": start,
	"deadline": _moved(incident, incidents.within_hours(start, terms.breach_notice_hours)),
} if {
	start := incident[_clock(terms)]
}

_clock(terms) := "detected_at" if {
	terms.breach_notice_from == "detection"
} else := "aware_at"

_moved(incident, deadline) := incidents.moved_to(deadline, incident.law_enforcement_hold.until) if {
	facts.present(incident, ["law_enforcement_hold", "until"])
} else := deadline

# A request without an end may reach to any day.
_open_hold(incident) if {
	facts.present(incident, "law_enforcement_hold")
	facts.absent(incident, ["law_enforcement_hold", "until"])
}

# One duty for each client affected; none for former clients who need not be told.
_duties contains {
	"incident": incident,
	"client": client,
	"terms": binding,
	"numbers": _numbers(incident, client),
	"start": [limit.start | some limit in limits; limit.deadline == deadline][0],
	"deadline": deadline,
	"contract": [limit.deadline | some limit in limits; limit.contract],
} if {
	some incident in _incidents
	incident.client_impact in _impacts
	facts.present(incident, "aware_at")
	some client in _clients(incident)
	not _spared(incident, client)
	binding := _binding(incident, client)
	limits := array.concat([_firm_limit(incident)], [_contract_limit(incident, terms) | some terms in binding])
	deadline := incidents.first_of([limit.deadline | some limit in limits])
}

_spared(incident, client) if {
	client in _former(incident)
	incident.former_client_notice == "not-required"
}

_undecided(duty) if {
	duty.client in _former(duty.incident)
	facts.absent(duty.incident, "former_client_notice")
}

_numbers(incident, client) := {number |
	some number, notice in incident.notifications
	notice.recipient_kind == "client"
	notice.client_id == client
}

_sent(duty) := incidents.earliest(duty.incident, duty.numbers)

_told_by(duty, deadline) if dates.same_or_before(_sent(duty).sent_at, deadline)

_in_time(duty) if _told_by(duty, duty.deadline)

# A notice without a time may have been in time.
_undated(duty) if {
	not _in_time(duty)
	incidents.undated(duty.incident, duty.numbers)
}

# A notice to a client that does not say to whom may have been for this one.
_nameless(duty) if {
	not _in_time(duty)
	some notice in duty.incident.notifications
	notice.recipient_kind == "client"
	facts.absent(notice, "client_id")
	_may_count(duty, notice)
}

_may_count(_, notice) if facts.absent(notice, "sent_at")

_may_count(duty, notice) if {
	incidents.happened(notice.sent_at)
	not _sent(duty)
}

_may_count(duty, notice) if {
	incidents.happened(notice.sent_at)
	dates.same_or_before(notice.sent_at, duty.deadline)
}

_doubtful(duty) if _undecided(duty)

_doubtful(duty) if _undated(duty)

_doubtful(duty) if _nameless(duty)

_doubtful(duty) if _open_hold(duty.incident)

_outstanding contains duty if {
	some duty in _duties
	not _sent(duty)
	not _doubtful(duty)
}

_late contains duty if {
	some duty in _duties
	not _doubtful(duty)
	dates.after(_sent(duty).sent_at, duty.deadline)
}

_contract_deadline(duty) := incidents.first_of(duty.contract) if count(duty.contract) > 0

_contract_missed(duty) if dates.after(_sent(duty).sent_at, _contract_deadline(duty))

examined contains judged.changing(judged.examined_with("incidents", incident, _others(incident)), _turns(incident)) if {
	some incident in _incidents
}

_others(incident) := [terms |
	some duty in _duties
	duty.incident.id == incident.id
	some terms in duty.terms
]

_turns(incident) := [day |
	some duty in _outstanding
	duty.incident.id == incident.id
	some day in array.concat(
		array.concat([duty.start.day], incidents.turns(duty.start, duty.deadline)),
		incidents.sent_ahead(incident, duty.numbers),
	)
]

findings contains {
	"subject": _subject(duty.incident),
	"reason": "notice-due",
	"by": duty.client,
	"args": object.union(_parties(duty), {"due_at": judged.instant(duty.deadline)}),
	"relied_on": _relied_on(duty),
	"changes_on": max([incidents.overdue_from(duty.deadline), data.as_of.day + 1]),
} if {
	some duty in _outstanding
	incidents.running_out(duty.start, duty.deadline)
}

findings contains judged.changing(
	{
		"subject": _subject(duty.incident),
		"reason": "not-told",
		"by": duty.client,
		"args": object.union(_parties(duty), {"due_at": judged.instant(duty.deadline)}),
		"relied_on": _relied_on(duty),
	},
	incidents.sent_ahead(duty.incident, duty.numbers),
) if {
	some duty in _outstanding
	incidents.overdue(duty.deadline)
}

findings contains {
	"subject": _subject(duty.incident),
	"reason": "contract-late",
	"by": duty.client,
	"args": object.union(_parties(duty), {
		"met_at": judged.instant(_sent(duty).sent_at),
		"due_at": judged.instant(_contract_deadline(duty)),
	}),
	"relied_on": _relied_on(duty),
} if {
	some duty in _late
	_contract_missed(duty)
}

findings contains {
	"subject": _subject(duty.incident),
	"reason": "remedied-late",
	"by": duty.client,
	"args": object.union(_parties(duty), {
		"met_on": judged.date(_sent(duty).sent_at.day),
		"due_on": judged.instant(duty.deadline),
	}),
	"relied_on": _relied_on(duty),
} if {
	some duty in _late
	not _contract_missed(duty)
}

findings contains {
	"subject": _subject(duty.incident),
	"reason": "former-not-decided",
	"by": duty.client,
	"args": _parties(duty),
	"relied_on": [_fact(duty.incident, "former_client_notice"), _fact(duty.incident, "former_client_ids")],
} if {
	some duty in _duties
	_undecided(duty)
	not _in_time(duty)
}

findings contains judged.not_declared(_subject(incident), "incidents", path) if {
	some incident in _incidents
	some path in judged.missing(incident, ["affected_client_ids", "client_impact"])
}

findings contains judged.not_declared(_subject(incident), "incidents", "aware_at") if {
	some incident in _incidents
	incident.client_impact in _impacts
	some client in _clients(incident)
	not _spared(incident, client)
	facts.absent(incident, "aware_at")
}

findings contains judged.not_declared(_subject(duty.incident), "incidents", "law_enforcement_hold.until") if {
	some duty in _duties
	_open_hold(duty.incident)
	not _in_time(duty)
	not _undecided(duty)
}

findings contains judged.not_declared(_subject(duty.incident), "incidents", "notifications.sent_at") if {
	some duty in _duties
	_undated(duty)
	not _undecided(duty)
}

findings contains judged.not_declared(_subject(duty.incident), "incidents", "notifications.client_id") if {
	some duty in _duties
	_nameless(duty)
	not _undecided(duty)
}

# Terms whose hours run from the detection.
findings contains judged.not_declared(_subject(duty.incident), "incidents", "detected_at") if {
	some duty in _duties
	some terms in duty.terms
	_clock(terms) == "detected_at"
	facts.absent(duty.incident, "detected_at")
}

# Terms with hours that may bind the firm to this client: they do not say since when, or whose they are.
findings contains elsewhere.not_declared(_subject(incident), "client_terms", ids, path) if {
	some incident in _incidents
	some path in ["effective_on", "client_id"]
	ids := {id |
		some duty in _duties
		duty.incident.id == incident.id
		some id, terms in data.inventory.client_terms
		facts.absent(terms, path)
		_may_bind(duty, terms)
	}
	count(ids) > 0
}

_may_bind(duty, terms) if {
	facts.present(terms, "breach_notice_hours")
	object.get(terms, "client_id", duty.client) == duty.client
	not _over(duty, terms)
	not _not_yet(duty, terms)
	not _met(duty, terms)
}

_over(duty, terms) if terms.ended_on <= duty.incident.aware_at.day

_not_yet(duty, terms) if terms.effective_on > duty.incident.aware_at.day

_met(duty, terms) if _told_by(duty, _contract_limit(duty.incident, terms).deadline)

_subject(incident) := judged.subject("incidents", incident)

_parties(duty) := {
	"client": judged.entity("clients", duty.client),
	"incident": judged.entity("incidents", duty.incident.id),
}

_relied_on(duty) := array.concat(
	[_fact(duty.incident, "notifications"), _fact(duty.incident, "aware_at"), _fact(duty.incident, "affected_client_ids")],
	[{"collection": "client_terms", "id": terms.id, "path": "breach_notice_hours"} | some terms in duty.terms],
)

_fact(incident, path) := {"collection": "incidents", "id": incident.id, "path": path}
