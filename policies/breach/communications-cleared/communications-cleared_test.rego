package privity.breach.communications_cleared_test

import data.lib.testing
import data.privity.breach.communications_cleared as control

_notice := {
	"recipient_kind": "client",
	"client_id": "K-1",
	"sent_at": testing.at("2026-11-05T10:00:00"),
	"reviewed_by": "S-1",
	"reviewed_at": testing.at("2026-11-05T10:00:00"),
	"review_checks": ["privilege", "ongoing-investigation", "other-clients-confidentiality"],
}

_incident := {
	"id": "I-1",
	"grade": 2,
	"detected_at": testing.at("2026-11-03T10:00:00"),
	"notifications": [_notice],
}

_record(changes, removed) := testing.changed(testing.without(_incident, removed), changes)

_found(changes, removed) := found if {
	record := _record(changes, removed)
	found := control.findings with input as {"incident": record}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := testing.verdicts(_found(changes, removed))

_examined(changes, removed) := examined if {
	record := _record(changes, removed)
	examined := control.examined with input as {"incident": record}
		with data.as_of as testing.end_of("2026-11-22")
}

_changed(changes, removed) := testing.changed(testing.without(_notice, removed), changes)

_sent(changes, removed) := {"notifications": [_changed(changes, removed)]}

test_cleared_at_the_last_moment if _verdicts({}, []) == set()

_not_cleared := {["I-1", "not-cleared", "1"]}

test_not_cleared if {
	_verdicts(_sent({"reviewed_at": testing.at("2026-11-05T10:00:01")}, []), []) == _not_cleared
	every field in ["reviewed_by", "reviewed_at", "review_checks"] {
		_verdicts(_sent({}, [field]), []) == _not_cleared
	}
	every point in _notice.review_checks {
		_verdicts(_sent({"review_checks": [other | some other in _notice.review_checks; other != point]}, []), []) == _not_cleared
	}
	_found(_sent({}, ["reviewed_by"]), []) == {{
		"subject": {"collection": "incidents", "id": "I-1"},
		"reason": "not-cleared",
		"by": "1",
		"args": {
			"incident": {"collection": "incidents", "id": "I-1"},
			"recipient": {"collection": "clients", "id": "K-1"},
			"sent_on": {"day": testing.day("2026-11-05")},
		},
		"relied_on": [{"collection": "incidents", "id": "I-1", "path": "notifications"}],
	}}
}

test_whom_it_went_to if {
	every kind in ["individuals", "press"] {
		found := _found(_sent({"recipient_kind": kind}, ["reviewed_by"]), [])
		{finding.args.recipient | some finding in found} == {{"collection": "incidents", "field": "notifications.recipient_kind", "value": kind}}
	}
	every kind in ["authority", "state-ag", "state-agency", "controller", "insurer"] {
		_verdicts(_sent({"recipient_kind": kind}, ["reviewed_by"]), []) == set()
		_examined(_sent({"recipient_kind": kind}, []), []) == set()
	}
}

test_each_notice_by_its_number if {
	bare := _changed({"recipient_kind": "press"}, ["reviewed_by"])
	_verdicts({"notifications": [_notice, bare, bare]}, []) == {["I-1", "not-cleared", "2"], ["I-1", "not-cleared", "3"]}
}

test_a_notice_that_is_still_to_be_sent if {
	ahead := _sent({"sent_at": testing.at("2026-11-23T10:00:00")}, ["reviewed_by"])
	_verdicts(ahead, []) == set()
	_examined(ahead, []) == set()
	both := {"notifications": [_notice, ahead.notifications[0]]}
	_verdicts(both, []) == set()
	{entry.changes_on | some entry in _examined(both, [])} == {testing.day("2026-11-23")}
	other := {"notifications": [_notice, testing.changed(ahead.notifications[0], {"recipient_kind": "authority"})]}
	_examined(other, []) == _examined({}, [])
}

test_not_declared if {
	sent_at := {["I-1", "not-declared", "incidents.notifications.sent_at"]}
	recipient := {["I-1", "not-declared", "incidents.notifications.recipient_kind"]}
	_verdicts(_sent({}, ["sent_at"]), []) == sent_at
	_verdicts(_sent({}, ["recipient_kind", "reviewed_by"]), []) == recipient
	_verdicts(_sent({}, ["recipient_kind"]), []) == set()
	_verdicts(_sent({}, ["recipient_kind", "sent_at"]), []) == sent_at | recipient
	_verdicts(_sent({"recipient_kind": "authority"}, ["sent_at"]), []) == set()
	_verdicts(_sent({"sent_at": testing.at("2026-11-23T10:00:00")}, ["recipient_kind", "reviewed_by"]), []) == set()
	testing.ids(_examined(_sent({}, ["sent_at"]), [])) == {"I-1"}
	testing.ids(_examined(_sent({}, ["recipient_kind"]), [])) == {"I-1"}
}

test_does_not_apply if {
	_examined({}, ["notifications"]) == set()
	_examined({"notifications": []}, []) == set()
	_verdicts({}, ["notifications"]) == set()
	ahead := object.union(_sent({}, ["reviewed_by"]), {"detected_at": testing.at("2026-11-23T10:00:00")})
	_examined(ahead, []) == set()
	_verdicts(ahead, []) == set()
}

test_examined if {
	_examined({}, []) == {{"subject": {"collection": "incidents", "id": "I-1"}, "grade": 2}}
	testing.ids(_examined({}, ["detected_at"])) == {"I-1"}
}
