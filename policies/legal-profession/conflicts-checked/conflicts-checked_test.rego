package privity.legal_profession.conflicts_checked_test

import data.lib.testing
import data.privity.legal_profession.conflicts_checked as control

_day(text) := testing.day(text)

_matter := {
	"id": "M-1",
	"grade": 3,
	"client_id": "K-1",
	"status": "open",
	"opened_on": testing.day("2026-11-16"),
	"conflict_check": {
		"completed_on": testing.day("2026-11-16"),
		"outcome": "clear",
		"parties_checked": ["client", "adverse-parties"],
	},
}

_findings(record, firm) := found if {
	found := control.findings with input as {"matter": record}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"late_visibility_days": 365}
}

_changed(changes, removed) := testing.changed(testing.without(_matter, removed), changes)

_verdicts(changes, removed) := testing.verdicts(_findings(_changed(changes, removed), {"regimes": ["sra"]}))

# The matter above with its conflict check changed, under some rules of conduct.
_checked(changes, removed, regimes) := testing.verdicts(_findings(record, {"regimes": regimes})) if {
	check := testing.changed(testing.without(_matter.conflict_check, removed), changes)
	record := testing.changed(_matter, {"conflict_check": check})
}

_of_check(changes, removed) := _checked(changes, removed, ["sra"])

_examined(changes, removed) := examined if {
	record := _changed(changes, removed)
	examined := control.examined with input as {"matter": record}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"late_visibility_days": 365}
}

_found(reason) := {["M-1", reason, ""]}

_missing(field) := {["M-1", "not-declared", field]}

test_checked_on_the_day_it_was_opened if _verdicts({}, []) == set()

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "matters", "id": "M-1"}, "grade": 3}}
	testing.ids(_examined({"status": "intake"}, [])) == set()
	testing.ids(_examined({"status": "intake", "confidential_facts_on": _day("2026-11-22")}, [])) == {"M-1"}
	testing.ids(_examined({"status": "intake", "confidential_facts_on": _day("2026-11-23")}, [])) == set()
	testing.ids(_examined({"status": "closed", "closed_on": _day("2025-11-22")}, [])) == {"M-1"}
	testing.ids(_examined({"status": "closed", "closed_on": _day("2025-11-21")}, [])) == set()
	testing.ids(_examined({"status": "closed"}, [])) == {"M-1"}
	testing.ids(_examined({}, ["status"])) == {"M-1"}
}

test_examined_changes if {
	{entry.changes_on | some entry in _examined({"opened_on": _day("2026-12-01")}, ["conflict_check"])} == {_day("2026-12-01")}
	{entry.changes_on | some entry in _examined({"party_added_on": _day("2026-11-20")}, [])} == {_day("2026-11-24")}
	[entry | some entry in _examined({"party_added_on": _day("2026-11-16")}, []); entry.changes_on] == []
}

test_a_matter_to_which_it_does_not_apply_finds_nothing if {
	_verdicts({"status": "intake"}, ["conflict_check", "opened_on"]) == set()
	_verdicts({"status": "closed", "closed_on": _day("2025-11-21")}, ["conflict_check", "opened_on"]) == set()
	bad := {"completed_on": _day("2026-11-17"), "outcome": "own-interest", "parties_checked": []}
	gone := {"status": "closed", "closed_on": _day("2024-01-01"), "conflict_check": bad, "party_added_on": _day("2026-11-18")}
	_verdicts(gone, []) == set()
	_verdicts(object.union(gone, {"conflict_check": {"outcome": "lateral"}}), []) == set()
	_verdicts(testing.changed(gone, {"conflict_check": {"outcome": "client-conflict", "completed_on": 1}}), []) == set()
	_verdicts(testing.changed(gone, {"conflict_check": {"completed_on": 1}}), []) == set()
}

test_not_declared_whether_it_applies if {
	_verdicts({}, ["status"]) == _missing("matters.status")
	_verdicts({"status": "closed"}, []) == _missing("matters.closed_on")
	_verdicts({"status": "closed", "closed_on": _day("2026-11-20")}, []) == set()
}

test_not_checked if {
	_verdicts({}, ["conflict_check"]) == _found("not-checked")
	_verdicts({"opened_on": _day("2026-11-22")}, ["conflict_check"]) == _found("not-checked")
	_verdicts({"opened_on": _day("2026-11-23")}, ["conflict_check"]) == set()
	_verdicts({"opened_on": _day("2026-11-23"), "confidential_facts_on": _day("2026-11-22")}, ["conflict_check"]) == _found("not-checked")
	_of_check({"completed_on": _day("2026-11-23")}, []) == _found("not-checked")
	{[finding.args, finding.relied_on] | some finding in _findings(_changed({}, ["conflict_check"]), {"regimes": ["sra"]})} == {[
		{"matter": {"collection": "matters", "id": "M-1"}, "on": {"day": _day("2026-11-16")}},
		[
			{"collection": "matters", "id": "M-1", "path": "conflict_check.completed_on"},
			{"collection": "matters", "id": "M-1", "path": "opened_on"},
			{"collection": "matters", "id": "M-1", "path": "confidential_facts_on"},
		],
	]}
}

test_checked_late if {
	late := _changed({"confidential_facts_on": _day("2026-11-15")}, [])
	{[finding.reason, finding.args.met_on, finding.args.due_on, finding.args.days_late] |
		some finding in _findings(late, {"regimes": ["sra"]})
	} == {["remedied-late", {"day": _day("2026-11-16")}, {"day": _day("2026-11-15")}, 1]}
	_verdicts({"opened_on": _day("2026-11-15")}, []) == _found("remedied-late")
	_verdicts({"opened_on": _day("2026-11-17")}, []) == set()
}

test_not_declared_when_it_was_opened if {
	_verdicts({}, ["opened_on"]) == _missing("matters.opened_on")
	_verdicts({"status": "closed", "closed_on": _day("2026-11-20")}, ["opened_on"]) == _missing("matters.opened_on")
	_verdicts({"status": "intake", "confidential_facts_on": _day("2026-11-18")}, ["opened_on"]) == set()
	_verdicts({"confidential_facts_on": _day("2026-11-15")}, ["opened_on", "conflict_check"]) == _missing("matters.opened_on") | _found("not-checked")
}

test_parties if {
	_of_check({"parties_checked": ["client"]}, []) == {["M-1", "parties-not-checked", "adverse-parties"]}
	_of_check({"parties_checked": ["adverse-parties", "related-parties"]}, []) == {["M-1", "parties-not-checked", "client"]}
	_of_check({}, ["parties_checked"]) == _missing("matters.conflict_check.parties_checked")
	check := testing.changed(_matter.conflict_check, {"parties_checked": ["client"]})
	{finding.args.party | some finding in _findings(_changed({"conflict_check": check}, []), {})} == {{
		"collection": "matters",
		"field": "conflict_check.parties_checked",
		"value": "adverse-parties",
	}}
	_of_check({"completed_on": _day("2026-11-23"), "parties_checked": []}, []) == _found("not-checked")
	_of_check({"completed_on": _day("2026-11-23")}, ["parties_checked", "outcome"]) == _found("not-checked")
}

_joined(day, check) := _verdicts(
	{"party_added_on": day, "conflict_check": testing.changed(_matter.conflict_check, check)},
	[],
)

test_run_again if {
	_joined(_day("2026-11-19"), {}) == set()
	_joined(_day("2026-11-18"), {}) == _found("not-rerun")
	_joined(_day("2026-11-16"), {}) == set()
	_joined(_day("2026-11-18"), {"last_run_on": _day("2026-11-17")}) == _found("not-rerun")
	_joined(_day("2026-11-18"), {"last_run_on": _day("2026-11-18")}) == set()
	_joined(_day("2026-11-18"), {"last_run_on": _day("2026-11-23")}) == _found("not-rerun")
	_joined(_day("2026-11-18"), {"completed_on": _day("2026-11-23")}) == _found("not-checked")
}

test_run_again_in_full if {
	{finding.args.added_on | some finding in _findings(_changed({"party_added_on": _day("2026-11-18")}, []), {})} == {{"day": _day("2026-11-18")}}
}

test_not_declared_what_it_found if _of_check({}, ["outcome"]) == _missing("matters.conflict_check.outcome")

_uncured := {["M-1", "conflict-not-cured", ""]}

_both := [{"client_id": "K-1", "on": testing.day("2026-11-16")}, {"client_id": "K-2", "on": testing.day("2026-11-16")}]

_sra := {
	"outcome": "client-conflict",
	"exception": "substantially-common-interest",
	"written_consents": _both,
	"safeguards_uri": "https://dms.example/safeguards",
	"reasonable_by": "S-1",
}

_aba := testing.changed(testing.without(_sra, ["safeguards_uri"]), {"exception": "informed-consent"})

test_between_clients_under_the_sra if {
	_of_check(_sra, []) == set()
	_of_check(testing.changed(_sra, {"exception": "competing-for-same-objective"}), []) == set()
	_of_check(testing.changed(_sra, {"exception": "informed-consent"}), []) == _uncured
	_of_check(testing.without(_sra, ["exception"]), []) == _uncured
	_of_check(testing.without(_sra, ["safeguards_uri"]), []) == _uncured
	_of_check(testing.changed(_sra, {"safeguards_uri": " "}), []) == _uncured
	_of_check(testing.without(_sra, ["reasonable_by"]), []) == _uncured
	_of_check(testing.without(_sra, ["written_consents"]), []) == _uncured
	_of_check({"outcome": "client-conflict", "wall_id": "W-1"}, []) == _uncured
}

test_between_clients_under_american_rules if {
	every regime in ["aba", "us-ca-bar"] {
		_checked(_aba, [], [regime]) == set()
		_checked(_sra, [], [regime]) == _uncured
		_checked(testing.without(_aba, ["reasonable_by"]), [], [regime]) == _uncured
		_checked(testing.without(_aba, ["written_consents"]), [], [regime]) == _uncured
	}
	_checked(_aba, [], ["aba", "us-ca-bar", "eu-gdpr"]) == set()
}

test_every_rule_of_conduct_must_let_it_pass if {
	_checked(_aba, [], ["aba", "sra"]) == _uncured
	_checked(_sra, [], ["aba", "sra"]) == _uncured
}

test_under_other_rules_either_exception_serves if {
	_checked(_aba, [], ["eu-gdpr"]) == set()
	_checked(_sra, [], ["eu-gdpr"]) == set()
	_checked({"outcome": "client-conflict"}, [], ["eu-gdpr"]) == _uncured
}

test_every_affected_client_consents if {
	_of_check(testing.changed(_sra, {"written_consents": [_both[0]]}), []) == _uncured
	_of_check(testing.changed(_sra, {"written_consents": [_both[1]]}), []) == _uncured
	_of_check(testing.changed(_sra, {"written_consents": [_both[0], {"client_id": "K-2", "on": _day("2026-11-23")}]}), []) == _uncured
	_of_check(testing.changed(_sra, {"written_consents": [_both[0], {"client_id": "K-2", "on": _day("2026-11-22")}]}), []) == set()
	_of_check(testing.changed(_sra, {"written_consents": [_both[0], {"client_id": "K-2"}]}), []) == _missing("matters.conflict_check.written_consents.on")
}

test_between_clients_in_full if {
	record := _changed({"conflict_check": testing.changed(_matter.conflict_check, {"outcome": "client-conflict"})}, [])
	{[finding.args, finding.relied_on[0].path] | some finding in _findings(record, {"regimes": ["sra"]})} == {[
		{"matter": {"collection": "matters", "id": "M-1"}},
		"conflict_check.outcome",
	]}
}

_own := testing.changed(_aba, {"outcome": "own-interest"})

test_the_firms_own_interest if {
	_of_check(_own, []) == _found("own-interest")
	_of_check(testing.changed(_sra, {"outcome": "own-interest"}), []) == _found("own-interest")
	_checked(_own, [], ["aba", "sra"]) == _found("own-interest")
	_checked(_own, [], ["aba"]) == set()
	_checked(testing.changed(_own, {"written_consents": [_both[0]]}), [], ["aba"]) == set()
	_checked(testing.changed(_own, {"written_consents": [_both[1]]}), [], ["aba"]) == _uncured
	_checked(testing.changed(_sra, {"outcome": "own-interest"}), [], ["eu-gdpr"]) == _uncured
	_checked({"outcome": "own-interest"}, [], ["aba"]) == _uncured
}

test_other_conflicts if {
	every outcome in ["former-client", "lateral", "prospective"] {
		_of_check({"outcome": outcome}, []) == _uncured
		_of_check({"outcome": outcome, "wall_id": "W-1"}, []) == set()
		_of_check({"outcome": outcome, "written_consents": [_both[1]]}, []) == set()
		_of_check({"outcome": outcome, "written_consents": [{"client_id": "K-2", "on": _day("2026-11-23")}]}, []) == _uncured
		_of_check({"outcome": outcome, "written_consents": [{"client_id": "K-2"}]}, []) == _missing("matters.conflict_check.written_consents.on")
		_of_check({"outcome": outcome, "wall_id": "W-1", "written_consents": [{"client_id": "K-2"}]}, []) == set()
	}
}

test_not_declared_whose_matter_it_is if {
	record := _changed({"conflict_check": testing.changed(_matter.conflict_check, _sra)}, ["client_id"])
	testing.verdicts(_findings(record, {"regimes": ["sra"]})) == _missing("matters.client_id")
	none := _changed({"conflict_check": testing.changed(_matter.conflict_check, testing.without(_sra, ["written_consents"]))}, ["client_id"])
	testing.verdicts(_findings(none, {"regimes": ["sra"]})) == _uncured
	_verdicts({}, ["client_id"]) == set()
}

test_not_declared_under_which_rules if {
	record := _changed({"conflict_check": testing.changed(_matter.conflict_check, _aba)}, [])
	testing.verdicts(_findings(record, {})) == _missing("firm.regimes")
	testing.verdicts(_findings(_changed({"conflict_check": testing.changed(_matter.conflict_check, {"outcome": "own-interest"})}, []), {})) == _uncured
	testing.verdicts(_findings(_matter, {})) == set()
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("conflict-not-cured", _findings(testing.changed(_matter, {"conflict_check": {"completed_on": testing.day("2026-11-16"), "outcome": "own-interest", "parties_checked": ["client", "adverse-parties"]}}), {})) == {["conflict_check.outcome", "conflict_check.exception", "conflict_check.written_consents", "conflict_check.reasonable_by", "conflict_check.safeguards_uri"]}
	_paths("not-rerun", _findings(testing.changed(_matter, {"party_added_on": testing.day("2026-11-18")}), {})) == {["conflict_check.last_run_on", "party_added_on"]}
	_paths("own-interest", _findings({"client_id": "K-1", "conflict_check": testing.changed(_own, {"completed_on": testing.day("2026-11-16"), "parties_checked": ["client", "adverse-parties"]}), "grade": 3, "id": "M-1", "opened_on": testing.day("2026-11-16"), "status": "open"}, {"regimes": ["sra"]})) == {["conflict_check.outcome"]}
	_paths("parties-not-checked", _findings(testing.changed(_matter, {"conflict_check": {"completed_on": testing.day("2026-11-16"), "outcome": "clear", "parties_checked": ["client"]}}), {})) == {["conflict_check.parties_checked"]}
	_paths("remedied-late", _findings(testing.changed(_matter, {"opened_on": testing.day("2026-11-15")}), {"regimes": ["sra"]})) == {["conflict_check.completed_on", "opened_on", "confidential_facts_on"]}
}
