// Generated from schemas/ by `npm run generate`. Do not edit.
import type { Validator } from './validator.js';
export declare const validate: Validator;
