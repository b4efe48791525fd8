import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, clockMinutes, OpeningHours, type OpeningWindow } from '../../sim-core/kernel/index.ts';
import { osloMinutes } from './oslo-clock.ts';

/** Easter with the change to summer time, the change back, and Christmas; the holidays are those of the law. */
const periods = [
  { first: '2027-03-22', days: 14, holidays: ['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29'] },
  { first: '2026-10-19', days: 14, holidays: [] },
  { first: '2026-12-21', days: 14, holidays: ['2026-12-25', '2026-12-26', '2027-01-01'] },
].map((period) => ({ ...period, minutes: osloMinutes(period.first, period.days) }));

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Edges at any minute, often around the night hour that is skipped or comes twice, or at midnight. */
const edge = fc.oneof(
  fc.integer({ min: 0, max: 1440 }),
  fc.integer({ min: 90, max: 210 }),
  fc.constantFrom(0, 120, 180, 1440),
);
const windows: fc.Arbitrary<OpeningWindow[]> = fc.uniqueArray(edge, { maxLength: 6 }).map((edges) => {
  const sorted = edges.sort((a, b) => a - b);
  return Array.from({ length: sorted.length >> 1 }, (_, index) => ({
    from: clock(sorted[2 * index]!),
    to: clock(sorted[2 * index + 1]!),
  }));
});
const week = fc.record({
  weekdays: fc.array(windows, { minLength: 7, maxLength: 7 }),
  publicHolidays: windows,
});

const office = [{ from: '08:00', to: '15:30' }];
const weekdays = [office, office, office, office, office, [], []];
const everyDay = (hours: readonly OpeningWindow[]) => Array.from({ length: 7 }, () => hours);
const wholeDay = [{ from: '00:00', to: '24:00' }];

describe('opening hours', () => {
  it('are those that a clock in Oslo shows, minute by minute, whenever it is changed and on holidays', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periods),
        week,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3000)), { minLength: 20, maxLength: 20 }),
        ({ first, holidays, minutes }, hours, picks) => {
          const opening = new OpeningHours(new Calendar(first), hours);
          const isHoliday = new Set<string>(holidays);
          const isOpen = minutes.map(({ date, clock: shown, weekday }) =>
            (isHoliday.has(date) ? hours.publicHolidays : hours.weekdays[weekday]!).some(
              ({ from, to }) => clockMinutes(from) <= shown && shown < clockMinutes(to),
            ),
          );
          const passed = [0];
          for (const open of isOpen) passed.push(passed.at(-1)! + (open ? 1 : 0));
          for (const [index, open] of isOpen.entries()) {
            if (opening.isOpen(index) !== open || opening.isOpen(index + 0.5) !== open) {
              throw new Error(`Minute ${index}: ${JSON.stringify(minutes[index])} must be ${open ? 'open' : 'closed'}`);
            }
          }
          for (const [one, other, wanted] of picks) {
            const from = one % minutes.length;
            const to = other % minutes.length;
            const opens = isOpen.indexOf(true, from);
            const closes = opens < 0 ? -1 : isOpen.indexOf(false, opens);
            if (opens >= 0) expect(opening.nextOpen(from)).toBe(opens);
            if (closes >= 0) expect(opening.nextClose(from)).toBe(closes);
            expect(opening.openMinutes(from, to)).toBe(Math.max(0, passed[to]! - passed[from]!));
            const ready = passed.findIndex((sum, index) => index >= from && sum - passed[from]! >= wanted);
            if (ready >= 0) expect(opening.afterOpenMinutes(from, wanted)).toBe(ready);
          }
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it('keep fractions of a minute', () => {
    const opening = new OpeningHours(new Calendar('2026-03-02'), { weekdays });
    expect(opening.nextOpen(479.25)).toBe(480);
    expect(opening.nextOpen(480.25)).toBe(480.25);
    expect(opening.openMinutes(479.5, 481.25)).toBe(1.25);
    expect(opening.afterOpenMinutes(929.5, 1)).toBe(1440 + 480.5);
    expect([opening.isOpen(929.99), opening.isOpen(930)]).toEqual([true, false]);
  });

  it('count working minutes between two instants past weekends, holidays and the change to summer time', () => {
    const calendar = new Calendar('2027-03-01');
    const opening = new OpeningHours(calendar, { weekdays });
    const at = (date: string, shown: string) => calendar.timeAt(calendar.dayNumber(date), clockMinutes(shown));
    // Wednesday 24 March to Tuesday 30 March: the days between are all holidays.
    expect(opening.openMinutes(at('2027-03-24', '15:00'), at('2027-03-30', '08:45'))).toBe(75);
    expect(opening.afterOpenMinutes(at('2027-03-24', '15:00'), 75)).toBe(at('2027-03-30', '08:45'));
    expect(opening.nextOpen(at('2027-03-24', '15:30'))).toBe(at('2027-03-30', '08:00'));
    // 262 weekdays, of which five are holidays.
    expect(opening.openMinutes(at('2027-03-01', '00:00'), at('2028-03-01', '00:00'))).toBe(257 * 450);
  });

  it('end at the last of the minutes worked, and not at the next opening', () => {
    const opening = new OpeningHours(new Calendar('2026-03-02'), { weekdays });
    expect(opening.afterOpenMinutes(480, 450)).toBe(930);
    expect(opening.afterOpenMinutes(480, 450.5)).toBe(1440 + 480.5);
    expect(opening.afterOpenMinutes(100, 0)).toBe(100);
    expect(opening.afterOpenMinutes(100, Infinity)).toBe(Infinity);
  });

  it('that touch are one, also across midnight and over a holiday', () => {
    const split = [
      { from: '00:00', to: '06:00' },
      { from: '06:00', to: '24:00' },
    ];
    const calendar = new Calendar('2026-12-21');
    const night = new OpeningHours(calendar, {
      weekdays: [split, split, split, split, split, split, [{ from: '00:00', to: '05:00' }]],
      publicHolidays: wholeDay,
    });
    expect(night.nextClose(3)).toBe(6 * 1440 + 300);
    const always = new OpeningHours(calendar, { weekdays: everyDay(split), publicHolidays: split });
    expect([always.nextOpen(77), always.nextClose(77), always.openMinutes(10, 2000)]).toEqual([77, Infinity, 1990]);
    const butHolidays = new OpeningHours(calendar, { weekdays: everyDay(split) });
    expect([butHolidays.nextClose(77), butHolidays.nextOpen(4 * 1440)]).toEqual([4 * 1440, 6 * 1440]);
  });

  it('that never come are waited for without end', () => {
    const closed = new OpeningHours(new Calendar('2026-01-01'), { weekdays: everyDay([]) });
    expect([closed.nextOpen(5), closed.nextClose(5), closed.afterOpenMinutes(5, 1)]).toEqual(Array(3).fill(Infinity));
    expect([closed.isOpen(5), closed.openMinutes(0, 1e5), closed.afterOpenMinutes(5, 0)]).toEqual([false, 0, 5]);
    const holidaysOnly = new OpeningHours(new Calendar('2026-06-01'), {
      weekdays: everyDay([]),
      publicHolidays: office,
    });
    const christmas = new Calendar('2026-06-01').dayNumber('2026-12-25');
    expect(holidaysOnly.nextOpen(0)).toBe(new Calendar('2026-06-01').timeAt(christmas, 480));
  });

  it('refuse what is not possible', () => {
    const calendar = new Calendar('2026-01-01');
    const make =
      (...monday: [from: string, to: string][]) =>
      () =>
        new OpeningHours(calendar, { weekdays: [monday.map(([from, to]) => ({ from, to })), [], [], [], [], [], []] });
    expect(() => new OpeningHours(calendar, { weekdays: [office] })).toThrow(
      'seven weekdays, Monday to Sunday; found 1',
    );
    expect(make(['10:00', '10:00'])).toThrow('The window 10:00–10:00 is not possible');
    expect(make(['22:00', '06:00'])).toThrow('The window 22:00–06:00 is not possible');
    expect(make(['08:00', '12:00'], ['11:59', '13:00'])).toThrow('The window 11:59–13:00 is not possible');
    expect(make(['08:00', '25:00'])).toThrow('"25:00" is not a time of day');
    const opening = new OpeningHours(calendar, { weekdays });
    expect(() => opening.afterOpenMinutes(0, -1)).toThrow('-1 open minutes');
    expect(() => opening.afterOpenMinutes(0, NaN)).toThrow('NaN open minutes');
    expect(() => opening.nextOpen(Infinity)).toThrow('not an instant');
    expect(() => opening.openMinutes(0, Infinity)).toThrow('not an instant');
  });
});
