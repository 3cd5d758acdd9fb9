# METADATA
# title: Very sensitive matters use stronger communication channels
# description: 'Looks at every open matter that is very sensitive or whose client has set terms of its own: whether
#   it was considered how to write safely, and whether only strong channels, or those that the client agreed to, are
#   used.'
# scope: package
# custom:
#   id: SEC-009
#   profile: full
#   unit: record
#   subjects:
#   - matters
#   reads:
#   - client_terms.channels
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - matter.client_id
#   - matter.client_security_terms
#   - matter.communication
#   - matter.sensitivity
#   - matter.status
#   parameters: []
#   reasons:
#   - code: weak-channel
#     result: fail
#     severity: medium
#     message: '{matter} is very sensitive, and {channel} is used without the client''s recorded agreement.'
#     many: In {subjects} that need stronger protection weak channels are used without the client's recorded agreement.
#   - code: not-assessed
#     result: warn
#     severity: low
#     message: How to write safely about {matter} has not been considered according to the record.
#     many: How to write safely has not been considered in {count} very sensitive matters according to the record.
#   - code: not-declared
#     result: unknown
#     severity: low
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
#   - framework: ABA Model Rule
#     ref: '1.4'
#     says: Keep clients reasonably informed so that they can decide.
#     status: secondary
#   - framework: ABA Formal Opinion
#     ref: 477R (2017)
#     says: Risk-based protection for electronic client communications.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: SC-8
#     says: Protect data in transmission.
#     status: primary
#   remediation: Move the matter to an encrypted channel or record the client's informed consent.
package privity.security.stronger_channels

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_matter := input.matter

_subject := judged.subject("matters", _matter)

_entity := judged.entity("matters", _matter.id)

# Terms of its own are the exception: a matter that is silent on them has none.
_delicate if _matter.sensitivity == "high"

_delicate if _matter.client_security_terms

_applies if {
	_matter.status == "open"
	_delicate
}

# What decides whether the control applies and is not declared.
_undecided contains "status" if {
	not _matter.sensitivity == "ordinary"
	facts.absent(_matter, "status")
}

_undecided contains "status" if {
	_delicate
	facts.absent(_matter, "status")
}

_undecided contains "sensitivity" if {
	object.get(_matter, "status", "open") == "open"
	not _delicate
	facts.absent(_matter, "sensitivity")
}

_terms[id] := term if {
	some id, term in data.inventory.client_terms
	term.client_id == _matter.client_id
	facts.present(term, "channels")
	not _ahead(term)
	not _ended(term)
}

_ahead(term) if term.effective_on > data.as_of.day

_ended(term) if term.ended_on <= data.as_of.day

examined contains judged.changing(judged.examined_with("matters", _matter, terms), days) if {
	_applies
	terms := [term | some term in _terms]
	days := [day |
		some term in data.inventory.client_terms
		term.client_id == _matter.client_id
		facts.present(term, "channels")
		some field in ["effective_on", "ended_on"]
		day := term[field]
	]
}

examined contains judged.examined("matters", _matter) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "matters", path) if some path in _undecided

_strong := {"portal", "e2e-encrypted", "encrypted-email", "in-person", "secure-data-room"}

# The client's terms in force that leave a channel out.
_leaving_out(channel) := {id |
	some id, term in _terms
	facts.present(term, "effective_on")
	_leaves_out(term, channel)
}

_leaves_out(term, channel) if {
	named := {allowed | some allowed in term.channels}
	not channel in named
}

_weak contains channel if {
	some channel in _matter.communication.channels
	not channel in _strong
	facts.absent(_matter, ["communication", "client_consent_id"])
}

# No agreement in a single matter overrides the client's terms.
_weak contains channel if {
	some channel in _matter.communication.channels
	count(_leaving_out(channel)) > 0
}

findings contains {
	"subject": _subject,
	"reason": "weak-channel",
	"by": channel,
	"args": {"matter": _entity, "channel": judged.value("matters", "communication.channels", channel)},
	"relied_on": array.concat(
		[_fact("communication.channels"), _fact("communication.client_consent_id")],
		[{"collection": "client_terms", "id": id, "path": "channels"} | some id in sort(_leaving_out(channel))],
	),
} if {
	_applies
	some channel in _weak
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-assessed",
		"args": {"matter": _entity},
		"relied_on": [_fact("communication.risk_assessed_on")],
	},
	[day | day := _matter.communication.risk_assessed_on],
) if {
	_applies
	not _assessed
}

_assessed if _matter.communication.risk_assessed_on <= data.as_of.day

findings contains judged.not_declared(_subject, "matters", "communication.channels") if {
	_applies
	facts.absent_or_blank(_matter, ["communication", "channels"])
}

# Whose terms count cannot be told.
findings contains judged.not_declared(_subject, "matters", "client_id") if {
	_applies
	facts.absent(_matter, "client_id")
	some term in data.inventory.client_terms
	facts.present(term, "channels")
}

# Terms that leave out a channel in use, and do not say from when.
findings contains elsewhere.not_declared(_subject, "client_terms", ids, "effective_on") if {
	_applies
	ids := {id |
		some id, term in _terms
		facts.absent(term, "effective_on")
		some channel in _matter.communication.channels
		_leaves_out(term, channel)
		not channel in _weak
	}
	count(ids) > 0
}

_fact(path) := {"collection": "matters", "id": _matter.id, "path": path}
