import { z } from 'zod';
import { amount, figure } from '../figure.ts';
import { clockTime } from './common.ts';

const shiftTimes = z.strictObject({ start: figure(clockTime, 'clock time'), end: figure(clockTime, 'clock time') });

export const staff = z.strictObject({
  shifts: z.strictObject({ day: shiftTimes, evening: shiftTimes, night: shiftTimes }),
  /** How much of a midwife a woman takes up in each phase of her stay on the labour ward. */
  midwifeNeed: z.strictObject({
    latent: amount('midwives a woman'),
    activeFirstStage: amount('midwives a woman'),
    secondStage: amount('midwives a woman'),
    recovery: amount('midwives a woman'),
  }),
});
