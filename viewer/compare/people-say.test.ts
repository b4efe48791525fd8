import { expect, test } from 'vitest';
import { comparableFractions, fractionOf } from './people-say.ts';

test('shares are said with the smallest whole that is near enough', () => {
  expect(fractionOf(0.62)).toEqual({ part: 6, whole: 10 });
  expect(fractionOf(0.05)).toEqual({ part: 1, whole: 20 });
  expect(fractionOf(0.952)).toEqual({ part: 19, whole: 20 });
  expect(fractionOf(0.127)).toEqual({ part: 13, whole: 100 });
  expect(fractionOf(0.036)).toEqual({ part: 4, whole: 100 });
  expect(fractionOf(0.004)).toEqual({ part: 4, whole: 1000 });
});

test('none and all are exact', () => {
  expect(fractionOf(0)).toEqual({ part: 0, whole: 10 });
  expect(fractionOf(1)).toEqual({ part: 10, whole: 10 });
});

test('shares far from each other are parts of the same whole where both can be', () => {
  expect(comparableFractions(0.056, 0.42, true)).toEqual([
    { part: 6, whole: 100 },
    { part: 42, whole: 100 },
  ]);
  expect(comparableFractions(0.946, 0.88, true)).toEqual([
    { part: 95, whole: 100 },
    { part: 88, whole: 100 },
  ]);
  expect(comparableFractions(0, 0.68, true)).toEqual([
    { part: 0, whole: 10 },
    { part: 7, whole: 10 },
  ]);
});

test('a share that would come to nothing beside a much larger one is said in its own way', () => {
  expect(comparableFractions(0.002, 0.6, true)).toEqual([
    { part: 2, whole: 1000 },
    { part: 6, whole: 10 },
  ]);
});

test('shares near each other are parts of the same whole', () => {
  expect(comparableFractions(0.979, 0.972, true)).toEqual([
    { part: 98, whole: 100 },
    { part: 97, whole: 100 },
  ]);
});

test('shares that are known to differ are not said with the same words', () => {
  expect(comparableFractions(0.602, 0.611, true)).toEqual([
    { part: 60, whole: 100 },
    { part: 61, whole: 100 },
  ]);
  expect(comparableFractions(0.602, 0.611, false)).toEqual([
    { part: 6, whole: 10 },
    { part: 6, whole: 10 },
  ]);
});

test('a small difference is not said as a large one', () => {
  expect(comparableFractions(0.536, 0.578, true)).toEqual([
    { part: 11, whole: 20 },
    { part: 12, whole: 20 },
  ]);
  expect(comparableFractions(0.54, 0.56, true)).toEqual([
    { part: 54, whole: 100 },
    { part: 56, whole: 100 },
  ]);
});
