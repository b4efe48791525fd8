import type { Calendar } from '../../kernel/index.ts';

const minutesPerHour = 60;
const hoursPerDay = 24;
const hoursPerWeek = 168;

/**
 * The hours and days of a horizon that begins and ends at midnight. Clocks are changed on the full hour, so that every hour
 * lies within one day and one hour of the week.
 */
export class HorizonHours {
  /** First minute of the horizon, and the first after it. */
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  readonly days: number;
  private readonly calendar: Calendar;
  private readonly firstDay: number;
  /** Place of the day of each hour among the days of the horizon, and its hour of the week, Monday 00–01 first. */
  private readonly dayOfHour: Int32Array;
  private readonly hourOfWeek: Uint8Array;

  constructor(calendar: Calendar, { from, to }: { from: number; to: number }) {
    this.calendar = calendar;
    this.from = from;
    this.to = to;
    this.hours = (to - from) / minutesPerHour;
    this.firstDay = calendar.dayOf(from);
    this.days = calendar.dayOf(to) - this.firstDay;
    this.dayOfHour = new Int32Array(this.hours);
    this.hourOfWeek = new Uint8Array(this.hours);
    for (let hour = 0; hour < this.hours; hour++) {
      const time = from + hour * minutesPerHour;
      const day = calendar.dayOf(time);
      this.dayOfHour[hour] = day - this.firstDay;
      this.hourOfWeek[hour] = calendar.weekday(day) * hoursPerDay + Math.floor(calendar.clockOf(time) / minutesPerHour);
    }
  }

  /** Whether an instant lies in the horizon. */
  holds(time: number): boolean {
    return this.from <= time && time < this.to;
  }

  /** Place of an instant of the horizon among its days. */
  dayOf(time: number): number {
    return this.calendar.dayOf(time) - this.firstDay;
  }

  /** Place of a day of the calendar among the days of the horizon; below 0 or too high outside. */
  placeOfDay(day: number): number {
    return day - this.firstDay;
  }

  /** What is given for each hour, summed by day. */
  sumByDay(ofHours: Float64Array): Float64Array {
    const sums = new Float64Array(this.days);
    for (let hour = 0; hour < this.hours; hour++) sums[this.dayOfHour[hour]!]! += ofHours[hour]!;
    return sums;
  }

  /** Mean level over each day, of which days have 23, 24 or 25 hours. @param minutes level × minutes of each hour */
  dailyMeans(minutes: Float64Array): Float64Array {
    return this.sumByDay(minutes).map((sum, day) => sum / this.calendar.lengthOf(this.firstDay + day));
  }

  /** What is given for each hour, summed by hour of the week. */
  sumByHourOfWeek(ofHours: Float64Array): Float64Array {
    const sums = new Float64Array(hoursPerWeek);
    for (let hour = 0; hour < this.hours; hour++) sums[this.hourOfWeek[hour]!]! += ofHours[hour]!;
    return sums;
  }

  /** Mean level in each hour of the week; NaN for hours that a short horizon lacks. @param minutes as above */
  weeklyMeans(minutes: Float64Array): Float64Array {
    const length = this.sumByHourOfWeek(new Float64Array(this.hours).fill(minutesPerHour));
    return this.sumByHourOfWeek(minutes).map((sum, hour) => sum / length[hour]!);
  }
}
