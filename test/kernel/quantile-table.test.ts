import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  exponential,
  gamma,
  lognormal,
  tabulatedGamma,
  tabulatedLognormal,
  tabulatedQuantile,
  type Quantile,
} from '../../sim-core/kernel/index.ts';

const steps = 20_000;

/** How far a table is from the exact function, over the whole range of u. */
function errors(exact: Quantile, table: Quantile): { ofMean: number; inU: number } {
  const shift = 1e-6;
  let sum = 0;
  let difference = 0;
  let inU = 0;
  for (let step = 0; step < steps; step++) {
    const u = (step + 0.5) / steps;
    const value = exact(u);
    const slope = (exact(u + shift) - exact(u - shift)) / (2 * shift);
    sum += value;
    difference += table(u) - value;
    inU = Math.max(inU, Math.abs(table(u) - value) / slope);
  }
  return { ofMean: Math.abs(difference / sum), inU };
}

describe('a tabulated quantile function', () => {
  test.each([0.1, 0.4, 0.7, 1, 1.5, 2])(
    'of a gamma law keeps its mean and its distribution, sd %s means',
    (variation) => {
      const { ofMean, inU } = errors((u) => gamma(u, 3, 3 * variation), tabulatedGamma(3, 3 * variation));
      expect(ofMean).toBeLessThan(1e-5);
      expect(inU).toBeLessThan(1e-5);
    },
  );

  test.each([0.1, 0.62, 0.8, 1, 1.5, 2])(
    'of a lognormal law keeps its mean and its distribution, sigma %s',
    (sigma) => {
      const { ofMean, inU } = errors((u) => lognormal(u, 5, sigma), tabulatedLognormal(5, sigma));
      expect(ofMean).toBeLessThan(1e-5);
      expect(inU).toBeLessThan(1e-5);
    },
  );

  it('gives the exact draw in the tails', () => {
    const table = tabulatedGamma(2.23, 0.85);
    for (const u of [2 ** -53, 1e-9, 0.001, 0.0156, 0.9844, 0.9999, 1 - 2 ** -53]) {
      expect(table(u) / gamma(u, 2.23, 0.85)).toBeCloseTo(1, 12);
    }
  });

  it('agrees with the exact one at the nodes, and joins the tails without a jump', () => {
    const exact: Quantile = (u) => exponential(u, 7);
    const table = tabulatedQuantile(exact);
    for (let node = 4; node <= 252; node++) expect(table(node / 256)).toBeCloseTo(exact(node / 256), 12);
    for (const edge of [4 / 256, 252 / 256]) {
      expect(table(edge + 1e-12) - table(edge - 1e-12)).toBeLessThan(1e-8);
    }
  });

  it('never decreases', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 2.5, noNaN: true }),
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        (variation, a, b) => {
          const table = tabulatedGamma(1, variation);
          expect(table(Math.min(a, b))).toBeLessThanOrEqual(table(Math.max(a, b)) * (1 + 1e-14));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never leaves the range of a function with a kink, where a free cubic would', () => {
    const kinked: Quantile = (u) => (u < 0.5 ? 1 : 1 + 1000 * (u - 0.5));
    const table = tabulatedQuantile(kinked);
    for (let step = 1; step < 4096; step++) {
      expect(table(step / 4096)).toBeGreaterThanOrEqual(1);
      expect(table(step / 4096)).toBeGreaterThanOrEqual(table((step - 1) / 4096 || 1e-9));
    }
  });

  it('scales: laws of the same form differ by the factor between their means', () => {
    for (const u of [0.01, 0.3, 0.77]) {
      expect(tabulatedGamma(6, 3)(u)).toBeCloseTo(3 * tabulatedGamma(2, 1)(u), 12);
      expect(tabulatedLognormal(6, 0.5)(u)).toBeCloseTo(3 * tabulatedLognormal(2, 0.5)(u), 12);
    }
  });

  it('is the same after so many other laws that its table was not kept', () => {
    const before = tabulatedGamma(1, 0.31)(0.4);
    for (let form = 0; form < 300; form++) tabulatedGamma(1, 0.5 + form / 1000);
    expect(tabulatedGamma(1, 0.31)(0.4)).toBe(before);
  });
});
