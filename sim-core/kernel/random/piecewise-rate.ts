import { exponential } from './quantiles.ts';
import type { RandomStream } from './random-stream.ts';

/** From `at` on, arrivals come at `rate` per unit of time. */
export interface RateChange {
  at: number;
  rate: number;
}

/**
 * A rate that is constant between changes, and may repeat with a period. Arrivals are found by exact inversion of the
 * cumulative rate (Çinlar, Introduction to Stochastic Processes, 1975; Klein & Roberts, Simulation 43, 1984): one uniform
 * number an arrival, none thrown away, so that arrivals come earlier, never later, when a rate is raised.
 *
 * Times are those of the simulation's clock, whatever its unit. The pattern knows no daylight saving: where it matters,
 * use `nextThinnedArrival` with a calendar.
 *
 * ```ts
 * // 2 an hour by day (08–20) and 0.5 by night, every day; the clock counts hours.
 * const rate = new PiecewiseRate([{ at: 0, rate: 0.5 }, { at: 8, rate: 2 }, { at: 20, rate: 0.5 }], 24);
 * for (let time = rate.next(stream, 0); time < 240; time = rate.next(stream, time)) …
 * ```
 */
export class PiecewiseRate {
  private readonly period: number;
  /** Time of the first change, before which nothing comes. */
  private readonly start: number;
  /** Per stretch between changes: when it begins and ends, counted from the start, and its rate. */
  private readonly begins: Float64Array;
  private readonly ends: Float64Array;
  private readonly rates: Float64Array;
  /** Expected arrivals from the start up to each stretch, and up to the end of the last. */
  private readonly cumulative: Float64Array;

  /**
   * @param changes in order of time; the first holds from its time on, the last up to the end of the period, or for good
   * @param period the pattern repeats after so long from the first change; Infinity: it does not
   * @throws RangeError when a rate is negative or not finite, times don't increase, or the period is too short
   */
  constructor(changes: readonly RateChange[], period = Infinity) {
    const first = changes[0];
    if (first === undefined) throw new RangeError('A rate needs at least one entry; found none');
    this.start = first.at;
    this.period = period;
    this.begins = Float64Array.from(changes, ({ at }) => at - first.at);
    this.ends = Float64Array.from(changes, (_, index) => this.begins[index + 1] ?? period);
    this.rates = Float64Array.from(changes, ({ rate }) => rate);
    this.cumulative = new Float64Array(changes.length + 1);
    changes.forEach(({ at, rate }, index) => {
      if (!(rate >= 0 && rate < Infinity)) {
        throw new RangeError(`A rate of ${rate} is not possible: it must be finite and zero or more`);
      }
      const length = this.ends[index]! - this.begins[index]!;
      if (!(Math.abs(at) < Infinity && length > 0)) {
        throw new RangeError(
          `The rate at ${at} holds for ${length}: times must increase, and end before the period does`,
        );
      }
      this.cumulative[index + 1] = this.cumulative[index]! + (rate === 0 ? 0 : rate * length);
    });
  }

  /** Time of the next arrival after `after`, or Infinity when none can come. */
  next(stream: RandomStream, after: number): number {
    return this.passed(after, exponential(stream.next(), 1));
  }

  /** The rate at a time; 0 before the first change. */
  rateAt(time: number): number {
    return time < this.start ? 0 : this.rates[this.stretchAt(time - this.beginningOf(this.cyclesBefore(time)))]!;
  }

  /** Expected number of arrivals from the first change up to `time`; 0 before it. */
  expected(time: number): number {
    if (time <= this.start) return 0;
    const cycles = this.cyclesBefore(time);
    const within = time - this.beginningOf(cycles);
    const stretch = this.stretchAt(within);
    const whole = cycles > 0 ? cycles * this.cumulative.at(-1)! : 0;
    return whole + this.cumulative[stretch]! + this.rates[stretch]! * (within - this.begins[stretch]!);
  }

  /**
   * The time at which so many arrivals have been expected since `after`; Infinity when they never are. It goes on from
   * `after` from stretch to stretch, and so is never before it and as precise late in a run as early.
   */
  private passed(after: number, expected: number): number {
    if (!(after < Infinity)) return after;
    const { begins, ends, rates } = this;
    const perCycle = this.cumulative.at(-1)!;
    let time = Math.max(after, this.start);
    let left = expected;
    let cycle = this.cyclesBefore(time);
    let beginning = this.beginningOf(cycle);
    let stretch = this.stretchAt(time - beginning);
    for (;;) {
      const rate = rates[stretch]!;
      const ahead = rate > 0 ? rate * (beginning + ends[stretch]! - time) : 0;
      if (left <= ahead) return time + left / rate;
      left -= Math.max(0, ahead);
      if (++stretch === rates.length) {
        if (this.period === Infinity || perCycle === 0) return Infinity;
        const skipped = Math.floor(left / perCycle);
        left -= skipped * perCycle;
        cycle += 1 + skipped;
        beginning = this.beginningOf(cycle);
        stretch = 0;
      }
      time = Math.max(time, beginning + begins[stretch]!);
    }
  }

  /** Whole periods before a time that is not before the start. */
  private cyclesBefore(time: number): number {
    return this.period === Infinity ? 0 : Math.floor((time - this.start) / this.period);
  }

  private beginningOf(cycle: number): number {
    return cycle === 0 ? this.start : this.start + cycle * this.period;
  }

  /** Index of the stretch that holds so long after the beginning of a period. */
  private stretchAt(within: number): number {
    const { begins } = this;
    let low = 0;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle]! <= within) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
