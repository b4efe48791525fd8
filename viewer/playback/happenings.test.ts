import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Happenings } from './happenings.ts';

const times = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 25 })
  .map((some) => some.toSorted((a, b) => a - b));
const instant = fc.integer({ min: -5, max: 65 });

test('the next and the previous happening, and how many there are, are those of a search through all', () => {
  fc.assert(
    fc.property(times, instant, instant, (all, time, until) => {
      const happenings = new Happenings(all.map((at, subject) => ({ time: at, subject })));
      expect(happenings.next(time, 1)).toBe(all.find((at) => at > time));
      expect(happenings.next(time, -1)).toBe(all.findLast((at) => at < time));
      expect(happenings.count(time, until)).toBe(all.filter((at) => at >= time && at < until).length);
      expect(happenings.at(time)).toEqual(all.flatMap((at, subject) => (at === time ? [subject] : [])));
    }),
  );
});
