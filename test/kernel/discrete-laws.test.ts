import { randomBernoulli, randomBinomial, randomLcg, randomPoisson } from 'd3';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AliasTable, binomialCount, category, cumulativeShares, poissonCount } from '../../sim-core/kernel/index.ts';
import { meanOf, uniforms, zOf } from './support.ts';

/** How many standard deviations a two-sample chi-square statistic over counts lies from its mean. */
function twoSampleZ(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const cells = new Map<number, [number, number]>();
  const cellOf = (value: number) => {
    const cell = cells.get(value) ?? [0, 0];
    cells.set(value, cell);
    return cell;
  };
  for (let index = 0; index < a.length; index++) {
    cellOf(a[index]!)[0]++;
    cellOf(b[index]!)[1]++;
  }
  const full = [...cells.values()].filter(([one, other]) => one + other >= 20);
  const statistic = full.reduce((sum, [one, other]) => sum + (one - other) ** 2 / (one + other), 0);
  return (statistic - full.length) / Math.sqrt(2 * full.length);
}

/** Probabilities of 0, 1, 2, … by their logarithms, another way than the product that the kernel goes. */
const logFactorial = (n: number) => {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
};
const poisson = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - logFactorial(k));
const binomial = (n: number, p: number) => (k: number) =>
  Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p));

const source = randomLcg(0.271828);
const laws = [
  ...[0.3, 4, 20, 600].map((mean) => ({
    name: `Poisson of mean ${mean}`,
    draw: (u: number) => poissonCount(u, mean),
    probability: poisson(mean),
    sample: randomPoisson.source(source)(mean),
    mean,
  })),
  ...(
    [
      [1, 0.3],
      [10, 0.5],
      [40, 0.9],
      [300, 0.02],
      [900, 0.5],
    ] as const
  ).map(([n, p]) => ({
    name: `binomial of ${n} trials of probability ${p}`,
    draw: (u: number) => binomialCount(u, n, p),
    probability: binomial(n, p),
    sample: n === 1 ? randomBernoulli.source(source)(p) : randomBinomial.source(source)(n, p),
    mean: n * p,
  })),
];

describe('counts', () => {
  test.each(laws)('of the $name law pass from one to the next where its distribution function says', (law) => {
    let below = 0;
    for (let count = 0; count < law.mean * 2 + 5 && below < 1 - 1e-7; count++) {
      const probability = law.probability(count);
      const above = below + probability;
      if (probability > 1e-9 && above < 1 - 1e-9) {
        expect(law.draw(above - probability * 1e-3)).toBe(count);
        expect(law.draw(above + law.probability(count + 1) * 1e-3)).toBe(count + 1);
      }
      below = above;
    }
    expect(below).toBeGreaterThan(0.999);
  });

  test.each(laws)('of the $name law draw the same sample as d3-random', ({ name, draw, sample, mean }) => {
    const ours = uniforms(20_000, `counts of ${name}`).map(draw);
    const theirs = Float64Array.from(ours, sample);
    expect(Math.abs(zOf(ours, mean))).toBeLessThan(3.3);
    expect(Math.abs(twoSampleZ(ours, theirs))).toBeLessThan(3.9);
  });

  test.each(laws)('of the $name law never fall as u rises, and end', ({ draw }) => {
    let before = draw(2 ** -53);
    for (let step = 1; step < 2000; step++) {
      const count = draw(step / 2000);
      expect(count).toBeGreaterThanOrEqual(before);
      before = count;
    }
    expect(draw(1 - 2 ** -53)).toBeGreaterThanOrEqual(before);
    expect(draw(1 - 2 ** -53)).toBeLessThan(2000);
  });

  it('draw the numbers they have always drawn', () => {
    const draws = [...uniforms(8, 'golden')].map((u) => [
      poissonCount(u, 40),
      binomialCount(u, 60, 0.7),
      new AliasTable([1, 2, 3, 4]).draw(u),
    ]);
    expect(draws.flat().join(' ')).toMatchInlineSnapshot(
      `"23 32 0 49 47 3 41 43 2 44 45 3 34 39 3 35 39 3 48 46 3 27 34 0"`,
    );
  });

  it('have their limits', () => {
    expect([poissonCount(0.999, 0), binomialCount(0.999, 0, 0.4), binomialCount(0.5, 8, 0)]).toEqual([0, 0, 0]);
    expect([binomialCount(2 ** -53, 8, 1), binomialCount(0.69, 1, 0.3), binomialCount(0.71, 1, 0.3)]).toEqual([
      8, 0, 1,
    ]);
    for (const mean of [-1, 701, NaN, Infinity]) {
      expect(() => poissonCount(0.5, mean)).toThrow(`A Poisson mean of ${mean} is not possible: it must lie in 0…700`);
    }
    for (const [n, p] of [
      [-1, 0.5],
      [1.5, 0.5],
      [5, 1.1],
      [5, NaN],
    ] as const) {
      expect(() => binomialCount(0.5, n, p)).toThrow(`${n} trials of probability ${p} are not possible`);
    }
    expect(() => binomialCount(0.5, 2000, 0.5)).toThrow('too many');
  });
});

const weights = fc
  .array(fc.oneof(fc.constant(0), fc.constant(0.1), fc.double({ min: 1e-3, max: 1e3, noNaN: true })), {
    minLength: 1,
    maxLength: 30,
  })
  .filter((list) => list.some((weight) => weight > 0));

describe('an alias table', () => {
  it('gives every category its share of the uniform numbers, and none to one of weight zero', () => {
    const steps = 20_000;
    fc.assert(
      fc.property(weights, (list) => {
        const table = new AliasTable(list);
        const total = list.reduce((sum, weight) => sum + weight, 0);
        const counts = list.map(() => 0);
        for (let step = 0; step < steps; step++) counts[table.draw((step + 0.5) / steps)]!++;
        for (const [index, weight] of list.entries()) {
          if (weight === 0) expect(counts[index]).toBe(0);
          // Each category has at most one edge per cell of the table, and a cell has two.
          expect(Math.abs(counts[index]! - (weight / total) * steps)).toBeLessThanOrEqual(list.length + 1);
        }
      }),
      { seed: 13, numRuns: 400 },
    );
  });

  it('draws the same sample as the search through running sums', () => {
    const shares = Array.from({ length: 40 }, (_, index) => 1 + ((index * 7) % 11));
    const table = new AliasTable(shares);
    const cumulative = cumulativeShares(shares.map((share) => share / shares.reduce((a, b) => a + b, 0)));
    const ours = uniforms(50_000, 'alias').map((u) => table.draw(u));
    const theirs = uniforms(50_000, 'search').map((u) => category(u, cumulative));
    expect(Math.abs(twoSampleZ(ours, theirs))).toBeLessThan(3.9);
    expect(Math.abs(zOf(ours, meanOf(theirs)))).toBeLessThan(4.5);
  });

  it('takes the extremes of u, one category and weights of any size', () => {
    const table = new AliasTable([1, 2, 3, 4, 5]);
    expect([table.draw(2 ** -53), table.draw(1 - 2 ** -53)].every((index) => index >= 0 && index < 5)).toBe(true);
    expect(new AliasTable([7]).draw(0.5)).toBe(0);
    expect(new AliasTable([0, 1e-300, 0]).draw(1 - 2 ** -53)).toBe(1);
    expect(new AliasTable([1e300, 1e-300]).draw(0.9)).toBe(0);
  });

  it('refuses weights that say nothing', () => {
    expect(() => new AliasTable([])).toThrow('not all zero; found none');
    expect(() => new AliasTable([0, 0])).toThrow('not all zero; found 0, 0');
    for (const bad of [-1, NaN, Infinity]) expect(() => new AliasTable([1, bad])).toThrow(`found 1, ${bad}`);
  });
});
