# METADATA
# title: People whose data comes from others are told in time, unless secrecy applies
# description: >-
#   Looks at every activity with data that does not come from the people themselves: whether there is a recorded
#   and approved reason for not telling them, or a procedure that tells them in time and is checked each year.
# scope: package
# custom:
#   id: TRANS-005
#   profile: standard
#   unit: record
#   subjects:
#   - processing_activities
#   reads:
#   - firm.regimes
#   - processing_activity.data_source
#   - processing_activity.indirect_exemption
#   - processing_activity.indirect_procedure
#   - processing_activity.matter_related
#   - processing_activity.regimes
#   parameters: []
#   reasons:
#   - code: exemption-incomplete
#     result: fail
#     severity: medium
#     absence: record
#     message: '{activity} relies on {ground} for not telling people, and the reason or the approval is not recorded.'
#     many: '{count} activities rely on an exemption from telling people, and the reason or the approval is not recorded.'
#   - code: secrecy-outside-matters
#     result: fail
#     severity: high
#     message: '{activity} relies on professional secrecy for not telling people, and it is not part of client matters.'
#     many: '{count} activities rely on professional secrecy for not telling people, and are not part of client matters.'
#   - code: procedure-too-slow
#     result: fail
#     severity: high
#     waivable: false
#     message: The procedure of {activity} allows more time than the law for telling people whose data came from others.
#     many: The procedures of {count} activities allow more time than the law for telling people whose data came from
#       others.
#   - code: procedure-not-checked
#     result: warn
#     severity: low
#     message: Nobody has checked within a year that the procedure of {activity} for telling people works.
#     many: For {count} activities nobody has checked within a year that the procedure for telling people works.
#   - code: sample-failed
#     result: fail
#     severity: medium
#     absence: record
#     message: A check of {activity} found people who were told late or not at all, and what was done about it is
#       not recorded.
#     many: Checks of {count} activities found people who were told late or not at all, and what was done about it
#       is not recorded.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-gdpr
#     message: Neither the GDPR nor the UK GDPR is among the laws that apply to the firm.
#   citations:
#   - framework: GDPR
#     ref: Art 14(3)
#     says: 'Indirectly collected data: inform within one month at latest.'
#     status: primary
#   - framework: GDPR
#     ref: Art 14(5)(d)
#     says: No notice where professional secrecy under law requires confidentiality.
#     status: primary
#   - framework: UK DPA 2018
#     ref: Sch 2 Pt 4 para 19
#     says: Privileged or client-confidential data exempt from Arts 13-15.
#     status: primary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.3
#     says: Keep current and former clients' affairs confidential.
#     status: primary
#   remediation: Record the exemption with its reason, or the procedure by which people are told, and check a sample
#     each year.
package privity.transparency.told_of_data_from_others

import data.lib.dates
import data.lib.facts
import data.lib.judged

_gdpr := {"eu-gdpr", "uk-gdpr"}

not_applicable := "outside-gdpr" if {
	facts.present(data.inventory.firm, "regimes")
	count(_gdpr & {regime | some regime in data.inventory.firm.regimes}) == 0
}

# With data that does not come from the people themselves, or perhaps so.
_activity := input.processing_activity if {
	not not_applicable
	object.get(input.processing_activity, "data_source", "mixed") != "subject"
	count(_gdpr & {regime | some regime in object.get(input.processing_activity, "regimes", ["uk-gdpr"])}) > 0
}

_subject := judged.subject("processing_activities", _activity)

_undecided := judged.missing(_activity, ["data_source", "regimes"])

_applies if count(_undecided) == 0

# An exemption that the firm relies on.

_exemption := _activity.indirect_exemption if {
	_applies
	facts.present(_activity, ["indirect_exemption", "ground"])
}

findings contains {
	"subject": _subject,
	"reason": "exemption-incomplete",
	"args": {"activity": _entity, "ground": _ground},
	"relied_on": [_fact("indirect_exemption.reason"), _fact("indirect_exemption.approved_by"), _fact("indirect_exemption.ground")],
} if {
	some path in ["reason", "approved_by"]
	facts.absent_or_blank(_exemption, path)
}

findings contains {
	"subject": _subject,
	"reason": "secrecy-outside-matters",
	"args": {"activity": _entity, "ground": _ground},
	"relied_on": [_fact("indirect_exemption.ground"), _fact("matter_related")],
} if {
	_exemption.ground == "professional-secrecy"
	_activity.matter_related == false
}

findings contains judged.not_declared(_subject, "processing_activities", "matter_related") if {
	_exemption.ground == "professional-secrecy"
	facts.absent(_activity, "matter_related")
}

_ground := judged.value("processing_activities", "indirect_exemption.ground", _exemption.ground)

# Otherwise the procedure.

_procedure := _activity.indirect_procedure if {
	_applies
	facts.absent(_activity, ["indirect_exemption", "ground"])
}

findings contains {
	"subject": _subject,
	"reason": "procedure-too-slow",
	"args": {"activity": _entity},
	"relied_on": [_fact(concat(".", ["indirect_procedure", path])) | some path in sort(_slow)],
} if {
	count(_slow) > 0
}

_slow contains "within_days" if _procedure.within_days > 30 # GDPR Art 14(3)(a): a month

_slow contains "at_first_contact" if _procedure.at_first_contact == false # Art 14(3)(b)

# The last check that has been made.
_sampled_on := _procedure.sampled_on if _procedure.sampled_on <= data.as_of.day

_last_good_day := dates.add_months(_sampled_on, 12)

_checked if data.as_of.day <= _last_good_day

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "procedure-not-checked",
		"args": {"activity": _entity},
		"relied_on": [_fact("indirect_procedure.sampled_on")],
	},
	[day | day := _procedure.sampled_on],
) if {
	_procedure
	not _checked
}

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "sample-failed",
		"args": {"activity": _entity},
		"relied_on": [_fact("indirect_procedure.sample.late"), _fact("indirect_procedure.sample.remedied_on")],
	},
	[day | day := _procedure.sample.remedied_on],
) if {
	_sampled_on
	_procedure.sample.late > 0
	not _remedied
}

_remedied if _procedure.sample.remedied_on <= data.as_of.day

# What is not declared.

findings contains judged.not_declared(_subject, "processing_activities", path) if some path in _undecided

# An exemption without a ground, or neither exemption nor procedure.
findings contains judged.not_declared(_subject, "processing_activities", _open_path) if {
	_applies
	facts.absent(_activity, ["indirect_exemption", "ground"])
	facts.absent(_activity, "indirect_procedure")
}

_open_path := "indirect_exemption.ground" if {
	facts.present(_activity, "indirect_exemption")
} else := "indirect_procedure"

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	_procedure
	some path in judged.missing(_activity, ["indirect_procedure.within_days", "indirect_procedure.at_first_contact"])
}

findings contains judged.not_declared(_subject, "processing_activities", "indirect_procedure.sample.late") if {
	_sampled_on
	facts.absent(_procedure, ["sample", "late"])
}

_turns contains _last_good_day + 1

examined contains judged.changing(judged.examined("processing_activities", _activity), [day | some day in _turns])

_entity := judged.entity("processing_activities", _activity.id)

_fact(path) := {"collection": "processing_activities", "id": _activity.id, "path": path}
