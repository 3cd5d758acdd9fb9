import { expect } from 'chai';
import { hitsIn } from '../../engine/load/repository/looksLike.js';

/** Texts, and what each looks like; the pairs are close, so that a pattern that asks for too little is seen. */
const TABLE: [text: string, kinds: string[]][] = [
  ['write to jane.doe@mail.example', ['e-mail']],
  ['write to privacy@mail.example or client-info@firm.example', []],
  ['clone git@host.example:firm/repository', []],
  ['Ring 07700 900461 for the key.', ['phone']],
  ['+44 20 7946 0000, or (415) 555-0132', ['phone', 'phone']],
  ['+353 1 234 5678', ['phone']],
  ['2026-11-22 2026-10-05, 01.02.2026, 10 20 30 40, 1.2.3, 2016/679', []],
  ['call 020 7946 0000 2026-11-22', ['phone']],
  ['550e8400-e29b-41d4-a716-446655440000', []],
  ['db4451bdc6462955301fe0d75650f9535c0e9e57161142578be0763d00a6d653', []],
  ['born on 12 March 1981', ['birth-date']],
  ['Date of birth: 1981-03-12; dob 12/03/1981', ['birth-date', 'birth-date']],
  ['kept until the birthday of the child, see 12', []],
  ['the rule of 12 March 1981', []],
  ['NI number QQ 12 34 56 C', []],
  ['AB 12 34 56 C', ['government-id']],
  ['078-05-1120', ['government-id']],
  ['000-05-1120 and 900-05-1120', []],
  ['passport no. 533401372', ['government-id']],
  ['the passport number is not kept', []],
  ['1234567FA and 1234567T', ['government-id', 'government-id']],
  ['1234567A', []],
  ['DE89 3704 0044 0532 0130 00', ['account-number']],
  ['DE88 3704 0044 0532 0130 00', []],
  ['4111 1111 1111 1111', ['account-number']],
  ['4111 1111 1111 1112', []],
  ['20-00-00 55779911', ['account-number']],
  ['account number 31926819', ['account-number']],
  ['Mrs Mensah called', ['person-name']],
  ['Dr Jane Mensah', ['person-name']],
  ['Jane Mensah agreed', ['person-name']],
  ['ABA Formal Opinion 08-451 (2008)', []],
  ['Bus. & Prof. Code 6068(e)(1)', []],
  ['Will Files, Grant Applications, James Street', []],
  ['M-2291, mediation', ['client-or-matter-title']],
  ['Divorce and finances (M-2291)', ['client-or-matter-title']],
  ['matter 2024/17: Mensah v Osei', ['client-or-matter-title']],
  ['M-2291 still lists mediation', []],
  ['M-2291, M-2304 and M-2310', []],
  ['A suspicious activity report was filed', ['money-laundering-report']],
  ['Consent asked: DAML for K-0401', ['money-laundering-report']],
  ['Staff learn when a suspicious activity report must be made.', []],
];

describe('load: what text looks like', () => {
  for (const [text, kinds] of TABLE) {
    it(`${text}: ${kinds.join(', ') || 'nothing'}`, () => {
      expect(hitsIn(text).map(({ looksLike }) => looksLike)).to.deep.equal(kinds);
    });
  }

  it('leaves out what stands beside an identifier of something else', () => {
    expect(hitsIn('S-011, mediation', (id) => id === 'S-011')).to.deep.equal([]);
  });

  it('writes one thing in one way', () => {
    const values = ['+44 20 7946 0000', '+44 (20) 7946-0000'].map((text) => hitsIn(text)[0]?.value);
    expect(values).to.deep.equal(['+442079460000', '+442079460000']);
  });

  // A quarter of a megabyte each: a pattern that went back and forth would take minutes, not a second.
  const parts = ['0 ', 'A', 'Aa ', '@', 'a.@', '(', '+4 ', 'GB82 WEST ', 'Mr ', 'John ', 'NCA report ', 'DAML was '];
  for (const part of [...parts, 'DE89 3704 0044 0532 0130 00 ', 'M-2291, ', 'account number ', '1-', 'case no 1']) {
    it(`takes no longer for hostile text: ${JSON.stringify(part)}`, () => {
      const text = part.repeat(Math.ceil(262_144 / part.length));
      const started = process.cpuUsage();
      hitsIn(text);
      expect(process.cpuUsage(started).user / 1000).to.be.lessThan(3_000);
    });
  }
});
