# METADATA
# title: Clients are told, and asked again where needed, when practices change
# description: >-
#   Looks at every active consent whose privacy notice has since changed in substance: whether the client was told by
#   the day of the change, and agreed again where the change needs it.
# scope: package
# custom:
#   id: CONSENT-012
#   profile: full
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.activity_id
#   - consent_record.change_notices
#   - consent_record.client_id
#   - consent_record.notice_version_id
#   - consent_record.processing_stopped_at
#   - consent_record.reconfirmed_at
#   - consent_record.status
#   - privacy_notice.change_communication
#   - privacy_notice.changed_activity_ids
#   - privacy_notice.effective_on
#   - privacy_notice.family_id
#   - privacy_notice.material_change
#   - privacy_notice.requires_reconsent
#   - privacy_notice.status
#   - processing_activity.status
#   parameters:
#   - reconsent_grace_days
#   reasons:
#   - code: not-told
#     result: fail
#     severity: medium
#     absence: open
#     message: '{client} has not been told, according to the record, of the change to {activity} that took effect
#       on {effective_on}.'
#     many: In {count} cases a client has not been told of a change, according to the record.
#   - code: not-asked-again
#     result: fail
#     severity: high
#     absence: open
#     message: The change to {activity} of {effective_on} needs a new consent from {client}, and none is recorded.
#     many: In {count} cases a change needs a new consent, and none is recorded.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{client} was told on {met_on} of a change to {activity} that took effect on {due_on}.'
#     many: In {count} cases a client was told of a change after it had taken effect.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 13(3)
#     says: Tell people before using data for a new purpose.
#     status: primary
#   - framework: EDPB Guidelines
#     ref: 05/2020 (consent)
#     says: Recommends refreshing consent at appropriate intervals; sets evidence expectations.
#     status: secondary
#   - framework: GDPR
#     ref: Art 7(1)
#     says: Controller must be able to prove that consent was given.
#     status: primary
#   remediation: Send the update and collect renewed consent before relying on the new practice.
package privity.consent.told_of_changes

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# Where the status is not declared nobody can tell whether the control applies.
_record := input.consent_record if object.get(input.consent_record, "status", "active") == "active"

_subject := judged.subject("consent_records", _record)

# The version that the client had when agreeing. A link to a notice that is not declared leads to an entry without
# facts.
default _notice := {}

_notice := data.inventory.privacy_notices[_record.notice_version_id]

# The other versions of the same notice that change it in substance, or may do.
_other_versions contains version if {
	some id, version in data.inventory.privacy_notices
	id != _record.notice_version_id
	version.family_id == _notice.family_id
	object.get(version, "material_change", true) == true
}

_later_versions contains version if {
	some version in _other_versions
	_comes_later(version)
}

_comes_later(version) if version.effective_on > _notice.effective_on

_comes_later(version) if _lacks_its_day(version)

# A draft has no day yet; a version in use has one.
_lacks_its_day(version) if {
	facts.absent(version, "effective_on")
	object.get(version, "status", "published") in {"published", "retired"}
}

# Of these, the versions that change the activity of this consent, or may do.
_concerning contains version if {
	some version in _later_versions
	_changes_activity(version)
}

_changes_activity(version) if _record.activity_id in version.changed_activity_ids

_changes_activity(version) if facts.absent(version, "changed_activity_ids")

_changes_activity(_) if facts.absent(_record, "activity_id")

# In effect, or perhaps in effect.
_in_effect contains version if {
	some version in _concerning
	object.get(version, "effective_on", data.as_of.day) <= data.as_of.day
}

# The use under the consent is over: nobody need be told of a change to it.
_use_over if dates.same_or_before(_record.processing_stopped_at, data.as_of)

_use_over if _activity.status in {"planned", "ended"}

default _activity := {}

_activity := data.inventory.processing_activities[_record.activity_id]

# What is missing to know which changes concern this consent: of its own record, and of the notices as [id, path].
_missing contains "notice_version_id" if facts.absent(_record, "notice_version_id")

_missing contains "status" if {
	facts.absent(_record, "status")
	_may_apply
}

_missing contains "activity_id" if {
	facts.absent(_record, "activity_id")
	count(_in_effect) > 0
}

_missing_of_notices contains [_record.notice_version_id, "family_id"] if facts.absent(_notice, "family_id")

_missing_of_notices contains [_record.notice_version_id, "effective_on"] if {
	facts.absent(_notice, "effective_on")
	count(_other_versions) > 0
}

_missing_of_notices contains [version.id, path] if {
	some version in _in_effect
	some path in judged.missing(version, ["effective_on", "material_change", "changed_activity_ids"])
}

_activity_unclear if {
	facts.absent(_activity, "status")
	count(_in_effect) > 0
}

_may_apply if count(_later_versions) > 0

_may_apply if count(_missing_of_notices) > 0

_may_apply if facts.absent(_record, "notice_version_id")

# The changes that can be judged: all is known but what the client was told and answered.
_changes contains version if {
	facts.present(_record, "status")
	facts.present(_activity, "status")
	not _use_over
	some version in _in_effect
	facts.present(version, "effective_on")
	version.material_change == true
	_record.activity_id in version.changed_activity_ids
}

# Days on which the client was told of a version, alone or with others.
_told_days(version) := alone | with_others if {
	alone := {notice.sent_on |
		some notice in _record.change_notices
		notice.notice_version_id == version.id
		notice.sent_on <= data.as_of.day
	}
	with_others := {version.change_communication.sent_on |
		_reached(version.change_communication)
		version.change_communication.sent_on <= data.as_of.day
	}
}

_told_on(version) := min(_told_days(version))

_reached(communication) if "all" in communication.client_ids

_reached(communication) if _record.client_id in communication.client_ids

_untold contains version if {
	some version in _changes
	not _told_on(version)
}

# A message of which too little is recorded: it may have told the client, so none is called missing.
_unclear contains [version.id, "consent_records", "change_notices.sent_on"] if {
	some version in _untold
	some notice in _record.change_notices
	notice.notice_version_id == version.id
	facts.absent(notice, "sent_on")
}

_unclear contains [version.id, "consent_records", "client_id"] if {
	some version in _untold
	facts.absent(_record, "client_id")
	told := version.change_communication.client_ids
	not "all" in told
}

_unclear contains [version.id, "privacy_notices", "change_communication.sent_on"] if {
	some version in _untold
	_reached(version.change_communication)
	facts.absent(version.change_communication, "sent_on")
}

_unclear contains [version.id, "privacy_notices", "change_communication.client_ids"] if {
	some version in _untold
	facts.present(version, "change_communication")
	facts.absent(version.change_communication, "client_ids")
}

# The client agreed again, to this version or a later one.
_agreed_again(version) if {
	dates.same_or_before(_record.reconfirmed_at, data.as_of)
	_record.reconfirmed_at.day >= version.effective_on
}

_agreement_due(version) := dates.add_days(version.effective_on, data.parameters.reconsent_grace_days)

# Days on which time alone ends a pass: a change takes effect untold, or the days for a new consent run out.
_turns contains version.effective_on if {
	some version in _concerning
	not _use_over
	not _told_on(version)
}

_turns contains _agreement_due(version) + 1 if {
	some version in _concerning
	not _use_over
	version.requires_reconsent
	not _agreed_again(version)
}

examined contains judged.changing(judged.examined_with("consent_records", _record, others), [day | some day in _turns]) if {
	_may_apply
	others := array.concat(
		[other | some other in [_notice, _activity]; facts.present(other, "id")],
		[version | some version in _concerning],
	)
}

findings contains {
	"subject": _subject,
	"reason": "not-told",
	"by": version.id,
	"args": _arguments(version),
	"relied_on": _relied_on("change_notices", version),
} if {
	some version in _untold
	version_id := version.id
	not version_id in {id | some [id, _, _] in _unclear}
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": version.id,
	"args": object.union(_arguments(version), {
		"due_on": judged.date(version.effective_on),
		"met_on": judged.date(_told_on(version)),
		"days_late": _told_on(version) - version.effective_on,
	}),
	"relied_on": _relied_on("change_notices", version),
} if {
	some version in _changes
	_told_on(version) > version.effective_on
}

findings contains {
	"subject": _subject,
	"reason": "not-asked-again",
	"by": version.id,
	"args": object.union(_arguments(version), {"due_on": judged.date(_agreement_due(version))}),
	"relied_on": _relied_on("reconfirmed_at", version),
} if {
	some version in _changes
	version.requires_reconsent
	not _agreed_again(version)
	data.as_of.day > _agreement_due(version)
}

findings contains judged.not_declared(_subject, "consent_records", path) if {
	not _use_over
	some path in (_missing | {path | some [_, "consent_records", path] in _unclear})
}

findings contains elsewhere.not_declared(_subject, "processing_activities", {_record.activity_id}, "status") if {
	not _use_over
	_activity_unclear
}

findings contains elsewhere.not_declared(_subject, "privacy_notices", ids, path) if {
	not _use_over
	some [_, path] in _open_of_notices
	ids := {id | some [id, other] in _open_of_notices; other == path}
}

_open_of_notices := (_missing_of_notices | told) | asked if {
	told := {[id, path] | some [id, "privacy_notices", path] in _unclear}
	asked := {[version.id, "requires_reconsent"] |
		some version in _changes
		facts.absent(version, "requires_reconsent")
		not _agreed_again(version)
	}
}

_arguments(version) := {
	"client": _client,
	"activity": judged.entity("processing_activities", _record.activity_id),
	"effective_on": judged.date(version.effective_on),
}

# A record that does not name its client is shown by itself.
_client := judged.entity("clients", _record.client_id) if {
	facts.present(_record, "client_id")
} else := judged.entity("consent_records", _record.id)

_relied_on(path, version) := [
	{"collection": "consent_records", "id": _record.id, "path": path},
	{"collection": "consent_records", "id": _record.id, "path": "notice_version_id"},
	{"collection": "privacy_notices", "id": version.id, "path": "change_communication"},
	{"collection": "privacy_notices", "id": version.id, "path": "effective_on"},
]
