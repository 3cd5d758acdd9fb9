# METADATA
# title: The terms that clients set for their data are recorded, current and possible to keep
# description: >-
#   Looks at every open matter, or matter in intake, of a client with terms of its own for its data: whether the terms
#   are in the register, were compared with the originals within a year, can be kept as entered, and are known to the
#   team.
# scope: package
# custom:
#   id: LEGAL-012
#   profile: standard
#   unit: record
#   subjects:
#   - matters
#   reads:
#   - client_terms.allowed_countries
#   - client_terms.breach_notice_hours
#   - client_terms.changed_on
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - client_terms.last_reviewed_on
#   - client_terms.retention
#   - client_terms.team_told_on
#   - matter.client_id
#   - matter.client_security_terms
#   - matter.status
#   parameters: []
#   reasons:
#   - code: terms-not-entered
#     result: unknown
#     severity: medium
#     message: '{client} has set terms for its data, and they are not in the register.'
#     many: 'For {count} matters the client has set terms for its data, and they are not in the register.'
#   - code: review-overdue
#     result: warn
#     severity: low
#     message: The recorded terms of {client} were last compared with the originals on {last_on}.
#     many: 'In {count} cases the recorded terms of a client have not been compared with the originals for a year.'
#   - code: term-impossible
#     result: fail
#     severity: medium
#     message: 'A recorded term of {client} cannot be kept as entered: {term}.'
#     many: 'In {count} cases a recorded term of a client cannot be kept as entered.'
#   - code: team-not-told
#     result: warn
#     severity: medium
#     message: The record does not show that the team of {matter} knows the terms of {client}.
#     many: 'In {count} cases the record does not show that the team of a matter knows the terms of its client.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.PO-P5
#     says: Legal and contractual privacy requirements are managed.
#     status: primary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.3
#     says: Keep current and former clients' affairs confidential.
#     status: primary
#   remediation: Enter the client's terms with their dates and tell the team.
package privity.legal_profession.client_terms

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_matter := input.matter

_subject := judged.subject("matters", _matter)

_client := judged.entity("clients", _matter.client_id) if {
	facts.present(_matter, "client_id")
} else := judged.entity("matters", _matter.id)

_today := data.as_of.day

# Terms of the client. One that does not say since when it holds may be in force.

_terms[id] := term if {
	some id, term in data.inventory.client_terms
	term.client_id == _matter.client_id
	not _not_yet(term)
	not _ended(term)
}

_in_force[id] := term if {
	some id, term in _terms
	facts.present(term, "effective_on")
}

_undated := {id | some id, term in _terms; facts.absent(term, "effective_on")}

_not_yet(term) if term.effective_on > _today

_ended(term) if term.ended_on <= _today

# Which matters: the client has set terms, or terms of the client are in force.

_running if _matter.status in {"intake", "open"}

_has_terms if _matter.client_security_terms

_has_terms if count(_terms) > 0

_applies if {
	_running
	_has_terms
}

_undecided contains "status" if {
	facts.absent(_matter, "status")
	_has_terms
}

_undecided contains "client_security_terms" if {
	_running
	facts.absent(_matter, "client_security_terms")
	count(_terms) == 0
	facts.absent(_matter, "client_id")
}

examined contains judged.changing(
	judged.examined_with("matters", _matter, [term | some term in _terms]),
	[day | some day in _turns],
) if {
	_applies
}

examined contains judged.examined("matters", _matter) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "matters", path) if some path in _undecided

_turns contains _review_due(term) + 1 if some term in _in_force

_turns contains day if {
	some term in data.inventory.client_terms
	term.client_id == _matter.client_id
	some field in ["effective_on", "ended_on", "changed_on", "team_told_on"]
	day := term[field]
}

findings contains {
	"subject": _subject,
	"reason": "terms-not-entered",
	"args": {"client": _client},
	"relied_on": [_fact("matters", _matter.id, "client_security_terms")],
} if {
	_running
	_matter.client_security_terms
	facts.present(_matter, "client_id")
	count(_terms) == 0
}

findings contains judged.not_declared(_subject, "matters", "client_id") if {
	_running
	_matter.client_security_terms
	facts.absent(_matter, "client_id")
}

findings contains elsewhere.not_declared(_subject, "client_terms", _undated, "effective_on") if {
	_applies
	count(_undated) > 0
}

# Reviewed within a year.

_last_reviewed(term) := max({term.effective_on} | {day | day := term.last_reviewed_on; day <= _today})

_review_due(term) := dates.add_months(_last_reviewed(term), 12)

findings contains {
	"subject": _subject,
	"reason": "review-overdue",
	"by": id,
	"args": {"client": _client, "last_on": judged.date(_last_reviewed(term))},
	"relied_on": [_fact("client_terms", id, "last_reviewed_on"), _fact("client_terms", id, "effective_on")],
} if {
	_applies
	some id, term in _in_force
	_today > _review_due(term)
}

# Terms that nobody could keep.

_impossible(term) := {path |
	some path in ["breach_notice_hours", "allowed_countries", "retention.max_period"]
	_cannot_be_kept(term, path)
}

_cannot_be_kept(term, "breach_notice_hours") if term.breach_notice_hours < 1

_cannot_be_kept(term, "allowed_countries") if count(term.allowed_countries) == 0

_cannot_be_kept(term, "retention.max_period") if {
	dates.period_shorter(term.retention.max_period, term.retention.min_period)
}

findings contains {
	"subject": _subject,
	"reason": "term-impossible",
	"by": concat("/", [id, path]),
	"args": {"client": _client, "term": judged.fact("client_terms", path)},
	"relied_on": [_fact("client_terms", id, path)],
} if {
	_applies
	some id, term in _terms
	some path in _impossible(term)
}

# Together they may be impossible where each alone is not: the strictest wins for each term.

_countries := [{country | some country in term.allowed_countries} | some term in _terms; facts.present(term, "allowed_countries")]

findings contains {
	"subject": _subject,
	"reason": "term-impossible",
	"by": "together/allowed_countries",
	"args": {"client": _client, "term": judged.fact("client_terms", "allowed_countries")},
	"relied_on": [_fact("client_terms", id, "allowed_countries") | some id in sort(object.keys(_terms))],
} if {
	_applies
	count(_countries) > 1
	every allowed in _countries {
		count(allowed) > 0
	}
	count(intersection({allowed | some allowed in _countries})) == 0
}

findings contains {
	"subject": _subject,
	"reason": "term-impossible",
	"by": "together/retention.max_period",
	"args": {"client": _client, "term": judged.fact("client_terms", "retention.max_period")},
	"relied_on": [
		_fact("client_terms", shortest, "retention.max_period"),
		_fact("client_terms", longest, "retention.min_period"),
	],
} if {
	_applies
	pairs := sort([[first, second] |
		some first, asks in _terms
		some second, other in _terms
		first != second
		dates.period_shorter(asks.retention.max_period, other.retention.min_period)
	])
	[shortest, longest] := pairs[0]
}

# The team.

_told(term) if {
	term.team_told_on <= _today
	term.team_told_on >= _last_change(term)
}

# What changes later need not be known yet.
_last_change(term) := max({0} | {day | day := term.changed_on; day <= _today})

findings contains {
	"subject": _subject,
	"reason": "team-not-told",
	"by": id,
	"args": {"client": _client, "matter": judged.entity("matters", _matter.id)},
	"relied_on": [_fact("client_terms", id, "team_told_on"), _fact("client_terms", id, "changed_on")],
} if {
	_applies
	some id, term in _in_force
	not _told(term)
}

_fact(collection, id, path) := {"collection": collection, "id": id, "path": path}
