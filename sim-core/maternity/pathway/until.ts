import type { Simulation, Wait } from '../../kernel/index.ts';
import type { MaternityService } from '../maternity-service.ts';
import type { Woman } from '../women/woman.ts';

const minutesPerDay = 1440;

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

/**
 * When the longest pregnancy of the data would be over for her, in minutes of the clock, but not within a day of when her
 * induction or caesarean was to be: until then she can wait for it at home.
 */
export function latestBeginning({ inputs }: MaternityService, { fate }: Woman): number {
  const daysLeft = inputs.data.clinical.gestation.maximum - fate.gestation;
  return fate.beginsAt + Math.max(1, daysLeft) * minutesPerDay;
}
