import { z } from 'zod';
import { figure } from '../figure.ts';
import { clockTime } from './common.ts';

const sharesOfWeek = figure(z.array(z.number().min(0).max(1)).length(7), 'share, Monday to Sunday');

export const timePattern = z.strictObject({
  monthFactors: figure(
    z.array(z.number().positive()).length(12),
    'births a day relative to the year, January to December',
  ),
  spontaneousOnset: z.strictObject({
    amplitude: figure(z.number().min(0).max(1), 'relative amplitude'),
    peak: figure(z.number().min(0).max(24), 'hour of day'),
  }),
  inductionStart: z.strictObject({
    weekdays: sharesOfWeek,
    windows: figure(
      z.array(z.strictObject({ from: clockTime, to: clockTime, share: z.number().min(0).max(1) })).min(1),
      'clock time and share',
    ),
  }),
  plannedCaesarean: z.strictObject({ from: figure(clockTime, 'clock time'), to: figure(clockTime, 'clock time') }),
});
