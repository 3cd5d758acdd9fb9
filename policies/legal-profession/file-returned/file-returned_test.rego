package privity.legal_profession.file_returned_test

import data.lib.testing
import data.privity.legal_profession.file_returned as control

_day(text) := testing.day(text)

# Handed over on the last good day (fourteen days).
_request := {
	"requested_on": testing.day("2026-11-01"),
	"delivered_on": testing.day("2026-11-15"),
	"delivered": "full",
	"receipt_uri": "https://dms.example/receipt",
}

_matter := {"id": "M-1", "grade": 1, "client_id": "K-1", "status": "closed", "file_request": _request}

_findings_on(matter, as_of) := found if {
	found := control.findings with input as {"matter": matter}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"file_return_days": 14}
}

_findings(matter) := _findings_on(matter, "2026-11-22")

_asked(changes, removed) := testing.changed(_matter, {"file_request": testing.changed(testing.without(_request, removed), changes)})

_verdicts(changes, removed) := testing.verdicts(_findings(_asked(changes, removed)))

_on(changes, removed, as_of) := testing.verdicts(_findings_on(_asked(changes, removed), as_of))

_examined_on(matter, as_of) := examined if {
	examined := control.examined with input as {"matter": matter}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"file_return_days": 14}
}

_found(reason) := {["M-1", reason, ""]}

_missing(field) := {["M-1", "not-declared", concat(".", ["matters", field])]}

_open := ["delivered_on", "delivered", "receipt_uri"]

test_handed_over_in_time if _verdicts({}, []) == set()

test_examined if {
	_examined_on(_matter, "2026-11-22") == {{"subject": {"collection": "matters", "id": "M-1"}, "grade": 1}}
	_examined_on(testing.changed(_matter, {"status": "open"}), "2026-11-22") == set()
	_examined_on(testing.without(_matter, ["file_request"]), "2026-11-22") == set()
	_examined_on(_asked({}, ["requested_on"]), "2026-11-22") == set()
	testing.ids(_examined_on(_matter, "2026-11-01")) == {"M-1"}
	_examined_on(_matter, "2026-10-31") == set()
	testing.ids(_examined_on(testing.without(_matter, ["status"]), "2026-11-22")) == {"M-1"}
	_examined_on(testing.without(_matter, ["status", "file_request"]), "2026-11-22") == set()
	{entry.changes_on | some entry in _examined_on(_asked({}, _open), "2026-11-02")} == {_day("2026-11-16")}
	{entry.changes_on | some entry in _examined_on(_matter, "2026-11-02")} == {_day("2026-11-15")}
}

test_other_matters_find_nothing if {
	_findings(testing.changed(_asked({}, _open), {"status": "open"})) == set()
	late := _asked({"delivered_on": _day("2026-11-20"), "delivered": "partial"}, ["receipt_uri"])
	_findings(testing.changed(late, {"status": "open"})) == set()
	_findings(testing.changed(_asked({}, ["delivered"]), {"status": "open"})) == set()
	testing.verdicts(_findings(testing.without(late, ["status"]))) == _missing("status")
}

test_not_handed_over if {
	_on({}, _open, "2026-11-15") == set()
	_on({}, _open, "2026-11-16") == _found("not-delivered")
	_on({"delivered_on": _day("2026-11-17")}, [], "2026-11-16") == _found("not-delivered")
	_findings_on(_asked({}, _open), "2026-11-16") == {{
		"subject": {"collection": "matters", "id": "M-1"},
		"reason": "not-delivered",
		"args": {
			"matter": {"collection": "matters", "id": "M-1"},
			"client": {"collection": "clients", "id": "K-1"},
			"requested_on": {"day": _day("2026-11-01")},
		},
		"relied_on": [
			{"collection": "matters", "id": "M-1", "path": "file_request.delivered_on"},
			{"collection": "matters", "id": "M-1", "path": "file_request.requested_on"},
			{"collection": "matters", "id": "M-1", "path": "file_request.lien_reason"},
		],
	}}
}

test_a_matter_without_a_client_is_judged_all_the_same if {
	{finding.args.client | some finding in _findings(testing.without(_asked({}, _open), ["client_id"]))} == {{"collection": "matters", "id": "M-1"}}
}

test_kept_for_a_bill if {
	lien := {"lien_reason": "An unpaid bill."}
	_verdicts(object.union(lien, {"permitted_by_law": true}), _open) == set()
	_verdicts(object.union(lien, {"permitted_by_law": false}), _open) == _found("not-delivered")
	_verdicts(lien, _open) == _missing("file_request.permitted_by_law")
	_verdicts({"permitted_by_law": true}, _open) == _found("not-delivered")
	_verdicts({"lien_reason": " ", "permitted_by_law": true}, _open) == _found("not-delivered")
	_on(lien, _open, "2026-11-15") == set()
	_verdicts(lien, []) == set()
}

test_handed_over_late if {
	{[finding.reason, finding.args.met_on, finding.args.due_on, finding.args.days_late] |
		some finding in _findings(_asked({"delivered_on": _day("2026-11-16")}, []))
	} == {["remedied-late", {"day": _day("2026-11-16")}, {"day": _day("2026-11-15")}, 1]}
}

test_a_part_kept_back if {
	_verdicts({"delivered": "partial"}, []) == _found("withheld-without-reason")
	_verdicts({"delivered": "partial", "withheld_reason": " "}, []) == _found("withheld-without-reason")
	_verdicts({"delivered": "partial", "withheld_reason": "Notes of the firm."}, []) == set()
}

test_receipt if {
	_verdicts({}, ["receipt_uri"]) == _found("no-receipt")
	_verdicts({"receipt_uri": " "}, []) == _found("no-receipt")
}

test_not_declared_what_was_handed_over if _verdicts({}, ["delivered"]) == _missing("file_request.delivered")

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-receipt", _findings_on({"client_id": "K-1", "file_request": testing.without(_request, ["receipt_uri"]), "grade": 1, "id": "M-1", "status": "closed"}, "2026-11-22")) == {["file_request.receipt_uri", "file_request.delivered_on"]}
	_paths("remedied-late", _findings_on({"client_id": "K-1", "file_request": testing.changed(_request, {"delivered_on": testing.day("2026-11-16")}), "grade": 1, "id": "M-1", "status": "closed"}, "2026-11-22")) == {["file_request.delivered_on", "file_request.requested_on"]}
	_paths("withheld-without-reason", _findings_on({"client_id": "K-1", "file_request": testing.changed(_request, {"delivered": "partial"}), "grade": 1, "id": "M-1", "status": "closed"}, "2026-11-22")) == {["file_request.withheld_reason", "file_request.delivered"]}
}
