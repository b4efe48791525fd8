import { batchMeans } from './batch-means.ts';
import { Tally } from './tally.ts';

/** Where the warm-up of a series ends. */
export interface WarmUp {
  /** Batches and observations to drop from the beginning. */
  batches: number;
  observations: number;
  /** The smallest value of the statistic: the squared standard error of the mean of the batches that are kept. */
  statistic: number;
  /** Mean of the observations that are kept and fill whole batches. */
  mean: number;
}

const fewestBatches = 2;

/**
 * Length of the warm-up by MSER-5 (White, "An effective truncation heuristic for bias reduction in simulation output",
 * Simulation 69, 1997; batches of 5 by Spratt 1998): the series is cut where the mean of what is left has the smallest
 * standard error. At most half of the batches may be dropped; the shortest warm-up wins a tie. A warm-up of half the series
 * says that the series is too short to tell.
 *
 * ```ts
 * const { observations, mean } = mser(censusByHour); // drop so many hours; the mean of the rest
 * ```
 * @param batchSize observations per batch, 1 or more; 5 is the usual choice
 * @throws RangeError when there are fewer than two whole batches, or an observation is not finite
 */
export function mser(observations: readonly number[], batchSize = 5): WarmUp {
  const batches = batchMeans(observations, batchSize);
  const count = batches.length;
  if (count < fewestBatches) {
    const needed = `MSER needs ${fewestBatches} or more batches of ${batchSize}`;
    throw new RangeError(`${needed}; found ${observations.length} observations`);
  }
  if (!batches.every((mean) => Math.abs(mean) < Infinity)) {
    throw new RangeError('MSER needs finite observations; found others');
  }
  // From the end backwards every batch is looked at once, however many cuts are tried.
  const kept = new Tally();
  let best: WarmUp = { batches: 0, observations: 0, statistic: Infinity, mean: NaN };
  for (let dropped = count - 1; dropped >= 0; dropped--) {
    kept.add(batches[dropped]!);
    if (dropped > Math.floor(count / 2)) continue;
    // Of a single batch the variance is not known; NaN never wins.
    const statistic = (kept.variance * (kept.count - 1)) / (kept.count * kept.count);
    if (statistic <= best.statistic) {
      best = { batches: dropped, observations: dropped * batchSize, statistic, mean: kept.mean };
    }
  }
  return best;
}
