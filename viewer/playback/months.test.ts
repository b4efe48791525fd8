import { expect, test } from 'vitest';
import { namedMonths, spansYears, type MonthStart } from './months.ts';

function monthsOf(...years: number[]): MonthStart[] {
  return years.flatMap((year) => Array.from({ length: 12 }, (_, index) => ({ midnight: 0, month: index + 1, year })));
}

test('names never stand closer than they are wide, and January is always named', () => {
  for (const years of [[2027], [2027, 2028]]) {
    const months = monthsOf(...years);
    for (const width of [300, 560, 1100]) {
      const monthWidth = width / months.length;
      const named = namedMonths(months, monthWidth, 36);
      expect(named.filter(({ month }) => month === 1)).toHaveLength(years.length);
      const places = named.map((start) => months.indexOf(start) * monthWidth);
      places.slice(1).forEach((place, index) => expect(place - places[index]!).toBeGreaterThanOrEqual(36));
    }
  }
});

test('every month is named where there is room', () => {
  expect(namedMonths(monthsOf(2027), 90, 36)).toHaveLength(12);
});

test('a horizon of two years is told from one of one', () => {
  expect([spansYears(monthsOf(2027)), spansYears(monthsOf(2027, 2028)), spansYears([])]).toEqual([false, true, false]);
});
