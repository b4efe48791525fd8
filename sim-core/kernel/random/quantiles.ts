import gammaInverse from '@stdlib/stats-base-dists-gamma-quantile';
import normalInverse from '@stdlib/stats-base-dists-normal-quantile';
import { exp, ln, pow } from '../elementary.ts';

/**
 * Quantile functions: each turns one uniform number (0 < u < 1) into a draw, so that a draw can be kept, mirrored or
 * shared between scenarios. Parameters are in the unit of the result. Nothing is checked here: the functions are called
 * millions of times, and their parameters come from validated input.
 *
 * ```ts
 * const stay = gamma(stream.next(), 48, 24); // hours, by mean and standard deviation
 * const repair = weibull(stream.next(), 1.5, 90);
 * ```
 */

export function exponential(u: number, mean: number): number {
  return -mean * ln(1 - u);
}

export function uniform(u: number, low: number, high: number): number {
  return low + u * (high - low);
}

export function normal(u: number, mean: number, standardDeviation: number): number {
  return normalInverse(u, mean, standardDeviation);
}

/** @param sigma standard deviation of the logarithm */
export function lognormal(u: number, median: number, sigma: number): number {
  return median * exp(sigma * normalInverse(u, 0, 1));
}

/** By mean and standard deviation instead of shape and rate. */
export function gamma(u: number, mean: number, standardDeviation: number): number {
  const shape = (mean * mean) / (standardDeviation * standardDeviation);
  return gammaInverse(u, shape, shape / mean);
}

/** Sum of so many exponential phases of the same mean. @param mean of the sum @param phases 1, 2, 3, … */
export function erlang(u: number, mean: number, phases: number): number {
  return gammaInverse(u, phases, phases / mean);
}

/**
 * Time to the first failure of parts that wear (shape > 1) or settle (shape < 1); exponential when the shape is 1.
 * @param shape > 0 @param scale the 63.2 % quantile (1 − 1/e); the mean is scale · Γ(1 + 1/shape)
 */
export function weibull(u: number, shape: number, scale: number): number {
  return scale * pow(-ln(1 - u), 1 / shape);
}

export function triangular(u: number, minimum: number, mode: number, maximum: number): number {
  const range = maximum - minimum;
  const rising = (mode - minimum) / range;
  return u < rising
    ? minimum + Math.sqrt(u * range * (mode - minimum))
    : maximum - Math.sqrt((1 - u) * range * (maximum - mode));
}

/**
 * Draws from observations as such, without a law: the distribution function rises by equal steps, in straight lines,
 * between neighbouring observations, so that draws lie between the smallest and the largest (Law, Simulation Modeling and
 * Analysis, 5th ed. 2015, § 6.2.4; definition 7 of Hyndman & Fan, The American Statistician 50, 1996). With u as a share
 * it is the sample quantile of that definition, exact where a `Histogram` interpolates; NaN without observations.
 * @param sorted observations in increasing order
 */
export function empirical(u: number, sorted: ArrayLike<number>): number {
  const position = u * (sorted.length - 1);
  const index = Math.floor(position);
  const below = sorted[index] ?? NaN;
  // With u = 1, and with a single observation, there is none above.
  const above = sorted[index + 1] ?? below;
  return below + (position - index) * (above - below);
}

/** Index of the category in which u falls. @param cumulative increasing; the last is taken to be 1 */
export function category(u: number, cumulative: readonly number[]): number {
  let index = 0;
  while (index < cumulative.length - 1 && u >= cumulative[index]!) index++;
  return index;
}

/** Running sums of shares, for `category`. */
export function cumulativeShares(shares: Iterable<number>): number[] {
  let sum = 0;
  return Array.from(shares, (share) => (sum += share));
}
