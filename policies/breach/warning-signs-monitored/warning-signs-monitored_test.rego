package privity.breach.warning_signs_monitored_test

import data.lib.testing
import data.privity.breach.warning_signs_monitored as control

_signs := ["unusual-activity", "unauthorised-access", "suspicious-login", "unexpected-downtime", "unauthorised-data-activity"]

_plan := {"id": "plan", "grade": 2, "status": "approved", "indicators": _signs}

_mail := {"id": "mail", "grade": 3, "holds_client_data": true, "internet_facing": true, "alerting": {"enabled": true, "rules": _signs}}

# What is outside: nobody's data, and no way in.
_printer := {"id": "printer", "grade": 1, "holds_client_data": false, "internet_facing": false, "alerting": {"enabled": true, "rules": _signs}}

_four := {"alerting": {"enabled": true, "rules": array.slice(_signs, 0, 4)}}

_found(plan, systems) := found if {
	inventory := {"incident_plans": {"plan": plan}, "systems": testing.by_id(systems)}
	found := control.findings with data.inventory as inventory
}

_verdicts(systems) := testing.verdicts(_found(_plan, systems))

_of_plan(plan) := testing.verdicts(_found(plan, [_mail]))

_examined(plan, systems) := examined if {
	inventory := {"incident_plans": {"plan": plan}, "systems": testing.by_id(systems)}
	examined := control.examined with data.inventory as inventory
}

_not_watched := {["plan", "sign-not-watched", "unauthorised-data-activity"]}

test_named_and_watched if {
	_verdicts([_mail]) == set()
	_verdicts([testing.changed(_mail, {"internet_facing": false})]) == set()
	_verdicts([testing.changed(_mail, {"holds_client_data": false})]) == set()
}

test_a_sign_that_the_plan_leaves_out if {
	_found(testing.changed(_plan, {"indicators": array.concat(array.slice(_signs, 0, 4), ["other"])}), [_mail]) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "sign-not-in-plan",
		"by": "unauthorised-data-activity",
		"args": {"indicator": {"collection": "incident_plans", "field": "indicators", "value": "unauthorised-data-activity"}},
		"relied_on": [{"collection": "incident_plans", "id": "plan", "path": "indicators"}],
	}}
	_of_plan(testing.changed(_plan, {"indicators": []})) == {["plan", "sign-not-in-plan", sign] | some sign in _signs}
}

test_a_sign_that_no_system_watches_for if {
	other := testing.changed(_mail, {"id": "files", "alerting": {"enabled": true, "rules": ["unusual-activity"]}})
	_found(_plan, [testing.changed(_mail, _four), other, _printer]) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "sign-not-watched",
		"by": "unauthorised-data-activity",
		"args": {"indicator": {"collection": "incident_plans", "field": "indicators", "value": "unauthorised-data-activity"}},
		"relied_on": [
			{"collection": "systems", "id": "files", "path": "alerting"},
			{"collection": "systems", "id": "mail", "path": "alerting"},
		],
	}}
	_verdicts([testing.changed(_mail, {"alerting": {"enabled": false, "rules": _signs}})]) == {["plan", "sign-not-watched", sign] | some sign in _signs}
	_verdicts([testing.changed(_mail, {"alerting": {"enabled": false}})]) == {["plan", "sign-not-watched", sign] | some sign in _signs}
}

test_each_sign_may_be_watched_elsewhere if {
	rest := testing.changed(_mail, {"id": "files", "alerting": {"enabled": true, "rules": ["unauthorised-data-activity"]}})
	_verdicts([testing.changed(_mail, _four), rest]) == set()
}

# Where one system says what it watches for, another that says nothing does not count.
test_systems_that_say_nothing_of_alerts if {
	silent := testing.without(testing.changed(_mail, {"id": "files"}), ["alerting"])
	_verdicts([testing.changed(_mail, _four), silent]) == _not_watched
	_found(_plan, [silent, testing.changed(silent, {"id": "archive"}), _printer]) == {{
		"subject": {"collection": "incident_plans", "id": "plan"},
		"reason": "not-declared",
		"by": "systems.alerting",
		"args": {
			"subject": {"collection": "systems", "id": "archive"},
			"fact": {"collection": "systems", "field": "alerting"},
		},
		"relied_on": [
			{"collection": "systems", "id": "archive", "path": "alerting"},
			{"collection": "systems", "id": "files", "path": "alerting"},
		],
	}}
	_verdicts([_printer]) == set()
	_verdicts([]) == set()
}

test_alerts_that_are_half_declared if {
	unnamed := testing.changed(_mail, {"id": "files", "alerting": {"enabled": true}})
	_verdicts([unnamed]) == {["plan", "not-declared", "systems.alerting.rules"]}
	_verdicts([testing.changed(_mail, _four), unnamed]) == {["plan", "not-declared", "systems.alerting.rules"]}
	_verdicts([_mail, unnamed]) == set()
	unsure := testing.changed(unnamed, {"alerting": {"rules": ["unauthorised-data-activity"]}})
	_verdicts([testing.changed(_mail, _four), unsure]) == {["plan", "not-declared", "systems.alerting.enabled"]}
	elsewhere := testing.changed(unnamed, {"alerting": {"rules": ["unusual-activity"]}})
	_verdicts([testing.changed(_mail, _four), elsewhere]) == _not_watched
	_verdicts([testing.changed(_mail, {"alerting": {}})]) == {
		["plan", "not-declared", "systems.alerting.enabled"],
		["plan", "not-declared", "systems.alerting.rules"],
	}
}

test_systems_that_may_count if {
	both := testing.changed(testing.without(_mail, ["holds_client_data", "internet_facing"]), {"id": "files"})
	one := testing.changed(both, {"internet_facing": false})
	four := testing.changed(_mail, _four)
	_verdicts([four, both]) == {
		["plan", "not-declared", "systems.holds_client_data"],
		["plan", "not-declared", "systems.internet_facing"],
	}
	_verdicts([four, one]) == {["plan", "not-declared", "systems.holds_client_data"]}
	_verdicts([four, testing.changed(one, {"alerting": {"enabled": true}})]) == {
		["plan", "not-declared", "systems.holds_client_data"],
		["plan", "not-declared", "systems.alerting.rules"],
	}
	_verdicts([_mail, both]) == set()
	_verdicts([four, testing.changed(both, _four)]) == _not_watched
	_verdicts([four, testing.changed(both, {"alerting": {"enabled": false}})]) == _not_watched
	_verdicts([four, testing.without(both, ["alerting"])]) == _not_watched
	_verdicts([testing.without(one, ["alerting"])]) == {["plan", "not-declared", "systems.holds_client_data"]}
	_verdicts([one]) == {["plan", "not-declared", "systems.holds_client_data"]}
	_verdicts([testing.changed(both, {"holds_client_data": true})]) == set()
}

test_not_declared if {
	_of_plan(testing.without(_plan, ["indicators"])) == {["plan", "not-declared", "incident_plans.indicators"]}
	_of_plan(testing.without(_plan, ["indicators", "status"])) == {["plan", "not-declared", "incident_plans.status"]}
}

test_does_not_apply if {
	every status in ["draft", "retired"] {
		plan := testing.changed(_plan, {"status": status, "indicators": []})
		testing.verdicts(_found(plan, [testing.changed(_mail, _four)])) == set()
		_examined(plan, [_mail]) == set()
	}
}

test_examined if {
	_examined(_plan, [_mail, _printer]) == {{"subject": {"collection": "incident_plans", "id": "plan"}, "grade": 2}}
	_examined(_plan, [testing.changed(_mail, {"grade": 1})]) == {{"subject": {"collection": "incident_plans", "id": "plan"}, "grade": 1}}
	_examined(testing.without(_plan, ["status"]), [_mail]) == {{"subject": {"collection": "incident_plans", "id": "plan"}, "grade": 2}}
}
