import { z } from 'zod';
import { identifier } from '../base/common.ts';
import { limitedPeriod, period, postsOfUnit, share, unitOfSite } from './common.ts';

const change = z.strictObject({
  day: z.int().min(-50).max(50),
  evening: z.int().min(-50).max(50),
  night: z.int().min(-50).max(50),
});

/** Posts added to (or, with a minus, taken from) each shift of a unit; those of weekends on public holidays too. */
export const wardPosts = z.strictObject({
  model: z.literal('ward-posts'),
  ...period,
  site: identifier,
  /** The labour ward, if it is left out. */
  unit: unitOfSite.optional(),
  /** Midwives, if it is left out. */
  profession: z.enum(['midwife', 'assistant']).optional(),
  weekday: change,
  weekend: change,
});

/** Full-time posts moved from units to others of the same profession; as many are given as are taken. */
export const movePosts = z.strictObject({
  model: z.literal('move-posts'),
  ...period,
  from: z.array(postsOfUnit).min(1),
  to: z.array(postsOfUnit).min(1),
});

/** People leave and their posts stand vacant: as many are wanted on each shift as before. */
export const staffLeaving = z.strictObject({
  model: z.literal('staff-leaving'),
  ...period,
  posts: z.array(postsOfUnit).min(1),
});

/** More (or less) sickness than usual among the people of some employers, of all if they are left out. */
export const sicknessWave = z.strictObject({
  model: z.literal('sickness-wave'),
  ...limitedPeriod,
  /** Times as many sick days as usual. */
  factor: z.number().min(0).max(10),
  employers: z.array(identifier).min(1).optional(),
});

/** More or fewer births in some districts and areas outside, in all if they are left out. */
export const birthsChange = z.strictObject({
  model: z.literal('births-change'),
  ...period,
  /** Times as many births as in the base data. */
  factor: z.number().min(0).max(5),
  origins: z.array(identifier).min(1).optional(),
});

const beds = z.int().min(-500).max(500);

/** Rooms and beds opened (or, with a minus, closed) at a site. */
export const capacity = z.strictObject({
  model: z.literal('capacity'),
  ...period,
  site: identifier,
  labourRooms: z.int().min(-100).max(100).default(0),
  postnatalBeds: beds.default(0),
  receptionPlaces: beds.optional(),
  antenatalBeds: beds.optional(),
  recoveryPlaces: beds.optional(),
  hotelBeds: beds.optional(),
  neonatalCots: beds.optional(),
});

/** Money given to a payer, spread evenly over its period. */
export const grant = z.strictObject({
  model: z.literal('grant'),
  ...limitedPeriod,
  payer: identifier,
  /** Who gives it, a key of `economy.payers`; the state, if it is left out. */
  giver: identifier.optional(),
  kroner: z.number().positive(),
  source: z.string().min(3),
});

/** A grant of `economy.grants`, or the part of it that falls within some days of its own period. */
export const knownGrant = z.strictObject({
  model: z.literal('known-grant'),
  ...limitedPeriod,
  grant: identifier,
  payer: identifier,
});

/** Another share of activity-based funding (ISF) than that of the base data. */
export const financing = z.strictObject({
  model: z.literal('financing'),
  ...period,
  activityShare: share,
});
