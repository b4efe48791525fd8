import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { localMinute } from '../support/oslo-clock.ts';
import { changed, smallInputs } from '../support/scenarios.ts';
import { tracedRun, type TraceRow } from '../support/trace.ts';

const inputs = changed(smallInputs(600, 120), ({ data, horizon }) => {
  horizon.start = '2027-03-01';
  horizon.end = '2027-06-28';
  // Nothing is closed for lack of staff here.
  for (const site of Object.values(data.sites)) site.roomsPerMidwife = 1000;
});
const clockStart = '2027-02-15';
const ahus = siteIds(inputs).indexOf('ahus');

function rowsOf(of: ModelInputs, state: TraceState): TraceRow[] {
  return tracedRun(of).rows.filter((row) => row.state === state && row.place === ahus);
}

describe('rooms and beds', () => {
  const summer = changed(inputs, ({ interventions }) => {
    const rooms = { model: 'capacity' as const, site: 'ahus', labourRooms: -3, postnatalBeds: 0 };
    // Begins on the day when the clock is changed, so that an hour's error would show.
    interventions.push({ ...rooms, start: '2027-03-28', end: '2027-04-15' });
    interventions.push({ ...rooms, labourRooms: 1, postnatalBeds: 4, start: '2027-04-10', end: '2027-04-10' });
    interventions.push({ ...rooms, labourRooms: 2, start: '2020-01-01', end: '2027-02-20' });
    interventions.push({ ...rooms, postnatalBeds: -2, labourRooms: 0, start: '2027-06-01' });
  });

  it('are opened and closed at local midnight, from the first day to the last', () => {
    const changes = (state: TraceState): [string, number, number][] =>
      rowsOf(summer, state).map(({ time, other }) => {
        const { date, clock } = localMinute(clockStart, time);
        return [date, clock, other];
      });
    const dates = ['2027-02-15', '2027-02-21', '2027-03-28', '2027-04-10', '2027-04-11', '2027-04-16', '2027-06-01'];
    const open = (counts: number[]): unknown[] => counts.map((count, index) => [dates[index], 0, count]);
    expect(changes(TraceState.labourRoomsOpen)).toEqual(open([14, 12, 9, 10, 9, 12]));
    expect(changes(TraceState.postnatalBedsOpen)).toEqual(open([40, 40, 40, 44, 40, 40, 38]));
  });

  it('of other sites do not change', () => {
    const others = tracedRun(summer).rows.filter(
      ({ state, place }) => state === TraceState.labourRoomsOpen && place !== ahus,
    );
    expect(others.every(({ time, other }) => time === 0 && other > 0)).toBe(true);
    expect(others).toHaveLength(2);
  });
});
