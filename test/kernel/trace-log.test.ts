import { csvFormatRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstRowFrom,
  rowsUntil,
  Trace,
  TraceLog,
  type TraceFilter,
  type TraceRow,
} from '../../sim-core/kernel/index.ts';

const row = fc.record({
  time: fc.integer({ min: 0, max: 12 }),
  entity: fc.integer({ min: -1, max: 3 }),
  state: fc.nat(3),
  place: fc.integer({ min: -1, max: 2 }),
  other: fc.nat(2),
});
const rows = fc.array(row, { maxLength: 80 }).map((list) => list.sort((a, b) => a.time - b.time));

function logOf(list: readonly TraceRow[]): TraceLog {
  const trace = new Trace(true);
  for (const { time, entity, state, place, other } of list) trace.record(time, entity, state, place, other);
  return new TraceLog(trace.rows());
}

const births: TraceRow[] = [
  { time: 10, entity: 7, state: 1, place: 0, other: -1 },
  { time: 12.5, entity: 8, state: 1, place: 1, other: -1 },
  { time: 12.5, entity: 7, state: 2, place: 0, other: 3 },
  { time: 20, entity: 9, state: 1, place: -1, other: 5 },
];

describe('a trace log', () => {
  it('finds the first row from an instant on, and the rows up to it', () => {
    const times = fc.oneof(fc.integer({ min: -1, max: 14 }), fc.double({ min: -1, max: 14, noNaN: true }));
    fc.assert(
      fc.property(rows, times, (list, time) => {
        const log = logOf(list);
        const first = list.findIndex((each) => each.time >= time);
        expect(log.firstRowFrom(time)).toBe(first < 0 ? list.length : first);
        expect(log.rowsUntil(time)).toBe(list.filter((each) => each.time <= time).length);
      }),
      { seed: 21, numRuns: 500 },
    );
    expect([firstRowFrom(new Float64Array(0), 5), rowsUntil(new Float64Array(0), 5)]).toEqual([0, 0]);
  });

  it('selects the rows that match every field of a filter', () => {
    const values = (min: number, max: number) =>
      fc.oneof(fc.integer({ min, max }), fc.uniqueArray(fc.integer({ min, max }), { maxLength: 3 }));
    const filters = fc.record(
      {
        from: fc.nat(14),
        until: fc.nat(14),
        entity: values(-1, 3),
        state: values(0, 3),
        place: values(-1, 2),
        other: values(0, 2),
      },
      { requiredKeys: [] },
    );
    const matches = (wanted: number | Iterable<number> | undefined, found: number) =>
      wanted === undefined || (typeof wanted === 'number' ? wanted === found : [...wanted].includes(found));
    fc.assert(
      fc.property(rows, filters, (list, filter: TraceFilter) => {
        const expected = list.flatMap((each, index) =>
          each.time >= (filter.from ?? -1) &&
          each.time < (filter.until ?? 99) &&
          matches(filter.entity, each.entity) &&
          matches(filter.state, each.state) &&
          matches(filter.place, each.place) &&
          matches(filter.other, each.other)
            ? [index]
            : [],
        );
        const log = logOf(list);
        expect([...log.select(filter)]).toEqual(expected);
        expect([...log.rows(log.select(filter))]).toEqual(expected.map((index) => list[index]));
      }),
      { seed: 22, numRuns: 1000 },
    );
  });

  it('takes any iterable as a filter, and no filter for every row', () => {
    const log = logOf(births);
    expect([...log.select({ entity: new Set([7, 9]).values() })]).toEqual([0, 2, 3]);
    expect([...log.select({})]).toEqual([0, 1, 2, 3]);
    expect([...log.select({ state: [] })]).toEqual([]);
  });

  it('gives rows as objects, and refuses rows that are not there', () => {
    const log = logOf(births);
    expect([...log.rows()]).toEqual(births);
    expect(log.length).toBe(4);
    for (const index of [-1, 4, 0.5, NaN])
      expect(() => log.row(index)).toThrow(`There is no row ${index}: the rows are 0…3`);
  });

  it('exports a table, with words for codes, that a CSV writer takes as it is', () => {
    const log = logOf(births);
    const states = ['', 'arrived', 'born'];
    const table = log.table(
      { state: (code) => states[code], place: (code) => (code === 0 ? 'Ullevål, øst' : undefined) },
      log.select({ from: 12, until: 21 }),
    );
    expect(csvFormatRows(table as string[][]).split('\n')).toEqual([
      'time,entity,state,place,other',
      '12.5,8,arrived,1,-1',
      '12.5,7,born,"Ullevål, øst",3',
      '20,9,arrived,-1,5',
    ]);
    expect(log.table()).toEqual([
      ['time', 'entity', 'state', 'place', 'other'],
      ...births.map(({ time, entity, state, place, other }) => [time, entity, state, place, other]),
    ]);
  });
});
