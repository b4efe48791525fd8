import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import type { ScenarioResult } from '../experiment/experiment.ts';
import { createNodePool } from '../experiment/node-pool.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';
import { prepareResultFolder, writeResultFolder } from '../results/result-folder.ts';
import type { Language } from '../results/text-table.ts';
import { RunError } from './failures.ts';
import { Progress } from './progress.ts';
import { userFolder } from './scenario-reading.ts';
import { packageVersion, programName } from './version.ts';

/** Options that `run` and `compare` share, as the command line has read them. */
export interface ExperimentCommandOptions {
  replications: number | 'auto';
  seed: string;
  workers: number;
  out?: string;
  json: boolean;
  language: Language;
}

/**
 * Runs scenarios as the options ask, with progress on standard error, and writes the result folder if one is asked for.
 * Ctrl-C stops it; what is complete is kept, shown by `show` and written, and then the command fails.
 * @throws RunError when it failed or was stopped, or when the folder can't be written
 */
export async function runAndReport(
  scenarios: readonly ModelInputs[],
  options: ExperimentCommandOptions,
  show: (results: ScenarioResult[]) => void,
): Promise<void> {
  const folder = options.out === undefined ? undefined : resolve(userFolder(), options.out);
  if (folder !== undefined) orFail(`Can't write results to ${options.out}`, () => prepareResultFolder(folder));
  const pool = createNodePool(new URL('./worker.js', import.meta.url), options.workers);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const progress = new Progress(process.stderr);
  try {
    const { results, stopped } = await runExperiment({
      pool,
      scenarios: [...scenarios],
      seed: options.seed,
      replications: options.replications,
      signal: stop.signal,
      onProgress: ({ finished, planned }) => progress.update(finished, planned),
    }).catch((error: unknown) => {
      progress.end();
      throw new RunError(`The run failed: ${messageOf(error)}`);
    });
    progress.end();
    const complete = Math.min(...results.map(({ replications }) => replications));
    if (complete > 0) {
      show(results);
      if (folder !== undefined) {
        const whole = scenarios.map((inputs, index) => ({ inputs, result: results[index]! }));
        orFail(`Can't write results to ${options.out}`, () =>
          writeResultFolder(folder, manifest(whole, options.seed, stopped), whole),
        );
        process.stderr.write(`Results are in ${options.out}\n`);
      }
    }
    if (stopped === 'cancelled') throw new RunError(stoppedText(results, options));
    if (options.replications === 'auto') process.stderr.write(`Stopped after ${complete} replications: ${stopped}.\n`);
  } finally {
    pool.terminate();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

function stoppedText(results: readonly ScenarioResult[], options: ExperimentCommandOptions): string {
  const planned = options.replications === 'auto' ? '' : ` of ${options.replications}`;
  const complete = results.map(({ scenario, replications }) => `${replications}${planned} of ${scenario}`).join(', ');
  const kept = options.out !== undefined && results.every(({ replications }) => replications > 0);
  return `Stopped. Replications complete: ${complete}.${kept ? ` They are in ${options.out}.` : ''}`;
}

function manifest(
  scenarios: readonly { inputs: ModelInputs; result: ScenarioResult }[],
  seed: string,
  stopped: string,
): Parameters<typeof writeResultFolder>[1] {
  return {
    program: programName,
    version: packageVersion,
    scenarios: scenarios.map(({ inputs, result }) => ({
      scenario: result.scenario,
      hash: createHash('sha256').update(JSON.stringify(inputs)).digest('hex'),
      replications: result.replications,
      traceHashes: result.traceHashes,
    })),
    seed,
    complete: stopped !== 'cancelled',
    stopped,
    machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`,
    runtime: `Node ${process.versions.node}`,
  };
}

function orFail(what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new RunError(`${what}: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
