import { expect } from 'chai';
import { closingRules, withClosing } from '../../engine/load/closing.js';
import type { Facts } from '../../engine/load/facts.js';

const rules = closingRules([
  ['six', { trigger_event: 'matter-closed', period: { years: 6 } }],
  ['ten', { trigger_event: 'matter-closed', period: { years: 10 } }],
  ['birthday', { trigger_event: 'matter-closed', until_age: { whose: 'youngest-child', years: 18 } }],
  ['birthday-least-six', { trigger_event: 'matter-closed', until_age: { years: 18 }, min_period: { years: 6 } }],
  ['for-ever', { trigger_event: 'matter-closed', permanent: true }],
  ['money', { trigger_event: 'last-entry', period: { years: 6 } }],
  ['no-event', { period: { years: 6 } }],
]);
const TODAY = 20_000;
const matters: Record<string, Facts> = {
  'M-1': { id: 'M-1', status: 'closed', closed_on: 18_000, grade: 2 },
  'M-today': { id: 'M-today', status: 'closed', closed_on: TODAY, grade: 0 },
  'M-tomorrow': { id: 'M-tomorrow', status: 'closed', closed_on: TODAY + 1, grade: 0 },
  'M-reopened': { id: 'M-reopened', status: 'open', closed_on: 18_000, grade: 0 },
  'M-unsaid': { id: 'M-unsaid', closed_on: 18_000, grade: 0 },
  'M-no-day': { id: 'M-no-day', status: 'closed', grade: 0 },
};
const file = { id: 'F-1', status: 'closed', matter_ids: ['M-1'], retention_rule_ids: ['six'], grade: 1 };
const ofClosing = { event: 'matter-closed', on: 18_000 };

function derivedFor(changes: Facts) {
  return withClosing({ ...file, ...changes }, (id) => matters[id], rules, TODAY);
}

describe('load: the day from which a file’s retention runs', () => {
  const oneDay: [string, Facts][] = [
    ['a file of one matter', {}],
    ['a matter that is named twice', { matter_ids: ['M-1', 'M-1'] }],
    ['several rules, all from the closing', { retention_rule_ids: ['six', 'ten', 'for-ever'] }],
    ['a rule that ends at an age, beside one with a period', { retention_rule_ids: ['six', 'birthday'] }],
    ['a minimum that runs from the closing', { retention_rule_ids: ['birthday-least-six'] }],
    ['whatever the status of the file', { status: 'live' }],
  ];
  for (const [title, changes] of oneDay) {
    it(`is the closing: ${title}`, () => {
      expect(derivedFor(changes)).to.deep.equal({
        facts: { ...file, ...changes, retention_trigger_on: 18_000, derived: { retention_trigger_on: 2 } },
        derivation: {
          field: 'retention_trigger_on',
          completes: false,
          from: { collection: 'matters', id: 'M-1', path: 'closed_on' },
        },
      });
    });
  }

  it('is the closing on the day itself', () => {
    expect(derivedFor({ matter_ids: ['M-today'] })?.facts.retention_trigger_on).to.equal(TODAY);
  });

  const listed: [string, Facts, unknown[]][] = [
    ['another rule runs from another event', { retention_rule_ids: ['six', 'money'] }, [ofClosing]],
    ['a rule does not say from what it runs', { retention_rule_ids: ['six', 'no-event'] }, [ofClosing]],
    ['a rule is not in the schedule', { retention_rule_ids: ['six', 'unknown'] }, [ofClosing]],
    ['identity checks', { record_class: 'aml-cdd' }, [ofClosing]],
    [
      'the file gives the days of other events',
      { retention_rule_ids: ['six', 'money'], retention_triggers: [{ event: 'last-entry', on: 17_000 }] },
      [{ event: 'last-entry', on: 17_000 }, ofClosing],
    ],
  ];
  for (const [title, changes, triggers] of listed) {
    it(`is listed with its event: ${title}`, () => {
      const derived = derivedFor(changes);
      expect(derived?.facts.retention_trigger_on).to.equal(undefined);
      expect(derived?.facts.retention_triggers).to.deep.equal(triggers);
      expect(derived?.facts.derived).to.deep.equal({ retention_triggers: 2 });
      expect(derived?.derivation.completes).to.equal(triggers.length > 1);
    });
  }

  const none: [string, Facts][] = [
    ['the file gives it', { retention_trigger_on: 17_000 }],
    ['the file lists it', { retention_triggers: [{ event: 'matter-closed', on: 17_000 }] }],
    ['two matters', { matter_ids: ['M-1', 'M-today'] }],
    ['no matter', { matter_ids: [] }],
    ['matters not said', { matter_ids: undefined }],
    ['a matter that nobody declares', { matter_ids: ['M-unknown'] }],
    ['a matter that was opened again', { matter_ids: ['M-reopened'] }],
    ['a matter that does not say whether it is closed', { matter_ids: ['M-unsaid'] }],
    ['a matter that does not say when it was closed', { matter_ids: ['M-no-day'] }],
    ['a closing that lies ahead', { matter_ids: ['M-tomorrow'] }],
    ['no rule', { retention_rule_ids: [] }],
    ['rules not said', { retention_rule_ids: undefined }],
    ['a rule that runs from another event', { retention_rule_ids: ['money'] }],
    ['a rule that ends on a birthday', { retention_rule_ids: ['birthday'] }],
  ];
  for (const [title, changes] of none) {
    it(`is not derived: ${title}`, () => {
      expect(derivedFor(changes)).to.equal(undefined);
    });
  }
});
