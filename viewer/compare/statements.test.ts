import { expect, test } from 'vitest';
import { indicators } from '../../sim-core/maternity/registry.ts';
import { nb } from '../language/nb.ts';

test('every sentence belongs to a headline indicator that there is', () => {
  const headlines = indicators.filter(({ headline }) => headline).map(({ id }) => id);
  expect(headlines).toEqual(expect.arrayContaining(Object.keys(nb.compare.statements)));
});
