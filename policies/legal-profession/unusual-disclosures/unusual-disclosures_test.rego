package privity.legal_profession.unusual_disclosures_test

import data.lib.testing
import data.privity.legal_profession.unusual_disclosures as control

_day(text) := testing.day(text)

_disclosure := {
	"id": "X-1",
	"grade": 2,
	"matter_id": "M-1",
	"recipient": "Financial regulator",
	"disclosed_on": testing.day("2026-10-05"),
	"authority": "client-consent",
	"consent_record_id": "C-1",
	"approved_on": testing.day("2026-10-05"),
	"privileged": true,
	"marked_privileged": true,
	"within_matter_purpose": false,
}

_findings(changes, removed, firm) := found if {
	record := testing.changed(testing.without(_disclosure, removed), changes)
	found := control.findings with input as {"disclosure": record}
		with data.inventory as {"firm": firm, "incidents": {"I-1": {"id": "I-1"}}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_disclosure, removed), changes)
	examined := control.examined with input as {"disclosure": record} with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_findings(changes, removed, {"regimes": ["sra"]}))

_under(regimes, changes) := testing.verdicts(_findings(changes, [], {"regimes": regimes}))

_found(reason) := {["X-1", reason, ""]}

_unshown := {["X-1", "authority-not-shown", ""]}

_missing(field) := {["X-1", "not-declared", concat(".", ["disclosures", field])]}

test_in_order if _verdicts({}, []) == set()

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "disclosures", "id": "X-1"}, "grade": 2}}
	testing.ids(_examined({"disclosed_on": _day("2026-11-22")}, [])) == {"X-1"}
	_examined({"disclosed_on": _day("2026-11-23")}, []) == set()
	testing.ids(_examined({}, ["disclosed_on"])) == {"X-1"}
}

test_what_lies_ahead_does_not_apply if {
	_verdicts({"disclosed_on": _day("2026-11-23"), "authority": "none", "incident_id": "I-1"}, []) == set()
	_verdicts({"disclosed_on": _day("2026-11-23"), "authority": "none"}, ["privileged"]) == set()
	testing.verdicts(_findings({"disclosed_on": _day("2026-11-23"), "authority": "permitted-exception"}, [], {})) == set()
}

test_without_authority if {
	_findings({"authority": "none"}, [], {"regimes": ["sra"]}) == {{
		"subject": {"collection": "disclosures", "id": "X-1"},
		"reason": "no-authority",
		"args": {
			"matter": {"collection": "matters", "id": "M-1"},
			"recipient": {"quoted": "Financial regulator"},
			"disclosed_on": {"day": _day("2026-10-05")},
		},
		"relied_on": [{"collection": "disclosures", "id": "X-1", "path": "authority"}],
	}}
}

test_a_record_without_matter_and_recipient_is_judged_all_the_same if {
	itself := {"collection": "disclosures", "id": "X-1"}
	{[finding.args.matter, finding.args.recipient] | some finding in _findings({"authority": "none"}, ["matter_id", "recipient"], {})} == {[itself, itself]}
}

test_consent if {
	_verdicts({}, ["consent_record_id"]) == _unshown
	_verdicts({"consent_record_id": " "}, []) == _unshown
	{[finding.args.authority, [fact.path | some fact in finding.relied_on]] |
		some finding in _findings({}, ["consent_record_id"], {"regimes": ["sra"]})
	} == {[{"collection": "disclosures", "field": "authority", "value": "client-consent"}, ["consent_record_id", "authority"]]}
}

_compelled := {"authority": "legal-compulsion", "order_ref": "CL-2026-1", "challenge_considered": true}

test_compulsion if {
	_verdicts(_compelled, ["consent_record_id"]) == set()
	_verdicts(testing.without(_compelled, ["order_ref"]), []) == _unshown
	_verdicts(testing.changed(_compelled, {"order_ref": " "}), []) == _unshown
	_verdicts(testing.without(_compelled, ["challenge_considered"]), []) == _unshown
	_verdicts(testing.changed(_compelled, {"challenge_considered": false}), []) == _unshown
}

_exception := {"authority": "permitted-exception", "rule_ref": "para 6.3", "approved_by": "S-1"}

test_exception if {
	_verdicts(_exception, ["consent_record_id"]) == set()
	_verdicts(testing.without(_exception, ["rule_ref"]), []) == _unshown
	_verdicts(testing.without(_exception, ["approved_by"]), []) == _unshown
}

test_exception_in_california if {
	_under(["us-ca-bar"], _exception) == _unshown
	every words in ["Prevention of Death", "substantial bodily harm", "serious harm", "B&P 6068(e)(2)", "rule 1.6(b)"] {
		_under(["aba", "us-ca-bar"], testing.changed(_exception, {"rule_ref": words})) == set()
	}
	_under(["aba"], _exception) == set()
	testing.verdicts(_findings(_exception, [], {})) == {["X-1", "not-declared", "firm.regimes"]}
	testing.verdicts(_findings(testing.changed(_exception, {"rule_ref": "death"}), [], {})) == set()
	testing.verdicts(_findings({}, [], {})) == set()
}

_implied := {"authority": "implied-authority"}

test_implied_authority if {
	_verdicts(_implied, ["consent_record_id"]) == _unshown
	_verdicts(object.union(_implied, {"within_matter_purpose": true}), []) == set()
	_verdicts(object.union(_implied, {"privileged": false}), []) == set()
	_verdicts(_implied, ["within_matter_purpose"]) == _missing("within_matter_purpose")
	_verdicts(_implied, ["privileged"]) == _missing("privileged")
	_verdicts(object.union(_implied, {"within_matter_purpose": true}), ["privileged"]) == set()
	_verdicts(object.union(_implied, {"privileged": false}), ["within_matter_purpose"]) == set()
	_verdicts({}, ["within_matter_purpose"]) == set()
}

test_former_clients if _verdicts({"authority": "former-client-rule"}, ["consent_record_id"]) == set()

test_approved if {
	_verdicts({"approved_on": _day("2026-10-06")}, []) == _found("approved-after")
	_verdicts({"approved_on": _day("2026-10-04")}, []) == set()
	_verdicts({}, ["approved_on"]) == set()
}

test_marked if {
	_verdicts({"marked_privileged": false}, []) == _found("not-marked")
	_verdicts({"marked_privileged": false, "privileged": false}, []) == set()
	_verdicts({"privileged": false}, ["marked_privileged"]) == set()
	_verdicts({}, ["marked_privileged"]) == _missing("marked_privileged")
	_verdicts({}, ["privileged"]) == set()
	_verdicts({"marked_privileged": false}, ["privileged"]) == _missing("privileged")
	_verdicts({}, ["privileged", "marked_privileged"]) == _missing("privileged")
}

test_dealt_with_as_an_incident if {
	_verdicts({"incident_id": "I-1", "authority": "none", "marked_privileged": false}, []) == _found("handled-as-incident")
	_verdicts({"incident_id": "I-1"}, []) == set()
	_verdicts({"incident_id": "I-9", "authority": "none"}, []) == _found("no-authority")
	{[fact.path | some fact in finding.relied_on] | some finding in _findings({"incident_id": "I-1", "authority": "none"}, [], {})} == {["incident_id", "authority"]}
}

test_not_declared if {
	_verdicts({}, ["authority"]) == _missing("authority")
	_verdicts({}, ["disclosed_on"]) == _missing("disclosed_on")
	_verdicts({"authority": "none"}, ["disclosed_on"]) == _missing("disclosed_on")
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("approved-after", _findings({"approved_on": testing.day("2026-10-06")}, [], {"regimes": ["sra"]})) == {["approved_on", "disclosed_on"]}
	_paths("not-marked", _findings({"marked_privileged": false}, [], {"regimes": ["sra"]})) == {["marked_privileged", "privileged"]}
}
