# METADATA
# title: Contracts with vendors
# description: Whether a contract with a vendor stands on the day that is judged.
package lib.agreements

import data.lib.facts

# ended: its term is over (the last day is a good one) or it was terminated (the day itself is not).
ended(agreement) if data.as_of.day > agreement.expires_on

ended(agreement) if agreement.terminated_on <= data.as_of.day

# unsigned: the day of the signature still lies ahead.
unsigned(agreement) if agreement.signed_on > data.as_of.day

# in_force: it has begun and has not ended.
in_force(agreement) if {
	agreement.effective_on <= data.as_of.day
	not unsigned(agreement)
	not ended(agreement)
}

# undated: it may be in force, and does not say from when.
undated(agreement) if {
	facts.absent(agreement, "effective_on")
	not unsigned(agreement)
	not ended(agreement)
}

# turns: the days on which whether it is in force may change, as an array for judged.changing.
turns(agreement) := [day |
	some day in [
		object.get(agreement, "signed_on", 0),
		object.get(agreement, "effective_on", 0),
		object.get(agreement, "expires_on", -1) + 1,
		object.get(agreement, "terminated_on", 0),
	]
]
