import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { siteIds } from '../../sim-core/maternity/model-inputs.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { localMinute } from '../support/oslo-clock.ts';
import { changed, clockOf, smallInputs } from '../support/scenarios.ts';
import { tracedRun, type TraceRow } from '../support/trace.ts';

const inputs = changed(smallInputs(600, 120), ({ horizon }) => {
  horizon.start = '2027-03-01';
  horizon.end = '2027-06-28';
});
const clockStart = '2027-02-15';
const ahus = siteIds(inputs).indexOf('ahus');
const { calendar } = clockOf(inputs);

function rowsOf(of: ModelInputs, state: TraceState): TraceRow[] {
  return tracedRun(of).rows.filter((row) => row.state === state && row.place === ahus);
}

const noChange = { day: 0, evening: 0, night: 0 };

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
    const open = (counts: number[]): unknown[] => dates.map((date, index) => [date, 0, counts[index]]);
    expect(changes(TraceState.labourRoomsOpen)).toEqual(open([14, 12, 9, 10, 9, 12, 12]));
    expect(changes(TraceState.postnatalBedsOpen)).toEqual(open([52, 52, 52, 56, 52, 52, 50]));
  });

  it('of other sites do not change', () => {
    const others = tracedRun(summer).rows.filter(
      ({ state, place }) => state === TraceState.labourRoomsOpen && place !== ahus,
    );
    expect(others.every(({ time, other }) => time === 0 && other > 0)).toBe(true);
    expect(others).toHaveLength(2);
  });
});

describe('posts on the labour ward', () => {
  /** Midwives on duty by date and clock of the change, over whole days. */
  function duty(of: ModelInputs, from: string, to: string): [string, number, number][] {
    return rowsOf(of, TraceState.midwivesOnDuty)
      .map(({ time, other }): [string, number, number] => {
        const { date, clock } = localMinute(clockStart, time);
        return [date, clock / 60, other];
      })
      .filter(([date]) => from <= date && date <= to);
  }

  const fewer = changed(inputs, ({ interventions }) => {
    interventions.push({
      model: 'ward-posts',
      site: 'ahus',
      start: '2027-05-14',
      end: '2027-05-17',
      weekday: { day: -1, evening: -2, night: -3 },
      weekend: { ...noChange, night: 5 },
    });
  });

  it('change with the first shift of the first day and after the last shift of the last', () => {
    expect(duty(fewer, '2027-05-13', '2027-05-18')).toEqual([
      ['2027-05-13', 7.5, 10],
      ['2027-05-13', 15, 9],
      ['2027-05-13', 22, 8],
      // A Friday.
      ['2027-05-14', 7.5, 9],
      ['2027-05-14', 15, 7],
      ['2027-05-14', 22, 5],
      ['2027-05-15', 7.5, 9],
      ['2027-05-15', 15, 8],
      ['2027-05-15', 22, 13],
      ['2027-05-16', 7.5, 9],
      ['2027-05-16', 15, 8],
      ['2027-05-16', 22, 13],
      // Monday 17 May is staffed as a weekend.
      ['2027-05-17', 7.5, 9],
      ['2027-05-17', 15, 8],
      ['2027-05-17', 22, 13],
      ['2027-05-18', 7.5, 10],
      ['2027-05-18', 15, 9],
      ['2027-05-18', 22, 8],
    ]);
  });

  it('change at the same wall clock on the days when the clock is changed', () => {
    expect(duty(inputs, '2027-03-28', '2027-03-28')).toEqual([
      ['2027-03-28', 7.5, 9],
      ['2027-03-28', 15, 8],
      ['2027-03-28', 22, 8],
    ]);
  });

  it('are staffed from the first minute of the clock', () => {
    const none = changed(inputs, ({ data, horizon }) => {
      horizon.warmUpDays = 0;
      for (const { labourWardPosts } of Object.values(data.sites)) {
        labourWardPosts.weekday = { day: 0, evening: 0, night: 90 };
        labourWardPosts.weekend = { day: 0, evening: 0, night: 90 };
      }
    });
    const { rows } = tracedRun(none);
    const first = rows.find(({ state }) => state === TraceState.midwivesOnDuty)!;
    expect(first.time).toBe(calendar.timeAt(0, 7.5 * 60));
  });
});
