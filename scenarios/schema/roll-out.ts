import type { BaseData } from './base-data.ts';
import type { Path } from './problems.ts';
import type { Intervention, WrittenIntervention } from './scenario.ts';

type RollOut = Extract<WrittenIntervention, { model: 'roll-out' }>;
type Teams = Extract<Intervention, { model: 'continuity-teams' }>;
type Posts = NonNullable<Teams['postsFrom']>[number];

/** What a roll-out says of itself; the rest is how each of its teams works. */
const ofRollOutOnly = new Set([
  'model',
  'decided',
  'recruitmentWeeks',
  'start',
  'months',
  'order',
  'coverage',
  'payers',
  'postsFrom',
  'districtPostShare',
]);

/** Posts are cut into quarters, the steps in which positions come. */
const postGrid = 0.25;

/** What an intervention stands for: a roll-out for its list of teams, any other for itself. */
export function expanded(written: WrittenIntervention, data: BaseData): Intervention[] {
  return written.model === 'roll-out' ? teamsOf(written, data) : [written];
}

/**
 * Where in its file a finding about something that a written intervention stands for belongs.
 *
 * @param part place in the list that `expanded` gives
 * @param path from the intervention on
 */
export function writtenPath(written: WrittenIntervention, part: number, path: Path, data: BaseData): Path {
  if (written.model !== 'roll-out') return path;
  const teams = teamsOf(written, data)[part]!;
  const district = Object.keys(teams.teams)[0]!;
  const [key, position] = path;
  if (key === undefined || key === 'teams' || key === 'start') return ['order', written.order.indexOf(district)];
  if (key === 'payer') return ['payers', data.origins[district]!.sector];
  if (key !== 'postsFrom') return path;
  const posts = teams.postsFrom?.[Number(position)];
  if (posts === undefined) return ['postsFrom'];
  if (posts.district !== undefined) return ['districtPostShare'];
  const source = written.postsFrom!.findIndex(({ site, unit }) => site === posts.site && unit === posts.unit);
  return ['postsFrom', source, ...path.slice(2)];
}

/** Women a year that one team of a roll-out has room for. */
export function caseloadOf(written: Pick<RollOut, 'caseload'>, data: BaseData): number {
  return written.caseload ?? data.continuityTeams.caseload.value;
}

/** Weeks from the decision on a roll-out until its first team can start: those of recruitment and those of training. */
export function leadWeeks(written: RollOut, data: BaseData): { recruitment: number; training: number } {
  return {
    recruitment: written.recruitmentWeeks ?? data.rollOut.recruitmentWeeks.value,
    training: written.trainingWeeks ?? data.continuityTeams.trainingWeeks.value,
  };
}

/** Districts of a roll-out that exist and have births for at least one team, in order and each once, with their start and number of teams. */
export function stagesOf(written: RollOut, data: BaseData): { district: string; start: string; teams: number }[] {
  const caseload = caseloadOf(written, data);
  const last = written.order.length - 1;
  return written.order.flatMap((district, index) => {
    const origin = Object.hasOwn(data.origins, district) ? data.origins[district] : undefined;
    if (origin === undefined || origin.outside || written.order.indexOf(district) !== index) return [];
    const births = origin.births.value;
    if (caseload > births) return [];
    const months = last === 0 ? 0 : (written.months * index) / last;
    // A share such as 0.3 of 1,000 births is a little less than 300 in binary.
    const teams = Math.max(1, Math.floor((births * written.coverage) / caseload + 1e-9));
    return [{ district, start: monthsAfter(written.start, Math.round(months)), teams }];
  });
}

/**
 * The teams of a roll-out, one intervention a district. The district that is number k of n, from 0, starts k / (n − 1) of the months after the first,
 * on the first of a month. Each source of posts is cut by rounding its running total to quarters of a post, so that the pieces
 * sum to what the roll-out takes from it and none is more than an eighth of a post ahead of the midwives of the teams.
 */
function teamsOf(written: RollOut, data: BaseData): Teams[] {
  const { payers, postsFrom = [], districtPostShare = 0 } = written;
  const parameters: Partial<Teams> = Object.fromEntries(
    Object.entries(written).filter(([key]) => !ofRollOutOnly.has(key)),
  );
  const stages = stagesOf(written, data);
  const all = stages.reduce((sum, { teams }) => sum + teams, 0);
  let started = 0;
  return stages.map((stage): Teams => {
    const before = started;
    started += stage.teams;
    const pieces = postsFrom.flatMap((source): Posts[] => {
      const posts = cut(source.posts, started / all) - cut(source.posts, before / all);
      return posts > 0 ? [{ ...source, posts }] : [];
    });
    const midwives = data.staff.districts[stage.district]?.midwives.value ?? 0;
    const own = Math.floor((midwives * districtPostShare) / postGrid + 1e-9) * postGrid;
    if (own > 0) pieces.push({ district: stage.district, posts: own });
    return {
      model: 'continuity-teams',
      start: stage.start,
      teams: { [stage.district]: stage.teams },
      payer: payers[data.origins[stage.district]!.sector] ?? data.economy.districtPayer,
      ...(pieces.length > 0 && { postsFrom: pieces }),
      ...parameters,
    };
  });
}

/** A share of some posts, in quarters unless it is all of them. */
function cut(posts: number, share: number): number {
  if (share >= 1) return posts;
  return Math.min(posts, Math.round((posts * share) / postGrid) * postGrid);
}

/** The same day so many months later, of a day that every month has. */
function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}
