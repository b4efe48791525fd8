import { z } from 'zod';
import { absence, cover } from './base/absence.ts';
import { digitalFollowUp, doula, earlyDischarge, openReturn } from './base/care-at-home.ts';
import { clinical } from './base/clinical.ts';
import { combinedPositions } from './base/combined-positions.ts';
import { identifier } from './base/common.ts';
import { continuityTeams } from './base/continuity-teams.ts';
import { economy } from './base/economy.ts';
import { labourWardCare } from './base/labour-ward-care.ts';
import { oneToOneNorm } from './base/one-to-one-norm.ts';
import { hospital, site } from './base/places.ts';
import { origin, sector } from './base/population.ts';
import { programme } from './base/programme.ts';
import { publishedFigure } from './base/published.ts';
import { rollOut } from './base/roll-out.ts';
import { staff } from './base/staff.ts';
import { timePattern } from './base/time-pattern.ts';
import { wardRules } from './base/ward-rules.ts';
import { workingTime } from './base/working-time.ts';

export { clockTime, identifier, localDate, localisedText } from './base/common.ts';

/**
 * Everything that describes the place that is simulated: hospitals, districts, clinical mix, programme, staff and
 * tariffs. One folder of YAML files whose top-level keys are the keys below.
 */
export const baseData = z.strictObject({
  hospitals: z.record(identifier, hospital),
  sites: z.record(identifier, site),
  sectors: z.record(identifier, sector),
  origins: z.record(identifier, origin),
  clinical,
  timePattern,
  programme,
  staff,
  workingTime,
  absence,
  cover,
  labourWardCare,
  economy,
  continuityTeams,
  combinedPositions,
  earlyDischarge,
  digitalFollowUp,
  openReturn,
  doula,
  rollOut,
  wardRules,
  oneToOneNorm,
  /** By the key of the indicator in results. */
  published: z.record(z.string().min(1), publishedFigure),
});

export type BaseData = z.infer<typeof baseData>;
