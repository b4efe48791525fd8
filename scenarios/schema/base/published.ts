import { z } from 'zod';
import { confidence } from '../figure.ts';
import { localisedText } from './common.ts';

/**
 * A published figure beside which an indicator is shown, in the indicator's unit. A `target` is one that the base scenario
 * is held against: where it is verified (V), the indicator must come within the tolerance of it; where it is derived or
 * assumed (D, U), the indicator may also lie outside if an explanation says why. `context` is another place, another
 * definition or another service.
 */
export const publishedFigure = z.strictObject({
  role: z.enum(['target', 'context']),
  value: z.number(),
  /** How far the mean may lie from the value, the bound included. */
  tolerance: z.number().min(0),
  source: z.string().min(3),
  confidence,
  /** Why the indicator may lie outside: what the figure counts that the model does not, or the other way round. */
  explanation: localisedText.optional(),
});
