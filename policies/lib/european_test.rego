package lib.european_test

import data.lib.european

test_of if {
	european.of({"regimes": ["sra", "uk-gdpr", "eu-gdpr"]}) == {"eu-gdpr", "uk-gdpr"}
	european.of({"regimes": ["aba"]}) == set()
	european.of({}) == set()
}

test_outside if {
	european.outside({"regimes": ["us-ca-ccpa"]})
	european.outside({"regimes": []})
	not european.outside({"regimes": ["us-ca-ccpa", "uk-gdpr"]})
	not european.outside({"regimes": ["eu-gdpr"]})
	not european.outside({})
}
