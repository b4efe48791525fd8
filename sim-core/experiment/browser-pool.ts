import { wrap } from 'comlink';
import type { SimulationWorker } from './messages.ts';
import { WorkerPool } from './worker-pool.ts';

/** A pool of Web Workers. @param size default: one for each core */
export function createBrowserPool(size: number = Math.max(1, navigator.hardwareConcurrency)): WorkerPool {
  return new WorkerPool(size, () => {
    const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' });
    return {
      remote: wrap<SimulationWorker>(worker),
      onFailure: (callback) => {
        worker.addEventListener('error', (event) => callback(event.message || 'the worker could not be loaded'));
        worker.addEventListener('messageerror', () => callback('a message could not be read'));
      },
      terminate: () => worker.terminate(),
    };
  });
}
