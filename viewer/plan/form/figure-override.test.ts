import { expect, test } from 'vitest';
import { checkScenario, scenarioFilesFromRecord } from '../../../scenarios/schema/index.ts';
import { startsWith } from '../../../scenarios/schema/overrides.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import type { Json, PlanDocument } from '../plan-document.ts';
import { overrideAt, withFigureSource, withFigureValue, withoutFigure } from './figure-override.ts';
import { figuresIn, filtered, type ListedFigure } from './figures.ts';

const today = checkScenario('dagens', scenarioFilesFromRecord(shippedTexts));
if ('problems' in today) throw new Error('Today’s scenario is unsound.');
const { data } = today.scenario;
const figures = figuresIn(data);
const words = { nb: 'Plan', en: 'Plan' };
const plan: PlanDocument = { schemaVersion: 1, extends: 'dagens', name: words, description: words, interventions: [] };

test('every figure that is a number can be changed and put back, and the plan is then as it was', () => {
  const numbers = figures.filter(({ figure }) => typeof figure.value === 'number');
  expect(numbers.length).toBeGreaterThan(500);
  for (const { path, figure } of numbers) {
    const value = Number(figure.value) + 1;
    const changed = withFigureValue(plan, data, path, [], value, 'A plan');
    expect(overrideAt(changed, path, data)).toEqual({ value, unit: figure.unit, source: 'A plan', confidence: 'U' });
    expect(figures.filter((other) => overrideAt(changed, other.path, data) !== undefined)).toHaveLength(1);
    expect(withoutFigure(changed, data, path)).toEqual(plan);
    expect(withFigureValue(changed, data, path, [], figure.value, 'A plan')).toEqual(plan);
  }
});

test('what the plan says is what is read: a figure, one in a list, one value of many', () => {
  const change = (document: PlanDocument, dotted: string, inner: (string | number)[], value: Json) =>
    withFigureValue(document, data, dotted.split('.').map(step), inner, value, 'A plan');
  let document = change(plan, 'continuityTeams.caseload', [], 120);
  document = change(document, 'sites.ullevaal.diversion.1.journey', [], 44);
  document = change(document, 'timePattern.inductionStart.weekdays', [6], 0.141);
  document = change(document, 'timePattern.inductionStart.weekdays', [0], 0.189);
  const files = scenarioFilesFromRecord({ ...shippedTexts, 'scenarios/plan.json': JSON.stringify(document) });
  const read = checkScenario('plan.json', files);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems.map(({ message }) => message.en)));
  const now = read.scenario.data;
  expect(now.continuityTeams.caseload).toMatchObject({ value: 120, unit: 'women a year', confidence: 'U' });
  expect(now.sites['ullevaal']?.diversion.map(({ journey }) => journey.value)).toEqual([10, 44]);
  expect(now.timePattern.inductionStart.weekdays.value).toEqual([0.189, 0.19, 0.185, 0.17, 0.075, 0.05, 0.141]);
});

test('a planner can say where her figure comes from, and of no other', () => {
  const path = ['continuityTeams', 'caseload'];
  expect(withFigureSource(plan, data, path, 'Tried in Alna')).toBe(plan);
  const changed = withFigureSource(withFigureValue(plan, data, path, [], 120, 'A plan'), data, path, 'Tried in Alna');
  expect(overrideAt(changed, path, data)).toMatchObject({ value: 120, source: 'Tried in Alna' });
});

test('the list of figures is narrowed by words, part, group, assumptions and changes', () => {
  const listed = figures.map((placed): ListedFigure => ({
    ...placed,
    words: [],
    searched: placed.path.join(' ').toLowerCase(),
  }));
  const all = { search: '', part: '', group: '', onlyAssumptions: false, onlyChanged: false };
  const paths = (filter: Partial<typeof all>) =>
    filtered(listed, { ...all, ...filter }, ({ path }) => startsWith(path, ['doula'])).map(({ path }) =>
      path.join('.'),
    );
  expect(paths({})).toHaveLength(figures.length);
  expect(paths({ search: 'Caseload  continuityTeams' })).toEqual(['continuityTeams.caseload']);
  expect(paths({ part: 'wardRules', group: 'paediatricExamination' })).toHaveLength(5);
  expect(paths({ onlyChanged: true })).toEqual(['doula.uptake', 'doula.afterBirth']);
  const assumptions = figures.filter(({ figure }) => figure.confidence === 'U').length;
  expect(paths({ onlyAssumptions: true })).toHaveLength(assumptions);
});

function step(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text;
}
