import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import type { Care, CareStretch } from './labour-care.ts';
import type { Pathway } from './pathway.ts';
import { minutesPerDay, type Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { staffingAt, type ShiftStaffing } from './why-breach.ts';

/** The labour ward at the instant from which a woman had no midwife of her own. */
export interface OneToOneExplained {
  care: Exclude<Care, 'own'>;
  /** Minutes of the clock. */
  from: number;
  to: number;
  site: number;
  /** Midwives of the labour ward on duty, hired staff included. */
  onDuty: number;
  /** Other women who had her midwife. */
  sharedWith: readonly number[];
  /** Women in active labour at the site, she among them, and those who had a midwife of the ward. */
  inActiveLabour: number;
  inCare: number;
  /** Women who waited in the reception for a labour room. */
  waitingForRoom: number;
  staffing: ShiftStaffing | undefined;
}

/** Days before an instant of which the rows are read: nobody is in labour, or on duty, for longer. */
const daysBack = 4;

/** Why a woman did not have a midwife of her own through active labour; undefined when she had. The longest stretch is explained. */
export function whyNotOneToOne(
  recorded: Recorded,
  index: RecordingIndex,
  pathway: Pathway,
): OneToOneExplained | undefined {
  const longest = pathway.care.filter(isBroken).sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (longest === undefined) return undefined;
  const { from, to, care, midwife } = longest;
  const site = siteAt(pathway, from);
  const ward = unitsOf(recorded.inputs).find(
    (unit) => unit.kind === 'labourWard' && unit.profession === 'midwife' && unit.site === site,
  );
  const state = wardAt(recorded, from, site, ward?.index ?? -1);
  return {
    care,
    from,
    to,
    site,
    onDuty: state.onDuty.size,
    sharedWith:
      midwife === -1
        ? []
        : index.pairings
            .ofMidwife(midwife)
            .filter((pair) => pair.woman !== pathway.woman && pair.from <= from && pair.to > from)
            .map((pair) => pair.woman),
    inActiveLabour: state.active.size,
    inCare: [...state.active].filter((woman) =>
      index.pairings.ofWoman(woman).some((pair) => pair.from <= from && pair.to > from),
    ).length,
    waitingForRoom: state.waiting.size,
    staffing: ward && staffingAt(recorded, ward.index, from),
  };
}

function isBroken(stretch: CareStretch): stretch is CareStretch & { care: Exclude<Care, 'own'> } {
  return stretch.care !== 'own';
}

function siteAt({ stays }: Pathway, time: number): number {
  return stays.find((stay) => stay.lane !== 'neonatal' && stay.from <= time && stay.to > time)?.site ?? -1;
}

/** Who was on duty, in active labour and waiting for a room at a site at an instant. */
function wardAt(
  { playback: { trace } }: Recorded,
  at: number,
  site: number,
  ward: number,
): { onDuty: Set<number>; active: Set<number>; waiting: Set<number> } {
  const onDuty = new Set<number>();
  const active = new Set<number>();
  const waiting = new Set<number>();
  const { time, entity, state, place, other } = trace;
  for (let row = firstRowAt(time, at - daysBack * minutesPerDay); row < time.length && time[row]! <= at; row++) {
    const woman = entity[row]!;
    const isHere = place[row] === site;
    switch (state[row]!) {
      case TraceState.shiftBegins:
        if (place[row] === ward) onDuty.add(other[row]!);
        break;
      case TraceState.shiftEnds:
        if (place[row] === ward) onDuty.delete(other[row]!);
        break;
      case TraceState.activeLabour:
        if (isHere) active.add(woman);
        break;
      case TraceState.triage:
        if (isHere) waiting.add(woman);
        break;
      case TraceState.labourRoom:
        waiting.delete(woman);
        break;
      case TraceState.birth:
      case TraceState.theatre:
      case TraceState.diverted:
        active.delete(woman);
        waiting.delete(woman);
        break;
    }
  }
  return { onDuty, active, waiting };
}

/** The first row at or after an instant. */
function firstRowAt(times: Float64Array, at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
