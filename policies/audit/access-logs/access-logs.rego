# METADATA
# title: Systems keep protected access logs
# description: 'Looks at every electronic system that holds client data: whether it keeps a log of who did what, of
#   the acts that matter, for long enough and out of reach of those whose acts it records.'
# scope: package
# custom:
#   id: AUDIT-004
#   profile: full
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.audit_log
#   - system.holds_client_data
#   - system.medium
#   parameters:
#   - log_retention_days
#   reasons:
#   - code: no-log
#     result: fail
#     severity: high
#     message: '{system} holds client data and keeps no record of who did what.'
#     many: '{count} systems hold client data and keep no record of who did what.'
#   - code: event-missing
#     result: fail
#     severity: medium
#     message: The log of {system} does not record {event}.
#     many: The logs of {subjects} leave out acts that they should record; {count} kinds are left out in all.
#   - code: kept-too-short
#     result: warn
#     severity: low
#     message: The log of {system} is kept {days} days.
#     many: The logs of {count} systems are kept for a shorter time than the firm asks for.
#   - code: log-not-protected
#     result: warn
#     severity: medium
#     message: The log of {system} can be altered by those whose acts it records.
#     many: The logs of {count} systems can be altered by those whose acts they record.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(b)
#     says: Ongoing confidentiality, integrity, availability and resilience.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AU-2
#     says: Decide which events are logged.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AU-9
#     says: Protect audit information.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AU-11
#     says: Retain audit records for a set time.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.8.15
#     says: Logging.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CT.DM-P8
#     says: Audit records follow policy and minimisation.
#     status: primary
#   remediation: Enable the missing events and protect the logs.
package privity.audit.access_logs

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

_events := {"login", "failed-login", "read-restricted", "export", "delete", "permission-change"}

_no_log if _system.audit_log.enabled == false

# Of a system without a log nothing more is asked.
_log := object.get(_system, "audit_log", {}) if {
	_applies
	not _no_log
}

findings contains _finding("no-log", {}, "audit_log.enabled") if {
	_applies
	_no_log
}

findings contains object.union(
	_finding("event-missing", {"event": judged.value("systems", "audit_log.events", event)}, "audit_log.events"),
	{"by": event},
) if {
	facts.present(_log, "events")
	some event in (_events - {event | some event in _log.events})
}

findings contains _finding("kept-too-short", {"days": _log.retention_days}, "audit_log.retention_days") if {
	_log.retention_days < data.parameters.log_retention_days
}

findings contains _finding("log-not-protected", {}, "audit_log.tamper_protected") if _log.tamper_protected == false

findings contains judged.not_declared(_subject, "systems", "audit_log.enabled") if facts.absent(_log, "enabled")

findings contains judged.not_declared(_subject, "systems", concat(".", ["audit_log", field])) if {
	_log.enabled
	some field in judged.missing(_log, ["events", "retention_days", "tamper_protected"])
}

_finding(reason, args, path) := {
	"subject": _subject,
	"reason": reason,
	"args": object.union({"system": _entity}, args),
	"relied_on": [_fact(path)],
}

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}
