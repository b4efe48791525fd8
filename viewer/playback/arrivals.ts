import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';

/** Marks with 1 every row in which a woman comes to hospital from home: the first one there that is hers. */
export function arrivalRows({ entity, state }: TraceColumns, women: number): Uint8Array {
  const arrivals = new Uint8Array(entity.length);
  const inHospital = new Uint8Array(women);
  for (let row = 0; row < entity.length; row++) {
    const woman = entity[row]!;
    switch (state[row]!) {
      case TraceState.antenatalBed:
      case TraceState.triage:
      case TraceState.theatre:
        if (!inHospital[woman]) arrivals[row] = 1;
        inHospital[woman] = 1;
        break;
      case TraceState.discharged:
        inHospital[woman] = 0;
        break;
    }
  }
  return arrivals;
}
