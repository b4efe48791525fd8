/** Positions come in quarters of a full-time post. */
export const quarter = 0.25;
const tolerance = 1e-9;

/** One of those among whom something is divided. */
interface Share {
  /** Not below 0. */
  weight: number;
  /** The most that it can have. */
  most: number;
}

/** A number down to the nearest quarter. */
export function quartersOf(posts: number): number {
  return Math.max(0, Math.floor(posts / quarter + tolerance) * quarter);
}

/**
 * Divides posts by weight in quarters, none more than the most it can have; what one can’t have goes to the others. What
 * nobody can have, and what is less than a quarter in all, is left.
 *
 * @returns posts of each, in the order given
 */
export function apportion(posts: number, shares: readonly Share[]): number[] {
  const given = shares.map(() => 0);
  const room = (index: number) => quartersOf(shares[index]!.most) - given[index]!;
  for (let left = quartersOf(posts); left > tolerance; left -= quarter) {
    const open = shares.flatMap(({ weight }, index) =>
      weight > 0 && room(index) >= quarter - tolerance ? [{ index, weight }] : [],
    );
    if (open.length === 0) break;
    // The next quarter goes to whoever would have least for its weight with it (Webster’s method).
    const next = open.reduce((best, candidate) =>
      (given[candidate.index]! + quarter / 2) / candidate.weight < (given[best.index]! + quarter / 2) / best.weight
        ? candidate
        : best,
    );
    given[next.index]! += quarter;
  }
  return given;
}
