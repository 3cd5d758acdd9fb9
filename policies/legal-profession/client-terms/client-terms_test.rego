package privity.legal_profession.client_terms_test

import data.lib.testing
import data.privity.legal_profession.client_terms as control

_day(text) := testing.day(text)

_matter := {"id": "M-1", "grade": 3, "client_id": "K-1", "status": "open", "client_security_terms": true}

_term := {
	"id": "CT-1",
	"grade": 1,
	"client_id": "K-1",
	"effective_on": testing.day("2024-01-01"),
	"last_reviewed_on": testing.day("2025-11-22"),
	"changed_on": testing.day("2025-06-01"),
	"team_told_on": testing.day("2025-06-01"),
	"breach_notice_hours": 1,
	"allowed_countries": ["GB"],
	"retention": {"max_period": {"years": 6}, "min_period": {"years": 6}},
}

_findings(matter, terms) := found if {
	found := control.findings with input as {"matter": matter}
		with data.inventory.client_terms as testing.by_id(terms)
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(matter, terms) := examined if {
	examined := control.examined with input as {"matter": matter}
		with data.inventory.client_terms as testing.by_id(terms)
		with data.as_of as testing.end_of("2026-11-22")
}

_of_matter(changes, removed, terms) := testing.verdicts(_findings(testing.changed(testing.without(_matter, removed), changes), terms))

_of_term(changes, removed) := _of_matter({}, [], [testing.changed(testing.without(_term, removed), changes)])

_missing(field) := {["M-1", "not-declared", field]}

test_entered_current_and_known if _of_term({}, []) == set()

test_examined if {
	_examined(_matter, [_term]) == {{
		"subject": {"collection": "matters", "id": "M-1"},
		"grade": 1,
		"changes_on": _day("2026-11-23"),
	}}
	testing.ids(_examined(testing.changed(_matter, {"status": "intake"}), [])) == {"M-1"}
	testing.ids(_examined(testing.changed(_matter, {"client_security_terms": false}), [_term])) == {"M-1"}
	testing.ids(_examined(testing.without(_matter, ["client_security_terms"]), [_term])) == {"M-1"}
	_examined(testing.changed(_matter, {"status": "closed"}), [_term]) == set()
	_examined(testing.without(_matter, ["client_security_terms"]), []) == set()
	_examined(testing.without(_matter, ["client_security_terms"]), [testing.changed(_term, {"client_id": "K-2"})]) == set()
	_examined(testing.changed(_matter, {"client_security_terms": false}), []) == set()
	testing.ids(_examined(testing.without(_matter, ["status"]), [_term])) == {"M-1"}
	_examined(testing.without(_matter, ["status", "client_security_terms"]), []) == set()
	testing.ids(_examined(testing.without(_matter, ["client_id", "client_security_terms"]), [_term])) == {"M-1"}
}

_turn(changes) := {day | some entry in _examined(_matter, [testing.changed(_term, changes)]); day := entry.changes_on}

test_examined_changes if {
	_turn({"last_reviewed_on": _day("2026-06-01")}) == {_day("2027-06-02")}
	_turn({"last_reviewed_on": _day("2026-06-01"), "ended_on": _day("2026-12-01")}) == {_day("2026-12-01")}
	_turn({"last_reviewed_on": _day("2026-06-01"), "changed_on": _day("2026-12-01")}) == {_day("2026-12-01")}
	_turn({"last_reviewed_on": _day("2026-06-01"), "team_told_on": _day("2026-12-01")}) == {_day("2026-12-01")}
	_turn({"effective_on": _day("2026-12-01")}) == {_day("2026-12-01")}
}

_bad := testing.changed(_term, {"last_reviewed_on": testing.day("2024-01-01"), "team_told_on": testing.day("2024-01-01"), "allowed_countries": []})

test_a_closed_matter_finds_nothing if {
	_of_matter({"status": "closed"}, [], [_bad]) == set()
	_of_matter({"status": "closed"}, [], []) == set()
	_of_matter({"status": "closed"}, ["client_id"], []) == set()
	_of_matter({"status": "closed"}, [], [testing.without(_bad, ["effective_on"])]) == set()
	_of_matter({"status": "closed"}, [], [_term, testing.changed(_bad, {"id": "CT-2", "allowed_countries": ["IE"], "retention": {"max_period": {"years": 1}}})]) == set()
}

_unentered := {["M-1", "terms-not-entered", ""]}

test_not_entered if {
	_of_matter({}, [], []) == _unentered
	_of_term({"client_id": "K-2"}, []) == _unentered
	_of_term({"effective_on": _day("2026-11-23")}, []) == _unentered
	_of_term({"effective_on": _day("2026-11-22")}, []) == set()
	_of_term({"ended_on": _day("2026-11-22")}, []) == _unentered
	_of_term({"ended_on": _day("2026-11-23")}, []) == set()
	_of_matter({}, ["client_security_terms"], []) == set()
	_of_matter({"client_security_terms": false}, [], []) == set()
	{finding.args | some finding in _findings(_matter, [])} == {{"client": {"collection": "clients", "id": "K-1"}}}
}

test_reviewed if {
	_of_term({"last_reviewed_on": _day("2025-11-21")}, []) == {["M-1", "review-overdue", "CT-1"]}
	_of_term({"last_reviewed_on": _day("2026-11-23")}, []) == {["M-1", "review-overdue", "CT-1"]}
	_of_term({}, ["last_reviewed_on"]) == {["M-1", "review-overdue", "CT-1"]}
	_of_term({"effective_on": _day("2025-11-22")}, ["last_reviewed_on"]) == set()
	{[finding.args, finding.relied_on] | some finding in _findings(_matter, [testing.without(_term, ["last_reviewed_on"])])} == {[
		{"client": {"collection": "clients", "id": "K-1"}, "last_on": {"day": _day("2024-01-01")}},
		[
			{"collection": "client_terms", "id": "CT-1", "path": "last_reviewed_on"},
			{"collection": "client_terms", "id": "CT-1", "path": "effective_on"},
		],
	]}
}

_impossible(path) := {["M-1", "term-impossible", concat("/", ["CT-1", path])]}

test_terms_that_nobody_can_keep if {
	_of_term({"breach_notice_hours": 0.5}, []) == _impossible("breach_notice_hours")
	_of_term({"allowed_countries": []}, []) == _impossible("allowed_countries")
	_of_term({"retention": {"max_period": {"years": 5}, "min_period": {"years": 6}}}, []) == _impossible("retention.max_period")
	_of_term({"retention": {"max_period": {"years": 5}}}, []) == set()
	_of_term({}, ["breach_notice_hours", "allowed_countries", "retention"]) == set()
	{finding.args | some finding in _findings(_matter, [testing.changed(_term, {"allowed_countries": []})])} == {{
		"client": {"collection": "clients", "id": "K-1"},
		"term": {"collection": "client_terms", "field": "allowed_countries"},
	}}
}

_with_another(changes) := _of_matter({}, [], [_term, testing.changed(_term, object.union({"id": "CT-2"}, changes))])

test_terms_that_cannot_be_kept_together if {
	_with_another({}) == set()
	_with_another({"allowed_countries": ["GB", "IE"]}) == set()
	_with_another({"allowed_countries": ["IE"]}) == {["M-1", "term-impossible", "together/allowed_countries"]}
	_with_another({"allowed_countries": []}) == {["M-1", "term-impossible", "CT-2/allowed_countries"]}
	_with_another({"retention": {"max_period": {"years": 5}}}) == {["M-1", "term-impossible", "together/retention.max_period"]}
	_with_another({"retention": {"min_period": {"years": 7}}}) == {["M-1", "term-impossible", "together/retention.max_period"]}
}

test_the_team_knows if {
	_of_term({"team_told_on": _day("2025-05-31")}, []) == {["M-1", "team-not-told", "CT-1"]}
	_of_term({}, ["team_told_on"]) == {["M-1", "team-not-told", "CT-1"]}
	_of_term({"team_told_on": _day("2026-11-23")}, []) == {["M-1", "team-not-told", "CT-1"]}
	_of_term({"team_told_on": _day("2023-12-01")}, ["changed_on"]) == set()
	_of_term({"changed_on": _day("2026-11-23")}, []) == set()
	{finding.args | some finding in _findings(_matter, [testing.without(_term, ["team_told_on"])])} == {{
		"client": {"collection": "clients", "id": "K-1"},
		"matter": {"collection": "matters", "id": "M-1"},
	}}
}

test_not_declared if {
	_of_matter({}, ["status"], [_bad]) == _missing("matters.status")
	_of_matter({}, ["client_id"], []) == _missing("matters.client_id")
	_of_matter({}, ["client_id", "client_security_terms"], [_term]) == _missing("matters.client_security_terms")
	_of_matter({"client_security_terms": false}, ["client_id"], [_term]) == set()
	_of_matter({"client_security_terms": false}, [], [testing.without(_term, ["effective_on"])]) == _missing("client_terms.effective_on")
	_of_term({}, ["effective_on", "last_reviewed_on", "team_told_on"]) == _missing("client_terms.effective_on")
}

# What the findings of a reason lead to.
_paths(reason, findings) := {[fact.path | some fact in finding.relied_on] | some finding in findings; finding.reason == reason}

test_findings_lead_to_their_facts if {
	_paths("team-not-told", _findings(_matter, [testing.without(_term, ["team_told_on"])])) == {["team_told_on", "changed_on"]}
	_paths("term-impossible", _findings(_matter, [_term, testing.changed(_term, {"allowed_countries": ["IE"], "id": "CT-2"})])) == {["allowed_countries", "allowed_countries"]}
	_paths("terms-not-entered", _findings(_matter, [])) == {["client_security_terms"]}
}
