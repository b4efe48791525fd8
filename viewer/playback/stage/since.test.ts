import { expect, test } from 'vitest';
import { Trace } from '../../../sim-core/kernel/trace.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { nextMoves } from './next-moves.ts';
import { sinceWhen } from './since.ts';

const trace = new Trace(true);
trace.record(100, 1, TraceState.triage, 0, -1);
trace.record(130, 1, TraceState.labourRoom, 0, -1);
trace.record(140, 2, TraceState.triage, 1, -1);
trace.record(150, 1, TraceState.activeLabour, 0, -1);
trace.record(150, 2, TraceState.labourRoom, 0, -1);
trace.record(400, 1, TraceState.postnatalBed, 0, -1);
trace.record(450, 2, TraceState.postnatalBed, 0, -1);
const rows = trace.rows();

test('a woman has been where she is since she came there, not since what has happened to her there', () => {
  expect(sinceWhen(rows, 4, 1)).toBe(130);
  expect(sinceWhen(rows, 7, 1)).toBe(400);
  expect(sinceWhen(rows, 2, 2)).toBeUndefined();
  expect(sinceWhen(rows, 7, 3)).toBeUndefined();
});

test('the next to come to a ward is the first to do so at that site, before the time is out', () => {
  expect(nextMoves(rows, 1, 0, 500)).toEqual({
    labour: { woman: 1, time: 130 },
    postnatal: { woman: 1, time: 400 },
  });
  expect(nextMoves(rows, 2, 0, 300)).toEqual({ labour: { woman: 2, time: 150 } });
  expect(nextMoves(rows, 0, 1, 500)).toEqual({ reception: { woman: 2, time: 140 } });
});
