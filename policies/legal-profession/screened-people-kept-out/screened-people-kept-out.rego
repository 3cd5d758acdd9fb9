# METADATA
# title: Screened people cannot reach the walled matter
# description: >-
#   Looks at every matter behind an information barrier that stands: whether a screened person is in its team or can
#   open it, and whether every system that holds it is part of the barrier and able to enforce it.
# scope: package
# custom:
#   id: LEGAL-003
#   profile: standard
#   unit: matter
#   subjects:
#   - matters
#   reads:
#   - access_grant.asset_id
#   - access_grant.holder_id
#   - access_grant.matter_id
#   - access_grant.revoked_on
#   - access_grant.system_id
#   - data_asset.matter_ids
#   - ethical_wall.enforced_system_ids
#   - ethical_wall.established_on
#   - ethical_wall.holding_system_ids
#   - ethical_wall.matter_ids
#   - ethical_wall.screened_staff_ids
#   - ethical_wall.status
#   - matter.team_staff_ids
#   - system.supports_walls
#   parameters: []
#   reasons:
#   - code: in-team
#     result: fail
#     severity: critical
#     message: A person screened from {matter} is a member of its team.
#     many: 'In {count} cases a person screened from a matter is a member of its team.'
#   - code: can-reach
#     result: fail
#     severity: critical
#     message: According to the register, a person screened from {matter} can still open it.
#     many: 'According to the register, people screened from matters can still open them in {count} cases.'
#   - code: system-outside-wall
#     result: fail
#     severity: high
#     message: '{system} holds {matter} and is not part of the barrier around it.'
#     many: 'In {count} cases a system holds a walled matter and is not part of the barrier around it.'
#   - code: system-cannot-enforce
#     result: fail
#     severity: high
#     message: '{system} holds {matter} and cannot keep screened people out.'
#     many: 'In {count} cases a system holds a walled matter and cannot keep screened people out.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: A person screened from {matter} kept access until {met_on}; the barrier began on {due_on}.
#     many: 'In {count} cases a screened person kept access after the barrier began.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.10(a)(2)
#     says: 'Lateral screening: timely screen, no fee, notice, certifications.'
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.5
#     says: 'Adverse matter with material confidences: effective measures or written consent.'
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AC-3
#     says: Enforce approved access authorisations.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-5
#     says: Separate duties.
#     status: primary
#   remediation: Remove the access now, tell the compliance officer and record what the person saw.
package privity.legal_profession.screened_people_kept_out

import data.lib.elsewhere
import data.lib.facts
import data.lib.grants
import data.lib.judged

_matter := input.matter

_subject := judged.subject("matters", _matter)

_arguments := {"matter": judged.entity("matters", _matter.id)}

_around[id] := wall if {
	some id, wall in data.inventory.ethical_walls
	_matter.id in wall.matter_ids
}

_walls[id] := wall if {
	some id, wall in _around
	wall.status == "active"
}

# Barriers around the matter that do not say whether they stand.
_undecided := {id | some id, wall in _around; facts.absent(wall, "status")}

examined contains judged.changing(
	judged.examined_with("matters", _matter, [record | some record in _others]),
	[day | some grant in _rights; some day in grants.ends_on(grant)],
) if {
	count(_walls) + count(_undecided) > 0
}

_others contains wall if some wall in _around

_others contains grant if some grant in input.access_grants

_others contains system if {
	some wall in _walls
	some id in wall.holding_system_ids
	system := data.inventory.systems[id]
}

findings contains elsewhere.not_declared(_subject, "ethical_walls", _undecided, "status") if count(_undecided) > 0

# What a barrier must tell.
findings contains elsewhere.not_declared(_subject, "ethical_walls", silent, path) if {
	some path in ["established_on", "screened_staff_ids", "holding_system_ids", "enforced_system_ids"]
	silent := {id | some id, wall in _walls; facts.absent(wall, path)}
	count(silent) > 0
}

# The team.

findings contains {
	"subject": _subject,
	"reason": "in-team",
	"by": concat("/", [wall_id, staff_id]),
	"args": _arguments,
	"relied_on": [_fact("matters", _matter.id, "team_staff_ids"), _fact("ethical_walls", wall_id, "screened_staff_ids")],
} if {
	some wall_id, wall in _walls
	some staff_id in wall.screened_staff_ids
	staff_id in _matter.team_staff_ids
}

findings contains judged.not_declared(_subject, "matters", "team_staff_ids") if {
	count(_walls) > 0
	facts.absent(_matter, "team_staff_ids")
}

# Access. The rights at hand are those on the matter and on its files.

_rights[id] := grant if {
	count(_walls) > 0
	some id, grant in input.access_grants
	grants.unrevoked(grant)
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "can-reach",
		"by": concat("/", [wall_id, id]),
		"args": _arguments,
		"relied_on": [
			_fact("access_grants", id, "revoked_on"),
			_fact("access_grants", id, "holder_id"),
			_fact("ethical_walls", wall_id, "screened_staff_ids"),
		],
	},
	grants.ends_on(grant),
) if {
	some wall_id, wall in _walls
	some id, grant in _rights
	grant.holder_id in wall.screened_staff_ids
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": concat("/", [wall_id, id]),
	"args": object.union(_arguments, {
		"met_on": judged.date(grant.revoked_on),
		"due_on": judged.date(wall.established_on),
		"days_late": grant.revoked_on - wall.established_on,
	}),
	"relied_on": [
		_fact("access_grants", id, "revoked_on"),
		_fact("ethical_walls", wall_id, "established_on"),
		_fact("ethical_walls", wall_id, "screened_staff_ids"),
	],
} if {
	some wall_id, wall in _walls
	some id, grant in input.access_grants
	not grants.unrevoked(grant)
	grant.holder_id in wall.screened_staff_ids
	grant.revoked_on > wall.established_on
}

findings contains elsewhere.not_declared(_subject, "access_grants", nobodys, "holder_id") if {
	nobodys := {id | some id, grant in _rights; facts.absent(grant, "holder_id")}
	count(nobodys) > 0
}

# The systems that hold the matter.

findings contains {
	"subject": _subject,
	"reason": "system-outside-wall",
	"by": concat("/", [wall_id, id]),
	"args": object.union(_arguments, {"system": judged.entity("systems", id)}),
	"relied_on": [
		_fact("ethical_walls", wall_id, "enforced_system_ids"),
		_fact("ethical_walls", wall_id, "holding_system_ids"),
	],
} if {
	some wall_id, wall in _walls
	some id in wall.holding_system_ids
	facts.present(wall, "enforced_system_ids")
	not _enforces(wall, id)
}

_enforces(wall, id) if id in wall.enforced_system_ids

_holding contains id if {
	some wall in _walls
	some id in wall.holding_system_ids
}

findings contains {
	"subject": _subject,
	"reason": "system-cannot-enforce",
	"by": id,
	"args": object.union(_arguments, {"system": judged.entity("systems", id)}),
	"relied_on": [_fact("systems", id, "supports_walls")],
} if {
	some id in _holding
	data.inventory.systems[id].supports_walls == false
}

findings contains elsewhere.not_declared(_subject, "systems", silent, "supports_walls") if {
	silent := {id | some id in _holding; not _says_whether(id)}
	count(silent) > 0
}

_says_whether(id) if facts.present(data.inventory.systems[id], "supports_walls")

_fact(collection, id, path) := {"collection": collection, "id": id, "path": path}
