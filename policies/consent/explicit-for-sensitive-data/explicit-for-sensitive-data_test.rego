package privity.consent.explicit_for_sensitive_data_test

import data.lib.testing
import data.privity.consent.explicit_for_sensitive_data as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "care-advice",
	"regime": "uk",
	"covers_special_category": true,
	"explicit": true,
	"method": "written-signature",
	"grade": 1,
}

_found(changes, removed, written_only) := found if {
	record := testing.changed(testing.without(_consent, removed), changes)
	found := control.findings with input as {"consent_record": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"explicit_written_only": written_only}
}

# verdicts: what the control finds in the consent above, changed as said, where firm policy asks for writing.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed, true))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_consent, removed), changes)
	examined := control.examined with input as {"consent_record": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"explicit_written_only": true}
}

_subject := {"collection": "consent_records", "id": "C-1"}

_parties := {
	"client": {"collection": "clients", "id": "K-1"},
	"activity": {"collection": "processing_activities", "id": "care-advice"},
}

_fact(path) := {"collection": "consent_records", "id": "C-1", "path": path}

_fails := {["C-1", "not-explicit", ""]}

_asks(fields) := {["C-1", "not-declared", concat(".", ["consent_records", field])] | some field in fields}

test_express_statements_pass if {
	every method in ["written-signature", "e-signature", "email-reply", "web-form-opt-in"] {
		_verdicts({"method": method}, []) == set()
	}
}

test_not_explicit if {
	_found({"explicit": false}, [], true) == {{
		"subject": _subject,
		"reason": "not-explicit",
		"args": _parties,
		"relied_on": [_fact("explicit")],
	}}
}

test_other_ways_of_agreeing_are_no_express_statement if {
	every method in ["engagement-letter", "engagement-letter-boilerplate", "implied", "silence", "pre-ticked-box", "scrolling"] {
		_verdicts({"method": method}, []) == _fails
	}
}

test_both_shortfalls_are_one_finding if {
	_found({"explicit": false, "method": "implied"}, [], true) == {{
		"subject": _subject,
		"reason": "not-explicit",
		"args": _parties,
		"relied_on": [_fact("explicit"), _fact("method")],
	}}
}

test_spoken_where_firm_policy_asks_for_writing if {
	_found({"method": "recorded-oral"}, [], true) == {{
		"subject": _subject,
		"reason": "oral-not-written",
		"args": _parties,
		"relied_on": [_fact("method")],
	}}
}

test_spoken_where_firm_policy_does_not if _found({"method": "recorded-oral"}, [], false) == set()

test_spoken_and_not_explicit if {
	_verdicts({"method": "recorded-oral", "explicit": false}, []) == _fails | {["C-1", "oral-not-written", ""]}
}

test_not_declared_whether_it_is_explicit_or_how_it_was_given if {
	_verdicts({}, ["explicit"]) == _asks({"explicit"})
	_verdicts({}, ["method"]) == _asks({"method"})
	_verdicts({}, ["explicit", "method"]) == _asks({"explicit", "method"})
	_verdicts({"method": "implied"}, ["explicit"]) == _fails | _asks({"explicit"})
	_verdicts({"explicit": false}, ["method"]) == _fails | _asks({"method"})
}

# What applies.

test_uk_and_eu_law_apply if {
	_verdicts({"regime": "eu", "explicit": false}, []) == _fails
	_verdicts({"regime": "uk", "explicit": false}, []) == _fails
}

test_other_laws_do_not_apply if {
	every regime in ["us-ca", "us-ny", "us-other", "other"] {
		_verdicts({"regime": regime, "explicit": false}, []) == set()
		_verdicts({"regime": regime}, ["covers_special_category"]) == set()
		_examined({"regime": regime}, ["covers_special_category"]) == set()
	}
}

test_ordinary_data_does_not_apply if {
	_verdicts({"covers_special_category": false, "explicit": false}, []) == set()
	_verdicts({"covers_special_category": false}, ["regime"]) == set()
	_examined({"covers_special_category": false}, ["regime"]) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts({"explicit": false}, ["regime"]) == _asks({"regime"})
	_verdicts({"explicit": false}, ["covers_special_category"]) == _asks({"covers_special_category"})
	_verdicts({}, ["regime", "covers_special_category", "explicit"]) == _asks({"regime", "covers_special_category"})
	_examined({}, ["regime"]) == {{"subject": _subject, "grade": 1}}
}

test_a_consent_that_names_no_client_is_judged if _verdicts({"explicit": false}, ["client_id", "activity_id"]) == _fails

test_examined if _examined({}, []) == {{"subject": _subject, "grade": 1}}

test_another_record_is_not_examined if {
	examined := control.examined with input as {"system": {"id": "S-1"}} with data.as_of as testing.end_of("2026-11-22")
	examined == set()
}

_why(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_europe if {
	_why({"regimes": ["aba", "us-ca-ccpa"]}) == "outside-europe"
	every regime in ["eu-gdpr", "uk-gdpr"] {
		_why({"regimes": ["aba", regime]}) == "applies"
	}
	_why({}) == "applies"
}
