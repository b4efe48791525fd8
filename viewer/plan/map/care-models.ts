import { overlap } from '../../../scenarios/schema/dated-changes.ts';
import type { Intervention, Scenario } from '../../../scenarios/schema/index.ts';
import type { JsonObject } from '../plan-document.ts';
import { combinedPositions } from './combined-posts.ts';
import { districtsOf, hospitalOf, sectorsOf, type District } from './places.ts';
import { districtsIn, isDate, type Planned } from './planned.ts';
import { rollOut, teams } from './team-interventions.ts';
import { teamsFor } from './team-posts.ts';

/** Care models that can be put into districts from the map, in the order in which they are offered. */
export const careModels = [
  'stockholm',
  'minJordmor',
  'rollOut',
  'combined',
  'earlyDischarge',
  'digital',
  'openReturn',
  'extraSupport',
  'doula',
] as const;
export type CareModel = (typeof careModels)[number];

/** Who bears the pay: employers in step with the posts that they give, the hospital, or the districts. */
export type Payer = 'posts' | 'hospital' | 'districts';

/** What the planner has chosen. */
export interface Choice {
  model: CareModel;
  /** By id. */
  districts: readonly string[];
  start: string;
  /** The last day; for good, if it is left out. */
  end?: string | undefined;
  payer: Payer;
  /** Share of the births that teams shall have room for, above 0 and at most 1. */
  coverage: number;
  /** Full-time combined positions in each district. */
  posts: number;
  /** From the first to the last district of a roll-out. */
  months: number;
}

/** Why a chosen district is not in the proposal. */
interface LeftOut {
  district: District;
  reason: 'hasIt' | 'tooFewBirths' | 'noMidwives';
}

/** What would be added to the plan. */
export interface Proposal {
  /** As they are written in a scenario file. */
  interventions: JsonObject[];
  districts: District[];
  leftOut: LeftOut[];
  /** Full-time posts that are needed, and where they come from. */
  posts: { needed: number; fromWards: number; fromDistricts: number };
}

/** What the care models are called in a scenario file. */
export const modelNames = {
  stockholm: 'continuity-teams',
  minJordmor: 'continuity-teams',
  rollOut: 'continuity-teams',
  combined: 'combined-positions',
  earlyDischarge: 'early-discharge',
  digital: 'digital-follow-up',
  openReturn: 'open-return',
  extraSupport: 'extra-support',
  doula: 'doula',
} as const satisfies Record<CareModel, Intervention['model']>;

/** Payers that a care model can have, the usual one first; none where the plan does not say. */
export const payersOf: Record<CareModel, readonly Payer[]> = {
  stockholm: ['posts', 'hospital', 'districts'],
  minJordmor: ['posts', 'hospital', 'districts'],
  rollOut: ['hospital', 'districts'],
  combined: ['posts', 'hospital', 'districts'],
  earlyDischarge: [],
  digital: [],
  openReturn: [],
  extraSupport: [],
  doula: ['districts', 'hospital'],
};

/** Months before the first day of the horizon on which a model starts unless something else is chosen. */
const monthsBefore: Record<CareModel, number> = {
  // Women whose births come on the first day of the horizon have then been with their team from the first weeks on.
  stockholm: 9,
  minJordmor: 9,
  rollOut: 3,
  combined: 1,
  earlyDischarge: 1,
  digital: 1,
  openReturn: 1,
  extraSupport: 1,
  doula: 1,
};

const groupsOf: Partial<Record<CareModel, readonly string[]>> = {
  extraSupport: ['fearOfBirth', 'violence', 'substanceUse', 'mentalIllness'],
  doula: ['newlyArrived'],
};
const hoursOfSupport = 3;
const videoShare = 0.5;

/** The start of a model that makes it work from the first day of the horizon. */
export function usualStart(model: CareModel, { horizon }: Scenario): string {
  return monthLater(horizon.start, -monthsBefore[model]);
}

/** The first day of the month so many months later. */
export function monthLater(date: string, months: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Months of a roll-out of one district a month, or fewer so that the last district starts within the horizon; at least 1. */
export function usualMonths(districts: number, start: string, { horizon }: Scenario): number {
  const [from, to] = [start, horizon.end].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  return Math.max(1, Math.min(districts - 1, to! - from!));
}

/** What numbers of a choice can be: within these, both included, and so many whole steps above nothing. */
export const limits = {
  coverage: { least: 0.01, most: 1, step: undefined },
  posts: { least: 0.5, most: 20, step: 0.5 },
  months: { least: 1, most: 60, step: 1 },
} as const;
export type LimitedNumber = keyof typeof limits;

/** The numbers that a care model asks for. */
export function numbersOf(model: CareModel): LimitedNumber[] {
  if (model === 'combined') return ['posts'];
  if (model === 'rollOut') return ['months', 'coverage'];
  return modelNames[model] === 'continuity-teams' ? ['coverage'] : [];
}

/** What is wrong with a choice: a number outside its limits, or a time that the horizon or the choice itself excludes. */
export type ChoiceFault = 'start' | 'end' | 'tooLong' | LimitedNumber;

/**
 * Whether a choice starts within the horizon at the latest, the last district of a roll-out too, and ends after its start,
 * and whether its numbers are such as they can be.
 */
export function faultOf(choice: Choice, { horizon }: Scenario): ChoiceFault | undefined {
  const { model, start, end, months, districts } = choice;
  if (!isDate(start) || start > horizon.end) return 'start';
  if (end !== undefined && end < start) return 'end';
  const number = numbersOf(model).find((name) => !isWithin(choice[name], limits[name]));
  if (number !== undefined) return number;
  const isTooLong = model === 'rollOut' && districts.length > 1 && monthLater(start, months) > horizon.end;
  return isTooLong ? 'tooLong' : undefined;
}

function isWithin(value: number, { least, most, step }: (typeof limits)[LimitedNumber]): boolean {
  return value >= least && value <= most && (step === undefined || Number.isInteger(value / step));
}

/** What a choice comes to, on top of everything that the plan does already. */
export function proposalOf(choice: Choice, planned: readonly Planned[], scenario: Scenario): Proposal {
  const all = districtsOf(scenario);
  const chosen = choice.districts.flatMap((id) => all.filter((district) => district.id === id));
  const sorted = chosen.map((district) => ({ district, reason: reasonAgainst(district, choice, planned, scenario) }));
  const districts = sorted.flatMap(({ district, reason }) => (reason === undefined ? [district] : []));
  const leftOut = sorted.flatMap(({ district, reason }) => (reason === undefined ? [] : [{ district, reason }]));
  const nothing = { needed: 0, fromWards: 0, fromDistricts: 0 };
  const proposal: Proposal = { interventions: [], districts, leftOut, posts: nothing };
  if (districts.length === 0) return proposal;
  if (choice.model === 'rollOut') return { ...proposal, ...rollOut(choice, districts, planned, scenario) };
  if (!hasPosts(choice.model)) return { ...proposal, interventions: ofServices(choice, districts, scenario) };
  const make = choice.model === 'combined' ? combinedPositions : teams;
  const so = [...planned];
  for (const sector of sectorsOf(scenario)) {
    const own = districts.filter((district) => district.sector === sector);
    if (own.length === 0) continue;
    const { intervention, posts } = make(choice, { sector, districts: own }, so, scenario);
    so.push({ index: -1, intervention });
    proposal.interventions.push(intervention as unknown as JsonObject);
    proposal.posts = {
      needed: proposal.posts.needed + posts.needed,
      fromWards: proposal.posts.fromWards + posts.fromWards,
      fromDistricts: proposal.posts.fromDistricts + posts.fromDistricts,
    };
  }
  return proposal;
}

function hasPosts(model: CareModel): boolean {
  return model === 'stockholm' || model === 'minJordmor' || model === 'combined';
}

/** Models that need no posts of their own: the same for all districts, unless the payer differs. */
function ofServices(choice: Choice, districts: readonly District[], scenario: Scenario): JsonObject[] {
  const { model, start, end } = choice;
  const common = { model: modelNames[model], start, ...(end === undefined ? {} : { end }) };
  const ids = districts.map(({ id }) => id);
  const groups = groupsOf[model] ?? [];
  switch (model) {
    case 'earlyDischarge':
      return [{ ...common, districts: ids, parity: 'multiparous' }];
    case 'digital':
      return [{ ...common, districts: ids, replacesExtraVisits: videoShare }];
    case 'extraSupport':
      return [{ ...common, districts: ids, groups, hours: hoursOfSupport }];
    case 'doula': {
      if (choice.payer !== 'hospital') {
        return [{ ...common, districts: ids, groups, payer: scenario.data.economy.districtPayer }];
      }
      return sectorsOf(scenario).flatMap((sector) => {
        const own = districts.filter((district) => district.sector === sector).map(({ id }) => id);
        const payer = hospitalOf(scenario, sector).hospital;
        return own.length === 0 ? [] : [{ ...common, districts: own, groups, payer }];
      });
    }
    default:
      return [{ ...common, districts: ids }];
  }
}

function reasonAgainst(
  district: District,
  choice: Choice,
  planned: readonly Planned[],
  scenario: Scenario,
): LeftOut['reason'] | undefined {
  const { model } = choice;
  if (planned.some(({ intervention }) => isInTheWay(intervention, district, choice))) return 'hasIt';
  const name = modelNames[model];
  const caseload = scenario.data.continuityTeams.caseload.value;
  if (name === 'continuity-teams' && teamsFor(district.births, choice.coverage, caseload) === 0) return 'tooFewBirths';
  const hasHours = scenario.data.origins[district.id]?.consultingHours !== undefined;
  if (name === 'combined-positions' && (district.midwives === 0 || !hasHours)) return 'noMidwives';
  return undefined;
}

/** Whether a district has the same model for the same women at the same time: there can be one at a time. */
function isInTheWay(intervention: Intervention, district: District, { model, start, end }: Choice): boolean {
  if (intervention.model !== modelNames[model]) return false;
  if (!overlap(intervention, model === 'rollOut' ? { start } : { start, ...(end === undefined ? {} : { end }) })) {
    return false;
  }
  if (!districtsIn(intervention).some(({ id }) => id === district.id)) return false;
  if (intervention.model === 'early-discharge') return intervention.parity !== 'nulliparous';
  if (intervention.model !== 'extra-support' && intervention.model !== 'doula') return true;
  return intervention.groups.some((group) => groupsOf[model]?.includes(group));
}
