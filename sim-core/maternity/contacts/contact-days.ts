import type { Calendar } from '../../kernel/index.ts';

const minutesPerDay = 1440;

/**
 * The days on which contacts may lie, with what the calendar says of each. They begin long before the clock starts, where
 * the calendar itself is slow, because women were registered then.
 */
export class ContactDays {
  readonly first: number;
  /** The last day of the horizon; contacts that are wanted later aren't booked. */
  readonly horizon: number;
  /** The last day to which a contact may be moved. */
  readonly last: number;
  readonly count: number;
  private readonly midnights: Float64Array;
  private readonly zeros: Float64Array;
  private readonly weekdays: Uint8Array;
  private readonly working: Uint8Array;

  /** @param first number of a day @param horizon of another, not before it @param margin days after that */
  constructor(calendar: Calendar, first: number, horizon: number, margin: number) {
    this.first = first;
    this.horizon = horizon;
    this.last = horizon + margin;
    this.count = this.last - first + 1;
    this.midnights = new Float64Array(this.count + 1);
    this.zeros = new Float64Array(this.count);
    this.weekdays = new Uint8Array(this.count);
    this.working = new Uint8Array(this.count);
    let midnight = 0;
    for (let day = -1; day >= first; day--) midnight -= calendar.lengthOf(day);
    if (first > 0) midnight = calendar.midnight(first);
    for (let index = 0; index < this.count; index++) {
      const day = first + index;
      const length = calendar.lengthOf(day);
      this.midnights[index] = midnight;
      this.zeros[index] = midnight + length - minutesPerDay;
      this.weekdays[index] = calendar.weekday(day);
      this.working[index] = calendar.isWorkingDay(day) ? 1 : 0;
      midnight += length;
    }
    this.midnights[this.count] = midnight;
  }

  has(day: number): boolean {
    return day >= this.first && day <= this.last;
  }

  /** The nearest of the days. */
  within(day: number): number {
    return day < this.first ? this.first : day > this.last ? this.last : day;
  }

  /** The day of an instant; the first or the last for an instant beyond them. */
  dayOf(time: number): number {
    let day = this.within(Math.floor(time / minutesPerDay));
    while (day < this.last && this.midnights[day + 1 - this.first]! <= time) day++;
    while (day > this.first && this.midnights[day - this.first]! > time) day--;
    return day;
  }

  /** The instant at which a day begins. */
  midnight(day: number): number {
    return this.midnights[day - this.first]!;
  }

  /** The instant at which a wall clock shows `clock`, 03:00 or later, on a day: the clock has been changed by then. */
  timeAt(day: number, clock: number): number {
    return this.zeros[day - this.first]! + clock;
  }

  weekday(day: number): number {
    return this.weekdays[day - this.first]!;
  }

  /** The day itself if it is a working day, or else the next one that is; the last day if there is none. */
  nextWorkingDay(day: number): number {
    let next = this.within(day);
    while (next < this.last && this.working[next - this.first] === 0) next++;
    return next;
  }
}
