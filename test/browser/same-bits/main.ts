import { createBrowserPool } from '../../../sim-core/experiment/browser-pool.ts';
import type { ScenarioResult } from '../../../sim-core/experiment/experiment.ts';
import { runExperiment } from '../../../sim-core/experiment/run-experiment.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';

declare global {
  interface Window {
    /** Runs scenarios on a number of Web Workers; called by the test that drives this page. */
    runInWorkers: (
      scenarios: ModelInputs[],
      seed: string,
      replications: number,
      workers: number,
    ) => Promise<ScenarioResult[]>;
  }
}

window.runInWorkers = async (scenarios, seed, replications, workers) => {
  const pool = createBrowserPool(workers);
  const { results } = await runExperiment({ pool, scenarios, seed, replications });
  pool.terminate();
  return results;
};
