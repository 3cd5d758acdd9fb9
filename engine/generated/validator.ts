// Generated from schemas/ by `npm run generate`. Do not edit.
/** One complaint of a validator; see Ajv's ErrorObject. */
export interface ValidationError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}
/** Whether a value is what a schema describes; what is wrong stands in its errors until it is asked again. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}
