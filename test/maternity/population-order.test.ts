import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfTimes } from '../../sim-core/maternity/women/registration-order.ts';

it('orders instants as a stable sort does, equal ones, clusters and none included', () => {
  const instant = fc.oneof(
    fc.double({ min: -100_000, max: 600_000, noNaN: true }),
    // Many equal ones.
    fc.integer({ min: 0, max: 5 }),
    // All but a few in the same bucket.
    fc.double({ min: 0, max: 0.001, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 300 }), (times) => {
      const sorted = times.map((_, index) => index).sort((a, b) => times[a]! - times[b]!);
      expect([...orderOfTimes(Float64Array.from(times))]).toEqual(sorted);
    }),
    // Two instants whose distance is too small to be divided by.
    { examples: [[[0, -5e-324]]] },
  );
});
