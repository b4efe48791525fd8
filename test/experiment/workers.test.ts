import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { pairedDifference, summarise } from '../../sim-core/experiment/comparison.ts';
import type { ExperimentOutcome } from '../../sim-core/experiment/experiment.ts';
import { createNodePool } from '../../sim-core/experiment/node-pool.ts';
import { runExperiment } from '../../sim-core/experiment/run-experiment.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { changed, dateAfter, shippedInputs } from '../support/scenarios.ts';

const days = 45;
const replications = 6;
const seed = 'workers';

/** A few weeks of a shipped scenario. */
function weeks(name: string): ModelInputs {
  return changed(shippedInputs(name), ({ horizon, interventions }) => {
    horizon.end = dateAfter(horizon.start, days - 1);
    horizon.warmUpDays = 7;
    for (const intervention of interventions) intervention.end = horizon.end;
  });
}

const scenarios = [weeks('dagens'), weeks('min-jordmor-ahus-sektor')];

async function runOn(workers: number): Promise<ExperimentOutcome> {
  const pool = createNodePool(new URL('../support/node-worker.mjs', import.meta.url), workers);
  try {
    return await runExperiment({ pool, scenarios, seed, replications, withPlayback: true });
  } finally {
    pool.terminate();
  }
}

describe('the same experiment', () => {
  it('gives the same bits with 1, 2 and 4 workers and without any', async () => {
    const here = scenarios.map((inputs) =>
      Array.from({ length: replications }, (_, replication) =>
        runReplication(inputs, seed, replication, replication === 0),
      ),
    );
    for (const workers of [1, 2, 4]) {
      const { results, stopped } = await runOn(workers);
      expect(stopped).toBe('all replications done');
      for (const [index, result] of results.entries()) {
        expect(result.traceHashes).toEqual(here[index]!.map(({ traceHash }) => traceHash));
        // As bytes: millions of numbers take long to compare one by one.
        expect(serialize(result.playback).equals(serialize(here[index]![0]!.playback))).toBe(true);
        for (const [key, column] of Object.entries(result.indicators)) {
          expect(column, key).toEqual(here[index]!.map(({ indicators }) => indicators[key]));
        }
      }
    }
  });
});

describe('a paired difference', () => {
  const [base, teams] = scenarios.map((inputs) =>
    Array.from({ length: 16 }, (_, replication) => runReplication(inputs, seed, replication, false).indicators),
  );
  const column = (results: typeof base, key: string): number[] => results!.map((indicators) => indicators[key]!);

  it.each(['oneToOne', 'netCostTotal', 'stay', 'waitedForRoom'])('of %s is sharper than an unpaired one', (key) => {
    const paired = pairedDifference(column(base, key), column(teams, key));
    const unpaired = Math.sqrt(summarise(column(base, key)).sd ** 2 + summarise(column(teams, key)).sd ** 2);
    expect(paired.sd).toBeLessThan(0.7 * unpaired);
    expect(paired.mean).toBeCloseTo(summarise(column(teams, key)).mean - summarise(column(base, key)).mean, 6);
  });

  it('leaves out replications that only one side has, and those without a value', () => {
    expect(pairedDifference([1, 2, 3], [2, 4])).toMatchObject({ mean: 1.5, n: 2 });
    expect(pairedDifference([1, 2], [2, 4, 9])).toMatchObject({ mean: 1.5, n: 2 });
    expect(pairedDifference([1, NaN, 3], [2, 4, 4])).toMatchObject({ mean: 1, n: 2 });
  });
});
