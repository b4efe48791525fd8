import { z } from 'zod';
import { clockTime, identifier } from '../base/common.ts';
import { districts, parity, period, postsOfUnit, share, vulnerableGroup } from './common.ts';

/** Women with an uncomplicated birth may go home within hours, with home visits in place before they leave. */
export const earlyDischarge = z.strictObject({
  model: z.literal('early-discharge'),
  ...period,
  districts,
  /** Women of either parity, if it is left out. */
  parity: parity.optional(),
  /** Share of the eligible women who want it. What is left out is taken from `earlyDischarge` of the base data. */
  uptake: share.optional(),
  /** She leaves so many hours after the birth at the earliest and at the latest, or when it opens next if that is at night. */
  fromHour: z.number().min(2).max(48).optional(),
  toHour: z.number().min(2).max(72).optional(),
  /** Nobody is sent home outside these clock times. */
  opens: clockTime.optional(),
  closes: clockTime.optional(),
  /** Home visits that must have a time before she leaves, and within how many days of it; she stays as usual if there is no room. */
  guaranteedVisits: z.int().min(0).max(3).optional(),
  visitsWithinDays: z.int().min(1).max(7).optional(),
  /** The child is examined by a paediatrician before it is so old. */
  examinationWithin: z.number().min(24).max(168).optional(),
  /** Share who turn to the ward without referral in the first days, and times as many newborn readmissions. */
  returnShare: share.optional(),
  newbornReadmissionFactor: z.number().min(0).max(10).optional(),
});

/** Tasks moved from one profession to another: posts taken from some units and given to others. */
export const taskShift = z.strictObject({
  model: z.literal('task-shift'),
  ...period,
  from: z.array(postsOfUnit).optional(),
  to: z.array(postsOfUnit).min(1),
  /** Share of the extra home visits that assistants of the district give, where it has any. */
  homeVisitShare: share.optional(),
});

/** Contacts by video in the first weeks at home, beside or instead of visits. */
export const digitalFollowUp = z.strictObject({
  model: z.literal('digital-follow-up'),
  ...period,
  districts,
  contacts: z.int().min(1).max(10).optional(),
  withinDays: z.int().min(1).max(42).optional(),
  /** Share of the extra home visits that are given by video instead. */
  replacesExtraVisits: share.optional(),
});

/** The postnatal ward is open to women without referral in the first days at home. */
export const openReturn = z.strictObject({
  model: z.literal('open-return'),
  ...period,
  districts,
  /** Share of the women who use it, and for how long it is open to them. */
  share: share.optional(),
  withinDays: z.number().min(1).max(42).optional(),
});

/** Midwives at home on standby for a labour ward, called in when a woman in active labour has nobody of her own. */
export const oneToOneNorm = z.strictObject({
  model: z.literal('one-to-one-norm'),
  ...period,
  site: identifier,
  standby: z.int().min(1).max(10).optional(),
});

/** More support in pregnancy for women of named vulnerable groups. */
export const extraSupport = z.strictObject({
  model: z.literal('extra-support'),
  ...period,
  districts,
  groups: z.array(vulnerableGroup).min(1),
  /** Hours of support consultations a pregnancy, beside those of the programme. */
  hours: z.number().positive().max(100),
});

/** A doula with women of named vulnerable groups in labour. She does not take the place of a midwife. */
export const doula = z.strictObject({
  model: z.literal('doula'),
  ...period,
  districts,
  groups: z.array(vulnerableGroup).min(1),
  /** Share of the women of these groups who want one. */
  uptake: share.optional(),
  payer: identifier,
});

/** Published effects of continuity on outcomes, for women who have a team. Nothing is assumed without it. */
export const continuityEffects = z.strictObject({
  model: z.literal('continuity-effects'),
  ...period,
  effects: z.strictObject({
    caesareanInLabour: relativeRisk().optional(),
    instrumental: relativeRisk().optional(),
    epidural: relativeRisk().optional(),
    preterm: relativeRisk().optional(),
    /** Hours that the active first stage is longer (or, with a minus, shorter). */
    firstStage: effect(z.number().min(-10).max(10)).optional(),
  }),
});

function effect<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, source: z.string().min(3), confidence: z.enum(['V', 'D', 'U']) });
}

function relativeRisk() {
  return effect(z.number().min(0).max(10));
}
