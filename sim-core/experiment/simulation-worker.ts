import { transfer } from 'comlink';
import { runReplication } from '../maternity/run-replication.ts';
import type { SimulationWorker } from './messages.ts';

/** What runs in a worker, in browser and Node alike. A trace is moved to the caller, not copied. */
export const simulationWorker: SimulationWorker = {
  run({ inputs, seed, replication, withTrace }) {
    const result = runReplication(inputs, seed, replication, withTrace);
    const { playback } = result;
    if (playback === undefined) return result;
    const columns = [...Object.values(playback.trace), ...Object.values(playback.women)] as { buffer: ArrayBuffer }[];
    return transfer(
      result,
      columns.map(({ buffer }) => buffer),
    );
  },
};
