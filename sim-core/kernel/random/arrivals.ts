import { exponential } from './quantiles.ts';
import type { RandomStream } from './random-stream.ts';

/** Time of the next arrival of a Poisson process after `after`. @param rate arrivals per unit of time, > 0 */
export function nextPoissonArrival(stream: RandomStream, after: number, rate: number): number {
  return after + exponential(stream.next(), 1 / rate);
}

/**
 * Time of the next arrival of a Poisson process whose rate varies, by thinning (Lewis & Shedler, Naval Research Logistics
 * 26, 1979). Infinity when none comes before `until`.
 *
 * ```ts
 * const rateAt = (time: number) => 2 * (1 + 0.3 * cos((2 * Math.PI * time) / 24));
 * const next = nextThinnedArrival(stream, simulation.now, 2.6, rateAt, Infinity);
 * ```
 *
 * @param rateAt rate at a time; must never exceed `maximumRate`
 */
export function nextThinnedArrival(
  stream: RandomStream,
  after: number,
  maximumRate: number,
  rateAt: (time: number) => number,
  until: number,
): number {
  let time = after;
  for (;;) {
    time += exponential(stream.next(), 1 / maximumRate);
    if (time >= until) return Infinity;
    if (stream.next() * maximumRate < rateAt(time)) return time;
  }
}
