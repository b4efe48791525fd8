import { expect, test } from 'vitest';
import { classesToShow, classShares, meanValue, meanWeek, middle, weekDifferences } from './mean-patterns.ts';
import { madePatterns } from './patterns-fixture.ts';

const stay = (...lists: number[][]) => lists.map((list) => madePatterns({ stay: { all: Float64Array.from(list) } }));
const all = ({ stay: { all: counts } }: { stay: Record<string, Float64Array> }) => counts;

test('shares are means over replications, not over women, and the tail is counted with the last class', () => {
  const shares = classShares(stay([1, 1, 0, 0], [0, 60, 30, 10]), all, 3);
  expect(shares.map(({ mean }) => mean)).toEqual([0.25, 0.55, 0.2]);
  // Of two values x and y Student's interval is mean ± 12.706 × |x − y| / 2.
  expect(shares[1]!.interval![1]).toBeCloseTo(Math.min(1, 0.55 + (12.7062 * 0.1) / 2), 4);
  expect(shares[0]!.interval![0]).toBe(0);
});

test('a replication that counts nobody takes no part, and without any there are no shares', () => {
  expect(classShares(stay([0, 0], [1, 3]), all, 2).map(({ mean }) => mean)).toEqual([0.25, 0.75]);
  expect(classShares(stay([0, 0]), all, 1)).toEqual([{ mean: NaN, n: 0, interval: undefined }]);
  expect(classShares([madePatterns({})], all, 1)[0]!.n).toBe(0);
});

test('so many classes are shown that hardly anything lies beyond, in either plan', () => {
  expect(classesToShow([stay([500, 499, 1, 0, 0]), stay([1])], all)).toBe(3);
  expect(classesToShow([stay([500, 400, 100])], all)).toBe(3);
  expect(classesToShow([stay([5, 0, 0])], all)).toBe(1);
  expect(classesToShow([[]], all)).toBe(1);
});

test('mean and middle are those of the women counted', () => {
  expect(meanValue(stay([2, 2], [0, 1]), all, (index) => 10 * index)).toBe(7.5);
  expect(meanValue([], all, (index) => index)).toBeNaN();
  expect(middle(stay([2, 4, 2]), all)).toBe(1.5);
  expect(middle(stay([4, 0, 4]), all)).toBe(1);
  expect(middle(stay([0]), all)).toBeNaN();
});

test('hours without a value in one replication have the mean of the others', () => {
  const week = (first: number) => madePatterns({ hourOfWeek: { 'x.a': Float64Array.from([first, 2]) } });
  const mean = meanWeek([week(1), week(NaN), week(4)], 'x.a');
  expect(mean.slice(0, 3)).toEqual([2.5, 2, NaN]);
  expect(mean).toHaveLength(168);
});

test('an hour of the week differs by the mean of the pairs, with an interval where there are two', () => {
  const week = (first: number) => madePatterns({ hourOfWeek: { 'x.a': Float64Array.from([first, 1]) } });
  const hours = weekDifferences([week(1), week(2), week(NaN)], [week(2), week(5), week(9)], 'x.a');
  expect(hours[0]).toMatchObject({ mean: 2, n: 2 });
  // Student's interval of the two differences 1 and 3.
  expect(hours[0]!.interval![0]).toBeCloseTo(2 - 12.7062, 4);
  expect(hours[1]).toEqual({ mean: 0, n: 3, interval: [0, 0] });
  expect(hours[2]).toEqual({ mean: NaN, n: 0, interval: undefined });
  expect(weekDifferences([week(1)], [week(2)], 'x.a')[0]!.interval).toBeUndefined();
});
