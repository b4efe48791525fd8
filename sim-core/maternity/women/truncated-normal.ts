import normalCumulative from '@stdlib/stats-base-dists-normal-cdf';
import { normal, tabulatedQuantile, uniform, type Quantile } from '../../kernel/index.ts';

/** The quantile function of a normal distribution cut off at both ends, as a table. */
export function truncatedNormal(mean: number, standardDeviation: number, minimum: number, maximum: number): Quantile {
  const lowest = normalCumulative(minimum, mean, standardDeviation);
  const highest = normalCumulative(maximum, mean, standardDeviation);
  return tabulatedQuantile((u) => normal(uniform(u, lowest, highest), mean, standardDeviation));
}
