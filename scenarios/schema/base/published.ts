import { z } from 'zod';
import { confidence } from '../figure.ts';

/**
 * A published figure beside which an indicator is shown, in the indicator's unit. A `target` is one that the base scenario
 * must come within the tolerance of; `context` is another place, another definition or another service.
 */
export const publishedFigure = z.strictObject({
  role: z.enum(['target', 'context']),
  value: z.number(),
  tolerance: z.number().min(0),
  source: z.string().min(3),
  confidence,
});
