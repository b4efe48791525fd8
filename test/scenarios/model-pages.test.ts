import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { isFigure, loadScenario, type Scenario } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { shippedNames } from './support.ts';

const folder = 'scenarios/models';
const languages = ['nb', 'en'] as const;
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const models = [...new Set(files.map((name) => name.split('.')[0]!))];
const pageOf = (model: string, language: string) => readFileSync(`${folder}/${model}.${language}.md`, 'utf8');

interface Row {
  reference: string;
  value: string;
  unit: string;
  source: string;
  confidence: string;
}

/** Rows of the table of a page; the parameter ends with its place in the base data or in a scenario, between backticks. */
function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [parameter, value, unit, source, confidence] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return {
        reference: /`([^`]+)`$/.exec(parameter!)?.[1] ?? '',
        value: value!,
        unit: unit!,
        source: source!,
        confidence: confidence!,
      };
    });
}

const loaded = new Map<string, Scenario>();
function scenario(name: string): Scenario {
  let found = loaded.get(name);
  if (found === undefined) loaded.set(name, (found = loadScenario(name, nodeScenarioFiles())));
  return found;
}

/** What stands at a path such as `continuityTeams.caseload`, or at `utrulling-12:0.teams.stovner` of a scenario. */
function lookUp(reference: string): unknown {
  const [name, inner] = reference.includes(':') ? reference.split(':') : ['dagens', reference];
  const start: unknown = reference.includes(':') ? scenario(name!).interventions : scenario('dagens').data;
  return inner!
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], start);
}

const numberOf = (text: string) => (/^\d\d:\d\d$/.test(text) ? text : Number(text.replace(',', '.')));

describe('every care model', () => {
  it('has a page in both languages and no other', () => {
    expect(models).toHaveLength(9);
    expect(files.toSorted()).toEqual(models.flatMap((model) => [`${model}.en.md`, `${model}.nb.md`]).toSorted());
  });

  test.each(models)('%s fills no more than a page of A4 in either language', (model) => {
    for (const language of languages) {
      const page = pageOf(model, language);
      expect(page.split('\n').length).toBeLessThan(65);
      expect(page.replaceAll(/ {2,}|-{3,}/g, ' ').length).toBeLessThan(4000);
      expect(page.match(/^## /gm)).toHaveLength(5);
    }
  });

  test.each(models)('%s has the figures of the base data and the scenarios, in both languages', (model) => {
    const [nb, en] = languages.map((language) => rowsOf(pageOf(model, language)));
    expect(nb!.length).toBeGreaterThan(3);
    expect(nb!.map(({ reference, confidence }) => [reference, confidence])).toEqual(
      en!.map(({ reference, confidence }) => [reference, confidence]),
    );
    for (const { reference, value, unit, source, confidence } of [...nb!, ...en!]) {
      const actual = lookUp(reference);
      const bare = isFigure(actual) ? actual.value : actual;
      expect([reference, numberOf(value)]).toEqual([reference, bare]);
      expect(confidence).toMatch(/^[VDU]$/);
      if (isFigure(actual)) expect([reference, confidence]).toEqual([reference, actual.confidence]);
      if (confidence === 'U') expect(source).toMatch(/^(Assumption|Antakelse)/);
      expect(unit.length * source.length).toBeGreaterThan(0);
    }
    for (const { reference, unit } of en!) {
      const actual = lookUp(reference);
      if (isFigure(actual)) expect([reference, unit]).toEqual([reference, actual.unit]);
    }
  });

  test.each(models)('%s names tests and scenarios that exist', (model) => {
    for (const language of languages) {
      const page = pageOf(model, language);
      const tests = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!);
      expect(tests.length).toBeGreaterThan(0);
      expect(tests.filter((path) => !existsSync(path))).toEqual([]);
      expect(scenariosOn(page).filter((name) => !shippedNames.includes(name))).toEqual([]);
    }
  });
});

const scenariosOn = (page: string) =>
  [...page.slice(page.lastIndexOf('Scenario')).matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

it('every scenario but today’s service and the mix of models belongs to a page', () => {
  const named = models.flatMap((model) => scenariosOn(pageOf(model, 'nb')));
  expect(named.toSorted()).toEqual(
    shippedNames.filter((name) => !['dagens', 'blandet-plan'].includes(name)).toSorted(),
  );
  for (const model of models) expect(scenariosOn(pageOf(model, 'en'))).toEqual(scenariosOn(pageOf(model, 'nb')));
});
