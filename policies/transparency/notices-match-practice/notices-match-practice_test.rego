package privity.transparency.notices_match_practice_test

import data.lib.testing
import data.privity.transparency.notices_match_practice as control

_advice := {
	"id": "advice",
	"status": "active",
	"purposes": [{"id": "advise"}],
	"recipients": [{"id": "courts", "category": "court"}, {"id": "person", "category": "data-subject"}],
	"transfer_ids": ["T-1"],
	"grade": 3,
}

# Takes effect on the day that is judged.
_notice := {
	"id": "client-2",
	"kind": "client-notice",
	"status": "published",
	"effective_on": testing.day("2026-11-22"),
	"covers_activity_ids": ["advice"],
	"declared_purpose_ids": ["advise"],
	"declared_recipients": ["court"],
	"declared_countries": ["US"],
	"grade": 2,
}

_other := testing.changed(_notice, {
	"id": "web-1",
	"kind": "website-policy",
	"declared_purpose_ids": [],
	"declared_recipients": [],
	"declared_countries": [],
})

_transfer := {"id": "T-1", "status": "active", "importer_country": "US-CA", "grade": 1}

_findings(activities, notices, transfers) := found if {
	found := control.findings with data.inventory as {
		"processing_activities": testing.by_id(activities),
		"privacy_notices": testing.by_id(notices),
		"transfers": testing.by_id(transfers),
	}
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(activities, notices, transfers) := found if {
	found := control.examined with data.inventory as {
		"processing_activities": testing.by_id(activities),
		"privacy_notices": testing.by_id(notices),
		"transfers": testing.by_id(transfers),
	}
		with data.as_of as testing.end_of("2026-11-22")
}

# verdicts: on the activity, the notice and the transfer above, one of them changed as said.
_activity_verdicts(changes, removed) := testing.verdicts(_findings([testing.changed(testing.without(_advice, removed), changes)], [_notice], [_transfer]))

_notice_verdicts(changes, removed) := testing.verdicts(_findings([_advice], [testing.changed(testing.without(_notice, removed), changes)], [_transfer]))

_transfer_verdicts(changes, removed) := testing.verdicts(_findings([_advice], [_notice], [testing.changed(testing.without(_transfer, removed), changes)]))

_not_covered := {["advice", "not-covered", ""]}

_asked(fact) := {["advice", "not-declared", fact]}

_exemption := {"ground": "required-by-law", "reason": "The register is kept by law.", "approved_by": "S-1"}

test_described if _activity_verdicts({}, []) == set()

test_no_notice_covers_it if {
	_notice_verdicts({"covers_activity_ids": ["other"]}, []) == _not_covered
	_notice_verdicts({}, ["covers_activity_ids"]) == _not_covered
	testing.verdicts(_findings([_advice], [], [])) == _not_covered
	every status in ["draft", "approved", "retired"] {
		_notice_verdicts({"status": status}, []) == _not_covered
	}
	_findings([_advice], [], []) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "not-covered",
		"args": {"activity": {"collection": "processing_activities", "id": "advice"}},
		"relied_on": [{"collection": "processing_activities", "id": "advice"}],
	}}
}

test_no_notices_declared_at_all_is_a_question_of_its_own if {
	found := control.findings with data.inventory as {"processing_activities": testing.by_id([_advice])}
		with data.as_of as testing.end_of("2026-11-22")
	found == set()
}

test_a_notice_that_takes_effect_later_does_not_cover_it_yet if {
	found := _findings([_advice], [testing.changed(_notice, {"effective_on": testing.day("2026-11-23")})], [_transfer])
	{[finding.reason, finding.changes_on, finding.relied_on[1]] | some finding in found} == {[
		"not-covered",
		testing.day("2026-11-23"),
		{"collection": "privacy_notices", "id": "client-2", "path": "effective_on"},
	]}
}

test_not_declared_whether_a_notice_stands if {
	_notice_verdicts({}, ["status"]) == _asked("privacy_notices.status")
	_notice_verdicts({}, ["effective_on"]) == _asked("privacy_notices.effective_on")
	_notice_verdicts({"status": "approved"}, ["kind"]) == _asked("privacy_notices.kind")
	_notice_verdicts({"status": "retired"}, ["kind", "effective_on"]) == _not_covered
	_notice_verdicts({"effective_on": testing.day("2026-11-23")}, ["status"]) == _not_covered
	testing.verdicts(_findings([_advice], [_notice, testing.without(_other, ["status"])], [_transfer])) == set()
	_notice_verdicts({}, ["kind"]) == set()
}

test_told_by_an_internal_notice if {
	every kind in ["staff-notice", "indirect-notice"] {
		_notice_verdicts({"kind": kind, "status": "approved", "declared_purpose_ids": []}, []) == set()
		_notice_verdicts({"kind": kind, "status": "draft"}, []) == _not_covered
	}
	published := _notice_verdicts({"kind": "staff-notice", "declared_purpose_ids": []}, [])
	published == {["advice", "purpose-not-named", "advise"]}
}

test_exempt_from_telling if {
	_exempt({"indirect_exemption": _exemption}, []) == set()
	_exempt({"indirect_exemption": _exemption, "data_source": "third-party"}, []) == set()
	_exempt({"indirect_exemption": testing.changed(_exemption, {"ground": "professional-secrecy"})}, []) == set()
	_exempt({"indirect_exemption": testing.changed(_exemption, {"ground": "professional-secrecy"}), "matter_related": true}, []) == set()
	_exempt({"indirect_exemption": _exemption, "matter_related": false}, []) == set()
}

test_no_exemption if {
	_exempt({"indirect_exemption": _exemption, "data_source": "subject"}, []) == _not_covered
	_exempt({"indirect_exemption": testing.changed(_exemption, {"ground": "professional-secrecy"}), "matter_related": false}, []) == _not_covered
	_exempt({"indirect_exemption": testing.changed(_exemption, {"reason": ""})}, []) == _not_covered
	every field in ["ground", "reason", "approved_by"] {
		_exempt({"indirect_exemption": testing.without(_exemption, [field])}, []) == _not_covered
	}
}

_exempt(changes, removed) := testing.verdicts(_findings([testing.changed(testing.without(_advice, removed), changes)], [], []))

test_an_exempt_activity_asks_nothing_of_notices if {
	exempt := testing.changed(_advice, {"indirect_exemption": _exemption})
	testing.verdicts(_findings([exempt], [testing.without(_notice, ["status"])], [_transfer])) == set()
}

test_a_recipient_that_is_not_named if {
	_findings([_advice], [testing.changed(_notice, {"declared_recipients": ["counsel"]})], [_transfer]) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "recipient-not-named",
		"by": "court",
		"args": {
			"activity": {"collection": "processing_activities", "id": "advice"},
			"recipient": {"collection": "processing_activities", "field": "recipients.category", "value": "court"},
		},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "declared_recipients"},
			{"collection": "processing_activities", "id": "advice", "path": "recipients"},
		],
	}}
}

test_a_recipient_named_by_itself if {
	_notice_verdicts({"declared_recipients": ["Courts"]}, []) == set()
	named := {"recipients": [{"id": "r1", "category": "court", "name": "Family Court"}]}
	notice := testing.changed(_notice, {"declared_recipients": [" family court "]})
	testing.verdicts(_findings([testing.changed(_advice, named)], [notice], [_transfer])) == set()
	two := {"recipients": [{"id": "r1", "category": "court", "name": "Family Court"}, {"id": "r2", "category": "court"}]}
	testing.verdicts(_findings([testing.changed(_advice, two)], [notice], [_transfer])) == {["advice", "recipient-not-named", "court"]}
}

test_a_country_that_is_not_named if {
	_findings([_advice], [testing.changed(_notice, {"declared_countries": ["AU"]})], [_transfer]) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "country-not-named",
		"by": "US-CA",
		"args": {
			"activity": {"collection": "processing_activities", "id": "advice"},
			"country": {"collection": "transfers", "field": "importer_country", "value": "US-CA"},
		},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "declared_countries"},
			{"collection": "processing_activities", "id": "advice", "path": "transfer_ids"},
		],
	}}
	_notice_verdicts({"declared_countries": ["US-CA"]}, []) == set()
	_notice_verdicts({"declared_countries": ["US-NY"]}, []) == {["advice", "country-not-named", "US-CA"]}
}

test_transfers_that_are_not_under_way_need_not_be_named if {
	every status in ["planned", "ended"] {
		notice := testing.changed(_notice, {"declared_countries": []})
		testing.verdicts(_findings([_advice], [notice], [testing.changed(_transfer, {"status": status})])) == set()
	}
}

test_a_purpose_that_is_not_named if {
	_findings([_advice], [testing.changed(_notice, {"declared_purpose_ids": ["other"]})], [_transfer]) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"reason": "purpose-not-named",
		"by": "advise",
		"args": {
			"activity": {"collection": "processing_activities", "id": "advice"},
			"purpose": {"collection": "processing_activities", "id": "advice", "field": "purposes", "part": "advise"},
		},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "declared_purpose_ids"},
			{"collection": "processing_activities", "id": "advice", "path": "purposes"},
		],
	}}
}

test_notices_add_up if {
	testing.verdicts(_findings([_advice], [_notice, _other], [_transfer])) == set()
	bare := testing.changed(_notice, {"declared_purpose_ids": [], "declared_recipients": [], "declared_countries": []})
	testing.verdicts(_findings([_advice], [bare, _other], [_transfer])) == {
		["advice", "purpose-not-named", "advise"],
		["advice", "recipient-not-named", "court"],
		["advice", "country-not-named", "US-CA"],
	}
}

test_not_declared_what_a_notice_names if {
	every list in ["declared_purpose_ids", "declared_recipients", "declared_countries"] {
		_notice_verdicts({}, [list]) == _asked(concat(".", ["privacy_notices", list]))
		silent := testing.without(_other, [list])
		testing.verdicts(_findings([_advice], [_notice, silent], [_transfer])) == set()
		testing.verdicts(_findings([_advice], [testing.changed(_notice, {list: []}), silent], [_transfer])) == _asked(concat(".", ["privacy_notices", list]))
	}
	nothing := testing.changed(_advice, {"recipients": [], "transfer_ids": []})
	testing.verdicts(_findings([nothing], [testing.without(_notice, ["declared_recipients", "declared_countries"])], [])) == set()
}

test_not_declared_by_which_notice if {
	found := _findings([_advice], [testing.without(_notice, ["declared_recipients"])], [_transfer])
	{[finding.args.subject, finding.relied_on] | some finding in found} == {[
		{"collection": "privacy_notices", "id": "client-2"},
		[{"collection": "privacy_notices", "id": "client-2", "path": "declared_recipients"}],
	]}
}

test_not_declared_of_the_activity if {
	_activity_verdicts({}, ["status"]) == _asked("processing_activities.status")
	testing.verdicts(_findings([testing.without(_advice, ["status"])], [], [])) == _asked("processing_activities.status")
	_activity_verdicts({}, ["recipients"]) == _asked("processing_activities.recipients")
	_activity_verdicts({}, ["purposes"]) == _asked("processing_activities.purposes")
	_activity_verdicts({"purposes": []}, []) == _asked("processing_activities.purposes")
	_activity_verdicts({}, ["transfer_ids"]) == _asked("processing_activities.transfer_ids")
	_activity_verdicts({"no_transfers": false}, ["transfer_ids"]) == _asked("processing_activities.transfer_ids")
	_activity_verdicts({"no_transfers": true}, ["transfer_ids"]) == set()
	_activity_verdicts({"recipients": [{"id": "someone"}]}, []) == _asked("processing_activities.recipients.category")
	_activity_verdicts({"recipients": [{"id": "court"}]}, []) == set()
	silent := testing.without(_notice, ["declared_recipients"])
	testing.verdicts(_findings([testing.changed(_advice, {"recipients": [{"id": "someone"}]})], [silent], [_transfer])) == _asked("privacy_notices.declared_recipients")
}

# Neither law that knows transfers applies: by the activity's own word, or by the firm's where the activity says nothing.
_asks_for_transfers(regimes_of_activity, regimes_of_firm) := testing.verdicts(found) if {
	activity := object.union(testing.without(_advice, ["transfer_ids"]), regimes_of_activity)
	found := control.findings with data.inventory as {
		"firm": object.union({"id": "firm"}, regimes_of_firm),
		"processing_activities": testing.by_id([activity]),
		"privacy_notices": testing.by_id([_notice]),
	}
		with data.as_of as testing.end_of("2026-11-22")
}

test_transfers_are_asked_for_under_the_gdpr_alone if {
	california := {"regimes": ["us-ca-ccpa"]}
	both := {"regimes": ["us-ca-ccpa", "eu-gdpr"]}
	asked := _asked("processing_activities.transfer_ids")
	_asks_for_transfers(california, both) == set()
	_asks_for_transfers({}, california) == set()
	_asks_for_transfers(both, california) == asked
	_asks_for_transfers({"regimes": ["uk-gdpr"]}, california) == asked
	_asks_for_transfers({}, both) == asked
	_asks_for_transfers({}, {}) == asked
}

test_not_declared_of_a_transfer if {
	_transfer_verdicts({}, ["status"]) == _asked("transfers.status")
	_transfer_verdicts({}, ["importer_country"]) == _asked("transfers.importer_country")
	_transfer_verdicts({"status": "ended"}, ["importer_country"]) == set()
	testing.verdicts(_findings([_advice], [_notice], [])) == _asked("transfers.status")
}

test_without_a_notice_nothing_else_is_judged if {
	bare := {"id": "advice", "status": "active"}
	testing.verdicts(_findings([bare], [], [])) == _not_covered
}

test_examined if {
	_examined([_advice], [_notice, testing.changed(_other, {"status": "retired", "grade": 0})], [_transfer]) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"grade": 1,
	}}
	later := testing.changed(_other, {"effective_on": testing.day("2026-12-01"), "grade": 0})
	_examined([testing.without(_advice, ["status"])], [_notice, later], [testing.changed(_transfer, {"status": "ended"})]) == {{
		"subject": {"collection": "processing_activities", "id": "advice"},
		"grade": 2,
		"changes_on": testing.day("2026-12-01"),
	}}
}

test_does_not_apply if {
	every status in ["planned", "ended"] {
		_examined([testing.changed(_advice, {"status": status})], [], []) == set()
		testing.verdicts(_findings([testing.changed(_advice, {"status": status})], [], [])) == set()
	}
}
