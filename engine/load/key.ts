import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../problems.js';

/** A firm's key for the ids of register rows, and the id of the key: which one was used can then be told. */
export interface RowKey {
  bytes: Uint8Array;
  id: string;
}

const SHORTEST = 16;

/**
 * Reads a key from a file (its content, line ends at its end left out). It lies outside the repository, where only those
 * who may know clients can read it.
 * @throws UserError where it cannot be read, or is too short to be a secret
 */
export function readRowKey(file: string): RowKey {
  let text: Buffer;
  try {
    text = readFileSync(file);
  } catch {
    throw new UserError(`The key file ${file} cannot be read. Name a file that exists, or leave --key out.`);
  }
  let end = text.length;
  while (end > 0 && (text[end - 1] === 0x0a || text[end - 1] === 0x0d)) end -= 1;
  const bytes = text.subarray(0, end);
  if (bytes.length < SHORTEST) {
    throw new UserError(`The key in ${file} is shorter than ${SHORTEST} bytes. Make one with: openssl rand -hex 32`);
  }
  return { bytes, id: createHash('sha256').update('privity row key\0').update(bytes).digest('hex').slice(0, 16) };
}
