import { z } from 'zod';
import { figure } from '../figure.ts';

/** Default parameters of the care model "combined positions"; an intervention may set its own share. */
export const combinedPositions = z.strictObject({
  /** Share of the working time on the ward; the rest is in the district's health station. */
  wardShare: figure(z.number().min(0.1).max(0.9), 'share of working time'),
  /** Position of each person; what is left of the posts after whole ones is one smaller position. */
  position: figure(z.number().min(0.1).max(1), 'share of a full-time position'),
});
