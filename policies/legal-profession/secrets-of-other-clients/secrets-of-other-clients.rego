# METADATA
# title: The firm does not act against a client whose material secrets it holds without safeguards
# description: >-
#   Looks at every matter on which the firm holds confidential information of another client that matters there:
#   whether an effective barrier was assessed and put in place in time, or the other client has consented in writing.
# scope: package
# custom:
#   id: LEGAL-004
#   profile: standard
#   unit: record
#   subjects:
#   - matters
#   reads:
#   - matter.adverse_confidences
#   - matter.closed_on
#   - matter.opened_on
#   - matter.status
#   parameters:
#   - late_visibility_days
#   reasons:
#   - code: no-safeguard
#     result: fail
#     severity: critical
#     message: The firm holds material confidences of another client that bear on {matter}, and neither an effective
#       barrier nor written consent is recorded.
#     many: 'In {count} cases the firm holds material confidences of another client that bear on a matter, and neither an effective barrier nor written consent is recorded.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The safeguards for {matter} were assessed on {met_on}, after {due_on}.
#     many: 'The safeguards for confidences of other clients were assessed late in {count} cases.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: SRA Code (Solicitors)
#     ref: para 6.5
#     says: 'Adverse matter with material confidences: effective measures or written consent.'
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.4
#     says: Tell the client material information you know, with exceptions.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.9(c)
#     says: Do not use or reveal former clients' information.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.18(b)-(d)
#     says: Protect prospective clients' information; screening conditions.
#     status: primary
#   remediation: Stop acting until consent or an effective barrier is in place.
package privity.legal_profession.secrets_of_other_clients

import data.lib.facts
import data.lib.judged

_matter := input.matter

_subject := judged.subject("matters", _matter)

_arguments := {"matter": judged.entity("matters", _matter.id)}

_today := data.as_of.day

_holds_any if count(_matter.adverse_confidences) > 0

_applies if {
	_holds_any
	_matter.status in {"open", "intake"}
}

_applies if {
	_holds_any
	_matter.status == "closed"
	_matter.closed_on + data.parameters.late_visibility_days >= _today
}

_undecided contains "status" if {
	_holds_any
	facts.absent(_matter, "status")
}

_undecided contains "closed_on" if {
	_holds_any
	_matter.status == "closed"
	facts.absent(_matter, "closed_on")
}

examined contains judged.examined("matters", _matter) if _applies

examined contains judged.examined("matters", _matter) if count(_undecided) > 0

findings contains judged.not_declared(_subject, "matters", path) if some path in _undecided

# The entries that no written consent covers, by their place in the list.
_unconsented[index] := entry if {
	_applies
	some index, entry in _matter.adverse_confidences
	facts.absent_or_blank(entry, "written_consent_id")
}

_by(index, entry) := object.get(entry, "other_client_id", format_int(index, 10))

findings contains {
	"subject": _subject,
	"reason": "no-safeguard",
	"by": _by(index, entry),
	"args": _arguments,
	"relied_on": [_fact("adverse_confidences.effective_measures"), _fact("adverse_confidences.written_consent_id")],
} if {
	some index, entry in _unconsented
	entry.effective_measures == false
}

# An assessment that lies ahead has not been made.
_unsaid contains "effective_measures" if {
	some entry in _unconsented
	facts.absent(entry, "effective_measures")
}

_unsaid contains path if {
	some entry in _unconsented
	entry.effective_measures
	some path in ["wall_id", "assessed_by", "assessed_on"]
	facts.absent_or_blank(entry, path)
}

_unsaid contains "assessed_on" if {
	some entry in _unconsented
	entry.effective_measures
	entry.assessed_on > _today
}

findings contains judged.not_declared(_subject, "matters", concat(".", ["adverse_confidences", path])) if {
	some path in _unsaid
}

# In time: before the matter opened, or within three days of a later discovery.

_due(entry) := entry.discovered_on + 3 if {
	entry.discovered_on > _matter.opened_on
} else := _matter.opened_on

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": _by(index, entry),
	"args": object.union(_arguments, {
		"met_on": judged.date(entry.assessed_on),
		"due_on": judged.date(_due(entry)),
		"days_late": entry.assessed_on - _due(entry),
	}),
	"relied_on": [
		_fact("adverse_confidences.assessed_on"),
		_fact("adverse_confidences.discovered_on"),
		_fact("opened_on"),
	],
} if {
	some index, entry in _unconsented
	entry.effective_measures
	entry.assessed_on <= _today
	entry.assessed_on > _due(entry)
}

# A matter in intake has not been opened yet.
findings contains judged.not_declared(_subject, "matters", "opened_on") if {
	some entry in _unconsented
	entry.effective_measures
	_matter.status in {"open", "closed"}
	facts.absent(_matter, "opened_on")
}

_fact(path) := {"collection": "matters", "id": _matter.id, "path": path}
