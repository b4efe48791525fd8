import { expect, test } from 'vitest';
import { planChecker } from '../checker/checker.ts';
import { shippedTexts } from '../checker/shipped-files.ts';
import { plannedIn } from './planned.ts';

const texts = Object.fromEntries(
  Object.entries(shippedTexts).map(([path, text]) => [path.replace(/^.*scenarios\//, 'scenarios/'), text]),
);
const today = planChecker(texts).shipped('dagens');
if (today.kind === 'unsound') throw new Error(today.problems[0]!.message.en);
const { scenario } = today;

function planned(months: number): number {
  const order = ['alna', 'stovner'];
  const rollOut = { model: 'roll-out', start: '2027-01-01', order, months, coverage: 1, payers: { ahus: 'ahus' } };
  return plannedIn({ interventions: [rollOut] }, scenario, scenario).length;
}

test('a roll-out over more months than there are dates is not reckoned with, and breaks nothing', () => {
  expect(planned(3)).toBe(2);
  for (const months of [1e9, -1e9, Infinity, NaN]) expect(planned(months)).toBe(0);
});
