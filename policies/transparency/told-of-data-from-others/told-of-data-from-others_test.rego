package privity.transparency.told_of_data_from_others_test

import data.lib.testing
import data.privity.transparency.told_of_data_from_others as control

# Checked a year ago: the anniversary passes.
_procedure := {
	"within_days": 30,
	"at_first_contact": true,
	"sampled_on": testing.day("2025-11-22"),
	"sample": {"size": 20, "late": 0},
}

_exemption := {"ground": "professional-secrecy", "reason": "Confidences of clients.", "approved_by": "S-1"}

_told := {
	"id": "checks",
	"data_source": "third-party",
	"regimes": ["uk-gdpr"],
	"matter_related": true,
	"indirect_procedure": _procedure,
	"grade": 2,
}

_exempt := testing.changed(testing.without(_told, ["indirect_procedure"]), {"indirect_exemption": _exemption})

_firm := {"regimes": ["uk-gdpr"]}

_findings_in(activity, firm) := found if {
	found := control.findings with input as {"processing_activity": activity}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
}

_findings(activity) := _findings_in(activity, _firm)

_examined(activity, firm) := found if {
	found := control.examined with input as {"processing_activity": activity}
		with data.inventory as {"firm": firm}
		with data.as_of as testing.end_of("2026-11-22")
}

_verdicts(activity) := testing.verdicts(_findings(activity))

_procedure_with(changes, removed) := testing.changed(_told, {"indirect_procedure": testing.changed(testing.without(_procedure, removed), changes)})

_exempt_with(changes, removed) := testing.changed(_exempt, {"indirect_exemption": testing.changed(testing.without(_exemption, removed), changes)})

_only(reason) := {["checks", reason, ""]}

_asked(paths) := {["checks", "not-declared", concat(".", ["processing_activities", path])] | some path in paths}

test_told_by_a_procedure if _verdicts(_told) == set()

test_exempt if {
	every ground in ["already-informed", "disproportionate-effort", "required-by-law", "professional-secrecy"] {
		_verdicts(_exempt_with({"ground": ground}, [])) == set()
	}
}

test_an_exemption_is_enough if {
	both := testing.changed(_procedure_with({"within_days": 60, "at_first_contact": false}, ["sampled_on"]), {"indirect_exemption": _exemption})
	_verdicts(both) == set()
}

test_an_exemption_without_reason_or_approval if {
	every field in ["reason", "approved_by"] {
		_verdicts(_exempt_with({}, [field])) == _only("exemption-incomplete")
	}
	_findings(_exempt_with({"reason": " "}, [])) == {{
		"subject": {"collection": "processing_activities", "id": "checks"},
		"reason": "exemption-incomplete",
		"args": {
			"activity": {"collection": "processing_activities", "id": "checks"},
			"ground": {"collection": "processing_activities", "field": "indirect_exemption.ground", "value": "professional-secrecy"},
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "checks", "path": "indirect_exemption.reason"},
			{"collection": "processing_activities", "id": "checks", "path": "indirect_exemption.approved_by"},
			{"collection": "processing_activities", "id": "checks", "path": "indirect_exemption.ground"},
		],
	}}
}

test_secrecy_outside_client_matters if {
	_findings(testing.changed(_exempt, {"matter_related": false})) == {{
		"subject": {"collection": "processing_activities", "id": "checks"},
		"reason": "secrecy-outside-matters",
		"args": {
			"activity": {"collection": "processing_activities", "id": "checks"},
			"ground": {"collection": "processing_activities", "field": "indirect_exemption.ground", "value": "professional-secrecy"},
		},
		"relied_on": [
			{"collection": "processing_activities", "id": "checks", "path": "indirect_exemption.ground"},
			{"collection": "processing_activities", "id": "checks", "path": "matter_related"},
		],
	}}
	other := testing.changed(_exempt_with({"ground": "required-by-law"}, []), {"matter_related": false})
	_verdicts(other) == set()
}

test_not_declared_whether_it_is_part_of_matters if {
	_verdicts(testing.without(_exempt, ["matter_related"])) == _asked(["matter_related"])
	_verdicts(testing.without(_exempt_with({"ground": "required-by-law"}, []), ["matter_related"])) == set()
	_verdicts(testing.without(_told, ["matter_related"])) == set()
}

test_a_procedure_that_is_too_slow if {
	_verdicts(_procedure_with({"within_days": 31}, [])) == _only("procedure-too-slow")
	_verdicts(_procedure_with({"at_first_contact": false}, [])) == _only("procedure-too-slow")
	_findings(_procedure_with({"within_days": 31, "at_first_contact": false}, [])) == {{
		"subject": {"collection": "processing_activities", "id": "checks"},
		"reason": "procedure-too-slow",
		"args": {"activity": {"collection": "processing_activities", "id": "checks"}},
		"relied_on": [
			{"collection": "processing_activities", "id": "checks", "path": "indirect_procedure.at_first_contact"},
			{"collection": "processing_activities", "id": "checks", "path": "indirect_procedure.within_days"},
		],
	}}
}

test_a_procedure_that_nobody_checked if {
	_verdicts(_procedure_with({"sampled_on": testing.day("2025-11-21")}, [])) == _only("procedure-not-checked")
	_findings(_procedure_with({}, ["sampled_on", "sample"])) == {{
		"subject": {"collection": "processing_activities", "id": "checks"},
		"reason": "procedure-not-checked",
		"args": {"activity": {"collection": "processing_activities", "id": "checks"}},
		"relied_on": [{"collection": "processing_activities", "id": "checks", "path": "indirect_procedure.sampled_on"}],
	}}
}

test_a_check_that_lies_ahead_is_none_yet if {
	ahead := _procedure_with({"sampled_on": testing.day("2026-11-23"), "sample": {"late": 2}}, [])
	{[finding.reason, finding.changes_on] | some finding in _findings(ahead)} == {["procedure-not-checked", testing.day("2026-11-23")]}
	_verdicts(_procedure_with({"sampled_on": testing.day("2026-11-22")}, [])) == set()
}

test_a_sample_that_failed if {
	failed := {"sample": {"size": 20, "late": 1}}
	_findings(_procedure_with(failed, [])) == {{
		"subject": {"collection": "processing_activities", "id": "checks"},
		"reason": "sample-failed",
		"args": {"activity": {"collection": "processing_activities", "id": "checks"}},
		"relied_on": [
			{"collection": "processing_activities", "id": "checks", "path": "indirect_procedure.sample.late"},
			{"collection": "processing_activities", "id": "checks", "path": "indirect_procedure.sample.remedied_on"},
		],
	}}
	_verdicts(_procedure_with({"sample": {"late": 1, "remedied_on": testing.day("2026-11-22")}}, [])) == set()
	ahead := _procedure_with({"sample": {"late": 1, "remedied_on": testing.day("2026-11-23")}}, [])
	{[finding.reason, finding.changes_on] | some finding in _findings(ahead)} == {["sample-failed", testing.day("2026-11-23")]}
}

test_not_declared_how_people_are_told if {
	_verdicts(testing.without(_told, ["indirect_procedure"])) == _asked(["indirect_procedure"])
	_verdicts(_exempt_with({}, ["ground"])) == _asked(["indirect_exemption.ground"])
	_verdicts(testing.changed(_told, {"indirect_exemption": testing.without(_exemption, ["ground"])})) == set()
	_verdicts(_procedure_with({}, ["within_days"])) == _asked(["indirect_procedure.within_days"])
	_verdicts(_procedure_with({}, ["at_first_contact"])) == _asked(["indirect_procedure.at_first_contact"])
	_verdicts(_procedure_with({}, ["sample"])) == _asked(["indirect_procedure.sample.late"])
	_verdicts(_procedure_with({"sample": {"size": 20}}, [])) == _asked(["indirect_procedure.sample.late"])
}

test_not_declared_whether_it_applies if {
	slow := _procedure_with({"within_days": 31, "sample": {"late": 1}}, [])
	every activity in [slow, testing.without(_told, ["indirect_procedure"]), testing.changed(_exempt_with({}, ["reason"]), {"matter_related": false})] {
		_verdicts(testing.without(activity, ["data_source"])) == _asked(["data_source"])
		_verdicts(testing.without(activity, ["regimes"])) == _asked(["regimes"])
		_verdicts(testing.without(activity, ["data_source", "regimes"])) == _asked(["data_source", "regimes"])
	}
}

test_every_source_but_the_person if {
	every source in ["third-party", "client", "public", "mixed"] {
		_verdicts(testing.changed(testing.without(_told, ["indirect_procedure"]), {"data_source": source})) == _asked(["indirect_procedure"])
	}
	_verdicts(testing.changed(testing.without(_told, ["indirect_procedure"]), {"regimes": ["eu-gdpr"]})) == _asked(["indirect_procedure"])
}

test_examined if {
	_examined(_told, _firm) == {{
		"subject": {"collection": "processing_activities", "id": "checks"},
		"grade": 2,
		"changes_on": testing.day("2026-11-23"),
	}}
	_examined(_exempt, _firm) == {{"subject": {"collection": "processing_activities", "id": "checks"}, "grade": 2}}
	_examined(testing.without(_exempt, ["regimes"]), _firm) == {{"subject": {"collection": "processing_activities", "id": "checks"}, "grade": 2}}
}

test_does_not_apply if {
	every changes in [{"data_source": "subject"}, {"regimes": ["us-ca-ccpa"]}] {
		bare := {"id": "checks"}
		_findings(object.union(bare, changes)) == set()
		_findings(testing.changed(_procedure_with({"within_days": 31}, []), changes)) == set()
		_examined(testing.changed(_told, changes), _firm) == set()
	}
}

test_does_not_apply_to_a_firm_outside_these_laws if {
	texas := {"regimes": ["us-state-breach", "aba"]}
	control.not_applicable == "outside-gdpr" with data.inventory as {"firm": texas}
	every regime in ["eu-gdpr", "uk-gdpr"] {
		not control.not_applicable with data.inventory as {"firm": {"regimes": [regime, "aba"]}}
	}
	not control.not_applicable with data.inventory as {"firm": {}}
	_findings_in({"id": "checks"}, texas) == set()
	_examined(_told, texas) == set()
}
