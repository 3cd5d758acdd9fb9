# METADATA
# title: Systems with client data
# description: >-
#   Most controls over systems look at the electronic ones that hold client data: which those are, and what must be asked
#   where a system does not say.
package lib.systems

import data.lib.judged

# in_scope: the system is electronic and holds client data.
in_scope(system) if {
	system.holds_client_data
	system.medium == "electronic"
}

# undecided: what the system does not say, where nothing that it says keeps it out. A set of fields, empty where it is
# known whether the system is in scope.
undecided(system) := judged.missing(system, ["holds_client_data", "medium"]) if {
	not _kept_out(system)
} else := set()

_kept_out(system) if system.holds_client_data == false

_kept_out(system) if system.medium == "paper"

# fed: the facts are read from the system itself, not typed by hand.
fed(system) if system.evidence.grade == "fed"
