package lib.california_test

import data.lib.california
import data.lib.testing

_figures := {"annual_revenue_usd": 1000, "consumers_bought_sold_shared": 99999, "pct_revenue_sale_share": 49.9}

_firm := {"regimes": ["us-ca-ccpa"], "ccpa": _figures}

_business(firm) := answer if {
	answer := california.business with data.inventory as {"firm": firm} with data.parameters as {"ccpa_revenue_threshold_usd": 1000}
}

_missing(firm) := paths if {
	paths := california.missing with data.inventory as {"firm": firm} with data.parameters as {"ccpa_revenue_threshold_usd": 1000}
}

_with(changes) := testing.changed(_firm, {"ccpa": testing.changed(_figures, changes)})

_less(fields) := testing.changed(_firm, {"ccpa": testing.without(_figures, fields)})

test_below_every_threshold if {
	_business(_firm) == "no"
	_business(testing.without(_firm, ["regimes"])) == "no"
	_missing(_firm) == set()
	_missing(testing.without(_firm, ["regimes"])) == set()
}

test_each_threshold if {
	_business(_with({"annual_revenue_usd": 1001})) == "yes"
	_business(_with({"consumers_bought_sold_shared": 100000})) == "yes"
	_business(_with({"pct_revenue_sale_share": 50})) == "yes"
}

test_one_threshold_is_enough if {
	large := {"regimes": ["us-ca-ccpa"], "ccpa": {"annual_revenue_usd": 1001}}
	_business(large) == "yes"
	_missing(large) == set()
}

test_another_law if {
	_business(testing.changed(_with({"annual_revenue_usd": 1001}), {"regimes": ["uk-gdpr"]})) == "no"
	_business({"regimes": ["uk-gdpr"]}) == "no"
	_missing({"regimes": ["uk-gdpr"]}) == set()
}

test_undecided if {
	every field in object.keys(_figures) {
		_business(_less([field])) == "undecided"
		_missing(_less([field])) == {concat(".", ["ccpa", field])}
	}
	count(_missing({"regimes": ["us-ca-ccpa"]})) == 3
	unsaid := testing.without(_with({"annual_revenue_usd": 1001}), ["regimes"])
	_business(unsaid) == "undecided"
	_missing(unsaid) == {"regimes"}
	count(_missing({})) == 4
	_missing({"ccpa": {"annual_revenue_usd": 1001}}) == {"regimes"}
}
