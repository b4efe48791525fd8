import { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { careOf, type CareStretch } from './labour-care.ts';
import type { Recorded } from './recorded.ts';
import { rowsOfKey } from './row-index.ts';
import type { RecordingIndex } from './recording-index.ts';

/** Where a woman may be or be seen, from the top of the picture to its bottom. */
export const lanes = [
  'home',
  'homeVisit',
  'video',
  'healthStation',
  'generalPractice',
  'clinic',
  'reception',
  'antenatalBed',
  'labourRoom',
  'theatre',
  'recovery',
  'postnatalBed',
  'hotel',
  'neonatal',
] as const;
export type Lane = (typeof lanes)[number];

/** Time she spent in one place. Minutes of the clock; `site` is −1 at home. */
export interface Stay {
  lane: Lane;
  site: number;
  from: number;
  to: number;
}

export const waitKinds = ['assessment', 'room', 'theatre', 'bed'] as const;
export type WaitKind = (typeof waitKinds)[number];

/** A wait that took time, and in which lane she spent it. */
export interface Wait {
  what: WaitKind;
  lane: Lane;
  from: number;
  to: number;
}

/** Something that happened to her at an instant; `state` is a `TraceState`, place and other as in the trace. */
export interface PathwayEvent {
  time: number;
  state: number;
  place: number;
  other: number;
}

/** One contact of hers. */
export interface PathwayContact {
  /** Its row in `playback.contacts`. */
  row: number;
  kind: number;
  lane: Lane;
  provider: number;
  place: number;
  start: number;
  end: number;
}

/** A woman's whole way through the service, as far as it was recorded. */
export interface Pathway {
  woman: number;
  events: readonly PathwayEvent[];
  stays: readonly Stay[];
  waits: readonly Wait[];
  care: readonly CareStretch[];
  /** In order of their start. */
  contacts: readonly PathwayContact[];
  /** NaN without a birth in the record. */
  bornAt: number;
  /** When she first left hospital after the birth; NaN if she has not. */
  leftAt: number;
  /** First and last instant that there is something to show of. */
  from: number;
  to: number;
}

const placeLanes: ReadonlyMap<number, Lane> = new Map([
  [TraceState.triage, 'reception'],
  [TraceState.antenatalBed, 'antenatalBed'],
  [TraceState.labourRoom, 'labourRoom'],
  [TraceState.theatre, 'theatre'],
  [TraceState.recovery, 'recovery'],
  [TraceState.postnatalBed, 'postnatalBed'],
  [TraceState.hotelBed, 'hotel'],
]);

/** Contacts in hospital that are part of a stay there, rather than a visit to a clinic. */
const inpatientLanes: ReadonlyMap<number, Lane> = new Map([
  [ContactKind.latentPhaseContact, 'reception'],
  [ContactKind.arrivalAssessment, 'reception'],
  [ContactKind.inductionCare, 'antenatalBed'],
  [ContactKind.labourCare, 'labourRoom'],
  [ContactKind.secondMidwife, 'labourRoom'],
  [ContactKind.doulaSupport, 'labourRoom'],
  [ContactKind.postnatalWardCare, 'postnatalBed'],
  [ContactKind.paediatricExamination, 'postnatalBed'],
  [ContactKind.returnToWard, 'postnatalBed'],
  [ContactKind.readmission, 'postnatalBed'],
  [ContactKind.teamWardVisit, 'postnatalBed'],
]);

/** Everything that was recorded of a woman, put together. */
export function pathwayOf(recorded: Recorded, index: RecordingIndex, woman: number): Pathway {
  const { playback } = recorded;
  const events = eventsOf(recorded, index, woman);
  const contacts = contactsOf(recorded, index, woman);
  const bornAt = playback.women.bornAt[woman]!;
  const birthElsewhere = events.find(({ state }) => state === TraceState.birthElsewhere);
  const leftAt = events.find(({ state, time }) => state === TraceState.discharged && time >= bornAt)?.time ?? NaN;
  const first = Math.min(events[0]?.time ?? Infinity, contacts[0]?.start ?? Infinity);
  const last = Math.max(events.at(-1)?.time ?? -Infinity, ...contacts.map(({ end }) => end));
  const from = Number.isFinite(first) ? first : playback.from;
  const to = Math.max(from, Math.min(Number.isFinite(last) ? last : from, playback.to));
  return {
    woman,
    events,
    contacts,
    stays: staysOf(events, from, to),
    waits: waitsOf(events, contacts, to),
    care: careOf(playback, index, woman, events, to),
    bornAt: Number.isNaN(bornAt) ? (birthElsewhere?.time ?? NaN) : bornAt,
    leftAt,
    from,
    to,
  };
}

function eventsOf({ playback: { trace } }: Recorded, index: RecordingIndex, woman: number): PathwayEvent[] {
  return Array.from(rowsOfKey(index.traceOfWoman, woman), (row) => ({
    time: trace.time[row]!,
    state: trace.state[row]!,
    place: trace.place[row]!,
    other: trace.other[row]!,
  }));
}

function contactsOf({ playback: { contacts } }: Recorded, index: RecordingIndex, woman: number): PathwayContact[] {
  return Array.from(rowsOfKey(index.contactsOfWoman, woman), (row) => ({
    row,
    kind: contacts.kind[row]!,
    lane: laneOf(contacts.setting[row]!, contacts.kind[row]!),
    provider: contacts.provider[row]!,
    place: contacts.place[row]!,
    start: contacts.start[row]!,
    end: contacts.end[row]!,
  })).sort((a, b) => a.start - b.start);
}

function laneOf(setting: number, kind: number): Lane {
  switch (setting) {
    case Setting.healthStation:
      return 'healthStation';
    case Setting.generalPractice:
      return 'generalPractice';
    case Setting.home:
      return 'homeVisit';
    case Setting.video:
      return 'video';
    default:
      return inpatientLanes.get(kind) ?? 'clinic';
  }
}

function staysOf(events: readonly PathwayEvent[], from: number, to: number): Stay[] {
  const stays: Stay[] = [];
  let current: Stay = { lane: 'home', site: -1, from, to };
  const cots: Stay[] = [];
  const move = (lane: Lane, site: number, time: number): void => {
    current.to = time;
    if (current.to > current.from) stays.push(current);
    current = { lane, site, from: time, to };
  };
  for (const { time, state, place } of events) {
    const lane = placeLanes.get(state);
    if (lane !== undefined) move(lane, place, time);
    else if (state === TraceState.discharged || state === TraceState.caesareanPutOff) move('home', -1, time);
    else if (state === TraceState.readmitted) move('postnatalBed', place, time);
    else if (state === TraceState.readmissionEnds) move('home', -1, time);
    else if (state === TraceState.neonatalAdmission) cots.push({ lane: 'neonatal', site: place, from: time, to });
    else if (state === TraceState.neonatalDischarge && cots.length > 0) cots.at(-1)!.to = time;
  }
  move('home', -1, to);
  return [...stays, ...cots];
}

function waitsOf(events: readonly PathwayEvent[], contacts: readonly PathwayContact[], to: number): Wait[] {
  const waits: Wait[] = [];
  const add = (what: WaitKind, lane: Lane, from: number, until: number): void => {
    if (until > from) waits.push({ what, lane, from, to: until });
  };
  const after = (at: number, ...states: number[]): PathwayEvent | undefined =>
    events.find(({ time, state }, row) => row > at && states.includes(state) && time >= events[at]!.time);
  const hasRoomBefore = (at: number): boolean =>
    events.slice(0, at).some(({ state }) => state === TraceState.labourRoom || state === TraceState.theatre);
  events.forEach(({ time, state }, row) => {
    if (state === TraceState.triage && events[row + 1]?.state !== TraceState.labourRoom) {
      const birth = after(row, TraceState.birth)?.time ?? to;
      const assessment = contacts.find(({ kind, start }) => kind === ContactKind.arrivalAssessment && start >= time);
      const seen = Math.min(assessment?.start ?? birth, birth);
      add('assessment', 'reception', time, seen);
      const assessed = Math.min(assessment?.end ?? birth, birth);
      add('room', 'reception', assessed, after(row, TraceState.labourRoom, TraceState.birth)?.time ?? to);
    } else if (state === TraceState.activeLabour && !hasRoomBefore(row)) {
      // When the induction became labour isn't recorded, only when labour became active.
      const inBed = events.slice(0, row).some((event) => event.state === TraceState.antenatalBed);
      const room = after(row, TraceState.labourRoom, TraceState.birth)?.time ?? to;
      if (inBed) add('room', 'antenatalBed', time, room);
    } else if (state === TraceState.caesareanPutOff) {
      add('theatre', 'home', time, after(row, TraceState.theatre)?.time ?? to);
    } else if (state === TraceState.waitingForPostnatalBed) {
      const mode = events.some((event) => event.state === TraceState.recovery) ? 'recovery' : 'labourRoom';
      add('bed', mode, time, after(row, TraceState.postnatalBed, TraceState.discharged)?.time ?? to);
    }
  });
  return waits;
}
