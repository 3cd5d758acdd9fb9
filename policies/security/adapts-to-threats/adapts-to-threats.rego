# METADATA
# title: Security adapts to new threats
# description: 'Looks at the firm as a whole: whether it has looked at new threats lately and after its last incident,
#   and whether grave open risks have an owner and a date that is kept.'
# scope: package
# custom:
#   id: SEC-008
#   profile: full
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - incident.closed_at
#   - incident.kind
#   - risk.level
#   - risk.owner_id
#   - risk.status
#   - risk.treatment_due_on
#   - risk_review.kind
#   - risk_review.performed_on
#   parameters:
#   - threat_review_months
#   reasons:
#   - code: no-review
#     result: fail
#     severity: medium
#     absence: record
#     message: No look at new threats is recorded in the last {months} months.
#     many: No look at new threats is recorded in the time that the firm allows itself.
#   - code: risk-unowned
#     result: warn
#     severity: low
#     message: The risk {risk} has no owner or no date.
#     many: '{count} grave risks have no owner or no date.'
#   - code: treatment-overdue
#     result: fail
#     severity: medium
#     absence: open
#     message: What was to be done about the risk {risk} was due by {due_on}.
#     many: What was to be done about {count} grave risks is overdue.
#   - code: not-reviewed-since
#     result: warn
#     severity: low
#     message: No review of threats has followed {incident}, closed on {closed_on}.
#     many: No review of threats has followed the last incident.
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(d)
#     says: Regularly test and evaluate the security measures.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: RA-3
#     says: Risk assessment.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-5
#     says: Act on security alerts and advisories.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P1
#     says: Privacy risk is re-evaluated as factors change.
#     status: primary
#   remediation: Hold the threat review and update the risk treatments.
package privity.security.adapts_to_threats

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.windows

_firm := {"collection": "firm", "id": "firm"}

_records := array.concat(
	array.concat(
		[review | some review in data.inventory.risk_reviews; object.get(review, "kind", "threat") in _kinds],
		[risk | some risk in _grave],
	),
	[incident | some incident in _closed],
)

examined contains judged.changing(
	judged.examined_with("firm", {"id": "firm", "grade": 3}, _records),
	[day | some day in _changes],
)

_kinds := {"threat", "security-risk"}

# The days of the reviews of threats, those ahead included.
_days contains review.performed_on if {
	some review in data.inventory.risk_reviews
	review.kind in _kinds
}

_past_days := {day | some day in _days; day <= data.as_of.day}

_newest := max(_past_days) if count(_past_days) > 0

_reviewed if windows.in_last(_newest, data.parameters.threat_review_months)

# Reviews that may be a recent look at threats, had they said of what or when: by field.
_open_reviews[path] contains id if {
	some id, review in data.inventory.risk_reviews
	object.get(review, "kind", "threat") in _kinds
	some path in judged.missing(review, ["kind", "performed_on"])
	windows.in_last(object.get(review, "performed_on", data.as_of.day), data.parameters.threat_review_months)
}

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "no-review",
		"args": {"months": data.parameters.threat_review_months},
		"relied_on": [{"collection": "risk_reviews", "id": id, "path": "performed_on"} |
			some id in sort([id |
				some id, review in data.inventory.risk_reviews
				review.kind in _kinds
				review.performed_on == _newest
			])
		],
	},
	[day | some day in _days],
) if {
	not _reviewed
	count(_open_reviews) == 0
}

findings contains elsewhere.not_declared(_firm, "risk_reviews", ids, path) if {
	not _reviewed
	some path, ids in _open_reviews
}

# Risks that are open and grave for certain.
_grave[id] := risk if {
	some id, risk in data.inventory.risks
	risk.status == "open"
	risk.level in {"high", "critical"}
}

findings contains elsewhere.not_declared(_firm, "risks", ids, path) if some path, ids in _open_risks

_open_risks[path] contains id if {
	some id, risk in data.inventory.risks
	object.get(risk, "status", "open") == "open"
	object.get(risk, "level", "high") in {"high", "critical"}
	some path in judged.missing(risk, ["status", "level"])
}

findings contains {
	"subject": _firm,
	"reason": "risk-unowned",
	"by": id,
	"args": {"risk": judged.entity("risks", id)},
	"relied_on": [{"collection": "risks", "id": id, "path": path} | some path in sort(missing)],
} if {
	some id, risk in _grave
	missing := judged.missing(risk, ["owner_id", "treatment_due_on"])
	count(missing) > 0
}

findings contains {
	"subject": _firm,
	"reason": "treatment-overdue",
	"by": id,
	"args": {"risk": judged.entity("risks", id), "due_on": judged.date(risk.treatment_due_on)},
	"relied_on": [{"collection": "risks", "id": id, "path": "treatment_due_on"}],
} if {
	some id, risk in _grave
	data.as_of.day > risk.treatment_due_on
}

# Incidents that are over, near misses apart; where the kind is not declared, perhaps one.
_closed[id] := incident if {
	some id, incident in data.inventory.incidents
	not incident.kind == "near-miss"
	dates.same_or_before(incident.closed_at, data.as_of)
}

_last_closed_on := max([incident.closed_at.day | some incident in _closed])

# The newest, by day and then by identifier.
_last_incident := max([id | some id, incident in _closed; incident.closed_at.day == _last_closed_on])

_unfollowed if {
	_last_closed_on > _newest
	data.as_of.day > _last_closed_on + 60
}

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "not-reviewed-since",
		"by": _last_incident,
		"args": {
			"incident": judged.entity("incidents", _last_incident),
			"closed_on": judged.date(_last_closed_on),
		},
		"relied_on": [{"collection": "incidents", "id": _last_incident, "path": "closed_at"}],
	},
	[day | some day in _days],
) if {
	_unfollowed
	facts.present(_closed[_last_incident], "kind")
}

findings contains elsewhere.not_declared(_firm, "incidents", {_last_incident}, "kind") if {
	_unfollowed
	facts.absent(_closed[_last_incident], "kind")
}

_changes contains windows.leaves_last(_newest, data.parameters.threat_review_months)

_changes contains risk.treatment_due_on + 1 if some risk in _grave

_changes contains _last_closed_on + 61 if _last_closed_on > _newest
