import { expect } from 'chai';
import { convertRow, type RowContext } from '../../engine/load/records.js';
import { asOfMoment, type Moment, type Zone, zoneOf } from '../../engine/load/time.js';

const zone = zoneOf('Europe/London') as Zone;
const typed: RowContext = { zone, asOf: asOfMoment('2026-11-22', zone) as Required<Moment> };
const cells: RowContext = { ...typed, listSeparator: ';' };

/** What a row's author can get wrong, in the file's own terms; each with the row that is right beside it. */
describe('load: rows of registers', () => {
  const wrong: [title: string, collection: string, row: unknown, context: RowContext, says: string][] = [
    ['no id', 'consent_records', { kind: 'marketing' }, typed, 'id is missing: every record needs one'],
    ['an empty row', 'consent_records', undefined, typed, ' must be a group of fields'],
    ['a list in place of a row', 'consent_records', [], typed, ' must be a group of fields'],
    ['a number for a text', 'consent_records', { id: 7 }, typed, 'id "7" is not text'],
    [
      'a text for yes or no',
      'consent_records',
      { id: 'C', explicit: 'yes' },
      typed,
      'explicit "yes" is neither true nor false',
    ],
    [
      'a word for yes or no in a cell',
      'consent_records',
      { id: 'C', explicit: 'yes' },
      cells,
      'explicit "yes" is neither true nor false',
    ],
    [
      'an unknown value',
      'consent_records',
      { id: 'C', status: 'live' },
      typed,
      'status "live" is not one of active, withdrawn, expired, superseded',
    ],
    [
      'an unknown field within a group',
      'consent_records',
      { id: 'C', proof: { url: 'x' } },
      typed,
      'proof.url is not a field of this register',
    ],
    ['a text for a group', 'consent_records', { id: 'C', proof: 'x' }, typed, 'proof must be a group of fields'],
    [
      'a cell that is no JSON for a group',
      'consent_records',
      { id: 'C', proof: 'x' },
      cells,
      'proof is not valid JSON',
    ],
    ['a text for a list', 'consent_records', { id: 'C', purposes: 'referral' }, typed, 'purposes must be a list'],
    [
      'an empty entry of a list',
      'consent_records',
      { id: 'C', purposes: ['a', null] },
      typed,
      'purposes holds an empty entry',
    ],
    [
      'a list that is cut off in a cell',
      'consent_records',
      { id: 'C', purposes: '["a"' },
      cells,
      'purposes is not valid JSON',
    ],
    [
      'a day that does not exist',
      'clients',
      { id: 'K', relationship_ended_on: '2026-02-30' },
      typed,
      'relationship_ended_on "2026-02-30" is not a date that exists',
    ],
    [
      'an instant without offset',
      'consent_records',
      { id: 'C', given_at: '2026-02-20T10:00:00' },
      typed,
      'given_at "2026-02-20T10:00:00" does not say in which offset from UTC: add Z or +01:00',
    ],
    [
      'a number for a date',
      'consent_records',
      { id: 'C', given_at: 20260220 },
      typed,
      'given_at "20260220" is not a date',
    ],
    [
      'a text for a number',
      'consent_processes',
      { id: 'P', giving_steps: '2' },
      typed,
      'giving_steps "2" is not a number',
    ],
    [
      'words for a number in a cell',
      'consent_processes',
      { id: 'P', giving_steps: 'two' },
      cells,
      'giving_steps "two" is not a number',
    ],
    [
      'half a step',
      'consent_processes',
      { id: 'P', giving_steps: 1.5 },
      typed,
      'giving_steps "1.5" is not a whole number that can be kept exactly',
    ],
    ['too little', 'consent_processes', { id: 'P', giving_steps: -1 }, typed, 'giving_steps -1 is less than 0'],
    ['too much', 'consent_processes', { id: 'P', giving_steps: '1001' }, cells, 'giving_steps 1001 is more than 1000'],
    [
      'a text that is too long',
      'consent_records',
      { id: 'C', wording_version: 'x'.repeat(501) },
      typed,
      'wording_version is longer than 500 characters',
    ],
    ['an id that begins with a space', 'consent_records', { id: ' C' }, typed, 'id " C" is not written as it must be'],
    [
      'a long value, cut',
      'consent_records',
      { id: 'C', status: 'x'.repeat(60) },
      typed,
      `status "${'x'.repeat(40)}…" is not one of active, withdrawn, expired, superseded`,
    ],
  ];
  for (const [title, collection, row, context, says] of wrong) {
    it(`refuses ${title}`, () => {
      const converted = convertRow(collection, row, context);
      const complaint = 'complaint' in converted ? converted.complaint : undefined;
      expect(complaint && `${complaint.field} ${complaint.message}`).to.equal(says);
    });
  }

  const right: [title: string, collection: string, row: Record<string, unknown>, facts: Record<string, unknown>][] = [
    [
      'yes and no in any letters',
      'consent_records',
      { explicit: ' TRUE ', covers_transfer: 'false' },
      { explicit: true, covers_transfer: false },
    ],
    ['a number', 'consent_processes', { giving_steps: ' 2 ' }, { giving_steps: 2 }],
    ['a list between separators', 'consent_records', { purposes: 'a; b' }, { purposes: ['a', 'b'] }],
    ['a list as JSON', 'consent_records', { purposes: '["a;b"]' }, { purposes: ['a;b'] }],
    ['an empty list', 'consent_records', { purposes: ' ' }, { purposes: [] }],
    ['a group as JSON', 'consent_records', { proof: '{"uri":"a"}' }, { proof: { uri: 'a' } }],
    ['a group whose cells are all empty, which is absent', 'consent_records', { proof: { uri: null } }, {}],
    ['a day in place of an instant', 'consent_records', { given_at: '1970-01-02' }, { given_at: { day: 1 } }],
  ];
  for (const [title, collection, row, facts] of right) {
    it(`reads from cells ${title}`, () => {
      expect(convertRow(collection, { id: 'X', ...row }, cells)).to.deep.equal({
        facts: { id: 'X', grade: 0, ...facts },
      });
    });
  }
});
