import type { PlanDocument } from '../plan-document.ts';
import type { SavedPlan } from '../saved-plans.ts';
import type { KeptDraft } from './draft.ts';

/** The farthest moment that a date of the browser can stand for, in milliseconds. */
const farthestMoment = 8.64e15;

/**
 * A draft as it was found in the browser's database, where anything may stand. What can be undone is left out if it is no
 * list of plans. Undefined if there is no plan in it.
 */
export function draftIn(found: unknown): KeptDraft | undefined {
  if (!isMapping(found)) return undefined;
  const { document, start, saved, version } = found;
  if (!isMapping(document)) return undefined;
  const [past, future] = [documentsIn(found['past']), documentsIn(found['future'])];
  return {
    document: document as PlanDocument,
    past,
    future,
    start: (isMapping(start) ? start : document) as PlanDocument,
    version: isCount(version) ? version : 0,
    ...(isMapping(saved) && typeof saved['id'] === 'string' && isCount(saved['version'])
      ? { saved: { id: saved['id'], version: saved['version'] } }
      : {}),
  };
}

/** Whether what was found in the browser's database is a saved plan. */
export function isSavedPlan(found: unknown): found is SavedPlan {
  return (
    isMapping(found) &&
    typeof found['id'] === 'string' &&
    isMapping(found['document']) &&
    isCount(found['version']) &&
    typeof found['savedAt'] === 'number' &&
    Math.abs(found['savedAt']) <= farthestMoment
  );
}

function documentsIn(found: unknown): PlanDocument[] {
  return Array.isArray(found) && found.every(isMapping) ? (found as PlanDocument[]) : [];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
