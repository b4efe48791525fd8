import { createBrowserPool } from '../../sim-core/experiment/browser-pool.ts';
import type { ExperimentOutcome, ExperimentProgress, ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import { runExperiment } from '../../sim-core/experiment/run-experiment.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { keepLatestRun } from './latest-run.ts';
import { secondsLeft } from './time-left.ts';

/** What is to be run: two scenarios over the same women. */
export interface Comparison {
  a: ModelInputs;
  b: ModelInputs;
  seed: string;
  /** `auto`: until the headline indicators are precise enough. */
  replications: number | 'auto';
}

/** Results of a comparison so far: at least one replication of both scenarios. */
export interface Figures {
  comparison: Comparison;
  a: ScenarioResult;
  b: ScenarioResult;
  /** Replications that both scenarios have finished. */
  replications: number;
}

/** Where figures come from that were not run on this visit. */
export type Origin = 'example' | 'latest';

export type RunStatus =
  | { kind: 'idle' }
  /** With `auto` nobody knows how many simulations there will be. */
  | { kind: 'running'; finished: number; planned: number | undefined; secondsLeft: number | undefined }
  | { kind: 'done'; replications: number; seconds: number; stopped: ExperimentOutcome['stopped'] }
  | { kind: 'cancelled'; finished: number; planned: number | undefined }
  | { kind: 'failed'; reason: string }
  | { kind: 'shown'; origin: Origin; replications: number };

/** The one run that the page shows: under way, ended, or about to begin. Sends a `change` event whenever it changes. */
class Session extends EventTarget {
  status: RunStatus = { kind: 'idle' };
  figures: Figures | undefined;
  private abort: AbortController | undefined;
  /** What was started last. */
  current: Comparison | undefined;

  /** True while the figures on the page belong to an earlier comparison than the one that was started last. */
  get figuresAreOlder(): boolean {
    return this.figures !== undefined && this.figures.comparison !== this.current;
  }

  /** Runs a comparison; the figures of the former stay until the first new ones are there. */
  async start(comparison: Comparison): Promise<void> {
    const abort = this.begin(comparison);
    const pool = createBrowserPool();
    const { replications } = comparison;
    const planned = replications === 'auto' ? undefined : 2 * replications;
    const started = performance.now();
    this.become({ kind: 'running', finished: 0, planned, secondsLeft: undefined });
    try {
      const outcome = await runExperiment({
        pool,
        scenarios: [comparison.a, comparison.b],
        seed: comparison.seed,
        replications,
        withPlayback: true,
        withPatterns: true,
        signal: abort.signal,
        onProgress: (progress) => {
          if (this.abort === abort && !abort.signal.aborted) this.onProgress(comparison, progress, started);
        },
      });
      if (this.abort !== abort) return;
      const finished = this.keep(comparison, outcome.results);
      const { stopped } = outcome;
      this.become(
        stopped === 'cancelled'
          ? { kind: 'cancelled', finished, planned: planned === undefined ? undefined : planned / 2 }
          : { kind: 'done', replications: finished, seconds: (performance.now() - started) / 1000, stopped },
      );
      if (finished > 0 && this.figures !== undefined) void keepLatestRun(this.figures);
    } catch (error) {
      if (this.abort === abort) this.fail(error);
    } finally {
      pool.terminate();
    }
  }

  /**
   * Shows figures that were worked out before, and runs their first replication again for the playback, which is not kept.
   * @returns false if the program no longer gives those figures; they are then taken away
   */
  async showFinished(figures: Figures, origin: Origin): Promise<boolean> {
    const { comparison, a, b, replications } = figures;
    const abort = this.begin(comparison);
    const pool = createBrowserPool();
    this.figures = figures;
    this.become({ kind: 'shown', origin, replications });
    try {
      const { results } = await runExperiment({
        pool,
        scenarios: [comparison.a, comparison.b],
        seed: comparison.seed,
        replications: 1,
        withPlayback: true,
        withPatterns: true,
        signal: abort.signal,
      });
      if (this.abort !== abort || abort.signal.aborted) return true;
      const [first, second] = results;
      if (first === undefined || second === undefined) return true;
      if (first.traceHashes[0] !== a.traceHashes[0] || second.traceHashes[0] !== b.traceHashes[0])
        return this.takeAway();
      this.figures = {
        comparison,
        a: withRecording(a, first),
        b: withRecording(b, second),
        replications,
      };
      this.become(this.status);
    } catch (error) {
      if (this.abort !== abort) return true;
      // What another program has kept may be such that this one cannot run it.
      if (origin === 'latest') return this.takeAway();
      this.fail(error);
    } finally {
      pool.terminate();
    }
    return true;
  }

  /** Stops the run under way, if any; replications that are complete are kept. */
  cancel(): void {
    this.abort?.abort();
  }

  private takeAway(): false {
    this.figures = undefined;
    this.become({ kind: 'idle' });
    return false;
  }

  /** Ends what is under way. Returns what can end that which begins. */
  private begin(comparison: Comparison): AbortController {
    this.cancel();
    this.abort = new AbortController();
    this.current = comparison;
    return this.abort;
  }

  private fail(error: unknown): void {
    this.become({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }

  private onProgress(comparison: Comparison, progress: ExperimentProgress, started: number): void {
    this.keep(comparison, progress.results);
    const { finished } = progress;
    const planned = comparison.replications === 'auto' ? undefined : progress.planned;
    const elapsed = (performance.now() - started) / 1000;
    this.become({
      kind: 'running',
      finished,
      planned,
      secondsLeft: planned === undefined ? undefined : secondsLeft(finished, planned, elapsed),
    });
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

/** Kept figures with what they lack: the recording, and, for an example, the patterns of the first replication. */
function withRecording(kept: ScenarioResult, { playback, patterns }: ScenarioResult): ScenarioResult {
  return {
    ...kept,
    ...(playback === undefined ? {} : { playback }),
    ...(kept.patterns !== undefined || patterns === undefined ? {} : { patterns }),
  };
}

/** The page's session. */
export const session = new Session();
