import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { builtinData } from '../../engine/compile/policies.js';
import { packageRoot } from '../../engine/root.js';
import { itAgreesInBothEngines } from '../support/engineTables.js';

/** Deadlines of requests against a table that was computed in Python, in both engines: OPA's evaluator and WebAssembly. */
interface Table {
  years: [number, number];
  calendars: Record<string, string[]>;
  cases: { request: unknown; as_of: number; expected: unknown; says: string }[];
}

const folder = `${packageRoot}test/policies/deadlines/`;
const table = JSON.parse(await readFile(`${folder}table.json`, 'utf8')) as Table;
const sources = ['policies/lib/dates.rego', 'policies/lib/facts.rego', 'policies/lib/deadlines.rego'];
const modules = Object.fromEntries(
  await Promise.all(
    [...sources, 'test/policies/deadlines/dispatch.rego'].map(
      async (path) => [path, await readFile(packageRoot + path, 'utf8')] as const,
    ),
  ),
);

describe('policies/lib/deadlines', () => {
  itAgreesInBothEngines('deadlines', modules, table);

  it('counts with the holidays that follow from the rules of each calendar', async () => {
    const { tables } = await builtinData();
    const calendars = tables['calendars'] as Record<string, { years: [number, number]; holidays: string[] }>;
    const listed = Object.entries(calendars).map(([id, { holidays }]) => [id, [...holidays].sort()]);
    expect(Object.fromEntries(listed)).to.deep.equal(table.calendars);
    for (const { years } of Object.values(calendars)) {
      expect(years).to.deep.equal(table.years);
    }
  });
});
