import { halfWidth, type Estimate } from '../kernel/index.ts';

/** Whether a plan keeps within today's budget, as far as the replications can tell. */
export type BudgetJudgement = 'holds' | 'exceeds' | 'undecided';

export interface BudgetAnswer {
  judgement: BudgetJudgement;
  /**
   * Replications after which the interval would no longer hold the margin, if mean and spread stay as they are; undefined
   * where the answer is there, or one replication has no spread to judge by, and Infinity beyond `mostReplications`.
   */
  replicationsNeeded?: number;
}

/** Nobody runs more replications than this to settle an answer. */
export const mostReplications = 1000;

/**
 * Judges a paired difference from today against what it may be at most: it holds when the upper end of the 95 % interval is
 * not above the margin, and does not when the lower end is above it.
 */
export function budgetAnswer(difference: Estimate, margin: number): BudgetAnswer {
  const [low, high] = difference.ci95;
  if (high <= margin) return { judgement: 'holds' };
  if (low > margin) return { judgement: 'exceeds' };
  if (difference.n < 2) return { judgement: 'undecided' };
  return { judgement: 'undecided', replicationsNeeded: replicationsToTell(difference, margin) };
}

/** The verdict on several budgets together: all must hold, and one that does not is enough. */
export function together(judgements: readonly BudgetJudgement[]): BudgetJudgement {
  if (judgements.includes('exceeds')) return 'exceeds';
  return judgements.includes('undecided') ? 'undecided' : 'holds';
}

/** The smallest number of replications with which Student's half-width is less than the distance from mean to margin. */
function replicationsToTell({ mean, sd, n }: Estimate, margin: number): number {
  const tells = (count: number): boolean =>
    mean > margin ? halfWidth(count, sd) < mean - margin : halfWidth(count, sd) <= margin - mean;
  if (n >= mostReplications || !tells(mostReplications)) return Infinity;
  // The half-width falls with the number of replications, so the smallest that tells is found by halving.
  let [tooFew, enough] = [n, mostReplications];
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (tells(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
