package privity.breach.vendor_breaches_passed_on_test

import data.lib.testing
import data.privity.breach.vendor_breaches_passed_on as control

# The vendor knew on 3 November at 10:00 and had 48 hours.
_incident := {
	"id": "I-1",
	"grade": 2,
	"firm_role": "controller",
	"detected_at": testing.at("2026-11-05T10:00:00"),
	"aware_at": testing.at("2026-11-05T10:00:00"),
	"source_vendor_id": "V-1",
	"vendor_aware_at": testing.at("2026-11-03T10:00:00"),
	"vendor_notified_firm_at": testing.at("2026-11-05T10:00:00"),
	"contract_notice_hours": 48,
}

_notice := {"recipient_kind": "controller", "sent_at": testing.at("2026-11-06T10:00:00")}

# Here the firm holds the data of a client, was aware on 5 November at 10:00, and has 24 hours.
_held := {
	"id": "I-2",
	"grade": 2,
	"firm_role": "processor",
	"data_held_for": "K-1",
	"detected_at": testing.at("2026-11-05T09:00:00"),
	"aware_at": testing.at("2026-11-05T10:00:00"),
	"notifications": [_notice],
}

_terms := {"id": "CT-1", "grade": 1, "client_id": "K-1", "effective_on": testing.day("2026-11-05"), "breach_notice_hours": 12}

_inventory(terms) := {"vendors": {"V-1": {"id": "V-1"}, "V-2": {"id": "V-2"}}, "client_terms": testing.by_id(terms)}

_found_in(record, terms, as_of) := found if {
	found := control.findings with input as {"incident": record}
		with data.inventory as _inventory(terms)
		with data.as_of as as_of
		with data.parameters as {"vendor_notice_hours": 24, "processor_notice_hours": 24}
}

_examined_in(record, terms, as_of) := examined if {
	examined := control.examined with input as {"incident": record}
		with data.inventory as _inventory(terms)
		with data.as_of as as_of
		with data.parameters as {"vendor_notice_hours": 24, "processor_notice_hours": 24}
}

_now := testing.end_of("2026-11-22")

_vendor(changes, removed) := testing.verdicts(_found_in(testing.changed(testing.without(_incident, removed), changes), [], _now))

_with_terms(changes, removed, terms, as_of) := testing.verdicts(_found_in(testing.changed(testing.without(_held, removed), changes), terms, as_of))

_firm(changes, removed) := _with_terms(changes, removed, [], _now)

_sent(moment) := {"notifications": [testing.changed(_notice, {"sent_at": testing.at(moment)})]}

test_the_vendor_told_at_the_last_moment if _vendor({}, []) == set()

test_the_vendor_told_late if {
	late := testing.changed(_incident, {"vendor_notified_firm_at": testing.at("2026-11-05T10:00:01")})
	_found_in(late, [], _now) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "vendor-late",
		"args": {
			"vendor": {"collection": "vendors", "id": "V-1"},
			"incident": {"collection": "incidents", "id": "I-1"},
			"met_at": testing.at("2026-11-05T10:00:01"),
			"due_at": testing.at("2026-11-05T10:00:00"),
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "vendor_notified_firm_at"},
			{"collection": "incidents", "id": "I-1", "path": "vendor_aware_at"},
			{"collection": "incidents", "id": "I-1", "path": "contract_notice_hours"},
		],
	}}
}

_vendor_late := {["I-1", "vendor-late", ""]}

test_no_contract_allows_more_than_72_hours if {
	long := {"contract_notice_hours": 96}
	_vendor(object.union(long, {"vendor_notified_firm_at": testing.at("2026-11-06T10:00:00")}), []) == set()
	_vendor(object.union(long, {"vendor_notified_firm_at": testing.at("2026-11-06T10:00:01")}), []) == _vendor_late
}

test_without_a_contract_the_firm_sets_the_hours if {
	_vendor({"vendor_notified_firm_at": testing.at("2026-11-04T10:00:00")}, ["contract_notice_hours"]) == set()
	_vendor({"vendor_notified_firm_at": testing.at("2026-11-04T10:00:01")}, ["contract_notice_hours"]) == _vendor_late
	_vendor({"vendor_notified_firm_at": testing.at("2026-11-03T10:00:01"), "contract_notice_hours": 0}, []) == _vendor_late
}

test_not_declared_by_the_vendor if {
	_vendor({}, ["vendor_aware_at"]) == {["I-1", "not-declared", "incidents.vendor_aware_at"]}
	_vendor({}, ["vendor_notified_firm_at"]) == {["I-1", "not-declared", "incidents.vendor_notified_firm_at"]}
	_vendor({}, ["firm_role"]) == {["I-1", "not-declared", "incidents.firm_role"]}
	_vendor({}, ["aware_at", "detected_at"]) == set()
}

test_dated_ahead if {
	ahead := testing.at("2026-11-23T10:00:00")
	_vendor({"vendor_notified_firm_at": ahead}, []) == {["I-1", "dated-ahead", "incidents.vendor_notified_firm_at"]}
	_vendor({"vendor_aware_at": ahead}, []) == {["I-1", "dated-ahead", "incidents.vendor_aware_at"]}
	record := testing.changed(_incident, {"vendor_notified_firm_at": ahead})
	{finding.changes_on | some finding in _found_in(record, [], _now)} == {ahead.day}
	{entry.changes_on | some entry in _examined_in(record, [], _now)} == {ahead.day}
}

test_the_controller_was_told_at_the_last_moment if _firm({}, []) == set()

test_the_controller_was_told_late if {
	late := testing.changed(_held, _sent("2026-11-06T10:00:01"))
	_found_in(late, [], _now) == {{
		"subject": {"collection": "incidents", "id": "I-2"},
		"reason": "remedied-late",
		"args": {
			"controller": {"collection": "clients", "id": "K-1"},
			"incident": {"collection": "incidents", "id": "I-2"},
			"met_on": testing.at("2026-11-06T10:00:01"),
			"due_on": testing.at("2026-11-06T10:00:00"),
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-2", "path": "notifications"},
			{"collection": "incidents", "id": "I-2", "path": "aware_at"},
			{"collection": "incidents", "id": "I-2", "path": "data_held_for"},
		],
	}}
}

_not_told := {["I-2", "controller-not-told", ""]}

test_the_controller_was_not_told if {
	_with_terms({}, ["notifications"], [], testing.at("2026-11-06T10:00:00")) == set()
	_with_terms({}, ["notifications"], [], testing.at("2026-11-06T10:00:01")) == _not_told
	_firm({"notifications": [testing.changed(_notice, {"recipient_kind": "client"})]}, []) == _not_told
	vendor := testing.changed(_held, {"notifications": [], "data_held_for": "V-2"})
	_found_in(vendor, [_terms], _now) == {{
		"subject": {"collection": "incidents", "id": "I-2"},
		"reason": "controller-not-told",
		"args": {
			"controller": {"collection": "vendors", "id": "V-2"},
			"incident": {"collection": "incidents", "id": "I-2"},
			"due_at": testing.at("2026-11-06T10:00:00"),
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-2", "path": "notifications"},
			{"collection": "incidents", "id": "I-2", "path": "aware_at"},
			{"collection": "incidents", "id": "I-2", "path": "data_held_for"},
		],
	}}
}

test_a_notice_that_lies_ahead_has_not_been_sent if {
	ahead := _sent("2026-11-23T10:00:00")
	_firm(ahead, []) == _not_told
	{finding.changes_on | some finding in _found_in(testing.changed(_held, ahead), [], _now)} == {testing.day("2026-11-23")}
}

test_the_first_of_several_notices_counts if {
	_firm({"notifications": [_notice, testing.changed(_notice, {"sent_at": testing.at("2026-11-20T10:00:00")})]}, []) == set()
}

test_a_notice_without_a_day_may_have_been_in_time if {
	undated := testing.without(_notice, ["sent_at"])
	expected := {["I-2", "not-declared", "incidents.notifications.sent_at"]}
	_firm({"notifications": [undated]}, []) == expected
	_firm({"notifications": [undated, testing.changed(_notice, {"sent_at": testing.at("2026-11-20T10:00:00")})]}, []) == expected
	_firm({"notifications": [undated, _notice]}, []) == set()
	_with_terms({"notifications": [undated]}, [], [testing.without(_terms, ["effective_on"])], _now) == expected
}

test_the_terms_of_the_controller_shorten_the_time if {
	_with_terms(_sent("2026-11-05T22:00:00"), [], [_terms], _now) == set()
	_with_terms(_sent("2026-11-05T22:00:01"), [], [_terms], _now) == {["I-2", "remedied-late", ""]}
	stricter := testing.changed(_terms, {"id": "CT-2", "breach_notice_hours": 6})
	_with_terms(_sent("2026-11-05T16:00:00"), [], [_terms, stricter], _now) == set()
	_with_terms(_sent("2026-11-05T16:00:01"), [], [_terms, stricter], _now) == {["I-2", "remedied-late", ""]}
	found := _found_in(testing.changed(_held, _sent("2026-11-05T22:00:01")), [stricter, _terms], _now)
	{[finding.args.due_on, array.slice(finding.relied_on, 3, 9)] | some finding in found} == {[
		testing.at("2026-11-05T16:00:00"),
		[
			{"collection": "client_terms", "id": "CT-1", "path": "breach_notice_hours"},
			{"collection": "client_terms", "id": "CT-2", "path": "breach_notice_hours"},
		],
	]}
}

test_terms_that_do_not_count if {
	every other in [
		{"client_id": "K-2"}, {"effective_on": testing.day("2026-11-06")},
		{"ended_on": testing.day("2026-11-05")}, {"breach_notice_hours": 48},
	] {
		_with_terms({}, [], [testing.changed(_terms, other)], _now) == set()
	}
	_with_terms({}, [], [testing.without(_terms, ["breach_notice_hours"])], _now) == set()
	_with_terms({}, [], [testing.without(_terms, ["breach_notice_hours", "effective_on"])], _now) == set()
	_with_terms({}, [], [testing.changed(_terms, {"ended_on": testing.day("2026-11-06")})], _now) == {["I-2", "remedied-late", ""]}
}

test_terms_without_a_first_day if {
	undated := testing.without(_terms, ["effective_on"])
	expected := {["I-2", "not-declared", "client_terms.effective_on"]}
	_with_terms({}, [], [undated], _now) == expected
	_with_terms(_sent("2026-11-05T22:00:01"), [], [undated], _now) == expected
	_with_terms(_sent("2026-11-05T22:00:00"), [], [undated], _now) == set()
	_with_terms({}, [], [testing.changed(undated, {"client_id": "K-2"})], _now) == set()
	_with_terms({}, [], [testing.changed(undated, {"ended_on": testing.day("2026-11-05")})], _now) == set()
	_with_terms({}, [], [testing.changed(undated, {"ended_on": testing.day("2026-11-06")})], _now) == expected
	_with_terms({}, [], [testing.changed(undated, {"breach_notice_hours": 24})], _now) == set()
	_with_terms(_sent("2026-11-06T10:00:01"), [], [testing.changed(undated, {"breach_notice_hours": 24})], _now) == {["I-2", "remedied-late", ""]}
	_with_terms({}, ["notifications"], [undated], testing.at("2026-11-05T22:00:00")) == set()
	_with_terms({}, ["notifications"], [undated], testing.at("2026-11-05T22:00:01")) == expected
	{[finding.args.subject, finding.relied_on] | some finding in _found_in(_held, [undated], _now)} == {[
		{"collection": "client_terms", "id": "CT-1"},
		[{"collection": "client_terms", "id": "CT-1", "path": "effective_on"}],
	]}
}

test_not_declared_by_the_firm if {
	_firm({}, ["aware_at"]) == {["I-2", "not-declared", "incidents.aware_at"]}
	_firm({"notifications": [testing.without(_notice, ["sent_at"])]}, ["aware_at"]) == {["I-2", "not-declared", "incidents.aware_at"]}
	_firm({}, ["data_held_for"]) == {["I-2", "not-declared", "incidents.data_held_for"]}
	_firm({"notifications": [testing.without(_notice, ["sent_at"])]}, ["data_held_for"]) == {["I-2", "not-declared", "incidents.data_held_for"]}
	_firm({"notifications": []}, ["data_held_for", "aware_at"]) == {["I-2", "not-declared", "incidents.data_held_for"], ["I-2", "not-declared", "incidents.aware_at"]}
	_firm({"notifications": []}, ["firm_role"]) == {["I-2", "not-declared", "incidents.firm_role"]}
	testing.ids(_examined_in(testing.without(_held, ["firm_role"]), [], _now)) == {"I-2"}
	testing.ids(_examined_in(testing.without(_held, ["aware_at"]), [], _now)) == {"I-2"}
	testing.ids(_examined_in(testing.without(_held, ["notifications", "data_held_for"]), [], _now)) == {"I-2"}
}

test_both_at_once if {
	both := {"source_vendor_id": "V-1", "vendor_aware_at": testing.at("2026-11-03T10:00:00"), "vendor_notified_firm_at": testing.at("2026-11-05T10:00:00")}
	_firm(object.union(both, {"notifications": []}), []) == {["I-2", "controller-not-told", ""], ["I-2", "vendor-late", ""]}
	_vendor({"firm_role": "joint", "notifications": []}, []) == set()
}

test_terms_are_for_what_the_firm_holds_as_a_processor if {
	own := testing.changed(_incident, {"data_held_for": "K-1"})
	_found_in(own, [testing.without(_terms, ["effective_on"])], _now) == set()
	_examined_in(own, [_terms], _now) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
}

test_does_not_apply if {
	every role in ["controller", "joint"] {
		record := testing.changed(testing.without(_held, ["aware_at", "notifications"]), {"firm_role": role})
		_examined_in(record, [], _now) == set()
		_found_in(record, [], _now) == set()
	}
	ahead := testing.changed(_held, {"detected_at": testing.at("2026-11-23T10:00:00"), "notifications": []})
	_examined_in(ahead, [], _now) == set()
	_found_in(ahead, [], _now) == set()
}

test_examined if {
	_examined_in(_incident, [_terms], _now) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	_examined_in(_held, [], testing.at("2026-11-06T10:00:00")) == {{"subject": {"collection": "incidents", "id": "I-2"}, "grade": 2}}
	_examined_in(_held, [_terms], _now) == {{"subject": {"collection": "incidents", "id": "I-2"}, "grade": 1}}
	_examined_in(_held, [testing.without(_terms, ["breach_notice_hours"])], _now) == {{"subject": {"collection": "incidents", "id": "I-2"}, "grade": 2}}
	told := testing.changed(_held, _sent("2026-11-05T12:00:00"))
	_examined_in(told, [], testing.at("2026-11-05T13:00:00")) == {{"subject": {"collection": "incidents", "id": "I-2"}, "grade": 2}}
	open := testing.without(_held, ["notifications"])
	{entry.changes_on | some entry in _examined_in(open, [], testing.at("2026-11-05T12:00:00"))} == {testing.day("2026-11-06")}
	undated := testing.without(_terms, ["effective_on"])
	early := testing.changed(open, {"detected_at": testing.at("2026-11-04T10:00:00")})
	{entry.changes_on | some entry in _examined_in(early, [undated], testing.at("2026-11-04T12:00:00"))} == {testing.day("2026-11-05")}
	{entry.changes_on | some entry in _examined_in(early, [], testing.at("2026-11-04T12:00:00"))} == {testing.day("2026-11-06")}
	{entry.changes_on | some entry in _examined_in(testing.changed(open, _sent("2026-11-23T10:00:00")), [], _now)} == {testing.day("2026-11-23")}
}
