import type { FigureOutcome, PublishedBasis } from '../experiment/validation/case.ts';
import { markdownTable } from './markdown-table.ts';
import { aligned, unitFormats, type Language } from './text-table.ts';

type PublishedOutcome = FigureOutcome & { published: PublishedBasis; tolerance: number };

const words = {
  nb: {
    header: ['Størrelse', 'Mål', 'Toleranse', 'Modellen', '95 %-intervall', 'Enhet', 'Sikkerhet', ''],
    inside: 'innenfor',
    outside: 'UTENFOR',
    explained: 'utenfor, forklart',
    summary: (inside: number, all: number, verified: number, allVerified: number): string =>
      `${inside} av ${all} mål innenfor; ${verified} av ${allVerified} verifiserte.`,
  },
  en: {
    header: ['Figure', 'Target', 'Tolerance', 'Ours', '95 % interval', 'Unit', 'Confidence', ''],
    inside: 'inside',
    outside: 'OUTSIDE',
    explained: 'outside, explained',
    summary: (inside: number, all: number, verified: number, allVerified: number): string =>
      `${inside} of ${all} targets inside; ${verified} of ${allVerified} verified ones.`,
  },
} as const;

/** Figures of a model against published ones, as text or as Markdown, with why those outside may be so below. */
export function truthTable(figures: readonly FigureOutcome[], language: Language, form: 'text' | 'markdown'): string {
  const { header, summary } = words[language];
  const published = figures.filter(isPublished);
  const rows = [[...header], ...published.map((figure) => row(figure, language))];
  const table =
    form === 'text'
      ? aligned(rows, [1, 2, 3, 4])
      : markdownTable(rows, ['left', 'right', 'right', 'right', 'right', 'left', 'left', 'left']);
  const bullet = form === 'text' ? '' : '- ';
  const explanations = published.flatMap(({ inside, published: { name, explanation } }) =>
    inside || explanation === undefined ? [] : `${bullet}${name[language]}: ${explanation[language]}`,
  );
  const verified = published.filter(({ published: { confidence } }) => confidence === 'V');
  const isInside = ({ inside }: FigureOutcome): boolean => inside;
  const count = summary(
    published.filter(isInside).length,
    published.length,
    verified.filter(isInside).length,
    verified.length,
  );
  return [table, ...(explanations.length === 0 ? [] : [explanations.join('\n')]), count].join('\n\n');
}

/** Tells whether a figure has a published counterpart with a tolerance, i.e. belongs in the table. */
export function isPublished(figure: FigureOutcome): figure is PublishedOutcome {
  return figure.published !== undefined && figure.tolerance !== undefined;
}

function row(figure: PublishedOutcome, language: Language): string[] {
  const { value, tolerance, mean, ci95, inside, passed, published } = figure;
  const { inside: insideWord, outside, explained } = words[language];
  const { factor, name } = unitFormats[published.unit];
  const format = numberFormat(value * factor, tolerance * factor, language);
  const text = (number: number): string => (Number.isFinite(number) ? format.format(number * factor) : '–');
  const [low, high] = ci95;
  return [
    published.name[language],
    text(value),
    `± ${text(tolerance)}`,
    text(mean),
    Number.isFinite(low) ? `${text(low)} … ${text(high)}` : '–',
    name[language],
    published.confidence,
    inside ? insideWord : passed ? explained : outside,
  ];
}

/** With as many decimals as target and tolerance are given with, but no more than show two digits of the tolerance. */
function numberFormat(value: number, tolerance: number, language: Language): Intl.NumberFormat {
  const decimals = Math.max(1, Math.min(decimalsFor(tolerance), Math.max(decimalsOf(value), decimalsOf(tolerance))));
  const shown = tolerance >= 10 ? 0 : decimals;
  return new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  });
}

/** Decimals that show two digits of a number less than 10. */
function decimalsFor(number: number): number {
  return number >= 1 ? 1 : number >= 0.1 ? 2 : 3;
}

/** Decimals that a number is written with, 3 at most. */
function decimalsOf(number: number): number {
  return [0, 1, 2].find((decimals) => Math.abs(Number(number.toFixed(decimals)) - number) < 1e-9) ?? 3;
}
