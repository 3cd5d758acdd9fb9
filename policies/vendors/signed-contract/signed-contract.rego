# METADATA
# title: No vendor gets client data without a signed data protection contract
# description: >-
#   Looks at every vendor that receives personal data or is to receive it, and asks whether a signed contract of
#   the right kind is in force. Looks, too, for vendors that activities, systems and AI tools name and the
#   register does not hold.
# scope: package
# custom:
#   id: VEND-001
#   profile: essentials
#   unit: inventory
#   subjects:
#   - vendors
#   - ai_systems
#   - processing_activities
#   - systems
#   reads:
#   - ai_system.vendor_id
#   - processing_activity.vendor_ids
#   - system.vendor_id
#   - vendor.data_access_from
#   - vendor.id
#   - vendor.receives_personal_data
#   - vendor.role
#   - vendor.status
#   - vendor_agreement.effective_on
#   - vendor_agreement.expires_on
#   - vendor_agreement.kind
#   - vendor_agreement.signed_on
#   - vendor_agreement.terminated_on
#   - vendor_agreement.vendor_id
#   # Only read for vendors that the register lacks: a firm that has not declared them is asked elsewhere.
#   optional:
#   - ai_systems
#   - processing_activities
#   - systems
#   parameters: []
#   reasons:
#   - code: no-contract
#     result: fail
#     severity: critical
#     absence: record
#     message: '{vendor} receives personal data, and no data protection contract in force is recorded.'
#     many: '{count} vendors receive personal data, and no data protection contract in force is recorded.'
#   - code: sign-before-start
#     result: warn
#     severity: low
#     message: '{vendor} is to receive personal data; the contract must be signed first.'
#     many: '{count} vendors are to receive personal data; their contracts must be signed first.'
#   - code: wrong-kind
#     result: fail
#     severity: high
#     message: '{vendor} decides jointly with the firm, and the contract is of another kind.'
#     many: '{count} vendors decide jointly with the firm, and their contracts are of another kind.'
#   - code: unknown-vendor
#     result: fail
#     severity: medium
#     message: '{place} names a vendor that is not in the register.'
#     many: 'Vendors that are not in the register are named {count} times.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The contract with {vendor} was signed on {met_on}, after it first had data on {due_on}.
#     many: 'The contracts with {count} vendors were signed after they first had data.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 28(3)
#     says: Processor contract must exist and contain items (a)-(h).
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(d)
#     says: Contract needed with third parties, service providers and contractors.
#     status: primary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.DE-P3
#     says: Contracts implement privacy measures with ecosystem parties.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.6
#     says: Contracts with PII processors.
#     status: unverified
#   remediation: Sign the agreement or stop sending data.
package privity.vendors.signed_contract

import data.lib.agreements
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_roles := {"processor", "service-provider", "contractor", "joint-controller", "third-party"}

# Vendors that the control applies to, or may apply to: nothing declared speaks against it.
_vendors[id] := vendor if {
	some id, vendor in data.inventory.vendors
	object.get(vendor, "status", "active") in {"proposed", "active"}
	object.get(vendor, "role", "processor") in _roles
	not vendor.receives_personal_data == false
}

_decisive := ["status", "receives_personal_data", "role"]

_decided contains id if {
	some id, vendor in _vendors
	count(judged.missing(vendor, _decisive)) == 0
}

_active contains id if {
	some id in _decided
	_vendors[id].status == "active"
}

_contracts[vendor_id] contains id if {
	some id, agreement in data.inventory.vendor_agreements
	vendor_id := agreement.vendor_id
	_vendors[vendor_id]
}

_contracts_of(vendor_id) := object.get(_contracts, vendor_id, set())

_agreement(id) := data.inventory.vendor_agreements[id]

_in_force(vendor_id) := {id |
	some id in _contracts_of(vendor_id)
	agreements.in_force(_agreement(id))
}

_undated(vendor_id) := {id |
	some id in _contracts_of(vendor_id)
	agreements.undated(_agreement(id))
}

# Signed and not over, whether or not it has begun.
_signed(vendor_id) if {
	some id in _contracts_of(vendor_id)
	_agreement(id).signed_on <= data.as_of.day
	not agreements.ended(_agreement(id))
}

# Signed at some time: renewals do not hide that the first contract was there in time.
_first_signed(vendor_id) := min(days) if {
	days := {day |
		some id in _contracts_of(vendor_id)
		day := _agreement(id).signed_on
		day <= data.as_of.day
	}
	count(days) > 0
}

_unsigned(vendor_id) := {id |
	some id in _contracts_of(vendor_id)
	facts.absent(_agreement(id), "signed_on")
}

examined contains judged.changing(judged.examined_with("vendors", vendor, contracts), days) if {
	some vendor_id, vendor in _vendors
	contracts := [_agreement(id) | some id in _contracts_of(vendor_id)]
	days := _turns(vendor_id)
}

_turns(vendor_id) := [day |
	some id in _contracts_of(vendor_id)
	some day in agreements.turns(_agreement(id))
]

findings contains judged.not_declared(judged.subject("vendors", vendor), "vendors", path) if {
	some vendor in _vendors
	some path in judged.missing(vendor, _decisive)
}

findings contains judged.changing(
	{
		"subject": _subject(vendor_id),
		"reason": "no-contract",
		"args": {"vendor": _named(vendor_id)},
		"relied_on": array.concat(
			[_fact(vendor_id, "receives_personal_data"), _fact(vendor_id, "status")],
			_facts_of(_contracts_of(vendor_id), "effective_on"),
		),
	},
	_turns(vendor_id),
) if {
	some vendor_id in _active
	data.inventory.vendor_agreements
	count(_in_force(vendor_id)) == 0
	count(_undated(vendor_id)) == 0
}

findings contains elsewhere.not_declared(_subject(vendor_id), "vendor_agreements", _undated(vendor_id), "effective_on") if {
	some vendor_id in _active
	count(_in_force(vendor_id)) == 0
	count(_undated(vendor_id)) > 0
}

findings contains judged.changing(
	{
		"subject": _subject(vendor_id),
		"reason": "sign-before-start",
		"args": {"vendor": _named(vendor_id)},
		"relied_on": array.concat([_fact(vendor_id, "status")], _facts_of(_contracts_of(vendor_id), "signed_on")),
	},
	_turns(vendor_id),
) if {
	some vendor_id in _decided
	_vendors[vendor_id].status == "proposed"
	data.inventory.vendor_agreements
	not _signed(vendor_id)
	count(_unsigned_now(vendor_id)) == 0
}

# Contracts that are not over, and do not say when they were signed.
_unsigned_now(vendor_id) := {id |
	some id in _unsigned(vendor_id)
	not agreements.ended(_agreement(id))
}

findings contains elsewhere.not_declared(_subject(vendor_id), "vendor_agreements", _unsigned_now(vendor_id), "signed_on") if {
	some vendor_id in _decided
	_vendors[vendor_id].status == "proposed"
	not _signed(vendor_id)
	count(_unsigned_now(vendor_id)) > 0
}

# Who decides jointly with the firm has an arrangement, not an instruction.
findings contains judged.changing(
	{
		"subject": _subject(vendor_id),
		"reason": "wrong-kind",
		"args": {"vendor": _named(vendor_id)},
		"relied_on": array.concat(_facts_of(_in_force(vendor_id), "kind"), [_fact(vendor_id, "role")]),
	},
	_turns(vendor_id),
) if {
	some vendor_id in _active
	_vendors[vendor_id].role == "joint-controller"
	count(_in_force(vendor_id)) > 0
	not _arranged(vendor_id)
	count(_of_no_kind(vendor_id)) == 0
}

_arranged(vendor_id) if {
	some id in _in_force(vendor_id)
	_agreement(id).kind == "joint-controller-arrangement"
}

_of_no_kind(vendor_id) := {id |
	some id in _in_force(vendor_id)
	facts.absent(_agreement(id), "kind")
}

findings contains elsewhere.not_declared(_subject(vendor_id), "vendor_agreements", _of_no_kind(vendor_id), "kind") if {
	some vendor_id in _active
	_vendors[vendor_id].role == "joint-controller"
	not _arranged(vendor_id)
	count(_of_no_kind(vendor_id)) > 0
}

findings contains {
	"subject": _subject(vendor_id),
	"reason": "remedied-late",
	"args": {
		"vendor": _named(vendor_id),
		"due_on": judged.date(due_on),
		"met_on": judged.date(met_on),
		"days_late": met_on - due_on,
	},
	"relied_on": array.concat(_facts_of(_contracts_of(vendor_id), "signed_on"), [_fact(vendor_id, "data_access_from")]),
} if {
	some vendor_id in _active
	count(_in_force(vendor_id)) > 0
	count(_unsigned(vendor_id)) == 0
	due_on := _vendors[vendor_id].data_access_from
	met_on := _first_signed(vendor_id)
	met_on > due_on
}

findings contains judged.not_declared(_subject(vendor_id), "vendors", "data_access_from") if {
	some vendor_id in _active
	count(_in_force(vendor_id)) > 0
	facts.absent(_vendors[vendor_id], "data_access_from")
}

findings contains elsewhere.not_declared(_subject(vendor_id), "vendor_agreements", _unsigned(vendor_id), "signed_on") if {
	some vendor_id in _active
	count(_in_force(vendor_id)) > 0
	count(_unsigned(vendor_id)) > 0
	not _signed_in_time(vendor_id)
}

_signed_in_time(vendor_id) if _first_signed(vendor_id) <= _vendors[vendor_id].data_access_from

# Vendors that are named and not in the register.
_places contains {"collection": "systems", "record": system, "path": "vendor_id", "vendor_id": system.vendor_id} if {
	some system in data.inventory.systems
}

_places contains {"collection": "ai_systems", "record": tool, "path": "vendor_id", "vendor_id": tool.vendor_id} if {
	some tool in data.inventory.ai_systems
}

_places contains {"collection": "processing_activities", "record": activity, "path": "vendor_ids", "vendor_id": vendor_id} if {
	some activity in data.inventory.processing_activities
	some vendor_id in activity.vendor_ids
}

_strays contains place if {
	some place in _places
	data.inventory.vendors
	not data.inventory.vendors[place.vendor_id]
}

examined contains judged.examined(place.collection, place.record) if some place in _strays

findings contains {
	"subject": judged.subject(place.collection, place.record),
	"reason": "unknown-vendor",
	"by": place.vendor_id,
	"args": {"place": judged.entity(place.collection, place.record.id)},
	"relied_on": [{"collection": place.collection, "id": place.record.id, "path": place.path}],
} if {
	some place in _strays
}

_subject(vendor_id) := judged.subject("vendors", _vendors[vendor_id])

_named(vendor_id) := judged.entity("vendors", vendor_id)

_fact(vendor_id, path) := {"collection": "vendors", "id": vendor_id, "path": path}

_facts_of(ids, path) := [{"collection": "vendor_agreements", "id": id, "path": path} | some id in sort(ids)]
