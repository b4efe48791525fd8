import { expect, test } from 'vitest';
import type { PlanDocument } from '../plan-document.ts';
import { stepBetween } from './last-change.ts';

const doula = { model: 'doula', start: '2027-01-01' };
const teams = { model: 'continuity-teams', start: '2027-01-01' };
const plan: PlanDocument = { name: { nb: 'A', en: 'A' }, interventions: [doula, teams], inputs: {} };
const withChanges = (interventions: PlanDocument['interventions']) => ({ ...plan, interventions: interventions! });

test('a step is told by what it did', () => {
  const later = { ...teams, start: '2028-01-01' };
  expect(stepBetween(plan, withChanges([doula, teams, later]))).toEqual({ did: 'added', model: 'continuity-teams' });
  expect(stepBetween(plan, withChanges([teams]))).toEqual({ did: 'removed', model: 'doula' });
  expect(stepBetween(plan, withChanges([doula, later]))).toEqual({ did: 'changed', model: 'continuity-teams' });
  expect(stepBetween(plan, withChanges([teams, doula]))).toEqual({ did: 'reordered' });
  expect(stepBetween(plan, withChanges([later]))).toEqual({ did: 'several' });
  expect(stepBetween(plan, withChanges([doula, teams, teams]))).toEqual({ did: 'several' });
  expect(stepBetween(plan, { ...plan, name: 'B' })).toEqual({ did: 'name' });
  expect(stepBetween(plan, { ...plan, inputs: { sites: {} } })).toEqual({ did: 'figures' });
  expect(stepBetween(plan, { ...plan, name: 'B', inputs: { sites: {} } })).toEqual({ did: 'several' });
  expect(stepBetween(plan, { ...plan, unknown: 1 })).toEqual({ did: 'several' });
});
