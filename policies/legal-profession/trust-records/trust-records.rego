# METADATA
# title: Trust account records are kept securely for the full period
# description: >-
#   Looks at every record of client money, by matter or by store: whether it is kept for the full period that the
#   rules ask for, and safely, with access for few.
# scope: package
# custom:
#   id: LEGAL-011
#   profile: full
#   unit: record
#   subjects:
#   - trust_records
#   - data_assets
#   reads:
#   - data_asset.access_restricted
#   - data_asset.disposed_on
#   - data_asset.final_distribution_on
#   - data_asset.last_entry_on
#   - data_asset.matter_closed
#   - data_asset.planned_disposal_on
#   - data_asset.record_class
#   - data_asset.regimes
#   - data_asset.representation_ended_on
#   - data_asset.stored_securely
#   - firm.regimes
#   - trust_record.access_restricted
#   - trust_record.disposed_on
#   - trust_record.final_distribution_on
#   - trust_record.last_entry_on
#   - trust_record.matter_closed
#   - trust_record.matter_id
#   - trust_record.planned_disposal_on
#   - trust_record.regimes
#   - trust_record.representation_ended_on
#   - trust_record.stored_securely
#   # A store may answer instead of the records by matter.
#   optional:
#   - data_assets
#   parameters:
#   - trust_retention_years_aba
#   reasons:
#   - code: destroyed-early
#     result: fail
#     severity: critical
#     history_after: disposed_on
#     waivable: false
#     message: Trust account records of {matter} were destroyed on {disposed_on}; they were to be kept until {keep_until}.
#     many: '{count} sets of trust account records were destroyed before the end of the period for which they were to be kept.'
#   - code: planned-early
#     result: fail
#     severity: high
#     waivable: false
#     message: Trust account records of {matter} are to be destroyed on {planned_on}, before {keep_until}.
#     many: '{count} sets of trust account records are to be destroyed before the end of the period for which they must be kept.'
#   - code: not-secure
#     result: fail
#     severity: high
#     message: Trust account records of {matter} are not stored securely with restricted access.
#     many: '{count} sets of trust account records are not stored securely with restricted access.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Model Rule
#     ref: 1.15(a)
#     says: Keep trust records [five years] after the representation ends.
#     status: secondary
#   - framework: SRA Accounts Rules
#     ref: rule 13.1
#     says: Store accounting records securely for at least six years.
#     status: secondary
#   - framework: SRA Code (Solicitors)
#     ref: para 4.2
#     says: Safeguard money and assets entrusted by clients and others.
#     status: unverified
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.15(d)
#     says: Keep trust records at least five years after final distribution.
#     status: unverified
#   remediation: Extend retention and secure the records.
package privity.legal_profession.trust_records

import data.lib.dates
import data.lib.facts
import data.lib.judged

_collection := "trust_records" if {
	input.trust_record
} else := input.collection

# By matter, or by a store of client money that carries the same facts.

_record := input.trust_record

_record := input.data_asset if {
	input.data_asset.record_class == "trust-accounting"
	_answers(input.data_asset)
}

_answers(store) if {
	some path in [
		"stored_securely",
		"access_restricted",
		"matter_closed",
		"last_entry_on",
		"representation_ended_on",
		"final_distribution_on",
		"planned_disposal_on",
	]
	facts.present(store, path)
}

_subject := judged.subject(_collection, _record)

_arguments := {"matter": judged.entity("matters", _record.matter_id)} if {
	facts.present(_record, "matter_id")
} else := {"matter": judged.entity(_collection, _record.id)}

_today := data.as_of.day

examined contains judged.changing(judged.examined(_collection, _record), [day | some day in _turns])

_turns contains dates.add_years(_planned_on, 0 - _shortest)

_turns contains _record.disposed_on

# The rules that ask for a period: those of the record, else those of the firm.

_regimes := {regime | some regime in _record.regimes} if {
	facts.present(_record, "regimes")
} else := {regime | some regime in data.inventory.firm.regimes}

findings contains judged.not_declared(_subject, _collection, "regimes") if {
	facts.absent(_record, "regimes")
	facts.absent(data.inventory.firm, "regimes")
}

_periods := {
	"aba": {"from": "representation_ended_on", "years": data.parameters.trust_retention_years_aba},
	"us-ca-bar": {"from": "final_distribution_on", "years": 5},
	"sra": {"from": "last_entry_on", "years": 6},
}

_asked[regime] := period if {
	some regime, period in _periods
	regime in _regimes
}

# The days until which the records are kept, as far as they are known; the latest counts.
_ends := {dates.add_years(_record[period.from], period.years) | some period in _asked}

_keep_until := max(_ends)

# The periods whose beginning is not recorded.
_unstarted[regime] := period if {
	some regime, period in _asked
	facts.absent(_record, period.from)
}

_shortest := min({period.years | some period in _unstarted})

_disposed if _record.disposed_on <= _today

# While the matter runs, no end needs to be known.
_running if {
	not _disposed
	_record.matter_closed == false
}

findings contains judged.not_declared(_subject, _collection, period.from) if {
	not _running
	some period in _unstarted
}

# Destroyed, or to be destroyed.

findings contains {
	"subject": _subject,
	"reason": "destroyed-early",
	"args": object.union(_arguments, {
		"disposed_on": judged.date(_record.disposed_on),
		"keep_until": judged.date(_keep_until),
	}),
	"relied_on": array.concat([_fact("disposed_on")], _starts),
} if {
	_disposed
	_record.disposed_on <= _keep_until
}

_planned_on := min({day | some path in ["planned_disposal_on", "disposed_on"]; day := _record[path]}) if not _disposed

# A period that has not begun ends no sooner than if it began today.
_earliest_ends contains _keep_until

_earliest_ends contains dates.add_years(_today, _shortest) if _running

findings contains {
	"subject": _subject,
	"reason": "planned-early",
	"args": object.union(_arguments, {
		"planned_on": judged.date(_planned_on),
		"keep_until": judged.date(max(_earliest_ends)),
	}),
	"relied_on": array.concat([_fact("planned_disposal_on")], _starts),
} if {
	_planned_on <= max(_earliest_ends)
}

_starts := [_fact(path) | some path in sort({period.from | some period in _asked})]

# Kept safely. What is gone is not asked about.

_insecure contains path if {
	not _disposed
	some path in ["access_restricted", "stored_securely"]
	_record[path] == false
}

findings contains {
	"subject": _subject,
	"reason": "not-secure",
	"args": _arguments,
	"relied_on": [_fact(path) | some path in sort(_insecure)],
} if {
	count(_insecure) > 0
}

findings contains judged.not_declared(_subject, _collection, path) if {
	not _disposed
	some path in judged.missing(_record, ["stored_securely", "access_restricted"])
}

_fact(path) := {"collection": _collection, "id": _record.id, "path": path}
