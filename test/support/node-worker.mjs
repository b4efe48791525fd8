/** Starts the simulation worker from its TypeScript source, which Node 20 can't do by itself. */
import { register } from 'tsx/esm/api';

register();
await import('../../sim-core/experiment/node-worker.ts');
