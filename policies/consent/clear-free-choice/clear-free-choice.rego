# METADATA
# title: Consent was a clear, separate and free choice
# description: >-
#   Looks at every consent to a use of data that EU, UK or California law governs and asks whether it was a real choice: a
#   clear act, kept apart from other terms, and not the price of a service that could do without it.
# scope: package
# custom:
#   id: CONSENT-004
#   profile: standard
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.conditional_on_service
#   - consent_record.kind
#   - consent_record.method
#   - consent_record.necessary_for_service
#   - consent_record.proof
#   - consent_record.regime
#   - consent_record.separate_from_other_terms
#   - firm.regimes
#   parameters: []
#   reasons:
#   - code: not-an-act
#     result: fail
#     severity: high
#     message: The consent of {client} for {activity} was taken by {method}, which the law does not accept as a clear
#       act of agreement.
#     many: '{count} consents were taken in a way that the law does not accept as a clear act of agreement.'
#   - code: bundled
#     result: fail
#     severity: high
#     message: The consent of {client} for {activity} was not kept apart from the other terms.
#     many: '{count} consents were not kept apart from the other terms.'
#   - code: tied-to-service
#     result: fail
#     severity: high
#     message: The consent of {client} for {activity} was made a condition of a service that does not need it.
#     many: '{count} consents were made a condition of a service that does not need them.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   not_applicable:
#   - code: outside-europe-and-california
#     message: The firm says that it is under none of the GDPR, the UK GDPR and the California Consumer Privacy Act, which alone ask this of a consent.
#   citations:
#   - framework: GDPR
#     ref: Art 4(11)
#     says: Consent is a freely given, specific, informed, unambiguous affirmative indication.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(2)
#     says: Consent wording must stand apart from other matters, in clear language.
#     status: primary
#   - framework: GDPR
#     ref: Art 7(4)
#     says: Consent tied to a service that does not need it is suspect.
#     status: primary
#   remediation: Ask again with a separate, unticked, optional statement.
package privity.consent.clear_free_choice

import data.lib.consents
import data.lib.european
import data.lib.facts
import data.lib.judged

not_applicable := "outside-europe-and-california" if {
	firm := data.inventory.firm
	european.outside(firm)
	not _in_california(firm)
}

_in_california(firm) if "us-ca-ccpa" in firm.regimes

_subject := judged.subject("consent_records", input.consent_record)

# What decides whether the control applies; with one part known to be false it does not.
_outside if {
	kind := input.consent_record.kind
	not kind in consents.kinds
}

_outside if {
	regime := input.consent_record.regime
	not regime in {"eu", "uk", "us-ca"}
}

_undecided := judged.missing(input.consent_record, ["kind", "regime"])

_record := input.consent_record if {
	not _outside
	count(_undecided) == 0
}

examined contains judged.examined("consent_records", input.consent_record) if not _outside

findings contains {
	"subject": _subject,
	"reason": "not-an-act",
	"args": object.union(consents.parties(_record), {"method": judged.value("consent_records", "method", _record.method)}),
	"relied_on": [_fact("method")],
} if {
	_record.method in {"implied", "silence", "pre-ticked-box", "scrolling", "engagement-letter-boilerplate"}
}

# Ways of agreeing in which other terms may stand beside the consent.
_beside_other_terms if _record.method in {"engagement-letter", "written-signature", "e-signature"}

findings contains {
	"subject": _subject,
	"reason": "bundled",
	"args": consents.parties(_record),
	"relied_on": [_fact("separate_from_other_terms"), _fact("method")],
} if {
	_beside_other_terms
	_record.separate_from_other_terms == false
}

findings contains {
	"subject": _subject,
	"reason": "tied-to-service",
	"args": consents.parties(_record),
	"relied_on": [_fact("conditional_on_service"), _fact("necessary_for_service")],
} if {
	_record.conditional_on_service == true
	_record.necessary_for_service == false
}

findings contains judged.not_declared(_subject, "consent_records", path) if {
	not _outside
	some path in _undecided
}

findings contains judged.not_declared(_subject, "consent_records", path) if {
	some path in _needed
	facts.absent_or_blank(_record, split(path, "."))
}

_needed contains "method" if _record

_needed contains "separate_from_other_terms" if _beside_other_terms

# Spoken words leave no trace but the recording.
_needed contains "proof.uri" if _record.method == "recorded-oral"

# A use that the service needs may be its condition, so nothing more is asked.
_needed contains "conditional_on_service" if {
	_record
	not _record.necessary_for_service
}

_needed contains "necessary_for_service" if _record.conditional_on_service == true

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
