import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CourseWriter } from './course.ts';

const steps = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 9 })), { maxLength: 30 })
  .map((pairs) => pairs.toSorted((one, other) => one[0] - other[0]));

/** The value at an instant, by the last note up to then. */
function naive(pairs: readonly (readonly [number, number])[], time: number): number {
  return pairs.findLast(([at]) => at <= time)?.[1] ?? 0;
}

test('a course has the value that was noted last, and sums it minute by minute', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 220 }), fc.integer({ min: 0, max: 220 }), (pairs, one, other) => {
      const writer = new CourseWriter();
      for (const [time, value] of pairs) writer.note(time, value);
      const course = writer.course();
      expect(course.at(one)).toBe(naive(pairs, one));
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      let sum = 0;
      for (let minute = from; minute < to; minute++) sum += naive(pairs, minute);
      expect(course.over(from, to)).toBe(sum);
      for (const [time, value] of course.steps(from, to)) expect(value).toBe(naive(pairs, time));
    }),
  );
});
