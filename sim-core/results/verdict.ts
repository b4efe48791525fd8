import { pairedDifference, summarise, type Estimate } from '../experiment/comparison.ts';
import type { ScenarioResult } from '../experiment/experiment.ts';
import type { IndicatorKey, LocalisedText } from '../maternity/indicators/indicator.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { indicatorKeys } from '../maternity/registry.ts';
import { budgetAnswer, together, type BudgetAnswer, type BudgetJudgement } from './budget.ts';
import { kronerSubjects, postnatalBeds, postSubjects, type BudgetSubject } from './verdict-subjects.ts';

/**
 * Whether a plan is better than its base in some respect; unclear when the interval of the difference holds zero, and not
 * judged when the two cannot be held against each other.
 */
export type Judgement = 'better' | 'worse' | 'unclear' | 'notJudged';

/** The fewest and the most places at any time of the horizon. */
export interface Capacity {
  fewest: number;
  most: number;
}

/** Levels of a figure today and in a plan, and the paired difference with its 95 % interval. */
export interface Levels {
  today: Estimate;
  plan: Estimate;
  difference: Estimate;
}

/** An indicator in a verdict. */
export interface FigureVerdict extends Levels {
  key: IndicatorKey;
  judgement: Judgement;
  /** Places that there are, of figures that tell how many are in use. */
  capacity?: { today: Capacity; plan: Capacity };
}

/** Kroner of a payer or posts of a profession; with an answer where they have a budget. */
export interface BudgetFigure extends Levels {
  subject: BudgetSubject;
  answer?: BudgetAnswer;
}

/** The answer to what a planner asks of a plan, figure by figure and in all. */
export interface PlanVerdict {
  scenario: string;
  name: LocalisedText;
  replications: number;
  figures: FigureVerdict[];
  kroner: BudgetFigure[];
  posts: BudgetFigure[];
  /** Whether it keeps within today's kroner of every payer and year, within today's posts of every profession, and both. */
  budget: { kroner: BudgetJudgement; posts: BudgetJudgement; all: BudgetJudgement };
}

/** A scenario with its results. */
export interface Outcome {
  inputs: ModelInputs;
  result: ScenarioResult;
}

/**
 * Postnatal beds that suffice 95 % of the time. More of as many beds in use is worse, though the indicator itself takes no
 * side. Where a plan changes the number of beds it is not judged: fewer beds in use may be fewer beds to wait for.
 */
const bedsInUse = 'postnatalBedsHighByHospital';
/** What a verdict is about, besides kroner and posts. */
const figureIds = [
  'knownMidwife',
  'oneToOne',
  'waitedForRoom',
  'diversions',
  'bornWithoutRoom',
  'waitedForBed',
  bedsInUse,
  'plannedBreaches',
  'workedBreaches',
];

/** The verdict on a plan against its base, from paired replications. Pure: the same results give the same verdict. */
export function planVerdict(base: Outcome, plan: Outcome): PlanVerdict {
  const levels = (values: BudgetSubject['values']): Levels => {
    const [today, changed] = [values(base.result), values(plan.result)];
    return { today: summarise(today), plan: summarise(changed), difference: pairedDifference(today, changed) };
  };
  const keys = indicatorKeys(base.inputs);
  const figures = figureIds
    .flatMap((wanted) => keys.filter(({ indicator: { id } }) => id === wanted))
    .map((key): FigureVerdict => {
      const found = levels(({ indicators }) => indicators[key.key] ?? []);
      if (key.indicator.id !== bedsInUse) {
        return { key, ...found, judgement: judgementOf(found.difference, key.indicator.direction) };
      }
      const [before, after] = postnatalBeds([base.inputs, plan.inputs], key.key.slice(bedsInUse.length + 1));
      const isSame = before!.every((beds, index) => beds === after![index]);
      const judgement = isSame ? judgementOf(found.difference, 'lower') : 'notJudged';
      return { key, ...found, judgement, capacity: { today: capacityOf(before!), plan: capacityOf(after!) } };
    });
  const figure = (subject: BudgetSubject): BudgetFigure => {
    const found = levels(subject.values);
    if (subject.margin === undefined) return { subject, ...found };
    return { subject, ...found, answer: budgetAnswer(found.difference, subject.margin) };
  };
  const kroner = kronerSubjects(base.inputs, base.result, plan.result).map(figure);
  const posts = postSubjects(base.inputs).map(figure);
  const inKroner = together(kroner.flatMap(({ answer }) => answer?.judgement ?? []));
  const inPosts = together(posts.flatMap(({ answer }) => answer?.judgement ?? []));
  return {
    scenario: plan.inputs.id,
    name: plan.inputs.name,
    replications: Math.min(base.result.replications, plan.result.replications),
    figures,
    kroner,
    posts,
    budget: { kroner: inKroner, posts: inPosts, all: together([inKroner, inPosts]) },
  };
}

function capacityOf(places: readonly number[]): Capacity {
  return { fewest: Math.min(...places), most: Math.max(...places) };
}

/** Judges a difference by the direction that is better; without one, or without an interval, it is unclear. */
export function judgementOf({ ci95: [low, high] }: Estimate, direction: 'higher' | 'lower' | 'none'): Judgement {
  if (direction === 'none' || !(low > 0 || high < 0)) return 'unclear';
  return low > 0 === (direction === 'higher') ? 'better' : 'worse';
}
