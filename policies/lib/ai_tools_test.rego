package lib.ai_tools_test

import data.lib.ai_tools
import data.lib.testing

_none_used(inventory) if {
	ai_tools.none_used with data.inventory as inventory with data.as_of as testing.end_of("2026-11-22")
}

test_none_used if {
	_none_used({"firm": {"no_ai_tools_on": testing.day("2026-11-22")}})
	_none_used({"firm": {"no_ai_tools_on": testing.day("2026-02-02")}, "ai_systems": {}})
	not _none_used({"firm": {"no_ai_tools_on": testing.day("2026-11-23")}})
	not _none_used({"firm": {}, "ai_systems": {}})
	not _none_used({"firm": {"no_ai_tools_on": testing.day("2026-02-02")}, "ai_systems": {"a": {"id": "a"}}})
}

test_in_use if {
	{status | some status in ["proposed", "pilot", "active", "retired"]; ai_tools.in_use({"status": status})} == {"pilot", "active"}
	{status | some status in ["proposed", "pilot", "active", "retired"]; ai_tools.may_be_in_use({"status": status})} == {"pilot", "active"}
	ai_tools.may_be_in_use({})
	not ai_tools.in_use({})
}
