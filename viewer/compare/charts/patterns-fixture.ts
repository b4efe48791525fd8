import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';

/** Patterns of a small service, for tests: nothing in them but what is given. */
export function madePatterns(given: Partial<Patterns>): Patterns {
  return { daily: {}, hourOfWeek: {}, stay: {}, midwivesMet: {}, caseload: {}, flows: [], ...given };
}
