# METADATA
# title: Activity is watched continuously and alerts are handled
# description: 'Looks at every electronic system that holds client data: whether it raises alerts as things happen,
#   whether an alert has been waiting for too long, and whether its log is looked at on schedule.'
# scope: package
# custom:
#   id: AUDIT-005
#   profile: full
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.alerting
#   - system.audit_log
#   - system.evidence
#   - system.holds_client_data
#   - system.medium
#   parameters:
#   - log_review_days
#   - alert_handling_hours
#   reasons:
#   - code: no-alerts
#     result: fail
#     severity: high
#     message: '{system} holds client data and raises no alerts.'
#     many: '{count} systems hold client data and raise no alerts.'
#   - code: not-realtime
#     result: warn
#     severity: low
#     message: Alerts of {system} do not arrive as they happen.
#     many: The alerts of {count} systems do not arrive as things happen.
#   - code: alert-unhandled
#     result: fail
#     severity: high
#     message: An alert of {system} has been waiting since {since}.
#     many: Alerts of {count} systems have been waiting for longer than the firm allows.
#   - code: log-not-reviewed
#     result: warn
#     severity: medium
#     message: The log of {system} was last reviewed on {last_on}.
#     many: '{count} systems are overdue for a review of their logs.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: '{count} reviews of logs are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AU-6
#     says: Review and analyse audit records.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: CA-7
#     says: Continuous monitoring.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-4(5)
#     says: System-generated alerts.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.8.16
#     says: Monitoring activities.
#     status: primary
#   remediation: Switch on alerting and clear the backlog.
package privity.audit.continuous_monitoring

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

findings contains _finding("no-alerts", {}, "alerting.enabled") if {
	_applies
	_system.alerting.enabled == false
}

findings contains _finding("not-realtime", {}, "alerting.realtime") if {
	_applies
	_alerts_not_denied
	_system.alerting.realtime == false
}

_alerts_not_denied if object.get(_system, ["alerting", "enabled"], true)

# An alert that waits is known to the system. Typed by hand, it is believed for a week.
_waiting_since := _system.alerting.oldest_unhandled_at if {
	_applies
	_believed
}

_believed if systems.fed(_system)

_believed if {
	_typed_on
	data.as_of.day <= _typed_on + 7
}

_typed_on := _system.evidence.on if not systems.fed(_system)

_deadline := {
	"day": _waiting_since.day + floor(data.parameters.alert_handling_hours / 24),
	"ms": dates.add_hours(_waiting_since, data.parameters.alert_handling_hours),
}

_changes contains _deadline.day

_changes contains _deadline.day + 1

_changes contains _reviewed_until + 1

findings contains judged.changing(
	_finding("alert-unhandled", {"since": judged.instant(_waiting_since)}, "alerting.oldest_unhandled_at"),
	[day | day := _typed_on + 8],
) if {
	dates.after(data.as_of, _deadline)
}

# The last look at the log: where the system itself tells it, its own; else the day on which somebody confirmed it, for a
# review typed by hand the day of the entry's evidence (rulings).
_reviewed := {"path": "audit_log.last_reviewed_on", "on": _log.last_reviewed_on} if {
	systems.fed(_system)
} else := {"path": "audit_log.attested_on", "on": _log.attested_on} if {
	facts.present(_log, "attested_on")
} else := {"path": "evidence.on", "on": _system.evidence.on} if {
	facts.present(_log, "last_reviewed_on")
}

# A system without a log has nothing to look at: AUDIT-004 says so.
_log := object.get(_system, "audit_log", {}) if {
	_applies
	not _no_log
}

_no_log if _system.audit_log.enabled == false

_reviewed_until := _reviewed.on + data.parameters.log_review_days if _reviewed.on <= data.as_of.day

findings contains _finding("log-not-reviewed", {"last_on": judged.date(_reviewed.on)}, _reviewed.path) if {
	data.as_of.day > _reviewed_until
}

findings contains judged.dated_ahead(_subject, "systems", _reviewed.path, {"day": _reviewed.on}) if {
	_reviewed.on > data.as_of.day
}

findings contains judged.not_declared(_subject, "systems", path) if {
	_applies
	some path in _missing
}

_missing contains "alerting.enabled" if facts.absent(_system, ["alerting", "enabled"])

_missing contains "alerting.realtime" if {
	_system.alerting.enabled
	facts.absent(_system, ["alerting", "realtime"])
}

_missing contains "evidence.on" if {
	facts.present(_system, ["alerting", "oldest_unhandled_at"])
	not systems.fed(_system)
	facts.absent(_system, ["evidence", "on"])
}

_missing contains "audit_log.last_reviewed_on" if {
	_log
	systems.fed(_system)
	not _reviewed
}

_missing contains "audit_log.attested_on" if {
	_log
	not systems.fed(_system)
	not _reviewed
}

_finding(reason, args, path) := {
	"subject": _subject,
	"reason": reason,
	"args": object.union({"system": _entity}, args),
	"relied_on": [_fact(path)],
}

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}
