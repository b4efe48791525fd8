import { expect, test } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../../scenarios/schema/node-files.ts';
import { plannedIn } from './planned.ts';

const scenario = loadScenario('dagens', nodeScenarioFiles());

function planned(months: number): number {
  const order = ['alna', 'stovner'];
  const rollOut = { model: 'roll-out', start: '2027-01-01', order, months, coverage: 1, payers: { ahus: 'ahus' } };
  return plannedIn({ interventions: [rollOut] }, scenario, scenario).length;
}

test('a roll-out over more months than there are dates is not reckoned with, and breaks nothing', () => {
  expect(planned(3)).toBe(2);
  for (const months of [1e9, -1e9, Infinity, NaN]) expect(planned(months)).toBe(0);
});
