package lib.incidents_test

import data.lib.incidents
import data.lib.testing

_start := testing.at("2026-11-03T10:00:00")

_moment(text) := {"day": testing.at(text).day, "ms": testing.at(text).ms}

test_hours_are_counted_to_the_second if {
	incidents.within_hours(_start, 72) == _moment("2026-11-06T10:00:00")
	incidents.within_hours(_start, 36) == {"day": testing.day("2026-11-04"), "ms": testing.at("2026-11-04T22:00:00").ms}
}

test_hours_from_a_day_end_with_the_last_day_that_they_touch if {
	incidents.within_hours(testing.date_only("2026-11-03"), 72) == {"day": testing.day("2026-11-06")}
	incidents.within_hours(testing.date_only("2026-11-03"), 73) == {"day": testing.day("2026-11-07")}
}

test_days if incidents.within_days(testing.day("2026-11-03"), 30) == {"day": testing.day("2026-12-03")}

test_a_deadline_waits_for_a_later_day if {
	deadline := _moment("2026-11-06T10:00:00")
	incidents.moved_to(deadline, testing.day("2026-11-05")) == deadline
	incidents.moved_to(deadline, testing.day("2026-11-06")) == {"day": testing.day("2026-11-06")}
	incidents.moved_to(deadline, testing.day("2026-11-09")) == {"day": testing.day("2026-11-09")}
}

test_the_first_of_several if {
	early := {"day": 12, "ms": 100}
	late := {"day": 11, "ms": 200}
	incidents.first_of({early, late}) == early
	incidents.first_of({early, {"day": 11}}) == {"day": 11}
	incidents.first_of({{"day": 13}, {"day": 14}}) == {"day": 13}
	not incidents.first_of(set())
}

test_overdue_a_second_after if {
	deadline := _moment("2026-11-06T10:00:00")
	not incidents.overdue(deadline) with data.as_of as testing.at("2026-11-06T10:00:00")
	incidents.overdue(deadline) with data.as_of as testing.at("2026-11-06T10:00:01")
	not incidents.overdue({"day": testing.day("2026-11-06")}) with data.as_of as testing.end_of("2026-11-06")
	incidents.overdue({"day": testing.day("2026-11-06")}) with data.as_of as testing.at("2026-11-07T00:00:00")
}

test_overdue_from if {
	incidents.overdue_from(_moment("2026-11-06T10:00:00")) == testing.day("2026-11-06")
	incidents.overdue_from({"day": testing.day("2026-11-06")}) == testing.day("2026-11-07")
}

# 72 hours: the last quarter begins after 54, on 5 November at 16:00.
test_running_out_in_the_last_quarter if {
	deadline := _moment("2026-11-06T10:00:00")
	not incidents.running_out(_start, deadline) with data.as_of as testing.at("2026-11-05T16:00:00")
	incidents.running_out(_start, deadline) with data.as_of as testing.at("2026-11-05T16:00:01")
	incidents.running_out(_start, deadline) with data.as_of as testing.at("2026-11-06T10:00:00")
	not incidents.running_out(_start, deadline) with data.as_of as testing.at("2026-11-06T10:00:01")
}

# Eight days: two are a quarter, so the last day alone and the one before it.
test_running_out_by_day if {
	every pair in [[_start, {"day": _start.day + 8}], [{"day": _start.day}, {"day": _start.day + 8, "ms": testing.at("2026-11-11T10:00:00").ms}]] {
		not incidents.running_out(pair[0], pair[1]) with data.as_of as testing.at("2026-11-09T09:00:00")
		incidents.running_out(pair[0], pair[1]) with data.as_of as testing.at("2026-11-10T09:00:00")
	}
	incidents.running_out(_start, {"day": _start.day + 8}) with data.as_of as testing.end_of("2026-11-11")
	not incidents.running_out(_start, {"day": _start.day + 8}) with data.as_of as testing.end_of("2026-11-12")
}

test_turns if {
	incidents.turns({"day": 100}, {"day": 108}) == [107, 109]
	incidents.turns({"day": 100}, {"day": 107}) == [106, 108]
	incidents.turns(_start, incidents.within_hours(_start, 72)) == [testing.day("2026-11-05"), testing.day("2026-11-06")]
	incidents.turns(_start, {"day": _start.day + 8}) == [_start.day + 7, _start.day + 9]
}

_incident := {"notifications": [
	{"sent_at": testing.at("2026-11-05T10:00:00"), "recipient": "later"},
	{"sent_at": testing.at("2026-11-05T09:00:00"), "recipient": "first"},
	{"recipient": "undated"},
	{"sent_at": testing.at("2026-11-23T09:00:00"), "recipient": "ahead"},
]}

test_the_earliest_notice_that_was_sent if {
	incidents.earliest(_incident, {0, 1, 2, 3}).recipient == "first" with data.as_of as testing.end_of("2026-11-22")
	incidents.earliest(_incident, {0, 2}).recipient == "later" with data.as_of as testing.end_of("2026-11-22")
	incidents.earliest(_incident, {3}).recipient == "ahead" with data.as_of as testing.end_of("2026-11-23")
}

test_none_was_sent if {
	as_of := testing.end_of("2026-11-22")
	not incidents.earliest(_incident, {2, 3}) with data.as_of as as_of
	not incidents.earliest(_incident, set()) with data.as_of as as_of
}

test_undated_and_ahead if {
	incidents.undated(_incident, {1, 2})
	not incidents.undated(_incident, {0, 1, 3})
	days := incidents.sent_ahead(_incident, {0, 1, 2, 3}) with data.as_of as testing.end_of("2026-11-22")
	days == [testing.day("2026-11-23")]
}

test_recipient if {
	incidents.recipient({"recipient_kind": "client", "client_id": "K-1"}) == {"collection": "clients", "id": "K-1"}
	kind := {"collection": "incidents", "field": "notifications.recipient_kind"}
	incidents.recipient({"recipient_kind": "client"}) == object.union(kind, {"value": "client"})
	incidents.recipient({"recipient_kind": "press", "client_id": "K-1"}) == object.union(kind, {"value": "press"})
}

test_under_the_gdpr if {
	incidents.gdpr_regimes({"affected_regimes": ["uk-gdpr", "sra"]}) == {"uk-gdpr"}
	incidents.gdpr_regimes({}) == set()
	incidents.outside_gdpr({"personal_data_breach": false})
	incidents.outside_gdpr({"firm_role": "processor"})
	incidents.outside_gdpr({"affected_regimes": ["sra"]})
	incidents.outside_gdpr({"affected_regimes": []})
	not incidents.outside_gdpr({})
	not incidents.outside_gdpr({"personal_data_breach": true, "firm_role": "joint", "affected_regimes": ["eu-gdpr"]})
}

test_firm_outside_the_gdpr if {
	incidents.firm_outside_gdpr with data.inventory as {"firm": {"regimes": ["us-ca-ccpa"]}}
	not incidents.firm_outside_gdpr with data.inventory as {"firm": {"regimes": ["us-ca-ccpa", "eu-gdpr"]}}
	not incidents.firm_outside_gdpr with data.inventory as {"firm": {"regimes": ["uk-gdpr"]}}
	not incidents.firm_outside_gdpr with data.inventory as {"firm": {}}
}

test_serious if {
	incidents.serious({"kind": "wall-breach"})
	incidents.serious({"client_impact": "material"})
	incidents.serious({"client_impact": "substantially-likely-material"})
	incidents.serious({"personal_data_breach": true, "risk_level": "risk"})
	incidents.serious({"personal_data_breach": true, "risk_level": "high-risk"})
	not incidents.serious({"kind": "security-event", "client_impact": "service-impaired"})
	not incidents.serious({"personal_data_breach": true, "risk_level": "unlikely"})
	not incidents.serious({"personal_data_breach": false, "risk_level": "high-risk"})
	not incidents.serious({"personal_data_breach": true})
}

test_undecided_seriousness if {
	incidents.undecided_seriousness({"kind": "wall-breach"}) == set()
	incidents.undecided_seriousness({"personal_data_breach": false}) == {"kind", "client_impact"}
	incidents.undecided_seriousness({"risk_level": "unlikely", "kind": "near-miss"}) == {"client_impact"}
	incidents.undecided_seriousness({"personal_data_breach": true, "kind": "near-miss", "client_impact": "none"}) == {"risk_level"}
	incidents.undecided_seriousness({"kind": "near-miss", "client_impact": "none"}) == {"personal_data_breach", "risk_level"}
	incidents.undecided_seriousness({"personal_data_breach": true, "risk_level": "risk"}) == set()
}

test_ahead if {
	not incidents.ahead({"detected_at": testing.at("2026-11-22T10:00:00")}) with data.as_of as testing.end_of("2026-11-22")
	incidents.ahead({"detected_at": testing.at("2026-11-23T10:00:00")}) with data.as_of as testing.end_of("2026-11-22")
	not incidents.ahead({}) with data.as_of as testing.end_of("2026-11-22")
}

test_terms_in_force if {
	incidents.in_force({"effective_on": 100}, 100)
	not incidents.in_force({"effective_on": 101}, 100)
	incidents.in_force({"effective_on": 90, "ended_on": 101}, 100)
	not incidents.in_force({"effective_on": 90, "ended_on": 100}, 100)
	not incidents.in_force({}, 100)
}

test_hours_short_of_two_days_end_on_the_next if {
	incidents.within_hours(_start, 47).day == testing.day("2026-11-04")
	incidents.within_hours(_start, 48).day == testing.day("2026-11-05")
}

test_what_is_sent_today_does_not_lie_ahead if {
	days := incidents.sent_ahead(_incident, {0, 1, 2, 3}) with data.as_of as testing.end_of("2026-11-23")
	days == []
}

test_nothing_said_of_seriousness if {
	incidents.undecided_seriousness({}) == {"kind", "client_impact", "personal_data_breach", "risk_level"}
}
