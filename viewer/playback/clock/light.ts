import type { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { daysFromCivil } from '../../../sim-core/kernel/civil-date.ts';
import { norwegianPublicHolidays } from '../../../sim-core/kernel/public-holidays.ts';

/** When a night begins and ends by the wall clock (minutes after midnight). */
export const nightFrom = 22 * 60;
export const nightUntil = 7 * 60;

/** Names of the public holidays, by month and day. */
const fixed = {
  '1-1': 'newYearsDay',
  '5-1': 'labourDay',
  '5-17': 'constitutionDay',
  '12-25': 'christmasDay',
  '12-26': 'boxingDay',
} as const;

/** Names of those that follow Easter Sunday, by days from it. */
const movable = {
  '-3': 'maundyThursday',
  '-2': 'goodFriday',
  '0': 'easterSunday',
  '1': 'easterMonday',
  '39': 'ascensionDay',
  '49': 'whitSunday',
  '50': 'whitMonday',
} as const;

/** Public holidays, by the keys of their names. */
export type Holiday = (typeof fixed)[keyof typeof fixed] | (typeof movable)[keyof typeof movable];

/** What kind of time an instant lies in. */
export interface Light {
  isNight: boolean;
  isWeekend: boolean;
  holiday: Holiday | undefined;
}

/** Whether it is night, weekend or a public holiday at an instant (minutes of the calendar's clock). */
export function lightAt(calendar: Calendar, time: number): Light {
  const day = calendar.dayOf(time);
  const clock = calendar.clockOf(time);
  return {
    isNight: clock >= nightFrom || clock < nightUntil,
    isWeekend: calendar.isWeekend(day),
    holiday: holidayOn(calendar, day),
  };
}

/** Which public holiday a day is. Where a fixed and a movable one meet, the fixed one gives the name. */
export function holidayOn(calendar: Calendar, day: number): Holiday | undefined {
  if (!calendar.isPublicHoliday(day)) return undefined;
  const { year, month, day: dayOfMonth } = calendar.dateOfDay(day);
  const fixedName = fixed[`${month}-${dayOfMonth}` as keyof typeof fixed] as Holiday | undefined;
  if (fixedName) return fixedName;
  const days = daysFromCivil({ year, month, day: dayOfMonth }) - easterSunday(year);
  return movable[String(days) as keyof typeof movable];
}

/** The day of the year's holidays that has all the movable ones around it, as days since 1 January 1970. */
function easterSunday(year: number): number {
  const holidays = norwegianPublicHolidays(year);
  return [...holidays].find((day) => Object.keys(movable).every((offset) => holidays.has(day + Number(offset))))!;
}
