package privity.retention.identity_checks_deleted_test

import data.lib.testing
import data.privity.retention.identity_checks_deleted as control

_day(text) := testing.day(text)

# The relationship ended on 22 November 2021: due on 22 November 2026.
_client := {"id": "K-1", "status": "former", "relationship_ended_on": testing.day("2021-11-22"), "grade": 1}

_checks := {
	"id": "A-1",
	"status": "closed",
	"record_class": "aml-cdd",
	"client_id": "K-1",
	"matter_ids": ["M-1"],
	"grade": 2,
}

_consent := {
	"id": "C-1",
	"client_id": "K-1",
	"kind": "data-processing",
	"given_at": testing.at("2021-11-22T09:00:00"),
	"grade": 0,
}

_hold := {"id": "H-1", "status": "active", "triggered_on": testing.day("2026-01-01"), "matter_ids": ["M-1"]}

_access := {"id": "Q-1", "right": "access", "status": "open", "client_id": "K-1", "received_on": testing.day("2026-11-01")}

# A case is judged on 23 November 2026, the day after the checks are due, unless it says otherwise. file, client: what is
# changed; less: fields that the file lacks, less_client: that the client lacks.
_found(case) := found if {
	found := control.findings with input as _input(case)
		with data.inventory as _inventory(case)
		with data.requests as testing.by_id(object.get(case, "requests", []))
		with data.as_of as testing.end_of(object.get(case, "on", "2026-11-23"))
		with data.parameters as {"strict_hold": true}
}

_examined(case) := examined if {
	examined := control.examined with input as _input(case)
		with data.inventory as _inventory(case)
		with data.requests as testing.by_id(object.get(case, "requests", []))
		with data.as_of as testing.end_of(object.get(case, "on", "2026-11-23"))
		with data.parameters as {"strict_hold": true}
}

_input(case) := object.union(
	{
		"client_files": testing.by_id([testing.changed(testing.without(_checks, object.get(case, "less", [])), object.get(case, "file", {}))]),
		"consent_records": testing.by_id([testing.changed(_consent, object.get(case, "consent", {}))]),
	},
	{"client": testing.changed(testing.without(_client, object.get(case, "less_client", [])), object.get(case, "client", {})) | not case.no_client},
)

_inventory(case) := {
	"firm": object.get(case, "firm", {"mlr_regulated": true, "regimes": ["sra", "uk-gdpr"]}),
	"legal_holds": testing.by_id(object.get(case, "holds", [])),
	"data_assets": testing.by_id(object.get(case, "stores", [])),
}

_wrong(cases) := {name: verdicts |
	some name, [case, expected] in cases
	verdicts := testing.verdicts(_found(case))
	not _as_expected(verdicts, expected, testing.ids(_examined(case)))
}

_as_expected(verdicts, expected, {"A-1"}) if verdicts == expected

_kept_too_long := {["A-1", "kept-too-long", ""]}

_not_shown := {["A-1", "reason-not-shown", ""]}

_missing(fact) := {["A-1", "not-declared", fact]}

_days := {
	"on the day": [{"on": "2026-11-22"}, set()],
	"the day after": [{}, _kept_too_long],
	"29 February + 5 years, on the day": [{"on": "2025-02-28", "client": {"relationship_ended_on": _day("2020-02-29")}}, set()],
	"29 February + 5 years, the day after": [{"on": "2025-03-01", "client": {"relationship_ended_on": _day("2020-02-29")}}, _kept_too_long],
	"the file's own day comes first: later": [{"file": {"retention_trigger_on": _day("2021-11-23")}}, set()],
	"the file's own day comes first: earlier": [{"file": {"retention_trigger_on": _day("2021-11-22")}, "client": {"relationship_ended_on": _day("2024-01-01")}}, _kept_too_long],
	"a single transaction": [{"less_client": ["relationship_ended_on"], "client": {"occasional_transaction_completed_on": _day("2021-11-22")}}, _kept_too_long],
	"a later transaction": [{"client": {"occasional_transaction_completed_on": _day("2021-11-23")}}, set()],
	"an earlier transaction": [{"client": {"occasional_transaction_completed_on": _day("2020-01-01")}}, _kept_too_long],
	"a transaction of a client who came back": [{"less_client": ["relationship_ended_on"], "client": {"status": "current", "occasional_transaction_completed_on": _day("2020-01-01")}}, _kept_too_long],
	"a current client": [{"less_client": ["relationship_ended_on"], "client": {"status": "current"}}, set()],
	"a prospective client": [{"less_client": ["relationship_ended_on"], "client": {"status": "prospective"}}, set()],
	"a former client without an end": [{"less_client": ["relationship_ended_on"]}, _missing("clients.relationship_ended_on")],
	"a declined client without an end": [{"less_client": ["relationship_ended_on"], "client": {"status": "declined"}}, _missing("clients.relationship_ended_on")],
	"neither status nor end": [{"less_client": ["relationship_ended_on", "status"]}, _missing("clients.status")],
	"an end, and no status": [{"less_client": ["status"]}, _kept_too_long],
	"a client that the register does not have": [{"no_client": true}, _missing("clients.status")],
	"that client, and the file's own day": [{"no_client": true, "file": {"retention_trigger_on": _day("2021-11-22")}}, _kept_too_long],
	"a live file": [{"file": {"status": "live"}}, _kept_too_long],
}

test_the_day if _wrong(_days) == {}

_suspensions := {
	"a hold, on the day": [{"on": "2026-11-22", "holds": [_hold]}, set()],
	"a hold, the day after": [{"holds": [_hold]}, {["A-1", "kept-under-hold", "legal_holds/H-1"]}],
	"a hold comes before a reason": [{"holds": [_hold], "file": {"cdd_keep_reason": "enactment"}}, {["A-1", "kept-under-hold", "legal_holds/H-1"]}],
	"a hold released today": [{"holds": [testing.changed(_hold, {"released_on": _day("2026-11-23")})]}, _kept_too_long],
	"a hold released tomorrow": [{"holds": [testing.changed(_hold, {"released_on": _day("2026-11-24")})]}, {["A-1", "kept-under-hold", "legal_holds/H-1"]}],
	"a hold on another matter": [{"holds": [testing.changed(_hold, {"matter_ids": ["M-2"]})]}, _kept_too_long],
	"an open request for access": [{"requests": [_access]}, {["A-1", "kept-under-hold", "rights_requests/Q-1"]}],
	"a request of another client": [{"requests": [testing.changed(_access, {"client_id": "K-2"})]}, _kept_too_long],
	"two that suspend": [{"holds": [_hold], "requests": [_access]}, {["A-1", "kept-under-hold", "legal_holds/H-1"], ["A-1", "kept-under-hold", "rights_requests/Q-1"]}],
}

test_what_suspends if _wrong(_suspensions) == {}

_by_consent(changes) := {"file": {"cdd_keep_reason": "data-subject-consent", "consent_record_id": "C-1"}, "consent": changes}

_reasons := {
	"an enactment": [{"file": {"cdd_keep_reason": "enactment", "cdd_keep_approved_by": "S-1"}}, set()],
	"court proceedings": [{"file": {"cdd_keep_reason": "court-proceedings", "cdd_keep_approved_by": "S-1"}}, set()],
	"proceedings that are expected": [{"file": {"cdd_keep_reason": "legal-proceedings-expected", "cdd_keep_approved_by": "S-1"}}, set()],
	"a reason that nobody approved": [{"file": {"cdd_keep_reason": "enactment"}}, _not_shown],
	"a reason with a blank approval": [{"file": {"cdd_keep_reason": "enactment", "cdd_keep_approved_by": " "}}, _not_shown],
	"an approval without a reason": [{"file": {"cdd_keep_approved_by": "S-1"}}, _kept_too_long],
	"a reason before the day": [{"on": "2026-11-22", "file": {"cdd_keep_reason": "enactment"}}, set()],
	"consent": [_by_consent({}), set()],
	"consent without a record": [{"file": {"cdd_keep_reason": "data-subject-consent"}}, _not_shown],
	"consent that somebody approved, without a record": [{"file": {"cdd_keep_reason": "data-subject-consent", "cdd_keep_approved_by": "S-1"}}, _not_shown],
	"a record that nobody knows": [{"file": {"cdd_keep_reason": "data-subject-consent", "consent_record_id": "C-9"}}, _not_shown],
	"consent of another client": [_by_consent({"client_id": "K-2"}), _not_shown],
	"consent withdrawn": [_by_consent({"withdrawn_at": testing.at("2026-11-23T10:00:00")}), _not_shown],
	"consent to be withdrawn tomorrow": [_by_consent({"withdrawn_at": testing.at("2026-11-24T10:00:00")}), set()],
	"consent that expired yesterday": [_by_consent({"expires_on": _day("2026-11-22")}), _not_shown],
	"consent that expires today": [_by_consent({"expires_on": _day("2026-11-23")}), set()],
	"consent still to be given": [_by_consent({"given_at": testing.at("2026-11-24T10:00:00")}), _not_shown],
	"consent and another reason": [{"file": {"cdd_keep_reason": "enactment", "consent_record_id": "C-1"}}, _not_shown],
}

test_reasons_to_keep_them if _wrong(_reasons) == {}

_applicability := {
	"class not declared": [{"less": ["record_class"]}, _missing("client_files.record_class")],
	"status not declared": [{"less": ["status"]}, _missing("client_files.status")],
	"a firm of solicitors that does not say": [{"firm": {"regimes": ["sra"]}}, _missing("firm.mlr_regulated")],
	"a firm that says nothing": [{"firm": {}}, _missing("firm.mlr_regulated")],
}

test_facts_without_which_it_cannot_be_told_whether_it_applies if _wrong(_applicability) == {}

_not_examined := {
	"another class": {"file": {"record_class": "client-file"}},
	"another class, and no status": {"file": {"record_class": "client-file"}, "less": ["status"]},
	"destroyed": {"file": {"status": "disposed"}},
	"destroyed, and no class": {"file": {"status": "disposed"}, "less": ["record_class"]},
	"a firm that is not regulated": {"firm": {"mlr_regulated": false, "regimes": ["sra"]}},
	"a firm that does not say, outside the SRA": {"firm": {"regimes": ["aba"]}},
	"a store, and a firm that is not regulated": {"firm": {"mlr_regulated": false}, "stores": [testing.changed(_checks, {"id": "A-2"})]},
	"a store of another class": {"file": {"status": "disposed"}, "stores": [testing.changed(_checks, {"id": "A-2", "record_class": "client-file"})]},
	"a store of another client": {"file": {"status": "disposed"}, "stores": [testing.changed(_checks, {"id": "A-2", "client_id": "K-2"})]},
}

test_does_not_apply if {
	applied := {name | some name, case in _not_examined; count(_examined(case) | _found(case)) > 0}
	applied == set()
}

_why_not_applicable(firm) := reason if {
	reason := control.not_applicable with data.inventory as {"firm": firm}
} else := "applies"

test_why_it_does_not_apply_to_a_firm if {
	_why_not_applicable({"mlr_regulated": true}) == "applies"
	_why_not_applicable({"mlr_regulated": false, "regimes": ["sra"]}) == "not-regulated"
	_why_not_applicable({"regimes": ["aba"]}) == "not-said-and-not-sra"
	_why_not_applicable({"regimes": ["sra"]}) == "applies"
	_why_not_applicable({}) == "applies"
}

test_declared_stores_of_the_client_are_judged_too if {
	case := {"file": {"status": "disposed"}, "stores": [testing.changed(_checks, {"id": "A-2"})]}
	{[finding.subject.collection, finding.subject.id, finding.reason] | some finding in _found(case)} == {["data_assets", "A-2", "kept-too-long"]}
	testing.ids(_examined(case)) == {"A-2"}
}

test_declared_stores_of_a_client_without_files_are_judged_too if {
	case := {"less": ["client_id"], "file": {"status": "disposed"}, "stores": [testing.changed(_checks, {"id": "A-2"})]}
	testing.verdicts(_found(case)) == {["A-2", "kept-too-long", ""]}
}

test_a_file_without_a_client_is_of_the_client_at_hand if {
	{finding.args.client | some finding in _found({"less": ["client_id"]})} == {{"collection": "clients", "id": "K-1"}}
}

test_stores_of_a_client_that_the_register_does_not_have if {
	case := {"no_client": true, "file": {"status": "disposed"}, "stores": [testing.changed(_checks, {"id": "A-2", "retention_trigger_on": _day("2021-11-22")})]}
	testing.verdicts(_found(case)) == {["A-2", "kept-too-long", ""]}
}

test_examined_rests_on_the_client_and_changes_the_day_after if {
	_examined({"on": "2026-11-22"}) == {{
		"subject": {"collection": "client_files", "id": "A-1"},
		"grade": 1,
		"changes_on": _day("2026-11-23"),
	}}
}

test_examined_with_its_own_day_rests_on_itself if {
	examined := _examined({"on": "2026-01-01", "file": {"retention_trigger_on": _day("2021-11-22")}})
	{entry.grade | some entry in examined} == {2}
}

test_examined_with_a_consent_changes_when_that_ends if {
	_examined(_by_consent({"expires_on": _day("2026-12-31")})) == {{
		"subject": {"collection": "client_files", "id": "A-1"},
		"grade": 0,
		"changes_on": _day("2027-01-01"),
	}}
}

test_examined_before_the_day_rests_on_no_consent if {
	examined := _examined(object.union(_by_consent({"expires_on": _day("2026-11-01")}), {"on": "2026-10-01"}))
	{[entry.grade, entry.changes_on] | some entry in examined} == {[1, _day("2026-11-23")]}
}

test_examined_with_another_reason_rests_on_no_consent if {
	examined := _examined({"file": {"cdd_keep_reason": "enactment", "consent_record_id": "C-1"}})
	{entry.grade | some entry in examined} == {1}
}

_subject := {"collection": "client_files", "id": "A-1"}

_fact(path) := object.union(_subject, {"path": path})

_ended := {"collection": "clients", "id": "K-1", "path": "relationship_ended_on"}

_arguments := {"client": {"collection": "clients", "id": "K-1"}, "due_on": {"day": testing.day("2026-11-22")}}

test_kept_too_long_whole if {
	_found({}) == {{
		"subject": _subject,
		"reason": "kept-too-long",
		"args": _arguments,
		"relied_on": [_fact("cdd_keep_reason"), _fact("status"), _ended],
	}}
}

test_reason_not_shown_whole if {
	_found({"file": {"cdd_keep_reason": "enactment"}}) == {{
		"subject": _subject,
		"reason": "reason-not-shown",
		"args": object.union(_arguments, {"reason": {"collection": "client_files", "field": "cdd_keep_reason", "value": "enactment"}}),
		"relied_on": [_fact("cdd_keep_approved_by"), _fact("cdd_keep_reason"), _ended],
	}}
}

test_reason_not_shown_leads_to_the_consent if {
	found := _found({"file": {"cdd_keep_reason": "data-subject-consent", "retention_trigger_on": _day("2021-11-22")}})
	{finding.relied_on | some finding in found} == {[_fact("consent_record_id"), _fact("cdd_keep_reason"), _fact("retention_trigger_on")]}
}

test_kept_under_hold_whole if {
	_found({"holds": [testing.changed(_hold, {"released_on": _day("2026-12-01")})]}) == {{
		"subject": _subject,
		"reason": "kept-under-hold",
		"by": "legal_holds/H-1",
		"args": object.union(_arguments, {"hold": {"collection": "legal_holds", "id": "H-1"}}),
		"relied_on": [{"collection": "legal_holds", "id": "H-1", "path": "triggered_on"}, _ended],
		"changes_on": _day("2026-12-01"),
	}}
}

test_a_single_transaction_is_relied_on if {
	case := {"client": {"occasional_transaction_completed_on": _day("2020-01-01")}}
	{finding.relied_on[3] | some finding in _found(case)} == {{"collection": "clients", "id": "K-1", "path": "occasional_transaction_completed_on"}}
}

test_what_the_client_does_not_say_is_where_to_look if {
	{finding.relied_on | some finding in _found({"less_client": ["relationship_ended_on"]})} == {[_ended]}
}
