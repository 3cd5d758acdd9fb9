# METADATA
# title: Purposes are set before collection and later purposes are compatible
# description: >-
#   Looks at every processing activity that is planned or in use: whether it has purposes that tell what the data is used
#   for, and whether each purpose added after the start was found compatible, or rests on a new consent or a legal duty.
# scope: package
# custom:
#   id: MIN-004
#   profile: standard
#   unit: record
#   subjects:
#   - processing_activities
#   reads:
#   - processing_activity.purposes
#   - processing_activity.started_on
#   - processing_activity.status
#   parameters:
#   - min_purpose_chars
#   reasons:
#   - code: no-purpose
#     result: fail
#     severity: high
#     message: '{activity} has no declared purpose.'
#     many: '{count} activities have no declared purpose.'
#   - code: vague-purpose
#     result: fail
#     severity: medium
#     message: A purpose of {activity} is too short to tell anyone what the data is used for.
#     many: '{count} purposes are too short to tell anyone what the data is used for.'
#   - code: incompatible-purpose
#     result: fail
#     severity: high
#     message: The purpose {purpose} was added to {activity} after collection and was assessed as incompatible with the
#       original purposes.
#     many: '{count} purposes were added after collection and were assessed as incompatible with the original
#       ones.'
#   - code: remedied-late
#     result: warn
#     severity: low
#     history_after: met_on
#     message: The purpose {purpose} of {activity} was assessed as compatible on {met_on}, after it had been added on
#       {due_on}.
#     many: '{count} purposes were assessed as compatible only after they had been added.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} activities have assessments that are dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(b)
#     says: Collect for specified, explicit purposes; no incompatible further use.
#     status: primary
#   - framework: GDPR
#     ref: Art 6(4)
#     says: Factors for judging whether a new purpose is compatible.
#     status: primary
#   - framework: GDPR
#     ref: Art 13(3)
#     says: Tell people before using data for a new purpose.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PT-3
#     says: Document and limit processing purposes.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.IM-P5
#     says: Purposes of data actions are inventoried.
#     status: primary
#   - framework: ISO/IEC 27701:2019
#     ref: 7.2.1
#     says: Identify and document purpose.
#     status: secondary
#   - framework: UK GDPR
#     ref: Arts 5(1)(b), 8A and Annex 2 (DUAA 2025 s.71)
#     says: UK rules on when a further purpose is compatible.
#     status: secondary
#   remediation: Write a specific purpose, or complete a compatibility assessment before using data for the new purpose.
package privity.minimisation.purposes_set_and_compatible

import data.lib.facts
import data.lib.judged

_activity := input.processing_activity

_subject := judged.subject("processing_activities", _activity)

_applies if _activity.status in {"planned", "active"}

examined contains _entry if _applies

# Whether the activity is planned, in use or over is not said: it stays in the population, unjudged.
examined contains _entry if facts.absent(_activity, "status")

_entry := judged.examined("processing_activities", _activity)

findings contains judged.not_declared(_subject, "processing_activities", "status") if facts.absent(_activity, "status")

findings contains judged.not_declared(_subject, "processing_activities", "purposes") if {
	_applies
	facts.absent(_activity, "purposes")
}

findings contains {
	"subject": _subject,
	"reason": "no-purpose",
	"args": {"activity": judged.entity("processing_activities", _activity.id)},
	"relied_on": [_fact("purposes")],
} if {
	_applies
	_activity.purposes == []
}

findings contains {
	"subject": _subject,
	"reason": "vague-purpose",
	"by": _which(purpose),
	"args": _arguments(purpose),
	"relied_on": [_fact("purposes.text")],
} if {
	_applies
	some purpose in _activity.purposes
	count(trim_space(purpose.text)) < data.parameters.min_purpose_chars
}

findings contains judged.not_declared(_subject, "processing_activities", "purposes.text") if {
	_applies
	some purpose in _activity.purposes
	facts.absent(purpose, "text")
}

# Purposes added after the start.

_later contains purpose if {
	_applies
	some purpose in _activity.purposes
	purpose.added_on > _activity.started_on
}

# A purpose with a day of its own, of an activity in use that does not say when it started, may be a later one. An
# activity that is only planned has collected nothing yet.
_perhaps_later contains purpose if {
	_activity.status == "active"
	facts.absent(_activity, "started_on")
	some purpose in _activity.purposes
	facts.present(purpose, "added_on")
}

findings contains judged.not_declared(_subject, "processing_activities", "started_on") if {
	some purpose in _perhaps_later
	not _in_order(purpose)
}

findings contains {
	"subject": _subject,
	"reason": "incompatible-purpose",
	"by": _which(purpose),
	"args": _arguments(purpose),
	"relied_on": [
		_fact("purposes.compatibility.outcome"),
		_fact("purposes.added_on"),
		_fact("started_on"),
	],
} if {
	some purpose in _later
	not _has_ground(purpose)
	purpose.compatibility.outcome == "incompatible"
}

findings contains {
	"subject": _subject,
	"reason": "remedied-late",
	"by": _which(purpose),
	"args": object.union(_arguments(purpose), {
		"due_on": judged.date(purpose.added_on),
		"met_on": judged.date(purpose.compatibility.assessed_on),
		"days_late": purpose.compatibility.assessed_on - purpose.added_on,
	}),
	"relied_on": [
		_fact("purposes.compatibility.assessed_on"),
		_fact("purposes.added_on"),
		_fact("started_on"),
	],
} if {
	some purpose in _later
	not _has_ground(purpose)
	_assessed(purpose)
	purpose.compatibility.outcome == "compatible"
	purpose.compatibility.assessed_on > purpose.added_on
}

findings contains judged.not_declared(_subject, "processing_activities", path) if {
	some purpose in _later
	not _has_ground(purpose)
	path := _missing_of(purpose)
}

_missing_of(purpose) := "purposes.compatibility" if {
	facts.absent(purpose, "compatibility")
} else := "purposes.compatibility.outcome" if {
	facts.absent(purpose, ["compatibility", "outcome"])
} else := "purposes.compatibility.assessed_on" if {
	purpose.compatibility.outcome == "compatible"
	facts.absent(purpose, ["compatibility", "assessed_on"])
}

# The first of the assessments that are still to come.
findings contains judged.dated_ahead(
	_subject,
	"processing_activities",
	"purposes.compatibility.assessed_on",
	{"day": min(_assessments_ahead)},
) if {
	count(_assessments_ahead) > 0
}

_assessments_ahead contains purpose.compatibility.assessed_on if {
	some purpose in _later
	not _has_ground(purpose)
	purpose.compatibility.outcome == "compatible"
	not _assessed(purpose)
}

# An assessment dated after the day of judgement has not happened yet.
_assessed(purpose) if purpose.compatibility.assessed_on <= data.as_of.day

_has_ground(purpose) if purpose.compatibility.basis in {"new-consent", "legal-obligation"}

# The purpose would pass as a later one too, so the start need not be known.
_in_order(purpose) if _has_ground(purpose)

_in_order(purpose) if {
	_assessed(purpose)
	purpose.compatibility.outcome == "compatible"
	purpose.compatibility.assessed_on <= purpose.added_on
}

# What tells the purposes of one activity apart.
_which(purpose) := object.get(purpose, "id", object.get(purpose, "text", ""))

_arguments(purpose) := {
	"activity": judged.entity("processing_activities", _activity.id),
	"purpose": judged.part("processing_activities", _activity.id, "purposes", _which(purpose)),
}

_fact(path) := {"collection": "processing_activities", "id": _activity.id, "path": path}
