import { expect } from 'chai';
import { loadConfig } from '../../engine/load/config.js';
import { loadInventory } from '../../engine/load/inventory.js';
import { UserError } from '../../engine/problems.js';
import { withFirm } from '../support/firm.js';

/** What the schema refuses, said to whoever wrote it. */
describe('load: what the inventory’s schema refuses', () => {
  const cases: [title: string, record: string, says: string | RegExp][] = [
    ['a text for a number', 'giving_steps: two', '"giving_steps" must be a whole number.'],
    ['half a number', 'giving_steps: 1.5', '"giving_steps" must be a whole number.'],
    ['too little', 'giving_steps: -1', '"giving_steps" must be at least 0.'],
    ['too much', 'giving_steps: 1001', '"giving_steps" must be at most 1000.'],
    ['a number for a text', 'note: 12', '"note" must be text (in quotation marks if it looks like a number).'],
    ['a text that is too long', `title: ${'x'.repeat(501)}`, '"title" is longer than 500 characters.'],
    ['an empty reference', 'owner_id: ""', '"owner_id" is empty or too short.'],
    [
      'a text for a list',
      'giving_channels: phone',
      '"giving_channels" must be a list (each entry on its own line after "- ").',
    ],
    [
      'an unknown entry of a list',
      'giving_channels: [fax]',
      'Entry 1 of "giving_channels" must be one of portal, web-form, email, phone, paper, in-person.',
    ],
    ['a list for a group', 'evidence: []', '"evidence" must be a group of fields.'],
  ];
  for (const [title, line, says] of cases) {
    it(title, () => refused(`consent_processes:\n  - id: portal\n    ${line}\n`, says));
  }

  it('an id that begins with a space, with what an id is', () =>
    refused(
      'consent_processes:\n  - id: " portal"\n',
      /^"id" is not written as it must be\. A short name that never changes/,
    ));

  it('a period without a length', () =>
    refused('retention_rules:\n  - id: six\n    period: {}\n', '"period" must not be empty.'));
});

async function refused(inventory: string, says: string | RegExp): Promise<void> {
  await withFirm({ 'privity.yaml': 'privity: 1\n', 'inventory/a.yaml': inventory }, async (directory) => {
    let problems: readonly { message: string }[] = [];
    try {
      await loadInventory(directory, await loadConfig(directory), { asOf: '2026-11-22', now: 0 });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems = error.problems;
    }
    expect(problems).to.have.length(1);
    if (typeof says === 'string') expect(problems[0]?.message).to.equal(says);
    else expect(problems[0]?.message).to.match(says);
  });
}
