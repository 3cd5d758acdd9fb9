# METADATA
# title: Real client data is not used for testing, demos or model training
# description: >-
#   Looks at every copy of data kept for testing, demonstrations, training or analysis: whether it holds real personal
#   data, or pseudonymised data without an approved exception that is still in force.
# scope: package
# custom:
#   id: MIN-005
#   profile: standard
#   unit: record
#   subjects:
#   - data_assets
#   - client_files
#   reads:
#   - data_asset.contains_personal_data
#   - data_asset.deidentification
#   - data_asset.environment
#   - data_asset.exception
#   - data_asset.status
#   parameters: []
#   reasons:
#   - code: real-data-in-test
#     result: fail
#     severity: high
#     message: '{asset} is a copy for {environment} that holds real personal data.'
#     many: '{subjects} are copies for testing, demonstration, training or analysis and hold real personal data.'
#   - code: pseudonymised-in-test
#     result: fail
#     severity: medium
#     message: '{asset} is a copy for {environment} with pseudonymised data and no approved exception in force.'
#     many: '{subjects} are copies for testing, demonstration, training or analysis with pseudonymised data and no
#       approved exception in force.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 5(1)(c)
#     says: Data must be adequate, relevant and limited to what the purpose needs.
#     status: primary
#   - framework: GDPR
#     ref: Art 25(1)
#     says: Build data protection into design of processing.
#     status: primary
#   - framework: NIST 800-53r5
#     ref: PM-25
#     says: Minimise personal information in testing, training, research.
#     status: primary
#   - framework: ISO/IEC 27001:2022
#     ref: A.8.33
#     says: Test information.
#     status: primary
#   - framework: ABA Model Rule
#     ref: 1.6(c)
#     says: Reasonable efforts to prevent unauthorised access or disclosure.
#     status: secondary
#   - framework: California Rules of Professional Conduct
#     ref: rule 1.6; Bus. & Prof. Code 6068(e)(1)
#     says: Keep a client's confidential information; disclosure needs informed consent, with one narrow exception.
#     status: secondary
#   remediation: Replace with synthetic or anonymised data, or delete the copy.
package privity.minimisation.no_client_data_in_tests

import data.lib.facts
import data.lib.judged

_asset := input.data_asset

_subject := judged.subject(input.collection, _asset)

_applies if {
	_asset.environment in {"test", "demo", "training", "analytics-sandbox"}
	not _disposed
}

_undecided if {
	facts.absent(_asset, "environment")
	not _disposed
}

# A copy that was deleted holds nothing any more (rulings, Retention: deletion is what mends this finding).
_disposed if _asset.status == "disposed"

examined contains judged.changing(judged.examined(input.collection, _asset), _exception_ends) if _applies

examined contains judged.examined(input.collection, _asset) if _undecided

findings contains judged.not_declared(_subject, input.collection, "environment") if _undecided

findings contains judged.not_declared(_subject, input.collection, path) if {
	_applies
	some path in judged.missing(_asset, ["contains_personal_data", "deidentification"])
}

findings contains {
	"subject": _subject,
	"reason": "real-data-in-test",
	"args": _arguments,
	"relied_on": [_fact("deidentification"), _fact("contains_personal_data"), _fact("environment")],
} if {
	_applies
	_asset.contains_personal_data
	_asset.deidentification == "none"
}

findings contains {
	"subject": _subject,
	"reason": "pseudonymised-in-test",
	"args": _arguments,
	"relied_on": [_fact("exception"), _fact("deidentification"), _fact("environment")],
} if {
	_pseudonymised
	_exception_fails
}

# Of an exception that may stand, what is missing is asked for.
findings contains judged.not_declared(_subject, input.collection, path) if {
	_pseudonymised
	not _exception_fails
	some path in judged.missing(_asset, ["exception.approved_by", "exception.expires_on"])
}

_pseudonymised if {
	_applies
	_asset.deidentification == "pseudonymised"
}

_exception_fails if facts.absent(_asset, "exception")

_exception_fails if facts.blank(_asset.exception.approved_by)

_exception_fails if _asset.exception.expires_on < data.as_of.day

# The day after the last day of the exception on which a pass rests.
_exception_ends := [_asset.exception.expires_on + 1] if {
	_pseudonymised
	facts.present(_asset, ["exception", "approved_by"])
	not _exception_fails
} else := []

_arguments := {
	"asset": judged.entity(input.collection, _asset.id),
	"environment": judged.value(input.collection, "environment", _asset.environment),
}

_fact(path) := {"collection": input.collection, "id": _asset.id, "path": path}
