package privity.consent.electronic_marketing_test

import data.lib.testing
import data.privity.consent.electronic_marketing as control

_marketing := {
	"channels": ["email", "post"],
	"basis": "consent",
	"last_sent_on": testing.day("2026-06-10"),
}

_client := {"id": "K-1", "kind": "individual", "residence": "GB", "marketing": _marketing, "grade": 2}

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"kind": "marketing",
	"activity_id": "newsletter",
	"purposes": ["news"],
	"given_at": testing.at("2026-01-05T09:00:00"),
	"grade": 1,
}

_soft := {
	"basis": "soft-opt-in",
	"details_obtained_in_engagement": true,
	"similar_services_only": true,
	"refusal_offered_at_collection": true,
	"refusal_offered_each_time": true,
}

_inventory := {"processing_activities": testing.by_id([
	{"id": "newsletter", "purpose_kind": "marketing"},
	{"id": "events", "purpose_kind": "marketing"},
	{"id": "portal", "purpose_kind": "other"},
])}

_input(client, consents) := {"client": client, "consent_records": testing.by_id(consents)}

_found(client, consents) := given if {
	given := control.findings with input as _input(client, consents)
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"marketing_stop_days": 2}
}

_examined(client, consents) := given if {
	given := control.examined with input as _input(client, consents)
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"marketing_stop_days": 2}
}

# verdicts: on the client above, with the marketing changed as said and the consent above.
_verdicts(changes, removed) := testing.verdicts(_found(_marketed(changes, removed), [_consent]))

_marketed(changes, removed) := testing.changed(_client, {"marketing": testing.changed(testing.without(_marketing, removed), changes)})

# agreed: verdicts on the client above, with these consents.
_agreed(consents) := testing.verdicts(_found(_client, consents))

_consent_of(changes) := testing.changed(_consent, changes)

_no_consent := {["K-1", "no-consent", ""]}

_after_refusal := {["K-1", "sent-after-refusal", ""]}

test_sent_with_consent if _verdicts({}, []) == set()

test_examined_with_the_consents_to_marketing if {
	other := _consent_of({"id": "C-2", "kind": "data-processing", "grade": 0})
	_examined(_client, [_consent, other]) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 1}}
	_examined(_client, []) == {{"subject": {"collection": "clients", "id": "K-1"}, "grade": 2}}
}

_not_examined(client) if {
	_examined(client, []) == set()
	_found(client, []) == set()
}

test_where_nothing_went_by_electronic_mail_it_does_not_apply if {
	_not_examined(testing.without(_client, ["marketing"]))
	_not_examined(_marketed({"channels": ["phone", "post"]}, []))
	_not_examined(_marketed({"channels": []}, []))
	_not_examined(_marketed({}, ["last_sent_on"]))
	_not_examined(_marketed({}, ["last_sent_on", "channels"]))
	_not_examined(_marketed({"last_sent_on": testing.day("2026-11-23")}, []))
}

test_without_a_client_there_is_nothing_to_judge if {
	found := control.findings with input as {"consent_records": testing.by_id([_consent])}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"marketing_stop_days": 2}
	found == set()
}

test_each_electronic_channel_counts if {
	every channel in ["email", "sms", "messaging"] {
		testing.verdicts(_found(_marketed({"channels": [channel]}, []), [])) == _no_consent
	}
}

test_sent_today_counts if {
	testing.verdicts(_found(_marketed({"last_sent_on": testing.day("2026-11-22")}, []), [])) == _no_consent
}

test_what_is_said_where_there_is_no_consent if {
	withdrawn := _consent_of({"withdrawn_at": testing.at("2026-06-09T09:00:00")})
	_found(_client, [withdrawn]) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "no-consent",
		"args": {"client": {"collection": "clients", "id": "K-1"}, "sent_on": {"day": testing.day("2026-06-10")}},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "marketing.basis"},
			{"collection": "clients", "id": "K-1", "path": "marketing.last_sent_on"},
			{"collection": "consent_records", "id": "C-1", "path": "given_at"},
			{"collection": "consent_records", "id": "C-1", "path": "withdrawn_at"},
		],
	}}
}

test_a_consent_of_another_kind_is_none if {
	_agreed([_consent_of({"kind": "data-processing"})]) == _no_consent
	_agreed([_consent_of({"kind": "data-processing"}), _consent_of({"id": "C-2"})]) == set()
}

test_the_consent_must_stand_at_the_end_of_the_day_of_sending if {
	_agreed([_consent_of({"given_at": testing.at("2026-06-10T23:59:59")})]) == set()
	_agreed([_consent_of({"given_at": testing.at("2026-06-11T00:00:00")})]) == _no_consent
	_agreed([_consent_of({"withdrawn_at": testing.at("2026-06-10T23:59:59")})]) == _no_consent
	_agreed([_consent_of({"withdrawn_at": testing.at("2026-06-11T00:00:00")})]) == set()
	_agreed([_consent_of({"expires_on": testing.day("2026-06-10")})]) == set()
	_agreed([_consent_of({"expires_on": testing.day("2026-06-09")})]) == _no_consent
}

test_a_superseded_consent_gives_way_to_its_successor if {
	first := _consent_of({"superseded_by": "C-2"})
	later := _consent_of({"id": "C-2", "kind": "data-processing", "given_at": testing.at("2026-06-10T12:00:00")})
	_agreed([first, later]) == _no_consent
	_agreed([first, testing.changed(later, {"kind": "marketing"})]) == set()
	_agreed([first, testing.changed(later, {"given_at": testing.at("2026-06-11T00:00:00")})]) == set()
}

test_every_condition_of_the_existing_client_exception if {
	testing.verdicts(_found(_marketed(_soft, []), [])) == set()
	every condition in [
		"details_obtained_in_engagement",
		"similar_services_only",
		"refusal_offered_at_collection",
		"refusal_offered_each_time",
	] {
		testing.verdicts(_found(_marketed(object.union(_soft, {condition: false}), []), [])) == {["K-1", "soft-opt-in-not-met", ""]}
		missing := {["K-1", "not-declared", concat(".", ["clients.marketing", condition])]}
		testing.verdicts(_found(_marketed(testing.without(_soft, [condition]), []), [])) == missing
	}
}

test_what_is_said_where_the_exception_is_not_met if {
	unmet := object.union(testing.without(_soft, ["refusal_offered_at_collection"]), {"similar_services_only": false, "refusal_offered_each_time": false})
	client := {"collection": "clients", "id": "K-1"}
	_found(_marketed(unmet, []), []) == {
		{
			"subject": client,
			"reason": "soft-opt-in-not-met",
			"args": {"client": client, "sent_on": {"day": testing.day("2026-06-10")}},
			"relied_on": [
				{"collection": "clients", "id": "K-1", "path": "marketing.similar_services_only"},
				{"collection": "clients", "id": "K-1", "path": "marketing.refusal_offered_each_time"},
				{"collection": "clients", "id": "K-1", "path": "marketing.basis"},
			],
		},
		{
			"subject": client,
			"reason": "not-declared",
			"by": "clients.marketing.refusal_offered_at_collection",
			"args": {"subject": client, "fact": {"collection": "clients", "field": "marketing.refusal_offered_at_collection"}},
			"relied_on": [{"collection": "clients", "id": "K-1", "path": "marketing.refusal_offered_at_collection"}],
		},
	}
}

test_the_rule_for_companies if {
	company := _marketed({"basis": "corporate-subscriber"}, [])
	testing.verdicts(_found(testing.changed(company, {"kind": "organisation"}), [])) == set()
	testing.verdicts(_found(testing.without(company, ["kind"]), [])) == {["K-1", "not-declared", "clients.kind"]}
	_found(company, []) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "not-corporate",
		"args": {"client": {"collection": "clients", "id": "K-1"}, "sent_on": {"day": testing.day("2026-06-10")}},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "marketing.basis"},
			{"collection": "clients", "id": "K-1", "path": "kind"},
		],
	}}
}

# living_in: verdicts where no basis is named.
_living_in(residence) := testing.verdicts(_found(testing.changed(_marketed({"basis": "none"}, []), {"residence": residence}), [_consent]))

test_without_a_basis_in_the_united_kingdom_and_the_eea if {
	union := [
		"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
		"MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
	]
	every residence in array.concat(union, ["GB", "NO", "IS", "LI", "AX", "GF", "GP", "MF", "MQ", "RE", "YT"]) {
		_living_in(residence) == _no_consent
	}
}

test_without_a_basis_elsewhere if {
	every residence in ["US-CA", "US", "CH", "JE", "IM"] {
		_living_in(residence) == set()
	}
	testing.verdicts(_found(testing.without(_marketed({"basis": "none"}, []), ["residence"]), [])) == {["K-1", "not-declared", "clients.residence"]}
}

# opted_out: verdicts on a client marketed to as an existing one, who opted out on a day.
_opted_out(on, consents) := testing.verdicts(_found(_marketed(object.union(_soft, {"opted_out_on": testing.day(on)}), []), consents))

test_sent_after_a_refusal if {
	_opted_out("2026-06-07", []) == _after_refusal
	_opted_out("2026-06-08", []) == set()
	_opted_out("2026-06-10", []) == set()
	_opted_out("2026-06-11", []) == set()
}

test_what_is_said_of_a_refusal if {
	refused := _marketed(object.union(_soft, {"opted_out_on": testing.day("2026-06-01")}), [])
	_found(refused, []) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "sent-after-refusal",
		"args": {
			"client": {"collection": "clients", "id": "K-1"},
			"sent_on": {"day": testing.day("2026-06-10")},
			"stop_on": {"day": testing.day("2026-06-01")},
		},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "marketing.last_sent_on"},
			{"collection": "clients", "id": "K-1", "path": "marketing.opted_out_on"},
		],
	}}
}

test_a_refusal_counts_on_every_basis if {
	opted_out := {"opted_out_on": testing.day("2026-06-01")}
	testing.verdicts(_found(_marketed(opted_out, []), [_consent])) == _after_refusal
	company := testing.changed(_marketed(object.union(opted_out, {"basis": "corporate-subscriber"}), []), {"kind": "organisation"})
	testing.verdicts(_found(company, [])) == _after_refusal
	abroad := testing.changed(_marketed(object.union(opted_out, {"basis": "none"}), []), {"residence": "US-CA"})
	testing.verdicts(_found(abroad, [])) == _after_refusal
}

test_a_withdrawal_is_a_refusal if {
	withdrawn := _consent_of({"withdrawn_at": testing.at("2026-06-07T09:00:00")})
	_agreed([withdrawn]) == _no_consent | _after_refusal
	testing.verdicts(_found(_marketed(_soft, []), [withdrawn])) == _after_refusal
	testing.verdicts(_found(_marketed(_soft, []), [testing.changed(withdrawn, {"withdrawn_at": testing.at("2026-06-08T09:00:00")})])) == set()
	testing.verdicts(_found(_marketed(_soft, []), [testing.changed(withdrawn, {"kind": "data-processing"})])) == set()
}

_stop_days(consents) := {finding.args.stop_on.day |
	some finding in _found(_marketed({"opted_out_on": testing.day("2026-04-01")}, []), consents)
	finding.reason == "sent-after-refusal"
}

test_the_earliest_refusal_counts if {
	_stop_days([_consent_of({"withdrawn_at": testing.at("2026-05-01T09:00:00")})]) == {testing.day("2026-04-01")}
	_stop_days([_consent_of({"withdrawn_at": testing.at("2026-03-01T09:00:00")})]) == {testing.day("2026-03-01")}
}

test_a_later_consent_lifts_a_refusal if {
	again := _consent_of({"id": "C-2", "given_at": testing.at("2026-04-02T09:00:00")})
	_stop_days([again]) == set()
	_stop_days([testing.changed(again, {"given_at": testing.at("2026-04-01T09:00:00")})]) == {testing.day("2026-04-01")}
	_stop_days([testing.changed(again, {"given_at": testing.at("2026-06-10T09:00:00")})]) == set()
	_stop_days([testing.changed(again, {"given_at": testing.at("2026-06-11T09:00:00")})]) == {testing.day("2026-04-01")}
	_stop_days([testing.changed(again, {"kind": "data-processing"})]) == {testing.day("2026-04-01")}
}

test_a_refusal_after_the_later_consent_counts if {
	again := _consent_of({"id": "C-2", "given_at": testing.at("2026-04-02T09:00:00"), "withdrawn_at": testing.at("2026-05-02T09:00:00")})
	_stop_days([again]) == {testing.day("2026-05-02")}
}

test_withdrawn_and_given_again_on_one_day_by_the_hour if {
	withdrawn := _consent_of({"withdrawn_at": testing.at("2026-05-01T12:00:00")})
	again := _consent_of({"id": "C-2", "given_at": testing.at("2026-05-01T12:00:01")})
	_agreed([withdrawn, again]) == set()
	_agreed([withdrawn, testing.changed(again, {"given_at": testing.at("2026-05-01T12:00:00")})]) == _after_refusal
}

# Of several consents.

_withdrawn := _consent_of({"withdrawn_at": testing.at("2026-06-07T09:00:00")})

# other: a second consent, given before the first was withdrawn, to this.
_other(changes) := testing.changed(_consent_of({"id": "C-2"}), changes)

test_the_withdrawal_of_one_consent_does_not_refuse_what_another_is_to if {
	_agreed([_withdrawn, _other({"purposes": ["invitations"]})]) == set()
	_agreed([_withdrawn, _other({"activity_id": "events"})]) == set()
	_agreed([_withdrawn, _other({"purposes": ["news", "invitations"]})]) == set()
	testing.verdicts(_found(_marketed(_soft, []), [_withdrawn, _other({"activity_id": "events"})])) == set()
}

test_the_withdrawal_refuses_what_it_was_to_on_every_consent if {
	_agreed([_withdrawn, _other({})]) == _after_refusal
	both := testing.changed(_withdrawn, {"purposes": ["news", "invitations"]})
	_agreed([both, _other({"purposes": ["invitations"]})]) == _after_refusal
}

test_two_withdrawals_that_refuse_all_of_a_third_consent if {
	invitations := testing.changed(_withdrawn, {"id": "C-3", "purposes": ["invitations"]})
	both := _other({"purposes": ["news", "invitations"]})
	_agreed([_withdrawn, both, invitations]) == _after_refusal
	_agreed([both, invitations]) == set()
	earlier := testing.changed(invitations, {"withdrawn_at": testing.at("2026-05-01T09:00:00")})
	found := _found(_client, [_withdrawn, both, earlier])
	{finding.args.stop_on.day | some finding in found} == {testing.day("2026-06-07")}
	in_time := testing.changed(invitations, {"withdrawn_at": testing.at("2026-06-08T09:00:00")})
	_agreed([_withdrawn, both, in_time]) == set()
}

test_a_later_consent_lifts_the_refusal_of_what_it_is_to if {
	ended := _other({"id": "C-3", "given_at": testing.at("2026-06-08T09:00:00"), "withdrawn_at": testing.at("2026-06-10T09:00:00")})
	_agreed([_withdrawn, _other({}), ended]) == set()
	_agreed([_withdrawn, _other({}), testing.changed(ended, {"activity_id": "events"})]) == _after_refusal
}

test_an_opt_out_refuses_every_topic if {
	_opted_out("2026-06-07", [_consent, _other({"activity_id": "events"})]) == _after_refusal
	_opted_out("2026-06-07", [_consent, _other({"activity_id": "events", "given_at": testing.at("2026-06-08T09:00:00")})]) == set()
}

# in_use: verdicts on a client written to as an existing one for these purposes, who withdrew the consent above.
_verdicts_in_use(entries) := testing.verdicts(_found(client, [_withdrawn])) if {
	client := testing.changed(_marketed(_soft, []), {"purposes_in_use": entries})
}

test_on_another_ground_what_is_in_use_for_the_client_tells if {
	_verdicts_in_use([{"activity_id": "events", "purpose_ids": ["invitations"]}]) == set()
	_verdicts_in_use([{"activity_id": "newsletter", "purpose_ids": ["invitations"]}]) == set()
	_verdicts_in_use([{"activity_id": "newsletter", "purpose_ids": ["news"]}]) == _after_refusal
	_verdicts_in_use([{"activity_id": "portal", "purpose_ids": ["access"]}]) == _after_refusal
	_verdicts_in_use([{"activity_id": "events"}]) == _after_refusal
	_verdicts_in_use([]) == _after_refusal
}

test_on_the_ground_of_consent_only_consents_tell if {
	in_use := {"purposes_in_use": [{"activity_id": "events", "purpose_ids": ["invitations"]}]}
	found := _found(testing.changed(_client, in_use), [_withdrawn, _other({})])
	testing.verdicts(found) == _after_refusal
}

test_not_declared_what_a_consent_is_to if {
	purposes := {["K-1", "not-declared", "consent_records.purposes"]}
	_agreed([testing.without(_withdrawn, ["purposes"]), _other({"purposes": ["invitations"]})]) == purposes
	_agreed([testing.changed(_withdrawn, {"purposes": []}), _other({"purposes": ["invitations"]})]) == purposes
	_agreed([_withdrawn, testing.without(_other({}), ["purposes"])]) == purposes
	_agreed([_withdrawn, testing.without(_other({"purposes": ["invitations"]}), ["activity_id"])]) == {["K-1", "not-declared", "consent_records.activity_id"]}
}

test_what_a_consent_is_to_is_not_asked_for_where_nothing_turns_on_it if {
	silent := testing.without(_withdrawn, ["purposes", "activity_id"])
	_agreed([silent]) == _no_consent | _after_refusal
	_agreed([testing.without(_withdrawn, ["purposes"]), _other({"activity_id": "events"})]) == set()
	_agreed([silent, testing.without(_other({"given_at": testing.at("2026-06-08T09:00:00")}), ["purposes"])]) == set()
	in_time := testing.changed(silent, {"withdrawn_at": testing.at("2026-06-08T09:00:00")})
	_agreed([in_time, _other({})]) == set()
	_opted_out("2026-06-07", [testing.without(_consent, ["purposes"])]) == _after_refusal
}

test_the_consents_that_tell_are_relied_on if {
	found := _found(_client, [_withdrawn, _other({})])
	{finding.relied_on | some finding in found} == {[
		{"collection": "clients", "id": "K-1", "path": "marketing.last_sent_on"},
		{"collection": "clients", "id": "K-1", "path": "marketing.opted_out_on"},
		{"collection": "consent_records", "id": "C-1", "path": "given_at"},
		{"collection": "consent_records", "id": "C-1", "path": "withdrawn_at"},
		{"collection": "consent_records", "id": "C-2", "path": "given_at"},
		{"collection": "consent_records", "id": "C-2", "path": "withdrawn_at"},
		{"collection": "consent_records", "id": "C-1", "path": "purposes"},
		{"collection": "consent_records", "id": "C-2", "path": "purposes"},
	]}
}

test_a_withdrawal_of_unknown_kind_that_is_to_something_else_is_not_asked_about if {
	unkind := testing.without(_withdrawn, ["kind"])
	_agreed([unkind, _other({"activity_id": "events"})]) == set()
	_agreed([unkind, _other({})]) == {["K-1", "not-declared", "consent_records.kind"]}
}

test_marketing_that_has_stopped_since if {
	client := {"collection": "clients", "id": "K-1"}
	_found(_marketed({"stopped_on": testing.day("2026-06-11")}, []), []) == {{
		"subject": client,
		"reason": "handled-since",
		"args": {
			"client": client,
			"sent_on": {"day": testing.day("2026-06-10")},
			"stopped_on": {"day": testing.day("2026-06-11")},
		},
		"relied_on": [
			{"collection": "clients", "id": "K-1", "path": "marketing.stopped_on"},
			{"collection": "clients", "id": "K-1", "path": "marketing.last_sent_on"},
			{"collection": "clients", "id": "K-1", "path": "marketing.basis"},
		],
	}}
}

test_every_fault_is_handled_by_stopping if {
	stopped := {"stopped_on": testing.day("2026-06-11")}
	handled := {["K-1", "handled-since", ""]}
	refused := object.union(stopped, {"opted_out_on": testing.day("2026-01-06")})
	testing.verdicts(_found(_marketed(refused, []), [])) == handled
	testing.verdicts(_found(_marketed(object.union(stopped, {"basis": "none"}), []), [])) == handled
	testing.verdicts(_found(_marketed(object.union(stopped, {"basis": "corporate-subscriber"}), []), [])) == handled
	testing.verdicts(_found(_marketed(object.union_n([stopped, _soft, {"similar_services_only": false}]), []), [])) == handled
}

test_where_nothing_was_wrong_a_stop_is_no_finding if {
	_verdicts({"stopped_on": testing.day("2026-06-11")}, []) == set()
}

test_stopped_by_the_day_of_sending_is_not_stopped_since if {
	testing.verdicts(_found(_marketed({"stopped_on": testing.day("2026-06-10")}, []), [])) == _no_consent
	testing.verdicts(_found(_marketed({"stopped_on": testing.day("2026-06-09")}, []), [])) == _no_consent
	every finding in _found(_marketed({"stopped_on": testing.day("2026-06-10")}, []), []) {
		not "changes_on" in object.keys(finding)
	}
}

test_a_stop_that_lies_ahead if {
	stopped_today := _marketed({"stopped_on": testing.day("2026-11-22")}, [])
	testing.verdicts(_found(stopped_today, [])) == {["K-1", "handled-since", ""]}
	ahead := _found(_marketed({"stopped_on": testing.day("2026-11-23")}, []), [])
	testing.verdicts(ahead) == _no_consent
	{finding.changes_on | some finding in ahead} == {testing.day("2026-11-23")}
}

test_what_belongs_to_another_basis_is_not_asked_for if {
	conditions := {"similar_services_only": false, "refusal_offered_each_time": false}
	_found(testing.without(_marketed(conditions, []), ["kind", "residence"]), [_consent]) == set()
}

test_not_declared_how_it_was_sent if {
	testing.verdicts(_found(_marketed({}, ["channels", "basis"]), [])) == {["K-1", "not-declared", "clients.marketing.channels"]}
	testing.ids(_examined(_marketed({}, ["channels"]), [])) == {"K-1"}
}

test_not_declared_why_it_was_sent if {
	_verdicts({}, ["basis"]) == {["K-1", "not-declared", "clients.marketing.basis"]}
	_verdicts({"opted_out_on": testing.day("2026-06-01")}, ["basis"]) == {["K-1", "not-declared", "clients.marketing.basis"]} | _after_refusal
}

test_not_declared_when_consent_was_given if {
	undated := testing.without(_consent, ["given_at"])
	_agreed([undated]) == {["K-1", "not-declared", "consent_records.given_at"]}
	_agreed([undated, _consent_of({"id": "C-2"})]) == set()
	_agreed([testing.changed(undated, {"withdrawn_at": testing.at("2026-06-09T09:00:00")})]) == _no_consent
}

test_not_declared_whether_a_refusal_was_lifted if {
	undated := testing.without(_consent, ["given_at"])
	_opted_out("2026-04-01", [undated]) == {["K-1", "not-declared", "consent_records.given_at"]}
	_opted_out("2026-06-09", [undated]) == set()
}

test_not_declared_what_a_consent_is_for if {
	unkind := testing.without(_consent, ["kind"])
	missing := {["K-1", "not-declared", "consent_records.kind"]}
	_agreed([unkind]) == missing
	_agreed([unkind, _consent_of({"id": "C-2"})]) == set()
	_agreed([testing.changed(unkind, {"expires_on": testing.day("2026-06-09")})]) == _no_consent
	_opted_out("2026-04-01", [unkind]) == missing
}

test_not_declared_whether_a_withdrawal_was_a_refusal if {
	unkind := testing.changed(testing.without(_consent, ["kind"]), {"withdrawn_at": testing.at("2026-06-07T09:00:00")})
	missing := {["K-1", "not-declared", "consent_records.kind"]}
	testing.verdicts(_found(_marketed(_soft, []), [unkind])) == missing
	_agreed([unkind]) == missing | _no_consent
	in_time := testing.changed(unkind, {"withdrawn_at": testing.at("2026-06-08T09:00:00")})
	testing.verdicts(_found(_marketed(_soft, []), [in_time])) == set()
}

test_consents_that_lack_a_fact_are_named_together if {
	undated := testing.without(_consent, ["given_at"])
	_found(_client, [undated, testing.changed(undated, {"id": "C-2"})]) == {{
		"subject": {"collection": "clients", "id": "K-1"},
		"reason": "not-declared",
		"by": "consent_records.given_at",
		"args": {
			"subject": {"collection": "consent_records", "id": "C-1"},
			"fact": {"collection": "consent_records", "field": "given_at"},
		},
		"relied_on": [
			{"collection": "consent_records", "id": "C-1", "path": "given_at"},
			{"collection": "consent_records", "id": "C-2", "path": "given_at"},
		],
	}}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("no-consent", _found(_client, [_withdrawn])) == {["marketing.basis", "marketing.last_sent_on", "given_at", "withdrawn_at"]}
}
