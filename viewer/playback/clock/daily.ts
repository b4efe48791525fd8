import type { DailySeries, Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { band, listsOf, type Band } from '../../../sim-core/maternity/patterns/summary.ts';

/** A daily course of the replication that is played, and what the replications of the plan span. */
export interface DailyCourse {
  /** One value for each day of the horizon. */
  values: Float64Array;
  /** Between which 8 of 10 replications lie, day by day; undefined with a single replication. */
  band: Band | undefined;
  replications: number;
}

/** Series that are told by site too. */
export const seriesBySite: ReadonlySet<DailySeries> = new Set(['labourRooms', 'postnatalBeds', 'births', 'oneToOne']);

/** The daily course with a key of `Patterns.daily`; undefined if there is none. @param patterns of each replication */
export function dailyCourse(patterns: readonly Patterns[] | undefined, key: string): DailyCourse | undefined {
  const courses = listsOf(patterns ?? [], 'daily', key);
  const [values] = courses;
  if (!values) return undefined;
  const replications = courses.length;
  return { values, band: replications < 2 ? undefined : band(courses), replications };
}
