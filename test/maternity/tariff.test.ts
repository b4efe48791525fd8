import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { roundedOere, Tariff } from '../../sim-core/maternity/economy/tariff.ts';
import { WorkSplit } from '../../sim-core/maternity/economy/work-split.ts';
import { economyInputs } from '../support/economy.ts';
import { localMinute } from '../support/oslo-clock.ts';

const clockStart = '2026-12-04';
const calendar = new Calendar(clockStart);
const inputs = economyInputs();
const tariff = new Tariff(inputs);
const endOfHorizon = calendar.midnight(450);
const split = new WorkSplit(inputs, calendar, 0, endOfHorizon);

const at = (date: string, clock = 0): number => calendar.timeAt(calendar.dayNumber(date), clock * 60);

interface Minutes {
  minutes: number;
  eveningAndNight: number;
  weekend: number;
  publicHoliday: number;
  highOvertime: number;
}

function divided(from: number, to: number): Minutes {
  split.divide(from, to);
  const { minutes, eveningAndNight, weekend, publicHoliday, highOvertime } = split;
  return { minutes, eveningAndNight, weekend, publicHoliday, highOvertime };
}

/** Whole minutes, one by one, by the platform's own clock. */
function minuteByMinute(from: number, to: number): Minutes {
  const sum = { minutes: 0, eveningAndNight: 0, weekend: 0, publicHoliday: 0, highOvertime: 0 };
  const begun = localMinute(clockStart, from);
  for (let minute = from; minute < to; minute++) {
    const { date, clock, isWeekend, isPublicHoliday } = localMinute(clockStart, minute);
    const runsOn = begun.date < date || begun.clock < 6 * 60;
    sum.minutes++;
    if (clock >= 17 * 60 || (clock < 8 * 60 && runsOn)) sum.eveningAndNight++;
    if (isPublicHoliday) sum.publicHoliday++;
    else if (isWeekend) sum.weekend++;
    if (isPublicHoliday || isWeekend || clock >= 21 * 60 || clock < 6 * 60) sum.highOvertime++;
  }
  return sum;
}

describe('a spell of work is divided minute by minute as the platform’s clock tells', () => {
  it.each([
    ['a day shift on a Wednesday', at('2027-02-03', 7.5), at('2027-02-03', 15.5)],
    ['a shift from five in the morning', at('2027-02-03', 5), at('2027-02-03', 13)],
    ['a night shift into a Saturday', at('2027-02-05', 22), at('2027-02-06', 8)],
    ['the night that loses an hour', at('2027-03-27', 22), at('2027-03-28', 8)],
    ['the night that gains an hour', at('2027-10-30', 22), at('2027-10-31', 8)],
    ['work within the hour that comes twice', at('2027-10-31', 2.5), at('2027-10-31', 3.5)],
    ['17 May, which is Whit Monday too in 2027', at('2027-05-16', 15), at('2027-05-18', 8)],
    ['Christmas Day on a Saturday', at('2027-12-24', 15), at('2027-12-27', 9)],
    ['Easter with the change of the clock', at('2027-03-24', 12), at('2027-03-30', 12)],
    ['an evening within an hour', at('2027-02-03', 16.75), at('2027-02-03', 17.25)],
    ['no time at all', at('2027-02-03', 12), at('2027-02-03', 12)],
  ])('%s', (_, from, to) => expect(divided(from, to)).toEqual(minuteByMinute(from, to)));

  test('at any time of the year', () => {
    const start = fc.integer({ min: 0, max: calendar.midnight(440) });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 2000 }), (from, length) => {
        expect(divided(from, from + length)).toEqual(minuteByMinute(from, from + length));
      }),
      { numRuns: 100, seed: 17 },
    );
  });
});

describe('a divided spell', () => {
  it('has the weekend until midnight before a public holiday takes its place, by hand', () => {
    // Easter 2027: the night to Easter Sunday loses an hour. Two hours of Saturday, seven of the holiday.
    expect(divided(at('2027-03-27', 22), at('2027-03-28', 8))).toEqual({
      minutes: 9 * 60,
      eveningAndNight: 9 * 60,
      weekend: 2 * 60,
      publicHoliday: 7 * 60,
      highOvertime: 9 * 60,
    });
  });

  it('adds up from its parts, whatever fraction of a minute it is cut at', () => {
    const start = at('2027-03-27', 20);
    const length = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(length, length, (a, b) => {
        const whole = divided(start, start + a + b);
        const first = divided(start, start + a);
        const second = divided(start + a, start + a + b);
        for (const part of ['minutes', 'weekend', 'publicHoliday', 'highOvertime'] as const) {
          expect(first[part] + second[part]).toBeCloseTo(whole[part], 8);
        }
        expect(whole.eveningAndNight).toBeGreaterThanOrEqual(first.eveningAndNight);
        expect(whole.eveningAndNight).toBeLessThanOrEqual(whole.minutes);
      }),
    );
  });

  it('has only what lies within the horizon', () => {
    expect(divided(-60, 60).minutes).toBe(60);
    expect(divided(endOfHorizon - 30, endOfHorizon + 500).minutes).toBe(30);
    expect(divided(-60, 0)).toEqual({ minutes: 0, eveningAndNight: 0, weekend: 0, publicHoliday: 0, highOvertime: 0 });
  });

  it.each([
    [60, 59],
    [NaN, 60],
    [0, Infinity],
  ])('cannot run from %d to %d', (from, to) => expect(() => divided(from, to)).toThrow(RangeError));
});

describe('the tariff', () => {
  it('prices an hour of a rota midwife in whole øre, by hand', () => {
    // 752,000 ÷ 1,846 = 407.367…
    expect(tariff.rates('midwife', 'rota')).toEqual({
      ordinary: 40_737,
      eveningAndNight: 11_406,
      weekend: 10_592,
      publicHoliday: 54_314,
      overtime: 61_105,
      highOvertime: 81_473,
      extraShift: 40_737,
      summerExtraShift: 87_000,
      onCall: 8_147,
    });
  });

  it('divides the same salary by more hours for day work', () => {
    expect(tariff.rates('midwife', 'day').ordinary).toBe(38_564);
    expect(tariff.rates('midwife', 'onCall')).toEqual(tariff.rates('midwife', 'rota'));
  });

  it('never pays less than the least supplement in kroner', () => {
    const low = new Tariff(economyInputs((economy) => (economy.yearlySalary.assistant = 400_000)));
    expect(low.rates('assistant', 'rota')).toMatchObject({ eveningAndNight: 7_000, weekend: 7_500 });
  });

  it('rounds half an øre away from zero', () => {
    expect([0.5, 1.5, 2.49, -0.5, -1.5, 0].map(roundedOere)).toEqual([1, 2, 2, -1, -2, 0]);
  });
});
