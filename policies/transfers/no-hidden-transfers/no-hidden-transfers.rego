# METADATA
# title: 'No hidden transfers: foreign hosting, vendors and correspondents are declared, within what clients allow'
# description: >-
#   Looks at every place where client data is kept, opened or received: systems, vendors and their sub-processors,
#   AI tools and recipients. Asks whether each place abroad is covered by a declared transfer, and whether it is
#   one that the clients' own terms allow.
# scope: package
# custom:
#   id: XFER-006
#   profile: essentials
#   unit: inventory
#   subjects:
#   - systems
#   - ai_systems
#   - client_terms
#   - processing_activities
#   - vendors
#   reads:
#   - ai_system.processes_personal_data
#   - ai_system.processing_countries
#   - ai_system.status
#   - ai_system.vendor_id
#   - client_terms.allowed_countries
#   - client_terms.client_id
#   - client_terms.effective_on
#   - client_terms.ended_on
#   - client_terms.forbidden_countries
#   - client_terms.system_ids
#   - firm.establishments
#   - firm.regimes
#   - processing_activity.recipients
#   - processing_activity.status
#   - system.holds_client_data
#   - system.hosting_countries
#   - system.medium
#   - system.remote_access_countries
#   - system.vendor_id
#   - transfer.importer_country
#   - transfer.recipient_id
#   - transfer.status
#   - transfer.system_id
#   - transfer.vendor_id
#   - vendor.countries
#   - vendor.receives_personal_data
#   - vendor.status
#   - vendor.sub_processors
#   parameters: []
#   reasons:
#   - code: hidden-transfer
#     result: fail
#     severity: high
#     absence: record
#     message: '{place} means that data leaves for {country}, and no transfer is declared for it.'
#     many: 'Data leaves for other countries in {count} places, and no transfer is declared for them.'
#   - code: adequate-not-declared
#     result: warn
#     severity: low
#     message: '{place} means that data goes to {country}, whose law counts as adequate; the register should say so.'
#     many: 'In {count} places data goes to countries whose law counts as adequate; the register should say so.'
#   - code: client-forbids-place
#     result: fail
#     severity: high
#     message: '{system} keeps or opens data of {client} in {country}; the client''s terms do not allow that.'
#     many: 'In {count} cases systems keep or open data of clients in countries that the clients'' terms do not allow.'
#   - code: client-systems-unknown
#     result: unknown
#     severity: medium
#     message: '{client} limits where its data may be, and it is not recorded which systems hold it.'
#     many: 'The terms of {count} clients limit where their data may be, and it is not recorded which systems hold it.'
#   - code: not-declared
#     result: unknown
#     severity: medium
#     message: The entry for {subject} does not give {fact}, so this could not be judged.
#   citations:
#   - framework: GDPR
#     ref: Art 44
#     says: Transfers outside the EEA only under Chapter V conditions.
#     status: primary
#   - framework: GDPR
#     ref: Art 30(1)
#     says: Controller's record of processing activities, items (a)-(g).
#     status: primary
#   - framework: NIST 800-53r5
#     ref: SA-9(5)
#     says: Restrict where external services process and store.
#     status: primary
#   - framework: NIST Privacy Framework 1.0
#     ref: ID.IM-P7
#     says: Processing environment and location are identified.
#     status: primary
#   - framework: EDPB Guidelines
#     ref: 05/2021 (Art 3 and Chapter V)
#     says: What counts as a transfer; sending to the person concerned does not.
#     status: unverified
#   remediation: Declare the transfer and its mechanism, or keep the data where it may be.
package privity.transfers.no_hidden_transfers

import data.lib.elsewhere
import data.lib.facts
import data.lib.judged
import data.lib.transfers

_firm := {"collection": "firm", "id": "firm"}

_regime_of := {"eu-gdpr": "eu", "uk-gdpr": "uk"}

_regimes contains regime if {
	some name in data.inventory.firm.regimes
	regime := _regime_of[name]
}

_regimes_undeclared if facts.absent(data.inventory.firm, "regimes")

# Records that the control applies to, or may apply to: nothing declared speaks against it.
_systems[id] := system if {
	some id, system in data.inventory.systems
	not system.holds_client_data == false
}

_vendors[id] := vendor if {
	some id, vendor in data.inventory.vendors
	not vendor.receives_personal_data == false
	not object.get(vendor, "status", "active") in {"proposed", "ended"}
}

_tools[id] := tool if {
	some id, tool in data.inventory.ai_systems
	not tool.processes_personal_data == false
	not object.get(tool, "status", "active") in {"proposed", "retired"}
}

_activities[id] := activity if {
	some id, activity in data.inventory.processing_activities
	not object.get(activity, "status", "active") in {"planned", "ended"}
	some recipient in activity.recipients
	_receives(recipient)
}

# Writing to the person concerned is no transfer; a recipient that has had nothing yet is none either.
_receives(recipient) if {
	not recipient.category == "data-subject"
	not recipient.received_data == false
}

# The facts without which nobody can tell whether a record is concerned.
_deciding := {
	"systems": ["holds_client_data"],
	"vendors": ["receives_personal_data", "status"],
	"ai_systems": ["processes_personal_data", "status"],
	"processing_activities": ["status"],
}

_concerned := {
	"systems": _systems,
	"vendors": _vendors,
	"ai_systems": _tools,
	"processing_activities": _activities,
}

# Places: where data of a record is. `names`: what an active transfer may name to cover it.
_places contains _place("systems", system, path, country, "") if {
	some system in _systems
	some path in ["hosting_countries", "remote_access_countries"]
	some country in object.get(system, path, [])
}

_places contains _place("vendors", vendor, "countries", country, "") if {
	some vendor in _vendors
	some country in vendor.countries
}

_places contains _place("vendors", vendor, "sub_processors.country", sub.country, "") if {
	some vendor in _vendors
	some sub in vendor.sub_processors
}

_places contains _place("ai_systems", tool, "processing_countries", country, "") if {
	some tool in _tools
	some country in tool.processing_countries
}

_places contains _place("processing_activities", activity, "recipients.countries", country, recipient.id) if {
	some activity in _activities
	some recipient in activity.recipients
	_receives(recipient)
	some country in recipient.countries
}

_place(collection, record, path, country, part) := {
	"collection": collection,
	"id": record.id,
	"path": path,
	"country": country,
	"part": part,
}

# A place outside the area of a regime that the firm is under.
_abroad contains object.remove(place, ["path"]) if {
	some place in _places
	some regime in _regimes
	not _inside(regime, place)
}

_inside(regime, place) if transfers.inside(regime, place.country)

_adequate(regime, place) if transfers.adequate(regime, place.country)

_named_by(place) := {"systems": {place.id}, "vendors": _vendor_of(data.inventory.systems[place.id]), "recipients": set()} if {
	place.collection == "systems"
}

_named_by(place) := {"systems": _systems_of(place.id), "vendors": {place.id}, "recipients": {place.id}} if {
	place.collection == "vendors"
}

_named_by(place) := {"systems": set(), "vendors": _vendor_of(data.inventory.ai_systems[place.id]), "recipients": {place.id}} if {
	place.collection == "ai_systems"
}

_named_by(place) := {"systems": set(), "vendors": {place.part}, "recipients": ({place.part} | _categories(place))} if {
	place.collection == "processing_activities"
}

_vendor_of(record) := {id | id := record.vendor_id}

_systems_of(vendor_id) := {id | some id, system in data.inventory.systems; system.vendor_id == vendor_id}

# One transfer may answer for a kind of recipient.
_categories(place) := {recipient.category |
	some recipient in data.inventory.processing_activities[place.id].recipients
	recipient.id == place.part
}

# The transfers that name a place, by their status.
_naming(place, status) := {id |
	names := _named_by(place)
	some id, transfer in data.inventory.transfers
	object.get(transfer, "status", "undeclared") == status
	transfers.within(place.country, transfer.importer_country)
	_names(transfer, names)
}

_names(transfer, names) if transfer.system_id in names.systems

_names(transfer, names) if transfer.vendor_id in names.vendors

_names(transfer, names) if transfer.recipient_id in names.recipients

# Without the register of transfers nobody can say that one is missing: the engine asks for it.
_uncovered contains place if {
	some place in _abroad
	data.inventory.transfers
	count(_naming(place, "active")) == 0
	_settled(place)
}

_undecided(place) := judged.missing(data.inventory[place.collection][place.id], _deciding[place.collection])

_settled(place) if count(_undecided(place)) == 0

# Adequate under every regime that the place lies outside of.
_inadequate(place) if {
	some regime in _regimes
	not _inside(regime, place)
	not _adequate(regime, place)
}

findings contains judged.changing(
	{
		"subject": {"collection": place.collection, "id": place.id},
		"reason": "hidden-transfer",
		"by": _by(place),
		"args": _arguments(place),
		"relied_on": _facts(place),
	},
	_decision_days(place.country),
) if {
	some place in _uncovered
	count(_naming(place, "undeclared")) == 0
	_inadequate(place)
}

findings contains judged.changing(
	{
		"subject": {"collection": place.collection, "id": place.id},
		"reason": "adequate-not-declared",
		"by": _by(place),
		"args": _arguments(place),
		"relied_on": _facts(place),
	},
	_decision_days(place.country),
) if {
	some place in _uncovered
	count(_naming(place, "undeclared")) == 0
	not _inadequate(place)
}

findings contains elsewhere.not_declared({"collection": place.collection, "id": place.id}, "transfers", _naming(place, "undeclared"), "status") if {
	some place in _uncovered
	count(_naming(place, "undeclared")) > 0
}

_by(place) := place.country if place.part == ""

_by(place) := concat("/", [place.part, place.country]) if place.part != ""

_arguments(place) := {
	"place": judged.entity(place.collection, place.id),
	"country": judged.value("transfers", "importer_country", place.country),
} if {
	place.part == ""
} else := {
	"place": judged.part("processing_activities", place.id, "recipients", place.part),
	"country": judged.value("transfers", "importer_country", place.country),
}

_facts(place) := [{"collection": place.collection, "id": place.id, "path": path} | some path in sort(paths)] if {
	paths := {other.path | some other in _places; object.remove(other, ["path"]) == place}
}

_decision_days(country) := [day |
	some regime in _regimes
	some day in transfers.turns(transfers.decisions(regime, country))
]

# What the places of a record lead to, for `examined`.
examined contains judged.changing(judged.examined(collection, record), days) if {
	_judges_places
	some collection, records in _concerned
	some record in records
	days := [day |
		some place in _abroad
		place.collection == collection
		place.id == record.id
		some day in _decision_days(place.country)
	]
}

_judges_places if count(_regimes) > 0

_judges_places if _regimes_undeclared

findings contains judged.not_declared({"collection": place.collection, "id": place.id}, place.collection, path) if {
	some place in _abroad
	some path in _undecided(place)
}

findings contains judged.not_declared(_firm, "firm", "regimes") if {
	_regimes_undeclared
	count(_places) > 0
}

# Where a system that holds client data keeps it. What is on paper has no country of hosting.
_unplaced contains id if {
	some id, system in _systems
	_judges_places
	facts.absent(system, "hosting_countries")
	system.holds_client_data
	not system.medium == "paper"
}

findings contains judged.not_declared({"collection": "systems", "id": id}, "systems", "hosting_countries") if {
	some id in (_unplaced | _unplaced_for_clients)
}

findings contains judged.not_declared({"collection": "processing_activities", "id": id}, "processing_activities", "recipients.countries") if {
	_judges_places
	some id, activity in _activities
	activity.status == "active"
	some recipient in activity.recipients
	_receives(recipient)
	recipient.category in {"counsel", "expert", "corporate-client"}
	facts.absent(recipient, "countries")
}

# Clients' terms in force that limit the places of their data, or that may be.
_terms[id] := terms if {
	some id, terms in data.inventory.client_terms
	_limits_places(terms)
	not _ahead(terms)
	not _over(terms)
}

_ahead(terms) if terms.effective_on > data.as_of.day

_over(terms) if terms.ended_on <= data.as_of.day

_limits_places(terms) if facts.present(terms, "allowed_countries")

_limits_places(terms) if facts.present(terms, "forbidden_countries")

_dated(terms) if facts.present(terms, "effective_on")

examined contains judged.changing(judged.examined_with("client_terms", terms, systems), days) if {
	some terms in _terms
	systems := [system | some id in terms.system_ids; system := data.inventory.systems[id]]
	days := [day | day := terms.ended_on]
}

findings contains judged.not_declared({"collection": "client_terms", "id": id}, "client_terms", "effective_on") if {
	some id, terms in _terms
	not _dated(terms)
}

findings contains {
	"subject": {"collection": "client_terms", "id": id},
	"reason": "client-systems-unknown",
	"args": {"client": _client(terms)},
	"relied_on": [{"collection": "client_terms", "id": id, "path": "system_ids"}],
} if {
	some id, terms in _terms
	_dated(terms)
	facts.absent(terms, "system_ids")
}

_unplaced_for_clients contains system_id if {
	some terms in _terms
	_dated(terms)
	some system_id in terms.system_ids
	system := data.inventory.systems[system_id]
	facts.absent(system, "hosting_countries")
	not system.medium == "paper"
}

findings contains judged.changing(
	{
		"subject": {"collection": "systems", "id": system_id},
		"reason": "client-forbids-place",
		"by": concat("/", [id, country]),
		"args": {
			"system": judged.entity("systems", system_id),
			"client": _client(terms),
			"country": judged.value("transfers", "importer_country", country),
		},
		"relied_on": array.concat(
			[{"collection": "systems", "id": system_id, "path": path} |
				some path in ["hosting_countries", "remote_access_countries"]
				country in object.get(system, path, [])
			],
			[{"collection": "client_terms", "id": id, "path": path} |
				some path in ["allowed_countries", "forbidden_countries"]
				facts.present(terms, path)
			],
		),
	},
	[day | day := terms.ended_on],
) if {
	some id, terms in _terms
	_dated(terms)
	some system_id in terms.system_ids
	system := data.inventory.systems[system_id]
	some path in ["hosting_countries", "remote_access_countries"]
	some country in object.get(system, path, [])
	_forbids(terms, country)
}

_forbids(terms, country) if {
	facts.present(terms, "allowed_countries")
	not _allows(terms, country)
}

_forbids(terms, country) if _among(country, terms.forbidden_countries)

_allows(terms, country) if _among(country, terms.allowed_countries)

_among(country, countries) if {
	some wider in countries
	transfers.within(country, wider)
}

_client(terms) := judged.entity("clients", terms.client_id) if {
	facts.present(terms, "client_id")
} else := judged.entity("client_terms", terms.id)
