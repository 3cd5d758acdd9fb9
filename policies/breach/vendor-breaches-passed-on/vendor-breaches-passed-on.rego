# METADATA
# title: Vendor breaches are passed on without delay
# description: >-
#   Looks at every incident that came from a vendor, or in which the firm is a processor: whether the vendor told the
#   firm in time, and whether the firm told the controller in time.
# scope: package
# custom:
#   id: BREACH-013
#   profile: full
#   unit: record
#   subjects:
#   - incidents
#   reads:
#   - client_terms.breach_notice_hours
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - incident.aware_at
#   - incident.contract_notice_hours
#   - incident.data_held_for
#   - incident.firm_role
#   - incident.notifications
#   - incident.source_vendor_id
#   - incident.vendor_aware_at
#   - incident.vendor_notified_firm_at
#   parameters:
#   - vendor_notice_hours
#   - processor_notice_hours
#   - late_visibility_days
#   reasons:
#   - code: vendor-late
#     result: warn
#     severity: medium
#     history_after: met_at
#     message: '{vendor} told the firm of {incident} on {met_at}; it was to do so by {due_at}.'
#     many: In {count} cases a vendor told the firm of an incident later than it was to.
#   - code: controller-not-told
#     result: fail
#     severity: critical
#     absence: open
#     message: '{controller}, for whom the firm holds the data, was to be told of {incident} by {due_at}, and no notice
#       is recorded.'
#     many: In {count} cases the controller was to be told of an incident, and no notice is recorded.
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: '{controller} was told of {incident} on {met_on}, later than {due_on}.'
#     many: In {count} cases the controller was told late.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} times of incidents at vendors lie after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 33(2)
#     says: Processor tells controller of a breach without undue delay.
#     status: primary
#   - framework: California Civil Code
#     ref: 1798.82 (as amended by SB 446)
#     says: Notify residents within 30 days; AG copy within 15 if over 500.
#     status: secondary
#   - framework: ABA Model Rule
#     ref: '5.3'
#     says: Supervise nonlawyers and outside vendors.
#     status: secondary
#   remediation: Notify the controller; raise the delay with the vendor under the contract.
package privity.breach.vendor_breaches_passed_on

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.incidents
import data.lib.judged

_incident := input.incident if not _ruled_out

_ruled_out if incidents.ahead(input.incident)

_ruled_out if {
	facts.absent(input.incident, "source_vendor_id")
	input.incident.firm_role in {"controller", "joint"}
}

_subject := judged.subject("incidents", _incident)

_entity := judged.entity("incidents", _incident.id)

# From the vendor to the firm.

_from_vendor if facts.present(_incident, "source_vendor_id")

_vendor_facts := ["vendor_aware_at", "vendor_notified_firm_at"] if {
	_from_vendor
} else := []

_vendor_ahead contains path if {
	some path in _vendor_facts
	dates.after(_incident[path], data.as_of)
}

# No contract may allow more than the authority is given.
_most_hours := 72

_vendor_hours := min([object.get(_incident, "contract_notice_hours", data.parameters.vendor_notice_hours), _most_hours])

_vendor_due := incidents.within_hours(_incident.vendor_aware_at, _vendor_hours)

findings contains {
	"subject": _subject,
	"reason": "vendor-late",
	"args": {
		"vendor": judged.entity("vendors", _incident.source_vendor_id),
		"incident": _entity,
		"met_at": judged.instant(_incident.vendor_notified_firm_at),
		"due_at": judged.instant(_vendor_due),
	},
	"relied_on": [_fact("vendor_notified_firm_at"), _fact("vendor_aware_at"), _fact("contract_notice_hours")],
} if {
	count(_vendor_ahead) == 0
	dates.after(_incident.vendor_notified_firm_at, _vendor_due)
}

findings contains judged.not_declared(_subject, "incidents", path) if some path in judged.missing(_incident, _vendor_facts)

findings contains judged.dated_ahead(_subject, "incidents", path, _incident[path]) if some path in _vendor_ahead

# From the firm, as a processor, to the controller.

_processor if _incident.firm_role == "processor"

_controller := judged.entity("vendors", _incident.data_held_for) if {
	data.inventory.vendors[_incident.data_held_for]
} else := judged.entity("clients", _incident.data_held_for)

_to_controller := {number | some number, notice in _incident.notifications; notice.recipient_kind == "controller"}

# The terms of the controller that set hours, and stand on the day on which the firm became aware.
_terms[id] := terms if {
	_processor
	some id, terms in data.inventory.client_terms
	terms.client_id == _incident.data_held_for
	facts.present(terms, "breach_notice_hours")
	incidents.in_force(terms, _incident.aware_at.day)
}

# Those that may stand, for they do not say from when.
_undated_terms[id] := terms if {
	_processor
	some id, terms in data.inventory.client_terms
	terms.client_id == _incident.data_held_for
	facts.absent(terms, "effective_on")
	not _over(terms)
}

_over(terms) if terms.ended_on <= _incident.aware_at.day

_hours := min({data.parameters.processor_notice_hours} | {terms.breach_notice_hours | some _, terms in _terms})

_due := incidents.within_hours(_incident.aware_at, _hours) if {
	_processor
	facts.present(_incident, "data_held_for")
}

_notice := incidents.earliest(_incident, _to_controller)

# A notice without a day may have been in time.
_undated_notice if {
	not _told_by(_due)
	incidents.undated(_incident, _to_controller)
}

_told_by(deadline) if dates.same_or_before(_notice.sent_at, deadline)

_untold if {
	not _notice
	not _undated_notice
}

examined contains judged.changing(judged.examined_with("incidents", _incident, _others), array.concat(_turns, _vendor_turns)) if _incident

_others := [terms | some _, terms in _terms]

_vendor_turns := [_incident[path].day | some path in _vendor_ahead]

_turns := array.concat(
	[day | day := incidents.overdue_from(_due)],
	array.concat([day | some day in _questioned_from], incidents.sent_ahead(_incident, _to_controller)),
) if {
	_untold
} else := []

# The days on which terms without a first day may be broken.
_questioned_from contains incidents.overdue_from(_undated_due(terms)) if some _, terms in _undated_terms

_undated_due(terms) := incidents.within_hours(_incident.aware_at, terms.breach_notice_hours)

findings contains judged.changing(
	{
		"subject": _subject,
		"reason": "controller-not-told",
		"args": {
			"controller": _controller,
			"incident": _entity,
			"due_at": judged.instant(_due),
		},
		"relied_on": _relied_on,
	},
	incidents.sent_ahead(_incident, _to_controller),
) if {
	_untold
	incidents.overdue(_due)
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"args": {
		"controller": _controller,
		"incident": _entity,
		"met_on": judged.instant(_notice.sent_at),
		"due_on": judged.instant(_due),
	},
	"relied_on": _relied_on,
} if {
	not _undated_notice
	dates.after(_notice.sent_at, _due)
}

_relied_on := array.concat(
	[_fact("notifications"), _fact("aware_at"), _fact("data_held_for")],
	[{"collection": "client_terms", "id": id, "path": "breach_notice_hours"} | some id in sort(object.keys(_terms))],
)

findings contains judged.not_declared(_subject, "incidents", "firm_role") if {
	facts.absent(_incident, "firm_role")
}

findings contains judged.not_declared(_subject, "incidents", path) if {
	_processor
	some path in judged.missing(_incident, ["aware_at", "data_held_for"])
}

findings contains judged.not_declared(_subject, "incidents", "notifications.sent_at") if {
	_undated_notice
}

# Terms without a first day are asked for it where they would have been broken.
findings contains elsewhere.not_declared(_subject, "client_terms", _in_question, "effective_on") if {
	not _undated_notice
}

_in_question contains id if {
	some id, terms in _undated_terms
	terms.breach_notice_hours < _hours
	deadline := _undated_due(terms)
	incidents.overdue(deadline)
	not _told_by(deadline)
}

_fact(path) := {"collection": "incidents", "id": _incident.id, "path": path}
