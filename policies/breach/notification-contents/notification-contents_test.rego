package privity.breach.notification_contents_test

import data.lib.testing
import data.privity.breach.notification_contents as control

_items := {
	"authority": [
		"nature", "subject-categories-and-count", "record-categories-and-count", "dpo-or-contact",
		"likely-consequences", "measures",
	],
	"individuals": ["nature-plain", "contact", "likely-consequences", "measures"],
	"client": ["what-happened", "what-information", "what-firm-is-doing", "what-client-can-do"],
}

_authority := {
	"recipient_kind": "authority",
	"recipient": "ico",
	"regime": "uk-gdpr",
	"sent_at": testing.at("2026-11-03T10:00:00"),
	"content_items": _items.authority,
	"final": true,
}

_individuals := testing.changed(testing.without(_authority, ["recipient"]), {"recipient_kind": "individuals", "content_items": _items.individuals})

_client := testing.changed(testing.without(_authority, ["recipient", "regime"]), {
	"recipient_kind": "client",
	"client_id": "K-1",
	"content_items": _items.client,
})

_incident(notices) := {"id": "I-1", "grade": 2, "notifications": notices}

_found_at(notices, as_of) := found if {
	record := _incident(notices)
	found := control.findings with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr", "sra"]}}
		with data.as_of as as_of
		with data.parameters as {"phase_followup_days": 30}
}

_found(notices) := _found_at(notices, testing.end_of("2026-11-22"))

_verdicts_at(notices, day) := testing.verdicts(_found_at(notices, testing.end_of(day)))

_verdicts(notices) := testing.verdicts(_found(notices))

_examined(record, day) := examined if {
	examined := control.examined with input as {"incident": record}
		with data.inventory as {"firm": {"regimes": ["uk-gdpr", "sra"]}}
		with data.as_of as testing.end_of(day)
		with data.parameters as {"phase_followup_days": 30}
}

_incident_entity := {"collection": "incidents", "id": "I-1"}

_fact(path) := {"collection": "incidents", "id": "I-1", "path": path}

_lacking(notice, item) := testing.changed(notice, {"content_items": [other | some other in notice.content_items; other != item]})

test_whole_notices if _verdicts([_authority, _individuals, _client]) == set()

test_each_item_is_asked_for if {
	every item in _items.authority {
		_verdicts([_lacking(_authority, item)]) == {["I-1", "missing-item", concat("/", ["authority/uk-gdpr/ico", item])]}
	}
	every item in _items.individuals {
		_verdicts([_lacking(_individuals, item)]) == {["I-1", "missing-item", concat("/", ["individuals/uk-gdpr", item])]}
	}
	every item in _items.client {
		_verdicts([_lacking(_client, item)]) == {["I-1", "missing-item", concat("/", ["client/K-1", item])]}
	}
	count(_found([testing.changed(_client, {"content_items": []})])) == 4
}

test_a_missing_item_whole if {
	_found([_lacking(_client, "what-happened")]) == {{
		"subject": _incident_entity,
		"reason": "missing-item",
		"by": "client/K-1/what-happened",
		"args": {
			"incident": _incident_entity,
			"recipient": {"collection": "clients", "id": "K-1"},
			"item": {"collection": "incidents", "field": "notifications.content_items", "value": "what-happened"},
		},
		"relied_on": [_fact("notifications")],
	}}
}

_first := testing.changed(_authority, {"content_items": ["nature", "dpo-or-contact"], "final": false})

_rest := testing.changed(_authority, {
	"content_items": ["subject-categories-and-count", "record-categories-and-count", "likely-consequences", "measures"],
	"sent_at": testing.at("2026-11-20T10:00:00"),
})

test_in_phases if {
	_verdicts([_first, _rest]) == set()
	_verdicts([_rest, _first]) == set()
	_verdicts([_first, _lacking(_rest, "measures")]) == {["I-1", "missing-item", "authority/uk-gdpr/ico/measures"]}
	_verdicts([_first, testing.without(_rest, ["final"])]) == set()
}

# Sent on 3 November, so the rest is due by 3 December.
test_to_be_completed if {
	_verdicts_at([_first], "2026-11-25") == set()
	_verdicts_at([_first], "2026-11-26") == {["I-1", "follow-up-due", "authority/uk-gdpr/ico"]}
	_verdicts_at([_first], "2026-12-03") == {["I-1", "follow-up-due", "authority/uk-gdpr/ico"]}
	_verdicts_at([_first], "2026-12-04") == {["I-1", "follow-up-overdue", "authority/uk-gdpr/ico"]}
	_found_at([_first], testing.end_of("2026-11-26")) == {{
		"subject": _incident_entity,
		"reason": "follow-up-due",
		"by": "authority/uk-gdpr/ico",
		"args": {
			"incident": _incident_entity,
			"recipient": {"collection": "incidents", "field": "notifications.recipient_kind", "value": "authority"},
			"due_on": {"day": testing.day("2026-12-03")},
		},
		"relied_on": [_fact("notifications")],
		"changes_on": testing.day("2026-12-04"),
	}}
	_found_at([_first], testing.end_of("2026-12-04")) == {{
		"subject": _incident_entity,
		"reason": "follow-up-overdue",
		"by": "authority/uk-gdpr/ico",
		"args": {
			"incident": _incident_entity,
			"recipient": {"collection": "incidents", "field": "notifications.recipient_kind", "value": "authority"},
			"due_on": {"day": testing.day("2026-12-03")},
		},
		"relied_on": [_fact("notifications")],
	}}
}

test_more_was_announced_although_nothing_is_missing if {
	_verdicts_at([testing.changed(_authority, {"final": false})], "2026-12-04") == {["I-1", "follow-up-overdue", "authority/uk-gdpr/ico"]}
}

test_the_time_counts_from_the_last_notice if {
	second := testing.changed(_first, {"sent_at": testing.at("2026-11-10T10:00:00")})
	_verdicts_at([second, _first], "2026-12-10") == {["I-1", "follow-up-due", "authority/uk-gdpr/ico"]}
	_verdicts_at([second, _first], "2026-12-11") == {["I-1", "follow-up-overdue", "authority/uk-gdpr/ico"]}
	at_once := testing.changed(_rest, {"sent_at": _first.sent_at})
	_verdicts_at([_first, at_once], "2026-12-11") == set()
	_verdicts_at([at_once, _first], "2026-12-11") == {["I-1", "follow-up-overdue", "authority/uk-gdpr/ico"]}
	later := testing.changed(_rest, {"sent_at": testing.at("2026-11-03T10:00:01")})
	_verdicts_at([later, _first], "2026-12-11") == set()
}

test_each_recipient_by_itself if {
	_verdicts([_client, testing.changed(_lacking(_client, "what-happened"), {"client_id": "K-2"})]) == {["I-1", "missing-item", "client/K-2/what-happened"]}
	_verdicts([_authority, testing.changed(_lacking(_authority, "nature"), {"recipient": "dpc", "regime": "eu-gdpr"})]) == {["I-1", "missing-item", "authority/eu-gdpr/dpc/nature"]}
	_verdicts([_individuals, object.union(_lacking(_individuals, "contact"), {"state": "CA"})]) == {["I-1", "missing-item", "individuals/uk-gdpr/CA/contact"]}
}

test_a_notice_that_lies_ahead_is_none_yet if {
	ahead := testing.changed(_rest, {"sent_at": testing.at("2026-11-23T10:00:00")})
	final := testing.changed(_first, {"final": true})
	found := _found([final, ahead])
	count(found) == 4
	{finding.changes_on | some finding in found} == {testing.day("2026-11-23")}
	overdue := [testing.changed(_first, {"sent_at": testing.at("2026-10-01T10:00:00")}), ahead]
	{[finding.reason, finding.changes_on] | some finding in _found(overdue)} == {["follow-up-overdue", testing.day("2026-11-23")]}
	due := [testing.changed(_first, {"sent_at": testing.at("2026-10-25T10:00:00")}), ahead]
	{[finding.reason, finding.changes_on] | some finding in _found(due)} == {["follow-up-due", testing.day("2026-11-23")]}
}

test_a_notice_without_contents if {
	unlisted := testing.without(_authority, ["content_items"])
	expected := {["I-1", "not-declared", "incidents.notifications.content_items"]}
	_verdicts([unlisted]) == expected
	_verdicts([testing.without(unlisted, ["final"])]) == expected
	_verdicts([_lacking(_authority, "nature"), unlisted]) == expected
	_verdicts([_authority, unlisted]) == set()
	_verdicts_at([testing.changed(unlisted, {"final": false})], "2026-12-04") == expected | {["I-1", "follow-up-overdue", "authority/uk-gdpr/ico"]}
}

test_a_notice_that_does_not_say_whether_more_follows if {
	expected := {["I-1", "not-declared", "incidents.notifications.final"]}
	_verdicts([testing.without(_lacking(_authority, "nature"), ["final"])]) == expected
	_verdicts([testing.without(_authority, ["final"])]) == set()
}

test_a_notice_without_a_time if {
	undated := testing.without(_authority, ["sent_at"])
	expected := {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	_verdicts([undated]) == expected
	_verdicts([testing.changed(_first, {"final": true}), undated]) == expected
	_verdicts_at([_first, undated], "2026-12-04") == expected
	_verdicts([_authority, undated]) == set()
	testing.ids(_examined(_incident([undated]), "2026-11-22")) == {"I-1"}
}

test_a_notice_to_an_authority_without_a_law if {
	lawless := testing.without(_authority, ["regime"])
	_verdicts([_lacking(lawless, "nature")]) == {["I-1", "not-declared", "incidents.notifications.regime"]}
	_verdicts([lawless]) == set()
	found := control.findings with input as {"incident": _incident([_lacking(lawless, "nature")])}
		with data.inventory as {"firm": {"regimes": ["us-state-breach"]}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"phase_followup_days": 30}
	found == set()
	client := control.findings with input as {"incident": _incident([_lacking(_client, "what-happened")])}
		with data.inventory as {"firm": {"regimes": ["us-state-breach"]}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"phase_followup_days": 30}
	count(client) == 1
}

test_does_not_apply if {
	every notice in [
		testing.changed(_authority, {"regime": "sra"}), testing.changed(_authority, {"recipient_kind": "insurer"}),
		testing.changed(_authority, {"recipient_kind": "state-ag"}),
		testing.changed(_authority, {"sent_at": testing.at("2026-11-23T10:00:00")}),
	] {
		_verdicts([testing.changed(notice, {"content_items": []})]) == set()
		_examined(_incident([notice]), "2026-11-22") == set()
	}
	_examined({"id": "I-1"}, "2026-11-22") == set()
}

test_examined if {
	_examined(_incident([_authority]), "2026-11-22") == {{"subject": _incident_entity, "grade": 2}}
	_days([_first], "2026-11-22") == {testing.day("2026-11-26")}
	_days([_first], "2026-11-26") == {testing.day("2026-12-04")}
	ahead := testing.changed(_individuals, {"sent_at": testing.at("2026-11-24T10:00:00")})
	_days([_first, ahead], "2026-11-22") == {testing.day("2026-11-24")}
}

_days(notices, day) := {entry.changes_on | some entry in _examined(_incident(notices), day)}

test_only_authorities_have_forms_of_their_own if {
	_verdicts([testing.changed(_lacking(_individuals, "contact"), {"regime": "us-ca-breach"})]) == {["I-1", "missing-item", "individuals/us-ca-breach/contact"]}

	# A notice under the law counts, whatever the firm says of itself.
	found := control.findings with input as {"incident": _incident([_lacking(_authority, "nature")])}
		with data.inventory as {"firm": {"regimes": ["us-state-breach"]}}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"phase_followup_days": 30}
	testing.verdicts(found) == {["I-1", "missing-item", "authority/uk-gdpr/ico/nature"]}
}

test_contents_are_not_asked_for_where_all_has_been_said if {
	unlisted := testing.without(_authority, ["content_items"])
	more := testing.changed(_authority, {"final": false, "sent_at": testing.at("2026-11-04T10:00:00")})
	_verdicts_at([unlisted, more], "2026-12-05") == {["I-1", "follow-up-overdue", "authority/uk-gdpr/ico"]}
}
