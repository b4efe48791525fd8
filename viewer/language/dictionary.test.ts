import { expect, test } from 'vitest';
import { en } from './en.ts';
import { nb } from './nb.ts';

test('the English dictionary has exactly the keys of the Norwegian one', () => {
  expect(paths(en)).toEqual(paths(nb));
});

test('no text is empty, and few are the same in both languages', () => {
  const norwegian = new Map(leaves(nb));
  for (const [path, text] of leaves(en)) {
    expect(text, path).not.toBe('');
    if (text === norwegian.get(path) && /[a-z]/i.test(text)) expect(sameInBoth, path).toContain(path);
  }
});

test('texts with values in them use every value', () => {
  for (const dictionary of [nb, en]) {
    for (const [path, text] of leaves(dictionary)) {
      for (let index = 0; index < (functionLengths.get(path) ?? 0); index++) expect(text, path).toContain(`<${index}>`);
    }
  }
});

const sameInBoth = [
  'page.brand',
  'playback.pause',
  'playback.team',
  'compare.factPeriodValue',
  'compare.publishedValue',
  'compare.plotRow',
  'compare.sentence',
];
const functionLengths = new Map<string, number>();

function leaves(node: object, prefix = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const path = prefix + key;
    if (typeof value === 'string') return [[path, value]];
    if (typeof value === 'function') {
      functionLengths.set(path, value.length);
      return [[path, String(value(...Array.from({ length: value.length }, (_, index) => `<${index}>`)))]];
    }
    return leaves(value as object, `${path}.`);
  });
}

function paths(node: object): string[] {
  return leaves(node).map(([path]) => path);
}
