# METADATA
# title: Legally required records are kept long enough
# description: >-
#   Looks at every approved retention rule for records that the law requires a firm to keep: whether its period is as
#   long as the legal minimum, and whether it starts to run no earlier than the law says.
# scope: package
# custom:
#   id: RET-004
#   profile: essentials
#   unit: record
#   subjects:
#   - retention_rules
#   reads:
#   - retention_rule.min_period
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.record_class
#   - retention_rule.regimes
#   - retention_rule.status
#   - retention_rule.trigger_event
#   - retention_rule.until_age
#   parameters: []
#   reasons:
#   - code: too-short
#     result: fail
#     severity: critical
#     waivable: false
#     message: The period of the {rule} for {record_class} lasts {period}; the law asks for at least {minimum}.
#     many: '{count} legal minimum periods are not reached by {subjects}.'
#   - code: starts-too-early
#     result: fail
#     severity: critical
#     waivable: false
#     message: The {rule} counts from {trigger}, which can come before {from_event}, from which the legal minimum
#       runs.
#     many: In {count} cases a retention rule can start to count before the legal minimum does.
#   - code: trigger-not-comparable
#     result: unknown
#     severity: medium
#     message: It cannot be told whether the {rule} starts counting as late as the legal minimum for
#       {record_class} requires.
#     many: For {count} retention rules it cannot be told whether they start counting as late as the legal minimum
#       requires.
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
#   - framework: UK MLR 2017
#     ref: reg 40(3)-(5)
#     says: Keep due-diligence records five years, then delete unless exceptions.
#     status: secondary
#   - framework: CCPA Regulations
#     ref: 11 CCR 7101(a)
#     says: Keep request records for at least 24 months.
#     status: primary
#   - framework: CCPA Regulations (2026)
#     ref: 11 CCR 7150-7157
#     says: Risk assessments before significant-risk processing; periodic review and submission.
#     status: secondary
#   - framework: EU AI Act
#     ref: Art 26(6)
#     says: Keep high-risk AI logs at least six months.
#     status: primary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.15(d)
#     says: Keep trust records at least five years after final distribution.
#     status: unverified
#   remediation: Lengthen the rule to the legal minimum.
package privity.retention.legal_minimum

import data.lib.dates
import data.lib.facts
import data.lib.judged

_rule := input.retention_rule

_subject := judged.subject("retention_rules", _rule)

_minima := data.tables.minimum_retention

_of_class := [entry | some entry in _minima; entry.record_class == _rule.record_class]

_of_regimes := [entry | some entry in _minima; entry.regime in _rule.regimes]

# The rows of the table that the rule must meet.
_entries := [entry | some entry in _of_class; entry.regime in _rule.regimes]

_ruled_out if {
	facts.present(_rule, "status")
	_rule.status != "approved"
}

_ruled_out if {
	facts.present(_rule, "record_class")
	count(_of_class) == 0
}

_ruled_out if {
	facts.present(_rule, "regimes")
	count(_of_regimes) == 0
}

_ruled_out if {
	facts.present(_rule, "record_class")
	facts.present(_rule, "regimes")
	count(_entries) == 0
}

_undecided := judged.missing(_rule, ["status", "record_class", "regimes"])

_applies if {
	not _ruled_out
	count(_undecided) == 0
}

examined contains judged.examined("retention_rules", _rule) if not _ruled_out

# Length.

_says_length if facts.present(_rule, "period")

_says_length if facts.present(_rule, "until_age")

_long_enough(entry) if dates.period_not_shorter(_rule.period, entry.period)

# An age may be reached too soon, unless the rule says for how long at least.
_long_enough(entry) if {
	facts.present(_rule, "until_age")
	dates.period_not_shorter(_rule.min_period, entry.period)
}

_length := judged.period(_rule.period) if {
	facts.present(_rule, "period")
} else := judged.period(_rule.min_period) if {
	facts.present(_rule, "min_period")
} else := judged.until_age(_rule.until_age)

findings contains {
	"subject": _subject,
	"reason": "too-short",
	"by": concat("/", [entry.regime, entry.from_event]),
	"args": {
		"rule": judged.entity("retention_rules", _rule.id),
		"record_class": judged.value("retention_rules", "record_class", _rule.record_class),
		"period": _length,
		"minimum": judged.period(entry.period),
		"regime": judged.value("retention_rules", "regimes", entry.regime),
	},
	"relied_on": [_fact(path) | some path in ["period", "until_age", "min_period", "record_class", "regimes"]; facts.present(_rule, path)],
} if {
	_applies
	not _rule.permanent
	_says_length
	some entry in _entries
	not _long_enough(entry)
}

# Start.

_starts_late_enough(entry) if _rule.trigger_event == entry.from_event

_starts_late_enough(entry) if entry.from_event in data.tables.trigger_order[_rule.trigger_event]

_comparable if {
	_rule.trigger_event != "other"
	data.tables.trigger_order[_rule.trigger_event]
}

findings contains {
	"subject": _subject,
	"reason": "starts-too-early",
	"by": concat("/", [entry.regime, entry.from_event]),
	"args": {
		"rule": judged.entity("retention_rules", _rule.id),
		"trigger": judged.value("retention_rules", "trigger_event", _rule.trigger_event),
		"from_event": judged.value("retention_rules", "trigger_event", entry.from_event),
		"regime": judged.value("retention_rules", "regimes", entry.regime),
	},
	"relied_on": [_fact("trigger_event"), _fact("record_class"), _fact("regimes")],
} if {
	_applies
	not _rule.permanent
	_comparable
	some entry in _entries
	not _starts_late_enough(entry)
}

findings contains {
	"subject": _subject,
	"reason": "trigger-not-comparable",
	"args": {
		"rule": judged.entity("retention_rules", _rule.id),
		"record_class": judged.value("retention_rules", "record_class", _rule.record_class),
	},
	"relied_on": [_fact("trigger_event"), _fact("record_class"), _fact("regimes")],
} if {
	_applies
	not _rule.permanent
	facts.present(_rule, "trigger_event")
	not _comparable
	some entry in _entries
	not _starts_late_enough(entry)
}

findings contains judged.not_declared(_subject, "retention_rules", path) if {
	not _ruled_out
	some path in _undecided
}

findings contains judged.not_declared(_subject, "retention_rules", "period") if {
	_applies
	not _rule.permanent
	not _says_length
}

findings contains judged.not_declared(_subject, "retention_rules", "trigger_event") if {
	_applies
	not _rule.permanent
	facts.absent(_rule, "trigger_event")
}

_fact(path) := {"collection": "retention_rules", "id": _rule.id, "path": path}
