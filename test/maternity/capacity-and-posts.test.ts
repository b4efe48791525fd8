import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { localMinute } from '../support/oslo-clock.ts';
import { changed, smallInputs } from '../support/scenarios.ts';
import { runHorizon, warmedUp } from '../../sim-core/maternity/run-replication.ts';
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

describe('places that nobody has to staff', () => {
  const kinds = ['receptionPlaces', 'antenatalBeds', 'recoveryPlaces', 'hotelBeds', 'neonatalCots'] as const;

  it('are opened and closed from the first day to the last, at their own site only', () => {
    const sizes = { receptionPlaces: -1, antenatalBeds: -4, recoveryPlaces: 2, hotelBeds: 6, neonatalCots: -10 };
    const plan = changed(inputs, ({ interventions }) => {
      const capacity = { model: 'capacity' as const, site: 'ahus', labourRooms: 0, postnatalBeds: 0 };
      interventions.push({ ...capacity, ...sizes, start: '2027-03-28', end: '2027-04-15' });
      interventions.push({ ...capacity, hotelBeds: 3, start: '2027-04-10' });
    });
    const service = warmedUp(plan, '1', 0, false);
    const { calendar, sites, simulation } = service;
    const seen: Record<string, number[][]> = {};
    for (const date of ['2027-03-27', '2027-03-28', '2027-04-09', '2027-04-10', '2027-04-15', '2027-04-16']) {
      const look = (): void => {
        seen[date] = sites.map((site) => kinds.map((kind) => site[kind].capacity));
      };
      simulation.scheduleAt(calendar.midnight(calendar.dayNumber(date)), look, 0, 255);
    }
    runHorizon(service);
    const usual = sites.map(({ id }) => kinds.map((kind) => plan.data.sites[id]![kind]));
    const openWith = (changes: Partial<typeof sizes>): number[][] =>
      usual.map((site, index) =>
        index === ahus ? site.map((size, kind) => size + (changes[kinds[kind]!] ?? 0)) : site,
      );
    expect(seen).toEqual({
      '2027-03-27': usual,
      '2027-03-28': openWith(sizes),
      '2027-04-09': openWith(sizes),
      '2027-04-10': openWith({ ...sizes, hotelBeds: 9 }),
      '2027-04-15': openWith({ ...sizes, hotelBeds: 9 }),
      '2027-04-16': openWith({ hotelBeds: 3 }),
    });
  });

  it('never hold more than are open, but for those who were inside when they closed', () => {
    const plan = changed(inputs, ({ interventions, data }) => {
      // Few places, so that they are full when some close.
      for (const site of Object.values(data.sites)) Object.assign(site, { antenatalBeds: 3, neonatalCots: 3 });
      const capacity = {
        model: 'capacity' as const,
        labourRooms: 0,
        postnatalBeds: 0,
        antenatalBeds: -2,
        neonatalCots: -2,
      };
      for (const site of siteIds(inputs)) {
        for (let month = 3; month <= 6; month++) {
          for (const day of ['05', '15', '25']) {
            const date = `2027-0${month}-${day}`;
            interventions.push({ ...capacity, site, start: date, end: date });
          }
        }
      }
    });
    const service = warmedUp(plan, '1', 0, false);
    const { sites, simulation, horizon } = service;
    const before = new Map<string, { capacity: number; inUse: number }>();
    let overfull = 0;
    const look = (): void => {
      for (const site of sites) {
        for (const kind of ['antenatalBeds', 'neonatalCots'] as const) {
          const { capacity, inUse, name } = site[kind];
          const last = before.get(name);
          if (inUse > capacity) {
            overfull++;
            // Over the limit the number can only fall.
            expect(inUse).toBeLessThanOrEqual(last?.inUse ?? 0);
          }
          before.set(name, { capacity, inUse });
        }
      }
      if (simulation.now + 5 < horizon.to) simulation.schedule(5, look, 0, 255);
    };
    simulation.schedule(0, look, 0, 255);
    runHorizon(service);
    expect(overfull).toBeGreaterThan(0);
  });
});
