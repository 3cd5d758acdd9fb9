# METADATA
# title: Systems have several independent layers of protection
# description: 'Looks at every electronic system that holds client data: whether it has a firewall, intrusion detection,
#   protection against malicious software and protection of the devices that reach it, by the firm or by its provider.'
# scope: package
# custom:
#   id: SEC-002
#   profile: full
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.holds_client_data
#   - system.layers
#   - system.medium
#   parameters:
#   - min_layers
#   reasons:
#   - code: layer-missing
#     result: fail
#     severity: medium
#     message: '{system} has no {layer}.'
#     many: In {subjects} at least one layer of protection is missing; {count} layers are missing in all.
#   - code: too-few-layers
#     result: fail
#     severity: high
#     message: '{system} has fewer than {count} layers of protection.'
#     many: '{subjects} have fewer layers of protection than the firm asks for.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)
#     says: Security appropriate to risk.
#     status: primary
#   - framework: NY Gen. Bus. Law (SHIELD)
#     ref: 899-bb(2)(b)(ii)
#     says: Administrative, technical and physical safeguards incl. training, vendors, disposal.
#     status: unverified
#   - framework: NIST 800-53r5
#     ref: SC-7
#     says: Boundary protection.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-3
#     says: Malicious code protection.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-4
#     says: Monitor systems for attacks.
#     status: primary
#   remediation: Enable the missing layer or attach the provider's evidence.
package privity.security.layered_protection

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

_layers := ["firewall", "intrusion_detection", "malware_protection", "endpoint_protection"]

_lacking contains layer if {
	some layer in _layers
	_system.layers[layer] == false
}

# The provider's own layers: those that it is named for, and with its report on file those of which nothing is said.
_by_provider contains layer if some layer in _system.layers.provider_operated

_by_provider contains layer if {
	some layer in _layers
	facts.present(_system, ["layers", "evidence_uri"])
}

_untold contains layer if {
	some layer in _layers
	facts.absent(_system, ["layers", layer])
	not layer in _by_provider
}

findings contains {
	"subject": _subject,
	"reason": "layer-missing",
	"by": layer,
	"args": {"system": _entity, "layer": judged.value("systems", "layers.provider_operated", layer)},
	"relied_on": [_fact(concat(".", ["layers", layer]))],
} if {
	_applies
	some layer in _lacking
}

# Certain even if every layer of which nothing is said were there.
findings contains {
	"subject": _subject,
	"reason": "too-few-layers",
	"args": {"system": _entity, "count": data.parameters.min_layers},
	"relied_on": [_fact(concat(".", ["layers", layer])) | some layer in sort(_lacking)],
} if {
	_applies
	count(_layers) - count(_lacking) < data.parameters.min_layers
}

findings contains judged.not_declared(_subject, "systems", "layers") if {
	_applies
	facts.absent(_system, "layers")
}

findings contains judged.not_declared(_subject, "systems", concat(".", ["layers", layer])) if {
	_applies
	facts.present(_system, "layers")
	some layer in _untold
}

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}
