import { transfer } from 'comlink';
import { runReplication } from '../maternity/run-replication.ts';
import type { SimulationWorker } from './messages.ts';

/** What runs in a worker, in browser and Node alike. Columns of numbers are moved to the caller, not copied. */
export const simulationWorker: SimulationWorker = {
  run({ inputs, seed, replication, withTrace, withPatterns }) {
    const result = runReplication(inputs, seed, replication, withTrace, withPatterns);
    return transfer(result, buffersOf(result));
  },
};

/** The memory of every column of numbers in a value, however deep, each once. */
function buffersOf(value: unknown, found = new Set<ArrayBufferLike>()): Transferable[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) buffersOf(part, found);
  return [...found] as ArrayBuffer[];
}
