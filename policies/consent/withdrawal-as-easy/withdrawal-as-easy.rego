# METADATA
# title: Withdrawing consent is as easy as giving it
# description: >-
#   Looks at every way in which the firm takes consent, once anything that it does rests on consent: whether consent can be
#   withdrawn at all, free of charge, and with no more effort than it took to give it.
# scope: package
# custom:
#   id: CONSENT-009
#   profile: standard
#   unit: inventory
#   subjects:
#   - consent_processes
#   reads:
#   - consent_process.activity_ids
#   - consent_process.giving_channels
#   - consent_process.giving_steps
#   - consent_process.owner_id
#   - consent_process.withdrawal_channels
#   - consent_process.withdrawal_fee
#   - consent_process.withdrawal_steps
#   - processing_activity.lawful_basis
#   - processing_activity.purposes
#   - processing_activity.regimes
#   - processing_activity.special_condition
#   - processing_activity.status
#   parameters: []
#   reasons:
#   - code: no-process
#     result: fail
#     severity: high
#     absence: record
#     message: The firm relies on consent, and no way of withdrawing it is recorded.
#     many: The firm relies on consent, and no way of withdrawing it is recorded.
#   - code: no-way-back
#     result: fail
#     severity: high
#     message: '{process} offers no channel for withdrawing consent.'
#     many: '{count} ways of taking consent offer no channel for withdrawing it.'
#   - code: harder-to-withdraw
#     result: fail
#     severity: high
#     message: Under {process}, consent can be given by {channel}, and withdrawing it takes more effort than that.
#     many: Through {count} channels consent can be given with less effort than withdrawing it takes.
#   - code: more-steps
#     result: warn
#     severity: low
#     message: Under {process}, withdrawing consent takes more steps than giving it.
#     many: '{count} ways of taking consent ask for more steps to withdraw it than to give it.'
#   - code: fee-charged
#     result: fail
#     severity: high
#     message: '{process} charges for withdrawing consent.'
#     many: '{count} ways of taking consent charge for withdrawing it.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 7(3)
#     says: Consent may be withdrawn any time, as easily as given.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CT.PO-P1
#     says: Processes for authorising processing and revoking it.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-4(3)
#     says: Tools to revoke consent.
#     status: primary
#   remediation: Offer withdrawal through every channel used to collect consent.
package privity.consent.withdrawal_as_easy

import data.lib.consents
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_firm := {"collection": "firm", "id": "firm"}

# The effort that a channel takes: online least, by phone more, on paper or in person most.
_effort := {"portal": 1, "web-form": 1, "email": 1, "phone": 2, "paper": 3, "in-person": 3}

# The active activities that rest on consent.
_resting contains id if {
	some id, activity in data.inventory.processing_activities
	activity.status == "active"
	consents.rests_on_consent(activity)
}

# The activities that may be among them, with each fact for want of which nobody can tell.
_open contains {"id": id, "path": "status"} if {
	some id, activity in data.inventory.processing_activities
	facts.absent(activity, "status")
	_may_rest_on_consent(activity)
}

_open contains {"id": id, "path": path} if {
	some id, activity in data.inventory.processing_activities
	object.get(activity, "status", "active") == "active"
	not consents.rests_on_consent(activity)
	some path in _open_basis(activity)
}

_may_rest_on_consent(activity) if consents.rests_on_consent(activity)

_may_rest_on_consent(activity) if count(_open_basis(activity)) > 0

_open_basis(activity) := judged.missing(activity, ["purposes", "lawful_basis"]) if {
	facts.absent(activity, "purposes")
} else := {"lawful_basis"} if {
	some purpose in activity.purposes
	some regime in _regimes_with_bases(activity)
	not consents.basis(activity, purpose, regime)
} else := set()

# Only European law asks for a legal basis; an activity that names no regime may be under it.
_regimes_with_bases(activity) := {"eu-gdpr", "uk-gdpr"} if {
	facts.absent_or_blank(activity, "regimes")
} else := {regime | some regime in activity.regimes; regime in {"eu-gdpr", "uk-gdpr"}}

# Undecided only where no activity is known to rest on consent (rulings: only an undecided whole is unknown).
_undecided if {
	count(_resting) == 0
	count(_open) > 0
}

_applies if count(_resting) > 0

_applies if _undecided

_covered(_) if {
	some process in data.inventory.consent_processes
	facts.absent(process, "activity_ids")
}

_covered(id) if {
	some process in data.inventory.consent_processes
	id in process.activity_ids
}

_uncovered := {id | some id in _resting; not _covered(id)}

_perhaps_uncovered := {fact | some fact in _open; id := fact.id; not _covered(id)}

examined contains judged.examined("consent_processes", process) if {
	_applies
	some process in data.inventory.consent_processes
}

# For the firm as a whole: that there is a way back. It rests on the activities and processes alone, so the firm's own
# entry does not lower the grade.
examined contains judged.examined_with("firm", {"id": "firm", "grade": 3}, activities) if {
	_applies
	activities := [data.inventory.processing_activities[id] | some id in (_resting | {fact.id | some fact in _open})]
}

findings contains {
	"subject": _firm,
	"reason": "no-process",
	"args": {},
	"relied_on": [{"collection": "processing_activities", "id": id, "path": "lawful_basis"} | some id in sort(_uncovered)],
} if {
	count(_uncovered) > 0
}

findings contains elsewhere.not_declared(_firm, "processing_activities", ids, path) if {
	count(_uncovered) == 0
	some path in {fact.path | some fact in _perhaps_uncovered}
	ids := {fact.id | some fact in _perhaps_uncovered; fact.path == path}
}

findings contains elsewhere.not_declared(_subject(process), "processing_activities", ids, path) if {
	_undecided
	some process in data.inventory.consent_processes
	some path in {fact.path | some fact in _open}
	ids := {fact.id | some fact in _open; fact.path == path}
}

findings contains {
	"subject": _subject(process),
	"reason": "no-way-back",
	"args": {"process": _entity(process)},
	"relied_on": [_fact(process, "withdrawal_channels")],
} if {
	some process in _judged
	process.withdrawal_channels == []
}

findings contains {
	"subject": _subject(process),
	"reason": "harder-to-withdraw",
	"by": channel,
	"args": {
		"process": _entity(process),
		"channel": judged.value("consent_processes", "giving_channels", channel),
	},
	"relied_on": [_fact(process, "withdrawal_channels"), _fact(process, "giving_channels")],
} if {
	some process in _judged
	easiest := min({_effort[offered] | some offered in process.withdrawal_channels})
	some channel in process.giving_channels
	_effort[channel] < easiest
}

findings contains {
	"subject": _subject(process),
	"reason": "more-steps",
	"args": {"process": _entity(process)},
	"relied_on": [_fact(process, "withdrawal_steps"), _fact(process, "giving_steps")],
} if {
	some process in _judged
	process.withdrawal_steps > process.giving_steps
}

findings contains {
	"subject": _subject(process),
	"reason": "fee-charged",
	"args": {"process": _entity(process)},
	"relied_on": [_fact(process, "withdrawal_fee")],
} if {
	some process in _judged
	process.withdrawal_fee > 0
}

findings contains judged.not_declared(_subject(process), "consent_processes", path) if {
	some process in _judged
	some path in judged.missing(process, ["giving_channels", "withdrawal_channels", "withdrawal_fee"])
}

_judged contains process if {
	count(_resting) > 0
	some process in data.inventory.consent_processes
}

_subject(process) := judged.subject("consent_processes", process)

_entity(process) := judged.entity("consent_processes", process.id)

_fact(process, path) := {"collection": "consent_processes", "id": process.id, "path": path}
