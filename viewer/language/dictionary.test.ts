import { expect, test } from 'vitest';
import { usedTexts } from '../../test/support/text-uses.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';

test('the English dictionary has exactly the keys of the Norwegian one', () => {
  expect(paths(en)).toEqual(paths(nb));
});

test('no text is empty, and the same in both languages are only those that should be', () => {
  const norwegian = new Map(leaves(nb));
  const same = leaves(en).flatMap(([path, text]) => {
    if (path !== 'people.week.absences.0') expect(text, path).not.toBe('');
    return text === norwegian.get(path) && /[a-z]/i.test(text.replace(/<\d>/g, '')) ? [path] : [];
  });
  expect(same.toSorted()).toEqual(sameInBoth.toSorted());
});

test('every text is used on the page', () => {
  const used = usedTexts();
  const unused = leaves(nb)
    .map(([path]) => path.replace(/\.\d+$/, ''))
    .filter((path) => !used.has(path) && !lookedUp.some((group) => path.startsWith(`${group}.`)));
  expect(unused).toEqual([]);
  expect(lookedUp.filter((group) => !used.has(group))).toEqual([]);
});

test('texts with values in them use every value', () => {
  for (const dictionary of [nb, en]) {
    for (const [path, text] of leaves(dictionary)) {
      for (let index = 0; index < (functionLengths.get(path) ?? 0); index++) expect(text, path).toContain(`<${index}>`);
    }
  }
});

/** Groups of texts that are looked up by a key of the data. Those of `labels` are held against the schema elsewhere. */
const lookedUp = [
  ...['models', 'fields', 'meanings', 'absent', 'options', 'parts', 'units', 'figures'].map(
    (group) => `labels.${group}`,
  ),
  'planMap.interventions',
  'form.confidence',
  'form.weekdays',
  'compare.statements',
  'paper.models',
];
const sameInBoth = [
  'page.brand',
  'people.costs.items.doula',
  'people.facts.team',
  'people.lanes.video',
  'people.onlyMinutes',
  'people.pathway.wait',
  'people.plan',
  'people.providers.doula',
  'people.table.sum',
  'people.team',
  'playback.inPlan',
  'playback.pause',
  'playback.tableValue',
  'playback.values',
  'run.scenarioB',
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
