package privity.transparency.california_notice_at_collection_test

import data.lib.testing
import data.privity.transparency.california_notice_at_collection as control

_text := "This section says in more than forty characters what people need."

_keys := ["categories-incl-sensitive", "purposes", "sold-or-shared-per-category", "retention-per-category", "privacy-policy-link"]

_sections := {key: _text | some key in _keys}

_notice := {
	"id": "ca-1",
	"kind": "notice-at-collection",
	"status": "published",
	"regimes": ["uk-gdpr", "us-ca-ccpa"],
	"sections": _sections,
	"flags": {"sells_or_shares": false},
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

_verdicts_in(changes, removed, firm) := testing.verdicts(_findings(testing.changed(testing.without(_notice, removed), changes), firm))

_missing(items) := {["ca-1", "item-missing", item] | some item in items}

_asked(facts) := {["ca-1", "not-declared", fact] | some fact in facts}

test_complete if _verdicts({}, []) == set()

test_every_item_is_asked_for if {
	every key in _keys {
		_verdicts({"sections": object.remove(_sections, [key])}, []) == _missing([key])
	}
	_verdicts({"sections": {}}, []) == _missing(_keys)
}

test_an_item_that_is_missing if {
	_findings(testing.changed(_notice, {"sections": object.remove(_sections, ["purposes"])}), _firm) == {{
		"subject": {"collection": "privacy_notices", "id": "ca-1"},
		"reason": "item-missing",
		"by": "purposes",
		"args": {"notice": {"collection": "privacy_notices", "id": "ca-1"}, "item": "the purposes"},
		"relied_on": [
			{"collection": "privacy_notices", "id": "ca-1", "path": "sections"},
			{"collection": "privacy_notices", "id": "ca-1", "path": "sections_confirmed"},
		],
	}}
}

test_each_item_has_words_of_its_own if {
	selling := testing.changed(_notice, {"sections": {}, "flags": {"sells_or_shares": true}})
	count({finding.args.item | some finding in _findings(selling, _firm)}) == 6
}

test_a_link_to_opt_out_where_data_is_sold_or_shared if {
	selling := {"flags": {"sells_or_shares": true}}
	_verdicts(selling, []) == _missing(["opt-out-link"])
	told := {"sections": object.union(_sections, {"opt-out-link": _text})}
	_verdicts(object.union(selling, told), []) == set()
	firm := testing.changed(_firm, {"ccpa": object.union(_figures, {"sells_or_shares": true})})
	_verdicts_in({}, [], firm) == _missing(["opt-out-link"])
}

test_not_declared_whether_data_is_sold_or_shared if {
	silent := {"flags": {}}
	_verdicts(silent, []) == _asked(["privacy_notices.flags.sells_or_shares"])
	told := {"sections": object.union(_sections, {"opt-out-link": _text})}
	_verdicts(object.union(silent, told), []) == set()
	firm := testing.changed(_firm, {"ccpa": object.union(_figures, {"sells_or_shares": false})})
	_verdicts_in(silent, [], firm) == set()
}

test_confirmed_item_by_item if {
	confirmed := [{"key": key, "by": "S-1", "on": testing.day("2026-11-22")} | some key in _keys]
	_verdicts({"sections_confirmed": confirmed}, ["sections"]) == set()
	half := {"sections": object.remove(_sections, ["purposes"]), "sections_confirmed": [{"key": "purposes", "by": "S-1"}]}
	_verdicts(half, []) == _asked(["privacy_notices.sections_confirmed.on"])
	ahead := testing.changed(_notice, {
		"sections": object.remove(_sections, ["purposes"]),
		"sections_confirmed": [{"key": "purposes", "by": "S-1", "on": testing.day("2026-11-23")}],
	})
	{[finding.by, finding.changes_on] | some finding in _findings(ahead, _firm)} == {["purposes", testing.day("2026-11-23")]}
}

test_not_declared_what_it_says if {
	_verdicts({"flags": {}}, ["sections"]) == _asked(["privacy_notices.sections"])
}

# Bad in every way, so that nothing is said before it is known that the control applies.
_bad := testing.changed(_notice, {
	"sections": {},
	"sections_confirmed": [{"key": "purposes", "by": "S-1"}],
	"flags": {},
})

_worse := testing.without(_bad, ["sections", "sections_confirmed", "flags"])

test_not_declared_whether_it_applies if {
	every field in ["kind", "status", "regimes"] {
		every notice in [_bad, _worse] {
			testing.verdicts(_findings(testing.without(notice, [field]), _firm)) == _asked([concat(".", ["privacy_notices", field])])
		}
	}
}

test_not_declared_whether_the_firm_is_a_business if {
	unsaid := testing.changed(_firm, {"ccpa": testing.without(_figures, ["annual_revenue_usd"])})
	every notice in [_bad, _worse] {
		testing.verdicts(_findings(notice, unsaid)) == _asked(["firm.ccpa.annual_revenue_usd"])
	}
	[finding.relied_on | some finding in _findings(_bad, unsaid)] == [[{"collection": "firm", "id": "firm", "path": "ccpa.annual_revenue_usd"}]]
	testing.verdicts(_findings(_bad, testing.without(_firm, ["regimes"]))) == _asked(["firm.regimes"])
}

test_examined if {
	_examined(_notice, _firm) == {{"subject": {"collection": "privacy_notices", "id": "ca-1"}, "grade": 1}}
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
		_examined(_notice, firm) == set()
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
