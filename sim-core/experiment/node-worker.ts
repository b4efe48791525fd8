import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { simulationWorker } from './simulation-worker.ts';

if (parentPort === null) throw new Error('This file must be started as a worker thread');
expose(simulationWorker, nodeEndpoint(parentPort));
