# METADATA
# title: The GDPR and the UK GDPR
# description: Whether a firm or one of its activities is under them, for controls that apply under either.
package lib.european

import data.lib.facts

# regimes: the two laws.
regimes := {"eu-gdpr", "uk-gdpr"}

# of(record): those that the firm or the activity declares.
of(record) := {regime | some regime in record.regimes; regime in regimes}

# outside(record): the firm or the activity says under which laws it is, and neither is among them.
outside(record) if {
	facts.present(record, "regimes")
	count(of(record)) == 0
}
