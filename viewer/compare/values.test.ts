import { expect, test } from 'vitest';
import type { Indicator, IndicatorUnit } from '../../sim-core/maternity/indicators/indicator.ts';
import type { ComparisonRow } from './figures.ts';
import { meanText, scaleOf } from './values.ts';

const text = { nb: 'tall', en: 'figure' };

function written(unit: IndicatorUnit, a: number, b: number): string[] {
  const indicator = { id: 'x', phase: 'labour', unit, direction: 'none', name: text } as Indicator;
  const estimate = (mean: number) => ({ mean, n: Number.isNaN(mean) ? 0 : 2, interval: undefined });
  const row = { key: 'x', indicator, a: estimate(a), b: estimate(b), difference: estimate(b - a) } as ComparisonRow;
  const scale = scaleOf([row]);
  const plain = (value: string) => value.replace(/\s/g, ' ');
  return [plain(meanText(row.a, scale)), plain(meanText(row.b, scale)), scale.unit];
}

test('shares are per cent, and kroner are in millions where they are many', () => {
  expect(written('share', 0.1234, 0.5)).toEqual(['12,3', '50,0', 'prosent']);
  expect(written('kroner', 300, 12_345)).toEqual(['300', '12 345', 'kr']);
  expect(written('kroner', 900_000, 2_345_678)).toEqual(['0,90', '2,35', 'mill. kr']);
  expect(written('kroner', 123_456_789, 0)).toEqual(['123,5', '0,0', 'mill. kr']);
});

test('counts have a decimal only where they are few, other figures as many as their size calls for', () => {
  expect(written('births', 14_500.4, 14_501)).toEqual(['14 500', '14 501', 'fødsler']);
  expect(written('contacts', 3.25, 4)).toEqual(['3,3', '4,0', 'kontakter']);
  expect(written('minutes', 61.25, 7)).toEqual(['61,3', '7,0', 'minutter']);
  expect(written('days', 2.125, NaN)).toEqual(['2,13', '–', 'døgn']);
  expect(written('hours', 1200.4, 1)).toEqual(['1 200', '1', 'timer']);
});
