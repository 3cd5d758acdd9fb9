# METADATA
# title: The reference tables that the rules look up are current
# description: >-
#   Looks at the reference tables that the firm is judged by, Privity's own and the firm's: whether somebody has compared their
#   entries with the law within the time that each table sets.
# scope: package
# custom:
#   id: GOV-015
#   profile: standard
#   unit: record
#   subjects:
#   - reference_tables
#   reads:
#   - firm.regimes
#   - reference_table.checked_on
#   - reference_table.own
#   - reference_table.regimes
#   - reference_table.review_months
#   parameters: []
#   reasons:
#   - code: table-stale
#     result: warn
#     severity: medium
#     message: >-
#       Privity's {table} was last compared with the law on {checked_on}, and was to be checked again by {review_on}. Update
#       Privity, or check the table and put the firm's own in its place.
#     many: >-
#       {count} of Privity's reference tables were to be compared with the law again and have not been. Update Privity, or check the
#       tables and put the firm's own in their place.
#   - code: own-table-stale
#     result: warn
#     severity: medium
#     message: The firm's own {table} was last compared with the law on {checked_on}, and was to be checked again by {review_on}.
#     many: '{count} of the firm''s own reference tables were to be compared with the law again and have not been.'
#   - code: future-dated
#     result: warn
#     severity: low
#     message: The firm's own {table} says that it was compared with the law on {checked_on}, which has not come yet.
#     many: '{count} of the firm''s own reference tables say that they were compared with the law on a day that has not come yet.'
#   citations:
#   - framework: GDPR
#     ref: Art 24(1)
#     says: Implement, review and update measures that ensure compliance.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.1 cmt [8]
#     says: Keep up with benefits and risks of relevant technology.
#     status: secondary
#   - framework: NIST Privacy Framework 1.0
#     ref: GV.PO-P5
#     says: Legal and contractual privacy requirements are managed.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.5.31
#     says: Legal and regulatory requirements.
#     status: primary
#   remediation: >-
#     Privity's own table: update Privity, or have a lawyer compare the table with the law and put the firm's own in its place. The
#     firm's own: compare it with the law again and write the day.
package privity.governance.tables_current

import data.lib.dates
import data.lib.judged

_table := input.reference_table

_subject := judged.subject("reference_tables", _table)

_review_on := dates.add_months(_table.checked_on, _table.review_months)

# What the firm has put in place itself, it uses.
_used if _table.own

_used if not _table.regimes

_used if not data.inventory.firm.regimes

_used if {
	some regime in _table.regimes
	regime in data.inventory.firm.regimes
}

examined contains judged.changing(judged.examined("reference_tables", _table), [_review_on + 1, _table.checked_on]) if _used

findings contains _finding("table-stale", {"review_on": judged.date(_review_on)}) if {
	_stale
	not _table.own
}

findings contains _finding("own-table-stale", {"review_on": judged.date(_review_on)}) if {
	_stale
	_table.own
}

findings contains judged.changing(_finding("future-dated", {}), [_table.checked_on]) if {
	_table.own
	_table.checked_on > data.as_of.day
}

_stale if {
	_used
	_review_on < data.as_of.day
}

_finding(reason, more) := {
	"subject": _subject,
	"reason": reason,
	"args": object.union(
		{"table": judged.entity("reference_tables", _table.id), "checked_on": judged.date(_table.checked_on)},
		more,
	),
	"relied_on": [{"collection": "reference_tables", "id": _table.id, "path": "checked_on"}],
}
