package privity.transparency.california_policy_complete_test

import data.lib.testing
import data.privity.transparency.california_policy_complete as control

_text := "This section says in more than forty characters what people need."

_keys := [
	"categories-collected-12m", "sources", "purposes", "sold-or-shared-12m", "third-parties-sold-shared", "disclosed-12m",
	"third-parties-disclosed", "minors-statement", "sensitive-use-statement", "ccpa-rights", "how-to-exercise",
	"verification-process", "authorised-agent", "contact", "last-updated-date",
]

_sections := {key: _text | some key in _keys}

# Updated a year ago: the anniversary still passes.
_policy := {
	"id": "web-2",
	"kind": "website-policy",
	"status": "published",
	"regimes": ["uk-gdpr", "us-ca-ccpa"],
	"last_updated_on": testing.day("2025-11-22"),
	"sections": _sections,
	"flags": {"sells_or_shares": false, "request_methods": ["web form", "telephone"]},
	"grade": 2,
}

_figures := {"annual_revenue_usd": 30000000, "consumers_bought_sold_shared": 0, "pct_revenue_sale_share": 0}

_firm := {"regimes": ["us-ca-ccpa"], "ccpa": _figures, "grade": 1}

_findings(notice, firm) := found if {
	found := control.findings with input as {"privacy_notice": notice}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"ccpa_revenue_threshold_usd": 26625000}
}

_examined(notice, firm) := found if {
	found := control.examined with input as {"privacy_notice": notice}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
		with data.parameters as {"ccpa_revenue_threshold_usd": 26625000}
}

_verdicts(changes, removed) := _verdicts_in(changes, removed, _firm)

_verdicts_in(changes, removed, firm) := testing.verdicts(_findings(testing.changed(testing.without(_policy, removed), changes), firm))

_missing(items) := {["web-2", "item-missing", item] | some item in items}

_asked(facts) := {["web-2", "not-declared", fact] | some fact in facts}

test_complete if _verdicts({}, []) == set()

test_every_item_is_asked_for if {
	every key in _keys {
		_verdicts({"sections": object.remove(_sections, [key])}, []) == _missing([key])
	}
	_verdicts({"sections": {}}, []) == _missing(_keys)
}

test_an_item_that_is_missing if {
	_findings(testing.changed(_policy, {"sections": object.remove(_sections, ["contact"])}), _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "web-2"},
		"reason": "item-missing",
		"by": "contact",
		"args": {"notice": {"collection": "privacy_notices", "id": "web-2"}, "item": "whom to ask"},
		"relied_on": [
			{"collection": "privacy_notices", "id": "web-2", "path": "sections"},
			{"collection": "privacy_notices", "id": "web-2", "path": "sections_confirmed"},
		],
	}}
}

test_each_item_has_words_of_its_own if {
	selling := testing.changed(_policy, {"sections": {}, "flags": {"sells_or_shares": true, "request_methods": ["a", "b"]}})
	count({finding.args.item | some finding in _findings(selling, _firm)}) == 16
}

test_opt_out_signals_where_data_is_sold_or_shared if {
	selling := {"flags": {"sells_or_shares": true, "request_methods": ["a", "b"]}}
	_verdicts(selling, []) == _missing(["opt-out-signal"])
	told := {"sections": object.union(_sections, {"opt-out-signal": _text})}
	_verdicts(object.union(selling, told), []) == set()
	firm := testing.changed(_firm, {"ccpa": object.union(_figures, {"sells_or_shares": true})})
	_verdicts_in({}, [], firm) == _missing(["opt-out-signal"])
}

test_not_declared_whether_data_is_sold_or_shared if {
	silent := {"flags": {"request_methods": ["a", "b"]}}
	_verdicts(silent, []) == _asked(["privacy_notices.flags.sells_or_shares"])
	told := {"sections": object.union(_sections, {"opt-out-signal": _text})}
	_verdicts(object.union(silent, told), []) == set()
	firm := testing.changed(_firm, {"ccpa": object.union(_figures, {"sells_or_shares": false})})
	_verdicts_in(silent, [], firm) == set()
}

test_confirmed_item_by_item if {
	confirmed := [{"key": key, "by": "S-1", "on": testing.day("2026-11-22")} | some key in _keys]
	_verdicts({"sections_confirmed": confirmed}, ["sections"]) == set()
	half := {"sections": object.remove(_sections, ["contact"]), "sections_confirmed": [{"key": "contact", "by": "S-1"}]}
	_verdicts(half, []) == _asked(["privacy_notices.sections_confirmed.on"])
	ahead := testing.changed(_policy, {
		"sections": object.remove(_sections, ["contact"]),
		"sections_confirmed": [{"key": "contact", "by": "S-1", "on": testing.day("2026-11-23")}],
	})
	{[finding.by, finding.changes_on] | some finding in _findings(ahead, _firm)} == {["contact", testing.day("2026-11-23")]}
}

test_not_declared_what_it_says if {
	_verdicts({"flags": {"request_methods": ["a", "b"]}}, ["sections"]) == _asked(["privacy_notices.sections"])
}

test_fewer_than_two_ways if {
	_findings(testing.changed(_policy, {"flags": {"sells_or_shares": false, "request_methods": ["e-mail", "e-mail"]}}), _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "web-2"},
		"reason": "too-few-methods",
		"args": {"notice": {"collection": "privacy_notices", "id": "web-2"}},
		"relied_on": [{"collection": "privacy_notices", "id": "web-2", "path": "flags.request_methods"}],
	}}
	_verdicts({"flags": {"sells_or_shares": false, "request_methods": []}}, []) == {["web-2", "too-few-methods", ""]}
	_verdicts({"flags": {"sells_or_shares": false}}, []) == _asked(["privacy_notices.flags.request_methods"])
}

test_the_day_after_the_anniversary_it_is_overdue if {
	_findings(testing.changed(_policy, {"last_updated_on": testing.day("2025-11-21")}), _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "web-2"},
		"reason": "update-overdue",
		"args": {
			"notice": {"collection": "privacy_notices", "id": "web-2"},
			"last_on": {"day": testing.day("2025-11-21")},
			"due_on": {"day": testing.day("2026-11-21")},
			"days_late": 1,
		},
		"relied_on": [{"collection": "privacy_notices", "id": "web-2", "path": "last_updated_on"}],
	}}
}

test_an_update_ahead_is_none_yet if {
	_verdicts({"last_updated_on": testing.day("2026-11-22")}, []) == set()
	found := _findings(testing.changed(_policy, {"last_updated_on": testing.day("2026-11-23")}), _firm)
	testing.verdicts(found) == {["web-2", "dated-ahead", "privacy_notices.last_updated_on"]}
	{[finding.args.dated, finding.changes_on] | some finding in found} == {[{"day": testing.day("2026-11-23")}, testing.day("2026-11-23")]}
}

test_not_declared_when_it_was_updated if {
	_verdicts({}, ["last_updated_on"]) == _asked(["privacy_notices.last_updated_on"])
}

# Bad in every way, so that nothing is said before it is known that the control applies.
_bad := testing.changed(_policy, {
	"sections": {},
	"sections_confirmed": [{"key": "contact", "by": "S-1"}],
	"flags": {"request_methods": []},
	"last_updated_on": testing.day("2020-01-01"),
})

_worse := testing.without(_bad, ["sections", "sections_confirmed", "flags", "last_updated_on"])

_ahead := testing.changed(_policy, {"last_updated_on": testing.day("2027-01-01")})

test_not_declared_whether_it_applies if {
	every field in ["kind", "status", "regimes"] {
		every notice in [_bad, _worse, _ahead] {
			testing.verdicts(_findings(testing.without(notice, [field]), _firm)) == _asked([concat(".", ["privacy_notices", field])])
		}
	}
}

test_not_declared_whether_the_firm_is_a_business if {
	unsaid := testing.changed(_firm, {"ccpa": testing.without(_figures, ["annual_revenue_usd"])})
	every notice in [_bad, _worse, _ahead] {
		testing.verdicts(_findings(notice, unsaid)) == _asked(["firm.ccpa.annual_revenue_usd"])
	}
	[finding.relied_on | some finding in _findings(_bad, unsaid)] == [[{"collection": "firm", "id": "firm", "path": "ccpa.annual_revenue_usd"}]]
	testing.verdicts(_findings(_bad, testing.without(_firm, ["regimes"]))) == _asked(["firm.regimes"])
}

test_examined if {
	_examined(_policy, _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "web-2"},
		"grade": 1,
		"changes_on": testing.day("2026-11-23"),
	}}
	_examined(testing.without(_policy, ["last_updated_on"]), _firm) == {{"subject": {"collection": "privacy_notices", "id": "web-2"}, "grade": 1}}
}

test_does_not_apply if {
	every changes in [{"kind": "client-notice"}, {"status": "retired"}, {"regimes": ["uk-gdpr"]}] {
		unsaid := testing.without(_firm, ["ccpa"])
		_findings(testing.changed(_bad, changes), unsaid) == set()
		_examined(testing.changed(_bad, changes), _firm) == set()
		_findings(object.union(testing.without(_bad, ["kind", "status", "regimes"]), changes), _firm) == set()
	}
}

test_does_not_apply_to_the_firm if {
	british := testing.changed(_firm, {"regimes": ["uk-gdpr"]})
	small := testing.changed(_firm, {"ccpa": testing.changed(_figures, {"annual_revenue_usd": 26625000})})
	every firm in [british, small] {
		_findings(_bad, firm) == set()
		_examined(_policy, firm) == set()
	}
	_why_not(british) == {"outside-california"}
	_why_not(small) == {"no-business"}
	_why_not(_firm) == set()
	_why_not(testing.without(_firm, ["regimes"])) == set()
	_why_not(testing.without(_firm, ["ccpa"])) == set()
}

_why_not(firm) := codes if {
	codes := {code | code := control.not_applicable} with data.inventory as {"firm": firm}
		with data.parameters as {"ccpa_revenue_threshold_usd": 26625000}
}
