import { isFigure } from '../../../scenarios/schema/passport.ts';

/** How many figures there are in some base data, and how many of them are assumptions without a source to stand on. */
export interface FigureCount {
  all: number;
  assumed: number;
}

/** Counts the figures of base data by their passports. */
export function countFigures(data: unknown): FigureCount {
  if (isFigure(data)) return { all: 1, assumed: data.confidence === 'U' ? 1 : 0 };
  const count = { all: 0, assumed: 0 };
  if (typeof data !== 'object' || data === null) return count;
  for (const value of Object.values(data)) {
    const inner = countFigures(value);
    count.all += inner.all;
    count.assumed += inner.assumed;
  }
  return count;
}
