import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, quarter } from './apportion.ts';

test('divides by weight when there is room for all', () => {
  const shares = [12, 5, 3, 3].map((weight) => ({ weight, most: 100 }));
  expect(apportion(23, shares)).toEqual([12, 5, 3, 3]);
});

test('what one has no room for goes to the others', () => {
  expect(
    apportion(10, [
      { weight: 1, most: 2.1 },
      { weight: 1, most: 100 },
    ]),
  ).toEqual([2, 8]);
});

test('never gives more than there is or than anyone has room for, and leaves nothing that somebody has room for', () => {
  const share = fc.record({
    weight: fc.integer({ min: 1, max: 20 }),
    most: fc.double({ min: 0, max: 30, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.array(share, { minLength: 1, maxLength: 8 }),
      (posts, shares) => {
        const given = apportion(posts, shares);
        const sum = given.reduce((all, one) => all + one, 0);
        expect(sum).toBeLessThanOrEqual(posts + 1e-9);
        for (const [index, { most }] of shares.entries()) expect(given[index]).toBeLessThanOrEqual(most + 1e-9);
        const hasRoom = shares.some(({ most }, index) => most - given[index]! >= quarter);
        if (hasRoom) expect(posts - sum).toBeLessThan(quarter);
      },
    ),
  );
});
