import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import type { Figures } from '../run/session.ts';
import { comparisonRow, type ComparisonRow } from './figures.ts';

/** Milliseconds of work at a stretch, so that the page answers to what is pressed while a run is going. */
const stretch = 8;

/** Lets the browser do what else it has to do. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * The comparison as `comparisonRows` gives it, worked out a little at a time.
 * @param isWanted asked after each stretch; when it says no, the work is given up
 * @returns undefined if it was given up
 */
export async function rowsInSlices(figures: Figures, isWanted: () => boolean): Promise<ComparisonRow[] | undefined> {
  const rows: ComparisonRow[] = [];
  let began = performance.now();
  for (const entry of indicatorKeys(figures.comparison.a)) {
    rows.push(comparisonRow(entry, figures));
    if (performance.now() - began < stretch) continue;
    await pause();
    if (!isWanted()) return undefined;
    began = performance.now();
  }
  return rows;
}
