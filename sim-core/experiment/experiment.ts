import type { ModelInputs } from '../maternity/model-inputs.ts';
import type { Patterns } from '../maternity/patterns/patterns.ts';
import type { Playback, ReplicationJob, ReplicationResult } from './messages.ts';

/** Something that carries out replications, somewhere. */
export interface ReplicationPool {
  /** Number of replications it works on at once. */
  readonly size: number;
  run(job: ReplicationJob): Promise<ReplicationResult>;
  /** Stops every worker at once; runs under way are rejected with an AbortError. */
  terminate(): void;
}

/** All finished replications of one scenario. Column `indicators[key][i]` belongs to replication i. */
export interface ScenarioResult {
  scenario: string;
  seed: string;
  replications: number;
  indicators: Record<string, number[]>;
  /** Trace hash of each replication. */
  traceHashes: string[];
  /** What a playback of replication 0 needs, if it was asked for. */
  playback?: Playback;
  /** Distributions and courses of each replication, if they were asked for. */
  patterns?: Patterns[];
}

export interface ExperimentOptions {
  pool: ReplicationPool;
  scenarios: ModelInputs[];
  seed: string;
  /** How many replications of each scenario, or `auto`: until the headline indicators are precise enough. */
  replications: number | 'auto';
  /** Keep what a playback needs of replication 0 of each scenario. */
  withPlayback?: boolean;
  /** Keep distributions and courses of every replication. */
  withPatterns?: boolean;
  signal?: AbortSignal;
  /** Called whenever the results have grown; they hold replications 0…n−1 without gaps. */
  onProgress?: (progress: ExperimentProgress) => void;
}

export interface ExperimentProgress {
  /** Replications finished and planned, over all scenarios. With `auto`, planned is what is certain so far. */
  finished: number;
  planned: number;
  results: ScenarioResult[];
}

export interface ExperimentOutcome {
  results: ScenarioResult[];
  /** Why it stopped. */
  stopped: 'all replications done' | 'precise enough' | 'replication limit reached' | 'cancelled';
}
