import type { Estimate } from '../kernel/index.ts';
import type { IndicatorUnit } from '../maternity/indicators/indicator.ts';
import { mostReplications, type BudgetAnswer } from './budget.ts';
import { intervalText, numberText } from './number-text.ts';
import { percentagePoints, unitFormats, type Language } from './text-table.ts';
import { verdictWords } from './verdict-words.ts';
import type { BudgetFigure, FigureVerdict, PlanVerdict } from './verdict.ts';

const kronerPerMillion = 1e6;
/** Kroner in millions with two decimals below this many, with one above. */
const finelyWritten = 10;
/** Less than this is not a difference: sums of the same posts in another order differ in the last bits. */
export const negligible = 1e-9;
/** Decimals beyond the ordinary ones of a difference that would be rounded to zero. */
const moreDecimals = 2;

/** A plan's verdict in words: what it comes to, and one sentence for each figure. */
export interface VerdictText {
  summary: string;
  lines: string[];
}

/** Puts a verdict into words. */
export function verdictText({ figures, kroner, posts, budget }: PlanVerdict, language: Language): VerdictText {
  const words = verdictWords[language];
  const named = (wanted: FigureVerdict['judgement']): string =>
    figures
      .filter(({ judgement }) => judgement === wanted)
      .map((figure) => startingSmall(figureName(figure, language)))
      .join('; ');
  const [better, worse] = [named('better'), named('worse')];
  const summary = [
    `${words.overall[budget.all]}: ${words.kroner[budget.kroner]}, ${words.posts[budget.posts]}.`,
    ...(better === '' ? [] : [`${words.betterIn} ${better}.`]),
    ...(worse === '' ? [] : [`${words.worseIn} ${worse}.`]),
    ...(better === '' && worse === '' ? [words.noDifference] : []),
  ].join(' ');
  // The horizon is told of by its years, and what is as today and has no budget is not told of at all.
  const told = [...kroner, ...posts].filter(
    ({ answer, subject, difference }) =>
      answer !== undefined ||
      (Math.abs(difference.mean) >= negligible && (subject.kind !== 'kroner' || subject.year !== undefined)),
  );
  return {
    summary,
    lines: [
      ...figures.map((figure) => figureLine(figure, language)),
      ...told.map((figure) => budgetLine(figure, language)),
    ],
  };
}

/** The name of a figure, with the hospital of what is given by one. */
export function figureName({ key: { indicator, group } }: FigureVerdict, language: Language): string {
  return group === undefined ? indicator.name[language] : `${indicator.name[language]}, ${group[language]}`;
}

/** Whose kroner, whose posts. */
export function subjectName({ subject }: BudgetFigure, language: Language): string {
  const { kind, payer, year, profession } = subject;
  const words = verdictWords[language];
  const staff = profession === undefined ? [] : [words.profession[profession]];
  const what = kind === 'addedPosts' ? staff.map(words.added) : staff;
  return [...(payer === undefined ? [] : [payer.name[language]]), ...what, ...(year === undefined ? [] : [year])].join(
    ', ',
  );
}

function figureLine(figure: FigureVerdict, language: Language): string {
  const { key, today, plan, difference, judgement, capacity } = figure;
  const words = verdictWords[language];
  const { unit } = key.indicator;
  const { factor, decimals } = unitFormats[unit];
  const text = ({ mean }: Estimate): string => numberText(mean * factor, decimals, language);
  const { level, step } = unitWords(key.indicator.id, unit, language);
  const of = capacity === undefined ? level : ` ${words.capacity(numberText(capacity, 0, language))}`;
  return (
    `${figureName(figure, language)}: ${text(plan)}${of} (${words.today} ${text(today)}), ` +
    `${differenceText(difference, factor, decimals, language, step)}, ${words.judgement[judgement]}.`
  );
}

/** A difference with its sign, what it is in, and its interval; with more decimals where it would be rounded to zero. */
export function differenceText(
  { mean, ci95: [low, high] }: Estimate,
  factor: number,
  decimals: number,
  language: Language,
  step = '',
): string {
  const isSmall = Math.abs(mean * factor) >= negligible && Number((mean * factor).toFixed(decimals)) === 0;
  const shown = isSmall ? decimals + moreDecimals : decimals;
  const interval = intervalText([low * factor, high * factor], shown, language);
  return `${numberText(mean * factor, shown, language, true)}${step} ${interval}`;
}

/** What follows a level and a difference. */
function unitWords(id: string, unit: IndicatorUnit, language: Language): { level: string; step: string } {
  const words = verdictWords[language];
  if (id === 'knownMidwife') return { level: ` ${words.women}`, step: '' };
  const name = unitFormats[unit].name[language];
  if (unit === 'share') return { level: ' %', step: ` ${percentagePoints[language]}` };
  return name === '' ? { level: '', step: '' } : { level: ` ${name}`, step: '' };
}

function budgetLine(figure: BudgetFigure, language: Language): string {
  const { subject, answer, today, plan, difference } = figure;
  const words = verdictWords[language];
  const { factor, decimals, unit } = budgetFormat(figure, language);
  const text = (value: number): string => numberText(value * factor, decimals, language);
  // "Less" turns the interval round with the sign, so that both speak of how much less.
  const sign = difference.mean < 0 ? -1 : 1;
  const bounds = difference.ci95.map((bound) => bound * factor * sign).sort((a, b) => a - b) as [number, number];
  const when = subject.year === undefined ? '' : ` ${words.in} ${subject.year}`;
  const change =
    Math.abs(difference.mean) < negligible
      ? `${words.same}${when}`
      : `${text(Math.abs(difference.mean))} ${unit} ${sign < 0 ? words.less : words.more}${when} ` +
        intervalText(bounds, decimals, language);
  const levels = `${text(plan.mean)} ${words.againstToday} ${text(today.mean)} ${words.today}`;
  const tail = answer === undefined ? '' : stillNeeded(answer, language);
  return `${heading(figure, language)}: ${change}; ${levels}${tail}.`;
}

/** Who it is about and whether it holds; of what has no budget, only who. */
function heading(figure: BudgetFigure, language: Language): string {
  const { subject, answer } = figure;
  const words = verdictWords[language];
  const payer = subject.payer?.name[language] ?? '';
  if (subject.kind === 'kroner') {
    return answer === undefined ? `${words.noBudget} ${payer}` : `${words.payerBudget[answer.judgement]} ${payer}`;
  }
  const staff = words.profession[subject.profession!];
  if (answer !== undefined) return `${words.staffBudget[answer.judgement]} ${staff}`;
  return startingLarge(subjectName(figure, language));
}

/** How values of kroner (in millions) and posts are written. */
export function budgetFormat(
  { subject, difference }: BudgetFigure,
  language: Language,
): { factor: number; decimals: number; unit: string } {
  const words = verdictWords[language];
  if (subject.kind !== 'kroner') return { factor: 1, decimals: 1, unit: words.fullTimePosts };
  const millions = Math.abs(difference.mean) / kronerPerMillion;
  return { factor: 1 / kronerPerMillion, decimals: millions < finelyWritten ? 2 : 1, unit: words.million };
}

function stillNeeded({ judgement, replicationsNeeded }: BudgetAnswer, language: Language): string {
  const words = verdictWords[language];
  if (judgement !== 'undecided') return '';
  if (replicationsNeeded === undefined) return `; ${words.oneRun}`;
  const isFinite = Number.isFinite(replicationsNeeded);
  const number = numberText(isFinite ? replicationsNeeded : mostReplications, 0, language);
  return `; ${isFinite ? words.runsWouldTell(number) : words.moreRunsThan(number)}`;
}

function startingSmall(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function startingLarge(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
