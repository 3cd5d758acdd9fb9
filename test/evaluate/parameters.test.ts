import { expect } from 'chai';
import { builtinPolicies, type PolicySet } from '../../engine/compile/policies.js';
import { parameterValues } from '../../engine/evaluate/parameters.js';
import { loadConfig } from '../../engine/load/config.js';
import { UserError } from '../../engine/problems.js';
import { withFirm } from '../support/firm.js';

describe('evaluate: parameters of a firm', () => {
  let policies: PolicySet;
  before(async () => {
    policies = await builtinPolicies();
  });

  const valuesOf = (config: string): Promise<Record<string, unknown>> =>
    withFirm({ 'privity.yaml': `privity: 1\n${config}` }, async (directory) =>
      parameterValues(await loadConfig(directory), policies),
    );

  const refused: [title: string, config: string, says: string][] = [
    [
      'a number that is too large',
      'access_review_days: 366',
      '"access_review_days" may be at most 365 days (the bound of firm policy in the catalogue); it is 366.',
    ],
    [
      'a number that is too small',
      'min_password_length: 7',
      '"min_password_length" must be at least 8 characters (the bound of firm policy in the catalogue); it is 7.',
    ],
    [
      'more than a value that can only be tightened',
      'leaver_revocation_days: 2',
      '"leaver_revocation_days" may be at most 1 days (the catalogue’s own value, which a firm can only tighten); it is 2.',
    ],
    ['a text for a number', 'access_review_days: "90"', '"access_review_days" must be a whole number of days.'],
    ['part of a day', 'access_review_days: 90.5', '"access_review_days" must be a whole number of days.'],
    ['a number for yes or no', 'explicit_written_only: 1', '"explicit_written_only" must be true or false.'],
    [
      'start dates that are none',
      'control_start_dates: soon',
      '"control_start_dates" must map ids of controls to dates.',
    ],
    [
      'a start date that does not exist',
      'control_start_dates: { ACC-001: 2026-02-30 }',
      'The start date of ACC-001, "2026-02-30", is not a date.',
    ],
    [
      'a start date of a control that does not exist',
      'control_start_dates: { TRAIN-01: 2026-02-01 }',
      '"TRAIN-01" in "control_start_dates" is not a control. Did you mean "TRAIN-001"?',
    ],
    [
      'a start date of a firm that has not adopted anything',
      'control_start_dates: { ACC-001: 2026-02-01 }',
      'A start date needs "adopted_on": the day on which the firm adopted Privity.',
    ],
  ];
  for (const [title, line, says] of refused) {
    it(`refuses ${title}`, async () => {
      expect(await messagesOf(() => valuesOf(`parameters:\n  ${line}\n`))).to.deep.equal([says]);
    });
  }

  it('lets no control start after the day of adoption', async () => {
    const config = (day: string): string =>
      `adopted_on: 2026-02-01\nparameters:\n  control_start_dates: { ACC-001: ${day} }\n`;
    expect((await valuesOf(config('2026-02-01'))).control_start_dates).to.deep.equal({ 'ACC-001': '2026-02-01' });
    expect(await messagesOf(() => valuesOf(config('2026-02-02')))).to.deep.equal([
      'The start date of ACC-001 may not lie after the day of adoption (2026-02-01).',
    ]);
  });

  it('takes a firm’s own value within the bounds, and the default of the profile elsewhere', async () => {
    const { access_review_days, min_password_length, require_justification } = await valuesOf(
      'profile: full\nparameters: { access_review_days: 90 }\n',
    );
    expect({ access_review_days, min_password_length, require_justification }).to.deep.equal({
      access_review_days: 90,
      min_password_length: 12,
      require_justification: true,
    });
  });
});

async function messagesOf(act: () => Promise<unknown>): Promise<string[]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}
