import type { TraceColumns } from '../../../sim-core/kernel/trace.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';

/** Rows that bring a woman to another place. */
const arrivals: ReadonlySet<number> = new Set([
  TraceState.antenatalBed,
  TraceState.triage,
  TraceState.diverted,
  TraceState.labourRoom,
  TraceState.theatre,
  TraceState.recovery,
  TraceState.postnatalBed,
  TraceState.hotelBed,
  TraceState.readmitted,
]);

/**
 * When a woman came to the place where she is (minutes of the clock), or undefined if she has come to none.
 *
 * @param row rows of the trace that have happened, as `PlaybackState.row`
 */
export function sinceWhen({ entity, state, time }: TraceColumns, row: number, woman: number): number | undefined {
  for (let earlier = row - 1; earlier >= 0; earlier--) {
    if (entity[earlier] === woman && arrivals.has(state[earlier]!)) return time[earlier]!;
  }
  return undefined;
}
