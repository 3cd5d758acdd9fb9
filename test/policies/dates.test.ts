import { readFile } from 'node:fs/promises';
import { packageRoot } from '../../engine/root.js';
import { itAgreesInBothEngines } from '../support/engineTables.js';

/** The calendar against a table that was computed in Python, in both engines: OPA's evaluator and WebAssembly. */
interface Table {
  cases: { function: string; args: unknown[]; expected: unknown }[];
}

const folder = `${packageRoot}test/policies/dates/`;
const table = JSON.parse(await readFile(`${folder}table.json`, 'utf8')) as Table;
const modules = {
  'policies/lib/dates.rego': await readFile(`${packageRoot}policies/lib/dates.rego`, 'utf8'),
  'dispatch.rego': await readFile(`${folder}dispatch.rego`, 'utf8'),
};

describe('policies/lib/dates', () => {
  itAgreesInBothEngines('dates', modules, table);
});
