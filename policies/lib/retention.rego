# METADATA
# title: Retention
# description: |
#   When a file or store is due for destruction: of several rules the latest date wins, a legal maximum or a client's
#   terms may end it sooner, a legal minimum never gives way, and a hold carries it over its own release.
#
#   A date that cannot be told yet is no reason to say nothing, so everything is reckoned in spans [no sooner, no later]
#   of day numbers: a day known is [day, day], one of which nothing is known [-never, never], one that does not come
#   [never, never]. A file is within its time while `no sooner` lies ahead, and past it once `no later` has gone by,
#   whatever else is missing; only between the two must a fact be asked for.
# scope: package
package lib.retention

import data.lib.dates
import data.lib.facts
import data.lib.holds

# never: a day that does not come, some two million years on.
never := 1000000000

_unknown := [0 - never, never]

# approved: the rules of the approved schedule that the asset names, by id.
approved(asset) := {id: rule |
	some id in asset.retention_rule_ids
	rule := data.inventory.retention_rules[id]
	rule.status == "approved"
}

# without_status: the rules that the asset names and that do not say whether they are approved.
without_status(asset) := {id |
	some id in asset.retention_rule_ids
	rule := data.inventory.retention_rules[id]
	facts.absent(rule, "status")
}

# has_date: the rule ends on a day: after a period, or when a person reaches an age.
has_date(rule) if facts.present(rule, "period")

has_date(rule) if facts.present(rule, "until_age")

# criteria_based: the rule ends when something is so, and gives no period. (With a period, the criteria only say more.)
criteria_based(rule) if {
	not facts.absent_or_blank(rule, "criteria_text")
	not has_date(rule)
	not rule.permanent
}

# terms: the terms of the asset's client that limit how long it is kept and are in force, by id. One that gives no day
# of effect may be.
terms(asset) := {id: term |
	some id, term in data.inventory.client_terms
	term.client_id == asset.client_id
	facts.present(term, ["retention", "max_period"])
	not _ahead(term)
	not _ended(term)
}

_ahead(term) if term.effective_on > data.as_of.day

_ended(term) if term.ended_on <= data.as_of.day

# laundering_rules: whether the firm's identity checks fall under the UK Money Laundering Regulations, as "apply",
# "do-not-apply" or "undeclared": a firm under the SRA's rules that does not say. Source: RET-005.
laundering_rules := "apply" if {
	data.inventory.firm.mlr_regulated
} else := "do-not-apply" if {
	facts.present(data.inventory.firm, "mlr_regulated")
} else := "do-not-apply" if {
	regimes := data.inventory.firm.regimes
	not "sra" in regimes
} else := "undeclared"

# start_recorded: the day on which the rule begins to run for the asset, or for an age the day on which it ends, stands
# on the asset.
start_recorded(asset, _) if facts.present(asset, "retention_trigger_on")

start_recorded(asset, rule) if {
	some entry in asset.retention_triggers
	entry.event == rule.trigger_event
}

start_recorded(asset, rule) if {
	facts.present(rule, "until_age")
	facts.absent(rule, "period")
	facts.present(asset, "retention_age_reached_on")
}

# derived_from: an array of what stands for the matter whose closing gave the asset its day, where it does not give it
# itself: what rests on the day is known no better than the matter.
derived_from(asset) := [{"grade": grade} | some grade in asset.derived]

# schedule: when the asset is due by its rules and its client's terms, holds apart.
#   no_sooner, no_later  day numbers; equal where the day is known; `never` where it does not come
#   missing              fields of the asset without which the day cannot be told
#   undated              ids of rules that give criteria and no period beside rules with a date
#   unsettled            ids of rules that do not say whether they are approved
#   unplaced             ids of client terms that do not say from when they apply
#   cut_short            only where the client's terms fall below a legal minimum: the day that they ask for
# Undefined where the asset names no rule of the schedule. Source: RET-003; rulings, Retention.
schedule(asset) := object.union(
	{
		"no_sooner": due[0],
		"no_later": due[1],
		"missing": _missing(asset, counted, triggers, clients_terms),
		"undated": {id | some id, rule in counted; ends[id] == _unknown; not has_date(rule)},
		"unsettled": without_status(asset),
		"unplaced": {id | some id, term in clients_terms; facts.absent(term, "effective_on")},
	},
	{"cut_short": asked[0] | asked[0] == asked[1]; minimum[0] == minimum[1]; asked[0] < minimum[0]},
) if {
	rules := approved(asset)
	clients_terms := terms(asset)
	events := {rule.trigger_event | some rule in rules; together_as_earliest(rule)}
	triggers := {id: _trigger(asset, rule, events) | some id, rule in rules}
	dated := count({id | some id, rule in rules; _settled(rule)}) > 0
	ends := {id: end | some id, rule in rules; end := _end(asset, rule, triggers[id], dated)}
	counted := {id: rule | some id, rule in rules; _counts(rules, ends, id)}
	asks := {id: _earliest([_asked(term, triggers[id]) | some term in clients_terms]) | some id, _ in counted}

	minimum := _latest([span | some id, rule in counted; some span in _minima(asset, rule, triggers[id])])
	maximum := _earliest([_after(triggers[id], rule.max_period) | some id, rule in counted])
	asked := _together(counted, asks)
	cut := {id: _earliest([ends[id], asks[id]]) | some id, _ in counted}
	longest := _latest(array.concat([_together(counted, cut)], [_unknown | some _ in without_status(asset)]))
	due := _latest([minimum, _earliest([longest, maximum])])
	count(rules) + count(without_status(asset)) > 0
}

# after_holds: the due day, carried over the release of the holds that kept the asset on it. Source: RET-003.
after_holds(asset, day) := max([day, released_on]) if {
	released_on := holds.released_after(asset, day)
} else := day

# due_on: the day after which the asset should be gone: for forecasts and reports. Undefined where it cannot be told
# or does not come.
due_on(asset) := after_holds(asset, reckoned.no_later) if {
	reckoned := schedule(asset)
	reckoned.no_sooner == reckoned.no_later
	reckoned.no_later < never
}

# together_as_earliest: all such rules of an asset count as one that is due on the earliest of their days. Of them those
# count whose day is known; where none is, all do. So a withdrawal that has not happened is left out, and nobody is asked
# for it.
together_as_earliest(rule) if rule.combine == "earliest"

_counts(rules, _, id) if {
	rule := rules[id]
	not together_as_earliest(rule)
}

_counts(_, ends, id) if ends[id] != _unknown

_counts(rules, ends, _) if {
	count({id | some id, rule in rules; together_as_earliest(rule); ends[id] != _unknown}) == 0
}

_settled(rule) if has_date(rule)

_settled(rule) if rule.permanent

# The end of a rule by itself. One that gives no day at all beside others that do: criteria may outlast them, which
# cannot be told; a mere maximum ends others and has no end of its own (undefined).
_end(asset, rule, trigger, dated) := [never, never] if {
	rule.permanent
} else := _at_run(rule, _latest(parts)) if {
	has_date(rule)
	parts := array.concat(
		array.concat([_after(trigger, rule.period) | facts.present(rule, "period")], [_age_reached(asset) | facts.present(rule, "until_age")]),
		_minima(asset, rule, trigger),
	)
} else := [never, never] if {
	dated == false
} else := _unknown if {
	criteria_based(rule)
}

_age_reached(asset) := [day, day] if {
	day := asset.retention_age_reached_on
} else := _unknown

# A legal minimum: the rule's own, from the same day as the rule; and the law's, for its class and regimes, from the
# event that the law names where the asset gives its day. Source: conventions.client_terms; RET-004.
_minima(asset, rule, trigger) := array.concat(
	[_after(trigger, rule.min_period) | facts.present(rule, "min_period")],
	[_after(from, entry.period) |
		some entry in data.tables.minimum_retention
		entry.record_class == rule.record_class
		entry.regime in rule.regimes
		from := _listed(asset, entry.from_event, trigger)
	],
)

_listed(asset, event, otherwise) := [day, day] if {
	day := max({entry.on | some entry in asset.retention_triggers; entry.event == event})
} else := otherwise

# The day from which a rule runs: that of its own event, else the asset's one day. Among rules that go together as the
# earliest, that one day is not the withdrawal's unless all of them run from it.
_trigger(asset, rule, events) := [day, day] if {
	day := max({entry.on |
		some entry in asset.retention_triggers
		entry.event == rule.trigger_event
		not _to_come(rule, entry)
	})
} else := [day, day] if {
	not _only_if_listed(rule, events)
	day := asset.retention_trigger_on
} else := _unknown

_to_come(rule, entry) if {
	together_as_earliest(rule)
	rule.trigger_event == "consent-withdrawn"
	entry.on > data.as_of.day
}

_only_if_listed(rule, events) if {
	together_as_earliest(rule)
	rule.trigger_event == "consent-withdrawn"
	some other in events
	other != "consent-withdrawn"
}

# The day that a client's term asks for, from the same day as the rule that it cuts.
_asked(term, trigger) := _after(trigger, term.retention.max_period) if {
	facts.present(term, "effective_on")
} else := [_after(trigger, term.retention.max_period)[0], never]

_missing(asset, rules, triggers, clients_terms) := starts | ages if {
	starts := {"retention_trigger_on" |
		some id, rule in rules
		triggers[id] == _unknown
		_runs_from_its_trigger(asset, rule, clients_terms)
	}
	ages := {"retention_age_reached_on" |
		some rule in rules
		facts.present(rule, "until_age")
		facts.absent(asset, "retention_age_reached_on")
	}
}

_runs_from_its_trigger(_, rule, _) if facts.present(rule, "period")

_runs_from_its_trigger(_, rule, _) if facts.present(rule, "max_period")

_runs_from_its_trigger(asset, rule, _) if count(_minima(asset, rule, _unknown)) > 0

_runs_from_its_trigger(_, _, clients_terms) if count(clients_terms) > 0

# Spans.

_together(rules, spans) := _latest(array.concat(alone, group)) if {
	alone := [spans[id] | some id, rule in rules; not together_as_earliest(rule)]
	group := [_earliest(members) |
		members := [spans[id] | some id, rule in rules; together_as_earliest(rule)]
		count(members) > 0
	]
}

_after(span, period) := [day, day] if {
	span[0] == span[1]
	day := dates.add_period(span[0], period)
} else := _unknown

_latest(spans) := [_greatest([span[0] | some span in spans]), _greatest([span[1] | some span in spans])]

_earliest(spans) := [_least([span[0] | some span in spans]), _least([span[1] | some span in spans])]

_greatest(days) := max(array.concat([0 - never], days))

_least(days) := min(array.concat([never], days))

# Firms that destroy once a year: the first run on or after the day.
_at_run(rule, span) := [_run_on(rule, span[0]), _run_on(rule, span[1])]

_run_on(rule, day) := dates.first_run_on_or_after(day, rule.disposal_run) if {
	day > 0 - never
	day < never
} else := day
