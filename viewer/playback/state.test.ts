import { expect, test } from 'vitest';
import { Trace } from '../../sim-core/kernel/trace.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { testLayout } from '../../test/support/playback-layout.ts';
import { LabourCare } from './stage/labour-care.ts';
import { bedSlot, roomSlot } from './stage/slot-shapes.ts';
import { Place, PlaybackState, Stage } from './state.ts';

const layout = testLayout(
  [
    { id: 'north', rooms: 3, beds: 2 },
    { id: 'south', rooms: 4, beds: 3 },
  ],
  4,
);

/** The picture after some rows: [entity, state, place, other]. */
function after(...rows: [entity: number, state: number, place: number, other?: number][]): PlaybackState {
  const trace = new Trace(true);
  for (const [entity, state, place, other] of rows) trace.record(1, entity, state, place, other ?? 0);
  const state = new PlaybackState(layout, 12);
  state.advance(trace.rows(), rows.length);
  return state;
}

const T = TraceState;

test('a woman takes the lowest free room of her site, which is hers until it has been cleaned', () => {
  const begun: [number, number, number, number?][] = [
    [7, T.labourRoom, 1],
    [8, T.labourRoom, 1],
    [7, T.activeLabour, 1],
    [7, T.birth, 1],
    [7, T.postnatalBed, 1],
    [7, T.cleaningBegins, 1],
    [9, T.labourRoom, 1],
  ];
  const cleaning = after(...begun);
  expect([...cleaning.roomWoman.subarray(3)]).toEqual([7, 8, 9, -1]);
  expect(roomSlot(cleaning, new LabourCare(cleaning), 3)).toBe('cleaning');
  const cleaned = after(...begun, [7, T.cleaningEnds, 1], [10, T.labourRoom, 1]);
  expect([...cleaned.roomWoman.subarray(3)]).toEqual([10, 8, 9, -1]);
  expect(cleaned.womenIn(1, Place.labourRoom)).toBe(3);
});

test('a woman induced in an antenatal bed stays there, in active labour too, until she has a labour room', () => {
  const waiting = after([1, T.registered, 0], [1, T.antenatalBed, 0], [1, T.activeLabour, 0]);
  expect(waiting.womenIn(0, Place.antenatalBed)).toBe(1);
  expect(new LabourCare(waiting).at(0)).toEqual({ all: 1, own: 0, shared: 0, alone: 1, team: 0 });
  const inRoom = after([1, T.antenatalBed, 0], [1, T.activeLabour, 0], [1, T.labourRoom, 0]);
  expect(inRoom.womenIn(0, Place.antenatalBed)).toBe(0);
  expect(roomSlot(inRoom, new LabourCare(inRoom), 0)).toBe('alone');
});

test('a woman induced in a labour room has it before her labour is active', () => {
  const state = after([1, T.registered, 0], [1, T.labourRoom, 0]);
  expect(roomSlot(state, new LabourCare(state), 0)).toBe('latent');
});

test('whether a midwife is with one woman or several, or with none, shows on each woman in active labour', () => {
  const state = after(
    ...[0, 1, 2].flatMap((woman): [number, number, number][] => [
      [woman, T.labourRoom, 0],
      [woman, T.activeLabour, 0],
    ]),
    [3, T.labourRoom, 1],
    [3, T.activeLabour, 1],
    // One in early labour is with the midwife of woman 1.
    [4, T.labourRoom, 1],
    [0, T.wardMidwife, 0, 5],
    [1, T.wardMidwife, 0, 6],
    [4, T.wardMidwife, 1, 6],
    // Hired midwives are numbered from −100 down.
    [3, T.wardMidwife, 1, -100],
  );
  const care = new LabourCare(state);
  expect([0, 1, 2].map((room) => roomSlot(state, care, room))).toEqual(['own', 'shared', 'alone']);
  expect(care.at(0)).toEqual({ all: 3, own: 1, shared: 1, alone: 1, team: 0 });
  expect(care.at(1)).toEqual({ all: 1, own: 1, shared: 0, alone: 0, team: 0 });
});

test('a team midwife who is with a woman is her own', () => {
  const rows: [number, number, number, number?][] = [
    [0, T.labourRoom, 0],
    [0, T.activeLabour, 0],
    [0, T.midwifeCalled, 0, 2],
  ];
  expect(new LabourCare(after(...rows)).of(0)).toBe('alone');
  const arrived = after(...rows, [0, T.midwifeArrived, 0, 2]);
  expect(new LabourCare(arrived).at(0)).toMatchObject({ own: 1, team: 1 });
  expect(new LabourCare(after(...rows, [0, T.midwifeArrived, 0, 2], [0, T.midwifeLeft, 0, 2])).of(0)).toBe('alone');
});

test('after a caesarean a woman goes by recovery to a bed; in theatre she is nobody’s on the ward', () => {
  const inTheatre = after([0, T.labourRoom, 0], [0, T.activeLabour, 0], [0, T.cleaningBegins, 0], [0, T.theatre, 0]);
  expect(new LabourCare(inTheatre).at(0).all).toBe(0);
  const recovering = after([0, T.theatre, 0], [0, T.birth, 0, 2], [0, T.recovery, 0], [0, T.waitingForPostnatalBed, 0]);
  expect(recovering.womenIn(0, Place.recovery)).toBe(1);
  expect(recovering.stage[0]).toBe(Stage.waitingForBed);
});

test('the hotel frees the postnatal bed', () => {
  const state = after([0, T.postnatalBed, 1], [1, T.postnatalBed, 1], [0, T.hotelBed, 1]);
  expect([...state.bedWoman.subarray(2)]).toEqual([-1, 1, -1]);
  expect(state.womenIn(1, Place.hotel)).toBe(1);
  expect(state.womenIn(1, Place.postnatalBed)).toBe(1);
});

test('who is admitted again has a bed if one is free, and gives way to a woman who is known to have got one', () => {
  const readmitted = after([0, T.postnatalBed, 0], [5, T.readmitted, 0, 1]);
  expect([0, 1].map((bed) => bedSlot(readmitted, bed))).toEqual(['occupied', 'readmitted']);
  const full = after([0, T.postnatalBed, 0], [1, T.postnatalBed, 0], [5, T.readmitted, 0, 1]);
  expect([...full.bedWoman.subarray(0, 2)]).toEqual([0, 1]);
  const taken = after([0, T.postnatalBed, 0], [5, T.readmitted, 0, 1], [1, T.postnatalBed, 0]);
  expect([0, 1].map((bed) => bedSlot(taken, bed))).toEqual(['occupied', 'occupied']);
  const over = after([5, T.readmitted, 0, 0], [5, T.readmissionEnds, 0, 0]);
  expect([...over.bedWoman]).toEqual([-1, -1, -1, -1, -1]);
  const closed = after([-1, T.postnatalBedsOpen, 0, 0], [5, T.readmitted, 0, 0]);
  expect([...closed.bedWoman]).toEqual([-1, -1, -1, -1, -1]);
});

test('shifts of labour-ward midwives are counted, those of other units are not', () => {
  const state = after(
    [-1, T.shiftBegins, 0, 3],
    [-1, T.shiftBegins, 1, 4],
    [-1, T.shiftBegins, 1, -100],
    [-1, T.shiftBegins, 2, 9],
    [-1, T.shiftEnds, 0, 3],
  );
  expect([...state.onDuty]).toEqual([0, 2]);
});

test('children in neonatal care are counted where their cot is', () => {
  const state = after([0, T.neonatalAdmission, 0], [1, T.neonatalAdmission, 1], [0, T.neonatalDischarge, 0]);
  expect([...state.cotsTaken]).toEqual([0, 1]);
});

test('a woman moved in labour keeps her stage, and is at neither site on the way', () => {
  const state = after([0, T.triage, 0], [0, T.diverted, 0, 1], [0, T.activeLabour, -1]);
  expect(state.womenIn(0, Place.reception) + state.womenIn(1, Place.reception)).toBe(0);
  expect(new LabourCare(state).at(1).all).toBe(0);
  const there = after([0, T.triage, 0], [0, T.diverted, 0, 1], [0, T.activeLabour, -1], [0, T.triage, 1]);
  expect(new LabourCare(there).at(1).all).toBe(1);
});
