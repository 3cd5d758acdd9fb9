// Generated from schemas/ by `npm run generate`. Do not edit.
/** How the text of a date or an instant is read: 1 a date, 2 an instant, 3 either. */
export type MomentKind = 1 | 2 | 3;
/** The fields of a record that hold dates or instants, nested as the record is; `*` stands for every key. */
export interface Moments {
  readonly [field: string]: MomentKind | Moments;
}
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
  /** Records about single clients, matters or staff: counts and opaque ids alone where an output leaves the machine. */
  readonly confidential: boolean;
  /** The paths to the keys of the units that a row belongs to; `a>b.c` follows field a to the row of b and takes its c. */
  readonly units: { readonly [unit in UnitName]?: readonly string[] };
  readonly moments: Moments;
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
  "confidential": false,
  "units": {},
  "moments": {
   "no_ai_tools_on": 1,
   "data_protection_fee": {
    "paid_until": 1
   },
   "dpo": {
    "authority_notified_on": 1
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "staff": [
    "id"
   ]
  },
  "moments": {
   "start_date": 1,
   "end_date": 1,
   "return_on": 1,
   "role_changed_on": 1,
   "role_acknowledged_on": 1,
   "training_plan": {
    "due_on": 1
   },
   "confidentiality_signed_on": 1,
   "acknowledgements": {
    "on": 1
   },
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "client": [
    "id"
   ]
  },
  "moments": {
   "first_collected_on": 1,
   "notice_given_on": 1,
   "earlier_notice_on": 1,
   "marketing": {
    "last_sent_on": 1,
    "opted_out_on": 1,
    "stopped_on": 1
   },
   "contact_verified_on": 1,
   "returned_mail_on": 1,
   "corrections": {
    "reported_on": 1,
    "fixed_on": 1
   },
   "relationship_ended_on": 1,
   "occasional_transaction_completed_on": 1,
   "declined_on": 1,
   "decline_letter_on": 1,
   "prospect": {
    "detailed_on": 1,
    "conflict_cleared_on": 1
   },
   "evidence": {
    "on": 1
   }
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
  "confidential": true,
  "units": {},
  "moments": {
   "effective_on": 1,
   "ended_on": 1,
   "last_reviewed_on": 1,
   "changed_on": 1,
   "team_told_on": 1,
   "retention": {
    "destroy_on": 1
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ],
   "matter": [
    "id"
   ]
  },
  "moments": {
   "opened_on": 1,
   "closed_on": 1,
   "confidential_facts_on": 1,
   "last_client_contact_on": 1,
   "communication": {
    "risk_assessed_on": 1
   },
   "conflict_check": {
    "completed_on": 1,
    "last_run_on": 1,
    "written_consents": {
     "on": 1
    }
   },
   "party_added_on": 1,
   "adverse_confidences": {
    "assessed_on": 1,
    "discovered_on": 1
   },
   "file_request": {
    "requested_on": 1,
    "delivered_on": 1
   },
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {
   "asset": [
    "id"
   ]
  },
  "moments": {
   "retention_trigger_on": 1,
   "retention_triggers": {
    "on": 1
   },
   "retention_age_reached_on": 1,
   "extension": {
    "until": 1
   },
   "exception": {
    "expires_on": 1
   },
   "last_reviewed_on": 1,
   "representation_ended_on": 1,
   "last_entry_on": 1,
   "final_distribution_on": 1,
   "planned_disposal_on": 1,
   "disposed_on": 1,
   "evidence": {
    "on": 1
   }
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
  },
  "moments": {
   "retention_trigger_on": 1,
   "retention_triggers": {
    "on": 1
   },
   "retention_age_reached_on": 1,
   "extension": {
    "until": 1
   },
   "exception": {
    "expires_on": 1
   },
   "last_reviewed_on": 1,
   "representation_ended_on": 1,
   "last_entry_on": 1,
   "final_distribution_on": 1,
   "planned_disposal_on": 1,
   "disposed_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "purposes": {
    "added_on": 1,
    "bases": {
     "lia": {
      "completed_on": 1
     }
    },
    "compatibility": {
     "assessed_on": 1
    }
   },
   "started_on": 1,
   "last_changed_on": 1,
   "last_reviewed_on": 1,
   "lia": {
    "completed_on": 1
   },
   "indirect_procedure": {
    "sampled_on": 1,
    "sample": {
     "remedied_on": 1
    }
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "completed_on": 1,
   "last_reviewed_on": 1,
   "dpo_advice_on": 1,
   "prior_consultation_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "effective_on": 1,
   "last_updated_on": 1,
   "sections_confirmed": {
    "on": 1
   },
   "change_communication": {
    "sent_on": 1
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "effective_on": 1,
   "last_reviewed_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "performed_on": 1,
   "given_before": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ]
  },
  "moments": {
   "given_at": 3,
   "informed_at": 3,
   "first_processing_at": 3,
   "expires_on": 1,
   "last_reviewed_on": 1,
   "reconfirmed_at": 3,
   "change_notices": {
    "sent_on": 1
   },
   "withdrawn_at": 3,
   "processing_stopped_at": 3,
   "erased_on": 1,
   "downstream_notices": {
    "sent_on": 1
   },
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "backup": {
    "last_success_on": 1,
    "attested_on": 1,
    "last_restore_test_on": 1
   },
   "audit_log": {
    "last_reviewed_on": 1,
    "attested_on": 1
   },
   "alerting": {
    "oldest_unhandled_at": 2
   },
   "oldest_open_critical_on": 1,
   "oldest_open_high_on": 1,
   "end_of_support_on": 1,
   "last_vuln_scan_on": 1,
   "access_reviewed_on": 1,
   "assurance_on": 1,
   "last_reviewed_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  },
  "moments": {
   "approved_on": 1,
   "granted_on": 1,
   "expires_on": 1,
   "last_reviewed_on": 1,
   "revoked_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "last_inspected_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {},
  "moments": {
   "trigger_on": 1,
   "established_on": 1,
   "lifted_on": 1,
   "instructions_sent_on": 1,
   "acknowledgements": {
    "on": 1
   },
   "notice_sent_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "approved_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {},
  "moments": {
   "last_reviewed_on": 1,
   "triggered_on": 1,
   "issued_on": 1,
   "custodians": {
    "acknowledged_on": 1
   },
   "last_reminder_on": 1,
   "client_told_on": 1,
   "released_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "asset": [
    "asset_id"
   ]
  },
  "moments": {
   "backups_expire_on": 1,
   "disposed_on": 1,
   "approved_on": 1,
   "hold_check_on": 1,
   "client_notified_on": 1,
   "originals_returned_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": true,
  "units": {
   "client": [
    "matter_id>matters.client_id"
   ],
   "matter": [
    "matter_id"
   ]
  },
  "moments": {
   "representation_ended_on": 1,
   "last_entry_on": 1,
   "final_distribution_on": 1,
   "planned_disposal_on": 1,
   "disposed_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": true,
  "units": {
   "matter": [
    "matter_id"
   ]
  },
  "moments": {
   "disclosed_on": 1,
   "approved_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "approved_on": 1,
   "last_reviewed_on": 1,
   "last_tested_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {},
  "moments": {
   "detected_at": 2,
   "escalated_at": 2,
   "aware_at": 2,
   "discovered_on": 1,
   "scope_assessed_at": 2,
   "contained_at": 2,
   "restored_at": 2,
   "closed_at": 2,
   "risk_assessed_at": 2,
   "notifications": {
    "sent_at": 2,
    "reviewed_at": 2
   },
   "insurer_decision": {
    "decided_on": 1,
    "on": 1
   },
   "regulator_decision": {
    "decided_on": 1,
    "on": 1
   },
   "preservation_decision": {
    "decided_on": 1
   },
   "law_enforcement_hold": {
    "until": 1
   },
   "scope_restore_delay": {
    "until": 1
   },
   "timeline": {
    "at": 2
   },
   "post_review": {
    "done_on": 1,
    "actions": {
     "due_on": 1,
     "done_on": 1
    }
   },
   "vendor_aware_at": 2,
   "vendor_notified_firm_at": 2,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "content_updated_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "staff": [
    "staff_id"
   ]
  },
  "moments": {
   "completed_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": false,
  "units": {},
  "moments": {
   "held_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "held_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "performed_on": 1,
   "reported_to_management_on": 1,
   "findings": {
    "due_on": 1,
    "closed_on": 1,
    "accepted_until": 1
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "identified_on": 1,
   "assessed_on": 1,
   "effective_on": 1,
   "action_due_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "treatment_due_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "performed_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "received_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "data_access_from": 1,
   "due_diligence": {
    "completed_on": 1,
    "last_reviewed_on": 1
   },
   "confidentiality_agreement_on": 1,
   "secrecy_undertaking_on": 1,
   "sub_processors": {
    "engaged_on": 1,
    "authorised_on": 1,
    "notified_on": 1
   },
   "ended_on": 1,
   "exit": {
    "data_returned_or_deleted_on": 1,
    "access_revoked_on": 1
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "signed_on": 1,
   "effective_on": 1,
   "expires_on": 1,
   "terminated_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "started_on": 1,
   "dpf": {
    "verified_on": 1,
    "certification_expires_on": 1
   },
   "scc": {
    "signed_on": 1
   },
   "tia": {
    "completed_on": 1,
    "last_reviewed_on": 1
   },
   "derogation": {
    "authority_notified_on": 1
   },
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": true,
  "units": {
   "client": [
    "client_id"
   ],
   "asset": [
    "asset_ids"
   ]
  },
  "moments": {
   "received_on": 1,
   "identity": {
    "asked_on": 1,
    "info_received_on": 1,
    "verified_on": 1,
    "fee_paid_on": 1
   },
   "clarification": {
    "asked_on": 1,
    "answered_on": 1
   },
   "acknowledged_on": 1,
   "extended_on": 1,
   "responded_on": 1,
   "refusal": {
    "reasons_given_on": 1
   },
   "privilege_review": {
    "done_on": 1
   },
   "third_party_review_on": 1,
   "erased_on": 1,
   "recipient_notices": {
    "sent_on": 1
   },
   "restriction_lifted_on": 1,
   "disposed_on": 1,
   "evidence": {
    "on": 1
   }
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
  "confidential": true,
  "units": {},
  "moments": {
   "received_on": 1,
   "acknowledged_on": 1,
   "outcome_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "approved_on": 1,
   "first_used_on": 1,
   "retired_on": 1,
   "screening": {
    "on": 1
   },
   "terms_reviewed_on": 1,
   "workers_informed_on": 1,
   "evidence": {
    "on": 1
   }
  }
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
  },
  "moments": {
   "used_on": 1,
   "verified_at": 2,
   "relied_on_at": 2,
   "evidence": {
    "on": 1
   }
  }
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
  "confidential": false,
  "units": {},
  "moments": {
   "access_reviewed_on": 1,
   "dpia_screening": {
    "on": 1
   },
   "retention": {
    "packs": {
     "oldest_on": 1
    },
    "caches": {
     "oldest_on": 1
    },
    "exports": {
     "oldest_on": 1
    }
   },
   "evidence": {
    "on": 1
   }
  }
 }
};
