import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Calendar } from '../../sim-core/kernel/index.ts';
import { Tariff, type WorkedTime } from '../../sim-core/maternity/economy/economy.ts';
import { localMinute } from '../support/oslo-clock.ts';
import { shippedInputs } from '../support/scenarios.ts';

const clockStart = '2026-12-04';
const calendar = new Calendar(clockStart);
const inputs = shippedInputs('dagens');
const tariff = new Tariff(inputs, calendar);
const { economy } = inputs.data;

const at = (date: string, clock = 0): number => calendar.timeAt(calendar.dayNumber(date), clock * 60);

/** Whole minutes, one by one, by the platform's own clock. */
function minuteByMinute(from: number, to: number): WorkedTime {
  const worked = { hours: 0, eveningAndNight: 0, weekend: 0, publicHoliday: 0 };
  for (let minute = from; minute < to; minute++) {
    const { clock, isWeekend, isPublicHoliday } = localMinute(clockStart, minute);
    worked.hours += 1 / 60;
    if (clock >= 17 * 60 || clock < 8 * 60) worked.eveningAndNight += 1 / 60;
    if (isPublicHoliday) worked.publicHoliday += 1 / 60;
    else if (isWeekend) worked.weekend += 1 / 60;
  }
  return worked;
}

function expectSame(from: number, to: number): void {
  const brute = minuteByMinute(from, to);
  for (const [part, hours] of Object.entries(tariff.workedTime(from, to))) {
    expect(hours, part).toBeCloseTo(brute[part as keyof WorkedTime], 8);
  }
}

describe('worked time agrees minute by minute with the platform’s clock', () => {
  it.each([
    ['a day shift on a Wednesday', at('2027-02-03', 7.5), at('2027-02-03', 15.5)],
    ['a night shift into a Saturday', at('2027-02-05', 22), at('2027-02-06', 8)],
    ['the night that loses an hour', at('2027-03-27', 22), at('2027-03-28', 8)],
    ['the night that gains an hour', at('2027-10-30', 22), at('2027-10-31', 8)],
    ['17 May, which is Whit Monday too in 2027', at('2027-05-16', 15), at('2027-05-18', 8)],
    ['Christmas Day on a Saturday', at('2027-12-24', 15), at('2027-12-27', 9)],
    ['Easter with the change of the clock', at('2027-03-24', 12), at('2027-03-30', 12)],
    ['an evening within an hour', at('2027-02-03', 16.75), at('2027-02-03', 17.25)],
    ['no time at all', at('2027-02-03', 12), at('2027-02-03', 12)],
  ])('%s', (_, from, to) => expectSame(from, to));

  test('at any time of the year', () => {
    const lastMinute = calendar.midnight(440);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lastMinute }), fc.integer({ min: 0, max: 2000 }), (from, length) =>
        expectSame(from, from + length),
      ),
      { numRuns: 100, seed: 17 },
    );
  });
});

it('parts of an interval add up to the whole, whatever fraction of a minute they are cut at', () => {
  const start = at('2027-03-27', 20);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 3000, noNaN: true }),
      fc.double({ min: 0, max: 3000, noNaN: true }),
      (a, b) => {
        const whole = tariff.workedTime(start, start + a + b);
        const first = tariff.workedTime(start, start + a);
        const second = tariff.workedTime(start + a, start + a + b);
        for (const part of ['hours', 'eveningAndNight', 'weekend', 'publicHoliday'] as const) {
          expect(first[part] + second[part]).toBeCloseTo(whole[part], 8);
        }
      },
    ),
  );
});

describe('the tariff', () => {
  it('pays a shift by hand', () => {
    // Saturday 15:00–22:30: 7.5 hours, all of them at the weekend and 5.5 after 17.
    const worked = tariff.workedTime(at('2027-02-06', 15), at('2027-02-06', 22.5));
    expect(worked).toEqual({ hours: 7.5, eveningAndNight: 5.5, weekend: 7.5, publicHoliday: 0 });
    const hourly = 752_000 / 1846;
    expect(tariff.supplements(worked)).toBeCloseTo(hourly * 1.26 * (5.5 * 0.28 + 7.5 * 0.26), 8);
  });

  it('spreads a year’s pay over the productive hours', () => {
    const { productiveRota, productiveDay } = economy.yearlyHours;
    expect(tariff.hourAtWork('productiveRota') * productiveRota).toBeCloseTo(tariff.yearOfPost, 6);
    expect(tariff.hourAtWork('productiveDay') * productiveDay).toBeCloseTo(tariff.yearOfPost, 6);
    expect(tariff.yearOfPost).toBeCloseTo(752_000 * 1.26, 6);
  });
});
