# METADATA
# title: Recorded uses of AI are of approved tools and stay outside information barriers
# description: >-
#   Looks at every recorded use of an AI tool: whether the tool was registered and approved on that day, and whether the
#   user was screened from the matter by an information barrier.
# scope: package
# custom:
#   id: AI-008
#   profile: full
#   unit: record
#   subjects:
#   - ai_uses
#   reads:
#   - ai_system.approved_on
#   - ai_system.id
#   - ai_system.retired_on
#   - ai_system.status
#   - ai_use.ai_system_id
#   - ai_use.incident_id
#   - ai_use.matter_id
#   - ai_use.staff_id
#   - ai_use.used_on
#   - ethical_wall.established_on
#   - ethical_wall.lifted_on
#   - ethical_wall.matter_ids
#   - ethical_wall.screened_staff_ids
#   - ethical_wall.status
#   # An incident that dealt with a use only softens what is found.
#   optional:
#   - incidents
#   parameters: []
#   reasons:
#   - code: unknown-tool
#     result: fail
#     severity: high
#     history_after: used_on
#     message: An AI tool that the firm has not registered was used on {used_on}.
#     many: 'AI tools that the firm has not registered were used {count} times.'
#   - code: not-approved-then
#     result: fail
#     severity: medium
#     history_after: used_on
#     message: '{tool} was used on {used_on}, when it was not approved.'
#     many: 'AI tools were used {count} times when they were not approved.'
#   - code: behind-wall
#     result: fail
#     severity: critical
#     history_after: used_on
#     message: An AI tool was used on {used_on}, by a screened person, on a matter behind an information barrier.
#     many: 'AI tools were used {count} times by screened people on matters behind an information barrier.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: used_on
#     message: The use of an AI tool on {used_on} has been dealt with as an incident.
#     many: '{count} uses of AI tools have been dealt with as incidents.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Formal Opinion
#     ref: 512 (2024)
#     says: 'Generative AI: competence, confidentiality, informed consent, verification, supervision.'
#     status: secondary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AC-4
#     says: Control information flows between and within systems.
#     status: primary
#   remediation: Stop the use, approve or block the tool, and record what was put into it.
package privity.ai.uses_within_bounds

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# A use that lies ahead has not happened.
_use := input.ai_use if not _ahead

_ahead if input.ai_use.used_on > data.as_of.day

_subject := judged.subject("ai_uses", _use)

_used_on := {"used_on": judged.date(_use.used_on)}

_tool := data.inventory.ai_systems[_use.ai_system_id]

_unregistered if {
	facts.present(_use, "ai_system_id")
	not _tool
}

# Walls around the matter that screen the user.
_walls[id] := wall if {
	some id, wall in data.inventory.ethical_walls
	_use.matter_id in wall.matter_ids
	_use.staff_id in wall.screened_staff_ids
}

_lifted(wall) if wall.lifted_on <= _use.used_on

examined contains judged.examined_with("ai_uses", _use, array.concat([tool | tool := _tool], [wall | some wall in _walls]))

_faults contains {
	"reason": "unknown-tool",
	"args": _used_on,
	"relied_on": [_fact("ai_system_id"), _fact("used_on")],
} if {
	_unregistered
}

_faults contains {
	"reason": "not-approved-then",
	"args": object.union(_used_on, {"tool": judged.entity("ai_systems", _tool.id)}),
	"relied_on": [
		_fact("used_on"),
		_tool_fact("approved_on"),
		_tool_fact("status"),
		_tool_fact("retired_on"),
	],
} if {
	_not_approved
}

_tool_fact(path) := {"collection": "ai_systems", "id": _tool.id, "path": path}

_not_approved if facts.absent(_tool, "approved_on")

_not_approved if _tool.approved_on > _use.used_on

_not_approved if _tool.status == "proposed"

_not_approved if _tool.retired_on <= _use.used_on

_faults contains {
	"reason": "behind-wall",
	"by": wall.id,
	"args": _used_on,
	"relied_on": [
		_fact("staff_id"),
		_fact("matter_id"),
		{"collection": "ethical_walls", "id": wall.id, "path": "screened_staff_ids"},
		{"collection": "ethical_walls", "id": wall.id, "path": "established_on"},
	],
} if {
	some wall in _walls
	wall.established_on <= _use.used_on
	not _lifted(wall)
	not _lifted_some_day(wall)
}

# Lifted, and nobody says when: it may have been before the use.
_lifted_some_day(wall) if {
	wall.status == "lifted"
	facts.absent(wall, "lifted_on")
}

_incident if data.inventory.incidents[_use.incident_id]

findings contains object.union(fault, {"subject": _subject}) if {
	not _incident
	some fault in _faults
	facts.present(_use, "used_on")
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": _used_on,
	"relied_on": array.concat([_fact("incident_id")], sort({fact | some fault in _faults; some fact in fault.relied_on})),
} if {
	_incident
	count(_faults) > 0
}

findings contains judged.not_declared(_subject, "ai_uses", path) if {
	some path in judged.missing(_use, ["ai_system_id", "used_on"])
}

# Who used it and for which matter is asked only where a wall could stand between them.
findings contains judged.not_declared(_subject, "ai_uses", path) if {
	some path in _walled_asks
}

_walled_asks contains "staff_id" if {
	facts.absent(_use, "staff_id")
	some wall in data.inventory.ethical_walls
	_use.matter_id in wall.matter_ids
	_may_have_stood(wall)
}

_walled_asks contains "matter_id" if {
	facts.absent(_use, "matter_id")
	some wall in data.inventory.ethical_walls
	_use.staff_id in wall.screened_staff_ids
	_may_have_stood(wall)
}

_may_have_stood(wall) if {
	not _later(wall)
	not _lifted(wall)
}

_later(wall) if wall.established_on > _use.used_on

findings contains elsewhere.not_declared(_subject, "ethical_walls", ids, path) if {
	some path in ["established_on", "lifted_on"]
	ids := {id |
		some id, wall in _walls
		facts.present(_use, "used_on")
		_unclear(wall, path)
	}
	count(ids) > 0
}

_unclear(wall, "established_on") if {
	facts.absent(wall, "established_on")
	not wall.status == "pending"
	not _lifted(wall)
}

_unclear(wall, "lifted_on") if {
	_lifted_some_day(wall)
	not _later(wall)
}

_fact(path) := {"collection": "ai_uses", "id": _use.id, "path": path}
