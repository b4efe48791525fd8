import {
  exponential,
  tabulatedGamma,
  tabulatedLognormal,
  triangular,
  uniform,
  type Quantile,
} from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';

/** A law of a duration as the base data have it. */
export type DurationLaw = ModelInputs['data']['clinical']['labour']['theatre'];

/**
 * The quantile function of a duration in minutes.
 * @param minutesPerUnit of the unit in which the base data give the law
 */
export function durationQuantile(law: DurationLaw, minutesPerUnit: number): Quantile {
  switch (law.law) {
    case 'constant': {
      const minutes = law.value * minutesPerUnit;
      return () => minutes;
    }
    case 'exponential': {
      const mean = law.mean * minutesPerUnit;
      return (u) => exponential(u, mean);
    }
    case 'lognormal':
      return tabulatedLognormal(law.median * minutesPerUnit, law.sigma);
    case 'gamma':
      return tabulatedGamma(law.mean * minutesPerUnit, law.standardDeviation * minutesPerUnit);
    case 'triangular': {
      const minimum = law.minimum * minutesPerUnit;
      const mode = law.mode * minutesPerUnit;
      const maximum = law.maximum * minutesPerUnit;
      return (u) => triangular(u, minimum, mode, maximum);
    }
    case 'uniform': {
      const minimum = law.minimum * minutesPerUnit;
      const maximum = law.maximum * minutesPerUnit;
      return (u) => uniform(u, minimum, maximum);
    }
  }
}
