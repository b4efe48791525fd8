import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Intervals } from './intervals.ts';

const horizon = { from: 100, to: 5000 };
const interval = fc.record({
  start: fc.integer({ min: -2000, max: 6000 }),
  length: fc.integer({ min: 0, max: 1500 }),
});

test('the intervals that hold an instant are those that begin by then and end later', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(interval, { maxLength: 60 }),
      fc.array(fc.integer({ min: horizon.from, max: horizon.to - 1 }), { minLength: 1, maxLength: 20 }),
      async (intervals, instants) => {
        const start = Float64Array.from(intervals, (one) => one.start);
        const end = Float64Array.from(intervals, (one) => one.start + one.length);
        const sorted = await Intervals.sorted(start, end, horizon);
        for (const time of instants) {
          const naive = intervals.flatMap((one, index) =>
            one.start <= time && time < one.start + one.length ? [index] : [],
          );
          expect(sorted.at(time)).toEqual(naive);
        }
      },
    ),
  );
});
