# METADATA
# title: A transfer risk assessment supports each safeguard-based transfer
# description: >-
#   Looks at every planned or present transfer that rests on clauses or binding corporate rules, and asks whether
#   the law of the destination was assessed, how that ended, what protects the data, and whether the assessment is
#   fresh.
# scope: package
# custom:
#   id: XFER-004
#   profile: standard
#   unit: record
#   subjects:
#   - transfers
#   reads:
#   - transfer.importer_country
#   - transfer.mechanism
#   - transfer.privileged
#   - transfer.started_on
#   - transfer.status
#   - transfer.tia
#   parameters:
#   - tia_review_months
#   reasons:
#   - code: not-assessed
#     result: fail
#     severity: high
#     absence: record
#     message: Data goes to {recipient} in {country}, and no assessment of that country's law is recorded.
#     many: 'In {count} transfers data goes abroad, and no assessment of the country''s law is recorded.'
#   - code: assess-before-start
#     result: warn
#     severity: medium
#     message: The planned transfer to {recipient} in {country} must be assessed before it starts.
#     many: '{count} planned transfers must be assessed before they start.'
#   - code: review-overdue
#     result: warn
#     severity: low
#     message: The transfer assessment for {recipient} was last reviewed on {last_on}.
#     many: '{count} transfer assessments are overdue for review.'
#   - code: insufficient
#     result: fail
#     severity: critical
#     message: The firm's own assessment says that data sent to {recipient} in {country} is not protected enough.
#     many: 'The firm''s own assessments say that data sent in {count} transfers is not protected enough.'
#   - code: no-measures
#     result: fail
#     severity: high
#     absence: record
#     message: The transfer to {recipient} was found safe only with extra measures, and none are recorded.
#     many: '{count} transfers were found safe only with extra measures, and none are recorded.'
#   - code: privileged-exposed
#     result: warn
#     severity: medium
#     message: Privileged material goes to {recipient} in {country} in a form that the recipient can read.
#     many: 'Privileged material goes abroad in {count} transfers in a form that the recipient can read.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The transfer to {recipient} was assessed on {met_on}, after it began on {due_on}.
#     many: '{count} transfers were assessed after they began.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe
#     message: The firm says that it is under neither the GDPR nor the UK GDPR, which alone limit transfers abroad.
#   citations:
#   - framework: GDPR
#     ref: Art 46(1)
#     says: Otherwise appropriate safeguards with enforceable rights are needed.
#     status: primary
#   - framework: Decision (EU) 2021/914
#     ref: Annex, Clause 14
#     says: Parties assess destination law and document it.
#     status: unverified
#   - framework: EDPB Recommendations
#     ref: 01/2020 (supplementary measures)
#     says: Steps for assessing third-country law and adding measures.
#     status: unverified
#   - framework: UK GDPR
#     ref: Arts 45A-46 (as amended by DUAA 2025 s.85)
#     says: 'UK transfers: approved countries or data protection test.'
#     status: secondary
#   remediation: Complete or refresh the assessment and its measures.
package privity.transfers.risk_assessment

import data.lib.dates
import data.lib.facts
import data.lib.judged
import data.lib.transfers

not_applicable := "outside-europe" if transfers.outside_europe

_transfer := input.transfer if {
	transfers.concerns(input.transfer, {"scc-2021-914", "idta", "uk-addendum", "bcr", "adhoc-clauses"})
}

_undecided := transfers.missing(_transfer)

_judged := _transfer if count(_undecided) == 0

_subject := judged.subject("transfers", _transfer)

_arguments := {"recipient": transfers.recipient(_transfer), "country": transfers.country(_transfer)}

# What lies ahead has not happened yet.
_completed_on := _judged.tia.completed_on if _judged.tia.completed_on <= data.as_of.day

_last_on := max([day |
	some day in [_completed_on, object.get(_judged, ["tia", "last_reviewed_on"], 0)]
	day <= data.as_of.day
])

_review_by := dates.add_months(_last_on, data.parameters.tia_review_months)

_ahead := [
	object.get(_transfer, ["tia", "completed_on"], 0),
	object.get(_transfer, ["tia", "last_reviewed_on"], 0),
]

examined contains judged.changing(
	judged.examined("transfers", _transfer),
	array.concat(_ahead, [day | day := _review_by + 1]),
)

findings contains judged.not_declared(_subject, "transfers", path) if some path in _undecided

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "not-assessed",
		"args": _arguments,
		"relied_on": [_fact("tia.completed_on"), _fact("status")],
	},
	_ahead,
) if {
	_judged.status == "active"
	not _completed_on
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "assess-before-start",
		"args": _arguments,
		"relied_on": [_fact("tia.completed_on"), _fact("status")],
	},
	_ahead,
) if {
	_judged.status == "planned"
	not _completed_on
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"recipient": _arguments.recipient,
		"due_on": judged.date(_judged.started_on),
		"met_on": judged.date(_completed_on),
		"days_late": _completed_on - _judged.started_on,
	},
	"relied_on": [_fact("tia.completed_on"), _fact("started_on")],
} if {
	_completed_on > _judged.started_on
}

findings contains judged.not_declared(_subject, "transfers", "started_on") if {
	_judged.status == "active"
	_completed_on
	facts.absent(_judged, "started_on")
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "review-overdue",
		"args": {
			"recipient": _arguments.recipient,
			"last_on": judged.date(_last_on),
			"due_on": judged.date(_review_by),
			"days_late": data.as_of.day - _review_by,
		},
		"relied_on": [_fact("tia.last_reviewed_on"), _fact("tia.completed_on")],
	},
	_ahead,
) if {
	data.as_of.day > _review_by
}

findings contains {
	"subject": _subject,
	"reason": "insufficient",
	"args": _arguments,
	"relied_on": [_fact("tia.outcome")],
} if {
	_judged.tia.outcome == "insufficient"
}

findings contains {
	"subject": _subject,
	"reason": "no-measures",
	"args": {"recipient": _arguments.recipient},
	"relied_on": [_fact("tia.supplementary_measures"), _fact("tia.outcome")],
} if {
	_judged.tia.outcome == "sufficient-with-measures"
	count(_measures) == 0
}

_measures contains measure if some measure in _judged.tia.supplementary_measures

# Measures after which the recipient cannot read the material.
_unreadable := {"client-side-encryption", "firm-held-keys", "split-processing"}

findings contains {
	"subject": _subject,
	"reason": "privileged-exposed",
	"args": _arguments,
	"relied_on": [_fact("tia.supplementary_measures"), _fact("privileged")],
} if {
	_judged.privileged
	count(_measures & _unreadable) == 0
}

findings contains judged.not_declared(_subject, "transfers", "privileged") if {
	facts.absent(_judged, "privileged")
	count(_measures & _unreadable) == 0
}

findings contains judged.not_declared(_subject, "transfers", "tia.outcome") if {
	_completed_on
	facts.absent(_judged, ["tia", "outcome"])
}

_fact(path) := {"collection": "transfers", "id": _transfer.id, "path": path}
