package lib.agreements_test

import data.lib.agreements
import data.lib.testing

_contract := {"signed_on": 100, "effective_on": 110, "expires_on": 200}

_state(changes, removed, day) := {name |
	agreement := testing.changed(testing.without(_contract, removed), changes)
	some name, holds in {
		"in-force": _holds(agreement, day),
		"undated": _undated(agreement, day),
		"ended": _ended(agreement, day),
	}
	holds
}

_holds(agreement, day) if {
	agreements.in_force(agreement) with data.as_of as {"day": day}
} else := false

_undated(agreement, day) if {
	agreements.undated(agreement) with data.as_of as {"day": day}
} else := false

_ended(agreement, day) if {
	agreements.ended(agreement) with data.as_of as {"day": day}
} else := false

test_from_the_first_day_to_the_last if {
	_state({}, [], 109) == set()
	_state({}, [], 110) == {"in-force"}
	_state({}, [], 200) == {"in-force"}
	_state({}, [], 201) == {"ended"}
}

test_terminated_from_the_day_itself if {
	_state({"terminated_on": 150}, [], 149) == {"in-force"}
	_state({"terminated_on": 150}, [], 150) == {"ended"}
}

test_not_before_it_is_signed if {
	_state({"signed_on": 120}, [], 119) == set()
	_state({"signed_on": 120}, [], 120) == {"in-force"}
	_state({"signed_on": 120}, ["effective_on"], 119) == set()
}

test_without_a_first_day if {
	_state({}, ["effective_on"], 150) == {"undated"}
	_state({}, ["effective_on"], 201) == {"ended"}
	_state({}, ["effective_on", "expires_on"], 150) == {"undated"}
}

test_turns if {
	agreements.turns(testing.changed(_contract, {"terminated_on": 150})) == [100, 110, 201, 150]
	agreements.turns({}) == [0, 0, 0, 0]
}
