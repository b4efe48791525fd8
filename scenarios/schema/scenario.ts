import { z } from 'zod';
import { baseData, identifier, localDate, localisedText } from './base-data.ts';
import { plain, type Plain } from './figure.ts';

/** The version of the scenario format that this program writes. Older files are migrated when they are read. */
export const schemaVersion = 1;

const change = z.strictObject({
  day: z.int().min(-50).max(50),
  evening: z.int().min(-50).max(50),
  night: z.int().min(-50).max(50),
});

/** An intervention is in force from the start of its first day to the end of its last day; without an end, for good. */
const period = { start: localDate, end: localDate.optional() };

/** Continuity teams: midwives who follow their women from registration and come to the birth when they are called. */
const continuityTeams = z.strictObject({
  model: z.literal('continuity-teams'),
  ...period,
  /** Number of teams in each district. */
  teams: z.record(identifier, z.int().min(1).max(40)),
  /** Who pays the team midwives; a key of `economy.payers`. */
  payer: identifier,
  midwives: z.int().min(1).max(12).optional(),
  caseload: z.number().positive().max(1000).optional(),
  onCallMidwives: z.int().min(1).max(2).optional(),
  attendanceAfterBirth: z.number().min(0).max(24).optional(),
  maximumAttendance: z.number().positive().max(168).optional(),
  rest: z.number().min(0).max(48).optional(),
  enrolmentUntilWeek: z.number().min(0).max(42).optional(),
  homeVisitShare: z.number().min(0).max(1).optional(),
});

/** Posts added to (or, with a minus, taken from) each shift of a unit; those of weekends on public holidays too. */
const wardPosts = z.strictObject({
  model: z.literal('ward-posts'),
  ...period,
  site: identifier,
  /** The labour ward, if it is left out. */
  unit: z.enum(['reception', 'antenatalWard', 'labourWard', 'postnatalWard', 'outpatientClinic']).optional(),
  /** Midwives, if it is left out. */
  profession: z.enum(['midwife', 'assistant']).optional(),
  weekday: change,
  weekend: change,
});

/** Rooms and beds opened (or, with a minus, closed) at a site. */
const capacity = z.strictObject({
  model: z.literal('capacity'),
  ...period,
  site: identifier,
  labourRooms: z.int().min(-100).max(100).default(0),
  postnatalBeds: z.int().min(-500).max(500).default(0),
});

/** Money given to a payer, spread evenly over its period. */
const grant = z.strictObject({
  model: z.literal('grant'),
  start: localDate,
  end: localDate,
  payer: identifier,
  kroner: z.number().positive(),
  source: z.string().min(3),
});

export const intervention = z.discriminatedUnion('model', [continuityTeams, wardPosts, capacity, grant]);

export const horizon = z.strictObject({
  start: localDate,
  end: localDate,
  /** Simulated before the start so that wards are not empty on the first day; nothing in it is counted. */
  warmUpDays: z.int().min(0).max(730),
});

/** A scenario file as it is written by hand. */
export const scenarioFile = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  name: localisedText,
  description: localisedText,
  /** Another scenario that this one starts from; `base` and `horizon` may then be left out. */
  extends: z.string().min(1).optional(),
  /** The folder of base data. */
  base: identifier.optional(),
  horizon: horizon.optional(),
  /** Base data that this scenario replaces, figure by figure, each with its own passport. */
  inputs: z.record(z.string(), z.unknown()).optional(),
  interventions: z.array(intervention).optional(),
});

/** A scenario after its ancestors, base data and own changes have been put together and checked. */
export const resolvedScenario = z.strictObject({
  id: z.string(),
  name: localisedText,
  description: localisedText,
  horizon,
  /** The folder that the base data come from. */
  base: identifier,
  data: baseData,
  interventions: z.array(intervention),
});

export type Intervention = z.infer<typeof intervention>;
export type ScenarioFile = z.infer<typeof scenarioFile>;
export type Scenario = z.infer<typeof resolvedScenario>;

/** What the simulation model takes: a scenario without its passports. Plain data that can be sent to a worker. */
export type ModelInputs = Plain<Scenario>;

/** The bare values of a scenario, ready for the model. */
export function modelInputs(scenario: Scenario): ModelInputs {
  return plain(scenario);
}
