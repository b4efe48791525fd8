import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Picker, reach } from './picking.ts';

test('the mark that is picked is the nearest by measuring all of them, and none beyond reach', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), place, (marks, at) => {
      const picker = new Picker<{ x: number; y: number }>();
      picker.take(marks);
      const distance = (mark: { x: number; y: number }) => Math.hypot(mark.x - at.x, mark.y - at.y);
      const nearest = Math.min(Infinity, ...marks.map(distance));
      const picked = picker.at(at.x, at.y);
      if (nearest < reach) expect(distance(picked!)).toBe(nearest);
      else if (nearest > reach) expect(picked).toBeUndefined();
    }),
  );
});

test('what was drawn before is forgotten', () => {
  const picker = new Picker<{ x: number; y: number }>();
  picker.take([{ x: 5, y: 5 }]);
  expect(picker.at(5, 5)).toEqual({ x: 5, y: 5 });
  picker.take([]);
  expect(picker.at(5, 5)).toBeUndefined();
});
