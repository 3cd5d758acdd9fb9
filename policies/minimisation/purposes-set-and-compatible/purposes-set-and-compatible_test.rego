package privity.minimisation.purposes_set_and_compatible_test

import data.lib.testing
import data.privity.minimisation.purposes_set_and_compatible as control

_activity := {
	"id": "client-work",
	"grade": 2,
	"status": "active",
	"started_on": testing.day("2025-01-01"),
	"purposes": [_advice],
}

_advice := {"id": "advice", "text": "Advising clients and acting for them"}

# A purpose added on the second day, judged compatible on the same day.
_later := {
	"id": "training",
	"text": "Teaching trainees with real files",
	"added_on": testing.day("2025-01-02"),
	"compatibility": _assessed("compatible", "2025-01-02"),
}

_assessed(outcome, day) := {"outcome": outcome, "assessed_on": testing.day(day)}

_purpose_argument(id) := {
	"collection": "processing_activities",
	"id": "client-work",
	"field": "purposes",
	"part": id,
}

_found(changes, removed) := found if {
	record := testing.changed(testing.without(_activity, removed), changes)
	found := control.findings with input as {"processing_activity": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"min_purpose_chars": 15}
}

_examined(changes, removed) := examined if {
	record := testing.changed(testing.without(_activity, removed), changes)
	examined := control.examined with input as {"processing_activity": record}
		with data.inventory as {}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"min_purpose_chars": 15}
}

# verdicts: what the control finds in the activity above, changed as said.
_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

# later_with: what it finds where the later purpose is changed as said.
_later_with(changes, removed) := _verdicts(
	{"purposes": [_advice, testing.changed(testing.without(_later, removed), changes)]},
	[],
)

_not_declared(path) := {["client-work", "not-declared", concat("", ["processing_activities.", path])]}

test_purposes_from_the_start if _verdicts({}, []) == set()

test_a_later_purpose_assessed_in_time if _later_with({}, []) == set()

test_examined if {
	entry := {"subject": {"collection": "processing_activities", "id": "client-work"}, "grade": 2}
	_examined({}, []) == {entry}
	_examined({"status": "planned"}, []) == {entry}
	_examined({}, ["status"]) == {entry}
	_examined({}, ["purposes"]) == {entry}
}

test_does_not_apply_to_ended_activities if {
	_examined({"status": "ended"}, ["purposes"]) == set()
	_verdicts({"status": "ended"}, ["purposes"]) == set()
	every purposes in [[], [{"id": "p"}], [{"id": "p", "text": "misc"}], [testing.without(_later, ["compatibility"])]] {
		_verdicts({"status": "ended", "purposes": purposes}, []) == set()
	}
}

test_without_a_status_nothing_else_is_judged if {
	_verdicts({"purposes": []}, ["status"]) == _not_declared("status")
	_verdicts({}, ["status", "purposes"]) == _not_declared("status")
}

test_no_purpose if {
	_found({"purposes": []}, []) == {{
		"subject": {"collection": "processing_activities", "id": "client-work"},
		"reason": "no-purpose",
		"args": {"activity": {"collection": "processing_activities", "id": "client-work"}},
		"relied_on": [{"collection": "processing_activities", "id": "client-work", "path": "purposes"}],
	}}
	_verdicts({"purposes": [], "status": "planned"}, []) == {["client-work", "no-purpose", ""]}
}

test_not_declared_purposes if _verdicts({}, ["purposes"]) == _not_declared("purposes")

test_a_purpose_too_short if {
	_found({"purposes": [{"id": "business", "text": "Business reason"}, {"id": "misc", "text": "  Business needs  "}]}, []) == {{
		"subject": {"collection": "processing_activities", "id": "client-work"},
		"reason": "vague-purpose",
		"by": "misc",
		"args": {
			"activity": {"collection": "processing_activities", "id": "client-work"},
			"purpose": _purpose_argument("misc"),
		},
		"relied_on": [{"collection": "processing_activities", "id": "client-work", "path": "purposes.text"}],
	}}
}

test_characters_are_counted_not_bytes if {
	_verdicts({"purposes": [{"id": "p", "text": "äöüäöüäöüäöüäö"}]}, []) == {["client-work", "vague-purpose", "p"]}
	_verdicts({"purposes": [{"id": "p", "text": "äöüäöüäöüäöüäöü"}]}, []) == set()
}

test_each_short_purpose_is_a_finding if {
	_verdicts({"purposes": [{"id": "p", "text": ""}, {"text": "misc"}]}, []) == {
		["client-work", "vague-purpose", "p"],
		["client-work", "vague-purpose", "misc"],
	}
}

test_not_declared_a_purposes_text if _verdicts({"purposes": [_advice, {"id": "p"}]}, []) == _not_declared("purposes.text")

test_added_on_the_first_day_counts_as_original if {
	incompatible := {"compatibility": _assessed("incompatible", "2025-01-02")}
	_later_with(object.union(incompatible, {"added_on": testing.day("2024-12-31")}), []) == set()
	_later_with(object.union(incompatible, {"added_on": testing.day("2025-01-01")}), []) == set()
	_later_with(incompatible, []) == {["client-work", "incompatible-purpose", "training"]}
	_later_with(incompatible, ["added_on"]) == set()
}

test_an_incompatible_purpose if {
	later := testing.changed(_later, {"compatibility": {"outcome": "incompatible"}})
	_found({"purposes": [_advice, later]}, []) == {{
		"subject": {"collection": "processing_activities", "id": "client-work"},
		"reason": "incompatible-purpose",
		"by": "training",
		"args": {
			"activity": {"collection": "processing_activities", "id": "client-work"},
			"purpose": _purpose_argument("training"),
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "client-work", "path": "purposes.compatibility.outcome"},
			{"collection": "processing_activities", "id": "client-work", "path": "purposes.added_on"},
			{"collection": "processing_activities", "id": "client-work", "path": "started_on"},
		],
	}}
}

test_a_new_consent_or_a_legal_duty_is_enough if {
	every basis in ["new-consent", "legal-obligation"] {
		_later_with({"compatibility": {"basis": basis}}, []) == set()
		_later_with({"compatibility": {"basis": basis, "outcome": "incompatible"}}, []) == set()
		_later_with({"compatibility": object.union(_assessed("compatible", "2026-01-01"), {"basis": basis})}, []) == set()
	}
}

test_planned_activities_are_judged_alike if {
	later := testing.changed(_later, {"compatibility": {"outcome": "incompatible"}})
	_verdicts({"status": "planned", "purposes": [later]}, []) == {["client-work", "incompatible-purpose", "training"]}
}

test_assessed_the_day_after_is_remedied_late if {
	later := testing.changed(_later, {"compatibility": _assessed("compatible", "2025-01-03")})
	_found({"purposes": [_advice, later]}, []) == {{
		"subject": {"collection": "processing_activities", "id": "client-work"},
		"reason": "remedied-late",
		"by": "training",
		"args": {
			"activity": {"collection": "processing_activities", "id": "client-work"},
			"purpose": _purpose_argument("training"),
			"due_on": {"day": testing.day("2025-01-02")},
			"met_on": {"day": testing.day("2025-01-03")},
			"days_late": 1,
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "client-work", "path": "purposes.compatibility.assessed_on"},
			{"collection": "processing_activities", "id": "client-work", "path": "purposes.added_on"},
			{"collection": "processing_activities", "id": "client-work", "path": "started_on"},
		],
	}}
}

test_assessed_on_the_day_or_before_is_in_time if {
	_later_with({"compatibility": _assessed("compatible", "2025-01-02")}, []) == set()
	_later_with({"compatibility": _assessed("compatible", "2025-01-01")}, []) == set()
}

test_not_declared_an_assessment if {
	_later_with({}, ["compatibility"]) == _not_declared("purposes.compatibility")
	_later_with({"compatibility": {"assessed_on": testing.day("2025-01-02")}}, []) == _not_declared("purposes.compatibility.outcome")
	_later_with({"compatibility": {"outcome": "compatible"}}, []) == _not_declared("purposes.compatibility.assessed_on")
}

test_an_original_purpose_needs_no_assessment if {
	_later_with({"added_on": testing.day("2025-01-01")}, ["compatibility"]) == set()
}

test_an_assessment_still_to_come_is_none_yet if {
	later := testing.changed(_later, {"compatibility": _assessed("compatible", "2026-11-23")})
	found := _found({"purposes": [_advice, later]}, [])
	testing.verdicts(found) == {["client-work", "dated-ahead", "processing_activities.purposes.compatibility.assessed_on"]}
	{finding.args.dated | some finding in found} == {{"day": testing.day("2026-11-23")}}
	{finding.changes_on | some finding in found} == {testing.day("2026-11-23")}
	_later_with({"compatibility": _assessed("compatible", "2026-11-22")}, []) == {["client-work", "remedied-late", "training"]}
	_later_with({"compatibility": _assessed("incompatible", "2026-11-23")}, []) == {
		["client-work", "incompatible-purpose", "training"],
	}
}

test_an_incompatible_purpose_is_not_remedied_by_an_assessment if {
	_later_with({"compatibility": _assessed("incompatible", "2025-01-03")}, []) == {
		["client-work", "incompatible-purpose", "training"],
	}
}

test_only_an_assessment_to_come_changes_by_time if {
	purposes := [testing.changed(_later, {"id": id, "compatibility": compatibility}) | some id, compatibility in {
		"none": {},
		"soon": _assessed("compatible", "2026-12-02"),
		"later": _assessed("compatible", "2026-12-03"),
		"with-a-ground": object.union(_assessed("compatible", "2026-11-25"), {"basis": "new-consent"}),
		"incompatible": _assessed("incompatible", "2026-11-24"),
		"late": _assessed("compatible", "2026-11-22"),
	}]
	{[finding.reason, finding.by, object.get(finding, "changes_on", "never")] | some finding in _found({"purposes": purposes}, [])} == {
		["not-declared", "processing_activities.purposes.compatibility.outcome", "never"],
		["dated-ahead", "processing_activities.purposes.compatibility.assessed_on", testing.day("2026-12-02")],
		["incompatible-purpose", "incompatible", "never"],
		["remedied-late", "late", "never"],
	}
}

# started_verdicts: what it finds where the day of the start is not declared.
_started_verdicts(changes, removed) := _verdicts(
	{"purposes": [_advice, testing.changed(testing.without(_later, removed), changes)]},
	["started_on"],
)

test_not_declared_the_start if {
	_started_verdicts({}, ["compatibility"]) == _not_declared("started_on")
	_started_verdicts({"compatibility": _assessed("incompatible", "2025-01-02")}, []) == _not_declared("started_on")
	_started_verdicts({"compatibility": _assessed("compatible", "2025-01-03")}, []) == _not_declared("started_on")
	to_come := {"added_on": testing.day("2026-12-05"), "compatibility": _assessed("compatible", "2026-12-01")}
	_started_verdicts(to_come, []) == _not_declared("started_on")
}

test_the_start_is_not_asked_for_where_nothing_turns_on_it if {
	_started_verdicts({}, []) == set()
	_started_verdicts({}, ["added_on", "compatibility"]) == set()
	_started_verdicts({"compatibility": {"basis": "new-consent"}}, []) == set()
	_verdicts({"status": "planned", "purposes": [testing.without(_later, ["compatibility"])]}, ["started_on"]) == set()
}
