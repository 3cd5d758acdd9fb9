# METADATA
# title: The data inventory has no gaps or dead links
# description: >-
#   Looks at the inventory as a whole: references that lead nowhere, identifiers used twice, copied facts that differ, stores without
#   a place, systems with client data and no owner, and entries that nobody has looked at for a year.
# scope: package
# custom:
#   id: GOV-004
#   profile: standard
#   unit: inventory
#   subjects:
#   - firm
#   reads:
#   - data_asset.last_reviewed_on
#   - data_asset.site_id
#   - data_asset.status
#   - data_asset.system_ids
#   - repository.copy_mismatches
#   - repository.duplicate_ids
#   - repository.not_listed
#   - repository.unresolved_references
#   - system.holds_client_data
#   - system.last_reviewed_on
#   - system.owner_id
#   # What loading finds in the registers; the rest is judged without it.
#   optional:
#   - repository
#   parameters: []
#   reasons:
#   - code: dead-link
#     result: warn
#     severity: low
#     message: '{place} refers to {reference}, which is not in the inventory.'
#     many: '{count} references lead to records that are not in the inventory.'
#   - code: duplicate-id
#     result: fail
#     severity: medium
#     message: Two records of the same kind share the identifier {reference}.
#     many: '{count} identifiers are shared by two records of the same kind.'
#   - code: copy-differs
#     result: fail
#     severity: medium
#     message: '{place} repeats a fact of {source}, and the two differ.'
#     many: '{count} facts are repeated elsewhere, and the two differ.'
#   - code: more-than-listed
#     result: warn
#     severity: medium
#     message: 'Of {what}, {count} more were found than are listed here.'
#     many: 'More dead links, shared identifiers or differing copies were found than are listed here.'
#   - code: no-place
#     result: warn
#     severity: low
#     message: It is not recorded where {asset} is kept.
#     many: 'For {count} stores it is not recorded where they are kept.'
#   - code: no-owner
#     result: warn
#     severity: medium
#     message: '{system} holds client data and has no owner.'
#     many: '{count} systems hold client data and have no owner.'
#   - code: review-overdue
#     result: warn
#     severity: low
#     message: The entry for {asset} was last reviewed on {last_on}.
#     many: '{count} stores and systems were last reviewed more than a year ago.'
#   - code: not-declared
#     result: unknown
#     severity: low
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   - code: dated-ahead
#     result: unknown
#     severity: medium
#     message: The entry for {subject} gives {dated} as {fact}, which lies after the time that is judged, so this could
#       not be judged.
#     many: '{count} stores and systems have a review that is dated after the time that is judged, so this could not be judged.'
#   citations:
#   - framework: NIST 800-53r5
#     ref: PM-5(1)
#     says: Inventory of systems processing personal information.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.IM-P1
#     says: Systems that process data are inventoried.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.IM-P6
#     says: Data elements are inventoried.
#     status: primary
#   - framework: GDPR
#     ref: Art 5(2)
#     says: Controller must be able to demonstrate compliance with the principles.
#     status: primary
#   remediation: Correct the link or add the missing record.
package privity.governance.no_gaps_or_dead_links

import data.lib.dates
import data.lib.elsewhere
import data.lib.facts
import data.lib.judged

_firm := {"collection": "firm", "id": "firm"}

# The inventory is one thing, and as good as the stores and systems in it; the firm's own entry does not lower the grade.
examined contains judged.changing(judged.examined_with("firm", {"id": "firm", "grade": 3}, records), days) if {
	records := [kept.record | some kept in _kept]
	days := [next | some kept in _kept; next := _review_due(kept.record) + 1]
}

# Stores that still exist, and systems.
_kept contains {"collection": "data_assets", "record": asset} if {
	some asset in data.inventory.data_assets
	not asset.status == "disposed"
}

_kept contains {"collection": "systems", "record": system} if some system in data.inventory.systems

# Links, identifiers and copies: they are compared while loading, over declared records and registers.

findings contains {
	"subject": _firm,
	"reason": "dead-link",
	"by": concat("/", [link.collection, link.row, link.field, link.value]),
	"args": {"place": judged.entity(link.collection, link.row), "reference": link.value},
	"relied_on": [{"collection": link.collection, "id": link.row, "path": replace(link.field, ".*", "")}],
} if {
	some link in data.inventory.repository.unresolved_references
}

findings contains {
	"subject": _firm,
	"reason": "duplicate-id",
	"by": concat("/", [double.collection, double.id]),
	"args": {"reference": double.id},
	"relied_on": [{"collection": double.collection, "id": double.id, "path": "id"}],
} if {
	some double in data.inventory.repository.duplicate_ids
}

findings contains {
	"subject": _firm,
	"reason": "copy-differs",
	"by": concat("/", [copy.collection, copy.row, copy.field]),
	"args": {"place": judged.entity(copy.collection, copy.row), "source": copy.source},
	"relied_on": [{"collection": copy.collection, "id": copy.row, "path": copy.field}],
} if {
	some copy in data.inventory.repository.copy_mismatches
}

findings contains {
	"subject": _firm,
	"reason": "more-than-listed",
	"by": list,
	"args": {"count": count_of_others, "what": judged.fact("repository", list)},
	"relied_on": [{"collection": "repository", "id": "repository", "path": concat(".", ["not_listed", list])}],
} if {
	some list in ["unresolved_references", "duplicate_ids", "copy_mismatches"]
	count_of_others := data.inventory.repository.not_listed[list]
}

# Gaps.

findings contains {
	"subject": _firm,
	"reason": "no-place",
	"by": kept.record.id,
	"args": {"asset": judged.entity("data_assets", kept.record.id)},
	"relied_on": [{"collection": "data_assets", "id": kept.record.id, "path": path} | some path in ["system_ids", "site_id"]],
} if {
	some kept in _kept
	kept.collection == "data_assets"
	facts.absent_or_blank(kept.record, "system_ids")
	facts.absent_or_blank(kept.record, "site_id")
}

_ownerless contains system if {
	some system in data.inventory.systems
	facts.absent_or_blank(system, "owner_id")
}

findings contains {
	"subject": _firm,
	"reason": "no-owner",
	"by": system.id,
	"args": {"system": judged.entity("systems", system.id)},
	"relied_on": [{"collection": "systems", "id": system.id, "path": path} | some path in ["owner_id", "holds_client_data"]],
} if {
	some system in _ownerless
	system.holds_client_data == true
}

findings contains elsewhere.not_declared(_firm, "systems", ids, "holds_client_data") if {
	ids := {system.id | some system in _ownerless; facts.absent(system, "holds_client_data")}
}

# Review.

_review_due(record) := dates.add_months(record.last_reviewed_on, 12) if record.last_reviewed_on <= data.as_of.day

findings contains {
	"subject": _firm,
	"reason": "review-overdue",
	"by": concat("/", [kept.collection, kept.record.id]),
	"args": {
		"asset": judged.entity(kept.collection, kept.record.id),
		"last_on": judged.date(kept.record.last_reviewed_on),
	},
	"relied_on": [{"collection": kept.collection, "id": kept.record.id, "path": "last_reviewed_on"}],
} if {
	some kept in _kept
	data.as_of.day > _review_due(kept.record)
}

findings contains elsewhere.not_declared(_firm, collection, ids, "last_reviewed_on") if {
	some collection in {"data_assets", "systems"}
	ids := {kept.record.id |
		some kept in _kept
		kept.collection == collection
		facts.absent(kept.record, "last_reviewed_on")
	}
}

findings contains object.union(
	judged.dated_ahead({"collection": kept.collection, "id": kept.record.id}, kept.collection, "last_reviewed_on", {"day": kept.record.last_reviewed_on}),
	{"subject": _firm, "by": concat("/", [kept.collection, kept.record.id, "last_reviewed_on"])},
) if {
	some kept in _kept
	kept.record.last_reviewed_on > data.as_of.day
}
