package privity.consent.told_before_agreeing_test

import data.lib.testing
import data.privity.consent.told_before_agreeing as control

_essentials := ["controller-identity", "purposes", "data-types", "how-used", "how-stored", "sharing", "right-to-withdraw"]

# The consent: its own list of what was told, and when.
_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"activity_id": "referrals",
	"kind": "data-processing",
	"given_at": testing.at("2025-03-14T09:00:00"),
	"informed_at": testing.at("2025-03-14T09:00:00"),
	"information_items": _essentials,
	"wording_version": "referral-2025-01",
	"grade": 2,
}

_wordings := testing.by_id([
	{"id": "W-1", "version": "referral-2025-01", "information_items": _essentials, "grade": 1},
	{"id": "W-2", "version": "short", "information_items": ["purposes"]},
	{"id": "W-3", "version": "blank"},
	{"id": "W-4", "version": "twice", "information_items": _essentials},
	{"id": "W-5", "version": "twice", "information_items": array.concat(["transfer-risks"], array.slice(_essentials, 0, 6))},
	{"id": "W-6", "version": "twice-blank", "information_items": _essentials},
	{"id": "W-7", "version": "twice-blank"},
])

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_consent, removed), changes)
	found := control.findings with input as {"consent_record": record}
		with data.inventory.consent_wordings as _wordings
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: what the control finds in the consent above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_consent, removed), changes)
	examined := control.examined with input as {"consent_record": record}
		with data.inventory.consent_wordings as _wordings
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_subject := {"collection": "consent_records", "id": "C-1"}

_parties := {
	"client": {"collection": "clients", "id": "K-1"},
	"activity": {"collection": "processing_activities", "id": "referrals"},
}

_fact(path) := {"collection": "consent_records", "id": "C-1", "path": path}

_not_told(items) := {["C-1", "not-told", item] | some item in items}

_asks(path) := {["C-1", "not-declared", concat(".", ["consent_records", path])]}

test_told_the_essentials_before_agreeing if _verdicts({}, []) == set()

# What was told.

test_not_told if {
	_found({"information_items": array.slice(_essentials, 0, 6)}, []) == {{
		"subject": _subject,
		"reason": "not-told",
		"by": "right-to-withdraw",
		"args": object.union(_parties, {"item": {
			"collection": "consent_records",
			"field": "information_items",
			"value": "right-to-withdraw",
		}}),
		"relied_on": [_fact("information_items")],
	}}
}

test_each_essential_is_needed if {
	every item in _essentials {
		_verdicts({"information_items": [other | some other in _essentials; other != item]}, []) == _not_told({item})
	}
}

test_told_nothing if _verdicts({"information_items": []}, []) == _not_told(_essentials)

test_transfers_have_risks_to_be_told if {
	needed := _not_told({"transfer-risks"})
	_verdicts({"kind": "transfer"}, []) == needed
	_verdicts({"covers_transfer": true}, []) == needed
	_verdicts({"covers_transfer": false}, []) == set()
	_verdicts({"kind": "transfer", "information_items": array.concat(_essentials, ["transfer-risks"])}, []) == set()
}

test_automated_decisions_are_to_be_told if {
	_verdicts({"covers_adm": true}, []) == _not_told({"automated-decisions"})
	_verdicts({"covers_adm": false}, []) == set()
	_verdicts({"covers_adm": true, "information_items": array.concat(_essentials, ["automated-decisions"])}, []) == set()
}

test_ai_tools_have_risks_to_be_told if {
	_verdicts({"kind": "ai-input"}, []) == _not_told({"ai-tool-risks"})
	_verdicts({"kind": "ai-input", "information_items": array.concat(_essentials, ["ai-tool-risks"])}, []) == set()
}

test_several_extras_at_once if {
	_verdicts({"kind": "ai-input", "covers_transfer": true, "covers_adm": true}, []) == _not_told({
		"ai-tool-risks",
		"transfer-risks",
		"automated-decisions",
	})
}

test_told_by_the_wording if _verdicts({}, ["information_items"]) == set()

test_not_told_by_the_wording if {
	found := _found({"wording_version": "short"}, ["information_items"])
	testing.verdicts(found) == _not_told([item | some item in _essentials; item != "purposes"])
	{finding.relied_on | some finding in found} == {[
		{"collection": "consent_wordings", "id": "W-2", "path": "information_items"},
		_fact("wording_version"),
	]}
}

test_the_record_speaks_before_the_wording if {
	_verdicts({"information_items": ["purposes"]}, []) == _not_told([item | some item in _essentials; item != "purposes"])
	_verdicts({"wording_version": "short"}, []) == set()
}

test_of_two_wordings_of_one_version_only_what_both_tell_counts if {
	_verdicts({"wording_version": "twice"}, ["information_items"]) == _not_told({"right-to-withdraw"})
	_verdicts({"wording_version": "twice-blank"}, ["information_items"]) == _asks("information_items")
}

test_not_declared_what_was_told if {
	_verdicts({}, ["information_items", "wording_version"]) == _asks("information_items")
	_verdicts({"wording_version": "unheard-of"}, ["information_items"]) == _asks("information_items")
	_verdicts({"wording_version": "blank"}, ["information_items"]) == _asks("information_items")
}

test_not_declared_without_a_list_of_wordings if {
	record := testing.without(_consent, ["information_items"])
	found := control.findings with input as {"consent_record": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	testing.verdicts(found) == _asks("information_items")
}

# When it was told.

test_told_after if {
	_found({"informed_at": testing.at("2025-03-14T09:00:01")}, []) == {{
		"subject": _subject,
		"reason": "told-after",
		"args": _parties,
		"relied_on": [_fact("informed_at"), _fact("given_at")],
	}}
}

test_told_earlier_is_in_time if _verdicts({"informed_at": testing.at("2025-03-14T08:59:59")}, []) == set()

test_where_only_the_day_is_known_the_same_day_is_in_time if {
	_verdicts({"informed_at": testing.date_only("2025-03-14")}, []) == set()
	_verdicts({"given_at": testing.date_only("2025-03-14")}, []) == set()
	_verdicts({"informed_at": testing.date_only("2025-03-15")}, []) == {["C-1", "told-after", ""]}
}

test_told_after_by_the_wording if {
	_verdicts({"informed_at": testing.at("2025-03-15T09:00:00")}, ["information_items"]) == {["C-1", "told-after", ""]}
}

test_what_the_wording_carries_needs_no_day_of_its_own if {
	_verdicts({}, ["informed_at"]) == set()
	_verdicts({}, ["informed_at", "information_items", "given_at"]) == set()
}

test_not_declared_when_it_was_told if {
	_verdicts({}, ["informed_at", "wording_version"]) == _asks("informed_at")
	_verdicts({"wording_version": "unheard-of"}, ["informed_at"]) == _asks("informed_at")
	_verdicts({"wording_version": "blank"}, ["informed_at"]) == _asks("informed_at")
	_verdicts({"wording_version": "short"}, ["informed_at"]) == _asks("informed_at")
}

test_what_need_not_be_told_needs_no_day_either if {
	_verdicts({"information_items": array.concat(_essentials, ["ai-tool-risks"])}, ["informed_at"]) == set()
}

test_told_nothing_there_is_no_day_to_know if {
	_verdicts({"information_items": []}, ["informed_at", "wording_version"]) == _not_told(_essentials)
}

test_not_declared_when_consent_was_given if {
	_verdicts({}, ["given_at"]) == _asks("given_at")
	_verdicts({}, ["given_at", "informed_at", "wording_version"]) == _asks("given_at") | _asks("informed_at")
}

# What applies.

test_not_declared_of_which_kind_it_is if {
	_verdicts({"information_items": []}, ["kind", "given_at"]) == _asks("kind")
	_examined({}, ["kind"]) == {{"subject": _subject, "grade": 2}}
}

test_a_consent_that_names_no_client_is_judged if {
	_verdicts({"covers_adm": true}, ["client_id", "activity_id"]) == _not_told({"automated-decisions"})
}

test_other_kinds_do_not_apply if {
	every kind in ["conflict-waiver", "disclosure"] {
		_verdicts({"kind": kind, "information_items": []}, ["given_at", "informed_at"]) == set()
		_examined({"kind": kind}, []) == set()
	}
}

test_kinds_that_apply if {
	every kind in ["data-processing", "marketing", "ai-input", "transfer"] {
		testing.ids(_examined({"kind": kind}, [])) == {"C-1"}
	}
}

test_examined if _examined({}, []) == {{"subject": _subject, "grade": 2}}

test_examined_rests_on_the_wording_too if {
	_examined({}, ["information_items"]) == {{"subject": _subject, "grade": 1}}
	_examined({}, ["informed_at"]) == {{"subject": _subject, "grade": 1}}
}
