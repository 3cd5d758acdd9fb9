package privity.consent.clear_free_choice_test

import data.lib.testing
import data.privity.consent.clear_free_choice as control

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"kind": "data-processing",
	"regime": "uk",
	"method": "e-signature",
	"separate_from_other_terms": true,
	"conditional_on_service": false,
	"grade": 1,
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_consent, removed), changes)
	found := control.findings with input as {"consent_record": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the consent above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_consent, removed), changes)
	examined := control.examined with input as {"consent_record": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_subject := {"collection": "consent_records", "id": "C-1"}

_parties := {
	"client": {"collection": "clients", "id": "K-1"},
	"activity": {"collection": "processing_activities", "id": "referrals"},
}

_fact(path) := {"collection": "consent_records", "id": "C-1", "path": path}

_not_an_act := {["C-1", "not-an-act", ""]}

_bundled := {["C-1", "bundled", ""]}

_tied := {["C-1", "tied-to-service", ""]}

_asks(fields) := {["C-1", "not-declared", concat(".", ["consent_records", field])] | some field in fields}

test_a_clear_separate_and_free_choice_passes if _verdicts({}, []) == set()

# A clear act.

test_not_an_act if {
	_found({"method": "pre-ticked-box"}, []) == {{
		"subject": _subject,
		"reason": "not-an-act",
		"args": object.union(_parties, {"method": {
			"collection": "consent_records",
			"field": "method",
			"value": "pre-ticked-box",
		}}),
		"relied_on": [_fact("method")],
	}}
}

test_ways_of_agreeing_that_are_no_act if {
	every method in ["implied", "silence", "pre-ticked-box", "scrolling", "engagement-letter-boilerplate"] {
		_verdicts({"method": method}, []) == _not_an_act
		_verdicts({"method": method, "separate_from_other_terms": false}, []) == _not_an_act
		_verdicts({"method": method}, ["separate_from_other_terms"]) == _not_an_act
	}
}

test_ways_of_agreeing_that_are if {
	every method in ["written-signature", "e-signature", "web-form-opt-in", "email-reply", "engagement-letter"] {
		_verdicts({"method": method}, []) == set()
	}
}

test_spoken_words_need_their_recording if {
	_verdicts({"method": "recorded-oral", "proof": {"uri": "https://files.example/C-1"}}, []) == set()
	_verdicts({"method": "recorded-oral"}, []) == _asks({"proof.uri"})
	_verdicts({"method": "recorded-oral", "proof": {"sha256": "0"}}, []) == _asks({"proof.uri"})
	_verdicts({"method": "recorded-oral", "proof": {"uri": " "}}, []) == _asks({"proof.uri"})
}

# Apart from other terms.

test_bundled if {
	_found({"separate_from_other_terms": false}, []) == {{
		"subject": _subject,
		"reason": "bundled",
		"args": _parties,
		"relied_on": [_fact("separate_from_other_terms"), _fact("method")],
	}}
}

test_whatever_is_signed_can_be_bundled if {
	every method in ["written-signature", "e-signature", "engagement-letter"] {
		_verdicts({"method": method, "separate_from_other_terms": false}, []) == _bundled
		_verdicts({"method": method}, ["separate_from_other_terms"]) == _asks({"separate_from_other_terms"})
	}
}

test_an_answer_or_a_box_of_its_own_stands_apart if {
	every method in ["web-form-opt-in", "email-reply"] {
		_verdicts({"method": method, "separate_from_other_terms": false}, []) == set()
		_verdicts({"method": method}, ["separate_from_other_terms"]) == set()
	}
}

# Free.

test_tied_to_a_service_that_does_not_need_it if {
	_found({"conditional_on_service": true, "necessary_for_service": false}, []) == {{
		"subject": _subject,
		"reason": "tied-to-service",
		"args": _parties,
		"relied_on": [_fact("conditional_on_service"), _fact("necessary_for_service")],
	}}
}

test_tied_to_a_service_that_needs_it if {
	_verdicts({"conditional_on_service": true, "necessary_for_service": true}, []) == set()
	_verdicts({"necessary_for_service": true}, ["conditional_on_service"]) == set()
}

test_not_tied if _verdicts({"conditional_on_service": false, "necessary_for_service": false}, []) == set()

test_not_declared_whether_it_is_tied if {
	_verdicts({}, ["conditional_on_service"]) == _asks({"conditional_on_service"})
	_verdicts({"necessary_for_service": false}, ["conditional_on_service"]) == _asks({"conditional_on_service"})
	_verdicts({"conditional_on_service": true}, []) == _asks({"necessary_for_service"})
}

# Together, and missing.

test_each_shortfall_is_a_finding if {
	_verdicts(
		{"separate_from_other_terms": false, "conditional_on_service": true, "necessary_for_service": false},
		[],
	) == _bundled | _tied
}

test_not_declared_how_it_was_given if {
	_verdicts({}, ["method"]) == _asks({"method"})
	_verdicts({"separate_from_other_terms": false}, ["method"]) == _asks({"method"})
	_verdicts({"conditional_on_service": true, "necessary_for_service": false}, ["method"]) == _tied | _asks({"method"})
}

# What applies.

test_kinds_and_laws_that_apply if {
	every kind in ["data-processing", "marketing", "ai-input", "transfer"] {
		every regime in ["eu", "uk", "us-ca"] {
			_verdicts({"kind": kind, "regime": regime, "method": "silence"}, []) == _not_an_act
		}
	}
}

test_other_kinds_do_not_apply if {
	every kind in ["conflict-waiver", "disclosure"] {
		_verdicts({"kind": kind, "method": "silence"}, []) == set()
		_verdicts({"kind": kind}, ["regime", "method"]) == set()
		_examined({"kind": kind}, ["regime"]) == set()
	}
}

test_other_laws_do_not_apply if {
	every regime in ["us-ny", "us-other", "other"] {
		_verdicts({"regime": regime, "method": "silence"}, []) == set()
		_verdicts({"regime": regime}, ["kind", "method"]) == set()
		_examined({"regime": regime}, ["kind"]) == set()
	}
}

test_not_declared_whether_it_applies if {
	_verdicts({"method": "silence"}, ["kind"]) == _asks({"kind"})
	_verdicts({"method": "silence"}, ["regime"]) == _asks({"regime"})
	_verdicts({}, ["kind", "regime", "method"]) == _asks({"kind", "regime"})
	_examined({}, ["kind"]) == {{"subject": _subject, "grade": 1}}
}

test_a_consent_that_names_no_client_is_judged if {
	_verdicts({"method": "silence"}, ["client_id", "activity_id"]) == _not_an_act
	_verdicts({"separate_from_other_terms": false}, ["client_id", "activity_id"]) == _bundled
}

test_examined if _examined({}, []) == {{"subject": _subject, "grade": 1}}

test_another_record_is_not_examined if {
	examined := control.examined with input as {"system": {"id": "S-1"}} with data.as_of as testing.end_of("2026-11-22")
	examined == set()
}

_why(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_europe_and_california if {
	_why({"regimes": ["aba", "us-state-breach"]}) == "outside-europe-and-california"
	every regime in ["eu-gdpr", "uk-gdpr", "us-ca-ccpa"] {
		_why({"regimes": ["aba", regime]}) == "applies"
	}
	_why({}) == "applies"
}
