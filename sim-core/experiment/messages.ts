import type { ModelInputs } from '../maternity/model-inputs.ts';
import type { ReplicationResult } from '../maternity/run-replication.ts';

export type { Playback } from '../maternity/record/columns.ts';
export type { ReplicationResult };

/** One replication of one scenario: the unit of work that is sent to a worker. */
export interface ReplicationJob {
  inputs: ModelInputs;
  seed: string;
  /** 0, 1, 2, … */
  replication: number;
  /** Also return what a playback needs. */
  withTrace: boolean;
  /** Also return its distributions and courses. */
  withPatterns?: boolean;
}

/** What a simulation worker offers through comlink. */
export interface SimulationWorker {
  run(job: ReplicationJob): ReplicationResult;
}
