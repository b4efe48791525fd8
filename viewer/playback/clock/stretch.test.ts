import fc from 'fast-check';
import { expect, test } from 'vitest';
import { following, scaled, zoomed } from './stretch.ts';

const day = 1440;
const whole = { from: 5000, to: 5000 + 365 * day };

test('the timeline goes from the year to a day and back again', () => {
  const lengths: number[] = [];
  let stretch = whole;
  const around = whole.from + 200 * day;
  for (let step = 0; step < 6; step++) {
    stretch = zoomed(whole, stretch, 1, around);
    lengths.push(Math.round(stretch.to - stretch.from) / day);
  }
  expect(lengths).toEqual([91, 28, 7, 1, 1, 1]);
  for (let step = 0; step < 6; step++) stretch = zoomed(whole, stretch, -1, around);
  expect(stretch).toEqual(whole);
});

test('whatever is asked for, the stretch lies within the horizon, is no shorter than a day and holds the instant', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const moves = fc.array(fc.tuple(fc.constantFrom('in', 'out', 'wheel', 'follow'), share), { maxLength: 20 });
  fc.assert(
    fc.property(moves, (some) => {
      let stretch = whole;
      for (const [move, at] of some) {
        const time = whole.from + at * (whole.to - whole.from);
        stretch = following(whole, stretch, time);
        if (move === 'wheel') stretch = scaled(whole, stretch, 0.5 + at, time);
        else if (move !== 'follow') stretch = zoomed(whole, stretch, move === 'in' ? 1 : -1, time);
        expect(stretch.from).toBeGreaterThanOrEqual(whole.from);
        expect(stretch.to).toBeLessThanOrEqual(whole.to + 1e-6);
        expect(stretch.to - stretch.from).toBeGreaterThanOrEqual(day - 1e-6);
        expect(time).toBeGreaterThanOrEqual(stretch.from - 1e-6);
        expect(time).toBeLessThanOrEqual(stretch.to + 1e-6);
      }
    }),
    // What once failed: a length that is no whole number of minutes, at the end of the horizon.
    {
      examples: [
        [
          [
            ['wheel', 0],
            ['wheel', 0.5422108067009137],
          ],
        ],
      ],
    },
  );
});
