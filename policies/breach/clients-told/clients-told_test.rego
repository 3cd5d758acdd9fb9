package privity.breach.clients_told_test

import data.lib.testing
import data.privity.breach.clients_told as control

_notice := {"recipient_kind": "client", "client_id": "K-1", "sent_at": testing.at("2026-11-07T10:00:00")}

# Aware on 2 November at 10:00: five days end on 7 November at 10:00.
_incident := {
	"id": "I-1",
	"grade": 3,
	"client_impact": "material",
	"affected_client_ids": ["K-1"],
	"detected_at": testing.at("2026-11-01T10:00:00"),
	"aware_at": testing.at("2026-11-02T10:00:00"),
	"notifications": [_notice],
}

# A day from awareness: 3 November at 10:00.
_terms := {
	"id": "CT-1",
	"grade": 1,
	"client_id": "K-1",
	"effective_on": testing.day("2026-11-02"),
	"breach_notice_hours": 24,
}

_own := {"day": testing.day("2026-11-07"), "ms": testing.at("2026-11-07T10:00:00").ms}

_agreed := {"day": testing.day("2026-11-03"), "ms": testing.at("2026-11-03T10:00:00").ms}

_told(at) := [testing.changed(_notice, {"sent_at": testing.at(at)})]

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_inventory(record, terms) := {"incidents": {"I-1": record}, "client_terms": testing.by_id(terms)}

_found(changes, removed, terms, as_of) := found if {
	inventory := _inventory(_record(changes, removed), terms)
	found := control.findings with data.inventory as inventory
		with data.as_of as as_of
		with data.parameters as {"client_notice_days": 5}
}

_verdicts_at(changes, removed, as_of) := testing.verdicts(_found(changes, removed, [], as_of))

_verdicts(changes, removed) := _verdicts_at(changes, removed, testing.end_of("2026-11-22"))

_under(terms, changes) := testing.verdicts(_found(changes, [], terms, testing.end_of("2026-11-22")))

_examined(changes, removed, terms, as_of) := examined if {
	inventory := _inventory(_record(changes, removed), terms)
	examined := control.examined with data.inventory as inventory
		with data.as_of as as_of
		with data.parameters as {"client_notice_days": 5}
}

_fact(path) := {"collection": "incidents", "id": "I-1", "path": path}

_parties := {"client": {"collection": "clients", "id": "K-1"}, "incident": {"collection": "incidents", "id": "I-1"}}

test_told_on_the_last_second if _verdicts({}, []) == set()

test_told_a_second_late if {
	_found({"notifications": _told("2026-11-07T10:00:01")}, [], [], testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "remedied-late",
		"by": "K-1",
		"args": object.union(_parties, {"met_on": {"day": testing.day("2026-11-07")}, "due_on": _own}),
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("affected_client_ids")],
	}}
	_verdicts({"notifications": array.concat(_told("2026-11-08T10:00:00"), [_notice])}, []) == set()
}

test_not_told if {
	at := testing.at("2026-11-07T10:00:01")
	_found({"notifications": []}, [], [], at) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "not-told",
		"by": "K-1",
		"args": object.union(_parties, {"due_at": _own}),
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("affected_client_ids")],
	}}
	_verdicts_at({}, ["notifications"], at) == {["I-1", "not-told", "K-1"]}
	_verdicts_at({"notifications": [testing.changed(_notice, {"client_id": "K-2"})]}, [], at) == {["I-1", "not-told", "K-1"]}
	_verdicts_at({"notifications": [testing.changed(_notice, {"recipient_kind": "individuals"})]}, [], at) == {["I-1", "not-told", "K-1"]}
	ahead := _found({"notifications": _told("2026-11-23T10:00:00")}, [], [], testing.end_of("2026-11-22"))
	{[finding.reason, finding.changes_on] | some finding in ahead} == {["not-told", testing.day("2026-11-23")]}
}

# The last quarter of 120 hours is 30.
test_due_in_the_last_quarter if {
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-06T04:00:00")) == set()
	_verdicts_at({"notifications": []}, [], testing.at("2026-11-07T10:00:00")) == {["I-1", "notice-due", "K-1"]}
	_found({"notifications": []}, [], [], testing.at("2026-11-06T04:00:01")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "notice-due",
		"by": "K-1",
		"args": object.union(_parties, {"due_at": _own}),
		"relied_on": [_fact("notifications"), _fact("aware_at"), _fact("affected_client_ids")],
		"changes_on": testing.day("2026-11-07"),
	}}
	last := _found({"notifications": []}, [], [], testing.at("2026-11-07T09:00:00"))
	{finding.changes_on | some finding in last} == {testing.day("2026-11-08")}
}

test_each_client if {
	_verdicts({"affected_client_ids": ["K-1", "K-2", "K-3"]}, []) == {["I-1", "not-told", "K-2"], ["I-1", "not-told", "K-3"]}
}

test_every_impact_counts if {
	every impact in ["material", "substantially-likely-material", "service-impaired"] {
		_verdicts({"client_impact": impact, "notifications": []}, []) == {["I-1", "not-told", "K-1"]}
	}
}

test_the_terms_of_the_client if {
	_under([_terms], {"notifications": _told("2026-11-03T10:00:00")}) == set()
	found := _found({"notifications": _told("2026-11-03T10:00:01")}, [], [_terms], testing.end_of("2026-11-22"))
	found == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "contract-late",
		"by": "K-1",
		"args": object.union(_parties, {"met_at": testing.at("2026-11-03T10:00:01"), "due_at": _agreed}),
		"relied_on": [
			_fact("notifications"), _fact("aware_at"), _fact("affected_client_ids"),
			{"collection": "client_terms", "id": "CT-1", "path": "breach_notice_hours"},
		],
	}}
	open := _found({"notifications": []}, [], [_terms], testing.at("2026-11-03T10:00:01"))
	{[finding.reason, finding.args.due_at] | some finding in open} == {["not-told", _agreed]}
}

test_the_strictest_of_several_terms if {
	longer := testing.changed(_terms, {"id": "CT-0", "breach_notice_hours": 48})
	_under([_terms, longer], {"notifications": _told("2026-11-03T10:00:01")}) == {["I-1", "contract-late", "K-1"]}
}

# Eight days by contract, five by the firm's own limit.
test_longer_terms_leave_the_own_limit if {
	longer := testing.changed(_terms, {"breach_notice_hours": 192})
	_under([longer], {"notifications": _told("2026-11-07T10:00:01")}) == {["I-1", "remedied-late", "K-1"]}
	_under([longer], {"notifications": _told("2026-11-10T10:00:00")}) == {["I-1", "remedied-late", "K-1"]}
	_under([longer], {"notifications": _told("2026-11-10T10:00:01")}) == {["I-1", "contract-late", "K-1"]}
}

# From the detection on 1 November at 10:00.
test_terms_that_count_from_the_detection if {
	detection := object.union(_terms, {"breach_notice_from": "detection"})
	_under([detection], {"notifications": _told("2026-11-02T10:00:00")}) == set()
	_under([detection], {"notifications": _told("2026-11-02T10:00:01")}) == {["I-1", "contract-late", "K-1"]}
	awareness := object.union(_terms, {"breach_notice_from": "awareness"})
	_under([awareness], {"notifications": _told("2026-11-03T10:00:00")}) == set()
	testing.verdicts(_found({}, ["detected_at"], [detection], testing.end_of("2026-11-22"))) == {["I-1", "not-declared", "incidents.detected_at"]}
	testing.verdicts(_found({"notifications": _told("2026-11-03T09:00:00")}, ["detected_at"], [_terms], testing.end_of("2026-11-22"))) == set()
	due := _found({"notifications": []}, [], [detection], testing.at("2026-11-02T05:00:00"))
	{finding.reason | some finding in due} == {"notice-due"}
}

test_terms_that_do_not_bind if {
	every changes in [
		{"client_id": "K-2"}, {"effective_on": testing.day("2026-11-03")},
		{"ended_on": testing.day("2026-11-02")},
	] {
		_under([testing.changed(_terms, changes)], {}) == set()
	}
	_under([testing.without(_terms, ["breach_notice_hours"])], {}) == set()
	_under([testing.changed(_terms, {"ended_on": testing.day("2026-11-03")})], {}) == {["I-1", "contract-late", "K-1"]}
}

test_terms_that_may_bind if {
	undated := testing.without(_terms, ["effective_on"])
	_found({}, [], [undated], testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "not-declared",
		"by": "client_terms.effective_on",
		"args": {
			"subject": {"collection": "client_terms", "id": "CT-1"},
			"fact": {"collection": "client_terms", "field": "effective_on"},
		},
		"relied_on": [{"collection": "client_terms", "id": "CT-1", "path": "effective_on"}],
	}}
	_under([testing.without(_terms, ["client_id"])], {}) == {["I-1", "not-declared", "client_terms.client_id"]}
	_under([undated], {"notifications": _told("2026-11-03T10:00:00")}) == set()
	_under([testing.changed(undated, {"ended_on": testing.day("2026-11-02")})], {}) == set()
	_under([testing.changed(undated, {"client_id": "K-2"})], {}) == set()
	_under([testing.without(undated, ["breach_notice_hours"])], {}) == set()
	later := testing.changed(testing.without(_terms, ["client_id"]), {"effective_on": testing.day("2026-11-03")})
	_under([later], {}) == set()
}

test_former_clients if {
	untold := {"former_client_ids": ["K-1"], "notifications": []}
	_found(untold, [], [], testing.at("2026-11-03T10:00:00")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "former-not-decided",
		"by": "K-1",
		"args": _parties,
		"relied_on": [_fact("former_client_notice"), _fact("former_client_ids")],
	}}
	_verdicts(untold, []) == {["I-1", "former-not-decided", "K-1"]}
	_verdicts(testing.changed(untold, {"notifications": _told("2026-11-10T10:00:00")}), []) == {["I-1", "former-not-decided", "K-1"]}
	_verdicts({"former_client_ids": ["K-1"]}, []) == set()
	_verdicts(object.union(untold, {"former_client_notice": "not-required"}), []) == set()
	_verdicts(object.union(untold, {"former_client_notice": "not-required"}), ["aware_at"]) == set()
	_verdicts(object.union(untold, {"former_client_notice": "required"}), []) == {["I-1", "not-told", "K-1"]}
	_verdicts(object.union(untold, {"former_client_ids": ["K-2"], "former_client_notice": "not-required"}), []) == {["I-1", "not-told", "K-1"]}
	_verdicts({"affected_client_ids": [], "former_client_ids": ["K-2"], "former_client_notice": "required"}, []) == {["I-1", "not-told", "K-2"]}
}

test_the_police_asked_to_wait if {
	held := {"notifications": [], "law_enforcement_hold": {"until": testing.day("2026-11-20")}}
	_verdicts_at(held, [], testing.end_of("2026-11-20")) == {["I-1", "notice-due", "K-1"]}
	_verdicts_at(held, [], testing.at("2026-11-21T00:00:00")) == {["I-1", "not-told", "K-1"]}
	_under([_terms], testing.changed(held, {"notifications": _told("2026-11-20T20:00:00")})) == set()
	sooner := {"notifications": [], "law_enforcement_hold": {"until": testing.day("2026-11-06")}}
	_verdicts_at(sooner, [], testing.at("2026-11-07T10:00:01")) == {["I-1", "not-told", "K-1"]}
	expected := {["I-1", "not-declared", "incidents.law_enforcement_hold.until"]}
	_verdicts({"notifications": [], "law_enforcement_hold": {}}, []) == expected
	_verdicts({"notifications": _told("2026-11-10T10:00:00"), "law_enforcement_hold": {}}, []) == expected
	_verdicts({"law_enforcement_hold": {}}, []) == set()
}

test_notices_that_may_count if {
	undated := testing.without(_notice, ["sent_at"])
	_verdicts({"notifications": [undated]}, []) == {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	_verdicts({"notifications": [undated, _notice]}, []) == set()
	nameless := testing.without(_notice, ["client_id"])
	expected := {["I-1", "not-declared", "incidents.notifications.client_id"]}
	late := testing.changed(nameless, {"sent_at": testing.at("2026-11-09T10:00:00")})
	_verdicts({"notifications": [nameless]}, []) == expected
	_verdicts({"notifications": [late]}, []) == expected
	_verdicts({"notifications": [testing.without(nameless, ["sent_at"])]}, []) == expected
	_verdicts({"notifications": array.concat(_told("2026-11-08T10:00:00"), [nameless])}, []) == expected
	_verdicts({"notifications": array.concat(_told("2026-11-08T10:00:00"), [late])}, []) == {["I-1", "remedied-late", "K-1"]}
	_verdicts({"notifications": [_notice, nameless]}, []) == set()
	ahead := testing.changed(nameless, {"sent_at": testing.at("2026-11-23T10:00:00")})
	_verdicts({"notifications": [ahead]}, []) == {["I-1", "not-told", "K-1"]}
}

test_not_declared if {
	_verdicts({}, ["affected_client_ids", "client_impact"]) == {
		["I-1", "not-declared", "incidents.affected_client_ids"],
		["I-1", "not-declared", "incidents.client_impact"],
	}
	_verdicts({}, ["client_impact", "aware_at"]) == {["I-1", "not-declared", "incidents.client_impact"]}
	_verdicts({}, ["affected_client_ids", "aware_at"]) == {["I-1", "not-declared", "incidents.affected_client_ids"]}
	_verdicts({}, ["aware_at"]) == {["I-1", "not-declared", "incidents.aware_at"]}
	testing.ids(_examined({}, ["client_impact"], [], testing.end_of("2026-11-22"))) == {"I-1"}
}

test_does_not_apply if {
	every changes in [
		{"client_impact": "none"}, {"affected_client_ids": []},
		{"detected_at": testing.at("2026-11-23T08:00:00")},
	] {
		_verdicts(object.union(changes, {"notifications": []}), ["aware_at"]) == set()
		_examined(testing.changed(changes, {"notifications": []}), [], [], testing.end_of("2026-11-22")) == set()
	}
	_verdicts({"client_impact": "none"}, ["affected_client_ids"]) == set()
	_verdicts({"affected_client_ids": []}, ["client_impact"]) == set()
}

test_examined if {
	_examined({}, [], [], testing.end_of("2026-11-22")) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 3}}
	_examined({"notifications": _told("2026-11-03T10:00:00")}, [], [_terms], testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"grade": 1,
	}}
	_days({"notifications": []}, testing.at("2026-11-02T12:00:00")) == {testing.day("2026-11-05")}
	_days({"notifications": []}, testing.at("2026-11-05T12:00:00")) == {testing.day("2026-11-07")}
	_days({"notifications": _told("2026-11-04T12:00:00")}, testing.at("2026-11-03T12:00:00")) == {testing.day("2026-11-04")}
	_days({"aware_at": testing.at("2026-11-03T10:00:00"), "notifications": []}, testing.at("2026-11-02T12:00:00")) == {testing.day("2026-11-03")}
}

_days(changes, at) := {entry.changes_on | some entry in _examined(changes, [], [], at)}

test_terms_that_say_nothing_of_breaches_play_no_part if {
	silent := testing.without(_terms, ["breach_notice_hours"])
	_examined({}, [], [silent], testing.end_of("2026-11-22")) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 3}}
	found := _found({"notifications": []}, [], [silent], testing.end_of("2026-11-22"))
	{finding.relied_on | some finding in found} == {[_fact("notifications"), _fact("aware_at"), _fact("affected_client_ids")]}
}

test_while_former_clients_are_undecided_nothing_else_is_asked if {
	expected := {["I-1", "former-not-decided", "K-1"]}
	every changes in [
		{"law_enforcement_hold": {}, "notifications": []},
		{"notifications": [testing.without(_notice, ["sent_at"])]},
		{"notifications": [testing.without(_notice, ["client_id"])]},
	] {
		_verdicts(object.union({"former_client_ids": ["K-1"]}, changes), []) == expected
	}
}

test_an_impact_that_is_not_declared if {
	_verdicts({"notifications": []}, ["client_impact"]) == {["I-1", "not-declared", "incidents.client_impact"]}
}

test_only_notices_to_clients_may_be_for_this_one if {
	stray := {"recipient_kind": "individuals", "sent_at": testing.at("2026-11-05T10:00:00")}
	_verdicts({"notifications": [stray]}, []) == {["I-1", "not-told", "K-1"]}
}

test_the_deadline_counts_where_its_last_quarter_begins_days_before if {
	night := {"aware_at": testing.at("2026-11-02T02:00:00"), "notifications": []}
	found := _found(night, [], [], testing.at("2026-11-05T21:00:00"))
	{[finding.reason, finding.changes_on] | some finding in found} == {["notice-due", testing.day("2026-11-07")]}
}

# Two incidents: what is open in one says nothing of the other.
test_each_incident_by_itself if {
	other := testing.changed(_incident, {"id": "I-2", "affected_client_ids": ["K-2"], "notifications": []})
	undated := testing.without(_terms, ["effective_on"])
	inventory := {"incidents": {"I-1": _incident, "I-2": other}, "client_terms": testing.by_id([undated, testing.changed(_terms, {"id": "CT-2", "client_id": "K-2"})])}
	judged := {"findings": control.findings, "examined": control.examined} with data.inventory as inventory
		with data.as_of as testing.at("2026-11-02T12:00:00")
		with data.parameters as {"client_notice_days": 5}
	judged.examined == {
		{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 3, "changes_on": testing.day("2026-11-05")},
		{"subject": {"collection": "incidents", "id": "I-2"}, "grade": 1, "changes_on": testing.day("2026-11-03")},
	}
	testing.verdicts(judged.findings) == {["I-1", "not-declared", "client_terms.effective_on"]}
}
