import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { ReplicationJob } from '../../sim-core/experiment/messages.ts';
import { createNodePool } from '../../sim-core/experiment/node-pool.ts';
import { WorkerPool } from '../../sim-core/experiment/worker-pool.ts';
import { runExperiment } from '../../sim-core/experiment/run-experiment.ts';
import type { ModelInputs } from '../../scenarios/schema/index.ts';

const mortal = new URL('../support/mortal-worker.mjs', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'worker-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pools: WorkerPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.terminate();
});

function mortals(size: number, file = mortal): WorkerPool {
  const pool = createNodePool(file, size);
  pools.push(pool);
  return pool;
}

const inputs = { id: 'none' } as ModelInputs;
const job = (seed: string, replication = 0): ReplicationJob => ({ inputs, seed, replication, withTrace: false });

describe('a pool of worker threads', () => {
  it('replaces a worker that dies and gives its job to another', async () => {
    const pool = mortals(1);
    await expect(pool.run(job(`die once ${join(folder, 'first')}`, 7))).resolves.toMatchObject({ replication: 7 });
    await expect(pool.run(job('live', 8))).resolves.toMatchObject({ replication: 8 });
  });

  it('keeps working on other jobs while one worker dies', async () => {
    const pool = mortals(2);
    const seeds = [`die once ${join(folder, 'second')}`, 'live', 'live', 'live'];
    const results = await Promise.all(seeds.map((seed, replication) => pool.run(job(seed, replication))));
    expect(results.map(({ replication }) => replication)).toEqual([0, 1, 2, 3]);
  });

  it('reports a job that kills two workers, with its replication, and lives on', async () => {
    const pool = mortals(1);
    await expect(pool.run(job('die', 12))).rejects.toThrow('A worker died during replication 12: it ended with code 3');
    await expect(pool.run(job('live', 13))).resolves.toMatchObject({ replication: 13 });
  });

  it('reports a worker that can’t be loaded', async () => {
    const pool = mortals(1, new URL('no-such-worker.mjs', import.meta.url));
    await expect(pool.run(job('live'))).rejects.toThrow(/replication 0: Cannot find module/);
  });

  it('passes on an error of the model and does the next job on the same worker', async () => {
    const pool = mortals(1);
    await expect(pool.run(job('fail', 4))).rejects.toThrow('The model failed in replication 4');
    await expect(pool.run(job('live', 5))).resolves.toMatchObject({ replication: 5 });
  });

  it('stops workers in the middle of their work', async () => {
    const pool = mortals(2);
    const runs = [pool.run(job('slow')), pool.run(job('slow')), pool.run(job('live'))];
    pool.terminate();
    for (const run of await Promise.allSettled(runs)) {
      expect(run).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    }
    await expect(pool.run(job('live'))).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('must have one worker or more', () => {
    for (const size of [0, -1, 1.5, NaN]) expect(() => mortals(size)).toThrow(RangeError);
  });
});

it('an experiment whose job kills two workers fails, and nothing more is started', async () => {
  const pool = mortals(1);
  const started: number[] = [];
  const watched = {
    size: 1,
    run: (next: ReplicationJob) => {
      started.push(next.replication);
      return pool.run(next);
    },
    terminate: () => pool.terminate(),
  };
  const experiment = runExperiment({ pool: watched, scenarios: [inputs], seed: 'die', replications: 5 });
  await expect(experiment).rejects.toThrow('A worker died during replication 0');
  expect(started).toEqual([0]);
});

describe('a pool of any workers', () => {
  it('gives out jobs in the order in which they were asked for, to no more workers than its size', async () => {
    const log: string[] = [];
    let connections = 0;
    let busy = 0;
    const pool = new WorkerPool(2, () => {
      connections++;
      const remote = {
        async run({ replication }: ReplicationJob) {
          log.push(`begin ${replication}`);
          expect(++busy).toBeLessThanOrEqual(2);
          await new Promise((resolve) => setTimeout(resolve, replication === 0 ? 20 : 1));
          busy--;
          return { replication, indicators: {}, traceHash: '', events: 0 };
        },
      };
      return { remote: remote as never, onFailure: () => {}, terminate: () => {} };
    });
    await Promise.all([0, 1, 2, 3, 4].map((replication) => pool.run(job('', replication))));
    expect(log).toEqual([0, 1, 2, 3, 4].map((replication) => `begin ${replication}`));
    expect(connections).toBe(2);
  });

  /** A pool of one worker at a time; those that die of their job complain twice. */
  function mortalPool(dies: (connection: number) => boolean) {
    const seen = { connections: 0, complain: (_reason: string): void => {} };
    const pool = new WorkerPool(1, () => {
      const number = ++seen.connections;
      const remote = {
        run: ({ replication }: ReplicationJob) =>
          new Promise((resolve) => {
            if (!dies(number)) {
              resolve({ replication });
              return;
            }
            const { complain } = seen;
            complain('an error');
            complain('the end');
          }),
      };
      const onFailure = (callback: (reason: string) => void): void => {
        seen.complain = callback;
      };
      return { remote: remote as never, onFailure, terminate: () => {} };
    });
    return { pool, seen };
  }

  it('buries a worker once, though it complains twice', async () => {
    const { pool, seen } = mortalPool((connection) => connection === 1);
    await expect(pool.run(job('', 3))).resolves.toMatchObject({ replication: 3 });
    expect(seen.connections).toBe(2);
  });

  it('redoes a job once and no more', async () => {
    const { pool, seen } = mortalPool(() => true);
    await expect(pool.run(job('', 3))).rejects.toThrow('A worker died during replication 3: an error');
    expect(seen.connections).toBe(2);
  });

  it('starts no worker after it was stopped, though the stopped ones report their end', async () => {
    let connections = 0;
    let complain = (_reason: string): void => {};
    const pool = new WorkerPool(1, () => {
      connections++;
      const remote = { run: () => new Promise(() => {}) };
      const onFailure = (callback: (reason: string) => void): void => {
        complain = callback;
      };
      return { remote: remote as never, onFailure, terminate: () => {} };
    });
    const run = pool.run(job('', 3));
    pool.terminate();
    complain('it ended');
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(connections).toBe(1);
  });
});
