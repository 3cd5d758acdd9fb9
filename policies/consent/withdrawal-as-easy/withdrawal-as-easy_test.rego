package privity.consent.withdrawal_as_easy_test

import data.lib.testing
import data.privity.consent.withdrawal_as_easy as control

_referrals := {
	"id": "referrals",
	"status": "active",
	"regimes": ["uk-gdpr"],
	"lawful_basis": "consent",
	"purposes": [{"id": "introduce"}],
	"grade": 2,
}

_advice := {
	"id": "advice",
	"status": "active",
	"regimes": ["uk-gdpr"],
	"lawful_basis": "contract",
	"purposes": [{"id": "advise"}],
	"grade": 1,
}

_process := {
	"id": "online",
	"giving_channels": ["web-form", "phone"],
	"withdrawal_channels": ["email"],
	"withdrawal_fee": 0,
	"grade": 1,
}

_found(activities, processes) := given if {
	given := control.findings with data.inventory as {
		"processing_activities": testing.by_id(activities),
		"consent_processes": testing.by_id(processes),
	}
		with input as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# verdicts: of the process above, changed as said, in a firm that relies on consent.
_verdicts(changes, removed) := testing.verdicts(_found([_referrals], [testing.changed(testing.without(_process, removed), changes)]))

# verdicts_of: of a firm with the activity for referrals, changed as said, and the process above.
_verdicts_of(changes, removed) := testing.verdicts(_found([testing.changed(testing.without(_referrals, removed), changes)], [_process]))

# without_process: of a firm with the activity for referrals, changed as said, and no process.
_without_process(changes, removed) := testing.verdicts(_found([testing.changed(testing.without(_referrals, removed), changes)], []))

_examined(activities, processes) := given if {
	given := control.examined with data.inventory as {
		"processing_activities": testing.by_id(activities),
		"consent_processes": testing.by_id(processes),
	}
		with input as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

test_as_easy_to_withdraw if _verdicts({}, []) == set()

test_examined_are_the_processes_and_the_firm if {
	_examined([_referrals, _advice], [_process]) == {
		{"subject": {"collection": "consent_processes", "id": "online"}, "grade": 1},
		{"subject": {"collection": "firm", "id": "firm"}, "grade": 2},
	}
}

test_no_use_rests_on_consent if {
	_examined([_advice], [_process]) == set()
	_found([_advice], [testing.changed(_process, {"withdrawal_fee": 5})]) == set()
}

test_an_activity_that_is_not_active_does_not_count if {
	_examined([testing.changed(_referrals, {"status": "planned"})], []) == set()
	_examined([testing.changed(_referrals, {"status": "ended"})], []) == set()
	_without_process({"status": "ended"}, ["lawful_basis", "purposes"]) == set()
}

test_consent_under_any_regime_of_the_activity_counts if {
	california := {"regimes": ["us-ca-ccpa"]}
	_without_process(california, []) == {["firm", "no-process", ""]}
}

test_consent_for_one_purpose_or_for_sensitive_data_counts if {
	one := {"lawful_basis": "contract", "purposes": [{"id": "introduce", "bases": [{"regime": "uk-gdpr", "lawful_basis": "consent"}]}]}
	_without_process(one, []) == {["firm", "no-process", ""]}
	_without_process({"lawful_basis": "contract", "special_condition": "9-2-a"}, []) == {["firm", "no-process", ""]}
	_without_process({"lawful_basis": "contract", "special_condition": "9-2-b"}, []) == set()
}

test_no_process_is_said_once_for_the_firm if {
	other := testing.changed(_referrals, {"id": "newsletter"})
	_found([other, _referrals, _advice], []) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-process",
		"args": {},
		"relied_on": [
			{"collection": "processing_activities", "id": "newsletter", "path": "lawful_basis"},
			{"collection": "processing_activities", "id": "referrals", "path": "lawful_basis"},
		],
	}}
}

test_no_process_where_the_list_itself_is_not_declared if {
	found := control.findings with data.inventory as {"processing_activities": testing.by_id([_referrals])}
		with input as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
	testing.verdicts(found) == {["firm", "no-process", ""]}
}

test_a_process_covers_all_activities_or_those_that_it_names if {
	_verdicts({"activity_ids": ["advice", "referrals"]}, []) == set()
	_verdicts({"activity_ids": ["advice"]}, []) == {["firm", "no-process", ""]}
	_verdicts({"activity_ids": []}, []) == {["firm", "no-process", ""]}
}

test_no_channel_for_withdrawal if _verdicts({"withdrawal_channels": []}, []) == {["online", "no-way-back", ""]}

_harder(giving, withdrawal) := {channel |
	some [_, "harder-to-withdraw", channel] in _verdicts({"giving_channels": giving, "withdrawal_channels": withdrawal}, [])
}

test_consent_given_online_can_be_withdrawn_online if {
	_harder(["portal", "web-form", "email"], ["email"]) == set()
	_harder(["portal", "web-form", "email"], ["portal"]) == set()
	_harder(["portal", "web-form", "email"], ["web-form"]) == set()
	_harder(["portal", "web-form", "email", "phone"], ["phone"]) == {"portal", "web-form", "email"}
}

test_consent_given_by_phone_can_be_withdrawn_by_phone_or_online if {
	_harder(["phone"], ["phone"]) == set()
	_harder(["phone"], ["email"]) == set()
	_harder(["phone"], ["paper"]) == {"phone"}
	_harder(["phone"], ["in-person"]) == {"phone"}
}

test_consent_given_on_paper_or_in_person_can_be_withdrawn_anyhow if {
	_harder(["paper", "in-person"], ["paper"]) == set()
	_harder(["paper", "in-person"], ["in-person"]) == set()
	_harder(["paper", "in-person"], ["phone"]) == set()
}

test_the_easiest_channel_counts if _harder(["email"], ["in-person", "phone", "portal"]) == set()

test_what_is_said_of_a_harder_channel if {
	harder := testing.changed(_process, {"giving_channels": ["email"], "withdrawal_channels": ["paper"]})
	_found([_referrals], [harder]) == {{
		"subject": {"collection": "consent_processes", "id": "online"},
		"reason": "harder-to-withdraw",
		"by": "email",
		"args": {
			"process": {"collection": "consent_processes", "id": "online"},
			"channel": {"collection": "consent_processes", "field": "giving_channels", "value": "email"},
		},
		"relied_on": [
			{"collection": "consent_processes", "id": "online", "path": "withdrawal_channels"},
			{"collection": "consent_processes", "id": "online", "path": "giving_channels"},
		],
	}}
}

test_steps if {
	_verdicts({"giving_steps": 2, "withdrawal_steps": 2}, []) == set()
	_verdicts({"giving_steps": 2, "withdrawal_steps": 3}, []) == {["online", "more-steps", ""]}
	_verdicts({"giving_steps": 2}, []) == set()
	_verdicts({"withdrawal_steps": 3}, []) == set()
}

test_a_fee_is_charged if {
	_verdicts({"withdrawal_fee": 0.5}, []) == {["online", "fee-charged", ""]}
}

test_not_declared_of_a_process if {
	_verdicts({}, ["giving_channels"]) == {["online", "not-declared", "consent_processes.giving_channels"]}
	_verdicts({}, ["withdrawal_channels"]) == {["online", "not-declared", "consent_processes.withdrawal_channels"]}
	_verdicts({}, ["withdrawal_fee"]) == {["online", "not-declared", "consent_processes.withdrawal_fee"]}
	_verdicts({}, ["owner_id"]) == set()
}

test_not_declared_whether_the_firm_relies_on_consent if {
	_verdicts_of({}, ["status"]) == {["online", "not-declared", "processing_activities.status"]}
	_verdicts_of({}, ["lawful_basis"]) == {["online", "not-declared", "processing_activities.lawful_basis"]}
	_verdicts_of({}, ["purposes"]) == {["online", "not-declared", "processing_activities.purposes"]}
	_verdicts_of({}, ["lawful_basis", "regimes"]) == {["online", "not-declared", "processing_activities.lawful_basis"]}
	_verdicts_of({"regimes": ["eu-gdpr"]}, ["lawful_basis"]) == {["online", "not-declared", "processing_activities.lawful_basis"]}
	_verdicts_of({"regimes": ["us-ca-ccpa"]}, ["lawful_basis"]) == set()
	_verdicts_of({"lawful_basis": "contract"}, ["status"]) == set()
	_without_process({}, ["status"]) == {["firm", "not-declared", "processing_activities.status"]}
	_without_process({"special_condition": "9-2-a"}, ["status", "lawful_basis"]) == {["firm", "not-declared", "processing_activities.status"]}
	_without_process({}, ["status", "lawful_basis"]) == {
		["firm", "not-declared", "processing_activities.status"],
		["firm", "not-declared", "processing_activities.lawful_basis"],
	}
	_without_process({}, ["purposes", "lawful_basis"]) == {
		["firm", "not-declared", "processing_activities.purposes"],
		["firm", "not-declared", "processing_activities.lawful_basis"],
	}
}

test_an_undecided_process_is_examined_and_not_judged if {
	open := testing.without(_referrals, ["lawful_basis"])
	charging := testing.changed(_process, {"withdrawal_fee": 5})
	testing.ids(_examined([open], [charging])) == {"online", "firm"}
	_found([open, _advice], [charging]) == {{
		"subject": {"collection": "consent_processes", "id": "online"},
		"reason": "not-declared",
		"by": "processing_activities.lawful_basis",
		"args": {
			"subject": {"collection": "processing_activities", "id": "referrals"},
			"fact": {"collection": "processing_activities", "field": "lawful_basis"},
		},
		"relied_on": [{"collection": "processing_activities", "id": "referrals", "path": "lawful_basis"}],
	}}
	two := testing.changed(open, {"id": "mailing", "status": "active"})
	unsaid := testing.without(_referrals, ["status"])
	testing.verdicts(_found([two, unsaid], [charging])) == {
		["online", "not-declared", "processing_activities.lawful_basis"],
		["online", "not-declared", "processing_activities.status"],
	}
}

test_a_purpose_with_a_basis_of_its_own_needs_no_other if {
	own := {"purposes": [{"id": "introduce", "bases": [{"regime": "uk-gdpr", "lawful_basis": "contract"}]}]}
	_verdicts_of(own, ["lawful_basis"]) == set()
	_verdicts_of(own, ["lawful_basis", "regimes"]) == {["online", "not-declared", "processing_activities.lawful_basis"]}
}

test_one_known_use_of_consent_decides if {
	open := testing.changed(testing.without(_referrals, ["lawful_basis"]), {"id": "mailing"})
	testing.verdicts(_found([_referrals, open], [_process])) == set()
	testing.verdicts(_found([_referrals, open], [])) == {["firm", "no-process", ""]}
	some_only := testing.changed(_process, {"activity_ids": ["referrals"]})
	_found([_referrals, open], [some_only]) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "not-declared",
		"by": "processing_activities.lawful_basis",
		"args": {
			"subject": {"collection": "processing_activities", "id": "mailing"},
			"fact": {"collection": "processing_activities", "field": "lawful_basis"},
		},
		"relied_on": [{"collection": "processing_activities", "id": "mailing", "path": "lawful_basis"}],
	}}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("fee-charged", _found([_referrals], [testing.changed(_process, {"withdrawal_fee": 0.5})])) == {["withdrawal_fee"]}
	_paths("more-steps", _found([_referrals], [testing.changed(_process, {"giving_steps": 2, "withdrawal_steps": 3})])) == {["withdrawal_steps", "giving_steps"]}
	_paths("no-way-back", _found([_referrals], [testing.changed(_process, {"withdrawal_channels": []})])) == {["withdrawal_channels"]}
}
