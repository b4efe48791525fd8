import type { TraceColumns } from '../../kernel/index.ts';
import { TraceState, type BirthMode } from '../trace-states.ts';
import type { PricedBed } from './care-costs.ts';

/** A stay of a woman, or of her child, in a bed. */
export interface BedStay {
  bed: PricedBed;
  /** Index of the site. */
  site: number;
  minutes: number;
}

/** The beds that a woman has had, in order of when she left them; the last may have been hers at the end. @param to end of the trace */
export function bedStays({ time, entity, state, place, other }: TraceColumns, woman: number, to: number): BedStay[] {
  const stays: BedStay[] = [];
  /** By what keeps her there: the birth, or her child's readmission (1) or her own (2). */
  const open = new Map<number, { bed: PricedBed; site: number; since: number }>();
  const leave = (reason: number, now: number): void => {
    const stay = open.get(reason);
    open.delete(reason);
    if (stay !== undefined) stays.push({ bed: stay.bed, site: stay.site, minutes: now - stay.since });
  };
  const take = (reason: number, bed: PricedBed, row: number): void => {
    leave(reason, time[row]!);
    open.set(reason, { bed, site: place[row]!, since: time[row]! });
  };
  for (let row = 0; row < time.length; row++) {
    if (entity[row] !== woman) continue;
    switch (state[row]!) {
      case TraceState.antenatalBed:
        take(0, 'antenatalWard', row);
        break;
      case TraceState.postnatalBed:
        take(0, 'postnatalWard', row);
        break;
      case TraceState.hotelBed:
        take(0, 'postnatalHotel', row);
        break;
      case TraceState.labourRoom:
      case TraceState.diverted:
      case TraceState.theatre:
      case TraceState.discharged:
        leave(0, time[row]!);
        break;
      case TraceState.readmitted:
        take(1 + other[row]!, 'postnatalWard', row);
        break;
      case TraceState.readmissionEnds:
        leave(1 + other[row]!, time[row]!);
        break;
    }
  }
  for (const reason of open.keys()) leave(reason, to);
  return stays;
}

/** How a woman gave birth, and at which site by index; undefined if she has not, or not at a site. */
export function modeOfBirth(
  { entity, state, place, other }: TraceColumns,
  woman: number,
): { mode: BirthMode; site: number } | undefined {
  const row = entity.findIndex((who, index) => who === woman && state[index] === TraceState.birth);
  return row < 0 ? undefined : { mode: other[row] as BirthMode, site: place[row]! };
}
