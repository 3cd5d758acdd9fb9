# METADATA
# title: Breach warning signs are monitored
# description: >-
#   Looks at every approved incident plan: whether it names the usual warning signs of a breach, and whether some
#   system with client data raises an alert for each.
# scope: package
# custom:
#   id: BREACH-003
#   profile: full
#   unit: inventory
#   subjects:
#   - incident_plans
#   reads:
#   - incident_plan.indicators
#   - incident_plan.status
#   - system.alerting
#   - system.holds_client_data
#   - system.internet_facing
#   parameters: []
#   reasons:
#   - code: sign-not-in-plan
#     result: fail
#     severity: medium
#     message: The incident plan does not name {indicator} as a warning sign.
#     many: The incident plan leaves out {count} warning signs.
#   - code: sign-not-watched
#     result: fail
#     severity: high
#     message: No system with client data raises an alert for {indicator}.
#     many: For {count} warning signs, no system with client data raises an alert.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: ABA Formal Opinion
#     ref: 483 (2018)
#     says: Monitor for breaches, respond, and notify affected current clients.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: SI-4
#     says: Monitor systems for attacks.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SI-4(5)
#     says: System-generated alerts.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.8.16
#     says: Monitoring activities.
#     status: primary
#   remediation: Create an alert rule for each warning sign.
package privity.breach.warning_signs_monitored

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_signs := {
	"unusual-activity", "unauthorised-access", "suspicious-login", "unexpected-downtime",
	"unauthorised-data-activity",
}

_plans[id] := plan if {
	some id, plan in data.inventory.incident_plans
	plan.status == "approved"
}

# Plans that may be approved.
_open[id] := plan if {
	some id, plan in data.inventory.incident_plans
	facts.absent(plan, "status")
}

# The systems to watch, and those of which it is not known.

_watched_over[id] := system if {
	some id, system in data.inventory.systems
	_in_scope(system)
}

_in_scope(system) if system.holds_client_data == true

_in_scope(system) if system.internet_facing == true

_unclear[id] := {path | some path in ["holds_client_data", "internet_facing"]; facts.absent(system, path)} if {
	some id, system in data.inventory.systems
	not _in_scope(system)
	not _out_of_scope(system)
}

_out_of_scope(system) if {
	system.holds_client_data == false
	system.internet_facing == false
}

_telling[id] := system if {
	some id, system in _watched_over
	facts.present(system, "alerting")
}

# _watches: the system raises an alert for the sign.
_watches(system, sign) if {
	system.alerting.enabled == true
	sign in system.alerting.rules
}

# What a system does not say, where it may raise an alert for the sign.
_unsaid(system, sign) := judged.missing(system, ["alerting.enabled", "alerting.rules"]) if {
	not _watches(system, sign)
	not _blind(system, sign)
} else := set()

_blind(system, _) if system.alerting.enabled == false

_blind(system, sign) if {
	facts.present(system, ["alerting", "rules"])
	not _covers(system, sign)
}

_covers(system, sign) if sign in system.alerting.rules

_watched contains sign if {
	some sign in _signs
	some system in _telling
	_watches(system, sign)
}

# The facts that leave it open whether a sign is watched, each with the systems that lack them.

_doubts[sign][path] contains id if {
	some sign in (_signs - _watched)
	some id, system in _telling
	some path in _unsaid(system, sign)
}

# A system that watches for the sign, or may, and may be one of those that count.
_doubts[sign][path] contains id if {
	some sign in (_signs - _watched)
	some id, paths in _unclear
	system := data.inventory.systems[id]
	facts.present(system, "alerting")
	not _blind(system, sign)
	some path in (paths | _unsaid(system, sign))
}

# No system that counts says anything of alerts: each is asked, and those of which it is not known whether they count.

_silent.alerting contains id if {
	count(_telling) == 0
	some id, _ in _watched_over
}

_silent[path] contains id if {
	count(_telling) == 0
	some id, paths in _unclear
	some path in paths
}

_all := [system | some system in _watched_over]

_maybe := [data.inventory.systems[id] | some id, _ in _unclear]

examined contains judged.examined("incident_plans", plan) if some plan in _open

examined contains judged.examined_with("incident_plans", plan, array.concat(_all, _maybe)) if some plan in _plans

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "sign-not-in-plan",
	"by": sign,
	"args": {"indicator": judged.value("incident_plans", "indicators", sign)},
	"relied_on": [{"collection": "incident_plans", "id": plan.id, "path": "indicators"}],
} if {
	some plan in _plans
	facts.present(plan, "indicators")
	some sign in (_signs - {sign | some sign in plan.indicators})
}

findings contains {
	"subject": judged.subject("incident_plans", plan),
	"reason": "sign-not-watched",
	"by": sign,
	"args": {"indicator": judged.value("incident_plans", "indicators", sign)},
	"relied_on": [{"collection": "systems", "id": id, "path": "alerting"} | some id in sort(object.keys(_telling))],
} if {
	some plan in _plans
	count(_telling) > 0
	some sign in (_signs - _watched)
	not _doubts[sign]
}

findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", "indicators") if {
	some plan in _plans
	facts.absent(plan, "indicators")
}

findings contains judged.not_declared(judged.subject("incident_plans", plan), "incident_plans", "status") if {
	some plan in _open
}

findings contains elsewhere.not_declared(judged.subject("incident_plans", plan), "systems", ids, path) if {
	some plan in _plans
	some path, ids in _asked
}

_asked[path] contains id if {
	some path, ids in _silent
	some id in ids
}

_asked[path] contains id if {
	some paths in _doubts
	some path, ids in paths
	some id in ids
}
