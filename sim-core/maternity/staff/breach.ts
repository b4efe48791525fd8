import type { WorkingTimeRule } from './working-time-rules.ts';

/** What is checked: the roster, or the hours that were worked. */
export type WorkingTimeBasis = 'planned' | 'worked';

/** One rule that was not kept. */
export interface Breach {
  rule: WorkingTimeRule;
  person: number;
  /** The day of it; of averages, the first day of the period. */
  day: number;
  /** Minutes of rest that lack, or of work that are too many (a week, for weekly limits); Sundays in a row too many. */
  size: number;
  basis: WorkingTimeBasis;
}

/** Number of breaches of each rule. */
export function breachesByRule(breaches: readonly Breach[]): Partial<Record<WorkingTimeRule, number>> {
  const counts: Partial<Record<WorkingTimeRule, number>> = {};
  for (const { rule } of breaches) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
