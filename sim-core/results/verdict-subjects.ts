import { summarise } from '../experiment/comparison.ts';
import type { ScenarioResult } from '../experiment/experiment.ts';
import { civilFromDays, daysFromCivil, formatDate, parseDate } from '../kernel/index.ts';
import type { LocalisedText } from '../maternity/indicators/indicator.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { professions, type Profession } from '../maternity/staff/person.ts';

/** Something that has a budget, or is shown beside those that have. */
export interface BudgetSubject {
  /** Net cost; posts of contract positions; or what extra shifts, overtime and hired staff are equal to in posts. */
  kind: 'kroner' | 'posts' | 'addedPosts';
  /** Without one, the sum over all payers. */
  payer?: { id: string; name: LocalisedText };
  /** Calendar year; without one the figure is of the whole horizon. */
  year?: string;
  profession?: Profession;
  /** What the difference from today may be at most; undefined of what has no budget and is shown only. */
  margin?: number;
  /** The figure in each replication. */
  values: (result: ScenarioResult) => readonly number[];
}

/** Contract posts differ by less than this where as many are employed: employments begin and end on whole days. */
const postTolerance = 0.05;

/**
 * Net cost of each payer by calendar year, each with the budget margin of the base data as a share of its gross cost
 * today, and then over the horizon. Those who have no cost of their own, and the state, give money by decision: they are
 * shown, but have no budget that could hold.
 */
export function kronerSubjects(inputs: ModelInputs, today: ScenarioResult): BudgetSubject[] {
  const { payers, statePayer, budgetMargin } = inputs.data.economy;
  return Object.entries(payers).flatMap(([id, { name }]): BudgetSubject[] => {
    const about = { kind: 'kroner', payer: { id, name } } as const;
    const years = yearsOf(inputs).map((year): BudgetSubject => {
      const grossCost = summarise(today.indicators[`grossCostByYear.${id}-${year}`] ?? []).mean;
      const hasBudget = id !== statePayer && grossCost !== 0;
      return {
        ...about,
        year,
        ...(hasBudget ? { margin: budgetMargin * grossCost } : {}),
        values: column(`netCostByYear.${id}-${year}`),
      };
    });
    return [...years, { ...about, values: column(`netCost.${id}`) }];
  });
}

/** Contract posts of each profession in all, which must not be more than today, and of each payer; then those added. */
export function postSubjects({ data }: ModelInputs): BudgetSubject[] {
  const payers = Object.entries(data.economy.payers);
  return professions.flatMap((profession): BudgetSubject[] => {
    const keys = (id: string): string[] => payers.map(([payer]) => `${id}.${payer}-${profession}`);
    return [
      { kind: 'posts', profession, margin: postTolerance, values: sumOf(keys('contractPostsByPayerProfession')) },
      ...payers.map(([payer, { name }]): BudgetSubject => ({
        kind: 'posts',
        profession,
        payer: { id: payer, name },
        values: column(`contractPostsByPayerProfession.${payer}-${profession}`),
      })),
      { kind: 'addedPosts', profession, values: sumOf(keys('addedPostsByPayerProfession')) },
    ];
  });
}

/**
 * Beds of the postnatal wards and hotels of a hospital, the fewest at any time of the horizon: those of the base data with
 * what a plan opens and closes.
 */
export function postnatalCapacity({ data, interventions, horizon }: ModelInputs, hospital: string): number {
  const sites = Object.entries(data.sites).filter(([, site]) => site.hospital === hospital);
  const base = sites.reduce((sum, [, { postnatalBeds, hotelBeds }]) => sum + postnatalBeds + hotelBeds, 0);
  const changes = interventions.flatMap((intervention) =>
    intervention.model === 'capacity' && sites.some(([id]) => id === intervention.site) ? [intervention] : [],
  );
  const bedsOn = (date: string): number =>
    changes.reduce((beds, { start, end, postnatalBeds, hotelBeds }) => {
      const isInForce = start <= date && (end === undefined || date <= end);
      return isInForce ? beds + postnatalBeds + (hotelBeds ?? 0) : beds;
    }, base);
  // The number changes on first days and on the days after last days, and on no others.
  const dates = changes.flatMap(({ start, end }) => (end === undefined ? [start] : [start, dayAfter(end)]));
  const within = dates.filter((date) => horizon.start <= date && date <= horizon.end);
  return Math.min(...[horizon.start, ...within].map(bedsOn));
}

function dayAfter(date: string): string {
  return formatDate(civilFromDays(daysFromCivil(parseDate(date)) + 1));
}

/** Calendar years of the horizon. */
function yearsOf({ horizon }: ModelInputs): string[] {
  const [first, last] = [horizon.start, horizon.end].map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last! - first! + 1 }, (_, index) => String(first! + index));
}

function column(key: string): BudgetSubject['values'] {
  return ({ indicators }) => indicators[key] ?? [];
}

/** Sum of some figures, replication by replication. */
function sumOf(keys: readonly string[]): BudgetSubject['values'] {
  return ({ indicators, replications }) =>
    Array.from({ length: replications }, (_, replication) =>
      keys.reduce((sum, key) => sum + (indicators[key]?.[replication] ?? NaN), 0),
    );
}
