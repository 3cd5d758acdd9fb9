# METADATA
# title: Clients are told about material changes to data practices
# description: >-
#   Looks at every current client whose privacy notice has since changed in substance: whether the client was told
#   by the day on which the change took effect.
# scope: package
# custom:
#   id: TRANS-008
#   profile: full
#   unit: record
#   subjects:
#   - clients
#   reads:
#   - client.id
#   - client.notice_version_id
#   - client.status
#   - privacy_notice.change_communication
#   - privacy_notice.effective_on
#   - privacy_notice.family_id
#   - privacy_notice.material_change
#   - privacy_notice.status
#   parameters: []
#   reasons:
#   - code: not-told
#     result: fail
#     severity: medium
#     absence: open
#     message: '{client} has not been told, according to the record, of the change to {notice} that took effect on
#       {effective_on}.'
#     many: In {count} cases a client has not been told of a change to the privacy notice, according to the record.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{client} was told on {met_on} of the change to {notice} that took effect on {due_on}.'
#     many: In {count} cases a client was told of a change to the privacy notice after it had taken effect.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 13(3)
#     says: Tell people before using data for a new purpose.
#     status: primary
#   - framework: GDPR
#     ref: Art 12(1)
#     says: Information must be concise, transparent, intelligible and easily accessible.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '1.4'
#     says: Keep clients reasonably informed so that they can decide.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P2
#     says: Policies and training are reviewed and updates communicated.
#     status: primary
#   remediation: Send the change notice to current clients and log it.
package privity.transparency.told_of_material_changes

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# A current client, or one who may be, with a version of a notice on record.
_client := input.client if {
	facts.present(input.client, "notice_version_id")
	object.get(input.client, "status", "current") == "current"
}

_subject := judged.subject("clients", _client)

# The version that the client has. A link to a notice that is not declared leads to an entry without facts.
_held := object.get(data.inventory, ["privacy_notices", _client.notice_version_id], {})

_others contains version if {
	some id, version in data.inventory.privacy_notices
	id != _client.notice_version_id
	object.get(version, "material_change", true) == true
	object.get(version, "status", "published") == "published"
	object.get(version, "effective_on", data.as_of.day) <= data.as_of.day
	version.family_id == _held.family_id
}

# Later ones, or what may be one. What has a day before the client's own version is older.
_later contains version if {
	some version in _others
	not _older(version)
}

_older(version) if version.effective_on <= _held.effective_on

# What must be known to say which changes concern the client, as [id of the notice, path].
_missing_of_notices contains [_client.notice_version_id, "family_id"] if facts.absent(_held, "family_id")

_missing_of_notices contains [_client.notice_version_id, "effective_on"] if {
	facts.absent(_held, "effective_on")
	count(_others) > 0
}

_missing_of_notices contains [version.id, path] if {
	some version in _later
	some path in judged.missing(version, ["effective_on", "material_change", "status"])
}

_may_apply if count(_later) > 0

_may_apply if facts.absent(_held, "family_id")

_changes contains version if {
	facts.present(_client, "status")
	some version in _later
	facts.present(_held, "effective_on")
	count(judged.missing(version, ["effective_on", "material_change", "status"])) == 0
}

# Whether and when the client was told.

_reached(version) if "all" in version.change_communication.client_ids

_reached(version) if _client.id in version.change_communication.client_ids

_told(version) if {
	_reached(version)
	version.change_communication.sent_on <= data.as_of.day
}

_unclear contains [version.id, concat(".", ["change_communication", path])] if {
	some version in _changes
	some path in judged.missing(version.change_communication, ["client_ids", "sent_on"])
	_matters(version, path)
}

_matters(_, "client_ids")

_matters(version, "sent_on") if _reached(version)

_sent_days(version) := [day | day := version.change_communication.sent_on; _reached(version)]

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-told",
		"by": version.id,
		"args": {
			"client": judged.entity("clients", _client.id),
			"notice": judged.entity("privacy_notices", version.id),
			"effective_on": judged.date(version.effective_on),
		},
		"relied_on": _relied_on(version),
	},
	_sent_days(version),
) if {
	some version in _changes
	not _told(version)
	version_id := version.id
	not version_id in {id | some [id, _] in _unclear}
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": version.id,
	"args": {
		"client": judged.entity("clients", _client.id),
		"notice": judged.entity("privacy_notices", version.id),
		"due_on": judged.date(version.effective_on),
		"met_on": judged.date(version.change_communication.sent_on),
		"days_late": version.change_communication.sent_on - version.effective_on,
	},
	"relied_on": _relied_on(version),
} if {
	some version in _changes
	_told(version)
	version.change_communication.sent_on > version.effective_on
}

# What is not declared.

findings contains judged.not_declared(_subject, "clients", "status") if {
	facts.absent(_client, "status")
	_may_apply
}

findings contains elsewhere.not_declared(_subject, "privacy_notices", ids, path) if {
	open := _missing_of_notices | _unclear
	some path in {path | some [_, path] in open}
	ids := {id | some [id, one] in open; one == path}
}

# Changes that take effect later, of which the client has not been told.
_turns contains version.effective_on if {
	some id, version in data.inventory.privacy_notices
	id != _client.notice_version_id
	version.family_id == _held.family_id
	object.get(version, "material_change", true) == true
	version.status == "published"
	not _sent_ahead(version)
}

_sent_ahead(version) if {
	_reached(version)
	version.change_communication.sent_on <= version.effective_on
}

examined contains judged.changing(
	judged.examined_with("clients", _client, array.concat(
		[_held | facts.present(_held, "id")],
		[version | some version in _later],
	)),
	[day | some day in _turns],
) if {
	_may_apply
}

_relied_on(version) := [
	{"collection": "privacy_notices", "id": version.id, "path": "change_communication"},
	{"collection": "clients", "id": _client.id, "path": "notice_version_id"},
]
