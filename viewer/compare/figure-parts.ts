import type { Indicator } from '../../sim-core/maternity/indicators/indicator.ts';
import type { ComparisonRow } from './figures.ts';

/** The figures of one part of the service, those over all women and all places first. */
export interface FigurePart {
  phase: Indicator['phase'];
  whole: ComparisonRow[];
  /** Figures given by group, in the order in which the groupings are first met. */
  byGroup: { by: NonNullable<Indicator['by']>; rows: ComparisonRow[] }[];
  /** Every figure of the part. */
  all: ComparisonRow[];
}

/** Everything but the headline figures, part by part in the order of the registry. */
export function figureParts(rows: readonly ComparisonRow[]): FigurePart[] {
  const parts = new Map<Indicator['phase'], FigurePart>();
  for (const row of rows) {
    const { phase, by, headline } = row.indicator;
    if (headline) continue;
    let part = parts.get(phase);
    if (part === undefined) {
      part = { phase, whole: [], byGroup: [], all: [] };
      parts.set(phase, part);
    }
    part.all.push(row);
    if (by === undefined) {
      part.whole.push(row);
      continue;
    }
    const group = part.byGroup.find((other) => other.by === by);
    if (group === undefined) part.byGroup.push({ by, rows: [row] });
    else group.rows.push(row);
  }
  return [...parts.values()];
}

/** How many of some figures differ clearly between the scenarios. */
export function clearDifferences(rows: readonly ComparisonRow[]): number {
  return rows.filter(({ verdict }) => verdict !== 'unclear' && verdict !== 'unknown').length;
}
