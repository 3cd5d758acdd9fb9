// Generated from schemas/ by `npm run generate`. Do not edit.
export type UnitName = 'client' | 'matter' | 'staff' | 'asset';
export interface Collection {
  /** The name of one record in the rules and in `reads`. */
  readonly entity: string;
  readonly title: string;
  /** How records are counted and named; `with_title`: a title alone does not tell what it names; `by_name`: it is somebody's name. */
  readonly noun: { readonly one: string; readonly many: string; readonly with_title?: boolean; readonly by_name?: boolean };
  /** A single object rather than a list of records. */
  readonly single: boolean;
  /** Rows that are streamed to the rules, and never stand in data.inventory. */
  readonly register: boolean;
  /** Made by Privity itself: no firm declares it. */
  readonly computed: boolean;
  /** Records about single clients, matters or staff: counts and opaque ids alone where an output leaves the machine. */
  readonly confidential: boolean;
  /** The paths to the keys of the units that a row belongs to; `a>b.c` follows field a to the row of b and takes its c. */
  readonly units: { readonly [unit in UnitName]?: readonly string[] };
}
export const collections: { readonly [name: string]: Collection } = {
 "firm": {
  "entity": "firm",
  "title": "Firm",
  "noun": {
   "one": "firm",
   "many": "firms"
  },
  "single": true,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "roles": {
  "entity": "role",
  "title": "Role",
  "noun": {
   "one": "role",
   "many": "roles",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "staff": {
  "entity": "staff",
  "title": "Staff member",
  "noun": {
   "one": "member of staff",
   "many": "members of staff",
   "by_name": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": true,
  "units": {
   "staff": [
    "id"
   ]
  }
 },
 "practice_areas": {
  "entity": "practice_area",
  "title": "Practice area",
  "noun": {
   "one": "practice area",
   "many": "practice areas"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "clients": {
  "entity": "client",
  "title": "Client",
  "noun": {
   "one": "client",
   "many": "clients",
   "by_name": true
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "id"
   ]
  }
 },
 "client_terms": {
  "entity": "client_terms",
  "title": "Client terms",
  "noun": {
   "one": "client terms",
   "many": "client terms",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": true,
  "units": {}
 },
 "matters": {
  "entity": "matter",
  "title": "Matter",
  "noun": {
   "one": "matter",
   "many": "matters",
   "with_title": true
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ],
   "matter": [
    "id"
   ]
  }
 },
 "data_categories": {
  "entity": "data_category",
  "title": "Data category",
  "noun": {
   "one": "kind of data",
   "many": "kinds of data"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "data_assets": {
  "entity": "data_asset",
  "title": "Data store or file",
  "noun": {
   "one": "store",
   "many": "stores"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {
   "asset": [
    "id"
   ]
  }
 },
 "client_files": {
  "entity": "data_asset",
  "title": "Data store or file",
  "noun": {
   "one": "file",
   "many": "files",
   "with_title": true
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ],
   "matter": [
    "matter_ids"
   ],
   "asset": [
    "id"
   ]
  }
 },
 "processing_activities": {
  "entity": "processing_activity",
  "title": "Processing activity",
  "noun": {
   "one": "activity",
   "many": "activities"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "collection_forms": {
  "entity": "collection_form",
  "title": "Collection form",
  "noun": {
   "one": "form",
   "many": "forms"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "impact_assessments": {
  "entity": "impact_assessment",
  "title": "Impact assessment",
  "noun": {
   "one": "impact assessment",
   "many": "impact assessments"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "privacy_notices": {
  "entity": "privacy_notice",
  "title": "Privacy notice",
  "noun": {
   "one": "privacy notice",
   "many": "privacy notices"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "policies": {
  "entity": "policy",
  "title": "Policy",
  "noun": {
   "one": "policy",
   "many": "policies"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "consent_processes": {
  "entity": "consent_process",
  "title": "Consent process",
  "noun": {
   "one": "way of taking consent",
   "many": "ways of taking consent"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "consent_reviews": {
  "entity": "consent_review",
  "title": "Consent review",
  "noun": {
   "one": "consent review",
   "many": "consent reviews"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "consent_wordings": {
  "entity": "consent_wording",
  "title": "Consent wording",
  "noun": {
   "one": "consent wording",
   "many": "consent wordings"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "consent_records": {
  "entity": "consent_record",
  "title": "Consent record",
  "noun": {
   "one": "consent",
   "many": "consents"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ]
  }
 },
 "systems": {
  "entity": "system",
  "title": "System",
  "noun": {
   "one": "system",
   "many": "systems"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "access_grants": {
  "entity": "access_grant",
  "title": "Access right",
  "noun": {
   "one": "access right",
   "many": "access rights"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "matter": [
    "matter_id",
    "asset_id>client_files.matter_ids"
   ],
   "staff": [
    "holder_id"
   ],
   "asset": [
    "asset_id"
   ]
  }
 },
 "sites": {
  "entity": "site",
  "title": "Site",
  "noun": {
   "one": "site",
   "many": "sites"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "devices": {
  "entity": "device",
  "title": "Device",
  "noun": {
   "one": "device",
   "many": "devices"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "ethical_walls": {
  "entity": "ethical_wall",
  "title": "Information barrier",
  "noun": {
   "one": "information barrier",
   "many": "information barriers",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": true,
  "units": {}
 },
 "retention_rules": {
  "entity": "retention_rule",
  "title": "Retention rule",
  "noun": {
   "one": "retention rule",
   "many": "retention rules",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "legal_holds": {
  "entity": "legal_hold",
  "title": "Legal hold",
  "noun": {
   "one": "legal hold",
   "many": "legal holds",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": true,
  "units": {}
 },
 "disposal_events": {
  "entity": "disposal_event",
  "title": "Destruction record",
  "noun": {
   "one": "destruction",
   "many": "destructions"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "asset": [
    "asset_id"
   ]
  }
 },
 "trust_records": {
  "entity": "trust_record",
  "title": "Trust account record",
  "noun": {
   "one": "trust account record",
   "many": "trust account records"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "matter_id>matters.client_id"
   ],
   "matter": [
    "matter_id"
   ]
  }
 },
 "disclosures": {
  "entity": "disclosure",
  "title": "Disclosure",
  "noun": {
   "one": "disclosure",
   "many": "disclosures"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "matter": [
    "matter_id"
   ]
  }
 },
 "incident_plans": {
  "entity": "incident_plan",
  "title": "Incident plan",
  "noun": {
   "one": "incident plan",
   "many": "incident plans"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "incidents": {
  "entity": "incident",
  "title": "Incident",
  "noun": {
   "one": "incident",
   "many": "incidents"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": true,
  "units": {}
 },
 "training_courses": {
  "entity": "training_course",
  "title": "Training course",
  "noun": {
   "one": "training course",
   "many": "training courses"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "training_records": {
  "entity": "training_record",
  "title": "Training record",
  "noun": {
   "one": "training record",
   "many": "training records"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "staff": [
    "staff_id"
   ]
  }
 },
 "training_sessions": {
  "entity": "training_session",
  "title": "Training session",
  "noun": {
   "one": "training session",
   "many": "training sessions"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "exercises": {
  "entity": "exercise",
  "title": "Exercise",
  "noun": {
   "one": "exercise",
   "many": "exercises"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "audits": {
  "entity": "audit",
  "title": "Audit",
  "noun": {
   "one": "audit",
   "many": "audits"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "regulatory_changes": {
  "entity": "regulatory_change",
  "title": "Change in the law",
  "noun": {
   "one": "change in the law",
   "many": "changes in the law"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "risks": {
  "entity": "risk",
  "title": "Risk",
  "noun": {
   "one": "risk",
   "many": "risks",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "risk_reviews": {
  "entity": "risk_review",
  "title": "Risk review",
  "noun": {
   "one": "risk review",
   "many": "risk reviews"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "feedback": {
  "entity": "feedback",
  "title": "Feedback",
  "noun": {
   "one": "comment",
   "many": "comments"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "vendors": {
  "entity": "vendor",
  "title": "Supplier",
  "noun": {
   "one": "supplier",
   "many": "suppliers"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "vendor_agreements": {
  "entity": "vendor_agreement",
  "title": "Supplier agreement",
  "noun": {
   "one": "supplier agreement",
   "many": "supplier agreements"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "transfers": {
  "entity": "transfer",
  "title": "Transfer abroad",
  "noun": {
   "one": "transfer abroad",
   "many": "transfers abroad"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "rights_requests": {
  "entity": "rights_request",
  "title": "Request of an individual",
  "noun": {
   "one": "request",
   "many": "requests"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ],
   "asset": [
    "asset_ids"
   ]
  }
 },
 "complaints": {
  "entity": "complaint",
  "title": "Complaint",
  "noun": {
   "one": "complaint",
   "many": "complaints"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": true,
  "units": {}
 },
 "ai_systems": {
  "entity": "ai_system",
  "title": "AI tool",
  "noun": {
   "one": "AI tool",
   "many": "AI tools"
  },
  "single": false,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 },
 "ai_uses": {
  "entity": "ai_use",
  "title": "AI use",
  "noun": {
   "one": "AI use",
   "many": "AI uses"
  },
  "single": false,
  "register": true,
  "computed": false,
  "confidential": true,
  "units": {
   "client": [
    "matter_id>matters.client_id"
   ],
   "matter": [
    "matter_id"
   ],
   "staff": [
    "staff_id"
   ]
  }
 },
 "reference_tables": {
  "entity": "reference_table",
  "title": "Reference table",
  "noun": {
   "one": "reference table",
   "many": "reference tables",
   "with_title": true
  },
  "single": false,
  "register": false,
  "computed": true,
  "confidential": false,
  "units": {}
 },
 "repository": {
  "entity": "repository",
  "title": "Compliance repository",
  "noun": {
   "one": "compliance repository",
   "many": "compliance repositories"
  },
  "single": true,
  "register": false,
  "computed": false,
  "confidential": false,
  "units": {}
 }
};
