# METADATA
# title: Registers of information barriers, legal holds and incidents are kept where only those who need them can
#   read them
# description: >-
#   Looks at where the registers of information barriers, legal holds, incidents and client terms are kept:
#   whether people who are screened, or everyone with access to the repository, can read them.
# scope: package
# custom:
#   id: PRIV-003
#   profile: standard
#   unit: inventory
#   subjects:
#   - repository
#   reads:
#   - client_terms.client_id
#   - ethical_wall.screened_staff_ids
#   - ethical_wall.status
#   - incident.status
#   - legal_hold.status
#   - repository.access_list
#   - repository.restricted_reader_ids
#   - repository.sources
#   parameters: []
#   reasons:
#   - code: screened-reader
#     result: fail
#     severity: critical
#     message: A person screened by an information barrier can read the register that describes it.
#     many: In {count} cases a person screened by an information barrier can read a register that describes it.
#   - code: holds-tracked
#     result: fail
#     severity: high
#     message: '{collection} can be read by everyone with access to the repository.'
#     many: '{count} confidential registers can be read by everyone with access to the repository.'
#   - code: terms-tracked
#     result: warn
#     severity: medium
#     message: The terms of clients can be read by everyone with access to the repository.
#     many: The terms of clients can be read by everyone with access to the repository.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: SRA Code (Solicitors)
#     ref: para 6.5
#     says: 'Adverse matter with material confidences: effective measures or written consent.'
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.10(a)(2)
#     says: 'Lateral screening: timely screen, no fee, notice, certifications.'
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AC-4
#     says: Control information flows between and within systems.
#     status: primary
#   remediation: Move the register to a restricted source; it is merged when judging.
package privity.repository.restricted_registers

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_repository := object.union({"id": "repository"}, object.get(data.inventory, "repository", {}))

_subject := judged.subject("repository", _repository)

# The registers in which something stands.
_registers contains name if {
	some name in ["client_terms", "ethical_walls", "incidents", "legal_holds"]
	count(data.inventory[name]) > 0
}

_sources(name) := [source | some source in _repository.sources; source.collection == name]

_tracked contains name if {
	some name in _registers
	some source in _sources(name)
	source.kind == "tracked"
}

# People screened by a barrier that stands.

_walls contains wall if {
	some wall in data.inventory.ethical_walls
	object.get(wall, "status", "active") == "active"
}

_screened contains {"wall": wall.id, "person": person} if {
	some wall in _walls
	wall.status == "active"
	some person in wall.screened_staff_ids
}

# The registers that describe barriers.
_describing := _registers & {"client_terms", "ethical_walls"}

_readers contains {"register": name, "person": person, "path": "sources"} if {
	some name in _describing
	some source in _sources(name)
	some person in source.reader_staff_ids
}

_readers contains {"register": name, "person": person, "path": "access_list"} if {
	some name in (_describing & _tracked)
	some person in _repository.access_list
}

findings contains {
	"subject": _subject,
	"reason": "screened-reader",
	"by": concat("/", [name, person]),
	"args": {},
	"relied_on": array.concat(
		[_fact(path) | some path in sort(paths)],
		[{"collection": "ethical_walls", "id": id, "path": "screened_staff_ids"} | some id in sort(walls)],
	),
} if {
	some name in _describing
	some person in {entry.person | some entry in _screened}
	paths := {reader.path | some reader in _readers; reader.register == name; reader.person == person}
	count(paths) > 0
	walls := {entry.wall | some entry in _screened; entry.person == person}
}

# Everyone with access to the repository reads what it tracks. A group may hold anyone.
_others contains reader if {
	some reader in _repository.access_list
	not reader in object.get(_repository, "restricted_reader_ids", [])
}

findings contains {
	"subject": _subject,
	"reason": "holds-tracked",
	"by": name,
	"args": {"collection": judged.value("repository", "sources.collection", name)},
	"relied_on": [_fact("sources"), _fact("access_list"), _fact("restricted_reader_ids")],
} if {
	some name in (_tracked & {"incidents", "legal_holds"})
	count(_others) > 0
}

findings contains {
	"subject": _subject,
	"reason": "terms-tracked",
	"args": {},
	"relied_on": [_fact("sources"), _fact("access_list"), _fact("restricted_reader_ids")],
} if {
	"client_terms" in _tracked
	count(_others) > 0
}

# What is not declared.

findings contains judged.not_declared(_subject, "repository", "sources") if {
	some name in _registers
	count(_sources(name)) == 0
}

findings contains judged.not_declared(_subject, "repository", "sources.kind") if {
	some name in _registers
	some source in _sources(name)
	facts.absent(source, "kind")
}

# Who reads a source matters where somebody is screened.
findings contains judged.not_declared(_subject, "repository", "sources.reader_staff_ids") if {
	count(_screened) > 0
	some name in _describing
	some source in _sources(name)
	source.kind in {"external", "restricted"}
	facts.absent(source, "reader_staff_ids")
}

findings contains judged.not_declared(_subject, "repository", "access_list") if {
	count(_tracked) > 0
	facts.absent(_repository, "access_list")
}

# A group does not say whether it holds a person who is screened.
findings contains judged.not_declared(_subject, "repository", "access_list") if {
	count(_screened) > 0
	count(_describing & _tracked) > 0
	some reader in _repository.access_list
	startswith(reader, "group:")
}

findings contains elsewhere.not_declared(_subject, "ethical_walls", ids, path) if {
	some path in ["screened_staff_ids", "status"]
	ids := {wall.id | some wall in _walls; facts.absent(wall, path)}
}

examined contains judged.examined_with("repository", _repository, [wall | some wall in _walls]) if count(_registers) > 0

_fact(path) := {"collection": "repository", "id": "repository", "path": path}
