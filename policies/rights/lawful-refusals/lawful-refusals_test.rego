package privity.rights.lawful_refusals_test

import data.lib.testing
import data.privity.rights.lawful_refusals as control

# Received on Tuesday 1 September 2026: reasons are due by 1 October, in California by 16 October.
_request := {
	"id": "R-1",
	"grade": 2,
	"regime": "uk",
	"right": "access",
	"status": "refused",
	"received_on": testing.day("2026-09-01"),
	"calendar": "england-and-wales",
	"refusal": {
		"ground": "privilege",
		"reasons_given_on": testing.day("2026-10-01"),
		"told": ["judicial-remedy", "authority-complaint"],
	},
}

_tables := {
	"calendars": {"england-and-wales": {"years": [2026, 2026], "holidays": []}},
	"refusal_grounds": {
		"uk": {"privilege": {"ref": "para 19"}, "legal-hold": {"ref": "Art 17"}},
		"eu": {"privilege": {"ref": "Art 23"}, "excessive": {"ref": "Art 12"}},
		"us-ca": {"privilege": {"ref": "1798.145"}},
	},
}

_judged(changes, removed, as_of) := {"findings": found, "examined": examined} if {
	record := testing.changed(testing.without(_request, removed), changes)
	found := control.findings with input as {"rights_request": record}
		with data.as_of as testing.end_of(as_of)
		with data.tables as _tables
		with data.parameters as {"prompt_ask_days": 10}
	examined := control.examined with input as {"rights_request": record}
		with data.as_of as testing.end_of(as_of)
		with data.tables as _tables
		with data.parameters as {"prompt_ask_days": 10}
}

_verdicts_on(as_of, changes, removed) := testing.verdicts(_judged(changes, removed, as_of).findings)

_verdicts(changes, removed) := _verdicts_on("2026-11-22", changes, removed)

_refusal(changes, removed) := {"refusal": testing.changed(testing.without(_request.refusal, removed), changes)}

_is(code) := {["R-1", code, ""]}

_unknown(fact) := {["R-1", "not-declared", concat(".", ["rights_requests", fact])]}

test_refused_in_order if {
	_verdicts({}, []) == set()
	_verdicts({"status": "partly-refused"}, []) == set()
	_verdicts(object.union({"right": "erasure"}, _refusal({"ground": "legal-hold"}, [])), []) == set()
}

test_a_ground_that_the_law_does_not_know if {
	_judged(_refusal({"ground": "too-busy"}, []), [], "2026-11-22").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "ground-not-lawful",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "access"},
			"received_on": {"day": testing.day("2026-09-01")},
			"ground": {"quoted": "too-busy"},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "refusal.ground"},
			{"collection": "rights_requests", "id": "R-1", "path": "regime"},
			{"collection": "rights_requests", "id": "R-1", "path": "right"},
		],
	}}
	_verdicts(object.union({"regime": "eu"}, _refusal({"ground": "legal-hold"}, [])), []) == _is("ground-not-lawful")
}

test_privilege_is_a_ground_for_access_alone if {
	_verdicts({"right": "erasure"}, []) == _is("ground-not-lawful")
	_verdicts({"regime": "us-ca", "right": "ccpa-know"}, []) == set()
	_verdicts({"regime": "us-ca", "right": "ccpa-delete"}, []) == _is("ground-not-lawful")
}

test_privilege_in_the_union_rests_on_national_law if {
	_verdicts({"regime": "eu"}, []) == _unknown("refusal.national_law")
	_verdicts(object.union({"regime": "eu"}, _refusal({"national_law": " "}, [])), []) == _is("ground-not-lawful")
	_verdicts(object.union({"regime": "eu"}, _refusal({"national_law": "s.162 Data Protection Act 2018 (IE)"}, [])), []) == set()
	_verdicts(object.union({"regime": "eu"}, _refusal({"ground": "excessive"}, [])), []) == set()
}

test_reasons_are_given_in_time if {
	silent := _refusal({}, ["reasons_given_on", "told"])
	_verdicts_on("2026-10-01", silent, []) == set()
	_judged(silent, [], "2026-10-02").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "no-reasons",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "access"},
			"received_on": {"day": testing.day("2026-09-01")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "refusal.reasons_given_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
		],
	}}
	_verdicts_on("2026-10-02", _refusal({"reasons_given_on": testing.day("2026-10-03")}, []), []) == _is("no-reasons")
	_judged(_refusal({"reasons_given_on": testing.day("2026-10-02")}, []), [], "2026-11-22").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "remedied-late",
		"args": {
			"received_on": {"day": testing.day("2026-09-01")},
			"met_on": {"day": testing.day("2026-10-02")},
			"due_on": {"day": testing.day("2026-10-01")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "refusal.reasons_given_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "received_on"},
		],
	}}
	california := {"regime": "us-ca", "right": "ccpa-know"}
	_verdicts_on("2026-10-16", object.union(california, silent), ["calendar"]) == set()
	_verdicts_on("2026-10-17", object.union(california, silent), ["calendar"]) == _is("no-reasons")
}

test_while_the_clock_stands_still_nothing_is_due if {
	waiting := object.union(_refusal({}, ["reasons_given_on"]), {"identity": {"required": true, "asked_on": testing.day("2026-09-01")}})
	_verdicts(waiting, []) == set()
}

test_a_calendar_that_is_not_listed if {
	_verdicts(object.union({"calendar": "scotland"}, _refusal({}, ["reasons_given_on"])), []) == _is("calendar-not-covered")
	_verdicts({"calendar": "scotland"}, []) == set()
	opt_out := {"regime": "us-ca", "right": "ccpa-limit", "calendar": "us-ca"}
	_verdicts(object.union(opt_out, _refusal({"reasons_given_on": testing.day("2026-09-23")}, [])), []) == _is("ground-not-lawful") | _is("calendar-not-covered")
}

test_where_to_complain if {
	_judged(_refusal({"told": ["judicial-remedy"]}, []), [], "2026-11-22").findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "no-complaint-route",
		"by": "authority-complaint",
		"args": {
			"received_on": {"day": testing.day("2026-09-01")},
			"item": {"collection": "rights_requests", "field": "refusal.told", "value": "authority-complaint"},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "refusal.told"},
			{"collection": "rights_requests", "id": "R-1", "path": "regime"},
		],
	}}
	_verdicts(_refusal({"told": []}, []), []) == {
		["R-1", "no-complaint-route", "authority-complaint"],
		["R-1", "no-complaint-route", "judicial-remedy"],
	}
	_verdicts(object.union({"regime": "us-ca"}, _refusal({"told": []}, [])), []) == set()
}

test_not_declared if {
	every fact in ["status", "regime", "right", "received_on"] {
		_verdicts({}, [fact]) == _unknown(fact)
	}
	_verdicts(_refusal({}, ["ground"]), []) == _unknown("refusal.ground")
	_verdicts({}, ["calendar"]) == _unknown("calendar")
	_verdicts(_refusal({}, ["told"]), []) == _unknown("refusal.told")
	_verdicts({"regime": "us-ca", "right": "ccpa-limit"}, ["calendar"]) == _unknown("calendar")
}

_nothing := {"findings": set(), "examined": set()}

test_does_not_apply if {
	every status in ["open", "answered", "withdrawn"] {
		_judged({"status": status}, ["refusal"], "2026-11-22") == _nothing
	}
	_judged({"regime": "us-ny"}, [], "2026-11-22") == _nothing
}

test_examined if {
	_judged({}, [], "2026-11-22").examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 2}}
	open := _judged(_refusal({}, ["reasons_given_on"]), [], "2026-09-10").examined
	{entry.changes_on | some entry in open} == {testing.day("2026-10-02")}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("calendar-not-covered", _judged({"calendar": "scotland", "refusal": {"ground": "privilege", "told": ["judicial-remedy", "authority-complaint"]}}, [], "2026-11-22").findings) == {["calendar", "received_on"]}
	_paths("no-complaint-route", _judged({"refusal": {"ground": "privilege", "reasons_given_on": testing.day("2026-10-01"), "told": []}}, [], "2026-11-22").findings) == {["refusal.told", "regime"]}
}

test_a_refusal_in_part_is_judged_too if {
	_verdicts(object.union({"status": "partly-refused"}, _refusal({"ground": "too-busy"}, [])), []) == _is("ground-not-lawful")
}

test_in_the_union_as_in_the_united_kingdom if {
	eu := {"regime": "eu"}
	_verdicts(object.union(eu, _refusal({"ground": "excessive"}, [])), ["calendar"]) == _unknown("calendar")
	_verdicts(object.union(eu, _refusal({"ground": "excessive"}, ["told"])), []) == _unknown("refusal.told")
	_verdicts(object.union(eu, _refusal({"ground": "excessive", "told": ["judicial-remedy"]}, [])), []) == {["R-1", "no-complaint-route", "authority-complaint"]}
}

test_california_asks_for_no_word_on_complaints if {
	_verdicts(object.union({"regime": "us-ca", "right": "ccpa-know"}, _refusal({}, ["told"])), []) == set()
}

test_outside_the_union_privilege_needs_no_other_law if {
	_verdicts(_refusal({"national_law": " "}, []), []) == set()
}

test_reasons_are_due_whatever_the_ground if {
	_verdicts_on("2026-10-02", _refusal({}, ["ground", "reasons_given_on", "told"]), []) == _unknown("refusal.ground") | _is("no-reasons")
}

test_once_the_reasons_were_given_nothing_changes if {
	examined := _judged(_refusal({"reasons_given_on": testing.day("2026-09-10")}, []), [], "2026-09-20").examined
	{entry.subject.id | some entry in examined} == {"R-1"}
	{day | some entry in examined; day := entry.changes_on} == set()
}
