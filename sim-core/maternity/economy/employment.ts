import type { Calendar } from '../../kernel/index.ts';

/**
 * Length of a stretch of whole days in years, where a day is the 365th or 366th part of its own calendar year: a salary of
 * a year is paid in whole over any calendar year.
 * @param firstDay @param endDay day numbers; the end is the day after the last
 */
export function yearsOfDays(calendar: Calendar, firstDay: number, endDay: number): number {
  let years = 0;
  for (let day = firstDay; day < endDay;) {
    const { year } = calendar.dateOfDay(day);
    const yearStart = calendar.dayNumber(`${year}-01-01`);
    const yearEnd = calendar.dayNumber(`${year + 1}-01-01`);
    const end = Math.min(endDay, yearEnd);
    years += (end - day) / (yearEnd - yearStart);
    day = end;
  }
  return years;
}
