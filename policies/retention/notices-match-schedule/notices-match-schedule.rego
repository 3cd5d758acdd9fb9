# METADATA
# title: The retention periods told to people match the schedule
# description: >-
#   Looks at every published privacy notice that states retention periods: whether it says for each active activity that
#   it covers, and each class of records kept for it, how long they are kept, and whether it says what the schedule says.
# scope: package
# custom:
#   id: RET-007
#   profile: standard
#   unit: inventory
#   subjects:
#   - privacy_notices
#   reads:
#   - privacy_notice.covers_activity_ids
#   - privacy_notice.retention_statements
#   - privacy_notice.status
#   - processing_activity.retention_rule_ids
#   - processing_activity.status
#   - retention_rule.criteria_text
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.record_class
#   - retention_rule.status
#   - retention_rule.until_age
#   parameters: []
#   reasons:
#   - code: not-stated
#     result: fail
#     severity: medium
#     message: '{notice} does not state the retention period of {record_class} for {activity}.'
#     many: '{count} retention periods are not stated in {subjects}.'
#   - code: differs
#     result: fail
#     severity: medium
#     message: '{notice} and the retention schedule differ on {record_class}: the notice says {stated}, the
#       schedule says {scheduled}.'
#     many: '{count} retention periods differ between {subjects} and the retention schedule.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 13(2)(a)
#     says: Tell people the storage period or its criteria.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(a)(3)
#     says: Disclose retention period per category, or its criteria.
#     status: primary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7012(e)
#     says: Required contents of the notice at collection.
#     status: primary
#   remediation: Correct the notice or the retention schedule so that they agree.
package privity.retention.notices_match_schedule

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.retention

_subject(notice) := judged.subject("privacy_notices", notice)

# The population: published notices that state periods at all.

_notices contains notice if {
	some notice in data.inventory.privacy_notices
	facts.present(notice, "retention_statements")
	not _unpublished(notice)
}

_unpublished(notice) if {
	facts.present(notice, "status")
	notice.status != "published"
}

_published contains notice if {
	some notice in _notices
	notice.status == "published"
}

_covered(notice) := [activity |
	some id in notice.covers_activity_ids
	activity := data.inventory.processing_activities[id]
]

_active(notice) := [activity | some activity in _covered(notice); activity.status == "active"]

# In the order of their ids: objects have none in WASM.
_rules(activity) := [rules[id] | some id in sort(object.keys(rules))] if {
	rules := retention.approved(activity)
}

examined contains judged.examined_with("privacy_notices", notice, array.concat(activities, rules)) if {
	some notice in _notices
	activities := _active(notice)
	rules := [rule | some activity in activities; some rule in _rules(activity)]
}

# Which statement answers for which rules. One that names a class of records answers for that class; one that names
# none for the classes of the activity that no other names.

_says_something(statement) if facts.present(statement, "period")

_says_something(statement) if not facts.absent_or_blank(statement, "criteria")

_statements(notice, activity) := [statement |
	some statement in notice.retention_statements
	statement.activity_id == activity.id
	_says_something(statement)
]

_naming(statements, class) := [statement | some statement in statements; statement.record_class == class]

_general(statements) := [statement | some statement in statements; facts.absent(statement, "record_class")]

_classes(rules) := {rule.record_class | some rule in rules}

# scopes: {key: {statements, rules}} of an activity; the key is the class, or "" for what the general statement answers.
_scopes(notice, activity) := object.union(named, general) if {
	statements := _statements(notice, activity)
	rules := _rules(activity)
	named := {class: {"statements": answers, "rules": [rule | some rule in rules; rule.record_class == class]} |
		some class in _classes(rules)
		answers := _naming(statements, class)
		count(answers) > 0
	}
	general := {"": {"statements": answers, "rules": others} |
		answers := _general(statements)
		others := [rule | some rule in rules; not object.get(rule, "record_class", "") in object.keys(named)]
		count(answers) > 0
		count(others) > 0
	}
}

_unanswered(notice, activity) := {class |
	statements := _statements(notice, activity)
	count(_general(statements)) == 0
	some class in _classes(_rules(activity))
	count(_naming(statements, class)) == 0
}

# A statement that names no activity may be the one that is missed.
_unplaced(notice) if {
	some statement in notice.retention_statements
	facts.absent(statement, "activity_id")
}

findings contains {
	"subject": _subject(notice),
	"reason": "not-stated",
	"by": concat("/", [activity.id, class]),
	"args": {
		"notice": judged.entity("privacy_notices", notice.id),
		"record_class": judged.value("retention_rules", "record_class", class),
		"activity": judged.entity("processing_activities", activity.id),
	},
	"relied_on": array.concat(_relied_on(notice, activity), [_rule_fact(rule, "record_class") |
		some rule in _rules(activity)
		rule.record_class == class
	]),
} if {
	some notice in _published
	not _unplaced(notice)
	some activity in _active(notice)
	some class in _unanswered(notice, activity)
}

# What the schedule says of the rules that a statement answers for: the longest period, and whether anything is kept by
# criteria, until an age or for good, which no period tells.

_period(scope) := dates.longest([rule.period | some rule in scope.rules; not rule.permanent])

_by_criteria(scope) := [rule | some rule in scope.rules; _criteria(rule)]

_criteria(rule) if rule.permanent

_criteria(rule) if facts.present(rule, "until_age")

_criteria(rule) if retention.criteria_based(rule)

# The criteria of what is kept for good are the reason for it.
_criteria_words(rule) := "for good" if {
	rule.permanent
} else := judged.until_age(rule.until_age) if {
	facts.present(rule, "until_age")
} else := judged.quoted(rule.criteria_text)

_stated_periods(scope) := [statement.period | some statement in scope.statements]

_stated_criteria(scope) := [statement.criteria | some statement in scope.statements; not facts.absent_or_blank(statement, "criteria")]

_wrong_periods(scope) := [period |
	some period in _stated_periods(scope)
	dates.normalised(period) != dates.normalised(_period(scope))
]

# contradiction: what the notice states, what the schedule says instead, and the rule that says so. Undefined where they
# agree, or where no rule says anything.
_contradiction(scope) := {"stated": judged.period(min(_wrong_periods(scope))), "scheduled": judged.period(_period(scope)), "rule": _longest_rule(scope)} if {
	count(_wrong_periods(scope)) > 0
	_period(scope)
} else := {"stated": judged.period(min(_stated_periods(scope))), "scheduled": _criteria_words(rule), "rule": rule} if {
	count(_stated_criteria(scope)) == 0
	rule := _first(_by_criteria(scope))
} else := {"stated": judged.quoted(min(_stated_criteria(scope))), "scheduled": judged.period(_period(scope)), "rule": _longest_rule(scope)} if {
	count(_stated_periods(scope)) == 0
} else := {"stated": judged.period(min(_stated_periods(scope))), "scheduled": _criteria_words(rule), "rule": rule} if {
	not _period(scope)
	count(_stated_periods(scope)) > 0
	rule := _first(_by_criteria(scope))
}

_first(rules) := [rule | some rule in rules; rule.id == min([one.id | some one in rules])][0]

_longest_rule(scope) := _first([rule | some rule in scope.rules; rule.period == _period(scope)])

_class_of(rule) := judged.value("retention_rules", "record_class", rule.record_class) if {
	facts.present(rule, "record_class")
} else := judged.fact("retention_rules", "record_class")

findings contains {
	"subject": _subject(notice),
	"reason": "differs",
	"by": concat("/", [part | some part in [activity.id, key]; part != ""]),
	"args": {
		"notice": judged.entity("privacy_notices", notice.id),
		"record_class": _class_of(contradiction.rule),
		"activity": judged.entity("processing_activities", activity.id),
		"stated": contradiction.stated,
		"scheduled": contradiction.scheduled,
	},
	"relied_on": array.concat(_relied_on(notice, activity), [_rule_fact(rule, path) |
		some rule in scope.rules
		some path in ["period", "until_age", "permanent", "criteria_text"]
		facts.present(rule, path)
	]),
} if {
	some notice in _published
	some activity in _active(notice)
	some key, scope in _scopes(notice, activity)
	contradiction := _contradiction(scope)
}

# What is not declared.

findings contains judged.not_declared(_subject(notice), "privacy_notices", path) if {
	some notice in _notices
	some path in judged.missing(notice, ["status", "covers_activity_ids"])
}

findings contains judged.not_declared(_subject(notice), "privacy_notices", "retention_statements.activity_id") if {
	some notice in _published
	_unplaced(notice)
}

findings contains elsewhere.not_declared(_subject(notice), "processing_activities", ids, "status") if {
	some notice in _published
	ids := {activity.id | some activity in _covered(notice); facts.absent(activity, "status")}
	count(ids) > 0
}

findings contains elsewhere.not_declared(_subject(notice), "processing_activities", ids, "retention_rule_ids") if {
	some notice in _published
	ids := {activity.id | some activity in _active(notice); facts.absent(activity, "retention_rule_ids")}
	count(ids) > 0
}

findings contains elsewhere.not_declared(_subject(notice), "retention_rules", ids, "status") if {
	some notice in _published
	ids := {id | some activity in _active(notice); some id in retention.without_status(activity)}
	count(ids) > 0
}

findings contains elsewhere.not_declared(_subject(notice), "retention_rules", ids, "record_class") if {
	some notice in _published
	ids := {rule.id |
		some activity in _active(notice)
		count(_general(_statements(notice, activity))) == 0
		some rule in _rules(activity)
		facts.absent(rule, "record_class")
	}
	count(ids) > 0
}

# A rule that says neither how long nor by which criteria can be compared with nothing.
findings contains elsewhere.not_declared(_subject(notice), "retention_rules", ids, "period") if {
	some notice in _published
	ids := {rule.id |
		some activity in _active(notice)
		some scope in _scopes(notice, activity)
		some rule in scope.rules
		facts.absent(rule, "period")
		not _criteria(rule)
	}
	count(ids) > 0
}

_relied_on(notice, activity) := [
	{"collection": "privacy_notices", "id": notice.id, "path": "retention_statements"},
	{"collection": "processing_activities", "id": activity.id, "path": "retention_rule_ids"},
]

_rule_fact(rule, path) := {"collection": "retention_rules", "id": rule.id, "path": path}
