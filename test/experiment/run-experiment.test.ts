import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import type { ExperimentOptions, ExperimentProgress } from '../../sim-core/experiment/experiment.ts';
import type { ReplicationJob } from '../../sim-core/experiment/messages.ts';
import { automaticLimit, runExperiment } from '../../sim-core/experiment/run-experiment.ts';
import { estimate, RandomStream } from '../../sim-core/kernel/index.ts';
import { indicators } from '../../sim-core/maternity/registry.ts';
import { CannedPool } from '../support/canned-pool.ts';

const scenarios = ['first', 'second'].map((id) => ({ id }) as ModelInputs);
const headlines = indicators.filter(({ headline }) => headline).map(({ id }) => id);

/** A value for every headline indicator, the same for the same scenario and replication. */
function canned(spread: number): (job: ReplicationJob) => Record<string, number> {
  return ({ inputs, seed, replication }) => {
    const stream = new RandomStream(seed, replication, inputs.id);
    return Object.fromEntries(headlines.map((id) => [id, 1 + spread * (stream.next() - 0.5)]));
  };
}

function experiment(size: number, own: Partial<ExperimentOptions> & { spread?: number; order?: string } = {}) {
  const { spread = 0.05, order, ...options } = own;
  const pool = (options.pool as CannedPool | undefined) ?? new CannedPool(size, canned(spread), order);
  const progress: ExperimentProgress[] = [];
  const outcome = runExperiment({
    pool,
    scenarios,
    seed: 's',
    replications: 20,
    onProgress: (step) => progress.push(step),
    ...options,
  });
  return { pool, progress, outcome };
}

describe('an experiment', () => {
  it('has the same results whatever finishes first', async () => {
    const alone = await experiment(1).outcome;
    expect(alone.stopped).toBe('all replications done');
    for (const order of ['a', 'b', 'c']) expect(await experiment(5, { order }).outcome).toEqual(alone);
    expect(alone.results.map(({ scenario, replications }) => [scenario, replications])).toEqual([
      ['first', 20],
      ['second', 20],
    ]);
  });

  it('reports progress that never goes back, without gaps, with the final results last', async () => {
    const { progress, outcome } = experiment(4);
    const { results } = await outcome;
    expect(progress.map(({ finished }) => finished)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(progress.every(({ planned }) => planned === 40)).toBe(true);
    for (const [step, { results: soFar }] of progress.entries()) {
      for (const [index, { replications, traceHashes, indicators: values }] of soFar.entries()) {
        expect(replications).toBeGreaterThanOrEqual(progress[step - 1]?.results[index]!.replications ?? 0);
        expect(traceHashes).toEqual(results[index]!.traceHashes.slice(0, replications));
        for (const column of Object.values(values)) expect(column).toHaveLength(replications);
      }
    }
    expect(progress.at(-1)!.results).toEqual(results);
  });

  it('asks for the trace of replication 0 only, and only when it is wanted', async () => {
    const { pool, outcome } = experiment(2, { withPlayback: true });
    await outcome;
    expect(pool.started.filter(({ withTrace }) => withTrace).map(({ replication }) => replication)).toEqual([0, 0]);
    const without = experiment(2);
    await without.outcome;
    expect(without.pool.started.some(({ withTrace }) => withTrace)).toBe(false);
  });

  it('fails with the first error and starts nothing more', async () => {
    const pool = new CannedPool(3, ({ replication }) => {
      if (replication === 4) throw new Error('The model failed');
      return {};
    });
    await expect(experiment(3, { pool }).outcome).rejects.toThrow('The model failed');
    const startedThen = pool.started.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pool.started.length).toBe(startedThen);
    expect(startedThen).toBeLessThan(16);
  });
});

describe('a cancelled experiment', () => {
  it('keeps the replications that are complete without gaps, and says so', async () => {
    const all = await experiment(1).outcome;
    for (const after of [1, 7, 25]) {
      const stop = new AbortController();
      const { outcome, pool } = experiment(4, {
        signal: stop.signal,
        onProgress: ({ finished }) => {
          if (finished === after) stop.abort();
        },
      });
      const { results, stopped } = await outcome;
      expect(stopped).toBe('cancelled');
      expect(pool.terminated).toBe(true);
      for (const [index, { replications, traceHashes, indicators: values }] of results.entries()) {
        expect(replications).toBeLessThanOrEqual(after);
        expect(traceHashes).toEqual(all.results[index]!.traceHashes.slice(0, replications));
        for (const [id, column] of Object.entries(values)) {
          expect(column).toEqual(all.results[index]!.indicators[id]!.slice(0, replications));
        }
      }
    }
  });

  it('before it began has no results', async () => {
    const { outcome, pool } = experiment(2, { signal: AbortSignal.abort() });
    expect(await outcome).toMatchObject({ stopped: 'cancelled', results: [{ replications: 0 }, { replications: 0 }] });
    expect(pool.started).toEqual([]);
  });
});

describe('auto', () => {
  it('stops at the same number with any number of workers and any order', async () => {
    const alone = await experiment(1, { replications: 'auto', spread: 0.09 }).outcome;
    expect(alone.stopped).toBe('precise enough');
    expect(alone.results[0]!.replications).toBeGreaterThan(5);
    for (const size of [2, 3, 8]) {
      for (const order of ['a', 'b', 'c']) {
        const { outcome, progress } = experiment(size, { replications: 'auto', spread: 0.09, order });
        expect(await outcome).toEqual(alone);
        for (const { traceHashes } of progress.flatMap(({ results }) => results)) {
          expect(traceHashes).toEqual(traceHashes.map((_, replication) => `trace ${replication}`));
        }
      }
    }
  });

  it('stops where every headline indicator of every scenario is precise', async () => {
    const { results } = await experiment(3, { replications: 'auto', spread: 0.09 }).outcome;
    const shares = new Set(indicators.filter(({ unit }) => unit === 'share').map(({ id }) => id));
    for (const { indicators: values } of results) {
      for (const [id, column] of Object.entries(values)) {
        const { mean, ci95 } = estimate(column);
        expect(ci95[1] - mean, id).toBeLessThanOrEqual(shares.has(id) ? 0.01 : 0.05 * mean);
      }
    }
  });

  it('looks at three replications or more, and at five beyond them', async () => {
    const { outcome, pool } = experiment(1, { replications: 'auto', spread: 0 });
    expect(await outcome).toMatchObject({
      stopped: 'precise enough',
      results: [{ replications: 3 }, { replications: 3 }],
    });
    expect(pool.started.length).toBe(16);
  });

  it('gives up at its limit', async () => {
    const { results, stopped } = await experiment(3, { replications: 'auto', spread: 100 }).outcome;
    expect(stopped).toBe('replication limit reached');
    expect(results.map(({ replications }) => replications)).toEqual([automaticLimit, automaticLimit]);
  });

  it('does not wait for an indicator that a scenario does not have', async () => {
    const resultOf = canned(0);
    const pool = new CannedPool(2, (job) => ({ ...resultOf(job), knownMidwifeEnrolled: NaN }));
    expect(await experiment(2, { pool, replications: 'auto' }).outcome).toMatchObject({ stopped: 'precise enough' });
  });

  it('does not wait for a replication without a value', async () => {
    const resultOf = canned(0);
    const pool = new CannedPool(2, (job) => ({
      ...resultOf(job),
      ...(job.replication === 2 ? { knownMidwifeEnrolled: NaN } : {}),
    }));
    expect(await experiment(2, { pool, replications: 'auto' }).outcome).toMatchObject({ stopped: 'precise enough' });
  });

  it('does not let an indicator that appears late depend on who finishes first', async () => {
    const resultOf = canned(0);
    const withLateValue = (job: ReplicationJob): Record<string, number> => ({
      ...resultOf(job),
      knownMidwifeEnrolled: job.replication < 8 ? NaN : job.replication,
    });
    for (const size of [1, 5, 8]) {
      const pool = new CannedPool(size, withLateValue);
      const { results } = await experiment(size, { pool, replications: 'auto' }).outcome;
      expect(results.map(({ replications }) => replications)).toEqual([3, 3]);
    }
  });

  it('keeps gapless results when one scenario is far behind', async () => {
    const [scattered, constant] = [canned(0.09), canned(0)];
    const released = new Promise((resolve) => setTimeout(resolve, 50));
    const pool = {
      size: 12,
      terminate: () => {},
      run: async (job: ReplicationJob) => {
        const { replication, inputs } = job;
        const isSecond = inputs.id === 'second';
        if (isSecond && replication >= 9 && replication <= 12) await released;
        const values = isSecond ? constant(job) : scattered(job);
        return { replication, indicators: values, traceHash: `trace ${replication}`, events: 1 };
      },
    };
    const seen: string[][] = [];
    await runExperiment({
      pool,
      scenarios,
      seed: 's',
      replications: 'auto',
      onProgress: ({ results }) => seen.push(...results.map(({ traceHashes }) => traceHashes)),
    });
    expect(seen.length).toBeGreaterThan(40);
    for (const hashes of seen) expect(hashes).toEqual(hashes.map((_, replication) => `trace ${replication}`));
  });

  it('has progress that never goes back', async () => {
    const { outcome, progress } = experiment(3, { replications: 'auto', spread: 0.09 });
    await outcome;
    for (const [step, { finished, planned }] of progress.entries()) {
      expect(finished).toBe(step + 1);
      expect(planned).toBeGreaterThanOrEqual(finished);
    }
  });
});
