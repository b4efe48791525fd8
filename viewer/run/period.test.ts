import { expect, test } from 'vitest';
import { periodName } from './period.ts';

test('whole calendar years are called by their numbers, other periods by their first and last day', () => {
  expect(periodName({ start: '2027-01-01', end: '2027-12-31' })).toBe('2027');
  expect(periodName({ start: '2027-01-01', end: '2028-12-31' })).toBe('2027–2028');
  expect(periodName({ start: '2027-01-01', end: '2027-06-30' })).toBe('1. januar 2027 – 30. juni 2027');
});
