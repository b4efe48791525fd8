import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, Histogram } from '../../sim-core/kernel/index.ts';
import { uniforms } from './support.ts';

describe('a histogram', () => {
  it('counts every observation in its cell, below or above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 140 })), (observations) => {
        const histogram = new Histogram(0, 10, 20);
        for (const value of observations) histogram.add(value / 10);
        const inCells = Array.from({ length: 20 }, () => 0);
        for (const value of observations) if (value >= 0 && value < 100) inCells[Math.floor(value / 5)]!++;
        expect([...histogram.cells]).toEqual(inCells);
        expect(histogram.below).toBe(observations.filter((value) => value < 0).length);
        expect(histogram.above).toBe(observations.filter((value) => value >= 100).length);
        expect(histogram.count).toBe(observations.length);
      }),
      { seed: 18 },
    );
  });

  it('has quantiles and shares that miss those of the observations by less than a cell', () => {
    const observations = uniforms(10_000, 'histogram').map((u) => exponential(u, 20));
    const histogram = new Histogram(0, 400, 800);
    for (const value of observations) histogram.add(value);
    observations.sort();
    for (let step = 1; step < 1000; step++) {
      const share = step / 1000;
      const value = histogram.quantile(share);
      expect(Math.abs(value - observations[Math.ceil(share * 10_000) - 1]!)).toBeLessThan(histogram.width);
      expect(histogram.shareBelow(value)).toBeCloseTo(share, 9);
    }
    expect(histogram.quantile(0.5)).toBeCloseTo(20 * Math.LN2, 0);
  });

  it('interpolates within a cell', () => {
    const histogram = new Histogram(0, 30, 3);
    for (const value of [1, 12, 13, 14, 15, 25]) histogram.add(value);
    expect(histogram.quantile(0.5)).toBe(15);
    expect([histogram.quantile(0), histogram.quantile(1)]).toEqual([0, 30]);
    expect(histogram.shareBelow(15)).toBe(0.5);
    expect(histogram.shareBelow(30)).toBe(1);
    const late = new Histogram(0, 30, 3);
    late.add(25);
    expect([late.quantile(0), late.quantile(0.5), late.quantile(1)]).toEqual([20, 25, 30]);
  });

  it('says when a quantile lies outside its range or is not known', () => {
    const histogram = new Histogram(0, 10, 10);
    expect([histogram.quantile(0.5), histogram.shareBelow(5)]).toEqual([NaN, NaN]);
    for (const value of [-5, -4, 5, 50]) histogram.add(value);
    expect([histogram.quantile(0.4), histogram.quantile(0.8)]).toEqual([-Infinity, Infinity]);
    expect(histogram.quantile(0.75)).toBe(6);
    expect([histogram.shareBelow(0), histogram.shareBelow(10)]).toEqual([0.5, 0.75]);
    expect([histogram.shareBelow(-1), histogram.shareBelow(11), histogram.shareBelow(NaN)]).toEqual([NaN, NaN, NaN]);
  });

  it('puts the largest number below the end of the range into the last cell', () => {
    for (const [high, cells] of [
      [0.3, 3],
      [1, 3],
      [0.7, 49],
    ] as const) {
      const histogram = new Histogram(0, high, cells);
      histogram.add(high - high * 2 ** -53);
      expect([histogram.cells.at(-1)! + histogram.above, histogram.count]).toEqual([1, 1]);
    }
  });

  it('is the same merged from parts as made at once', () => {
    const [whole, left, right] = [0, 1, 2].map(() => new Histogram(0, 1, 50)) as [Histogram, Histogram, Histogram];
    for (const [index, u] of uniforms(5000, 'merge').entries()) {
      const value = u * 1.2 - 0.1;
      whole.add(value);
      (index % 3 === 0 ? left : right).add(value);
    }
    left.merge(right);
    expect(left).toEqual(whole);
    expect(() => left.merge(new Histogram(0, 1, 51))).toThrow("50 cells in 0…1 and 51 in 0…1 can't be merged");
    expect(() => left.merge(new Histogram(0, 2, 50))).toThrow("can't be merged");
    expect(() => left.merge(new Histogram(-1, 1, 50))).toThrow("can't be merged");
  });

  it('begins anew after the warm-up', () => {
    const histogram = new Histogram(0, 1, 4);
    for (const value of [-1, 0.5, 2]) histogram.add(value);
    histogram.reset();
    expect(histogram).toEqual(new Histogram(0, 1, 4));
  });

  it('refuses NaN, without counting it, and ranges that are none', () => {
    const histogram = new Histogram(0, 1, 4);
    expect(() => histogram.add(NaN)).toThrow('NaN has no place in a histogram');
    expect(histogram.count).toBe(0);
    for (const [low, high, cells] of [
      [1, 1, 4],
      [2, 1, 4],
      [0, Infinity, 4],
      [NaN, 1, 4],
      [0, 1, 0],
      [0, 1, 2.5],
    ] as const) {
      expect(() => new Histogram(low, high, cells)).toThrow(`A histogram of ${cells} cells from ${low} to ${high}`);
    }
  });
});
