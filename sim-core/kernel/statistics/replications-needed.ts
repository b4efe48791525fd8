import { halfWidth } from './student.ts';
import { Tally } from './tally.ts';

/**
 * Number of replications that suffice, by the algorithm of Hoad, Robinson & Davies ("Automating DES output analysis: how
 * many replications to run", WSC 2007): the first n from `smallest` on at which the 95 % half-width is narrow enough and
 * stays so for the look-ahead of 5 replications (from 100 replications on 5 for each hundred). Undefined while the
 * observations do not yet show it.
 *
 * ```ts
 * replicationsNeeded(meanWaits, (half, mean) => half <= 0.05 * Math.abs(mean)); // e.g. 12
 * ```
 *
 * @param observations one figure per replication, in order
 * @param isPrecise whether a half-width is narrow enough for a mean, e.g. `(half, mean) => half <= 0.05 * Math.abs(mean)`
 */
export function replicationsNeeded(
  observations: readonly number[],
  isPrecise: (halfWidth: number, mean: number) => boolean,
  smallest = 3,
): number | undefined {
  const tally = new Tally();
  let candidate = 0;
  for (const [index, observation] of observations.entries()) {
    const n = index + 1;
    tally.add(observation);
    if (n < smallest) continue;
    if (!isPrecise(halfWidth(n, tally.standardDeviation), tally.mean)) candidate = 0;
    else if (candidate === 0) candidate = n;
    if (candidate > 0 && n >= candidate + 5 * Math.max(1, Math.floor(candidate / 100))) return candidate;
  }
  return undefined;
}
