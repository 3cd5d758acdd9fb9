# METADATA
# title: Backups run and restores are tested
# description: 'Looks at every electronic system that holds client data: whether it is backed up and lately, whether
#   a restore was tried, and whether the backups are encrypted and out of reach of an intruder.'
# scope: package
# custom:
#   id: SEC-005
#   profile: standard
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.backup
#   - system.evidence
#   - system.holds_client_data
#   - system.medium
#   parameters:
#   - backup_max_age_days
#   - backup_attest_days
#   - restore_test_months
#   reasons:
#   - code: no-backup
#     result: fail
#     severity: high
#     message: '{system} holds client data and is not backed up.'
#     many: '{count} systems hold client data and are not backed up.'
#   - code: backup-stale
#     result: fail
#     severity: high
#     message: The last good backup of {system} is of {last_on}.
#     many: The last good backups of {count} systems are older than the firm allows.
#   - code: attest-backup
#     result: warn
#     severity: low
#     message: That the backups of {system} work was last confirmed on {last_on}.
#     many: That the backups of {count} systems work has not been confirmed for longer than the firm allows.
#   - code: restore-test-due
#     result: warn
#     severity: medium
#     message: Restoring {system} from a backup was last tried on {last_on}.
#     many: '{count} systems are overdue for a trial restore from a backup.'
#   - code: not-encrypted
#     result: fail
#     severity: high
#     message: The backups of {system} are not encrypted.
#     many: The backups of {count} systems are not encrypted.
#   - code: no-offline-copy
#     result: warn
#     severity: medium
#     message: '{system} has no backup that an intruder could not reach.'
#     many: '{count} systems have no backup that an intruder could not reach.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: '{count} days of backups or trial restores lie after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(c)
#     says: Ability to restore availability and access promptly.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: CP-9
#     says: Back up systems and data.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: CP-9(1)
#     says: Test backups.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.PO-P3
#     says: Backups are made and tested.
#     status: primary
#   remediation: Fix the backup job and run a restore test.
package privity.security.backups_and_restores

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

# Of a system without backups nothing more is asked.
_backup := object.get(_system, "backup", {}) if {
	_applies
	not _no_backup
}

_no_backup if _system.backup.enabled == false

findings contains _finding("no-backup", {}, "backup.enabled") if {
	_applies
	_no_backup
}

findings contains _finding("not-encrypted", {}, "backup.encrypted") if _backup.encrypted == false

findings contains _finding("no-offline-copy", {}, "backup.offline_or_immutable_copy") if {
	_backup.offline_or_immutable_copy == false
}

# What shows that backups run: the last success, where the system itself tells it; else the last day on which somebody
# confirmed it, for a success typed by hand the day of the entry's evidence (rulings).
_shown := {"path": "backup.last_success_on", "on": _backup.last_success_on} if {
	systems.fed(_system)
} else := {"path": "backup.attested_on", "on": _backup.attested_on} if {
	facts.present(_backup, "attested_on")
} else := {"path": "evidence.on", "on": _system.evidence.on} if {
	facts.present(_backup, "last_success_on")
}

_stale := "backup-stale" if {
	_shown.path == "backup.last_success_on"
} else := "attest-backup"

_limits["backup-stale"] := data.parameters.backup_max_age_days

_limits["attest-backup"] := data.parameters.backup_attest_days

_good_until := _shown.on + _limits[_stale] if _shown.on <= data.as_of.day

_restore_until := dates.add_months(_backup.last_restore_test_on, data.parameters.restore_test_months) if {
	_backup.last_restore_test_on <= data.as_of.day
}

_changes contains _good_until + 1

_changes contains _restore_until + 1

findings contains _finding(_stale, {"last_on": judged.date(_shown.on)}, _shown.path) if {
	data.as_of.day > _good_until
}

findings contains _finding(
	"restore-test-due",
	{"last_on": judged.date(_backup.last_restore_test_on)},
	"backup.last_restore_test_on",
) if {
	data.as_of.day > _restore_until
}

findings contains judged.dated_ahead(_subject, "systems", _shown.path, {"day": _shown.on}) if {
	_shown.on > data.as_of.day
}

findings contains judged.dated_ahead(
	_subject,
	"systems",
	"backup.last_restore_test_on",
	{"day": _backup.last_restore_test_on},
) if {
	_backup.last_restore_test_on > data.as_of.day
}

findings contains judged.not_declared(_subject, "systems", path) if some path in _missing

_missing contains "backup.enabled" if facts.absent(_backup, "enabled")

_missing contains concat(".", ["backup", field]) if {
	_backup.enabled
	some field in judged.missing(_backup, ["encrypted", "last_restore_test_on", "offline_or_immutable_copy"])
}

_missing contains "backup.last_success_on" if {
	_backup.enabled
	systems.fed(_system)
	not _shown
}

_missing contains "backup.attested_on" if {
	_backup.enabled
	not systems.fed(_system)
	not _shown
}

_finding(reason, args, path) := {
	"subject": _subject,
	"reason": reason,
	"args": object.union({"system": _entity}, args),
	"relied_on": [_fact(path)],
}

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}
