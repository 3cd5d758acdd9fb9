# METADATA
# title: Systems with client data require strong sign-in
# description: >-
#   Looks at every system that holds client data: whether a second sign-in step is required of those who need it, and
#   whether its password rules reach the firm's minimum. A system reached through single sign-on is judged by that sign-on.
# scope: package
# custom:
#   id: ACC-006
#   profile: essentials
#   unit: record
#   subjects:
#   - systems
#   reads:
#   - system.holds_client_data
#   - system.holds_privileged
#   - system.internet_facing
#   - system.mfa
#   - system.password_policy
#   - system.sso_system_id
#   parameters:
#   - min_password_length
#   reasons:
#   - code: mfa-not-for-all
#     result: fail
#     severity: high
#     message: '{system} can be reached from the internet or holds privileged material, and a second sign-in step
#       is not required of everyone.'
#     many: '{count} systems that can be reached from the internet or hold privileged material do not require a
#       second sign-in step of everyone.'
#   - code: mfa-too-narrow
#     result: fail
#     severity: high
#     message: '{system} holds client data and does not require a second sign-in step for administrators and remote
#       access.'
#     many: '{count} systems with client data do not require a second sign-in step for administrators and remote
#       access.'
#   - code: weak-passwords
#     result: fail
#     severity: medium
#     message: The password rules of {system} are below the firm's minimum.
#     many: '{count} systems have password rules below the firm''s minimum.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 32(1)(b)
#     says: Ongoing confidentiality, integrity, availability and resilience.
#     status: primary
#   - framework: ABA Formal Opinion
#     ref: 498 (2021)
#     says: 'Virtual practice: devices, passwords, updates, vendors, supervision.'
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: IA-2
#     says: Uniquely identify and authenticate users.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IA-2(1)
#     says: Multi-factor authentication for privileged accounts.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: IA-5(1)
#     says: Password-based authentication rules.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.AC-P6
#     says: Authentication is commensurate with risk.
#     status: primary
#   remediation: Turn on multi-factor sign-in for all users and strengthen the password policy.
package privity.access.strong_sign_in

import data.lib.facts
import data.lib.judged

_system := input.system

_subject := judged.subject("systems", _system)

_applies if _system.holds_client_data

# Where people sign in: at the single sign-on where the system names one, else at the system itself.
_sign_in_id := object.get(_system, "sso_system_id", _system.id)

_sign_in := _system if {
	_sign_in_id == _system.id
} else := declared if {
	declared := data.inventory.systems[_sign_in_id]
} else := {}

examined contains judged.examined_with("systems", _system, [_sign_in]) if _applies

# Whether the system holds client data is not said: it stays in the population, unjudged.
examined contains judged.examined("systems", _system) if facts.absent(_system, "holds_client_data")

findings contains judged.not_declared(_subject, "systems", "holds_client_data") if {
	facts.absent(_system, "holds_client_data")
}

findings contains judged.not_declared(_subject, "systems", path) if {
	_applies
	some path in judged.missing(_system, ["internet_facing", "holds_privileged"])
}

findings contains object.union(
	judged.not_declared(_subject, "systems", path),
	{"relied_on": array.concat([_sign_in_fact(path)], _route)},
) if {
	_applies
	some path in _missing_of_sign_in
}

_missing_of_sign_in contains "mfa.scope" if facts.absent(_sign_in, ["mfa", "scope"])

_missing_of_sign_in contains "password_policy" if {
	_accepts_passwords
	facts.absent(_sign_in, "password_policy")
}

_missing_of_sign_in contains path if {
	_accepts_passwords
	facts.present(_sign_in, "password_policy")
	some path in judged.missing(_sign_in, [
		"password_policy.min_length",
		"password_policy.breached_password_check",
		"password_policy.lockout_threshold",
	])
}

_exposed if _system.internet_facing

_exposed if _system.holds_privileged

findings contains {
	"subject": _subject,
	"reason": "mfa-not-for-all",
	"args": _arguments,
	"relied_on": array.concat(
		array.concat([_sign_in_fact("mfa.scope")], _route),
		[_fact("internet_facing"), _fact("holds_privileged")],
	),
} if {
	_applies
	_exposed
	_sign_in.mfa.scope != "all-users"
}

# What every system with client data needs: certain even while it is not known whether more is needed.
findings contains {
	"subject": _subject,
	"reason": "mfa-too-narrow",
	"args": _arguments,
	"relied_on": array.concat([_sign_in_fact("mfa.scope")], _route),
} if {
	_applies
	not _exposed
	scope := _sign_in.mfa.scope
	not scope in {"admins-and-remote", "all-users"}
}

findings contains {
	"subject": _subject,
	"reason": "weak-passwords",
	"args": object.union(_arguments, {"min_password_length": data.parameters.min_password_length}),
	"relied_on": array.concat([_sign_in_fact(path) | some path in sort(_weak)], _route),
} if {
	_applies
	_accepts_passwords
	count(_weak) > 0
}

# Only a system that says so accepts no passwords.
_accepts_passwords if not _sign_in.mfa.passwordless

_weak contains "password_policy.min_length" if {
	_sign_in.password_policy.min_length < data.parameters.min_password_length
}

_weak contains "password_policy.breached_password_check" if {
	_sign_in.password_policy.breached_password_check == false
}

_weak contains "password_policy.lockout_threshold" if _sign_in.password_policy.lockout_threshold == 0

_arguments := {
	"system": judged.entity("systems", _system.id),
	"sign_in": judged.entity("systems", _sign_in_id),
}

# That the system is reached through another one is itself relied on.
_route := [_fact("sso_system_id") | _sign_in_id != _system.id]

_fact(path) := {"collection": "systems", "id": _system.id, "path": path}

_sign_in_fact(path) := {"collection": "systems", "id": _sign_in_id, "path": path}
