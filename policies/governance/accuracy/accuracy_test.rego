package privity.governance.accuracy_test

import data.lib.testing
import data.privity.governance.accuracy as control

_client := {"id": "K-1", "grade": 2, "status": "current", "contact_verified_on": testing.day("2025-11-22")}

_matter := {"id": "M-1", "grade": 1, "client_id": "K-1", "status": "open"}

_found(changes, removed, matters, as_of) := found if {
	client := testing.changed(testing.without(_client, removed), changes)
	found := control.findings with input as {"client": client, "matters": testing.by_id(matters)}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"accuracy_review_months": 12, "correction_days": 14}
}

_verdicts(changes, removed, matters) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, removed, matters, "2026-11-22"))}

_examined(changes, removed, matters) := examined if {
	client := testing.changed(testing.without(_client, removed), changes)
	examined := control.examined with input as {"client": client, "matters": testing.by_id(matters)}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"accuracy_review_months": 12, "correction_days": 14}
}

test_in_order if _verdicts({}, [], [_matter]) == set()

_corrected(entry) := _verdicts({"corrections": [entry]}, [], [])

test_a_mistake_is_corrected if {
	_corrected({"reported_on": testing.day("2026-11-08"), "field": "address"}) == set()
	_corrected({"reported_on": testing.day("2026-11-07"), "field": "address"}) == {["not-corrected", "0/address"]}
	_corrected({"reported_on": testing.day("2026-01-07"), "fixed_on": testing.day("2026-01-21")}) == set()
	_corrected({"reported_on": testing.day("2026-01-07"), "fixed_on": testing.day("2026-01-22")}) == {["remedied-late", "0/"]}
	_corrected({"reported_on": testing.day("2026-11-01"), "fixed_on": testing.day("2026-11-23")}) == {["not-corrected", "0/"]}
	_corrected({"reported_on": testing.day("2026-11-01"), "fixed_on": testing.day("2026-11-22")}) == {["remedied-late", "0/"]}
	_corrected({"fixed_on": testing.day("2026-11-22")}) == {["not-declared", "clients.corrections.reported_on"]}
}

test_each_mistake_by_itself if {
	_verdicts({"corrections": [{"reported_on": testing.day("2026-11-01")}, {"reported_on": testing.day("2026-10-01"), "field": "name"}]}, [], []) == {
		["not-corrected", "0/"],
		["not-corrected", "1/name"],
	}
}

test_what_is_said_of_a_mistake if {
	_found({"corrections": [{"reported_on": testing.day("2026-11-01"), "fixed_on": testing.day("2026-11-30")}]}, [], [], "2026-11-22") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "not-corrected",
		"by": "0/",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"reported_on": {"day": testing.day("2026-11-01")},
			"due_on": {"day": testing.day("2026-11-15")},
		},
		"relied_on": [{"collection": "clients", "id": "K-1", "path": "corrections"}],
		"changes_on": testing.day("2026-11-30"),
	}}
	{finding.args | some finding in _found({"corrections": [{"reported_on": testing.day("2026-11-01"), "fixed_on": testing.day("2026-11-20")}]}, [], [], "2026-11-22")} == {{
		"client": {"collection": "clients", "id": "K-1"},
		"met_on": {"day": testing.day("2026-11-20")},
		"due_on": {"day": testing.day("2026-11-15")},
		"days_late": 5,
	}}
}

_mail(returned, verified) := _verdicts({"returned_mail": true, "returned_mail_on": testing.day(returned), "contact_verified_on": testing.day(verified)}, [], [])

test_mail_that_came_back if {
	_mail("2026-11-07", "2026-11-06") == {["mail-returned", ""]}
	_mail("2026-11-07", "2026-11-07") == set()
	_mail("2026-11-08", "2026-11-01") == set()
	_mail("2026-11-07", "2026-11-23") == {["mail-returned", ""]}
	back := {"returned_mail": true, "returned_mail_on": testing.day("2026-11-07")}
	_verdicts(back, ["contact_verified_on"], []) == {["mail-returned", ""]}
	_verdicts(testing.changed(back, {"returned_mail": false}), [], []) == set()
	_verdicts(testing.without(back, ["returned_mail"]), [], []) == set()
	_verdicts({"returned_mail": true}, [], []) == {["not-declared", "clients.returned_mail_on"]}
	_verdicts(back, [], [testing.changed(_matter, {"last_client_contact_on": testing.day("2026-11-10")})]) == set()
	_found(back, [], [], "2026-11-22") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "mail-returned",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"returned_on": {"day": testing.day("2026-11-07")},
		},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "contact_verified_on"},
			{"collection": "clients", "id": "K-1", "path": "returned_mail_on"},
			{"collection": "clients", "id": "K-1", "path": "returned_mail"},
		],
	}}
}

test_the_periodic_check if {
	_found({}, [], [_matter], "2026-11-23") == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "check-due",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"last_on": {"day": testing.day("2025-11-22")},
			"due_on": {"day": testing.day("2026-11-22")},
		},
		"relied_on": [{"collection": "clients", "id": "K-1", "path": "contact_verified_on"}],
	}}
	_found({}, [], [], "2026-11-23") == set()
	_found({}, [], [testing.changed(_matter, {"status": "closed"})], "2026-11-23") == set()
	_found({}, [], [testing.changed(_matter, {"client_id": "K-2"})], "2026-11-23") == set()
	_found({}, [], [testing.changed(_matter, {"last_client_contact_on": testing.day("2026-06-01")})], "2026-11-23") == set()
	closed := testing.changed(_matter, {"id": "M-2", "status": "closed", "last_client_contact_on": testing.day("2026-06-01")})
	_found({}, [], [_matter, closed], "2026-11-23") == set()
}

test_not_declared_when_details_were_confirmed if {
	_verdicts({}, ["contact_verified_on"], [_matter]) == {["not-declared", "clients.contact_verified_on"]}
	_verdicts({}, ["contact_verified_on"], []) == set()
	_verdicts({"contact_verified_on": testing.day("2026-11-23")}, [], [_matter]) == {["dated-ahead", "clients.contact_verified_on"]}
	_verdicts({"contact_verified_on": testing.day("2026-11-23")}, [], []) == set()
	_verdicts({"contact_verified_on": testing.day("2026-11-23")}, [], [testing.changed(_matter, {"last_client_contact_on": testing.day("2026-06-01")})]) == set()
}

test_not_declared_whether_the_firm_is_acting if {
	unsaid := testing.without(_matter, ["status"])
	_verdicts({}, [], [unsaid]) == set()
	{[finding.by, finding.args.subject, finding.relied_on] | some finding in _found({}, [], [unsaid], "2026-11-23")} == {[
		"matters.status",
		{"collection": "matters", "id": "M-1"},
		[{"collection": "matters", "id": "M-1", "path": "status"}],
	]}
	_verdicts({}, ["contact_verified_on"], [unsaid]) == {["not-declared", "matters.status"]}
	_verdicts({}, [], [unsaid, testing.changed(_matter, {"id": "M-2"})]) == set()
}

test_does_not_apply if {
	stale := {"contact_verified_on": testing.day("2020-01-01"), "corrections": [{"reported_on": testing.day("2020-01-01")}], "returned_mail": true, "returned_mail_on": testing.day("2020-02-01")}
	every status in ["former", "prospective", "declined", "contact"] {
		_verdicts(object.union(stale, {"status": status}), [], [_matter]) == set()
		_examined({"status": status}, [], [_matter]) == set()
	}
	_verdicts(stale, ["status"], [_matter]) == {["not-declared", "clients.status"]}
	testing.ids(_examined({}, ["status"], [])) == {"K-1"}
}

test_examined if {
	_examined({}, [], [_matter]) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	_examined({}, [], []) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 2}}
	reported := {"corrections": [{"reported_on": testing.day("2026-11-20")}]}
	{entry.changes_on | some entry in _examined(reported, [], [])} == {testing.day("2026-12-05")}
	back := {"returned_mail": true, "returned_mail_on": testing.day("2026-11-21")}
	{entry.changes_on | some entry in _examined(back, [], [])} == {testing.day("2026-12-06")}
}

test_a_former_client_is_asked_nothing if {
	former := {"status": "former", "returned_mail": true, "corrections": [
		{"field": "name"},
		{"reported_on": testing.day("2026-01-01"), "fixed_on": testing.day("2026-06-01")},
	]}
	_verdicts(former, ["contact_verified_on"], [_matter]) == set()
	_verdicts(former, ["contact_verified_on"], [testing.without(_matter, ["status"])]) == set()
	_verdicts({"status": "former", "contact_verified_on": testing.day("2026-12-01")}, [], [_matter]) == set()
}

test_confirmed_today if {
	_verdicts({"contact_verified_on": testing.day("2026-11-22")}, [], [_matter]) == set()
	planned := testing.changed(_matter, {"id": "M-2", "last_client_contact_on": testing.day("2026-11-23")})
	{[finding.reason, finding.changes_on] | some finding in _found({"contact_verified_on": testing.day("2025-01-01")}, [], [_matter, planned], "2026-11-22")} == {["check-due", testing.day("2026-11-23")]}
}

test_an_open_matter_decides_whatever_others_say if {
	unsaid := testing.without(testing.changed(_matter, {"id": "M-2"}), ["status"])
	_found({}, [], [_matter, unsaid], "2026-11-23") == _found({}, [], [_matter], "2026-11-23")
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("remedied-late", _found({"corrections": [{"fixed_on": testing.day("2026-11-20"), "reported_on": testing.day("2026-11-01")}]}, [], [], "2026-11-22")) == {["corrections"]}
}

_changes(changes, matters) := {day | some entry in _examined(changes, [], matters); day := entry.changes_on}

test_what_is_settled_changes_nothing if {
	_mail("2026-11-07", "2026-11-22") == set()
	_changes({"corrections": [{"reported_on": testing.day("2026-11-20"), "fixed_on": testing.day("2026-11-21")}]}, []) == set()
	_changes({"returned_mail": true, "returned_mail_on": testing.day("2026-11-20"), "contact_verified_on": testing.day("2026-11-21")}, []) == set()
}

test_not_declared_of_one_mistake_among_others if {
	entries := [{"reported_on": testing.day("2026-11-20")}, {"fixed_on": testing.day("2026-11-21")}]
	_verdicts({"corrections": entries}, [], []) == {["not-declared", "clients.corrections.reported_on"]}
}

test_of_two_days_ahead_the_first_is_named if {
	later := testing.changed(_matter, {"last_client_contact_on": testing.day("2026-12-01")})
	found := _found({"contact_verified_on": testing.day("2026-11-23")}, [], [later], "2026-11-22")
	[finding.args.dated | some finding in found] == [{"day": testing.day("2026-11-23")}]
}

test_of_two_matters_the_first_is_named if {
	unsaid := testing.without(_matter, ["status"])
	found := _found({}, [], [unsaid, testing.changed(unsaid, {"id": "M-2"})], "2026-11-23")
	{[finding.args.subject.id, [fact.id | some fact in finding.relied_on]] | some finding in found} == {["M-1", ["M-1", "M-2"]]}
}
