import { RotaDraft, type RotaTask } from './rota-draft.ts';
import { planWeekdayNights } from './rota-nights.ts';
import { planWeekdayShifts } from './rota-weekdays.ts';
import { planWeekends } from './rota-weekends.ts';

/** A plan that repeats after some weeks; its first day is a Monday. */
export interface RepeatingPlan {
  readonly days: number;
  /** Shift codes, by person × days + day. */
  readonly shifts: Uint8Array;
}

/**
 * A three-shift roster for the people and posts of a unit, made constructively: weekends first, then the other nights in
 * blocks, then day and evening shifts on weekdays by local search. It keeps the rests, the limits and, where there is
 * work for them, the contract hours of all; posts that these leave empty stay empty. Nothing in it is random.
 *
 * Rostering by fixed weekends and blocks of nights before the rest follows the decomposition in Burke, De Causmaecker,
 * Vanden Berghe & Van Landeghem, "The state of the art of nurse rostering", Journal of Scheduling 7, 2004.
 */
export function rotaPlan(task: RotaTask): RepeatingPlan {
  const draft = new RotaDraft(task);
  planWeekends(draft);
  planWeekdayNights(draft);
  planWeekdayShifts(draft);
  return { days: draft.days, shifts: draft.plan };
}
