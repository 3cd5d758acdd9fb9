# METADATA
# title: Staff have accepted the security and privacy rules
# description: 'Looks at everyone who works in the firm now: whether they have confirmed the current version of each
#   policy that asks for it, and whether they signed a confidentiality undertaking by their first day.'
# scope: package
# custom:
#   id: SEC-007
#   profile: standard
#   unit: record
#   subjects:
#   - staff
#   reads:
#   - policy.effective_on
#   - policy.id
#   - policy.requires_acknowledgement
#   - policy.status
#   - policy.version
#   - role.bound_by_profession
#   - staff.acknowledgements
#   - staff.confidentiality_signed_on
#   - staff.role_id
#   - staff.start_date
#   - staff.status
#   # Few firms spare a role the undertaking: without roles everyone is asked for it.
#   optional:
#   - roles
#   parameters:
#   - ack_days
#   reasons:
#   - code: ack-due
#     result: warn
#     severity: low
#     message: '{person} is to confirm {policy} by {due_on}.'
#     many: '{count} confirmations of policies are still to be made, and the time for them is nearly over.'
#   - code: not-acknowledged
#     result: fail
#     severity: medium
#     absence: open
#     message: '{person} has not confirmed the current version of {policy}.'
#     many: '{count} confirmations of the current versions of policies are not recorded.'
#   - code: no-confidentiality
#     result: fail
#     severity: medium
#     absence: open
#     message: No confidentiality undertaking of {person} is recorded.
#     many: No confidentiality undertaking is recorded for {count} people.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{person} confirmed {policy} on {met_on}, after {due_on}.'
#     many: '{count} confirmations or undertakings came later than the firm asks.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(4)
#     says: Staff with access act only on instructions.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.1'
#     says: Firm leaders ensure measures giving reasonable assurance of compliance.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: PL-4
#     says: Staff acknowledge rules of behaviour.
#     status: primary
#   remediation: Collect the acknowledgement for the current version.
package privity.security.rules_accepted

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# Where the status is not declared nobody can tell whether the control applies.
_person := input.staff_member if input.staff_member.status == "active"

_subject := judged.subject("staff", input.staff_member)

_entity := judged.entity("staff", _person.id)

_status_absent if facts.absent(input.staff_member, "status")

examined contains judged.examined("staff", input.staff_member) if _status_absent

findings contains judged.not_declared(_subject, "staff", "status") if _status_absent

examined contains judged.changing(judged.examined_with("staff", _person, policies), [day | some day in _changes]) if {
	policies := [data.inventory.policies[id] | some id in sort(_asked)]
}

# Policies that staff must confirm.
_asked contains id if {
	some id, policy in data.inventory.policies
	policy.status == "approved"
	policy.requires_acknowledgement
}

# Policies of which that cannot be told, and which this person has not confirmed anyway: by field, the policies.
_open[path] contains id if {
	some id, policy in data.inventory.policies
	not policy.requires_acknowledgement == false
	not _not_in_force(policy)
	some path in judged.missing(policy, ["status", "requires_acknowledgement"])
	not _confirmed_on[id]
}

_not_in_force(policy) if policy.status in {"draft", "retired"}

# What stands on the person's record about a policy, what lies ahead apart.
_entries(id) := [entry |
	some entry in _person.acknowledgements
	entry.policy_id == id
	not _ahead(entry)
]

_ahead(entry) if entry.on > data.as_of.day

# The first day on which the person confirmed the current version.
_confirmed_on[id] := min(days) if {
	some id, policy in data.inventory.policies
	days := [entry.on | some entry in _entries(id); entry.version == policy.version]
	count(days) > 0
}

# The earliest that the time can be over, and the due day where both its parts are declared.
_due_parts[id] := [day |
	some day in [
		object.get(_person, "start_date", null),
		object.get(data.inventory.policies[id], "effective_on", null),
	]
	day != null
] if {
	some id in _asked
}

_no_sooner[id] := max(parts) + data.parameters.ack_days if {
	some id, parts in _due_parts
	count(parts) > 0
}

_due_on[id] := _no_sooner[id] if count(_due_parts[id]) == 2

_changes contains _due_on[id] + 1 if some id in _unconfirmed

# The first day of the last quarter of the time.
_changes contains (_due_on[id] - ceil(data.parameters.ack_days / 4)) + 1 if some id in _unconfirmed

_changes contains _person.start_date + 1

# No entry can be a confirmation of the current version.
_unconfirmed contains id if {
	some id in _asked
	not _confirmed_on[id]
	not _incomplete_entries[id]
	not _version_needed(id)
}

# Entries that may be one, had they said of which version or when.
_incomplete_entries[id] contains path if {
	some id in _asked
	some entry in _entries(id)
	object.get(entry, "version", data.inventory.policies[id].version) == data.inventory.policies[id].version
	some field in judged.missing(entry, ["version", "on"])
	path := concat(".", ["acknowledgements", field])
}

_version_needed(id) if {
	facts.absent(data.inventory.policies[id], "version")
	count(_entries(id)) > 0
}

findings contains {
	"subject": _subject,
	"reason": "not-acknowledged",
	"by": id,
	"args": {"person": _entity, "policy": judged.entity("policies", id), "due_on": judged.date(_due_on[id])},
	"relied_on": _relied_on(id),
} if {
	some id in _unconfirmed
	data.as_of.day > _due_on[id]
}

findings contains {
	"subject": _subject,
	"reason": "ack-due",
	"by": id,
	"args": {"person": _entity, "policy": judged.entity("policies", id), "due_on": judged.date(_due_on[id])},
	"relied_on": _relied_on(id),
	"changes_on": _due_on[id] + 1,
} if {
	some id in _unconfirmed
	left := _due_on[id] - data.as_of.day
	left >= 0
	left * 4 < data.parameters.ack_days
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": id,
	"args": {
		"person": _entity,
		"policy": judged.entity("policies", id),
		"due_on": judged.date(_due_on[id]),
		"met_on": judged.date(_confirmed_on[id]),
		"days_late": _confirmed_on[id] - _due_on[id],
	},
	"relied_on": _relied_on(id),
} if {
	some id in _asked
	_confirmed_on[id] > _due_on[id]
}

_relied_on(id) := [
	_fact("acknowledgements"),
	{"collection": "policies", "id": id, "path": "effective_on"},
	_fact("start_date"),
]

# Lawyers bound by professional rules owe confidence anyway: their role may spare them the undertaking.
_bound if data.inventory.roles[_person.role_id].bound_by_profession

_signed_on := _person.confidentiality_signed_on if _person.confidentiality_signed_on <= data.as_of.day

findings contains {
	"subject": _subject,
	"reason": "no-confidentiality",
	"args": {"person": _entity},
	"relied_on": [_fact("confidentiality_signed_on"), _fact("start_date")],
} if {
	not _signed_on
	not _bound
	not _role_unknown
	data.as_of.day > _person.start_date
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": "confidentiality",
	"args": {
		"person": _entity,
		"policy": "the confidentiality undertaking",
		"due_on": judged.date(_person.start_date),
		"met_on": judged.date(_signed_on),
		"days_late": _signed_on - _person.start_date,
	},
	"relied_on": [_fact("confidentiality_signed_on"), _fact("start_date")],
} if {
	not _bound
	not _role_unknown
	_signed_on > _person.start_date
}

_role_unknown if facts.absent(_person, "role_id")

_in_good_time if _signed_on <= _person.start_date

_in_good_time if data.as_of.day <= _person.start_date

findings contains judged.not_declared(_subject, "staff", path) if some path in _missing

_missing contains "start_date" if facts.absent(_person, "start_date")

_missing contains "role_id" if {
	_role_unknown
	not _in_good_time
}

_missing contains path if {
	some id in _asked
	not _confirmed_on[id]
	some path in _incomplete_entries[id]
	_may_be_late(id)
}

# Before the due day an undated confirmation is in time.
_may_be_late(id) if not _time_left(id)

_time_left(id) if data.as_of.day <= _no_sooner[id]

findings contains elsewhere.not_declared(_subject, "policies", ids, path) if {
	_person
	some path, ids in _open
}

findings contains elsewhere.not_declared(_subject, "policies", ids, "version") if {
	ids := {id | some id in _asked; _version_needed(id)}
	count(ids) > 0
}

# Without its day of effect nobody can tell whether the time is over, or whether the confirmation was late.
findings contains elsewhere.not_declared(_subject, "policies", ids, "effective_on") if {
	_person
	ids := {id |
		some id in _asked
		facts.absent(data.inventory.policies[id], "effective_on")
		not _surely_in_time(id)
	}
	count(ids) > 0
}

# However late the policy took effect: what is confirmed, or not yet due, by the other day alone.
_surely_in_time(id) if object.get(_confirmed_on, id, data.as_of.day) <= _no_sooner[id]

_fact(path) := {"collection": "staff", "id": _person.id, "path": path}
