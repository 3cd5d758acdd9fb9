# METADATA
# title: Sub-processors are authorised and bound by the same duties
# description: >-
#   Looks at every active processor and its sub-processors: whether the firm authorised each, or was told of it in
#   time to object, and whether it is bound by the same duties.
# scope: package
# custom:
#   id: VEND-004
#   profile: full
#   unit: record
#   subjects:
#   - vendors
#   reads:
#   - vendor.role
#   - vendor.status
#   - vendor.sub_processor_authorisation
#   - vendor.sub_processors
#   parameters: []
#   reasons:
#   - code: not-authorised
#     result: fail
#     severity: medium
#     absence: open
#     message: '{vendor} uses {sub_processor}, and the firm''s authorisation is not recorded.'
#     many: 'Vendors use {count} sub-processors, and the firm''s authorisation is not recorded.'
#   - code: told-late
#     result: warn
#     severity: low
#     history_after: told_on
#     message: '{vendor} told the firm of {sub_processor} later than agreed.'
#     many: 'Vendors told the firm of {count} sub-processors later than agreed.'
#   - code: objection-open
#     result: fail
#     severity: medium
#     message: The firm objected to {sub_processor}, and {vendor} uses it all the same.
#     many: 'The firm objected to {count} sub-processors, and they are used all the same.'
#   - code: duties-not-passed-on
#     result: fail
#     severity: medium
#     message: '{sub_processor} is not bound by the same duties as {vendor}.'
#     many: '{count} sub-processors are not bound by the same duties as the vendors that use them.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The use of {sub_processor} by {vendor} was authorised on {met_on}, after {due_on}.
#     many: 'The use of {count} sub-processors was authorised late.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 28(2)
#     says: Sub-processors need the controller's prior written authorisation.
#     status: primary
#   - framework: GDPR
#     ref: Art 28(4)
#     says: Same obligations must flow down to sub-processors.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SA-9
#     says: External services must meet requirements and be monitored.
#     status: primary
#   remediation: Authorise the sub-processor or object.
package privity.vendors.sub_processors

import data.lib.facts
import data.lib.judged

# Applies, or may apply: nothing declared speaks against it.
_vendor := input.vendor if {
	object.get(input.vendor, "role", "processor") == "processor"
	object.get(input.vendor, "status", "active") == "active"
}

_undecided := judged.missing(_vendor, ["role", "status"])

_judged := _vendor if count(_undecided) == 0

_subject := judged.subject("vendors", _vendor)

_type := _judged.sub_processor_authorisation.type

_objection_days := _judged.sub_processor_authorisation.objection_days

# By name; by place in the list where there is no name, or where several have the same.
_subs[_key(position)] := sub if some position, sub in _judged.sub_processors

_key(position) := name if {
	name := _judged.sub_processors[position].name
	count([other | some other in _judged.sub_processors; other.name == name]) == 1
	not startswith(name, "sub-processor ")
} else := concat(" ", ["sub-processor", _numbers[position]])

_numbers[position] := format_int(position + 1, 10) if some position, _ in _judged.sub_processors

# A sub-processor whose engagement lies ahead is not used yet.
_used(sub) if sub.engaged_on <= data.as_of.day

_turns := [day |
	some sub in _subs
	some path in ["engaged_on", "authorised_on", "notified_on"]
	day := object.get(sub, path, 0)
]

examined contains judged.changing(judged.examined("vendors", _vendor), _turns) if _judged

examined contains judged.examined("vendors", _vendor) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "vendors", path) if some path in _undecided

findings contains judged.not_declared(_subject, "vendors", "sub_processors") if facts.absent(_judged, "sub_processors")

findings contains judged.not_declared(_subject, "vendors", "sub_processor_authorisation.type") if {
	count(_subs) > 0
	facts.absent(_judged, ["sub_processor_authorisation", "type"])
}

findings contains judged.not_declared(_subject, "vendors", "sub_processors.engaged_on") if {
	_type
	some sub in _subs
	facts.absent(sub, "engaged_on")
}

findings contains judged.changing(
	_finding("not-authorised", key, {}, ["sub_processors.authorised_on", "sub_processor_authorisation.type"]),
	_turns,
) if {
	_type == "specific"
	some key, sub in _subs
	_used(sub)
	not _authorised(sub)
}

_authorised(sub) if sub.authorised_on <= data.as_of.day

findings contains _finding(
	"remedied-late", key,
	{
		"due_on": judged.date(sub.engaged_on),
		"met_on": judged.date(sub.authorised_on),
		"days_late": sub.authorised_on - sub.engaged_on,
	},
	["sub_processors.authorised_on", "sub_processors.engaged_on"],
) if {
	_type == "specific"
	some key, sub in _subs
	_authorised(sub)
	sub.authorised_on > sub.engaged_on
}

findings contains _finding(
	"told-late", key,
	{"told_on": judged.date(sub.notified_on), "due_on": judged.date(sub.engaged_on - _objection_days)},
	["sub_processors.notified_on", "sub_processors.engaged_on", "sub_processor_authorisation.objection_days"],
) if {
	_type == "general"
	some key, sub in _subs
	sub.notified_on <= data.as_of.day
	sub.notified_on > sub.engaged_on - _objection_days
}

# A word that lies ahead has not been given yet: it cannot be told when it will be.
findings contains judged.not_declared(_subject, "vendors", "sub_processors.notified_on") if {
	_type == "general"
	some sub in _subs
	_used(sub)
	not _told(sub)
}

_told(sub) if sub.notified_on <= data.as_of.day

findings contains judged.not_declared(_subject, "vendors", "sub_processor_authorisation.objection_days") if {
	_type == "general"
	count(_subs) > 0
	facts.absent(_judged, ["sub_processor_authorisation", "objection_days"])
}

findings contains judged.changing(
	_finding("objection-open", key, {}, ["sub_processors.objection_open", "sub_processors.engaged_on"]),
	_turns,
) if {
	_type == "general"
	some key, sub in _subs
	_used(sub)
	sub.objection_open
}

findings contains _finding("duties-not-passed-on", key, {}, ["sub_processors.flow_down_confirmed"]) if {
	some key, sub in _subs
	sub.flow_down_confirmed == false
}

findings contains judged.not_declared(_subject, "vendors", "sub_processors.flow_down_confirmed") if {
	some sub in _subs
	facts.absent(sub, "flow_down_confirmed")
}

_finding(reason, key, more, paths) := {
	"subject": _subject,
	"reason": reason,
	"by": key,
	"args": object.union(
		{
			"vendor": judged.entity("vendors", _vendor.id),
			"sub_processor": judged.value("vendors", "sub_processors.name", key),
		},
		more,
	),
	"relied_on": [{"collection": "vendors", "id": _vendor.id, "path": path} | some path in paths],
}
