/**
 * How long a whole-number quantity (beds in use) has stood at each level, for exact quantiles over time.
 *
 * ```ts
 * const census = new LevelTimes(simulation.now);
 * census.add(simulation.now, 1);
 * census.quantile(simulation.now, 0.95); // so many beds suffice for 95 % of the time
 * census.shareAbove(simulation.now, 50);
 * ```
 */
export class LevelTimes {
  private times: number[] = [];
  private current: number;
  private changedAt: number;

  /** @param level zero or more */
  constructor(now: number, level = 0) {
    this.current = level;
    this.changedAt = now;
  }

  get level(): number {
    return this.current;
  }

  set(now: number, level: number): void {
    this.account(now);
    this.current = level;
  }

  add(now: number, change: number): void {
    this.set(now, this.current + change);
  }

  /** Average level since the start or the last reset; the current level when no time has passed. */
  mean(now: number): number {
    this.account(now);
    let total = 0;
    let area = 0;
    this.times.forEach((time, level) => {
      total += time;
      area += time * level;
    });
    return total > 0 ? area / total : this.current;
  }

  /** Variance of the level over time; NaN when no time has passed. */
  variance(now: number): number {
    const mean = this.mean(now);
    let total = 0;
    let squares = 0;
    this.times.forEach((time, level) => {
      total += time;
      squares += time * (level - mean) * (level - mean);
    });
    return squares / total;
  }

  /** Share of the time that the level was higher than `level`; NaN when no time has passed. */
  shareAbove(now: number, level: number): number {
    this.account(now);
    const total = this.times.reduce((sum, time) => sum + time, 0);
    return this.times.slice(level + 1).reduce((sum, time) => sum + time, 0) / total;
  }

  /** The lowest level at or below which the quantity has stood for at least `share` of the time; NaN when no time has passed. */
  quantile(now: number, share: number): number {
    this.account(now);
    const total = this.times.reduce((sum, time) => sum + time, 0);
    let sum = 0;
    for (let level = 0; level < this.times.length; level++) {
      sum += this.times[level] ?? 0;
      if (total > 0 && sum >= share * total) return level;
    }
    return NaN;
  }

  reset(now: number): void {
    this.times = [];
    this.changedAt = now;
  }

  private account(now: number): void {
    while (this.times.length <= this.current) this.times.push(0);
    this.times[this.current]! += now - this.changedAt;
    this.changedAt = now;
  }
}
