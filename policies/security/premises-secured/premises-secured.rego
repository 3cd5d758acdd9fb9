# METADATA
# title: Server rooms and paper files are physically secured
# description: 'Looks at every room or building in which files or servers are kept: whether its physical measures
#   are in place, and whether it was inspected within a year.'
# scope: package
# custom:
#   id: SEC-004
#   profile: full
#   unit: record
#   subjects:
#   - sites
#   reads:
#   - site.kind
#   - site.last_inspected_on
#   - site.measures
#   parameters: []
#   reasons:
#   - code: measure-missing
#     result: fail
#     severity: high
#     message: '{site} has no {measure}.'
#     many: At {subjects} at least one physical measure is missing; {count} measures are missing in all.
#   - code: inspection-due
#     result: warn
#     severity: low
#     message: '{site} was last inspected on {last_on}.'
#     many: '{count} sites were not inspected in the last 12 months.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: '{count} inspections are dated after the time that is judged, so this could not be judged.'
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
#     ref: PE-3
#     says: Physical access control.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PE-6
#     says: Monitor physical access.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.AC-P2
#     says: Physical access is managed.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.7.1
#     says: Physical security perimeters.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.7.5
#     says: Protect against physical and environmental threats.
#     status: primary
#   remediation: Install the missing measure and record the inspection.
package privity.security.premises_secured

import data.lib.dates
import data.lib.facts
import data.lib.judged

_site := input.site

_subject := judged.subject("sites", _site)

# What is asked of each kind of site, and what each measure is called.
_required["office-with-files"] := {"locked_entry", "named_access_list"}

_required[kind] := {"locked_entry", "named_access_list", "entry_log", "intruder_alarm", "fire_protection"} if {
	some kind in {"server-room", "archive", "offsite-store"}
}

_names := {
	"locked_entry": "locked entry",
	"named_access_list": "list of who may enter",
	"entry_log": "record of who enters",
	"intruder_alarm": "intruder alarm",
	"fire_protection": "fire protection",
}

_measures := _required[_site.kind]

examined contains judged.changing(judged.examined("sites", _site), [day | day := _inspected_until + 1]) if _measures

examined contains judged.examined("sites", _site) if facts.absent(_site, "kind")

findings contains judged.not_declared(_subject, "sites", "kind") if facts.absent(_site, "kind")

findings contains {
	"subject": _subject,
	"reason": "measure-missing",
	"by": measure,
	"args": {"site": judged.entity("sites", _site.id), "measure": _names[measure]},
	"relied_on": [_fact(concat(".", ["measures", measure])), _fact("kind")],
} if {
	some measure in _measures
	_site.measures[measure] == false
}

_inspected_until := dates.add_months(_site.last_inspected_on, 12) if {
	_measures
	_site.last_inspected_on <= data.as_of.day
}

findings contains {
	"subject": _subject,
	"reason": "inspection-due",
	"args": {"site": judged.entity("sites", _site.id), "last_on": judged.date(_site.last_inspected_on)},
	"relied_on": [_fact("last_inspected_on")],
} if {
	data.as_of.day > _inspected_until
}

findings contains judged.dated_ahead(_subject, "sites", "last_inspected_on", {"day": _site.last_inspected_on}) if {
	_measures
	_site.last_inspected_on > data.as_of.day
}

findings contains judged.not_declared(_subject, "sites", path) if some path in _missing

_missing contains path if {
	_measures
	some path in judged.missing(_site, ["measures", "last_inspected_on"])
}

_missing contains concat(".", ["measures", measure]) if {
	facts.present(_site, "measures")
	some measure in _measures
	facts.absent(_site, ["measures", measure])
}

_fact(path) := {"collection": "sites", "id": _site.id, "path": path}
