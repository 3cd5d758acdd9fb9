# METADATA
# title: A privacy review of full scope is done at least yearly, partly by someone independent
# description: 'Looks at the firm as a whole: whether all six areas were reviewed within a year, at least once by
#   someone independent, and whether management was told.'
# scope: package
# custom:
#   id: AUDIT-001
#   profile: standard
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - audit.areas
#   - audit.independent
#   - audit.performed_on
#   - audit.reported_to_management_on
#   - audit.scope
#   - audit.status
#   parameters:
#   - audit_interval_months
#   reasons:
#   - code: never-audited
#     result: fail
#     severity: high
#     absence: record
#     message: No privacy review has been recorded.
#     many: No privacy review has been recorded.
#   - code: area-not-covered
#     result: fail
#     severity: medium
#     absence: open
#     message: '{area} has not been reviewed in the last {months} months.'
#     many: '{count} areas have not been reviewed in the time that the firm allows itself.'
#   - code: not-independent
#     result: warn
#     severity: medium
#     message: No review of the last {months} months was done by someone independent of the area.
#     many: No recent review was done by someone independent of the area.
#   - code: not-reported
#     result: warn
#     severity: low
#     message: The last review was not reported to management according to the record.
#     many: The last review was not reported to management according to the record.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(d)
#     says: Regularly test and evaluate the security measures.
#     status: primary
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   - framework: GDPR
#     ref: Art 39(1)(b)
#     says: DPO monitors compliance, responsibilities, training and audits.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: CA-2
#     says: Assess controls periodically.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: CA-2(1)
#     says: Use independent assessors.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.35
#     says: Independent review.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.MT-P3
#     says: Procedures for assessing compliance exist.
#     status: primary
#   remediation: Schedule the missing audit area.
package privity.audit.yearly_privacy_review

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.windows

_firm := {"collection": "firm", "id": "firm"}

_areas := {"consent-records", "access-controls", "data-handling", "security-measures", "policies", "staff-adherence"}

_complete[id] := audit if {
	some id, audit in data.inventory.audits
	audit.status == "complete"
}

# Reviews in the window.
_recent[id] := audit if {
	some id, audit in _complete
	windows.within_last(audit.performed_on, data.parameters.audit_interval_months)
}

# Reviews that may be in the window, had they said so: by field.
_perhaps[path] contains id if {
	some id, audit in data.inventory.audits
	object.get(audit, "status", "complete") == "complete"
	windows.within_last(object.get(audit, "performed_on", data.as_of.day), data.parameters.audit_interval_months)
	some path in judged.missing(audit, ["status", "performed_on"])
}

_perhaps.scope contains id if {
	some id, audit in _recent
	facts.absent(audit, "scope")
}

_open := {id | some ids in _perhaps; some id in ids}

_covers(audit, area) if {
	area in audit.scope
	count(object.get(audit, "areas", [])) == 0
}

_covers(audit, area) if {
	area in audit.scope
	some entry in audit.areas
	entry.area == area
	_looked_at(entry)
}

_looked_at(entry) if entry.sample_size >= 1

_looked_at(entry) if facts.present(entry, "evidence_uri")

_covered contains area if {
	some audit in _recent
	some area in _areas
	_covers(audit, area)
}

# Of an audit that does not say what was looked at the scope is the firm's word alone.
_weighed(audit) := object.union(audit, {"grade": 0}) if {
	count(object.get(audit, "areas", [])) == 0
} else := audit

examined contains judged.changing(
	judged.examined_with("firm", {"id": "firm", "grade": 3}, [_weighed(audit) | some audit in _recent]),
	[day | some day in _changes],
)

_leaves_on(audit) := windows.leaves_within_last(audit.performed_on, data.parameters.audit_interval_months)

_changes contains max([_leaves_on(audit) | some audit in _recent; _covers(audit, area)]) if some area in _covered

_changes contains max([_leaves_on(audit) | some audit in _recent; audit.independent])

_changes contains max([_leaves_on(audit) | some audit in _recent; _reported(audit)])

findings contains {"subject": _firm, "reason": "never-audited", "args": {}, "relied_on": []} if {
	count(_complete) == 0
	count(_open) == 0
}

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "area-not-covered",
		"by": area,
		"args": {
			"area": judged.value("audits", "scope", area),
			"months": data.parameters.audit_interval_months,
		},
		"relied_on": [{"collection": "audits", "id": id, "path": "scope"} | some id in sort(object.keys(_complete))],
	},
	_performed,
) if {
	count(_complete) > 0
	some area in (_areas - _covered)
	not _perhaps_covered(area)
}

# Someone may have looked at the area: an audit that does not give its scope, or has the area in it.
_perhaps_covered(area) if {
	some id in _open
	audit := data.inventory.audits[id]
	_covers(object.union({"scope": [area]}, audit), area)
}

# One that is dated ahead will have been done by then.
_performed := [audit.performed_on | some audit in _complete]

_independent if {
	some audit in _recent
	audit.independent
}

_any_reported if {
	some audit in _recent
	_reported(audit)
}

_reported(audit) if audit.reported_to_management_on <= data.as_of.day

_silent_on_independence := {id | some id, audit in _recent; facts.absent(audit, "independent")}

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "not-independent",
		"args": {"months": data.parameters.audit_interval_months},
		"relied_on": [{"collection": "audits", "id": id, "path": "independent"} | some id in sort(object.keys(_recent))],
	},
	_performed,
) if {
	count(_recent) > 0
	not _independent
	count(_silent_on_independence | _undated) == 0
}

# What may yet turn out to lie in the window.
_undated := _open - object.keys(_recent)

findings contains judged.changing(
	{
		"subject": _firm,
		"reason": "not-reported",
		"args": {},
		"relied_on": [{"collection": "audits", "id": id, "path": "reported_to_management_on"} |
			some id in sort(object.keys(_recent))
		],
	},
	[audit.reported_to_management_on | some audit in _recent],
) if {
	count(_recent) > 0
	not _any_reported
	count(_undated) == 0
}

findings contains elsewhere.not_declared(_firm, "audits", ids, path) if {
	some path, ids in _perhaps
	_needed(path)
}

# A fact of a further audit is asked for only where something hangs on it.
_needed(_) if count(_areas - _covered) > 0

_needed(path) if {
	path != "scope"
	not _independent
}

_needed(path) if {
	path != "scope"
	not _any_reported
}

findings contains elsewhere.not_declared(_firm, "audits", _silent_on_independence, "independent") if {
	not _independent
	count(_silent_on_independence) > 0
}
