import { describe, expect, it, test } from 'vitest';
import { Calendar, civilFromDays, daysFromCivil, formatDate, parseDate } from '../../sim-core/kernel/index.ts';
import { norwegianPublicHolidays } from '../../sim-core/kernel/public-holidays.ts';

/** Public holidays as printed in the Norwegian almanac. In 2027 Whit Monday falls on 17 May. */
const published: Record<number, string[]> = {
  2025: '01-01 04-17 04-18 04-20 04-21 05-01 05-17 05-29 06-08 06-09 12-25 12-26'.split(' '),
  2026: '01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26'.split(' '),
  2027: '01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26'.split(' '),
};

/** Easter Sundays from the standard table, with the earliest and latest there can be. */
const easterSundays =
  `1818-03-22 1913-03-23 1943-04-25 1954-04-18 1961-04-02 1981-04-19 2000-04-23 2008-03-23 2011-04-24
  2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01
  2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10
  2040-04-01`.split(/\s+/);

const inOrder = (days: Iterable<number>) => [...days].sort((a, b) => a - b);

describe('public holidays', () => {
  test.each(Object.keys(published).map(Number))('of %i are those in the almanac', (year) => {
    const dates = inOrder(norwegianPublicHolidays(year)).map((day) => formatDate(civilFromDays(day)));
    expect(dates).toEqual(published[year]!.map((date) => `${year}-${date}`));
  });

  test.each(easterSundays)('count Easter Sunday on %s', (date) => {
    const sunday = parseDate(date);
    const { year } = sunday;
    const easter = daysFromCivil(sunday);
    const holidays = norwegianPublicHolidays(year);
    const fixed = [
      [1, 1],
      [5, 1],
      [5, 17],
      [12, 25],
      [12, 26],
    ].map(([month, day]) => daysFromCivil({ year, month: month!, day: day! }));
    const movable = [-3, -2, 0, 1, 39, 49, 50].map((offset) => easter + offset);
    expect(inOrder(holidays)).toEqual(inOrder(new Set([...fixed, ...movable])));
  });

  it('are no working days, on whatever weekday they fall, and are found across years', () => {
    const calendar = new Calendar('2025-01-01');
    for (const [year, dates] of Object.entries(published)) {
      const first = calendar.dayNumber(`${year}-01-01`);
      for (let day = first; calendar.dateOfDay(day).year === Number(year); day++) {
        const holiday = dates.includes(formatDate(calendar.dateOfDay(day)).slice(5));
        expect(calendar.isPublicHoliday(day)).toBe(holiday);
        expect(calendar.isWorkingDay(day)).toBe(!holiday && calendar.weekday(day) < 5);
        expect(calendar.isWeekend(day)).toBe(calendar.weekday(day) >= 5);
      }
    }
  });
});
