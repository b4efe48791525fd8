import { clockMinutes, type Calendar } from './calendar.ts';

/** A shift of the pattern, in clock times "hh:mm". */
export interface ShiftHours {
  /** e.g. "night"; several shifts may have the same name */
  name: string;
  from: string;
  /** On the next day when it is not after `from`: "22:00" to "07:30" is a night, "08:00" to "08:00" a whole day. */
  to: string;
  /** Days of the cycle on which the shift begins, the first being 0; default: every day. */
  days?: readonly number[];
}

/** How a pattern repeats. */
export interface ShiftCycle {
  /** Length of the cycle in days, 1 or more; default 7. 21 is a three-week rota. */
  days?: number;
  /** Number of a calendar day on which a cycle begins; default: the Monday on or before the calendar's first day. */
  firstDay?: number;
}

/** A shift that comes at a certain time. */
export interface Shift {
  name: string;
  /** Its place in the list of shifts that the pattern was made of. */
  index: number;
  /** Instants; it is on from the first up to, not including, the last. */
  begins: number;
  ends: number;
}

interface Hours {
  name: string;
  index: number;
  from: number;
  to: number;
  days: ReadonlySet<number> | undefined;
}

/**
 * Shifts that repeat with a cycle of days. They may overlap (the handover between day and evening) and leave gaps.
 *
 * Clock times are civil: on the night when the clock is changed a night shift is an hour shorter or longer. A shift that
 * begins or ends in the hour that is skipped in spring does so an hour later, and in the hour that comes twice in autumn,
 * the first time; one of which nothing is left does not come. Instants are minutes of the calendar's clock.
 *
 * ```ts
 * const ward = new ShiftPattern(calendar, [
 *   { name: 'day', from: '07:30', to: '15:30' },
 *   { name: 'evening', from: '15:00', to: '22:30' },
 *   { name: 'night', from: '22:00', to: '08:00' },
 * ]);
 * ward.at(simulation.now).map(({ name }) => name); // ['day', 'evening'] during the handover
 * ```
 */
export class ShiftPattern {
  private readonly calendar: Calendar;
  private readonly shifts: readonly Hours[];
  private readonly cycleDays: number;
  private readonly firstDay: number;
  /** Shifts that begin on each day asked for so far, by number of the day. */
  private readonly beginning = new Map<number, readonly Shift[]>();

  /** @throws RangeError when the cycle is not one or more whole days, or a shift is said to begin on a day outside it */
  constructor(calendar: Calendar, shifts: readonly ShiftHours[], cycle: ShiftCycle = {}) {
    const { days: cycleDays = 7, firstDay = -calendar.weekday(0) } = cycle;
    if (!Number.isInteger(cycleDays) || cycleDays < 1 || !Number.isInteger(firstDay)) {
      throw new RangeError(`A cycle of ${cycleDays} days from day ${firstDay} is not possible: both are whole numbers`);
    }
    this.calendar = calendar;
    this.cycleDays = cycleDays;
    this.firstDay = firstDay;
    this.shifts = shifts.map((shift, index) => hoursOf(shift, index, cycleDays));
  }

  /** The shifts that are on at an instant, those that began first leading; empty in a gap. */
  at(time: number): Shift[] {
    return this.around(time, time).filter(({ begins, ends }) => begins <= time && time < ends);
  }

  /** The shifts of which at least a part lies between two instants, in the order in which they begin. */
  between(from: number, to: number): Shift[] {
    return this.around(from, to).filter(({ begins, ends }) => begins < to && ends > from);
  }

  /** The first instant after `time` at which a shift begins or ends; Infinity when there are no shifts. */
  nextChange(time: number): number {
    const today = this.calendar.dayOf(time);
    let next = Infinity;
    // A change comes within a cycle; the last day is for a shift of which nothing is left where the clock is changed.
    for (let day = today - 1; day <= today + 2 * this.cycleDays && this.calendar.midnight(day) < next; day++) {
      for (const { begins, ends } of this.beginningOn(day)) {
        if (begins > time) next = Math.min(next, begins);
        if (ends > time) next = Math.min(next, ends);
      }
    }
    return next;
  }

  /** Every shift that begins from the day before that of `from` to the day of `to`; none is longer than a day and its hour. */
  private around(from: number, to: number): Shift[] {
    const { calendar } = this;
    const last = calendar.dayOf(to);
    const shifts: Shift[] = [];
    for (let day = calendar.dayOf(from) - 1; day <= last; day++) shifts.push(...this.beginningOn(day));
    return shifts;
  }

  private beginningOn(day: number): readonly Shift[] {
    let shifts = this.beginning.get(day);
    if (shifts === undefined) {
      shifts = this.shiftsOf(day);
      this.beginning.set(day, shifts);
    }
    return shifts;
  }

  private shiftsOf(day: number): Shift[] {
    const { calendar, cycleDays } = this;
    const dayOfCycle = (((day - this.firstDay) % cycleDays) + cycleDays) % cycleDays;
    return this.shifts
      .filter(({ days }) => days?.has(dayOfCycle) ?? true)
      .map(({ name, index, from, to }) => ({
        name,
        index,
        begins: calendar.timeAt(day, from),
        ends: calendar.timeAt(day, to),
      }))
      .filter(({ begins, ends }) => begins < ends)
      .sort((a, b) => a.begins - b.begins);
  }
}

const minutesPerDay = 1440;

function hoursOf({ name, from, to, days }: ShiftHours, index: number, cycleDays: number): Hours {
  const outside = days?.find((day) => !Number.isInteger(day) || day < 0 || day >= cycleDays);
  if (outside !== undefined) {
    throw new RangeError(
      `The shift "${name}" can't begin on day ${outside}: the days of its cycle are 0…${cycleDays - 1}`,
    );
  }
  const begins = clockMinutes(from);
  const ends = clockMinutes(to);
  if (begins >= minutesPerDay) throw new RangeError(`The shift "${name}" can't begin at ${from}: the latest is 23:59`);
  return {
    name,
    index,
    from: begins,
    to: ends > begins ? ends : ends + minutesPerDay,
    days: days === undefined ? undefined : new Set(days),
  };
}
