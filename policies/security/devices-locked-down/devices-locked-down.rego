# METADATA
# title: Laptops and phones with client data are locked down
# description: 'Looks at every device in use that opens client data: whether it is encrypted, managed, can be wiped
#   from afar and locks itself in time; and at every lost one: whether an incident was recorded.'
# scope: package
# custom:
#   id: SEC-006
#   profile: full
#   unit: record
#   subjects:
#   - devices
#   reads:
#   - device.accesses_client_data
#   - device.encrypted
#   - device.incident_id
#   - device.managed
#   - device.remote_wipe
#   - device.screen_lock_minutes
#   - device.status
#   - incident.id
#   # Only a lost device needs an incident, and where none is recorded that is a finding.
#   optional:
#   - incidents
#   parameters:
#   - device_lock_minutes
#   reasons:
#   - code: not-encrypted
#     result: fail
#     severity: high
#     message: A device that opens client data is not encrypted.
#     many: '{count} devices that open client data are not encrypted.'
#   - code: not-managed
#     result: fail
#     severity: medium
#     message: A device that opens client data cannot be managed or wiped from afar.
#     many: '{count} devices that open client data cannot be managed or wiped from afar.'
#   - code: locks-late
#     result: warn
#     severity: low
#     message: A device that opens client data locks itself only after {minutes} minutes.
#     many: '{count} devices that open client data lock themselves later than the firm allows.'
#   - code: loss-not-handled
#     result: fail
#     severity: critical
#     absence: record
#     message: A device that opened client data was lost, and no incident is recorded for it.
#     many: '{count} devices that opened client data were lost, and no incident is recorded for them.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)
#     says: Security appropriate to risk.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 498 (2021)
#     says: 'Virtual practice: devices, passwords, updates, vendors, supervision.'
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AC-19
#     says: Control mobile devices.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.8.1
#     says: User endpoint devices.
#     status: primary
#   remediation: Enrol the device in management and encrypt it, or block its access.
package privity.security.devices_locked_down

import data.lib.judged

_device := input.device

_subject := judged.subject("devices", _device)

# Nothing that is declared keeps the device out.
_perhaps if {
	not _device.accesses_client_data == false
	not _device.status == "retired"
}

_undecided := judged.missing(_device, ["accesses_client_data", "status"]) if _perhaps

_in_use if {
	_device.accesses_client_data
	_device.status == "in-use"
}

_lost if {
	_device.accesses_client_data
	_device.status == "lost"
}

_incident := data.inventory.incidents[_device.incident_id]

examined contains judged.examined("devices", _device) if _in_use

examined contains judged.examined_with("devices", _device, [incident | incident := _incident]) if _lost

examined contains judged.examined("devices", _device) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "devices", path) if some path in _undecided

findings contains _finding("not-encrypted", {}, ["encrypted"]) if {
	_in_use
	_device.encrypted == false
}

_unmanaged contains field if {
	some field in ["managed", "remote_wipe"]
	_device[field] == false
}

findings contains _finding("not-managed", {}, sort(_unmanaged)) if {
	_in_use
	count(_unmanaged) > 0
}

findings contains _finding("locks-late", {"minutes": _device.screen_lock_minutes}, ["screen_lock_minutes"]) if {
	_in_use
	_device.screen_lock_minutes > data.parameters.device_lock_minutes
}

findings contains _finding("loss-not-handled", {}, ["incident_id", "status"]) if {
	_lost
	not _incident
}

findings contains judged.not_declared(_subject, "devices", path) if {
	_in_use
	some path in judged.missing(_device, ["encrypted", "managed", "remote_wipe", "screen_lock_minutes"])
}

_finding(reason, args, paths) := {
	"subject": _subject,
	"reason": reason,
	"args": args,
	"relied_on": [{"collection": "devices", "id": _device.id, "path": path} | some path in paths],
}
