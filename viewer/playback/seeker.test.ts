import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsUntil } from '../../sim-core/kernel/trace-log.ts';
import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { Trace } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { ContactKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { testLayout } from '../../test/support/playback-layout.ts';
import { Seeker } from './seeker.ts';
import { PlaybackState } from './state.ts';

const layout = testLayout(
  [
    { id: 'north', rooms: 6, beds: 20 },
    { id: 'south', rooms: 9, beds: 30 },
  ],
  4,
);
const women = 1500;
const trace = manyBirths(women);
const end = trace.time.at(-1)!;
const instant = fc.double({ min: -10, max: end + 10, noNaN: true });

test('seeking gives the same state as folding every row from the start', () => {
  const seeker = wholly(trace);
  fc.assert(
    fc.property(instant, (time) => {
      expect(seeker.seek(time)).toEqual(folded(time));
    }),
  );
});

test('scrubbing backward gives the same states as scrubbing forward', () => {
  const seeker = wholly(trace);
  fc.assert(
    fc.property(fc.array(instant, { minLength: 2, maxLength: 12 }), (times) => {
      const ascending = times.toSorted((a, b) => a - b);
      const forward = ascending.map((time) => seeker.seek(time).copy());
      const backward = ascending.toReversed().map((time) => seeker.seek(time).copy());
      expect(backward.reverse()).toEqual(forward);
    }),
  );
});

test('a row at the very instant sought is part of the picture', () => {
  const { state } = wholly(trace);
  state.become(new PlaybackState(layout, women));
  const first = trace.time[0]!;
  expect(rowsUntil(trace.time, first)).toBeGreaterThan(0);
  expect(rowsUntil(trace.time, first - 1e-9)).toBe(0);
});

/** A seeker that has read its trace in slices. */
function wholly(rows: TraceColumns): Seeker {
  const seeker = new Seeker(layout, women, rows);
  while (seeker.read(1000) < 1);
  return seeker;
}

function folded(time: number): PlaybackState {
  const state = new PlaybackState(layout, women);
  state.advance(trace, rowsUntil(trace.time, time));
  return state;
}

/**
 * Births by a fixed linear congruence, with every state that a woman can pass through; more than fits the rooms.
 */
function manyBirths(count: number): TraceColumns {
  let seed = 12345;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const rows: [time: number, entity: number, state: number, place: number, other: number][] = [];
  for (let woman = 0; woman < count; woman++) {
    const site = draw(2);
    let time = woman * 70 + draw(500);
    const record = (state: number, place: number, other = -1) => rows.push([time, woman, state, place, other]);
    record(TraceState.registered, 0);
    for (let contact = 0; contact < 3; contact++) record(TraceState.contact + draw(4), 0, draw(90));
    if (draw(5) === 0) {
      record(TraceState.antenatalBed, site);
      time += draw(900);
    }
    record(TraceState.triage, site);
    if (draw(20) === 0) record(TraceState.diverted, site, 1 - site);
    time += draw(90);
    record(TraceState.labourRoom, site);
    record(TraceState.wardMidwife, site, draw(12));
    if (draw(3) === 0) record(TraceState.midwifeArrived, 0, draw(4));
    time += draw(400);
    record(TraceState.activeLabour, site);
    time += draw(600);
    const caesarean = draw(6) === 0;
    if (caesarean) record(TraceState.theatre, site);
    record(TraceState.birth, site, caesarean ? 3 : 0);
    time += draw(200);
    record(TraceState.wardMidwife, site);
    if (caesarean) record(TraceState.recovery, site);
    if (draw(9) === 0) record(TraceState.neonatalAdmission, site);
    if (draw(8) === 0) record(TraceState.waitingForPostnatalBed, site);
    time += draw(60);
    record(TraceState.cleaningBegins, site);
    record(TraceState.postnatalBed, site);
    time += 45;
    record(TraceState.cleaningEnds, site);
    if (draw(3) === 0) record(TraceState.midwifeLeft, 0, draw(4));
    time += draw(3000);
    if (draw(7) === 0) record(TraceState.hotelBed, site);
    time += draw(900);
    record(TraceState.discharged, site);
    time += 1440;
    record(TraceState.contact + ContactKind.midwifeHomeVisit, 0, draw(90));
    if (draw(6) === 0) record(TraceState.readmitted, site, draw(2));
    time += draw(2000);
    record(TraceState.readmissionEnds, site);
    record(TraceState.followUpEnded, 0);
    if (draw(4) === 0) rows.push([time, -1, draw(2) ? TraceState.shiftBegins : TraceState.shiftEnds, site, draw(90)]);
    if (draw(10) === 0) rows.push([time, -1, TraceState.labourRoomsOpen, site, draw(6)]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  const log = new Trace(true);
  for (const row of rows) log.record(...row);
  return log.rows();
}
