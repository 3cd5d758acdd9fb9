/**
 * A firm in Texas that is under no law of Europe or California, and says so: offices, clients, consents, requests,
 * vendors, systems and notices all the same. Everything in it is invented.
 */
export const texas: Record<string, string> = {
  'privity.yaml': 'privity: 1\nprofile: full\n',
  'inventory/firm.yaml': `firm:
  legal_name: Lone Creek Law PLLC
  timezone: America/Chicago
  regimes: [aba, us-state-breach]
  regimes_excluded:
    - { regime: us-glba-safeguards, reason: No tax or lending services are offered. }
  establishments: [US-TX]
  client_places: [US-TX]
  no_website: true
  mlr_regulated: false
practice_areas: []
roles: []
ai_systems: []
ai_uses: []
systems:
  - id: dms
    title: Document management
    medium: electronic
    holds_client_data: true
    holds_privileged: true
    internet_facing: true
    hosting_countries: [US]
    remote_access_countries: []
    mfa: { scope: all-users, passwordless: true }
vendors:
  - id: hill-country-hosting
    title: Hill Country Hosting
    status: active
    receives_personal_data: true
    countries: [US]
vendor_agreements:
  - id: hosting-2024
    title: Hosting agreement
    vendor_id: hill-country-hosting
    kind: processor
    regimes: []
    effective_on: 2024-02-01
data_categories:
  - { id: contact, title: Contact details }
processing_activities:
  - id: acting
    title: Acting for clients
    status: active
    regimes: []
    data_source: client
    uses_special_category: true
    uses_criminal_offence: true
    data_category_ids: [contact]
    purposes:
      - { id: advice, text: Advising the client }
privacy_notices:
  - id: notice-1
    title: Notice for clients
    kind: client-notice
    status: published
    regimes: []
    covers_activity_ids: [acting]
transfers: []
impact_assessments: []
incidents:
  - id: I-1
    title: A letter to the wrong address
    personal_data_breach: true
    firm_role: controller
    affected_regimes: []
    risk_level: unlikely
    us_residents: {}
`,
  'registers/rows.yaml': `staff:
  - { id: S-1, title: R. Vance, status: active, start_date: 2020-01-06 }
clients:
  - { id: K-1, kind: individual, status: current, residence: US-TX }
matters:
  - { id: M-1, title: A lease, client_id: K-1, status: open, opened_on: 2026-03-02, activity_ids: [acting] }
consent_records:
  - id: C-1
    client_id: K-1
    activity_id: acting
    kind: data-processing
    regime: us-other
    status: active
    given_at: 2026-03-02
    covers_special_category: true
    method: implied
rights_requests:
  - { id: Q-1, client_id: K-1, regime: us-other, right: access, status: open, received_on: 2026-01-05 }
`,
};
