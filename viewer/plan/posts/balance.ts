import { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { contractCosts } from '../../../sim-core/maternity/economy/contract-costs.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { originIds, siteIds } from '../../../sim-core/maternity/model-inputs.ts';
import type { Profession } from '../../../sim-core/maternity/staff/person.ts';
import { postBalance, postsByUnit, type PostBalance } from '../../../sim-core/maternity/staff/post-balance.ts';
import type { Unit } from '../../../sim-core/maternity/staff/unit.ts';
import { keyOf, type PlaceOfWork } from './place-of-work.ts';

/** Posts of a ward or a station, today and in the plan. */
export interface PlacePosts {
  place: Exclude<PlaceOfWork, { kind: 'formed' }>;
  today: number;
  planned: number;
}

/** Posts of the teams or combined positions of a district. */
export interface FormedPosts {
  kind: 'continuityTeam' | 'combinedPosition';
  district: string;
  planned: number;
}

/** What a payer bears a year for contracts, team bases and net of grants, in kroner. */
export interface PayerCosts {
  payer: string;
  today: number;
  planned: number;
}

/** A plan by arithmetic, as it is on a day. */
export interface Balance {
  places: PlacePosts[];
  formed: FormedPosts[];
  posts: PostBalance;
  costs: PayerCosts[];
}

/** Works out what the plan does to posts and fixed costs on a day of its horizon (yyyy-mm-dd). No simulation is needed. */
export function balanceOn(inputs: ModelInputs, date: string): Balance {
  const calendar = new Calendar(inputs.horizon.start < date ? inputs.horizon.start : date);
  const day = calendar.dayNumber(date);
  const today = { ...inputs, interventions: [] };
  const [sites, origins] = [siteIds(inputs), originIds(inputs)];
  const usual = new Map(postsByUnit(today, calendar, day).map(({ unit, posts }) => [unit.id, posts]));
  const planned = postsByUnit(inputs, calendar, day);
  const costsToday = contractCosts(today, calendar, day);
  const net = ({ pay, teamBases, received }: (typeof costsToday)[number]): number => pay + teamBases - received;
  return {
    places: planned.flatMap(({ unit, posts }) => {
      const place = placeOf(unit, sites, origins);
      return place === undefined ? [] : [{ place, today: usual.get(unit.id) ?? 0, planned: posts }];
    }),
    formed: formedPosts(planned, origins),
    posts: postBalance(inputs, calendar, day),
    costs: contractCosts(inputs, calendar, day).map((costs, index) => ({
      payer: costs.payer,
      today: net(costsToday[index]!),
      planned: net(costs),
    })),
  };
}

/** Posts of a place in the plan; 0 where there are none. */
export function plannedPosts({ places }: Balance, place: PlaceOfWork): number {
  return places.find((one) => keyOf(one.place) === keyOf(place))?.planned ?? 0;
}

/** The professions that have posts anywhere, in the order of the places. */
export function professionsOf({ places }: Balance): Profession[] {
  return [...new Set(places.map(({ place }) => place.profession))];
}

function placeOf(unit: Unit, sites: readonly string[], origins: readonly string[]): PlacePosts['place'] | undefined {
  const { kind, profession, site, origin } = unit;
  if (kind === 'healthStation') return { kind: 'station', district: origins[origin]!, profession };
  if (kind === 'continuityTeam' || kind === 'combinedPosition') return undefined;
  return { kind: 'ward', site: sites[site]!, unit: kind, profession };
}

function formedPosts(planned: ReturnType<typeof postsByUnit>, origins: readonly string[]): FormedPosts[] {
  const formed: FormedPosts[] = [];
  for (const { unit, posts } of planned) {
    const { kind } = unit;
    if ((kind !== 'continuityTeam' && kind !== 'combinedPosition') || posts === 0) continue;
    const district = origins[unit.origin]!;
    const known = formed.find((one) => one.kind === kind && one.district === district);
    if (known) known.planned += posts;
    else formed.push({ kind, district, planned: posts });
  }
  return formed;
}
