# METADATA
# title: Audit findings change policies and practices
# description: 'Looks at every audit with findings that concern policies: whether each such policy was reviewed after
#   the audit, within 30 days of the closing of the finding.'
# scope: package
# custom:
#   id: AUDIT-003
#   profile: full
#   unit: inventory
#   subjects:
#   - audits
#   reads:
#   - audit.findings
#   - audit.performed_on
#   - policy.id
#   - policy.last_reviewed_on
#   parameters: []
#   reasons:
#   - code: policy-unchanged
#     result: fail
#     severity: medium
#     absence: open
#     message: '{policy} has not been reviewed since the audit finding {finding}.'
#     many: '{count} times a policy has not been reviewed since the audit finding that concerns it.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this
#       could not be judged.
#     many: '{count} reviews of policies are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P6
#     says: Procedures incorporate lessons learned.
#     status: primary
#   remediation: Review the policy in light of the finding.
package privity.audit.findings_change_practice

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

# Every finding with a policy that it concerns.
_pairs contains {"audit": id, "finding": entry, "policy": policy_id} if {
	some id, audit in data.inventory.audits
	some entry in audit.findings
	some policy_id in entry.affected_policy_ids
}

examined contains judged.changing(judged.examined_with("audits", data.inventory.audits[id], policies), days) if {
	some id in {pair.audit | some pair in _pairs}
	ids := {pair.policy | some pair in _pairs; pair.audit == id}
	policies := [policy | some policy_id in sort(ids); policy := data.inventory.policies[policy_id]]
	days := [day | some pair in _pairs; pair.audit == id; day := pair.finding.closed_on + 31]
}

_closed(pair) if pair.finding.state == "closed"

_reviewed_on(pair) := data.inventory.policies[pair.policy].last_reviewed_on

_ahead(pair) if _reviewed_on(pair) > data.as_of.day

_performed_on(pair) := data.inventory.audits[pair.audit].performed_on

# Reviewed since the audit.
_followed(pair) if {
	not _ahead(pair)
	_reviewed_on(pair) >= _performed_on(pair)
}

# There is time until 30 days after the closing.
_time_left(pair) if data.as_of.day <= pair.finding.closed_on + 30

_wanting contains pair if {
	some pair in _pairs
	object.get(pair.finding, "state", "closed") == "closed"
	not _followed(pair)
	not _time_left(pair)
}

_subject(pair) := {"collection": "audits", "id": pair.audit}

findings contains {
	"subject": _subject(pair),
	"reason": "policy-unchanged",
	"by": concat("/", [pair.finding.id, pair.policy]),
	"args": {
		"policy": judged.entity("policies", pair.policy),
		"finding": judged.part("audits", pair.audit, "findings", pair.finding.id),
	},
	"relied_on": [
		{"collection": "policies", "id": pair.policy, "path": "last_reviewed_on"},
		{"collection": "audits", "id": pair.audit, "path": "findings.closed_on"},
		{"collection": "audits", "id": pair.audit, "path": "performed_on"},
	],
} if {
	some pair in _wanting
	_closed(pair)
	facts.present(pair.finding, "closed_on")
	not _ahead(pair)
	_reviewed_on(pair) < _performed_on(pair)
}

findings contains judged.not_declared(_subject(pair), "audits", "performed_on") if {
	some pair in _wanting
	not _performed_on(pair)
}

findings contains judged.not_declared(_subject(pair), "audits", concat(".", ["findings", field])) if {
	some pair in _wanting
	some field in judged.missing(pair.finding, ["state", "closed_on"])
}

findings contains elsewhere.not_declared({"collection": "audits", "id": id}, "policies", ids, "last_reviewed_on") if {
	some id in {pair.audit | some pair in _wanting}
	ids := {pair.policy |
		some pair in _wanting
		pair.audit == id
		not _reviewed_on(pair)
	}
	count(ids) > 0
}

# A review that lies ahead says nothing of the last one.
findings contains object.union(
	judged.dated_ahead(_subject(pair), "policies", "last_reviewed_on", {"day": _reviewed_on(pair)}),
	{
		"by": concat("/", ["policies.last_reviewed_on", pair.policy]),
		"args": {
			"subject": judged.entity("policies", pair.policy),
			"fact": judged.fact("policies", "last_reviewed_on"),
			"dated": judged.date(_reviewed_on(pair)),
		},
		"relied_on": [{"collection": "policies", "id": pair.policy, "path": "last_reviewed_on"}],
	},
) if {
	some pair in _wanting
	_ahead(pair)
}
