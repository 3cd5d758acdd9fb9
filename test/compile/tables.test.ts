import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { withOwnTables } from '../../engine/compile/tables.js';
import { schemaOf } from '../../engine/load/schema.js';
import { tableIn } from '../../engine/load/tables.js';
import { problemText, UserError } from '../../engine/problems.js';
import { packageRoot } from '../../engine/root.js';

const policies = await builtinPolicies();
const FOLDER = `${packageRoot}policies/tables/`;
const files = readdirSync(FOLDER).sort();

describe('reference tables', () => {
  for (const file of files) {
    it(`${file} meets its schema, and states what a firm's own is measured by`, () => {
      const text = readFileSync(FOLDER + file, 'utf8');
      const read = tableIn({ path: file, text });
      if ('problems' in read) throw new Error(read.problems.map(problemText).join('\n'));
      const { table, title, key, review_months } = read.table;
      expect(`${table}.yaml`).to.equal(file);
      expect({ title: typeof title, key: Array.isArray(key), months: typeof review_months }).to.deep.equal({
        title: 'string',
        key: true,
        months: 'number',
      });
      expect(policies.tables[table], 'as compiled').to.deep.equal(read.table.entries);
    });

    it(`${file}: entries of another shape are refused`, () => {
      const text = readFileSync(FOLDER + file, 'utf8').replace(/^entries:[\s\S]*/m, 'entries: { nothing: 1 }\n');
      expect(tableIn({ path: file, text })).to.have.property('problems');
    });
  }

  it('has a shape for the entries of each table, and no other', () => {
    const shaped = (schemaOf('table').allOf ?? []).map((one) => one.if?.properties?.table?.const);
    expect(shaped.sort()).to.deep.equal(files.map((file) => file.replace('.yaml', '')));
  });
});

const HEAD = "checked_on: '2026-10-01'\nsource: the statute book\nreviewer: R. Vance\n";

function merged(...texts: string[]) {
  const own = texts.map((text, index) => {
    const read = tableIn({ path: `policies/tables/${index + 1}.yaml`, text });
    if ('problems' in read) throw new UserError(read.problems);
    return read;
  });
  return withOwnTables(policies, own);
}

function complaintsAbout(...texts: string[]): string[] {
  try {
    merged(...texts);
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('a firm’s own reference tables', () => {
  it('stand in the place of built-in entries where all fields of the key are equal, and beside them elsewhere', () => {
    const { tables, ownTables } = merged(`table: adequacy\n${HEAD}entries:
  - { regime: eu, country: JP, valid_from: '2019-01-23', valid_to: '2026-09-01', scope: whole, decision: none, status: primary }
  - { regime: uk, country: BR, valid_from: '2026-09-01', scope: whole, decision: new, status: secondary }
`);
    const builtin = policies.tables.adequacy as { regime: string; country: string }[];
    const own = tables.adequacy as typeof builtin;
    expect(own.length).to.equal(builtin.length + 1);
    const of = (regime: string, country: string) =>
      own.filter((one) => one.regime === regime && one.country === country).map((one) => Object(one).decision);
    expect({ eu: of('eu', 'JP'), uk: of('uk', 'JP'), new: of('uk', 'BR') }).to.deep.equal({
      eu: ['none'],
      uk: builtin.filter((one) => one.regime === 'uk' && one.country === 'JP').map((one) => Object(one).decision),
      new: ['new'],
    });
    expect(ownTables.map(({ source: _source, ...rest }) => rest)).to.deep.equal([
      {
        table: 'adequacy',
        title: 'Countries to which data may go without more',
        checked_on: '2026-10-01',
        review_months: 3,
        entries: 2,
        replaced: 1,
        kept: builtin.length - 1,
      },
    ]);
  });

  it('replace entries of mappings by their keys, as deep as the key goes', () => {
    const { tables } = merged(
      `table: refusal_grounds\n${HEAD}entries: { eu: { excessive: { ref: Art 12, status: primary } }, us-ny: { excessive: { ref: none, status: unverified } } }\n`,
      `table: regime_map\nstatus: secondary\n${HEAD}entries: { US-TX: [us-state-breach], GB: [] }\n`,
    );
    const grounds = tables.refusal_grounds as Record<string, Record<string, unknown>>;
    expect(grounds.eu).to.deep.equal({
      ...Object((policies.tables.refusal_grounds as Record<string, unknown>).eu),
      excessive: { ref: 'Art 12', status: 'primary' },
    });
    expect(grounds['us-ny']).to.deep.equal({ excessive: { ref: 'none', status: 'unverified' } });
    const { GB, IE, 'US-TX': texas } = tables.regime_map as Record<string, string[]>;
    expect({ GB, IE, texas }).to.deep.equal({ GB: [], IE: ['eu-gdpr', 'eu-ai-act'], texas: ['us-state-breach'] });
  });

  it('leave the built-in tables as they are, and change the digest by what they say', () => {
    const text = (day: string): string =>
      `table: regime_map\nstatus: secondary\n${HEAD.replace('2026-10-01', day)}entries: { GB: [] }\n`;
    const first = merged(text('2026-10-01'));
    expect((policies.tables.regime_map as Record<string, unknown>).GB).to.deep.equal(['uk-gdpr']);
    expect(first.digest).to.not.equal(policies.digest);
    expect(merged(`# read twice\n${text('2026-10-01')}`).digest).to.equal(first.digest);
    expect(merged(text('2026-10-02')).digest).to.not.equal(first.digest);
  });

  const minimum = (period: string, event = 'last-entry'): string =>
    `table: minimum_retention\n${HEAD}entries:\n  - { record_class: trust-accounting, regime: sra, period: ${period}, from_event: ${event}, status: secondary }\n`;

  it('may lengthen a minimum', () => {
    for (const period of ['{ years: 7 }', '{ months: 72 }', '{ years: 6, days: 1 }', '{ days: 2300 }'])
      expect(complaintsAbout(minimum(period)), period).to.deep.equal([]);
  });

  const REFUSED: { title: string; text: string; says: string[] }[] = [
    {
      title: 'an unknown table, with the nearest',
      text: `table: adequasy\n${HEAD}entries: []\n`,
      says: ['policies/tables/1.yaml:1:1 Privity has no reference table "adequasy". Did you mean "adequacy"?'],
    },
    {
      title: 'an unknown table that is near to none',
      text: `table: tariffs\n${HEAD}entries: []\n`,
      says: [
        'policies/tables/1.yaml:1:1 Privity has no reference table "tariffs". The tables are: adequacy, calendars, clause_sets, minimum_retention, policy_sections, refusal_grounds, regime_map, trigger_order, uk_apd_conditions, us_state_breach.',
      ],
    },
    {
      title: 'a table without its day, source and reviewer',
      text: 'table: adequacy\nentries: []\n',
      says: [
        'policies/tables/1.yaml:1:1 This reference table needs "checked_on": the day on which somebody compared its entries with the law, such as "checked_on: \'2026-11-22\'".',
        'policies/tables/1.yaml:1:1 This reference table needs "source": where its entries were taken from.',
        'policies/tables/1.yaml:1:1 This reference table needs "reviewer": the lawyer who has checked its entries.',
      ],
    },
    {
      title: 'a reviewer who is nobody',
      text: `table: regime_map\nstatus: secondary\n${HEAD.replace('R. Vance', 'none yet')}entries: {}\n`,
      says: [
        "policies/tables/1.yaml:5:1 A firm's own table needs somebody who has checked its entries. Name that lawyer.",
      ],
    },
    {
      title: 'a table that does not say how far it was verified',
      text: `table: regime_map\n${HEAD}entries: {}\n`,
      says: [
        'policies/tables/1.yaml:1:1 This reference table needs "status": how far its entries were verified: primary (read in the law itself), secondary (from summaries) or unverified.',
      ],
    },
    {
      title: 'another word for how far it was verified',
      text: `table: regime_map\nstatus: checked\n${HEAD}entries: {}\n`,
      says: ['policies/tables/1.yaml:2:1 "status" must be one of primary, secondary, unverified.'],
    },
    {
      title: 'a day that does not exist',
      text: `table: calendars\n${HEAD}entries:\n  us-tx: { status: primary, source: the code, years: [2026, 2026], holidays: [2026-02-30] }\n`,
      says: ['policies/tables/1.yaml:6:79 "2026-02-30" is not a day that exists.'],
    },
    {
      title: 'a law that does not exist, with its place',
      text: `table: regime_map\nstatus: secondary\n${HEAD}entries:\n  US-TX: [us-state-breaches]\n`,
      says: [
        'policies/tables/1.yaml:7:11 Entry 1 of "US-TX" must be one of eu-gdpr, uk-gdpr, us-ca-ccpa, us-ca-breach, us-ny-shield, us-state-breach, us-glba-safeguards, eu-ai-act, aba, us-ca-bar, sra.',
      ],
    },
    {
      title: 'a key that no table has',
      text: `table: trigger_order\nstatus: secondary\n${HEAD}entries:\n  matter-close: [collected]\n`,
      says: ['policies/tables/1.yaml:7:3 "matter-close" is not a key of this table. Did you mean "matter-closed"?'],
    },
    {
      title: 'a misspelt field of an entry',
      text: `table: us_state_breach\n${HEAD}entries:\n  - { state: TX, resident_days: 60, ag_treshold: 249, effective_from: '2023-09-01', status: secondary }\n`,
      says: ['policies/tables/1.yaml:6:37 "ag_treshold" is not a field of an entry. Did you mean "ag_threshold"?'],
    },
    {
      title: 'a number that looks like a key, in its place',
      text: `table: uk_apd_conditions\n${HEAD}entries:\n  "6": { title: government }\n`,
      says: ['policies/tables/1.yaml:6:3 A condition needs "status".'],
    },
    {
      title: 'a longer time between checks than the built-in one',
      text: `table: regime_map\nstatus: secondary\nreview_months: 24\n${HEAD}entries: {}\n`,
      says: ['policies/tables/1.yaml:3:1 This table has to be checked again within 12 months at most.'],
    },
    {
      title: 'a key of its own',
      text: `table: regime_map\nstatus: secondary\nkey: [country]\n${HEAD}entries: {}\n`,
      says: ['policies/tables/1.yaml:3:1 "key" is stated by Privity\'s own table. Leave it out.'],
    },
    {
      title: 'a minimum that is shorter than the law’s',
      text: minimum('{ years: 5 }'),
      says: [
        'policies/tables/1.yaml:6:52 The law asks for 6 years at least: the firm may lengthen it, not shorten it.',
      ],
    },
    {
      title: 'a minimum that runs from another event',
      text: minimum('{ years: 7 }', 'collected'),
      says: [
        'policies/tables/1.yaml:6:74 Privity\'s own entry runs from "last-entry". The firm\'s has to, so that the two can be compared.',
      ],
    },
  ];
  for (const { title, text, says } of REFUSED) {
    it(`are refused: ${title}`, () => expect(complaintsAbout(text)).to.deep.equal(says));
  }

  it('are refused where two files hold the same table', () => {
    const text = `table: regime_map\nstatus: secondary\n${HEAD}entries: { GB: [] }\n`;
    expect(complaintsAbout(text, text)).to.deep.equal([
      'policies/tables/2.yaml:1:1 This table stands in policies/tables/1.yaml as well.',
    ]);
  });
});
