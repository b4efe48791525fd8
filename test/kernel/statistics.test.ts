import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  estimate,
  halfWidth,
  LevelTimes,
  replicationsNeeded,
  Tally,
  TimeWeighted,
} from '../../sim-core/kernel/index.ts';
import { deviationOf, meanOf } from './support.ts';

const vector = [4.31, 4.87, 3.92, 4.55, 5.12, 4.4, 4.71, 4.05, 4.63, 4.98, 4.27, 4.49];
const relativeHalfWidths = [
  0.271659, 0.144438, 0.128011, 0.098404, 0.07994, 0.075523, 0.065211, 0.06131, 0.056385, 0.050904,
];

const changes = fc.array(fc.record({ wait: fc.nat(9), level: fc.nat(6) }), { minLength: 1, maxLength: 60 });

/** The level in each unit of time, one after the other. */
function history(first: number, list: readonly { wait: number; level: number }[], last: number): number[] {
  const levels: number[] = [];
  let level = first;
  for (const change of [...list, { wait: last, level: 0 }]) {
    for (let unit = 0; unit < change.wait; unit++) levels.push(level);
    level = change.level;
  }
  return levels;
}

describe('a tally', () => {
  it('equals two passes over the observations, also far from zero', () => {
    const observations = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(observations, fc.constantFrom(0, 1e6), (list, offset) => {
        const values = list.map((value) => value + offset);
        const tally = new Tally();
        for (const value of values) tally.add(value);
        expect(tally.count).toBe(values.length);
        expect(Math.abs(tally.mean - meanOf(values))).toBeLessThan(1e-8);
        expect(Math.abs(tally.standardDeviation - deviationOf(values))).toBeLessThan(1e-6);
        expect(Math.abs(tally.sum - values.reduce((a, b) => a + b, 0))).toBeLessThan(1e-5);
        expect([tally.minimum, tally.maximum]).toEqual([Math.min(...values), Math.max(...values)]);
      }),
      { seed: 4 },
    );
  });

  it('keeps the spread of observations that lie far from zero', () => {
    const tally = new Tally();
    for (const value of [4, 7, 13, 16]) tally.add(1e9 + value);
    expect(tally.variance).toBe(30);
  });

  it('knows what it cannot know, and begins anew', () => {
    const tally = new Tally();
    expect([tally.mean, tally.variance, tally.sum, tally.count]).toEqual([NaN, NaN, 0, 0]);
    tally.add(5);
    expect([tally.mean, tally.variance, tally.standardDeviation]).toEqual([5, NaN, NaN]);
    tally.reset();
    expect([tally.count, tally.minimum, tally.maximum, tally.mean]).toEqual([0, Infinity, -Infinity, NaN]);
    tally.add(2);
    tally.add(4);
    expect([tally.mean, tally.variance, tally.minimum, tally.maximum]).toEqual([3, 2, 2, 4]);
  });
});

describe('averages over time', () => {
  it('equal a count of every unit of time, with a reset in the middle', () => {
    fc.assert(
      fc.property(changes, changes, fc.nat(6), fc.nat(5), (before, after, first, last) => {
        const start = 17;
        const weighted = new TimeWeighted(start, first);
        const levels = new LevelTimes(start, first);
        let now = start;
        const apply = (list: readonly { wait: number; level: number }[]) => {
          for (const { wait, level } of list) {
            now += wait;
            weighted.set(now, level);
            levels.add(now, level - levels.level);
          }
        };
        apply(before);
        weighted.reset(now);
        levels.reset(now);
        const current = weighted.level;
        apply(after);
        now += last;
        const units = history(current, after, last);
        const mean = units.length === 0 ? weighted.level : meanOf(units);
        expect(weighted.mean(now)).toBeCloseTo(mean, 10);
        expect(weighted.integral(now)).toBe(units.reduce((a, b) => a + b, 0));
        expect(weighted.minimum).toBe(Math.min(current, ...after.map(({ level }) => level)));
        expect(weighted.maximum).toBe(Math.max(current, ...after.map(({ level }) => level)));
        expect(levels.mean(now)).toBeCloseTo(mean, 10);
        const sorted = units.sort((a, b) => a - b);
        for (const share of [0.1, 0.25, 0.5, 0.95, 1]) {
          const rank = Math.ceil(share * sorted.length - 1e-9) - 1;
          expect(levels.quantile(now, share)).toBe(sorted.length === 0 ? NaN : sorted[rank]);
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('may be asked for as often as one likes without changing', () => {
    const levels = new LevelTimes(0, 3);
    const weighted = new TimeWeighted(0);
    expect([levels.mean(0), levels.quantile(0, 0.5), weighted.mean(0)]).toEqual([3, NaN, 0]);
    levels.set(4, 0);
    weighted.add(4, 3);
    for (let time = 5; time <= 12; time++) {
      levels.mean(time);
      levels.quantile(time, 0.5);
      weighted.mean(time);
    }
    expect([levels.mean(12), levels.quantile(12, 2 / 3), levels.quantile(12, 0.67), weighted.mean(12)]).toEqual([
      1, 0, 3, 2,
    ]);
  });
});

describe("Student's interval", () => {
  test.each([
    [1, 0.95, 12.706],
    [2, 0.95, 4.303],
    [3, 0.95, 3.182],
    [4, 0.95, 2.776],
    [5, 0.95, 2.571],
    [9, 0.95, 2.262],
    [10, 0.95, 2.228],
    [29, 0.95, 2.045],
    [120, 0.95, 1.98],
    [5, 0.9, 2.015],
    [10, 0.9, 1.812],
    [1, 0.99, 63.657],
    [5, 0.99, 4.032],
    [30, 0.99, 2.75],
  ])('with %i degrees of freedom at level %d uses the printed quantile %d', (freedom, level, quantile) => {
    expect(halfWidth(freedom + 1, 1, level) * Math.sqrt(freedom + 1)).toBeCloseTo(quantile, 2.9);
  });

  it('has the mean, deviation and half-width of the reference vector', () => {
    const { mean, sd, n, ci95 } = estimate(vector);
    expect(n).toBe(12);
    expect(mean).toBeCloseTo(4.525, 12);
    expect(sd).toBeCloseTo(0.362529, 6);
    expect((ci95[1] - ci95[0]) / 2).toBeCloseTo(0.23034, 6);
    expect((ci95[1] + ci95[0]) / 2).toBeCloseTo(4.525, 12);
  });

  it('leaves out observations that are NaN, and is NaN when there are fewer than two', () => {
    expect(estimate([1, NaN, 3])).toEqual(estimate([1, 3]));
    expect(estimate([7])).toEqual({ mean: 7, sd: NaN, n: 1, ci95: [NaN, NaN] });
    expect(estimate([NaN])).toEqual({ mean: NaN, sd: NaN, n: 0, ci95: [NaN, NaN] });
  });
});

describe('the number of replications', () => {
  it('sees the relative half-widths of the reference vector, one after the other', () => {
    const seen: number[] = [];
    replicationsNeeded(vector, (half, mean) => {
      seen.push(half / mean);
      return false;
    });
    expect(seen.map((width) => Number(width.toFixed(6)))).toEqual(relativeHalfWidths);
  });

  test.each([
    [0.15, 4],
    [0.13, 5],
    [0.1, 6],
    [0.08, 7],
    [0.0799, undefined],
    [0.05, undefined],
  ])('for a relative half-width of %d of the reference vector is %s', (precision, expected) => {
    expect(replicationsNeeded(vector, (half, mean) => half <= precision * mean)).toBe(expected);
  });

  it('is the first that is precise and stays so for the look-ahead', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.integer({ min: 2, max: 6 }), (precise, smallest) => {
        let n = smallest;
        const found = replicationsNeeded(Array<number>(precise.length).fill(1), () => precise[n++ - 1]!, smallest);
        const expected = precise.findIndex(
          (_, index) => index + 1 >= smallest && precise.slice(index, index + 6).filter(Boolean).length === 6,
        );
        expect(found).toBe(expected < 0 ? undefined : expected + 1);
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('looks ahead by five for every hundred', () => {
    const found = (preciseFrom: number, length: number) => {
      let n = 3;
      return replicationsNeeded(Array<number>(length).fill(1), () => n++ >= preciseFrom);
    };
    expect([found(199, 204), found(199, 203)]).toEqual([199, undefined]);
    expect([found(200, 210), found(200, 209)]).toEqual([200, undefined]);
    expect([found(350, 365), found(350, 364)]).toEqual([350, undefined]);
  });
});
