import { civilFromDays, daysFromCivil, parseDate, weekdayOfDays, type CivilDate } from './civil-date.ts';
import { norwegianPublicHolidays } from './public-holidays.ts';

const minutesPerDay = 1440;
const springForwardAt = 120;
const fallBackAt = 180;
const shift = 60;

/** Part of a day in which the wall clock runs from `from` to `to` without a jump. */
export interface ClockStretch {
  /** What the clock shows when the stretch begins and ends, in minutes after midnight. */
  from: number;
  to: number;
  /** The clock shows c, from ≤ c < to, at the instant zero + c. */
  zero: number;
}

/**
 * Civil time in Norway over a clock that counts elapsed minutes from local midnight of a first day.
 *
 * Days are numbered from the first day (0). Most have 1,440 minutes; on the last Sunday of March the clock jumps from
 * 02:00 to 03:00 and on the last Sunday of October from 03:00 back to 02:00 (forskrift om sommertid, since 1996), so
 * those days have 1,380 and 1,500. `clock` arguments and results are minutes after midnight as a wall clock shows them.
 * Days before the first have negative numbers, and their instants are negative; they are for looking a little back (a
 * shift that began the evening before), not far.
 *
 * ```ts
 * const calendar = new Calendar('2027-01-01');
 * const noon = calendar.timeAt(calendar.dayNumber('2027-05-17'), clockMinutes('12:00'));
 * calendar.isPublicHoliday(calendar.dayOf(noon)); // true
 * ```
 */
export class Calendar {
  /** First day as days since 1 January 1970. */
  private readonly epochDay: number;
  /** Elapsed minutes at local midnight of each day seen so far. */
  private readonly midnights: number[] = [0];
  private readonly holidays = new Map<number, Set<number>>();

  /** @param firstDay yyyy-mm-dd */
  constructor(firstDay: string) {
    this.epochDay = daysFromCivil(parseDate(firstDay));
  }

  /** Number of the day of an instant. @throws RangeError when the instant is NaN or infinite */
  dayOf(time: number): number {
    if (!(Math.abs(time) < Infinity)) throw new RangeError(`${time} is not an instant: it must be finite`);
    let day = Math.floor(time / minutesPerDay) - 1;
    if (day < 0 && time >= 0) day = 0;
    while (this.midnight(day + 1) <= time) day++;
    return day;
  }

  /** Elapsed minutes at local midnight of a day. */
  midnight(day: number): number {
    if (day < 0) return this.midnight(day + 1) - this.lengthOf(day);
    while (this.midnights.length <= day) {
      const last = this.midnights.length - 1;
      this.midnights.push(this.midnights[last]! + this.lengthOf(last));
    }
    return this.midnights[day]!;
  }

  /** Minutes in a day: 1,440, or 1,380 and 1,500 when the clock is changed. */
  lengthOf(day: number): number {
    const change = this.clockChange(day);
    return change === 'forward' ? minutesPerDay - shift : change === 'back' ? minutesPerDay + shift : minutesPerDay;
  }

  /** What a wall clock shows, in minutes after midnight, 0…1,439. */
  clockOf(time: number): number {
    const day = this.dayOf(time);
    const elapsed = time - this.midnight(day);
    const change = this.clockChange(day);
    if (change === 'forward' && elapsed >= springForwardAt) return elapsed + shift;
    if (change === 'back' && elapsed >= fallBackAt) return elapsed - shift;
    return elapsed;
  }

  /**
   * The instant at which a wall clock shows `clock` on a day. An hour that is skipped in spring is taken as the hour
   * after it, and of an hour that comes twice in autumn the first is meant. `clock` of 1,440 or more runs into later days.
   */
  timeAt(day: number, clock: number): number {
    if (clock >= minutesPerDay) return this.timeAt(day + 1, clock - minutesPerDay);
    const change = this.clockChange(day);
    const midnight = this.midnight(day);
    if (change === 'forward' && clock >= springForwardAt + shift) return midnight + clock - shift;
    if (change === 'back' && clock >= fallBackAt) return midnight + clock + shift;
    return midnight + clock;
  }

  /** The stretches of a day, in order, over which a wall clock runs on without a jump: one, or two when it is changed. */
  clockStretches(day: number): ClockStretch[] {
    const midnight = this.midnight(day);
    const change = this.clockChange(day);
    if (change === undefined) return [{ from: 0, to: minutesPerDay, zero: midnight }];
    return change === 'forward'
      ? [
          { from: 0, to: springForwardAt, zero: midnight },
          { from: springForwardAt + shift, to: minutesPerDay, zero: midnight - shift },
        ]
      : [
          { from: 0, to: fallBackAt, zero: midnight },
          { from: fallBackAt - shift, to: minutesPerDay, zero: midnight + shift },
        ];
  }

  dateOf(time: number): CivilDate {
    return this.dateOfDay(this.dayOf(time));
  }

  dateOfDay(day: number): CivilDate {
    return civilFromDays(this.epochDay + day);
  }

  /** Number of the day with a date; negative before the first day. @param date yyyy-mm-dd */
  dayNumber(date: string): number {
    return daysFromCivil(parseDate(date)) - this.epochDay;
  }

  /** Monday 0 … Sunday 6. */
  weekday(day: number): number {
    return weekdayOfDays(this.epochDay + day);
  }

  /** Saturday or Sunday. */
  isWeekend(day: number): boolean {
    return this.weekday(day) >= 5;
  }

  isPublicHoliday(day: number): boolean {
    const { year } = this.dateOfDay(day);
    let holidays = this.holidays.get(year);
    if (holidays === undefined) {
      holidays = norwegianPublicHolidays(year);
      this.holidays.set(year, holidays);
    }
    return holidays.has(this.epochDay + day);
  }

  /** Monday to Friday and no public holiday. */
  isWorkingDay(day: number): boolean {
    return !this.isWeekend(day) && !this.isPublicHoliday(day);
  }

  /** The same day if it is a working day, or else the next one that is. */
  nextWorkingDay(day: number): number {
    let next = day;
    while (!this.isWorkingDay(next)) next++;
    return next;
  }

  private clockChange(day: number): 'forward' | 'back' | undefined {
    if (this.weekday(day) !== 6) return undefined;
    const { month, day: dayOfMonth } = this.dateOfDay(day);
    if (dayOfMonth <= 24) return undefined;
    return month === 3 ? 'forward' : month === 10 ? 'back' : undefined;
  }
}

/** Minutes after midnight of "hh:mm", "00:00" to "24:00"; an error names what was found. */
export function clockMinutes(text: string): number {
  const match = /^(\d\d):([0-5]\d)$/.exec(text);
  const minutes = match === null ? NaN : Number(match[1]) * 60 + Number(match[2]);
  if (!(minutes <= minutesPerDay))
    throw new RangeError(`"${text}" is not a time of day: expected hh:mm, 00:00 to 24:00`);
  return minutes;
}
