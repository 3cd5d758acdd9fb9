package privity.vendors.exit_test

import data.lib.testing
import data.privity.vendors.exit as control

# Ended on 23 October 2026: thirty days end on 22 November.
_vendor := {
	"id": "V-1",
	"grade": 2,
	"status": "ended",
	"ended_on": testing.day("2026-10-23"),
	"exit": {
		"data_returned_or_deleted_on": testing.day("2026-11-22"),
		"certificate_uri": "vendors/V-1/certificate.pdf",
		"access_revoked_on": testing.day("2026-10-24"),
	},
}

_at(exit, removed, day) := found if {
	record := testing.changed(_vendor, {"exit": testing.changed(testing.without(_vendor.exit, removed), exit)})
	found := control.findings with input as {"vendor": record}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"vendor_exit_days": 30}
}

_verdicts(exit, removed, day) := testing.verdicts(_at(exit, removed, day))

_examined(vendor, day) := examined if {
	examined := control.examined with input as {"vendor": vendor}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"vendor_exit_days": 30}
}

_one(reason) := {["V-1", reason, ""]}

_data := ["data_returned_or_deleted_on", "certificate_uri"]

test_done_on_the_last_day_passes if _verdicts({}, [], "2026-11-22") == set()

test_examined if {
	_examined(_vendor, "2026-11-22") == {{"subject": {"collection": "vendors", "id": "V-1"}, "grade": 2}}
	open := testing.without(_vendor, ["exit"])
	{entry.changes_on | some entry in _examined(open, "2026-10-23")} == {testing.day("2026-10-25")}
	{entry.changes_on | some entry in _examined(open, "2026-10-25")} == {testing.day("2026-11-15")}
	{entry.changes_on | some entry in _examined(open, "2026-11-15")} == {testing.day("2026-11-23")}
}

test_a_vendor_that_has_not_ended_is_not_examined if {
	_examined(_vendor, "2026-10-22") == set()
	count(_examined(_vendor, "2026-10-23")) == 1
	_examined(testing.without(_vendor, ["ended_on"]), "2026-11-22") == set()
}

test_the_data_is_due_when_a_quarter_of_the_time_is_left if {
	_verdicts({}, _data, "2026-11-14") == set()
	_verdicts({}, _data, "2026-11-15") == _one("exit-due")
	_verdicts({}, _data, "2026-11-22") == _one("exit-due")
	_verdicts({}, _data, "2026-11-23") == _one("data-still-there")
	_at({}, _data, "2026-11-15") == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "exit-due",
		"args": {
			"vendor": {"collection": "vendors", "id": "V-1"},
			"ended_on": {"day": testing.day("2026-10-23")},
			"due_on": {"day": testing.day("2026-11-22")},
		},
		"relied_on": [
			{"collection": "vendors", "id": "V-1", "path": "exit.data_returned_or_deleted_on"},
			{"collection": "vendors", "id": "V-1", "path": "ended_on"},
		],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_a_return_that_lies_ahead_is_none_yet if {
	_verdicts({"data_returned_or_deleted_on": testing.day("2026-11-24")}, [], "2026-11-23") == _one("data-still-there")
	{finding.changes_on | some finding in _at({"data_returned_or_deleted_on": testing.day("2026-11-24")}, [], "2026-11-23")} == {testing.day("2026-11-24")}
}

test_late if {
	_at({"data_returned_or_deleted_on": testing.day("2026-11-23")}, [], "2026-12-01") == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "remedied-late",
		"by": "data",
		"args": {
			"vendor": {"collection": "vendors", "id": "V-1"},
			"due_on": {"day": testing.day("2026-11-22")},
			"met_on": {"day": testing.day("2026-11-23")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "vendors", "id": "V-1", "path": "exit.data_returned_or_deleted_on"},
			{"collection": "vendors", "id": "V-1", "path": "ended_on"},
		],
	}}
	_verdicts({"access_revoked_on": testing.day("2026-10-25")}, [], "2026-12-01") == {["V-1", "remedied-late", "access"]}
	_verdicts({"access_revoked_on": testing.day("2026-10-24")}, [], "2026-12-01") == set()
}

test_a_confirmation if {
	_verdicts({}, ["certificate_uri"], "2026-11-22") == _one("no-certificate")
	_verdicts({}, ["certificate_uri"], "2026-11-21") == _one("exit-due")
}

test_access_ends_on_the_next_day if {
	_verdicts({}, ["access_revoked_on"], "2026-10-24") == set()
	_verdicts({}, ["access_revoked_on"], "2026-10-25") == _one("access-still-open")
	_verdicts({"access_revoked_on": testing.day("2026-10-26")}, [], "2026-10-25") == _one("access-still-open")
	{[finding.args, finding.relied_on] | some finding in _at({}, ["access_revoked_on"], "2026-10-25")} == {[
		{
			"vendor": {"collection": "vendors", "id": "V-1"},
			"ended_on": {"day": testing.day("2026-10-23")},
			"due_on": {"day": testing.day("2026-10-24")},
			"days_late": 1,
		},
		[
			{"collection": "vendors", "id": "V-1", "path": "exit.access_revoked_on"},
			{"collection": "vendors", "id": "V-1", "path": "ended_on"},
		],
	]}
}

test_without_a_word_about_the_end if {
	found := control.findings with input as {"vendor": testing.without(_vendor, ["exit"])}
		with data.as_of as testing.end_of("2026-12-01")
		with data.parameters as {"vendor_exit_days": 30}
	testing.verdicts(found) == {["V-1", "data-still-there", ""], ["V-1", "access-still-open", ""]}
}

test_done_today_is_done if {
	_verdicts({"access_revoked_on": testing.day("2026-10-24")}, ["data_returned_or_deleted_on"], "2026-10-24") == set()
	_verdicts({"access_revoked_on": testing.day("2026-10-25")}, ["data_returned_or_deleted_on"], "2026-10-25") == {["V-1", "remedied-late", "access"]}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("data-still-there", _at({}, ["data_returned_or_deleted_on", "certificate_uri"], "2026-11-23")) == {["exit.data_returned_or_deleted_on", "ended_on"]}
	_paths("no-certificate", _at({}, ["certificate_uri"], "2026-11-22")) == {["exit.certificate_uri", "exit.data_returned_or_deleted_on"]}
}

test_data_that_is_still_there_in_full if {
	_at({}, _data, "2026-11-23") == {{
		"subject": {"collection": "vendors", "id": "V-1"},
		"reason": "data-still-there",
		"args": {
			"vendor": {"collection": "vendors", "id": "V-1"},
			"ended_on": {"day": testing.day("2026-10-23")},
			"due_on": {"day": testing.day("2026-11-22")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "vendors", "id": "V-1", "path": "exit.data_returned_or_deleted_on"},
			{"collection": "vendors", "id": "V-1", "path": "ended_on"},
		],
	}}
}

test_an_end_of_access_that_lies_ahead if {
	ahead := {"access_revoked_on": testing.day("2026-10-28")}
	{finding.changes_on | some finding in _at(ahead, [], "2026-10-25")} == {testing.day("2026-10-28")}
}

test_when_time_alone_changes_the_verdict if {
	every row in [
		[{"data_returned_or_deleted_on": "2026-10-23", "access_revoked_on": "2026-10-23"}, "2026-10-23", set()],
		[{"data_returned_or_deleted_on": "2026-11-05", "access_revoked_on": "2026-10-24"}, "2026-10-26", {testing.day("2026-11-05")}],
		[{"data_returned_or_deleted_on": "2026-10-23", "access_revoked_on": "2026-10-30"}, "2026-10-26", {testing.day("2026-10-30")}],
	] {
		exit := {path: testing.day(text) | some path, text in row[0]}
		{entry.changes_on | some entry in _examined(testing.changed(_vendor, {"exit": exit}), row[1])} == row[2]
	}
}
