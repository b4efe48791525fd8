import type { Intervention, Scenario } from '../../../scenarios/schema/index.ts';
import { quartersOf } from './apportion.ts';
import type { Choice } from './care-models.ts';
import { hospitalOf } from './places.ts';
import type { Planned } from './planned.ts';
import type { OfSector, WithPosts } from './team-interventions.ts';
import { postsToTake, sumOf, type TakenPosts } from './team-posts.ts';

type Combined = Extract<Intervention, { model: 'combined-positions' }>;

/** Combined positions of the health stations of a sector and the labour ward where most of its women give birth. */
export function combinedPositions(
  choice: Choice,
  { sector, districts }: OfSector,
  planned: readonly Planned[],
  scenario: Scenario,
): WithPosts<Combined> {
  const { data } = scenario;
  const { hospital, sites } = hospitalOf(scenario, sector);
  const site = Object.entries(sites).sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  const wardShare = data.combinedPositions.wardShare.value;
  const period = { from: choice.start, to: choice.end };
  const needed = districts.length * choice.posts;
  const fromWards = Math.min(
    quartersOf(needed * wardShare),
    postsToTake({ site, unit: 'labourWard' }, period, planned, scenario),
  );
  const ofDistricts = districts.flatMap(({ id }): TakenPosts[] => {
    const most = postsToTake({ district: id }, period, planned, scenario);
    const posts = Math.min(quartersOf(choice.posts * (1 - wardShare)), most);
    return posts > 0 ? [{ district: id, posts }] : [];
  });
  const taken: TakenPosts[] = [
    ...(fromWards > 0 ? [{ site, unit: 'labourWard' as const, posts: fromWards }] : []),
    ...ofDistricts,
  ];
  const { districtPayer } = data.economy;
  const intervention: Combined = {
    model: 'combined-positions',
    start: choice.start,
    ...(choice.end === undefined ? {} : { end: choice.end }),
    districts: Object.fromEntries(districts.map(({ id }) => [id, choice.posts])),
    site,
    wardShare,
    employer: choice.payer === 'districts' ? districtPayer : hospital,
    ...(choice.payer === 'posts' ? { costShares: { [hospital]: wardShare, [districtPayer]: 1 - wardShare } } : {}),
    ...(taken.length > 0 ? { postsFrom: taken } : {}),
  };
  return { intervention, posts: { needed, fromWards, fromDistricts: sumOf(ofDistricts) } };
}
