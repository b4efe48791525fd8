import { replicationsNeeded } from '../kernel/index.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { indicators } from '../maternity/registry.ts';
import type { ExperimentOptions, ExperimentOutcome, ScenarioResult } from './experiment.ts';
import type { ReplicationResult } from './messages.ts';

/** With `auto`: never more replications than this, and the precision that is asked of the headline indicators. */
export const automaticLimit = 200;
/** Half-width of the 95 % interval: a share must be known to one percentage point, anything else to 5 %. */
const sharePrecision = 0.01;
const relativePrecision = 0.05;

/**
 * Runs scenarios side by side, replication by replication, so that all of them have figures early and are paired. What
 * it gives does not depend on the number of workers or on which of them is faster: results are put in order of
 * replication, and `auto` decides by looking at them in that order.
 *
 * When it is cancelled it keeps the replications that are complete without gaps. If a replication fails, it fails.
 */
export async function runExperiment(options: ExperimentOptions): Promise<ExperimentOutcome> {
  const { pool, scenarios, seed, signal } = options;
  const limit = options.replications === 'auto' ? automaticLimit : options.replications;
  const collected = scenarios.map((): (ReplicationResult | undefined)[] => []);
  const complete = scenarios.map(() => 0);
  let next = 0;
  let finished = 0;
  let judged = 0;
  let enough: number | undefined;

  const results = (upTo?: number): ScenarioResult[] =>
    scenarios.map((inputs, index) => gather(inputs, seed, collected[index]!.slice(0, upTo ?? complete[index])));

  const work = async (): Promise<void> => {
    while (next < limit * scenarios.length && enough === undefined) {
      const scenario = next % scenarios.length;
      const replication = Math.floor(next / scenarios.length);
      next++;
      const inputs = scenarios[scenario]!;
      const withTrace = options.withPlayback === true && replication === 0;
      const { withPatterns = false } = options;
      const result = await pool.run({ inputs, seed, replication, withTrace, withPatterns }).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Replication ${replication} of ${inputs.id} with seed "${seed}": ${reason}`, { cause: error });
      });
      collected[scenario]![replication] = result;
      finished++;
      while (collected[scenario]![complete[scenario]!] !== undefined) complete[scenario]!++;
      while (options.replications === 'auto' && enough === undefined && judged < Math.min(...complete)) {
        enough = preciseAt(scenarios, results(++judged));
      }
      const planned =
        options.replications === 'auto' ? (enough === undefined ? next : finished) : limit * scenarios.length;
      options.onProgress?.({ finished, planned, results: results(enough) });
    }
  };

  const cancel = (): void => pool.terminate();
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  try {
    await Promise.all(Array.from({ length: pool.size }, work));
  } catch (error) {
    // No worker may begin anything more.
    next = Infinity;
    if (!signal?.aborted) throw error;
    // What is kept is paired: as many replications of each scenario as all of them have.
    return { results: results(enough ?? Math.min(...complete)), stopped: 'cancelled' };
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
  if (options.replications !== 'auto') return { results: results(enough), stopped: 'all replications done' };
  return { results: results(enough), stopped: enough === undefined ? 'replication limit reached' : 'precise enough' };
}

function gather(
  inputs: ModelInputs,
  seed: string,
  replications: readonly (ReplicationResult | undefined)[],
): ScenarioResult {
  const done = replications.filter((result) => result !== undefined);
  const keys = Object.keys(done[0]?.indicators ?? {});
  const playback = done[0]?.playback;
  const patterns = done.flatMap((result) => result.patterns ?? []);
  return {
    scenario: inputs.id,
    seed,
    replications: done.length,
    indicators: Object.fromEntries(keys.map((key) => [key, done.map(({ indicators: values }) => values[key]!)])),
    traceHashes: done.map(({ traceHash }) => traceHash),
    ...(playback === undefined ? {} : { playback }),
    ...(patterns.length === 0 ? {} : { patterns }),
  };
}

/** The number of replications at which every headline indicator of every scenario is precise enough, if these show it. */
function preciseAt(scenarios: readonly ModelInputs[], results: readonly ScenarioResult[]): number | undefined {
  let needed = 0;
  for (const index of scenarios.keys()) {
    for (const { id, unit, headline } of indicators) {
      const values = results[index]!.indicators[id] ?? [];
      // Replications in which it has no value, e.g. a share of nobody, say nothing about it.
      const valued = [...values.keys()].filter((replication) => !Number.isNaN(values[replication]));
      if (!headline || valued.length === 0) continue;
      const isPrecise = (half: number, mean: number): boolean =>
        half <= (unit === 'share' ? sharePrecision : relativePrecision * Math.abs(mean));
      const n = replicationsNeeded(
        valued.map((replication) => values[replication]!),
        isPrecise,
      );
      if (n === undefined) return undefined;
      needed = Math.max(needed, valued[n - 1]! + 1);
    }
  }
  return needed;
}
