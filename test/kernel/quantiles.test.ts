import {
  randomExponential,
  randomGamma,
  randomIrwinHall,
  randomLcg,
  randomLogNormal,
  randomNormal,
  randomUniform,
} from 'd3';
import { describe, expect, it, test } from 'vitest';
import { cos, exp, ln } from '../../sim-core/kernel/elementary.ts';
import {
  category,
  cumulativeShares,
  exponential,
  gamma,
  lognormal,
  normal,
  triangular,
  uniform,
} from '../../sim-core/kernel/index.ts';
import { uniforms } from './support.ts';

type Quantile = (u: number) => number;

/** Largest distance between the empirical distribution functions of two samples of the same size. */
function kolmogorovSmirnov(a: Float64Array, b: Float64Array): number {
  a.sort();
  b.sort();
  let distance = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]! <= b[j]!) i++;
    else j++;
    distance = Math.max(distance, Math.abs(i - j) / a.length);
  }
  return distance;
}

/** Mean and standard deviation by integrating the quantile function over u. */
function moments(quantile: Quantile): { mean: number; sd: number } {
  const steps = 200_000;
  let mean = 0;
  let square = 0;
  for (let step = 0; step < steps; step++) {
    const value = quantile((step + 0.5) / steps);
    mean += value / steps;
    square += (value * value) / steps;
  }
  return { mean, sd: Math.sqrt(square - mean * mean) };
}

const source = randomLcg(0.314159);
const laws: { name: string; quantile: Quantile; sample: () => number; mean: number; sd: number }[] = [
  {
    name: 'exponential',
    quantile: (u) => exponential(u, 10),
    sample: randomExponential.source(source)(1 / 10),
    mean: 10,
    sd: 10,
  },
  {
    name: 'uniform',
    quantile: (u) => uniform(u, -2, 5),
    sample: randomUniform.source(source)(-2, 5),
    mean: 1.5,
    sd: 7 / Math.sqrt(12),
  },
  {
    name: 'normal',
    quantile: (u) => normal(u, 280, 9),
    sample: randomNormal.source(source)(280, 9),
    mean: 280,
    sd: 9,
  },
  {
    name: 'lognormal',
    quantile: (u) => lognormal(u, 6, 0.5),
    sample: randomLogNormal.source(source)(Math.log(6), 0.5),
    mean: 6 * Math.exp(0.125),
    sd: 6 * Math.exp(0.125) * Math.sqrt(Math.exp(0.25) - 1),
  },
  ...[0.5, 1, 4, 6.25, 40].map((shape) => ({
    name: `gamma of shape ${shape}`,
    quantile: (u: number) => gamma(u, 3, 3 / Math.sqrt(shape)),
    sample: randomGamma.source(source)(shape, 3 / shape),
    mean: 3,
    sd: 3 / Math.sqrt(shape),
  })),
  {
    name: 'triangular',
    quantile: (u) => triangular(u, 0, 1, 2),
    sample: randomIrwinHall.source(source)(2),
    mean: 1,
    sd: Math.sqrt(1 / 6),
  },
];

describe('quantile functions', () => {
  test.each(laws)('of the $name law draw the same sample as d3-random', ({ name, quantile, sample }) => {
    const size = 20_000;
    const ours = uniforms(size, `samples of ${name}`).map(quantile);
    const theirs = Float64Array.from({ length: size }, sample);
    // 0.1 % level of the two-sample test.
    expect(kolmogorovSmirnov(ours, theirs)).toBeLessThan(1.95 * Math.sqrt(2 / size));
  });

  test.each(laws)('of the $name law have its exact mean and standard deviation', ({ quantile, mean, sd }) => {
    const found = moments(quantile);
    expect(Math.abs(found.mean / mean - 1)).toBeLessThan(1e-4);
    expect(Math.abs(found.sd / sd - 1)).toBeLessThan(5e-4);
  });

  test.each(laws)('of the $name law never fall as u rises, and are finite at its ends', ({ quantile }) => {
    let before = quantile(2 ** -53);
    expect(before).toBeGreaterThan(-Infinity);
    for (let step = 1; step < 5000; step++) {
      const value = quantile(step / 5000);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
    expect(quantile(1 - 2 ** -53)).toBeGreaterThan(before);
    expect(quantile(1 - 2 ** -53)).toBeLessThan(Infinity);
  });

  it('give the values printed in tables', () => {
    expect(normal(0.975, 0, 1)).toBeCloseTo(1.959963984540054, 13);
    expect(normal(0.001, 0, 1)).toBeCloseTo(-3.090232306167813, 12);
    expect(lognormal(0.975, 1, 1)).toBeCloseTo(Math.exp(1.959963984540054), 11);
    expect(exponential(0.5, 1)).toBeCloseTo(Math.LN2, 15);
    // 95 % point of chi-square with 10 degrees of freedom.
    expect(gamma(0.95, 10, Math.sqrt(20))).toBeCloseTo(18.307038053275146, 9);
    expect(triangular(0.5, 0, 0, 1)).toBeCloseTo(1 - Math.SQRT1_2, 15);
    expect(triangular(0.5, 0, 1, 1)).toBeCloseTo(Math.SQRT1_2, 15);
    expect(triangular(0.25, 2, 4, 6)).toBeCloseTo(2 + Math.sqrt(2), 15);
    expect(triangular(0.3, 5, 5, 5)).toBe(5);
  });

  it('of gamma laws of whole shape invert the Erlang distribution function', () => {
    for (const shape of [1, 2, 3, 8, 20]) {
      for (const u of [1e-6, 0.01, 0.2, 0.5, 0.9, 0.999, 1 - 1e-9]) {
        const x = gamma(u, shape, Math.sqrt(shape));
        let term = Math.exp(-x);
        let tail = 0;
        for (let k = 0; k < shape; k++) {
          tail += term;
          term *= x / (k + 1);
        }
        expect(Math.abs(tail / (1 - u) - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('of categories give each its share, and the last what is left', () => {
    const cumulative = cumulativeShares([0.1, 0.2, 0, 0.7]);
    expect(cumulative.map((sum) => Number(sum.toFixed(12)))).toEqual([0.1, 0.3, 0.3, 1]);
    const counts = [0, 0, 0, 0];
    for (let step = 0; step < 1000; step++) counts[category((step + 0.5) / 1000, cumulative)]!++;
    expect(counts).toEqual([100, 200, 0, 700]);
    expect(category(1 - 2 ** -53, cumulativeShares(Array<number>(10).fill(0.1)))).toBe(9);
    expect(category(0.1, [0.1, 1])).toBe(1);
  });
});

/** Number of doubles between two numbers of like sign. */
function distanceInUlps(a: number, b: number): bigint {
  const bits = new BigInt64Array(new Float64Array([a, b]).buffer);
  const difference = bits[0]! - bits[1]!;
  return difference < 0n ? -difference : difference;
}

describe('elementary functions', () => {
  test.each([
    ['ln', ln, Math.log, (u: number) => u],
    ['ln of large numbers', ln, Math.log, (u: number) => 10 ** (600 * u - 300)],
    ['exp', exp, Math.exp, (u: number) => 1400 * u - 700],
    ['exp of small numbers', exp, Math.exp, (u: number) => 2 * u - 1],
    ['cos', cos, Math.cos, (u: number) => 40 * u - 20],
  ])('%s is that of the engine within one unit in the last place', (name, ours, theirs, argument) => {
    for (const u of uniforms(20_000, `elementary ${name}`)) {
      const x = argument(u);
      if (distanceInUlps(ours(x), theirs(x)) > 1n) throw new Error(`${name}(${x}) = ${ours(x)}, not ${theirs(x)}`);
    }
  });

  it('have their exact values where there are any', () => {
    expect([ln(1), exp(0), cos(0)]).toEqual([0, 1, 1]);
    expect([ln(0), ln(Infinity), exp(-Infinity), exp(Infinity)]).toEqual([-Infinity, Infinity, 0, Infinity]);
    expect([ln(-1), exp(NaN), cos(Infinity)]).toEqual([NaN, NaN, NaN]);
  });
});
