import { estimate, type Estimate } from './student.ts';

/** Mean of a series with an interval by batch means. */
export interface BatchMeansEstimate extends Estimate {
  /** Observations in each batch. */
  batchSize: number;
  /**
   * Correlation of the means of neighbouring batches; NaN when all are equal. When it is not near zero (within 2/√n) the
   * batches are too short, and the interval too narrow.
   */
  neighbourCorrelation: number;
}

/**
 * Mean of one long, autocorrelated series with a 95 % Student interval over the means of its batches (Conway, Management
 * Science 10, 1963; Law, Simulation Modeling and Analysis, 5th ed. 2015, § 9.5.3). Observations left over at the end are
 * not used; those of the warm-up should be left out beforehand (see `mser`).
 *
 * ```ts
 * const { mean, ci95, neighbourCorrelation } = batchMeansEstimate(waits.slice(mser(waits).observations));
 * ```
 * @param batches number of batches, 2 or more; 10 to 30 are usual
 * @throws RangeError when there are fewer observations than batches, or fewer than 2 batches
 */
export function batchMeansEstimate(observations: readonly number[], batches = 20): BatchMeansEstimate {
  const batchSize = Math.floor(observations.length / batches);
  if (!Number.isInteger(batches) || batches < 2 || batchSize < 1) {
    throw new RangeError(
      `${observations.length} observations can't be put into ${batches} batches: two or more are needed, none empty`,
    );
  }
  const means = batchMeans(observations, batchSize).slice(0, batches);
  const result = estimate(means);
  let products = 0;
  for (let batch = 1; batch < batches; batch++) {
    products += (means[batch]! - result.mean) * (means[batch - 1]! - result.mean);
  }
  return { ...result, batchSize, neighbourCorrelation: products / (result.sd * result.sd * (batches - 1)) };
}

/**
 * Means of consecutive batches; observations that do not fill the last one are left out.
 * @param size of a batch, 1 or more @throws RangeError for another size
 */
export function batchMeans(observations: readonly number[], size: number): number[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`A batch of ${size} observations is not possible`);
  return Array.from({ length: Math.floor(observations.length / size) }, (_, batch) => {
    let sum = 0;
    for (let index = batch * size; index < (batch + 1) * size; index++) sum += observations[index]!;
    return sum / size;
  });
}
