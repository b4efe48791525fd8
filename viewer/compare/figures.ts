import { pairedDifference, summarise } from '../../sim-core/experiment/comparison.ts';
import type { Indicator, IndicatorKey } from '../../sim-core/maternity/indicators/indicator.ts';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import type { Figures } from '../run/session.ts';

/** A mean over replications with its 95 % interval; the interval is undefined while fewer than two have a value. */
export interface Estimate {
  mean: number;
  n: number;
  interval: [low: number, high: number] | undefined;
}

/** How B stands to A. `higher` and `lower` are clear differences of which neither is the better. */
export type Verdict = 'better' | 'worse' | 'higher' | 'lower' | 'unclear' | 'unknown';

/** One line of the comparison. */
export interface ComparisonRow extends IndicatorKey {
  a: Estimate;
  b: Estimate;
  /** B − A, paired by replication: both had the same women. */
  difference: Estimate;
  verdict: Verdict;
}

/** The comparison in the order of the registry. Only replications that both scenarios have finished are used. */
export function comparisonRows(figures: Figures): ComparisonRow[] {
  return indicatorKeys(figures.comparison.a).map((entry) => comparisonRow(entry, figures));
}

/** One line of the comparison. */
export function comparisonRow(entry: IndicatorKey, figures: Figures): ComparisonRow {
  const [valuesA, valuesB] = pairedValues(entry.key, figures);
  const difference = pairedEstimate(valuesA, valuesB);
  return {
    ...entry,
    a: estimate(valuesA),
    b: estimate(valuesB),
    difference,
    verdict: verdictOf(difference, entry.indicator.direction),
  };
}

/** The values of an indicator in each replication that both scenarios have finished; NaN where a replication has none. */
export function pairedValues(key: string, { a, b, replications }: Figures): [a: number[], b: number[]] {
  const valuesOf = ({ indicators }: Figures['a']): number[] => (indicators[key] ?? []).slice(0, replications);
  return [valuesOf(a), valuesOf(b)];
}

/** True if the interval says which way the difference goes. */
export function isClear({ verdict }: ComparisonRow): boolean {
  return verdict !== 'unclear' && verdict !== 'unknown';
}

/** What the interval of the difference allows one to say. */
export function verdictOf(difference: Estimate, direction: Indicator['direction']): Verdict {
  if (!difference.interval) return 'unknown';
  const [low, high] = difference.interval;
  if (low <= 0 && high >= 0) return 'unclear';
  const rises = low > 0;
  if (direction === 'none') return rises ? 'higher' : 'lower';
  return rises === (direction === 'higher') ? 'better' : 'worse';
}

/** A difference as a share of the mean of A: infinite where that is zero, undefined where there is no difference to tell. */
export function relative({ a, difference }: ComparisonRow): Estimate | undefined {
  const base = Math.abs(a.mean);
  const { mean, n, interval } = difference;
  if (n === 0) return undefined;
  if (base === 0) return { mean: mean === 0 ? 0 : Math.sign(mean) * Infinity, n, interval: undefined };
  return { mean: mean / base, n, interval: interval && [interval[0] / base, interval[1] / base] };
}

function estimate(values: number[]): Estimate {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? { mean: NaN, n: 0, interval: undefined } : fromSummary(summarise(known));
}

/** Mean of B − A over the replications in which both have a value, which had the same women. */
export function pairedEstimate(valuesA: readonly number[], valuesB: readonly number[]): Estimate {
  const known = valuesA.flatMap((value, index) => {
    const other = valuesB[index];
    return other === undefined || Number.isNaN(value) || Number.isNaN(other) ? [] : [[value, other] as const];
  });
  if (known.length === 0) return { mean: NaN, n: 0, interval: undefined };
  return fromSummary(
    pairedDifference(
      known.map(([base]) => base),
      known.map(([, other]) => other),
    ),
  );
}

function fromSummary({ mean, n, ci95 }: { mean: number; n: number; ci95: [number, number] }): Estimate {
  return { mean, n, interval: n < 2 ? undefined : [ci95[0], ci95[1]] };
}
