import { estimate, type Estimate } from './student.ts';

/**
 * Mean of the differences a − b between pairs, with its 95 % Student interval: two scenarios under common random numbers,
 * pair by pair the same replication (Law, Simulation Modeling and Analysis, 5th ed. 2015, § 10.2.1). Pairs in which either
 * is NaN are left out and not counted in n.
 *
 * ```ts
 * const { mean, ci95 } = estimatePaired(waitsWithTeams, waitsToday); // shorter waits when ci95[1] < 0
 * ```
 * @throws RangeError when there are not as many of one as of the other
 */
export function estimatePaired(a: readonly number[], b: readonly number[]): Estimate {
  if (a.length !== b.length) {
    throw new RangeError(`Pairs need as many of one as of the other; found ${a.length} and ${b.length}`);
  }
  return estimate(a.map((value, index) => value - b[index]!));
}
