package privity.vendors.vetted_and_rechecked_test

import data.lib.testing
import data.privity.vendors.vetted_and_rechecked as control

# Last checked on 22 November 2025: the next check of a sensitive vendor is due by 22 November 2026.
_vendor := {
	"id": "V-1",
	"grade": 2,
	"status": "active",
	"receives_personal_data": true,
	"accesses_privileged": true,
	"criticality": "normal",
	"data_access_from": testing.day("2020-03-02"),
	"due_diligence": {
		"completed_on": testing.day("2020-03-02"),
		"last_reviewed_on": testing.day("2025-11-22"),
		"outcome": "accept",
	},
	"confidentiality_agreement_on": testing.day("2020-02-03"),
	"secrecy_undertaking_on": testing.day("2020-02-03"),
	"supervising_lawyer_id": "S-1",
}

_plain := {"accesses_privileged": false}

_on(changes, removed, firm, day) := found if {
	record := testing.changed(testing.without(_vendor, removed), changes)
	found := control.findings with input as {"vendor": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(day)
}

_found(changes, removed) := _on(changes, removed, {"establishments": ["DE", "GB"]}, "2026-11-22")

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_dated(changes, removed, day) := testing.verdicts(_on(changes, removed, {"establishments": ["DE", "GB"]}, day))

_checked(due_diligence) := testing.changed(_vendor.due_diligence, due_diligence)

_examined(changes, day) := examined if {
	record := testing.changed(_vendor, changes)
	examined := control.examined with input as {"vendor": record}
		with data.inventory as {"firm": {"grade": 1}}
		with data.as_of as testing.end_of(day)
}

_one(reason) := {["V-1", reason, ""]}

_undeclared(path) := {["V-1", "not-declared", concat(".", ["vendors", path])]}

test_a_vendor_that_was_checked_passes if _verdicts({}, []) == set()

test_examined if {
	_examined({}, "2026-10-01") == {{"subject": {"collection": "vendors", "id": "V-1"}, "grade": 1, "changes_on": testing.day("2026-11-23")}}
	_examined(_plain, "2026-10-01") == {{"subject": {"collection": "vendors", "id": "V-1"}, "grade": 2, "changes_on": testing.day("2027-11-23")}}
}

test_to_whom_it_does_not_apply if {
	every changes in [{"status": "proposed"}, {"status": "ended"}, {"receives_personal_data": false}] {
		_examined(changes, "2026-11-22") == set()
		_verdicts(changes, ["due_diligence"]) == set()
	}
	_verdicts({"status": "ended"}, ["receives_personal_data"]) == set()
	_verdicts({"receives_personal_data": false}, ["status"]) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts({"due_diligence": {}}, ["status"]) == _undeclared("status")
	_verdicts({"due_diligence": {}}, ["receives_personal_data"]) == _undeclared("receives_personal_data")
}

test_not_vetted if {
	_verdicts({}, ["due_diligence"]) == _one("not-vetted")
	_verdicts({"due_diligence": {"outcome": "accept"}}, []) == _one("not-vetted")
	ahead := {"due_diligence": _checked({"completed_on": testing.day("2026-11-23"), "last_reviewed_on": testing.day("2026-11-23")})}
	_found(ahead, []) == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "not-vetted",
		"args": {"vendor": {"collection": "vendors", "id": "V-1"}},
		"relied_on": [{"collection": "vendors", "id": "V-1", "path": "due_diligence.completed_on"}],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_checked_on_the_first_day_is_in_time if {
	_verdicts({"data_access_from": testing.day("2020-03-02")}, []) == set()
	_verdicts({"data_access_from": testing.day("2020-03-01")}, []) == _one("remedied-late")
	{finding.args | some finding in _found({"data_access_from": testing.day("2020-03-01")}, [])} == {{
		"vendor": {"collection": "vendors", "id": "V-1"},
		"due_on": {"day": testing.day("2020-03-01")},
		"met_on": {"day": testing.day("2020-03-02")},
		"days_late": 1,
	}}
}

test_sensitive_vendors_are_checked_each_year if {
	every changes in [{}, {"criticality": "high"}, testing.changed(_plain, {"criticality": "high"})] {
		_dated(changes, [], "2026-11-22") == set()
		_dated(changes, [], "2026-11-23") == _one("recheck-due")
	}
	_dated({}, ["criticality"], "2026-11-23") == _one("recheck-due")
	_dated({"criticality": "high"}, ["accesses_privileged"], "2026-11-23") == _one("recheck-due") | _undeclared("accesses_privileged")
}

test_others_are_checked_every_two_years if {
	_dated(_plain, [], "2027-11-22") == set()
	{finding.args | some finding in _on(_plain, [], {}, "2027-11-23")} == {{
		"vendor": {"collection": "vendors", "id": "V-1"},
		"last_on": {"day": testing.day("2025-11-22")},
		"due_on": {"day": testing.day("2027-11-22")},
		"days_late": 1,
	}}
}

test_criticality_is_asked_for_where_it_decides if {
	_dated(_plain, ["criticality"], "2026-11-22") == set()
	_dated(_plain, ["criticality"], "2026-11-23") == _undeclared("criticality")
	_dated(_plain, ["criticality"], "2027-11-22") == _undeclared("criticality")
	_dated(_plain, ["criticality"], "2027-11-23") == _one("recheck-due")
	{finding.args | some finding in _on(_plain, ["criticality"], {}, "2027-11-23")} == {{
		"vendor": {"collection": "vendors", "id": "V-1"},
		"last_on": {"day": testing.day("2025-11-22")},
		"due_on": {"day": testing.day("2027-11-22")},
		"days_late": 1,
	}}
}

test_without_a_review_the_first_check_counts if {
	_verdicts({"due_diligence": {"completed_on": testing.day("2025-11-22"), "outcome": "accept"}, "data_access_from": testing.day("2026-01-01")}, []) == set()
	_verdicts({"due_diligence": {"completed_on": testing.day("2025-11-21"), "outcome": "accept"}, "data_access_from": testing.day("2026-01-01")}, []) == _one("recheck-due")
	_verdicts({"due_diligence": _checked({"last_reviewed_on": testing.day("2026-11-23")})}, []) == _one("recheck-due")
}

test_rejected if _verdicts({"due_diligence": _checked({"outcome": "reject"})}, []) == _one("rejected")

test_whoever_sees_privileged_material_is_bound if {
	_verdicts({}, ["confidentiality_agreement_on"]) == _one("no-confidentiality")
	_verdicts({"confidentiality_agreement_on": testing.day("2026-11-23")}, []) == _one("no-confidentiality")
	_verdicts({"confidentiality_agreement_on": testing.day("2026-11-22")}, []) == set()
	_verdicts({}, ["supervising_lawyer_id"]) == _one("no-supervisor")
	_verdicts({}, ["secrecy_undertaking_on"]) == _one("no-secrecy-undertaking")
	_verdicts({"secrecy_undertaking_on": testing.day("2026-11-23")}, []) == _one("no-secrecy-undertaking")
	_verdicts(_plain, ["confidentiality_agreement_on", "supervising_lawyer_id", "secrecy_undertaking_on"]) == set()
}

test_the_undertaking_of_secrecy_is_asked_for_in_germany if {
	testing.verdicts(_on({}, ["secrecy_undertaking_on"], {"establishments": ["GB"]}, "2026-11-22")) == set()
	testing.verdicts(_on({}, [], {}, "2026-11-22")) == set()
	testing.verdicts(_on(_plain, ["secrecy_undertaking_on"], {}, "2026-11-22")) == set()
	testing.verdicts(_on({}, ["secrecy_undertaking_on"], {}, "2026-11-22")) == {["V-1", "not-declared", "firm.establishments"]}
}

test_not_declared if {
	_verdicts({}, ["data_access_from"]) == _undeclared("data_access_from")
	_verdicts({}, ["accesses_privileged"]) == _undeclared("accesses_privileged")
	_verdicts({"due_diligence": testing.without(_vendor.due_diligence, ["outcome"])}, []) == _undeclared("due_diligence.outcome")
}

test_while_access_to_privileged_material_is_open_only_the_longer_time_decides if {
	_dated({}, ["accesses_privileged"], "2026-11-23") == _undeclared("accesses_privileged")
	_dated({}, ["accesses_privileged"], "2027-11-22") == _undeclared("accesses_privileged")
	_dated({}, ["accesses_privileged"], "2027-11-23") == _undeclared("accesses_privileged") | _one("recheck-due")
	count(_on(_plain, [], {}, "2027-11-23")) == 1
	count(_on({}, [], {}, "2027-11-23")) == 1
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-confidentiality", _on({}, ["confidentiality_agreement_on"], {"establishments": ["DE", "GB"]}, "2026-11-22")) == {["confidentiality_agreement_on", "accesses_privileged"]}
	_paths("no-secrecy-undertaking", _on({}, ["secrecy_undertaking_on"], {"establishments": ["DE", "GB"]}, "2026-11-22")) == {["secrecy_undertaking_on", "accesses_privileged", "establishments"]}
	_paths("no-supervisor", _on({}, ["supervising_lawyer_id"], {"establishments": ["DE", "GB"]}, "2026-11-22")) == {["supervising_lawyer_id", "accesses_privileged"]}
	_paths("recheck-due", _on({}, [], {}, "2027-11-23")) == {["due_diligence.last_reviewed_on", "due_diligence.completed_on", "accesses_privileged", "criticality"]}
	_paths("rejected", _on({"due_diligence": {"completed_on": testing.day("2020-03-02"), "last_reviewed_on": testing.day("2025-11-22"), "outcome": "reject"}}, [], {"establishments": ["DE", "GB"]}, "2026-11-22")) == {["due_diligence.outcome", "status"]}
	_paths("remedied-late", _on({"data_access_from": testing.day("2020-03-01")}, [], {"establishments": ["DE", "GB"]}, "2026-11-22")) == {["due_diligence.completed_on", "data_access_from"]}
}

test_done_today_is_done if {
	_verdicts({"due_diligence": _checked({"last_reviewed_on": testing.day("2026-11-22")})}, []) == set()
	_dated({}, [], "2026-11-22") == set()
}

test_after_the_longer_time_the_open_fact_is_no_ground if {
	every row in [[{}, ["accesses_privileged"]], [_plain, ["criticality"]]] {
		found := _on(row[0], row[1], {"establishments": ["GB"]}, "2027-11-23")
		_paths("recheck-due", found) == {["due_diligence.last_reviewed_on", "due_diligence.completed_on"]}
		count([finding | some finding in found; finding.reason == "recheck-due"]) == 1
	}
}

test_criticality_is_asked_for_only_where_it_decides if {
	_dated(_plain, ["criticality"], "2026-11-22") == set()
	_dated(_plain, ["criticality"], "2026-11-23") == _undeclared("criticality")
	_dated(_plain, ["criticality"], "2027-11-22") == _undeclared("criticality")
}

test_what_lies_ahead_changes_the_verdict if {
	ahead := testing.day("2026-12-01")
	reviewed := {"completed_on": testing.day("2020-03-02"), "last_reviewed_on": testing.day("2026-06-01"), "outcome": "accept"}
	every changes in [
		{"due_diligence": object.union(reviewed, {"completed_on": ahead})},
		{"due_diligence": {"completed_on": testing.day("2026-06-01"), "last_reviewed_on": ahead}},
		{"due_diligence": reviewed, "confidentiality_agreement_on": ahead},
		{"due_diligence": reviewed, "secrecy_undertaking_on": ahead},
	] {
		{entry.changes_on | some entry in _examined(changes, "2026-11-22")} == {ahead}
	}
}
