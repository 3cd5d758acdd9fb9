# METADATA
# title: California
# description: Whether the California Consumer Privacy Act treats the firm as a business.
package lib.california

import data.lib.judged

# business: "yes", "no" or "undecided" (conventions.ccpa_business). One threshold reached is enough; none is reached only
# where all are declared.
business := "no" if {
	regimes := data.inventory.firm.regimes
	not "us-ca-ccpa" in regimes
} else := "no" if {
	count(_above) == 0
	count(_undeclared) == 0
} else := "undecided" if {
	not data.inventory.firm.regimes
} else := "yes" if {
	count(_above) > 0
} else := "undecided"

# missing: the facts of the firm without which that cannot be told.
missing contains "regimes" if {
	business == "undecided"
	not data.inventory.firm.regimes
}

missing contains path if {
	business == "undecided"
	count(_above) == 0
	some path in _undeclared
}

_above contains "revenue" if data.inventory.firm.ccpa.annual_revenue_usd > data.parameters.ccpa_revenue_threshold_usd

_above contains "consumers" if data.inventory.firm.ccpa.consumers_bought_sold_shared >= 100000

_above contains "share" if data.inventory.firm.ccpa.pct_revenue_sale_share >= 50

_undeclared := judged.missing(object.get(data.inventory, "firm", {}), [
	"ccpa.annual_revenue_usd",
	"ccpa.consumers_bought_sold_shared",
	"ccpa.pct_revenue_sale_share",
])
