import { expect, test } from 'vitest';
import type { Indicator } from '../../../sim-core/maternity/indicators/indicator.ts';
import { verdictOf, type ComparisonRow } from '../figures.ts';
import { chosenRows, clearness, groupsOfRows, usualChoice, type TableChoice } from './table-choice.ts';

function row(
  key: string,
  mean: number,
  half: number | undefined,
  about: Partial<Indicator> = {},
  base = 10,
): ComparisonRow {
  const text = { nb: key, en: key };
  const indicator: Indicator = {
    id: key.split('.')[0]!,
    phase: 'labour',
    unit: 'hours',
    direction: 'higher',
    name: text,
    definition: text,
    denominator: text,
    value: () => 1,
    ...about,
  };
  const difference = {
    mean,
    n: Number.isNaN(mean) ? 0 : 5,
    interval: half === undefined ? undefined : ([mean - half, mean + half] as [number, number]),
  };
  const a = { mean: base, n: 5, interval: undefined };
  return { key, indicator, a, b: a, difference, verdict: verdictOf(difference, 'higher') };
}

const rows = [
  row('wait', 1, 2, { headline: true }),
  row('øye', -4, 1),
  row('visit.stovner', 2, 0.1, { by: 'origin', phase: 'postnatal' }),
  row('visit.alna', 3, 6, { by: 'origin', phase: 'postnatal' }),
  row('new', 1, 0.5, {}, 0),
  row('empty', NaN, undefined, { phase: 'economy' }),
  row('ål', 0, 0),
];

function keys(choice: Partial<TableChoice>): string[] {
  return chosenRows(rows, { ...usualChoice, part: 'all', ...choice }, ({ key }) => key, 'nb').map(({ key }) => key);
}

test('a part, a grouping, a group, a word or only what is clear can be asked for', () => {
  expect(chosenRows(rows, usualChoice, ({ key }) => key, 'nb').map(({ key }) => key)).toEqual(['wait']);
  expect(keys({})).toHaveLength(rows.length);
  expect(keys({ part: 'postnatal' })).toEqual(['visit.stovner', 'visit.alna']);
  expect(keys({ grouping: 'none' })).toEqual(['wait', 'øye', 'new', 'empty', 'ål']);
  expect(keys({ grouping: 'origin', group: 'alna' })).toEqual(['visit.alna']);
  expect(keys({ search: ' ALNA visit' })).toEqual(['visit.alna']);
  expect(keys({ onlyClear: true })).toEqual(['øye', 'visit.stovner', 'new']);
});

test('names are in the order of the language, and what has no value stands last both ways', () => {
  expect(keys({ sort: 'name' })).toEqual(['empty', 'new', 'visit.alna', 'visit.stovner', 'wait', 'øye', 'ål']);
  expect(keys({ sort: 'difference' })).toEqual(['øye', 'ål', 'wait', 'new', 'visit.stovner', 'visit.alna', 'empty']);
  expect(keys({ sort: 'difference', descending: true }).at(0)).toBe('visit.alna');
  expect(keys({ sort: 'difference', descending: true }).at(-1)).toBe('empty');
  expect(keys({ sort: 'relative', descending: true }).slice(0, 2)).toEqual(['new', 'visit.alna']);
});

test('the clearest is furthest from zero by its own interval', () => {
  expect(keys({ sort: 'clearness', descending: true })).toEqual([
    'visit.stovner',
    'øye',
    'new',
    'wait',
    'visit.alna',
    'ål',
    'empty',
  ]);
  expect(clearness(rows[0]!)).toBe(0.5);
  expect(clearness(row('same', 2, 0))).toBe(Infinity);
});

test('the groups to choose among are those of the chosen grouping', () => {
  expect([...groupsOfRows(rows, 'origin').keys()]).toEqual(['stovner', 'alna']);
  expect([...groupsOfRows(rows, 'any').keys()]).toEqual([]);
});
