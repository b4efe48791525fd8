import { expect, test } from 'vitest';
import type { Indicator } from '../../sim-core/maternity/indicators/indicator.ts';
import { clearDifferences, figureParts } from './figure-parts.ts';
import type { ComparisonRow, Verdict } from './figures.ts';

const text = { nb: 'tall', en: 'figure' };
const estimate = { mean: 1, n: 2, interval: undefined };

function row(key: string, about: Partial<Indicator>, verdict: Verdict = 'unclear'): ComparisonRow {
  const indicator: Indicator = {
    id: key,
    phase: 'labour',
    unit: 'share',
    direction: 'none',
    name: text,
    definition: text,
    denominator: text,
    value: () => 1,
    ...about,
  };
  return { key, indicator, a: estimate, b: estimate, difference: estimate, verdict };
}

test('headlines are left out; the others stand by part and grouping, in the order in which they come', () => {
  const parts = figureParts([
    row('headline', { headline: true }),
    row('a.stovner', { by: 'origin', phase: 'staff' }),
    row('b', {}),
    row('c.ahus', { by: 'site' }),
    row('a.alna', { by: 'origin', phase: 'staff' }),
    row('d.young', { by: 'parity' }),
    row('e.ahus', { by: 'site' }),
    row('f', {}),
  ]);
  const keys = (rows: ComparisonRow[]) => rows.map(({ key }) => key);
  expect(parts.map(({ phase }) => phase)).toEqual(['staff', 'labour']);
  expect(keys(parts[1]!.whole)).toEqual(['b', 'f']);
  expect(parts[1]!.byGroup.map(({ by, rows }) => [by, keys(rows)])).toEqual([
    ['site', ['c.ahus', 'e.ahus']],
    ['parity', ['d.young']],
  ]);
  expect(keys(parts[0]!.all)).toEqual(['a.stovner', 'a.alna']);
});

test('a difference is clear when the interval says which way it goes', () => {
  const verdicts: Verdict[] = ['better', 'worse', 'higher', 'lower', 'unclear', 'unknown'];
  expect(clearDifferences(verdicts.map((verdict) => row(verdict, {}, verdict)))).toBe(4);
});
