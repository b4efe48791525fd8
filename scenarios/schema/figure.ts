import { z } from 'zod';

/** How far a figure can be trusted: V stands in the named source, D is derived from such figures, U is an assumption. */
export const confidence = z.enum(['V', 'D', 'U']);

const year = z.union([z.int().min(1900).max(2100), z.string().regex(/^\d{4}–\d{2,4}$/)]);

/**
 * A figure with its passport: the value, the unit it must be given in, where it comes from, which year it describes and
 * how far it can be trusted. `movedFrom` and `reason` stand on figures that were moved from their published default to
 * reproduce a validation target, `low` and `high` on those for which a range is published.
 */
export function figure<T extends z.ZodType>(value: T, unit: string) {
  return z
    .strictObject({
      value,
      unit: z.literal(unit),
      source: z.string().min(3),
      year: year.optional(),
      confidence,
      note: z.string().optional(),
      movedFrom: z.unknown().optional(),
      reason: z.string().optional(),
      low: value.optional(),
      high: value.optional(),
    })
    .meta({ unit });
}

/** A figure as it stands in a base data file. */
export interface Figure<T> {
  value: T;
  unit: string;
  source: string;
  year?: number | string | undefined;
  confidence: z.infer<typeof confidence>;
  note?: string | undefined;
  movedFrom?: unknown;
  reason?: string | undefined;
  low?: T | undefined;
  high?: T | undefined;
}

/** The same structure with every figure replaced by its bare value: what the model computes with. */
export type Plain<T> =
  T extends Figure<infer V>
    ? V
    : T extends readonly (infer E)[]
      ? Plain<E>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** Tells whether a parsed value is a figure, i.e. a leaf with a passport. */
export function isFigure(value: unknown): value is Figure<unknown> {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value;
}

/** Strips every passport, leaving the values. The input is not changed. */
export function plain<T>(value: T): Plain<T> {
  if (isFigure(value)) return value.value as Plain<T>;
  if (Array.isArray(value)) return value.map((element) => plain(element)) as Plain<T>;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, plain(element)])) as Plain<T>;
  }
  return value as Plain<T>;
}

/** Quantities that recur: each is a figure with a unit and a range. */
export const probability = figure(z.number().min(0).max(1), 'probability');
export const count = (unit: string) => figure(z.int().min(0), unit);
export const amount = (unit: string) => figure(z.number().min(0), unit);
export const positive = (unit: string) => figure(z.number().positive(), unit);
