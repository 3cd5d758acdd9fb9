// Generated from schemas/ by `npm run generate`. Do not edit.
/** One complaint of a validator; see Ajv's ErrorObject. */
export interface ValidationError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}
export declare const validate: {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
};
