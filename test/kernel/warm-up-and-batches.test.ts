import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batchMeans,
  batchMeansEstimate,
  Counter,
  estimate,
  estimatePaired,
  mser,
} from '../../sim-core/kernel/index.ts';
import { meanOf, uniforms } from './support.ts';

const series = Array.from(
  { length: 1000 },
  (_, i) => 10 + 20 * Math.exp(-i / 50) + 2 * Math.sin(12.9898 * i) * Math.cos(4.1414 * i),
);

/** A stationary autoregressive series of mean 5 from uniform numbers. */
function autoregressive(length: number, correlation: number, name: string): number[] {
  let value = 0;
  return Array.from(uniforms(length, name), (u) => (value = correlation * value + u - 0.5)).map((x) => x + 5);
}

describe('MSER', () => {
  it('cuts the reference series after 44 batches of five', () => {
    const found = mser(series);
    expect([found.batches, found.observations]).toEqual([44, 220]);
    expect(found.statistic).toBeCloseTo(0.0001974295, 10);
    expect(found.mean).toBeCloseTo(10.0134566, 7);
  });

  it('is the smallest of the statistics of all cuts up to the half, each in two passes', () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 80 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 3 }), (list, size) => {
        const batches = batchMeans(list, size);
        const statistics: number[] = [];
        for (let dropped = 0; dropped <= batches.length / 2 && batches.length - dropped >= 2; dropped++) {
          const kept = batches.slice(dropped);
          const mean = meanOf(kept);
          statistics.push(kept.reduce((sum, batch) => sum + (batch - mean) ** 2, 0) / kept.length ** 2);
        }
        const found = mser(list, size);
        expect(found.statistic).toBeCloseTo(Math.min(...statistics), 10);
        expect(statistics[found.batches]).toBeCloseTo(found.statistic, 10);
        expect(found.observations).toBe(found.batches * size);
        expect(found.mean).toBeCloseTo(meanOf(batches.slice(found.batches)), 10);
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  it('drops nothing from a series that is level, and at most half of any', () => {
    expect(mser(Array<number>(100).fill(7))).toEqual({ batches: 0, observations: 0, statistic: 0, mean: 7 });
    expect(mser(Array.from({ length: 100 }, (_, index) => index)).batches).toBe(10);
    expect(mser([1, 9], 1)).toEqual({ batches: 0, observations: 0, statistic: 8, mean: 5 });
    // Observations beyond the last whole batch are not looked at.
    expect(mser([...series, 1e9])).toEqual(mser(series));
  });

  it('takes a long series in one pass', () => {
    const start = performance.now();
    expect(mser(autoregressive(500_000, 0.5, 'long'), 1).batches).toBeLessThan(250_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('refuses series that are too short or not finite, and batches that are none', () => {
    expect(() => mser([1, 2, 3, 4, 5, 6, 7, 8, 9])).toThrow('MSER needs 2 or more batches of 5; found 9 observations');
    for (const bad of [NaN, Infinity]) expect(() => mser([1, 2, bad, 4], 1)).toThrow('needs finite observations');
    for (const size of [0, 1.5, -1, NaN]) expect(() => mser(series, size)).toThrow(`A batch of ${size} observations`);
  });
});

describe('batch means', () => {
  it('are the means of consecutive batches', () => {
    expect(batchMeans([1, 3, 5, 7, 100], 2)).toEqual([2, 6]);
    expect(batchMeans([1], 2)).toEqual([]);
  });

  it('have the mean and interval of the batches, and the correlation of neighbours', () => {
    const found = batchMeansEstimate([1, 3, 5, 7, 2, 4, 0, 2, 99, 99, 99], 4);
    expect(found).toMatchObject({ ...estimate([2, 6, 3, 1]), batchSize: 2 });
    // Deviations −1, 3, 0, −2 from the mean: −3 + 0 + 0 over 14.
    expect(found.neighbourCorrelation).toBeCloseTo(-3 / 14, 12);
    expect(batchMeansEstimate([4, 4, 4, 4], 2).neighbourCorrelation).toBeNaN();
  });

  it('hold the true mean of an autocorrelated series in 95 % of the cases, unlike its observations', () => {
    let [held, naive, correlation] = [0, 0, 0];
    for (let run = 0; run < 400; run++) {
      const list = autoregressive(2000, 0.8, `coverage ${run}`);
      const batches = batchMeansEstimate(list, 20);
      const single = estimate(list);
      if (batches.ci95[0] <= 5 && 5 <= batches.ci95[1]) held++;
      if (single.ci95[0] <= 5 && 5 <= single.ci95[1]) naive++;
      correlation += batches.neighbourCorrelation / 400;
    }
    expect(held / 400).toBeGreaterThan(0.91);
    expect(held / 400).toBeLessThan(0.98);
    expect(naive / 400).toBeLessThan(0.6);
    expect(Math.abs(correlation)).toBeLessThan(0.06);
  });

  it('are refused when there are too few observations or batches', () => {
    expect(() => batchMeansEstimate([1, 2, 3], 4)).toThrow("3 observations can't be put into 4 batches");
    for (const batches of [1, 2.5, NaN])
      expect(() => batchMeansEstimate(series, batches)).toThrow(`${batches} batches`);
    expect(batchMeansEstimate(series).batchSize).toBe(50);
  });
});

describe('paired differences', () => {
  it('have the interval of the differences, narrower than that of two samples that go together', () => {
    const a = [5.1, 6.3, 4.8, 7.7, 6.1];
    const b = [4.9, 6.0, 4.4, 7.6, 5.6];
    const found = estimatePaired(a, b);
    expect(found.mean).toBeCloseTo(0.3, 12);
    // Differences 0.2, 0.3, 0.4, 0.1, 0.5; the 97.5 % quantile with 4 degrees of freedom is 2.776445.
    expect(found.sd).toBeCloseTo(Math.sqrt(0.025), 12);
    expect(found.ci95[1] - 0.3).toBeCloseTo((2.776445 * Math.sqrt(0.025)) / Math.sqrt(5), 6);
    expect(estimatePaired(b, a).mean).toBeCloseTo(-0.3, 12);
  });

  it('leave out pairs in which either is NaN, and need as many of one as of the other', () => {
    expect(estimatePaired([1, NaN, 4, 9], [0, 5, NaN, 3])).toEqual(estimate([1, 6]));
    expect(() => estimatePaired([1, 2], [1])).toThrow('found 2 and 1');
  });
});

describe('a counter', () => {
  it('has a rate per unit of time since the start or the last reset', () => {
    const counter = new Counter(10);
    expect(counter.rate(10)).toBeNaN();
    counter.add();
    counter.add(5);
    expect([counter.count, counter.rate(13)]).toEqual([6, 2]);
    counter.reset(13);
    expect([counter.count, counter.rate(15)]).toEqual([0, 0]);
    counter.add(3);
    expect(counter.rate(15)).toBe(1.5);
  });
});
