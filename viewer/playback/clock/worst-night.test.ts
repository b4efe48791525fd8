import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { Course } from '../course.ts';
import { worstNight } from './worst-night.ts';

const calendar = new Calendar('2027-03-20');
const days = 12;
const playback = { from: calendar.midnight(1), to: calendar.midnight(days) };

test('the worst night is that of a count minute by minute, over the change to summer time', () => {
  const change = fc.tuple(fc.integer({ min: 0, max: playback.to - 1 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.uniqueArray(change, { maxLength: 30, selector: ([time]) => time }), (changes) => {
      const sorted = changes.toSorted((one, other) => one[0] - other[0]);
      const withoutOwn = new Course(
        sorted.map(([time]) => time),
        sorted.map(([, value]) => value),
      );
      const sums = new Map<number, number>();
      for (let time = playback.from; time < playback.to; time++) {
        const clock = calendar.clockOf(time);
        const day = calendar.dayOf(time);
        const night = clock >= 1320 ? day : clock < 420 ? day - 1 : undefined;
        // The nights at either end are cut by the horizon.
        if (night === undefined || night < 1 || night >= days - 1) continue;
        sums.set(night, (sums.get(night) ?? 0) + withoutOwn.at(time));
      }
      const most = Math.max(0, ...sums.values());
      const found = worstNight({ calendar, playback, index: { withoutOwn } });
      if (most === 0) expect(found).toBeUndefined();
      else {
        const night = [...sums].sort(([one], [other]) => one - other).find(([, minutes]) => minutes === most)![0];
        expect(found).toEqual({
          from: calendar.timeAt(night, 1320),
          to: calendar.timeAt(night + 1, 420),
          minutes: most,
        });
      }
    }),
    { numRuns: 40 },
  );
});
