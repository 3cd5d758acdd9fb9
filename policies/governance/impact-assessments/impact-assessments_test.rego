package privity.governance.impact_assessments_test

import data.lib.testing
import data.privity.governance.impact_assessments as control

_activity := {
	"id": "dictation",
	"grade": 3,
	"status": "active",
	"regimes": ["uk-gdpr"],
	"dpia_triggers": ["new-technology"],
	"large_scale": false,
	"uses_special_category": false,
	"uses_criminal_offence": false,
	"started_on": testing.day("2024-11-22"),
}

_assessment := {
	"id": "D-1",
	"grade": 1,
	"kind": "dpia",
	"activity_id": "dictation",
	"completed_on": testing.day("2024-11-22"),
	"sections": {
		"description-and-purposes": "What it does.",
		"necessity-and-proportionality": "Why it is needed.",
		"risks": "What may go wrong.",
		"measures": "What is done about it.",
	},
	"residual_risk": "low",
}

_found_for(activity, assessments, firm, as_of) := found if {
	found := control.findings with input as {}
		with data.inventory as {
			"firm": firm,
			"processing_activities": testing.by_id([activity]),
			"impact_assessments": testing.by_id(assessments),
		}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"dpia_review_months": 24}
}

_firm := {"regimes": ["uk-gdpr"]}

_with_officer := {"regimes": ["uk-gdpr"], "dpo": {"staff_or_vendor_id": "S-9"}}

_of_activity(changes, removed, assessments) := {[reason, by] |
	some [_, reason, by] in testing.verdicts(_found_for(testing.changed(testing.without(_activity, removed), changes), assessments, _firm, "2026-11-22"))
}

_assessed(changes, removed) := _found_for(_activity, [testing.changed(testing.without(_assessment, removed), changes)], _firm, "2026-11-22")

_verdicts(changes, removed) := {[reason, by] | some [_, reason, by] in testing.verdicts(_assessed(changes, removed))}

_examined(changes, removed) := examined if {
	examined := control.examined with input as {}
		with data.inventory as {
			"firm": _firm,
			"processing_activities": testing.by_id([testing.changed(testing.without(_activity, removed), changes)]),
			"impact_assessments": testing.by_id([_assessment]),
		}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"dpia_review_months": 24}
}

test_assessed_in_time if _verdicts({}, []) == set()

test_not_assessed if {
	_found_for(_activity, [], _firm, "2026-11-22") == {{
		"subject": {"collection": "processing_activities", "id": "dictation"},
		"reason": "not-assessed",
		"args": {"activity": {"collection": "processing_activities", "id": "dictation"}},
		"relied_on": [
			{"collection": "processing_activities", "id": "dictation", "path": "dpia_triggers"},
			{"collection": "processing_activities", "id": "dictation", "path": "large_scale"},
			{"collection": "processing_activities", "id": "dictation", "path": "status"},
		],
	}}
	_verdicts({"kind": "lia"}, []) == {["not-assessed", ""]}
	_verdicts({"activity_id": "other"}, []) == {["not-assessed", ""]}
	_of_activity({"status": "planned"}, [], []) == {["assess-before-start", ""]}
	_of_activity({"status": "planned"}, ["started_on"], [_assessment]) == set()
}

test_an_assessment_that_lies_ahead if {
	tomorrow := testing.day("2026-11-23")
	_verdicts({"completed_on": tomorrow}, []) == {["not-assessed", ""]}
	{finding.changes_on | some finding in _assessed({"completed_on": tomorrow}, [])} == {tomorrow}
}

test_signs_of_high_risk if {
	_of_activity({"dpia_triggers": []}, [], []) == set()
	_of_activity({"dpia_triggers": [], "large_scale": true}, [], []) == set()
	_of_activity({"dpia_triggers": [], "large_scale": true, "uses_special_category": true}, [], []) == {["not-assessed", ""]}
	_of_activity({"large_scale": true, "uses_criminal_offence": true}, ["dpia_triggers"], []) == {["not-assessed", ""]}
	_of_activity({"uses_criminal_offence": true}, ["dpia_triggers"], []) == set()
	_of_activity({}, ["dpia_triggers"], []) == set()
	_of_activity({"large_scale": true}, ["dpia_triggers"], []) == set()
	_of_activity({}, ["large_scale", "uses_special_category", "uses_criminal_offence"], []) == {["not-assessed", ""]}
}

test_not_declared_whether_the_risk_is_high if {
	_of_activity({}, ["dpia_triggers", "large_scale"], []) == {["not-declared", "processing_activities.dpia_triggers"]}
	_of_activity({"dpia_triggers": [], "uses_special_category": true}, ["large_scale"], []) == {["not-declared", "processing_activities.large_scale"]}
	_of_activity({"dpia_triggers": []}, ["large_scale"], []) == set()
	_of_activity({"large_scale": true, "dpia_triggers": []}, ["uses_special_category"], []) == {["not-declared", "processing_activities.uses_special_category"]}
	_of_activity({"large_scale": true, "dpia_triggers": []}, ["uses_criminal_offence"], []) == {["not-declared", "processing_activities.uses_criminal_offence"]}
	_of_activity({}, ["status"], []) == {["not-declared", "processing_activities.status"]}
	_of_activity({}, ["regimes"], []) == {["not-declared", "processing_activities.regimes"]}
	testing.ids(_examined({}, ["dpia_triggers", "large_scale", "status", "regimes"])) == {"dictation"}
}

test_does_not_apply if {
	_of_activity({"status": "ended"}, [], []) == set()
	_of_activity({"regimes": ["us-ca-ccpa"]}, [], []) == set()
	_of_activity({"status": "ended"}, ["dpia_triggers", "large_scale"], []) == set()
	_examined({"dpia_triggers": []}, []) == set()
	_examined({"status": "ended"}, []) == set()
}

test_assessed_late if {
	_verdicts({"completed_on": testing.day("2024-11-23")}, []) == {["remedied-late", ""]}
	{finding.args | some finding in _assessed({"completed_on": testing.day("2024-12-02")}, [])} == {{
		"activity": {"collection": "processing_activities", "id": "dictation"},
		"met_on": {"day": testing.day("2024-12-02")},
		"due_on": {"day": testing.day("2024-11-22")},
		"days_late": 10,
	}}
	again := testing.changed(_assessment, {"id": "D-2", "completed_on": testing.day("2026-05-04")})
	_of_activity({}, [], [_assessment, again]) == set()
	_of_activity({}, ["started_on"], [_assessment]) == {["not-declared", "processing_activities.started_on"]}
	_of_activity({}, ["started_on"], []) == {["not-assessed", ""]}
}

test_each_section if {
	every section, _ in _assessment.sections {
		_verdicts({"sections": testing.without(_assessment.sections, [section])}, []) == {["section-missing", section]}
		_verdicts({"sections": testing.changed(_assessment.sections, {section: " "})}, []) == {["section-missing", section]}
	}
	count(_verdicts({}, ["sections"])) == 4
	{[finding.args.section, finding.relied_on] | some finding in _assessed({"sections": testing.without(_assessment.sections, ["risks"])}, [])} == {[
		"risks",
		[{"collection": "impact_assessments", "id": "D-1", "path": "sections"}],
	]}
}

test_the_last_assessment_counts if {
	weak := testing.changed(_assessment, {"id": "D-2", "completed_on": testing.day("2025-05-05"), "residual_risk": "high"})
	_of_activity({}, [], [_assessment, weak]) == {["authority-not-consulted", ""]}
	_of_activity({}, [], [_assessment, testing.changed(weak, {"completed_on": testing.day("2024-05-05")})]) == set()
}

_advised(changes) := {[reason, object.get(finding, "changes_on", 0)] |
	some finding in _found_for(_activity, [testing.changed(_assessment, changes)], _with_officer, "2026-11-22")
	reason := finding.reason
}

test_the_officer_is_asked if {
	_advised({}) == {["dpo-not-asked", 0]}
	_advised({"dpo_advice_on": testing.day("2026-11-22")}) == set()
	_advised({"dpo_advice_on": testing.day("2026-11-23")}) == {["dpo-not-asked", testing.day("2026-11-23")]}
}

test_the_authority_is_consulted if {
	_verdicts({"residual_risk": "high"}, []) == {["authority-not-consulted", ""]}
	_verdicts({"residual_risk": "high", "prior_consultation_on": testing.day("2026-11-22")}, []) == set()
	_verdicts({"residual_risk": "high", "prior_consultation_on": testing.day("2026-11-23")}, []) == {["authority-not-consulted", ""]}
	_verdicts({"residual_risk": "medium"}, []) == set()
	_verdicts({}, ["residual_risk"]) == {["not-declared", "impact_assessments.residual_risk"]}
}

test_an_assessment_without_a_day if {
	_assessed({}, ["completed_on"]) == {{
		"subject": {"collection": "processing_activities", "id": "dictation"},
		"reason": "not-declared",
		"by": "impact_assessments.completed_on",
		"args": {
			"subject": {"collection": "impact_assessments", "id": "D-1"},
			"fact": {"collection": "impact_assessments", "field": "completed_on"},
		},
		"relied_on": [{"collection": "impact_assessments", "id": "D-1", "path": "completed_on"}],
	}}
	undated := testing.without(testing.changed(_assessment, {"id": "D-0"}), ["completed_on"])
	_of_activity({}, [], [_assessment, undated]) == set()
}

_on(changes, as_of) := {finding.reason |
	some finding in _found_for(_activity, [testing.changed(_assessment, changes)], _firm, as_of)
}

test_review if {
	_on({}, "2026-11-22") == set()
	_on({}, "2026-11-23") == {"review-due"}
	_on({"last_reviewed_on": testing.day("2025-06-01")}, "2026-11-23") == set()
	_on({"last_reviewed_on": testing.day("2026-11-24")}, "2026-11-23") == {"review-due"}
	_on({"last_reviewed_on": testing.day("2024-01-01")}, "2026-11-23") == {"review-due"}
}

test_review_after_a_change if {
	_of_activity({"last_changed_on": testing.day("2024-11-23")}, [], [_assessment]) == {["review-due", ""]}
	_of_activity({"last_changed_on": testing.day("2024-11-22")}, [], [_assessment]) == set()
	_of_activity({"last_changed_on": testing.day("2026-11-23")}, [], [_assessment]) == set()
	_of_activity({"last_changed_on": testing.day("2026-11-22")}, [], [_assessment]) == {["review-due", ""]}
	reviewed := testing.changed(_assessment, {"last_reviewed_on": testing.day("2025-01-06")})
	_of_activity({"last_changed_on": testing.day("2025-01-06")}, [], [reviewed]) == set()
	_of_activity({"last_changed_on": testing.day("2025-01-07")}, [], [reviewed]) == {["review-due", ""]}
}

test_examined if {
	_examined({}, []) == {{
		"subject": {"collection": "processing_activities", "id": "dictation"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	{entry.changes_on | some entry in _examined({"last_changed_on": testing.day("2026-11-25"), "id": "other"}, [])} == {testing.day("2026-11-25")}
}

_not_applicable(firm) := why if {
	why := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_a_firm_outside_european_law if {
	_not_applicable({"regimes": ["aba"]}) == "not-european"
	_not_applicable({}) == "applies"
	_not_applicable(_firm) == "applies"
}

test_assessed_today if {
	today := testing.day("2026-11-22")
	_verdicts({"completed_on": today}, []) == {["remedied-late", ""]}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("authority-not-consulted", _found_for(_activity, [testing.changed(_assessment, {"residual_risk": "high"})], {"regimes": ["uk-gdpr"]}, "2026-11-22")) == {["prior_consultation_on", "residual_risk"]}
	_paths("dpo-not-asked", _found_for(_activity, [_assessment], {"dpo": {"staff_or_vendor_id": "S-9"}, "regimes": ["uk-gdpr"]}, "2026-11-22")) == {["dpo_advice_on", "dpo.staff_or_vendor_id"]}
	_paths("remedied-late", _found_for(_activity, [testing.changed(_assessment, {"completed_on": testing.day("2026-11-22")})], {"regimes": ["uk-gdpr"]}, "2026-11-22")) == {["completed_on", "started_on"]}
	_paths("review-due", _found_for(_activity, [_assessment], {"regimes": ["uk-gdpr"]}, "2026-11-23")) == {["last_reviewed_on", "completed_on", "last_changed_on"]}
}
