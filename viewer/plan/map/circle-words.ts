import { boldWidth } from './cartogram.ts';

/** Width of the rim of a district, which shows its sector (CSS pixels). */
export const rim = 7;
/** The smallest type on the maps (CSS pixels). */
export const leastType = 9;
/** From line to line, as a share of the size of the type. */
export const lineStep = 1.12;
/** Largest type as a share of the radius of a circle, so that badges on the rim stay clear of it. */
const largestType = 0.31;

/** The largest type in which the lines of a name fit in a circle. @param most the largest that is wanted; CSS pixels, all */
export function nameSize(lines: readonly string[], radius: number, most: number): number {
  const longest = Math.max(...lines.map(({ length }) => length));
  // Two lines stand further from the middle, where the circle is narrower.
  const room = 2 * (radius - rim) * (lines.length > 1 ? 0.82 : 0.9);
  return Math.max(leastType, Math.min(most, radius * largestType, room / (longest * boldWidth)));
}

/** Strokes of the patterns of the first four sectors, in a square of 8: plain, hatched, dotted and cross-hatched. */
export const patternStrokes = ['', 'M-2,2L2,-2M0,8L8,0M6,10L10,6', '', 'M0,4H8M4,0V8'] as const;
