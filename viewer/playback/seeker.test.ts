import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsUntil } from '../../sim-core/kernel/trace-log.ts';
import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import { Trace } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { PlaybackLayout } from './layout.ts';
import { Seeker } from './seeker.ts';
import { Phase, PlaybackState } from './state.ts';

const layout: PlaybackLayout = {
  sites: [
    { id: 'north', roomStart: 0, rooms: 6, bedStart: 0, beds: 20 },
    { id: 'south', roomStart: 6, rooms: 9, bedStart: 20, beds: 30 },
  ],
  rooms: 15,
  beds: 50,
  teams: [{ originIndex: 0, number: 1, midwifeStart: 0, midwives: 4 }],
  midwives: 4,
};
const women = 1500;
const trace = manyBirths(women);
const end = trace.time.at(-1)!;
const instant = fc.double({ min: -10, max: end + 10, noNaN: true });

test('seeking gives the same state as folding every row from the start', () => {
  const seeker = new Seeker(layout, women, trace);
  fc.assert(
    fc.property(instant, (time) => {
      expect(seeker.seek(time)).toEqual(folded(time));
    }),
  );
});

test('scrubbing backward gives the same states as scrubbing forward', () => {
  const seeker = new Seeker(layout, women, trace);
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
  const { state } = new Seeker(layout, women, trace);
  state.become(new PlaybackState(layout, women));
  const first = trace.time[0]!;
  expect(rowsUntil(trace.time, first)).toBeGreaterThan(0);
  expect(rowsUntil(trace.time, first - 1e-9)).toBe(0);
});

test('a woman takes the lowest free room of her site, which is hers until it has been cleaned', () => {
  const log = new Trace(true);
  log.record(1, 7, TraceState.labourRoom, 1, -1);
  log.record(2, 8, TraceState.labourRoom, 1, -1);
  log.record(3, 7, TraceState.birth, 1, 0);
  log.record(4, 7, TraceState.postnatalBed, 1, -1);
  log.record(4, 7, TraceState.cleaningBegins, 1, -1);
  log.record(5, 9, TraceState.labourRoom, 1, -1);
  log.record(6, 7, TraceState.cleaningEnds, 1, -1);
  log.record(7, 10, TraceState.labourRoom, 1, -1);
  const seeker = new Seeker(layout, women, log.rows());
  expect([...seeker.seek(5).roomWoman.subarray(6, 10)]).toEqual([7, 8, 9, -1]);
  expect(seeker.state.roomCleaning[6]).toBe(1);
  expect([...seeker.seek(7).roomWoman.subarray(6, 10)]).toEqual([10, 8, 9, -1]);
  expect(seeker.seek(3).womenIn(1, Phase.recovery)).toBe(1);
});

test('a year of a city is sought within 50 milliseconds', () => {
  const long = manyBirths(20_000);
  const seeker = new Seeker(layout, 20_000, long);
  const last = long.time.at(-1)!;
  const start = performance.now();
  for (let index = 0; index < 50; index++) seeker.seek(((index * 37) % 50) * (last / 50));
  expect((performance.now() - start) / 50).toBeLessThan(50);
});

function folded(time: number): PlaybackState {
  const state = new PlaybackState(layout, women);
  state.advance(trace, rowsUntil(trace.time, time));
  return state;
}

/** Births by a fixed linear congruence, with every state that a woman can pass through; more than fits the rooms. */
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
    record(TraceState.triage, site);
    if (draw(20) === 0) record(TraceState.diverted, site, 1 - site);
    time += draw(90);
    record(TraceState.labourRoom, site);
    if (draw(3) === 0) record(TraceState.midwifeArrived, 0, draw(4));
    time += draw(400);
    record(TraceState.activeLabour, site);
    time += draw(600);
    const caesarean = draw(6) === 0;
    if (caesarean) record(TraceState.theatre, site);
    record(TraceState.birth, site, caesarean ? 3 : 0);
    time += draw(200);
    if (draw(8) === 0) record(TraceState.waitingForPostnatalBed, site);
    time += draw(60);
    record(TraceState.cleaningBegins, site);
    record(TraceState.postnatalBed, site);
    time += 45;
    record(TraceState.cleaningEnds, site);
    if (draw(3) === 0) record(TraceState.midwifeLeft, 0, draw(4));
    time += draw(3000);
    record(TraceState.discharged, site);
    time += 1440;
    record(TraceState.homeVisit, 0);
    if (draw(10) === 0) rows.push([time, -1, TraceState.labourRoomsOpen, site, draw(6)]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  const log = new Trace(true);
  for (const row of rows) log.record(...row);
  return log.rows();
}
