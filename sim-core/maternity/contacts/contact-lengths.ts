import { clockMinutes, lognormal } from '../../kernel/index.ts';
import { exp, ln } from '../../kernel/elementary.ts';
import type { ModelInputs } from '../model-inputs.ts';

const minutesPerDay = 1440;
const quantiles = 512;
/** A triangle so many standard deviations wide to either side. */
const halfWidth = Math.sqrt(6);

/**
 * A length that varies about its mean, from one uniform number: a symmetric triangle, which is cheap, has bounds, and is
 * as good as any where the spread itself is an assumption. At least 1.
 */
export function lengthAbout(u: number, mean: number, standardDeviation: number): number {
  const half = halfWidth * standardDeviation;
  const length = u < 0.5 ? mean - half + half * Math.sqrt(2 * u) : mean + half - half * Math.sqrt(2 * (1 - u));
  return length < 1 ? 1 : length;
}

/**
 * Minutes from one home to the next: the mean of the district, lengthened or shortened by the traffic of the hour and by
 * a lognormal factor of mean 1, read off a table of its quantiles.
 */
export class TravelLegs {
  private readonly byMinute = new Float64Array(minutesPerDay);
  private readonly variation = new Float64Array(quantiles);

  constructor({ factors, legFactor, legVariation }: ModelInputs['data']['programme']['travel']) {
    for (const { from, factor } of factors) this.byMinute.fill(factor / legFactor, clockMinutes(from));
    const sigma = Math.sqrt(ln(1 + legVariation * legVariation));
    const median = exp((-sigma * sigma) / 2);
    let sum = 0;
    for (let index = 0; index < quantiles; index++) {
      this.variation[index] = sigma === 0 ? 1 : lognormal((index + 0.5) / quantiles, median, sigma);
      sum += this.variation[index]!;
    }
    // The ends of the law are cut off by the table; its mean is kept.
    for (let index = 0; index < quantiles; index++) this.variation[index]! *= quantiles / sum;
  }

  /** @param u uniform number @param mean minutes in ordinary daytime traffic @param clock minutes after midnight */
  leg(u: number, mean: number, clock: number): number {
    const minute = Math.floor(clock) % minutesPerDay;
    return mean * this.byMinute[minute]! * this.variation[Math.floor(u * quantiles)]!;
  }
}
