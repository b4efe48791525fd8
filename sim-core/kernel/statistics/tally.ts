/**
 * Running count, mean, variance and extremes of observations, by Welford's method (Technometrics 4, 1962).
 *
 * ```ts
 * const waits = new Tally();
 * waits.add(simulation.now - arrived);
 * `${waits.mean} (at most ${waits.maximum})`;
 * ```
 */
export class Tally {
  count = 0;
  /** Smallest and largest observation; Infinity and −Infinity while there is none. */
  minimum = Infinity;
  maximum = -Infinity;
  private runningMean = 0;
  private squares = 0;

  add(value: number): void {
    this.count++;
    const deviation = value - this.runningMean;
    this.runningMean += deviation / this.count;
    this.squares += deviation * (value - this.runningMean);
    if (value < this.minimum) this.minimum = value;
    if (value > this.maximum) this.maximum = value;
  }

  /** NaN while there is no observation. */
  get mean(): number {
    return this.count > 0 ? this.runningMean : NaN;
  }

  get sum(): number {
    return this.runningMean * this.count;
  }

  /** Sample variance; NaN with fewer than two observations. */
  get variance(): number {
    return this.count > 1 ? this.squares / (this.count - 1) : NaN;
  }

  get standardDeviation(): number {
    return Math.sqrt(this.variance);
  }

  reset(): void {
    this.count = 0;
    this.minimum = Infinity;
    this.maximum = -Infinity;
    this.runningMean = 0;
    this.squares = 0;
  }
}
