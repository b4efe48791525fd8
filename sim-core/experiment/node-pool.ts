import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { SimulationWorker } from './messages.ts';
import { WorkerPool } from './worker-pool.ts';

/**
 * A pool of worker threads.
 * @param workerFile the worker's entry, as JavaScript
 * @param size default: one for each core
 */
export function createNodePool(workerFile: URL, size: number = availableParallelism()): WorkerPool {
  return new WorkerPool(size, () => {
    const worker = new Worker(workerFile);
    return {
      remote: wrap<SimulationWorker>(nodeEndpoint(worker)),
      onFailure: (callback) => {
        worker.on('error', (error) => callback(error instanceof Error ? error.message : String(error)));
        worker.on('messageerror', () => callback('a message could not be read'));
        worker.on('exit', (code) => callback(`it ended with code ${code}`));
      },
      terminate: () => void worker.terminate(),
    };
  });
}
