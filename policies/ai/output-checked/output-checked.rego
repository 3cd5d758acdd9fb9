# METADATA
# title: A responsible person checks AI output before it is used
# description: >-
#   Looks at every recorded use of an AI tool whose output went into advice, a filing, a message to a client or a
#   decision about a person: whether somebody responsible checked it first, and whether a decision without a person had
#   a ground and safeguards.
# scope: package
# custom:
#   id: AI-003
#   profile: full
#   unit: record
#   subjects:
#   - ai_uses
#   reads:
#   - ai_use.adm
#   - ai_use.ai_system_id
#   - ai_use.citations_checked
#   - ai_use.human_involvement
#   - ai_use.incident_id
#   - ai_use.output_used_in
#   - ai_use.relied_on_at
#   - ai_use.subject_regime
#   - ai_use.used_on
#   - ai_use.verified_at
#   - ai_use.verified_by
#   # An incident that dealt with a use only softens what is found.
#   optional:
#   - incidents
#   parameters: []
#   reasons:
#   - code: not-checked
#     result: fail
#     severity: high
#     history_after: used_on
#     absence: record
#     message: Output of {tool} was used in {use}, and no responsible person's check before that is recorded.
#     many: 'In {count} cases output of AI tools was used, and no responsible person''s check before that is recorded.'
#   - code: citations-not-checked
#     result: fail
#     severity: high
#     history_after: used_on
#     absence: record
#     message: Output of {tool} went into a filing, and no check of its citations is recorded.
#     many: 'Output of AI tools went into {count} filings, and no check of the citations is recorded.'
#   - code: no-ground
#     result: fail
#     severity: high
#     history_after: used_on
#     absence: record
#     message: '{tool} decided about a person without human involvement, and no ground that the law accepts is recorded.'
#     many: '{count} decisions about people were made without human involvement, and no ground that the law accepts is recorded.'
#   - code: no-safeguard
#     result: fail
#     severity: high
#     history_after: used_on
#     absence: record
#     message: '{tool} decided about a person without human involvement, and the safeguard {item} is not recorded.'
#     many: '{count} safeguards are not recorded for decisions about people without human involvement.'
#   - code: handled-as-incident
#     result: warn
#     severity: low
#     history_after: used_on
#     message: The use of {tool} on {used_on} has been dealt with as an incident.
#     many: '{count} uses of AI tools have been dealt with as incidents.'
#   - code: public-interest-open
#     result: unknown
#     severity: medium
#     history_after: used_on
#     message: '{tool} decided about a person on special categories of data; the ground, {ground}, also needs a substantial
#       public interest, which a person must judge.'
#     many: '{count} decisions about people on special categories of data also need a substantial public interest, which a
#       person must judge.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Formal Opinion
#     ref: 512 (2024)
#     says: 'Generative AI: competence, confidentiality, informed consent, verification, supervision.'
#     status: secondary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   - framework: GDPR
#     ref: Art 22(1)
#     says: Right not to face solely automated decisions with significant effect.
#     status: primary
#   - framework: CCPA Regulations (2026)
#     ref: 11 CCR 7200-7222 (section numbers unverified)
#     says: Automated decision technology duties from 1 January 2027.
#     status: unverified
#   - framework: UK GDPR
#     ref: Arts 22A-22D (DUAA 2025 s.80)
#     says: 'Solely automated significant decisions: safeguards always; limits for special-category data.'
#     status: secondary
#   remediation: Verify the output and record who did so.
package privity.ai.output_checked

import data.lib.dates
import data.lib.facts
import data.lib.judged

# A use that has happened, of output that went out or may have. What is to be relied on later can still be checked.
_use := input.ai_use if {
	not _ahead
	not _kept_inside
}

_ahead if input.ai_use.used_on > data.as_of.day

_ahead if dates.after(input.ai_use.relied_on_at, data.as_of)

_kept_inside if input.ai_use.output_used_in == "internal"

_subject := judged.subject("ai_uses", _use)

_tool := judged.entity("ai_systems", _use.ai_system_id) if {
	facts.present(_use, "ai_system_id")
} else := judged.entity("ai_uses", _use.id)

_arguments := {"tool": _tool, "used_on": judged.date(_use.used_on)}

examined contains judged.changing(judged.examined("ai_uses", _use), days) if {
	days := [day | day := _use.verified_at.day; not _checked]
}

# A check that lies ahead has not been made.
_checked if {
	facts.present(_use, "verified_by")
	dates.same_or_before(_use.verified_at, data.as_of)
}

_checked_late if dates.after(_use.verified_at, _use.relied_on_at)

_unchecked if not _checked

_unchecked if _checked_late

_faults contains {
	"reason": "not-checked",
	"args": object.union(_arguments, {"use": judged.value("ai_uses", "output_used_in", _use.output_used_in)}),
	"relied_on": [_fact("verified_at"), _fact("verified_by"), _fact("relied_on_at")],
} if {
	_unchecked
}

_faults contains {
	"reason": "citations-not-checked",
	"args": _arguments,
	"relied_on": [_fact("citations_checked"), _fact("output_used_in")],
} if {
	_use.output_used_in == "filing"
	not _use.citations_checked
}

# A decision about a person in which nobody took part.

_alone if {
	_use.output_used_in == "decision-about-person"
	_use.human_involvement == "none"
}

_european if {
	_alone
	_use.subject_regime in {"eu", "uk"}
}

_ground := object.get(_use, ["adm", "ground"], "none")

_special if _use.adm.special_category

_faults contains {
	"reason": "no-ground",
	"args": _arguments,
	"relied_on": [_fact("adm.ground"), _fact("adm.special_category"), _fact("subject_regime")],
} if {
	_european
	_groundless
}

_groundless if {
	_use.subject_regime == "eu"
	not _ground in {"contract", "law", "explicit-consent"}
}

_groundless if {
	_use.subject_regime == "eu"
	_ground == "contract"
	_special
}

_groundless if {
	_use.subject_regime == "uk"
	_ground == "recognised-legitimate-interest"
}

_groundless if {
	_use.subject_regime == "uk"
	_special
	not _ground in {"contract", "law", "explicit-consent"}
}

_safeguards := ["information", "representations", "human-review", "contest"]

_faults contains {
	"reason": "no-safeguard",
	"by": safeguard,
	"args": object.union(_arguments, {"item": judged.value("ai_uses", "adm.safeguards", safeguard)}),
	"relied_on": [_fact("adm.safeguards"), _fact("subject_regime")],
} if {
	_european
	some safeguard in _safeguards
	not safeguard in object.get(_use, ["adm", "safeguards"], [])
}

_incident if data.inventory.incidents[_use.incident_id]

_dated if {
	facts.present(_use, "used_on")
	facts.present(_use, "output_used_in")
}

findings contains object.union(fault, {"subject": _subject}) if {
	_dated
	not _incident
	some fault in _faults
}

findings contains {
	"subject": _subject,
	"reason": "handled-as-incident",
	"args": _arguments,
	"relied_on": array.concat([_fact("incident_id")], sort({fact | some fault in _faults; some fact in fault.relied_on})),
} if {
	_dated
	_incident
	count(_faults) > 0
}

# With special categories of data UK law also asks for a substantial public interest, which the record has no place for.
findings contains {
	"subject": _subject,
	"reason": "public-interest-open",
	"args": object.union(_arguments, {"ground": judged.value("ai_uses", "adm.ground", _ground)}),
	"relied_on": [_fact("adm.ground"), _fact("adm.special_category")],
} if {
	_dated
	not _incident
	_european
	_use.subject_regime == "uk"
	_special
	_ground in {"contract", "law"}
}

findings contains judged.not_declared(_subject, "ai_uses", path) if {
	some path in _needed
	facts.absent(_use, split(path, "."))
}

_needed contains path if some path in ["used_on", "output_used_in"]

# A check can be told to have come first only with the time at which the output was relied on.
_needed contains "relied_on_at" if {
	_dated
	_checked
}

_needed contains "human_involvement" if {
	_dated
	_use.output_used_in == "decision-about-person"
}

_needed contains "subject_regime" if {
	_dated
	_alone
}

# Whether the ground will do depends on it.
_needed contains "adm.special_category" if {
	_dated
	_european
	_ground in _depends[_use.subject_regime]
}

_depends := {
	"eu": {"contract"},
	"uk": {"contract", "law", "other", "none"},
}

_fact(path) := {"collection": "ai_uses", "id": _use.id, "path": path}
