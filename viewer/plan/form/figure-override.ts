import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { valueAt, withValueAt, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';
import { isPassport, type Passport } from './figures.ts';

/** The figure that a plan puts in the place of one of the base data; undefined if it leaves that as it is. */
export function overrideAt(document: PlanDocument, path: Path, data: BaseData): Passport | undefined {
  const own = valueAt(document, ['inputs', ...path]);
  if (!isPassport(own)) return undefined;
  // A list is replaced whole, so that figures which are as they were stand in it too.
  return listAbove(path) !== undefined && same(own, figureOf(data, path)) ? undefined : own;
}

/**
 * A plan with another value of a figure. The figure is replaced whole, with its unit; it becomes an assumption (U) of the
 * plan, and what was said of the old value is not said of the new one.
 *
 * @param inner where in the value the change is; empty for the whole value
 * @param source what the plan says of where its figures come from
 */
export function withFigureValue(
  document: PlanDocument,
  data: BaseData,
  path: Path,
  inner: Path,
  value: Json | undefined,
  source: string,
): PlanDocument {
  const before = figureOf(data, path);
  const own = valueAt(document, ['inputs', ...path]);
  const now: Passport =
    overrideAt(document, path, data) === undefined || !isPassport(own)
      ? { value: before.value, unit: before.unit, source, confidence: 'U' }
      : own;
  const { value: changed } = withValueAt({ value: now.value }, ['value', ...inner], value);
  if (same(changed, before.value)) return withoutFigure(document, data, path);
  return withFigure(document, data, path, { ...now, value: changed ?? '' });
}

/** A plan that says something else of where its own figure comes from. Does nothing for a figure that the plan does not change. */
export function withFigureSource(document: PlanDocument, data: BaseData, path: Path, source: string): PlanDocument {
  const own = overrideAt(document, path, data);
  return own === undefined ? document : withFigure(document, data, path, { ...own, source });
}

/** A plan that has the figure of the base data again. Mappings that hold nothing more are left out. */
export function withoutFigure(document: PlanDocument, data: BaseData, path: Path): PlanDocument {
  const list = listAbove(path);
  let next: PlanDocument;
  let gone = path;
  if (list === undefined) {
    next = withValueAt(document, ['inputs', ...path], undefined);
  } else {
    if (valueAt(document, ['inputs', ...list]) === undefined) return document;
    next = withValueAt(document, ['inputs', ...path], figureOf(data, path) as unknown as Json);
    if (!same(valueAt(next, ['inputs', ...list]), valueAt(data as unknown as JsonObject, list))) return next;
    next = withValueAt(next, ['inputs', ...list], undefined);
    gone = list;
  }
  for (let length = gone.length - 1; length >= 0; length--) {
    const above = ['inputs', ...gone.slice(0, length)];
    const rest = valueAt(next, above);
    if (typeof rest !== 'object' || rest === null || Object.keys(rest).length > 0) break;
    next = withValueAt(next, above, undefined);
  }
  return next;
}

function withFigure(document: PlanDocument, data: BaseData, path: Path, figure: Passport): PlanDocument {
  const list = listAbove(path);
  let next = document;
  if (list !== undefined && valueAt(document, ['inputs', ...list]) === undefined) {
    next = withValueAt(next, ['inputs', ...list], valueAt(data as unknown as JsonObject, list));
  }
  return withValueAt(next, ['inputs', ...path], figure as unknown as Json);
}

function figureOf(data: BaseData, path: Path): Passport {
  return valueAt(data as unknown as JsonObject, path) as unknown as Passport;
}

/** The list that a path leads into, which overrides replace whole. */
function listAbove(path: Path): Path | undefined {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? undefined : path.slice(0, index);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
