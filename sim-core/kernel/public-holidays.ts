import { daysFromCivil } from './civil-date.ts';

/** Days from Easter Sunday to the movable Norwegian public holidays. */
const aroundEaster = [-3, -2, 0, 1, 39, 49, 50];

/** Month and day of the fixed ones. */
const fixed = [
  [1, 1],
  [5, 1],
  [5, 17],
  [12, 25],
  [12, 26],
] as const;

/**
 * Norwegian public holidays of a year as days since 1 January 1970: New Year's Day, Maundy Thursday, Good Friday, Easter
 * Sunday and Monday, 1 May, 17 May, Ascension Day, Whit Sunday and Monday, Christmas Day and Boxing Day (lov om 1 og
 * 17 mai som høgtidsdager, 1947; lov om trudomssamfunn § 17 a, 2020). Sundays are not listed as such.
 */
export function norwegianPublicHolidays(year: number): Set<number> {
  const easter = easterSunday(year);
  return new Set([
    ...fixed.map(([month, day]) => daysFromCivil({ year, month, day })),
    ...aroundEaster.map((offset) => easter + offset),
  ]);
}

/** Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus 1991). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const numerator = h + l - 7 * m + 114;
  return daysFromCivil({ year, month: Math.floor(numerator / 31), day: (numerator % 31) + 1 });
}
