import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from './projection.ts';
import { alongPath, cubicInOut, underWay } from './easing.ts';

const point = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 600 }));

test('a way begins and ends at its ends, and half of it is covered in half the time', () => {
  expect(cubicInOut(0)).toBe(0);
  expect(cubicInOut(0.5)).toBe(0.5);
  expect(cubicInOut(1)).toBe(1);
  fc.assert(
    fc.property(point, point, (from, to) => {
      expect(alongPath(from, to, 0)).toEqual(from);
      expect(alongPath(from, to, 1)).toEqual(to);
    }),
  );
});

test('nobody goes backwards, and she is slower at the ends than in the middle', () => {
  const shares = Array.from({ length: 101 }, (_, index) => cubicInOut(index / 100));
  const steps = shares.slice(1).map((share, index) => share - shares[index]!);
  expect(Math.min(...steps)).toBeGreaterThan(0);
  expect(steps[0]).toBeLessThan(steps[49]! / 10);
  expect(steps[99]).toBeLessThan(steps[50]! / 10);
});

test('those who come and those who go keep to different sides of the straight line, and never far from it', () => {
  const [from, to]: Point[] = [
    [100, 300],
    [500, 300],
  ];
  const there = alongPath(from!, to!, 0.5);
  const back = alongPath(to!, from!, 0.5);
  expect(there[1]).toBeGreaterThan(305);
  expect(back[1]).toBeLessThan(295);
  expect(there[1] - 300).toBeLessThanOrEqual(26);
});

test('without motion she is at one end of her way or at the other', () => {
  const [from, to]: Point[] = [
    [10, 10],
    [90, 40],
  ];
  expect(underWay(from!, to!, 0.4, true)).toEqual(from);
  expect(underWay(from!, to!, 0.6, true)).toEqual(to);
  expect(underWay(from!, to!, 0.4, false)).not.toEqual(from);
});
