# METADATA
# title: Data is not kept past its retention date
# description: >-
#   Looks at every closed file or store of personal data whose retention rules end on a day: whether that day, after legal
#   minimum and maximum, the client's terms and the release of legal holds, has passed, and whether what is still kept is
#   kept for a hold or under an approved extension.
# scope: package
# custom:
#   id: RET-003
#   profile: standard
#   unit: asset
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - client_terms.retention
#   - data_asset.client_id
#   - data_asset.contains_personal_data
#   - data_asset.custodian_ids
#   - data_asset.extension
#   - data_asset.matter_ids
#   - data_asset.record_class
#   - data_asset.retention_age_reached_on
#   - data_asset.retention_rule_ids
#   - data_asset.retention_trigger_on
#   - data_asset.retention_triggers
#   - data_asset.status
#   - firm.mlr_regulated
#   - firm.regimes
#   - legal_hold.asset_ids
#   - legal_hold.custodians
#   - legal_hold.issued_on
#   - legal_hold.matter_ids
#   - legal_hold.released_on
#   - legal_hold.status
#   - legal_hold.triggered_on
#   - retention_rule.combine
#   - retention_rule.criteria_text
#   - retention_rule.disposal_run
#   - retention_rule.max_period
#   - retention_rule.min_period
#   - retention_rule.period
#   - retention_rule.permanent
#   - retention_rule.record_class
#   - retention_rule.regimes
#   - retention_rule.status
#   - retention_rule.trigger_event
#   - retention_rule.until_age
#   - rights_request.asset_ids
#   - rights_request.client_id
#   - rights_request.matter_ids
#   - rights_request.received_on
#   - rights_request.responded_on
#   - rights_request.restriction_lifted_on
#   - rights_request.right
#   - rights_request.status
#   parameters:
#   - disposal_grace_days
#   - strict_hold
#   reasons:
#   - code: kept-too-long
#     result: fail
#     severity: high
#     message: '{asset} was due to be destroyed on {due_on} and is still kept.'
#     many: '{subjects} are past their destruction date and still kept.'
#   - code: grace-running
#     result: warn
#     severity: low
#     message: '{asset} became due for destruction on {due_on}; it should be dealt with by {limit_on}.'
#     many: '{subjects} have become due for destruction and should be dealt with soon.'
#   - code: extended
#     result: warn
#     severity: low
#     message: '{asset} is kept past {due_on} under an extension approved until {until}.'
#     many: '{subjects} are kept past their destruction date under an approved extension.'
#   - code: kept-under-hold
#     result: suspended
#     severity: low
#     message: '{asset} was due to be destroyed on {due_on} and must be kept while {hold} stands.'
#     many: '{subjects} must be kept because of {hold}.'
#   - code: client-term-below-minimum
#     result: warn
#     severity: medium
#     message: The terms of {client} ask for destruction of {asset} by {client_due_on}, earlier than the law allows;
#       it stays until {due_on}.
#     many: For {subjects}, the terms of clients ask for destruction earlier than the law allows.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(e)
#     says: Keep identifiable data no longer than the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 17(3)(e)
#     says: Erasure does not apply where needed for legal claims.
#     status: primary
#   - framework: CCPA
#     ref: Civ. Code 1798.100(c)
#     says: Collection, use and retention must be necessary and proportionate.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: CT.DM-P5
#     says: Data are destroyed according to policy.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-12(3)
#     says: Dispose of information properly.
#     status: primary
#   remediation: Have the file reviewed, then destroy it with a record, or record an approved extension.
package privity.retention.not_kept_too_long

import data.lib.elsewhere
import data.lib.facts
import data.lib.holds
import data.lib.judged
import data.lib.retention

_asset := input.data_asset

_subject := judged.subject(input.collection, _asset)

_today := data.as_of.day

_rules := retention.approved(_asset)

# The population: closed, personal data, a rule that ends on a day, and not judged as an identity check (RET-005).

_ruled_out if _asset.contains_personal_data == false

_ruled_out if {
	facts.present(_asset, "status")
	_asset.status != "closed"
}

_ruled_out if {
	facts.present(_asset, "retention_rule_ids")
	not _ends_on_a_day
}

_ruled_out if {
	_identity_checks_are_judged_elsewhere
	_asset.record_class == "aml-cdd"
}

_ends_on_a_day if {
	some rule in _rules
	retention.has_date(rule)
}

_ends_on_a_day if {
	some rule in _rules
	facts.present(rule, "max_period")
}

_ends_on_a_day if count(retention.without_status(_asset)) > 0

# RET-005 judges the checks of a client, at a firm to which the regulations apply. What it cannot reach stays here.
_identity_checks_are_judged_elsewhere if {
	facts.present(_asset, "client_id")
	retention.laundering_rules != "do-not-apply"
}

_undecided contains path if some path in judged.missing(_asset, ["contains_personal_data", "status", "retention_rule_ids"])

_undecided contains "record_class" if {
	_identity_checks_are_judged_elsewhere
	facts.absent(_asset, "record_class")
}

_applies if {
	not _ruled_out
	count(_undecided) == 0
}

# The day.

_schedule := retention.schedule(_asset) if _applies

# Within its time for certain, past it for certain, or between the two: then a fact is missing.
_untold if {
	_today > _schedule.no_sooner
	_today <= _schedule.no_later
}

_due := retention.after_holds(_asset, _schedule.no_later) if _today > _schedule.no_later

_overdue if _today > _due

_grace_ends := _due + data.parameters.disposal_grace_days

_turns contains _schedule.no_sooner + 1 if _schedule.no_sooner < retention.never

_turns contains _schedule.no_later + 1 if _schedule.no_later < retention.never

_turns contains _due + 1

# What keeps it past the day.

_keepers := holds.suspending(_asset, _today) if _overdue

_extended if {
	not facts.absent_or_blank(_asset, ["extension", "reason"])
	facts.present(_asset, ["extension", "approved_by"])
	_today <= _asset.extension.until
}

examined contains judged.changing(
	judged.examined_with(input.collection, _asset, [record | some record in _relied_on_records]),
	[day | some day in _turns],
) if {
	not _ruled_out
}

findings contains judged.not_declared(_subject, input.collection, path) if {
	not _ruled_out
	some path in _undecided
}

findings contains object.union(
	{
		"subject": _subject,
		"reason": "kept-under-hold",
		"by": concat("/", [keeper.collection, keeper.id]),
		"args": object.union(_arguments, {"hold": judged.entity(keeper.collection, keeper.id)}),
		"relied_on": array.concat([object.union(keeper, {"path": _keeps_by[keeper.collection]})], _day_facts),
	},
	{"changes_on": day | day := holds.frees_on(keeper, _today)},
) if {
	some keeper in _keepers
}

findings contains {
	"subject": _subject,
	"reason": "extended",
	"args": object.union(_arguments, {"until": judged.date(_asset.extension.until)}),
	"relied_on": array.concat([_fact("extension.until"), _fact("extension.approved_by")], _day_facts),
	"changes_on": _asset.extension.until + 1,
} if {
	count(_keepers) == 0
	_extended
}

findings contains {
	"subject": _subject,
	"reason": "grace-running",
	"args": object.union(_arguments, {"limit_on": judged.date(_grace_ends)}),
	"relied_on": array.concat([_fact("status")], _day_facts),
	"changes_on": _grace_ends + 1,
} if {
	count(_keepers) == 0
	not _extended
	_today <= _grace_ends
}

findings contains {
	"subject": _subject,
	"reason": "kept-too-long",
	"args": _arguments,
	"relied_on": array.concat([_fact("status")], _day_facts),
} if {
	count(_keepers) == 0
	not _extended
	_today > _grace_ends
}

findings contains object.union(
	{
		"subject": _subject,
		"reason": "client-term-below-minimum",
		"args": {
			"asset": judged.entity(input.collection, _asset.id),
			"client": judged.entity("clients", _asset.client_id),
			"client_due_on": judged.date(_schedule.cut_short),
			"due_on": judged.date(_stays_until),
		},
		"relied_on": array.concat(_term_facts, _day_facts),
	},
	_until_terms_end,
)

findings contains object.union(judged.not_declared(_subject, input.collection, path), _until_past) if {
	_untold
	some path in _schedule.missing
}

findings contains object.union(elsewhere.not_declared(_subject, "retention_rules", _schedule.undated, "period"), _until_past) if {
	_untold
	count(_schedule.undated) > 0
}

findings contains object.union(elsewhere.not_declared(_subject, "retention_rules", _schedule.unsettled, "status"), _until_past) if {
	_untold
	count(_schedule.unsettled) > 0
}

findings contains object.union(elsewhere.not_declared(_subject, "client_terms", _schedule.unplaced, "effective_on"), _until_past) if {
	_untold
	count(_schedule.unplaced) > 0
}

_arguments := {"asset": judged.entity(input.collection, _asset.id), "due_on": judged.date(_due)}

_stays_until := _due

_stays_until := _schedule.no_sooner if _today <= _schedule.no_later

# A missing fact matters no more once the last possible day is over.
_until_past := {"changes_on": day |
	_schedule.no_later < retention.never
	day := _schedule.no_later + 1
}

_until_terms_end := {"changes_on": min(ends) |
	ends := {term.ended_on | some term in _terms; term.ended_on > _today}
	count(ends) > 0
}

_keeps_by := {"legal_holds": "triggered_on", "rights_requests": "status"}

_terms := retention.terms(_asset) if _applies

_relied_on_records contains rule if some rule in _rules

_relied_on_records contains term if some term in _terms

_relied_on_records contains matter if some matter in retention.derived_from(_asset)

# The facts that make the day, in an order that depends on no engine: objects and sets have none in WASM.

_day_facts := array.concat(
	[_fact(path) |
		some path in ["retention_trigger_on", "retention_triggers", "retention_age_reached_on", "retention_rule_ids"]
		facts.present(_asset, path)
	],
	[{"collection": "retention_rules", "id": id, "path": path} |
		some id in sort(object.keys(_rules))
		some path in ["period", "until_age", "permanent", "min_period", "max_period", "combine", "disposal_run"]
		facts.present(_rules[id], path)
	],
)

_term_facts := [{"collection": "client_terms", "id": id, "path": "retention.max_period"} | some id in sort(object.keys(_terms))]

_fact(path) := {"collection": input.collection, "id": _asset.id, "path": path}
