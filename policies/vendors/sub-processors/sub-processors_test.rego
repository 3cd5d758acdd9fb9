package privity.vendors.sub_processors_test

import data.lib.testing
import data.privity.vendors.sub_processors as control

_sub := {
	"name": "Hosting Ltd",
	"country": "IE",
	"engaged_on": testing.day("2026-06-01"),
	"authorised_on": testing.day("2026-06-01"),
	"notified_on": testing.day("2026-05-02"),
	"flow_down_confirmed": true,
}

_vendor := {"id": "V-1", "grade": 2, "role": "processor", "status": "active", "sub_processors": [_sub]}

_specific := {"sub_processor_authorisation": {"type": "specific"}}

_general := {"sub_processor_authorisation": {"type": "general", "objection_days": 30}}

_of(vendor) := found if {
	found := control.findings with input as {"vendor": vendor} with data.as_of as testing.end_of("2026-11-22")
}

_found(more, changes, removed) := _of(object.union(_with(changes, removed), more))

_with(changes, removed) := testing.changed(_vendor, {"sub_processors": [testing.changed(testing.without(_sub, removed), changes)]})

_verdicts(more, changes, removed) := testing.verdicts(_found(more, changes, removed))

_examined(vendor) := examined if {
	examined := control.examined with input as {"vendor": vendor} with data.as_of as testing.end_of("2026-11-22")
}

_one(reason) := {["V-1", reason, "Hosting Ltd"]}

_undeclared(path) := {["V-1", "not-declared", concat(".", ["vendors", path])]}

_names := {
	"vendor": {"collection": "vendors", "id": "V-1"},
	"sub_processor": {"collection": "vendors", "field": "sub_processors.name", "value": "Hosting Ltd"},
}

test_authorised_sub_processors_pass if {
	_verdicts(_specific, {}, ["notified_on"]) == set()
	_verdicts(_general, {}, ["authorised_on"]) == set()
	testing.verdicts(_of(testing.changed(_vendor, {"sub_processors": []}))) == set()
}

test_examined if {
	_examined(_vendor) == {{"subject": {"collection": "vendors", "id": "V-1"}, "grade": 2}}
	{entry.changes_on | some entry in _examined(_with({"engaged_on": testing.day("2026-12-01")}, []))} == {testing.day("2026-12-01")}
	_examined(testing.without(_vendor, ["role"])) == {{"subject": {"collection": "vendors", "id": "V-1"}, "grade": 2}}
}

test_to_whom_it_does_not_apply if {
	_examined(testing.changed(testing.without(_vendor, ["status"]), {"role": "third-party"})) == set()
	_examined(testing.changed(testing.without(_vendor, ["role"]), {"status": "ended"})) == set()
	_of(testing.changed(_vendor, {"status": "proposed"})) == set()
}

test_not_declared if {
	testing.verdicts(_of(testing.without(_vendor, ["role"]))) == _undeclared("role")
	testing.verdicts(_of(testing.without(_vendor, ["status"]))) == _undeclared("status")
	testing.verdicts(_of(testing.without(_vendor, ["sub_processors"]))) == _undeclared("sub_processors")
	_verdicts({}, {}, []) == _undeclared("sub_processor_authorisation.type")
	_verdicts(_specific, {}, ["engaged_on"]) == _undeclared("sub_processors.engaged_on")
	_verdicts(_specific, {}, ["engaged_on", "authorised_on"]) == _undeclared("sub_processors.engaged_on")
	_verdicts(_general, {}, ["notified_on"]) == _undeclared("sub_processors.notified_on")
	_verdicts(_general, {"notified_on": testing.day("2026-11-23")}, []) == _undeclared("sub_processors.notified_on")
	_verdicts({"sub_processor_authorisation": {"type": "general"}}, {}, []) == _undeclared("sub_processor_authorisation.objection_days")
	_verdicts(_specific, {}, ["flow_down_confirmed"]) == _undeclared("sub_processors.flow_down_confirmed")
	_verdicts(_specific, {}, ["notified_on", "objection_open"]) == set()
}

test_not_authorised if {
	_verdicts(_specific, {"authorised_on": testing.day("2026-11-23")}, []) == _one("not-authorised")
	_verdicts(_specific, {"engaged_on": testing.day("2026-11-22")}, ["authorised_on"]) == _one("not-authorised")
	_verdicts(_specific, {"engaged_on": testing.day("2026-11-23")}, ["authorised_on"]) == set()
	_found(_specific, {}, ["authorised_on"]) == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "not-authorised",
		"by": "Hosting Ltd",
		"args": _names,
		"relied_on": [
			{"collection": "vendors", "id": "V-1", "path": "sub_processors.authorised_on"},
			{"collection": "vendors", "id": "V-1", "path": "sub_processor_authorisation.type"},
		],
	}}
	{finding.by | some finding in _found(_specific, {}, ["authorised_on", "name"])} == {"sub-processor 1"}
}

# Two of one name, and one whose name is how another without a name is called.
test_same_names if {
	unnamed := testing.without(_sub, ["authorised_on", "name"])
	vendor := {
		"sub_processors": [
			object.union(unnamed, {"name": "Hosting Ltd"}),
			object.union(unnamed, {"name": "Hosting Ltd"}),
			object.union(unnamed, {"name": "sub-processor 4"}),
			unnamed,
		],
		"sub_processor_authorisation": {"type": "specific"},
	}
	{finding.by | some finding in _of(object.union(_vendor, vendor))} == {
		"sub-processor 1",
		"sub-processor 2",
		"sub-processor 3",
		"sub-processor 4",
	}
}

test_authorised_late if {
	_verdicts(_specific, {"authorised_on": testing.day("2026-06-02")}, []) == _one("remedied-late")
	{finding.args | some finding in _found(_specific, {"authorised_on": testing.day("2026-06-02")}, [])} == {object.union(_names, {
		"due_on": {"day": testing.day("2026-06-01")},
		"met_on": {"day": testing.day("2026-06-02")},
		"days_late": 1,
	})}
	_verdicts(_general, {"authorised_on": testing.day("2026-06-02")}, []) == set()
}

test_told_in_time_to_object if {
	_verdicts(_general, {"notified_on": testing.day("2026-05-03")}, []) == _one("told-late")
	{finding.args | some finding in _found(_general, {"notified_on": testing.day("2026-05-03")}, [])} == {object.union(_names, {
		"told_on": {"day": testing.day("2026-05-03")},
		"due_on": {"day": testing.day("2026-05-02")},
	})}
	_verdicts(_specific, {"notified_on": testing.day("2026-05-03")}, []) == set()
	_verdicts(_general, {"engaged_on": testing.day("2026-12-30")}, ["notified_on"]) == set()
}

test_an_open_objection if {
	_verdicts(_general, {"objection_open": true}, []) == _one("objection-open")
	_verdicts(_general, {"objection_open": false}, []) == set()
	_verdicts(_general, {"objection_open": true, "engaged_on": testing.day("2026-11-23")}, []) == set()
}

test_the_same_duties if {
	_verdicts(_specific, {"flow_down_confirmed": false}, []) == _one("duties-not-passed-on")
	_verdicts({}, {"flow_down_confirmed": false}, []) == _one("duties-not-passed-on") | _undeclared("sub_processor_authorisation.type")
}

test_done_today_is_done if {
	today := testing.day("2026-11-22")
	_verdicts(_specific, {"engaged_on": today, "authorised_on": today}, []) == set()
	_verdicts(_general, {"engaged_on": today, "notified_on": today}, []) == _one("told-late")
}

test_without_sub_processors_nothing_is_asked if {
	none := testing.changed(_vendor, {"sub_processors": []})
	_of(none) == set()
	_of(object.union(none, {"sub_processor_authorisation": {"type": "general"}})) == set()
}

test_findings_lead_to_their_facts if {
	every row in [
		[_specific, {"authorised_on": testing.day("2026-06-02")}, "remedied-late", ["sub_processors.authorised_on", "sub_processors.engaged_on"]],
		[
			_general, {"notified_on": testing.day("2026-05-03")}, "told-late",
			["sub_processors.notified_on", "sub_processors.engaged_on", "sub_processor_authorisation.objection_days"],
		],
		[_general, {"objection_open": true}, "objection-open", ["sub_processors.objection_open", "sub_processors.engaged_on"]],
		[_general, {"flow_down_confirmed": false}, "duties-not-passed-on", ["sub_processors.flow_down_confirmed"]],
	] {
		{[finding.reason, [fact.path | some fact in finding.relied_on]] | some finding in _found(row[0], row[1], [])} == {[row[2], row[3]]}
	}
}

test_the_time_to_object_is_for_general_authorisation if {
	specific := {"sub_processor_authorisation": {"type": "specific", "objection_days": 30}}
	_verdicts(specific, {"notified_on": testing.day("2026-05-03")}, []) == set()
	_verdicts(specific, {"objection_open": true}, []) == set()
	_verdicts(specific, {}, ["notified_on"]) == set()
}

test_the_kind_of_authorisation_is_asked_for_first if {
	_verdicts({"sub_processor_authorisation": {"objection_days": 30}}, {}, ["engaged_on"]) == _undeclared("sub_processor_authorisation.type")
}

test_names_that_tell_them_apart if {
	unconfirmed := testing.changed(_sub, {"flow_down_confirmed": false})
	vendor := testing.changed(_vendor, {"sub_processors": [unconfirmed, testing.changed(unconfirmed, {"name": "Backup Ltd"})]})
	{finding.by | some finding in _of(object.union(vendor, _specific))} == {"Hosting Ltd", "Backup Ltd"}
}

test_when_time_alone_changes_the_verdict if {
	plain := {"subject": {"collection": "vendors", "id": "V-1"}, "grade": 2}
	every path in ["engaged_on", "authorised_on", "notified_on"] {
		ahead := _with({path: testing.day("2026-12-01")}, [])
		_examined(ahead) == {object.union(plain, {"changes_on": testing.day("2026-12-01")})}
		_examined(testing.without(ahead, ["role"])) == {plain}
	}
}
