import { GIVEN_NAMES } from './givenNames.js';

/** What free text may look like (PRIV-001). */
export type Kind =
  | 'e-mail'
  | 'phone'
  | 'birth-date'
  | 'government-id'
  | 'account-number'
  | 'person-name'
  | 'client-or-matter-title'
  | 'money-laundering-report';

/** Something found in a text. */
export interface Hit {
  at: number;
  looksLike: Kind;
  /** What was found, written in one way. It is compared and hashed, and never leaves this folder. */
  value: string;
}

/** Whether an identifier is known to be of something else than a client, a matter or a file. */
export type IsOther = (id: string) => boolean;

/**
 * What in a text looks like personal data or a confidence. The text is untrusted: every pattern is bounded in length and
 * stays within a line, so that the time grows with the text alone. A finding stops a merge, so a pattern asks for more
 * than digits: a check digit, a way of writing, or a word beside it.
 */
export function hitsIn(text: string, isOther: IsOther = () => false): Hit[] {
  const hits: Hit[] = [];
  eMails(text, hits);
  if (/\d/.test(text)) {
    numbers(text, hits);
    if (BIRTH.test(text)) matched(text, BIRTH_DATE, 'birth-date', hits);
  }
  names(text, hits);
  titles(text, isOther, hits);
  if (REPORT.test(text)) reports(text, isOther, hits);
  return hits.sort((a, b) => a.at - b.at);
}

/** Lower case, one space between words: two ways of writing one thing are one. */
export function plain(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function compact(value: string): string {
  return value.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}

function matched(text: string, pattern: RegExp, looksLike: Kind, hits: Hit[]): void {
  for (const { index, 0: value } of text.matchAll(pattern)) hits.push({ at: index, looksLike, value: plain(value) });
}

// E-mail addresses: read outwards from each @, which needs no pattern that could go wrong.

const LOCAL = /[A-Za-z0-9._%+'-]/;
const HOST = /[A-Za-z0-9.-]/;
// Offices, not persons: "office addresses of vendors and authorities" may stand anywhere.
const OFFICE =
  /^(?:.*[._-])?(?:info|privacy|dpo|data-?protection|datenschutz|contact|office|legal|support|service|security|abuse|complaints?|admin|hello|enquir(?:y|ies)|casework|no-?reply|post|mail|help|helpdesk|team|press|compliance|reception|breach(?:es)?|notifications?)(?:[._-].*)?$/i;

function eMails(text: string, hits: Hit[]): void {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 254 && HOST.test(text.charAt(end))) end += 1;
    const local = text.slice(start, at).replace(/^['.]+/, '');
    const host = text.slice(at + 1, end).replace(/[.-]+$/, '');
    // git@host:path and user:password@host are addresses of machines.
    const isMachine = /^:\S/.test(text.slice(end, end + 2)) || /[:/]/.test(text.charAt(start - 1));
    if (local === '' || isMachine || OFFICE.test(local) || !/\.[A-Za-z]{2,24}$/.test(host)) continue;
    hits.push({ at: at - local.length, looksLike: 'e-mail', value: plain(`${local}@${host}`) });
  }
}

// Numbers: each run of digits and what stands between them is looked at once, longest meaning first.

const RUN = /(?<![\w.,/:+-])[+(]?\d[\d ().\/+-]{5,40}\d(?![\w-])/g;
const DATE = /\d{4}-\d{2}-\d{2}|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b/;
const NUMBERED =
  /\b(?:passport|identity card|driving licen[cs]e|driver'?s licen[cs]e|social security|national insurance|tax id(?:entification)?|pps|nhs|nino|ssn)(?: (?:no\.?|number|nr\.?))?[ :#]{1,3}((?=[A-Z0-9 -]{0,9}\d{4})[A-Z0-9][A-Z0-9 -]{4,16}[A-Z0-9])\b/gi;
const ACCOUNT = /\baccount(?: (?:no\.?|number|nr\.?))?[ :#]{1,3}(\d[\d -]{4,16}\d)\b/gi;
const INSURANCE = /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g;
const IRISH = /\b\d{7}[A-W][AB]?\b/g;
const IBAN = /\b[A-Z]{2}\d{2} ?[A-Z0-9]{4}(?: ?[A-Z0-9]{4}){1,6}(?: ?[A-Z0-9]{1,3})?\b/g;
const SORT_CODE = /\b\d{2}-\d{2}-\d{2}[ ,;:]{1,3}(?:a\/?c|account)?[ .:#]{0,3}\d{8}\b/gi;

function numbers(text: string, hits: Hit[]): void {
  const taken: { start: number; end: number }[] = [];
  const add = (start: number, found: string, looksLike: Kind, value = found): void => {
    hits.push({ at: start, looksLike, value: compact(value) });
    taken.push({ start, end: start + found.length });
  };
  for (const { index, 0: found } of text.matchAll(IBAN))
    if (isIban(compact(found))) add(index, found, 'account-number');
  for (const { index, 0: found } of text.matchAll(SORT_CODE))
    add(index, found, 'account-number', found.replace(/[a-z]/gi, ''));
  for (const { index, 0: found, 1: value } of text.matchAll(ACCOUNT))
    if (!DATE.test(found)) add(index, found, 'account-number', value);
  for (const { index, 0: found, 1: value } of text.matchAll(NUMBERED))
    if (!DATE.test(found)) add(index, found, 'government-id', value);
  for (const { index, 0: found } of text.matchAll(INSURANCE)) add(index, found, 'government-id');
  for (const { index, 0: found } of text.matchAll(IRISH)) if (isIrish(found)) add(index, found, 'government-id');
  taken.sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    // The digits of an account are no telephone number too.
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < index + run.length) continue;
    // A date may stand beside a number.
    const date = DATE.exec(run);
    const value = date ? run.slice(0, date.index).trim() : run;
    const digits = value.replace(/\D/g, '');
    if (isSocialSecurity(value)) hits.push({ at: index, looksLike: 'government-id', value: digits });
    else if (isCard(value, digits)) hits.push({ at: index, looksLike: 'account-number', value: digits });
    else if (isPhone(value, digits))
      hits.push({ at: index, looksLike: 'phone', value: (value.startsWith('+') ? '+' : '') + digits });
  }
}

function isSocialSecurity(value: string): boolean {
  return /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(value);
}

// ISO 7064: the remainder of the whole number by 97 is 1.
function isIban(value: string): boolean {
  if (value.length < 15 || value.length > 34) return false;
  let rest = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const code = Number.parseInt(character, 36);
    rest = (rest * (code > 9 ? 100 : 10) + code) % 97;
  }
  return rest === 1;
}

// The check letter of an Irish Personal Public Service number.
function isIrish(value: string): boolean {
  const second = value.length > 8 ? value.charCodeAt(8) - 64 : 0;
  let sum = second * 9;
  for (let at = 0; at < 7; at += 1) sum += Number(value.charAt(at)) * (8 - at);
  return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt(sum % 23) === value.charAt(7);
}

// The digits of a payment card in groups, with the check digit of ISO/IEC 7812 (Luhn).
function isCard(value: string, digits: string): boolean {
  if (!/^[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{1,7}$/.test(value) || digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

// With the sign of a country, with the nought of a trunk, or in the groups of North America.
function isPhone(value: string, digits: string): boolean {
  if (digits.length > 15) return false;
  // "Opinion 08-451 (2008)": a year after a number.
  if (/^[^(]+\([^)]*$/.test(value)) return false;
  if (value.startsWith('+') || /^\(\+/.test(value)) return digits.length >= 9 && !/[+]/.test(value.slice(2));
  if (/^(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}$/.test(value)) return true;
  return (
    /^\(?0{0,2}[1-9]/.test(value) &&
    /^\(?0/.test(value) &&
    digits.length >= 9 &&
    digits.length <= 13 &&
    /^[^+]*$/.test(value)
  );
}

// Dates of birth: a date is one only beside a word that says so.

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const BIRTH = /\b(?:born|birth|d\.?o\.?b|geboren|naissance)/i;
const BIRTH_DATE = new RegExp(
  `\\b(?:born|birth ?date|date of birth|birthday|d\\.?o\\.?b\\.?|geboren|date de naissance)[^\\n\\d]{0,24}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2},? \\d{4})`,
  'gi',
);

// Names: a title before a name, or a given name that is no other word before a family name.

const ADDRESSED =
  /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Mme|Monsieur|Señora?)\.? (?:\p{Lu}\.? ){0,2}(?!Code\b)\p{Lu}\p{Ll}[\p{Ll}'’-]{0,30}/gu;
const TWO_WORDS = /(?<![\p{L}\d-])(\p{Lu}\p{Ll}{1,15}) (?:\p{Lu}\.? )?(\p{Lu}\p{Ll}[\p{L}'’-]{0,30})/gu;
// What stands after a given name where a firm, a place or a law is meant.
const NO_FAMILY =
  /^(?:Street|Road|Lane|Court|House|Square|Avenue|Llp|Ltd|Limited|Act|Hospital|College|University|School|Bank|Rules?|Order|Gate|Place|Park|Hill)$/;

function names(text: string, hits: Hit[]): void {
  // A name that a title stands before is found once.
  const words = new Set<number>();
  for (const { index, 0: value } of text.matchAll(ADDRESSED)) {
    hits.push({ at: index, looksLike: 'person-name', value: plain(value) });
    for (let at = value.indexOf(' '); at !== -1; at = value.indexOf(' ', at + 1)) words.add(index + at + 1);
  }
  for (const { index, 0: value, 1: given = '', 2: family = '' } of text.matchAll(TWO_WORDS)) {
    if (!GIVEN_NAMES.has(given) || NO_FAMILY.test(family)) continue;
    if (words.has(index)) continue;
    hits.push({ at: index, looksLike: 'person-name', value: plain(value) });
  }
}

// What a matter is about: words of the law, or the names of two parties, right beside its number.

const NUMBER = /(?<![\w-])[A-Z]{1,2}-?\d{3,8}(?![\w-])/;
const CALLED =
  /\b(?:[Mm]atter|[Cc]lient|[Cc]ase|[Ff]ile|[Cc]laim)(?: (?:no\.?|number|ref\.?|reference))?[ :#]{1,3}(?=[A-Z\/-]{0,6}\d)[A-Z0-9][A-Z0-9\/-]{1,20}(?![\w-])/;
const NUMBERS = new RegExp(`${CALLED.source}|${NUMBER.source}`, 'g');
const AFTER = /^(?: ?[,;:(|–—] ?| - | ?["“'])([^\n.;:{}[\]"”=|]{3,80})/;
const BEFORE = /([^\n.;:{}[\]"”=|]{3,80})(?: ?[(,–—] ?| - )$/;
const ABOUT =
  /\b(?:divorce|mediation|custody|adoption|surrogacy|maintenance|domestic (?:abuse|violence)|non-molestation|occupation order|contact order|prenuptial|separation|probate|inheritance|contested will|estate of|lasting power|dispute|litigation|arbitration|injunction|appeal|judicial review|negligence|personal injury|defamation|dismissal|discrimination|harassment|redundancy|merger|acquisition|takeover|insolvency|bankruptcy|liquidation|restructuring|fraud|assault|asylum|deportation|immigration|visa|extradition|prosecution|charge of|indictment|eviction|conveyanc\w{1,5}|(?:sale|purchase|lease) of|patent|infringement)\b/i;
const PARTIES = /\p{Lu}[\p{L}'’-]{1,30} (?:v|vs|versus)\.? \p{Lu}|\b(?:Re|In re|Estate of) \p{Lu}/u;

function titles(text: string, isOther: IsOther, hits: Hit[]): void {
  for (const { index, 0: found } of text.matchAll(NUMBERS)) {
    const id = found.split(/[ :#]/).at(-1) as string;
    if (isOther(id)) continue;
    const end = index + found.length;
    const title =
      AFTER.exec(text.slice(end, end + 90))?.[1] ?? BEFORE.exec(text.slice(Math.max(0, index - 90), index))?.[1];
    if (title === undefined || !(ABOUT.test(title) || PARTIES.test(title))) continue;
    hits.push({ at: index, looksLike: 'client-or-matter-title', value: plain(`${id} ${title}`) });
  }
}

// Reports about suspected money laundering: that staff must make them stands in every policy. One that was made is found
// by its words together with whom, when, or what became of it.

const REPORT =
  /\b(?:suspicious activity report|suspicious transaction report|suspicion report|suspicion of money laundering|suspected money laundering|money laundering (?:report|suspicion)|disclosure to the (?:NCA|FIU|National Crime Agency)|reported to the (?:NCA|FIU|MLRO|National Crime Agency)|DAML|defence against money laundering|(?:NCA|MLRO|FIU) (?:consent|report|moratorium)|appropriate consent|Verdachtsmeldung)\b/i;
const REPORTS = new RegExp(REPORT.source, 'gi');
const MADE =
  /\b(?:was|were|has been|have been|had been|we|I) (?:filed|submitted|made|sent|lodged|reported|granted|refused|given|received|requested)\b|\b(?:is|still) (?:pending|awaited)\b|\bmoratorium (?:ends|ended|expires|expired|runs)\b|\bawaiting\b|\d{4}-\d{2}-\d{2}|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/i;

function reports(text: string, isOther: IsOther, hits: Hit[]): void {
  for (const { index, 0: found } of text.matchAll(REPORTS)) {
    const before = (/[^\n]{0,120}$/.exec(text.slice(Math.max(0, index - 120), index)) ?? [''])[0];
    const end = index + found.length;
    const after = (/^[^\n]{0,120}/.exec(text.slice(end, end + 120)) ?? [''])[0];
    const around = `${before}\u0001${after}`;
    const number = NUMBER.exec(around)?.[0];
    if (!MADE.test(around) && (number === undefined || isOther(number))) continue;
    hits.push({ at: index, looksLike: 'money-laundering-report', value: plain(before + found + after) });
  }
}
