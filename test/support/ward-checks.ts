import { phaseOfKind, CarePhase, ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { BirthMode, TraceState } from '../../sim-core/maternity/trace-states.ts';
import { isCaesarean } from '../../sim-core/maternity/women/population.ts';
import type { Woman } from '../../sim-core/maternity/women/woman.ts';
import { careByThoseOffDuty } from './place-checks.ts';
import { rowsByWoman, type TracedRun, type TraceRow } from './trace.ts';

export { overfullPlaces } from './place-checks.ts';

const onTheWay = -1;
const nobody = -1;
const tolerance = 1e-6;

/** What a trace shows of one woman so far. */
interface Walk {
  /** Her last row that says where she is or what has become of her. */
  state: TraceState | 'unknown';
  site: number | undefined;
  active: boolean;
  born: boolean;
  room: 'none' | 'hers' | 'being cleaned' | 'given back';
  /** The midwife of a labour ward who has her, and where and since when. */
  midwife: number;
  careSite: number;
  careSince: number;
  /** Site of the cot that her child has. */
  cot: number | undefined;
  admissions: number;
}

const isElsewhere = (woman: Woman): boolean => woman.fate.intendedSite < 0;

/** For each state what must have come directly before it, the states that do not move her apart. */
const lawfulBefore: Partial<Record<TraceState, (TraceState | 'unknown')[]>> = {
  [TraceState.registered]: ['unknown'],
  [TraceState.antenatalBed]: [TraceState.registered],
  [TraceState.triage]: [TraceState.registered, TraceState.diverted],
  [TraceState.diverted]: [TraceState.registered, TraceState.triage, TraceState.antenatalBed],
  [TraceState.labourRoom]: [TraceState.registered, TraceState.triage, TraceState.antenatalBed],
  [TraceState.caesareanPutOff]: [TraceState.registered, TraceState.caesareanPutOff],
  [TraceState.theatre]: [
    TraceState.registered,
    TraceState.caesareanPutOff,
    TraceState.labourRoom,
    TraceState.triage,
    TraceState.antenatalBed,
  ],
  [TraceState.birth]: [TraceState.labourRoom, TraceState.triage, TraceState.antenatalBed, TraceState.theatre],
  [TraceState.recovery]: [TraceState.birth],
  [TraceState.waitingForPostnatalBed]: [TraceState.birth, TraceState.recovery],
  [TraceState.postnatalBed]: [TraceState.birth, TraceState.recovery, TraceState.waitingForPostnatalBed],
  [TraceState.hotelBed]: [TraceState.postnatalBed],
  [TraceState.discharged]: [TraceState.waitingForPostnatalBed, TraceState.postnatalBed, TraceState.hotelBed],
  [TraceState.birthElsewhere]: [TraceState.registered],
  [TraceState.lostToFollowUp]: [TraceState.registered],
  [TraceState.followUpEnded]: [TraceState.discharged, TraceState.birthElsewhere],
};

/**
 * States in which the midwives of a labour ward may take care of her. At the birth she is where she was before it; when she
 * is moved they let go of her at that instant.
 */
const inCare = new Set<Walk['state']>([
  TraceState.triage,
  TraceState.antenatalBed,
  TraceState.labourRoom,
  TraceState.birth,
  TraceState.diverted,
]);

/** What is unlawful in a woman's way through the trace: states out of order, a woman in two places, care from afar. */
export function unlawfulSteps(run: TracedRun): string[] {
  const steps = rowsByWoman(run).flatMap((rows, number) => unlawfulStepsOf(rows, run.women[number]!));
  return [...steps, ...careByThoseOffDuty(run)];
}

function unlawfulStepsOf(rows: readonly TraceRow[], woman: Woman): string[] {
  const walk: Walk = {
    state: 'unknown',
    site: undefined,
    active: false,
    born: false,
    room: 'none',
    midwife: nobody,
    careSite: NaN,
    careSince: NaN,
    cot: undefined,
    admissions: 0,
  };
  const faults: string[] = [];
  for (const row of rows) {
    const fault = step(walk, row, woman);
    if (fault !== undefined) faults.push(`woman ${woman.number} at ${row.time}: ${fault}`);
  }
  return faults;
}

function step(walk: Walk, row: TraceRow, woman: Woman): string | undefined {
  const { state, place, other, time } = row;
  if (state >= TraceState.contact) return contactFault(walk, (state - TraceState.contact) as ContactKind);
  switch (state) {
    case TraceState.registered:
      // Again when a team starts that she is enrolled with, wherever she is, unless she is in labour.
      if (walk.state === 'unknown') break;
      return walk.active || walk.born || walk.state === TraceState.lostToFollowUp ? 'registered too late' : undefined;
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
    case TraceState.wardMidwife: {
      const isSame = walk.midwife === other;
      walk.midwife = other;
      walk.careSite = place;
      walk.careSince = time;
      return isSame ? 'given to whom she has already' : undefined;
    }
    case TraceState.neonatalAdmission:
      if (!walk.born || walk.cot !== undefined || woman.fate.neonatalStay === 0) return 'child in neonatal care';
      walk.cot = place;
      return undefined;
    case TraceState.neonatalDischarge:
      if (walk.cot !== place) return 'child leaves a cot that it has not';
      walk.cot = undefined;
      return undefined;
    case TraceState.readmitted:
      walk.admissions++;
      return isAtHomeAfterBirth(walk) ? undefined : 'admitted again before she is home';
    case TraceState.readmissionEnds:
      walk.admissions--;
      return walk.admissions < 0 ? 'end of an admission that did not begin' : undefined;
    case TraceState.midwifeCalled:
    case TraceState.midwifeArrived:
    case TraceState.midwifeLeft:
      return undefined;
    default:
  }
  const before = walk.state;
  walk.state = state;
  if (!lawfulBefore[state]?.includes(before)) return `state ${state} after ${before}`;
  return careFault(walk, row) ?? placeFault(walk, row, before, woman);
}

function isAtHomeAfterBirth({ state }: Walk): boolean {
  return state === TraceState.discharged || state === TraceState.birthElsewhere || state === TraceState.followUpEnded;
}

/** Contacts of pregnancy come before the birth, those after it when she is home again. */
function contactFault(walk: Walk, kind: ContactKind): string | undefined {
  if (walk.state === 'unknown') return `contact ${kind} before she is registered`;
  if (walk.state === TraceState.lostToFollowUp) return `contact ${kind} with a woman who is lost`;
  switch (phaseOfKind[kind]) {
    case CarePhase.pregnancy:
      return walk.born ? `contact ${kind} after birth` : undefined;
    case CarePhase.postnatal:
      if (kind === ContactKind.teamWardVisit)
        return walk.born && !isAtHomeAfterBirth(walk) ? undefined : 'visit on the ward before birth or at home';
      return isAtHomeAfterBirth(walk) ? undefined : `contact ${kind} before she is home`;
    default:
      return undefined;
  }
}

/** A midwife who has her at a labour ward where she is not. She is given to one at the very instant in which she comes. */
function careFault(walk: Walk, { state, time, place }: TraceRow): string | undefined {
  if (walk.midwife === nobody) return undefined;
  if (!inCare.has(state)) return `in the care of midwife ${walk.midwife} in state ${state}`;
  const atSite = walk.site === walk.careSite || (walk.careSince === time && walk.careSite === place);
  return atSite ? undefined : `in the care of site ${walk.careSite}`;
}

function placeFault(
  walk: Walk,
  { state, place, other, time }: TraceRow,
  before: TraceState | 'unknown',
  woman: Woman,
): string | undefined {
  const { fate } = woman;
  const fromHome = before === TraceState.registered || before === TraceState.caesareanPutOff;
  switch (state) {
    case TraceState.registered:
    case TraceState.followUpEnded:
      return place === woman.origin ? undefined : 'not her origin';
    case TraceState.lostToFollowUp:
      return place === woman.origin && !Number.isNaN(fate.lostAt) ? undefined : 'lost though she is not to be';
    case TraceState.birthElsewhere:
      walk.born = true;
      return place === woman.origin && isElsewhere(woman) ? undefined : 'has a site of her own';
    case TraceState.diverted:
      if (fromHome) walk.site = fate.intendedSite;
      if (fromHome && !isInduced(woman, 'labourRoom')) return 'moved before she has come';
      if (walk.site !== place || other === place || walk.room !== 'none') return `moved from ${place} to ${other}`;
      walk.site = onTheWay;
      return undefined;
    case TraceState.antenatalBed:
      if (!isInduced(woman, 'antenatalBed')) return 'in an antenatal bed without induction there';
      break;
    case TraceState.triage:
      if (before === TraceState.diverted) {
        walk.site = place;
        return undefined;
      }
      // Who has waited in vain for a place to be induced in comes when labour has begun by itself.
      if (fate.onset === 'induced' && fromHome && time > fate.beginsAt) break;
      if (fate.onset !== 'spontaneous' && !isInduced(woman, 'home')) return 'comes in labour though it was planned';
      break;
    case TraceState.labourRoom:
      if (fromHome && !isInduced(woman, 'labourRoom')) return 'comes straight into a labour room';
      walk.room = 'hers';
      break;
    case TraceState.caesareanPutOff:
      if (fate.mode !== BirthMode.plannedCaesarean) return 'puts off what is not planned';
      break;
    case TraceState.theatre:
      if (!isCaesarean(fate.mode) || walk.room === 'hers') return 'in theatre without cause, or with a room';
      if (fromHome !== (fate.mode === BirthMode.plannedCaesarean)) return 'acute caesarean from home, or planned not';
      if (!fromHome && !walk.active) return 'acute caesarean without labour';
      break;
    case TraceState.birth:
      walk.born = true;
      if (other !== fate.mode || (before === TraceState.theatre) !== isCaesarean(fate.mode))
        return `mode of birth ${other}`;
      if (before !== TraceState.theatre && !walk.active) return 'birth without active labour';
      break;
    case TraceState.recovery:
      if (!isCaesarean(fate.mode)) return 'in recovery without a caesarean';
      break;
    case TraceState.postnatalBed:
    case TraceState.waitingForPostnatalBed:
      if (isCaesarean(fate.mode) && before === TraceState.birth) return 'leaves theatre without recovery';
      break;
    case TraceState.hotelBed:
    case TraceState.discharged:
      break;
    default:
      return 'a state that no woman has';
  }
  if (fromHome) {
    walk.site = place;
    if (place !== fate.intendedSite) return 'arrives at an unintended site';
  }
  if (state === TraceState.discharged && walk.room === 'hers') return 'goes home with a labour room';
  return walk.site === place ? undefined : `is at ${walk.site}, not at ${place}`;
}

function isInduced({ fate }: Woman, where: Woman['fate']['ripeningPlace']): boolean {
  return fate.onset === 'induced' && fate.ripeningPlace === where;
}

/** How many women's labour began, and what has become of them by the end of the trace. */
export function whereaboutsAtEnd(
  run: TracedRun,
): Record<'began' | 'bornAtSites' | 'bornElsewhere' | 'inLabour', number> {
  const { to } = run.playback;
  const births = (state: TraceState): number => run.rows.filter((row) => row.state === state).length;
  const began = run.women.filter(({ fate }) => Number.isNaN(fate.lostAt) && fate.beginsAt < to);
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

/**
 * Labour, or birth, at another time than fate says: labour goes on whether there is a room or not, and only a theatre or
 * an obstetrician is waited for.
 */
export function birthsOutOfTime(run: TracedRun): string[] {
  const faults: string[] = [];
  for (const [number, rows] of rowsByWoman(run).entries()) {
    const { fate } = run.women[number]!;
    const first = (...states: TraceState[]) => rows.find(({ state }) => states.includes(state));
    const fault = (what: string, minutes: number) => faults.push(`${what} of ${number} is ${minutes} min late`);
    const comes = first(TraceState.antenatalBed, TraceState.triage, TraceState.labourRoom, TraceState.theatre);
    const birth = first(TraceState.birth);
    if (comes === undefined) continue;
    if (fate.mode === BirthMode.plannedCaesarean) {
      if (comes.time < fate.beginsAt) fault('caesarean', comes.time - fate.beginsAt);
    } else {
      // Who has waited in vain for a place to be induced in comes when labour has begun by itself.
      const waitedInVain =
        fate.onset === 'induced' &&
        fate.ripeningPlace !== 'home' &&
        comes.state === TraceState.triage &&
        !rows.some(({ state, time }) => state === TraceState.diverted && time <= comes.time);
      const isArrival = fate.onset === 'spontaneous' || fate.ripeningPlace === 'home';
      const ripening = fate.onset === 'induced' && !waitedInVain ? fate.ripening : 0;
      if (isArrival && comes.time !== fate.beginsAt + ripening) fault('arrival', comes.time - fate.beginsAt - ripening);
      if (comes.time < fate.beginsAt) fault('induction', comes.time - fate.beginsAt);
      // A woman who is moved elsewhere for her induction comes there by a row of triage first.
      const begins =
        isArrival || waitedInVain ? comes.time : first(TraceState.antenatalBed, TraceState.labourRoom)!.time + ripening;
      const active = first(TraceState.activeLabour);
      const activeAt = begins + fate.latentInRoom;
      if (active !== undefined && Math.abs(active.time - activeAt) > tolerance)
        fault('active labour', active.time - activeAt);
      const due = activeAt + fate.activeFirstStage + fate.secondStage;
      const done = fate.mode === BirthMode.acuteCaesarean ? first(TraceState.theatre) : birth;
      if (done !== undefined) {
        const late = done.time - due;
        const mayWait = fate.mode !== BirthMode.spontaneous;
        if (late < -tolerance || (late > tolerance && !mayWait)) fault('birth', late);
      }
    }
    const theatre = first(TraceState.theatre);
    if (theatre === undefined || birth === undefined) continue;
    const inTheatre = birth.time - theatre.time;
    if (Math.abs(inTheatre - fate.theatre / 2) > tolerance) fault('caesarean', inTheatre - fate.theatre / 2);
  }
  return faults;
}
