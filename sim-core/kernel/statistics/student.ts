import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { Tally } from './tally.ts';

/** Mean of independent observations with its two-sided Student interval. */
export interface Estimate {
  mean: number;
  /** Sample standard deviation; NaN when n < 2. */
  sd: number;
  n: number;
  /** Lower and upper bound; NaN when n < 2. */
  ci95: [number, number];
}

/**
 * Mean, standard deviation and 95 % Student interval of independent observations, e.g. one figure per replication.
 * Observations that are NaN (a share whose denominator was zero) are left out and not counted in n.
 */
export function estimate(observations: Iterable<number>): Estimate {
  const tally = new Tally();
  for (const observation of observations) if (!Number.isNaN(observation)) tally.add(observation);
  const half = halfWidth(tally.count, tally.standardDeviation);
  return {
    mean: tally.mean,
    sd: tally.standardDeviation,
    n: tally.count,
    ci95: [tally.mean - half, tally.mean + half],
  };
}

/** Half the width of the two-sided Student interval of a mean. @param level 0…1, e.g. 0.95 */
export function halfWidth(n: number, sd: number, level = 0.95): number {
  return n > 1 ? (tQuantile(0.5 + level / 2, n - 1) * sd) / Math.sqrt(n) : NaN;
}
