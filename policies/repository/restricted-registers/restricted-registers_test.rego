package privity.repository.restricted_registers_test

import data.lib.testing
import data.privity.repository.restricted_registers as control

_source(name, kind) := {"collection": name, "kind": kind, "reader_staff_ids": ["S-1"]}

_restricted := [_source(name, "restricted") | some name in ["client_terms", "ethical_walls", "incidents", "legal_holds"]]

_repository := {"sources": _restricted, "access_list": ["S-1", "S-2"], "restricted_reader_ids": ["S-1"], "grade": 2}

_wall := {"id": "W-1", "status": "active", "screened_staff_ids": ["S-9"], "grade": 1}

_inventory := {
	"repository": _repository,
	"ethical_walls": testing.by_id([_wall]),
	"legal_holds": {"H-1": {"id": "H-1"}},
	"incidents": {"I-1": {"id": "I-1"}},
	"client_terms": {"CT-1": {"id": "CT-1"}},
}

_findings(inventory) := found if {
	found := control.findings with data.inventory as inventory
}

_examined(inventory) := found if {
	found := control.examined with data.inventory as inventory
}

_verdicts(inventory) := testing.verdicts(_findings(inventory))

_with(changes, removed) := testing.changed(_inventory, {"repository": testing.changed(testing.without(_repository, removed), changes)})

_kept(name, kind) := {"sources": [source |
	some one in _restricted
	source := testing.changed(one, {"kind": {true: kind, false: "restricted"}[one.collection == name]})
]}

_read_by(name, readers) := {"sources": [source |
	some one in _restricted
	source := testing.changed(one, {"reader_staff_ids": {true: readers, false: ["S-1"]}[one.collection == name]})
]}

_walls(walls) := testing.changed(_inventory, {"ethical_walls": testing.by_id(walls)})

_asked(fact) := {["repository", "not-declared", fact]}

test_kept_apart if _verdicts(_inventory) == set()

test_a_screened_reader_of_the_register_of_barriers if {
	_findings(_with(_read_by("ethical_walls", ["S-1", "S-9"]), [])) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "screened-reader",
		"by": "ethical_walls/S-9",
		"args": {},
		"relied_on": [
			{"collection": "repository", "id": "repository", "path": "sources"},
			{"collection": "ethical_walls", "id": "W-1", "path": "screened_staff_ids"},
		],
	}}
}

test_a_screened_reader_of_the_terms_of_clients if {
	_verdicts(_with(_read_by("client_terms", ["S-9"]), [])) == {["repository", "screened-reader", "client_terms/S-9"]}
}

test_a_screened_person_may_read_other_registers if {
	_verdicts(_with(_read_by("incidents", ["S-9"]), [])) == set()
	_verdicts(_with(_read_by("legal_holds", ["S-9"]), [])) == set()
}

test_a_screened_reader_of_the_repository if {
	open := object.union(_kept("ethical_walls", "tracked"), {"access_list": ["S-1", "S-9"]})
	{[finding.by, finding.relied_on[0].path] | some finding in _findings(_with(open, []))} == {["ethical_walls/S-9", "access_list"]}
	_verdicts(_with({"access_list": ["S-9"]}, [])) == set()
	_verdicts(_with(_kept("ethical_walls", "tracked"), [])) == set()
	external := object.union(_kept("ethical_walls", "external"), {"access_list": ["S-9"]})
	_verdicts(_with(external, [])) == set()
}

test_only_barriers_that_stand_count if {
	every status in ["pending", "lifted"] {
		walls := _walls([testing.changed(_wall, {"status": status, "screened_staff_ids": ["S-1"]})])
		_verdicts(walls) == set()
	}
}

test_holds_and_incidents_that_everyone_reads if {
	every name in ["legal_holds", "incidents"] {
		_verdicts(_with(_kept(name, "tracked"), [])) == {["repository", "holds-tracked", name]}
		_verdicts(_with(object.union(_kept(name, "tracked"), {"restricted_reader_ids": ["S-1", "S-2"]}), [])) == set()
		_verdicts(_with(_kept(name, "external"), [])) == set()
	}
	_findings(_with(_kept("legal_holds", "tracked"), [])) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "holds-tracked",
		"by": "legal_holds",
		"args": {"collection": {"collection": "repository", "field": "sources.collection", "value": "legal_holds"}},
		"relied_on": [{"collection": "repository", "id": "repository", "path": path} | some path in ["sources", "access_list", "restricted_reader_ids"]],
	}}
}

test_without_restricted_readers_everyone_is_another if {
	_verdicts(_with(_kept("legal_holds", "tracked"), ["restricted_reader_ids"])) == {["repository", "holds-tracked", "legal_holds"]}
	_verdicts(_with(object.union(_kept("legal_holds", "tracked"), {"access_list": []}), [])) == set()
}

test_terms_that_everyone_reads if {
	_findings(_with(_kept("client_terms", "tracked"), [])) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "terms-tracked",
		"args": {},
		"relied_on": [{"collection": "repository", "id": "repository", "path": path} | some path in ["sources", "access_list", "restricted_reader_ids"]],
	}}
	_verdicts(_with(object.union(_kept("client_terms", "tracked"), {"restricted_reader_ids": ["S-1", "S-2"]}), [])) == set()
}

test_a_group_may_hold_anyone if {
	_verdicts(_with(object.union(_kept("legal_holds", "tracked"), {"access_list": ["group:partners"]}), [])) == {["repository", "holds-tracked", "legal_holds"]}
	group := object.union(_kept("ethical_walls", "tracked"), {"access_list": ["group:partners"]})
	_verdicts(_with(group, [])) == _asked("repository.access_list")
	_verdicts(testing.changed(_with(group, []), {"ethical_walls": testing.by_id([testing.changed(_wall, {"status": "lifted"})])})) == set()
	_verdicts(_with({"access_list": ["group:partners"]}, [])) == set()
}

test_not_declared_where_a_register_is_kept if {
	every name in ["client_terms", "ethical_walls", "incidents", "legal_holds"] {
		fewer := [source | some source in _restricted; source.collection != name]
		_verdicts(_with({"sources": fewer}, [])) == _asked("repository.sources")
	}
	_verdicts(_with({}, ["sources"])) == _asked("repository.sources")
	_verdicts(testing.without(_inventory, ["repository"])) == _asked("repository.sources")
}

test_not_declared_how_a_register_is_kept if {
	kindless := [object.remove(source, ["kind"]) | some source in _restricted]
	_verdicts(_with({"sources": kindless}, [])) == _asked("repository.sources.kind")
}

test_not_declared_who_reads_a_register if {
	silent := [object.remove(source, ["reader_staff_ids"]) | some source in _restricted]
	_verdicts(_with({"sources": silent}, [])) == _asked("repository.sources.reader_staff_ids")
	external := [testing.changed(source, {"kind": "external"}) | some source in silent]
	_verdicts(_with({"sources": external}, [])) == _asked("repository.sources.reader_staff_ids")
	tracked := [testing.changed(source, {"kind": "tracked"}) | some source in silent]
	_verdicts(_with({"sources": tracked, "access_list": ["S-1"]}, [])) == set()
	nobody := testing.changed(_with({"sources": silent}, []), {"ethical_walls": testing.by_id([testing.changed(_wall, {"screened_staff_ids": []})])})
	_verdicts(nobody) == set()
	only_holds := testing.without(_with({"sources": silent}, []), ["client_terms"])
	_verdicts(only_holds) == _asked("repository.sources.reader_staff_ids")
}

test_not_declared_who_reads_the_repository if {
	_verdicts(_with(_kept("incidents", "tracked"), ["access_list"])) == _asked("repository.access_list")
	_verdicts(_with({}, ["access_list"])) == set()
}

test_not_declared_whether_a_barrier_stands if {
	_verdicts(_walls([testing.without(_wall, ["status"])])) == _asked("ethical_walls.status")
	_verdicts(_walls([{"id": "W-1", "screened_staff_ids": ["S-1"]}])) == _asked("ethical_walls.status")
	_verdicts(_walls([testing.without(_wall, ["screened_staff_ids"])])) == _asked("ethical_walls.screened_staff_ids")
	_verdicts(_walls([testing.without(testing.changed(_wall, {"status": "lifted"}), ["screened_staff_ids"])])) == set()
}

test_examined if {
	_examined(_inventory) == {{"subject": {"collection": "repository", "id": "repository"}, "grade": 1}}
	_examined({"incidents": {"I-1": {"id": "I-1"}}}) == {{"subject": {"collection": "repository", "id": "repository"}, "grade": 0}}
	every name in ["client_terms", "ethical_walls", "incidents", "legal_holds"] {
		count(_examined({name: {"X": {"id": "X"}}})) == 1
	}
}

test_without_such_records_it_does_not_apply if {
	empty := {"repository": {}, "ethical_walls": {}, "legal_holds": {}, "incidents": {}, "client_terms": {}}
	_examined(empty) == set()
	_findings(empty) == set()
	_findings({}) == set()
}
