package privity.consent.complete_record_test

import data.lib.testing
import data.privity.consent.complete_record as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"kind": "data-processing",
	"status": "active",
	"scope_text": "Referral to family mediators",
	"purposes": ["referral"],
	"data_category_ids": ["contact-details"],
	"given_at": testing.at("2025-03-14T09:00:00"),
	"method": "e-signature",
	"wording_version": "referral-2025-01",
	"notice_version_id": "client-notice-3",
	"collected_by": "S-4",
	"proof": {"uri": "https://files.example/C-1", "sha256": _digest},
	"grade": 2,
}

_digest := "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

_others := [
	{"id": "C-2", "kind": "conflict-waiver", "given_at": testing.at("2026-05-01T10:00:00"), "grade": 1},
	{"id": "C-3", "kind": "conflict-waiver"},
	{"id": "C-4", "kind": "conflict-waiver", "given_at": testing.at("2026-12-01T10:00:00")},
]

_unit(changes, removed) := {"consent_records": testing.by_id(array.concat(
	[testing.changed(testing.without(_consent, removed), changes)],
	_others,
))}

_found(changes, removed) := found if {
	found := control.findings with input as _unit(changes, removed)
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the consent above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	examined := control.examined with input as _unit(changes, removed)
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_subject := {"collection": "consent_records", "id": "C-1"}

_client := {"collection": "clients", "id": "K-1"}

_parties := {"client": _client, "activity": {"collection": "processing_activities", "id": "referrals"}}

_fact(path) := {"collection": "consent_records", "id": "C-1", "path": path}

_status(value) := {"collection": "consent_records", "field": "status", "value": value}

_weak := {["C-1", "weak-proof", ""]}

_contradictory := {["C-1", "contradictory-status", ""]}

_items := ["scope_text", "purposes", "data_category_ids", "given_at", "method", "notice_version_id", "collected_by"]

test_a_complete_record_passes if _verdicts({}, []) == set()

# Completeness.

test_incomplete if {
	_found({}, ["method"]) == {{
		"subject": _subject,
		"reason": "incomplete-record",
		"by": "method",
		"args": object.union(_parties, {"fact": {"collection": "consent_records", "field": "method"}}),
		"relied_on": [_fact("method")],
	}}
}

test_each_item_that_is_absent_is_a_finding_of_its_own if {
	every item in _items {
		_verdicts({}, [item]) == {["C-1", "incomplete-record", item]}
	}
	_verdicts({}, _items) == {["C-1", "incomplete-record", item] | some item in _items}
}

test_items_left_blank_are_absent if {
	every item in ["scope_text", "method", "notice_version_id", "collected_by"] {
		_verdicts({item: "  "}, []) == {["C-1", "incomplete-record", item]}
		_verdicts({item: ""}, []) == {["C-1", "incomplete-record", item]}
	}
}

test_lists_without_an_entry_are_absent if {
	every item in ["purposes", "data_category_ids"] {
		_verdicts({item: []}, []) == {["C-1", "incomplete-record", item]}
	}
}

test_proof_without_a_place if {
	_verdicts({"proof": {"sha256": _digest}}, []) == {["C-1", "incomplete-record", "proof.uri"]}
	_verdicts({"proof": {"uri": " ", "sha256": _digest}}, []) == {["C-1", "incomplete-record", "proof.uri"]}
}

test_no_proof_at_all if _verdicts({}, ["proof"]) == {["C-1", "incomplete-record", "proof.uri"]} | _weak

# Proof.

test_weak_proof if {
	_found({"proof": {"uri": "https://files.example/C-1"}}, ["wording_version"]) == {{
		"subject": _subject,
		"reason": "weak-proof",
		"args": _parties,
		"relied_on": [_fact("wording_version"), _fact("proof.sha256")],
	}}
}

test_wording_that_cannot_be_told if {
	_verdicts({}, ["wording_version"]) == _weak
	_verdicts({"wording_version": " "}, []) == _weak
}

_with_digest(digest) := _verdicts({"proof": {"uri": "https://files.example/C-1", "sha256": digest}}, [])

test_a_digest_in_capitals_is_one if _with_digest(upper(_digest)) == set()

test_a_digest_has_64_hexadecimal_characters if {
	_with_digest(substring(_digest, 0, 63)) == _weak
	_with_digest(concat("", [_digest, "0"])) == _weak
	_with_digest(concat("", [substring(_digest, 0, 63), "g"])) == _weak
	_with_digest(concat("", [substring(_digest, 0, 30), "zzzz", substring(_digest, 34, 30)])) == _weak
	_with_digest("") == _weak
}

# Status.

test_contradictory_status if {
	_found({"withdrawn_at": testing.at("2026-09-03T10:00:00")}, []) == {{
		"subject": _subject,
		"reason": "contradictory-status",
		"args": {"client": _client, "status": _status("active"), "computed_status": _status("withdrawn")},
		"relied_on": [_fact("status"), _fact("withdrawn_at")],
	}}
}

test_statuses_that_agree if {
	_verdicts({"status": "withdrawn", "withdrawn_at": testing.at("2026-09-03T10:00:00")}, []) == set()
	_verdicts({"status": "expired", "expires_on": testing.day("2026-11-21")}, []) == set()
	_verdicts({"status": "superseded", "superseded_by": "C-2"}, []) == set()
	_verdicts({"expires_on": testing.day("2026-11-22")}, []) == set()
	_verdicts({"withdrawn_at": testing.at("2026-11-23T00:00:00")}, []) == set()
}

test_statuses_that_do_not if {
	_verdicts({"status": "withdrawn"}, []) == _contradictory
	_verdicts({"status": "expired"}, []) == _contradictory
	_verdicts({"status": "expired", "expires_on": testing.day("2026-11-22")}, []) == _contradictory
	_verdicts({"expires_on": testing.day("2026-11-21")}, []) == _contradictory
	_verdicts({"withdrawn_at": testing.at("2026-11-22T23:59:59")}, []) == _contradictory
	_verdicts({"superseded_by": "C-2"}, []) == _contradictory
	_verdicts({"status": "superseded", "superseded_by": "C-4"}, []) == _contradictory
	_verdicts({"status": "superseded", "superseded_by": "C-9"}, []) == _contradictory
}

test_what_a_contradiction_rests_on if {
	[_fact("status"), _fact("expires_on")] in _relied_on({"expires_on": testing.day("2026-11-21")})
	[_fact("status"), _fact("given_at")] in _relied_on({"status": "expired"})
	[_fact("status"), _fact("superseded_by"), object.union(_fact("given_at"), {"id": "C-2"})] in _relied_on({"superseded_by": "C-2"})
}

_relied_on(changes) := {finding.relied_on | some finding in _found(changes, [])}

test_marked_active_and_still_to_be_given if {
	_found({"given_at": testing.at("2026-11-23T00:00:00")}, []) == {{
		"subject": _subject,
		"reason": "marked-before-given",
		"args": {"client": _client, "status": _status("active"), "given_on": {"day": testing.day("2026-11-23")}},
		"relied_on": [_fact("status"), _fact("given_at")],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_marked_expired_before_its_time if {
	found := _found({"status": "expired", "expires_on": testing.day("2026-11-30")}, [])
	{finding.changes_on | some finding in found} == {testing.day("2026-12-01")}
}

test_a_successor_without_a_date_leaves_it_open if {
	_verdicts({"superseded_by": "C-3"}, []) == {["C-1", "not-declared", "consent_records.given_at"]}
	_verdicts({"status": "superseded", "superseded_by": "C-3"}, []) == {["C-1", "not-declared", "consent_records.given_at"]}
	_verdicts({"given_at": testing.at("2026-11-23T00:00:00"), "superseded_by": "C-3"}, []) == {["C-1", "not-declared", "consent_records.given_at"]}
	_verdicts({"superseded_by": "C-3"}, ["status"]) == {["C-1", "not-declared", "consent_records.status"]}
	_verdicts({"expires_on": testing.day("2026-11-21"), "superseded_by": "C-3"}, []) == _contradictory
}

test_the_successor_is_what_has_to_be_mended if {
	found := _found({"superseded_by": "C-3"}, [])
	{finding.args.subject | some finding in found} == {{"collection": "consent_records", "id": "C-3"}}
	{finding.relied_on | some finding in found} == {[object.union(_fact("given_at"), {"id": "C-3"})]}
}

test_without_a_date_there_is_no_status_to_compare if {
	_verdicts({"status": "withdrawn"}, ["given_at"]) == {["C-1", "incomplete-record", "given_at"]}
}

test_without_a_date_an_end_still_tells if {
	ended := {"withdrawn_at": testing.at("2026-09-03T10:00:00")}
	_verdicts(ended, ["given_at"]) == {["C-1", "incomplete-record", "given_at"]} | _contradictory
}

test_not_declared_which_status if _verdicts({}, ["status"]) == {["C-1", "not-declared", "consent_records.status"]}

# What applies.

test_not_declared_of_which_kind_it_is if {
	_verdicts({}, ["kind", "method", "status"]) == {["C-1", "not-declared", "consent_records.kind"]}
	_examined({}, ["kind"]) == {{"subject": _subject, "grade": 2}}
}

test_a_consent_that_names_no_client_is_judged if {
	_verdicts({}, ["client_id", "activity_id", "method"]) == {["C-1", "incomplete-record", "method"]}
	_verdicts({"status": "expired"}, ["client_id", "activity_id"]) == _contradictory
}

test_other_kinds_do_not_apply if {
	every kind in ["conflict-waiver", "disclosure"] {
		_verdicts({"kind": kind}, _items) == set()
		_examined({"kind": kind}, []) == set()
		_verdicts({"kind": kind}, ["proof", "wording_version", "status"]) == set()
		_verdicts({"kind": kind, "superseded_by": "C-3"}, []) == set()
		_verdicts({"kind": kind, "status": "expired"}, []) == set()
	}
}

test_without_rows_nothing_is_examined if {
	examined := control.examined with input as {} with data.as_of as testing.end_of("2026-11-22")
	examined == set()
}

# The population.

test_examined if _examined({}, []) == {{"subject": _subject, "grade": 2}}

test_examined_rests_on_the_successor_too if {
	_examined({"status": "superseded", "superseded_by": "C-2"}, []) == {{"subject": _subject, "grade": 1}}
}

test_examined_does_not_change_where_the_status_stays_right_or_is_wrong_already if {
	unchanged := {{"subject": _subject, "grade": 2}}
	withdrawn := {"status": "withdrawn", "withdrawn_at": testing.at("2026-09-03T10:00:00"), "expires_on": testing.day("2026-12-31")}
	_examined(withdrawn, []) == unchanged
	_examined({"status": "withdrawn", "expires_on": testing.day("2026-12-31")}, []) == unchanged
}

test_examined_changes_when_the_status_will_be_wrong if {
	_examined({"expires_on": testing.day("2026-12-31")}, []) == {{
		"subject": _subject,
		"grade": 2,
		"changes_on": testing.day("2027-01-01"),
	}}
	_examined({"superseded_by": "C-4", "expires_on": testing.day("2026-12-31")}, []) == {{
		"subject": _subject,
		"grade": 0,
		"changes_on": testing.day("2026-12-01"),
	}}
}
