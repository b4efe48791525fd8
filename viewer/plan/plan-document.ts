import type { Path } from '../../scenarios/schema/problems.ts';

/** Anything that can stand in a scenario file. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * A scenario file while it is being edited: always JSON, but not always sound. What was typed stays in it even if it is
 * not allowed there, so that nothing is lost and the check can say what is wrong with it. Never changed in place.
 */
export type PlanDocument = JsonObject;

/** The value at a path; undefined where there is none. */
export function valueAt(document: PlanDocument, path: Path): Json | undefined {
  let here: Json | undefined = document;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, Json>)[step];
  }
  return here;
}

/**
 * The document with another value at a path; with undefined, without the key or list element there. Mappings that lack on
 * the way are made.
 */
export function withValueAt(document: PlanDocument, path: Path, value: Json | undefined): PlanDocument {
  return changed(document, path, value) as PlanDocument;
}

/** What the plan changes: its interventions, as they are written. */
export function interventionsIn(document: PlanDocument): readonly Json[] {
  const { interventions } = document;
  return Array.isArray(interventions) ? (interventions as readonly Json[]) : [];
}

function changed(here: Json | undefined, [step, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (Array.isArray(here)) {
    const list = here as readonly Json[];
    const index = Number(step);
    const inner = changed(list[index], rest, value);
    return inner === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, inner);
  }
  const mapping = typeof here === 'object' && here !== null ? (here as JsonObject) : {};
  const inner = changed(mapping[step], rest, value);
  if (inner !== undefined) return { ...mapping, [step]: inner };
  return Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== String(step)));
}
