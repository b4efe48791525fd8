import { pairedDifference, summarise, type Estimate } from '../experiment/comparison.ts';
import type { ScenarioResult } from '../experiment/experiment.ts';
import type { IndicatorUnit } from '../maternity/indicators/indicator.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { indicatorKeys } from '../maternity/registry.ts';
import type { BudgetJudgement } from './budget.ts';
import { verdictText, type VerdictText } from './verdict-text.ts';
import type { BudgetFigure, Capacity, Judgement, Levels, Outcome, PlanVerdict } from './verdict.ts';

/** Lower and upper bound; null with fewer than two replications. */
type Interval = [number | null, number | null];

/** An estimate as it stands in JSON, where NaN (too few replications, zero denominator) is null. */
export interface EstimateRecord {
  mean: number | null;
  sd: number | null;
  n: number;
  ci95: Interval;
}

export interface RunSummary {
  scenario: string;
  seed: string;
  replications: number;
  indicators: Record<string, EstimateRecord & { unit: IndicatorUnit }>;
}

/** A paired difference with the levels on both sides of it. */
export interface DifferenceRecord {
  mean: number | null;
  ci95: Interval;
  unit: IndicatorUnit;
  base: number | null;
  scenario: number | null;
}

/** A figure of a verdict; with the fewest and the most places there are where it tells how many of them are in use. */
export interface FigureRecord {
  key: string;
  base: number | null;
  scenario: number | null;
  difference: number | null;
  ci95: Interval;
  judgement: Judgement;
  capacity?: { base: Capacity; scenario: Capacity };
}

/** Kroner of a payer or posts of a profession; judged where they have a budget. */
export interface BudgetRecord {
  payer?: string;
  profession?: string;
  year?: string;
  base: number | null;
  scenario: number | null;
  difference: number | null;
  ci95: Interval;
  margin?: number | null;
  judgement?: BudgetJudgement;
  /** Only where it cannot be told yet; null beyond the limit. */
  replicationsNeeded?: number | null;
}

export interface VerdictRecord {
  budget: PlanVerdict['budget'];
  figures: FigureRecord[];
  kroner: BudgetRecord[];
  posts: BudgetRecord[];
  /** Extra shifts, overtime and hired staff, in posts. */
  addedPosts: BudgetRecord[];
  text: { nb: VerdictText; en: VerdictText };
}

export interface ComparisonSummary {
  base: string;
  seed: string;
  replications: number;
  scenarios: { scenario: string; differences: Record<string, DifferenceRecord>; verdict: VerdictRecord }[];
}

/** Every indicator of a scenario with its 95 % interval. */
export function runSummary(inputs: ModelInputs, result: ScenarioResult): RunSummary {
  return {
    scenario: result.scenario,
    seed: result.seed,
    replications: result.replications,
    indicators: Object.fromEntries(
      indicatorKeys(inputs).map(({ key, indicator }) => [
        key,
        { ...record(summarise(result.indicators[key] ?? [])), unit: indicator.unit },
      ]),
    ),
  };
}

/**
 * Paired differences of scenarios from their base, for the indicators that both have, and the verdict on each.
 * @param verdicts one for each of the others, in their order
 */
export function comparisonSummary(
  base: Outcome,
  others: readonly ScenarioResult[],
  verdicts: readonly PlanVerdict[],
): ComparisonSummary {
  return {
    base: base.result.scenario,
    seed: base.result.seed,
    replications: Math.min(base.result.replications, ...others.map(({ replications }) => replications)),
    scenarios: others.map((other, index) => ({
      scenario: other.scenario,
      differences: Object.fromEntries(
        indicatorKeys(base.inputs)
          .filter(({ key }) => key in other.indicators)
          .map(({ key, indicator }) => {
            const [today, plan] = [base.result.indicators[key] ?? [], other.indicators[key]!];
            const { mean, ci95 } = record(pairedDifference(today, plan));
            const levels = { base: finite(summarise(today).mean), scenario: finite(summarise(plan).mean) };
            return [key, { mean, ci95, unit: indicator.unit, ...levels }];
          }),
      ),
      verdict: verdictRecord(verdicts[index]!),
    })),
  };
}

function verdictRecord(verdict: PlanVerdict): VerdictRecord {
  const { budget, figures, kroner, posts } = verdict;
  const isAdded = ({ subject }: BudgetFigure): boolean => subject.kind === 'addedPosts';
  return {
    budget,
    figures: figures.map(({ key: { key }, judgement, capacity, ...levels }) => ({
      key,
      ...levelsRecord(levels),
      judgement,
      ...(capacity === undefined ? {} : { capacity: { base: capacity.today, scenario: capacity.plan } }),
    })),
    kroner: kroner.map(budgetRecord),
    posts: posts.filter((figure) => !isAdded(figure)).map(budgetRecord),
    addedPosts: posts.filter(isAdded).map(budgetRecord),
    text: { nb: verdictText(verdict, 'nb'), en: verdictText(verdict, 'en') },
  };
}

function budgetRecord({ subject, answer, ...levels }: BudgetFigure): BudgetRecord {
  const { payer, profession, year, margin } = subject;
  const needed = answer?.replicationsNeeded;
  return {
    ...(payer === undefined ? {} : { payer: payer.id }),
    ...(profession === undefined ? {} : { profession }),
    ...(year === undefined ? {} : { year }),
    ...levelsRecord(levels),
    ...(margin === undefined ? {} : { margin: finite(margin) }),
    ...(answer === undefined ? {} : { judgement: answer.judgement }),
    ...(needed === undefined ? {} : { replicationsNeeded: finite(needed) }),
  };
}

function levelsRecord({ today, plan, difference }: Levels): {
  base: number | null;
  scenario: number | null;
  difference: number | null;
  ci95: Interval;
} {
  const { mean, ci95 } = record(difference);
  return { base: finite(today.mean), scenario: finite(plan.mean), difference: mean, ci95 };
}

function record({ mean, sd, n, ci95 }: Estimate): EstimateRecord {
  return { mean: finite(mean), sd: finite(sd), n, ci95: [finite(ci95[0]), finite(ci95[1])] };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
