import { wrap, type Remote } from 'comlink';
import type { PlanChecker } from './messages.ts';

let remote: Remote<PlanChecker> | undefined;

/** The worker that reads and checks scenarios; started the first time it is asked for. */
export function checker(): Remote<PlanChecker> {
  remote ??= wrap<PlanChecker>(new Worker(new URL('./checker-worker.ts', import.meta.url), { type: 'module' }));
  return remote;
}
