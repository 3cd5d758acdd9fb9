# METADATA
# title: AI tools respect ethical walls and matter restrictions
# description: >-
#   Looks at every AI tool on trial or in use that searches the firm's documents: whether it could show people what lies
#   behind an information barrier.
# scope: package
# custom:
#   id: AI-007
#   profile: standard
#   unit: inventory
#   subjects:
#   - ai_systems
#   reads:
#   - ai_system.index_scope
#   - ai_system.indexes_firm_content
#   - ai_system.permission_trimming
#   - ai_system.status
#   - ethical_wall.matter_ids
#   - ethical_wall.status
#   parameters: []
#   not_applicable:
#   - code: no-ai-tools
#     message: 'The firm has declared that it uses no AI tools.'
#   reasons:
#   - code: index-crosses-wall
#     result: fail
#     severity: critical
#     message: '{tool} searches matters behind an information barrier and does not respect who may see them.'
#     many: 'In {count} cases an AI tool searches matters behind an information barrier and does not respect who may see them.'
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
#     ref: 1.10(a)(2)
#     says: 'Lateral screening: timely screen, no fee, notice, certifications.'
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.5
#     says: 'Adverse matter with material confidences: effective measures or written consent.'
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AC-4
#     says: Control information flows between and within systems.
#     status: primary
#   remediation: Exclude walled matters or enable permission trimming.
package privity.ai.walls_respected

import data.lib.ai_tools
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

not_applicable := "no-ai-tools" if ai_tools.none_used

# Tools that search, or may search, what the firm has filed.
_tools[id] := tool if {
	some id, tool in data.inventory.ai_systems
	ai_tools.may_be_in_use(tool)
	not tool.indexes_firm_content == false
}

_walls[id] := wall if {
	some id, wall in data.inventory.ethical_walls
	wall.status == "active"
}

_known(tool) if {
	facts.present(tool, "status")
	facts.present(tool, "indexes_firm_content")
}

examined contains judged.examined_with("ai_systems", tool, [wall | some wall in _walls]) if some tool in _tools

findings contains {
	"subject": judged.subject("ai_systems", tool),
	"reason": "index-crosses-wall",
	"by": wall.id,
	"args": {"tool": judged.entity("ai_systems", tool.id)},
	"relied_on": [
		_fact(tool, "permission_trimming"),
		_fact(tool, "index_scope"),
		{"collection": "ethical_walls", "id": wall.id, "path": "matter_ids"},
	],
} if {
	some tool in _tools
	_known(tool)
	tool.permission_trimming == false
	some wall in _walls
	_reaches(tool, wall)
}

_reaches(tool, wall) if {
	"all" in tool.index_scope
	facts.present(wall, "matter_ids")
}

_reaches(tool, wall) if {
	some matter_id in wall.matter_ids
	matter_id in tool.index_scope
}

findings contains judged.not_declared(judged.subject("ai_systems", tool), "ai_systems", path) if {
	some tool in _tools
	some path in _missing(tool)
}

# Without a wall there is nothing to cross; a tool that respects access rights may search everything.
_missing(tool) := missing if {
	missing := judged.missing(tool, ["status", "indexes_firm_content"])
	count(missing) > 0
} else := set() if {
	count(_walls) == 0
} else := set() if {
	tool.permission_trimming
} else := set() if {
	facts.present(tool, "index_scope")
	not _reaches_any(tool)
	count(_unnamed) == 0
} else := judged.missing(tool, ["index_scope", "permission_trimming"])

_reaches_any(tool) if {
	some wall in _walls
	_reaches(tool, wall)
}

# Walls that do not say which matters they protect, or whether they stand.
_unnamed contains id if {
	some id, wall in _walls
	facts.absent(wall, "matter_ids")
}

findings contains elsewhere.not_declared(judged.subject("ai_systems", tool), "ethical_walls", _unnamed, "matter_ids") if {
	some tool in _tools
	_may_cross(tool)
	count(_unnamed) > 0
}

_unstated contains id if {
	some id, wall in data.inventory.ethical_walls
	facts.absent(wall, "status")
}

findings contains elsewhere.not_declared(judged.subject("ai_systems", tool), "ethical_walls", _unstated, "status") if {
	some tool in _tools
	_may_cross(tool)
	count(_unstated) > 0
}

_may_cross(tool) if {
	_known(tool)
	tool.permission_trimming == false
}

_fact(tool, path) := {"collection": "ai_systems", "id": tool.id, "path": path}
