import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';

export type HolidayRules = ModelInputs['data']['absence']['holiday'];

const daysPerWeek = 7;
/** The golden ratio less one: the share of the round that is most unlike any simple fraction. */
const goldenShare = 0.6180339887498949;

/**
 * Place of each of `count` people in an order that has nothing to do with the turns of a roster: whoever stands next to
 * each other, or a fixed number apart, is far from the other in it. A permutation of 0 … count − 1.
 */
export function scatteredOrder(count: number): number[] {
  if (count < 3) return Array.from({ length: count }, (_, index) => index);
  let step = Math.round(count * goldenShare);
  while (commonDivisor(step, count) > 1) step++;
  return Array.from({ length: count }, (_, index) => (index * step) % count);
}

/**
 * First days (Mondays) of the holiday weeks of one of several people in an ISO year: weeks on end in summer, whose starts
 * are spread evenly over the people, and single weeks that are spread evenly over the rest of the year.
 * @param place 0 … count − 1 in the order in which the people choose
 */
export function holidayWeeks(
  rules: HolidayRules,
  calendar: Calendar,
  isoYear: number,
  place: number,
  count: number,
): number[] {
  const firstMonday = mondayOfFirstWeek(calendar, isoYear);
  const weeksInYear = (mondayOfFirstWeek(calendar, isoYear + 1) - firstMonday) / daysPerWeek;
  const { firstSummerWeek, lastSummerWeek, summerWeeks } = rules;
  const weeks: number[] = [];
  const starts = lastSummerWeek - firstSummerWeek + 2 - summerWeeks;
  const start = firstSummerWeek + Math.floor((place * starts) / count);
  for (let week = start; week < start + summerWeeks; week++) weeks.push(week);
  const others = weeksInYear - (lastSummerWeek - firstSummerWeek + 1);
  const single = Math.min(rules.weeks - summerWeeks, others);
  for (let index = 0; index < single; index++) {
    const other = 1 + Math.floor(((place / count + index) / single) * others);
    weeks.push(other < firstSummerWeek ? other : other + (lastSummerWeek - firstSummerWeek + 1));
  }
  return weeks.map((week) => firstMonday + (week - 1) * daysPerWeek);
}

/** The Monday of week 1, which holds 4 January (ISO 8601). */
export function mondayOfFirstWeek(calendar: Calendar, isoYear: number): number {
  const inside = calendar.dayNumber(`${isoYear}-01-04`);
  return inside - calendar.weekday(inside);
}

/** Whether a day lies in the summer weeks. */
export function isSummer(rules: HolidayRules, calendar: Calendar, day: number): boolean {
  const firstMonday = mondayOfFirstWeek(calendar, calendar.dateOfDay(day).year);
  const week = 1 + Math.floor((day - firstMonday) / daysPerWeek);
  return rules.firstSummerWeek <= week && week <= rules.lastSummerWeek;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
