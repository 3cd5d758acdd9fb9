import type { Assessment } from '../engine/generated/assessment.js';

// Legal in JSON as they are, and to a terminal the start of an escape sequence or an order to turn the text around.
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The assessment itself, as its schema says. What a terminal could obey is written as an escape of JSON. */
export function json(assessment: Assessment): string {
  const text = JSON.stringify(assessment, null, 2);
  return `${text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
