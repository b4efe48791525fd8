import type { ScenarioResult } from '../experiment/experiment.ts';
import { createNodePool } from '../experiment/node-pool.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { RunError } from './failures.ts';

/** Runs scenarios, all replications of each, and gives their results in the same order. */
export type RunScenarios = (scenarios: readonly ModelInputs[], replications: number) => Promise<ScenarioResult[]>;

/**
 * Gives some work the means to run scenarios on worker threads, one experiment after another. Ctrl-C stops it.
 * @throws RunError when a run failed or was stopped
 */
export async function withWorkers<Result>(
  { workers, seed }: { workers: number; seed: string },
  work: (run: RunScenarios) => Promise<Result>,
): Promise<Result> {
  const pool = createNodePool(new URL('./worker.js', import.meta.url), workers);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await work(async (scenarios, replications) => {
      const { results, stopped } = await runExperiment({
        pool,
        scenarios: [...scenarios],
        seed,
        replications,
        signal: stop.signal,
      }).catch((error: unknown) => {
        throw new RunError(`The run failed: ${error instanceof Error ? error.message : String(error)}`);
      });
      if (stopped === 'cancelled') throw new RunError('Stopped.');
      return results;
    });
  } finally {
    pool.terminate();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
