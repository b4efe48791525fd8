const minutesPerHour = 60;

/** A quantity that holds a level until it changes, added up over each hour of a horizon. */
export class HourlyLevel {
  /** Level × minutes of each hour so far. */
  readonly minutes: Float64Array;
  private readonly from: number;
  private readonly to: number;
  private level = 0;
  private changedAt = -Infinity;

  /** @param from @param to the horizon in minutes, a whole number of hours */
  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
    this.minutes = new Float64Array((to - from) / minutesPerHour);
  }

  /** The level changes. Instants never go back; those outside the horizon count for nothing. */
  add(now: number, change: number): void {
    this.account(now);
    this.level += change;
  }

  /** Counts the level until the end of the horizon. */
  close(): void {
    this.account(this.to);
  }

  private account(now: number): void {
    let time = Math.max(this.from, this.changedAt);
    const until = Math.min(this.to, now);
    this.changedAt = now;
    if (this.level === 0 || time >= until) return;
    let hour = Math.floor((time - this.from) / minutesPerHour);
    let hourEnds = this.from + (hour + 1) * minutesPerHour;
    for (; hourEnds < until; hourEnds += minutesPerHour) {
      this.minutes[hour++]! += this.level * (hourEnds - time);
      time = hourEnds;
    }
    this.minutes[hour]! += this.level * (until - time);
  }
}
