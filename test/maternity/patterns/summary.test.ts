import { describe, expect, it } from 'vitest';
import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { band, elementEstimates, listsOf, meanFlows, sharesOf } from '../../../sim-core/maternity/patterns/summary.ts';

const list = (...values: number[]): Float64Array => Float64Array.from(values);

describe('estimates by element', () => {
  it('have the mean and the Student interval of tables', () => {
    // t of 0.975 with 2 degrees of freedom is 4.302653; the standard deviation of 1, 2 and 3 is 1.
    const { mean, low, high } = elementEstimates([list(1, 10), list(2, 10), list(3, 10)]);
    expect([...mean]).toEqual([2, 10]);
    expect(low[0]).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 5);
    expect(high[0]).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 5);
    expect([low[1], high[1]]).toEqual([10, 10]);
  });

  it('leave out what is not a number, and are none where nothing is one', () => {
    const { mean, low } = elementEstimates([list(NaN, NaN, 4), list(6, NaN, 8)]);
    expect([...mean]).toEqual([6, NaN, 6]);
    expect(low[0]).toBeNaN();
    expect(low[2]).not.toBeNaN();
  });

  it('take shorter counts as having nobody in the further classes', () => {
    expect([...elementEstimates([list(4, 2), list(2, 2, 6)]).mean]).toEqual([3, 2, 3]);
  });

  it('of one replication have no interval, and of none have no elements', () => {
    const { mean, low, high } = elementEstimates([list(5)]);
    expect([mean[0], low[0], high[0]]).toEqual([5, NaN, NaN]);
    expect(elementEstimates([]).mean).toHaveLength(0);
  });
});

describe('the band over replications', () => {
  it('has a tenth of them below it and a tenth above', () => {
    const lists = Array.from({ length: 101 }, (_, index) => list((index * 37) % 101, 7));
    const { low, high } = band(lists);
    expect([...low]).toEqual([10, 7]);
    expect([...high]).toEqual([90, 7]);
  });

  it('lies between the nearest values, sorted as numbers, and leaves out what is none', () => {
    const { low, high } = band([list(100, NaN), list(9, NaN), list(NaN, NaN)]);
    expect(low[0]).toBeCloseTo(18.1, 12);
    expect(high[0]).toBeCloseTo(90.9, 12);
    expect(low[1]).toBeNaN();
  });
});

describe('shares', () => {
  it('sum to 1, and are none of nobody', () => {
    expect([...sharesOf(list(1, 3, 0, 4))]).toEqual([0.125, 0.375, 0, 0.5]);
    expect([...sharesOf(list(0, 0))]).toEqual([NaN, NaN]);
  });
});

describe('over replications', () => {
  const patterns = (births: number, flows: Patterns['flows']): Patterns => ({
    daily: { births: list(births) },
    hourOfWeek: {},
    stay: {},
    midwivesMet: {},
    caseload: {},
    flows,
  });
  const replications = [
    patterns(3, [{ from: 'home', to: 'elsewhere', women: 4 }]),
    patterns(5, [
      { from: 'home', to: 'elsewhere', women: 2 },
      { from: 'home', to: 'theatre.north', women: 1 },
    ]),
  ];

  it('a list of each is found by its key', () => {
    expect(listsOf(replications, 'daily', 'births')).toEqual([list(3), list(5)]);
    expect(listsOf(replications, 'stay', 'all')).toEqual([]);
  });

  it('a flow that one lacks counts as none there', () => {
    expect(meanFlows(replications)).toEqual([
      { from: 'home', to: 'elsewhere', women: 3 },
      { from: 'home', to: 'theatre.north', women: 0.5 },
    ]);
  });
});
