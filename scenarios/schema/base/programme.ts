import { z } from 'zod';
import { amount, figure, positive, probability } from '../figure.ts';
import { clockTime } from './common.ts';

export const programme = z.strictObject({
  antenatal: z.strictObject({
    /** Consultations with the district midwife over a whole pregnancy, and the days after registration they are spread over. */
    consultations: amount('consultations'),
    duration: positive('minutes'),
    documentation: amount('minutes'),
  }),
  homeVisit: z.strictObject({
    share: probability,
    withinDays: positive('days'),
    duration: positive('minutes'),
    documentation: amount('minutes'),
    opens: figure(clockTime, 'clock time'),
    closes: figure(clockTime, 'clock time'),
  }),
});
