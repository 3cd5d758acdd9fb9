# METADATA
# title: Every processing activity has a suitable legal basis
# description: >-
#   Looks at every planned or active activity under the GDPR or the UK GDPR: whether each of its purposes has a legal basis that
#   the law knows, and what that basis needs: interests that were weighed, a law that is named, a choice that is free.
# scope: package
# custom:
#   id: GOV-005
#   profile: essentials
#   unit: record
#   subjects:
#   - processing_activities
#   reads:
#   - firm.regimes
#   - processing_activity.data_subject_categories
#   - processing_activity.lawful_basis
#   - processing_activity.legal_reference
#   - processing_activity.lia
#   - processing_activity.purpose_kind
#   - processing_activity.purposes
#   - processing_activity.regimes
#   - processing_activity.started_on
#   - processing_activity.status
#   parameters: []
#   reasons:
#   - code: no-valid-basis
#     result: fail
#     severity: critical
#     message: '{activity} is carried out for {purpose}, and the declared legal basis is not one that {regime} knows.'
#     many: 'In {count} cases personal data is used for a purpose on no basis that the law knows.'
#   - code: balancing-fails
#     result: fail
#     severity: critical
#     message: '{activity} relies on the firm''s interests, and the firm''s own assessment says that the person''s
#       interests prevail.'
#     many: 'In {count} cases interests were weighed, the person''s outweighed, and the purpose is pursued all the same.'
#   - code: no-balancing
#     result: unknown
#     severity: high
#     message: '{activity} relies on the firm''s interests, and the assessment weighing them against the person''s
#       is not recorded.'
#     many: 'In {count} cases a purpose rests on legitimate interests, and weighing them is not recorded.'
#   - code: no-reference
#     result: warn
#     severity: low
#     message: '{activity} relies on a legal duty, and the law is not named.'
#     many: 'In {count} cases a purpose rests on a legal duty or public task, and the law is not named.'
#   - code: consent-unlikely
#     result: warn
#     severity: low
#     message: '{activity} relies on consent, which is rarely a free choice in this setting.'
#     many: 'In {count} cases a purpose rests on consent where it is rarely a free choice.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     message: The interests behind {activity} were weighed on {met_on}, after it began on {due_on}.
#     history_after: met_on
#     many: 'In {count} cases interests were weighed only after the use began.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 6(1)
#     says: Processing needs one of six lawful bases.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(1)(a)
#     says: Process lawfully, fairly and transparently.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(4)
#     says: Consent tied to a service that does not need it is suspect.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-2
#     says: Document authority to process personal information.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.2
#     says: Identify lawful basis.
#     status: secondary
#   - framework: UK GDPR
#     ref: Art 6(1)(ea) and Annex 1 (DUAA 2025 s.70)
#     says: UK list of recognised legitimate interests.
#     status: secondary
#   remediation: Choose the basis with the privacy lead, per purpose and jurisdiction, and record why.
#   not_applicable:
#   - code: not-european
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
package privity.governance.legal_basis

import data.lib.consents
import data.lib.european
import data.lib.facts
import data.lib.judged

not_applicable := "not-european" if european.outside(data.inventory.firm)

_activity := input.processing_activity

_subject := judged.subject("processing_activities", _activity)

_entity := judged.entity("processing_activities", _activity.id)

_ruled_out if _activity.status == "ended"

_ruled_out if european.outside(_activity)

_undecided := judged.missing(_activity, ["status", "regimes"])

_applies if {
	not _ruled_out
	count(_undecided) == 0
}

examined contains judged.changing(judged.examined("processing_activities", _activity), _days) if not _ruled_out

_days := [balancing.completed_on | some rest in _rests; balancing := rest.lia; balancing.completed_on]

_known := {"consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"}

_valid(rest) if rest.lawful_basis in _known

_valid(rest) if {
	rest.regime == "uk-gdpr"
	rest.lawful_basis == "recognised-legitimate-interest"
}

# One for each purpose and law: on what it rests, and what is said about that basis.
_rests contains {
	"purpose": purpose,
	"regime": regime,
	"lawful_basis": basis,
	"lia": _said("lia", purpose, regime, basis, {}),
	"legal_reference": _said("legal_reference", purpose, regime, basis, ""),
} if {
	_applies
	some purpose in _activity.purposes
	some regime in european.of(_activity)
	basis := consents.basis(_activity, purpose, regime)
}

# Of a purpose that has entries of its own, what stands there, else what the activity says about the same basis.
_said(field, purpose, regime, basis, otherwise) := min(own) if {
	own := {value |
		some entry in _entries(purpose, regime)
		entry.lawful_basis == basis
		value := entry[field]
	}
	count(own) > 0
} else := _activity[field] if {
	object.get(_activity, "lawful_basis", basis) == basis
} else := otherwise

_entries(purpose, regime) := own if {
	own := [entry | some entry in purpose.bases; entry.regime == regime]
	count(own) > 0
} else := [entry | some entry in purpose.bases; facts.absent(entry, "regime")]

_finding(rest, reason, more) := {
	"subject": _subject,
	"reason": reason,
	"by": concat("/", [rest.purpose.id, rest.regime]),
	"args": object.union({"activity": _entity, "purpose": judged.part("processing_activities", _activity.id, "purposes", rest.purpose.id)}, more),
	"relied_on": [_fact("lawful_basis"), _fact("purposes")],
}

findings contains _finding(rest, "no-valid-basis", {"regime": judged.value("processing_activities", "regimes", rest.regime)}) if {
	some rest in _rests
	not _valid(rest)
}

# Legitimate interests.

_interests contains rest if {
	some rest in _rests
	rest.lawful_basis == "legitimate-interests"
}

_weighed(rest) if rest.lia.completed_on <= data.as_of.day

findings contains _finding(rest, "balancing-fails", {}) if {
	some rest in _interests
	rest.lia.outcome == "fails"
}

_not_weighed(rest) if rest.lia == {}

_not_weighed(rest) if rest.lia.completed_on > data.as_of.day

findings contains judged.changing(_finding(rest, "no-balancing", {}), [day | day := rest.lia.completed_on]) if {
	some rest in _interests
	_not_weighed(rest)
}

_began(rest) := max([_activity.started_on, object.get(rest.purpose, "added_on", _activity.started_on)])

findings contains _finding(rest, "remedied-late", {
	"met_on": judged.date(rest.lia.completed_on),
	"due_on": judged.date(began),
	"days_late": rest.lia.completed_on - began,
}) if {
	some rest in _interests
	_weighed(rest)
	began := _began(rest)
	rest.lia.completed_on > began
}

findings contains judged.not_declared(_subject, "processing_activities", concat(".", ["lia", path])) if {
	some rest in _interests
	not _not_weighed(rest)
	some path in judged.missing(rest.lia, ["completed_on", "outcome"])
}

# What has not begun cannot have been weighed too late.
findings contains judged.not_declared(_subject, "processing_activities", "started_on") if {
	some rest in _interests
	_weighed(rest)
	_activity.status == "active"
	facts.absent(_activity, "started_on")
}

# A duty, a task, a choice.

findings contains _finding(rest, "no-reference", {}) if {
	some rest in _rests
	rest.lawful_basis in {"legal-obligation", "public-task"}
	facts.blank(rest.legal_reference)
}

_workers if {
	some category in _activity.data_subject_categories
	some word in ["employee", "staff"]
	contains(lower(category), word)
}

_dependent if _activity.purpose_kind == "legal-representation"

_dependent if _workers

findings contains _finding(rest, "consent-unlikely", {}) if {
	some rest in _rests
	rest.lawful_basis == "consent"
	_dependent
}

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	some rest in _rests
	rest.lawful_basis == "consent"
	not _dependent
	some path in judged.missing(_activity, ["purpose_kind", "data_subject_categories"])
}

# What is needed to know the basis.

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	not _ruled_out
	some path in _undecided
}

findings contains judged.not_declared(_subject, "processing_activities", "purposes") if {
	_applies
	facts.absent_or_blank(_activity, "purposes")
}

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	_applies
	some purpose in _activity.purposes
	some regime in european.of(_activity)
	not consents.basis(_activity, purpose, regime)
	path := _basis_field(purpose, regime)
}

_basis_field(purpose, regime) := "lawful_basis" if {
	count(_entries(purpose, regime)) == 0
} else := "purposes.bases.lawful_basis"

_fact(path) := {"collection": "processing_activities", "id": _activity.id, "path": path}
