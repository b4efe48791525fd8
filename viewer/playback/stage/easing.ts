import type { Point } from './projection.ts';

/** How far a path bends to its right, as a share of its length: those who go and those who come keep apart. */
const bend = 0.12;
/** No path bends farther than this many pixels. */
const mostBend = 26;

/** Slow at both ends: the share of a way that is covered after a share of the time (both 0…1). */
export function cubicInOut(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}

/** The point that a path from one place to another is drawn towards, to the right of who goes along it. */
function bendOf(from: Point, to: Point): Point {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y);
  if (length === 0) return [from[0], from[1]];
  const aside = Math.min(2 * bend * length, mostBend) / length;
  return [from[0] + x / 2 - y * aside, from[1] + y / 2 + x * aside];
}

/** Where somebody is who has covered a share (0…1) of the bent way between two places: a quadratic Bézier curve. */
export function alongPath(from: Point, to: Point, share: number): Point {
  const middle = bendOf(from, to);
  const rest = 1 - share;
  const at = (axis: 0 | 1) => rest * rest * from[axis] + 2 * rest * share * middle[axis] + share * share * to[axis];
  return [at(0), at(1)];
}

/** Where somebody is on the way after a share of the time; with reduced motion she is at either end. */
export function underWay(from: Point, to: Point, share: number, calm: boolean): Point {
  if (calm) return share < 0.5 ? from : to;
  return alongPath(from, to, cubicInOut(share));
}
