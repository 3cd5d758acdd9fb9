# METADATA
# title: Clients were told the essentials before agreeing
# description: >-
#   Looks at every consent to a use of data and asks whether the client knew the essentials before agreeing: who uses
#   which data, for what and how, who receives it, how to withdraw, and any special risks.
# scope: package
# custom:
#   id: CONSENT-007
#   profile: full
#   unit: record
#   subjects:
#   - consent_records
#   reads:
#   - consent_record.covers_adm
#   - consent_record.covers_transfer
#   - consent_record.given_at
#   - consent_record.information_items
#   - consent_record.informed_at
#   - consent_record.kind
#   - consent_record.wording_version
#   - consent_wording.information_items
#   - consent_wording.version
#   # Not every firm keeps a list of wordings: a record may say itself what the client was told.
#   optional:
#   - consent_wordings
#   parameters: []
#   reasons:
#   - code: not-told
#     result: fail
#     severity: high
#     message: '{client} agreed to {activity} without being told {item}, according to the record.'
#     many: In {count} cases a client agreed without being told one of the essentials, according to the record.
#   - code: told-after
#     result: fail
#     severity: medium
#     message: According to the record, {client} received the information about {activity} after agreeing.
#     many: According to the record, {count} consents were given before the client received the information.
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 4(11)
#     says: Consent is a freely given, specific, informed, unambiguous affirmative indication.
#     status: primary
#   - framework: GDPR
#     ref: Art 13(2)(c)
#     says: Tell people they may withdraw consent.
#     status: primary
#   - framework: GDPR
#     ref: Art 49(1)
#     says: Derogations for specific situations; consent, contract, legal claims.
#     status: primary
#   - framework: EDPB Guidelines
#     ref: 05/2020 (consent)
#     says: Recommends refreshing consent at appropriate intervals; sets evidence expectations.
#     status: secondary
#   remediation: Reissue the consent form with the missing information and ask again.
package privity.consent.told_before_agreeing

import data.lib.consents
import data.lib.dates
import data.lib.facts
import data.lib.judged

_record := input.consent_record if input.consent_record.kind in consents.kinds

_subject := judged.subject("consent_records", _record)

# What every client must be told, and what some must be told besides.
_required contains item if {
	some item in {"controller-identity", "purposes", "data-types", "how-used", "how-stored", "sharing", "right-to-withdraw"}
}

_required contains "transfer-risks" if _record.kind == "transfer"

_required contains "transfer-risks" if _record.covers_transfer == true

_required contains "automated-decisions" if _record.covers_adm == true

_required contains "ai-tool-risks" if _record.kind == "ai-input"

# The wordings of the version that the client saw: one, unless several bear its name.
_wordings := [data.inventory.consent_wordings[id] | some id in sort(ids)] if {
	ids := {id | some id, wording in data.inventory.consent_wordings; wording.version == _record.wording_version}
}

# What the wording tells. Where several bear the name, only what each of them tells is sure to have been told.
_in_wording := {item |
	some item in _wordings[0].information_items
	every wording in _wordings {
		item in wording.information_items
	}
} if {
	every wording in _wordings {
		facts.present(wording, "information_items")
	}
	count(_wordings) > 0
}

# What the client was told: what the record says, else what its wording says.
_told := {item | some item in _record.information_items} if {
	facts.present(_record, "information_items")
} else := _in_wording

examined contains judged.examined_with("consent_records", _record, _wordings_relied_on)

# A record that says itself what was told, and when, stands alone.
_wordings_relied_on := [] if {
	facts.present(_record, "information_items")
	facts.present(_record, "informed_at")
} else := _wordings

examined contains judged.examined("consent_records", input.consent_record) if _of_unknown_kind

_of_unknown_kind if facts.absent(input.consent_record, "kind")

findings contains {
	"subject": _subject,
	"reason": "not-told",
	"by": item,
	"args": object.union(consents.parties(_record), {"item": judged.value("consent_records", "information_items", item)}),
	"relied_on": _places,
} if {
	_record
	some item in (_required - _told)
}

_places := [_fact("information_items")] if {
	facts.present(_record, "information_items")
} else := array.concat(
	[{"collection": "consent_wordings", "id": wording.id, "path": "information_items"} | some wording in _wordings],
	[_fact("wording_version")],
)

findings contains {
	"subject": _subject,
	"reason": "told-after",
	"args": consents.parties(_record),
	"relied_on": [_fact("informed_at"), _fact("given_at")],
} if {
	dates.after(_record.informed_at, _record.given_at)
}

findings contains judged.not_declared(judged.subject("consent_records", input.consent_record), "consent_records", "kind") if {
	_of_unknown_kind
}

findings contains judged.not_declared(_subject, "consent_records", "information_items") if not _told

# The wording is read when agreeing, so what it carries was told in time. Of anything else the day must be known.
findings contains judged.not_declared(_subject, "consent_records", "informed_at") if {
	_record
	_day_of_telling_matters
	facts.absent(_record, "informed_at")
}

_day_of_telling_matters if count((_required & _told) - _in_wording) > 0

_day_of_telling_matters if {
	not _in_wording
	count(_required & _told) > 0
}

findings contains judged.not_declared(_subject, "consent_records", "given_at") if {
	_order_matters
	facts.absent(_record, "given_at")
}

_order_matters if _day_of_telling_matters

_order_matters if facts.present(_record, "informed_at")

_fact(path) := {"collection": "consent_records", "id": _record.id, "path": path}
