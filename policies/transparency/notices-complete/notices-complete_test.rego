package privity.transparency.notices_complete_test

import data.lib.testing
import data.privity.transparency.notices_complete as control

_text := "This section says in more than forty characters what people need."

_always := [
	"controller-identity", "purposes-and-lawful-basis", "recipients", "retention", "rights",
	"complaint-to-authority", "statutory-or-contractual-need",
]

_conditional := ["dpo-contact", "legitimate-interests", "transfers-and-safeguards", "withdraw-consent", "automated-decisions"]

_no_flags := {"uses_consent": false, "uses_li": false, "has_transfers": false, "has_adm": false, "dpo_designated": false}

# Tells what every notice must tell, and says that nothing else applies.
_notice := {
	"id": "client-2",
	"kind": "client-notice",
	"status": "published",
	"regimes": ["uk-gdpr", "us-ca-ccpa"],
	"covers_activity_ids": ["advice"],
	"sections": {key: _text | some key in _always},
	"flags": _no_flags,
	"grade": 2,
}

_advice := {
	"id": "advice",
	"status": "active",
	"regimes": ["uk-gdpr"],
	"lawful_basis": "contract",
	"purposes": [{"id": "advise"}],
	"no_transfers": true,
	"grade": 1,
}

_transfers := testing.by_id([
	{"id": "T-1", "status": "active"},
	{"id": "T-2", "status": "planned"},
	{"id": "T-3"},
])

_firm := {"regimes": ["uk-gdpr"]}

_findings(notice, activities, firm) := found if {
	found := control.findings with input as {"privacy_notice": notice}
		with data.inventory as {"firm": firm, "processing_activities": testing.by_id(activities), "transfers": _transfers}
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(notice, activities, firm) := found if {
	found := control.examined with input as {"privacy_notice": notice}
		with data.inventory as {"firm": firm, "processing_activities": testing.by_id(activities), "transfers": _transfers}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := _with_advice(testing.changed(testing.without(_notice, removed), changes), {}, [])

_with_advice(notice, changes, removed) := testing.verdicts(_findings(notice, [testing.changed(testing.without(_advice, removed), changes)], _firm))

_missing(items) := {["client-2", "item-missing", item] | some item in items}

_asked(paths) := {["client-2", "not-declared", concat(".", ["privacy_notices", path])] | some path in paths}

_differs(flags) := {["client-2", "flag-differs", flag] | some flag in flags}

_telling(items) := testing.changed(_notice, {"sections": {key: _text | some key in array.concat(_always, items)}})

_flagged(changes) := testing.changed(_notice, {"flags": testing.changed(_no_flags, changes)})

_unflagged(flag) := testing.changed(_notice, {"flags": testing.without(_no_flags, [flag])})

test_complete if _verdicts({}, []) == set()

test_every_item_is_asked_for if {
	every item in _always {
		_verdicts({"sections": object.remove(_notice.sections, [item])}, []) == _missing([item])
	}
	_verdicts({"sections": {}}, []) == _missing(_always)
}

test_an_item_that_is_missing if {
	_findings(testing.changed(_notice, {"sections": object.remove(_notice.sections, ["retention"])}), [_advice], _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "client-2"},
		"reason": "item-missing",
		"by": "retention",
		"args": {"notice": {"collection": "privacy_notices", "id": "client-2"}, "item": "how long data is kept"},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "sections"},
			{"collection": "privacy_notices", "id": "client-2", "path": "sections_confirmed"},
		],
	}}
}

test_each_item_has_words_of_its_own if {
	all_flags := {flag: true | some flag, _ in _no_flags}
	found := _findings(testing.changed(_notice, {"kind": "indirect-notice", "sections": {}, "flags": all_flags}), [_advice], _firm)
	count(found) == 14
	count({finding.args.item | some finding in found}) == 14
}

test_a_text_that_is_too_short_or_not_filled_in if {
	short := object.union(_notice.sections, {"rights": "We honour them."})
	_verdicts({"sections": short}, []) == _missing(["rights"])
	open := object.union(_notice.sections, {"rights": concat(" ", [_text, "[[TODO: firm.contact]]"])})
	_verdicts({"sections": open}, []) == _missing(["rights"])
}

test_each_flag_asks_for_its_item if {
	_with_advice(_flagged({"dpo_designated": true}), {}, []) == _missing(["dpo-contact"])
	_with_advice(_flagged({"uses_li": true}), {}, []) == _missing(["legitimate-interests"])
	_with_advice(_flagged({"has_transfers": true}), {}, []) == _missing(["transfers-and-safeguards"])
	_with_advice(_flagged({"uses_consent": true}), {}, []) == _missing(["withdraw-consent"])
	_with_advice(_flagged({"has_adm": true}), {}, []) == _missing(["automated-decisions"])
	all_flags := {flag: true | some flag, _ in _no_flags}
	_with_advice(testing.changed(_telling(_conditional), {"flags": all_flags}), {}, []) == set()
}

test_an_indirect_notice_tells_more if {
	_verdicts({"kind": "indirect-notice"}, []) == _missing(["data-categories", "source"])
	_with_advice(testing.changed(_telling(["data-categories", "source"]), {"kind": "indirect-notice"}), {}, []) == set()
}

test_confirmed_item_by_item if {
	confirmed := [{"key": key, "by": "S-1", "on": testing.day("2026-11-22")} | some key in _always]
	_verdicts({"sections_confirmed": confirmed}, ["sections"]) == set()
	_verdicts({"sections_confirmed": array.slice(confirmed, 0, 6)}, ["sections"]) == _missing(["statutory-or-contractual-need"])
	_verdicts({"sections_confirmed": []}, ["sections"]) == _missing(_always)
}

test_a_confirmation_that_lacks_the_person_or_the_day if {
	rest := object.remove(_notice.sections, ["rights"])
	_verdicts({"sections": rest, "sections_confirmed": [{"key": "rights", "by": "S-1"}]}, []) == _asked(["sections_confirmed.on"])
	_verdicts({"sections": rest, "sections_confirmed": [{"key": "rights", "on": 20000}]}, []) == _asked(["sections_confirmed.by"])
}

test_a_confirmation_that_lies_ahead_is_none_yet if {
	ahead := testing.day("2026-11-23")
	notice := testing.changed(_notice, {
		"sections": object.remove(_notice.sections, ["rights"]),
		"sections_confirmed": [{"key": "rights", "by": "S-1", "on": ahead}],
	})
	found := _findings(notice, [_advice], _firm)
	testing.verdicts(found) == _missing(["rights"])
	{finding.changes_on | some finding in found} == {ahead}
}

test_not_declared_what_it_says if {
	_verdicts({}, ["sections"]) == _asked(["sections"])
	_verdicts({"kind": "indirect-notice", "flags": {}}, ["sections"]) == _asked(["sections"])
	_verdicts({}, ["sections", "kind"]) == _asked(["sections"])
}

test_not_declared_of_what_kind if {
	_verdicts({}, ["kind"]) == _asked(["kind"])
	_with_advice(testing.without(_telling(["data-categories", "source"]), ["kind"]), {}, []) == set()
	_with_advice(testing.without(_telling(["source"]), ["kind"]), {}, []) == _asked(["kind"])
}

test_not_declared_whether_it_applies if {
	_verdicts({}, ["status"]) == _asked(["status"])
	_verdicts({}, ["regimes"]) == _asked(["regimes"])
	_verdicts({"sections": {}}, ["status"]) == _asked(["status"])
	_with_advice(testing.without(testing.changed(_flagged({"uses_li": false}), {"sections": {}}), ["status", "kind", "flags"]), {"lawful_basis": "consent"}, []) == _asked(["status"])
	denied := testing.without(_flagged({"uses_consent": false}), ["status"])
	_with_advice(denied, {"lawful_basis": "consent"}, []) == _asked(["status"])
	half := testing.changed(denied, {"sections": {}, "sections_confirmed": [{"key": "rights"}]})
	_with_advice(half, {}, []) == _asked(["status"])
}

test_flags_that_the_register_does_not_tell_are_asked_for if {
	_with_advice(_unflagged("dpo_designated"), {}, []) == _asked(["flags.dpo_designated"])
	_with_advice(_unflagged("has_adm"), {}, []) == _asked(["flags.has_adm"])
	_with_advice(testing.without(_telling(["dpo-contact", "automated-decisions"]), ["flags"]), {}, []) == set()
}

test_flags_that_the_register_tells_are_not_asked_for if {
	every flag in ["uses_consent", "uses_li", "has_transfers"] {
		_with_advice(_unflagged(flag), {}, []) == set()
	}
	_with_advice(_unflagged("uses_consent"), {"lawful_basis": "consent"}, []) == _missing(["withdraw-consent"])
	_with_advice(_unflagged("uses_li"), {"lawful_basis": "legitimate-interests"}, []) == _missing(["legitimate-interests"])
	_with_advice(_unflagged("has_transfers"), {"transfer_ids": ["T-1"]}, ["no_transfers"]) == _missing(["transfers-and-safeguards"])
}

test_flags_that_the_register_leaves_open_are_asked_for if {
	testing.verdicts(_findings(_unflagged("uses_li"), [], _firm)) == _asked(["flags.uses_li"])
	_with_advice(testing.without(_unflagged("uses_consent"), ["covers_activity_ids"]), {}, []) == _asked(["flags.uses_consent"])
	_with_advice(_unflagged("uses_consent"), {}, ["lawful_basis"]) == _asked(["flags.uses_consent"])
	_with_advice(_unflagged("uses_consent"), {}, ["purposes"]) == _asked(["flags.uses_consent"])
	_with_advice(_unflagged("uses_li"), {}, ["lawful_basis"]) == _asked(["flags.uses_li"])
	_with_advice(_unflagged("uses_li"), {}, ["regimes"]) == _asked(["flags.uses_li"])
	_with_advice(_unflagged("uses_consent"), {"lawful_basis": "consent"}, ["status"]) == _asked(["flags.uses_consent"])
	_with_advice(_unflagged("uses_consent"), {}, ["status"]) == set()
	half_known := testing.changed(_unflagged("uses_consent"), {"covers_activity_ids": ["advice", "unknown"]})
	_with_advice(half_known, {"lawful_basis": "consent"}, []) == _missing(["withdraw-consent"])
	_with_advice(_unflagged("has_transfers"), {}, ["no_transfers"]) == _asked(["flags.has_transfers"])
	_with_advice(_unflagged("has_transfers"), {"no_transfers": false}, []) == _asked(["flags.has_transfers"])
	_with_advice(_unflagged("has_transfers"), {"transfer_ids": ["T-3"]}, ["no_transfers"]) == _asked(["flags.has_transfers"])
	_with_advice(_unflagged("has_transfers"), {"transfer_ids": ["T-9"]}, ["no_transfers"]) == _asked(["flags.has_transfers"])
}

test_what_is_open_does_not_matter_where_the_flag_or_the_item_is_there if {
	_with_advice(_notice, {}, ["lawful_basis", "no_transfers"]) == set()
	testing.verdicts(_findings(testing.without(_telling(_conditional), ["flags", "covers_activity_ids"]), [], _firm)) == set()
	_with_advice(_unflagged("uses_consent"), {}, ["no_transfers"]) == set()
	_with_advice(_unflagged("has_transfers"), {}, ["lawful_basis"]) == set()
}

test_planned_and_ended_transfers_and_activities_do_not_count if {
	_with_advice(_unflagged("has_transfers"), {"transfer_ids": ["T-2"]}, ["no_transfers"]) == set()
	_with_advice(_unflagged("has_transfers"), {"transfer_ids": []}, ["no_transfers"]) == set()
	every status in ["planned", "ended"] {
		_with_advice(_notice, {"status": status, "lawful_basis": "consent"}, []) == set()
		_with_advice(_unflagged("uses_consent"), {"status": status}, ["lawful_basis"]) == set()
	}
}

test_a_flag_that_the_register_contradicts if {
	_findings(_telling(["withdraw-consent"]), [testing.changed(_advice, {"lawful_basis": "consent"})], _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "client-2"},
		"reason": "flag-differs",
		"by": "uses_consent",
		"args": {"notice": {"collection": "privacy_notices", "id": "client-2"}, "flag": "consent"},
		"relied_on": [
			{"collection": "privacy_notices", "id": "client-2", "path": "flags.uses_consent"},
			{"collection": "processing_activities", "id": "advice", "path": "lawful_basis"},
		],
	}}
	relying := testing.changed(_advice, {"lawful_basis": "consent"})
	covering := testing.changed(_telling(["withdraw-consent"]), {"covers_activity_ids": ["advice", "billing", "mailing"]})
	others := [testing.changed(_advice, {"id": "billing"}), testing.without(testing.changed(relying, {"id": "mailing"}), ["status"])]
	{finding.relied_on[i].id | some finding in _findings(covering, array.concat([relying], others), _firm); some i in [1, 2, 3]} == {"advice"}
	interests := testing.changed(_advice, {"purposes": [{"id": "advise", "bases": [{"lawful_basis": "legitimate-interests"}]}]})
	found := _findings(_telling(["legitimate-interests"]), [interests, {"id": "other", "status": "active"}], _firm)
	testing.verdicts(found) == _differs(["uses_li"])
	{finding.args.flag | some finding in found} == {"reliance on legitimate interests"}
	abroad := testing.changed(testing.without(_advice, ["no_transfers"]), {"transfer_ids": ["T-2", "T-1"]})
	sent := _findings(_telling(["transfers-and-safeguards"]), [abroad], _firm)
	{[finding.by, finding.args.flag, finding.relied_on[1].path] | some finding in sent} == {["has_transfers", "the sending of data abroad", "transfer_ids"]}
}

test_a_flag_that_is_wrong_does_not_spare_the_item if {
	_with_advice(_notice, {"lawful_basis": "consent"}, []) == _differs(["uses_consent"]) | _missing(["withdraw-consent"])
}

test_a_flag_says_too_much_and_the_register_nothing if {
	_with_advice(testing.changed(_telling(_conditional), {"flags": {flag: true | some flag, _ in _no_flags}}), {}, []) == set()
}

test_an_activity_without_a_status_shows_nothing if {
	_with_advice(_notice, {"lawful_basis": "consent"}, ["status"]) == set()
}

test_only_what_the_notice_covers_counts if {
	testing.verdicts(_findings(_notice, [_advice, testing.changed(_advice, {"id": "newsletter", "lawful_basis": "consent"})], _firm)) == set()
}

test_examined_with_what_it_covers if {
	covered := testing.changed(_notice, {"covers_activity_ids": ["advice", "old", "unknown"]})
	_examined(covered, [_advice, {"id": "old", "status": "ended", "grade": 0}], _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "client-2"},
		"grade": 1,
	}}
	_examined(testing.without(covered, ["status"]), [], _firm) == {{"subject": {"collection": "privacy_notices", "id": "client-2"}, "grade": 2}}
}

test_under_the_eu_law_too if {
	eu := testing.changed(_notice, {"regimes": ["eu-gdpr"], "sections": {}})
	count(_findings(eu, [_advice], {"regimes": ["eu-gdpr"]})) == 7
}

test_does_not_apply if {
	every changes in [{"status": "draft"}, {"status": "approved"}, {"status": "retired"}, {"regimes": ["us-ca-ccpa"]}, {"regimes": []}] {
		notice := testing.changed(_notice, object.union(changes, {"sections": {}}))
		_findings(notice, [_advice], _firm) == set()
		_examined(notice, [_advice], _firm) == set()
		half := testing.without(notice, ["regimes", "status"])
		_findings(object.union(half, changes), [_advice], _firm) == set()
	}
}

test_does_not_apply_to_a_firm_outside_these_laws if {
	texas := {"regimes": ["us-state-breach", "aba"]}
	control.not_applicable == "outside-gdpr" with data.inventory as {"firm": texas}
	every regime in ["eu-gdpr", "uk-gdpr"] {
		not control.not_applicable with data.inventory as {"firm": {"regimes": [regime, "aba"]}}
	}
	not control.not_applicable with data.inventory as {"firm": {}}
	_findings(testing.changed(_notice, {"sections": {}}), [], texas) == set()
	_examined(_notice, [], texas) == set()
	count(_findings(testing.changed(_notice, {"sections": {}}), [_advice], {})) == 7
}

# An activity that rests on both is found for either.
test_every_activity_that_contradicts_is_named if {
	both := testing.changed(_advice, {
		"id": "both",
		"lawful_basis": "legitimate-interests",
		"purposes": [{"id": "own"}, {"id": "asked", "bases": [{"regime": "uk-gdpr", "lawful_basis": "consent"}]}],
	})
	other := testing.changed(_advice, {"id": "another", "lawful_basis": "legitimate-interests"})
	notice := testing.changed(_telling(_conditional), {
		"covers_activity_ids": ["both", "another"],
		"flags": testing.changed(_no_flags, {"uses_consent": true}),
	})
	[[fact.id | some fact in finding.relied_on] | some finding in _findings(notice, [both, other], _firm)] == [["client-2", "another", "both"]]
}
