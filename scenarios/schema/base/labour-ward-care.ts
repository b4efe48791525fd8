import { z } from 'zod';
import { amount, figure, positive } from '../figure.ts';

/** How the midwives on duty on a ward are shared between the women there. */
export const labourWardCare = z.strictObject({
  /** How much of a midwife a woman takes up in each phase of her stay on the labour ward. */
  midwifeNeed: z.strictObject({
    latent: amount('midwives a woman'),
    activeFirstStage: amount('midwives a woman'),
    secondStage: amount('midwives a woman'),
    recovery: amount('midwives a woman'),
  }),
  /** Beyond this a woman in labour has nobody. */
  mostWomenPerMidwife: figure(z.int().min(1).max(20), 'women'),
  /** A midwife gets no new women in the last part of her shift while there is somebody else. */
  noNewWomenBeforeEnd: amount('minutes'),
  /** One break a shift, begun between `from` and `to`. */
  breaks: z.strictObject({
    duration: positive('minutes'),
    from: amount('hours into the shift'),
    to: amount('hours into the shift'),
    /** Of the midwives on duty, rounded down but one at least. */
    mostAway: figure(z.number().min(0).max(1), 'share of midwives on duty'),
  }),
  /** How long a second midwife stays, from the birth on. */
  secondMidwife: positive('minutes'),
});
