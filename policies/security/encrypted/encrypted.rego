# METADATA
# title: Client data is encrypted when stored and when sent
# description: 'Looks at every electronic system that holds client data: whether what it stores and what it sends
#   is encrypted, in a form that is not outdated, and who holds the keys to privileged material.'
# scope: package
# custom:
#   id: SEC-001
#   profile: essentials
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.encryption_at_rest
#   - system.encryption_in_transit
#   - system.holds_client_data
#   - system.holds_privileged
#   - system.medium
#   parameters: []
#   reasons:
#   - code: not-encrypted-stored
#     result: fail
#     severity: critical
#     message: '{system} holds client data and does not encrypt what it stores.'
#     many: '{count} systems hold client data and do not encrypt what they store.'
#   - code: not-encrypted-sent
#     result: fail
#     severity: critical
#     message: '{system} sends client data without encryption.'
#     many: '{count} systems send client data without encryption.'
#   - code: old-protocol
#     result: fail
#     severity: high
#     message: '{system} still accepts an outdated form of encryption in transit.'
#     many: '{count} systems still accept an outdated form of encryption in transit.'
#   - code: provider-holds-keys
#     result: warn
#     severity: low
#     message: The provider of {system} holds the keys to privileged material.
#     many: The providers of {count} systems hold the keys to privileged material.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(a)
#     says: Pseudonymisation and encryption as appropriate.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 477R (2017)
#     says: Risk-based protection for electronic client communications.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(e)
#     says: Reasonable security procedures required.
#     status: primary
#   - framework: California Civil Code
#     ref: 1798.81.5
#     says: Reasonable security for specified personal information.
#     status: secondary
#   - framework: CCPA
#     ref: Civ. Code 1798.150(a)(1)
#     says: Private claim for breach of unencrypted data after poor security.
#     status: primary
#   - framework: NY Gen. Bus. Law (SHIELD)
#     ref: 899-bb(2)(a)
#     says: Reasonable safeguards for New York residents' private information.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SC-28
#     says: Protect data at rest.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SC-8
#     says: Protect data in transmission.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.DS-P1
#     says: Data at rest are protected.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.DS-P2
#     says: Data in transit are protected.
#     status: primary
#   remediation: Enable encryption at rest and raise the minimum TLS version.
package privity.security.encrypted

import data.lib.facts
import data.lib.judged
import data.lib.systems

_system := input.system

_subject := judged.subject("systems", _system)

_entity := judged.entity("systems", _system.id)

_applies if systems.in_scope(_system)

_undecided := systems.undecided(_system)

examined contains judged.examined("systems", _system) if _applies

examined contains judged.examined("systems", _system) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "systems", path) if some path in _undecided

_finding(reason, paths) := {
	"subject": _subject,
	"reason": reason,
	"args": {"system": _entity},
	"relied_on": [_fact(path) | some path in paths],
}

findings contains _finding("not-encrypted-stored", ["encryption_at_rest.enabled"]) if {
	_applies
	_system.encryption_at_rest.enabled == false
}

findings contains _finding("not-encrypted-sent", ["encryption_in_transit.enabled"]) if {
	_applies
	_system.encryption_in_transit.enabled == false
}

findings contains _finding("old-protocol", ["encryption_in_transit.min_tls"]) if {
	_applies
	_system.encryption_in_transit.min_tls < 1.2
}

findings contains _finding("provider-holds-keys", ["encryption_at_rest.key_custody", "holds_privileged"]) if {
	_applies
	_system.holds_privileged
	_system.encryption_at_rest.key_custody == "provider"
}

findings contains judged.not_declared(_subject, "systems", path) if {
	_applies
	some path in _missing
}

_missing contains path if some path in judged.missing(_system, ["encryption_at_rest.enabled", "encryption_in_transit.enabled"])

# The version counts only where something is encrypted on its way.
_missing contains "encryption_in_transit.min_tls" if {
	_system.encryption_in_transit.enabled
	facts.absent(_system, ["encryption_in_transit", "min_tls"])
}

# Keys count only where something is encrypted, and only to privileged material.
_missing contains "encryption_at_rest.key_custody" if {
	_system.encryption_at_rest.enabled
	_system.holds_privileged
	facts.absent(_system, ["encryption_at_rest", "key_custody"])
}

_missing contains "holds_privileged" if {
	_system.encryption_at_rest.key_custody == "provider"
	facts.absent(_system, "holds_privileged")
}

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}
