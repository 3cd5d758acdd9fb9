import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { packageRoot } from '../../engine/root.js';

/** docs/rules-changelog.md against the rules: what a version added and removed, and when its tables were checked. */
const { controls, version, tableHeads } = await builtinPolicies();

interface Entry {
  version: string;
  added: string[];
  removed: string[];
  text: string;
}

const entries = entriesOf(readFileSync(`${packageRoot}docs/rules-changelog.md`, 'utf8'));

function entriesOf(text: string): Entry[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      version: part.split('\n')[0]?.trim() ?? '',
      added: idsIn(part, 'Added'),
      removed: idsIn(part, 'Removed'),
      text: part,
    }));
}

function idsIn(part: string, title: string): string[] {
  const section = part.split(/^### /m).find((one) => one.startsWith(`${title}\n`)) ?? '';
  return section.match(/\b[A-Z]+-\d{3}\b/g) ?? [];
}

describe('the changelog of the rules', () => {
  it('has the current version first, and every version once, newest first', () => {
    const versions = entries.map((entry) => entry.version);
    expect(versions[0]).to.equal(version);
    expect(versions).to.deep.equal([...new Set(versions)].sort().reverse());
    for (const name of versions) expect(name).to.match(/^\d{4}\.\d{2}(\.\d+)?$/);
  });

  it('lists the controls of the catalogue: what was added and not removed. Write what you add into docs/rules-changelog.md', () => {
    const listed = new Set<string>();
    for (const { version: name, added, removed } of [...entries].reverse()) {
      for (const id of removed)
        expect(listed.delete(id), `${name} removes ${id}, which no earlier version has`).to.equal(true);
      for (const id of added) {
        expect(listed.has(id), `${name} adds ${id} a second time`).to.equal(false);
        listed.add(id);
      }
    }
    expect([...listed].sort()).to.deep.equal(controls.map(({ id }) => id).sort());
  });

  it('says by which day each table of the current version was checked', () => {
    const rows = [...(entries[0]?.text ?? '').matchAll(/^\| `([a-z_]+)` +\| (\S+) +\|$/gm)];
    expect(Object.fromEntries(rows.map(([, table, day]) => [table, day]))).to.deep.equal(
      Object.fromEntries(tableHeads.map(({ table, checked_on }) => [table, checked_on])),
    );
  });
});
