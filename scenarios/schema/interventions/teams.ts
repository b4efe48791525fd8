import { z } from 'zod';
import { clockTime, identifier, localDate } from '../base/common.ts';
import { districts, parity, period, postsFrom, share, unitOfSite, vulnerableGroup } from './common.ts';

/** How a continuity team works; what is left out is taken from `continuityTeams` of the base data. */
const teamParameters = {
  midwives: z.int().min(1).max(12).optional(),
  caseload: z.number().positive().max(1000).optional(),
  onCallMidwives: z.int().min(1).max(2).optional(),
  /** On call between these clock times only; around the clock, if they are left out. */
  onCallFrom: clockTime.optional(),
  onCallTo: clockTime.optional(),
  attendanceAfterBirth: z.number().min(0).max(24).optional(),
  maximumAttendance: z.number().positive().max(168).optional(),
  rest: z.number().min(0).max(48).optional(),
  enrolmentUntilWeek: z.number().min(0).max(42).optional(),
  homeVisitShare: share.optional(),
  /** Share of the women asked who want a place. */
  uptake: share.optional(),
  /** Only women of one of these groups, or of one parity. */
  groups: z.array(vulnerableGroup).min(1).optional(),
  parity: parity.optional(),
  /** Until the child is so old the team follows mother and child, with so many contacts after the six-week check. */
  followUpWeeks: z.number().min(6).max(26).optional(),
  followUpContacts: z.int().min(0).max(10).optional(),
  /** Share of the visits in the latent phase for which the team comes home to the woman instead. */
  latentPhaseAtHome: share.optional(),
  /** Visits of the team to the postnatal ward while she is there. */
  wardVisits: z.int().min(0).max(5).optional(),
  /** The midwives are employed so long before the team takes on its first woman. */
  trainingWeeks: z.number().min(0).max(52).optional(),
  /** Who bears the pay of the midwives, with shares that sum to 1; who pays the team, if it is left out. */
  costShares: z.record(identifier, share).optional(),
};

/** Continuity teams: midwives who follow their women from registration and come to the birth when they are called. */
export const continuityTeams = z.strictObject({
  model: z.literal('continuity-teams'),
  ...period,
  /** Number of teams in each district. */
  teams: z.record(identifier, z.int().min(1).max(40)),
  /** Who pays the team midwives; a key of `economy.payers`. */
  payer: identifier,
  postsFrom,
  ...teamParameters,
});

/** Teams district by district, at even intervals: short for a list of continuity teams, which takes its place when it is read. */
export const rollOut = z.strictObject({
  model: z.literal('roll-out'),
  /** When it is decided; recruitment and training come before the first team. */
  decided: localDate,
  recruitmentWeeks: z.number().min(0).max(104).optional(),
  /** The first district starts on this day, the last so many months later. */
  start: localDate,
  months: z.number().positive().max(60),
  order: districts,
  /** Share of each district's births that its teams have room for. */
  coverage: share,
  /** Who pays the teams, by the sector of the district. */
  payers: z.record(identifier, identifier),
  /** Full-time posts taken from units of sites over the whole roll-out, in step with the teams. */
  postsFrom: z
    .array(z.strictObject({ site: identifier, unit: unitOfSite.optional(), posts: z.number().positive().max(500) }))
    .optional(),
  /** Share of the midwife posts of each district that go into its teams. */
  districtPostShare: share.optional(),
  ...teamParameters,
});

/** People who work in a district's health station and on a ward, with one roster for both. */
export const combinedPositions = z.strictObject({
  model: z.literal('combined-positions'),
  ...period,
  /** Full-time posts in each district. */
  districts: z.record(identifier, z.number().positive().max(100)),
  site: identifier,
  /** The labour ward, if it is left out. */
  unit: z.enum(['reception', 'antenatalWard', 'labourWard', 'postnatalWard']).optional(),
  /** Share of the working time on the ward. */
  wardShare: z.number().min(0.1).max(0.9).optional(),
  employer: identifier,
  /** Who bears the cost, with shares that sum to 1; the employer, if it is left out. */
  costShares: z.record(identifier, share).optional(),
  postsFrom,
});
