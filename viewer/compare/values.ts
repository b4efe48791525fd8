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

const decimalsOf: Record<Exclude<IndicatorUnit, 'kroner'>, number> = {
  births: 0,
  women: 0,
  share: 1,
  minutes: 1,
  hours: 1,
  days: 2,
  rooms: 1,
  beds: 1,
  midwives: 1,
  ratio: 2,
};

/** Kroner are written in millions from here up. */
const million = 1e6;

export function scaleOf(row: ComparisonRow): Scale {
  const { unit } = row.indicator;
  const { units } = texts().compare;
  if (unit === 'kroner') {
    const large = Math.max(Math.abs(row.a.mean), Math.abs(row.b.mean)) >= million;
    const name = large ? units.millionKroner : units.kroner;
    return { factor: large ? 1 / million : 1, decimals: large ? 1 : 0, unit: name };
  }
  const counts = unit === 'births' || unit === 'women';
  return {
    factor: unit === 'share' ? 100 : 1,
    // Small counts would otherwise all read 0 or 1.
    decimals: counts && Math.max(row.a.mean, row.b.mean) < 20 ? 1 : decimalsOf[unit],
    unit: units[unit],
  };
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
