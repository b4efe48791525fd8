import { pairedDifference, summarise, type Estimate } from '../experiment/comparison.ts';
import type { ScenarioResult } from '../experiment/experiment.ts';
import type { IndicatorKey, IndicatorUnit } from '../maternity/indicators/indicator.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { indicatorKeys } from '../maternity/registry.ts';

export type Language = 'nb' | 'en';

/** Shares differ by percentage points, not by per cent. */
export const percentagePoints: Record<Language, string> = { nb: 'prosentpoeng', en: 'percentage points' };

interface UnitFormat {
  /** What a value is multiplied by before it is written. */
  factor: number;
  decimals: number;
  name: Record<Language, string>;
}

/** How values of each unit are written. */
export const unitFormats: Record<IndicatorUnit, UnitFormat> = {
  births: { factor: 1, decimals: 0, name: { nb: 'fødsler', en: 'births' } },
  women: { factor: 1, decimals: 1, name: { nb: 'kvinner', en: 'women' } },
  contacts: { factor: 1, decimals: 2, name: { nb: 'kontakter', en: 'contacts' } },
  share: { factor: 100, decimals: 1, name: { nb: '%', en: '%' } },
  minutes: { factor: 1, decimals: 1, name: { nb: 'minutter', en: 'minutes' } },
  hours: { factor: 1, decimals: 1, name: { nb: 'timer', en: 'hours' } },
  days: { factor: 1, decimals: 2, name: { nb: 'dager', en: 'days' } },
  rooms: { factor: 1, decimals: 1, name: { nb: 'stuer', en: 'rooms' } },
  beds: { factor: 1, decimals: 1, name: { nb: 'senger', en: 'beds' } },
  cots: { factor: 1, decimals: 1, name: { nb: 'plasser', en: 'cots' } },
  midwives: { factor: 1, decimals: 1, name: { nb: 'jordmødre', en: 'midwives' } },
  posts: { factor: 1, decimals: 1, name: { nb: 'årsverk', en: 'full-time posts' } },
  shifts: { factor: 1, decimals: 0, name: { nb: 'vakter', en: 'shifts' } },
  ratio: { factor: 1, decimals: 2, name: { nb: '', en: '' } },
  kroner: { factor: 1e-6, decimals: 2, name: { nb: 'mill. kr', en: 'NOK million' } },
};

const words = {
  nb: {
    indicator: 'Indikator',
    mean: 'Snitt',
    interval: '95 %-intervall',
    unit: 'Enhet',
    difference: 'Forskjell',
    verdict: '',
    better: 'bedre',
    worse: 'dårligere',
    unclear: 'ingen klar forskjell',
  },
  en: {
    indicator: 'Indicator',
    mean: 'Mean',
    interval: '95 % interval',
    unit: 'Unit',
    difference: 'Difference',
    verdict: '',
    better: 'better',
    worse: 'worse',
    unclear: 'no clear difference',
  },
} as const;

/** A readable table of every indicator of a scenario with its 95 % interval. */
export function runTable(inputs: ModelInputs, result: ScenarioResult, language: Language): string {
  const { indicator, mean, interval, unit } = words[language];
  const rows = indicatorKeys(inputs).map((key) => {
    const summary = summarise(result.indicators[key.key] ?? []);
    return [name(key, language), ...cells(summary, key.indicator.unit, language)];
  });
  return aligned([[indicator, mean, interval, unit], ...rows]);
}

/** A readable table of a scenario's paired differences from its base, with a verdict where a direction is better. */
export function differenceTable(
  inputs: ModelInputs,
  base: ScenarioResult,
  other: ScenarioResult,
  language: Language,
): string {
  const { indicator, difference, interval, unit, verdict } = words[language];
  const rows = indicatorKeys(inputs).map((key) => {
    const paired = pairedDifference(base.indicators[key.key] ?? [], other.indicators[key.key] ?? []);
    return [
      name(key, language),
      ...differenceCells(paired, key.indicator.unit, language),
      verdictOf(paired, key.indicator.direction, language),
    ];
  });
  return aligned([[indicator, difference, interval, unit, verdict], ...rows]);
}

function verdictOf(
  { ci95: [low, high] }: Estimate,
  direction: 'higher' | 'lower' | 'none',
  language: Language,
): string {
  if (direction === 'none' || Number.isNaN(low)) return '';
  if (low <= 0 && high >= 0) return words[language].unclear;
  return low > 0 === (direction === 'higher') ? words[language].better : words[language].worse;
}

function name({ indicator, group }: IndicatorKey, language: Language): string {
  return group === undefined ? indicator.name[language] : `${indicator.name[language]} – ${group[language]}`;
}

function cells({ mean, ci95 }: Estimate, unit: IndicatorUnit, language: Language): string[] {
  const { factor, decimals, name: unitName } = unitFormats[unit];
  const format = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    // No minus before what is rounded to zero.
    signDisplay: 'negative',
  });
  const text = (value: number): string =>
    Number.isFinite(value) ? format.format(value * factor).replace('-', '−') : '–';
  const [low, high] = ci95;
  return [text(mean), Number.isFinite(low) ? `${text(low)} … ${text(high)}` : '–', unitName[language]];
}

function differenceCells(paired: Estimate, unit: IndicatorUnit, language: Language): string[] {
  const [mean, interval, unitName] = cells(paired, unit, language);
  return [mean!, interval!, unit === 'share' ? percentagePoints[language] : unitName!];
}

/** Columns as wide as their widest cell, two spaces apart; words to the left, the given columns of figures to the right. */
export function aligned(rows: readonly string[][], figures: readonly number[] = [1, 2]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          figures.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
