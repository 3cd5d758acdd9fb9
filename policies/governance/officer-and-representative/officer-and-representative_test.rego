package privity.governance.officer_and_representative_test

import data.lib.testing
import data.privity.governance.officer_and_representative as control

_firm := {
	"grade": 2,
	"regimes": ["uk-gdpr", "sra"],
	"establishments": ["GB"],
	"public_authority": false,
	"large_scale_monitoring": false,
	"large_scale_special_category": false,
	"dpo": {"reasoning_text": "No core activity on a large scale."},
}

_officer := {
	"large_scale_monitoring": true,
	"dpo": {
		"staff_or_vendor_id": "S-1",
		"contact_published": true,
		"authority_notified_on": testing.day("2026-11-22"),
		"other_offices": ["privacy-lead"],
	},
}

_findings(changes, removed) := found if {
	firm := testing.changed(testing.without(_firm, removed), changes)
	found := control.findings with input as {"firm": firm, "collection": "firm"}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(changes, removed) := {[reason, by] | some [_, reason, by] in testing.verdicts(_findings(changes, removed))}

_examined(changes, removed) := examined if {
	firm := testing.changed(testing.without(_firm, removed), changes)
	examined := control.examined with input as {"firm": firm, "collection": "firm"}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

# with_officer: of a firm that needs an officer, whose entry is changed as said.
_with_officer(changes, removed) := _verdicts(
	{
		"large_scale_monitoring": true,
		"dpo": testing.changed(testing.without(_officer.dpo, removed), changes),
	},
	[],
)

test_none_needed_and_the_reasons_recorded if _verdicts({}, []) == set()

test_none_needed_and_no_reasons if {
	_verdicts({}, ["dpo"]) == {["no-reasons", ""]}
	_verdicts({"dpo": {"reasoning_text": " "}}, []) == {["no-reasons", ""]}
	_verdicts({"dpo": {"staff_or_vendor_id": "S-1"}}, []) == set()
}

test_needed_and_in_order if _verdicts(_officer, []) == set()

test_each_ground_is_enough if {
	every ground in ["public_authority", "large_scale_monitoring", "large_scale_special_category"] {
		_verdicts({ground: true}, []) == {["no-dpo", ""]}
		_verdicts({"dpo": {}, ground: true}, []) == {["no-dpo", ""]}
		_verdicts({}, [ground]) == {["not-declared", concat(".", ["firm", ground])]}
	}
	_verdicts({"public_authority": true}, ["large_scale_monitoring"]) == {["no-dpo", ""]}
}

test_what_is_said_where_none_is_named if {
	_findings({"public_authority": true}, []) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-dpo",
		"args": {},
		"relied_on": [
			{"collection": "firm", "id": "firm", "path": "dpo.staff_or_vendor_id"},
			{"collection": "firm", "id": "firm", "path": "public_authority"},
		],
	}}
}

test_the_officer_is_announced if {
	_with_officer({"contact_published": false}, []) == {["dpo-not-announced", ""]}
	_with_officer({}, ["authority_notified_on"]) == {["dpo-not-announced", ""]}
	_with_officer({}, ["contact_published"]) == {["not-declared", "firm.dpo.contact_published"]}
	_with_officer({"authority_notified_on": testing.day("2026-11-23")}, []) == {["dpo-not-announced", ""]}
	_with_officer({"staff_or_vendor_id": ""}, []) == {["no-dpo", ""]}
}

test_an_announcement_that_lies_ahead_changes_the_verdict if {
	tomorrow := testing.day("2026-11-23")
	later := testing.changed(_officer.dpo, {"authority_notified_on": tomorrow})
	[finding.changes_on | some finding in _findings({"public_authority": true, "dpo": later}, [])] == [tomorrow]
	unpublished := testing.changed(later, {"contact_published": false})
	{[object.get(finding, "changes_on", 0), [fact.path | some fact in finding.relied_on]] |
		some finding in _findings({"public_authority": true, "dpo": unpublished}, [])
	} == {[0, ["dpo.authority_notified_on", "dpo.contact_published"]]}
	{entry.changes_on | some entry in _examined({"dpo": later}, [])} == {tomorrow}
}

test_offices_that_conflict if {
	_with_officer({"other_offices": ["managing-partner", "cofa", "head-of-it", "security-lead"]}, []) == {
		["dpo-conflict", "managing-partner"],
		["dpo-conflict", "head-of-it"],
		["dpo-conflict", "security-lead"],
	}
	_with_officer({}, ["other_offices"]) == set()
}

test_what_is_said_of_a_conflict if {
	changes := testing.changed(_officer, {"dpo": testing.changed(_officer.dpo, {"other_offices": ["head-of-it"]})})
	{finding.args | some finding in _findings(changes, [])} == {{"office": {"collection": "firm", "field": "dpo.other_offices", "value": "head-of-it"}}}
}

_abroad := {"establishments": ["US-NY"]}

test_a_representative_where_there_is_no_office if {
	_verdicts(_abroad, []) == {["no-representative", "uk-gdpr"]}
	_verdicts({"establishments": []}, []) == {["no-representative", "uk-gdpr"]}
	_verdicts({"regimes": ["eu-gdpr", "uk-gdpr"]}, []) == {["no-representative", "eu-gdpr"]}
	_verdicts({"regimes": ["eu-gdpr", "uk-gdpr"], "establishments": ["GB-SCT", "IE"]}, []) == set()
	_verdicts({"regimes": ["eu-gdpr"], "establishments": ["NO"]}, []) == set()
	_verdicts({"regimes": ["eu-gdpr"], "establishments": ["CH"]}, []) == {["no-representative", "eu-gdpr"]}
}

test_a_representative_is_set if {
	_verdicts(object.union(_abroad, {"uk_representative": {"name": "Rep Ltd"}}), []) == set()
	_verdicts(object.union(_abroad, {"uk_representative": {"contact": "rep@rep.example"}}), []) == set()
	_verdicts(object.union(_abroad, {"uk_representative": {}}), []) == {["no-representative", "uk-gdpr"]}
	_verdicts(object.union(_abroad, {"eu_representative": {"name": "Rep GmbH"}}), []) == {["no-representative", "uk-gdpr"]}
	_verdicts({"regimes": ["eu-gdpr"], "eu_representative": {"name": "Rep GmbH"}}, []) == set()
}

test_exempt_with_a_reason if {
	_verdicts(object.union(_abroad, {"representative_exempt": {"regime": "uk-gdpr", "reason": "One matter a year."}}), []) == set()
	_verdicts(object.union(_abroad, {"representative_exempt": {"regime": "uk-gdpr", "reason": ""}}), []) == {["no-representative", "uk-gdpr"]}
	_verdicts(object.union(_abroad, {"representative_exempt": {"regime": "eu-gdpr", "reason": "One matter."}}), []) == {["no-representative", "uk-gdpr"]}
	_verdicts(object.union(_abroad, {"representative_exempt": {"reason": "One matter."}}), []) == {["not-declared", "firm.representative_exempt.regime"]}
	_verdicts({"representative_exempt": {"reason": "One matter."}}, []) == set()
}

test_not_declared_where_the_offices_are if {
	_verdicts({}, ["establishments"]) == {["not-declared", "firm.establishments"]}
	_verdicts({"uk_representative": {"name": "Rep Ltd"}}, ["establishments"]) == set()
	_verdicts({"representative_exempt": {"reason": "One matter."}}, ["establishments"]) == {["not-declared", "firm.establishments"]}
}

test_not_declared_which_laws_apply if {
	_verdicts({"establishments": ["US-NY"], "public_authority": true}, ["regimes", "large_scale_monitoring"]) == {["not-declared", "firm.regimes"]}
}

test_what_is_said_of_a_missing_representative if {
	_findings(_abroad, []) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-representative",
		"by": "uk-gdpr",
		"args": {"regime": {"collection": "firm", "field": "regimes", "value": "uk-gdpr"}},
		"relied_on": [
			{"collection": "firm", "id": "firm", "path": "uk_representative"},
			{"collection": "firm", "id": "firm", "path": "establishments"},
			{"collection": "firm", "id": "firm", "path": "regimes"},
		],
	}}
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_european_law if {
	american := {"regimes": ["aba"], "public_authority": true, "establishments": ["US-NY"]}
	_verdicts(american, []) == set()
	_examined(american, []) == set()
	_not_applicable(american) == "not-european"
	_not_applicable({}) == "applies"
	_not_applicable(_firm) == "applies"
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
	testing.ids(_examined({}, ["regimes"])) == {"firm"}
	testing.ids(_examined(_officer, [])) == {"firm"}
}

test_a_firm_abroad_is_asked_nothing if {
	abroad := {"regimes": ["aba"], "dpo": testing.without(_officer.dpo, ["contact_published"])}
	_verdicts(abroad, ["large_scale_monitoring", "establishments"]) == set()
	_examined(abroad, []) == set()
	_examined({"regimes": ["aba"]}, ["dpo"]) == set()
	_verdicts({}, ["regimes", "establishments", "dpo"]) == {["not-declared", "firm.regimes"]}
}

test_an_officer_whom_the_firm_need_not_have_is_not_judged if {
	_verdicts({"dpo": {"staff_or_vendor_id": "S-1", "other_offices": ["head-of-it"], "contact_published": false}}, []) == set()
	_verdicts({"public_authority": true, "dpo": {"other_offices": ["head-of-it"], "contact_published": false}}, []) == {["no-dpo", ""]}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("dpo-conflict", _findings({"dpo": {"authority_notified_on": testing.day("2026-11-22"), "contact_published": true, "other_offices": ["head-of-it"], "staff_or_vendor_id": "S-1"}, "large_scale_monitoring": true}, [])) == {["dpo.other_offices"]}
	_paths("no-reasons", _findings({}, ["dpo"])) == {["dpo.reasoning_text", "public_authority", "large_scale_monitoring", "large_scale_special_category"]}
}

# The European Economic Area, not what lies in Europe.
test_an_office_in_any_state_of_the_area_will_do if {
	represented := {country | some country in _countries; _verdicts({"regimes": ["eu-gdpr"], "establishments": [country]}, []) == set()}
	represented == _countries - {"GB", "CH", "UA"}
}

_countries := {
	"AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
	"LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "UA",
}

test_the_day_of_the_announcement_is_examined_once if {
	_examined(_officer, []) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
	later := testing.changed(_officer.dpo, {"authority_notified_on": testing.day("2026-11-23")})
	_examined({"dpo": later}, []) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2, "changes_on": testing.day("2026-11-23")}}
	_examined({"dpo": {"staff_or_vendor_id": "S-1"}}, []) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
}

test_a_firm_with_an_id_of_its_own_is_the_firm if {
	testing.ids(_examined({"id": "smith-and-co"}, [])) == {"firm"}
}
