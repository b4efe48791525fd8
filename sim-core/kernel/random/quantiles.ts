import gammaInverse from '@stdlib/stats-base-dists-gamma-quantile';
import normalInverse from '@stdlib/stats-base-dists-normal-quantile';
import { exp, ln } from '../elementary.ts';

/**
 * Quantile functions: each turns one uniform number (0 < u < 1) into a draw, so that a draw can be kept, mirrored or
 * shared between scenarios. Parameters are in the unit of the result. Nothing is checked here: the functions are called
 * millions of times, and their parameters come from validated input.
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

export function triangular(u: number, minimum: number, mode: number, maximum: number): number {
  const range = maximum - minimum;
  const rising = (mode - minimum) / range;
  return u < rising
    ? minimum + Math.sqrt(u * range * (mode - minimum))
    : maximum - Math.sqrt((1 - u) * range * (maximum - mode));
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
