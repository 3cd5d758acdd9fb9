package privity.retention.notices_match_schedule_test

import data.lib.testing
import data.privity.retention.notices_match_schedule as control

_rules := testing.by_id([
	{"id": "files", "status": "approved", "record_class": "client-file", "period": {"years": 6}, "grade": 2},
	{"id": "deeds", "status": "approved", "record_class": "client-file", "period": {"years": 12}, "grade": 2},
	{"id": "money", "status": "approved", "record_class": "trust-accounting", "period": {"years": 6}},
	{"id": "wills", "status": "approved", "record_class": "client-file", "permanent": true, "criteria_text": "Until you collect it."},
	{"id": "unlimited", "status": "approved", "record_class": "client-file", "permanent": true, "criteria_text": " "},
	{"id": "children", "status": "approved", "record_class": "client-file", "until_age": {"whose": "youngest-child", "years": 25}},
	{"id": "claims", "status": "approved", "record_class": "client-file", "criteria_text": "Until claims are over."},
	{"id": "explained", "status": "approved", "record_class": "client-file", "period": {"years": 6}, "criteria_text": "Claims can be brought for six years."},
	{"id": "no-class", "status": "approved", "period": {"years": 6}},
	{"id": "no-length", "status": "approved", "record_class": "client-file"},
	{"id": "for-good-and-ten-years", "status": "approved", "record_class": "client-file", "permanent": true, "period": {"years": 10}},
	{"id": "staff", "status": "approved", "record_class": "hr", "period": {"years": 20}},
	{"id": "draft", "status": "draft", "record_class": "hr", "period": {"years": 1}},
	{"id": "no-status", "record_class": "client-file", "period": {"years": 6}},
])

_notice := {
	"id": "N-1",
	"status": "published",
	"covers_activity_ids": ["advice"],
	"retention_statements": [{"activity_id": "advice", "record_class": "client-file", "period": {"years": 6}}],
	"grade": 3,
}

_advice := {"id": "advice", "status": "active", "retention_rule_ids": ["files"], "grade": 3}

# rules: of the activity; says: statements on it, without the activity; notice, activity: what else is changed; lacks,
# activity_lacks: fields taken away.
_inventory(case) := {
	"privacy_notices": testing.by_id([testing.changed(
		testing.without(_notice, object.get(case, "lacks", [])),
		object.union(_says(case), object.get(case, "notice", {})),
	)]),
	"processing_activities": testing.by_id(array.concat(
		[testing.changed(
			testing.without(_advice, object.get(case, "activity_lacks", [])),
			object.union({"retention_rule_ids": rules | rules := case.rules}, object.get(case, "activity", {})),
		)],
		object.get(case, "others", []),
	)),
	"retention_rules": _rules,
}

_says(case) := {"retention_statements": [object.union({"activity_id": "advice"}, statement) | some statement in case.says] | case.says}

_found(case) := found if {
	found := control.findings with data.inventory as _inventory(case)
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(case) := examined if {
	examined := control.examined with data.inventory as _inventory(case)
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_wrong(cases) := {name: verdicts |
	some name, [case, expected] in cases
	verdicts := testing.verdicts(_found(case))
	not _as_expected(verdicts, expected, testing.ids(_examined(case)))
}

_as_expected(verdicts, expected, {"N-1"}) if verdicts == expected

_not_stated(key) := ["N-1", "not-stated", key]

_differs(key) := ["N-1", "differs", key]

_missing(fact) := {["N-1", "not-declared", fact]}

_years(number) := {"record_class": "client-file", "period": {"years": number}}

_words := {"record_class": "client-file", "criteria": "Until you collect it."}

_of_files := {_differs("advice/client-file")}

_periods := {
	"as the schedule says": [{}, set()],
	"the same in months": [{"says": [{"record_class": "client-file", "period": {"months": 72}}]}, set()],
	"a month less": [{"says": [{"record_class": "client-file", "period": {"months": 71}}]}, _of_files],
	"a month more": [{"says": [{"record_class": "client-file", "period": {"months": 73}}]}, _of_files],
	"days are not months": [{"says": [{"record_class": "client-file", "period": {"days": 2191}}]}, _of_files],
	"the longest of two rules": [{"rules": ["files", "deeds"], "says": [_years(12)]}, set()],
	"the shorter of two rules": [{"rules": ["files", "deeds"], "says": [_years(6)]}, _of_files],
	"a period with words": [{"says": [{"record_class": "client-file", "period": {"years": 6}, "criteria": "Claims."}]}, set()],
	"a period that the rule explains": [{"rules": ["explained"]}, set()],
	"words for a period": [{"says": [_words]}, _of_files],
	"one of two statements is wrong": [{"says": [_years(6), _years(7)]}, _of_files],
}

test_periods if _wrong(_periods) == {}

_criteria := {
	"words for criteria": [{"rules": ["claims"], "says": [_words]}, set()],
	"words for an unlimited rule": [{"rules": ["wills"], "says": [_words]}, set()],
	"words for an age": [{"rules": ["children"], "says": [_words]}, set()],
	"a period for criteria": [{"rules": ["claims"]}, _of_files],
	"a period for an unlimited rule": [{"rules": ["wills"]}, _of_files],
	"a period for an age": [{"rules": ["children"]}, _of_files],
	"a period and words for criteria": [{"rules": ["claims"], "says": [_years(6), _words]}, _of_files],
	"a period for a period and criteria": [{"rules": ["files", "wills"]}, _of_files],
	"words for a period and criteria": [{"rules": ["files", "wills"], "says": [_words]}, _of_files],
	"both for a period and criteria": [{"rules": ["files", "wills"], "says": [_years(6), _words]}, set()],
	"the period of what is kept for good does not count": [{"rules": ["files", "for-good-and-ten-years"], "says": [_years(6), _words]}, set()],
	"a period and blank words for criteria": [{"rules": ["files", "wills"], "says": [object.union(_years(6), {"criteria": " "})]}, _of_files],
	"both, with another period": [{"rules": ["files", "wills"], "says": [_years(5), _words]}, _of_files],
}

test_criteria if _wrong(_criteria) == {}

_general(statement) := testing.without(statement, ["record_class"])

_classes := {
	"nothing said of the activity": [{"says": []}, {_not_stated("advice/client-file")}],
	"another activity": [{"notice": {"retention_statements": [object.union(_years(6), {"activity_id": "other"})]}}, {_not_stated("advice/client-file")}],
	"a statement that says nothing": [{"says": [{"record_class": "client-file"}]}, {_not_stated("advice/client-file")}],
	"a statement with blank words": [{"says": [{"record_class": "client-file", "criteria": " "}]}, {_not_stated("advice/client-file")}],
	"one of two classes": [{"rules": ["files", "money"]}, {_not_stated("advice/trust-accounting")}],
	"each class by its own statement": [{"rules": ["deeds", "money"], "says": [_years(12), {"record_class": "trust-accounting", "period": {"years": 6}}]}, set()],
	"a general statement for two classes": [{"rules": ["files", "money"], "says": [_general(_years(6))]}, set()],
	"a general statement, and the longest period of all": [{"rules": ["deeds", "money"], "says": [_general(_years(12))]}, set()],
	"a general statement that is too short": [{"rules": ["deeds", "money"], "says": [_general(_years(6))]}, {_differs("advice")}],
	"a class, and a general statement for the rest": [{"rules": ["deeds", "money"], "says": [_years(12), _general(_years(6))]}, set()],
	"a class, and a wrong general statement for the rest": [{"rules": ["deeds", "money"], "says": [_years(12), _general(_years(12))]}, {_differs("advice")}],
	"a general statement that nothing is left for": [{"says": [_years(6), _general(_years(1))]}, set()],
	"no rule, nothing to state": [{"rules": [], "says": []}, set()],
	"a draft is not in the schedule": [{"rules": ["draft", "files"]}, set()],
	"an ended activity": [{"activity": {"status": "ended"}, "says": []}, set()],
	"a planned activity": [{"activity": {"status": "planned"}, "says": []}, set()],
	"an activity that nobody knows": [{"notice": {"covers_activity_ids": ["nowhere"]}}, set()],
	"a second activity": [{"notice": {"covers_activity_ids": ["advice", "billing"]}, "others": [{"id": "billing", "status": "active", "retention_rule_ids": ["money"]}]}, {_not_stated("billing/trust-accounting")}],
	"an activity that it does not cover": [{"others": [{"id": "billing", "status": "active", "retention_rule_ids": ["money"]}]}, set()],
}

test_what_is_stated_of_each_class if _wrong(_classes) == {}

_absent := {
	"no status": [{"lacks": ["status"], "says": []}, _missing("privacy_notices.status")],
	"nothing on what it covers": [{"lacks": ["covers_activity_ids"]}, _missing("privacy_notices.covers_activity_ids")],
	"an activity without a status": [{"activity_lacks": ["status"], "says": []}, _missing("processing_activities.status")],
	"an activity without rules": [{"activity_lacks": ["retention_rule_ids"], "says": []}, _missing("processing_activities.retention_rule_ids")],
	"an ended activity without rules": [{"activity_lacks": ["retention_rule_ids"], "activity": {"status": "ended"}}, set()],
	"a rule without a status": [{"rules": ["no-status"], "says": []}, _missing("retention_rules.status")],
	"a rule without a class": [{"rules": ["no-class"], "says": []}, _missing("retention_rules.record_class")],
	"a rule without a class, and a general statement": [{"rules": ["no-class"], "says": [_general(_years(6))]}, set()],
	"a rule without a class, and another general statement": [{"rules": ["no-class"], "says": [_general(_years(5))]}, {_differs("advice")}],
	"a rule without a length": [{"rules": ["no-length"]}, _missing("retention_rules.period")],
	"a rule without a length, of which nothing is stated": [{"rules": ["no-length"], "says": []}, {_not_stated("advice/client-file")}],
	"a statement without an activity": [{"notice": {"retention_statements": [_years(6)]}}, _missing("privacy_notices.retention_statements.activity_id")],
}

test_facts_that_are_absent if _wrong(_absent) == {}

_not_examined := {
	"a draft": {"notice": {"status": "draft"}, "says": []},
	"an approved notice": {"notice": {"status": "approved"}, "says": []},
	"a retired notice": {"notice": {"status": "retired"}, "says": []},
	"no statements at all": {"lacks": ["retention_statements"]},
	"neither statements nor status": {"lacks": ["retention_statements", "status"]},
}

test_does_not_apply if {
	applied := {name | some name, case in _not_examined; count(_examined(case) | _found(case)) > 0}
	applied == set()
}

test_examined_with_activities_and_rules if {
	_examined({}) == {{"subject": {"collection": "privacy_notices", "id": "N-1"}, "grade": 2}}
	{entry.grade | some entry in _examined({"rules": ["money"]})} == {0}
}

_subject := {"collection": "privacy_notices", "id": "N-1"}

_activity := {"collection": "processing_activities", "id": "advice"}

_stated_in := [
	{"collection": "privacy_notices", "id": "N-1", "path": "retention_statements"},
	{"collection": "processing_activities", "id": "advice", "path": "retention_rule_ids"},
]

_class(value) := {"collection": "retention_rules", "field": "record_class", "value": value}

test_not_stated_whole if {
	_found({"says": []}) == {{
		"subject": _subject,
		"reason": "not-stated",
		"by": "advice/client-file",
		"args": {"notice": _subject, "record_class": _class("client-file"), "activity": _activity},
		"relied_on": array.concat(_stated_in, [{"collection": "retention_rules", "id": "files", "path": "record_class"}]),
	}}
}

test_differs_whole if {
	_found({"says": [_years(7)]}) == {{
		"subject": _subject,
		"reason": "differs",
		"by": "advice/client-file",
		"args": {
			"notice": _subject,
			"record_class": _class("client-file"),
			"activity": _activity,
			"stated": {"period": {"years": 7}},
			"scheduled": {"period": {"years": 6}},
		},
		"relied_on": array.concat(_stated_in, [{"collection": "retention_rules", "id": "files", "path": "period"}]),
	}}
}

_said(case) := {[finding.args.stated, finding.args.scheduled, finding.args.record_class.value] | some finding in _found(case)}

test_what_is_said_and_what_the_schedule_says if {
	_said({"says": [_words]}) == {[{"quoted": "Until you collect it."}, {"period": {"years": 6}}, "client-file"]}
	_said({"rules": ["wills"]}) == {[{"period": {"years": 6}}, "for good", "client-file"]}
	_said({"rules": ["claims"]}) == {[{"period": {"years": 6}}, {"quoted": "Until claims are over."}, "client-file"]}
	_said({"rules": ["unlimited"]}) == {[{"period": {"years": 6}}, "for good", "client-file"]}
	_said({"rules": ["children"]}) == {[{"period": {"years": 6}}, {"until_age": {"whose": "youngest-child", "years": 25}}, "client-file"]}
	_said({"rules": ["files", "wills"]}) == {[{"period": {"years": 6}}, "for good", "client-file"]}
	_said({"rules": ["files", "wills"], "says": [_words]}) == {[{"quoted": "Until you collect it."}, {"period": {"years": 6}}, "client-file"]}
	_said({"rules": ["deeds", "money"], "says": [_general(_years(6))]}) == {[{"period": {"years": 6}}, {"period": {"years": 12}}, "client-file"]}
}

test_the_shortest_statement_and_the_first_rule_are_shown if {
	_said({"says": [_years(7), _years(5)]}) == {[{"period": {"years": 5}}, {"period": {"years": 6}}, "client-file"]}
	_said({"rules": ["claims"], "says": [_years(6), _years(5)]}) == {[{"period": {"years": 5}}, {"quoted": "Until claims are over."}, "client-file"]}
	_said({"rules": ["claims"], "says": [_years(6), _years(5), _words]}) == {[{"period": {"years": 5}}, {"quoted": "Until claims are over."}, "client-file"]}
	_said({"says": [_words, {"record_class": "client-file", "criteria": "As long as we must."}]}) == {[{"quoted": "As long as we must."}, {"period": {"years": 6}}, "client-file"]}
	_said({"rules": ["wills", "claims"]}) == {[{"period": {"years": 6}}, {"quoted": "Until claims are over."}, "client-file"]}
	_said({"rules": ["files", "staff"], "says": [_general(_years(6))]}) == {[{"period": {"years": 6}}, {"period": {"years": 20}}, "hr"]}
}

_of_rules(case) := {[fact.id, fact.path] | some finding in _found(case); some fact in finding.relied_on; fact.collection == "retention_rules"}

test_leads_to_what_the_rules_say if {
	_of_rules({"rules": ["wills"]}) == {["wills", "permanent"], ["wills", "criteria_text"]}
	_of_rules({"rules": ["children"]}) == {["children", "until_age"]}
	_of_rules({"rules": ["files", "money"]}) == {["money", "record_class"]}
}

test_several_activities_without_rules_are_one_finding if {
	case := {
		"activity_lacks": ["retention_rule_ids"],
		"notice": {"covers_activity_ids": ["advice", "billing"]},
		"others": [{"id": "billing", "status": "active"}],
	}
	{[fact.id | some fact in finding.relied_on] | some finding in _found(case)} == {["advice", "billing"]}
}
