package privity.retention.disposal_evidenced_test

import data.lib.testing
import data.privity.retention.disposal_evidenced as control

_day(text) := testing.day(text)

_event := {
	"id": "D-1",
	"asset_id": "A-1",
	"object": "client-file",
	"medium": "paper",
	"method": "cross-cut-shred",
	"performed_by": "firm",
	"disposed_on": testing.day("2026-09-10"),
	"approved_by": "S-1",
	"approved_on": testing.day("2026-09-01"),
	"hold_check_on": testing.day("2026-09-08"),
	"grade": 1,
}

_changed(case) := testing.changed(testing.without(_event, object.get(case, "less", [])), object.get(case, "change", {}))

_inventory := {
	"data_assets": {"A-2": {"id": "A-2"}},
	"incidents": {"I-1": {"id": "I-1"}},
}

_found(case) := found if {
	found := control.findings with input as {"disposal_event": _changed(case)}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_examined(case) := examined if {
	examined := control.examined with input as {"disposal_event": _changed(case)}
		with data.inventory as _inventory
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {}
}

_wrong(cases) := {name: verdicts |
	some name, [case, expected] in cases
	verdicts := testing.verdicts(_found(case))
	not _as_expected(verdicts, expected, testing.ids(_examined(case)))
}

_as_expected(verdicts, expected, {"D-1"}) if verdicts == expected

_unsaid(field) := {["D-1", "incomplete-record", field]}

_not_allowed := {["D-1", "not-allowed-method", ""]}

_approved_after := {["D-1", "approved-after", ""]}

_not_checked := {["D-1", "hold-not-checked", ""]}

_missing(field) := {["D-1", "not-declared", concat("", ["disposal_events.", field])]}

_records := {
	"in order": [{}, set()],
	"nobody approved it": [{"less": ["approved_by"]}, _unsaid("approved_by")],
	"a blank approval": [{"change": {"approved_by": " "}}, _unsaid("approved_by")],
	"no day of approval": [{"less": ["approved_on"]}, _unsaid("approved_on")],
	"no method": [{"less": ["method"]}, _unsaid("method")],
	"no day of destruction": [{"less": ["disposed_on"]}, _unsaid("disposed_on")],
	"no day of the check": [{"less": ["hold_check_on"]}, _unsaid("hold_check_on")],
	"several things": [{"less": ["approved_by", "hold_check_on"]}, (_unsaid("approved_by") | _unsaid("hold_check_on"))],
	"a vendor without a certificate": [{"change": {"performed_by": "vendor"}}, _unsaid("certificate_uri")],
	"a vendor with a blank certificate": [{"change": {"performed_by": "vendor", "certificate_uri": ""}}, _unsaid("certificate_uri")],
	"a vendor with a certificate": [{"change": {"performed_by": "vendor", "certificate_uri": "https://dms.example/c/1"}}, set()],
	"an approval still to come": [{"change": {"approved_on": _day("2026-11-23")}}, _unsaid("approved_on")],
	"a check still to come": [{"change": {"hold_check_on": _day("2026-11-23")}}, _unsaid("hold_check_on")],
	"destroyed today": [{"change": {"disposed_on": _day("2026-11-22"), "hold_check_on": _day("2026-11-22")}}, set()],
}

test_what_the_record_says if _wrong(_records) == {}

_by(medium, method) := {"change": {"medium": medium, "method": method, "backups_expire_on": _day("2026-12-31")}}

_methods := {
	"paper, incinerated": [_by("paper", "incinerate"), set()],
	"paper, by a certified vendor": [_by("paper", "certified-vendor"), set()],
	"paper, deleted in the system": [_by("paper", "in-system-delete"), _not_allowed],
	"paper, overwritten": [_by("paper", "overwrite"), _not_allowed],
	"paper, by another method": [_by("paper", "other"), _not_allowed],
	"electronic, key destroyed": [_by("electronic", "crypto-erase"), set()],
	"electronic, overwritten": [_by("electronic", "overwrite"), set()],
	"electronic, physically destroyed": [_by("electronic", "physical-destroy"), set()],
	"electronic, deleted by the provider": [_by("electronic", "provider-delete-with-certificate"), set()],
	"electronic, shredded": [_by("electronic", "cross-cut-shred"), _not_allowed],
	"electronic, by a certified vendor": [_by("electronic", "certified-vendor"), _not_allowed],
	"electronic, deleted in the system, backups expire": [_by("electronic", "in-system-delete"), set()],
	"electronic, deleted in the system, nothing on backups": [{"change": {"medium": "electronic", "method": "in-system-delete"}}, _not_allowed],
	"no medium": [{"less": ["medium"]}, _missing("medium")],
	"neither medium nor method": [{"less": ["medium", "method"]}, _unsaid("method")],
	"nobody says who did it": [{"less": ["performed_by"]}, _missing("performed_by")],
	"nobody says who did it, but there is a certificate": [{"less": ["performed_by"], "change": {"certificate_uri": "https://dms.example/c/1"}}, set()],
}

test_methods if _wrong(_methods) == {}

_orders := {
	"approved on the day": [{"change": {"approved_on": _day("2026-09-10")}}, set()],
	"approved the day after": [{"change": {"approved_on": _day("2026-09-11")}}, _approved_after],
	"checked on the day": [{"change": {"hold_check_on": _day("2026-09-10")}}, set()],
	"checked the day after": [{"change": {"hold_check_on": _day("2026-09-11")}}, _not_checked],
	"checked seven days before": [{"change": {"hold_check_on": _day("2026-09-03")}}, set()],
	"checked eight days before": [{"change": {"hold_check_on": _day("2026-09-02")}}, _not_checked],
	"approved and checked after": [{"change": {"approved_on": _day("2026-09-11"), "hold_check_on": _day("2026-09-11")}}, (_approved_after | _not_checked)],
	"no day of destruction, nothing to compare": [{"less": ["disposed_on"], "change": {"approved_on": _day("2026-11-22"), "hold_check_on": _day("2026-01-01")}}, _unsaid("disposed_on")],
}

test_in_which_order if _wrong(_orders) == {}

_handled := {["D-1", "handled-as-incident", ""]}

_incidents := {
	"a fault, dealt with": [{"less": ["approved_by"], "change": {"incident_id": "I-1"}}, _handled],
	"several faults, dealt with": [{"less": ["approved_by", "hold_check_on"], "change": {"incident_id": "I-1", "method": "other"}}, _handled],
	"an incident that nobody knows": [{"less": ["approved_by"], "change": {"incident_id": "I-9"}}, _unsaid("approved_by")],
	"no fault": [{"change": {"incident_id": "I-1"}}, set()],
	"a fact that is missing is still asked for": [{"less": ["medium"], "change": {"incident_id": "I-1"}}, _missing("medium")],
}

test_faults_dealt_with_as_an_incident if _wrong(_incidents) == {}

test_a_destruction_still_to_come_is_not_examined if {
	case := {"less": ["approved_by", "medium", "performed_by"], "change": {"disposed_on": _day("2026-11-23")}}
	_examined(case) == set()
	_found(case) == set()
	_found(testing.changed(case, {"change": {"disposed_on": _day("2026-11-23"), "incident_id": "I-1"}})) == set()
}

test_examined if _examined({}) == {{"subject": {"collection": "disposal_events", "id": "D-1"}, "grade": 1}}

_subject := {"collection": "disposal_events", "id": "D-1"}

_fact(path) := object.union(_subject, {"path": path})

_file := {"collection": "client_files", "id": "A-1"}

_happened_on := {"day": testing.day("2026-09-10")}

test_incomplete_record_whole if {
	_found({"less": ["approved_by"]}) == {{
		"subject": _subject,
		"reason": "incomplete-record",
		"by": "approved_by",
		"args": {"asset": _file, "happened_on": _happened_on, "fact": {"collection": "disposal_events", "field": "approved_by"}},
		"relied_on": [_fact("approved_by")],
	}}
}

test_without_a_day_of_destruction_it_never_becomes_history if {
	{finding.args.happened_on | some finding in _found({"less": ["disposed_on"]})} == {{"day": _day("2026-11-22")}}
}

test_not_allowed_method_whole if {
	_found({"change": {"method": "other"}}) == {{
		"subject": _subject,
		"reason": "not-allowed-method",
		"args": {
			"asset": _file,
			"happened_on": _happened_on,
			"method": {"collection": "disposal_events", "field": "method", "value": "other"},
			"medium": {"collection": "disposal_events", "field": "medium", "value": "paper"},
		},
		"relied_on": [_fact("method"), _fact("medium")],
	}}
}

test_not_allowed_method_leads_to_the_backups if {
	found := _found({"change": {"medium": "electronic", "method": "in-system-delete"}})
	{finding.relied_on[0] | some finding in found} == {_fact("backups_expire_on")}
}

test_approved_after_whole if {
	_found({"change": {"approved_on": _day("2026-09-11")}}) == {{
		"subject": _subject,
		"reason": "approved-after",
		"args": {"asset": _file, "happened_on": _happened_on, "disposed_on": _happened_on, "approved_on": {"day": _day("2026-09-11")}},
		"relied_on": [_fact("approved_on"), _fact("disposed_on")],
	}}
}

test_hold_not_checked_whole if {
	_found({"change": {"hold_check_on": _day("2026-09-02")}}) == {{
		"subject": _subject,
		"reason": "hold-not-checked",
		"args": {"asset": _file, "happened_on": _happened_on},
		"relied_on": [_fact("hold_check_on"), _fact("disposed_on")],
	}}
}

test_handled_as_incident_whole if {
	_found({"less": ["approved_by"], "change": {"incident_id": "I-1"}}) == {{
		"subject": _subject,
		"reason": "handled-as-incident",
		"args": {"asset": _file, "happened_on": _happened_on},
		"relied_on": [_fact("incident_id"), _fact("approved_by")],
	}}
}

test_what_was_destroyed if {
	{finding.args.asset | some finding in _found({"change": {"method": "other", "asset_id": "A-2"}})} == {{"collection": "data_assets", "id": "A-2"}}
	{finding.args.asset | some finding in _found({"change": {"method": "other"}, "less": ["asset_id"]})} == {_subject}
}
