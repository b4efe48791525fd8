import { expect, test } from 'vitest';
import type { ScenarioHeading } from '../../../scenarios/schema/index.ts';
import { shippedTexts } from '../../../test/scenarios/support.ts';
import { planChecker } from '../checker/checker.ts';
import { interventionsIn } from '../plan-document.ts';
import { examplePlan, isToday, usualScenario } from '../usual-scenarios.ts';
import { inOrder } from './in-order.ts';

const heading = (id: string, nb: string, en: string): ScenarioHeading => ({
  id,
  name: { nb, en },
  description: { nb, en },
  horizon: { start: '2027-01-01', end: '2027-12-31', warmUpDays: 0 },
});
const headings = [
  heading('open', 'Åpen barsel', 'Open postnatal ward'),
  heading('roll-out-9', 'Utrulling på 9 måneder', 'Roll-out in 9 months'),
  heading('roll-out-12', 'Utrulling på 12 måneder', 'Roll-out in 12 months'),
  heading(usualScenario, 'Dagens tilbud', 'Today’s service'),
  heading('mixed', 'Blandet plan', 'Mixed plan'),
];

test('scenarios stand in the alphabetical order of the language, after the service as it is today', () => {
  expect(inOrder(headings, 'nb').map(({ name }) => name.nb)).toEqual([
    'Dagens tilbud',
    'Blandet plan',
    'Utrulling på 9 måneder',
    'Utrulling på 12 måneder',
    'Åpen barsel',
  ]);
  expect(inOrder(headings, 'en').map(({ id }) => id)).toEqual([
    usualScenario,
    'mixed',
    'open',
    'roll-out-9',
    'roll-out-12',
  ]);
});

test('what is called the service as it is today asks for nothing else, in every shipped scenario', () => {
  const checker = planChecker(shippedTexts);
  const ids = checker.headings().map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([usualScenario, examplePlan]));
  const todays = ids.filter(isToday);
  expect(todays.length).toBeGreaterThan(1);
  for (const id of todays) expect(interventionsIn(checker.documentOf(id))).toEqual([]);
});
