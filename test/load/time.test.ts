import { expect } from 'chai';
import { asOfMoment, dateText, dayNumber, instantMs, type Zone, zoneOf } from '../../engine/load/time.js';

const zone = (name: string): Zone => zoneOf(name) as Zone;

describe('load/time', () => {
  describe('dates', () => {
    for (const [text, day] of [
      ['1970-01-01', 0],
      ['1969-12-31', -1],
      ['2024-02-29', 19782],
      ['2026-11-22', 20779],
      ['0001-01-01', -719162],
      ['2026-02-30', undefined],
      ['2023-02-29', undefined],
      ['2026-13-01', undefined],
      ['2026-1-1', undefined],
      ['22-11-2026', undefined],
      ['2026-11-22T00:00:00Z', undefined],
    ] as const) {
      it(`${text} is ${day === undefined ? 'no date' : `day ${day}`}`, () => {
        expect(dayNumber(text)).to.equal(day);
        if (day !== undefined) expect(dateText(day)).to.equal(text);
      });
    }
  });

  describe('instants', () => {
    for (const [text, expected] of [
      ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
      ['2026-11-22T10:00:00+01:00', '2026-11-22T09:00:00.000Z'],
      ['2026-11-22T10:00:00.5-08:00', '2026-11-22T18:00:00.500Z'],
      ['2026-11-22T10:00:00', undefined],
      ['2026-11-22 10:00:00Z', undefined],
      ['2026-11-22T24:00:00Z', undefined],
      ['2026-11-22T10:00:60Z', undefined],
      ['2026-02-30T10:00:00Z', undefined],
      ['2026-11-22T10:00:00+25:00', undefined],
    ] as const) {
      it(`${text} is ${expected ?? 'no instant'}`, () => {
        const ms = instantMs(text);
        expect(ms === undefined ? undefined : new Date(ms).toISOString()).to.equal(expected);
      });
    }
  });

  describe('local days', () => {
    // The last millisecond of each day, as Python's zoneinfo gives it: see test/load/zones.py.
    for (const [name, date, end] of [
      ['Europe/London', '2026-03-28', '2026-03-28T23:59:59.999Z'],
      ['Europe/London', '2026-03-29', '2026-03-29T22:59:59.999Z'],
      ['Europe/London', '2026-10-24', '2026-10-24T22:59:59.999Z'],
      ['Europe/London', '2026-10-25', '2026-10-25T23:59:59.999Z'],
      ['America/Los_Angeles', '2026-03-08', '2026-03-09T06:59:59.999Z'],
      ['America/Los_Angeles', '2026-11-01', '2026-11-02T07:59:59.999Z'],
      ['Asia/Kolkata', '2026-11-22', '2026-11-22T18:29:59.999Z'],
      ['Pacific/Apia', '2011-12-29', '2011-12-30T09:59:59.999Z'],
      ['America/Sao_Paulo', '2018-11-03', '2018-11-04T02:59:59.999Z'],
      ['America/Sao_Paulo', '2018-11-04', '2018-11-05T01:59:59.999Z'],
      ['UTC', '2026-11-22', '2026-11-22T23:59:59.999Z'],
    ] as const) {
      it(`${date} in ${name} ends at ${end}`, () => {
        const moment = asOfMoment(date, zone(name));
        expect(moment && new Date(moment.ms).toISOString()).to.equal(end);
        expect(moment?.day).to.equal(dayNumber(date));
        expect(zone(name).dayOf((moment?.ms ?? 0) + 1)).to.be.greaterThan(moment?.day ?? 0);
      });
    }

    it('gives an instant the day on which it falls in the zone', () => {
      const midnight = instantMs('2026-07-01T23:30:00Z') as number;
      expect(dateText(zone('Europe/London').dayOf(midnight))).to.equal('2026-07-02');
      expect(dateText(zone('America/New_York').dayOf(midnight))).to.equal('2026-07-01');
    });

    it('knows no zone of a made-up name', () => {
      expect(zoneOf('Europe/Atlantis')).to.equal(undefined);
    });
  });
});
