package privity.governance.california_assessments_test

import data.lib.testing
import data.privity.governance.california_assessments as control

_figures := {"annual_revenue_usd": 31000000, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 0, "cyber_audit_required": false}

_firm := {"grade": 3, "regimes": ["us-ca-ccpa"], "ccpa": _figures}

_activity := {
	"id": "profiles",
	"grade": 2,
	"status": "active",
	"regimes": ["us-ca-ccpa"],
	"ccpa_significant_risk": true,
	"started_on": testing.day("2026-02-02"),
}

_assessment := {"id": "CR-1", "grade": 1, "kind": "ccpa-risk", "activity_id": "profiles", "completed_on": testing.day("2026-02-02")}

_parameters := {
	"ccpa_revenue_threshold_usd": 26625000,
	"ccpa_legacy_risk_deadline": testing.day("2027-12-31"),
	"ccpa_cyber_audit_dates": {
		"over_100m": testing.day("2028-04-01"),
		"from_50m_to_100m": testing.day("2029-04-01"),
		"under_50m": testing.day("2030-04-01"),
	},
}

_inventory := {
	"firm": _firm,
	"processing_activities": testing.by_id([_activity]),
	"impact_assessments": testing.by_id([_assessment]),
}

_found(changes, as_of) := found if {
	found := control.findings with input as {}
		with data.inventory as testing.changed(_inventory, changes)
		with data.as_of as testing.end_of(as_of)
		with data.parameters as _parameters
}

_examined(changes) := examined if {
	examined := control.examined with input as {}
		with data.inventory as testing.changed(_inventory, changes)
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as _parameters
}

_on(changes, as_of) := {[reason, by] | some [_, reason, by] in testing.verdicts(_found(changes, as_of))}

_verdicts(changes) := _on(changes, "2026-11-22")

_of_firm(changes, removed) := {"firm": testing.changed(_firm, {"ccpa": testing.changed(testing.without(_figures, removed), changes)})}

_of_activity(changes, removed) := {"processing_activities": testing.by_id([testing.changed(testing.without(_activity, removed), changes)])}

_of_assessment(changes, removed) := {"impact_assessments": testing.by_id([testing.changed(testing.without(_assessment, removed), changes)])}

_unassessed := {"impact_assessments": {}}

_missing := {["not-assessed", "profiles"]}

test_in_order if _verdicts({}) == set()

test_not_assessed if {
	_found(_unassessed, "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "not-assessed",
		"by": "profiles",
		"args": {"activity": {"collection": "processing_activities", "id": "profiles"}},
		"relied_on": [
			{"collection": "processing_activities", "id": "profiles", "path": "ccpa_significant_risk"},
			{"collection": "processing_activities", "id": "profiles", "path": "started_on"},
		],
	}}
	_verdicts(_of_assessment({"kind": "dpia"}, [])) == _missing
	_verdicts(_of_assessment({"activity_id": "other"}, [])) == _missing
	_verdicts(_of_assessment({"completed_on": testing.day("2026-11-23")}, [])) == _missing
	_verdicts(_of_assessment({}, ["completed_on"])) == {["not-declared", "impact_assessments.completed_on"]}
	_verdicts(object.union(_unassessed, _of_activity({"ccpa_significant_risk": false}, []))) == set()
	_verdicts(object.union(_unassessed, _of_activity({"status": "ended"}, []))) == set()
	_verdicts(object.union(_unassessed, _of_activity({"regimes": ["eu-gdpr"]}, []))) == set()
	_verdicts(object.union(_unassessed, _of_activity({}, ["regimes", "status"]))) == _missing
	_verdicts(object.union(_unassessed, _of_activity({"status": "planned"}, ["started_on"]))) == set()
	_verdicts(object.union(_unassessed, _of_activity({"started_on": testing.day("2026-11-23")}, []))) == set()
	_verdicts(object.union(_unassessed, _of_activity({"started_on": testing.day("2026-11-22")}, []))) == _missing
}

test_what_began_before_has_longer if {
	legacy := object.union(_unassessed, _of_activity({"started_on": testing.day("2025-12-31")}, []))
	_found(legacy, "2027-12-31") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "coming",
		"by": "profiles",
		"args": {
			"duty": {"collection": "processing_activities", "id": "profiles"},
			"due_on": {"day": testing.day("2027-12-31")},
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "profiles", "path": "ccpa_significant_risk"},
			{"collection": "processing_activities", "id": "profiles", "path": "started_on"},
		],
		"changes_on": testing.day("2028-01-01"),
	}}
	_on(legacy, "2028-01-01") == _missing
	_verdicts(object.union(_unassessed, _of_activity({"started_on": testing.day("2026-01-01")}, []))) == _missing
	_verdicts(_of_activity({"started_on": testing.day("2025-12-31")}, [])) == set()
}

test_assessed_late if {
	_verdicts(_of_assessment({"completed_on": testing.day("2026-02-03")}, [])) == {["remedied-late", "profiles"]}
	{finding.args | some finding in _found(_of_assessment({"completed_on": testing.day("2026-02-12")}, []), "2026-11-22")} == {{
		"activity": {"collection": "processing_activities", "id": "profiles"},
		"met_on": {"day": testing.day("2026-02-12")},
		"due_on": {"day": testing.day("2026-02-02")},
		"days_late": 10,
	}}
	_verdicts(object.union(_of_assessment({"completed_on": testing.day("2026-02-12")}, []), _of_activity({"started_on": testing.day("2025-12-31")}, []))) == set()
}

test_review if {
	_on({}, "2029-02-02") == set()
	_on({}, "2029-02-03") == {["review-due", "profiles"]}
	_on(_of_assessment({"last_reviewed_on": testing.day("2027-02-02")}, []), "2029-02-03") == set()
	_on(_of_assessment({"last_reviewed_on": testing.day("2029-02-04")}, []), "2029-02-03") == {["review-due", "profiles"]}
	changed := _of_activity({"last_changed_on": testing.day("2026-10-08")}, [])
	_on(changed, "2026-11-22") == set()
	_on(changed, "2026-11-23") == {["review-due", "profiles"]}
	_on(object.union(changed, _of_assessment({"last_reviewed_on": testing.day("2026-10-08")}, [])), "2026-11-23") == set()
	{[finding.args, finding.relied_on] | some finding in _found(changed, "2026-11-23")} == {[
		{"activity": {"collection": "processing_activities", "id": "profiles"}},
		[
			{"collection": "impact_assessments", "id": "CR-1", "path": "last_reviewed_on"},
			{"collection": "processing_activities", "id": "profiles", "path": "last_changed_on"},
		],
	]}
}

_audit := {"id": "AU-1", "kind": "cybersecurity", "status": "complete", "performed_on": testing.day("2027-06-01")}

_audits(revenue, audits) := object.union(
	object.union(_of_firm({"annual_revenue_usd": revenue, "cyber_audit_required": true}, []), {"audits": testing.by_id(audits)}),
	_of_activity({"ccpa_significant_risk": false}, []),
)

_fails(revenue, audits, as_of) if _on(_audits(revenue, audits), as_of) == {["no-cyber-audit", ""]}

_coming(revenue, audits, as_of) if _on(_audits(revenue, audits), as_of) == {["coming", "cybersecurity-audit"]}

_passes(revenue, audits, as_of) if _on(_audits(revenue, audits), as_of) == set()

test_the_audit_by_revenue if {
	_passes(100000001, [], "2027-04-01")
	_coming(100000001, [], "2027-04-02")
	_coming(100000001, [], "2028-04-01")
	_fails(100000001, [], "2028-04-02")
	_coming(100000000, [], "2029-04-01")
	_fails(50000000, [], "2029-04-02")
	_coming(49999999, [], "2030-04-01")
	_fails(49999999, [], "2030-04-02")
}

test_the_audit_every_year if {
	_passes(200000000, [_audit], "2028-04-02")
	_passes(200000000, [_audit], "2028-06-01")
	_fails(200000000, [_audit], "2028-06-02")
	_fails(200000000, [testing.changed(_audit, {"kind": "privacy"})], "2028-04-02")
	_fails(200000000, [testing.changed(_audit, {"status": "planned"})], "2028-04-02")
	_fails(200000000, [testing.changed(_audit, {"performed_on": testing.day("2028-04-03")})], "2028-04-02")
	_coming(200000000, [testing.changed(_audit, {"performed_on": testing.day("2026-06-01")})], "2028-04-01")
}

test_what_is_said_of_the_audit if {
	_found(_audits(200000000, []), "2028-04-02") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-cyber-audit",
		"args": {"due_on": {"day": testing.day("2028-04-01")}},
		"relied_on": [
			{"collection": "firm", "id": "firm", "path": "ccpa.cyber_audit_required"},
			{"collection": "firm", "id": "firm", "path": "ccpa.annual_revenue_usd"},
		],
	}}
	{[finding.args.duty, finding.changes_on] | some finding in _found(_audits(200000000, []), "2028-04-01")} == {[
		{"collection": "audits", "field": "kind", "value": "cybersecurity"},
		testing.day("2028-04-02"),
	]}
}

_business(figures) := testing.ids(_examined({"firm": testing.changed(_firm, {"ccpa": figures})})) == {"firm"}

test_a_business_by_any_figure if {
	_business({"annual_revenue_usd": 26625001, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 0})
	not _business({"annual_revenue_usd": 26625000, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 0})
	_business({"annual_revenue_usd": 0, "consumers_bought_sold_shared": 100000, "pct_revenue_sale_share": 0})
	not _business({"annual_revenue_usd": 0, "consumers_bought_sold_shared": 99999, "pct_revenue_sale_share": 0})
	_business({"annual_revenue_usd": 0, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 50})
	not _business({"annual_revenue_usd": 0, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 49.9})
	_business({})
}

test_not_a_business_has_no_duties if {
	_verdicts(object.union(_unassessed, _of_firm({"annual_revenue_usd": 1}, ["cyber_audit_required"]))) == set()
}

test_not_declared if {
	_verdicts(_of_firm({"annual_revenue_usd": 1}, ["pct_revenue_sale_share"])) == {["not-declared", "firm.ccpa.pct_revenue_sale_share"]}
	_verdicts(_of_firm({}, ["annual_revenue_usd"])) == {["not-declared", "firm.ccpa.annual_revenue_usd"]}
	_verdicts(_of_firm({}, ["consumers_bought_sold_shared"])) == set()
	_verdicts(_of_firm({}, ["cyber_audit_required"])) == {["not-declared", "firm.ccpa.cyber_audit_required"]}
	_verdicts(_of_firm({"consumers_bought_sold_shared": 100000, "cyber_audit_required": true}, ["annual_revenue_usd"])) == {["not-declared", "firm.ccpa.annual_revenue_usd"]}
	_verdicts(_of_activity({}, ["ccpa_significant_risk"])) == {["not-declared", "processing_activities.ccpa_significant_risk"]}
	_verdicts(_of_activity({}, ["started_on"])) == {["not-declared", "processing_activities.started_on"]}
	_verdicts({"firm": testing.without(_firm, ["regimes"])}) == {["not-declared", "firm.regimes"]}
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_california if {
	_not_applicable({"regimes": ["uk-gdpr"]}) == "not-california"
	_not_applicable({}) == "applies"
	_not_applicable(_firm) == "applies"
	_verdicts({"firm": {"regimes": ["uk-gdpr"]}}) == set()
	_examined({"firm": {"regimes": ["uk-gdpr"]}}) == set()
}

test_examined if {
	_examined({}) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 1, "changes_on": testing.day("2029-02-03")}}
	{entry.changes_on | some entry in _examined(_audits(200000000, []))} == {testing.day("2027-04-02")}
	{entry.changes_on | some entry in _examined(_of_activity({"last_changed_on": testing.day("2026-11-20")}, []))} == {testing.day("2027-01-05")}
	{entry.changes_on | some entry in _examined(object.union(_unassessed, _of_activity({"started_on": testing.day("2026-12-01")}, [])))} == {testing.day("2026-12-01")}
}

test_assessed_or_audited_today if {
	today := testing.day("2026-11-22")
	_verdicts(object.union(_of_assessment({"completed_on": today}, []), _of_activity({"started_on": today}, []))) == set()
	_passes(200000000, [testing.changed(_audit, {"performed_on": testing.day("2028-04-02")})], "2028-04-02")
	_on(_of_assessment({"last_reviewed_on": testing.day("2029-02-03")}, []), "2029-02-03") == set()
}

test_a_firm_that_needs_no_audit_or_is_no_business if {
	no_audit := object.union(_of_firm({"annual_revenue_usd": 200000000}, []), _of_activity({"ccpa_significant_risk": false}, []))
	_on(no_audit, "2028-04-01") == set()
	_on(no_audit, "2028-04-02") == set()
	small := _of_firm({"annual_revenue_usd": 1, "cyber_audit_required": true}, [])
	_on(small, "2030-04-01") == set()
	_on(small, "2030-04-02") == set()
	_verdicts({"firm": testing.changed(testing.without(_firm, ["regimes"]), {"ccpa": testing.changed(_figures, {"annual_revenue_usd": 1})})}) == set()
	_examined(_of_firm({"annual_revenue_usd": 1}, [])) == set()
}

test_an_undated_draft_beside_a_complete_assessment if {
	draft := testing.without(testing.changed(_assessment, {"id": "CR-0"}), ["completed_on"])
	_verdicts({"impact_assessments": testing.by_id([_assessment, draft])}) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("coming", _found({"impact_assessments": {}, "processing_activities": {"profiles": testing.changed(_activity, {"started_on": testing.day("2025-12-31")})}}, "2027-12-31")) == {["ccpa_significant_risk", "started_on"]}
	_paths("remedied-late", _found({"impact_assessments": {"CR-1": testing.changed(_assessment, {"completed_on": testing.day("2026-02-03")})}}, "2026-11-22")) == {["completed_on", "ccpa_significant_risk", "started_on"]}
}

test_not_declared_how_many_consumers if {
	_verdicts(_of_firm({"annual_revenue_usd": 1}, ["consumers_bought_sold_shared"])) == {["not-declared", "firm.ccpa.consumers_bought_sold_shared"]}
}

test_the_first_assessment_was_in_time_and_the_last_is_reviewed if {
	again := testing.changed(_assessment, {"id": "CR-2", "completed_on": testing.day("2026-06-01")})
	both := {"impact_assessments": testing.by_id([_assessment, again])}
	_verdicts(both) == set()
	_on(both, "2029-06-01") == set()
	{[finding.reason, finding.relied_on[0].id] | some finding in _found(both, "2029-06-02")} == {["review-due", "CR-2"]}
}

test_each_activity_is_asked_for_what_it_lacks if {
	unsaid := testing.without(_activity, ["ccpa_significant_risk"])
	undated := testing.without(testing.changed(_activity, {"id": "scores"}), ["started_on"])
	found := _found({"processing_activities": testing.by_id([unsaid, undated])}, "2026-11-22")
	{[finding.by, [fact.id | some fact in finding.relied_on]] | some finding in found} == {
		["processing_activities.ccpa_significant_risk", ["profiles"]],
		["processing_activities.started_on", ["scores"]],
	}
}

test_the_last_audit_counts if {
	before := testing.changed(_audit, {"id": "AU-0", "performed_on": testing.day("2026-06-01")})
	_passes(200000000, [before, _audit], "2028-06-01")
	_fails(200000000, [before, _audit], "2028-06-02")
}

test_an_audit_that_is_coming_leads_to_the_figures if {
	_paths("coming", _found(_audits(200000000, []), "2028-04-01")) == {["ccpa.cyber_audit_required", "ccpa.annual_revenue_usd"]}
}
