package privity.consent.consent_before_use_test

import data.lib.testing
import data.privity.consent.consent_before_use as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"kind": "data-processing",
	"given_at": testing.at("2025-03-14T09:00:00"),
	"first_processing_at": testing.at("2025-03-14T09:00:00"),
	"grade": 1,
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_consent, removed), changes)
	found := control.findings with input as {"consent_record": record}
		with data.inventory as {"firm": {"timezone": "Europe/London"}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the consent above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_consent, removed), changes)
	examined := control.examined with input as {"consent_record": record}
		with data.inventory as {"firm": {"timezone": "Europe/London"}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_subject := {"collection": "consent_records", "id": "C-1"}

_parties := {
	"client": {"collection": "clients", "id": "K-1"},
	"activity": {"collection": "processing_activities", "id": "referrals"},
}

_both := [
	{"collection": "consent_records", "id": "C-1", "path": "given_at"},
	{"collection": "consent_records", "id": "C-1", "path": "first_processing_at"},
]

test_given_at_the_moment_of_the_first_use_is_in_time if _verdicts({}, []) == set()

test_given_a_second_after_the_first_use_is_late if {
	_found({"given_at": testing.at("2025-03-14T09:00:01")}, []) == {{
		"subject": _subject,
		"reason": "remedied-late",
		"args": object.union(_parties, {
			"due_on": {"day": testing.day("2025-03-14")},
			"met_on": {"day": testing.day("2025-03-14")},
			"days_late": 0,
		}),
		"relied_on": _both,
	}}
}

test_where_only_a_day_is_known_the_same_day_passes if {
	_verdicts({"given_at": testing.date_only("2025-03-14")}, []) == set()
	_verdicts({"first_processing_at": testing.date_only("2025-03-14")}, []) == set()
}

test_where_only_a_day_is_known_the_day_after_is_late if {
	_found({"given_at": testing.date_only("2025-03-15")}, []) == {{
		"subject": _subject,
		"reason": "remedied-late",
		"args": object.union(_parties, {
			"due_on": {"day": testing.day("2025-03-14")},
			"met_on": {"day": testing.day("2025-03-15")},
			"days_late": 1,
		}),
		"relied_on": _both,
	}}
}

test_used_without_a_dated_consent if {
	_found({}, ["given_at"]) == {{
		"subject": _subject,
		"reason": "used-without-consent",
		"args": object.union(_parties, {"used_on": {"day": testing.day("2025-03-14")}}),
		"relied_on": _both,
	}}
}

test_used_on_the_last_moment_counts if {
	_verdicts({"first_processing_at": testing.at("2026-11-22T23:59:59")}, ["given_at"]) == {["C-1", "used-without-consent", ""]}
	_verdicts({"first_processing_at": testing.date_only("2026-11-22")}, ["given_at"]) == {["C-1", "used-without-consent", ""]}
}

test_given_on_the_last_moment_counts if {
	_verdicts({"given_at": testing.at("2026-11-22T23:59:59")}, ["first_processing_at"]) == set()
	_verdicts({"given_at": testing.date_only("2026-11-22")}, ["first_processing_at"]) == set()
}

test_a_consent_in_the_future_is_none_yet if {
	given := testing.at("2026-11-23T00:00:00")
	_found({"given_at": given}, []) == {
		{
			"subject": _subject,
			"reason": "future-dated",
			"by": "given_at",
			"args": object.union(_parties, {"dated": given}),
			"relied_on": [_both[0]],
			"changes_on": testing.day("2026-11-23"),
		},
		{
			"subject": _subject,
			"reason": "used-without-consent",
			"args": object.union(_parties, {"used_on": {"day": testing.day("2025-03-14")}}),
			"relied_on": _both,
			"changes_on": testing.day("2026-11-23"),
		},
	}
}

test_a_consent_in_the_future_before_any_use if {
	_verdicts({"given_at": testing.date_only("2026-11-23")}, ["first_processing_at"]) == {
		["C-1", "future-dated", "given_at"],
		["C-1", "dated-ahead", "consent_records.given_at"],
	}
}

test_what_is_said_of_a_consent_in_the_future if {
	given := testing.at("2026-11-23T00:00:00")
	{finding | some finding in _found({"given_at": given}, ["first_processing_at"]); finding.reason == "dated-ahead"} == {{
		"subject": _subject,
		"reason": "dated-ahead",
		"by": "consent_records.given_at",
		"args": {
			"subject": _subject,
			"fact": {"collection": "consent_records", "field": "given_at"},
			"dated": given,
		},
		"relied_on": [_both[0]],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_a_use_in_the_future_is_none_yet if {
	later := {"first_processing_at": testing.at("2026-11-23T00:00:00")}
	_verdicts(later, []) == {["C-1", "future-dated", "first_processing_at"]}
	_verdicts(later, ["given_at"]) == {
		["C-1", "future-dated", "first_processing_at"],
		["C-1", "not-declared", "consent_records.given_at"],
	}
}

test_without_a_first_use_there_is_nothing_to_compare if _verdicts({}, ["first_processing_at"]) == set()

test_not_declared_when_it_was_given if {
	_verdicts({}, ["given_at", "first_processing_at"]) == {["C-1", "not-declared", "consent_records.given_at"]}
}

test_not_declared_of_which_kind_it_is if {
	_verdicts({}, ["kind"]) == {["C-1", "not-declared", "consent_records.kind"]}
	_verdicts({}, ["kind", "given_at"]) == {["C-1", "not-declared", "consent_records.kind"]}
	testing.ids(_examined({}, ["kind"])) == {"C-1"}
}

test_a_consent_that_names_no_client_is_judged if {
	_verdicts({}, ["given_at", "client_id", "activity_id"]) == {["C-1", "used-without-consent", ""]}
}

test_consents_to_a_use_of_data_apply if {
	every kind in ["data-processing", "marketing", "ai-input", "transfer"] {
		_verdicts({"kind": kind}, ["given_at"]) == {["C-1", "used-without-consent", ""]}
	}
}

test_other_consents_do_not_apply if {
	every kind in ["conflict-waiver", "disclosure"] {
		_verdicts({"kind": kind}, ["given_at"]) == set()
		_examined({"kind": kind}, []) == set()
	}
}

test_examined if _examined({}, []) == {{"subject": _subject, "grade": 1}}
