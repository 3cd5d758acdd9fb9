package privity.breach.us_state_deadlines_test

import data.lib.testing
import data.privity.breach.us_state_deadlines as control

_table := [
	{"state": "CA", "resident_days": 30, "ag_threshold": 500, "ag_days": 15, "ag_from": "resident-notice", "attorney_general": "the Attorney General of California", "effective_from": "2026-01-01"},
	{"state": "NY", "resident_days": 40, "effective_from": "2020-01-01"},
	{"state": "NY", "resident_days": 30, "effective_from": "2024-12-21", "other_recipients": [
		{"recipient": "ny-attorney-general", "title": "the Attorney General of New York", "days": 30},
		{"recipient": "ny-state-police", "days": 30},
	]},
	{"state": "XA", "ag_threshold": 1, "ag_days": 10},
	{"state": "XB", "resident_days": 60, "ag_threshold": 249, "ag_days": 30},
]

_to(state, kind, recipient, day) := {"recipient_kind": kind, "state": state, "recipient": recipient, "sent_at": testing.at(concat("", [day, "T12:00:00"]))}

_people(state, day) := _to(state, "individuals", "people", day)

# Found on 1 October 2026, so residents of California are told by 31 October.
_incident := {
	"id": "I-1",
	"grade": 2,
	"firm_role": "controller",
	"detected_at": testing.at("2026-10-01T08:00:00"),
	"discovered_on": testing.day("2026-10-01"),
	"us_residents": {"CA": 500, "NV": 0},
	"private_information_involved": true,
	"encrypted": false,
	"notifications": [_people("CA", "2026-10-31")],
}

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_inventory := {"firm": {"regimes": ["us-ca-breach"]}, "vendors": {"V-1": {"id": "V-1"}}}

_found(changes, removed, as_of) := found if {
	record := _record(changes, removed)
	found := control.findings with input as {"incident": record}
		with data.inventory as _inventory
		with data.tables as {"us_state_breach": _table}
		with data.as_of as as_of
		with data.parameters as {"owner_notice_days": 1}
}

_verdicts_at(changes, removed, day) := testing.verdicts(_found(changes, removed, testing.end_of(day)))

_verdicts(changes, removed) := _verdicts_at(changes, removed, "2026-11-22")

_examined(changes, removed, day) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.inventory as _inventory
		with data.tables as {"us_state_breach": _table}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"owner_notice_days": 1}
}

test_told_on_the_last_day if _verdicts({}, []) == set()

test_told_a_day_late if {
	late := object.union(_people("CA", "2026-11-01"), {"delay_reason": "Addresses had to be found."})
	_verdicts({"notifications": [late]}, []) == {["I-1", "late-with-reason", "CA"]}
	_verdicts({"notifications": [object.union(late, {"delay_reason": ""})]}, []) == {["I-1", "late-without-reason", "CA"]}
	_found({"notifications": [_people("CA", "2026-11-01")]}, [], testing.end_of("2026-11-22")) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "late-without-reason",
		"by": "CA",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"state": "CA",
			"due_on": {"day": testing.day("2026-10-31")},
			"met_on": {"day": testing.day("2026-11-01")},
		},
		"relied_on": [
			{"collection": "incidents", "id": "I-1", "path": "notifications"},
			{"collection": "incidents", "id": "I-1", "path": "discovered_on"},
			{"collection": "incidents", "id": "I-1", "path": "us_residents"},
		],
	}}
}

test_not_told if {
	_verdicts_at({"notifications": []}, [], "2026-10-23") == set()
	_verdicts_at({"notifications": []}, [], "2026-10-24") == {["I-1", "notice-due", "CA"]}
	_verdicts_at({"notifications": []}, [], "2026-10-31") == {["I-1", "notice-due", "CA"]}
	_verdicts_at({"notifications": []}, [], "2026-11-01") == {["I-1", "residents-not-told", "CA"]}
	_verdicts_at({}, ["notifications"], "2026-11-01") == {["I-1", "residents-not-told", "CA"]}
	_verdicts_at({"notifications": [_people("NY", "2026-10-05")]}, [], "2026-11-01") == {["I-1", "residents-not-told", "CA"]}
	{finding.changes_on | some finding in _found({"notifications": []}, [], testing.end_of("2026-10-24"))} == {testing.day("2026-11-01")}
	{finding.changes_on | some finding in _found({"notifications": [_people("CA", "2026-11-23")]}, [], testing.end_of("2026-11-22"))} == {testing.day("2026-11-23")}
}

# The copy for the attorney general: 15 days after the notice of 15 October.
test_the_attorney_general_of_california_from_501_residents if {
	told := {"notifications": [_people("CA", "2026-10-15")]}
	_verdicts(told, []) == set()
	more := object.union(told, {"us_residents": {"CA": 501}})
	_verdicts_at(more, [], "2026-10-30") == set()
	_verdicts_at(more, [], "2026-10-31") == {["I-1", "regulator-not-told", "CA/attorney-general"]}
	_verdicts(object.union(more, {"notifications": _with_copy("2026-10-30")}), []) == set()
	_verdicts(object.union(more, {"notifications": _with_copy("2026-10-31")}), []) == {["I-1", "late-without-reason", "CA/attorney-general"]}
	_verdicts(object.union(more, {"notifications": []}), []) == {["I-1", "residents-not-told", "CA"]}
	{finding.args.authority | some finding in _found(more, [], testing.end_of("2026-11-22"))} == {"the Attorney General of California"}
}

test_another_state_counts_from_the_discovery if {
	told := {"us_residents": {"XB": 249}, "notifications": [_people("XB", "2026-10-15")]}
	_verdicts(told, []) == set()
	more := testing.changed(told, {"us_residents": {"XB": 250}})
	_verdicts_at(more, [], "2026-10-31") == set()
	_verdicts_at(more, [], "2026-11-01") == {["I-1", "regulator-not-told", "XB/attorney-general"]}
	{finding.args.authority | some finding in _found(more, [], testing.end_of("2026-11-22"))} == {"the attorney general"}
}

test_each_recipient_of_new_york if {
	police := _to("NY", "state-agency", "ny-state-police", "2026-10-30")
	attorney := _to("NY", "state-ag", "ny-attorney-general", "2026-11-01")
	told := {"us_residents": {"NY": 1}, "notifications": [_people("NY", "2026-10-31"), police]}
	_verdicts_at(told, [], "2026-10-31") == set()
	_verdicts(told, []) == {["I-1", "regulator-not-told", "NY/ny-attorney-general"]}
	late := testing.changed(told, {"notifications": array.concat(told.notifications, [attorney])})
	_verdicts(late, []) == {["I-1", "late-without-reason", "NY/ny-attorney-general"]}
	none := testing.changed(told, {"notifications": [_people("NY", "2026-10-31")]})
	{finding.args.authority | some finding in _found(none, [], testing.end_of("2026-11-22"))} == {"the Attorney General of New York", "ny-state-police"}
}

test_the_rules_hold_from_their_date if {
	first := {"discovered_on": testing.day("2026-01-01"), "notifications": []}
	_verdicts(first, []) == {["I-1", "residents-not-told", "CA"]}
	before := {"discovered_on": testing.day("2025-12-31"), "notifications": []}
	_verdicts(before, []) == set()
	_examined(before, [], "2026-11-22") == set()
	old := {"us_residents": {"NY": 5}, "discovered_on": testing.day("2024-12-20"), "notifications": [_people("NY", "2025-01-29")]}
	_verdicts(old, []) == set()
	_verdicts(testing.changed(old, {"notifications": [_people("NY", "2025-01-30")]}), []) == {["I-1", "late-without-reason", "NY"]}
}

test_a_state_that_the_table_does_not_know if {
	_verdicts({"us_residents": {"TX": 3}}, []) == {["I-1", "state-not-in-table", "TX"]}
	_verdicts({"us_residents": {"XA": 1}}, []) == {["I-1", "state-not-in-table", "XA"]}
	_verdicts({"us_residents": {"TX": 3}}, ["discovered_on"]) == {["I-1", "not-declared", "incidents.discovered_on"]}
}

test_law_enforcement if {
	_verdicts(_until("2026-11-22"), []) == {["I-1", "law-enforcement", ""]}
	_verdicts(_until("2026-11-21"), []) == {["I-1", "residents-not-told", "CA"]}
	_verdicts_at(_until("2026-10-20"), [], "2026-10-31") == {["I-1", "notice-due", "CA"]}
	_verdicts(object.union(_until("2026-11-10"), {"notifications": [_people("CA", "2026-11-10")]}), []) == set()
	_verdicts(object.union(_until("2026-11-10"), {"notifications": [_people("CA", "2026-11-11")]}), []) == {["I-1", "late-without-reason", "CA"]}
	_verdicts(object.union(_until("2026-12-24"), {"notifications": [_people("CA", "2026-10-11")]}), []) == set()
	{[finding.args.until, finding.changes_on] | some finding in _found(_until("2026-11-30"), [], testing.end_of("2026-11-22"))} == {[
		{"day": testing.day("2026-11-30")},
		testing.day("2026-12-01"),
	]}
}

test_a_request_of_law_enforcement_without_an_end if {
	open := {"law_enforcement_hold": {"requested_by": "FBI"}}
	expected := {["I-1", "not-declared", "incidents.law_enforcement_hold.until"]}
	_verdicts(object.union(open, {"notifications": []}), []) == expected
	_verdicts(object.union(open, {"notifications": [_people("CA", "2026-11-01")]}), []) == expected
	_verdicts(open, []) == set()
}

test_restoring_extends_in_california_only if {
	delay := {"scope_restore_delay": {"reason": "The server had to be rebuilt.", "until": testing.day("2026-11-10")}}
	_verdicts(object.union(delay, {"notifications": [_people("CA", "2026-11-10")]}), []) == set()
	_verdicts(object.union(delay, {"notifications": [_people("CA", "2026-11-11")]}), []) == {["I-1", "late-without-reason", "CA"]}
	elsewhere := {"us_residents": {"XB": 1}, "notifications": [_people("XB", "2026-12-01")]}
	_verdicts_at(object.union(delay, elsewhere), [], "2026-12-02") == {["I-1", "late-without-reason", "XB"]}
	unreasoned := {"scope_restore_delay": {"until": testing.day("2026-11-10")}, "notifications": [_people("CA", "2026-11-10")]}
	_verdicts(unreasoned, []) == {["I-1", "late-without-reason", "CA"]}
}

test_the_owner_is_told_where_the_firm_holds_the_data if {
	held := {"firm_role": "processor", "data_held_for": "K-1", "notifications": []}
	_verdicts_at(held, [], "2026-10-02") == set()
	_verdicts_at(held, [], "2026-10-03") == {["I-1", "owner-not-told", "owner"]}
	_verdicts(_told("2026-10-02"), []) == set()
	_verdicts(_told("2026-10-03"), []) == {["I-1", "late-without-reason", "owner"]}
	{[finding.args.owner, finding.args.state] | some finding in _found(held, [], testing.end_of("2026-11-22"))} == {[{"collection": "clients", "id": "K-1"}, ["CA"]]}
	vendor := testing.changed(held, {"data_held_for": "V-1"})
	{finding.args.owner | some finding in _found(vendor, [], testing.end_of("2026-11-22"))} == {{"collection": "vendors", "id": "V-1"}}
}

test_a_notice_without_a_state_counts_for_none if {
	notices := [testing.without(_people("CA", "2026-10-31"), ["state"])]
	_verdicts({"notifications": notices}, []) == {["I-1", "residents-not-told", "CA"], ["I-1", "notice-without-state", "1"]}
	gdpr := [_people("CA", "2026-10-31"), {"recipient_kind": "individuals", "regime": "eu-gdpr", "sent_at": testing.at("2026-10-05T10:00:00")}]
	_verdicts({"notifications": gdpr}, []) == set()
}

test_a_notice_without_a_day_may_have_been_in_time if {
	undated := testing.without(_people("CA", "2026-10-31"), ["sent_at"])
	_verdicts({"notifications": [undated]}, []) == {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	_verdicts({"notifications": [undated, _people("CA", "2026-10-31")]}, []) == set()
}

test_not_declared if {
	_verdicts({}, ["us_residents", "private_information_involved", "encrypted"]) == {
		["I-1", "not-declared", "incidents.us_residents"],
		["I-1", "not-declared", "incidents.private_information_involved"],
		["I-1", "not-declared", "incidents.encrypted"],
	}
	_verdicts({"encrypted": true}, []) == {["I-1", "not-declared", "incidents.keys_compromised"]}
	_verdicts({}, ["firm_role"]) == {["I-1", "not-declared", "incidents.firm_role"]}
	_verdicts({"firm_role": "processor"}, []) == {["I-1", "not-declared", "incidents.data_held_for"]}
	_verdicts({}, ["discovered_on"]) == {["I-1", "not-declared", "incidents.discovered_on"]}
	testing.ids(_examined({}, ["encrypted"], "2026-11-22")) == {"I-1"}
	testing.ids(_examined({}, ["discovered_on"], "2026-11-22")) == {"I-1"}
}

test_keys_that_were_taken_count_whatever_else_is_said if {
	_verdicts({"encrypted": true, "keys_compromised": true, "notifications": []}, []) == {["I-1", "residents-not-told", "CA"]}
	_verdicts({"keys_compromised": true, "notifications": []}, ["encrypted"]) == {["I-1", "residents-not-told", "CA"]}
}

test_does_not_apply if {
	every changes in [
		{"private_information_involved": false}, {"encrypted": true, "keys_compromised": false}, {"us_residents": {"CA": 0}},
		{"us_residents": {}}, {"detected_at": testing.at("2026-11-23T08:00:00")},
	] {
		_verdicts(object.union(changes, {"notifications": []}), []) == set()
		_examined(changes, [], "2026-11-22") == set()
	}
}

test_a_firm_outside_the_states_is_not_asked_for_residents if {
	record := testing.without(_incident, ["us_residents"])
	found := control.findings with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr"]}}
		with data.as_of as testing.end_of("2026-11-22")
	found == set()
	unsaid := control.findings with input as {"incident": record}
		with data.inventory as {"firm": {}}
		with data.as_of as testing.end_of("2026-11-22")
	testing.verdicts(unsaid) == {["I-1", "not-declared", "incidents.us_residents"]}
}

test_examined if {
	_examined({}, [], "2026-11-22") == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	{entry.changes_on | some entry in _examined({"notifications": []}, [], "2026-10-01")} == {testing.day("2026-10-24")}
}

_with_copy(day) := [_people("CA", "2026-10-15"), _to("CA", "state-ag", "ca-ag", day)]

_until(day) := {"notifications": [], "law_enforcement_hold": {"until": testing.day(day)}}

_told(day) := testing.changed({"firm_role": "processor", "data_held_for": "K-1"}, {"notifications": [_to("CA", "controller", "owner", day)]})

_subject := {"collection": "incidents", "id": "I-1"}

_fact(path) := {"collection": "incidents", "id": "I-1", "path": path}

_in(changes, removed, inventory) := found if {
	record := _record(changes, removed)
	found := testing.verdicts(control.findings) with input as {"incident": record}
		with data.inventory as inventory
		with data.tables as {"us_state_breach": _table}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"owner_notice_days": 1}
}

test_each_law_of_a_state_asks_for_residents if {
	every regime in ["us-ca-breach", "us-ny-shield", "us-state-breach"] {
		_in({}, ["us_residents"], {"firm": {"regimes": ["uk-gdpr", regime]}}) == {["I-1", "not-declared", "incidents.us_residents"]}
	}

	# Residents that are named count, whatever the firm says of itself.
	_in({"notifications": []}, [], {"firm": {"regimes": ["uk-gdpr"]}}) == {["I-1", "residents-not-told", "CA"]}
}

test_what_is_not_encrypted_does_apply_even_with_safe_keys if {
	_verdicts({"keys_compromised": false, "notifications": []}, []) == {["I-1", "residents-not-told", "CA"]}
	_verdicts({"keys_compromised": false, "notifications": []}, ["encrypted"]) == {["I-1", "not-declared", "incidents.encrypted"]}
}

test_each_missing_fact_leaves_the_rest_open if {
	every changes in [{}, {"firm_role": "processor", "data_held_for": "K-1"}] {
		every path in ["private_information_involved", "encrypted"] {
			expected := {["I-1", "not-declared", concat(".", ["incidents", path])]}
			_verdicts(object.union(changes, {"notifications": []}), [path]) == expected
			_verdicts(object.union(changes, {"notifications": []}), [path, "discovered_on"]) == expected
			_verdicts({}, [path, "firm_role"]) == expected
			_verdicts({"firm_role": "processor"}, [path]) == expected
		}
	}
	_verdicts({"firm_role": "processor", "notifications": []}, ["us_residents"]) == {["I-1", "not-declared", "incidents.us_residents"]}
}

test_who_owes_the_notice if {
	_verdicts({"firm_role": "joint", "notifications": []}, []) == {["I-1", "residents-not-told", "CA"]}
	_verdicts({"firm_role": "controller", "data_held_for": "K-1", "notifications": []}, []) == {["I-1", "residents-not-told", "CA"]}
	_verdicts({"firm_role": "none", "notifications": []}, []) == set()
}

test_the_owner_hears_of_every_state_with_residents if {
	held := {"firm_role": "processor", "data_held_for": "K-1", "notifications": [], "us_residents": {"NY": 1, "CA": 2, "NV": 0}}
	{finding.args.state | some finding in _found(held, [], testing.end_of("2026-11-22"))} == {["CA", "NY"]}
}

test_a_notice_for_residents_of_a_processor_needs_no_state if {
	notices := [testing.without(_people("CA", "2026-10-02"), ["state"]), _to("CA", "controller", "owner", "2026-10-02")]
	_verdicts({"firm_role": "processor", "data_held_for": "K-1", "notifications": notices}, []) == set()
}

# A table whose row gives a period of one day, and one of none.
test_the_shortest_period_is_known if {
	short := [{"state": "XC", "resident_days": 1}, {"state": "XD", "resident_days": 0}]
	found := control.findings with input as {"incident": _record({"us_residents": {"XC": 1, "XD": 1}, "notifications": []}, [])}
		with data.inventory as _inventory
		with data.tables as {"us_state_breach": short}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"owner_notice_days": 1}
	testing.verdicts(found) == {["I-1", "residents-not-told", "XC"], ["I-1", "state-not-in-table", "XD"]}
}

test_a_hold_that_only_names_who_asked if {
	open := {"notifications": [], "law_enforcement_hold": {"requested_by": "FBI"}}
	_verdicts_at(open, [], "2026-10-24") == {["I-1", "not-declared", "incidents.law_enforcement_hold.until"]}

	# What may have been sent in time is asked for first.
	undated := [testing.without(_people("CA", "2026-10-31"), ["sent_at"])]
	_verdicts(object.union(open, {"notifications": undated}), []) == {["I-1", "not-declared", "incidents.notifications.sent_at"]}
}

test_a_hold_defers_what_is_due if {
	_verdicts_at(_until("2026-10-31"), [], "2026-10-31") == {["I-1", "law-enforcement", ""]}
	_verdicts_at(_until("2026-11-05"), [], "2026-11-05") == {["I-1", "law-enforcement", ""]}
}

test_a_notice_without_a_day_beside_a_late_one if {
	undated := testing.without(_people("CA", "2026-10-31"), ["sent_at"])
	_verdicts({"notifications": [undated, _people("CA", "2026-11-01")]}, []) == {["I-1", "not-declared", "incidents.notifications.sent_at"]}

	# One duty is open to doubt, the other is not.
	two := {"us_residents": {"CA": 1, "XB": 1}, "notifications": [undated, _people("XB", "2026-10-15")]}
	_verdicts(two, []) == {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	_verdicts(
		{
			"us_residents": {"CA": 1, "XB": 1},
			"notifications": [_people("XB", "2026-10-15")],
			"law_enforcement_hold": {},
		},
		[],
	) == {["I-1", "not-declared", "incidents.law_enforcement_hold.until"]}
}

test_findings_in_full if {
	_found(_until("2026-11-22"), [], testing.end_of("2026-11-22")) == {{
		"subject": _subject,
		"reason": "law-enforcement",
		"args": {"incident": _subject, "until": {"day": testing.day("2026-11-22")}},
		"relied_on": [_fact("law_enforcement_hold"), _fact("notifications")],
		"changes_on": testing.day("2026-11-23"),
	}}
	_found({"us_residents": {"TX": 3}}, [], testing.end_of("2026-11-22")) == {{
		"subject": _subject,
		"reason": "state-not-in-table",
		"by": "TX",
		"args": {"incident": _subject, "state": "TX"},
		"relied_on": [_fact("us_residents"), _fact("discovered_on")],
	}}
}

test_which_notices_have_to_name_a_state if {
	every kind in ["individuals", "state-ag", "state-agency"] {
		stray := testing.without(_to("CA", kind, "someone", "2026-10-31"), ["state"])
		_found({"notifications": [_people("CA", "2026-10-31"), stray]}, [], testing.end_of("2026-11-22")) == {{
			"subject": _subject,
			"reason": "notice-without-state",
			"by": "2",
			"args": {
				"incident": _subject,
				"recipient": {"collection": "incidents", "field": "notifications.recipient_kind", "value": kind},
			},
			"relied_on": [_fact("notifications")],
		}}
		every regime in ["eu-gdpr", "uk-gdpr"] {
			_verdicts({"notifications": [_people("CA", "2026-10-31"), object.union(stray, {"regime": regime})]}, []) == set()
		}
	}
	_verdicts({"notifications": [_people("CA", "2026-10-31"), {"recipient_kind": "insurer", "sent_at": testing.at("2026-10-05T10:00:00")}]}, []) == set()
}

test_notices_that_lie_ahead_change_the_verdict if {
	ahead := {"notifications": [_people("CA", "2026-10-10")]}
	{entry.changes_on | some entry in _examined(ahead, [], "2026-10-05")} == {testing.day("2026-10-10")}
}

test_the_incident_that_is_ruled_out_is_not_examined if {
	_examined({"us_residents": {"CA": 0}}, ["discovered_on"], "2026-11-22") == set()
	testing.ids(_examined({"us_residents": {"CA": 0, "NY": 1}}, [], "2026-11-22")) == {"I-1"}
}
