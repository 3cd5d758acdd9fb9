// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * A web address, a link into the document system, or a path. Links that run code are refused.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Uri".
 */
export type Uri = string

/**
 * What a law firm declares about itself and its handling of data. Every collection is optional; a fact that is left out is not a mistake, but rules that need it will say so.
 */
export interface Inventory {
firm?: Firm
/**
 * The kinds of jobs in the firm, such as partner, paralegal or accounts clerk.
 */
roles?: Role[]
/**
 * The people who work in the firm, by opaque identifiers.
 */
staff?: StaffMember[]
/**
 * The fields of law in which the firm works, such as family law.
 */
practice_areas?: PracticeArea[]
/**
 * The clients, former clients, prospects and contacts, by opaque identifiers.
 */
clients?: Client[]
/**
 * What clients ask for in their own terms. May come from a restricted source.
 */
client_terms?: ClientTerms[]
/**
 * The cases and transactions of the firm, by opaque identifiers.
 */
matters?: Matter[]
/**
 * The kinds of data that the firm handles.
 */
data_categories?: DataCategory[]
/**
 * The stores of data that the firm declares, such as document workspaces, mailboxes and archives. Files of single clients or matters belong in client_files.
 */
data_assets?: DataAsset[]
/**
 * The files of single clients or matters. Same fields as data stores.
 */
client_files?: DataAsset[]
/**
 * The record of processing (GDPR Art 30).
 */
processing_activities?: ProcessingActivity[]
/**
 * The forms with which the firm collects data.
 */
collection_forms?: CollectionForm[]
/**
 * The assessments of risks to people.
 */
impact_assessments?: ImpactAssessment[]
/**
 * The privacy notices of the firm, one entry for each version.
 */
privacy_notices?: PrivacyNotice[]
/**
 * The internal policies and procedures of the firm.
 */
policies?: Policy[]
/**
 * The ways in which people give and withdraw consent.
 */
consent_processes?: ConsentProcess[]
/**
 * The reviews of consents as a whole.
 */
consent_reviews?: ConsentReview[]
/**
 * The texts with which consent is asked for.
 */
consent_wordings?: ConsentWording[]
/**
 * The register of consents.
 */
consent_records?: ConsentRecord[]
/**
 * The systems and services in which data is held.
 */
systems?: System[]
/**
 * The register of access rights.
 */
access_grants?: AccessGrant[]
/**
 * The rooms and buildings in which data or computers are kept.
 */
sites?: Site[]
/**
 * The computers, phones and tablets of the firm.
 */
devices?: Device[]
/**
 * The information barriers (ethical walls). May come from a restricted source.
 */
ethical_walls?: EthicalWall[]
/**
 * The retention schedule.
 */
retention_rules?: RetentionRule[]
/**
 * The legal holds. May come from a restricted source.
 */
legal_holds?: LegalHold[]
/**
 * The log of destructions.
 */
disposal_events?: DisposalEvent[]
/**
 * The records of client money, by matter.
 */
trust_records?: TrustRecord[]
/**
 * The disclosures out of the ordinary course, such as under a court order.
 */
disclosures?: Disclosure[]
/**
 * The plans for handling incidents.
 */
incident_plans?: IncidentPlan[]
/**
 * The register of incidents. May come from a restricted source.
 */
incidents?: Incident[]
/**
 * The courses that the firm offers.
 */
training_courses?: TrainingCourse[]
/**
 * The register of training.
 */
training_records?: TrainingRecord[]
/**
 * The sessions held for groups.
 */
training_sessions?: TrainingSession[]
/**
 * The exercises held.
 */
exercises?: Exercise[]
/**
 * The audits of privacy and security.
 */
audits?: Audit[]
/**
 * The changes in law and guidance that the firm follows up.
 */
regulatory_changes?: RegulatoryChange[]
/**
 * The risk register.
 */
risks?: Risk[]
/**
 * The reviews of threats, security risks and changes in the law.
 */
risk_reviews?: RiskReview[]
/**
 * The comments from staff and clients, and the invitations to comment.
 */
feedback?: Feedback[]
/**
 * The suppliers of the firm.
 */
vendors?: Vendor[]
/**
 * The contracts on data with suppliers.
 */
vendor_agreements?: VendorAgreement[]
/**
 * The flows of data to other countries.
 */
transfers?: Transfer[]
/**
 * The log of requests of individuals about their data.
 */
rights_requests?: RightsRequest[]
/**
 * The complaints about the handling of data.
 */
complaints?: Complaint[]
/**
 * The AI tools that the firm uses or tries.
 */
ai_systems?: AiSystem[]
/**
 * The single uses of AI tools. Optional.
 */
ai_uses?: AiUse[]
/**
 * The tables of law that rules look up, Privity's own and the firm's (policies/tables). Known while judging; cannot be declared.
 */
reference_tables?: ReferenceTable[]
repository?: Repository
}
/**
 * The law firm itself: who it is, where it works, which laws it is under and who holds which office.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Firm".
 */
export interface Firm {
/**
 * The full legal name, as in the privacy notice, such as "Harbour Family Law LLP".
 */
legal_name?: string
/**
 * How people reach the firm about privacy. Give an office, not a person.
 */
contact?: {
/**
 * An office address, such as "privacy@harbour.example".
 */
email?: string
/**
 * The postal address of the office.
 */
postal_address?: string
/**
 * The telephone number of the office.
 */
phone?: string
}
/**
 * Everyone who works in the firm, lawyers and other staff together.
 */
headcount?: number
/**
 * The name of the time zone in which the firm counts its days, such as "Europe/London" or "America/New_York".
 */
timezone?: string
/**
 * Two-letter country codes; US states with the country in front. Example: GB, US-CA.
 */
establishments?: string[]
/**
 * The same codes as for offices. Compared with the register of clients.
 */
client_places?: string[]
/**
 * Each law or set of rules that the firm is under. This decides which checks are made.
 */
regimes?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")[]
/**
 * Laws that might seem to apply and do not, each with the reason.
 */
regimes_excluded?: {
/**
 * The law or set of rules that the firm says does not apply.
 */
regime?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")
/**
 * Why it does not apply, such as "We have no clients or office in California."
 */
reason?: string
}[]
/**
 * Who answers for privacy, security, incidents, records and legal compliance. One person may hold several offices.
 */
offices?: {
/**
 * The person who holds the office of privacy lead, and who stands in.
 */
"privacy-lead"?: {
/**
 * The member of staff who holds the office.
 */
staff_id?: string
/**
 * The member of staff who stands in when that person is away.
 */
deputy_id?: string
}
/**
 * The person who holds the office of security lead, and who stands in.
 */
"security-lead"?: {
/**
 * The member of staff who holds the office.
 */
staff_id?: string
/**
 * The member of staff who stands in when that person is away.
 */
deputy_id?: string
}
/**
 * The person who holds the office of incident lead, and who stands in.
 */
"incident-lead"?: {
/**
 * The member of staff who holds the office.
 */
staff_id?: string
/**
 * The member of staff who stands in when that person is away.
 */
deputy_id?: string
}
/**
 * The person who holds the office of records manager, and who stands in.
 */
"records-manager"?: {
/**
 * The member of staff who holds the office.
 */
staff_id?: string
/**
 * The member of staff who stands in when that person is away.
 */
deputy_id?: string
}
/**
 * The person who holds the office of general counsel or compliance officer for legal practice, and who stands in.
 */
"general-counsel-or-colp"?: {
/**
 * The member of staff who holds the office.
 */
staff_id?: string
/**
 * The member of staff who stands in when that person is away.
 */
deputy_id?: string
}
/**
 * The person who holds the office of compliance officer for finance and administration, and who stands in.
 */
cofa?: {
/**
 * The member of staff who holds the office.
 */
staff_id?: string
/**
 * The member of staff who stands in when that person is away.
 */
deputy_id?: string
}
}
/**
 * Compliance and conflicts staff who may open restricted matters of the whole firm.
 */
oversight_staff_ids?: string[]
/**
 * True if the firm has no website on which to publish a notice.
 */
no_website?: boolean
/**
 * Only if the firm uses none. Remove it when the first tool is entered.
 */
no_ai_tools_on?: string
/**
 * The fee paid to the Information Commissioner, or the reason why none is due.
 */
data_protection_fee?: {
/**
 * The number on the public register, such as "ZA123456".
 */
registration_no?: string
/**
 * The last day covered by the payment.
 */
paid_until?: string
/**
 * The tier under which the fee was paid.
 */
tier?: (1 | 2 | 3)
/**
 * Only if the firm is exempt: say why.
 */
exemption_reason?: string
}
/**
 * The data protection officer, or the reasons why the firm needs none.
 */
dpo?: {
/**
 * A member of staff, or a supplier who fills the office.
 */
staff_or_vendor_id?: string
/**
 * True if the public can find the contact, for example on the website.
 */
contact_published?: boolean
/**
 * The day the supervisory authority was told who it is.
 */
authority_notified_on?: string
/**
 * Offices that the same person also holds. Some of them conflict with this one.
 */
other_offices?: ("managing-partner" | "head-of-it" | "head-of-hr" | "head-of-marketing" | "privacy-lead" | "security-lead" | "incident-lead" | "records-manager" | "general-counsel-or-colp" | "cofa" | "other")[]
/**
 * Why the firm must have one, or why it need not.
 */
reasoning_text?: string
}
/**
 * Almost always false for a law firm.
 */
public_authority?: boolean
/**
 * True if regular, systematic and large-scale watching of people is a core activity. Give the reasons with the data protection officer.
 */
large_scale_monitoring?: boolean
/**
 * True if large-scale use of sensitive or criminal-offence data is a core activity. Give the reasons with the data protection officer.
 */
large_scale_special_category?: boolean
/**
 * Needed where EU law applies and the firm has no office in the European Economic Area.
 */
eu_representative?: {
/**
 * The name of the company or office that acts as representative.
 */
name?: string
/**
 * An office contact, not a person.
 */
contact?: string
}
/**
 * Needed where UK law applies and the firm has no office in the United Kingdom.
 */
uk_representative?: {
/**
 * The name of the company or office that acts as representative.
 */
name?: string
/**
 * An office contact, not a person.
 */
contact?: string
}
/**
 * Only if the firm relies on the exception for occasional, low-risk processing.
 */
representative_exempt?: {
/**
 * The law under which no representative is needed.
 */
regime?: ("eu-gdpr" | "uk-gdpr")
/**
 * Why the processing is occasional and of low risk.
 */
reason?: string
}
/**
 * True if any of its work is regulated there, such as conveyancing or company formation.
 */
mlr_regulated?: boolean
/**
 * The figures that decide whether the firm is a business under that Act.
 */
ccpa?: {
/**
 * Gross revenue of the preceding calendar year, in US dollars.
 */
annual_revenue_usd?: number
/**
 * California residents or households in a year whose data the firm buys, sells or shares.
 */
consumers_bought_sold_shared?: number
/**
 * A percentage from 0 to 100.
 */
pct_revenue_sale_share?: number
/**
 * True if it sells personal data or shares it for advertising.
 */
sells_or_shares?: boolean
/**
 * True if the California rules ask the firm for a cybersecurity audit.
 */
cyber_audit_required?: boolean
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * How the facts in an entry are known: stated, confirmed by a person, shown by a document, or read from a system.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Evidence".
 */
export interface Evidence {
/**
 * Attested needs a person and a day, evidenced needs a document.
 */
grade?: ("declared" | "attested" | "evidenced" | "fed")
/**
 * The member of staff who confirmed the facts.
 */
by?: string
/**
 * The day of the confirmation, or on which the system was read.
 */
on?: string
uri?: Uri
}
/**
 * A kind of job in the firm, with what it may see and what it must know.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Role".
 */
export interface Role {
/**
 * A short name that never changes and tells nothing confidential, such as "paralegal". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * What people in this role must do for privacy, each in a few words.
 */
privacy_duties?: string[]
/**
 * Only what the work needs.
 */
permitted_data_category_ids?: string[]
/**
 * The most that people in this role may be allowed to do.
 */
max_access_level?: ("read" | "write" | "admin")
/**
 * True for records staff who administer restricted matters. False if left out.
 */
records_admin?: boolean
/**
 * True for lawyers who are under professional secrecy anyway.
 */
bound_by_profession?: boolean
/**
 * Topics beyond those that everyone must learn.
 */
required_topics?: ("privacy-principles" | "consent" | "breach-recognition-and-response" | "documentation" | "secure-data-handling" | "recognising-vulnerabilities" | "ccpa-requests" | "ai-literacy" | "conflicts-and-walls")[]
/**
 * True if people in this role deal with requests of individuals about their data.
 */
handles_privacy_inquiries?: boolean
/**
 * True if people in this role use an AI tool at work.
 */
uses_ai?: boolean
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One person who works in the firm. An opaque identifier such as "S-014" is enough; no name is needed.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "StaffMember".
 */
export interface StaffMember {
/**
 * A short name that never changes and tells nothing confidential, such as "S-014". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports. For clients, matters and people leave it out or keep it opaque.
 */
title?: string
/**
 * The role that the person holds now.
 */
role_id?: string
/**
 * Whether the person works in the firm now.
 */
status?: ("active" | "on-leave" | "left")
/**
 * The day on which the person started.
 */
start_date?: string
/**
 * The last day of the person in the firm. Leave it out while none is fixed.
 */
end_date?: string
/**
 * The day on which the person came or comes back from leave.
 */
return_on?: string
/**
 * Leave it out if the role never changed.
 */
role_changed_on?: string
/**
 * The day on which the person confirmed the privacy duties of the role.
 */
role_acknowledged_on?: string
/**
 * Training that is planned and not yet done.
 */
training_plan?: {
/**
 * What the person is going to be trained in.
 */
topics?: ("privacy-principles" | "consent" | "breach-recognition-and-response" | "documentation" | "secure-data-handling" | "recognising-vulnerabilities" | "ccpa-requests" | "ai-literacy" | "conflicts-and-walls")[]
/**
 * The last day for finishing the training.
 */
due_on?: string
}
/**
 * The day of the signature.
 */
confidentiality_signed_on?: string
/**
 * One entry for each policy and version that the person has confirmed reading.
 */
acknowledgements?: {
/**
 * The policy that was acknowledged.
 */
policy_id?: string
/**
 * The version that was read, such as "3.1".
 */
version?: string
/**
 * The day on which the person confirmed it.
 */
on?: string
}[]
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A field of law in which the firm works, with the kinds of data that its matters may need.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "PracticeArea".
 */
export interface PracticeArea {
/**
 * A short name that never changes and tells nothing confidential, such as "family". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * False once the firm takes no new work in it.
 */
active?: boolean
/**
 * The kinds of data that matters in this area need.
 */
allowed_data_category_ids?: string[]
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One client, former client, prospect or contact, by an opaque identifier. No name or address is needed.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Client".
 */
export interface Client {
/**
 * A short name that never changes and tells nothing confidential, such as "C-1042". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports. For clients, matters and people leave it out or keep it opaque.
 */
title?: string
/**
 * Sole practitioners and ordinary partnerships count as individuals.
 */
kind?: ("individual" | "organisation")
/**
 * Use "contact" for someone who is only on a mailing list.
 */
status?: ("prospective" | "current" | "former" | "declined" | "contact")
/**
 * A two-letter country code; US states with the country in front, such as US-CA.
 */
residence?: string
/**
 * True if the firm keeps data about contact persons of an organisation.
 */
contact_persons_recorded?: boolean
/**
 * The first day on which data about the client was taken down.
 */
first_collected_on?: string
/**
 * The day the client received the notice.
 */
notice_given_on?: string
/**
 * The version of the notice that the client last received.
 */
notice_version_id?: string
/**
 * Only if the client already had the information from an earlier matter.
 */
earlier_notice_on?: string
/**
 * Activities carried out for this client outside any matter, such as a newsletter.
 */
activity_ids?: string[]
/**
 * Only where less than the whole activity is carried out, because the client refused some uses. Leave it out if it was never looked into.
 */
purposes_in_use?: {
/**
 * The activity of which only parts are carried out.
 */
activity_id?: string
/**
 * The identifiers of those purposes of the activity that are carried out.
 */
purpose_ids?: string[]
/**
 * The kinds of data that are really used.
 */
data_category_ids?: string[]
}[]
/**
 * Marketing by electronic message, telephone or post, and the ground for it.
 */
marketing?: {
/**
 * How marketing reaches the client.
 */
channels?: ("email" | "sms" | "messaging" | "phone" | "post")[]
/**
 * Why the firm may send marketing to this client.
 */
basis?: ("consent" | "soft-opt-in" | "corporate-subscriber" | "none")
/**
 * The last day on which marketing was sent.
 */
last_sent_on?: string
/**
 * One of the conditions of the soft opt-in.
 */
details_obtained_in_engagement?: boolean
/**
 * One of the conditions of the soft opt-in.
 */
similar_services_only?: boolean
/**
 * One of the conditions of the soft opt-in.
 */
refusal_offered_at_collection?: boolean
/**
 * One of the conditions of the soft opt-in.
 */
refusal_offered_each_time?: boolean
/**
 * The day of the refusal. Leave it out if there is none.
 */
opted_out_on?: string
/**
 * The day from which no more was sent.
 */
stopped_on?: string
}
/**
 * Why the privacy notice could not be given at once, and who approved that.
 */
exception?: {
/**
 * The kind of urgent attendance.
 */
reason?: ("police-station" | "emergency-injunction" | "duty-scheme" | "other")
/**
 * The member of staff who approved it.
 */
approved_by?: string
}
/**
 * The last day on which the client confirmed them.
 */
contact_verified_on?: string
/**
 * True while returned mail has not been followed up.
 */
returned_mail?: boolean
/**
 * The day of the last returned mail.
 */
returned_mail_on?: string
/**
 * Mistakes in the data that the client reported. Do not write the data itself.
 */
corrections?: {
/**
 * The day of the report.
 */
reported_on?: string
/**
 * Leave it out until it is corrected.
 */
fixed_on?: string
/**
 * In a word, such as "address". Never the value.
 */
field?: string
}[]
/**
 * For former clients: the end of the business relationship.
 */
relationship_ended_on?: string
/**
 * For money-laundering checks on a one-off transaction.
 */
occasional_transaction_completed_on?: string
/**
 * The day the firm said no.
 */
declined_on?: string
/**
 * The day on which the firm confirmed in writing that it does not act.
 */
decline_letter_on?: string
/**
 * What the firm learned before it was engaged, and how that is protected.
 */
prospect?: {
/**
 * Minimal: name and kind of case. Detailed: confidential facts.
 */
info_level?: ("minimal" | "detailed")
/**
 * The first day on which confidential facts were taken.
 */
detailed_on?: string
/**
 * The day on which it was certain that no conflict exists.
 */
conflict_cleared_on?: string
/**
 * True if the firm learned something that could harm the person in the matter.
 */
disqualifying_info?: boolean
/**
 * Only these people may see what was learned.
 */
restricted_to_staff_ids?: string[]
/**
 * True once only what a conflict check needs is kept.
 */
reduced_to_conflict_record?: boolean
/**
 * True while a legal hold keeps it from being deleted.
 */
on_hold?: boolean
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * What one client asks for in its own terms, such as guidelines for outside counsel. Of several records for one client the strictest wins for each term.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ClientTerms".
 */
export interface ClientTerms {
/**
 * A short name that never changes and tells nothing confidential, such as "T-07". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The client whose terms these are.
 */
client_id?: string
/**
 * The first day on which they apply.
 */
effective_on?: string
/**
 * From this day on they no longer apply.
 */
ended_on?: string
/**
 * The last comparison with the document of the client.
 */
last_reviewed_on?: string
/**
 * The day on which the client last changed them.
 */
changed_on?: string
/**
 * The day the people who work for the client were told of the terms.
 */
team_told_on?: string
source_uri?: Uri
/**
 * In hours, such as 24.
 */
breach_notice_hours?: number
/**
 * Awareness is assumed if left out.
 */
breach_notice_from?: ("awareness" | "detection")
/**
 * Whether the firm may use AI tools on the data of this client.
 */
ai?: ("allowed" | "consent-needed" | "forbidden")
/**
 * Where the data may be held or opened. Leave it out if the client names none.
 */
allowed_countries?: string[]
/**
 * Where the data must not be held or opened.
 */
forbidden_countries?: string[]
/**
 * Needed where the client limits the places.
 */
system_ids?: string[]
/**
 * They never shorten what the law asks to keep.
 */
retention?: {
max_period?: Period
min_period?: Period
/**
 * What starts the time.
 */
from_event?: ("matter-closed" | "relationship-ended" | "representation-ended" | "last-entry" | "last-contact" | "collected" | "consent-given" | "consent-withdrawn" | "employment-ended" | "death-of-testator" | "end-of-trust" | "mortgage-date" | "other")
/**
 * A fixed day, if the client names one.
 */
destroy_on?: string
}
/**
 * How the firm may send documents and messages.
 */
channels?: ("portal" | "e2e-encrypted" | "encrypted-email" | "email" | "in-person" | "secure-data-room")[]
/**
 * Whether the firm may use others for this client.
 */
sub_contractors?: ("allowed" | "consent-needed" | "forbidden")
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A length of time in years, months and days, such as years: 6.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Period".
 */
export interface Period {
/**
 * Whole years.
 */
years?: number
/**
 * Whole months.
 */
months?: number
/**
 * Whole days.
 */
days?: number
}
/**
 * One case or transaction, by an opaque identifier. Do not describe it.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Matter".
 */
export interface Matter {
/**
 * A short name that never changes and tells nothing confidential, such as "M-2291". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports. For clients, matters and people leave it out or keep it opaque.
 */
title?: string
/**
 * The client for whom the firm acts.
 */
client_id?: string
/**
 * The field of law of the matter.
 */
practice_area_id?: string
/**
 * Where the matter stands.
 */
status?: ("intake" | "open" | "closed")
/**
 * The day on which work on it was accepted.
 */
opened_on?: string
/**
 * Leave it out while the matter is open.
 */
closed_on?: string
/**
 * Often earlier than the opening of the matter.
 */
confidential_facts_on?: string
/**
 * The lawyer who answers for the matter.
 */
responsible_lawyer_id?: string
/**
 * Everyone who works on the matter.
 */
team_staff_ids?: string[]
/**
 * Supervisors and compliance officers cleared for this matter.
 */
oversight_staff_ids?: string[]
/**
 * The entries of the record of processing that this matter makes use of.
 */
activity_ids?: string[]
/**
 * Only where less than the whole activity is carried out, because the client refused some uses. Leave it out if it was never looked into.
 */
purposes_in_use?: {
/**
 * The activity of which only parts are carried out.
 */
activity_id?: string
/**
 * The identifiers of those purposes of the activity that are carried out.
 */
purpose_ids?: string[]
/**
 * The kinds of data that are really used.
 */
data_category_ids?: string[]
}[]
/**
 * A contact in which the details of the client would have been corrected.
 */
last_client_contact_on?: string
/**
 * Restricted: only the team. Walled: behind an information barrier.
 */
confidentiality?: ("standard" | "restricted" | "walled")
/**
 * High for matters in which a leak would do serious harm.
 */
sensitivity?: ("ordinary" | "high")
/**
 * True if the client has its own terms; enter them under client terms.
 */
client_security_terms?: boolean
/**
 * For sensitive matters: how messages and documents are sent.
 */
communication?: {
/**
 * The last day on which this was considered.
 */
risk_assessed_on?: string
/**
 * How messages and documents are sent.
 */
channels?: ("portal" | "e2e-encrypted" | "encrypted-email" | "email" | "in-person" | "secure-data-room")[]
/**
 * The consent record, where the client chose a weaker channel.
 */
client_consent_id?: string
}
/**
 * The check for conflicts of interest, its outcome and what was done about it.
 */
conflict_check?: {
/**
 * The day of the first complete check.
 */
completed_on?: string
/**
 * The last run, for example after a new party joined.
 */
last_run_on?: string
/**
 * What the check found.
 */
outcome?: ("clear" | "own-interest" | "client-conflict" | "former-client" | "lateral" | "prospective")
/**
 * Why the firm may act in spite of the conflict.
 */
exception?: ("substantially-common-interest" | "competing-for-same-objective" | "informed-consent")
/**
 * One entry for each affected client.
 */
written_consents?: {
/**
 * The affected client.
 */
client_id?: string
/**
 * The day on which it was given.
 */
on?: string
}[]
safeguards_uri?: Uri
/**
 * The lawyer who decided this.
 */
reasonable_by?: string
/**
 * The groups of people and organisations covered by the check.
 */
parties_checked?: ("client" | "adverse-parties" | "related-parties")[]
/**
 * The barrier set up because of the outcome. It helps only with former clients, joiners and prospects.
 */
wall_id?: string
}
/**
 * The latest day on which a new party joined the matter.
 */
party_added_on?: string
/**
 * One entry for each other client whose confidential information matters in this matter.
 */
adverse_confidences?: {
/**
 * The current, former or prospective client whose information it is.
 */
other_client_id?: string
/**
 * True if there is no real risk that it reaches the team.
 */
effective_measures?: boolean
/**
 * The barrier that protects the information.
 */
wall_id?: string
/**
 * The consent record.
 */
written_consent_id?: string
/**
 * The member of staff who made the assessment.
 */
assessed_by?: string
/**
 * The day on which it was assessed.
 */
assessed_on?: string
/**
 * The day on which the firm noticed that the information was material.
 */
discovered_on?: string
}[]
/**
 * The client's request for the file after the matter was closed.
 */
file_request?: {
/**
 * The day of the request.
 */
requested_on?: string
/**
 * Leave it out until it is handed over.
 */
delivered_on?: string
/**
 * The whole file or a part.
 */
delivered?: ("full" | "partial")
/**
 * For a file handed over in part.
 */
withheld_reason?: string
/**
 * Why the firm keeps the file as security.
 */
lien_reason?: string
/**
 * True if keeping the file back is lawful where the firm works.
 */
permitted_by_law?: boolean
receipt_uri?: Uri
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A kind of data, such as contact details or health data.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "DataCategory".
 */
export interface DataCategory {
/**
 * A short name that never changes and tells nothing confidential, such as "health". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Choose what fits best; where two fit, the stricter.
 */
sensitivity?: ("ordinary" | "special-category" | "criminal-offence" | "government-id" | "financial-account" | "privileged" | "child")
/**
 * The letter of the category in the California Consumer Privacy Act, A to L.
 */
ccpa_category?: string
/**
 * True for data whose breach must be reported in New York, such as a name with an account number.
 */
ny_private_information?: boolean
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A store or set of records: a workspace of the document system, a mailbox, a paper archive, a backup, or the file of one matter.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "DataAsset".
 */
export interface DataAsset {
/**
 * A short name that never changes and tells nothing confidential, such as "dms-workspace". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Closed: no longer added to. Disposed: destroyed.
 */
status?: ("live" | "closed" | "disposed")
/**
 * True if it holds data about people.
 */
contains_personal_data?: boolean
/**
 * The kinds of data that it holds.
 */
data_category_ids?: string[]
/**
 * The entries of the record of processing for which it is kept.
 */
activity_ids?: string[]
/**
 * Only for files of matters.
 */
matter_ids?: string[]
/**
 * Only for the file of one client.
 */
client_id?: string
/**
 * For electronic data. For paper give the site.
 */
system_ids?: string[]
/**
 * For paper: the room or building.
 */
site_id?: string
/**
 * Used to find what a legal hold covers.
 */
custodian_ids?: string[]
/**
 * The label that the firm gives to it.
 */
classification?: ("public" | "internal" | "confidential" | "restricted")
/**
 * What kind of records these are. It decides how long they must be kept.
 */
record_class?: ("client-file" | "trust-accounting" | "aml-cdd" | "ccpa-request-log" | "ccpa-risk-assessment" | "high-risk-ai-log" | "consent-evidence" | "hr" | "marketing" | "other")
/**
 * Only for a store of trust accounts.
 */
regimes?: ("aba" | "us-ca-bar" | "sra")[]
/**
 * Where several apply the longest wins, unless a legal maximum ends first.
 */
retention_rule_ids?: string[]
/**
 * Such as the day on which the matter was closed. A file of one matter whose rule runs from its closing can leave it out.
 */
retention_trigger_on?: string
/**
 * Only where its rules start from different events.
 */
retention_triggers?: {
/**
 * What starts the period.
 */
event?: ("matter-closed" | "relationship-ended" | "representation-ended" | "last-entry" | "last-contact" | "collected" | "consent-given" | "consent-withdrawn" | "employment-ended" | "death-of-testator" | "end-of-trust" | "mortgage-date" | "other")
/**
 * The day on which it happened.
 */
on?: string
}[]
/**
 * Worked out once; no date of birth is stored.
 */
retention_age_reached_on?: string
/**
 * A reasoned decision to keep it longer.
 */
extension?: {
/**
 * The last day of the extension.
 */
until?: string
/**
 * Why it is still needed. No names or matter details.
 */
reason?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
}
/**
 * True if the system deletes its contents by itself.
 */
auto_delete?: boolean
/**
 * True while a legal hold or the like stops it.
 */
auto_delete_suspended?: boolean
/**
 * The ground in regulation 40(5) of the UK Money Laundering Regulations.
 */
cdd_keep_reason?: ("enactment" | "court-proceedings" | "data-subject-consent" | "legal-proceedings-expected")
/**
 * Needed for any reason other than consent.
 */
cdd_keep_approved_by?: string
/**
 * The consent record, where consent is the reason.
 */
consent_record_id?: string
/**
 * Where it is used: for real work, or for testing and the like.
 */
environment?: ("production" | "test" | "demo" | "training" | "analytics-sandbox")
/**
 * What was done to the data before it was put there.
 */
deidentification?: ("none" | "pseudonymised" | "anonymised" | "synthetic")
/**
 * Why such data may be used outside real work.
 */
exception?: {
/**
 * The member of staff who approved it.
 */
approved_by?: string
/**
 * Why it is needed.
 */
reason?: string
/**
 * The exception still holds on that day.
 */
expires_on?: string
}
/**
 * The last day on which someone checked that it is still right.
 */
last_reviewed_on?: string
/**
 * Copied from the matter, so that the rule needs no other record.
 */
matter_closed?: boolean
/**
 * Where ABA rules apply: the end of the representation.
 */
representation_ended_on?: string
/**
 * The day of the last entry in the account.
 */
last_entry_on?: string
/**
 * Where California rules apply: the day on which the last money was paid out.
 */
final_distribution_on?: string
/**
 * The planned day. Leave it out if none is planned.
 */
planned_disposal_on?: string
/**
 * Leave it out while they exist.
 */
disposed_on?: string
/**
 * True if they are protected against loss, damage and change.
 */
stored_securely?: boolean
/**
 * True if only those who need them can open them.
 */
access_restricted?: boolean
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One entry of the record of processing (GDPR Art 30): what the firm does with data, why, and with whom.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ProcessingActivity".
 */
export interface ProcessingActivity {
/**
 * A short name that never changes and tells nothing confidential, such as "client-matters". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Whether it is carried out now.
 */
status?: ("planned" | "active" | "ended")
/**
 * Controller: the firm decides why and how. Processor: it acts for someone else.
 */
controller_role?: ("controller" | "processor" | "joint")
/**
 * Only where the firm is a processor: the organisations, by name or identifier.
 */
controllers_served?: string[]
/**
 * Only where the firm is a processor, such as "hosting of documents".
 */
processing_categories?: string[]
/**
 * Each privacy law that applies to it.
 */
regimes?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")[]
/**
 * What the data is used for, one entry for each purpose.
 */
purposes?: {
/**
 * A short name without spaces that never changes, such as "client-care".
 */
id: string
/**
 * In plain words, precise enough for the people concerned.
 */
text?: string
/**
 * Leave it out for purposes that were there from the start.
 */
added_on?: string
/**
 * Only where they differ from the legal basis of the activity.
 */
bases?: {
/**
 * Leave it out if the basis holds under every law.
 */
regime?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")
/**
 * The ground for using the data for this purpose.
 */
lawful_basis?: ("consent" | "contract" | "legal-obligation" | "vital-interests" | "public-task" | "legitimate-interests" | "recognised-legitimate-interest" | "none")
/**
 * The law that requires it, such as "MLR 2017 reg 28".
 */
legal_reference?: string
/**
 * The assessment that weighs the interest of the firm against the people concerned.
 */
lia?: {
/**
 * The day of the assessment.
 */
completed_on?: string
/**
 * Whether the interest of the firm prevails.
 */
outcome?: ("passes" | "fails")
}
}[]
/**
 * For a purpose that was added later.
 */
compatibility?: {
/**
 * Whether the new purpose fits the original one.
 */
outcome?: ("compatible" | "incompatible")
/**
 * The day on which this was assessed.
 */
assessed_on?: string
/**
 * Where the new purpose has a ground of its own.
 */
basis?: ("new-consent" | "legal-obligation")
}
}[]
/**
 * Choose the main one.
 */
purpose_kind?: ("legal-representation" | "intake" | "conflict-check" | "aml" | "billing" | "hr" | "marketing" | "it-security" | "compliance-records" | "other")
/**
 * True if the activity belongs to the handling of clients' matters.
 */
matter_related?: boolean
/**
 * The first day on which data was used.
 */
started_on?: string
/**
 * The last day on which the practice itself changed.
 */
last_changed_on?: string
/**
 * The last day on which someone checked that it is still right.
 */
last_reviewed_on?: string
/**
 * The ground for using the data (GDPR Art 6); the default of all purposes.
 */
lawful_basis?: ("consent" | "contract" | "legal-obligation" | "vital-interests" | "public-task" | "legitimate-interests" | "recognised-legitimate-interest" | "none")
/**
 * For a legal obligation or public task: the law, such as "MLR 2017 reg 28".
 */
legal_reference?: string
/**
 * The assessment that weighs the interest of the firm against the people concerned.
 */
lia?: {
/**
 * The day of the assessment.
 */
completed_on?: string
/**
 * Whether the interest of the firm prevails.
 */
outcome?: ("passes" | "fails")
}
/**
 * Such as clients, opposing-parties, witnesses, employees, prospects.
 */
data_subject_categories?: string[]
/**
 * The kinds of data that are really used.
 */
data_category_ids?: string[]
/**
 * The kinds without which the purposes cannot be met.
 */
necessary_data_category_ids?: string[]
/**
 * True for data such as health, religion or ethnic origin (GDPR Art 9).
 */
uses_special_category?: boolean
/**
 * The ground in GDPR Art 9(2).
 */
special_condition?: ("9-2-a" | "9-2-b" | "9-2-c" | "9-2-d" | "9-2-e" | "9-2-f" | "9-2-g" | "9-2-h" | "9-2-i" | "9-2-j" | "none")
/**
 * True for data about convictions, offences or accusations (GDPR Art 10).
 */
uses_criminal_offence?: boolean
/**
 * The provision, such as "DPA 2018 Sch 1 para 33".
 */
offence_authority_ref?: string
/**
 * The paragraph of the Data Protection Act 2018, Schedule 1.
 */
condition_ref?: string
/**
 * The policy that the UK Act asks for with some conditions.
 */
apd_policy_id?: string
/**
 * Consider how many people, how much data, how long and how wide an area.
 */
large_scale?: boolean
/**
 * Each sign that is present. An empty list says that none is.
 */
dpia_triggers?: ("systematic-evaluation" | "large-scale-special" | "public-monitoring" | "new-technology" | "vulnerable-subjects" | "matching" | "other")[]
/**
 * True if the California rules ask for a risk assessment.
 */
ccpa_significant_risk?: boolean
/**
 * From whom the data comes.
 */
data_source?: ("subject" | "client" | "third-party" | "public" | "mixed")
/**
 * How and when they get the privacy notice.
 */
indirect_procedure?: {
uri?: Uri
/**
 * At most 30 under the GDPR.
 */
within_days?: number
/**
 * True if the notice comes with the first message to them.
 */
at_first_contact?: boolean
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The last day on which it was checked on real cases.
 */
sampled_on?: string
/**
 * How many cases were looked at, and how many were told too late.
 */
sample?: {
/**
 * How many were looked at.
 */
size?: number
/**
 * How many were late.
 */
late?: number
/**
 * Leave it out if that is still to be done.
 */
remedied_on?: string
}
}
/**
 * The exception in GDPR Art 14(5), reasoned and approved.
 */
indirect_exemption?: {
/**
 * Which exception applies.
 */
ground?: ("already-informed" | "disproportionate-effort" | "required-by-law" | "professional-secrecy")
/**
 * Why the exception applies here.
 */
reason?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
}
/**
 * Who receives the data. An empty list says that nobody does.
 */
recipients?: {
/**
 * A short name without spaces that never changes, such as "counsel".
 */
id: string
/**
 * Choose what fits best.
 */
category?: ("data-subject" | "court" | "counsel" | "expert" | "authority" | "opposing-party" | "corporate-client" | "vendor" | "other")
/**
 * For organisations only, never for a person.
 */
name?: string
/**
 * Where the data is received.
 */
countries?: string[]
/**
 * False if nothing was sent yet.
 */
received_data?: boolean
/**
 * True if it may use the data only because of the consent, so that it must hear of a withdrawal.
 */
relies_on_consent?: boolean
}[]
/**
 * Suppliers who handle the data.
 */
vendor_ids?: string[]
/**
 * AI tools that are used in it.
 */
ai_system_ids?: string[]
/**
 * Transfers of this data to other countries. If there are none, say so in no_transfers.
 */
transfer_ids?: string[]
/**
 * True if there are no transfers.
 */
no_transfers?: boolean
/**
 * The rules that say how long the data is kept.
 */
retention_rule_ids?: string[]
/**
 * In general words, as the record of processing asks, such as "encrypted storage, access by role".
 */
security_summary?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A form with which the firm collects data, such as a client intake form.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "CollectionForm".
 */
export interface CollectionForm {
/**
 * A short name that never changes and tells nothing confidential, such as "intake-form". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Whether the form is in use.
 */
status?: ("draft" | "live" | "retired")
/**
 * Where the form is used.
 */
practice_area_ids?: string[]
/**
 * One entry for each question.
 */
fields?: {
/**
 * As it stands on the form.
 */
name?: string
/**
 * The kind of data that the answer holds.
 */
data_category_id?: string
/**
 * True if the form cannot be sent without it.
 */
required?: boolean
/**
 * Needed for sensitive data: why the firm must know.
 */
justification?: string
}[]
/**
 * The notice shown with the form.
 */
privacy_notice_id?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * An assessment of risks to people, such as a data protection impact assessment.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ImpactAssessment".
 */
export interface ImpactAssessment {
/**
 * A short name that never changes and tells nothing confidential, such as "dpia-2026-01". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Which law or question it answers.
 */
kind?: ("dpia" | "ccpa-risk" | "ai-risk" | "lia" | "tia")
/**
 * The processing activity that was assessed.
 */
activity_id?: string
/**
 * Only where a tool was assessed.
 */
ai_system_id?: string
/**
 * Leave it out while it is in progress.
 */
completed_on?: string
/**
 * The last review after completion.
 */
last_reviewed_on?: string
/**
 * The text of each section under its key. Keys for a data protection impact assessment: description-and-purposes, necessity-and-proportionality, risks, measures; for AI: data-flows, unintended-exposure, accuracy-and-bias, confidentiality-and-privilege, human-oversight, vendor-terms.
 */
sections?: {
[k: string]: string
}
/**
 * The day on which the advice was given.
 */
dpo_advice_on?: string
/**
 * After all measures.
 */
residual_risk?: ("low" | "medium" | "high")
/**
 * Needed where the risk that remains is high.
 */
prior_consultation_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One version of a privacy notice, such as the policy on the website or the notice for clients.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "PrivacyNotice".
 */
export interface PrivacyNotice {
/**
 * A short name that never changes and tells nothing confidential, such as "website-2.1". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * For whom and where it is given.
 */
kind?: ("website-policy" | "client-notice" | "indirect-notice" | "notice-at-collection" | "staff-notice")
/**
 * The same for every version of one notice, such as "website".
 */
family_id?: string
/**
 * Such as "2.1".
 */
version?: string
/**
 * Only published notices count.
 */
status?: ("draft" | "approved" | "published" | "retired")
/**
 * The laws whose content the notice must have.
 */
regimes?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")[]
/**
 * The first day on which this version applies.
 */
effective_on?: string
/**
 * The date printed on the notice.
 */
last_updated_on?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
published_url?: Uri
/**
 * True if there is a link on the home page.
 */
homepage_link?: boolean
/**
 * As they stand on the page, such as "Privacy policy".
 */
link_text?: string
/**
 * True if it can be printed as one document.
 */
printable?: boolean
/**
 * The text of each section under its key, such as controller-identity, recipients, retention, rights.
 */
sections?: {
[k: string]: string
}
/**
 * Where the text is not kept in the inventory: who confirmed that it has which section.
 */
sections_confirmed?: {
/**
 * Such as "retention".
 */
key?: string
/**
 * The member of staff who read the published text.
 */
by?: string
/**
 * The day on which it was confirmed.
 */
on?: string
}[]
/**
 * They decide which sections the notice needs.
 */
flags?: {
/**
 * True if any activity covered relies on consent.
 */
uses_consent?: boolean
/**
 * True if any activity covered relies on them.
 */
uses_li?: boolean
/**
 * True if any activity covered sends data abroad.
 */
has_transfers?: boolean
/**
 * True if any activity covered does so.
 */
has_adm?: boolean
/**
 * True if one is appointed.
 */
dpo_designated?: boolean
/**
 * True if data is sold or shared for advertising (California).
 */
sells_or_shares?: boolean
/**
 * Such as toll-free number, web form, e-mail.
 */
request_methods?: string[]
}
/**
 * The entries of the record of processing that it describes.
 */
covers_activity_ids?: string[]
/**
 * The identifiers of the purposes named in the text.
 */
declared_purpose_ids?: string[]
/**
 * The kinds of recipients named in the text, such as court, counsel, expert, vendor.
 */
declared_recipients?: string[]
/**
 * The countries named in the text as places to which data is sent.
 */
declared_countries?: string[]
/**
 * One entry for each statement in the text.
 */
retention_statements?: {
/**
 * The activity that the statement is about.
 */
activity_id?: string
/**
 * Leave it out if the statement is about the whole activity.
 */
record_class?: ("client-file" | "trust-accounting" | "aml-cdd" | "ccpa-request-log" | "ccpa-risk-assessment" | "high-risk-ai-log" | "consent-evidence" | "hr" | "marketing" | "other")
period?: Period
/**
 * The words, where no period is stated.
 */
criteria?: string
}[]
/**
 * True if people must be told of the change.
 */
material_change?: boolean
/**
 * The activities on which this version says something new.
 */
changed_activity_ids?: string[]
/**
 * True if consent given under an earlier version no longer covers the use.
 */
requires_reconsent?: boolean
/**
 * How clients were told of a material change.
 */
change_communication?: {
/**
 * The day of sending.
 */
sent_on?: string
/**
 * Their identifiers, or the single entry "all".
 */
client_ids?: string[]
/**
 * Such as "e-mail" or "letter".
 */
method?: string
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One version of an internal policy or procedure.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Policy".
 */
export interface Policy {
/**
 * A short name that never changes and tells nothing confidential, such as "access-control-3". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * What the document is about.
 */
kind?: ("privacy-policy" | "information-security" | "access-control" | "incident-response" | "retention-and-destruction" | "consent-procedure" | "rights-procedure" | "training-plan" | "vendor-management" | "conflicts-and-information-barriers" | "legal-hold" | "ai-acceptable-use" | "uk-appropriate-policy")
/**
 * One document may serve for several kinds.
 */
also_covers?: ("privacy-policy" | "information-security" | "access-control" | "incident-response" | "retention-and-destruction" | "consent-procedure" | "rights-procedure" | "training-plan" | "vendor-management" | "conflicts-and-information-barriers" | "legal-hold" | "ai-acceptable-use" | "uk-appropriate-policy")[]
/**
 * Such as "3.1".
 */
version?: string
/**
 * Only approved policies count.
 */
status?: ("draft" | "approved" | "retired")
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
/**
 * The first day on which it applies.
 */
effective_on?: string
/**
 * The last day on which someone checked that it is still right.
 */
last_reviewed_on?: string
/**
 * True if everyone must confirm that they have read it.
 */
requires_acknowledgement?: boolean
/**
 * The text of each section under its key, such as collection, use, storage, protection, training, review. A section may instead name the policy that covers it.
 */
sections?: {
[k: string]: string
}
/**
 * For whom it is written.
 */
audiences?: ("internal-procedure" | "client-interaction")[]
/**
 * For the privacy policy: all areas that it speaks of.
 */
practice_area_ids?: string[]
/**
 * Set when the document is drafted; zero once everything is filled in.
 */
placeholder_count?: number
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * How people give and withdraw consent.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ConsentProcess".
 */
export interface ConsentProcess {
/**
 * A short name that never changes and tells nothing confidential, such as "portal-consent". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * Leave it out if it serves all.
 */
activity_ids?: string[]
/**
 * How consent can be given.
 */
giving_channels?: ("portal" | "web-form" | "email" | "phone" | "paper" | "in-person")[]
/**
 * How consent can be withdrawn. An empty list says that there is no way.
 */
withdrawal_channels?: ("portal" | "web-form" | "email" | "phone" | "paper" | "in-person")[]
/**
 * Clicks, forms or calls.
 */
giving_steps?: number
/**
 * Clicks, forms or calls.
 */
withdrawal_steps?: number
/**
 * Must be 0.
 */
withdrawal_fee?: number
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A review of many consents at once.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ConsentReview".
 */
export interface ConsentReview {
/**
 * A short name that never changes and tells nothing confidential, such as "CR-2026". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The day on which it was done.
 */
performed_on?: string
/**
 * The member of staff who did it.
 */
performed_by?: string
/**
 * Their identifiers, or the single entry "all".
 */
activity_ids?: string[]
/**
 * Leave it out if the review covers all of them.
 */
given_before?: string
/**
 * The size of the sample.
 */
sample_size?: number
/**
 * What was found, in a sentence. No names.
 */
outcome?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One version of the text with which consent is asked for.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ConsentWording".
 */
export interface ConsentWording {
/**
 * A short name that never changes and tells nothing confidential, such as "marketing-2025-03". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Such as "marketing-2025-03". Consent records name it.
 */
version?: string
/**
 * What the text tells the person.
 */
information_items?: ("controller-identity" | "purposes" | "data-types" | "how-used" | "how-stored" | "sharing" | "right-to-withdraw" | "transfer-risks" | "automated-decisions" | "ai-tool-risks")[]
document_uri?: Uri
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One consent of one client. There may be millions.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ConsentRecord".
 */
export interface ConsentRecord {
/**
 * A short name that never changes and tells nothing confidential, such as "C-0412". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The client who consented.
 */
client_id?: string
/**
 * An opaque reference, where that is someone other than the client. No name.
 */
data_subject_ref?: string
/**
 * The activity that the consent is for.
 */
activity_id?: string
/**
 * What the consent is for.
 */
kind?: ("data-processing" | "marketing" | "ai-input" | "transfer" | "conflict-waiver" | "disclosure")
/**
 * Copied, so that the rule needs no other record.
 */
regime?: ("eu" | "uk" | "us-ca" | "us-ny" | "us-other" | "other")
/**
 * It must agree with the dates.
 */
status?: ("active" | "withdrawn" | "expired" | "superseded")
/**
 * What the person agreed to, in the words of the form. No names or matter details.
 */
scope_text?: string
/**
 * For AI tools: the tool or class of tools, such as the identifier of the tool.
 */
scope_text_tags?: string[]
/**
 * The identifiers of the purposes in the record of processing.
 */
purposes?: string[]
/**
 * The kinds of data that the consent covers.
 */
data_category_ids?: string[]
/**
 * A moment with time zone, or the day alone.
 */
given_at?: string
/**
 * A moment with time zone, or the day alone.
 */
informed_at?: string
/**
 * A moment with time zone, or the day alone.
 */
first_processing_at?: string
/**
 * How the person agreed. Silence and standard clauses are no valid consent.
 */
method?: ("written-signature" | "e-signature" | "web-form-opt-in" | "email-reply" | "recorded-oral" | "engagement-letter" | "engagement-letter-boilerplate" | "implied" | "silence" | "pre-ticked-box" | "scrolling")
/**
 * The version of the consent wording that the person saw.
 */
wording_version?: string
/**
 * The version of the notice that the person was given.
 */
notice_version_id?: string
/**
 * Leave it out where the wording itself lists it.
 */
information_items?: ("controller-identity" | "purposes" | "data-types" | "how-used" | "how-stored" | "sharing" | "right-to-withdraw" | "transfer-risks" | "automated-decisions" | "ai-tool-risks")[]
/**
 * True if the person said so in an express statement.
 */
explicit?: boolean
/**
 * True if it was not bundled with other terms.
 */
separate_from_other_terms?: boolean
/**
 * True if the firm would not act without it.
 */
conditional_on_service?: boolean
/**
 * Only where the service depends on the consent.
 */
necessary_for_service?: boolean
/**
 * Copied, so that the rule needs no other record.
 */
covers_special_category?: boolean
/**
 * True if it does.
 */
covers_transfer?: boolean
/**
 * True if it does.
 */
covers_adm?: boolean
/**
 * A member of staff or a system.
 */
collected_by?: string
/**
 * The signed form or log entry.
 */
proof?: {
uri?: Uri
/**
 * The SHA-256 digest of the file: 64 hexadecimal characters.
 */
sha256?: string
/**
 * The store in which it lies.
 */
asset_id?: string
}
/**
 * The last day on which it holds.
 */
expires_on?: string
/**
 * The last day on which someone checked it.
 */
last_reviewed_on?: string
/**
 * A moment with time zone, or the day alone.
 */
reconfirmed_at?: string
/**
 * One entry for each version that the person was told of.
 */
change_notices?: {
/**
 * The version that the message was about.
 */
notice_version_id?: string
/**
 * The day of sending.
 */
sent_on?: string
}[]
/**
 * A moment with time zone, or the day alone. Leave it out if it was not withdrawn.
 */
withdrawn_at?: string
/**
 * A moment with time zone, or the day alone.
 */
processing_stopped_at?: string
/**
 * True if it is stored for another reason.
 */
kept_after_withdrawal?: boolean
/**
 * Leave it out if it was not erased.
 */
erased_on?: string
/**
 * It allows storage only.
 */
residual_basis?: ("legal-obligation" | "legal-claims" | "legal-hold")
/**
 * The hold for which the data is kept.
 */
legal_hold_id?: string
/**
 * Who was told of the withdrawal or erasure.
 */
downstream_notices?: {
/**
 * The identifier of the recipient in the record of processing.
 */
recipient_id?: string
/**
 * The day of sending.
 */
sent_on?: string
}[]
/**
 * The later consent record.
 */
superseded_by?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A computer system or service, or a paper filing system.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "System".
 */
export interface System {
/**
 * A short name that never changes and tells nothing confidential, such as "practice-management". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Electronic or paper.
 */
medium?: ("electronic" | "paper")
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The supplier who provides it.
 */
vendor_id?: string
/**
 * The stores that lie on it.
 */
asset_ids?: string[]
/**
 * True if data of clients is stored in it or passes through it.
 */
holds_client_data?: boolean
/**
 * True if it holds what lawyers and clients wrote to each other or prepared for a case.
 */
holds_privileged?: boolean
/**
 * True if people can sign in from outside the office network.
 */
internet_facing?: boolean
/**
 * Where the data lies.
 */
hosting_countries?: string[]
/**
 * Where support staff of the supplier sit.
 */
remote_access_countries?: string[]
/**
 * Of whom a second sign-in step is required.
 */
mfa?: {
/**
 * The widest group of which it is required.
 */
scope?: ("none" | "admins" | "admins-and-remote" | "all-users")
/**
 * True if people sign in without any password.
 */
passwordless?: boolean
}
/**
 * Where people sign in through another system, such as a single sign-on service.
 */
sso_system_id?: string
/**
 * What the system asks of passwords.
 */
password_policy?: {
/**
 * A number of characters.
 */
min_length?: number
/**
 * True if new passwords are compared with lists of leaked ones.
 */
breached_password_check?: boolean
/**
 * 0 if the system never locks.
 */
lockout_threshold?: number
}
/**
 * How stored data is encrypted.
 */
encryption_at_rest?: {
/**
 * True if it is.
 */
enabled?: boolean
/**
 * Such as "AES-256".
 */
standard?: string
/**
 * Who can use the keys.
 */
key_custody?: ("firm" | "provider-with-hsm" | "provider")
}
/**
 * How data is encrypted between computers.
 */
encryption_in_transit?: {
/**
 * True if it is.
 */
enabled?: boolean
/**
 * A number, such as 1.2.
 */
min_tls?: number
}
/**
 * Which kinds of protection are in place.
 */
layers?: {
/**
 * True if the system is protected in this way, by the firm or by the provider.
 */
firewall?: boolean
/**
 * True if the system is protected in this way, by the firm or by the provider.
 */
intrusion_detection?: boolean
/**
 * True if the system is protected in this way, by the firm or by the provider.
 */
malware_protection?: boolean
/**
 * True if the system is protected in this way, by the firm or by the provider.
 */
endpoint_protection?: boolean
/**
 * Those that the supplier runs.
 */
provider_operated?: ("firewall" | "intrusion_detection" | "malware_protection" | "endpoint_protection")[]
evidence_uri?: Uri
}
/**
 * Whether and how backups are made.
 */
backup?: {
/**
 * True if they are.
 */
enabled?: boolean
/**
 * Best read from the system itself.
 */
last_success_on?: string
/**
 * The last day on which someone confirmed that they work.
 */
attested_on?: string
/**
 * The last day on which data was restored as a test.
 */
last_restore_test_on?: string
/**
 * True if they are.
 */
encrypted?: boolean
/**
 * True if a copy is offline or cannot be changed.
 */
offline_or_immutable_copy?: boolean
}
/**
 * What the system records about use.
 */
audit_log?: {
/**
 * True if it is.
 */
enabled?: boolean
/**
 * What the log records.
 */
events?: ("login" | "failed-login" | "read-restricted" | "export" | "delete" | "permission-change" | "other")[]
/**
 * In days, such as 365.
 */
retention_days?: number
/**
 * True if users and administrators cannot alter it.
 */
tamper_protected?: boolean
/**
 * The last review, best read from the system itself.
 */
last_reviewed_on?: string
/**
 * The last day on which someone confirmed it.
 */
attested_on?: string
}
/**
 * How the system warns of attacks and faults.
 */
alerting?: {
/**
 * True if the system warns someone.
 */
enabled?: boolean
/**
 * True if they do not wait for a daily report.
 */
realtime?: boolean
/**
 * What the system watches for.
 */
rules?: ("unusual-activity" | "unauthorised-access" | "suspicious-login" | "unexpected-downtime" | "unauthorised-data-activity" | "other")[]
/**
 * Read from the system. Leave it out if there is none.
 */
oldest_unhandled_at?: string
}
/**
 * The day on which it became known. Leave it out if there is none.
 */
oldest_open_critical_on?: string
/**
 * The day on which it became known. Leave it out if there is none.
 */
oldest_open_high_on?: string
/**
 * The last day on which the maker repairs it.
 */
end_of_support_on?: string
/**
 * The last scan.
 */
last_vuln_scan_on?: string
/**
 * True if single people can be shut out of single matters.
 */
supports_walls?: boolean
/**
 * A review of everyone who can open the system.
 */
access_reviewed_on?: string
/**
 * True if the supplier repairs and updates it.
 */
operated_by_vendor?: boolean
/**
 * Such as an ISO 27001 or SOC 2 report.
 */
assurance_on?: string
/**
 * The last day on which someone checked that it is still right.
 */
last_reviewed_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One right of one person or supplier to open a system, a store or file, or a matter.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "AccessGrant".
 */
export interface AccessGrant {
/**
 * A short name that never changes and tells nothing confidential, such as "G-10482". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The member of staff or supplier.
 */
holder_id?: string
/**
 * Give a system, a store or file, or a matter.
 */
system_id?: string
/**
 * Give a system, a store or file, or a matter.
 */
asset_id?: string
/**
 * Give a system, a store or file, or a matter.
 */
matter_id?: string
/**
 * What the holder may do.
 */
level?: ("read" | "write" | "admin")
/**
 * Why it is needed. No names or matter details.
 */
justification?: string
/**
 * A directory group or role. Such access needs no approval of its own.
 */
granted_through?: string
/**
 * Copied, so that the rule needs no other record.
 */
holder_role_id?: string
/**
 * Someone other than the holder.
 */
approved_by?: string
/**
 * The day of the approval.
 */
approved_on?: string
/**
 * The first day on which it could be used.
 */
granted_on?: string
/**
 * True if more than one person uses it.
 */
shared_account?: boolean
/**
 * Leave it out if the access is not temporary.
 */
expires_on?: string
/**
 * The last day on which someone confirmed that it is needed.
 */
last_reviewed_on?: string
/**
 * Leave it out while it can be used.
 */
revoked_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A room or building in which data or computers are kept.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Site".
 */
export interface Site {
/**
 * A short name that never changes and tells nothing confidential, such as "basement-archive". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Choose what fits best.
 */
kind?: ("server-room" | "archive" | "office-with-files" | "offsite-store" | "other")
/**
 * How the place is protected.
 */
measures?: {
/**
 * True if it is.
 */
locked_entry?: boolean
/**
 * True if people are named.
 */
named_access_list?: boolean
/**
 * True if they are.
 */
entry_log?: boolean
/**
 * True if there is.
 */
intruder_alarm?: boolean
/**
 * True if there is.
 */
fire_protection?: boolean
}
/**
 * The last day on which someone checked the measures.
 */
last_inspected_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A computer, phone or tablet, by an opaque identifier.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Device".
 */
export interface Device {
/**
 * A short name that never changes and tells nothing confidential, such as "D-031". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Whether it is in use.
 */
status?: ("in-use" | "lost" | "retired")
/**
 * True if client data can be opened on it.
 */
accesses_client_data?: boolean
/**
 * True if its storage is encrypted.
 */
encrypted?: boolean
/**
 * True if the firm sets and checks its settings.
 */
managed?: boolean
/**
 * True if the firm can delete its contents remotely.
 */
remote_wipe?: boolean
/**
 * In minutes, such as 5.
 */
screen_lock_minutes?: number
/**
 * For a lost device: the incident that deals with the loss.
 */
incident_id?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A barrier that keeps named people away from the material of named matters.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "EthicalWall".
 */
export interface EthicalWall {
/**
 * A short name that never changes and tells nothing confidential, such as "W-03". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Whether it stands now.
 */
status?: ("pending" | "active" | "lifted")
/**
 * Why it is needed.
 */
reason?: ("lateral" | "prospective" | "adverse-current" | "adverse-former" | "client-request")
/**
 * For a lawyer who joined: the joining date.
 */
trigger_on?: string
/**
 * The first day on which it stood.
 */
established_on?: string
/**
 * Leave it out while it stands.
 */
lifted_on?: string
/**
 * The matters whose material is protected.
 */
matter_ids?: string[]
/**
 * Where the material of those matters lies.
 */
holding_system_ids?: string[]
/**
 * Those who must not reach the material.
 */
screened_staff_ids?: string[]
/**
 * Where it is enforced.
 */
enforced_system_ids?: string[]
/**
 * Asked for by ABA rules.
 */
fee_excluded?: boolean
/**
 * The day on which the people concerned were told in writing.
 */
instructions_sent_on?: string
/**
 * One entry for each person who confirmed the instructions.
 */
acknowledgements?: {
/**
 * The person who confirmed.
 */
staff_id?: string
/**
 * The day on which it was confirmed.
 */
on?: string
}[]
/**
 * True if the rules ask the firm to tell the former client.
 */
notice_required?: boolean
/**
 * The day of sending.
 */
notice_sent_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * How long one class of records is kept, why, and how it is destroyed.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "RetentionRule".
 */
export interface RetentionRule {
/**
 * A short name that never changes and tells nothing confidential, such as "client-file-6y". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Only approved rules count.
 */
status?: ("draft" | "approved" | "retired")
/**
 * The records to which the rule applies.
 */
record_class?: ("client-file" | "trust-accounting" | "aml-cdd" | "ccpa-request-log" | "ccpa-risk-assessment" | "high-risk-ai-log" | "consent-evidence" | "hr" | "marketing" | "other")
/**
 * Each law or set of rules that asks for the period.
 */
regimes?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")[]
/**
 * What starts the period.
 */
trigger_event?: ("matter-closed" | "relationship-ended" | "representation-ended" | "last-entry" | "last-contact" | "collected" | "consent-given" | "consent-withdrawn" | "employment-ended" | "death-of-testator" | "end-of-trust" | "mortgage-date" | "other")
period?: Period
/**
 * For records that are kept until a person reaches an age.
 */
until_age?: {
/**
 * Whose age decides.
 */
whose?: ("youngest-child" | "client" | "other-person")
/**
 * Such as 25.
 */
years?: number
}
/**
 * For wills and deeds held for a client. Give the reason in the criteria.
 */
permanent?: boolean
/**
 * Latest is assumed. Earliest: the first of the dates decides.
 */
combine?: ("latest" | "earliest")
/**
 * For firms that destroy records once a year.
 */
disposal_run?: {
/**
 * A number from 1 to 12.
 */
month?: number
/**
 * The last day of the month if left out.
 */
day?: number
}
/**
 * In words, where no period can be given, or why they are kept for good.
 */
criteria_text?: string
min_period?: Period
max_period?: Period
/**
 * Such as "Limitation Act 1980 s.5: six years for claims in contract".
 */
legal_basis_text?: string
/**
 * How the records are destroyed, by paper and electronic form, such as "cross-cut-shred" or "overwrite".
 */
disposal_method?: string
/**
 * True if copies in backups are destroyed too.
 */
covers_backups?: boolean
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The day of the approval.
 */
approved_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * An order to keep what may be needed as evidence.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "LegalHold".
 */
export interface LegalHold {
/**
 * A short name that never changes and tells nothing confidential, such as "H-07". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The duty to keep runs from the trigger, whatever the status.
 */
status?: ("draft" | "active" | "released")
/**
 * What it is about.
 */
kind?: ("client-matter" | "own-dispute" | "regulatory" | "employment" | "third-party-demand")
/**
 * True where the details are kept elsewhere because others read this repository.
 */
count_only?: boolean
/**
 * The last day on which someone checked that it is still needed.
 */
last_reviewed_on?: string
/**
 * The day on which a dispute was reasonably to be expected.
 */
triggered_on?: string
/**
 * The day on which people were told in writing.
 */
issued_on?: string
/**
 * What must be kept, in general words. No names or matter details.
 */
scope_text?: string
/**
 * The matters whose files must be kept.
 */
matter_ids?: string[]
/**
 * Stores and files that must be kept.
 */
asset_ids?: string[]
/**
 * One entry for each person.
 */
custodians?: {
/**
 * The member of staff who must keep mailbox and drive.
 */
staff_id?: string
/**
 * The day on which the person confirmed the hold.
 */
acknowledged_on?: string
}[]
/**
 * The last day on which people were reminded.
 */
last_reminder_on?: string
/**
 * For a matter of a client.
 */
client_told_on?: string
/**
 * From this day on it no longer holds.
 */
released_on?: string
/**
 * The member of staff who decided it.
 */
released_by?: string
/**
 * Copied, so that the rule needs no other record.
 */
released_by_lawyer?: boolean
/**
 * Why it is no longer needed. No names or matter details.
 */
release_reason?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * The record of one destruction.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "DisposalEvent".
 */
export interface DisposalEvent {
/**
 * A short name that never changes and tells nothing confidential, such as "DE-0881". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * What was destroyed.
 */
asset_id?: string
/**
 * Choose what fits best.
 */
object?: ("client-file" | "data-set" | "device" | "backup")
/**
 * Paper or electronic.
 */
medium?: ("paper" | "electronic")
/**
 * How it was destroyed.
 */
method?: ("cross-cut-shred" | "incinerate" | "certified-vendor" | "crypto-erase" | "overwrite" | "physical-destroy" | "in-system-delete" | "provider-delete-with-certificate" | "other")
/**
 * The firm itself or a contractor.
 */
performed_by?: ("firm" | "vendor")
/**
 * For deletion inside a system.
 */
backups_expire_on?: string
/**
 * The day on which it was destroyed.
 */
disposed_on?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
/**
 * Not later than the destruction.
 */
approved_on?: string
/**
 * Within the week before the destruction.
 */
hold_check_on?: string
certificate_uri?: Uri
/**
 * For a client file: the day of the warning.
 */
client_notified_on?: string
/**
 * True if the terms allow the destruction after the period.
 */
engagement_terms_agreed?: boolean
client_unreachable_evidence_uri?: Uri
/**
 * True for wills, deeds and the like.
 */
contains_originals?: boolean
/**
 * Before the destruction.
 */
originals_returned_on?: string
/**
 * Needed for a client file.
 */
lawyer_approval_by?: string
/**
 * The incident in which a mistake was dealt with.
 */
incident_id?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * The records of client money for one matter. A firm may instead answer by store.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "TrustRecord".
 */
export interface TrustRecord {
/**
 * A short name that never changes and tells nothing confidential, such as "TR-2291". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The matter to which the money belongs.
 */
matter_id?: string
/**
 * Each set of professional rules on client money.
 */
regimes?: ("aba" | "us-ca-bar" | "sra")[]
/**
 * Copied from the matter, so that the rule needs no other record.
 */
matter_closed?: boolean
/**
 * Where ABA rules apply: the end of the representation.
 */
representation_ended_on?: string
/**
 * The day of the last entry in the account.
 */
last_entry_on?: string
/**
 * Where California rules apply: the day on which the last money was paid out.
 */
final_distribution_on?: string
/**
 * The planned day. Leave it out if none is planned.
 */
planned_disposal_on?: string
/**
 * Leave it out while they exist.
 */
disposed_on?: string
/**
 * True if they are protected against loss, damage and change.
 */
stored_securely?: boolean
/**
 * True if only those who need them can open them.
 */
access_restricted?: boolean
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One disclosure of confidential information out of the ordinary course. Money-laundering reports are never recorded.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Disclosure".
 */
export interface Disclosure {
/**
 * A short name that never changes and tells nothing confidential, such as "DI-12". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The matter whose information was disclosed.
 */
matter_id?: string
/**
 * The kind of recipient or the organisation, such as "court". Never a person.
 */
recipient?: string
/**
 * The day on which it was made.
 */
disclosed_on?: string
/**
 * Why it was allowed.
 */
authority?: ("client-consent" | "implied-authority" | "legal-compulsion" | "permitted-exception" | "former-client-rule" | "none")
/**
 * True if it was legally privileged.
 */
privileged?: boolean
/**
 * True if it carried the mark.
 */
marked_privileged?: boolean
/**
 * True if it was made for the purpose of the matter.
 */
within_matter_purpose?: boolean
/**
 * The consent record.
 */
consent_record_id?: string
/**
 * The reference of the court order or demand.
 */
order_ref?: string
/**
 * True if the firm looked at resisting it.
 */
challenge_considered?: boolean
/**
 * The exception, such as "rule 1.6(b)(1)".
 */
rule_ref?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
/**
 * Not later than the disclosure.
 */
approved_on?: string
/**
 * The incident in which a mistake was dealt with.
 */
incident_id?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * The plan for handling breaches and other incidents.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "IncidentPlan".
 */
export interface IncidentPlan {
/**
 * A short name that never changes and tells nothing confidential, such as "plan-2026". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Only approved plans count.
 */
status?: ("draft" | "approved" | "retired")
/**
 * What the plan provides for.
 */
steps?: ("identify" | "escalate" | "assess-scope" | "contain" | "preserve-evidence" | "notify-authority" | "notify-clients" | "notify-individuals" | "restore" | "document" | "post-incident-review" | "other")[]
/**
 * The member of staff for each role: incident-lead, technical-lead, communications, legal-counsel. One person may fill several.
 */
roles?: {
[k: string]: string
}
/**
 * The signs that the plan tells people to look for.
 */
indicators?: ("unusual-activity" | "unauthorised-access" | "suspicious-login" | "unexpected-downtime" | "unauthorised-data-activity" | "other")[]
/**
 * Who is called, in order.
 */
escalation?: {
/**
 * Such as "1" or "partners".
 */
level?: string
/**
 * The member of staff to call at this level.
 */
contact?: string
/**
 * The member of staff to call if that person is away.
 */
deputy?: string
/**
 * In hours, such as 4.
 */
within_hours?: number
}[]
/**
 * One entry for each law.
 */
notification_matrix?: {
/**
 * The law under which the notice is due.
 */
regime?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")
/**
 * Such as "Information Commissioner".
 */
authority?: string
/**
 * In words, such as "72 hours after awareness".
 */
deadline?: string
/**
 * An address or web form.
 */
contact?: string
}[]
/**
 * The day of the approval.
 */
approved_on?: string
/**
 * The last review.
 */
last_reviewed_on?: string
/**
 * The last exercise. Leave it out if it was never tested.
 */
last_tested_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One incident, from a near miss to a breach of personal data.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Incident".
 */
export interface Incident {
/**
 * A short name that never changes and tells nothing confidential, such as "I-2026-04". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * A label only; personal_data_breach decides.
 */
kind?: ("security-event" | "personal-data-breach" | "wall-breach" | "near-miss")
/**
 * True if personal data was lost, changed, disclosed or opened without permission.
 */
personal_data_breach?: boolean
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * What was decided, and why.
 */
decision?: string
/**
 * Only where the firm merely holds the data for someone else: the client, or the organisation recorded among the suppliers.
 */
data_held_for?: string
/**
 * False if nothing had to be restored.
 */
service_affected?: boolean
/**
 * Where it stands.
 */
status?: ("open" | "contained" | "closed")
/**
 * Controller: the firm decides why and how. Processor: it acts for someone else.
 */
firm_role?: ("controller" | "processor" | "joint")
/**
 * Each law under which something may be due.
 */
affected_regimes?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")[]
/**
 * The first sign, with time zone.
 */
detected_at?: string
/**
 * When the incident lead was told.
 */
escalated_at?: string
/**
 * When it was reasonably certain. The 72 hours run from here.
 */
aware_at?: string
/**
 * Only if it took longer than planned.
 */
triage_reason?: string
/**
 * For US law.
 */
discovered_on?: string
/**
 * When it was known what was affected.
 */
scope_assessed_at?: string
/**
 * When the incident was stopped.
 */
contained_at?: string
/**
 * When services ran again.
 */
restored_at?: string
/**
 * When the incident was closed.
 */
closed_at?: string
/**
 * What happened, in plain words. No names.
 */
facts?: string
/**
 * What it meant for the people concerned.
 */
effects?: string
/**
 * The kinds of data that were affected.
 */
data_category_ids?: string[]
/**
 * Approximate numbers.
 */
affected_counts?: {
/**
 * An estimate is enough.
 */
people?: number
/**
 * An estimate is enough.
 */
records?: number
}
/**
 * By their identifiers.
 */
affected_client_ids?: string[]
/**
 * Those of the affected clients who are former clients; copied.
 */
former_client_ids?: string[]
/**
 * As ABA Formal Opinion 483 asks.
 */
client_impact?: ("none" | "material" | "substantially-likely-material" | "service-impaired")
/**
 * Whether former clients must be told.
 */
former_client_notice?: ("required" | "not-required")
/**
 * By the two letters of the state, such as CA: 501.
 */
us_residents?: {
[k: string]: number
}
/**
 * True for data whose breach must be reported there, such as a name with an account number.
 */
private_information_involved?: boolean
/**
 * True if it was.
 */
encrypted?: boolean
/**
 * True if someone may have the keys.
 */
keys_compromised?: boolean
/**
 * Treated as a risk if left out.
 */
risk_level?: ("unlikely" | "risk" | "high-risk")
/**
 * Why the risk has that level.
 */
risk_reasoning?: string
/**
 * The member of staff who assessed it.
 */
assessed_by?: string
/**
 * When it was made.
 */
risk_assessed_at?: string
/**
 * The exception in GDPR Art 34(3).
 */
art34_exception?: {
/**
 * Which exception applies.
 */
ground?: ("data-unintelligible" | "risk-removed" | "public-communication")
/**
 * Why it applies.
 */
reasoning?: string
}
/**
 * One entry for each notice. An empty list says that none was sent.
 */
notifications?: {
/**
 * Who was told.
 */
recipient_kind?: ("authority" | "individuals" | "client" | "state-ag" | "state-agency" | "controller" | "insurer" | "press")
/**
 * The authority or organisation, such as "ny-state-police" or "ico". Never a person.
 */
recipient?: string
/**
 * The law that asks for the notice.
 */
regime?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")
/**
 * The two letters of the state, such as CA.
 */
state?: string
/**
 * For notices to clients.
 */
client_id?: string
/**
 * With time zone.
 */
sent_at?: string
/**
 * The firm is assumed if left out.
 */
sent_by?: ("firm" | "joint-controller" | "processor")
/**
 * What it told the recipient.
 */
content_items?: ("nature" | "subject-categories-and-count" | "record-categories-and-count" | "dpo-or-contact" | "likely-consequences" | "measures" | "nature-plain" | "contact" | "what-happened" | "what-information" | "what-firm-is-doing" | "what-client-can-do" | "other")[]
/**
 * False if more information is to follow.
 */
final?: boolean
/**
 * Only if it was sent late.
 */
delay_reason?: string
/**
 * The member of staff who cleared it.
 */
reviewed_by?: string
/**
 * Before it was sent.
 */
reviewed_at?: string
/**
 * What the review looked at.
 */
review_checks?: ("privilege" | "ongoing-investigation" | "other-clients-confidentiality")[]
}[]
/**
 * Whether the insurer was told, and why.
 */
insurer_decision?: {
/**
 * What was decided.
 */
decision?: ("notified" | "not-needed")
/**
 * The member of staff who decided.
 */
decided_by?: string
/**
 * The day on which it was decided.
 */
decided_on?: string
/**
 * The day of the notice.
 */
on?: string
/**
 * Why, in a sentence or two. No names.
 */
reasons?: string
}
/**
 * Whether it was reported, and why.
 */
regulator_decision?: {
/**
 * What was decided.
 */
decision?: ("reported" | "not-reportable" | "under-review")
/**
 * The member of staff who decided.
 */
decided_by?: string
/**
 * The day on which it was decided.
 */
decided_on?: string
/**
 * The day on which it was reported.
 */
on?: string
/**
 * Why, in a sentence or two. No names.
 */
reasons?: string
}
/**
 * Whether a legal hold was issued, and why.
 */
preservation_decision?: {
/**
 * What was decided.
 */
decision?: ("hold-issued" | "not-needed")
/**
 * The member of staff who decided.
 */
decided_by?: string
/**
 * The day on which it was decided.
 */
decided_on?: string
/**
 * The hold that was issued.
 */
legal_hold_id?: string
/**
 * Why, in a sentence or two. No names.
 */
reasons?: string
}
/**
 * A request by law enforcement to delay notices.
 */
law_enforcement_hold?: {
/**
 * The organisation, not a person.
 */
requested_by?: string
/**
 * The last day of the delay.
 */
until?: string
/**
 * The reference of the request.
 */
reference?: string
}
/**
 * Only for California.
 */
scope_restore_delay?: {
/**
 * Why more time was needed.
 */
reason?: string
/**
 * The last day of the delay.
 */
until?: string
}
/**
 * What was done to put it right.
 */
remedial_actions?: string[]
/**
 * What happened when, in order.
 */
timeline?: {
/**
 * With time zone.
 */
at?: string
/**
 * What happened. No names.
 */
event?: string
}[]
/**
 * True if it was.
 */
evidence_preserved?: boolean
/**
 * What was learned.
 */
post_review?: {
/**
 * Leave it out until it is done.
 */
done_on?: string
/**
 * Why it happened.
 */
root_cause?: string
/**
 * What was learned.
 */
lessons?: string[]
/**
 * What is to be done. An empty list says that nothing is.
 */
actions?: {
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The last day.
 */
due_on?: string
/**
 * Leave it out until it is done.
 */
done_on?: string
}[]
}
/**
 * Only if it happened at a supplier.
 */
source_vendor_id?: string
/**
 * When the supplier knew.
 */
vendor_aware_at?: string
/**
 * When the firm was told.
 */
vendor_notified_firm_at?: string
/**
 * Copied from the contract, so that the rule needs no other record.
 */
contract_notice_hours?: number
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One course that the firm offers.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "TrainingCourse".
 */
export interface TrainingCourse {
/**
 * A short name that never changes and tells nothing confidential, such as "privacy-basics". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * False once it is no longer offered.
 */
active?: boolean
/**
 * What it teaches.
 */
topics?: ("privacy-principles" | "consent" | "breach-recognition-and-response" | "documentation" | "secure-data-handling" | "recognising-vulnerabilities" | "ccpa-requests" | "ai-literacy" | "conflicts-and-walls")[]
/**
 * How it is taught.
 */
format?: ("lecture" | "e-learning" | "scenario" | "phishing-simulation" | "table-top")
/**
 * The last update.
 */
content_updated_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One course taken by one person.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "TrainingRecord".
 */
export interface TrainingRecord {
/**
 * A short name that never changes and tells nothing confidential, such as "TC-5501". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The member of staff.
 */
staff_id?: string
/**
 * The course that was taken.
 */
course_id?: string
/**
 * Such as "2026".
 */
course_version?: string
/**
 * The day on which it was completed.
 */
completed_on?: string
/**
 * What the course covered.
 */
topics?: ("privacy-principles" | "consent" | "breach-recognition-and-response" | "documentation" | "secure-data-handling" | "recognising-vulnerabilities" | "ccpa-requests" | "ai-literacy" | "conflicts-and-walls")[]
/**
 * True if the course was passed.
 */
passed?: boolean
/**
 * The result of the test.
 */
score?: number
/**
 * The score needed to pass.
 */
pass_mark?: number
evidence_uri?: Uri
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One session held for a group.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "TrainingSession".
 */
export interface TrainingSession {
/**
 * A short name that never changes and tells nothing confidential, such as "spring-2026". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The day on which it was held.
 */
held_on?: string
/**
 * What it covered.
 */
topics?: ("privacy-principles" | "consent" | "breach-recognition-and-response" | "documentation" | "secure-data-handling" | "recognising-vulnerabilities" | "ccpa-requests" | "ai-literacy" | "conflicts-and-walls")[]
/**
 * Roles or members of staff, or the single entry "all".
 */
attendees?: string[]
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One exercise, such as a phishing simulation.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Exercise".
 */
export interface Exercise {
/**
 * A short name that never changes and tells nothing confidential, such as "phishing-2026-05". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * How it was done.
 */
format?: ("scenario" | "phishing-simulation" | "table-top")
/**
 * The day on which it was held.
 */
held_on?: string
/**
 * How many took part.
 */
participants?: number
/**
 * How many were invited.
 */
headcount?: number
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One audit with its findings.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Audit".
 */
export interface Audit {
/**
 * A short name that never changes and tells nothing confidential, such as "audit-2026". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * What it looked at.
 */
kind?: ("privacy" | "security" | "cybersecurity" | "vendor" | "consent")
/**
 * Only complete audits count.
 */
status?: ("planned" | "in-progress" | "complete")
/**
 * The areas that it covers.
 */
scope?: ("consent-records" | "access-controls" | "data-handling" | "security-measures" | "policies" | "staff-adherence")[]
/**
 * One entry for each area.
 */
areas?: {
/**
 * The area that was looked at.
 */
area?: ("consent-records" | "access-controls" | "data-handling" | "security-measures" | "policies" | "staff-adherence")
/**
 * How many there are.
 */
population?: number
/**
 * The size of the sample.
 */
sample_size?: number
/**
 * How many were not in order.
 */
exceptions?: number
evidence_uri?: Uri
}[]
/**
 * The day on which it was completed.
 */
performed_on?: string
/**
 * True if done by someone who does not own the area.
 */
independent?: boolean
/**
 * The day on which management got it.
 */
reported_to_management_on?: string
/**
 * An empty list says that there are none.
 */
findings?: {
/**
 * A short name without spaces that never changes, such as "F1".
 */
id: string
/**
 * How serious it is.
 */
severity?: ("critical" | "high" | "medium" | "low")
/**
 * What was found. No names.
 */
text?: string
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The last day.
 */
due_on?: string
/**
 * Where it stands.
 */
state?: ("open" | "closed" | "accepted")
/**
 * The day on which it was put right.
 */
closed_on?: string
closure_evidence_uri?: Uri
/**
 * The member of staff who accepted the risk.
 */
accepted_by?: string
/**
 * The last day of the acceptance.
 */
accepted_until?: string
/**
 * The policies that the finding concerns.
 */
affected_policy_ids?: string[]
}[]
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One change in law or guidance that the firm follows up.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "RegulatoryChange".
 */
export interface RegulatoryChange {
/**
 * A short name that never changes and tells nothing confidential, such as "duaa-complaints". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * How far the firm has dealt with it.
 */
status?: ("identified" | "assessed" | "actioned")
/**
 * The day on which the firm learned of it.
 */
identified_on?: string
/**
 * The day on which its effect was assessed.
 */
assessed_on?: string
/**
 * The day on which the law takes effect.
 */
effective_on?: string
/**
 * The last day for the firm's own action.
 */
action_due_on?: string
/**
 * The policies to be changed.
 */
affected_policy_ids?: string[]
/**
 * Only if the change does not affect the firm.
 */
no_impact_reason?: string
/**
 * True if courses must be changed.
 */
affects_training?: boolean
/**
 * The topics that must be changed.
 */
topics?: ("privacy-principles" | "consent" | "breach-recognition-and-response" | "documentation" | "secure-data-handling" | "recognising-vulnerabilities" | "ccpa-requests" | "ai-literacy" | "conflicts-and-walls")[]
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One risk in the risk register.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Risk".
 */
export interface Risk {
/**
 * A short name that never changes and tells nothing confidential, such as "R-11". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Where it stands.
 */
status?: ("open" | "treated" | "accepted" | "closed")
/**
 * How serious it is.
 */
level?: ("critical" | "high" | "medium" | "low")
/**
 * The member of staff who answers for it.
 */
owner_id?: string
/**
 * The last day.
 */
treatment_due_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One review of threats, security risks or changes in the law.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "RiskReview".
 */
export interface RiskReview {
/**
 * A short name that never changes and tells nothing confidential, such as "RR-2026-1". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * What it looked at.
 */
kind?: ("threat" | "security-risk" | "regulatory")
/**
 * The day on which it was done.
 */
performed_on?: string
/**
 * How it came about.
 */
source?: ("meeting" | "rule-pack" | "adviser")
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One comment on privacy from staff or clients, or one invitation to comment.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Feedback".
 */
export interface Feedback {
/**
 * A short name that never changes and tells nothing confidential, such as "F-20". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * A comment is assumed if left out.
 */
kind?: ("comment" | "invitation")
/**
 * Who gave it or was invited.
 */
source?: ("staff" | "client")
/**
 * For an invitation: the day on which it was sent.
 */
received_on?: string
/**
 * What was answered or done. No names.
 */
outcome?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * An organisation that provides a service to the firm or receives data from it.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Vendor".
 */
export interface Vendor {
/**
 * A short name that never changes and tells nothing confidential, such as "cloud-host". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * What it is in the words of the law.
 */
role?: ("processor" | "service-provider" | "contractor" | "joint-controller" | "independent-controller" | "third-party")
/**
 * Whether the firm uses it now.
 */
status?: ("proposed" | "active" | "ended")
/**
 * True if it can see or store data about people.
 */
receives_personal_data?: boolean
/**
 * True if it can see what is legally privileged.
 */
accesses_privileged?: boolean
/**
 * High if work stops without it.
 */
criticality?: ("normal" | "high")
/**
 * Where it stores or opens the data.
 */
countries?: string[]
/**
 * The first day on which it could see the data.
 */
data_access_from?: string
/**
 * The check before and during use.
 */
due_diligence?: {
/**
 * The first complete check.
 */
completed_on?: string
/**
 * The last check.
 */
last_reviewed_on?: string
/**
 * What was decided.
 */
outcome?: ("accept" | "accept-with-actions" | "reject")
}
/**
 * The day of the signature.
 */
confidentiality_agreement_on?: string
/**
 * For Germany: in text form, naming the criminal consequences.
 */
secrecy_undertaking_on?: string
/**
 * An office contact, not a person.
 */
contact?: string
/**
 * The lawyer who supervises its work.
 */
supervising_lawyer_id?: string
/**
 * An empty list says that there are none.
 */
sub_processors?: {
/**
 * The organisation.
 */
name?: string
/**
 * A two-letter code.
 */
country?: string
/**
 * The first day.
 */
engaged_on?: string
/**
 * Where each one needs the agreement of the firm.
 */
authorised_on?: string
/**
 * Where the firm may object.
 */
notified_on?: string
/**
 * True while it is not settled.
 */
objection_open?: boolean
/**
 * True if the supplier confirmed that.
 */
flow_down_confirmed?: boolean
}[]
/**
 * How the firm agrees to them.
 */
sub_processor_authorisation?: {
/**
 * One by one, or in general with a right to object.
 */
type?: ("specific" | "general")
/**
 * In days, such as 30.
 */
objection_days?: number
}
/**
 * Leave it out while it is used.
 */
ended_on?: string
/**
 * What happened to data and access.
 */
exit?: {
/**
 * The day on which it was done.
 */
data_returned_or_deleted_on?: string
certificate_uri?: Uri
/**
 * The day on which it was ended.
 */
access_revoked_on?: string
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One contract on data with one supplier.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "VendorAgreement".
 */
export interface VendorAgreement {
/**
 * A short name that never changes and tells nothing confidential, such as "cloud-host-dpa". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The supplier with whom it was made.
 */
vendor_id?: string
/**
 * What the contract is in the words of the law.
 */
kind?: ("processor" | "service-provider" | "contractor" | "third-party" | "joint-controller-arrangement")
/**
 * Each law whose clauses it must have.
 */
regimes?: ("eu-gdpr" | "uk-gdpr" | "us-ca-ccpa" | "us-ca-breach" | "us-ny-shield" | "us-state-breach" | "us-glba-safeguards" | "eu-ai-act" | "aba" | "us-ca-bar" | "sra")[]
/**
 * The day on which the last party signed.
 */
signed_on?: string
/**
 * The first day.
 */
effective_on?: string
/**
 * Leave it out if it has no end.
 */
expires_on?: string
/**
 * From this day on it no longer applies.
 */
terminated_on?: string
/**
 * Each clause that it has.
 */
clauses?: ("subject-matter" | "duration" | "nature-and-purpose" | "data-types" | "data-subjects" | "art28-3-a" | "art28-3-b" | "art28-3-c" | "art28-3-d" | "art28-3-e" | "art28-3-f" | "art28-3-g" | "art28-3-h" | "ccr7051-1" | "ccr7051-2" | "ccr7051-3" | "ccr7051-4" | "ccr7051-5" | "ccr7051-6" | "ccr7051-7" | "ccr7051-8" | "ccr7051-9" | "ccr7051-10" | "ccr7053-1" | "ccr7053-2" | "ccr7053-3" | "ccr7053-4" | "ccr7053-5" | "ccr7053-6" | "other")[]
/**
 * The key of a set of clauses in the reference tables.
 */
standard_terms?: string
/**
 * Such as "without undue delay".
 */
breach_notice_text?: string
/**
 * In hours, such as 24.
 */
breach_notice_hours?: number
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One flow of data to another country.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Transfer".
 */
export interface Transfer {
/**
 * A short name that never changes and tells nothing confidential, such as "e-discovery-us". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Whether it takes place now.
 */
status?: ("planned" | "active" | "ended")
/**
 * The law that applies to sending.
 */
exporter_regime?: ("eu" | "uk")
/**
 * In the words of the law.
 */
exporter_role?: ("controller" | "processor")
/**
 * In the words of the law.
 */
importer_role?: ("controller" | "processor")
/**
 * A two-letter code, such as US.
 */
importer_country?: string
/**
 * Give a supplier or a recipient.
 */
vendor_id?: string
/**
 * The identifier of a recipient in the record of processing.
 */
recipient_id?: string
/**
 * The system through which it takes place.
 */
system_id?: string
/**
 * Where the transfer rests on an exception for single cases.
 */
matter_ids?: string[]
/**
 * The first day.
 */
started_on?: string
/**
 * The last three are not valid.
 */
mechanism?: ("adequacy" | "dpf" | "uk-us-bridge" | "scc-2021-914" | "idta" | "uk-addendum" | "bcr" | "adhoc-clauses" | "derogation" | "none" | "privacy-shield" | "pre-2021-scc")
/**
 * For binding corporate rules: the decision of the authority.
 */
approval_ref?: string
/**
 * As in the list of certified US companies.
 */
data_kind?: ("hr" | "non-hr")
/**
 * The entry in the Data Privacy Framework list.
 */
dpf?: {
/**
 * True if it is.
 */
listed?: boolean
/**
 * The last check.
 */
verified_on?: string
/**
 * As the list says.
 */
certification_expires_on?: string
/**
 * As the list says.
 */
covered_data?: ("hr" | "non-hr")[]
/**
 * True if the list says so.
 */
uk_extension?: boolean
}
/**
 * The clauses signed for this transfer.
 */
scc?: {
/**
 * The clauses on which they rest.
 */
base?: ("scc-2021-914" | "pre-2021-scc" | "other")
/**
 * The part of the clauses that fits the roles.
 */
module?: (1 | 2 | 3 | 4)
/**
 * The day on which the last party signed.
 */
signed_on?: string
/**
 * Each annex that is filled in.
 */
annexes?: ("I.A" | "I.B" | "I.C" | "II" | "III" | "tables-1-4")[]
/**
 * True if the wording was changed.
 */
modified?: boolean
}
/**
 * Whether the law of the other country undermines the protection.
 */
tia?: {
/**
 * The first assessment.
 */
completed_on?: string
/**
 * The last review.
 */
last_reviewed_on?: string
/**
 * What was found.
 */
outcome?: ("sufficient" | "sufficient-with-measures" | "insufficient")
/**
 * What is done to protect the data.
 */
supplementary_measures?: ("client-side-encryption" | "firm-held-keys" | "pseudonymisation" | "split-processing" | "access-restriction" | "contractual" | "organisational" | "other")[]
}
/**
 * The exception in GDPR Art 49.
 */
derogation?: {
/**
 * Which exception applies.
 */
ground?: ("explicit-consent" | "contract" | "contract-in-interest" | "public-interest" | "legal-claims" | "vital-interests" | "public-register" | "compelling-interests")
/**
 * Why the exception applies and the transfer is necessary.
 */
justification?: string
/**
 * The member of staff who assessed it.
 */
necessity_assessed_by?: string
/**
 * The consent record.
 */
consent_record_id?: string
/**
 * For compelling interests.
 */
authority_notified_on?: string
}
/**
 * True if it is not a single case.
 */
repetitive?: boolean
/**
 * True if it is.
 */
privileged?: boolean
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One request of a person about their data.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "RightsRequest".
 */
export interface RightsRequest {
/**
 * A short name that never changes and tells nothing confidential, such as "RQ-2026-031". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * It decides the time limits.
 */
regime?: ("eu" | "uk" | "us-ca" | "us-ny" | "us-other" | "other")
/**
 * What the person asks for.
 */
right?: ("access" | "rectification" | "erasure" | "restriction" | "portability" | "objection" | "adm-review" | "ccpa-know" | "ccpa-delete" | "ccpa-correct" | "ccpa-opt-out" | "ccpa-limit")
/**
 * Where it stands.
 */
status?: ("open" | "answered" | "partly-refused" | "refused" | "withdrawn")
/**
 * The day of receipt, by any channel.
 */
received_on?: string
/**
 * Leave it out if it was someone else.
 */
client_id?: string
/**
 * What the request is about. Leave it out for everything of the person.
 */
asset_ids?: string[]
/**
 * How it reached the firm.
 */
channel?: ("email" | "form" | "phone" | "post" | "in-person")
/**
 * Such as england-and-wales, us-federal or eu-de.
 */
calendar?: string
/**
 * True if someone acted for the person.
 */
by_agent?: boolean
authority_evidence_uri?: Uri
/**
 * Whether proof was asked for, and when.
 */
identity?: {
/**
 * True if it was.
 */
required?: boolean
/**
 * Why there was doubt.
 */
reason?: string
/**
 * The day of asking.
 */
asked_on?: string
/**
 * Leave it out until it arrives.
 */
info_received_on?: string
/**
 * The day of the check.
 */
verified_on?: string
/**
 * Only where a fee was lawfully asked for.
 */
fee_paid_on?: string
}
/**
 * Where the firm asked what is meant.
 */
clarification?: {
/**
 * The day of asking.
 */
asked_on?: string
/**
 * Leave it out until it comes.
 */
answered_on?: string
}
/**
 * The day on which receipt was confirmed.
 */
acknowledged_on?: string
/**
 * The day on which the person was told.
 */
extended_on?: string
/**
 * Why more time is needed.
 */
extension_reason?: string
/**
 * The day on which the person was answered.
 */
responded_on?: string
/**
 * Only if it was late.
 */
late_reason?: string
/**
 * What was done, in a sentence. No names.
 */
outcome_text?: string
/**
 * Why the request was refused, in whole or in part.
 */
refusal?: {
/**
 * A key of the table of grounds, such as privilege, legal-hold, manifestly-unfounded or rights-of-others.
 */
ground?: string
/**
 * For the EU: the provision.
 */
national_law?: string
/**
 * The day on which the person was told why.
 */
reasons_given_on?: string
/**
 * What the person was told about complaining.
 */
told?: ("authority-complaint" | "judicial-remedy")[]
}
/**
 * The matters whose files were searched.
 */
matter_ids?: string[]
/**
 * Before files of matters are released.
 */
privilege_review?: {
/**
 * Not later than the answer.
 */
done_on?: string
/**
 * The member of staff who did it.
 */
reviewer_id?: string
/**
 * True if a lawyer did it.
 */
reviewer_is_lawyer?: boolean
/**
 * Their identifiers.
 */
withheld_item_ids?: string[]
}
/**
 * Not later than the answer.
 */
third_party_review_on?: string
/**
 * Their identifiers.
 */
released_item_ids?: string[]
/**
 * What was erased.
 */
erased_asset_ids?: string[]
/**
 * The day on which it was erased.
 */
erased_on?: string
/**
 * The identifiers of recipients in the record of processing.
 */
recipient_ids?: string[]
/**
 * One entry for each recipient.
 */
recipient_notices?: {
/**
 * The identifier of the recipient.
 */
recipient_id?: string
/**
 * The day of sending.
 */
sent_on?: string
/**
 * Only if telling it was impossible.
 */
impossible_reason?: string
}[]
/**
 * Leave it out while it stands.
 */
restriction_lifted_on?: string
/**
 * The incident in which a mistake was dealt with.
 */
incident_id?: string
/**
 * Leave it out while it exists.
 */
disposed_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One complaint about the handling of data.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Complaint".
 */
export interface Complaint {
/**
 * A short name that never changes and tells nothing confidential, such as "CP-02". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * It decides the time limits.
 */
regime?: ("eu" | "uk" | "us-ca" | "us-ny" | "us-other" | "other")
/**
 * The day of receipt.
 */
received_on?: string
/**
 * The day on which receipt was confirmed.
 */
acknowledged_on?: string
/**
 * The day on which the person was told the outcome.
 */
outcome_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One tool that uses artificial intelligence.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "AiSystem".
 */
export interface AiSystem {
/**
 * A short name that never changes and tells nothing confidential, such as "research-assistant". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * Whether it is in use.
 */
status?: ("proposed" | "pilot" | "active" | "retired")
/**
 * The supplier who provides it.
 */
vendor_id?: string
/**
 * The member of staff who approved it.
 */
approved_by?: string
/**
 * Not later than the first use.
 */
approved_on?: string
/**
 * The first day, trial included.
 */
first_used_on?: string
/**
 * From this day on it is not used.
 */
retired_on?: string
/**
 * True if data about people is put in or comes out.
 */
processes_personal_data?: boolean
/**
 * True if the firm allows it.
 */
confidential_input_allowed?: boolean
/**
 * True if the firm asks the client first.
 */
client_consent_required?: boolean
/**
 * Whether an impact assessment is needed for the tool, and why.
 */
screening?: {
/**
 * What was decided.
 */
outcome?: ("needed" | "not-needed")
/**
 * Why.
 */
reason?: string
/**
 * The member of staff who decided.
 */
by?: string
/**
 * The day on which it was decided.
 */
on?: string
}
/**
 * True if what it learns from one client can show up for another inside the firm.
 */
cross_matter_learning?: boolean
/**
 * What the terms say on the data put in.
 */
terms?: {
/**
 * True if it does.
 */
training_on_inputs?: boolean
retention_of_prompts?: Period
/**
 * True if it does.
 */
confidentiality?: boolean
/**
 * True if they may.
 */
human_review_by_provider?: boolean
/**
 * As the terms say.
 */
data_location?: string[]
/**
 * True if it does.
 */
deletion?: boolean
}
/**
 * The last review.
 */
terms_reviewed_on?: string
/**
 * Where the tool runs.
 */
processing_countries?: string[]
/**
 * True if it searches them.
 */
indexes_firm_content?: boolean
/**
 * Matters, stores or files, or the single entry "all".
 */
index_scope?: string[]
/**
 * True if it respects access rights.
 */
permission_trimming?: boolean
/**
 * True if the tool or its output is used there.
 */
used_in_eu?: boolean
/**
 * Choose what applies.
 */
risk_class?: ("prohibited" | "high" | "limited" | "minimal")
/**
 * Only for high risk.
 */
deployer_duties?: {
/**
 * True if the tool is used as the maker says.
 */
instructions_followed?: boolean
/**
 * True if it is relevant and representative.
 */
input_data_checked?: boolean
/**
 * True if someone watches how it works.
 */
monitoring?: boolean
/**
 * True if they know of it.
 */
affected_people_informed?: boolean
}
/**
 * Members of staff with the skill and power to stop it.
 */
oversight_staff_ids?: string[]
/**
 * At least 184 for high risk.
 */
log_retention_days?: number
/**
 * True if it affects staff at work.
 */
used_on_workers?: boolean
/**
 * Not later than the first use.
 */
workers_informed_on?: string
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * One use of an AI tool. Optional.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "AiUse".
 */
export interface AiUse {
/**
 * A short name that never changes and tells nothing confidential, such as "U-7001". Other entries refer to it.
 */
id: string
/**
 * What people call it in reports.
 */
title?: string
/**
 * The tool that was used.
 */
ai_system_id?: string
/**
 * The matter for which it was used.
 */
matter_id?: string
/**
 * The member of staff who used it.
 */
staff_id?: string
/**
 * The day on which it was used.
 */
used_on?: string
/**
 * For decisions about a person.
 */
subject_regime?: ("eu" | "uk" | "us-ca" | "us-ny" | "us-other" | "other")
/**
 * The incident in which a mistake was dealt with.
 */
incident_id?: string
/**
 * True if it was.
 */
confidential_input?: boolean
/**
 * Choose the weightiest.
 */
output_used_in?: ("internal" | "advice" | "filing" | "client-communication" | "decision-about-person")
/**
 * The member of staff who checked it.
 */
verified_by?: string
/**
 * Before anyone relied on it.
 */
verified_at?: string
/**
 * When it was sent, filed or acted on.
 */
relied_on_at?: string
/**
 * For a court filing: true if each was looked up.
 */
citations_checked?: boolean
/**
 * In a decision about a person.
 */
human_involvement?: ("full" | "partial" | "none")
/**
 * Only where nobody took part.
 */
adm?: {
/**
 * Why it was allowed.
 */
ground?: ("contract" | "law" | "explicit-consent" | "recognised-legitimate-interest" | "other")
/**
 * True if they were.
 */
special_category?: boolean
/**
 * What the person was offered.
 */
safeguards?: ("information" | "representations" | "human-review" | "contest")[]
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
/**
 * A table of law that rules look up, or the part of it that the firm has put in its place.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "ReferenceTable".
 */
export interface ReferenceTable {
/**
 * The name of the table; of a firm's own with ", own" behind it.
 */
id: string
/**
 * What it lists.
 */
title?: string
/**
 * Whether the entries stand in the firm's repository.
 */
own?: boolean
/**
 * Without one, under every law.
 */
regimes?: string[]
/**
 * The last check.
 */
checked_on?: string
/**
 * How long a check holds.
 */
review_months?: number
}
/**
 * The repository in which the firm keeps this inventory: it holds data too.
 * 
 * This interface was referenced by `Inventory`'s JSON-Schema
 * via the `definition` "Repository".
 */
export interface Repository {
/**
 * Where it lies.
 */
hosting?: {
/**
 * The company that hosts it, or "own server".
 */
provider?: string
/**
 * A two-letter code.
 */
country?: string
/**
 * True if anyone can read it.
 */
public?: boolean
}
/**
 * Members of staff, or groups written as "group:" and the name.
 */
access_list?: string[]
/**
 * The last review.
 */
access_reviewed_on?: string
/**
 * Members of staff.
 */
restricted_reader_ids?: string[]
/**
 * Where each is read from.
 */
sources?: {
/**
 * The collection in the inventory.
 */
collection?: ("firm" | "roles" | "staff" | "practice_areas" | "clients" | "client_terms" | "matters" | "data_categories" | "data_assets" | "client_files" | "processing_activities" | "collection_forms" | "impact_assessments" | "privacy_notices" | "policies" | "consent_processes" | "consent_reviews" | "consent_wordings" | "consent_records" | "systems" | "access_grants" | "sites" | "devices" | "ethical_walls" | "retention_rules" | "legal_holds" | "disposal_events" | "trust_records" | "disclosures" | "incident_plans" | "incidents" | "training_courses" | "training_records" | "training_sessions" | "exercises" | "audits" | "regulatory_changes" | "risks" | "risk_reviews" | "feedback" | "vendors" | "vendor_agreements" | "transfers" | "rights_requests" | "complaints" | "ai_systems" | "ai_uses" | "repository")
/**
 * Tracked: in this repository. Restricted: only for some. External: outside.
 */
kind?: ("tracked" | "restricted" | "external")
/**
 * Members of staff.
 */
reader_staff_ids?: string[]
}[]
/**
 * Whether an impact assessment is needed for the repository, including whether staff are watched, and why.
 */
dpia_screening?: {
/**
 * What was decided.
 */
outcome?: ("needed" | "not-needed")
/**
 * Why.
 */
reason?: string
/**
 * The member of staff who decided.
 */
by?: string
/**
 * The day on which it was decided.
 */
on?: string
}
/**
 * How long the outputs are kept.
 */
retention?: {
/**
 * How long they are kept, and how old the oldest is.
 */
packs?: {
period?: Period
/**
 * The date of the oldest that still exists.
 */
oldest_on?: string
}
/**
 * How long they are kept, and how old the oldest is.
 */
caches?: {
period?: Period
/**
 * The date of the oldest that still exists.
 */
oldest_on?: string
}
/**
 * How long they are kept, and how old the oldest is.
 */
exports?: {
period?: Period
/**
 * The date of the oldest that still exists.
 */
oldest_on?: string
}
}
/**
 * Texts that look like personal data and are allowed.
 */
allowed_matches?: {
/**
 * The keyed digest of the text, not the text.
 */
hash?: string
/**
 * Why it may stand there.
 */
reason?: string
/**
 * The member of staff who decided.
 */
by?: string
}[]
/**
 * Worked out while loading; cannot be declared. Never the text itself.
 */
tracked_matches?: {
/**
 * The path of the file.
 */
file?: string
/**
 * The line in the file.
 */
line?: number
/**
 * The field in which it stands.
 */
field?: string
/**
 * The kind of personal data.
 */
looks_like?: ("e-mail" | "phone" | "birth-date" | "government-id" | "account-number" | "person-name" | "client-or-matter-title" | "money-laundering-report")
/**
 * Its number among those of one kind in the field or file, from the second on.
 */
nth?: number
/**
 * The keyed digest with which it can be permitted, where the firm's key is at hand.
 */
hash?: string
}[]
/**
 * Worked out while loading; cannot be declared.
 */
unresolved_references?: {
/**
 * The collection in the inventory.
 */
collection?: ("firm" | "roles" | "staff" | "practice_areas" | "clients" | "client_terms" | "matters" | "data_categories" | "data_assets" | "client_files" | "processing_activities" | "collection_forms" | "impact_assessments" | "privacy_notices" | "policies" | "consent_processes" | "consent_reviews" | "consent_wordings" | "consent_records" | "systems" | "access_grants" | "sites" | "devices" | "ethical_walls" | "retention_rules" | "legal_holds" | "disposal_events" | "trust_records" | "disclosures" | "incident_plans" | "incidents" | "training_courses" | "training_records" | "training_sessions" | "exercises" | "audits" | "regulatory_changes" | "risks" | "risk_reviews" | "feedback" | "vendors" | "vendor_agreements" | "transfers" | "rights_requests" | "complaints" | "ai_systems" | "ai_uses" | "repository")
/**
 * The identifier of the entry.
 */
row?: string
/**
 * The field that holds the reference.
 */
field?: string
/**
 * The identifier that leads nowhere.
 */
value?: string
}[]
/**
 * Worked out while loading; cannot be declared.
 */
duplicate_ids?: {
/**
 * The collection in the inventory.
 */
collection?: ("firm" | "roles" | "staff" | "practice_areas" | "clients" | "client_terms" | "matters" | "data_categories" | "data_assets" | "client_files" | "processing_activities" | "collection_forms" | "impact_assessments" | "privacy_notices" | "policies" | "consent_processes" | "consent_reviews" | "consent_wordings" | "consent_records" | "systems" | "access_grants" | "sites" | "devices" | "ethical_walls" | "retention_rules" | "legal_holds" | "disposal_events" | "trust_records" | "disclosures" | "incident_plans" | "incidents" | "training_courses" | "training_records" | "training_sessions" | "exercises" | "audits" | "regulatory_changes" | "risks" | "risk_reviews" | "feedback" | "vendors" | "vendor_agreements" | "transfers" | "rights_requests" | "complaints" | "ai_systems" | "ai_uses" | "repository")
/**
 * The identifier that occurs more than once.
 */
id?: string
}[]
/**
 * Worked out while loading; cannot be declared.
 */
unlisted_places?: string[]
/**
 * Worked out while loading; cannot be declared.
 */
copy_mismatches?: {
/**
 * The collection in the inventory.
 */
collection?: ("firm" | "roles" | "staff" | "practice_areas" | "clients" | "client_terms" | "matters" | "data_categories" | "data_assets" | "client_files" | "processing_activities" | "collection_forms" | "impact_assessments" | "privacy_notices" | "policies" | "consent_processes" | "consent_reviews" | "consent_wordings" | "consent_records" | "systems" | "access_grants" | "sites" | "devices" | "ethical_walls" | "retention_rules" | "legal_holds" | "disposal_events" | "trust_records" | "disclosures" | "incident_plans" | "incidents" | "training_courses" | "training_records" | "training_sessions" | "exercises" | "audits" | "regulatory_changes" | "risks" | "risk_reviews" | "feedback" | "vendors" | "vendor_agreements" | "transfers" | "rights_requests" | "complaints" | "ai_systems" | "ai_uses" | "repository")
/**
 * The identifier of the entry.
 */
row?: string
/**
 * The field that was copied.
 */
field?: string
/**
 * Where the original stands.
 */
source?: string
}[]
/**
 * Worked out while loading; cannot be declared. Each list holds the first thousand.
 */
not_listed?: {
/**
 * How many were found beyond those listed.
 */
tracked_matches?: number
/**
 * How many were found beyond those listed.
 */
unresolved_references?: number
/**
 * How many were found beyond those listed.
 */
duplicate_ids?: number
/**
 * How many were found beyond those listed.
 */
copy_mismatches?: number
}
/**
 * Remarks for colleagues. No names, addresses or matter details.
 */
note?: string
evidence?: Evidence
}
