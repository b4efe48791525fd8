import { describe, expect, it } from 'vitest';
import { breakEven, type BreakEven } from '../../sim-core/experiment/break-even.ts';
import { estimate } from '../../sim-core/kernel/index.ts';

/** Seeks the break-even of a cost that is known; each replication is a little off by itself, the same at every value. */
async function seek(cost: (value: number) => number, from: number, to: number, whole = false): Promise<BreakEven> {
  return breakEven({
    from,
    to,
    whole,
    tryValues: (values) =>
      Promise.resolve(values.map((value) => estimate([-1, 0, 1].map((noise) => cost(value) + noise)))),
  });
}

describe('break-even', () => {
  it('of a straight line is where it crosses zero, from above or from below', async () => {
    for (const slope of [2, -2]) {
      const { outcome, value, holds, exceeds, monotone } = await seek((x) => slope * (x - 37.123), 10, 60);
      expect(outcome).toBe('found');
      expect(value).toBeCloseTo(37.123, 9);
      expect(holds!.difference.mean).toBeLessThanOrEqual(0);
      expect(exceeds!.difference.mean).toBeGreaterThan(0);
      expect(Math.abs(holds!.value - exceeds!.value)).toBeLessThanOrEqual(50 / 256);
      expect(monotone).toBe(true);
    }
  });

  it('of whole numbers is the last that holds and the first that does not', async () => {
    const { holds, exceeds, value, trials } = await seek((x) => 3 * x - 20, 0, 100, true);
    expect([holds!.value, exceeds!.value]).toEqual([6, 7]);
    expect(value).toBeUndefined();
    // Both ends, and no more than the seven halvings that a hundred numbers need.
    expect(trials.length).toBeLessThanOrEqual(9);
    expect(trials.map((trial) => trial.value)).toEqual(trials.map((trial) => trial.value).sort((a, b) => a - b));
    expect(trials.every((trial) => Number.isInteger(trial.value))).toBe(true);
  });

  it('at a value that costs exactly as much holds there', async () => {
    const { holds, exceeds } = await seek((x) => x - 4, 0, 10, true);
    expect([holds!.value, exceeds!.value]).toEqual([4, 5]);
  });

  it('says when the plan holds, or does not, over the whole range', async () => {
    expect(await seek((x) => x - 100, 0, 10)).toMatchObject({ outcome: 'holds throughout' });
    expect(await seek((x) => x + 100, 0, 10)).toMatchObject({ outcome: 'exceeds throughout' });
    const { trials, value } = await seek((x) => x + 100, 0, 1, true);
    expect(trials).toHaveLength(2);
    expect(value).toBeUndefined();
  });

  it('says when both ends agree but the middle does not', async () => {
    const { outcome, monotone } = await seek((x) => (x - 5) ** 2 - 4, 0, 10);
    expect({ outcome, monotone }).toEqual({ outcome: 'turns', monotone: false });
  });

  it('says when the differences both rise and fall', async () => {
    const { outcome, monotone } = await seek((x) => x - 5 + 8 * Math.sin(x), 0, 10);
    expect({ outcome, monotone }).toEqual({ outcome: 'found', monotone: false });
  });
});
