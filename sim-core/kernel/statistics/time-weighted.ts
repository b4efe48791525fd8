/**
 * A quantity that holds a level until it changes (a queue, the beds in use), averaged over time.
 *
 * ```ts
 * const bedsInUse = new TimeWeighted(simulation.now);
 * bedsInUse.add(simulation.now, 1);
 * bedsInUse.mean(simulation.now);
 * ```
 */
export class TimeWeighted {
  /** Current level. */
  level: number;
  /** Smallest and largest level since the start or the last reset. */
  minimum: number;
  maximum: number;
  private area = 0;
  private since: number;
  private changedAt: number;

  /** @param now the current time, in any unit; all times given later must be in it and never go back */
  constructor(now: number, level = 0) {
    this.level = level;
    this.minimum = level;
    this.maximum = level;
    this.since = now;
    this.changedAt = now;
  }

  set(now: number, level: number): void {
    this.area += this.level * (now - this.changedAt);
    this.changedAt = now;
    this.level = level;
    if (level < this.minimum) this.minimum = level;
    if (level > this.maximum) this.maximum = level;
  }

  add(now: number, change: number): void {
    this.set(now, this.level + change);
  }

  /** Level × time since the start or the last reset. */
  integral(now: number): number {
    return this.area + this.level * (now - this.changedAt);
  }

  /** Average level since the start or the last reset; the current level when no time has passed. */
  mean(now: number): number {
    return now > this.since ? this.integral(now) / (now - this.since) : this.level;
  }

  /** Starts anew at the current level. */
  reset(now: number): void {
    this.area = 0;
    this.since = now;
    this.changedAt = now;
    this.minimum = this.level;
    this.maximum = this.level;
  }
}
