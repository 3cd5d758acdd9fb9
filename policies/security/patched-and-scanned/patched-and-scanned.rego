# METADATA
# title: Software is patched, supported and scanned for weaknesses
# description: 'Looks at every electronic system that holds client data: whether known weaknesses are closed in time,
#   whether its maker still supports it and whether it was scanned; of a system that a supplier runs, whether there
#   is a current report on its security.'
# scope: package
# custom:
#   id: SEC-003
#   profile: full
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.assurance_on
#   - system.end_of_support_on
#   - system.evidence
#   - system.holds_client_data
#   - system.last_vuln_scan_on
#   - system.medium
#   - system.oldest_open_critical_on
#   - system.oldest_open_high_on
#   - system.operated_by_vendor
#   parameters:
#   - critical_patch_days
#   - high_patch_days
#   - scan_interval_days
#   reasons:
#   - code: critical-open
#     result: fail
#     severity: high
#     message: A critical weakness of {system} has been open since {since}.
#     many: Critical weaknesses of {count} systems have been open for longer than the firm allows.
#   - code: high-open
#     result: fail
#     severity: medium
#     message: A serious weakness of {system} has been open since {since}.
#     many: Serious weaknesses of {count} systems have been open for longer than the firm allows.
#   - code: unsupported
#     result: fail
#     severity: high
#     message: '{system} has had no support from its maker since {since}.'
#     many: '{count} systems are no longer supported by their makers.'
#   - code: scan-overdue
#     result: warn
#     severity: low
#     message: '{system} was last scanned for weaknesses on {last_on}.'
#     many: '{count} systems are overdue for a scan for weaknesses.'
#   - code: no-assurance
#     result: warn
#     severity: medium
#     message: There is no current report from the vendor on the security of {system}.
#     many: Of {count} systems that suppliers run there is no current report on their security.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: '{count} scans for weaknesses are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(d)
#     says: Regularly test and evaluate the security measures.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 498 (2021)
#     says: 'Virtual practice: devices, passwords, updates, vendors, supervision.'
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: SI-2
#     says: Fix flaws within set times.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: RA-5
#     says: Vulnerability monitoring and scanning.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.PO-P10
#     says: A vulnerability management plan is in place.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.8.8
#     says: Technical vulnerability management.
#     status: primary
#   remediation: Patch, replace unsupported software, and run the scan.
package privity.security.patched_and_scanned

import data.lib.dates
import data.lib.facts
import data.lib.judged
import data.lib.systems

_system := input.system

_subject := judged.subject("systems", _system)

_entity := judged.entity("systems", _system.id)

_applies if systems.in_scope(_system)

_undecided := systems.undecided(_system)

examined contains judged.changing(judged.examined("systems", _system), [day | some day in _changes]) if _applies

examined contains judged.examined("systems", _system) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "systems", path) if some path in _undecided

_own if {
	_applies
	_system.operated_by_vendor == false
}

_vendors if {
	_applies
	_system.operated_by_vendor
}

# Of weaknesses an instrument knows: typed by hand, they are as good as the day on which somebody looked (rulings).
_weaknesses_known if systems.fed(_system)

_weaknesses_known if facts.present(_system, ["evidence", "on"])

# By reason, the field with the day, and the last good day.
_limits["critical-open"] := {
	"path": "oldest_open_critical_on",
	"last": _system.oldest_open_critical_on + data.parameters.critical_patch_days,
} if {
	_own
	_weaknesses_known
}

_limits["high-open"] := {
	"path": "oldest_open_high_on",
	"last": _system.oldest_open_high_on + data.parameters.high_patch_days,
} if {
	_own
	_weaknesses_known
}

_limits["unsupported"] := {"path": "end_of_support_on", "last": _system.end_of_support_on} if _own

_changes contains limit.last + 1 if some limit in _limits

_changes contains _scan_due + 1

_changes contains _assured_until + 1

findings contains {
	"subject": _subject,
	"reason": reason,
	"args": {"system": _entity, "since": judged.date(_system[limit.path])},
	"relied_on": [_fact(limit.path)],
} if {
	some reason, limit in _limits
	data.as_of.day > limit.last
}

_scan_due := _system.last_vuln_scan_on + data.parameters.scan_interval_days if {
	_own
	_system.last_vuln_scan_on <= data.as_of.day
}

findings contains {
	"subject": _subject,
	"reason": "scan-overdue",
	"args": {"system": _entity, "last_on": judged.date(_system.last_vuln_scan_on)},
	"relied_on": [_fact("last_vuln_scan_on")],
} if {
	data.as_of.day > _scan_due
}

findings contains judged.dated_ahead(_subject, "systems", "last_vuln_scan_on", {"day": _system.last_vuln_scan_on}) if {
	_own
	_system.last_vuln_scan_on > data.as_of.day
}

# A report that is dated ahead is none yet.
_assured_until := dates.add_months(_system.assurance_on, 12) if {
	_vendors
	_system.assurance_on <= data.as_of.day
}

_assured if data.as_of.day <= _assured_until

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-assurance",
		"args": {"system": _entity},
		"relied_on": [_fact("assurance_on")],
	},
	[day | day := _system.assurance_on],
) if {
	_vendors
	not _assured
}

findings contains judged.not_declared(_subject, "systems", "operated_by_vendor") if {
	_applies
	facts.absent(_system, "operated_by_vendor")
}

findings contains judged.not_declared(_subject, "systems", "last_vuln_scan_on") if {
	_own
	facts.absent(_system, "last_vuln_scan_on")
}

findings contains judged.not_declared(_subject, "systems", "evidence.on") if {
	_own
	not _weaknesses_known
}

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}
