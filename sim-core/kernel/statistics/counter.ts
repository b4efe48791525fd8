/**
 * Counts what happens (births, transfers), in all and per unit of time.
 *
 * ```ts
 * const births = new Counter(simulation.now);
 * births.add();
 * births.rate(simulation.now) * 1440; // per day, on a clock of minutes
 * ```
 */
export class Counter {
  /** Number since the start or the last reset. */
  count = 0;
  private since: number;

  /** @param now the current time, in any unit */
  constructor(now: number) {
    this.since = now;
  }

  /** @param number how many at once */
  add(number = 1): void {
    this.count += number;
  }

  /** Number per unit of time since the start or the last reset; NaN when no time has passed. */
  rate(now: number): number {
    return now > this.since ? this.count / (now - this.since) : NaN;
  }

  /** Starts anew, e.g. at the end of the warm-up. */
  reset(now: number): void {
    this.count = 0;
    this.since = now;
  }
}
