import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import type { Playback } from '../../../sim-core/maternity/record/columns.ts';
import { birthsOf, rowsOfState } from './counted-women.ts';
import { pathwayOf, type WaitKind } from './pathway.ts';
import type { Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { inSlices, type InSlices } from './row-index.ts';

/** A wait of one of the women, in minutes. */
export interface WaitOfWoman {
  woman: number;
  what: WaitKind;
  from: number;
  minutes: number;
  /** Where the child was born. */
  site: number;
}

/** A labour in which a woman lacked a midwife of her own. */
export interface BrokenOneToOne {
  woman: number;
  from: number;
  site: number;
  /** Minutes of active labour with a midwife who had others too, and without any. */
  shared: number;
  alone: number;
}

/** A move in labour from one site to another. */
export interface Diversion {
  woman: number;
  time: number;
  from: number;
  to: number;
}

/** What went wrong, over all women who gave birth within the horizon. */
export interface Happenings {
  /** The longest first. */
  waits: readonly WaitOfWoman[];
  /** Most minutes alone first, then most minutes shared. */
  brokenOneToOne: readonly BrokenOneToOne[];
  diversions: readonly Diversion[];
}

const known = new WeakMap<Playback, Promise<Happenings>>();

/** Collects waits, broken one-to-one care and diversions of a recording; once, in short stretches of work. */
export function happeningsOf(recorded: Recorded, index: RecordingIndex): Promise<Happenings> {
  let promise = known.get(recorded.playback);
  if (promise === undefined) {
    promise = inSlices(collect(recorded, index));
    known.set(recorded.playback, promise);
  }
  return promise;
}

/** As `happeningsOf`, as work that can be cut in slices. */
export function* collect(recorded: Recorded, index: RecordingIndex): InSlices<Happenings> {
  const waits: WaitOfWoman[] = [];
  const brokenOneToOne: BrokenOneToOne[] = [];
  let done = 0;
  for (const { woman, time, site } of birthsOf(recorded)) {
    if (done++ % 50 === 0) yield;
    const pathway = pathwayOf(recorded, index, woman);
    for (const { what, from, to } of pathway.waits) waits.push({ woman, what, from, minutes: to - from, site });
    const minutes = { own: 0, shared: 0, alone: 0 };
    for (const { care, from, to } of pathway.care) minutes[care] += to - from;
    const { shared, alone } = minutes;
    const from = pathway.care.find(({ care }) => care !== 'own')?.from ?? time;
    if (shared + alone > 0) brokenOneToOne.push({ woman, from, site, shared, alone });
  }
  return {
    waits: waits.sort((a, b) => b.minutes - a.minutes),
    brokenOneToOne: brokenOneToOne.sort((a, b) => b.alone - a.alone || b.shared - a.shared),
    diversions: rowsOfState(recorded, TraceState.diverted).map(({ woman, time, site, other }) => ({
      woman,
      time,
      from: site,
      to: other,
    })),
  };
}
