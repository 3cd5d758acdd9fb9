package privity.governance.uk_fee_test

import data.lib.testing
import data.privity.governance.uk_fee as control

_firm := {
	"grade": 2,
	"regimes": ["uk-gdpr"],
	"headcount": 10,
	"data_protection_fee": {"paid_until": testing.day("2027-04-30"), "tier": 1},
}

_found(changes, removed, as_of) := found if {
	firm := testing.changed(testing.without(_firm, removed), changes)
	found := control.findings with input as {"firm": firm, "collection": "firm"}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {}
}

_verdicts(changes, removed) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, removed, "2026-11-22"))}

_examined(changes, removed, as_of) := examined if {
	firm := testing.changed(testing.without(_firm, removed), changes)
	examined := control.examined with input as {"firm": firm, "collection": "firm"}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of(as_of)
}

_paid_until(day) := _verdicts({"data_protection_fee": {"paid_until": testing.day(day)}}, [])

test_paid if _verdicts({}, []) == set()

test_due_and_lapsed if {
	_paid_until("2026-12-22") == set()
	_paid_until("2026-12-21") == {["fee-due", ""]}
	_paid_until("2026-11-22") == {["fee-due", ""]}
	_paid_until("2026-11-21") == {["fee-lapsed", ""]}
}

test_what_is_said if {
	_found({"data_protection_fee": {"paid_until": testing.day("2026-12-01")}}, [], "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "fee-due",
		"args": {"paid_until": {"day": testing.day("2026-12-01")}},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "data_protection_fee.paid_until"}],
		"changes_on": testing.day("2026-12-02"),
	}}
	_found({"data_protection_fee": {"paid_until": testing.day("2026-11-21")}}, [], "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "fee-lapsed",
		"args": {"paid_until": {"day": testing.day("2026-11-21")}},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "data_protection_fee.paid_until"}],
	}}
}

test_exempt if {
	_verdicts({"data_protection_fee": {"exemption_reason": "Paper only."}}, []) == set()
	_verdicts({"data_protection_fee": {"exemption_reason": "Paper only.", "paid_until": testing.day("2020-01-01"), "tier": 3}}, []) == set()
	_verdicts({"data_protection_fee": {"exemption_reason": " ", "paid_until": testing.day("2020-01-01")}}, []) == {["fee-lapsed", ""]}
}

_tier(tier, headcount) := _verdicts({"headcount": headcount, "data_protection_fee": {"paid_until": testing.day("2027-04-30"), "tier": tier}}, [])

test_tier if {
	wrong := {["wrong-tier", ""]}
	_tier(1, 10) == set()
	_tier(1, 11) == wrong
	_tier(2, 10) == wrong
	_tier(2, 11) == set()
	_tier(2, 250) == set()
	_tier(2, 251) == wrong
	_tier(3, 250) == wrong
	_tier(3, 251) == set()
	{finding.args | some finding in _found({"headcount": 11}, [], "2026-11-22")} == {{"tier": 1, "expected": 2}}
}

test_not_declared if {
	_verdicts({}, ["data_protection_fee"]) == {["not-declared", "firm.data_protection_fee"]}
	_verdicts({"data_protection_fee": {}}, []) == {["not-declared", "firm.data_protection_fee"]}
	_verdicts({"data_protection_fee": {"tier": 1}}, []) == {["not-declared", "firm.data_protection_fee.paid_until"]}
	_verdicts({}, ["headcount"]) == {["not-declared", "firm.headcount"]}
	_verdicts({"data_protection_fee": {"paid_until": testing.day("2027-04-30")}}, ["headcount"]) == set()
	_verdicts({"data_protection_fee": {"paid_until": testing.day("2020-04-30"), "tier": 3}}, ["regimes"]) == {["not-declared", "firm.regimes"]}
}

test_a_firm_outside_the_uk_gdpr if {
	abroad := {"regimes": ["eu-gdpr"], "data_protection_fee": {"paid_until": testing.day("2020-04-30")}}
	_verdicts(abroad, []) == set()
	_examined(abroad, [], "2026-11-22") == set()
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_not_applicable if {
	_not_applicable({"regimes": ["eu-gdpr"]}) == "not-uk"
	_not_applicable({}) == "applies"
	_not_applicable(_firm) == "applies"
}

test_examined if {
	_examined({}, [], "2026-11-22") == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2, "changes_on": testing.day("2027-04-01")}}
	_examined({}, [], "2027-04-01") == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2, "changes_on": testing.day("2027-05-01")}}
	_examined({"data_protection_fee": {"exemption_reason": "Paper only.", "paid_until": testing.day("2027-04-30")}}, [], "2026-11-22") == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
	testing.ids(_examined({}, ["regimes", "data_protection_fee"], "2026-11-22")) == {"firm"}
	count(_found({"data_protection_fee": {"paid_until": testing.day("2027-04-30")}}, [], "2027-03-31")) == 0
	count(_found({"data_protection_fee": {"paid_until": testing.day("2027-04-30")}}, [], "2027-04-01")) == 1
}

test_a_firm_outside_or_exempt_is_asked_nothing if {
	abroad := {"regimes": ["eu-gdpr"]}
	_verdicts(abroad, ["data_protection_fee"]) == set()
	_verdicts(abroad, ["headcount"]) == set()
	_verdicts(object.union(abroad, {"data_protection_fee": {"tier": 3}}), []) == set()
	_verdicts(object.union(abroad, {"data_protection_fee": {"paid_until": testing.day("2026-12-01")}}), []) == set()
	_verdicts({"data_protection_fee": {"exemption_reason": "Paper only.", "tier": 3}}, ["headcount"]) == set()
	_verdicts({"data_protection_fee": {"exemption_reason": "Paper only.", "paid_until": testing.day("2026-12-01")}}, []) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("wrong-tier", _found({"headcount": 11}, [], "2026-11-22")) == {["data_protection_fee.tier", "headcount"]}
}
