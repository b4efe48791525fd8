import { markdownTable } from './markdown-table.ts';
import { numberText } from './number-text.ts';
import { aligned, percentagePoints, unitFormats, type Language } from './text-table.ts';
import { budgetFormat, capacityText, differenceText, figureName, isAsToday, subjectName } from './verdict-text.ts';
import { verdictWords } from './verdict-words.ts';
import type { BudgetFigure, FigureVerdict, PlanVerdict } from './verdict.ts';

/**
 * Plans side by side, a column each: level and judgement of each figure, difference and judgement of each budget; in
 * Markdown with the 95 % interval of the difference.
 * @param verdicts on the same base, one or more
 */
export function sideBySideTable(
  verdicts: readonly PlanVerdict[],
  language: Language,
  form: 'text' | 'markdown',
): string {
  const words = verdictWords[language];
  const [first] = verdicts;
  if (first === undefined) return '';
  const withInterval = form === 'markdown';
  const rows = [
    [words.figure, startingLarge(words.today), ...verdicts.map(({ name }) => name[language])],
    [words.means, '', ...verdicts.map(({ budget }) => words.budget[budget.all])],
    ...first.figures.map((figure, row) => [
      `${figureName(figure, language)}${unitText(figure, language)}`,
      levelText(figure, 'today', language),
      ...verdicts.map(({ figures }) => figureCell(figures[row]!, language, withInterval)),
    ]),
    ...budgetRows(verdicts.map(({ kroner }) => kroner.filter(({ subject }) => subject.year !== undefined))),
    ...budgetRows(verdicts.map(({ posts }) => posts)),
  ];
  return withInterval
    ? markdownTable(
        rows,
        rows[0]!.map((_, column) => (column === 1 ? 'right' : 'left')),
      )
    : aligned(rows, [1]);

  function budgetRows(plans: BudgetFigure[][]): string[][] {
    return plans[0]!.flatMap((figure, row) => {
      // Without a budget, only what some plan changes.
      const isChanged = plans.some((figures) => !isAsToday(figures[row]!, language));
      if (figure.answer === undefined && !isChanged) return [];
      const { factor, unit } = budgetFormat(figure, language);
      const cells = plans.map((figures) => budgetCell(figures[row]!, language, withInterval));
      const today = numberText(figure.today.mean * factor, 1, language);
      return [[`${subjectName(figure, language)} (${unit})`, today, ...cells]];
    });
  }
}

function figureCell(figure: FigureVerdict, language: Language, withInterval: boolean): string {
  const { factor, decimals } = unitFormats[figure.key.indicator.unit];
  const step = withInterval ? ` (${differenceText(figure.difference, factor, decimals, language)})` : '';
  return `${levelText(figure, 'plan', language)}${step} ${verdictWords[language].judgement[figure.judgement]}`;
}

function budgetCell(figure: BudgetFigure, language: Language, withInterval: boolean): string {
  const { factor, decimals } = budgetFormat(figure, language);
  const judgement = figure.answer === undefined ? '' : ` ${verdictWords[language].budget[figure.answer.judgement]}`;
  const step = withInterval
    ? differenceText(figure.difference, factor, decimals, language)
    : numberText(figure.difference.mean * factor, decimals, language, true);
  return `${step}${judgement}`;
}

function levelText(figure: FigureVerdict, when: 'today' | 'plan', language: Language): string {
  const { factor, decimals } = unitFormats[figure.key.indicator.unit];
  const level = numberText(figure[when].mean * factor, decimals, language);
  return figure.capacity === undefined ? level : `${level} / ${capacityText(figure.capacity[when], language)}`;
}

/** The unit of a figure in brackets, with what its differences are in where that is another. */
function unitText({ key: { indicator } }: FigureVerdict, language: Language): string {
  const name = unitFormats[indicator.unit].name[language];
  if (indicator.unit === 'share') return ` (${name}, ${percentagePoints[language]})`;
  return name === '' ? '' : ` (${name})`;
}

function startingLarge(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
