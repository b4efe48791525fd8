import { z } from 'zod';

/** See `Confidence`. */
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

/** Quantities that recur: each is a figure with a unit and a range. */
export const probability = figure(z.number().min(0).max(1), 'probability');
export const count = (unit: string) => figure(z.int().min(0), unit);
export const amount = (unit: string) => figure(z.number().min(0), unit);
export const positive = (unit: string) => figure(z.number().positive(), unit);
