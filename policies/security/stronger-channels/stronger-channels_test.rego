package privity.security.stronger_channels_test

import data.lib.testing
import data.privity.security.stronger_channels as control

_found_in(record, inventory) := found if {
	found := control.findings with input as {"matter": record, "collection": "matters"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined_in(record, inventory) := examined if {
	examined := control.examined with input as {"matter": record, "collection": "matters"}
		with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_record_of(changes, removed) := testing.changed(testing.without(_record, removed), changes)

_found(changes, removed) := _found_in(_record_of(changes, removed), _inventory)

_examined(changes, removed) := _examined_in(_record_of(changes, removed), _inventory)

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_args(found, reason) := {[object.get(finding, "by", ""), finding.args, finding.relied_on, object.get(finding, "changes_on", 0)] | some finding in found; finding.reason == reason}

_missing(paths) := {["M-1", "not-declared", concat("", ["matters.", path])] | some path in paths}

_inventory := {"client_terms": testing.by_id([{
	"id": "T-1",
	"grade": 0,
	"client_id": "K-2",
	"effective_on": testing.day("2026-11-22"),
	"channels": ["portal"],
}])}

_record := {
	"id": "M-1",
	"grade": 1,
	"status": "open",
	"client_id": "K-1",
	"sensitivity": "high",
	"communication": {"risk_assessed_on": testing.day("2026-11-22"), "channels": ["portal", "e2e-encrypted", "encrypted-email", "in-person", "secure-data-room"]},
}

_over(changes) := {"communication": testing.changed(_record.communication, changes)}

_bare(removed) := {"communication": testing.without(_record.communication, removed)}

_terms(changes, removed, channels) := testing.verdicts(_found_in(record, {"client_terms": {"T-1": term}})) if {
	record := _record_of(object.union({"client_id": "K-2"}, _over({"channels": channels, "client_consent_id": "C-1"})), [])
	term := testing.changed(testing.without(_inventory.client_terms["T-1"], removed), changes)
}

test_strong_channels if {
	_verdicts({}, []) == set()
	_examined({}, []) == {{"subject": {"collection": "matters", "id": "M-1"}, "grade": 1}}
}

test_does_not_apply if {
	weak := _over({"channels": ["email"]})
	every changes in [{"status": "closed"}, {"status": "intake"}, {"sensitivity": "ordinary"}, {"sensitivity": "ordinary", "client_security_terms": false}] {
		_examined(object.union(weak, changes), []) == set()
		_verdicts(object.union(weak, changes), []) == set()
	}
	_verdicts({"status": "closed"}, ["sensitivity"]) == set()
	_verdicts({"sensitivity": "ordinary"}, ["status"]) == set()
}

test_terms_of_the_client_make_it_apply if {
	_verdicts(object.union({"sensitivity": "ordinary", "client_security_terms": true}, _over({"channels": ["email"]})), []) == {["M-1", "weak-channel", "email"]}
	_verdicts({"client_security_terms": true}, ["sensitivity"]) == set()
}

test_undecided_whether_it_applies if {
	_verdicts({}, ["status"]) == _missing(["status"])
	_verdicts({}, ["sensitivity"]) == _missing(["sensitivity"])
	_verdicts({}, ["sensitivity", "status"]) == _missing(["sensitivity", "status"])
	_verdicts({"client_security_terms": true, "sensitivity": "ordinary"}, ["status"]) == _missing(["status"])
	testing.ids(_examined({}, ["status"])) == {"M-1"}
}

test_weak_channel if {
	found := _found(_over({"channels": ["portal", "email"]}), [])
	_args(found, "weak-channel") == {[
		"email",
		{"matter": {"collection": "matters", "id": "M-1"}, "channel": {"collection": "matters", "field": "communication.channels", "value": "email"}},
		[
			{"collection": "matters", "id": "M-1", "path": "communication.channels"},
			{"collection": "matters", "id": "M-1", "path": "communication.client_consent_id"},
		],
		0,
	]}
	count(found) == 1
	_verdicts(_over({"channels": ["email"], "client_consent_id": "C-1"}), []) == set()
}

test_the_clients_terms_cut_down_what_is_allowed if {
	_terms({}, [], ["portal"]) == set()
	_terms({}, [], ["in-person"]) == {["M-1", "weak-channel", "in-person"]}
	_terms({"channels": ["email"]}, [], ["email"]) == set()
	_terms({}, [], ["email"]) == {["M-1", "weak-channel", "email"]}
	_terms({}, ["channels"], ["in-person"]) == set()
	_terms({"client_id": "K-1"}, [], ["in-person"]) == set()
}

test_terms_count_while_they_are_in_force if {
	_terms({"effective_on": testing.day("2026-11-23")}, [], ["in-person"]) == set()
	_terms({"ended_on": testing.day("2026-11-22")}, [], ["in-person"]) == set()
	_terms({"ended_on": testing.day("2026-11-23")}, [], ["in-person"]) == {["M-1", "weak-channel", "in-person"]}
}

test_terms_are_shown_and_weighed if {
	record := _record_of(object.union({"client_id": "K-2"}, _over({"channels": ["in-person"]})), [])
	{finding.relied_on[2] | some finding in _found_in(record, _inventory)} == {{"collection": "client_terms", "id": "T-1", "path": "channels"}}
	ending := {"client_terms": {"T-1": testing.changed(_inventory.client_terms["T-1"], {"ended_on": testing.day("2026-12-01")})}}
	_examined_in(record, ending) == {{"subject": {"collection": "matters", "id": "M-1"}, "grade": 0, "changes_on": testing.day("2026-12-01")}}
}

test_not_assessed if {
	_verdicts(_bare(["risk_assessed_on"]), []) == {["M-1", "not-assessed", ""]}
	_verdicts(_over({"risk_assessed_on": testing.day("2026-11-23")}), []) == {["M-1", "not-assessed", ""]}
}

test_not_declared if {
	_verdicts(_bare(["channels"]), []) == _missing(["communication.channels"])
	_verdicts(_over({"channels": []}), []) == _missing(["communication.channels"])
	_verdicts({}, ["communication"]) == _missing(["communication.channels"]) | {["M-1", "not-assessed", ""]}
	_verdicts({}, ["client_id"]) == _missing(["client_id"])
	testing.verdicts(_found_in(_record_of({}, ["client_id"]), {})) == set()
	_terms({}, ["effective_on"], ["in-person"]) == {["M-1", "not-declared", "client_terms.effective_on"]}
	_terms({}, ["effective_on"], ["portal"]) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("not-assessed", _found_in(testing.without(_record, ["communication"]), {"client_terms": {"T-1": {"channels": ["portal"], "client_id": "K-2", "effective_on": testing.day("2026-11-22"), "grade": 0, "id": "T-1"}}})) == {["communication.risk_assessed_on"]}
}

_terms_of_client := {"id": "T-1", "grade": 0, "client_id": "K-1", "channels": ["portal"]}

# among: verdicts where these terms of clients stand in the inventory.
_among(terms, record) := testing.verdicts(_found_in(record, {"client_terms": testing.by_id(terms)}))

test_days_on_which_the_terms_of_the_client_change if {
	tomorrow := testing.day("2026-11-23")
	every changes, days in {
		{"effective_on": tomorrow}: {tomorrow},
		{"effective_on": testing.day("2026-01-01"), "ended_on": tomorrow}: {tomorrow},
		{"effective_on": tomorrow, "client_id": "K-2"}: set(),
	} {
		term := testing.changed(_terms_of_client, changes)
		{day | some entry in _examined_in(_record, {"client_terms": {"T-1": term}}); day := entry.changes_on} == days
		silent := testing.without(term, ["channels"])
		{day | some entry in _examined_in(_record, {"client_terms": {"T-1": silent}}); day := entry.changes_on} == set()
	}
}

test_nothing_is_asked_of_a_matter_that_is_closed if {
	closed := {"status": "closed"}
	dated := testing.changed(_terms_of_client, {"effective_on": testing.day("2026-01-01")})
	_among([dated], _record_of(closed, ["communication"])) == set()
	_among([dated], _record_of(closed, ["client_id"])) == set()
	_among([_terms_of_client], _record_of(closed, [])) == set()
}

test_the_client_is_asked_for_where_somebody_has_terms if {
	silent := {"id": "T-2", "client_id": "K-2"}
	nobody := _record_of({}, ["client_id"])
	_among([_terms_of_client, silent], nobody) == _missing(["client_id"])
	_among([silent], nobody) == set()
}

test_from_when_terms_apply_is_asked_where_a_channel_hangs_on_it if {
	undated := {["M-1", "not-declared", "client_terms.effective_on"]}
	_among([_terms_of_client], _record_of(_over({"channels": ["portal"]}), [])) == set()
	_among([_terms_of_client], _record_of(_over({"channels": ["portal", "in-person"]}), [])) == undated
	_among([_terms_of_client], _record_of(_over({"channels": ["email"]}), [])) == {["M-1", "weak-channel", "email"]}
	_among([_terms_of_client], _record_of(_over({"channels": ["email"], "client_consent_id": "C-1"}), [])) == undated
}

test_an_assessment_that_lies_ahead_is_none_yet if {
	_found(_over({"risk_assessed_on": testing.day("2026-11-23")}), []) == {{
		"subject": {"collection": "matters", "id": "M-1"},
		"reason": "not-assessed",
		"args": {"matter": {"collection": "matters", "id": "M-1"}},
		"relied_on": [{"collection": "matters", "id": "M-1", "path": "communication.risk_assessed_on"}],
		"changes_on": testing.day("2026-11-23"),
	}}
}
