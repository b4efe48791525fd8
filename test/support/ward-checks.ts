import { siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { isCaesarean } from '../../sim-core/maternity/women/population.ts';
import { BirthMode, TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { Woman } from '../../sim-core/maternity/women/woman.ts';
import { rowsByWoman, type TracedRun, type TraceRow } from './trace.ts';

const onTheWay = -1;

/** What a trace shows of one woman so far. */
interface Walk {
  state: TraceState | 'unknown';
  site: number | undefined;
  active: boolean;
  room: 'none' | 'hers' | 'being cleaned' | 'given back';
}

const isElsewhere = (woman: Woman): boolean => woman.fate.intendedSite < 0;

/** For each state what must have come directly before it, the states of midwives and cleaning apart. */
const lawfulBefore: Partial<Record<TraceState, (TraceState | 'unknown')[]>> = {
  [TraceState.registered]: ['unknown', TraceState.registered, TraceState.antenatalBed],
  [TraceState.antenatalBed]: [TraceState.registered],
  [TraceState.triage]: [TraceState.registered, TraceState.antenatalBed, TraceState.diverted],
  [TraceState.diverted]: [TraceState.triage],
  [TraceState.labourRoom]: [TraceState.triage],
  [TraceState.theatre]: [TraceState.registered, TraceState.labourRoom, TraceState.triage],
  [TraceState.birth]: [TraceState.labourRoom, TraceState.triage, TraceState.theatre],
  [TraceState.waitingForPostnatalBed]: [TraceState.birth],
  [TraceState.postnatalBed]: [TraceState.birth, TraceState.waitingForPostnatalBed],
  [TraceState.discharged]: [TraceState.birth, TraceState.waitingForPostnatalBed, TraceState.postnatalBed],
  [TraceState.birthElsewhere]: [TraceState.registered],
  [TraceState.homeVisit]: [TraceState.discharged, TraceState.birthElsewhere],
};

/** What is unlawful in a woman's way through the trace: states out of order, or a woman in two places. */
export function unlawfulSteps(run: TracedRun): string[] {
  return rowsByWoman(run).flatMap((rows, number) => unlawfulStepsOf(rows, run.women[number]!));
}

function unlawfulStepsOf(rows: readonly TraceRow[], woman: Woman): string[] {
  const walk: Walk = { state: 'unknown', site: undefined, active: false, room: 'none' };
  const faults: string[] = [];
  for (const row of rows) {
    const fault = step(walk, row, woman);
    if (fault !== undefined) faults.push(`woman ${woman.number} at ${row.time}: ${fault}`);
  }
  return faults;
}

function step(walk: Walk, row: TraceRow, woman: Woman): string | undefined {
  const { state, place } = row;
  switch (state) {
    case TraceState.activeLabour:
      if (walk.active || walk.site !== place) return 'active labour twice or at another site';
      walk.active = true;
      return undefined;
    case TraceState.cleaningBegins:
      if (walk.room !== 'hers' || walk.site !== place) return 'cleaning of a room that is not hers';
      walk.room = 'being cleaned';
      return undefined;
    case TraceState.cleaningEnds:
      if (walk.room !== 'being cleaned') return 'end of a cleaning that did not begin';
      walk.room = 'given back';
      return undefined;
    case TraceState.midwifeCalled:
    case TraceState.midwifeArrived:
    case TraceState.midwifeLeft:
      return undefined;
    default: {
      const before = walk.state;
      walk.state = state;
      if (!lawfulBefore[state]?.includes(before)) return `state ${state} after ${before}`;
      return placeFault(walk, row, before, woman);
    }
  }
}

function placeFault(
  walk: Walk,
  { state, place, other }: TraceRow,
  before: TraceState | 'unknown',
  woman: Woman,
): string | undefined {
  switch (state) {
    case TraceState.registered:
    case TraceState.homeVisit:
      return place === woman.origin ? undefined : 'not her origin';
    case TraceState.birthElsewhere:
      return place === woman.origin && isElsewhere(woman) ? undefined : 'has a site of her own';
    case TraceState.diverted:
      if (walk.site !== place || other === place || walk.room !== 'none') return `moved from ${place} to ${other}`;
      walk.site = onTheWay;
      return undefined;
    case TraceState.antenatalBed:
    case TraceState.triage:
      if (before !== TraceState.diverted && place !== woman.fate.intendedSite) return 'arrives at an unintended site';
      walk.site = place;
      return undefined;
    case TraceState.theatre:
      walk.site ??= place;
      if (!isCaesarean(woman.fate.mode) || walk.room === 'hers') return 'in theatre without cause, or with a room';
      if (woman.fate.mode === BirthMode.acuteCaesarean && !walk.active) return 'acute caesarean without labour';
      break;
    case TraceState.birth:
      if (other !== woman.fate.mode || (before === TraceState.theatre) !== isCaesarean(woman.fate.mode))
        return `mode of birth ${other}`;
      if (before !== TraceState.theatre && !walk.active) return 'birth without active labour';
      break;
    case TraceState.labourRoom:
      walk.room = 'hers';
      break;
    case TraceState.waitingForPostnatalBed:
    case TraceState.postnatalBed:
    case TraceState.discharged:
      break;
    default:
      return 'a state that no woman has';
  }
  return walk.site === place ? undefined : `is at ${walk.site}, not at ${place}`;
}

/** Entries into a labour room or postnatal bed when as many were taken as were open. Cleaning takes a room too. */
export function overfullPlaces(run: TracedRun): string[] {
  const counts = siteIds(run.inputs).map(() => ({ rooms: 0, roomsOpen: 0, beds: 0, bedsOpen: 0 }));
  const roomKept = new Set<number>();
  const inBed = new Set<number>();
  const faults: string[] = [];
  const enter = (row: TraceRow, site: number, what: 'rooms' | 'beds', open: 'roomsOpen' | 'bedsOpen'): void => {
    const count = counts[site]!;
    count[what]++;
    if (count[what] > count[open]) faults.push(`${count[what]} of ${count[open]} ${what}, site ${site}, ${row.time}`);
  };
  for (const row of run.rows) {
    const { state, place, other, entity } = row;
    if (state === TraceState.labourRoomsOpen) counts[place]!.roomsOpen = other;
    if (state === TraceState.postnatalBedsOpen) counts[place]!.bedsOpen = other;
    if (state === TraceState.diverted) {
      // The room is kept for her while she is on her way.
      enter(row, other, 'rooms', 'roomsOpen');
      roomKept.add(entity);
    }
    if (state === TraceState.labourRoom && !roomKept.delete(entity)) enter(row, place, 'rooms', 'roomsOpen');
    if (state === TraceState.cleaningEnds) counts[place]!.rooms--;
    if (state === TraceState.postnatalBed) {
      enter(row, place, 'beds', 'bedsOpen');
      inBed.add(entity);
    }
    if (state === TraceState.discharged && inBed.delete(entity)) counts[place]!.beds--;
  }
  return faults;
}

/** How many women's labour began, and what has become of them by the end of the trace. */
export function whereaboutsAtEnd(
  run: TracedRun,
): Record<'began' | 'bornAtSites' | 'bornElsewhere' | 'inLabour', number> {
  const { to } = run.playback;
  const births = (state: TraceState): number => run.rows.filter((row) => row.state === state).length;
  const began = run.women.filter(({ fate }) => fate.beginsAt < to);
  const born = new Set(
    run.rows
      .filter(({ state }) => state === TraceState.birth || state === TraceState.birthElsewhere)
      .map(({ entity }) => entity),
  );
  return {
    began: began.length,
    bornAtSites: births(TraceState.birth),
    bornElsewhere: births(TraceState.birthElsewhere),
    inLabour: began.filter(({ number }) => !born.has(number)).length,
  };
}

/** Births at another time than labour, which goes on whether there is a room or not, leads to. */
export function birthsOutOfTime(run: TracedRun): string[] {
  const faults: string[] = [];
  for (const [number, rows] of rowsByWoman(run).entries()) {
    const { fate } = run.women[number]!;
    const birth = rows.find(({ state }) => state === TraceState.birth);
    if (birth === undefined) continue;
    const triage = rows.find(({ state }) => state === TraceState.triage);
    const theatre = rows.findLast(({ state }) => state === TraceState.theatre);
    const labour = fate.latentInRoom + fate.activeFirstStage + fate.secondStage;
    const due = theatre === undefined ? triage!.time + labour : theatre.time + fate.theatre / 2;
    if (Math.abs(birth.time - due) > 1e-6) faults.push(`woman ${number} gives birth ${birth.time - due} min late`);
    const ripened = rows.find(({ state }) => state === TraceState.antenatalBed);
    const begins = ripened === undefined ? fate.beginsAt : ripened.time + fate.ripening;
    const begun = triage ?? theatre;
    if (triage !== undefined && begun!.time !== begins) faults.push(`labour of ${number} begins at ${begun!.time}`);
  }
  return faults;
}
