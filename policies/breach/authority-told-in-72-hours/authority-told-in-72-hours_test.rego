package privity.breach.authority_told_in_72_hours_test

import data.lib.testing
import data.privity.breach.authority_told_in_72_hours as control

_notice := {"recipient_kind": "authority", "regime": "uk-gdpr", "sent_at": testing.at("2026-11-06T10:00:00")}

# Aware on 3 November at 10:00, so the authority is told by 6 November at 10:00.
_incident := {
	"id": "I-1",
	"grade": 2,
	"personal_data_breach": true,
	"firm_role": "controller",
	"affected_regimes": ["uk-gdpr", "sra"],
	"detected_at": testing.at("2026-11-03T08:00:00"),
	"aware_at": testing.at("2026-11-03T10:00:00"),
	"risk_level": "risk",
	"notifications": [_notice],
}

_deadline := {"day": testing.day("2026-11-06"), "ms": testing.at("2026-11-06T10:00:00").ms}

_late := testing.changed(_notice, {"sent_at": testing.at("2026-11-06T10:00:01")})

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found(changes, removed, as_of) := found if {
	record := _record(changes, removed)
	found := control.findings with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr", "sra"]}}
		with data.as_of as as_of
		with data.parameters as {"gdpr_authority_notice_hours": 72}
}

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(changes, removed, as_of))

_verdicts(changes, removed) := _verdicts_at(changes, removed, testing.end_of("2026-11-22"))

_examined(changes, removed, as_of) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr", "sra"]}}
		with data.as_of as as_of
		with data.parameters as {"gdpr_authority_notice_hours": 72}
}

test_told_on_the_last_second if _verdicts({}, []) == set()

test_told_a_second_late if {
	found := _found({"notifications": [_late]}, [], testing.end_of("2026-11-22"))
	found == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "late-without-reason",
		"by": "uk-gdpr",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"authority": "the Information Commissioner",
			"met_at": testing.at("2026-11-06T10:00:01"),
			"due_at": _deadline,
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "notifications"},
			{"collection": "incidents", "id": "I-1", "path": "aware_at"},
		],
	}}
	_verdicts({"notifications": [object.union(_late, {"delay_reason": " "})]}, []) == {["I-1", "late-without-reason", "uk-gdpr"]}
	_verdicts({"notifications": [object.union(_late, {"delay_reason": "Bank holiday."})]}, []) == {["I-1", "late-with-reason", "uk-gdpr"]}
}

test_the_earliest_notice_counts if {
	_verdicts({"notifications": [_late, _notice]}, []) == set()
}

test_not_told if {
	expected := {["I-1", "not-notified", "uk-gdpr"]}
	at := testing.at("2026-11-06T10:00:01")
	_verdicts_at({"notifications": []}, [], at) == expected
	_verdicts_at({}, ["notifications", "risk_level"], at) == expected
	found := _found({"notifications": []}, [], at)
	{[finding.args, finding.relied_on[0].path] | some finding in found} == {[
		{
			"incident": {"collection": "incidents", "id": "I-1"},
			"authority": "the Information Commissioner",
			"due_at": _deadline,
		},
		"notifications",
	]}
}

test_due_in_the_last_quarter if {
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-05T16:00:00")) == set()
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-05T16:00:01")) == {["I-1", "notice-due", "uk-gdpr"]}
	at := testing.at("2026-11-06T10:00:00")
	_verdicts_at({"notifications": []}, [], at) == {["I-1", "notice-due", "uk-gdpr"]}
	_verdicts_at({"notifications": [], "risk_level": "unlikely"}, [], at) == {["I-1", "notice-due", "uk-gdpr"]}
	found := _found({"notifications": []}, [], testing.at("2026-11-05T23:00:00"))
	{[finding.changes_on, finding.args.due_at] | some finding in found} == {[testing.day("2026-11-06"), _deadline]}
}

test_a_notice_that_lies_ahead_is_none_yet if {
	ahead := [testing.changed(_notice, {"sent_at": testing.at("2026-11-23T10:00:00")})]
	_verdicts({"notifications": ahead}, []) == {["I-1", "not-notified", "uk-gdpr"]}
	{finding.changes_on | some finding in _found({"notifications": ahead}, [], testing.end_of("2026-11-22"))} == {testing.day("2026-11-23")}
}

test_only_notices_to_the_authority_under_that_law_count if {
	expected := {["I-1", "not-notified", "uk-gdpr"]}
	_verdicts({"notifications": [testing.changed(_notice, {"recipient_kind": "individuals"})]}, []) == expected
	_verdicts({"notifications": [testing.changed(_notice, {"regime": "eu-gdpr"})]}, []) == expected
}

test_a_notice_without_a_law_counts_for_none if {
	notices := [testing.without(_notice, ["regime"])]
	_verdicts({"notifications": notices}, []) == {["I-1", "not-notified", "uk-gdpr"], ["I-1", "notice-without-law", "1"]}
}

test_each_authority_is_told if {
	both := {"affected_regimes": ["uk-gdpr", "eu-gdpr"]}
	_verdicts(both, []) == {["I-1", "not-notified", "eu-gdpr"]}
	_verdicts(object.union(both, {"notifications": [_notice, testing.changed(_notice, {"regime": "eu-gdpr"})]}), []) == set()
}

_by(who, role) := _verdicts({"firm_role": role, "notifications": [object.union(_notice, {"sent_by": who})]}, [])

test_who_told_the_authority if {
	_by("firm", "controller") == set()
	_by("processor", "controller") == set()
	_by("joint-controller", "joint") == set()
	_by("joint-controller", "controller") == {["I-1", "not-notified", "uk-gdpr"]}
}

_unlikely := {
	"risk_level": "unlikely",
	"risk_reasoning": "The stick was encrypted, and the key was not on it.",
	"assessed_by": "S-1",
	"risk_assessed_at": testing.at("2026-11-06T10:00:00"),
}

test_unlikely_and_reasoned_in_time if {
	_verdicts(object.union(_unlikely, {"notifications": []}), []) == set()
}

test_unlikely_and_reasoned_too_late if {
	late := object.union(_unlikely, {"notifications": [], "risk_assessed_at": testing.at("2026-11-06T10:00:01")})
	_verdicts(late, []) == {["I-1", "late-with-reason", "assessment"]}
	_verdicts(testing.changed(late, {"notifications": [_notice]}), []) == set()
	_verdicts(testing.changed(late, {"notifications": [_late]}), []) == {["I-1", "late-with-reason", "assessment"]}
}

test_unlikely_without_dated_reasoning if {
	expected := {["I-1", "low-risk-not-reasoned", ""]}
	changes := object.union(_unlikely, {"notifications": []})
	every path in ["risk_reasoning", "assessed_by", "risk_assessed_at"] {
		_verdicts(object.remove(changes, [path]), []) == expected
	}
	_verdicts(object.union(changes, {"risk_reasoning": " "}), []) == expected
	_verdicts(object.union(changes, {"risk_assessed_at": testing.at("2026-11-23T10:00:00")}), []) == expected
	found := _found(object.remove(changes, ["assessed_by"]), [], testing.at("2026-11-06T10:00:01"))
	{finding.reason | some finding in found} == {"low-risk-not-reasoned"}
}

test_unlikely_without_reasoning_although_told if {
	found := _found({"risk_level": "unlikely"}, [], testing.end_of("2026-11-22"))
	found == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "reasoning-missing",
		"args": {"incident": {"collection": "incidents", "id": "I-1"}},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "risk_reasoning"},
			{"collection": "incidents", "id": "I-1", "path": "assessed_by"},
			{"collection": "incidents", "id": "I-1", "path": "risk_assessed_at"},
			{"collection": "incidents", "id": "I-1", "path": "risk_level"},
		],
	}}
	_verdicts({"risk_level": "unlikely", "affected_regimes": ["uk-gdpr", "eu-gdpr"]}, []) == {["I-1", "low-risk-not-reasoned", ""]}
}

test_not_declared if {
	_verdicts({}, ["personal_data_breach", "firm_role", "affected_regimes"]) == {
		["I-1", "not-declared", "incidents.personal_data_breach"],
		["I-1", "not-declared", "incidents.firm_role"],
		["I-1", "not-declared", "incidents.affected_regimes"],
	}
	_verdicts({}, ["aware_at"]) == {["I-1", "not-declared", "incidents.aware_at"]}
	testing.ids(_examined({}, ["personal_data_breach"], testing.end_of("2026-11-22"))) == {"I-1"}
}

test_a_notice_without_a_day_may_have_been_in_time if {
	undated := testing.without(_notice, ["sent_at"])
	expected := {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	_verdicts({"notifications": [undated]}, []) == expected
	_verdicts({"notifications": [undated, _late]}, []) == expected
	_verdicts({"notifications": [undated, _notice]}, []) == set()
	_verdicts(object.union(_unlikely, {"notifications": [undated]}), []) == set()
}

test_does_not_apply if {
	every changes in [
		{"personal_data_breach": false}, {"firm_role": "processor"}, {"affected_regimes": ["us-ca-breach"]},
		{"detected_at": testing.at("2026-11-23T08:00:00")},
	] {
		_verdicts(object.union(changes, {"notifications": []}), ["aware_at"]) == set()
		_examined(changes, [], testing.end_of("2026-11-22")) == set()
	}
}

test_a_firm_outside_the_gdpr if {
	control.not_applicable == "outside-gdpr" with data.inventory as {"firm": {"regimes": ["us-ca-breach"]}}
	not control.not_applicable with data.inventory as {"firm": {"regimes": ["eu-gdpr"]}}
	not control.not_applicable with data.inventory as {"firm": {}}
}

test_examined if {
	_examined({}, [], testing.end_of("2026-11-22")) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	_days(testing.at("2026-11-03T12:00:00")) == {testing.day("2026-11-05")}
	_days(testing.at("2026-11-05T12:00:00")) == {testing.day("2026-11-06")}
}

_days(at) := {entry.changes_on | some entry in _examined({"notifications": []}, [], at)}

_subject := {"collection": "incidents", "id": "I-1"}

_fact(path) := {"collection": "incidents", "id": "I-1", "path": path}

_early := testing.changed(_notice, {"sent_at": testing.at("2026-11-03T11:00:00")})

_undated := testing.without(_notice, ["sent_at"])

test_findings_in_full if {
	due := {"incident": _subject, "authority": "the Information Commissioner", "due_at": _deadline}
	_found({"notifications": []}, [], testing.at("2026-11-06T10:00:01")) == {{
		"subject": _subject,
		"reason": "not-notified",
		"by": "uk-gdpr",
		"args": due,
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("risk_level")],
	}}

	# On the day of the deadline itself, the next verdict can only be seen the day after.
	every at, changes_on in {"2026-11-05T23:00:00": "2026-11-06", "2026-11-06T09:00:00": "2026-11-07"} {
		_found({"notifications": []}, [], testing.at(at)) == {{
			"subject": _subject,
			"reason": "notice-due",
			"by": "uk-gdpr",
			"args": due,
			"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("risk_level")],
			"changes_on": testing.day(changes_on),
		}}
	}
	_found({"notifications": [], "risk_level": "unlikely"}, [], testing.end_of("2026-11-22")) == {{
		"subject": _subject,
		"reason": "low-risk-not-reasoned",
		"args": {"incident": _subject, "due_at": _deadline},
		"relied_on": [_fact("risk_reasoning"), _fact("assessed_by"), _fact("risk_assessed_at"), _fact("risk_level")],
	}}
	_found({"notifications": [_notice, testing.without(_notice, ["regime"])]}, [], testing.end_of("2026-11-22")) == {{
		"subject": _subject,
		"reason": "notice-without-law",
		"by": "2",
		"args": {"incident": _subject},
		"relied_on": [_fact("notifications")],
	}}
}

test_late_findings_in_full if {
	assessed := testing.at("2026-11-06T10:00:01")
	_found(object.union(_unlikely, {"notifications": [], "risk_assessed_at": assessed}), [], testing.end_of("2026-11-22")) == {{
		"subject": _subject,
		"reason": "late-with-reason",
		"by": "assessment",
		"args": {"incident": _subject, "met_at": assessed, "due_at": _deadline},
		"relied_on": [_fact("risk_assessed_at"), _fact("aware_at"), _fact("risk_reasoning")],
	}}
	_found({"notifications": [object.union(_late, {"delay_reason": "Bank holiday."})]}, [], testing.end_of("2026-11-22")) == {{
		"subject": _subject,
		"reason": "late-with-reason",
		"by": "uk-gdpr",
		"args": {
			"incident": _subject,
			"authority": "the Information Commissioner",
			"met_at": _late.sent_at,
			"due_at": _deadline,
		},
		"relied_on": [_fact("notifications"), _fact("aware_at")],
	}}
}

test_each_missing_fact_leaves_the_rest_open if {
	every path in ["personal_data_breach", "firm_role", "affected_regimes"] {
		_verdicts({"notifications": []}, [path, "aware_at"]) == {["I-1", "not-declared", concat(".", ["incidents", path])]}
		_verdicts({"notifications": []}, [path]) == {["I-1", "not-declared", concat(".", ["incidents", path])]}
	}
}

test_a_notice_by_anyone_else_does_not_count if {
	_by("insurer", "joint") == {["I-1", "not-notified", "uk-gdpr"]}
}

test_only_notices_to_authorities_have_to_name_a_law if {
	_verdicts({"notifications": [_notice, {"recipient_kind": "client", "sent_at": testing.at("2026-11-04T10:00:00")}]}, []) == set()
}

test_reasoning_decides_before_the_deadline_too if {
	at := testing.at("2026-11-06T09:00:00")
	reasoned := testing.changed(_unlikely, {"notifications": [], "risk_assessed_at": testing.at("2026-11-05T10:00:00")})
	_verdicts_at(reasoned, [], at) == set()

	# Reasoning counts for a risk that is unlikely only.
	_verdicts_at(testing.changed(reasoned, {"risk_level": "risk"}), [], at) == {["I-1", "notice-due", "uk-gdpr"]}
}

test_a_notice_without_a_day_beside_the_reasoning if {
	expected := {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	reasoned := testing.changed(_unlikely, {"notifications": [_undated]})
	_verdicts(testing.changed(reasoned, {"risk_assessed_at": testing.at("2026-11-05T10:00:00")}), []) == set()
	_verdicts(testing.changed(reasoned, {"risk_assessed_at": testing.at("2026-11-06T10:00:01")}), []) == expected
	_verdicts(testing.changed(reasoned, {"risk_level": "risk"}), []) == expected
	_verdicts({"notifications": [_undated]}, ["aware_at"]) == {["I-1", "not-declared", "incidents.aware_at"]}
	both := [_notice, testing.changed(_undated, {"regime": "eu-gdpr"})]
	_verdicts({"affected_regimes": ["uk-gdpr", "eu-gdpr"], "notifications": both}, []) == expected
}

test_when_time_alone_changes_the_verdict if {
	at := testing.at("2026-11-03T12:00:00")
	assessed := testing.changed(_unlikely, {"notifications": [], "risk_assessed_at": testing.at("2026-11-03T11:00:00")})
	every row in [
		[{"notifications": []}, {testing.day("2026-11-05")}],
		[{"notifications": [], "aware_at": testing.at("2026-11-04T10:00:00")}, {testing.day("2026-11-04")}],
		[{"notifications": [_early]}, set()],
		[assessed, set()],
	] {
		{entry.changes_on | some entry in _examined(row[0], [], at)} == row[1]
	}
}
