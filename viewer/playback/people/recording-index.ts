import type { Playback } from '../../../sim-core/maternity/record/columns.ts';
import { firstHired } from '../../../sim-core/maternity/staff/cover.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { Pairings } from './pairings.ts';
import { atOnce, inSlices, rowsByKey, type InSlices, type RowIndex } from './row-index.ts';

/** Where in a recording what belongs to one woman or one person stands. */
export interface RecordingIndex {
  /** Per woman: rows of the trace other than contacts, and rows of the contacts. */
  readonly traceOfWoman: RowIndex;
  readonly contactsOfWoman: RowIndex;
  /** Per person: rows of contacts, of work and of breaches. */
  readonly contactsOfPerson: RowIndex;
  readonly workOfPerson: RowIndex;
  readonly breachesOfPerson: RowIndex;
  /** Per woman: how many of her pairs with ward midwives there are and when they were. */
  readonly pairings: Pairings;
  /** Rows of the contacts with hired staff. */
  readonly hiredContacts: readonly number[];
  /** Rows of the trace at which a team's turn on call changes. */
  readonly onCallRows: readonly number[];
}

const building = new WeakMap<Playback, Promise<RecordingIndex>>();
const built = new WeakMap<Playback, RecordingIndex>();

/** The index of a recording; built once, in short stretches of work. */
export function indexOf(playback: Playback): Promise<RecordingIndex> {
  let promise = building.get(playback);
  if (promise === undefined) {
    promise = inSlices(build(playback)).then((index) => {
      built.set(playback, index);
      return index;
    });
    building.set(playback, promise);
  }
  return promise;
}

/** The index of a recording if it has been built. */
export function readyIndexOf(playback: Playback): RecordingIndex | undefined {
  return built.get(playback);
}

/** The index of a recording, built at one stretch unless it has been built before. */
export function indexNow(playback: Playback): RecordingIndex {
  let index = built.get(playback);
  if (index === undefined) built.set(playback, (index = atOnce(build(playback))));
  return index;
}

function* build({ trace, contacts, work, breaches, women, people }: Playback): InSlices<RecordingIndex> {
  const womenCount = women.origin.length;
  const peopleCount = people.unit.length;
  const { state } = trace;
  return {
    traceOfWoman: yield* rowsByKey(trace.entity, womenCount, (row) => state[row]! < TraceState.contact),
    contactsOfWoman: yield* rowsByKey(contacts.woman, womenCount),
    contactsOfPerson: yield* rowsByKey(contacts.provider, peopleCount),
    workOfPerson: yield* rowsByKey(work.person, peopleCount),
    breachesOfPerson: yield* rowsByKey(breaches.person, peopleCount),
    pairings: yield* Pairings.of(trace, womenCount),
    hiredContacts: yield* rowsWhere(contacts.provider, (provider) => provider <= firstHired),
    onCallRows: yield* rowsWhere(state, (one) => one === TraceState.onCall),
  };
}

function* rowsWhere(column: Uint8Array | Int32Array, isWanted: (value: number) => boolean): InSlices<number[]> {
  const found: number[] = [];
  for (let row = 0; row < column.length; row++) {
    if (row % 100_000 === 0) yield;
    if (isWanted(column[row]!)) found.push(row);
  }
  return found;
}
