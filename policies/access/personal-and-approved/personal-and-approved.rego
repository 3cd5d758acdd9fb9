# METADATA
# title: Every access right belongs to one person and was approved by someone else
# description: >-
#   Looks at every access right that stands: whether it belongs to one person, whether someone other than its holder
#   approved it before it was given, and, where the firm asks for one, whether a reason is recorded.
# scope: package
# custom:
#   id: ACC-001
#   profile: full
#   unit: record
#   subjects:
#   - access_grants
#   reads:
#   - access_grant.approved_by
#   - access_grant.approved_on
#   - access_grant.granted_on
#   - access_grant.granted_through
#   - access_grant.holder_id
#   - access_grant.justification
#   - access_grant.revoked_on
#   - access_grant.shared_account
#   parameters:
#   - require_justification
#   reasons:
#   - code: shared-account
#     result: fail
#     severity: high
#     message: '{holder} reaches {target} through an account that several people share.'
#     many: '{count} access rights are used through accounts that several people share.'
#   - code: self-approved
#     result: fail
#     severity: high
#     message: '{holder} approved their own access to {target}.'
#     many: '{count} access rights were approved by their own holders.'
#   - code: no-justification
#     result: warn
#     severity: low
#     message: No reason is recorded for the access of {holder} to {target}.
#     many: '{count} access rights have no recorded reason.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The access of {holder} to {target} was approved on {met_on}, after it had been granted on {due_on}.
#     many: '{count} access rights were approved only after they had been granted.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} approvals of access are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 32(4)
#     says: Staff with access act only on instructions.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: AC-2
#     says: Manage accounts through their lifecycle.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: AC-3
#     says: Enforce approved access authorisations.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: PR.AC-P1
#     says: Credentials are issued, managed, revoked, audited.
#     status: primary
#   remediation: Replace shared logins and have a different, authorised person approve the grant with a reason.
package privity.access.personal_and_approved

import data.lib.facts
import data.lib.grants
import data.lib.judged

_grant := input.access_grant if grants.unrevoked(input.access_grant)

_subject := judged.subject("access_grants", _grant)

_arguments := {"holder": grants.holder(_grant), "target": grants.target(_grant)}

# What comes with a directory group or a role was approved there.
_needs_approval if facts.absent_or_blank(_grant, "granted_through")

# An approval that lies ahead has not been given yet.
_approved_on := _grant.approved_on if _grant.approved_on <= data.as_of.day

examined contains judged.examined("access_grants", _grant)

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "shared-account",
		"args": _arguments,
		"relied_on": [_fact("shared_account")],
	},
	grants.ends_on(_grant),
) if {
	_grant.shared_account
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "self-approved",
		"args": _arguments,
		"relied_on": [_fact("approved_by"), _fact("holder_id"), _fact("granted_through")],
	},
	grants.ends_on(_grant),
) if {
	_needs_approval
	_grant.approved_by == _grant.holder_id
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "remedied-late",
		"args": object.union(_arguments, {
			"due_on": judged.date(_grant.granted_on),
			"met_on": judged.date(_approved_on),
			"days_late": _approved_on - _grant.granted_on,
		}),
		"relied_on": [_fact("approved_on"), _fact("granted_on"), _fact("granted_through")],
	},
	grants.ends_on(_grant),
) if {
	_needs_approval
	_approved_on > _grant.granted_on
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "no-justification",
		"args": _arguments,
		"relied_on": [_fact("justification")],
	},
	grants.ends_on(_grant),
) if {
	data.parameters.require_justification
	facts.absent_or_blank(_grant, "justification")
}

findings contains judged.changing(judged.not_declared(_subject, "access_grants", path), grants.ends_on(_grant)) if {
	some path in judged.missing(_grant, ["shared_account"])
}

findings contains judged.changing(judged.not_declared(_subject, "access_grants", path), grants.ends_on(_grant)) if {
	_needs_approval
	some path in judged.missing(_grant, ["holder_id", "approved_by", "approved_on", "granted_on"])
}

findings contains judged.changing(
	judged.dated_ahead(_subject, "access_grants", "approved_on", {"day": _grant.approved_on}),
	array.concat(grants.ends_on(_grant), [_grant.approved_on]),
) if {
	_needs_approval
	_grant.approved_on > data.as_of.day
}

_fact(path) := {"collection": "access_grants", "id": _grant.id, "path": path}
