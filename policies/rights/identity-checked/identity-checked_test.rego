package privity.rights.identity_checked_test

import data.lib.testing
import data.privity.rights.identity_checked as control

_request := {
	"id": "R-1",
	"grade": 2,
	"regime": "uk",
	"right": "access",
	"status": "answered",
	"received_on": testing.day("2026-09-01"),
	"responded_on": testing.day("2026-09-20"),
	"by_agent": false,
	"identity": {"required": true, "reason": "An address that we do not know.", "verified_on": testing.day("2026-09-20")},
}

_judged(changes, removed) := {"findings": found, "examined": examined} if {
	record := testing.changed(testing.without(_request, removed), changes)
	found := control.findings with input as {"rights_request": record}
		with data.inventory as {"incidents": {"I-1": {"id": "I-1", "grade": 1}}}
		with data.as_of as testing.end_of("2026-11-22")
	examined := control.examined with input as {"rights_request": record}
		with data.inventory as {"incidents": {"I-1": {"id": "I-1", "grade": 1}}}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_judged(changes, removed).findings)

_is(code) := {["R-1", code, ""]}

_identity(changes, removed) := {"identity": testing.changed(testing.without(_request.identity, removed), changes)}

test_verified_by_the_day_of_the_answer if {
	_verdicts({}, []) == set()
	_verdicts(_identity({"required": false}, ["reason", "verified_on"]), []) == set()
}

test_released_before_it_was_verified if {
	every right in ["access", "portability", "rectification", "erasure", "ccpa-know", "ccpa-correct", "ccpa-delete"] {
		_verdicts(object.union({"right": right}, _identity({}, ["verified_on"])), []) == _is("released-unverified")
	}
	_verdicts(object.union({"status": "partly-refused"}, _identity({}, ["verified_on"])), []) == _is("released-unverified")
	_judged(_identity({"verified_on": testing.day("2026-09-21")}, []), []).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "released-unverified",
		"args": {
			"right": {"collection": "rights_requests", "field": "right", "value": "access"},
			"received_on": {"day": testing.day("2026-09-01")},
			"happened_on": {"day": testing.day("2026-09-20")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "identity.verified_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "identity.required"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
		],
	}}
}

test_nothing_is_released_by_a_refusal_or_before_an_answer if {
	_verdicts(object.union({"status": "refused"}, _identity({}, ["verified_on"])), []) == set()
	_verdicts(object.union({"status": "open"}, _identity({}, ["verified_on"])), ["responded_on"]) == set()
	_verdicts(object.union({"responded_on": testing.day("2026-11-23")}, _identity({}, ["verified_on"])), []) == set()
	_verdicts(object.union({"right": "objection"}, _identity({}, ["verified_on"])), []) == set()
}

test_dealt_with_as_an_incident if {
	_judged(object.union({"incident_id": "I-1"}, _identity({}, ["verified_on"])), []).findings == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"reason": "handled-as-incident",
		"args": {
			"received_on": {"day": testing.day("2026-09-01")},
			"happened_on": {"day": testing.day("2026-09-20")},
		},
		"relied_on": [
			{"collection": "rights_requests", "id": "R-1", "path": "incident_id"},
			{"collection": "rights_requests", "id": "R-1", "path": "identity.verified_on"},
			{"collection": "rights_requests", "id": "R-1", "path": "responded_on"},
		],
	}}
	_verdicts(object.union({"incident_id": "I-9"}, _identity({}, ["verified_on"])), []) == _is("released-unverified")
	_verdicts({"incident_id": "I-1"}, []) == set()
}

test_proof_is_asked_for_with_a_reason if {
	_verdicts(_identity({"reason": " "}, []), []) == _is("asked-without-reason")
	_verdicts(_identity({}, ["reason"]), []) == _is("asked-without-reason")
	_verdicts(object.union({"regime": "eu", "status": "open"}, _identity({}, ["reason"])), ["responded_on"]) == _is("asked-without-reason")
	_verdicts(object.union({"regime": "us-ca"}, _identity({}, ["reason"])), []) == set()
	_verdicts(object.union({"right": "objection"}, _identity({}, ["reason"])), []) == _is("asked-without-reason")
}

test_an_agent_shows_authority if {
	_verdicts({"by_agent": true}, []) == _is("agent-without-authority")
	_verdicts({"by_agent": true, "right": "objection"}, []) == _is("agent-without-authority")
	_verdicts({"by_agent": true, "authority_evidence_uri": "dms://4711"}, []) == set()
	_verdicts({"by_agent": true, "status": "open"}, ["responded_on"]) == set()
}

test_nobody_verifies_an_opt_out if {
	every right in ["ccpa-opt-out", "ccpa-limit"] {
		_verdicts({"regime": "us-ca", "right": right}, []) == _is("opt-out-verified")
		_verdicts({"regime": "us-ca", "right": right, "status": "open"}, ["responded_on"]) == _is("opt-out-verified")
		_verdicts(object.union({"right": right}, _identity({"required": false}, [])), []) == set()
	}
}

test_not_declared if {
	every fact in ["status", "right", "received_on", "by_agent", "responded_on"] {
		_verdicts({}, [fact]) == {["R-1", "not-declared", concat(".", ["rights_requests", fact])]}
	}
	_verdicts({}, ["identity"]) == {["R-1", "not-declared", "rights_requests.identity.required"]}
	_verdicts({"status": "open"}, ["identity", "responded_on"]) == {["R-1", "not-declared", "rights_requests.identity.required"]}
	_verdicts(_identity({}, ["reason"]), ["regime"]) == {["R-1", "not-declared", "rights_requests.regime"]}
	_verdicts({}, ["regime"]) == set()
}

_nothing := {"findings": set(), "examined": set()}

test_does_not_apply if {
	_judged({"status": "withdrawn"}, []) == _nothing
	_judged(object.union({"status": "open"}, _identity({"required": false}, [])), []) == _nothing
	_judged(object.union({"status": "refused"}, _identity({"required": false}, [])), []) == _nothing
	_judged(object.union({"right": "objection"}, _identity({"required": false}, [])), []) == _nothing
}

test_examined if {
	_judged({}, []).examined == {{"subject": {"collection": "rights_requests", "id": "R-1"}, "grade": 2}}
	_judged({"incident_id": "I-1", "responded_on": testing.day("2026-11-25")}, []).examined == {{
		"subject": {"collection": "rights_requests", "id": "R-1"},
		"grade": 1,
		"changes_on": testing.day("2026-11-25"),
	}}
	testing.ids(_judged(object.union({"right": "ccpa-limit", "status": "open"}, _identity({"required": false}, [])), []).examined) == {"R-1"}
	testing.ids(_judged({"status": "open"}, ["identity"]).examined) == {"R-1"}
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("agent-without-authority", _judged({"by_agent": true}, []).findings) == {["authority_evidence_uri", "by_agent", "responded_on"]}
	_paths("asked-without-reason", _judged({"identity": {"required": true, "verified_on": testing.day("2026-09-20")}}, []).findings) == {["identity.reason", "identity.required"]}
	_paths("opt-out-verified", _judged({"regime": "us-ca", "right": "ccpa-limit"}, []).findings) == {["identity.required", "right"]}
}

# Nothing is released and no proof was asked for: the control looks only where an agent speaks, or the right is not said.
test_what_releases_nothing_is_judged_for_the_agent_or_the_silence if {
	unproven := _identity({"required": false}, ["reason", "verified_on"])
	_judged(object.union(unproven, {"right": "objection"}), []) == _nothing
	_verdicts(object.union(unproven, {"right": "objection", "by_agent": true}), []) == _is("agent-without-authority")
	_verdicts(unproven, ["right"]) == {["R-1", "not-declared", "rights_requests.right"]}
	_verdicts(object.union(unproven, {"status": "open"}), ["right"]) == {["R-1", "not-declared", "rights_requests.right"]}
	_judged(object.union(unproven, {"status": "refused"}), []) == _nothing
	testing.ids(_judged(object.union(unproven, {"status": "answered"}), []).examined) == {"R-1"}
}

test_the_law_is_asked_for_where_proof_was if {
	_verdicts(_identity({"required": false}, ["reason", "verified_on"]), ["regime"]) == set()
}

test_whether_an_agent_spoke_is_asked_of_an_answer if {
	_verdicts({"status": "open"}, ["by_agent", "responded_on"]) == set()
}
