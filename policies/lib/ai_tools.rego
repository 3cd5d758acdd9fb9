# METADATA
# title: AI tools
# description: Which AI tools are in use, and whether the firm has said that it uses none.
package lib.ai_tools

import data.lib.facts

# in_use: on trial, or in use.
in_use(tool) if tool.status in {"pilot", "active"}

# none_used: the firm has said that it uses none, and has entered none. A tool that is entered is judged all the same.
none_used if {
	data.inventory.firm.no_ai_tools_on <= data.as_of.day
	not _any_entered
}

_any_entered if some _ in data.inventory.ai_systems

# may_be_in_use: the tools that are or may be in use (the status of some is not declared).
may_be_in_use(tool) if in_use(tool)

may_be_in_use(tool) if facts.absent(tool, "status")
