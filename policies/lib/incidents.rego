# METADATA
# title: Incidents
# description: >-
#   Deadlines that run from a moment, notices, and what makes an incident serious: for the controls over breaches. A
#   deadline is a moment: {day, ms} where the start has a time, else {day}, which ends with that day.
package lib.incidents

import data.lib.dates
import data.lib.facts
import data.lib.judged

# within_hours: the last good moment of a period of elapsed hours; weekends and changes of the clock count. The day is
# the earliest that it can be, for the local time of day is not at hand. Where only the day of the start is known, the
# period ends with the last day that the hours touch.
within_hours(start, hours) := {"day": start.day + floor(hours / 24), "ms": dates.add_hours(start, hours)} if {
	facts.present(start, "ms")
} else := {"day": start.day + ceil(hours / 24)}

# within_days: the last good day of a period of days, as a deadline.
within_days(day, days) := {"day": day + days}

# moved_to: a deadline that waits for the end of a day, where that is later.
moved_to(deadline, day) := {"day": day} if {
	day >= deadline.day
} else := deadline

# first_of: the earliest of several deadlines; undefined for none.
first_of(deadlines) := min({[deadline.ms, deadline] | some deadline in deadlines})[1] if {
	every deadline in deadlines {
		facts.present(deadline, "ms")
	}
} else := min({[deadline.day, object.get(deadline, "ms", 0), deadline] | some deadline in deadlines})[2]

# overdue: the deadline has passed.
overdue(deadline) if dates.after(data.as_of, deadline)

# overdue_from: the first day on which it may have passed.
overdue_from(deadline) := deadline.day if {
	facts.present(deadline, "ms")
} else := deadline.day + 1

# running_out: the deadline lies ahead, and less than a quarter of the time since its start is left.
running_out(start, deadline) if {
	not overdue(deadline)
	_little_left(start, deadline)
}

_little_left(start, deadline) if {
	facts.present(start, "ms")
	facts.present(deadline, "ms")
	4 * (deadline.ms - data.as_of.ms) < deadline.ms - start.ms
}

_little_left(start, deadline) if {
	_by_day(start, deadline)
	4 * (deadline.day - data.as_of.day) < deadline.day - start.day
}

_by_day(start, _) if facts.absent(start, "ms")

_by_day(_, deadline) if facts.absent(deadline, "ms")

# turns: the days on which time alone changes what is said of a deadline: when it may run out, and when it has passed.
turns(start, deadline) := [_runs_out_from(start, deadline), overdue_from(deadline)]

_runs_out_from(start, deadline) := start.day + floor((3 * (deadline.ms - start.ms)) / (4 * 86400000)) if {
	not _by_day(start, deadline)
} else := (deadline.day - ceil((deadline.day - start.day) / 4)) + 1

# happened: the moment has come. An event dated ahead has not happened yet.
happened(moment) if dates.same_or_before(moment, data.as_of)

# earliest: of some notices of an incident, given by their numbers, the first that was sent; undefined where none was.
# The numbers serve the order only where two were sent at once.
earliest(incident, numbers) := incident.notifications[min(sent)[2]] if {
	sent := {[notice.sent_at.day, object.get(notice.sent_at, "ms", 0), number] |
		some number in numbers
		notice := incident.notifications[number]
		happened(notice.sent_at)
	}
	count(sent) > 0
}

# undated: one of the notices does not say when it was sent, so it may have been in time.
undated(incident, numbers) if {
	some number in numbers
	facts.absent(incident.notifications[number], "sent_at")
}

# sent_ahead: the days, still ahead, on which one of the notices is to be sent.
sent_ahead(incident, numbers) := [notice.sent_at.day |
	some number in numbers
	notice := incident.notifications[number]
	notice.sent_at.day > data.as_of.day
]

# recipient: to whom a notice went, for a message.
recipient(notice) := judged.entity("clients", notice.client_id) if {
	notice.recipient_kind == "client"
	facts.present(notice, "client_id")
} else := judged.value("incidents", "notifications.recipient_kind", notice.recipient_kind)

# gdpr_regimes: under which data protection laws the incident falls.
gdpr_regimes(incident) := {regime | some regime in incident.affected_regimes; regime in {"eu-gdpr", "uk-gdpr"}}

# outside_gdpr: one fact is known to take the incident out of the duties of a controller under these laws.
outside_gdpr(incident) if incident.personal_data_breach == false

outside_gdpr(incident) if incident.firm_role == "processor"

outside_gdpr(incident) if {
	facts.present(incident, "affected_regimes")
	count(gdpr_regimes(incident)) == 0
}

# The facts that bring it in.
gdpr_facts := ["personal_data_breach", "firm_role", "affected_regimes"]

# firm_outside_gdpr: the firm says which laws apply to it, and neither of these is among them.
firm_outside_gdpr if {
	facts.present(data.inventory.firm, "regimes")
	count({"eu-gdpr", "uk-gdpr"} & {regime | some regime in data.inventory.firm.regimes}) == 0
}

# serious: an incident that may lead to claims or inquiries: a personal data breach with a risk to people, one that
# matters to a client's case, or a breach of an information barrier.
serious(incident) if incident.kind == "wall-breach"

serious(incident) if incident.client_impact in {"material", "substantially-likely-material"}

serious(incident) if {
	incident.personal_data_breach == true
	incident.risk_level in {"risk", "high-risk"}
}

# undecided_seriousness: the fields whose absence leaves it open; none where it is known.
undecided_seriousness(incident) := set() if {
	serious(incident)
} else := judged.missing(incident, ["kind", "client_impact"]) if {
	_no_risk(incident)
} else := judged.missing(incident, ["kind", "client_impact", "personal_data_breach", "risk_level"])

_no_risk(incident) if incident.personal_data_breach == false

_no_risk(incident) if incident.risk_level == "unlikely"

# ahead: the incident has not happened yet.
ahead(incident) if dates.after(incident.detected_at, data.as_of)

# in_force: terms of a client that stand on a day. Terms without a first day are none until it is declared.
in_force(terms, day) if {
	terms.effective_on <= day
	not _ended(terms, day)
}

_ended(terms, day) if terms.ended_on <= day
