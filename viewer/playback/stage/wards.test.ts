import { expect, test } from 'vitest';
import { Trace } from '../../../sim-core/kernel/trace.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { testLayout } from '../../../test/support/playback-layout.ts';
import { nobody, PlaybackState } from '../state.ts';
import { LabourCare } from './labour-care.ts';
import { wardOf, wardPicture, type WardSources } from './wards.ts';
import type { WardKind } from './zoom.ts';

const layout = testLayout(
  [
    { id: 'north', rooms: 3, beds: 2 },
    { id: 'south', rooms: 2, beds: 3 },
  ],
  2,
);
const T = TraceState;

/** What wards are read from after some rows: [entity, state, place, other]. */
function after(...rows: [entity: number, state: number, place: number, other?: number][]): WardSources {
  const trace = new Trace(true);
  for (const [entity, state, place, other] of rows) trace.record(1, entity, state, place, other ?? 0);
  const state = new PlaybackState(layout, 12);
  state.advance(trace.rows(), rows.length);
  return {
    recording: {
      layout,
      mostOpen: layout.sites.map(({ rooms, beds }) => ({ rooms, beds })),
      placesOpen: () => 2,
    },
    state,
    care: new LabourCare(state),
    activity: {
      reception: [
        { assessed: 0, waiting: 4 },
        { assessed: 0, waiting: 0 },
      ],
    },
    time: 1,
  };
}

const states = (sources: WardSources, ward: WardKind, site = 0) =>
  wardPicture(ward, site, sources).slots.map(({ state }) => state);

test('rooms are free, occupied, cleaned or closed, and whoever waits in the reception is the queue', () => {
  const sources = after(
    [1, T.labourRoom, 0],
    [2, T.labourRoom, 0],
    [2, T.activeLabour, 0],
    [1, T.discharged, 0],
    [1, T.cleaningBegins, 0],
    [nobody, T.labourRoomsOpen, 0, 2],
  );
  expect(states(sources, 'labour')).toEqual(['cleaning', 'alone', 'closed']);
  const { slots, taken, open, queue } = wardPicture('labour', 0, sources);
  expect(slots.map(({ woman }) => woman)).toEqual([nobody, 2, nobody]);
  expect({ taken, open, queue }).toEqual({ taken: 2, open: 2, queue: 4 });
  expect(states(sources, 'labour', 1)).toEqual(['free', 'free']);
});

test('who waits for a postnatal bed blocks the place she has, and is counted at the ward she waits for', () => {
  const sources = after(
    [1, T.labourRoom, 0],
    [1, T.activeLabour, 0],
    [1, T.birth, 0],
    [1, T.waitingForPostnatalBed, 0],
    [2, T.theatre, 0],
    [2, T.birth, 0],
    [2, T.recovery, 0],
    [2, T.waitingForPostnatalBed, 0],
    [3, T.theatre, 1],
    [3, T.birth, 1],
    [3, T.recovery, 1],
    [3, T.waitingForPostnatalBed, 1],
  );
  expect(states(sources, 'labour')).toEqual(['blocked', 'free', 'free']);
  expect(states(sources, 'recovery')).toEqual(['blocked', 'free']);
  expect(wardPicture('postnatal', 0, sources).queue).toBe(2);
  expect(wardPicture('postnatal', 1, sources).queue).toBe(1);
});

test('more women than places stand in places of their own, and those who are too many are the queue', () => {
  const sources = after([1, T.antenatalBed, 1], [2, T.antenatalBed, 1], [3, T.antenatalBed, 1], [4, T.theatre, 1]);
  const antenatal = wardPicture('antenatal', 1, sources);
  expect(antenatal.slots.map(({ woman }) => woman)).toEqual([1, 2, 3]);
  expect(antenatal).toMatchObject({ taken: 3, open: 2, queue: 1 });
  expect(states(sources, 'theatre', 1)).toEqual(['operation', 'free']);
  expect(states(sources, 'antenatal', 0)).toEqual(['free', 'free']);
});

test('a woman with a midwife of her team has a star, and cots hold children who are nobody in particular', () => {
  const sources = after(
    [1, T.labourRoom, 0],
    [1, T.activeLabour, 0],
    [1, T.midwifeArrived, 0, 1],
    [1, T.neonatalAdmission, 0],
  );
  expect(wardPicture('labour', 0, sources).slots[0]).toEqual({ state: 'own', woman: 1, starred: true });
  expect(wardPicture('neonatal', 0, sources).slots).toEqual([
    { state: 'child', woman: nobody, starred: false },
    { state: 'free', woman: nobody, starred: false },
  ]);
});

test('a woman is found on her ward, and at home she is on none', () => {
  const sources = after([1, T.labourRoom, 1], [2, T.labourRoom, 0], [2, T.discharged, 0]);
  expect(wardOf(sources.state, 1, layout)).toEqual({ site: 1, ward: 'labour' });
  expect(wardOf(sources.state, 2, layout)).toBeUndefined();
});

test('a woman who is admitted again is found in her bed', () => {
  const sources = after([4, T.readmitted, 1]);
  expect(wardOf(sources.state, 4, layout)).toEqual({ site: 1, ward: 'postnatal' });
});
