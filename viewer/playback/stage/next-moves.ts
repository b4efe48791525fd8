import type { TraceColumns } from '../../../sim-core/kernel/trace.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import type { WardKind } from './zoom.ts';

/** A woman who comes to a ward soon. */
export interface NextMove {
  woman: number;
  /** Minutes of the clock. */
  time: number;
}

/** Which ward a row brings a woman to. */
const wardOfRow: Partial<Record<number, WardKind>> = {
  [TraceState.triage]: 'reception',
  [TraceState.antenatalBed]: 'antenatal',
  [TraceState.labourRoom]: 'labour',
  [TraceState.theatre]: 'theatre',
  [TraceState.recovery]: 'recovery',
  [TraceState.postnatalBed]: 'postnatal',
  [TraceState.hotelBed]: 'hotel',
  [TraceState.neonatalAdmission]: 'neonatal',
};

/**
 * The first woman who comes to each ward of a site after an instant, as far as anybody does before `until`.
 *
 * @param row rows of the trace that have happened, as `PlaybackState.row`
 * @param until minutes of the clock
 */
export function nextMoves(
  { entity, state, place, time }: TraceColumns,
  row: number,
  site: number,
  until: number,
): Partial<Record<WardKind, NextMove>> {
  const moves: Partial<Record<WardKind, NextMove>> = {};
  for (let later = row; later < time.length && time[later]! < until; later++) {
    const ward = wardOfRow[state[later]!];
    if (ward !== undefined && place[later] === site) moves[ward] ??= { woman: entity[later]!, time: time[later]! };
  }
  return moves;
}
