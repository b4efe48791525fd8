import { summarise } from '../../../sim-core/experiment/comparison.ts';
import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { pairedEstimate, type Estimate } from '../figures.ts';

/** Which list of counts a distribution is made of. */
export type Counts = (patterns: Patterns) => Float64Array | undefined;

/**
 * Share (0…1) of each class in each replication, as means with intervals. Replications that count nobody have no shares.
 * @param classes how many classes there are; those beyond are counted with the last one
 */
export function classShares(patterns: readonly Patterns[], counts: Counts, classes: number): Estimate[] {
  const shares = patterns.flatMap((one) => {
    const merged = mergedTail(counts(one) ?? new Float64Array(0), classes);
    const total = sum(merged);
    return total === 0 ? [] : [merged.map((count) => count / total)];
  });
  return Array.from({ length: classes }, (_, index) => {
    if (shares.length === 0) return { mean: NaN, n: 0, interval: undefined };
    const { mean, n, ci95 } = summarise(shares.map((own) => own[index]!));
    // A share is never less than none, though an interval by the normal law may be.
    return { mean, n, interval: n < 2 ? undefined : [Math.max(0, ci95[0]), Math.min(1, ci95[1])] };
  });
}

/**
 * How many classes are worth showing: so many that those left out hold less than a share of the whole in every plan, and at
 * least one.
 */
export function classesToShow(plans: readonly (readonly Patterns[])[], counts: Counts, leftOut = 0.005): number {
  const needed = plans.map((patterns) => {
    const total: number[] = [];
    for (const one of patterns) counts(one)?.forEach((count, index) => (total[index] = (total[index] ?? 0) + count));
    const all = sum(total);
    let beyond = 0;
    let classes = total.length;
    while (classes > 1 && beyond + total[classes - 1]! <= leftOut * all) beyond += total[--classes]!;
    // What lies beyond needs a class to stand in.
    return beyond > 0 ? classes + 1 : classes;
  });
  return Math.max(1, ...needed);
}

/** Mean over replications of the mean of a distribution. @param valueOf what a class stands for */
export function meanValue(patterns: readonly Patterns[], counts: Counts, valueOf: (index: number) => number): number {
  const means = patterns.flatMap((one) => {
    const list = counts(one) ?? new Float64Array(0);
    const total = sum(list);
    return total === 0 ? [] : [list.reduce((all, count, index) => all + count * valueOf(index), 0) / total];
  });
  return means.length === 0 ? NaN : sum(means) / means.length;
}

/** The class that holds the middle of everything counted, with the share of it that lies below the middle; NaN if nothing is. */
export function middle(patterns: readonly Patterns[], counts: Counts): number {
  const total: number[] = [];
  for (const one of patterns) counts(one)?.forEach((count, index) => (total[index] = (total[index] ?? 0) + count));
  const half = sum(total) / 2;
  let below = 0;
  for (const [index, count] of total.entries()) {
    if (half > 0 && below + count >= half) return index + (half - below) / count;
    below += count;
  }
  return NaN;
}

/** The course of a week, hour by hour, as means over the replications that have a value. NaN where none has. */
export function meanWeek(patterns: readonly Patterns[], key: string): number[] {
  return Array.from({ length: 7 * 24 }, (_, hour) => {
    const known = patterns.flatMap(({ hourOfWeek }) => {
      const value = hourOfWeek[key]?.[hour] ?? NaN;
      return Number.isNaN(value) ? [] : [value];
    });
    return known.length === 0 ? NaN : sum(known) / known.length;
  });
}

/** How the course of a week differs, hour by hour: B − A, paired by replication. */
export function weekDifferences(a: readonly Patterns[], b: readonly Patterns[], key: string): Estimate[] {
  const values = (patterns: readonly Patterns[], hour: number) =>
    patterns.map(({ hourOfWeek }) => hourOfWeek[key]?.[hour] ?? NaN);
  return Array.from({ length: 7 * 24 }, (_, hour) => pairedEstimate(values(a, hour), values(b, hour)));
}

function mergedTail(counts: Float64Array, classes: number): number[] {
  const merged = Array.from({ length: classes }, () => 0);
  counts.forEach((count, index) => (merged[Math.min(index, classes - 1)]! += count));
  return merged;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
}
