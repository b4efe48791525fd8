import type { Estimate } from '../kernel/index.ts';
import type { IndicatorUnit } from '../maternity/indicators/indicator.ts';
import { mostReplications, type BudgetAnswer } from './budget.ts';
import { intervalText, numberText } from './number-text.ts';
import { percentagePoints, unitFormats, type Language } from './text-table.ts';
import { verdictWords } from './verdict-words.ts';
import type { BudgetFigure, Capacity, FigureVerdict, PlanVerdict } from './verdict.ts';

const kronerPerMillion = 1e6;
/** Kroner in millions have two decimals below this many, one above. */
const finelyWritten = 10;
/** Decimals beyond the ordinary ones of a clear difference that would otherwise seem to be none. */
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
    (figure) =>
      figure.answer !== undefined ||
      (!isAsToday(figure, language) && (figure.subject.kind !== 'kroner' || figure.subject.year !== undefined)),
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

/** Whether a difference would be written as zero. */
export function isAsToday(figure: BudgetFigure, language: Language): boolean {
  const { factor, decimals } = budgetFormat(figure, language);
  return isZero(figure.difference.mean * factor, decimals);
}

function figureLine(figure: FigureVerdict, language: Language): string {
  const { key, today, plan, difference, judgement, capacity } = figure;
  const words = verdictWords[language];
  const { unit } = key.indicator;
  const { factor, decimals } = unitFormats[unit];
  const { level, step } = unitWords(key.indicator.id, unit, language);
  let [before, after] = [today, plan].map(({ mean }) => numberText(mean * factor, decimals, language)) as [
    string,
    string,
  ];
  if (capacity === undefined) {
    after += level;
  } else {
    after = words.beds(`${after} ${words.capacity(capacityText(capacity.plan, language))}`);
    if (judgement === 'notJudged') before += ` ${words.capacity(capacityText(capacity.today, language))}`;
  }
  const judged = judgement === 'notJudged' ? words.notJudgedBecause : words.judgement[judgement];
  return (
    `${figureName(figure, language)}: ${after} (${words.today} ${before}), ` +
    `${differenceText(difference, factor, decimals, language, step)}, ${judged}.`
  );
}

/** The number of places; of a number that changes during the horizon the fewest and the most. */
export function capacityText({ fewest, most }: Capacity, language: Language): string {
  return [...new Set([fewest, most])].map((places) => numberText(places, 0, language)).join('–');
}

/** A difference with its sign, what it is in, and its interval; with more decimals where a clear one would seem to be none. */
export function differenceText(
  { mean, ci95: [low, high] }: Estimate,
  factor: number,
  decimals: number,
  language: Language,
  step = '',
): string {
  const isClear = low > 0 || high < 0;
  const isRounded = [mean, low, high].some((value) => isZero(value * factor, decimals));
  const shown = isClear && isRounded ? visibleDecimals(mean * factor, decimals) : decimals;
  const interval = intervalText([low * factor, high * factor], shown, language);
  return `${numberText(mean * factor, shown, language, true)}${step} ${interval}`;
}

function isZero(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === 0;
}

/** More decimals, where they show what fewer round to zero. */
function visibleDecimals(value: number, decimals: number): number {
  return isZero(value, decimals + moreDecimals) ? decimals : decimals + moreDecimals;
}

/** What follows a level and a difference. */
function unitWords(id: string, unit: IndicatorUnit, language: Language): { level: string; step: string } {
  const words = verdictWords[language];
  if (id === 'knownMidwife') return { level: ` ${words.women}`, step: '' };
  const name = unitFormats[unit].name[language];
  if (unit === 'share') return { level: words.percentSign, step: ` ${percentagePoints[language]}` };
  return name === '' ? { level: '', step: '' } : { level: ` ${name}`, step: '' };
}

function budgetLine(figure: BudgetFigure, language: Language): string {
  const { subject, answer, today, plan, difference } = figure;
  const words = verdictWords[language];
  const isKroner = subject.kind === 'kroner';
  const { factor, decimals, levelDecimals } = budgetFormat(figure, language);
  const head = heading(figure, language);
  const tail = answer === undefined ? '' : stillNeeded(answer, language);
  const level = ({ mean }: Estimate): string => numberText(mean * factor, levelDecimals, language);
  const bounds = difference.ci95.map((bound) => bound * factor) as [number, number];
  if (answer !== undefined && answer.judgement !== 'exceeds' && isAsToday(figure, language)) {
    const interval = bounds.every((bound) => isZero(bound, decimals))
      ? ''
      : ` ${intervalText(bounds, decimals, language)}`;
    return `${head}; ${isKroner ? words.millions(level(plan)) : level(plan)}, ${words.same}${interval}${tail}.`;
  }
  const shown = isAsToday(figure, language) ? visibleDecimals(difference.mean * factor, decimals) : decimals;
  const isLess = difference.mean < 0;
  const number = numberText(Math.abs(difference.mean) * factor, shown, language);
  const change = isKroner
    ? `${words.millions(number)} ${isLess ? words.less : words.more}`
    : `${number}${answer === undefined ? ` ${words.fullTimePosts}` : ''} ${isLess ? words.fewer : words.more}`;
  // The heading of what has a budget tells of its year.
  const when = answer !== undefined || subject.year === undefined ? '' : ` ${words.inYear(subject.year)}`;
  // "Less" turns the interval round with the sign, so that both speak of how much less.
  const interval = intervalText(isLess ? [-bounds[1], -bounds[0]] : bounds, shown, language);
  const levels = `${level(plan)} ${words.againstToday} ${level(today)} ${words.today}`;
  return `${head}${answer === undefined ? ':' : ','} ${change}${when} ${interval}; ${levels}${tail}.`;
}

/** Who it is about, and whether their budget holds where they have one. */
function heading(figure: BudgetFigure, language: Language): string {
  const { subject, answer } = figure;
  const words = verdictWords[language];
  const name = subjectName(figure, language);
  if (subject.kind !== 'kroner') {
    return `${startingLarge(name)}${answer === undefined ? '' : `: ${words.staffBudget[answer.judgement]}`}`;
  }
  const payer = subject.payer?.name[language] ?? '';
  if (answer === undefined) return words.noBudget(payer);
  return `${payer}: ${words.payerBudget(subject.year ?? '')[answer.judgement]}`;
}

/** How values of kroner (in millions) and posts are written: differences, and the levels that they are between. */
export function budgetFormat(
  { subject, plan, difference }: BudgetFigure,
  language: Language,
): { factor: number; decimals: number; levelDecimals: number; unit: string } {
  const words = verdictWords[language];
  if (subject.kind !== 'kroner') return { factor: 1, decimals: 1, levelDecimals: 1, unit: words.fullTimePosts };
  const [step, level] = [difference, plan].map(({ mean }) => Math.abs(mean) / kronerPerMillion) as [number, number];
  return {
    factor: 1 / kronerPerMillion,
    decimals: step < finelyWritten ? 2 : 1,
    levelDecimals: step < 1 || level < finelyWritten ? 2 : 1,
    unit: words.million,
  };
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
