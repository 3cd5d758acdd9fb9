# METADATA
# title: Sensitive data relies on explicit consent where consent is the condition
# description: >-
#   Looks at every consent under EU or UK law that covers sensitive data, such as data about health, and asks whether it
#   was given by an express statement; where firm policy asks for it, in writing.
# scope: package
# custom:
#   id: CONSENT-005
#   profile: standard
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.covers_special_category
#   - consent_record.explicit
#   - consent_record.method
#   - consent_record.regime
#   - firm.regimes
#   parameters:
#   - explicit_written_only
#   reasons:
#   - code: not-explicit
#     result: fail
#     severity: critical
#     message: The consent of {client} covers sensitive data for {activity} and was not given by an express statement.
#     many: '{count} consents cover sensitive data and were not given by an express statement.'
#   - code: oral-not-written
#     result: warn
#     severity: low
#     message: The consent of {client} to the use of sensitive data for {activity} was recorded orally; firm policy
#       asks for writing.
#     many: '{count} consents to the use of sensitive data were recorded orally; firm policy asks for writing.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe
#     message: The firm says that it is under neither the GDPR nor the UK GDPR, which alone ask for explicit consent.
#   citations:
#   - framework: GDPR
#     ref: Art 9(2)(a)
#     says: Explicit consent is one condition for special-category data.
#     status: primary
#   - framework: EDPB Guidelines
#     ref: 05/2020 (consent)
#     says: Recommends refreshing consent at appropriate intervals; sets evidence expectations.
#     status: secondary
#   - framework: NIST 800-53r5
#     ref: PT-7
#     says: Extra conditions for specific categories.
#     status: primary
#   remediation: Obtain a signed or equally express statement naming the sensitive data.
package privity.consent.explicit_for_sensitive_data

import data.lib.consents
import data.lib.european
import data.lib.judged

not_applicable := "outside-europe" if european.outside(data.inventory.firm)

_subject := judged.subject("consent_records", input.consent_record)

# What decides whether the control applies; with one part known to be false it does not.
_outside if input.consent_record.covers_special_category == false

_outside if {
	regime := input.consent_record.regime
	not regime in {"eu", "uk"}
}

_undecided := judged.missing(input.consent_record, ["covers_special_category", "regime"])

_record := input.consent_record if {
	not _outside
	count(_undecided) == 0
}

examined contains judged.examined("consent_records", input.consent_record) if not _outside

# Ways of agreeing that can carry an express statement.
_express := {"written-signature", "e-signature", "email-reply", "web-form-opt-in", "recorded-oral"}

findings contains {
	"subject": _subject,
	"reason": "not-explicit",
	"args": consents.parties(_record),
	"relied_on": [_fact(path) | some path in sort(_shortfalls)],
} if {
	count(_shortfalls) > 0
}

_shortfalls contains "explicit" if _record.explicit == false

_shortfalls contains "method" if {
	method := _record.method
	not method in _express
}

findings contains {
	"subject": _subject,
	"reason": "oral-not-written",
	"args": consents.parties(_record),
	"relied_on": [_fact("method")],
} if {
	_record.method == "recorded-oral"
	data.parameters.explicit_written_only == true
}

findings contains judged.not_declared(_subject, "consent_records", path) if {
	not _outside
	some path in _undecided
}

findings contains judged.not_declared(_subject, "consent_records", path) if {
	some path in judged.missing(_record, ["explicit", "method"])
}

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
