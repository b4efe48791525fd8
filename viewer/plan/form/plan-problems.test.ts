import { array, assert, nat, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { pathText, problemAt, same, type Path } from '../../../scenarios/schema/problems.ts';
import { pathIn, problemsUnder } from './plan-problems.ts';

const path = array(oneof(nat(20), string({ minLength: 1 })), { minLength: 1 });

test('a path reads back from its text', () => {
  assert(
    property(path, (steps) => {
      expect(pathIn(pathText(steps))).toEqual(steps);
    }),
  );
});

test('a problem stands at its own field and at the groups around it, not at fields with a similar name', () => {
  const at = (steps: Path) => problemAt({ file: 'plan.json', line: 1, column: 1, path: steps }, { found, allowed });
  const found = same('found');
  const allowed = same('allowed');
  const problems = [at(['interventions', 0, 'teams', 'alna']), at(['interventions', 10, 'start'])];
  const under = (steps: Path) => problemsUnder(problems, steps).length;
  expect(under(['interventions', 0])).toBe(1);
  expect(under(['interventions', 0, 'teams'])).toBe(1);
  expect(under(['interventions', 0, 'teams', 'alna'])).toBe(1);
  expect(under(['interventions', 1])).toBe(0);
  expect(under(['interventions', 0, 'team'])).toBe(0);
  expect(under(['interventions', 0, 'teams', 'aln'])).toBe(0);
});
