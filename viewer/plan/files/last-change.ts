import { interventionsIn, type Json, type PlanDocument } from '../plan-document.ts';
import { modelOf } from './changes.ts';

/** What one step did to a plan. `model` is the care model of the intervention, by its key in the schema. */
export type StepDone =
  | { did: 'added' | 'removed' | 'changed'; model: string }
  | { did: 'reordered' | 'figures' | 'name' | 'description' | 'period' | 'start' | 'several' };

/** Which key of the document stands for which kind of step. */
const steps = {
  inputs: 'figures',
  name: 'name',
  description: 'description',
  horizon: 'period',
  extends: 'start',
} as const;

/** What was done between a plan as it was and as it became. */
export function stepBetween(before: PlanDocument, after: PlanDocument): StepDone {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isSame(before[key], after[key]),
  );
  const [only] = keys;
  if (only === undefined || keys.length > 1) return { did: 'several' };
  if (only === 'interventions') return interventionStep(interventionsIn(before), interventionsIn(after));
  return { did: Object.hasOwn(steps, only) ? steps[only as keyof typeof steps] : 'several' };
}

function interventionStep(before: readonly Json[], after: readonly Json[]): StepDone {
  const [earlier, later] = [before.map(written), after.map(written)];
  const [wereThere, areThere] = [new Set(earlier), new Set(later)];
  const gone = before.filter((_, index) => !areThere.has(earlier[index] ?? ''));
  const come = after.filter((_, index) => !wereThere.has(later[index] ?? ''));
  const [left] = gone;
  const [arrived] = come;
  const [more, fewer] = [after.length - before.length, before.length - after.length];
  if (arrived !== undefined && come.length === 1 && gone.length === 0 && more === 1) {
    return { did: 'added', model: modelOf(arrived) };
  }
  if (left !== undefined && gone.length === 1 && come.length === 0 && fewer === 1) {
    return { did: 'removed', model: modelOf(left) };
  }
  if (arrived !== undefined && come.length === 1 && gone.length === 1 && more === 0) {
    return { did: 'changed', model: modelOf(arrived) };
  }
  if (come.length === 0 && gone.length === 0 && more === 0) return { did: 'reordered' };
  return { did: 'several' };
}

function written(value: Json): string {
  return JSON.stringify(value);
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
