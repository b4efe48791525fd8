import { HourOfWeekProfile, type Calendar } from '../../kernel/index.ts';

/** Women in care for each midwife on duty, by hour of the week: woman hours over midwife hours, Monday 00–01 first. */
export class WomenPerMidwife {
  readonly women: HourOfWeekProfile;
  readonly midwives: HourOfWeekProfile;

  /** @param now current instant in minutes of the calendar's clock */
  constructor(calendar: Calendar, now: number) {
    this.women = new HourOfWeekProfile(calendar, now);
    this.midwives = new HourOfWeekProfile(calendar, now);
  }

  /** The 168 ratios until now; NaN for hours that have not come yet or had nobody at all, Infinity without a midwife. */
  means(now: number): Float64Array {
    const midwives = this.midwives.means(now);
    return this.women.means(now).map((women, hour) => women / midwives[hour]!);
  }

  reset(now: number): void {
    this.women.reset(now);
    this.midwives.reset(now);
  }
}
