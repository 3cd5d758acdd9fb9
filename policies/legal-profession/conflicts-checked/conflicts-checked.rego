# METADATA
# title: Conflicts are checked before confidential facts are taken or a matter opens, and none is passed over
# description: >-
#   Looks at every matter that is open, in intake once confidential facts were taken, or closed within the last year:
#   whether conflicts were checked in time and again when a party joined, and whether what the check found lets the
#   firm act.
# scope: package
# custom:
#   id: LEGAL-001
#   profile: standard
#   unit: record
#   subjects:
#   - matters
#   reads:
#   - firm.regimes
#   - matter.client_id
#   - matter.closed_on
#   - matter.confidential_facts_on
#   - matter.conflict_check
#   - matter.opened_on
#   - matter.party_added_on
#   - matter.status
#   parameters:
#   - late_visibility_days
#   reasons:
#   - code: not-checked
#     result: fail
#     severity: critical
#     absence: record
#     message: No conflict check is recorded for {matter}, which was opened or discussed in detail on {on}.
#     many: 'For {count} matters that were opened or discussed in detail no conflict check is recorded.'
#   - code: own-interest
#     result: fail
#     severity: critical
#     message: The conflict check of {matter} shows a conflict with the firm's own interest, which no consent can
#       cure under the rules that apply.
#     many: 'The conflict checks of {count} matters show conflicts with the firm''s own interest, which no consent can cure under the rules that apply.'
#   - code: conflict-not-cured
#     result: fail
#     severity: critical
#     absence: record
#     message: '{matter} shows a conflict, and what would allow the firm to act is not recorded; an information barrier
#       alone does not cure a conflict between current clients.'
#     many: '{count} matters show conflicts, and what would allow the firm to act is not recorded.'
#   - code: not-rerun
#     result: fail
#     severity: high
#     absence: open
#     message: A party joined {matter} on {added_on}, and the conflict check has not been run again.
#     many: 'In {count} matters a party joined, and the conflict check has not been run again.'
#   - code: parties-not-checked
#     result: warn
#     severity: medium
#     message: The conflict check of {matter} does not list {party}.
#     many: 'In {count} cases the conflict check does not say that a group of parties was included.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The conflict check of {matter} was completed on {met_on}, after {due_on}.
#     many: '{count} conflict checks were completed late.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: '1.7'
#     says: Concurrent conflicts need identification and informed written consent.
#     status: unverified
#   - framework: ABA Model Rule
#     ref: 1.9(c)
#     says: Do not use or reveal former clients' information.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.2
#     says: Do not act in a client conflict unless exceptions are met.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 6.1
#     says: Never act where own interests conflict with the client's.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: 1.10(a)(2)
#     says: 'Lateral screening: timely screen, no fee, notice, certifications.'
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.7
#     says: Conflicts need the informed written consent of each client.
#     status: secondary
#   remediation: Run the check now and pause work until a lawyer has decided whether the firm may act.
package privity.legal_profession.conflicts_checked

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_matter := input.matter

_subject := judged.subject("matters", _matter)

_arguments := {"matter": judged.entity("matters", _matter.id)}

_today := data.as_of.day

_check := object.get(_matter, "conflict_check", {})

# Which matters.

_applies if _matter.status == "open"

_applies if {
	_matter.status == "intake"
	_matter.confidential_facts_on <= _today
}

_applies if {
	_matter.status == "closed"
	_matter.closed_on + data.parameters.late_visibility_days >= _today
}

_undecided contains "status" if facts.absent(_matter, "status")

_undecided contains "closed_on" if {
	_matter.status == "closed"
	facts.absent(_matter, "closed_on")
}

examined contains judged.changing(judged.examined("matters", _matter), [day | some day in _turns]) if _applies

examined contains judged.examined("matters", _matter) if {
	not _applies
	count(_undecided) > 0
}

findings contains judged.not_declared(_subject, "matters", path) if some path in _undecided

_turns contains _limit if not _completed

_turns contains _rerun_due + 1 if not _rerun

# When it was due, and when it was done. What lies ahead has not happened.

_limit := min({day | some path in ["opened_on", "confidential_facts_on"]; day := _matter[path]})

_completed if _check.completed_on <= _today

_runs := {day |
	some path in ["completed_on", "last_run_on"]
	day := _check[path]
	day <= _today
}

_rerun_due := _matter.party_added_on + 3

_rerun if {
	some day in _runs
	day >= _matter.party_added_on
}

findings contains {
	"subject": _subject,
	"reason": "not-checked",
	"args": object.union(_arguments, {"on": judged.date(_limit)}),
	"relied_on": [_fact("conflict_check.completed_on"), _fact("opened_on"), _fact("confidential_facts_on")],
} if {
	_applies
	not _completed
	_limit <= _today
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": object.union(_arguments, {
		"met_on": judged.date(_check.completed_on),
		"due_on": judged.date(_limit),
		"days_late": _check.completed_on - _limit,
	}),
	"relied_on": [_fact("conflict_check.completed_on"), _fact("opened_on"), _fact("confidential_facts_on")],
} if {
	_applies
	_completed
	_check.completed_on > _limit
}

# A matter in intake has not been opened yet.
findings contains judged.not_declared(_subject, "matters", "opened_on") if {
	_applies
	_matter.status in {"open", "closed"}
	facts.absent(_matter, "opened_on")
}

findings contains {
	"subject": _subject,
	"reason": "parties-not-checked",
	"by": party,
	"args": object.union(_arguments, {"party": judged.value("matters", "conflict_check.parties_checked", party)}),
	"relied_on": [_fact("conflict_check.parties_checked")],
} if {
	_applies
	_completed
	facts.present(_check, "parties_checked")
	some party in ["client", "adverse-parties"]
	not _included(party)
}

_included(party) if party in _check.parties_checked

findings contains judged.not_declared(_subject, "matters", "conflict_check.parties_checked") if {
	_applies
	_completed
	facts.absent(_check, "parties_checked")
}

findings contains {
	"subject": _subject,
	"reason": "not-rerun",
	"args": object.union(_arguments, {"added_on": judged.date(_matter.party_added_on)}),
	"relied_on": [_fact("conflict_check.last_run_on"), _fact("party_added_on")],
} if {
	_applies
	_completed
	_today > _rerun_due
	not _rerun
}

# What the check found.

findings contains judged.not_declared(_subject, "matters", "conflict_check.outcome") if {
	_applies
	_completed
	facts.absent(_check, "outcome")
}

# The clients whose written consent is recorded. One that is dated ahead has not been given.
_consenting contains consent.client_id if {
	some consent in _check.written_consents
	not _given_later(consent)
}

_given_later(consent) if consent.on > _today

_undated_consent if {
	some consent in _check.written_consents
	facts.absent(consent, "on")
}

_others_consent if count(_consenting - {object.get(_matter, "client_id", "")}) > 0

# Every affected client: that of the matter and, in a conflict between clients, at least one other.
_all_consent if {
	_own_client_consents
	_check.outcome == "own-interest"
}

_all_consent if {
	_own_client_consents
	_others_consent
}

# Whose matter it is has not been said: asked below where it matters.
_own_client_consents if {
	facts.absent(_matter, "client_id")
	count(_consenting) > 0
}

_own_client_consents if _matter.client_id in _consenting

_reasonable if {
	not facts.absent_or_blank(_check, "reasonable_by")
	_all_consent
}

# Under which rules an exception allows the firm to act all the same.
_cured_under contains "sra" if {
	_check.exception in {"substantially-common-interest", "competing-for-same-objective"}
	_reasonable
	not facts.absent_or_blank(_check, "safeguards_uri")
	not _check.outcome == "own-interest"
}

_cured_under contains regime if {
	_check.exception == "informed-consent"
	_reasonable
	some regime in ["aba", "us-ca-bar"]
}

# The firm's rules of conduct. Where it is under none of those known here, any of them may serve.
_regimes := {"aba", "us-ca-bar", "sra"} & {regime | some regime in data.inventory.firm.regimes}

_under_sra if "sra" in _regimes

_cured if {
	count(_regimes) > 0
	count(_regimes - _cured_under) == 0
}

_cured if {
	count(_regimes) == 0
	count(_cured_under) > 0
}

_between_clients if _check.outcome == "client-conflict"

_between_clients if {
	_check.outcome == "own-interest"
	not _under_sra
}

_other_conflict if _check.outcome in {"former-client", "lateral", "prospective"}

_barrier_or_consent if facts.present(_check, "wall_id")

_barrier_or_consent if count(_consenting) > 0

findings contains {
	"subject": _subject,
	"reason": "own-interest",
	"args": _arguments,
	"relied_on": [_fact("conflict_check.outcome")],
} if {
	_applies
	_check.outcome == "own-interest"
	_under_sra
}

findings contains {
	"subject": _subject,
	"reason": "conflict-not-cured",
	"args": _arguments,
	"relied_on": [
		_fact("conflict_check.outcome"),
		_fact("conflict_check.exception"),
		_fact("conflict_check.written_consents"),
		_fact("conflict_check.reasonable_by"),
		_fact("conflict_check.safeguards_uri"),
	],
} if {
	_applies
	_between_clients
	not _cured
}

findings contains {
	"subject": _subject,
	"reason": "conflict-not-cured",
	"args": _arguments,
	"relied_on": [
		_fact("conflict_check.outcome"),
		_fact("conflict_check.wall_id"),
		_fact("conflict_check.written_consents"),
	],
} if {
	_applies
	_other_conflict
	not _barrier_or_consent
}

# A consent is good only if it has been given; whose consents are needed depends on whose matter it is.
_leans_on_consent if {
	_between_clients
	_cured
}

_leans_on_consent if {
	_other_conflict
	facts.absent(_check, "wall_id")
}

findings contains judged.not_declared(_subject, "matters", "conflict_check.written_consents.on") if {
	_applies
	_leans_on_consent
	_undated_consent
}

findings contains judged.not_declared(_subject, "matters", "client_id") if {
	_applies
	_between_clients
	_cured
	facts.absent(_matter, "client_id")
}

# The rules of conduct decide which exception serves.
findings contains elsewhere.not_declared(_subject, "firm", {"firm"}, "regimes") if {
	_applies
	_between_clients
	_cured
	facts.absent(data.inventory.firm, "regimes")
}

_fact(path) := {"collection": "matters", "id": _matter.id, "path": path}
