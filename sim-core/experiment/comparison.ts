import { estimate, type Estimate } from '../kernel/index.ts';

export type { Estimate };

/** Mean of an indicator over replications, with its 95 % Student interval. */
export function summarise(values: readonly number[]): Estimate {
  return estimate(values);
}

/**
 * Difference of an indicator between a scenario and its base, replication by replication: both have the same women in
 * the same replication, so most of the chance cancels. Replications that only one of them has are left out.
 */
export function pairedDifference(base: readonly number[], other: readonly number[]): Estimate {
  return estimate(other.slice(0, base.length).map((value, replication) => value - base[replication]!));
}
