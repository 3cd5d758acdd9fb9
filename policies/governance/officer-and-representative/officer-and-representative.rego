# METADATA
# title: A data protection officer or representative is appointed where the law requires
# description: >-
#   Looks at whether the firm needs a data protection officer, by its own answers, and has one who is announced and has no
#   conflicting office; and whether a firm without an office in the Union or the United Kingdom has a representative there.
# scope: package
# custom:
#   id: GOV-002
#   profile: essentials
#   unit: record
#   subjects:
#   - firm
#   reads:
#   - firm.dpo
#   - firm.establishments
#   - firm.eu_representative
#   - firm.large_scale_monitoring
#   - firm.large_scale_special_category
#   - firm.public_authority
#   - firm.regimes
#   - firm.representative_exempt
#   - firm.uk_representative
#   parameters: []
#   reasons:
#   - code: no-dpo
#     result: fail
#     severity: high
#     absence: record
#     message: The firm's own answers mean that it must have a data protection officer, and none is named.
#     many: 'The firm''s own answers mean that it must have a data protection officer, and none is named.'
#   - code: dpo-not-announced
#     result: fail
#     severity: medium
#     absence: record
#     message: The data protection officer's details have not been published or given to the authority, according
#       to the record.
#     many: 'The data protection officer''s details have not been published or given to the authority, according to the record.'
#   - code: dpo-conflict
#     result: fail
#     severity: high
#     message: The data protection officer also holds the office of {office}, which conflicts with that task.
#     many: 'The data protection officer also holds {count} offices that conflict with that task.'
#   - code: no-reasons
#     result: warn
#     severity: medium
#     message: The firm has no data protection officer, and the reasons why none is needed are not recorded.
#     many: 'The firm has no data protection officer, and the reasons why none is needed are not recorded.'
#   - code: no-representative
#     result: fail
#     severity: high
#     absence: record
#     message: The firm falls under {regime} without an office there, and no representative is named.
#     many: 'The firm falls under {count} laws without an office where they apply, and no representative is named.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The firm's own record does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 37(1)
#     says: When a data protection officer must be designated.
#     status: primary
#   - framework: GDPR
#     ref: Art 37(7)
#     says: Publish DPO contact details and tell the authority.
#     status: primary
#   - framework: GDPR
#     ref: Art 38(6)
#     says: DPO's other tasks must not create a conflict of interests.
#     status: primary
#   - framework: GDPR
#     ref: Art 27(1)
#     says: Non-EU controllers in scope must appoint an EU representative.
#     status: primary
#   remediation: Appoint and publish the DPO or representative, or record why none is needed.
#   not_applicable:
#   - code: not-european
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
package privity.governance.officer_and_representative

import data.lib.european
import data.lib.facts
import data.lib.judged

not_applicable := "not-european" if european.outside(data.inventory.firm)

_firm := object.union({"id": "firm"}, object.remove(input.firm, ["id"]))

_subject := judged.subject("firm", _firm)

_applies if not european.outside(_firm)

_decided if {
	_applies
	facts.present(_firm, "regimes")
}

examined contains judged.changing(judged.examined("firm", _firm), [_firm.dpo.authority_notified_on]) if {
	_applies
	facts.present(_firm, ["dpo", "authority_notified_on"])
}

examined contains judged.examined("firm", _firm) if {
	_applies
	facts.absent(_firm, ["dpo", "authority_notified_on"])
}

# The officer.

_grounds := ["public_authority", "large_scale_monitoring", "large_scale_special_category"]

_needed if {
	_decided
	some ground in _grounds
	_firm[ground] == true
}

_not_needed if {
	_decided
	every ground in _grounds {
		_firm[ground] == false
	}
}

_named if not facts.absent_or_blank(_firm, ["dpo", "staff_or_vendor_id"])

findings contains {
	"subject": _subject,
	"reason": "no-dpo",
	"args": {},
	"relied_on": array.concat([_fact("dpo.staff_or_vendor_id")], [_fact(ground) | some ground in _grounds; _firm[ground] == true]),
} if {
	_needed
	not _named
}

_unannounced contains "dpo.contact_published" if _firm.dpo.contact_published == false

_unannounced contains "dpo.authority_notified_on" if facts.absent(_firm, ["dpo", "authority_notified_on"])

_unannounced contains "dpo.authority_notified_on" if _firm.dpo.authority_notified_on > data.as_of.day

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "dpo-not-announced",
		"args": {},
		"relied_on": [_fact(path) | some path in sort(_unannounced)],
	},
	[day | _unannounced == {"dpo.authority_notified_on"}; day := _firm.dpo.authority_notified_on],
) if {
	_needed
	_named
	count(_unannounced) > 0
}

findings contains judged.not_declared(_subject, "firm", "dpo.contact_published") if {
	_needed
	_named
	facts.absent(_firm, ["dpo", "contact_published"])
}

findings contains {
	"subject": _subject,
	"reason": "dpo-conflict",
	"by": office,
	"args": {"office": judged.value("firm", "dpo.other_offices", office)},
	"relied_on": [_fact("dpo.other_offices")],
} if {
	_needed
	_named
	some office in _firm.dpo.other_offices
	office in {"managing-partner", "head-of-it", "security-lead"}
}

findings contains {
	"subject": _subject,
	"reason": "no-reasons",
	"args": {},
	"relied_on": array.concat([_fact("dpo.reasoning_text")], [_fact(ground) | some ground in _grounds]),
} if {
	_not_needed
	not _named
	facts.absent_or_blank(_firm, ["dpo", "reasoning_text"])
}

# One reason to need an officer is enough: then the other answers are not asked for.
findings contains judged.not_declared(_subject, "firm", ground) if {
	_decided
	not _needed
	some ground in judged.missing(_firm, _grounds)
}

findings contains judged.not_declared(_subject, "firm", "regimes") if facts.absent(_firm, "regimes")

# The representative.

# The European Economic Area.
_area := {
	"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
	"NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO",
}

_countries := {"eu-gdpr": _area, "uk-gdpr": {"GB"}}

_field := {"eu-gdpr": "eu_representative", "uk-gdpr": "uk_representative"}

# A place is a country or a part of one.
_established(regime) if {
	some place in _firm.establishments
	split(place, "-")[0] in _countries[regime]
}

_represented(regime) if not facts.absent_or_blank(_firm, [_field[regime], "name"])

_represented(regime) if not facts.absent_or_blank(_firm, [_field[regime], "contact"])

_reason_given if not facts.absent_or_blank(_firm, ["representative_exempt", "reason"])

_exempt(regime) if {
	_reason_given
	_firm.representative_exempt.regime == regime
}

_perhaps_exempt(_) if {
	_reason_given
	facts.absent(_firm, ["representative_exempt", "regime"])
}

# Under this law, and nothing declared makes a representative needless.
_unrepresented contains regime if {
	_decided
	some regime in european.of(_firm)
	not _established(regime)
	not _represented(regime)
	not _exempt(regime)
}

findings contains {
	"subject": _subject,
	"reason": "no-representative",
	"by": regime,
	"args": {"regime": judged.value("firm", "regimes", regime)},
	"relied_on": [_fact(_field[regime]), _fact("establishments"), _fact("regimes")],
} if {
	facts.present(_firm, "establishments")
	some regime in _unrepresented
	not _perhaps_exempt(regime)
}

findings contains judged.not_declared(_subject, "firm", "establishments") if {
	count(_unrepresented) > 0
	facts.absent(_firm, "establishments")
}

findings contains judged.not_declared(_subject, "firm", "representative_exempt.regime") if {
	facts.present(_firm, "establishments")
	some regime in _unrepresented
	_perhaps_exempt(regime)
}

_fact(path) := {"collection": "firm", "id": "firm", "path": path}
