import type { Place } from '../engine/generated/assessment.js';
import { legible } from './legible.js';
import { counted } from './words.js';

/** `registers/files.yaml:4`, or `registers/files.csv, row 882`; the file's name as it is. */
export function placeText({ file, line, row }: Place): string {
  if (row !== undefined) return `${file}, row ${counted(row)}`;
  return line === undefined ? file : `${file}:${line}`;
}

/** As `placeText`, for outputs that clean their texts before they put them together. */
export function legiblePlace(place: Place): string {
  return legible(placeText(place));
}

/**
 * `inventory/systems.yaml:41 › access_reviewed_on`: a place and the field there, as far as they are known.
 * @param into stands between the two
 */
export function fieldPlace(place: Place | undefined, path: string | undefined, into: string): string {
  const parts = [place === undefined ? '' : placeText(place), path ?? ''];
  return parts.filter((part) => part !== '').join(` ${into} `);
}

/**
 * A file's path from the root of the repository, which is what hosts link to: places are relative to the firm's directory.
 * @param prefix where the firm's directory stands in the repository (`firms/harbour/`), or empty
 */
export function repositoryPath(file: string, prefix: string): string {
  const path = file.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) return path;
  const steps: string[] = [];
  for (const step of `${prefix}${path}`.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** A path as a URI reference (RFC 3986): relative where the path is, each step percent-encoded. */
export function uriOf(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((step) =>
      encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  const uri = encoded.join('/');
  if (path.startsWith('/')) return `file://${uri}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${uri.replace('%3A', ':')}` : uri;
}
