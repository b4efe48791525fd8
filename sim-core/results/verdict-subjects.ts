import { dayAfter } from '../../scenarios/schema/dated-changes.ts';
import { summarise } from '../experiment/comparison.ts';
import type { ScenarioResult } from '../experiment/experiment.ts';
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
 * today, and then over the horizon. Those who have no cost of their own today or in the plan, and the state, give money by
 * decision: they are shown, but have no budget that could hold. Who bears costs only in the plan has a budget of nothing.
 */
export function kronerSubjects(inputs: ModelInputs, today: ScenarioResult, plan: ScenarioResult): BudgetSubject[] {
  const { payers, statePayer, budgetMargin } = inputs.data.economy;
  return Object.entries(payers).flatMap(([id, { name }]): BudgetSubject[] => {
    const about = { kind: 'kroner', payer: { id, name } } as const;
    const years = yearsOf(inputs).map((year): BudgetSubject => {
      const key = `grossCostByYear.${id}-${year}`;
      const [grossCost, inPlan] = [today, plan].map(({ indicators }) => summarise(indicators[key] ?? []).mean) as [
        number,
        number,
      ];
      const staffInPlan = summarise(plan.indicators[`staffCost.${id}`] ?? []).mean > 0;
      const hasBudget = (id !== statePayer && (grossCost !== 0 || inPlan !== 0)) || staffInPlan;
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
 * Beds of the postnatal wards and hotels of a hospital with each of several plans: those of the base data with what the
 * plan opens and closes, on the first day of the horizon and on every day from which some plan has another number.
 * @param plans on the same horizon
 */
export function postnatalBeds(plans: readonly ModelInputs[], hospital: string): number[][] {
  const changes = plans.map(({ data, interventions }) =>
    interventions.flatMap((intervention) =>
      intervention.model === 'capacity' && data.sites[intervention.site]?.hospital === hospital ? [intervention] : [],
    ),
  );
  const changeDates = changes
    .flat()
    .flatMap(({ start, end }) => (end === undefined ? [start] : [start, dayAfter(end)]));
  const { start, end } = plans[0]!.horizon;
  const dates = [start, ...changeDates.filter((date) => start < date && date <= end)];
  return plans.map(({ data }, plan) => {
    const base = Object.values(data.sites)
      .filter((site) => site.hospital === hospital)
      .reduce((sum, { postnatalBeds: beds, hotelBeds }) => sum + beds + hotelBeds, 0);
    return dates.map((date) =>
      changes[plan]!.filter(
        (change) => change.start <= date && (change.end === undefined || date <= change.end),
      ).reduce((sum, change) => sum + change.postnatalBeds + (change.hotelBeds ?? 0), base),
    );
  });
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
