/**
 * JSON text in which nothing but JSON's own line breaks and letters can be seen: characters that end a line elsewhere,
 * reorder it, or make a command of it in a job log (`##[`) are written as escapes. The values stay what they are.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\u0023');
}

const UNSEEN = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
