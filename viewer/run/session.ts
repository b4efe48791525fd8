import { createBrowserPool } from '../../sim-core/experiment/browser-pool.ts';
import type { ExperimentProgress, ReplicationPool, ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import { runExperiment } from '../../sim-core/experiment/run-experiment.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { secondsLeft } from './time-left.ts';

/** What is to be run: two scenarios over the same women. */
export interface Comparison {
  a: ModelInputs;
  b: ModelInputs;
  seed: string;
  replications: number;
}

/** Results of a comparison so far: at least one replication of both scenarios. */
export interface Figures {
  comparison: Comparison;
  a: ScenarioResult;
  b: ScenarioResult;
  /** Replications that both scenarios have finished. */
  replications: number;
}

export type RunStatus =
  | { kind: 'idle' }
  | { kind: 'running'; finished: number; planned: number; secondsLeft: number | undefined }
  | { kind: 'done'; replications: number; seconds: number }
  | { kind: 'cancelled'; finished: number; planned: number }
  | { kind: 'failed'; reason: string };

/** The one run that the page shows: under way, ended, or about to begin. Sends a `change` event whenever it changes. */
class Session extends EventTarget {
  status: RunStatus = { kind: 'idle' };
  figures: Figures | undefined;
  private abort: AbortController | undefined;
  /** What was last started. */
  private current: Comparison | undefined;

  /** True while the figures on the page belong to an earlier comparison than the one that is running. */
  get figuresAreOlder(): boolean {
    return this.status.kind === 'running' && this.figures !== undefined && this.figures.comparison !== this.current;
  }

  /** Runs a comparison; the figures of the former stay until the first new ones are there. */
  async start(comparison: Comparison): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.abort = abort;
    this.current = comparison;
    const started = performance.now();
    this.become({ kind: 'running', finished: 0, planned: 2 * comparison.replications, secondsLeft: undefined });
    let pool: ReplicationPool | undefined;
    try {
      pool = createBrowserPool();
      const outcome = await runExperiment({
        pool,
        scenarios: [comparison.a, comparison.b],
        seed: comparison.seed,
        replications: comparison.replications,
        withPlayback: true,
        signal: abort.signal,
        onProgress: (progress) => {
          if (this.abort === abort && !abort.signal.aborted) this.onProgress(comparison, progress, started);
        },
      });
      if (this.abort !== abort) return;
      const finished = this.keep(comparison, outcome.results);
      this.become(
        outcome.stopped === 'cancelled'
          ? { kind: 'cancelled', finished, planned: comparison.replications }
          : { kind: 'done', replications: finished, seconds: (performance.now() - started) / 1000 },
      );
    } catch (error) {
      if (this.abort === abort)
        this.become({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      pool?.terminate();
    }
  }

  /** Stops the run under way, if any; replications that are complete are kept. */
  cancel(): void {
    this.abort?.abort();
  }

  private onProgress(comparison: Comparison, progress: ExperimentProgress, started: number): void {
    this.keep(comparison, progress.results);
    const { finished, planned } = progress;
    const elapsed = (performance.now() - started) / 1000;
    this.become({ kind: 'running', finished, planned, secondsLeft: secondsLeft(finished, planned, elapsed) });
  }

  /** Takes over the results if both scenarios have some. Returns the number of replications that both have finished. */
  private keep(comparison: Comparison, results: ScenarioResult[]): number {
    const [a, b] = results;
    const replications = a && b ? Math.min(a.replications, b.replications) : 0;
    if (a && b && replications > 0) this.figures = { comparison, a, b, replications };
    return replications;
  }

  private become(status: RunStatus): void {
    this.status = status;
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's session. */
export const session = new Session();
