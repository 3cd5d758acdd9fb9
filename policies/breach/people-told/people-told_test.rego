package privity.breach.people_told_test

import data.lib.testing
import data.privity.breach.people_told as control

_notice := {"recipient_kind": "individuals", "regime": "uk-gdpr", "sent_at": testing.at("2026-11-08T10:00:00")}

# Aware on 3 November at 10:00, so the people are told by 8 November at 10:00.
_incident := {
	"id": "I-1",
	"grade": 2,
	"personal_data_breach": true,
	"firm_role": "controller",
	"affected_regimes": ["uk-gdpr", "sra"],
	"detected_at": testing.at("2026-11-03T08:00:00"),
	"aware_at": testing.at("2026-11-03T10:00:00"),
	"risk_level": "high-risk",
	"risk_assessed_at": testing.at("2026-11-03T15:00:00"),
	"notifications": [_notice],
}

_deadline := {"day": testing.day("2026-11-08"), "ms": testing.at("2026-11-08T10:00:00").ms}

_late := testing.changed(_notice, {"sent_at": testing.at("2026-11-08T10:00:01")})

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found(changes, removed, as_of) := found if {
	record := _record(changes, removed)
	found := control.findings with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr", "sra"]}}
		with data.as_of as as_of
		with data.parameters as {"individual_notice_hours": 120}
}

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(changes, removed, as_of))

_verdicts(changes, removed) := _verdicts_at(changes, removed, testing.end_of("2026-11-22"))

_examined(changes, removed, as_of) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr", "sra"]}}
		with data.as_of as as_of
		with data.parameters as {"individual_notice_hours": 120}
}

_fact(path) := {"collection": "incidents", "id": "I-1", "path": path}

test_told_on_the_last_second if _verdicts({}, []) == set()

test_told_a_second_late if {
	_found({"notifications": [_late]}, [], testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "late-without-reason",
		"by": "uk-gdpr",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"met_at": testing.at("2026-11-08T10:00:01"),
			"due_at": _deadline,
		},
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("risk_level")],
	}}
	_verdicts({"notifications": [object.union(_late, {"delay_reason": " "})]}, []) == {["I-1", "late-without-reason", "uk-gdpr"]}
	_verdicts({"notifications": [object.union(_late, {"delay_reason": "Addresses had to be found."})]}, []) == {["I-1", "late-with-reason", "uk-gdpr"]}
	_verdicts({"notifications": [_late, _notice]}, []) == set()
}

test_not_told if {
	expected := {["I-1", "not-told", "uk-gdpr"]}
	at := testing.at("2026-11-08T10:00:01")
	_verdicts_at({}, ["notifications"], at) == expected
	_found({"notifications": []}, [], at) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "not-told",
		"by": "uk-gdpr",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}, "due_at": _deadline},
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("risk_level")],
	}}
}

# The last quarter of 120 hours is 30.
test_due_in_the_last_quarter if {
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-07T04:00:00")) == set()
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-07T04:00:01")) == {["I-1", "notice-due", "uk-gdpr"]}
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-08T10:00:00")) == {["I-1", "notice-due", "uk-gdpr"]}
	found := _found({"notifications": []}, [], testing.at("2026-11-07T12:00:00"))
	{[finding.changes_on, finding.args] | some finding in found} == {[
		testing.day("2026-11-08"),
		{"incident": {"collection": "incidents", "id": "I-1"}, "due_at": _deadline},
	]}
	last := _found({"notifications": []}, [], testing.at("2026-11-08T09:00:00"))
	{finding.changes_on | some finding in last} == {testing.day("2026-11-09")}
}

test_a_notice_that_lies_ahead_is_none_yet if {
	ahead := [testing.changed(_notice, {"sent_at": testing.at("2026-11-23T10:00:00")})]
	_verdicts({"notifications": ahead}, []) == {["I-1", "not-told", "uk-gdpr"]}
	{finding.changes_on | some finding in _found({"notifications": ahead}, [], testing.end_of("2026-11-22"))} == {testing.day("2026-11-23")}
}

test_only_notices_to_these_people_count if {
	expected := {["I-1", "not-told", "uk-gdpr"]}
	every changes in [
		{"recipient_kind": "client"}, {"regime": "us-ca-breach"}, {"regime": "eu-gdpr"},
		{"sent_by": "joint-controller"},
	] {
		_verdicts({"notifications": [testing.changed(_notice, changes)]}, []) == expected
	}
	unnamed := testing.without(_notice, ["regime"])
	_verdicts({"notifications": [object.union(unnamed, {"state": "CA"})]}, []) == expected
	_verdicts({"notifications": [unnamed]}, []) == set()
	_verdicts({"notifications": [object.union(_notice, {"sent_by": "processor"})]}, []) == set()
	_verdicts({"firm_role": "joint", "notifications": [object.union(_notice, {"sent_by": "joint-controller"})]}, []) == set()
}

test_the_people_under_each_law if {
	both := {"affected_regimes": ["uk-gdpr", "eu-gdpr"]}
	_verdicts(both, []) == {["I-1", "not-told", "eu-gdpr"]}
	_verdicts(object.union(both, {"notifications": [testing.without(_notice, ["regime"])]}), []) == set()
}

_exception(ground) := {
	"notifications": [],
	"encrypted": true,
	"keys_compromised": false,
	"art34_exception": {"ground": ground, "reasoning": "The disk cannot be read."},
}

test_an_exception_borne_out if {
	every ground in ["data-unintelligible", "risk-removed", "public-communication"] {
		_verdicts(_exception(ground), []) == set()
	}
	_verdicts(_exception("risk-removed"), ["aware_at", "risk_assessed_at"]) == set()
	_verdicts(testing.changed(_exception("risk-removed"), {"encrypted": false}), []) == set()
	_verdicts(testing.changed(_exception("risk-removed"), {"notifications": [_late]}), []) == set()
}

test_an_exception_not_borne_out if {
	expected := {["I-1", "exception-not-shown", ""]}
	encrypted := _exception("data-unintelligible")
	_verdicts(object.union(encrypted, {"encrypted": false}), []) == expected
	_verdicts(object.union(encrypted, {"art34_exception": {"reasoning": " "}}), []) == expected
	_verdicts(object.remove(object.union(encrypted, {"encrypted": false}), ["keys_compromised"]), []) == expected
	_verdicts(testing.changed(encrypted, {"art34_exception": {"reasoning": ""}}), []) == expected
	_found(object.union(encrypted, {"keys_compromised": true}), [], testing.at("2026-11-04T10:00:00")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "exception-not-shown",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"ground": {"collection": "incidents", "field": "art34_exception.ground", "value": "data-unintelligible"},
		},
		"relied_on": [_fact("art34_exception"), _fact("encrypted"), _fact("keys_compromised"), _fact("notifications")],
	}}
}

test_told_although_the_exception_is_not_borne_out if {
	keys := object.union(_exception("data-unintelligible"), {"keys_compromised": true})
	_verdicts(testing.changed(keys, {"notifications": [_notice]}), []) == set()
	_verdicts(testing.changed(keys, {"notifications": [_late]}), []) == {["I-1", "late-without-reason", "uk-gdpr"]}
}

test_an_exception_that_is_half_declared if {
	encrypted := _exception("data-unintelligible")
	_verdicts(object.remove(encrypted, ["encrypted", "keys_compromised"]), []) == {
		["I-1", "not-declared", "incidents.encrypted"],
		["I-1", "not-declared", "incidents.keys_compromised"],
	}
	_verdicts(testing.changed(encrypted, {"art34_exception": {}}), []) == {
		["I-1", "not-declared", "incidents.art34_exception.ground"],
		["I-1", "not-declared", "incidents.art34_exception.reasoning"],
	}
	unsaid := object.remove(encrypted, ["encrypted"])
	_verdicts(testing.changed(unsaid, {"notifications": [_late]}), []) == {["I-1", "not-declared", "incidents.encrypted"]}
	_verdicts(testing.changed(unsaid, {"notifications": [_notice]}), []) == set()
}

test_the_police_asked_to_wait if {
	held := {"notifications": [], "law_enforcement_hold": {"until": testing.day("2026-11-20")}}
	_verdicts_at(held, [], testing.end_of("2026-11-15")) == set()
	_verdicts_at(held, [], testing.end_of("2026-11-16")) == {["I-1", "notice-due", "uk-gdpr"]}
	_verdicts_at(held, [], testing.end_of("2026-11-20")) == {["I-1", "notice-due", "uk-gdpr"]}
	_verdicts_at(held, [], testing.at("2026-11-21T00:00:00")) == {["I-1", "not-told", "uk-gdpr"]}
	sooner := {"notifications": [], "law_enforcement_hold": {"until": testing.day("2026-11-07")}}
	_verdicts_at(sooner, [], testing.at("2026-11-08T10:00:01")) == {["I-1", "not-told", "uk-gdpr"]}
	told := [testing.changed(_notice, {"sent_at": testing.at("2026-11-20T23:00:00")})]
	_verdicts(testing.changed(held, {"notifications": told}), []) == set()
}

test_a_request_to_wait_without_an_end if {
	expected := {["I-1", "not-declared", "incidents.law_enforcement_hold.until"]}
	_verdicts({"notifications": [], "law_enforcement_hold": {}}, []) == expected
	_verdicts({"notifications": [_late], "law_enforcement_hold": {}}, []) == expected
	_verdicts_at({"notifications": [], "law_enforcement_hold": {}}, [], testing.at("2026-11-08T09:00:00")) == expected
	_verdicts({"law_enforcement_hold": {}}, []) == set()
	_verdicts(object.union(_exception("risk-removed"), {"law_enforcement_hold": {}}), []) == set()
	keys := object.union(_exception("data-unintelligible"), {"keys_compromised": true, "law_enforcement_hold": {}})
	_verdicts(keys, []) == {["I-1", "exception-not-shown", ""]}
	_verdicts(testing.changed(keys, {"notifications": [_late]}), []) == expected
}

test_not_declared if {
	_verdicts({}, ["personal_data_breach", "firm_role", "affected_regimes", "risk_level"]) == {
		["I-1", "not-declared", "incidents.personal_data_breach"],
		["I-1", "not-declared", "incidents.firm_role"],
		["I-1", "not-declared", "incidents.affected_regimes"],
		["I-1", "not-declared", "incidents.risk_level"],
	}
	_verdicts({}, ["aware_at", "risk_assessed_at"]) == {
		["I-1", "not-declared", "incidents.aware_at"],
		["I-1", "not-declared", "incidents.risk_assessed_at"],
	}
	testing.ids(_examined({}, ["risk_level"], testing.end_of("2026-11-22"))) == {"I-1"}
}

test_a_notice_without_a_time_may_have_been_in_time if {
	undated := testing.without(_notice, ["sent_at"])
	expected := {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	_verdicts({"notifications": [undated]}, []) == expected
	_verdicts({"notifications": [undated, _late]}, []) == expected
	_verdicts({"notifications": [undated, _notice]}, []) == set()
	_verdicts(testing.changed(_exception("risk-removed"), {"notifications": [undated]}), []) == set()
}

test_does_not_apply if {
	every changes in [
		{"personal_data_breach": false}, {"firm_role": "processor"}, {"affected_regimes": ["us-ca-breach"]},
		{"risk_level": "risk"}, {"risk_level": "unlikely"}, {"detected_at": testing.at("2026-11-23T08:00:00")},
	] {
		_verdicts(object.union(changes, {"notifications": []}), ["aware_at"]) == set()
		_examined(changes, ["risk_assessed_at"], testing.end_of("2026-11-22")) == set()
	}
	_verdicts({"risk_level": "risk"}, ["firm_role"]) == set()
}

test_a_firm_outside_the_gdpr if {
	control.not_applicable == "outside-gdpr" with data.inventory as {"firm": {"regimes": ["us-ca-breach"]}}
	not control.not_applicable with data.inventory as {"firm": {"regimes": ["eu-gdpr"]}}
	not control.not_applicable with data.inventory as {"firm": {}}
}

test_examined if {
	_examined({}, [], testing.end_of("2026-11-22")) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}

	# The earliest day on which it may be the last quarter: local times of day are not at hand.
	_days({"notifications": []}, testing.at("2026-11-03T12:00:00")) == {testing.day("2026-11-06")}
	_days({"notifications": []}, testing.at("2026-11-07T12:00:00")) == {testing.day("2026-11-08")}
	_days(_exception("risk-removed"), testing.at("2026-11-03T12:00:00")) == set()
	ahead := {"aware_at": testing.at("2026-11-04T10:00:00"), "notifications": []}
	_days(ahead, testing.at("2026-11-03T12:00:00")) == {testing.day("2026-11-04")}
}

_days(changes, at) := {entry.changes_on | some entry in _examined(changes, [], at)}

# The exception that the data cannot be read rests on three declared facts. What it saves the firm from saying shows each.
test_data_that_nobody_can_read if {
	unread := _exception("data-unintelligible")
	_verdicts(unread, ["aware_at", "risk_assessed_at"]) == set()
	_verdicts(testing.changed(unread, {"notifications": [_late]}), []) == set()
	_verdicts(testing.changed(unread, {"notifications": [_undated]}), []) == set()
	_days(unread, testing.at("2026-11-03T12:00:00")) == set()

	missing := {["I-1", "not-declared", "incidents.aware_at"]}
	every changes in [{"encrypted": false}, {"keys_compromised": true}] {
		_verdicts(object.union(unread, changes), ["aware_at"]) == {["I-1", "exception-not-shown", ""]} | missing
	}
	every path in ["encrypted", "keys_compromised"] {
		_verdicts(object.remove(unread, [path]), ["aware_at"]) == {["I-1", "not-declared", concat(".", ["incidents", path])]} | missing
	}
	unreasoned := testing.changed(unread, {"art34_exception": {"ground": "data-unintelligible"}})
	_verdicts(unreasoned, ["aware_at"]) == {["I-1", "not-declared", "incidents.art34_exception.reasoning"]} | missing
}

_undated := testing.without(_notice, ["sent_at"])

test_every_other_ground_needs_its_reasoning if {
	every ground in ["risk-removed", "public-communication"] {
		_verdicts(_exception(ground), ["aware_at"]) == set()
		every reasoning in ["", " "] {
			blank := testing.changed(_exception(ground), {"art34_exception": {"ground": ground, "reasoning": reasoning}})
			_verdicts(blank, ["aware_at"]) == {["I-1", "exception-not-shown", ""], ["I-1", "not-declared", "incidents.aware_at"]}
		}
	}
	_verdicts(testing.changed(_exception("none-of-these"), {"notifications": [_late]}), []) == {["I-1", "late-without-reason", "uk-gdpr"]}
}

test_a_ground_that_is_not_named if {
	unnamed := testing.changed(_exception("risk-removed"), {"art34_exception": {"reasoning": " "}})
	named := {finding.reason: finding.args | some finding in _found(unnamed, [], testing.end_of("2026-11-22"))}
	named["exception-not-shown"] == {"incident": {"collection": "incidents", "id": "I-1"}, "ground": "an exception that is not named"}
}

test_a_claimed_exception_is_not_due if {
	at := testing.at("2026-11-08T09:00:00")
	every ground in ["data-unintelligible", "risk-removed"] {
		_verdicts_at(_exception(ground), [], at) == set()
	}
}

test_each_missing_fact_leaves_the_rest_open if {
	contradicted := object.union(_exception("data-unintelligible"), {"encrypted": false})
	every path in ["personal_data_breach", "firm_role", "affected_regimes", "risk_level"] {
		expected := {["I-1", "not-declared", concat(".", ["incidents", path])]}
		_verdicts({"notifications": []}, [path]) == expected
		_verdicts({"notifications": []}, [path, "aware_at"]) == expected
		_verdicts(contradicted, [path]) == expected
		_verdicts(testing.changed(_exception("risk-removed"), {"art34_exception": {}}), [path]) == expected
	}
}

test_notices_by_anyone_else_do_not_count if {
	_verdicts({"firm_role": "joint", "notifications": [object.union(_notice, {"sent_by": "insurer"})]}, []) == {["I-1", "not-told", "uk-gdpr"]}
}

_both := {"affected_regimes": ["uk-gdpr", "eu-gdpr"]}

test_one_law_of_two if {
	half := testing.changed(_exception("risk-removed"), object.union(_both, {"art34_exception": {"ground": "risk-removed"}, "notifications": [_notice]}))
	_verdicts(half, []) == {["I-1", "not-declared", "incidents.art34_exception.reasoning"]}

	undated := [_notice, testing.changed(_undated, {"regime": "eu-gdpr"})]
	_verdicts(object.union(_both, {"notifications": undated}), []) == {["I-1", "not-declared", "incidents.notifications.sent_at"]}

	# Late under one law and not told under the other: the exception alone does not settle when the police let go.
	keys := object.union(_exception("data-unintelligible"), {"keys_compromised": true, "law_enforcement_hold": {}})
	_verdicts(testing.changed(keys, object.union(_both, {"notifications": [_late]})), []) == {
		["I-1", "exception-not-shown", ""],
		["I-1", "not-declared", "incidents.law_enforcement_hold.until"],
	}
}

test_without_a_time_of_awareness_nothing_else_is_asked if {
	expected := {["I-1", "not-declared", "incidents.aware_at"]}
	_verdicts({"notifications": [], "law_enforcement_hold": {}}, ["aware_at"]) == expected
	_verdicts({"notifications": [_undated]}, ["aware_at"]) == expected
}

test_when_time_alone_changes_the_verdict if {
	told := {"notifications": [testing.changed(_notice, {"sent_at": testing.at("2026-11-03T11:00:00")})]}
	_days(told, testing.at("2026-11-03T12:00:00")) == set()

	# Where the last quarter begins two days before the deadline, it is the deadline that counts.
	night := {"aware_at": testing.at("2026-11-03T02:00:00"), "notifications": []}
	found := _found(night, [], testing.at("2026-11-06T21:00:00"))
	{[finding.reason, finding.changes_on] | some finding in found} == {["notice-due", testing.day("2026-11-08")]}
}
