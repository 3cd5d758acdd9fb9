package privity.governance.tables_current_test

import data.lib.testing
import data.privity.governance.tables_current as control

_privitys := {
	"id": "adequacy",
	"title": "Countries to which data may go without more",
	"own": false,
	"regimes": ["eu-gdpr", "uk-gdpr"],
	"checked_on": testing.day("2026-11-22"),
	"review_months": 3,
	"grade": 0,
}

_firms := testing.changed(_privitys, {"id": "adequacy, own", "own": true})

_found(table, firm, today) := found if {
	found := control.findings with input as {"reference_table": table}
		with data.inventory as firm
		with data.as_of as testing.end_of(today)
		with data.parameters as {}
}

_examined(table, firm) := found if {
	found := control.examined with input as {"reference_table": table}
		with data.inventory as firm
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_verdicts(table, today) := testing.verdicts(_found(table, {"firm": {"regimes": ["uk-gdpr"]}}, today))

test_checked_in_time if {
	every day in ["2026-11-22", "2027-02-22"] {
		every table in [_privitys, _firms] {
			_verdicts(table, day) == set()
		}
	}
}

test_privitys_table_is_stale_the_day_after if {
	_found(_privitys, {"firm": {"regimes": ["eu-gdpr"]}}, "2027-02-23") == {{
		"subject": {"collection": "reference_tables", "id": "adequacy"},
		"reason": "table-stale",
		"args": {
			"table": {"collection": "reference_tables", "id": "adequacy"},
			"checked_on": {"day": testing.day("2026-11-22")},
			"review_on": {"day": testing.day("2027-02-22")},
		},
		"relied_on": [{"collection": "reference_tables", "id": "adequacy", "path": "checked_on"}],
	}}
}

test_the_firms_own_table_is_stale if {
	_verdicts(_firms, "2027-02-23") == {["adequacy, own", "own-table-stale", ""]}
}

# A review month that is shorter than the day of the check: the last of February.
test_a_review_at_the_end_of_a_month if {
	table := testing.changed(_firms, {"checked_on": testing.day("2026-11-30")})
	_verdicts(table, "2027-02-28") == set()
	_verdicts(table, "2027-03-01") == {["adequacy, own", "own-table-stale", ""]}
}

test_dated_ahead if {
	_verdicts(_firms, "2026-11-21") == {["adequacy, own", "future-dated", ""]}
	{finding.changes_on | some finding in _found(_firms, {}, "2026-11-21")} == {testing.day("2026-11-22")}

	# An assessment of an earlier day by today's Privity is no fault of the firm.
	_verdicts(_privitys, "2026-11-21") == set()
}

test_tables_of_other_laws_are_not_used if {
	texas := {"firm": {"regimes": ["aba", "us-state-breach"]}}
	_found(_privitys, texas, "2030-01-01") == set()
	_examined(_privitys, texas) == set()

	# What the firm has put in place itself, it uses.
	testing.verdicts(_found(_firms, texas, "2030-01-01")) == {["adequacy, own", "own-table-stale", ""]}
}

test_examined if {
	whole := {{
		"subject": {"collection": "reference_tables", "id": "adequacy"},
		"grade": 0,
		"changes_on": testing.day("2027-02-23"),
	}}
	_examined(_privitys, {"firm": {"regimes": ["uk-gdpr", "sra"]}}) == whole
	_examined(testing.without(_privitys, ["regimes"]), {"firm": {"regimes": ["aba"]}}) == whole
	_examined(_privitys, {"firm": {}}) == whole
	_examined(_privitys, {}) == whole
}
