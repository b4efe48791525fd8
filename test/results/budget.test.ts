import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, halfWidth } from '../../sim-core/kernel/index.ts';
import { budgetAnswer, mostReplications, together } from '../../sim-core/results/budget.ts';

describe('the answer to whether a budget holds', () => {
  const differences = estimate([1, 2, 3, 4, 5]);
  const [low, high] = differences.ci95;

  it('is by the interval of the differences, whose ends are known', () => {
    // Mean 3, standard deviation √2.5, t(0.975, 4) = 2.776445.
    expect([low, high]).toEqual([expect.closeTo(1.036757, 5), expect.closeTo(4.963243, 5)]);
  });

  it('is yes when the upper end is at the margin, and no longer when it is above', () => {
    expect(budgetAnswer(differences, high)).toEqual({ judgement: 'holds' });
    expect(budgetAnswer(differences, high - 1e-9)).toMatchObject({ judgement: 'undecided' });
  });

  it('is no when the lower end is above the margin, and not yet when it is at it', () => {
    expect(budgetAnswer(differences, low - 1e-9)).toEqual({ judgement: 'exceeds' });
    expect(budgetAnswer(differences, low)).toMatchObject({ judgement: 'undecided' });
  });

  it('of differences that are all the same is by that difference', () => {
    const same = estimate([2, 2, 2]);
    expect(budgetAnswer(same, 2)).toEqual({ judgement: 'holds' });
    expect(budgetAnswer(same, 1.999)).toEqual({ judgement: 'exceeds' });
  });

  it('says how many replications would tell, by Student’s formula', () => {
    // Distance 1 to the margin, s = 1.581139: n = 12 gives 2.200985 s/√12 = 1.00460, n = 13 gives 2.178813 s/√13 = 0.95547.
    expect(budgetAnswer(differences, 2)).toEqual({ judgement: 'undecided', replicationsNeeded: 13 });
    expect(budgetAnswer(differences, 4)).toEqual({ judgement: 'undecided', replicationsNeeded: 13 });
  });

  it('says when they are more than anybody runs, and nothing after one replication', () => {
    expect(budgetAnswer(differences, 3)).toEqual({ judgement: 'undecided', replicationsNeeded: Infinity });
    expect(budgetAnswer(differences, 3.05)).toEqual({ judgement: 'undecided', replicationsNeeded: Infinity });
    expect(budgetAnswer(estimate([1]), 0)).toEqual({ judgement: 'undecided' });
    expect(budgetAnswer(estimate([]), 0)).toEqual({ judgement: 'undecided' });
  });

  it('needs the smallest number that tells, whatever the figures', () => {
    const values = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.double({ min: -10, max: 10, noNaN: true }), (observed, margin) => {
        const difference = estimate(observed);
        const { judgement, replicationsNeeded: n } = budgetAnswer(difference, margin);
        fc.pre(judgement === 'undecided' && n !== undefined && Number.isFinite(n));
        const distance = Math.abs(difference.mean - margin);
        expect(n).toBeGreaterThan(observed.length);
        expect(n).toBeLessThanOrEqual(mostReplications);
        expect(halfWidth(n, difference.sd)).toBeLessThanOrEqual(distance);
        expect(halfWidth(n - 1, difference.sd)).toBeGreaterThanOrEqual(distance);
      }),
    );
  });
});

it('budgets together hold when all do, and one that does not is enough', () => {
  expect(together(['holds', 'holds'])).toBe('holds');
  expect(together(['holds', 'undecided'])).toBe('undecided');
  expect(together(['undecided', 'exceeds', 'holds'])).toBe('exceeds');
  expect(together([])).toBe('holds');
});
