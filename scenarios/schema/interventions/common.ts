import { z } from 'zod';
import { identifier, localDate } from '../base/common.ts';

/** An intervention is in force from the start of its first day to the end of its last day; without an end, for good. */
export const period = { start: localDate, end: localDate.optional() };

/** Like `period`, for what passes. */
export const limitedPeriod = { start: localDate, end: localDate };

export const districts = z.array(identifier).min(1);
export const parity = z.enum(['nulliparous', 'multiparous']);
export const unitOfSite = z.enum(['reception', 'antenatalWard', 'labourWard', 'postnatalWard', 'outpatientClinic']);
/** Groups that the national plan names as needing more than the common programme. */
export const vulnerableGroup = z.enum(['fearOfBirth', 'violence', 'substanceUse', 'mentalIllness', 'newlyArrived']);

export const share = z.number().min(0).max(1);

/** Full-time posts of a unit of a site (the labour ward, if it is left out) or of a district's health station. */
export const postsOfUnit = z.strictObject({
  site: identifier.optional(),
  unit: unitOfSite.optional(),
  district: identifier.optional(),
  /** Midwives, if it is left out. */
  profession: z.enum(['midwife', 'healthNurse', 'assistant']).optional(),
  posts: z.number().positive().max(500),
});

/** Units that the posts of a plan are taken from. What a plan needs beyond them is recruited. */
export const postsFrom = z.array(postsOfUnit).min(1).optional();
