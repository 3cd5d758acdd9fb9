# METADATA
# title: Sensitive and criminal-offence data has its extra legal condition
# description: >-
#   Looks at every activity under the GDPR or the UK GDPR that uses special categories of data or data about offences: whether
#   the further condition that the law asks for is named and fits, and whether a condition that needs a policy document has one.
# scope: package
# custom:
#   id: GOV-006
#   profile: standard
#   unit: record
#   subjects:
#   - processing_activities
#   reads:
#   - firm.regimes
#   - processing_activity.apd_policy_id
#   - processing_activity.condition_ref
#   - processing_activity.matter_related
#   - processing_activity.offence_authority_ref
#   - processing_activity.purpose_kind
#   - processing_activity.regimes
#   - processing_activity.special_condition
#   - processing_activity.uses_criminal_offence
#   - processing_activity.uses_special_category
#   parameters: []
#   reasons:
#   - code: no-condition
#     result: fail
#     severity: critical
#     message: '{activity} uses sensitive data under a condition that the law does not know.'
#     many: '{count} activities use sensitive data under a condition that the law does not know.'
#   - code: claims-condition
#     result: fail
#     severity: high
#     message: '{activity} uses sensitive data as needed for legal claims, and it is not declared as part of client
#       matters.'
#     many: '{count} activities use sensitive data as needed for legal claims, and are not declared as part of client matters.'
#   - code: no-policy-document
#     result: fail
#     severity: high
#     absence: record
#     message: '{activity} relies on a UK condition that needs a policy document, and none is linked.'
#     many: '{count} activities rely on a UK condition that needs a policy document, and none is linked.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 9(1)
#     says: Special-category processing is prohibited unless a condition applies.
#     status: primary
#   - framework: GDPR
#     ref: Art 9(2)(f)
#     says: Special-category data may be processed for legal claims.
#     status: primary
#   - framework: GDPR
#     ref: Art 10
#     says: Criminal-offence data needs official authority or authorising law.
#     status: primary
#   - framework: UK DPA 2018
#     ref: Sch 1 Pt 4 para 39
#     says: Appropriate policy document for certain special-category conditions.
#     status: primary
#   - framework: UK DPA 2018
#     ref: Sch 1 Pt 3 para 33
#     says: Legal-claims condition for criminal-offence data.
#     status: unverified
#   remediation: Record the condition or stop processing the sensitive data.
#   not_applicable:
#   - code: not-european
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
package privity.governance.sensitive_data_condition

import data.lib.european
import data.lib.facts
import data.lib.judged

not_applicable := "not-european" if european.outside(data.inventory.firm)

_activity := input.processing_activity

_subject := judged.subject("processing_activities", _activity)

_uses := ["uses_special_category", "uses_criminal_offence"]

_sensitive if {
	some use in _uses
	_activity[use] == true
}

_ruled_out if european.outside(_activity)

_ruled_out if {
	every use in _uses {
		_activity[use] == false
	}
}

_applies if {
	_sensitive
	count(european.of(_activity)) > 0
}

examined contains judged.examined("processing_activities", _activity) if not _ruled_out

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	not _ruled_out
	some path in judged.missing(_activity, array.concat(_uses, ["regimes"]))
}

_finding(reason, paths) := {
	"subject": _subject,
	"reason": reason,
	"args": {"activity": judged.entity("processing_activities", _activity.id)},
	"relied_on": [{"collection": "processing_activities", "id": _activity.id, "path": path} | some path in paths],
}

# Special categories.

_special if {
	_applies
	_activity.uses_special_category == true
}

findings contains _finding("no-condition", ["special_condition", "uses_special_category"]) if {
	_special
	_activity.special_condition == "none"
}

findings contains judged.not_declared(_subject, "processing_activities", "special_condition") if {
	_special
	facts.absent(_activity, "special_condition")
}

# For legal claims.

_claims if {
	_special
	_activity.special_condition == "9-2-f"
	not _part_of_matters
}

_part_of_matters if _activity.matter_related == true

_part_of_matters if _activity.purpose_kind in {"conflict-check", "intake"}

_matters_undecided := judged.missing(_activity, ["matter_related", "purpose_kind"])

findings contains _finding("claims-condition", ["matter_related", "special_condition", "purpose_kind"]) if {
	_claims
	count(_matters_undecided) == 0
}

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	_claims
	some path in _matters_undecided
}

# Offences.

findings contains judged.not_declared(_subject, "processing_activities", "offence_authority_ref") if {
	_applies
	_activity.uses_criminal_offence == true
	facts.absent_or_blank(_activity, "offence_authority_ref")
}

# The policy document of the United Kingdom.

_british if {
	_applies
	"uk-gdpr" in _activity.regimes
}

findings contains _finding("no-policy-document", ["apd_policy_id", "condition_ref"]) if {
	_british
	some paragraph, _ in data.tables.uk_apd_conditions
	_names(_activity.condition_ref, paragraph)
	facts.absent_or_blank(_activity, "apd_policy_id")
}

# A text names a paragraph of Schedule 1, written "Sch 1 para 10", "Sch. 1 Pt 2 para 10" or in full words.
_names(text, paragraph) if {
	pattern := concat("", [`\bsch(edule|\.)? ?1\b.*\bpara(graph|\.)? ?`, paragraph, `\b`])
	regex.match(pattern, lower(text))
}

# These conditions count only together with one of Schedule 1, so it must be named; for the others there is none.
findings contains judged.not_declared(_subject, "processing_activities", "condition_ref") if {
	_british
	_special
	_activity.special_condition in {"9-2-b", "9-2-g", "9-2-h", "9-2-i", "9-2-j"}
	facts.absent_or_blank(_activity, "condition_ref")
}
