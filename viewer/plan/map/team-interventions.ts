import { addDays } from '../../../scenarios/schema/dated-changes.ts';
import { leadWeeks, stagesOf } from '../../../scenarios/schema/roll-out.ts';
import type { Intervention, Scenario, WrittenIntervention } from '../../../scenarios/schema/index.ts';
import type { JsonObject } from '../plan-document.ts';
import type { Choice, Proposal } from './care-models.ts';
import { hospitalOf, sectorsOf, type District } from './places.ts';
import type { Planned } from './planned.ts';
import { postsToTake, stationPosts, sumOf, teamsFor, wardPosts, type TakenPosts } from './team-posts.ts';

type Teams = Extract<Intervention, { model: 'continuity-teams' }>;
type RollOut = Extract<WrittenIntervention, { model: 'roll-out' }>;

/** The districts of one sector among those that are chosen. */
export interface OfSector {
  sector: string;
  districts: readonly District[];
}

/** An intervention, and the full-time posts that it needs and takes. */
export interface WithPosts<T> {
  intervention: T;
  posts: Proposal['posts'];
}

/** What sets Stockholm teams apart from Min jordmor, as in the plans that come with the page. */
const stockholm = { latentPhaseAtHome: 0.5, wardVisits: 1, followUpWeeks: 16, followUpContacts: 3 };
const daysPerWeek = 7;
const decimalsOfShares = 4;
const decimalsOfPostShare = 100;

/** Teams in the districts of a sector, whose midwives come from its hospital and its health stations as far as there are any. */
export function teams(
  choice: Choice,
  { sector, districts }: OfSector,
  planned: readonly Planned[],
  scenario: Scenario,
): WithPosts<Teams> {
  const { data } = scenario;
  const [caseload, midwives] = [data.continuityTeams.caseload.value, data.continuityTeams.midwives.value];
  const numbers = districts.map(({ births }) => teamsFor(births, choice.coverage, caseload));
  const training = Math.round(data.continuityTeams.trainingWeeks.value * daysPerWeek);
  const period = { from: addDays(choice.start, -training), to: choice.end };
  const needed = midwives * numbers.reduce((sum, number) => sum + number, 0);
  const ofDistricts = districts.flatMap((district, index): TakenPosts[] => {
    const places = numbers[index]! * caseload;
    const wanted = stationPosts(district, places, period, planned, scenario);
    const posts = Math.min(wanted, numbers[index]! * midwives);
    return posts > 0 ? [{ district: district.id, posts }] : [];
  });
  const fromDistricts = sumOf(ofDistricts);
  const ofWards = wardPosts(needed - fromDistricts, sector, period, planned, scenario);
  const taken = [...ofWards, ...ofDistricts];
  const intervention: Teams = {
    model: 'continuity-teams',
    start: choice.start,
    ...(choice.end === undefined ? {} : { end: choice.end }),
    teams: Object.fromEntries(districts.map(({ id }, index) => [id, numbers[index]!])),
    ...bearers(choice, sector, fromDistricts / needed, scenario),
    ...(taken.length > 0 ? { postsFrom: taken } : {}),
    ...(choice.model === 'stockholm' ? stockholm : {}),
  };
  return { intervention, posts: { needed, fromWards: sumOf(ofWards), fromDistricts } };
}

/** Who pays teams, and who bears the pay where it is shared. @param districtShare of the posts that come from the districts */
function bearers(
  { payer }: Choice,
  sector: string,
  districtShare: number,
  scenario: Scenario,
): Pick<Teams, 'payer' | 'costShares'> {
  const { districtPayer } = scenario.data.economy;
  const { hospital } = hospitalOf(scenario, sector);
  if (payer === 'districts') return { payer: districtPayer };
  const share = Number(districtShare.toFixed(decimalsOfShares));
  if (payer === 'hospital' || share === 0) return { payer: hospital };
  const rest = Number((1 - share).toFixed(decimalsOfShares));
  return {
    payer: hospital,
    costShares: rest === 0 ? { [districtPayer]: 1 } : { [hospital]: rest, [districtPayer]: share },
  };
}

/** Stockholm teams district by district in the order chosen; wards and health stations give posts in step with them. */
export function rollOut(
  choice: Choice,
  districts: readonly District[],
  planned: readonly Planned[],
  scenario: Scenario,
): Pick<Proposal, 'interventions' | 'posts'> {
  const { data } = scenario;
  const sectors = sectorsOf(scenario).filter((id) => districts.some(({ sector }) => sector === id));
  const payers = sectors.map((sector) => [
    sector,
    choice.payer === 'districts' ? data.economy.districtPayer : hospitalOf(scenario, sector).hospital,
  ]);
  const start = `${choice.start.slice(0, 8)}01`;
  const bare: RollOut = {
    model: 'roll-out',
    decided: start,
    start,
    months: choice.months,
    order: districts.map(({ id }) => id),
    coverage: choice.coverage,
    payers: Object.fromEntries(payers) as Record<string, string>,
    ...stockholm,
  };
  const { recruitment, training } = leadWeeks(bare, data);
  const period = { from: addDays(start, -Math.round(training * daysPerWeek)) };
  const stages = stagesOf(bare, data);
  const midwives = data.continuityTeams.midwives.value;
  const share = Math.min(
    ...districts.map(({ id, midwives: own }) =>
      own === 0 ? 1 : (postsToTake({ district: id }, period, planned, scenario) / own) * choice.coverage,
    ),
  );
  const districtPostShare = Math.floor(share * decimalsOfPostShare) / decimalsOfPostShare;
  const ofDistrict = (own: number) => Math.floor(own * districtPostShare * 4 + 1e-9) / 4;
  let [needed, fromDistricts] = [0, 0];
  const wards: TakenPosts[] = [];
  for (const sector of sectors) {
    const own = districts.filter((district) => district.sector === sector);
    const ownNeed =
      midwives *
      stages.reduce(
        (sum, { district, teams: number }) => (own.some(({ id }) => id === district) ? sum + number : sum),
        0,
      );
    const ownPosts = own.reduce((sum, district) => sum + ofDistrict(district.midwives), 0);
    needed += ownNeed;
    fromDistricts += ownPosts;
    wards.push(...wardPosts(ownNeed - ownPosts, sector, period, planned, scenario));
  }
  const intervention = {
    ...bare,
    decided: addDays(start, -Math.ceil((recruitment + training) * daysPerWeek)),
    ...(wards.length > 0 ? { postsFrom: wards } : {}),
    ...(districtPostShare > 0 ? { districtPostShare } : {}),
  } as unknown as JsonObject;
  return { interventions: [intervention], posts: { needed, fromWards: sumOf(wards), fromDistricts } };
}
