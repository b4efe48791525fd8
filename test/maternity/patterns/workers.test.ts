import { describe, expect, it } from 'vitest';
import type { ReplicationPool, ScenarioResult } from '../../../sim-core/experiment/experiment.ts';
import type { ReplicationJob } from '../../../sim-core/experiment/messages.ts';
import { createNodePool } from '../../../sim-core/experiment/node-pool.ts';
import { runExperiment } from '../../../sim-core/experiment/run-experiment.ts';
import type { Patterns } from '../../../sim-core/maternity/patterns/patterns.ts';
import { runReplication } from '../../../sim-core/maternity/run-replication.ts';
import { changed, dateAfter } from '../../support/scenarios.ts';
import { someWeeks } from './some-weeks.ts';

const seed = 'workers';
const replications = 2;
const scenarios = ['dagens', 'min-jordmor-ahus-sektor'].map((name) =>
  changed(someWeeks(name), ({ horizon }) => {
    horizon.end = dateAfter(horizon.start, 13);
  }),
);

async function runOn(workers: number): Promise<ScenarioResult[]> {
  const pool = createNodePool(new URL('../../support/node-worker.mjs', import.meta.url), workers);
  try {
    const { results } = await runExperiment({
      pool,
      scenarios,
      seed,
      replications,
      withPlayback: true,
      withPatterns: true,
    });
    return results;
  } finally {
    pool.terminate();
  }
}

it('patterns have the same bits with one worker, with two and without any', async () => {
  const here = scenarios.map((inputs) =>
    Array.from({ length: replications }, (_, replication) => runReplication(inputs, seed, replication, false, true)),
  );
  for (const workers of [1, 2]) {
    for (const [index, { patterns, playback, traceHashes }] of (await runOn(workers)).entries()) {
      expect(patterns).toEqual(here[index]!.map((result) => result.patterns));
      expect(traceHashes).toEqual(here[index]!.map(({ traceHash }) => traceHash));
      expect(playback!.trace.time.length).toBeGreaterThan(0);
    }
  }
});

describe('an experiment', () => {
  /** Gives the number of the replication as patterns, the later ones first. */
  const pool = (): ReplicationPool => ({
    size: 4,
    terminate: () => undefined,
    run: async ({ replication, withPatterns }: ReplicationJob) => {
      await new Promise((resolve) => setTimeout(resolve, replication % 2 === 0 ? 20 : 1));
      const patterns = { daily: { births: Float64Array.of(replication) } } as unknown as Patterns;
      const result = { replication, indicators: { births: replication }, traceHash: `trace ${replication}`, events: 1 };
      return withPatterns === true ? { ...result, patterns } : result;
    },
  });

  it('has patterns in order of replication, as many as it has of the indicators', async () => {
    const seen: ScenarioResult[] = [];
    const { results } = await runExperiment({
      pool: pool(),
      scenarios,
      seed,
      replications: 7,
      withPatterns: true,
      onProgress: (progress) => seen.push(...progress.results),
    });
    for (const { replications: done, patterns, indicators } of [...seen, ...results]) {
      const births = (patterns ?? []).map(({ daily }) => daily['births']![0]);
      expect(births).toEqual(indicators['births'] ?? []);
      expect(births).toEqual(Array.from({ length: done }, (_, replication) => replication));
    }
    expect(results.map(({ patterns }) => patterns?.length)).toEqual([7, 7]);
  });

  it('has none unless they are asked for', async () => {
    const { results } = await runExperiment({ pool: pool(), scenarios, seed, replications: 2 });
    for (const result of results) expect('patterns' in result).toBe(false);
  });
});
