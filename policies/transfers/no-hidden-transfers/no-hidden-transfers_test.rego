package privity.transfers.no_hidden_transfers_test

import data.lib.testing
import data.privity.transfers.no_hidden_transfers as control

_system := {
	"id": "dms",
	"grade": 2,
	"medium": "electronic",
	"holds_client_data": true,
	"hosting_countries": ["IE"],
	"vendor_id": "V-1",
}

_vendor := {"id": "V-1", "grade": 1, "status": "active", "receives_personal_data": true, "countries": ["IE"], "sub_processors": []}

_tool := {"id": "tool", "grade": 3, "status": "active", "vendor_id": "V-1", "processes_personal_data": true, "processing_countries": ["IE"]}

_counsel := {"id": "counsel", "category": "counsel", "countries": ["IE"], "received_data": true}

_activity := {"id": "advice", "status": "active", "recipients": [_counsel]}

_terms := {
	"id": "CT-1",
	"grade": 1,
	"client_id": "K-1",
	"effective_on": testing.day("2026-01-01"),
	"allowed_countries": ["IE", "US"],
	"system_ids": ["dms"],
}

_base := {
	"firm": {"regimes": ["eu-gdpr", "aba"]},
	"systems": {"dms": _system},
	"vendors": {"V-1": _vendor},
	"ai_systems": {"tool": _tool},
	"processing_activities": {"advice": _activity},
	"transfers": {},
	"client_terms": {},
}

_decisions := [
	{"regime": "eu", "country": "CH", "valid_from": "2000-07-26", "scope": "whole"},
	{"regime": "eu", "country": "JP", "valid_from": "2019-01-23", "valid_to": "2027-01-23", "scope": "whole"},
	{"regime": "eu", "country": "CA", "valid_from": "2001-12-20", "scope": "commercial-organisations"},
	{"regime": "uk", "country": "IE", "valid_from": "2020-12-31", "scope": "whole"},
	{"regime": "uk", "country": "CH", "valid_from": "2020-12-31", "scope": "whole"},
]

_found(changes) := found if {
	found := control.findings with data.inventory as testing.changed(_base, changes)
		with data.as_of as testing.end_of("2026-11-22")
		with data.tables as {"adequacy": _decisions}
}

_verdicts(changes) := testing.verdicts(_found(changes))

_examined(changes) := examined if {
	examined := control.examined with data.inventory as testing.changed(_base, changes)
		with data.as_of as testing.end_of("2026-11-22")
		with data.tables as {"adequacy": _decisions}
}

_with_system(changes, removed) := {"systems": {"dms": testing.changed(testing.without(_system, removed), changes)}}

_with_vendor(changes, removed) := {"vendors": {"V-1": testing.changed(testing.without(_vendor, removed), changes)}}

_with_tool(changes, removed) := {"ai_systems": {"tool": testing.changed(testing.without(_tool, removed), changes)}}

_with_recipient(changes, removed) := {"processing_activities": {"advice": testing.changed(
	_activity,
	{"recipients": [testing.changed(testing.without(_counsel, removed), changes)]},
)}}

_with_terms(changes, removed) := {"client_terms": {"CT-1": testing.changed(testing.without(_terms, removed), changes)}}

_abroad := _with_system({"hosting_countries": ["US"]}, [])

_covered_by(changes, transfer) := _verdicts(object.union(changes, {"transfers": {"T-1": object.union({"id": "T-1", "status": "active", "importer_country": "US"}, transfer)}}))

_hidden(id, by) := {[id, "hidden-transfer", by]}

test_inside_the_area_nothing_is_hidden if _verdicts({}) == set()

test_examined if {
	_examined(_with_terms({"ended_on": testing.day("2026-12-31")}, [])) == {
		{"subject": {"collection": "systems", "id": "dms"}, "grade": 2},
		{"subject": {"collection": "vendors", "id": "V-1"}, "grade": 1},
		{"subject": {"collection": "ai_systems", "id": "tool"}, "grade": 3},
		{"subject": {"collection": "processing_activities", "id": "advice"}, "grade": 0},
		{"subject": {"collection": "client_terms", "id": "CT-1"}, "grade": 1, "changes_on": testing.day("2026-12-31")},
	}
	{entry.changes_on | some entry in _examined(_with_system({"hosting_countries": ["JP"]}, []))} == {testing.day("2027-01-23")}
}

test_what_is_not_examined if {
	nothing := {"systems": {}, "vendors": {}, "ai_systems": {}, "processing_activities": {}}
	every changes in [
		_with_system({"holds_client_data": false, "hosting_countries": ["US"]}, []),
		_with_vendor({"receives_personal_data": false, "countries": ["US"]}, []),
		_with_vendor({"status": "ended", "countries": ["US"]}, []),
		_with_vendor({"status": "proposed", "countries": ["US"]}, []),
		_with_tool({"processes_personal_data": false, "processing_countries": ["US"]}, []),
		_with_tool({"status": "proposed", "processing_countries": ["US"]}, []),
		_with_tool({"status": "retired", "processing_countries": ["US"]}, []),
		{"processing_activities": {"advice": testing.changed(_activity, {"status": "planned"})}},
		{"processing_activities": {"advice": testing.changed(_activity, {"status": "ended"})}},
		_with_recipient({"category": "data-subject", "countries": ["US"]}, []),
		_with_recipient({"received_data": false, "countries": ["US"]}, []),
		_with_terms({}, ["allowed_countries"]),
		_with_terms({"effective_on": testing.day("2026-11-23")}, ["system_ids"]),
		_with_terms({"ended_on": testing.day("2026-11-22")}, ["system_ids"]),
	] {
		_examined(object.union(nothing, changes)) == set()
		_verdicts(changes) == set()
	}
}

test_each_place_abroad_is_hidden if {
	_verdicts(_abroad) == _hidden("dms", "US")
	_verdicts(_with_system({"remote_access_countries": ["US", "IE", "IN"]}, [])) == _hidden("dms", "US") | _hidden("dms", "IN")
	_verdicts(_with_vendor({"countries": ["US"]}, [])) == _hidden("V-1", "US")
	_verdicts(_with_vendor({"sub_processors": [{"name": "S", "country": "US"}]}, [])) == _hidden("V-1", "US")
	_verdicts(_with_tool({"processing_countries": ["US"]}, [])) == _hidden("tool", "US")
	_verdicts(_with_recipient({"countries": ["US-CA"]}, [])) == _hidden("advice", "counsel/US-CA")
	_verdicts(_with_recipient({"countries": ["US-CA"]}, ["received_data"])) == _hidden("advice", "counsel/US-CA")
}

test_what_a_hidden_transfer_says if {
	_found(_with_system({"hosting_countries": ["US"], "remote_access_countries": ["US"]}, [])) == {{
		"subject": {"collection": "systems", "id": "dms"},
		"reason": "hidden-transfer",
		"by": "US",
		"args": {
			"place": {"collection": "systems", "id": "dms"},
			"country": {"collection": "transfers", "field": "importer_country", "value": "US"},
		},
		"relied_on": [
			{"collection": "systems", "id": "dms", "path": "hosting_countries"},
			{"collection": "systems", "id": "dms", "path": "remote_access_countries"},
		],
	}}
	{finding.args.place | some finding in _found(_with_recipient({"countries": ["US"]}, []))} == {{
		"collection": "processing_activities",
		"id": "advice",
		"field": "recipients",
		"part": "counsel",
	}}
}

test_an_active_transfer_covers_what_it_names if {
	_covered_by(_abroad, {"system_id": "dms"}) == set()
	_covered_by(_abroad, {"vendor_id": "V-1"}) == set()
	_covered_by(_abroad, {"system_id": "other"}) == _hidden("dms", "US")
	_covered_by(_abroad, {"system_id": "dms", "status": "planned"}) == _hidden("dms", "US")
	_covered_by(_abroad, {"system_id": "dms", "importer_country": "IN"}) == _hidden("dms", "US")
	_covered_by(_with_vendor({"countries": ["US"]}, []), {"vendor_id": "V-1"}) == set()
	_covered_by(_with_vendor({"countries": ["US"]}, []), {"system_id": "dms"}) == set()
	_covered_by(_with_vendor({"countries": ["US"]}, []), {"recipient_id": "V-1"}) == set()
	_covered_by(_with_vendor({"countries": ["US"]}, []), {"vendor_id": "V-2"}) == _hidden("V-1", "US")
	_covered_by(_with_tool({"processing_countries": ["US"]}, []), {"vendor_id": "V-1"}) == set()
	_covered_by(_with_tool({"processing_countries": ["US"]}, ["vendor_id"]), {"vendor_id": "V-1"}) == _hidden("tool", "US")
	_covered_by(_with_tool({"processing_countries": ["US"]}, ["vendor_id"]), {"recipient_id": "tool"}) == set()
	_covered_by(_with_recipient({"countries": ["US-CA"]}, []), {"recipient_id": "counsel"}) == set()
	_covered_by(_with_recipient({"countries": ["US-CA"], "id": "x"}, []), {"recipient_id": "counsel"}) == set()
	_covered_by(_with_recipient({"countries": ["US"], "id": "x"}, []), {"recipient_id": "y"}) == _hidden("advice", "x/US")
	_covered_by(_with_recipient({"countries": ["US"]}, []), {"recipient_id": "counsel", "importer_country": "US-CA"}) == _hidden("advice", "counsel/US")
	_covered_by(_with_recipient({"countries": ["US"], "id": "V-1", "category": "vendor"}, []), {"vendor_id": "V-1"}) == set()
}

test_not_declared_whether_a_transfer_takes_place if {
	unsaid := {"transfers": {"T-1": {"id": "T-1", "importer_country": "US", "system_id": "dms"}}}
	_verdicts(object.union(_abroad, unsaid)) == {["dms", "not-declared", "transfers.status"]}
}

test_adequate_countries_should_be_declared if {
	_verdicts(_with_system({"hosting_countries": ["CH"]}, [])) == {["dms", "adequate-not-declared", "CH"]}
	_verdicts(_with_system({"hosting_countries": ["CA"]}, [])) == _hidden("dms", "CA")
	{[finding.args.country.value, finding.changes_on] | some finding in _found(_with_system({"hosting_countries": ["JP"]}, []))} == {["JP", testing.day("2027-01-23")]}
	swiss := {"transfers": {"T-1": {"id": "T-1", "status": "active", "importer_country": "CH", "system_id": "dms"}}}
	_verdicts(object.union(_with_system({"hosting_countries": ["CH"]}, []), swiss)) == set()
}

test_each_law_has_its_area if {
	british := {"firm": {"regimes": ["uk-gdpr"]}}
	_verdicts(object.union(british, _with_system({"hosting_countries": ["GB"]}, []))) == {
		["V-1", "adequate-not-declared", "IE"],
		["tool", "adequate-not-declared", "IE"],
		["advice", "adequate-not-declared", "counsel/IE"],
	}
	both := {"firm": {"regimes": ["eu-gdpr", "uk-gdpr"]}, "vendors": {}, "ai_systems": {}, "processing_activities": {}}
	_verdicts(both) == {["dms", "adequate-not-declared", "IE"]}
	_verdicts(object.union(both, _with_system({"hosting_countries": ["CH"]}, []))) == {["dms", "adequate-not-declared", "CH"]}
	_verdicts(object.union(both, _with_system({"hosting_countries": ["JP"]}, []))) == _hidden("dms", "JP")
	_verdicts(object.union(both, _with_system({"hosting_countries": ["GB"]}, []))) == _hidden("dms", "GB")
}

test_firms_elsewhere_are_judged_on_client_terms_only if {
	elsewhere := {"firm": {"regimes": ["aba"]}}
	_verdicts(object.union(elsewhere, _abroad)) == set()
	_verdicts(object.union(elsewhere, _with_system({}, ["hosting_countries"]))) == set()
	_examined(elsewhere) == set()
	forbidden := object.union(_with_system({"hosting_countries": ["IN"]}, []), _with_terms({}, []))
	_verdicts(object.union(elsewhere, forbidden)) == {["dms", "client-forbids-place", "CT-1/IN"]}
	testing.ids(_examined(object.union(elsewhere, forbidden))) == {"CT-1"}
}

test_not_declared_where_the_register_of_transfers_is_missing if {
	found := control.findings with data.inventory as testing.without(testing.changed(_base, _abroad), ["transfers"])
		with data.as_of as testing.end_of("2026-11-22")
		with data.tables as {"adequacy": _decisions}
	found == set()
}

test_not_declared_under_which_regimes_the_firm_is if {
	_verdicts(object.union({"firm": {}}, _abroad)) == {["firm", "not-declared", "firm.regimes"]}
	count(_examined({"firm": {}})) == 4
}

test_not_declared_where_data_is if {
	_verdicts(_with_system({}, ["hosting_countries"])) == {["dms", "not-declared", "systems.hosting_countries"]}
	_verdicts(_with_system({"medium": "paper"}, ["hosting_countries"])) == set()
	_verdicts(_with_system({}, ["hosting_countries", "holds_client_data"])) == set()
	every category in ["counsel", "expert", "corporate-client"] {
		_verdicts(_with_recipient({"category": category}, ["countries"])) == {["advice", "not-declared", "processing_activities.recipients.countries"]}
	}
	_verdicts(_with_recipient({"category": "court"}, ["countries"])) == set()
}

test_not_declared_whether_a_place_counts if {
	_verdicts(_with_system({"hosting_countries": ["US"]}, ["holds_client_data"])) == {["dms", "not-declared", "systems.holds_client_data"]}
	_verdicts(_with_vendor({"countries": ["US"]}, ["status"])) == {["V-1", "not-declared", "vendors.status"]}
	_verdicts(_with_vendor({"countries": ["US"]}, ["receives_personal_data"])) == {["V-1", "not-declared", "vendors.receives_personal_data"]}
	_verdicts(_with_tool({"processing_countries": ["US"]}, ["status"])) == {["tool", "not-declared", "ai_systems.status"]}
	_verdicts(_with_tool({"processing_countries": ["US"]}, ["processes_personal_data"])) == {["tool", "not-declared", "ai_systems.processes_personal_data"]}
	unsaid := testing.without(_with_recipient({"countries": ["US"]}, []).processing_activities.advice, ["status"])
	_verdicts({"processing_activities": {"advice": unsaid}}) == {["advice", "not-declared", "processing_activities.status"]}
}

test_clients_terms if {
	_verdicts(_with_terms({}, [])) == set()
	_verdicts(_with_terms({"allowed_countries": ["GB"]}, [])) == {["dms", "client-forbids-place", "CT-1/IE"]}
	_verdicts(_with_terms({"forbidden_countries": ["IE"]}, [])) == {["dms", "client-forbids-place", "CT-1/IE"]}
	_verdicts(_with_terms({"forbidden_countries": ["CN"]}, ["allowed_countries"])) == set()
	_verdicts(_with_terms({"allowed_countries": ["GB"], "effective_on": testing.day("2026-11-22")}, [])) == {["dms", "client-forbids-place", "CT-1/IE"]}
	_verdicts(_with_terms({"allowed_countries": ["GB"], "ended_on": testing.day("2026-11-23")}, [])) == {["dms", "client-forbids-place", "CT-1/IE"]}
	remote := _with_system({"remote_access_countries": ["GB", "US-CA"]}, [])
	american := {"transfers": {"T-1": {"id": "T-1", "status": "active", "importer_country": "US", "system_id": "dms"}, "T-2": {"id": "T-2", "status": "active", "importer_country": "GB", "system_id": "dms"}}}
	_verdicts(object.union(object.union(remote, american), _with_terms({}, []))) == {["dms", "client-forbids-place", "CT-1/GB"]}
}

test_what_forbidden_places_say if {
	_found(_with_terms({"allowed_countries": ["GB"], "ended_on": testing.day("2026-12-31")}, [])) == {{
		"subject": {"collection": "systems", "id": "dms"},
		"reason": "client-forbids-place",
		"by": "CT-1/IE",
		"args": {
			"system": {"collection": "systems", "id": "dms"},
			"client": {"collection": "clients", "id": "K-1"},
			"country": {"collection": "transfers", "field": "importer_country", "value": "IE"},
		},
		"relied_on": [
			{"collection": "systems", "id": "dms", "path": "hosting_countries"},
			{"collection": "client_terms", "id": "CT-1", "path": "allowed_countries"},
		],
		"changes_on": testing.day("2026-12-31"),
	}}
	{finding.args.client | some finding in _found(_with_terms({"allowed_countries": ["GB"]}, ["client_id"]))} == {{"collection": "client_terms", "id": "CT-1"}}
}

test_not_declared_which_systems_hold_a_clients_data if {
	_verdicts(_with_terms({}, ["system_ids"])) == {["CT-1", "client-systems-unknown", ""]}
	_verdicts(_with_terms({"allowed_countries": ["GB"]}, ["effective_on"])) == {["CT-1", "not-declared", "client_terms.effective_on"]}
	unplaced := object.union(_with_terms({}, []), _with_system({"holds_client_data": false}, ["hosting_countries"]))
	_verdicts(unplaced) == {["dms", "not-declared", "systems.hosting_countries"]}
	on_paper := object.union(_with_terms({}, []), _with_system({"medium": "paper"}, ["hosting_countries"]))
	_verdicts(on_paper) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("client-forbids-place", _found({"client_terms": {"CT-1": testing.changed(_terms, {"forbidden_countries": ["IE"]})}})) == {["hosting_countries", "allowed_countries", "forbidden_countries"]}
	_paths("client-systems-unknown", _found({"client_terms": {"CT-1": testing.without(_terms, ["system_ids"])}})) == {["system_ids"]}
}

_client := {"id": "client", "category": "data-subject", "countries": ["US"]}

_with_recipients(recipients) := {"processing_activities": {"advice": testing.changed(_activity, {"recipients": recipients})}}

test_each_recipient_by_itself if {
	abroad := testing.changed(_counsel, {"countries": ["US"]})
	_verdicts(_with_recipients([_client, abroad])) == _hidden("advice", "counsel/US")
	_verdicts(_with_recipients([_client, _counsel])) == set()
	silent := testing.without(_counsel, ["countries"])
	_verdicts(_with_recipients([_counsel, testing.changed(silent, {"id": "next"})])) == {["advice", "not-declared", "processing_activities.recipients.countries"]}
	_verdicts(_with_recipients([_counsel, testing.changed(silent, {"id": "next", "received_data": false})])) == set()
	_verdicts({"processing_activities": {"advice": {"id": "advice", "recipients": [silent]}}}) == set()
	_verdicts(object.union({"firm": {"regimes": ["aba"]}}, _with_recipients([silent]))) == set()

	# A transfer to a kind of recipient covers those of that kind only.
	expert := {"id": "expert", "category": "expert", "countries": ["US"]}
	_covered_by(_with_recipients([abroad, expert]), {"recipient_id": "counsel"}) == _hidden("advice", "expert/US")
	_covered_by(_with_recipients([testing.changed(expert, {"id": "x"})]), {"recipient_id": "x"}) == set()
}

test_a_transfer_of_a_system_covers_its_own_vendor_only if {
	two := {
		"systems": {"dms": _system, "hr": testing.changed(_system, {"id": "hr", "vendor_id": "V-2"})},
		"vendors": _with_vendor({"countries": ["US"]}, []).vendors,
	}
	_covered_by(two, {"system_id": "hr"}) == _hidden("V-1", "US")
	_covered_by(two, {"system_id": "dms"}) == set()
}

test_not_declared_whether_a_transfer_to_an_adequate_country_takes_place if {
	unsaid := {"transfers": {"T-1": {"id": "T-1", "importer_country": "CH", "system_id": "dms"}}}
	_verdicts(object.union(_with_system({"hosting_countries": ["CH"]}, []), unsaid)) == {["dms", "not-declared", "transfers.status"]}
}

test_days_of_change_go_with_the_record_whose_place_it_is if {
	entries := _examined(_with_system({"hosting_countries": ["JP"]}, []))
	{[entry.subject.id, object.get(entry, "changes_on", "none")] | some entry in entries} == {
		["dms", testing.day("2027-01-23")],
		["V-1", "none"],
		["tool", "none"],
		["advice", "none"],
	}
}

test_the_laws_of_the_firm_are_asked_for_where_there_is_a_place if {
	nowhere := {"firm": {}, "systems": {}, "vendors": {}, "ai_systems": {}, "processing_activities": {}}
	_verdicts(nowhere) == set()
	_verdicts(testing.changed(nowhere, {"systems": {"dms": _system}})) == {["firm", "not-declared", "firm.regimes"]}
}

test_terms_of_which_it_is_open_since_when if {
	expected := {["CT-1", "not-declared", "client_terms.effective_on"]}
	_verdicts(_with_terms({}, ["effective_on", "system_ids"])) == expected
	unplaced := _with_system({"holds_client_data": false}, ["hosting_countries"])
	_verdicts(object.union(unplaced, _with_terms({}, ["effective_on"]))) == expected
}

test_terms_that_only_forbid if {
	_verdicts(_with_terms({"forbidden_countries": ["IE"]}, ["allowed_countries"])) == {["dms", "client-forbids-place", "CT-1/IE"]}
}

test_forbidden_remote_access_leads_to_its_fact if {
	remote := object.union(_with_system({"remote_access_countries": ["NO"]}, []), _with_terms({}, []))
	_paths("client-forbids-place", _found(remote)) == {["remote_access_countries", "allowed_countries"]}
}
