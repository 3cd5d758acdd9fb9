package privity.repository.repository_registered_test

import data.lib.testing
import data.privity.repository.repository_registered as control

# Reviewed on 26 May 2026: the next review is due by 22 November (180 days). The oldest pack is three years old on that day.
_repository := {
	"grade": 2,
	"access_list": ["S-1"],
	"access_reviewed_on": testing.day("2026-05-26"),
	"hosting": {"public": false},
	"dpia_screening": {"outcome": "not-needed"},
	"retention": {
		"packs": {"period": {"years": 3}, "oldest_on": testing.day("2023-11-22")},
		"caches": {"period": {"days": 30}},
		"exports": {"period": {"months": 6}, "oldest_on": testing.day("2026-10-01")},
	},
}

_entry := {"id": "records", "status": "active", "purpose_kind": "compliance-records", "grade": 1}

_other := {"id": "advice", "status": "active", "purpose_kind": "legal-representation"}

_assessment := {"id": "dpia-1", "kind": "dpia", "activity_id": "records", "grade": 0}

_inventory(repository, activities, assessments) := {
	"repository": repository,
	"processing_activities": testing.by_id(activities),
	"impact_assessments": testing.by_id(assessments),
}

_findings(inventory, as_of) := found if {
	found := control.findings with data.inventory as inventory
		with data.as_of as testing.end_of(as_of)
		with data.parameters as {"access_review_days": 180}
}

_examined(inventory) := found if {
	found := control.examined with data.inventory as inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"access_review_days": 180}
}

_of(changes, removed) := _inventory(testing.changed(testing.without(_repository, removed), changes), [_entry, _other], [])

_verdicts(changes, removed) := testing.verdicts(_findings(_of(changes, removed), "2026-11-22"))

_with_entries(activities) := testing.verdicts(_findings(_inventory(_repository, activities, []), "2026-11-22"))

_needed := testing.changed(_repository, {"dpia_screening": {"outcome": "needed"}})

_with_assessments(assessments) := testing.verdicts(_findings(_inventory(_needed, [_entry, _other], assessments), "2026-11-22"))

test_in_order if _verdicts({}, []) == set()

test_no_entry_of_its_own if {
	none := {["repository", "no-own-entry", ""]}
	_with_entries([]) == none
	_with_entries([_other]) == none
	_with_entries([testing.changed(_entry, {"status": "ended"})]) == none
	_with_entries([testing.changed(_entry, {"status": "planned"})]) == none
	_findings(_inventory(_repository, [_other], []), "2026-11-22") == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "no-own-entry",
		"args": {},
		"relied_on": [{"collection": "repository", "id": "repository"}],
	}}
}

test_no_activities_declared_at_all_is_a_question_of_its_own if {
	_findings({"repository": _repository}, "2026-11-22") == set()
}

test_not_declared_whether_an_entry_is_its_own if {
	_with_entries([testing.without(_entry, ["status"])]) == {["repository", "not-declared", "processing_activities.status"]}
	_with_entries([testing.without(_entry, ["purpose_kind"])]) == {["repository", "not-declared", "processing_activities.purpose_kind"]}
	_with_entries([_entry, testing.without(_other, ["purpose_kind"])]) == set()
	_with_entries([testing.without(testing.changed(_entry, {"status": "ended"}), ["purpose_kind"])]) == {["repository", "no-own-entry", ""]}
	_with_entries([testing.without(_other, ["status"])]) == {["repository", "no-own-entry", ""]}
}

test_the_day_after_the_last_good_one_the_readers_are_due if {
	_findings(_of({"retention": testing.changed(_repository.retention, {"packs": {"period": {"years": 3}}})}, []), "2026-11-23") == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "readers-not-reviewed",
		"args": {
			"last_on": {"day": testing.day("2026-05-26")},
			"due_on": {"day": testing.day("2026-11-22")},
			"days_late": 1,
		},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "access_reviewed_on"}],
	}}
}

test_a_review_ahead_is_none_yet if {
	_findings(_of({"access_reviewed_on": testing.day("2026-11-23")}, []), "2026-11-22") == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "dated-ahead",
		"by": "repository.access_reviewed_on",
		"args": {
			"subject": {"collection": "repository", "id": "repository"},
			"fact": {"collection": "repository", "field": "access_reviewed_on"},
			"dated": {"day": testing.day("2026-11-23")},
		},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "access_reviewed_on"}],
		"changes_on": testing.day("2026-11-23"),
	}}
	_verdicts({"access_reviewed_on": testing.day("2026-11-22")}, []) == set()
}

test_open_to_the_public if {
	_findings(_of({"hosting": {"public": true}}, []), "2026-11-22") == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "public-repository",
		"args": {},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "hosting.public"}],
	}}
}

test_an_assessment_that_is_needed if {
	missing := {["repository", "not-screened-through", ""]}
	_with_assessments([]) == missing
	_with_assessments([_assessment]) == set()
	_with_assessments([testing.changed(_assessment, {"kind": "lia"})]) == missing
	_with_assessments([testing.changed(_assessment, {"activity_id": "advice"})]) == missing
	_with_assessments([testing.without(testing.changed(_assessment, {"ai_system_id": "reader"}), ["activity_id"])]) == missing
	undeclared := testing.without(_inventory(_needed, [_entry], []), ["impact_assessments"])
	_findings(undeclared, "2026-11-22") == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "not-screened-through",
		"args": {},
		"relied_on": [{"collection": "repository", "id": "repository", "path": "dpia_screening.outcome"}],
	}}
}

test_not_declared_what_an_assessment_is_about if {
	_with_assessments([testing.without(_assessment, ["kind"])]) == {["repository", "not-declared", "impact_assessments.kind"]}
	_with_assessments([testing.without(_assessment, ["activity_id"])]) == {["repository", "not-declared", "impact_assessments.activity_id"]}
	_with_assessments([_assessment, {"id": "dpia-2", "kind": "dpia"}]) == set()
}

test_an_assessment_that_is_not_needed_is_not_asked_for if {
	testing.verdicts(_findings(_inventory(_repository, [_entry], [testing.without(_assessment, ["kind"])]), "2026-11-22")) == set()
}

test_kept_too_long if {
	late := testing.changed(_repository, {"access_reviewed_on": testing.day("2026-11-01")})
	_findings(_inventory(late, [_entry], []), "2026-11-23") == {{
		"subject": {"collection": "repository", "id": "repository"},
		"reason": "kept-too-long",
		"by": "packs",
		"args": {
			"kind": "audit packs",
			"oldest_on": {"day": testing.day("2023-11-22")},
			"due_on": {"day": testing.day("2026-11-22")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "repository", "id": "repository", "path": "retention.packs.oldest_on"},
			{"collection": "repository", "id": "repository", "path": "retention.packs.period"},
		],
	}}
	all_old := {kind: {"period": {"days": 1}, "oldest_on": testing.day("2026-01-01")} | some kind in ["packs", "caches", "exports"]}
	_verdicts({"retention": all_old}, []) == {
		["repository", "kept-too-long", "packs"],
		["repository", "kept-too-long", "caches"],
		["repository", "kept-too-long", "exports"],
	}
}

test_kept_too_long_says_which_in_words if {
	all_old := {kind: {"period": {"days": 1}, "oldest_on": testing.day("2026-01-01")} | some kind in ["packs", "caches", "exports"]}
	{finding.args.kind | some finding in _findings(_of({"retention": all_old}, []), "2026-11-22")} == {"audit packs", "caches", "exports"}
}

test_not_declared if {
	_verdicts({}, ["access_list"]) == {["repository", "not-declared", "repository.access_list"]}
	_verdicts({}, ["access_reviewed_on"]) == {["repository", "not-declared", "repository.access_reviewed_on"]}
	_verdicts({}, ["hosting"]) == {["repository", "not-declared", "repository.hosting.public"]}
	_verdicts({"dpia_screening": {}}, []) == {["repository", "not-declared", "repository.dpia_screening.outcome"]}
	_verdicts({}, ["retention"]) == {["repository", "not-declared", path] |
		some path in ["repository.retention.packs.period", "repository.retention.caches.period", "repository.retention.exports.period"]
	}
	exports := {"exports": {"oldest_on": testing.day("2020-01-01")}}
	_verdicts({"retention": testing.changed(_repository.retention, exports)}, []) == {["repository", "not-declared", "repository.retention.exports.period"]}
}

test_a_repository_that_is_not_declared_is_asked_for if {
	found := _findings(testing.without(_inventory({}, [_entry], []), ["repository"]), "2026-11-22")
	{finding.reason | some finding in found} == {"not-declared"}
	count(found) == 7
	{finding.subject | some finding in found} == {{"collection": "repository", "id": "repository"}}
}

# The packs are due first; without them the readers' review; last the exports.
test_examined_rests_on_the_entry_and_changes if {
	_examined(_inventory(testing.changed(_repository, {"access_reviewed_on": testing.day("2026-06-01")}), [_entry, _other], [])) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	no_packs := {"retention": testing.changed(_repository.retention, {"packs": {"period": {"years": 3}}})}
	_examined(_of(object.union(no_packs, {"access_reviewed_on": testing.day("2026-06-01")}), [])) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"grade": 1,
		"changes_on": testing.day("2026-11-29"),
	}}
	exports := testing.changed(_repository, {"access_reviewed_on": testing.day("2026-11-01"), "retention": {"exports": {"period": {"days": 53}, "oldest_on": testing.day("2026-10-01")}}})
	_examined(_inventory(exports, [_entry], [_assessment])) == {{
		"subject": {"collection": "repository", "id": "repository"},
		"grade": 1,
		"changes_on": testing.day("2026-11-24"),
	}}
}

test_examined_rests_on_the_assessment_that_is_needed if {
	inventory := _inventory(testing.without(_needed, ["access_reviewed_on", "retention"]), [_entry], [_assessment])
	_examined(inventory) == {{"subject": {"collection": "repository", "id": "repository"}, "grade": 0}}
}
