import { addDays } from '../../../scenarios/schema/dated-changes.ts';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { problemCount } from '../../../scenarios/schema/problems.ts';
import type { PlanCheck } from '../checker/messages.ts';
import { proposalOf, usualMonths, usualStart, type CareModel, type Choice } from '../map/care-models.ts';
import { birthSitesOf, districtsOf, hospitalOf, sectorsOf } from '../map/places.ts';
import { plannedIn, type Planned } from '../map/planned.ts';
import { interventionsIn, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';

/** Every kind of change that a plan can have, in the groups in which it is offered. */
export const changeGroups = {
  care: [
    'continuity-teams',
    'roll-out',
    'combined-positions',
    'early-discharge',
    'digital-follow-up',
    'open-return',
    'extra-support',
    'doula',
    'continuity-effects',
  ],
  staff: ['one-to-one-norm', 'ward-posts', 'move-posts', 'task-shift'],
  places: ['capacity'],
  money: ['grant', 'known-grant', 'financing'],
  events: ['staff-leaving', 'sickness-wave', 'births-change'],
} as const;

export type ChangeGroup = keyof typeof changeGroups;
export type ChangeModel = (typeof changeGroups)[ChangeGroup][number];

/** What new changes are made from. */
export interface Ground {
  /** The plan's own, or what it starts from while the plan is unsound. */
  scenario: Scenario;
  /** What the plan starts from. */
  base: Scenario;
  /** Districts that are chosen on the map, by id. */
  chosen: readonly string[];
  /** What a plan says of where its own figures come from. */
  source: string;
}

/** Care models of the map that have a kind of change as it is mostly wanted. */
const careModels = {
  'continuity-teams': 'minJordmor',
  'roll-out': 'rollOut',
  'combined-positions': 'combined',
  'early-discharge': 'earlyDischarge',
  'digital-follow-up': 'digital',
  'open-return': 'openReturn',
  'extra-support': 'extraSupport',
  doula: 'doula',
} as const satisfies Partial<Record<ChangeModel, CareModel>>;

const districtsOfRollOut = 3;
const daysOfWave = 42;
const sizes = {
  posts: 1,
  beds: 2,
  kroner: 1_000_000,
  sickness: 1.5,
  births: 1.05,
  epidural: 0.9,
  activityShare: 0.05,
};

/**
 * The plan with one more change of a kind, small and over the plan’s own time: the first of those that the kind suggests
 * with which nothing more is wrong than before, or the first of all if there is none such.
 *
 * @returns the plan, and where the new change stands among its interventions
 */
export async function withNewChange(
  document: PlanDocument,
  model: ChangeModel,
  ground: Ground,
  check: (document: PlanDocument) => Promise<PlanCheck>,
): Promise<{ document: PlanDocument; index: number } | undefined> {
  const present = interventionsIn(document);
  const index = present.length;
  const before = faultsOf(await check(document));
  let first: PlanDocument | undefined;
  for (const change of suggestions(model, document, ground)) {
    const next = { ...document, interventions: [...present, ...change] };
    first ??= next;
    if (faultsOf(await check(next)) <= before) return { document: next, index };
  }
  return first && { document: first, index };
}

function faultsOf(check: PlanCheck): number {
  return check.kind === 'sound' ? 0 : problemCount(check.problems);
}

/** Changes of a kind, the most likely first; one is several interventions where each hospital has its own. */
function* suggestions(model: ChangeModel, document: PlanDocument, ground: Ground): Generator<readonly Json[]> {
  if (Object.hasOwn(careModels, model)) {
    yield* inDistricts(careModels[model as keyof typeof careModels], document, ground);
  } else {
    for (const change of elsewhere(model as Exclude<ChangeModel, keyof typeof careModels>, ground)) yield [change];
  }
}

function* inDistricts(model: CareModel, document: PlanDocument, ground: Ground): Generator<readonly Json[]> {
  const { scenario, base, chosen } = ground;
  const planned = plannedIn(document, scenario, base);
  const isRollOut = model === 'rollOut';
  const propose = (districts: readonly string[]) => proposalOf(choiceOf(model, districts, scenario), planned, scenario);
  if (chosen.length > 0) {
    const { interventions } = propose(chosen);
    if (interventions.length > 0) yield interventions;
  }
  for (const districts of isRollOut ? orders(scenario, planned) : districtsOf(scenario).map(({ id }) => [id])) {
    const { interventions } = propose(districts);
    if (interventions.length > 0) yield interventions;
  }
}

/** The first districts of each sector that have no teams yet. */
function orders(scenario: Scenario, planned: readonly Planned[]): string[][] {
  return sectorsOf(scenario).flatMap((sector) => {
    const own = districtsOf(scenario).flatMap((district) => (district.sector === sector ? [district.id] : []));
    const free = proposalOf(choiceOf('rollOut', own, scenario), planned, scenario).districts.map(({ id }) => id);
    return free.length === 0 ? [] : [free.slice(0, districtsOfRollOut)];
  });
}

function choiceOf(model: CareModel, districts: readonly string[], scenario: Scenario): Choice {
  const start = usualStart(model, scenario);
  return {
    model,
    districts,
    start,
    payer: model === 'rollOut' ? 'hospital' : model === 'doula' ? 'districts' : 'posts',
    coverage: 1,
    posts: 1,
    months: usualMonths(districts.length, start, scenario),
  };
}

function* elsewhere(
  model: Exclude<ChangeModel, keyof typeof careModels>,
  { scenario, source }: Ground,
): Generator<JsonObject> {
  const { horizon, data } = scenario;
  const { start, end } = horizon;
  const sites = birthSitesOf(scenario).map(({ id }) => id);
  const { districtPayer } = data.economy;
  const common = { model, start };
  switch (model) {
    case 'continuity-effects':
      yield { ...common, effects: { epidural: { value: sizes.epidural, source, confidence: 'U' } } };
      return;
    case 'one-to-one-norm':
      for (const site of sites) yield { ...common, site };
      return;
    case 'ward-posts':
      for (const site of sites) {
        const none = { day: 0, evening: 0, night: 0 };
        yield { ...common, site, unit: 'labourWard', weekday: { ...none, day: sizes.posts }, weekend: none };
      }
      return;
    case 'move-posts':
      for (const site of sites) yield { ...common, ...moved(site, 'labourWard', 'midwife') };
      return;
    case 'task-shift':
      for (const site of sites) yield { ...common, ...moved(site, 'postnatalWard', 'assistant') };
      return;
    case 'capacity':
      for (const site of sites) yield { ...common, site, postnatalBeds: sizes.beds };
      return;
    case 'grant':
      yield { ...common, end, payer: districtPayer, kroner: sizes.kroner, source };
      return;
    case 'known-grant':
      yield* knownGrants(scenario);
      return;
    case 'financing': {
      const today = data.economy.activityFunding.activityShare.value;
      const more = today + sizes.activityShare <= 1 ? today + sizes.activityShare : today - sizes.activityShare;
      yield { ...common, activityShare: Number(more.toFixed(4)) };
      return;
    }
    case 'staff-leaving':
      for (const site of sites) yield { ...common, posts: [{ site, unit: 'labourWard', posts: sizes.posts }] };
      return;
    case 'sickness-wave': {
      const last = addDays(start, daysOfWave - 1);
      yield { ...common, end: last < end ? last : end, factor: sizes.sickness };
      return;
    }
    case 'births-change':
      yield { ...common, factor: sizes.births };
  }
}

/** One midwife post of a ward, to the postnatal ward of the same site. */
function moved(site: string, from: string, profession: string): JsonObject {
  const { posts } = sizes;
  return {
    from: [{ site, unit: from, posts }],
    to: [{ site, unit: 'postnatalWard', ...(profession === 'midwife' ? {} : { profession }), posts }],
  };
}

/** Grants that fall within the horizon, to the hospitals and then to the districts. */
function* knownGrants(scenario: Scenario): Generator<JsonObject> {
  const { horizon, data } = scenario;
  const hospitals = sectorsOf(scenario).map((sector) => hospitalOf(scenario, sector).hospital);
  const grants = Object.entries(data.economy.grants)
    .map(([grant, { start, end }]) => ({
      grant,
      start: start.value > horizon.start ? start.value : horizon.start,
      end: end.value < horizon.end ? end.value : horizon.end,
    }))
    .filter(({ start, end }) => start <= end);
  for (const payer of new Set([...hospitals, data.economy.districtPayer])) {
    for (const grant of grants) yield { model: 'known-grant', ...grant, payer };
  }
}
