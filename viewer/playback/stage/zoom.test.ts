import { expect, test } from 'vitest';
import { city, outOf, wayTo, zoomKey, type Zoom } from './zoom.ts';

const bed: Zoom = { level: 'bed', site: 2, ward: 'labour', woman: 17 };

test('from a bed the way out leads by the ward and the hospital to the city, and ends there', () => {
  expect(outOf(bed)).toEqual({ level: 'ward', site: 2, ward: 'labour' });
  expect(outOf(outOf(bed))).toEqual({ level: 'hospital', site: 2 });
  expect(outOf(outOf(outOf(bed)))).toEqual(city);
  expect(outOf(city)).toEqual(city);
});

test('the way to a place names every step once, the city first', () => {
  expect(wayTo(bed).map(({ level }) => level)).toEqual(['city', 'hospital', 'ward', 'bed']);
  expect(wayTo(bed).at(-1)).toBe(bed);
  expect(wayTo(city)).toEqual([city]);
});

test('different places have different keys', () => {
  const keys = [...wayTo(bed), { ...bed, woman: 18 }, { level: 'hospital', site: 1 } as const].map(zoomKey);
  expect(new Set(keys).size).toBe(keys.length);
});
