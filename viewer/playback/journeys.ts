import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { Slices } from './slices.ts';

/** What a row of the trace shows on the map. */
export const Journey = {
  none: 0,
  /** From home to hospital; the row is her arrival. The others begin with their row. */
  in: 1,
  home: 2,
  /** Between two sites, in labour. */
  between: 3,
  /** From home to another site than she had meant to go to. */
  inElsewhere: 4,
  midwifeVisit: 5,
  healthNurseVisit: 6,
} as const;

/** Rows between two looks at the time that has passed. */
const rowsAtOnce = 8192;

/** Marks every row with the journey or visit that it belongs to, in slices. */
export async function journeysOf(
  { entity, state }: TraceColumns,
  women: number,
  slices: Slices = new Slices(),
): Promise<Uint8Array> {
  const journeys = new Uint8Array(entity.length);
  const inHospital = new Uint8Array(women);
  for (let row = 0; row < entity.length; row++) {
    if (row % rowsAtOnce === 0 && slices.isSpent) await slices.rest();
    const woman = entity[row]!;
    switch (state[row]!) {
      case TraceState.antenatalBed:
      case TraceState.triage:
      case TraceState.labourRoom:
      case TraceState.theatre:
        if (!inHospital[woman]) journeys[row] = Journey.in;
        inHospital[woman] = 1;
        break;
      case TraceState.diverted:
        journeys[row] = inHospital[woman] ? Journey.between : Journey.inElsewhere;
        inHospital[woman] = 1;
        break;
      case TraceState.caesareanPutOff:
      case TraceState.discharged:
        journeys[row] = Journey.home;
        inHospital[woman] = 0;
        break;
      case TraceState.contact + ContactKind.midwifeHomeVisit:
      case TraceState.contact + ContactKind.extraHomeVisit:
        journeys[row] = Journey.midwifeVisit;
        break;
      case TraceState.contact + ContactKind.healthNurseHomeVisit:
        journeys[row] = Journey.healthNurseVisit;
        break;
    }
  }
  return journeys;
}
