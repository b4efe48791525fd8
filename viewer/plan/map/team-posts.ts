import { postsPresent } from '../../../scenarios/schema/posts-of-units.ts';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { apportion, quartersOf } from './apportion.ts';
import { hospitalOf } from './places.ts';
import { postsLeft, type Planned } from './planned.ts';

/** Full-time midwife posts taken from a unit of a site or from a district. */
export type TakenPosts =
  { site: string; unit: (typeof units)[number]['unit']; posts: number } | { district: string; posts: number };

/** Where the midwives of teams come from, in the proportion of the plans of Stockholm teams that come with the page. */
const units = [
  { unit: 'labourWard', weight: 12 },
  { unit: 'postnatalWard', weight: 5 },
  { unit: 'antenatalWard', weight: 3 },
  { unit: 'outpatientClinic', weight: 3 },
] as const;

/** No plan made here empties a ward or a health station: a quarter of its posts stays. */
const leastLeft = 0.25;

/** A first and a last day; for good, if there is no last one. */
export interface Period {
  from: string;
  to?: string | undefined;
}

/** Midwife posts that can be taken from a unit throughout a period, in quarters. */
export function postsToTake(
  unit: { site: string; unit: (typeof units)[number]['unit'] } | { district: string },
  period: Period,
  planned: readonly Planned[],
  scenario: Scenario,
): number {
  const kept = leastLeft * postsPresent(scenario.data, { ...unit, posts: 1 });
  return quartersOf(postsLeft(unit, period, planned, scenario) - kept);
}

/** Number of teams for a district: as many as a share of its births fills, at least one; none if one has too few women. */
export function teamsFor(births: number, coverage: number, caseload: number): number {
  if (caseload > births) return 0;
  return Math.max(1, Math.floor((births * coverage) / caseload + 1e-9));
}

/**
 * Posts of a health station for its own teams: of what can be taken, as large a part as the teams have of the births.
 *
 * @param places women a year that the teams have room for
 */
export function stationPosts(
  { id, births }: { id: string; births: number },
  places: number,
  period: Period,
  planned: readonly Planned[],
  scenario: Scenario,
): number {
  return quartersOf(postsToTake({ district: id }, period, planned, scenario) * Math.min(1, places / births));
}

/** Divides posts among the wards of the hospital of a sector: by the births of its sites, then as the shipped plans do it. */
export function wardPosts(
  posts: number,
  sector: string,
  period: Period,
  planned: readonly Planned[],
  scenario: Scenario,
): TakenPosts[] {
  const sources = Object.entries(hospitalOf(scenario, sector).sites).flatMap(([site, share]) =>
    units.map(({ unit, weight }) => ({
      site,
      unit,
      weight: weight * share,
      most: postsToTake({ site, unit }, period, planned, scenario),
    })),
  );
  const taken = apportion(posts, sources);
  return sources.flatMap(({ site, unit }, index) => (taken[index]! > 0 ? [{ site, unit, posts: taken[index]! }] : []));
}

/** All of some posts. */
export function sumOf(list: readonly { posts: number }[]): number {
  return list.reduce((sum, { posts }) => sum + posts, 0);
}
