import { expose } from 'comlink';
import { simulationWorker } from './simulation-worker.ts';

expose(simulationWorker);
