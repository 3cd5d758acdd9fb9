package privity.governance.no_gaps_or_dead_links_test

import data.lib.testing
import data.privity.governance.no_gaps_or_dead_links as control

_asset := {"id": "files", "grade": 2, "status": "live", "system_ids": ["dms"], "activity_ids": ["advice"], "last_reviewed_on": testing.day("2025-11-22")}

_system := {"id": "dms", "grade": 1, "holds_client_data": true, "owner_id": "S-1", "last_reviewed_on": testing.day("2026-01-01")}

_inventory := {
	"firm": {},
	"data_assets": testing.by_id([_asset]),
	"systems": testing.by_id([_system]),
}

_found(changes, as_of) := found if {
	found := control.findings with input as {}
		with data.inventory as testing.changed(_inventory, changes)
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {}
}

_verdicts(changes) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, "2026-11-22"))}

_with_asset(changes, removed) := _verdicts({"data_assets": testing.by_id([testing.changed(testing.without(_asset, removed), changes)])})

_with_system(changes, removed) := _verdicts({"systems": testing.by_id([testing.changed(testing.without(_system, removed), changes)])})

test_no_gaps if _verdicts({}) == set()

test_a_dead_link if {
	link := {"collection": "audits", "row": "A-1", "field": "findings.*.owner_id", "value": "gone"}
	_found({"repository": {"unresolved_references": [link]}}, "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "dead-link",
		"by": "audits/A-1/findings.*.owner_id/gone",
		"args": {"place": {"collection": "audits", "id": "A-1"}, "reference": "gone"},
		"relied_on": [{"collection": "audits", "id": "A-1", "path": "findings.owner_id"}],
	}}
}

test_more_than_are_listed if {
	_found({"repository": {"not_listed": {"copy_mismatches": 3}}}, "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "more-than-listed",
		"by": "copy_mismatches",
		"args": {"count": 3, "what": {"collection": "repository", "field": "copy_mismatches"}},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "not_listed.copy_mismatches"}],
	}}
	_verdicts({"repository": {"not_listed": {"unresolved_references": 3, "duplicate_ids": 1, "tracked_matches": 9}}}) == {
		["more-than-listed", "unresolved_references"],
		["more-than-listed", "duplicate_ids"],
	}
}

test_what_loading_found if {
	_verdicts({"repository": {
		"unresolved_references": [{"collection": "matters", "row": "M-1", "field": "client_id", "value": "K-9"}],
		"duplicate_ids": [{"collection": "matters", "id": "M-2"}],
		"copy_mismatches": [{"collection": "access_grants", "row": "G-1", "field": "holder_role_id", "source": "staff.role_id"}],
	}}) == {
		["dead-link", "matters/M-1/client_id/K-9"],
		["duplicate-id", "matters/M-2"],
		["copy-differs", "access_grants/G-1/holder_role_id"],
	}
	{[finding.reason, finding.args, finding.relied_on] |
		some finding in _found(
			{"repository": {
				"duplicate_ids": [{"collection": "matters", "id": "M-2"}],
				"copy_mismatches": [{"collection": "access_grants", "row": "G-1", "field": "holder_role_id", "source": "staff.role_id"}],
			}},
			"2026-11-22",
		)
	} == {
		["duplicate-id", {"reference": "M-2"}, [{"collection": "matters", "id": "M-2", "path": "id"}]],
		[
			"copy-differs",
			{"place": {"collection": "access_grants", "id": "G-1"}, "source": "staff.role_id"},
			[{"collection": "access_grants", "id": "G-1", "path": "holder_role_id"}],
		],
	}
}

test_a_store_without_a_place if {
	_with_asset({}, ["system_ids"]) == {["no-place", "files"]}
	_with_asset({"system_ids": []}, []) == {["no-place", "files"]}
	_with_asset({"site_id": "cellar"}, ["system_ids"]) == set()
	_with_asset({"status": "disposed"}, ["system_ids", "last_reviewed_on"]) == set()
	_with_asset({}, ["system_ids", "status"]) == {["no-place", "files"]}
}

test_a_system_without_an_owner if {
	_with_system({}, ["owner_id"]) == {["no-owner", "dms"]}
	_with_system({"holds_client_data": false}, ["owner_id"]) == set()
	_with_system({}, ["owner_id", "holds_client_data"]) == {["not-declared", "systems.holds_client_data"]}
	_with_system({}, ["holds_client_data"]) == set()
	{[finding.args, finding.relied_on] | some finding in _found({"systems": testing.by_id([testing.without(_system, ["owner_id"])])}, "2026-11-22")} == {[
		{"system": {"collection": "systems", "id": "dms"}},
		[
			{"collection": "systems", "id": "dms", "path": "owner_id"},
			{"collection": "systems", "id": "dms", "path": "holds_client_data"},
		],
	]}
}

test_reviewed_every_year if {
	_found({}, "2026-11-23") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "review-overdue",
		"by": "data_assets/files",
		"args": {
			"asset": {"collection": "data_assets", "id": "files"},
			"last_on": {"day": testing.day("2025-11-22")},
		},
		"relied_on": [{"collection": "data_assets", "id": "files", "path": "last_reviewed_on"}],
	}}
	_with_system({"last_reviewed_on": testing.day("2025-11-21")}, []) == {["review-overdue", "systems/dms"]}
	_with_asset({}, ["last_reviewed_on"]) == {["not-declared", "data_assets.last_reviewed_on"]}
	_with_system({}, ["last_reviewed_on"]) == {["not-declared", "systems.last_reviewed_on"]}
	_with_system({"last_reviewed_on": testing.day("2026-11-22")}, []) == set()
	_with_system({"last_reviewed_on": testing.day("2026-11-23")}, []) == {["dated-ahead", "systems/dms/last_reviewed_on"]}
}

test_examined if {
	examined := control.examined with input as {}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
	examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
}

test_looked_at_today if {
	examined := control.examined with input as {}
		with data.inventory as testing.changed(_inventory, {
			"data_assets": {},
			"systems": testing.by_id([testing.changed(_system, {"last_reviewed_on": testing.day("2026-11-22")})]),
		})
		with data.as_of as testing.end_of("2026-11-22")
	{entry.changes_on | some entry in examined} == {testing.day("2027-11-23")}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-place", _found({"data_assets": {"files": testing.without(_asset, ["system_ids"])}}, "2026-11-22")) == {["system_ids", "site_id"]}
}

# Every reference that the control follows, with a record that holds it: one that leads somewhere is no dead link, one
# that leads nowhere is.
_everything := {collection: {"here": {"id": "here"}} | some _, fields in control._references; some _, targets in fields; some collection in targets}

_linked(collection, field, value) := {finding.by |
	record := _nested(array.reverse(split(field, ".")), value)
	records := {true: {"firm": record}, false: {collection: object.union(object.get(_everything, collection, {}), {"row": record})}}
	some finding in control.findings with input as {}
		with data.inventory as object.union(object.remove(_everything, [collection]), records[collection == "firm"])
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	finding.reason == "dead-link"
}

_nested(steps, value) := _within(steps, 3, _within(steps, 2, _within(steps, 1, _within(steps, 0, value))))

_within(steps, at, value) := value if {
	at >= count(steps)
} else := [value] if {
	steps[at] == "*"
} else := {steps[at]: value}

test_a_reference_that_leads_somewhere_is_no_dead_link if {
	{[collection, field] | some collection, fields in control._references; some field, _ in fields; count(_linked(collection, field, "here")) > 0} == set()
}

test_a_reference_that_leads_nowhere_is_a_dead_link if {
	{[collection, field] | some collection, fields in control._references; some field, _ in fields; count(_linked(collection, field, "nowhere")) == 0} == set()
}
