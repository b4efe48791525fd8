import { expect, test } from 'vitest';
import { placesText } from './places-text.ts';

test('taken places are a part of the open ones, unless someone has stayed in one that closed', () => {
  expect([placesText(0, 5), placesText(5, 5)]).toEqual(['0 av 5', '5 av 5']);
  expect(placesText(8, 6)).toBe('8 i bruk, 6 åpne');
});
