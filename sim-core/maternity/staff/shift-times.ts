import { clockMinutes, type Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { ShiftCode } from './unit.ts';

const codes = 4;
/** Days before the first day of the clock and after the horizon whose times are kept at hand. */
const margin = 35;

/**
 * When each shift of each day starts and ends, in minutes of the clock. Shifts overlap so that they can hand over; a
 * night belongs to the day on which it begins. The clock times of the data are read once, and the hour that is skipped
 * in spring or comes twice in autumn is in the times: a night from 22:00 to 08:00 lasts 9 hours, or 11.
 */
export class ShiftTimes {
  private readonly calendar: Calendar;
  private readonly firstDay = -margin;
  private readonly lastDay: number;
  /** Clock times by shift, in minutes after midnight of the day to which the shift belongs; an end may be over 1,440. */
  private readonly clockStarts: Float64Array;
  private readonly clockEnds: Float64Array;
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;

  constructor(inputs: ModelInputs, calendar: Calendar) {
    this.calendar = calendar;
    const { day, evening, night } = inputs.data.staff.shifts;
    const clock = [day, evening, night].map((shift) => {
      const start = clockMinutes(shift.start);
      const end = clockMinutes(shift.end);
      return { start, end: end > start ? end : end + 1440 };
    });
    this.clockStarts = Float64Array.from([0, ...clock.map(({ start }) => start)]);
    this.clockEnds = Float64Array.from([0, ...clock.map(({ end }) => end)]);
    this.lastDay = calendar.dayNumber(inputs.horizon.end) + margin;
    const days = this.lastDay - this.firstDay + 1;
    this.starts = new Float64Array(days * codes);
    this.ends = new Float64Array(days * codes);
    for (let index = 0, today = this.firstDay; today <= this.lastDay; today++) {
      for (let shift = 0; shift < codes; shift++, index++) {
        this.starts[index] = calendar.timeAt(today, this.clockStarts[shift]!);
        this.ends[index] = calendar.timeAt(today, this.clockEnds[shift]!);
      }
    }
  }

  /** Start of a shift of a day; of `off`, midnight. */
  start(shift: ShiftCode, day: number): number {
    if (day < this.firstDay || day > this.lastDay) return this.calendar.timeAt(day, this.clockStarts[shift]!);
    return this.starts[(day - this.firstDay) * codes + shift]!;
  }

  /** End of a shift of a day, on the morning after when it is a night; of `off`, midnight at its start. */
  end(shift: ShiftCode, day: number): number {
    if (day < this.firstDay || day > this.lastDay) return this.calendar.timeAt(day, this.clockEnds[shift]!);
    return this.ends[(day - this.firstDay) * codes + shift]!;
  }

  /** Hours of a shift of a day: 0 of `off`. */
  hours(shift: ShiftCode, day: number): number {
    return (this.end(shift, day) - this.start(shift, day)) / 60;
  }

  /** Hours of a shift on a day when the clock is not changed. */
  usualHours(shift: ShiftCode): number {
    return (this.clockEnds[shift]! - this.clockStarts[shift]!) / 60;
  }
}
