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

# Links.

# The fields of declared records that refer to declared records, as the inventory's schema marks them (x-references);
# "*" stands for any entry. References to and from registers are followed while loading.
_references := {
	"ai_systems": {
		"approved_by": ["staff"],
		"oversight_staff_ids.*": ["staff"],
		"screening.by": ["staff"],
		"vendor_id": ["vendors"],
	},
	"audits": {
		"findings.*.accepted_by": ["staff"],
		"findings.*.affected_policy_ids.*": ["policies"],
		"findings.*.owner_id": ["staff"],
	},
	"client_terms": {
		"system_ids.*": ["systems"],
	},
	"collection_forms": {
		"fields.*.data_category_id": ["data_categories"],
		"practice_area_ids.*": ["practice_areas"],
		"privacy_notice_id": ["privacy_notices"],
	},
	"consent_processes": {
		"activity_ids.*": ["processing_activities"],
		"owner_id": ["staff"],
	},
	"consent_reviews": {
		"performed_by": ["staff"],
	},
	"data_assets": {
		"activity_ids.*": ["processing_activities"],
		"cdd_keep_approved_by": ["staff"],
		"custodian_ids.*": ["staff"],
		"data_category_ids.*": ["data_categories"],
		"exception.approved_by": ["staff"],
		"extension.approved_by": ["staff"],
		"retention_rule_ids.*": ["retention_rules"],
		"site_id": ["sites"],
		"system_ids.*": ["systems"],
	},
	"devices": {
		"incident_id": ["incidents"],
	},
	"ethical_walls": {
		"acknowledgements.*.staff_id": ["staff"],
		"enforced_system_ids.*": ["systems"],
		"holding_system_ids.*": ["systems"],
		"screened_staff_ids.*": ["staff"],
	},
	"firm": {
		"dpo.staff_or_vendor_id": ["staff", "vendors"],
		"offices.cofa.deputy_id": ["staff"],
		"offices.cofa.staff_id": ["staff"],
		"offices.general-counsel-or-colp.deputy_id": ["staff"],
		"offices.general-counsel-or-colp.staff_id": ["staff"],
		"offices.incident-lead.deputy_id": ["staff"],
		"offices.incident-lead.staff_id": ["staff"],
		"offices.privacy-lead.deputy_id": ["staff"],
		"offices.privacy-lead.staff_id": ["staff"],
		"offices.records-manager.deputy_id": ["staff"],
		"offices.records-manager.staff_id": ["staff"],
		"offices.security-lead.deputy_id": ["staff"],
		"offices.security-lead.staff_id": ["staff"],
		"oversight_staff_ids.*": ["staff"],
	},
	"impact_assessments": {
		"activity_id": ["processing_activities"],
		"ai_system_id": ["ai_systems"],
	},
	"incident_plans": {
		"escalation.*.contact": ["staff"],
		"escalation.*.deputy": ["staff"],
		"roles.*": ["staff"],
	},
	"incidents": {
		"assessed_by": ["staff"],
		"data_category_ids.*": ["data_categories"],
		"insurer_decision.decided_by": ["staff"],
		"notifications.*.reviewed_by": ["staff"],
		"owner_id": ["staff"],
		"post_review.actions.*.owner_id": ["staff"],
		"preservation_decision.decided_by": ["staff"],
		"preservation_decision.legal_hold_id": ["legal_holds"],
		"regulator_decision.decided_by": ["staff"],
		"source_vendor_id": ["vendors"],
	},
	"legal_holds": {
		"custodians.*.staff_id": ["staff"],
		"released_by": ["staff"],
	},
	"policies": {
		"approved_by": ["staff"],
		"owner_id": ["staff"],
		"practice_area_ids.*": ["practice_areas"],
	},
	"practice_areas": {
		"allowed_data_category_ids.*": ["data_categories"],
	},
	"privacy_notices": {
		"approved_by": ["staff"],
		"changed_activity_ids.*": ["processing_activities"],
		"covers_activity_ids.*": ["processing_activities"],
		"retention_statements.*.activity_id": ["processing_activities"],
		"sections_confirmed.*.by": ["staff"],
	},
	"processing_activities": {
		"ai_system_ids.*": ["ai_systems"],
		"apd_policy_id": ["policies"],
		"data_category_ids.*": ["data_categories"],
		"indirect_exemption.approved_by": ["staff"],
		"indirect_procedure.owner_id": ["staff"],
		"necessary_data_category_ids.*": ["data_categories"],
		"retention_rule_ids.*": ["retention_rules"],
		"transfer_ids.*": ["transfers"],
		"vendor_ids.*": ["vendors"],
	},
	"regulatory_changes": {
		"affected_policy_ids.*": ["policies"],
	},
	"retention_rules": {
		"owner_id": ["staff"],
	},
	"risks": {
		"owner_id": ["staff"],
	},
	"roles": {
		"permitted_data_category_ids.*": ["data_categories"],
	},
	"staff": {
		"acknowledgements.*.policy_id": ["policies"],
		"role_id": ["roles"],
	},
	"systems": {
		"owner_id": ["staff"],
		"sso_system_id": ["systems"],
		"vendor_id": ["vendors"],
	},
	"transfers": {
		"derogation.necessity_assessed_by": ["staff"],
		"system_id": ["systems"],
		"vendor_id": ["vendors"],
	},
	"vendor_agreements": {
		"vendor_id": ["vendors"],
	},
	"vendors": {
		"supervising_lawyer_id": ["staff"],
	},
}

_dead_links contains entry if some entry in data.inventory.repository.unresolved_references

_dead_links contains {"collection": collection, "row": id, "field": field, "value": value} if {
	some collection, fields in _references
	some id, record in _records(collection)
	walk(record, [path, value])
	is_string(value)
	some field in _field_names(path)
	targets := fields[field]
	_all_declared(targets)
	not _known(targets, value)
}

_records("firm") := {"firm": data.inventory.firm}

_records(collection) := data.inventory[collection] if collection != "firm"

# The field of a path: positions in lists are "*", and so may be the last key (the roles of an incident plan are free).
_field_names(path) := {concat(".", steps), concat(".", array.concat(array.slice(steps, 0, count(steps) - 1), ["*"]))} if {
	steps := [_step(step) | some step in path]
}

_step(step) := "*" if {
	is_number(step)
} else := step

# A collection that nobody has declared is a question of its own.
_all_declared(targets) if {
	every target in targets {
		is_object(data.inventory[target])
	}
}

_known(targets, value) if {
	some target in targets
	data.inventory[target][value]
}

findings contains {
	"subject": _firm,
	"reason": "dead-link",
	"by": concat("/", [link.collection, link.row, link.field, link.value]),
	"args": {"place": judged.entity(link.collection, link.row), "reference": link.value},
	"relied_on": [{"collection": link.collection, "id": link.row, "path": replace(link.field, ".*", "")}],
} if {
	some link in _dead_links
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
