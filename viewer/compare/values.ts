import type { IndicatorUnit } from '../../sim-core/maternity/indicators/indicator.ts';
import { missing, number, signed } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { ComparisonRow, Estimate } from './figures.ts';

/** How the figures of one line are written: the same factor and decimals all through, so that they can be compared. */
export interface Scale {
  /** What a value is multiplied by before it is written. */
  factor: number;
  decimals: number;
  unit: string;
}

/** Kroner are written in millions from here up. */
const million = 1e6;

/** Units of which there are only whole ones in each replication: the mean of large numbers needs no decimals. */
const wholes = new Set<IndicatorUnit>(['births', 'women', 'contacts', 'shifts', 'kroner']);

/** The scale of some figures of the same indicator. */
export function scaleOf(rows: readonly [ComparisonRow, ...ComparisonRow[]]): Scale {
  const { unit } = rows[0].indicator;
  const { units } = texts().compare;
  const largest = Math.max(
    0,
    ...rows
      .flatMap(({ a, b }) => [a, b])
      .filter(({ n }) => n > 0)
      .map(({ mean }) => Math.abs(mean)),
  );
  if (unit === 'kroner' && largest >= million) {
    return { factor: 1 / million, decimals: largest < 10 * million ? 2 : 1, unit: units.millionKroner };
  }
  if (unit === 'share') return { factor: 100, decimals: 1, unit: units.share };
  return { factor: 1, decimals: wholes.has(unit) ? wholeDecimals(largest) : decimalsOf(largest), unit: units[unit] };
}

/** Small counts would otherwise all read 0 or 1. */
function wholeDecimals(largest: number): number {
  return largest < 20 ? 1 : 0;
}

/** Three significant figures or so. */
function decimalsOf(largest: number): number {
  if (largest >= 1000) return 0;
  return largest >= 10 ? 1 : 2;
}

/** The mean of an estimate as it stands in the table. */
export function meanText({ mean }: Estimate, { factor, decimals }: Scale, isDifference = false): string {
  return (isDifference ? signed : number)(mean * factor, decimals);
}

/** The interval of an estimate as it stands in the table, or what stands instead of it. */
export function intervalText({ interval, n }: Estimate, { factor, decimals }: Scale, isDifference = false): string {
  const { compare } = texts();
  if (n === 0) return '';
  if (!interval) return compare.noInterval;
  const [low, high] = interval.map((end) => (isDifference ? signed : number)(end * factor, decimals));
  return compare.interval(low ?? missing, high ?? missing);
}
