package privity.governance.policies_reviewed_test

import data.lib.testing
import data.privity.governance.policies_reviewed as control

_kinds := {
	"privacy-policy", "information-security", "access-control", "incident-response", "retention-and-destruction",
	"consent-procedure", "rights-procedure", "training-plan", "vendor-management",
	"conflicts-and-information-barriers", "legal-hold",
}

_policy := {
	"id": "manual",
	"grade": 2,
	"kind": "information-security",
	"also_covers": [kind | some kind in (_kinds - {"privacy-policy", "information-security"})],
	"status": "approved",
	"approved_by": "S-1",
	"owner_id": "S-2",
	"effective_on": testing.day("2024-01-01"),
	"last_reviewed_on": testing.day("2025-11-22"),
	"sections": {"passwords": "Long ones."},
}

_privacy := {
	"id": "privacy",
	"grade": 1,
	"kind": "privacy-policy",
	"status": "approved",
	"approved_by": "S-1",
	"owner_id": "S-2",
	"effective_on": testing.day("2026-01-01"),
	"sections": {"collection": "What.", "data-use": "Why."},
}

_sections := {"privacy-policy": ["collection", "data-use"], "incident-response": []}

_found(policies, systems, as_of) := found if {
	found := control.findings with input as {}
		with data.inventory as {"policies": testing.by_id(policies), "ai_systems": testing.by_id(systems)}
		with data.tables as {"policy_sections": _sections}
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"policy_review_months": 12}
}

# verdicts: of the two documents above, the manual changed as said.
_verdicts(changes, removed) := testing.verdicts(_found([testing.changed(testing.without(_policy, removed), changes), _privacy], [], "2026-11-22"))

_privacy_verdicts(changes, removed) := testing.verdicts(_found([_policy, testing.changed(testing.without(_privacy, removed), changes)], [], "2026-11-22"))

test_in_order if _verdicts({}, []) == set()

test_each_kind_is_needed if {
	testing.verdicts(_found([], [], "2026-11-22")) == {["firm", "kind-missing", kind] | some kind in _kinds}
	_found([_policy], [], "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "kind-missing",
		"by": "privacy-policy",
		"args": {"kind": {"collection": "policies", "field": "kind", "value": "privacy-policy"}},
		"relied_on": [{"collection": "firm", "id": "firm", "path": "legal_name"}],
	}}
}

test_only_an_approved_document_covers if {
	every status in ["draft", "retired"] {
		_privacy_verdicts({"status": status}, []) == {["firm", "kind-missing", "privacy-policy"]}
	}
	_privacy_verdicts({}, ["status"]) == {["privacy", "not-declared", "policies.status"]}
	found := _found([_policy, testing.changed(_privacy, {"status": "draft"})], [], "2026-11-22")
	{finding.relied_on[0] | some finding in found} == {{"collection": "policies", "id": "privacy", "path": "status"}}
}

test_a_draft_is_not_judged_itself if {
	_privacy_verdicts({"status": "draft"}, ["approved_by", "owner_id", "sections", "effective_on"]) == {["firm", "kind-missing", "privacy-policy"]}
}

_tool(status) := testing.verdicts(_found([_policy, _privacy], [{"id": "tool", "status": status}], "2026-11-22"))

test_ai_tools_in_use_need_a_document if {
	_tool("active") == {["firm", "kind-missing", "ai-acceptable-use"]}
	every status in ["proposed", "pilot", "retired"] {
		_tool(status) == set()
	}
	testing.verdicts(_found([_policy, _privacy], [{"id": "tool"}], "2026-11-22")) == {["firm", "not-declared", "ai_systems.status"]}
	testing.verdicts(_found([_policy, _privacy], [{"id": "tool"}, {"id": "reader", "status": "active"}], "2026-11-22")) == {["firm", "kind-missing", "ai-acceptable-use"]}
	covering := testing.changed(_privacy, {"also_covers": ["ai-acceptable-use"]})
	_found([_policy, covering], [{"id": "tool"}], "2026-11-22") == set()
	_found([_policy, covering], [{"id": "tool", "status": "active"}], "2026-11-22") == set()
}

test_two_versions if {
	twin := testing.changed(_privacy, {"id": "old-privacy"})
	_found([_policy, _privacy, twin], [], "2026-11-22") == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "two-versions",
		"by": "privacy-policy",
		"args": {"kind": {"collection": "policies", "field": "kind", "value": "privacy-policy"}},
		"relied_on": [
			{"collection": "policies", "id": "old-privacy", "path": "kind"},
			{"collection": "policies", "id": "privacy", "path": "kind"},
		],
	}}
	_found([_policy, _privacy, testing.changed(twin, {"status": "retired"})], [], "2026-11-22") == set()
	_privacy_verdicts({"also_covers": ["information-security"]}, []) == set()
}

test_sections if {
	_privacy_verdicts({"sections": {"collection": "What."}}, []) == {["privacy", "section-missing", "data-use"]}
	_privacy_verdicts({"sections": {"collection": "What.", "data-use": " "}}, []) == {["privacy", "section-missing", "data-use"]}
	_privacy_verdicts({}, ["sections"]) == {["privacy", "not-declared", "policies.sections"]}
	_verdicts({}, ["sections"]) == set()
	_verdicts({"also_covers": array.concat(_policy.also_covers, ["privacy-policy"])}, []) == {
		["manual", "section-missing", "collection"],
		["manual", "section-missing", "data-use"],
	}
	found := _found([_policy, testing.changed(_privacy, {"sections": {"collection": "What."}})], [], "2026-11-22")
	found == {{
		"subject": {"collection": "policies", "id": "privacy"},
		"reason": "section-missing",
		"by": "data-use",
		"args": {"policy": {"collection": "policies", "id": "privacy"}, "section": "data use"},
		"relied_on": [{"collection": "policies", "id": "privacy", "path": "sections"}],
	}}
}

test_approved_and_owned if {
	_verdicts({}, ["approved_by"]) == {["manual", "not-approved", ""]}
	_verdicts({}, ["owner_id"]) == {["manual", "no-owner", ""]}
	_verdicts({}, ["kind"]) == {["firm", "kind-missing", "information-security"], ["manual", "not-declared", "policies.kind"]}
	{[finding.args, finding.relied_on] | some finding in _found([testing.without(_policy, ["owner_id"]), _privacy], [], "2026-11-22")} == {[
		{"policy": {"collection": "policies", "id": "manual"}},
		[{"collection": "policies", "id": "manual", "path": "owner_id"}],
	]}
	{[finding.args, finding.relied_on] | some finding in _found([testing.without(_policy, ["approved_by"]), _privacy], [], "2026-11-22")} == {[
		{"policy": {"collection": "policies", "id": "manual"}},
		[{"collection": "policies", "id": "manual", "path": "approved_by"}],
	]}
}

test_reviewed_every_year if {
	_found([_policy, _privacy], [], "2026-11-23") == {{
		"subject": {"collection": "policies", "id": "manual"},
		"reason": "review-overdue",
		"args": {
			"policy": {"collection": "policies", "id": "manual"},
			"last_on": {"day": testing.day("2025-11-22")},
			"due_on": {"day": testing.day("2026-11-22")},
		},
		"relied_on": [{"collection": "policies", "id": "manual", "path": "last_reviewed_on"}],
	}}
	_verdicts({}, ["last_reviewed_on"]) == {["manual", "review-overdue", ""]}
	_verdicts({"effective_on": testing.day("2025-11-22")}, ["last_reviewed_on"]) == set()
	_verdicts({"effective_on": testing.day("2026-11-22")}, ["last_reviewed_on"]) == set()
	_verdicts({"last_reviewed_on": testing.day("2026-11-22")}, []) == set()
}

test_when_it_was_reviewed_is_not_known if {
	_verdicts({}, ["last_reviewed_on", "effective_on"]) == {["manual", "not-declared", "policies.last_reviewed_on"]}
	ahead := testing.day("2026-11-23")
	_verdicts({"last_reviewed_on": ahead}, []) == {["manual", "review-overdue", ""]}
	_verdicts({"last_reviewed_on": ahead}, ["effective_on"]) == {["manual", "dated-ahead", "policies.last_reviewed_on"]}
	_verdicts({"effective_on": ahead}, ["last_reviewed_on"]) == {["manual", "dated-ahead", "policies.effective_on"]}
	_verdicts({"effective_on": ahead, "last_reviewed_on": ahead + 1}, []) == {["manual", "dated-ahead", "policies.effective_on"]}
}

test_examined if {
	draft := testing.changed(_privacy, {"id": "draft", "status": "draft"})
	unsaid := testing.without(testing.changed(_privacy, {"id": "unsaid"}), ["status", "effective_on"])
	examined := control.examined with input as {}
		with data.inventory as {"policies": testing.by_id([_policy, _privacy, draft, unsaid])}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"policy_review_months": 12}
	examined == {
		{"subject": {"collection": "firm", "id": "firm"}, "grade": 1},
		{"subject": {"collection": "policies", "id": "manual"}, "grade": 2, "changes_on": testing.day("2026-11-23")},
		{"subject": {"collection": "policies", "id": "privacy"}, "grade": 1, "changes_on": testing.day("2027-01-02")},
		{"subject": {"collection": "policies", "id": "unsaid"}, "grade": 1},
	}
}

test_in_effect_since_today_or_reviewed_yesterday if {
	_verdicts({"effective_on": testing.day("2026-11-22"), "last_reviewed_on": testing.day("2026-11-23")}, []) == set()
	_verdicts({"effective_on": testing.day("2026-11-23"), "last_reviewed_on": testing.day("2026-11-22")}, []) == set()
}

test_without_documents_nothing_is_weak if {
	examined := control.examined with input as {}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"policy_review_months": 12}
	examined == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 3}}
}

test_sections_of_one_kind_are_enough_to_ask_for_them if {
	_privacy_verdicts({"also_covers": ["incident-response"]}, ["sections"]) == {["privacy", "not-declared", "policies.sections"]}
}
