import { randomExponential, randomLcg, randomWeibull } from 'd3';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { empirical, erlang, exponential, weibull } from '../../sim-core/kernel/index.ts';
import { pow } from '../../sim-core/kernel/elementary.ts';
import { uniforms } from './support.ts';

/** Gamma function of halves and whole numbers, and of 5/3 and 7/3 by DLMF 5.5.1 from Γ(1/3) and Γ(2/3). */
const gammaFunction = { '1.5': Math.sqrt(Math.PI) / 2, '5/3': 0.902745292950934, '7/3': 1.190639348758999 };

/** Largest distance between a sample's distribution function and the law's. */
function distance(sample: Float64Array, cumulative: (x: number) => number): number {
  const sorted = sample.sort();
  return sorted.reduce((largest, x, index) => {
    const share = cumulative(x);
    return Math.max(largest, share - index / sorted.length, (index + 1) / sorted.length - share);
  }, 0);
}

function moments(quantile: (u: number) => number) {
  const steps = 400_000;
  let mean = 0;
  let square = 0;
  for (let step = 0; step < steps; step++) {
    const value = quantile((step + 0.5) / steps);
    mean += value / steps;
    square += (value * value) / steps;
  }
  return { mean, sd: Math.sqrt(square - mean * mean) };
}

describe('the Weibull law', () => {
  const size = 20_000;
  test.each([0.7, 1, 1.5, 4])('of shape %d has its distribution function, for us and for d3-random', (shape) => {
    const cumulative = (x: number) => 1 - Math.exp(-((x / 90) ** shape));
    const ours = uniforms(size, `weibull ${shape}`).map((u) => weibull(u, shape, 90));
    const theirs = Float64Array.from({ length: size }, randomWeibull.source(randomLcg(0.5))(shape, 0, 90));
    // 0.1 % level of the one-sample test.
    expect(distance(ours, cumulative)).toBeLessThan(1.95 / Math.sqrt(size));
    expect(distance(theirs, cumulative)).toBeLessThan(1.95 / Math.sqrt(size));
    for (const u of [2 ** -53, 0.01, 0.5, 0.99])
      expect(cumulative(weibull(u, shape, 90)) / u).toBeCloseTo(1, 6 * u ** 0.1);
  });

  it('has its exact mean and standard deviation', () => {
    const { mean, sd } = moments((u) => weibull(u, 1.5, 10));
    expect(mean / (10 * gammaFunction['5/3'])).toBeCloseTo(1, 4);
    expect(sd / (10 * Math.sqrt(gammaFunction['7/3'] - gammaFunction['5/3'] ** 2))).toBeCloseTo(1, 3);
    expect(moments((u) => weibull(u, 2, 10)).mean / (10 * gammaFunction['1.5'])).toBeCloseTo(1, 4);
  });

  it('is exponential at shape 1, and its scale is the quantile of 1 − 1/e', () => {
    for (const u of [0.1, 0.5, 0.9]) expect(weibull(u, 1, 7)).toBeCloseTo(exponential(u, 7), 12);
    expect(weibull(1 - 1 / Math.E, 3.3, 7)).toBeCloseTo(7, 12);
  });
});

describe('the Erlang law', () => {
  test.each([1, 2, 3, 8])(
    'of %d phases is the sum of so many exponential phases, for us and for d3-random',
    (phases) => {
      const size = 20_000;
      const cumulative = (x: number) => {
        const y = (x * phases) / 15;
        let term = Math.exp(-y);
        let tail = 0;
        for (let k = 0; k < phases; k++) {
          tail += term;
          term *= y / (k + 1);
        }
        return 1 - tail;
      };
      const phase = randomExponential.source(randomLcg(0.7))(phases / 15);
      const theirs = Float64Array.from({ length: size }, () => {
        let sum = 0;
        for (let k = 0; k < phases; k++) sum += phase();
        return sum;
      });
      expect(
        distance(
          uniforms(size, `erlang ${phases}`).map((u) => erlang(u, 15, phases)),
          cumulative,
        ),
      ).toBeLessThan(0.0138);
      expect(distance(theirs, cumulative)).toBeLessThan(0.0138);
      const { mean, sd } = moments((u) => erlang(u, 15, phases));
      expect([mean / 15, (sd * Math.sqrt(phases)) / 15].map((ratio) => Number(ratio.toFixed(3)))).toEqual([1, 1]);
    },
    20_000,
  );
});

describe('draws from observations', () => {
  it('pass through the sorted observations at equal steps of u, in straight lines', () => {
    const sorted = [2, 3, 3, 7, 19];
    expect([0, 0.25, 0.5, 0.75, 1].map((u) => empirical(u, sorted))).toEqual(sorted);
    expect([0.125, 0.375, 0.625, 0.875].map((u) => empirical(u, sorted))).toEqual([2.5, 3, 5, 13]);
    expect([empirical(0.3, [4]), empirical(0.3, [])]).toEqual([4, NaN]);
    expect(empirical(1 - 2 ** -53, sorted)).toBeLessThanOrEqual(19);
  });

  it('have the mean and variance of the straight lines between neighbours, and never fall', () => {
    const lists = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(lists, (list) => {
        const sorted = Float64Array.from(list).sort();
        let mean = 0;
        let square = 0;
        for (let index = 1; index < sorted.length; index++) {
          const [a, b] = [sorted[index - 1]!, sorted[index]!];
          mean += (a + b) / 2 / (sorted.length - 1);
          square += (a * a + a * b + b * b) / 3 / (sorted.length - 1);
        }
        const steps = (sorted.length - 1) * 200;
        let [sum, squares, before] = [0, 0, -Infinity];
        for (let step = 0; step < steps; step++) {
          const value = empirical((step + 0.5) / steps, sorted);
          if (value < before) throw new Error(`${value} after ${before}`);
          before = value;
          sum += value / steps;
          squares += (value * value) / steps;
        }
        expect(sum).toBeCloseTo(mean, 6);
        expect(Math.abs(squares - square)).toBeLessThan(0.03);
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});

it('draws the numbers it has always drawn', () => {
  expect([0.001, 0.3, 0.999].flatMap((u) => [weibull(u, 1.5, 90), erlang(u, 15, 2)])).toMatchInlineSnapshot(`
    [
      0.9003001751223164,
      0.34051513327117167,
      45.26448434241467,
      8.230119080276186,
      326.4378221105528,
      69.25060107338689,
    ]
  `);
});

it('pow is that of the engine to within its last places, and exact where it can be', () => {
  for (const u of uniforms(20_000, 'pow')) {
    const [base, exponent] = [20 * u, 1 / (0.3 + 4 * ((u * 977) % 1))];
    expect(Math.abs(pow(base, exponent) / base ** exponent - 1)).toBeLessThan(5e-16);
  }
  expect([pow(2, 10), pow(9, 0.5), pow(0, 3), pow(5, 0), pow(Infinity, 2)]).toEqual([1024, 3, 0, 1, Infinity]);
});
