import type { Calendar } from '../calendar.ts';

const hoursPerWeek = 168;
const hoursPerDay = 24;
const minutesPerHour = 60;

/**
 * The level of a quantity (women in labour, midwives on duty) by hour of the week, Monday 00–01 first: the mean over all
 * such hours of the run. Hours are civil: the one that is skipped in spring has no time, the one that comes twice in
 * autumn has two. For a quantity that only counts (births), `count` gives the number in each hour of the week.
 *
 * ```ts
 * const inLabour = new HourOfWeekProfile(calendar, simulation.now);
 * inLabour.add(simulation.now, 1); // a woman comes
 * inLabour.means(simulation.now)[24 + 9]; // mean number on Tuesdays 09–10
 * ```
 */
export class HourOfWeekProfile {
  /** Current level. */
  level: number;
  private readonly calendar: Calendar;
  private readonly area = new Float64Array(hoursPerWeek);
  private readonly time = new Float64Array(hoursPerWeek);
  private readonly events = new Float64Array(hoursPerWeek);
  private changedAt: number;
  /** Hour of the week that holds `changedAt`, and when it ends. */
  private hour = 0;
  private hourEnds = -Infinity;
  /** End of the day of `changedAt` when the clock is not changed on it. */
  private ordinaryUntil = -Infinity;

  /** @param now current instant in minutes of the calendar's clock; those given later must never go back */
  constructor(calendar: Calendar, now: number, level = 0) {
    this.calendar = calendar;
    this.level = level;
    this.changedAt = now;
    this.enterHour(now);
  }

  set(now: number, level: number): void {
    this.account(now);
    this.level = level;
  }

  add(now: number, change: number): void {
    this.set(now, this.level + change);
  }

  /** Counts something that happens now, whatever the level. */
  count(now: number): void {
    this.account(now);
    this.events[this.hour]!++;
  }

  /** Mean level in each hour of the week until now; NaN for hours that have not come yet. */
  means(now: number): Float64Array {
    this.account(now);
    return this.area.map((area, hour) => area / this.time[hour]!);
  }

  /** What was counted per hour, in each hour of the week until now; NaN for hours that have not come yet. */
  rates(now: number): Float64Array {
    this.account(now);
    return this.events.map((events, hour) => (events * minutesPerHour) / this.time[hour]!);
  }

  /** Starts anew at the current level, e.g. at the end of the warm-up. */
  reset(now: number): void {
    this.account(now);
    this.area.fill(0);
    this.time.fill(0);
    this.events.fill(0);
  }

  private account(now: number): void {
    while (this.hourEnds <= now) {
      this.spend(this.hourEnds);
      this.enterHour(this.hourEnds);
    }
    this.spend(now);
  }

  private spend(until: number): void {
    const minutes = until - this.changedAt;
    this.area[this.hour]! += this.level * minutes;
    this.time[this.hour]! += minutes;
    this.changedAt = until;
  }

  /** Clocks are changed on the full hour, so every civil hour begins a whole number of hours after midnight. */
  private enterHour(time: number): void {
    // Nearly every hour follows another on a day on which the clock is not changed.
    if (time === this.hourEnds && time < this.ordinaryUntil) {
      this.hour++;
      this.hourEnds += minutesPerHour;
      return;
    }
    const { calendar } = this;
    const day = calendar.dayOf(time);
    const midnight = calendar.midnight(day);
    const isOrdinary = calendar.lengthOf(day) === hoursPerDay * minutesPerHour;
    this.ordinaryUntil = isOrdinary ? midnight + hoursPerDay * minutesPerHour : -Infinity;
    this.hour = calendar.weekday(day) * hoursPerDay + Math.floor(calendar.clockOf(time) / minutesPerHour);
    this.hourEnds = midnight + (Math.floor((time - midnight) / minutesPerHour) + 1) * minutesPerHour;
  }
}
