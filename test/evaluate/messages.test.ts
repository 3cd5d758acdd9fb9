import { expect } from 'chai';
import { argumentText, filledMessage } from '../../engine/evaluate/messages.js';
import { loadConfig } from '../../engine/load/config.js';
import { type Inventory, loadInventory } from '../../engine/load/inventory.js';
import { withFirm } from '../support/firm.js';

const files = {
  'privity.yaml': 'privity: 1\n',
  'inventory/a.yaml': `firm: { legal_name: Alder LLP, timezone: Europe/London }
processing_activities:
  - id: referrals
    title: Referrals
    purposes:
      - { id: refer, text: Introduce the client to a mediation service. }
      - { id: silent }
      - { id: blank, text: " " }
      - { id: long, text: ${'word '.repeat(50)} }
    recipients:
      - { id: courts, category: court, name: Family courts }
`,
};

function part(field: string, name: string, id = 'referrals') {
  return { collection: 'processing_activities', id, field, part: name };
}

describe('evaluate: parts of records in messages', () => {
  let inventory: Inventory;
  before(() =>
    withFirm(files, async (directory) => {
      inventory = await loadInventory(directory, await loadConfig(directory), { asOf: '2026-11-22', now: 0 });
    }),
  );

  const cases: [title: string, argument: unknown, shown: string][] = [
    ['a purpose by its text', part('purposes', 'refer'), '“Introduce the client to a mediation service”'],
    ['a recipient by its name', part('recipients', 'courts'), '“Family courts”'],
    ['a purpose without a text by its id', part('purposes', 'silent'), '“silent”'],
    ['a purpose with a blank text by its id', part('purposes', 'blank'), '“blank”'],
    ['a long text cut', part('purposes', 'long'), `“${'word '.repeat(32).trim()} [...]”`],
    ['a purpose that is not there by its id', part('purposes', 'gone'), '“gone”'],
    ['a purpose of an activity that is not there', part('purposes', 'refer', 'gone'), '“refer”'],
    ['a field that is no list', part('title', 'refer'), '“refer”'],
  ];
  for (const [title, argument, shown] of cases) {
    it(`names ${title}`, () => {
      expect(argumentText(argument, inventory)).to.equal(shown);
    });
  }

  it('leaves the sentence around them whole', () => {
    expect(filledMessage('The purpose {purpose} is new.', { purpose: part('purposes', 'refer') }, inventory)).to.equal(
      'The purpose “Introduce the client to a mediation service” is new.',
    );
  });
});
