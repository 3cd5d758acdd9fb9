# METADATA
# title: The access rights of each system with client data are reviewed on schedule
# description: >-
#   Looks at every electronic system that holds client data: whether all its access rights were reviewed within the time
#   that the firm allows itself, which is shorter where the system holds privileged material.
# scope: package
# custom:
#   id: ACC-007
#   profile: standard
#   unit: inventory
#   subjects:
#   - systems
#   reads:
#   - system.access_reviewed_on
#   - system.holds_client_data
#   - system.holds_privileged
#   - system.medium
#   parameters:
#   - access_review_days
#   - privileged_review_days
#   reasons:
#   - code: review-overdue
#     result: fail
#     severity: medium
#     message: The access rights of {system} were last reviewed on {last_on}; a review was due by {due_on}.
#     many: '{count} systems are overdue for a review of their access rights.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: low
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} reviews of access are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(d)
#     says: Regularly test and evaluate the security measures.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-6(7)
#     says: Review user privileges periodically.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.18
#     says: Access rights.
#     status: primary
#   remediation: Review who can open the system, remove what is not needed and record the date.
package privity.access.system_access_reviewed

import data.lib.judged

# Systems that the control applies to, or may apply to: nothing declared speaks against it.
_systems[id] := system if {
	some id, system in data.inventory.systems
	not system.holds_client_data == false
	not _paper(system)
}

_paper(system) if system.medium == "paper"

# Systems that the control applies to for certain.
_judged[id] := system if {
	some id, system in _systems
	system.holds_client_data
	system.medium == "electronic"
}

examined contains judged.changing(judged.examined("systems", system), [_due_on[id] + 1]) if some id, system in _judged

examined contains judged.examined("systems", system) if {
	some id, system in _systems
	not _due_on[id]
}

findings contains judged.not_declared(judged.subject("systems", system), "systems", path) if {
	some system in _systems
	some path in judged.missing(system, ["holds_client_data", "medium"])
}

findings contains judged.not_declared(judged.subject("systems", system), "systems", path) if {
	some system in _judged
	some path in judged.missing(system, ["access_reviewed_on", "holds_privileged"])
}

# A review dated ahead has not happened yet, and says nothing of the last one.
findings contains judged.dated_ahead(
	judged.subject("systems", system),
	"systems",
	"access_reviewed_on",
	{"day": system.access_reviewed_on},
) if {
	some system in _judged
	system.access_reviewed_on > data.as_of.day
}

findings contains {
	"subject": judged.subject("systems", system),
	"reason": "review-overdue",
	"args": {
		"system": judged.entity("systems", id),
		"last_on": judged.date(system.access_reviewed_on),
		"due_on": judged.date(_due_on[id]),
		"days_late": data.as_of.day - _due_on[id],
	},
	"relied_on": [_fact(id, "access_reviewed_on"), _fact(id, "holds_privileged")],
} if {
	some id, system in _judged
	data.as_of.day > _due_on[id]
}

# The last day for the next review.
_due_on[id] := system.access_reviewed_on + _days(system) if {
	some id, system in _judged
	system.access_reviewed_on <= data.as_of.day
}

_days(system) := data.parameters.privileged_review_days if system.holds_privileged

_days(system) := data.parameters.access_review_days if system.holds_privileged == false

_fact(id, path) := {"collection": "systems", "id": id, "path": path}
