import { z } from 'zod';
import { figure, positive } from '../figure.ts';
import { clockTime } from './common.ts';

/** How the wards of all sites work, apart from who cares for whom. */
export const wardRules = z.strictObject({
  /** A woman who has waited too long for a labour room is asked for elsewhere again after this time. */
  diversionRetry: positive('minutes'),
  /** How long an instrumental birth takes up an obstetrician. */
  obstetricianAtBirth: positive('minutes'),
  /** Time of a midwife when an induction begins. */
  inductionStart: positive('minutes'),
  /** Healthy women move from the postnatal ward to the hotel when they have been there so long. */
  hotelAfter: positive('hours'),
  paediatricExamination: z.strictObject({
    duration: positive('minutes'),
    /** The child is to be so old at least, and at most; one that has left hospital before comes back for it. */
    earliestAge: positive('hours'),
    latestAge: positive('hours'),
    opens: figure(clockTime, 'clock time'),
    closes: figure(clockTime, 'clock time'),
  }),
  /** A woman or child who is admitted again waits so long for a bed at most before another ward takes her. */
  readmissionPatience: positive('hours'),
});
