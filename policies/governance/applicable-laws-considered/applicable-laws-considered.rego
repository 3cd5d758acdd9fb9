# METADATA
# title: The laws that follow from where the firm and its clients are have been considered
# description: >-
#   Looks at where the firm has offices and clients: whether each law that usually follows from a place is applied by the firm,
#   or excluded with a reason.
# scope: package
# custom:
#   id: GOV-013
#   profile: essentials
#   unit: record
#   subjects:
#   - firm
#   reads:
#   - firm.client_places
#   - firm.establishments
#   - firm.regimes
#   - firm.regimes_excluded
#   - repository.unlisted_places
#   # The places that the client register adds are found while loading; the rest is judged without them.
#   optional:
#   - repository
#   parameters: []
#   reasons:
#   - code: regime-not-considered
#     result: warn
#     severity: medium
#     message: The firm has clients in {place}, and whether {regime} applies has not been answered.
#     many: 'In {count} cases the firm has clients in a place, and whether its law applies has not been answered.'
#   - code: regime-of-office-missing
#     result: fail
#     severity: high
#     message: The firm has an office in {place}, and {regime} is neither applied nor excluded.
#     many: 'In {count} cases the firm has an office in a place, and its law is neither applied nor excluded.'
#   - code: excluded-without-reason
#     result: fail
#     severity: medium
#     absence: record
#     message: '{regime} is excluded, and no reason is recorded.'
#     many: '{count} laws are excluded, and no reason is recorded.'
#   - code: place-not-listed
#     result: warn
#     severity: low
#     message: The client register holds clients in {place}, which the firm's list of places does not name.
#     many: 'The client register holds clients in {count} places that the firm''s list of places does not name.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The firm's own record does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 3
#     says: Where the regulation applies, by establishment and by targeting.
#     status: unverified
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.PO-P5
#     says: Legal and contractual privacy requirements are managed.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.140(d)
#     says: Revenue, volume and sale thresholds for being a business.
#     status: primary
#   remediation: Answer for each place whether its law applies, with counsel's reason where it does not.
package privity.governance.applicable_laws_considered

import data.lib.facts
import data.lib.judged

_firm := object.union({"id": "firm"}, object.remove(input.firm, ["id"]))

_subject := judged.subject("firm", _firm)

examined contains judged.examined("firm", _firm)

_offices := {place | some place in _firm.establishments}

_places := _offices | {place | some place in _firm.client_places}

# The laws of a place: its own, and its country's.
_laws(place) := {law |
	some key in {place, split(place, "-")[0]}
	some law in data.tables.regime_map[key]
}

_considered := {regime | some regime in _firm.regimes} | {entry.regime | some entry in _firm.regimes_excluded}

_unanswered contains [place, law] if {
	facts.present(_firm, "regimes")
	some place in _places
	some law in _laws(place)
	not law in _considered
}

findings contains {
	"subject": _subject,
	"reason": "regime-of-office-missing",
	"by": concat("/", [place, law]),
	"args": {"place": place, "regime": judged.value("firm", "regimes", law)},
	"relied_on": [_fact("regimes"), _fact("establishments"), _fact("regimes_excluded")],
} if {
	some [place, law] in _unanswered
	place in _offices
}

findings contains {
	"subject": _subject,
	"reason": "regime-not-considered",
	"by": concat("/", [place, law]),
	"args": {"place": place, "regime": judged.value("firm", "regimes", law)},
	"relied_on": [_fact("regimes_excluded"), _fact("client_places"), _fact("regimes")],
} if {
	some [place, law] in _unanswered
	not place in _offices
}

findings contains {
	"subject": _subject,
	"reason": "excluded-without-reason",
	"by": entry.regime,
	"args": {"regime": judged.value("firm", "regimes", entry.regime)},
	"relied_on": [_fact("regimes_excluded")],
} if {
	some entry in _firm.regimes_excluded
	facts.absent_or_blank(entry, "reason")
}

findings contains {
	"subject": _subject,
	"reason": "place-not-listed",
	"by": place,
	"args": {"place": place},
	"relied_on": [_fact("client_places")],
} if {
	some place in data.inventory.repository.unlisted_places
}

findings contains judged.not_declared(_subject, "firm", path) if {
	some path in judged.missing(_firm, ["establishments", "client_places", "regimes"])
}

_fact(path) := {"collection": "firm", "id": "firm", "path": path}
