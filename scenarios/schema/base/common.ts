import { z } from 'zod';
import { figure, positive } from '../figure.ts';

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

export const lognormalHours = z.strictObject({ median: positive('hours'), sigma: positive('log units') });
export const triangularHours = figure(
  z
    .strictObject({ minimum: z.number().min(0), mode: z.number().min(0), maximum: z.number().positive() })
    .refine(({ minimum, mode, maximum }) => minimum <= mode && mode <= maximum && minimum < maximum, {
      params: { rule: 'triangle' },
    }),
  'hours',
);
export const gammaDays = z.strictObject({ mean: positive('days'), standardDeviation: positive('days') });
