import { z } from 'zod';
import { baseData, identifier, localDate, localisedText } from './base-data.ts';
import { plain, type Plain } from './passport.ts';
import {
  continuityEffects,
  digitalFollowUp,
  doula,
  earlyDischarge,
  extraSupport,
  oneToOneNorm,
  openReturn,
  taskShift,
} from './interventions/care.ts';
import {
  birthsChange,
  capacity,
  financing,
  grant,
  knownGrant,
  movePosts,
  sicknessWave,
  staffLeaving,
  wardPosts,
} from './interventions/resources.ts';
import { combinedPositions, continuityTeams, rollOut } from './interventions/teams.ts';

/** The version of the scenario format that this program writes. Older files are migrated when they are read. */
export const schemaVersion = 1;

/** What a scenario changes once it has been read; a roll-out has become the list that it is short for. */
export const intervention = z.discriminatedUnion('model', [
  continuityTeams,
  combinedPositions,
  earlyDischarge,
  taskShift,
  digitalFollowUp,
  openReturn,
  oneToOneNorm,
  extraSupport,
  doula,
  continuityEffects,
  wardPosts,
  movePosts,
  staffLeaving,
  sicknessWave,
  birthsChange,
  capacity,
  grant,
  knownGrant,
  financing,
]);

/** What a scenario file may ask for. */
const writtenIntervention = z.discriminatedUnion('model', [...intervention.options, rollOut]);

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
  interventions: z.array(writtenIntervention).optional(),
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
export type WrittenIntervention = z.infer<typeof writtenIntervention>;
export type ScenarioFile = z.infer<typeof scenarioFile>;
export type Scenario = z.infer<typeof resolvedScenario>;

/** What the simulation model takes: a scenario without its passports. Plain data that can be sent to a worker. */
export type ModelInputs = Plain<Scenario>;

/** The bare values of a scenario, ready for the model. */
export function modelInputs(scenario: Scenario): ModelInputs {
  return plain(scenario);
}
