import { cos, exp } from '../../kernel/elementary.ts';
import { estimate, halfWidth, replicationsNeeded } from '../../kernel/index.ts';
import { mser } from '../../kernel/statistics/mser.ts';
import type { Reference, ValidationCase } from './case.ts';

/** A number printed with so many decimals, or a whole number; ours must agree to the last of them. */
function printed(figure: string, value: number, unit: string, decimals = 0): Reference {
  let tolerance = 0.5;
  for (let decimal = 0; decimal < decimals; decimal++) tolerance /= 10;
  return { figure, value, unit, tolerance: decimals === 0 ? 0 : tolerance };
}

/** A series that falls to its level from above, with ripples: y = 10 + 20 exp(−i/50) + 2 sin(12.9898 i) cos(4.1414 i). */
const rippledSeries = Array.from(
  { length: 1000 },
  (_, index) => 10 + 20 * exp(-index / 50) + 2 * cos(12.9898 * index - Math.PI / 2) * cos(4.1414 * index),
);

const warmUpRule: ValidationCase = {
  id: 'mser-5',
  title: 'length of the warm-up of a known series by MSER-5',
  source: 'White, Simulation 69, 1997; numbers worked out apart from this program',
  references: [
    printed('batches dropped', 44, 'batches'),
    printed('observations dropped', 220, 'observations'),
    printed('smallest statistic', 0.0001974295, '', 10),
    printed('mean of the rest', 10.0134566, '', 7),
  ],
  replications: 1,
  replicate() {
    const { batches, observations, statistic, mean } = mser(rippledSeries, 5);
    return [batches, observations, statistic, mean];
  },
};

const observations = [4.31, 4.87, 3.92, 4.55, 5.12, 4.4, 4.71, 4.05, 4.63, 4.98, 4.27, 4.49];
const smallestNumber = 3;
const relativeHalfWidths = [
  0.271659, 0.144438, 0.128011, 0.098404, 0.07994, 0.075523, 0.065211, 0.06131, 0.056385, 0.050904,
];

const numberOfReplications: ValidationCase = {
  id: 'replications',
  title: 'interval of a mean, and number of replications that suffice, for twelve known figures',
  source: 'Student; Hoad, Robinson & Davies (2007); numbers worked out apart from this program',
  references: [
    printed('mean', 4.525, '', 6),
    printed('standard deviation', 0.362529, '', 6),
    printed('95 % half-width', 0.23034, '', 6),
    ...relativeHalfWidths.map((value, index) =>
      printed(`relative half-width of the first ${index + smallestNumber}`, value, '', 6),
    ),
    printed('replications needed for 10 %', 6, 'replications'),
  ],
  replications: 1,
  replicate() {
    const { mean, sd, n } = estimate(observations);
    const relative = relativeHalfWidths.map((_, index) => {
      const first = estimate(observations.slice(0, index + smallestNumber));
      return halfWidth(first.n, first.sd) / first.mean;
    });
    const needed = replicationsNeeded(observations, (half, average) => half <= 0.1 * average, smallestNumber);
    return [mean, sd, halfWidth(n, sd), ...relative, needed ?? NaN];
  },
};

/** Methods of output analysis on numbers that are given, so that the answer is exact and no replication is needed. */
export const methodCases: ValidationCase[] = [warmUpRule, numberOfReplications];
