/** Who bears what is booked: one payer, or several by shares that sum to 1. */
export interface Bearers {
  /** By place in `economy.payers`. */
  readonly payers: readonly number[];
  readonly shares: readonly number[];
}

/**
 * Divides a number of øre by shares so that the parts are whole and sum to it: each part is rounded down, and what is left
 * goes, an øre each, to those that lost most by it, the first of equals first (method of the largest remainder).
 * @param oere whole, zero or more @param shares sum to 1
 * @param parts gets the parts; as long as `shares`
 */
export function divideOere(oere: number, shares: readonly number[], parts: number[]): void {
  let left = oere;
  for (let index = 0; index < shares.length; index++) {
    parts[index] = Math.floor(oere * shares[index]!);
    left -= parts[index]!;
  }
  // Shares that sum to 1 but for a rounding error may, of a great amount, give an øre too much.
  for (; left < 0; left++) parts[parts.findLastIndex((part) => part > 0)]! -= 1;
  const given = new Set<number>();
  for (; left > 0; left--) {
    let most = -1;
    for (let index = 0; index < shares.length; index++) {
      if (given.has(index)) continue;
      const lost = oere * shares[index]! - Math.floor(oere * shares[index]!);
      if (most < 0 || lost > oere * shares[most]! - Math.floor(oere * shares[most]!)) most = index;
    }
    if (most < 0) break;
    parts[most]! += 1;
    given.add(most);
  }
}
