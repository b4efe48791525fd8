import { expect, test } from 'vitest';
import { shippedInputs } from '../../test/support/scenarios.ts';
import { areFigures } from './kept-figures.ts';

const inputs = shippedInputs('dagens');
const result = {
  scenario: 'dagens',
  seed: '1',
  replications: 2,
  traceHashes: ['x', 'y'],
  indicators: { births: [1, NaN] },
};
const figures = {
  comparison: { a: inputs, b: inputs, seed: '1', replications: 2 },
  a: result,
  b: result,
  replications: 2,
};

test('figures that were kept are figures, with a fixed number of replications or until they are precise enough', () => {
  expect(areFigures(structuredClone(figures))).toBe(true);
  expect(areFigures({ ...figures, comparison: { ...figures.comparison, replications: 'auto' } })).toBe(true);
  expect(areFigures({ ...figures, a: { ...result, patterns: [{}] } })).toBe(true);
});

test('what lacks a part that the page shows is none', () => {
  for (const rubbish of [undefined, null, 5, 'x', [], {}]) expect(areFigures(rubbish)).toBe(false);
  const { comparison } = figures;
  for (const wrong of [
    { comparison: null },
    { comparison: { ...comparison, a: {} } },
    { comparison: { ...comparison, b: { ...inputs, name: 'Dagens' } } },
    { comparison: { ...comparison, b: { ...inputs, data: {} } } },
    { comparison: { ...comparison, seed: 5 } },
    { comparison: { ...comparison, replications: 'x' } },
    { replications: 0 },
    { replications: 3 },
    { a: {} },
    { b: { ...result, indicators: {} } },
    { b: { ...result, indicators: { births: [1] } } },
    { b: { ...result, indicators: { births: ['1', '2'] } } },
    { a: { ...result, patterns: 5 } },
    { a: { ...result, traceHashes: [] } },
  ]) {
    expect(areFigures({ ...figures, ...wrong }), JSON.stringify(Object.keys(wrong))).toBe(false);
  }
});
