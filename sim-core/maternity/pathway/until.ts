import type { Simulation, Wait } from '../../kernel/index.ts';

/**
 * Waits until an instant, or not at all if it is past. A patience that was reckoned as a difference of times may end a
 * rounding error after the instant.
 */
export function until(simulation: Simulation, time: number): Wait {
  return simulation.delay(timeLeft(simulation, time));
}

/** Minutes until an instant, 0 if it is past. */
export function timeLeft(simulation: Simulation, time: number): number {
  return Math.max(0, time - simulation.now);
}
