package privity.transparency.privacy_policy_published_test

import data.lib.testing
import data.privity.transparency.privacy_policy_published as control

_policy := {
	"id": "web-2",
	"kind": "website-policy",
	"family_id": "web",
	"status": "published",
	"effective_on": testing.day("2026-11-22"),
	"approved_by": "S-1",
	"published_url": "https://firm.example/privacy",
	"homepage_link": true,
	"link_text": "Your Privacy",
	"printable": true,
	"grade": 2,
}

_older := testing.changed(_policy, {"id": "web-1", "effective_on": testing.day("2025-01-01")})

_firm := {"id": "firm", "grade": 3, "regimes": ["uk-gdpr"]}

_californian := testing.changed(_firm, {"regimes": ["uk-gdpr", "us-ca-ccpa"]})

_findings(notices, firm) := found if {
	found := control.findings with data.inventory as {"firm": firm, "privacy_notices": testing.by_id(notices)}
		with data.as_of as testing.end_of("2026-11-22")
}

_examined(notices, firm) := found if {
	found := control.examined with data.inventory as {"firm": firm, "privacy_notices": testing.by_id(notices)}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(changes, removed) := _verdicts_in(changes, removed, _firm)

_verdicts_in(changes, removed, firm) := testing.verdicts(_findings([testing.changed(testing.without(_policy, removed), changes)], firm))

_none := {["firm", "not-published", ""]}

_hard := {["firm", "hard-to-find", "web-2"]}

test_published_from_today if _verdicts({}, []) == set()

test_published_in_california if _verdicts_in({}, [], _californian) == set()

test_published_from_tomorrow_is_not_published_yet if {
	ahead := testing.changed(_policy, {"effective_on": testing.day("2026-11-23")})
	_findings([ahead], _firm) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "not-published",
		"args": {},
		"relied_on": [{"collection": "privacy_notices", "id": "web-2", "path": "effective_on"}],
		"changes_on": testing.day("2026-11-23"),
	}}
}

test_nothing_published if {
	testing.verdicts(_findings([], _firm)) == _none
	every status in ["draft", "approved", "retired"] {
		_verdicts({"status": status}, []) == _none
	}
	_verdicts({"kind": "client-notice"}, []) == _none
}

test_no_notices_declared_at_all_is_a_question_of_its_own if {
	found := control.findings with data.inventory as {"firm": _firm} with data.as_of as testing.end_of("2026-11-22")
	found == set()
}

test_not_declared_whether_it_is_published if {
	_verdicts({}, ["status"]) == {["firm", "not-declared", "privacy_notices.status"]}
	_verdicts({}, ["kind"]) == {["firm", "not-declared", "privacy_notices.kind"]}
	_verdicts({}, ["effective_on"]) == {["firm", "not-declared", "privacy_notices.effective_on"]}
	_verdicts({}, ["kind", "effective_on"]) == {
		["firm", "not-declared", "privacy_notices.effective_on"],
		["firm", "not-declared", "privacy_notices.kind"],
	}
}

test_not_declared_leads_to_the_notice if {
	_findings([testing.without(_policy, ["status"])], _firm) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "not-declared",
		"by": "privacy_notices.status",
		"args": {
			"subject": {"collection": "privacy_notices", "id": "web-2"},
			"fact": {"collection": "privacy_notices", "field": "status"},
		},
		"relied_on": [{"collection": "privacy_notices", "id": "web-2", "path": "status"}],
	}}
}

test_one_known_to_be_published_leaves_nothing_to_ask if {
	testing.verdicts(_findings([_policy, testing.without(_older, ["status"])], _firm)) == set()
}

test_two_versions if {
	_findings([_policy, _older], _firm) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "two-versions",
		"by": "web",
		"args": {"notice": {"collection": "privacy_notices", "id": "web-1"}},
		"relied_on": [
			{"collection": "privacy_notices", "id": "web-1", "path": "status"},
			{"collection": "privacy_notices", "id": "web-2", "path": "status"},
		],
	}}
}

test_another_policy_is_no_second_version if {
	testing.verdicts(_findings([_policy, testing.changed(_older, {"family_id": "careers"})], _firm)) == set()
	testing.verdicts(_findings([_policy, testing.changed(_older, {"status": "retired"})], _firm)) == set()
	testing.verdicts(_findings([_policy, testing.changed(_older, {"effective_on": testing.day("2026-11-23")})], _firm)) == set()
}

test_not_declared_of_which_policy_it_is_a_version if {
	_verdicts({}, ["family_id"]) == set()
	testing.verdicts(_findings([_policy, testing.without(_older, ["family_id"])], _firm)) == {["firm", "not-declared", "privacy_notices.family_id"]}
}

test_no_address if {
	_verdicts({}, ["published_url"]) == {["firm", "no-address", "web-2"]}
	_findings([testing.changed(_policy, {"published_url": " "})], _firm) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"reason": "no-address",
		"by": "web-2",
		"args": {"notice": {"collection": "privacy_notices", "id": "web-2"}},
		"relied_on": [{"collection": "privacy_notices", "id": "web-2", "path": "published_url"}],
	}}
}

test_not_approved if _verdicts({}, ["approved_by"]) == {["firm", "not-approved", "web-2"]}

test_hard_to_find if {
	_verdicts({"homepage_link": false}, []) == _hard
	_verdicts_in({"link_text": "Legal"}, [], _californian) == _hard
	_verdicts_in({"printable": false}, [], _californian) == _hard
	_verdicts_in({"link_text": "PRIVACY"}, [], _californian) == set()
	_verdicts_in({}, ["link_text", "printable"], _californian) == set()
}

test_hard_to_find_names_every_obstacle if {
	changes := {"homepage_link": false, "link_text": "Legal", "printable": false}
	[finding.relied_on | some finding in _findings([testing.changed(_policy, changes)], _californian)] == [[
		{"collection": "privacy_notices", "id": "web-2", "path": "homepage_link"},
		{"collection": "privacy_notices", "id": "web-2", "path": "link_text"},
		{"collection": "privacy_notices", "id": "web-2", "path": "printable"},
	]]
}

test_words_of_the_link_count_in_california_only if {
	_verdicts({"link_text": "Legal", "printable": false}, []) == set()
}

test_not_declared_whether_california_counts if {
	unsaid := testing.without(_firm, ["regimes"])
	asked := {["firm", "not-declared", "firm.regimes"]}
	_verdicts_in({"link_text": "Legal"}, [], unsaid) == asked
	_verdicts_in({"printable": false}, [], unsaid) == asked
	_verdicts_in({}, [], unsaid) == set()
}

test_not_declared_whether_the_home_page_links_to_it if {
	_verdicts({}, ["homepage_link"]) == {["firm", "not-declared", "privacy_notices.homepage_link"]}
}

test_only_published_ones_are_looked_at if {
	draft := testing.without(testing.changed(_older, {"status": "draft", "homepage_link": false}), ["published_url", "approved_by"])
	testing.verdicts(_findings([_policy, draft], _firm)) == set()
}

test_examined if {
	_examined([_policy], _firm) == {{"subject": {"collection": "firm", "id": "firm"}, "grade": 2}}
	ahead := testing.changed(_older, {"effective_on": testing.day("2026-12-01"), "grade": 0})
	_examined([_policy, ahead], _firm) == {{
		"subject": {"collection": "firm", "id": "firm"},
		"grade": 2,
		"changes_on": testing.day("2026-12-01"),
	}}
}

test_a_firm_without_a_website_does_not_apply if {
	without := testing.changed(_firm, {"no_website": true})
	_examined([], without) == set()
	bad := testing.without(testing.changed(_policy, {"homepage_link": false, "link_text": "Legal"}), ["published_url", "approved_by", "family_id"])
	worse := testing.changed(testing.without(bad, ["homepage_link"]), {"id": "web-3"})
	every notices in [[], [_policy, _older], [bad, worse], [testing.without(_policy, ["status"])]] {
		_findings(notices, without) == set()
		_findings(notices, testing.without(without, ["regimes"])) == set()
	}
	control.not_applicable == "no-website" with data.inventory as {"firm": without}
	not control.not_applicable with data.inventory as {"firm": testing.changed(_firm, {"no_website": false})}
	not control.not_applicable with data.inventory as {"firm": _firm}
}
