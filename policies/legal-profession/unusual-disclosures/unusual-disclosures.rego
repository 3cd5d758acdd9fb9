# METADATA
# title: Unusual disclosures of client confidences have recorded authority
# description: >-
#   Looks at every recorded disclosure of a client's confidences outside the ordinary course: whether it had an
#   authority that the rules accept, whether what that authority needs is recorded, whether it was approved
#   beforehand, and whether privileged material was marked.
# scope: package
# custom:
#   id: LEGAL-010
#   profile: full
#   unit: record
#   subjects:
#   - disclosures
#   reads:
#   - disclosure.approved_by
#   - disclosure.approved_on
#   - disclosure.authority
#   - disclosure.challenge_considered
#   - disclosure.consent_record_id
#   - disclosure.disclosed_on
#   - disclosure.incident_id
#   - disclosure.marked_privileged
#   - disclosure.order_ref
#   - disclosure.privileged
#   - disclosure.rule_ref
#   - disclosure.within_matter_purpose
#   - firm.regimes
#   parameters: []
#   reasons:
#   - code: no-authority
#     result: fail
#     severity: critical
#     history_after: disclosed_on
#     message: Confidential information about {matter} went to {recipient} on {disclosed_on}, and no authority that
#       the rules accept is recorded.
#     many: '{count} disclosures of confidential information have no authority that the rules accept on record.'
#   - code: authority-not-shown
#     result: fail
#     severity: high
#     history_after: disclosed_on
#     absence: record
#     message: The disclosure of {disclosed_on} to {recipient} relies on {authority}, and what that needs is not recorded.
#     many: 'For {count} disclosures of confidential information what their authority needs is not recorded.'
#   - code: approved-after
#     result: fail
#     severity: medium
#     history_after: disclosed_on
#     message: The disclosure of {disclosed_on} to {recipient} was approved afterwards.
#     many: '{count} disclosures of confidential information were approved only afterwards.'
#   - code: not-marked
#     result: warn
#     severity: low
#     history_after: disclosed_on
#     message: Privileged material sent to {recipient} was not marked as such.
#     many: 'In {count} disclosures privileged material was not marked as such.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: disclosed_on
#     message: The disclosure of {disclosed_on} to {recipient} has been dealt with as an incident.
#     many: '{count} disclosures of confidential information were not in order and have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.6(a)
#     says: Do not reveal client information without informed consent or authority.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.6(b)
#     says: Limited situations where disclosure is permitted.
#     status: unverified
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.3
#     says: Keep current and former clients' affairs confidential.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PM-21
#     says: Account for disclosures.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CM.AW-P4
#     says: Records of disclosures are kept.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.12
#     says: Classification of information.
#     status: primary
#   remediation: Record the authority, or treat the disclosure as an incident.
package privity.legal_profession.unusual_disclosures

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_disclosure := input.disclosure

_subject := judged.subject("disclosures", _disclosure)

_ahead if _disclosure.disclosed_on > data.as_of.day

examined contains judged.examined("disclosures", _disclosure) if not _ahead

# To whom, in the firm's own words; the record itself where it does not say.
_recipient := judged.quoted(_disclosure.recipient) if {
	facts.present(_disclosure, "recipient")
} else := judged.entity("disclosures", _disclosure.id)

_matter := judged.entity("matters", _disclosure.matter_id) if {
	facts.present(_disclosure, "matter_id")
} else := judged.entity("disclosures", _disclosure.id)

_arguments := {
	"matter": _matter,
	"recipient": _recipient,
	"disclosed_on": judged.date(_disclosure.disclosed_on),
}

# What each authority needs.

_accepted := {"client-consent", "implied-authority", "legal-compulsion", "permitted-exception", "former-client-rule"}

_faults contains {
	"reason": "no-authority",
	"args": _arguments,
	"relied_on": [_fact("authority")],
} if {
	facts.present(_disclosure, "authority")
	not _is_accepted
}

_is_accepted if _disclosure.authority in _accepted

_unshown contains "consent_record_id" if {
	_disclosure.authority == "client-consent"
	facts.absent_or_blank(_disclosure, "consent_record_id")
}

_unshown contains "order_ref" if {
	_disclosure.authority == "legal-compulsion"
	facts.absent_or_blank(_disclosure, "order_ref")
}

_unshown contains "challenge_considered" if {
	_disclosure.authority == "legal-compulsion"
	not _disclosure.challenge_considered
}

_unshown contains path if {
	_disclosure.authority == "permitted-exception"
	some path in ["rule_ref", "approved_by"]
	facts.absent_or_blank(_disclosure, path)
}

# California knows one exception alone: to prevent death or serious bodily harm.
_unshown contains "rule_ref" if {
	_disclosure.authority == "permitted-exception"
	"us-ca-bar" in data.inventory.firm.regimes
	not _names_serious_harm
}

_names_serious_harm if {
	some words in ["death", "bodily harm", "serious harm", "6068(e)(2)", "1.6(b)"]
	contains(lower(_disclosure.rule_ref), words)
}

_unshown contains "within_matter_purpose" if {
	_disclosure.authority == "implied-authority"
	_disclosure.privileged
	_disclosure.within_matter_purpose == false
}

_faults contains {
	"reason": "authority-not-shown",
	"args": object.union(_arguments, {"authority": judged.value("disclosures", "authority", _disclosure.authority)}),
	"relied_on": array.concat([_fact(path) | some path in sort(_unshown)], [_fact("authority")]),
} if {
	count(_unshown) > 0
}

_faults contains {
	"reason": "approved-after",
	"args": _arguments,
	"relied_on": [_fact("approved_on"), _fact("disclosed_on")],
} if {
	_disclosure.approved_on > _disclosure.disclosed_on
}

_faults contains {
	"reason": "not-marked",
	"args": _arguments,
	"relied_on": [_fact("marked_privileged"), _fact("privileged")],
} if {
	_disclosure.privileged
	_disclosure.marked_privileged == false
}

# What was disclosed cannot be called back: an incident deals with it.

_incident if data.inventory.incidents[_disclosure.incident_id]

findings contains object.union(fault, {"subject": _subject}) if {
	not _ahead
	not _incident
	some fault in _faults
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": _arguments,
	"relied_on": array.concat([_fact("incident_id")], sort({fact | some fault in _faults; some fact in fault.relied_on})),
} if {
	not _ahead
	_incident
	count(_faults) > 0
}

# What is needed and not said.

_unsaid contains path if {
	some path in ["authority", "disclosed_on"]
	facts.absent(_disclosure, path)
}

_unsaid contains "privileged" if {
	facts.absent(_disclosure, "privileged")
	not _disclosure.marked_privileged
}

_unsaid contains "privileged" if {
	facts.absent(_disclosure, "privileged")
	_disclosure.authority == "implied-authority"
	not _disclosure.within_matter_purpose
}

_unsaid contains "marked_privileged" if {
	_disclosure.privileged
	facts.absent(_disclosure, "marked_privileged")
}

_unsaid contains "within_matter_purpose" if {
	_disclosure.authority == "implied-authority"
	_disclosure.privileged
	facts.absent(_disclosure, "within_matter_purpose")
}

findings contains judged.not_declared(_subject, "disclosures", path) if {
	not _ahead
	some path in _unsaid
}

findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, "regimes") if {
	not _ahead
	_disclosure.authority == "permitted-exception"
	not _names_serious_harm
	facts.absent(data.inventory.firm, "regimes")
}

_fact(path) := {"collection": "disclosures", "id": _disclosure.id, "path": path}
