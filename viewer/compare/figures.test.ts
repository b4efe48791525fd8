import { expect, test } from 'vitest';
import { loadScenario, modelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import type { ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import { comparisonRows, relative, verdictOf, type ComparisonRow } from './figures.ts';

const files = nodeScenarioFiles();
const [a, b] = ['dagens', 'min-jordmor-ahus-sektor'].map((id) => modelInputs(loadScenario(id, files)));

test('a clear difference is better or worse by the direction of the indicator, and neither where it has none', () => {
  const rise = { mean: 2, n: 9, interval: [1, 3] as [number, number] };
  const fall = { mean: -2, n: 9, interval: [-3, -1] as [number, number] };
  expect(['higher', 'lower', 'none'].map((direction) => verdictOf(rise, direction as 'higher'))).toEqual([
    'better',
    'worse',
    'higher',
  ]);
  expect(['higher', 'lower', 'none'].map((direction) => verdictOf(fall, direction as 'higher'))).toEqual([
    'worse',
    'better',
    'lower',
  ]);
});

test('an interval that holds zero is no clear difference, and no interval is no verdict', () => {
  expect(verdictOf({ mean: 1, n: 9, interval: [-1, 3] }, 'higher')).toBe('unclear');
  expect(verdictOf({ mean: 0, n: 9, interval: [0, 0] }, 'higher')).toBe('unclear');
  expect(verdictOf({ mean: 1, n: 1, interval: undefined }, 'higher')).toBe('unknown');
});

test('replications are paired, and those without a value in both scenarios are left out', () => {
  const row = rowOf('oneToOne', [0.9, NaN, 0.8, 0.7], [0.8, 0.5, 0.7, 0.6]);
  expect(row.a.n).toBe(3);
  expect(row.b.n).toBe(4);
  expect(row.difference.n).toBe(3);
  expect(row.difference.mean).toBeCloseTo(-0.1, 12);
  expect(row.verdict).toBe('worse');
});

test('only replications that both scenarios have finished count', () => {
  expect(rowOf('oneToOne', [0.9, 0.8, 0.1], [0.9, 0.8]).a).toMatchObject({ n: 2, mean: 0.8500000000000001 });
});

test('one replication gives a mean but no interval, and none gives neither', () => {
  const one = rowOf('oneToOne', [0.9], [0.8]);
  expect(one.a).toEqual({ mean: 0.9, n: 1, interval: undefined });
  expect(one.verdict).toBe('unknown');
  expect(rowOf('oneToOne', [NaN], [0.8]).a).toEqual({ mean: NaN, n: 0, interval: undefined });
});

test('a difference is relative to the mean of the first scenario; from nothing it has no size', () => {
  expect(relative(rowOf('oneToOne', [0.5, 0.5], [0.6, 0.6]))?.mean).toBeCloseTo(0.2, 12);
  expect(relative(rowOf('oneToOne', [0, 0], [0.1, 0.2]))?.mean).toBe(Infinity);
  expect(relative(rowOf('oneToOne', [0, 0], [0, 0]))?.mean).toBe(0);
  expect(relative(rowOf('oneToOne', [NaN], [0.1]))).toBeUndefined();
});

function rowOf(key: string, valuesA: number[], valuesB: number[]): ComparisonRow {
  const rows = comparisonRows({
    comparison: { a: a!, b: b!, seed: '1', replications: valuesA.length },
    a: resultOf(key, valuesA),
    b: resultOf(key, valuesB),
    replications: Math.min(valuesA.length, valuesB.length),
  });
  return rows.find((row) => row.key === key)!;
}

function resultOf(key: string, values: number[]): ScenarioResult {
  return { scenario: '', seed: '1', replications: values.length, indicators: { [key]: values }, traceHashes: [] };
}
