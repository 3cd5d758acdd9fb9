# METADATA
# title: Deadlines of rights requests
# description: |
#   When a request of an individual is to be answered, under EU, UK and California law (RIGHTS-001, RIGHTS-002,
#   RIGHTS-004). Functions of the request, the day on which it is judged and the holidays, nothing else. What is dated
#   after that day has not happened yet. A due day is itself in time.
# scope: package
package lib.deadlines

import data.lib.dates
import data.lib.facts

# holidays(calendars, id): the public holidays of a calendar of the table, as a set of day numbers; none of one that is
# not listed (then see `covers`).
holidays(calendars, id) := {dates.parse(text) | some text in calendars[id].holidays}

# covers(calendars, id, day): the table lists the holidays of the calendar for the year of the day.
covers(calendars, id, day) if {
	[first, last] := calendars[id].years
	year := dates.civil(day).year
	year >= first
	year <= last
}

# by(record, path, day): the day at the path, if it has come.
by(record, path, day) := then if {
	then := object.get(record, path, null)
	then != null
	then <= day
}

# EU and UK: one month.

# waits(request, prompt, day): the asks that no reply has followed, by what was asked for, each with its day: the clock
# stands still. Only a prompt ask counts. Source: RIGHTS-001; conventions.clarification_pause.
waits(request, prompt, day) := {what: asked |
	some what in ["identity", "clarification"]
	asked := _asked(request, what, prompt, day)
	not _replied(request, what, day)
}

# start(request, prompt, day): the day from which the month runs: receipt, or the arrival of proof of identity where it
# was asked for promptly; in the UK not before a fee was paid. Undefined while proof is awaited.
start(request, prompt, day) := max(days) if {
	not waits(request, prompt, day).identity
	days := ({request.received_on} | _proof_days(request, prompt, day)) | _fee_days(request, day)
}

_proof_days(request, prompt, day) := {then |
	_asked(request, "identity", prompt, day)
	then := by(request, ["identity", "info_received_on"], day)
}

_fee_days(request, day) := {then |
	request.regime == "uk"
	then := by(request, ["identity", "fee_paid_on"], day)
}

# pause(request, prompt, day): the days for which the clock stood still for clarification, both ends included; days
# before the clock ran are none. 0 while the reply is awaited.
pause(request, prompt, day) := max([0, (answered - max([asked, start(request, prompt, day)])) + 1]) if {
	asked := _asked(request, "clarification", prompt, day)
	answered := by(request, ["clarification", "answered_on"], day)
} else := 0

# month(request, started, paused, closed, day): {"first", "last", "extended", "due"}: the day due after one month and
# after three, whether the time was lawfully extended, and the day due then.
month(request, started, paused, closed, day) := {
	"first": first,
	"last": last,
	"extended": extended,
	"due": [first, last][_index[extended]],
} if {
	first := dates.next_business_day(dates.add_months(started, 1) + paused, closed)
	last := dates.next_business_day(dates.add_months(started, 3) + paused, closed)
	extended := _extended(request, first, day)
}

_index := {false: 0, true: 1}

default _extended(_, _, _) := false

_extended(request, first, day) if {
	by(request, ["extended_on"], day) <= first
	not facts.absent_or_blank(request, "extension_reason")
}

# undated(request, day): asks that the record tells of without their day: nobody can say whether they stopped the clock.
undated(request) := {"identity.asked_on" |
	request.identity.required
	facts.absent(request, ["identity", "asked_on"])
} | {"clarification.asked_on" |
	_clarifiable(request)
	facts.present(request, "clarification")
	facts.absent(request, ["clarification", "asked_on"])
}

_asked(request, "identity", prompt, day) := asked if {
	request.identity.required
	asked := by(request, ["identity", "asked_on"], day)
	asked <= request.received_on + prompt
}

_asked(request, "clarification", prompt, day) := asked if {
	_clarifiable(request)
	asked := by(request, ["clarification", "asked_on"], day)
	asked <= request.received_on + prompt
}

# By statute for access in the UK (DPA 2018); by guidance of the EDPB for any right in the EU.
_clarifiable(request) if {
	request.regime == "uk"
	request.right == "access"
}

_clarifiable(request) if request.regime == "eu"

_replied(request, "identity", day) if by(request, ["identity", "info_received_on"], day)

_replied(request, "clarification", day) if by(request, ["clarification", "answered_on"], day)

# California.

# quick(request): to opt out and to limit, which are to be done in 15 business days and are not acknowledged.
quick(request) if request.right in {"ccpa-opt-out", "ccpa-limit"}

# california(request, closed, day): {"due", and "acknowledge" where receipt is to be confirmed}. Identity checks never
# stop the clock. Source: 11 CCR 7021, 7026(f), 7027(g).
california(request, closed, day) := {"due": dates.add_business_days(request.received_on, 15, closed)} if {
	quick(request)
} else := {
	"acknowledge": dates.add_business_days(request.received_on, 10, closed),
	"due": request.received_on + {false: 45, true: 90}[_extended(request, request.received_on + 45, day)],
}

# closing(due, started, day): less than a quarter of the time is left (conventions, late.ahead).
closing(due, started, day) if {
	day <= due
	(due - day) * 4 < due - started
}

# first_closing(due, started): the first day on which that is so.
first_closing(due, started) := (due - ceil((due - started) / 4)) + 1

# answer_due(request, prompt, closed, day): the day by which a request is to be answered under its law; undefined while
# the clock stands still, where the law has no limit here, and where a fact that fixes the day is missing.
answer_due(request, prompt, closed, day) := month(request, started, pause(request, prompt, day), closed, day).due if {
	request.regime in {"eu", "uk"}
	count(waits(request, prompt, day)) == 0
	started := start(request, prompt, day)
} else := california(request, closed, day).due if {
	request.regime == "us-ca"
	facts.present(request, "right")
}
