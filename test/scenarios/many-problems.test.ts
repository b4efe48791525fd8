import { expect, test } from 'vitest';
import { problemCount, problemText } from '../../scenarios/schema/problems.ts';
import { plan, problemsOf } from './support.ts';

const many = 20_000;
const keys = Array.from({ length: many }, (_, index) => `key${index}`);
/** As many as a file has room for a few levels down. */
const fewer = keys.slice(0, 14_000);

const heading = ['schemaVersion: 1', 'extends: dagens', 'name: { nb: Prøve, en: Trial }'];
const closing = ['  - model: capacity', '    start: 2027-07-01', '    site: ahus', '    labourRooms: -1'];

test.each([
  ['at the top of a file', plan('interventions: []', ...keys.map((key) => `${key}: 1`)), many],
  [
    'at the top of a file in JSON',
    JSON.stringify({
      schemaVersion: 1,
      extends: 'dagens',
      name: { nb: 'Prøve', en: 'Trial' },
      description: { nb: 'Prøve', en: 'Trial' },
      interventions: [],
      ...Object.fromEntries(keys.map((key) => [key, 1])),
    }),
    many,
  ],
  ['in one intervention', plan('interventions:', ...closing, ...fewer.map((key) => `    ${key}: 1`)), fewer.length],
  ['among the figures', plan('inputs:', '  sites:', ...fewer.map((key) => `    ${key}: 1`)), fewer.length],
])('twenty thousand unknown keys %s are refused, the first in full and the others as a number', (_, text, count) => {
  const problems = problemsOf(text);
  expect(problemCount(problems)).toBe(count);
  expect(problems).toHaveLength(201);
  expect(problems.slice(0, 3).map(({ path }) => path.split('.').at(-1))).toEqual(['key0', 'key1', 'key2']);
  expect(problems.at(-1)).toMatchObject({ count: count - 200, path: '' });
  expect(problems.at(-1)?.found.en).toBe(`and ${count - 200} more problems`);
  expect(problems.at(-1)?.found.nb).toBe(`og ${count - 200} feil til`);
  expect(problemText(problems, 'en')).toMatch(new RegExp(`\n\n… and ${count - 10} more\\.$`));
});

test('a list of a hundred thousand things that are no interventions is refused too', () => {
  const problems = problemsOf(plan(`interventions: [${'1,'.repeat(100_000)}1]`));
  expect(problemCount(problems)).toBe(100_001);
  expect(problems).toHaveLength(201);
  expect(problems[199]?.path).toBe('interventions[199]');
});

test('two hundred problems all stand in full', () => {
  const problems = problemsOf(plan(...keys.slice(0, 200).map((key) => `${key}: 1`)));
  expect(problems).toHaveLength(200);
  expect(problems.at(-1)).toMatchObject({ path: 'key199', line: 204 });
});

test('keys that stand twice are found however many there are, each where it stands again', () => {
  const twice = problemsOf([...heading, ...keys.map((key) => `${key}: 1`), 'key7: 2', 'key9: 2', ''].join('\n'));
  expect(twice.map(({ line, column, found }) => [line, column, found.en])).toEqual([
    [heading.length + many + 1, 1, 'the same key stands here twice'],
    [heading.length + many + 2, 1, 'the same key stands here twice'],
  ]);
  const inFlow = problemsOf([...heading, 'horizon: { start: 1, &a "start": 2, ? end : 3, end: 4 }', ''].join('\n'));
  expect(inFlow.map(({ line, column }) => `${line}:${column}`)).toEqual(['4:25', '4:48']);
  const all = problemsOf([...keys.slice(0, many / 2), ...keys.slice(0, many / 2)].map((key) => `${key}: 1\n`).join(''));
  expect(problemCount(all)).toBe(many / 2);
});
