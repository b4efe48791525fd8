import { estimate } from '../../kernel/index.ts';
import type { Flow, Patterns } from './patterns.ts';

/** Mean and 95 % interval of each element over replications. */
export interface ElementEstimates {
  mean: Float64Array;
  /** Bounds of the two-sided Student interval; NaN with fewer than two values. */
  low: Float64Array;
  high: Float64Array;
}

/** Between which values the middle eight of ten replications lie, element by element. */
export interface Band {
  low: Float64Array;
  high: Float64Array;
}

const lowestTenth = 0.1;
const highestTenth = 0.9;

/** One list of every replication, such as `daily` of `births`; replications that lack it are left out. */
export function listsOf(
  replications: readonly Patterns[],
  part: Exclude<keyof Patterns, 'flows'>,
  key: string,
): Float64Array[] {
  return replications.flatMap((patterns) => patterns[part][key] ?? []);
}

/**
 * Mean and interval of each element over replications. Elements that are NaN are left out; one that is NaN in all of them is
 * NaN. Of lists of different lengths, which are counts of classes, the shorter have zeros at the end.
 */
export function elementEstimates(lists: readonly Float64Array[]): ElementEstimates {
  const estimates = elementsOf(lists).map((values) => estimate(values));
  return {
    mean: Float64Array.from(estimates, ({ mean }) => mean),
    low: Float64Array.from(estimates, ({ ci95 }) => ci95[0]),
    high: Float64Array.from(estimates, ({ ci95 }) => ci95[1]),
  };
}

/**
 * The 10th and the 90th percentile of each element over replications, by straight line between the two nearest values.
 * Elements that are NaN, and lists of different lengths, are taken as by `elementEstimates`.
 */
export function band(lists: readonly Float64Array[]): Band {
  const sorted = elementsOf(lists).map((values) => values.filter((value) => !Number.isNaN(value)).sort());
  return {
    low: Float64Array.from(sorted, (values) => percentile(values, lowestTenth)),
    high: Float64Array.from(sorted, (values) => percentile(values, highestTenth)),
  };
}

/** Share of each class of a distribution; NaN where nobody is counted. */
export function sharesOf(counts: Float64Array): Float64Array {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/** Mean number of women of each flow over replications, in the order in which flows first come up. */
export function meanFlows(replications: readonly Patterns[]): Flow[] {
  const sums = new Map<string, Flow>();
  for (const { from, to, women } of replications.flatMap(({ flows }) => flows)) {
    const key = `${from} ${to}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { from, to, women });
    else sum.women += women;
  }
  return [...sums.values()].map(({ from, to, women }) => ({ from, to, women: women / replications.length }));
}

/** Values of all lists at each place. */
function elementsOf(lists: readonly Float64Array[]): Float64Array[] {
  const length = lists.reduce((longest, list) => Math.max(longest, list.length), 0);
  return Array.from({ length }, (_, index) => Float64Array.from(lists, (list) => list[index] ?? 0));
}

/** @param sorted ascending @param share 0 to 1 */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
