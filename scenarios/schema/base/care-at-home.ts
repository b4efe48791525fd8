import { z } from 'zod';
import { amount, count, figure, positive, probability } from '../figure.ts';
import { clockTime } from './common.ts';

/** Default parameters of the care model "early discharge"; an intervention may set its own. */
export const earlyDischarge = z.strictObject({
  /** Share of the eligible women who want it. */
  uptake: probability,
  /** Hours from birth between which she leaves. */
  fromHour: amount('hours'),
  toHour: amount('hours'),
  /** Nobody is sent home outside these clock times. */
  opens: figure(clockTime, 'clock time'),
  closes: figure(clockTime, 'clock time'),
  /** Home visits that must have a time before she leaves, and within how many days after it. */
  guaranteedVisits: count('visits'),
  visitsWithinDays: count('days'),
  /** The child is examined by a paediatrician before it is so old. */
  examinationWithin: positive('hours'),
  /** Share who turn to the postnatal ward without referral in the first days. */
  returnShare: probability,
  newbornReadmissionFactor: amount('times as many'),
});

/** Default parameters of the care model "digital follow-up". */
export const digitalFollowUp = z.strictObject({
  contacts: count('contacts'),
  withinDays: count('days'),
  duration: positive('minutes'),
  documentation: amount('minutes'),
  /** Share of the extra home visits that are given by video instead. */
  replacesExtraVisits: probability,
});

/** Default parameters of the care model "open return". */
export const openReturn = z.strictObject({
  /** Share of the women who turn to the postnatal ward without referral, and for how long it is open to them. */
  share: probability,
  withinDays: positive('days'),
});

/** Default parameters of the care model "doula". */
export const doula = z.strictObject({
  /** Share of the women of the named groups who want one. */
  uptake: probability,
  /** She stays at most so long after the birth. */
  afterBirth: amount('hours'),
});
