import { exp, ln } from '../elementary.ts';

/** e^−700 is about the smallest normal double; below it the search would begin with a number that has lost its digits. */
const largestExponent = 700;

/**
 * Poisson number of events, by one uniform number and a search from zero upwards; takes time in proportion to the result.
 * @param mean 0…700 @throws RangeError outside it
 *
 * ```ts
 * const calls = poissonCount(stream.next(), 12.5);
 * const caesareans = binomialCount(stream.next(), calls, 0.16);
 * ```
 */
export function poissonCount(u: number, mean: number): number {
  if (!(mean >= 0 && mean <= largestExponent)) {
    throw new RangeError(`A Poisson mean of ${mean} is not possible: it must lie in 0…${largestExponent}`);
  }
  return search(u, exp(-mean), (count) => mean / count);
}

/**
 * Number of successes in independent trials, by one uniform number and a search from zero upwards. With one trial it is
 * Bernoulli's law, 1 when u is high.
 * @param trials 0, 1, 2, …
 * @param probability 0…1
 * @throws RangeError outside these, or when (1 − probability)^trials is less than e^−700
 */
export function binomialCount(u: number, trials: number, probability: number): number {
  if (!(Number.isInteger(trials) && trials >= 0 && probability >= 0 && probability <= 1)) {
    throw new RangeError(`${trials} trials of probability ${probability} are not possible`);
  }
  // The search begins at the end that is less likely to be far away.
  if (probability > 0.5) return trials - binomialCount(1 - u, trials, 1 - probability);
  const exponent = trials * ln(1 - probability);
  if (exponent < -largestExponent) {
    throw new RangeError(`${trials} trials of probability ${probability} are too many: draw them in parts`);
  }
  const odds = probability / (1 - probability);
  return search(u, exp(exponent), (count) => ((trials - count + 1) / count) * odds);
}

/** Smallest count whose distribution function reaches u. @param ratio of the probabilities of a count and the one before */
function search(u: number, none: number, ratio: (count: number) => number): number {
  let count = 0;
  let probability = none;
  let sum = none;
  while (sum < u) {
    const next = probability * ratio(count + 1);
    // Beyond the last count that can be told from the sum, u lies in the rounding.
    if (sum + next === sum) break;
    count++;
    probability = next;
    sum += next;
  }
  return count;
}
