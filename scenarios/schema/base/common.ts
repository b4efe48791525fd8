import { z } from 'zod';
import { figure } from '../figure.ts';

/** Identifiers are lower-case ASCII words joined by hyphens, so that they can stand in file names and addresses. */
export const identifier = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export const localDate = z.iso.date();
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Text without control characters: it is shown in terminals. */
const plainText = z.string().regex(/^[^\p{Cc}]+$/u);
export const localisedText = z.strictObject({ nb: plainText, en: plainText });

export const latitude = figure(z.number().min(-90).max(90), 'degrees north');
export const longitude = figure(z.number().min(-180).max(180), 'degrees east');
export const sharesByIdentifier = (unit: string) => figure(z.record(identifier, z.number().min(0).max(1)), unit);
export const byParity = <T extends z.ZodType>(value: T) => z.strictObject({ nulliparous: value, multiparous: value });

/**
 * The law of a duration, in the unit of its figure. A scenario may put another law in the place of the base data's, e.g.
 * an exponential one. What one parameter alone can't tell is checked with the rest of the data.
 */
export const durationLaw = (unit: 'hours' | 'days') =>
  figure(
    z.discriminatedUnion('law', [
      z.strictObject({ law: z.literal('constant'), value: z.number().positive() }),
      z.strictObject({ law: z.literal('exponential'), mean: z.number().positive() }),
      /** `sigma` is the standard deviation of the logarithm. */
      z.strictObject({
        law: z.literal('lognormal'),
        median: z.number().positive(),
        sigma: z.number().positive().max(3),
      }),
      z.strictObject({
        law: z.literal('gamma'),
        mean: z.number().positive(),
        standardDeviation: z.number().positive(),
      }),
      z.strictObject({
        law: z.literal('triangular'),
        minimum: z.number().min(0),
        mode: z.number().min(0),
        maximum: z.number().positive(),
      }),
      z.strictObject({ law: z.literal('uniform'), minimum: z.number().min(0), maximum: z.number().positive() }),
    ]),
    unit,
  );
