import type { TraceColumns } from '../kernel/trace.ts';
import type { ModelInputs } from '../maternity/model-inputs.ts';

/** One replication of one scenario: the unit of work that is sent to a worker. */
export interface ReplicationJob {
  inputs: ModelInputs;
  seed: string;
  /** 0, 1, 2, … */
  replication: number;
  /** Also return the trace of the horizon, for playback. */
  withTrace: boolean;
}

/** Facts about each woman that do not change; index = the woman's number in the trace. */
export interface WomenColumns {
  /** Index into `originIds(inputs)`. */
  origin: Int16Array;
  nulliparous: Uint8Array;
}

/** Everything a playback needs beside the scenario itself. Times are minutes since `clockStart`. */
export interface Playback {
  /** Local date (yyyy-mm-dd) of minute 0 of the clock, i.e. the first day of the warm-up. */
  clockStart: string;
  /** First minute that is counted, and the first minute after the horizon. */
  from: number;
  to: number;
  trace: TraceColumns;
  women: WomenColumns;
}

export interface ReplicationResult {
  replication: number;
  /** Indicator values by key; NaN where the denominator is zero. */
  indicators: Record<string, number>;
  traceHash: string;
  playback?: Playback;
}

/** What a simulation worker offers through comlink. */
export interface SimulationWorker {
  run(job: ReplicationJob): ReplicationResult;
}
